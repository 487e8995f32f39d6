// `gongkai check`: what is wrong in one report or in many, in words that the person who filled in the form understands,
// or in a format that other programs read; and `gongkai table`: the same reports as one table.
#include <fmt/format.h>

#include <algorithm>

#include "beside.hpp"
#include "gongkai/compare/peers.hpp"
#include "gongkai/localize.hpp"
#include "gongkai/model/summary.hpp"
#include "gongkai/waiver.hpp"
#include "gongkai/write.hpp"
#include "in_order.hpp"
#include "output_file.hpp"
#include "own_result.hpp"
#include "platform/files.hpp"
#include "platform/interrupt.hpp"
#include "platform/system.hpp"
#include "report_file.hpp"
#include "report_lines.hpp"
#include "report_text.hpp"
#include "waiver_files.hpp"
#include "years.hpp"

namespace gongkai::cli {
namespace {

/// What became of a file: the reports in it, each with its assessment.
struct Outcome {
  std::vector<Loaded> reports;  ///< with a problem there is no assessment; none: the run was broken off
  std::vector<Assessment> assessments;
  std::vector<std::string> previous;  ///< for each report the file of last year's, or nothing
  std::string fault;                  ///< what stands beside the report does not fit it
};

/// The second report of a file is 年报.docx#2.
std::string numbered_name(const std::string& path, std::size_t index) {
  return index == 0 ? path : fmt::format("{}#{}", path, index + 1);
}

struct Ending {
  std::string_view ending;
  std::optional<FindingsFormat> format;  ///< none: words
};
constexpr Ending endings[] = {
    {".txt", std::nullopt},          {".html", FindingsFormat::html},  {".csv", FindingsFormat::csv},
    {".json", FindingsFormat::json}, {".jsonl", FindingsFormat::lean}, {".jsonl", FindingsFormat::jsonl},
    {".xml", FindingsFormat::junit}, {".xlsx", FindingsFormat::xlsx},  {".sarif", FindingsFormat::sarif}};

const Ending* ending_of(const std::string& path) {
  const auto* found = std::find_if(std::begin(endings), std::end(endings),
                                   [&](const Ending& known) { return ends_in(path, known.ending); });
  return found == std::end(endings) ? nullptr : found;
}
bool is_ending_of(const Ending& ending, FindingsFormat format) {
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](const Ending& known) { return known.ending == ending.ending && known.format == format; });
}

class Run {
 public:
  Run(const Settings& settings, Output& out, Output& err)
      : settings_(settings),
        out_(out),
        err_(err),
        files_(find_files(settings.paths)),
        progress_(files_.files.size(), settings.language),
        is_list_(settings.name_end || settings.paths.size() > 1 || !files_.folders.empty()),
        format_(settings.format),
        reports_in_folder_(files_.folders.size()) {}

  int run() {
    if (!choose_format() || !load_beside() || !open_output()) {
      return exit_failed;
    }
    if (settings_.table) {
      table_ = table_writer(table_format(settings_.output), *settings_.table);
      write([&](std::string& text) { table_->begin(text); });
    }
    if (format_ && !is_one_page()) {
      // A single report is one object, not a list of one.
      const bool is_single = *format_ == FindingsFormat::json && !is_list_;
      writer_ = findings_writer(is_single ? FindingsFormat::jsonl : *format_, settings_.language, {},
                                {settings_.places, settings_.coverage_by_rule});
      write([&](std::string& text) { writer_->begin(text); });
    }
    read_all();
    check_all();
    progress_.clear();
    if (writer_) {
      write([&](std::string& text) { writer_->end(text); });
    }
    if (table_) {
      write([&](std::string& text) { table_->end(text); });
    }
    if (is_words() || file_.is_open()) {
      if (is_words() && is_many()) {
        lines_.print(settings_, results());
      }
      print_repeated();
      print_skipped();
      waivers_.print(settings_, out_);
      print_total();
    }
    if (!waivers_.write(settings_, is_words() || file_.is_open(), out_, err_)) {
      return exit_failed;
    }
    out_.flush();
    if (left_out_ != 0) {
      failed_ = true;
      complain(err_, "",
               fmt::format(fmt::runtime(settings_.say("已中断：处理了{}个文件，还有{}个没有处理；以上是处理了的部分。",
                                                      "Broken off: {} files were done, {} were not; the above is of "
                                                      "those that were.")),
                           checked_ + unread_ + skipped_.size(), left_out_));
    } else {
      complain_of_empty_folders();
    }
    if (file_.is_open() && !file_.finish()) {
      complain_of_writing(settings_.output, file_.error(), settings_, err_);
      return exit_failed;
    }
    const bool has_faults = settings_.table ? has_unread_cells_ : faulty_ != 0;
    if (settings_.exit_zero && left_out_ == 0) {
      return exit_clean;
    }
    return failed_ ? exit_failed : has_faults ? exit_faults : exit_clean;
  }

