// `gongkai check`: what is wrong in one report or in many, in words that the person who filled in the form understands,
// or in a format that other programs read.
#include <algorithm>
#include <filesystem>
#include <thread>

#include "beside.hpp"
#include "body_table.hpp"
#include "gongkai/waiver.hpp"
#include "gongkai/write.hpp"
#include "in_order.hpp"
#include "output_file.hpp"
#include "report_text.hpp"

namespace gongkai::cli {
namespace {

/// What became of a file: the reports in it, each with its assessment.
struct Outcome {
  std::vector<Loaded> reports;  ///< at least one; with a problem there is no assessment
  std::vector<Assessment> assessments;
  std::string fault;  ///< what stands beside the report does not fit it
};

/// The format that the name of a file asks for; none: words.
std::optional<FindingsFormat> format_of(const std::string& path) {
  constexpr std::pair<std::string_view, FindingsFormat> endings[] = {
      {".json", FindingsFormat::json}, {".jsonl", FindingsFormat::jsonl}, {".sarif", FindingsFormat::sarif},
      {".xml", FindingsFormat::junit}, {".csv", FindingsFormat::csv},     {".html", FindingsFormat::html}};
  const std::string ending = std::filesystem::path(path).extension().string();
  for (const auto& [name, format] : endings) {
    if (ending == name) {
      return format;
    }
  }
  return std::nullopt;
}

class Run {
 public:
  Run(const Settings& settings, Output& out, Output& err)
      : settings_(settings),
        out_(out),
        err_(err),
        files_(find_files(settings.paths)),
        progress_(files_.files.size(), settings.language),
        is_list_(settings.paths.size() > 1 || !files_.folders.empty()),
        format_(settings.format ? settings.format : format_of(settings.output)),
        reports_in_folder_(files_.folders.size()) {}

  int run() {
    if (!load_beside() || !open_output()) {
      return exit_failed;
    }
    if (format_ && !is_one_page()) {
      // A single report is one object, not a list of one.
      const bool is_single = *format_ == FindingsFormat::json && !is_list_;
      writer_ = findings_writer(is_single ? FindingsFormat::jsonl : *format_, settings_.language);
      write([&](std::string& text) { writer_->begin(text); });
    }
    in_order(
        files_.files.size(), jobs(),
        [&] {
          return
              [this, loader = Loader(settings_.hints)](std::size_t i) mutable { return made(files_.files[i], loader); };
        },
        [&](std::size_t i, Outcome outcome) {
          progress_.show(i, files_.files[i].path);
          take(files_.files[i], outcome);
          if (out_.is_terminal() || err_.is_terminal()) {
            progress_.clear();
          }
          results().flush();
        });
    progress_.clear();
    if (writer_) {
      write([&](std::string& text) { writer_->end(text); });
    }
    if (!format_ || file_.is_open()) {
      print_skipped();
      print_total();
      print_waivers();
    }
    out_.flush();
    complain_of_empty_folders();
    if (file_.is_open() && !file_.finish()) {
      complain(err_, settings_.output, settings_.say("无法写入这个文件。", "Cannot write this file."));
      return exit_failed;
    }
    return failed_ ? exit_failed : faulty_ != 0 ? exit_faults : exit_clean;
  }

 private:
  /// On any thread.
  Outcome made(const File& file, Loader& loader) {
    Outcome outcome;
    if (file.problem) {
      outcome.reports.resize(1);
      outcome.reports[0].problem = file.problem;
      return outcome;
    }
    outcome.reports = loader.load_all(file.path);
    if (outcome.reports[0].problem) {
      return outcome;
    }
    if (outcome.reports.size() > 1 && Beside::is_asked_for(settings_)) {
      outcome.fault =
          settings_.say("这个文件里有几份报告；--previous 和 --children 一次只能对照一份。",
                        "There are several reports in this file; --previous and --children go with one only.");
      return outcome;
    }
    for (const Loaded& loaded : outcome.reports) {
      Dossier dossier{&loaded.reading.report, loaded.document()};
      outcome.fault = beside_.put(dossier, settings_);
      if (!outcome.fault.empty()) {
        return outcome;
      }
      outcome.assessments.push_back(gongkai::check(dossier, settings_.check));
      offer_candidate_reasons(loaded.reading.report, outcome.assessments.back().findings);
    }
    return outcome;
  }

  void take(const File& file, Outcome& outcome) {
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
      // The second report of a file is 年报.docx#2.
      take_report(i == 0 ? file.path : fmt::format("{}#{}", file.path, i + 1), outcome.reports[i].reading,
                  outcome.assessments[i]);
    }
    if (file.folder) {
      reports_in_folder_[*file.folder] += outcome.assessments.size();
    }
  }

  void take_report(const std::string& name, const Reading& reading, Assessment& assessment) {
    const About& about = reading.report.about;
    take_waivers(assessment);
    ++checked_;
    faulty_ += assessment.count(Severity::error) != 0;
    bodies_.add(about, assessment);
    if (writer_) {
      write([&](std::string& text) { writer_->add({name, &about, &assessment, nullptr}, text); });
      return;
    }
    if (format_) {
      HtmlOptions options;
      options.language = settings_.language;
      options.assessment = &assessment;
      results().print(to_html(reading.report, options));
      return;
    }
    if (is_many()) {
      results().line(fmt::format("{}{}", checked_ == 1 ? "" : "\n", results().dim("── " + clean(name))));
    }
    print_report(reading, assessment, settings_, results());
    if (!settings_.children.empty()) {
      print_subordinates(beside_.subordinates, settings_, results());
    }
  }

