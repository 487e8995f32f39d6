// One report in words: its findings, what else was noticed, and how far the check got.
#include "report_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gongkai::cli {
namespace {

/// Whether a note is of the file as a whole; what is noted of the form is for rules to say.
bool is_of_file(NoteKind kind) {
  switch (kind) {
    case NoteKind::charset_conflict:
    case NoteKind::hidden_row:
    case NoteKind::tracked_change:
    case NoteKind::picture:
    case NoteKind::skipped_table:
    case NoteKind::further_report:
    case NoteKind::damaged_text:
    case NoteKind::covered:
      return true;
    default:
      return false;
  }
}

void print_notes(const Reading& reading, const Settings& settings, Output& out) {
  bool any = false;
  for (const Note& note : reading.notes) {
    if (!is_of_file(note.kind)) {
      continue;
    }
    if (!any) {
      out.line(settings.say("读取时另外注意到：", "Also noticed while reading:"));
      any = true;
    }
    print_note(note, reading.report.about, settings, out);
  }
}

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

/// Why so many stayed open: 有关格子空白 27，单份报告无法判断 1.
std::string reasons_of(const CoverageLine& line, const Settings& settings) {
  std::string reasons;
  for (std::size_t i = 0; i < open_reason_count; ++i) {
    if (line.open[i] != 0) {
      reasons += fmt::format("{}{} {}", reasons.empty() ? "" : settings.say("，", ", "),
                             name(static_cast<OpenReason>(i), settings.language), line.open[i]);
    }
  }
  return reasons;
}

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
      {"peers", {"与同批报告相比", "beside other bodies"}},
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

/// All rules in one line.
void print_coverage_line(const Assessment& assessment, const Settings& settings, Output& out) {
  CoverageLine all;
  for (const Coverage& coverage : assessment.coverage) {
    all.add(coverage);
  }
  std::string text = fmt::format(fmt::runtime(settings.say("检查范围：成立{}处", "Checked: {} held")), all.held);
  if (all.assumed != 0) {
    text += fmt::format(fmt::runtime(settings.say("（其中{}处是把空白按0计算的）", " ({} of them count a blank as 0)")),
                        all.assumed);
  }
  text += fmt::format(fmt::runtime(settings.say("，违反{}处", ", {} violated")), all.violated);
  if (const std::string reasons = reasons_of(all, settings); !reasons.empty()) {
    text += fmt::format(fmt::runtime(settings.say("，未定{}处（{}）", ", {} open ({})")), all.open_total(), reasons);
  }
  out.line(text.append(settings.say("。", ".")));
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
    const std::string reasons = reasons_of(line, settings);
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

}  // namespace

bool has_located_cell(const Assessment& assessment) {
  return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                     [](const Finding& finding) { return !finding.suspects.empty(); });
}

void print_report(const Reading& reading, const Assessment& assessment, const Settings& settings, Output& out) {
  const About& about = reading.report.about;
  print_head(about, settings, out);
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    for (const Finding& finding : assessment.findings) {
      if (finding.severity == severity && (severity == Severity::error || !settings.errors_only)) {
        print_finding(finding, about, &reading, settings, out);
      }
    }
  }
  if (!settings.errors_only) {
    print_notes(reading, settings, out);
  }
  print_summary(assessment, settings, out);
  if (settings.verbose || settings.coverage_by_rule) {
    print_coverage(assessment, settings, out);
  } else {
    print_coverage_line(assessment, settings, out);
  }
  if (has_located_cell(assessment)) {
    out.line(settings.say("有的错能推算出在哪一格，用 gongkai why 看推算。",
                          "Which cell is wrong can be told for some errors: see gongkai why."));
  }
}

}  // namespace gongkai::cli
