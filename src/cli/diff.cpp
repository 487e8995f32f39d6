// `gongkai diff`: what differs between two reports, or two versions of one.
#include "gongkai/diff.hpp"

#include <fmt/format.h>

#include "commands.hpp"
#include "gongkai/write.hpp"
#include "input.hpp"

namespace gongkai::cli {
namespace {

std::string value_text(const std::optional<std::int64_t>& value, const CellInfo& cell, Edition edition,
                       const Settings& settings) {
  return value ? number_text(*value, cell.is_money)
         : edition == Edition::unknown || has(cell.editions, edition)
             ? std::string(settings.say("空白", "blank"))
             : std::string(settings.say("无此栏", "not on this form"));
}

void print_cells(const Diff& diff, const Settings& settings, Output& out) {
  out.line(fmt::format(fmt::runtime(settings.say("数格变动：{}格。", "Cells that differ: {}.")), diff.cells.size()));
  for (const CellChange& change : diff.cells) {
    const CellInfo& cell = cells[change.cell];
    const Edition edition = has(cell.editions, diff.after.edition) ? diff.after.edition : diff.before.edition;
    std::string by;
    if (const auto difference = change.change()) {
      by = fmt::format(fmt::runtime(settings.say("（{}{}）", " ({}{})")), *difference > 0 ? "+" : "",
                       number_text(*difference, cell.is_money));
    }
    out.line(fmt::format(fmt::runtime(settings.say("  {}：{} → {}{}", "  {}: {} → {}{}")),
                         cell_name(cell, edition, settings.language),
                         value_text(change.before, cell, diff.before.edition, settings),
                         value_text(change.after, cell, diff.after.edition, settings), by));
  }
  for (const std::uint8_t text : diff.texts) {
    out.line(fmt::format(fmt::runtime(settings.say("  文字有改动：{}", "  Text changed: {}")),
                         in(texts[text].label, settings.language)));
  }
}

void print_findings(std::string_view title, const std::vector<Finding>& findings, const About& about,
                    const Settings& settings, Output& out) {
  out.line(fmt::format(fmt::runtime(settings.say("{}：{}处。", "{}: {}.")), title, findings.size()));
  for (const Finding& finding : findings) {
    print_finding(finding, about, nullptr, settings, out);
  }
}

}  // namespace

int run_diff(const Settings& settings, Output& out, Output& err) {
  Loader loader(settings.hints);
  Loaded loaded[2];
  Dossier dossiers[2];
  for (std::size_t i = 0; i < 2; ++i) {
    loaded[i] = loader.load(settings.paths[i]);
    if (loaded[i].problem) {
      complain(err, settings.paths[i], loaded[i].problem->in(settings.language));
      return exit_failed;
    }
    dossiers[i].report = &loaded[i].reading.report;
    dossiers[i].reading = loaded[i].document();
  }
  const Diff difference = diff(dossiers[0], dossiers[1], settings.check);
  if (settings.json) {
    out.line(to_json(difference));
  } else {
    print_head(difference.before, settings, out);
    out.line(settings.say("与以下报告相比：", "compared with:"));
    print_head(difference.after, settings, out);
    print_cells(difference, settings, out);
    print_findings(settings.say("已消除的问题", "Findings closed"), difference.closed, difference.before, settings,
                   out);
    print_findings(settings.say("新出现的问题", "Findings opened"), difference.opened, difference.after, settings, out);
    print_findings(settings.say("仍存在的问题", "Findings that remain"), difference.remaining, difference.after,
                   settings, out);
  }
  for (const Finding& finding : difference.opened) {
    if (finding.severity == Severity::error) {
      return exit_faults;
    }
  }
  return exit_clean;
}

}  // namespace gongkai::cli
