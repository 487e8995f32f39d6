// `gongkai check`: what is wrong in one report or in many, in words that the person who filled in the form understands.
#include <algorithm>

#include "beside.hpp"
#include "gongkai/candidate_reason.hpp"
#include "gongkai/waiver.hpp"
#include "gongkai/write.hpp"

namespace gongkai::cli {
namespace {

// ---- One report in words ----

/// Whether a finding already says what the note says.
bool is_said(const Note& note, const Assessment& assessment) {
  return std::any_of(assessment.findings.begin(), assessment.findings.end(), [&](const Finding& finding) {
    return finding.place == note.place && finding.detail == note.text;
  });
}

void print_notes(const Reading& reading, const Assessment& assessment, const Settings& settings, Output& out) {
  bool any = false;
  for (const Note& note : reading.notes) {
    if (note.kind == NoteKind::label_variant || is_said(note, assessment)) {
      continue;
    }
    if (!any) {
      out.line(settings.say("读取时另外注意到：", "Also noticed while reading:"));
      any = true;
    }
    print_note(note, reading.report.about, settings, out);
  }
}

// ---- Coverage ----

/// One line of the list of what was checked.
struct CoverageLine {
  std::string name;
  std::uint32_t held = 0, violated = 0, assumed = 0;
  std::array<std::uint32_t, open_reason_count> open{};

  void add(const Coverage& coverage) {
    held += coverage.held;
    violated += coverage.violated;
    assumed += coverage.assumed;
    for (std::size_t i = 0; i < open_reason_count; ++i) {
      open[i] += coverage.open[i];
    }
  }
  std::uint32_t open_total() const {
    std::uint32_t sum = 0;
    for (const std::uint32_t n : open) {
      sum += n;
    }
    return sum;
  }
  bool is_empty() const { return held + violated + open_total() == 0; }
};

std::string group_name(std::string_view prefix, Language language) {
  struct Group {
    std::string_view prefix;
    Label name;
  };
  constexpr Group groups[] = {
      {"requests", {"申请（表三）", "requests"}},
      {"review", {"行政复议", "review"}},
      {"litigation", {"行政诉讼", "litigation"}},
      {"value", {"各格的数", "values"}},
      {"disclosure", {"主动公开（表二）", "disclosure"}},
      {"narrative", {"文与表", "text and table"}},
      {"document", {"报告文本", "document"}},
      {"form", {"格式", "form"}},
      {"years", {"与上年相比", "between years"}},
      {"rollup", {"与所含单位相比", "roll-up"}},
  };
  for (const Group& group : groups) {
    if (group.prefix == prefix) {
      return std::string(in(group.name, language));
    }
  }
  return std::string(prefix);
}

std::vector<CoverageLine> coverage_lines(const Assessment& assessment, const Settings& settings) {
  std::vector<CoverageLine> lines;
  for (std::size_t i = 0; i < rule_catalog.size(); ++i) {
    const std::string_view id = rule_catalog[i].id;
    const std::string key =
        settings.coverage_by_rule ? std::string(id) : group_name(id.substr(0, id.find('.')), settings.language);
    auto line = std::find_if(lines.begin(), lines.end(), [&](const CoverageLine& l) { return l.name == key; });
    if (line == lines.end()) {
      line = lines.insert(line, CoverageLine{key, 0, 0, 0, {}});
    }
    line->add(assessment.coverage[i]);
  }
  lines.erase(std::remove_if(lines.begin(), lines.end(), [](const CoverageLine& l) { return l.is_empty(); }),
              lines.end());
  return lines;
}

void print_coverage(const Assessment& assessment, const Settings& settings, Output& out) {
  const std::vector<CoverageLine> lines = coverage_lines(assessment, settings);
  const std::string_view title = settings.say("检查范围", "Checked");
  std::size_t width = display_width(title);
  std::uint32_t assumed = 0;
  for (const CoverageLine& line : lines) {
    width = std::max(width, display_width(line.name) + 2);
    assumed += line.assumed;
  }
  constexpr std::size_t number = 8;
  out.line(out.dim(padded(title, width) + led(settings.say("成立", "held"), number) +
                   led(settings.say("违反", "violated"), number + 2) + led(settings.say("未定", "open"), number) +
                   "  " + std::string(settings.say("未定的原因", "why open"))));
  for (const CoverageLine& line : lines) {
    std::string reasons;
    for (std::size_t i = 0; i < open_reason_count; ++i) {
      if (line.open[i] != 0) {
        reasons += fmt::format("{}{} {}", reasons.empty() ? "" : settings.say("，", ", "),
                               name(static_cast<OpenReason>(i), settings.language), line.open[i]);
      }
    }
    const std::string violated = led(std::to_string(line.violated), number + 2);
    std::string text = padded("  " + line.name, width) + led(std::to_string(line.held), number) +
                       (line.violated == 0 ? violated : out.bold(violated)) +
                       led(std::to_string(line.open_total()), number);
    out.line(reasons.empty() ? text : text + "  " + reasons);
  }
  if (assumed != 0) {
    out.line(fmt::format(
        fmt::runtime(settings.say("  其中{}处成立是把空白按0计算的。", "  {} of those that held count a blank as 0.")),
        assumed));
  }
}

void print_summary(const Assessment& assessment, const Settings& settings, Output& out) {
  if (assessment.findings.empty()) {
    out.line(settings.say("结论：未发现问题；已检查和未能判断的见下。",
                          "Result: nothing found; what was checked and what stayed open is below."));
    return;
  }
  out.line(fmt::format(
      fmt::runtime(settings.say("结论：错误{}处，核实{}处，提示{}处。", "Result: errors {}, warnings {}, info {}.")),
      assessment.count(Severity::error), assessment.count(Severity::warning), assessment.count(Severity::info)));
  if (const std::size_t waived = assessment.count_waived(); waived != 0) {
    out.line(
        fmt::format(fmt::runtime(settings.say("另有{}处已豁免，不计在内。", "Waived, and not counted: {}.")), waived));
  }
}

void print_report(const Reading& reading, const Assessment& assessment, const Settings& settings, Output& out) {
  const About& about = reading.report.about;
  print_head(about, settings, out);
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    for (const Finding& finding : assessment.findings) {
      if (finding.severity == severity) {
        print_finding(finding, about, settings, out);
      }
    }
  }
  print_notes(reading, assessment, settings, out);
  print_summary(assessment, settings, out);
  print_coverage(assessment, settings, out);
}

// ---- One report as JSON ----

std::string json_head(const std::string& path) {
  return fmt::format(R"({{"schema":"gongkai.check/1","file":{})", json_string(path));
}

std::string json_of(const std::string& path, const Report& report, const Assessment& assessment) {
  const About& about = report.about;
  const std::string year = about.year == 0 ? "null" : std::to_string(about.year);
  const std::string edition =
      about.edition == Edition::unknown ? "null" : json_string(edition_name(about.edition, Language::en));
  return fmt::format(R"({},"title":{},"authority":{},"year":{},"edition":{},"assessment":{}}})", json_head(path),
                     json_string(about.title), json_string(about.authority), year, edition, to_json(assessment, about));
}

std::string json_of(const std::string& path, const Problem& problem, bool is_skipped) {
  return fmt::format(R"({},"{}":{{"code":{},"message":{{"zh":{},"en":{}}},"line":{},"column":{}}}}})", json_head(path),
                     is_skipped ? "skipped" : "error", json_string(problem.code), json_string(problem.zh),
                     json_string(problem.en), problem.where.line, problem.where.column);
}

// ---- The run ----

class Run {
 public:
  Run(const Settings& settings, Output& out, Output& err)
      : settings_(settings),
        out_(out),
        err_(err),
        files_(find_files(settings.paths)),
        loader_(settings.hints),
        progress_(files_.files.size(), settings.language),
        reports_in_folder_(files_.folders.size()) {}

