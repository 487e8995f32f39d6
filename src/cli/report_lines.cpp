// The list of reports at the end of a run over many.
#include "report_lines.hpp"

#include <algorithm>

namespace gongkai::cli {
namespace {

constexpr std::array severities{Severity::error, Severity::warning, Severity::info};

/// The first finding of the gravest severity that asks for something to be done.
std::string worst_of(const Assessment& assessment, const About& about, Language language) {
  for (const Severity severity : {Severity::error, Severity::warning}) {
    for (const Finding& finding : assessment.findings) {
      if (finding.severity == severity && !finding.waiver) {
        return clean(message(finding, *find_rule(finding.rule), about, language));
      }
    }
  }
  return {};
}

}  // namespace

void ReportLines::add(const std::string& file, const About& about, const Assessment& assessment,
                      const Settings& settings) {
  Line line;
  line.file = clean(file);
  line.body = about.authority.empty() ? line.file : clean(about.authority);
  line.year = about.year == 0 ? std::string("—") : std::to_string(about.year);
  for (std::size_t i = 0; i < severities.size(); ++i) {
    line.counts[i] = assessment.count(severities[i]);
  }
  line.worst = worst_of(assessment, about, settings.language);
  lines_.push_back(std::move(line));
}

void ReportLines::print(const Settings& settings, Output& out) const {
  std::vector<const Line*> order;
  std::size_t body = display_width(settings.say("机关", "Body"));
  for (const Line& line : lines_) {
    if (!settings.errors_only || line.counts[0] != 0) {
      order.push_back(&line);
      body = std::max(body, display_width(line.body));
    }
  }
  if (order.empty()) {
    return;
  }
  std::stable_sort(order.begin(), order.end(), [](const Line* a, const Line* b) { return a->counts > b->counts; });
  const std::size_t width = out.width();
  constexpr std::size_t year = 6, part = 3;
  body = width == 0 ? body : std::min(body, std::max<std::size_t>(width / part, year));
  const std::array<std::string_view, 3> names = {settings.say("错误", "errors"), settings.say("核实", "warnings"),
                                                 settings.say("提示", "info")};
  const auto line_of = [&](const std::string& first, std::string_view second, const auto& counts, std::string_view file,
                           std::string_view worst) {
    std::string text = padded(shortened(first, body), body) + led(second, year);
    for (std::size_t i = 0; i < names.size(); ++i) {
      text += led(counts[i], display_width(names[i]) + 2);
    }
    text.append("  ").append(worst).append(worst.empty() ? "" : settings.say("　", "   ")).append(file);
    return width == 0 ? text : shortened(text, width);
  };
  out.line(out.dim(line_of(std::string(settings.say("机关", "Body")), settings.say("年度", "year"), names,
                           settings.say("文件", "file"), settings.say("第一处问题", "first finding"))));
  for (const Line* line : order) {
    const std::array<std::string, 3> counts = {std::to_string(line->counts[0]), std::to_string(line->counts[1]),
                                               std::to_string(line->counts[2])};
    const std::string text = line_of(line->body, line->year, counts, line->file, line->worst);
    out.line(line->counts[0] == 0 ? text : out.bold(text));
  }
}

}  // namespace gongkai::cli