  // ---- What stands beside the report

  bool load_beside() {
    if (Beside::is_asked_for(settings_) && files_.files.size() != 1) {
      complain(err_, "",
               settings_.say("--previous 和 --children 一次只能对照一份报告。",
                             "--previous and --children go with one report only."));
      return false;
    }
    if (!settings_.waivers.empty()) {
      if (const auto problem = Loader({}).load_other(settings_.waivers, waivers_from_json, waivers_)) {
        complain(err_, settings_.waivers, problem->in(settings_.language));
        return false;
      }
      waiver_uses_.assign(waivers_.size(), WaiverUse::unused);
    }
    return beside_.load(settings_, err_);
  }

  void take_waivers(Assessment& assessment) {
    if (waivers_.empty()) {
      return;
    }
    const std::vector<WaiverUse> uses = apply(waivers_, today(), assessment);
    for (std::size_t i = 0; i < uses.size(); ++i) {
      waiver_uses_[i] = waiver_uses_[i] == WaiverUse::used ? WaiverUse::used : uses[i];
    }
  }

  /// The waivers that accept nothing, so that the file can be tidied.
  void print_waivers() {
    for (std::size_t i = 0; i < waivers_.size(); ++i) {
      if (waiver_uses_[i] == WaiverUse::used) {
        continue;
      }
      const std::string_view why =
          waiver_uses_[i] == WaiverUse::expired ? settings_.say("已到期", "expired")
          : waiver_uses_[i] == WaiverUse::future
              ? settings_.say("尚未生效", "not yet in force")
              : settings_.say("没有对应的问题（或数已变动）", "no such finding, or a value moved");
      out_.line(
          fmt::format(fmt::runtime(settings_.say("豁免{}没有用上：{}。理由：{}", "Waiver {} not used: {}. Reason: {}")),
                      waivers_[i].fingerprint, why, clean(waivers_[i].reason)));
    }
  }

  void take_problem(const File& file, const Problem& problem) {
    const bool is_skipped = file.folder && !problem.is_report;
    const std::string_view name =
        file.path == "-" ? settings_.say("标准输入", "standard input") : std::string_view(file.path);
    if (writer_) {
      const Unread unread{problem.code, problem.zh, problem.en, problem.where, is_skipped};
      write([&](std::string& text) { writer_->add({file.path, nullptr, nullptr, &unread}, text); });
    }
    if (is_skipped) {
      skipped_.emplace_back(file.path, problem.in(settings_.language));
      return;
    }
    failed_ = true;
    progress_.clear();
    out_.flush();
    complain(err_, name, problem.in(settings_.language));
  }

  // ---- Where the results go

  bool open_output() {
    if (settings_.output.empty() || file_.open(settings_.output)) {
      return true;
    }
    complain(err_, settings_.output, settings_.say("无法写入这个文件。", "Cannot write this file."));
    return false;
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
  bool is_many() const { return files_.files.size() > 1; }

  std::size_t jobs() const {
    return Beside::is_asked_for(settings_) ? 1
           : settings_.jobs != 0           ? settings_.jobs
                                           : std::max<std::size_t>(1, std::thread::hardware_concurrency());
  }

  void print_skipped() {
    if (skipped_.empty()) {
      return;
    }
    out_.line(fmt::format(
        fmt::runtime(settings_.say("\n跳过{}个不能作为年度报告读取的文件：",
                                   "\nSkipped, because they cannot be read as annual reports (files: {}):")),
        skipped_.size()));
    for (const auto& [path, reason] : skipped_) {
      out_.line(fmt::format(fmt::runtime(settings_.say("  {}：{}", "  {}: {}")), clean(path), clean(reason)));
    }
  }

  void print_total() {
    if (is_many()) {
      out_.line(fmt::format(
          fmt::runtime(settings_.say("\n共检查{}份报告，其中{}份有错误。", "\nReports checked: {}; with errors: {}.")),
          checked_, faulty_));
      if (checked_ != 0) {
        bodies_.print(settings_, out_);
      }
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
  bool is_list_;  ///< a folder, or several files, were named
  std::optional<FindingsFormat> format_;
  OutputFile file_;
  std::unique_ptr<FindingsWriter> writer_;
  std::string text_;
  Beside beside_;
  std::vector<Waiver> waivers_;
  std::vector<WaiverUse> waiver_uses_;
  std::vector<std::size_t> reports_in_folder_;
  std::vector<std::pair<std::string, std::string>> skipped_;
  BodyTable bodies_;
  std::size_t checked_ = 0, faulty_ = 0;
  bool failed_ = false;
};

}  // namespace

int run_check(const Settings& settings, Output& out, Output& err) {
  return Run(settings, out, err).run();
}

}  // namespace gongkai::cli