  int run() {
    if (!load_beside()) {
      return exit_failed;
    }
    const bool is_list = settings_.paths.size() > 1 || !files_.folders.empty();
    if (settings_.json && is_list) {
      out_.print("[");
    }
    for (std::size_t i = 0; i < files_.files.size(); ++i) {
      progress_.show(i, files_.files[i].path);
      take(files_.files[i]);
      if (out_.is_terminal() || err_.is_terminal()) {
        progress_.clear();
      }
      out_.flush();
    }
    progress_.clear();
    if (settings_.json) {
      out_.line(is_list ? "\n]" : "");
    } else {
      print_skipped();
      print_total();
      print_waivers();
    }
    out_.flush();
    complain_of_empty_folders();
    return failed_ ? exit_failed : faulty_ != 0 ? exit_faults : exit_clean;
  }

 private:
  void take(const File& file) {
    if (file.problem) {
      take_problem(file, *file.problem);
      return;
    }
    const Loaded loaded = loader_.load(file.path);
    if (loaded.problem) {
      take_problem(file, *loaded.problem);
      return;
    }
    const Report& report = loaded.reading.report;
    Dossier dossier{&report, loaded.document()};
    if (const std::string fault = beside_.put(dossier, settings_); !fault.empty()) {
      failed_ = true;
      progress_.clear();
      complain(err_, file.path, fault);
      return;
    }
    Assessment assessment = gongkai::check(dossier, settings_.check);
    offer_candidate_reasons(report, assessment);
    take_waivers(assessment);
    ++checked_;
    faulty_ += assessment.count(Severity::error) != 0;
    if (file.folder) {
      ++reports_in_folder_[*file.folder];
    }
    if (settings_.json) {
      print_json(json_of(file.path, report, assessment));
      return;
    }
    if (files_.files.size() > 1) {
      out_.line(fmt::format("{}{}", checked_ == 1 ? "" : "\n", out_.dim("── " + clean(file.path))));
    }
    print_report(loaded.reading, assessment, settings_, out_);
    if (!settings_.children.empty()) {
      print_subordinates(beside_.subordinates, settings_, out_);
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
    if (settings_.json) {
      print_json(json_of(file.path, problem, is_skipped));
    }
    if (is_skipped) {
      skipped_.emplace_back(file.path, problem.in(settings_.language));
      return;
    }
    failed_ = true;
    progress_.clear();
    out_.flush();
    complain(err_, file.path == "-" ? settings_.say("标准输入", "standard input") : file.path,
             problem.in(settings_.language));
  }

  void print_json(std::string_view object) {
    if (settings_.paths.size() > 1 || !files_.folders.empty()) {
      out_.print(is_first_ ? "\n" : ",\n");
    }
    is_first_ = false;
    out_.print(object);
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
    if (files_.files.size() > 1) {
      out_.line(fmt::format(
          fmt::runtime(settings_.say("\n共检查{}份报告，其中{}份有错误。", "\nReports checked: {}; with errors: {}.")),
          checked_, faulty_));
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
  Loader loader_;
  Progress progress_;
  Beside beside_;
  std::vector<Waiver> waivers_;
  std::vector<WaiverUse> waiver_uses_;
  std::vector<std::size_t> reports_in_folder_;
  std::vector<std::pair<std::string, std::string>> skipped_;
  std::size_t checked_ = 0, faulty_ = 0;
  bool failed_ = false, is_first_ = true;
};

}  // namespace

int run_check(const Settings& settings, Output& out, Output& err) {
  return Run(settings, out, err).run();
}

}  // namespace gongkai::cli