 private:
  /// All are read before the first is checked, because last year's report may be any of them.
  void read_all() {
    const platform::InterruptNoted noted;
    outcomes_.resize(files_.files.size());
    in_order(
        files_.files.size(), jobs(),
        [&] {
          return
              [this, loader = Loader(settings_.hints)](std::size_t i) mutable { return read(files_.files[i], loader); };
        },
        [&](std::size_t i, Outcome outcome) {
          progress_.show({"读取", "reading"}, i + 1, files_.files[i].path);
          outcomes_[i] = std::move(outcome);
        });
    leave_out_unread();
    std::vector<const Report*> reports;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      for (std::size_t k = 0; k < outcomes_[i].reports.size(); ++k) {
        const Loaded& loaded = outcomes_[i].reports[k];
        if (!loaded.problem) {
          years_.add({numbered_name(files_.files[i].path, k), &loaded.reading.report, loaded.document()});
          reports.push_back(&loaded.reading.report);
        }
      }
    }
    if (reports.size() > 1 && !settings_.table) {
      peers_.emplace(reports);
    }
  }
  /// After Ctrl-C: what was read is checked and written out whole.
  void leave_out_unread() {
    const std::size_t all = outcomes_.size();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all; ++i) {
      if (!outcomes_[i].reports.empty()) {
        if (kept != i) {
          outcomes_[kept] = std::move(outcomes_[i]);
          files_.files[kept] = std::move(files_.files[i]);
        }
        ++kept;
      }
    }
    outcomes_.resize(kept);
    files_.files.resize(kept);
    left_out_ = all - kept;
  }

  void check_all() {
    const platform::InterruptNoted noted;
    in_order(
        outcomes_.size(), jobs(),
        [&] {
          return [this](std::size_t i) {
            check(outcomes_[i]);
            return true;
          };
        },
        [&](std::size_t i, bool) {
          progress_.show({"检查", "checking"}, i + 1, files_.files[i].path);
          take(files_.files[i], outcomes_[i]);
          if (!file_.is_open() && !writer_ && !table_ && is_many() && !settings_.verbose) {
            return;  // the bar stays until something is printed
          }
          if (!file_.is_open()) {
            progress_.clear();
          }
          results().flush();
        });
  }

  /// On any thread.
  static Outcome read(const File& file, Loader& loader) {
    Outcome outcome;
    if (platform::InterruptNoted::came()) {
      return outcome;
    }
    if (file.problem) {
      outcome.reports.resize(1);
      outcome.reports[0].problem = file.problem;
    } else {
      outcome.reports = loader.load_all(file.path);
      if (platform::InterruptNoted::came() && outcome.reports[0].problem) {
        outcome.reports.clear();  // it may be that alone
      }
    }
    return outcome;
  }

  /// On any thread.
  void check(Outcome& outcome) {
    if (platform::InterruptNoted::came()) {
      outcome.reports.clear();
      return;
    }
    if (outcome.reports[0].problem) {
      return;
    }
    if (outcome.reports.size() > 1 && Beside::is_for_one(settings_)) {
      outcome.fault =
          settings_.say("这个文件里有几份报告；--previous 和 --children 一次只能对照一份。",
                        "There are several reports in this file; --previous and --children go with one only.");
      return;
    }
    for (const Loaded& loaded : outcome.reports) {
      Dossier dossier{&loaded.reading.report, &loaded.reading};
      dossier.peers = peers_ ? &*peers_ : nullptr;
      outcome.fault = beside_.put(dossier, settings_);
      if (!outcome.fault.empty()) {
        return;
      }
      outcome.previous.push_back(put_last_year(dossier));
      Assessment& assessment = outcome.assessments.emplace_back(check_and_locate(dossier, settings_.check));
      offer_candidate_reasons(loaded.reading.report, assessment.findings);
    }
  }

  /// Where nothing is said of last year's report, it may be one of the run. Its name.
  std::string put_last_year(Dossier& dossier) const {
    if (dossier.previous != nullptr) {
      const Years::Known* known = beside_.last_year(dossier.report->about);
      return known == nullptr ? settings_.previous : known->name;
    }
    const Years::Known* known = settings_.previous.empty() ? years_.before(dossier.report->about) : nullptr;
    if (known == nullptr) {
      return {};
    }
    dossier.previous = known->report;
    dossier.previous_reading = known->reading;
    return known->name;
  }

  void take(const File& file, Outcome& outcome) {
    if (outcome.reports.empty()) {
      ++left_out_;
      return;
    }
    if (const std::optional<Problem>& problem = outcome.reports[0].problem) {
      take_problem(file, *problem);
      return;
    }
    if (!outcome.fault.empty()) {
      failed_ = true;
      progress_.clear();
      complain(err_, file.path, outcome.fault);
      return;
    }
    for (std::size_t i = 0; i < outcome.assessments.size(); ++i) {
      converted_ += outcome.reports[i].is_converted;
      take_report(file, numbered_name(file.path, i), outcome.reports[i].reading, outcome.assessments[i],
                  outcome.previous[i]);
    }
    if (file.folder) {
      reports_in_folder_[*file.folder] += outcome.assessments.size();
    }
  }

  void take_report(const File& file, const std::string& name, const Reading& reading, Assessment& assessment,
                   const std::string& previous) {
    const About& about = reading.report.about;
    waivers_.take(assessment);
    waivers_.make(settings_, about, assessment);
    ++checked_;
    faulty_ += assessment.count(Severity::error) != 0;
    compared_ += !previous.empty();
    located_ += has_located_cell(assessment);
    if (is_many()) {
      lines_.add(short_name(file, name), about, assessment, settings_);
    }
    if (settings_.errors_only && format_) {
      auto& findings = assessment.findings;
      findings.erase(std::remove_if(findings.begin(), findings.end(),
                                    [](const Finding& finding) { return finding.severity != Severity::error; }),
                     findings.end());
    }
    if (table_) {
      has_unread_cells_ = has_unread_cells_ || !is_complete(reading);
      write([&](std::string& text) { table_->add({name, &reading.report, &reading, &assessment}, text); });
      return;
    }
    if (writer_) {
      const std::string link = link_to(file.path, settings_.output);
      write([&](std::string& text) { writer_->add({name, &about, &assessment, nullptr, link}, text); });
      return;
    }
    if (format_) {
      HtmlOptions options;
      options.language = settings_.language;
      options.assessment = &assessment;
      options.reading = &reading;
      results().print(to_html(reading.report, options));
      return;
    }
    if (is_many() && !settings_.verbose && !settings_.coverage_by_rule) {
      return;
    }
    if (is_many()) {
      results().line(fmt::format("{}{}", checked_ == 1 ? "" : "\n", results().dim("── " + clean(name))));
    }
    print_report(reading, assessment, settings_, results());
    if (!previous.empty()) {
      results().line(fmt::format(
          fmt::runtime(settings_.say("已与上年报告对照：{}。", "Compared with last year's: {}.")), clean(previous)));
    }
    if (!settings_.children.empty()) {
      print_subordinates(beside_.subordinates, settings_, results());
    }
  }

  /// Without the folder that was named.
  std::string short_name(const File& file, const std::string& name) const {
    const std::string folder = file.folder ? files_.folders[*file.folder] : std::string();
    std::size_t begin = name.starts_with(folder) ? folder.size() : 0;
    while (begin != 0 && begin < name.size() && platform::separates_folders(name[begin])) {
      ++begin;
    }
    return name.substr(begin);
  }

  // ---- What stands beside the report

  bool load_beside() {
    if (Beside::is_for_one(settings_) && files_.files.size() != 1) {
      complain(err_, "",
               settings_.say("--previous（一个文件）和 --children 一次只能对照一份报告。",
                             "--previous (of a file) and --children go with one report only."));
      return false;
    }
    return waivers_.load(settings_, err_) && beside_.load(settings_, err_);
  }

  void take_problem(const File& file, const Problem& problem) {
    const bool is_skipped = file.folder && !problem.is_report;
    const std::string_view name =
        file.path == "-" ? settings_.say("标准输入", "standard input") : std::string_view(file.path);
    if (writer_) {
      const Unread unread{problem.code, problem.zh, problem.en, problem.where, is_skipped};
      const std::string link = link_to(file.path, settings_.output);
      write([&](std::string& text) { writer_->add({file.path, nullptr, nullptr, &unread, link}, text); });
    }
    if (is_skipped) {
      skipped_.emplace_back(file.path, problem.in(settings_.language));
      return;
    }
    failed_ = true;
    ++unread_;
    progress_.clear();
    out_.flush();
    complain(err_, name, problem.in(settings_.language));
  }

  // ---- Where the results go

  /// The format that was asked for, or else that of the file's name; complains where they are not the same, or the name
  /// ends in something else.
  bool choose_format() {
    if (settings_.table) {
      return has_table_ending(settings_.output, settings_, err_);
    }
    const Ending* ending = ending_of(settings_.output);
    const bool says_nothing = platform::path_of(settings_.output).extension().empty();
    if (ending == nullptr && !says_nothing && !format_) {
      std::vector<std::string_view> known;
      for (const Ending& one : endings) {
        known.push_back(one.ending);
      }
      complain_of_ending(settings_.output, known, settings_, err_);
      return false;
    }
    if (ending != nullptr && ending->format && format_ && !is_ending_of(*ending, *format_)) {
      complain(err_, settings_.output,
               settings_.say("文件名的结尾与要求的格式（--format、--json）不一致，请改其中一个。",
                             "The ending of the name is not that of the format asked for (--format, --json)."));
      return false;
    }
    format_ = format_ || ending == nullptr ? format_ : ending->format;
    return true;
  }

  bool open_output() {
    if (!settings_.write_waivers.empty() && overwrites(settings_.write_waivers, inputs(), settings_, err_)) {
      return false;
    }
    if (settings_.output.empty()) {
      return true;
    }
    // Results of an earlier run that lie in the folder are no input.
    files_.files.erase(std::remove_if(files_.files.begin(), files_.files.end(),
                                      [&](const File& file) {
                                        return file.folder && would_overwrite(settings_.output, file.path) &&
                                               Loader({}).is_own_result(file.path);
                                      }),
                       files_.files.end());
    if (overwrites(settings_.output, inputs(), settings_, err_)) {
      return false;
    }
    if (!file_.open(settings_.output)) {
      complain_of_writing(settings_.output, file_.error(), settings_, err_);
      return false;
    }
    if (is_words()) {
      results().line(fmt::format("{}：{}", own_result_mark, settings_.say("核对结果", "results")));
    }
    return true;
  }
  /// Every file that is read.
  std::vector<std::string> inputs() const {
    std::vector<std::string> paths{settings_.previous, settings_.bodies, settings_.waivers};
    for (const Files& files : {files_, find_files({settings_.children})}) {
      for (const File& file : files.files) {
        paths.push_back(file.path);
      }
    }
    return paths;
  }
  Output& results() { return file_.is_open() ? file_.output() : out_; }

  template <class Write>
  void write(Write to_text) {
    text_.clear();
    to_text(text_);
    results().print(text_);
  }

  /// One report as a page is its form, with the findings in their places.
  bool is_one_page() const { return format_ == FindingsFormat::html && !is_list_; }
  bool is_words() const { return !format_ && !settings_.table; }
  bool is_many() const { return files_.files.size() + left_out_ > 1; }

  std::size_t jobs() const {
    return Beside::is_for_one(settings_) ? 1 : settings_.jobs != 0 ? settings_.jobs : platform::processors();
  }

  void print_skipped() {
    if (skipped_.empty()) {
      return;
    }
    out_.line(fmt::format(fmt::runtime(settings_.say("\n跳过{}个不是年度报告的文件：",
                                                     "\nSkipped, because they are no annual reports (files: {}):")),
                          skipped_.size()));
    print_first(skipped_, [&](const auto& skipped) {
      return fmt::format(fmt::runtime(settings_.say("  {}：{}", "  {}: {}")), clean(skipped.first),
                         clean(skipped.second));
    });
  }

  /// A line for each of the first ten, and how many more there are: a folder of photographs shall not hide the total.
  template <class Items, class Line>
  void print_first(const Items& items, const Line& line) {
    const std::size_t shown = settings_.verbose ? items.size() : std::min<std::size_t>(items.size(), 10);
    for (std::size_t i = 0; i < shown; ++i) {
      out_.line(line(items[i]));
    }
    if (shown != items.size()) {
      out_.line(fmt::format(fmt::runtime(settings_.say("  ……还有{}个，加 -v 全部列出。", "  ... and {} more: see -v.")),
                            items.size() - shown));
    }
  }

  void print_repeated() {
    const std::vector<const Years::Same*> repeated = years_.repeated();
    if (repeated.empty()) {
      return;
    }
    out_.line(settings_.say("\n同一机关、同一年度有几份报告，请确认以哪一份为准：",
                            "\nSeveral reports of one body on one year; make sure which one counts:"));
    print_first(repeated, [&](const Years::Same* same) {
      std::vector<std::string> names;
      for (const Years::Known& known : same->second) {
        names.push_back(clean(known.name));
      }
      return fmt::format(fmt::runtime(settings_.say("  {}{}年度：{}", "  {}, {}: {}")), clean(same->first.first),
                         same->first.second, fmt::join(names, settings_.say("、", ", ")));
    });
  }

  /// The last lines: how many of what.
  void print_total() {
    const auto add = [&](std::string& text, std::string_view zh, std::string_view en, std::size_t count) {
      text += count == 0 ? std::string() : fmt::format(fmt::runtime(settings_.say(zh, en)), count);
    };
    if (is_many()) {
      std::string total = fmt::format(
          fmt::runtime(settings_.say("\n共检查{}份报告，其中{}份有错误", "\nReports checked: {}; with errors: {}")),
          checked_, faulty_);
      add(total, "；另有{}个文件没有读出", "; files that could not be read: {}", unread_);
      total += settings_.say("。", ".");
      add(total, "有{}份与上年的报告对照过。", " Compared with last year's report: {}.", compared_);
      add(total, "有{}份已由LibreOffice（soffice）转换后读取。", " Converted by LibreOffice (soffice) before: {}.",
          converted_);
      add(total, "有{}份能推算出错在哪一格，用 gongkai why 看推算。",
          " Which cell is wrong can be told in {}: see gongkai why.", located_);
      out_.line(total);
      if (is_words() && !settings_.verbose && checked_ != 0) {
        out_.line(settings_.say("加 -v 看每份报告的全部结果。", "With -v each report is printed in full."));
      }
    }
    if (!is_many() && converted_ != 0) {
      out_.line(in(converted_by_soffice, settings_.language));
    }
    if (file_.is_open()) {
      out_.line(fmt::format(fmt::runtime(settings_.say("结果已写入{}。", "The results are in {}.")),
                            clean(settings_.output)));
    }
  }

  void complain_of_empty_folders() {
    for (std::size_t i = 0; i < files_.folders.size(); ++i) {
      if (reports_in_folder_[i] == 0) {
        failed_ = true;
        complain(err_, files_.folders[i],
                 settings_.say("文件夹里没有可以读取的年度报告。",
                               "There is no annual report in this folder that can be read."));
      }
    }
  }

  const Settings& settings_;
  Output& out_;
  Output& err_;
  Files files_;
  Progress progress_;
  bool is_list_;  ///< a folder, several files or a list of files were named
  std::optional<FindingsFormat> format_;
  OutputFile file_;
  std::unique_ptr<FindingsWriter> writer_;
  std::unique_ptr<TableWriter> table_;
  std::string text_;
  Beside beside_;
  WaiverFiles waivers_;
  std::vector<std::size_t> reports_in_folder_;
  std::vector<std::pair<std::string, std::string>> skipped_;
  std::vector<Outcome> outcomes_;  ///< of each file
  Years years_;
  std::optional<Peers> peers_;  ///< of several reports
  ReportLines lines_;
  std::size_t checked_ = 0, faulty_ = 0, unread_ = 0, compared_ = 0, located_ = 0, converted_ = 0;
  std::size_t left_out_ = 0;  ///< files, after Ctrl-C
  bool failed_ = false, has_unread_cells_ = false;
};

}  // namespace

int run_check(const Settings& settings, Output& out, Output& err) {
  if (settings.quiet) {
    out.silence();
  }
  return Run(settings, out, err).run();
}

int run_table(const Settings& settings, Output& out, Output& err) {
  return Run(settings, out, err).run();
}

}  // namespace gongkai::cli
