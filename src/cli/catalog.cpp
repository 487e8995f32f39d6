// `gongkai cells`, `gongkai rules` and `gongkai explain`: what the library knows of the form and what it checks.
#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "gongkai/write.hpp"
#include "text/near_names.hpp"

namespace gongkai::cli {
namespace {

/// Prints rows of texts as columns, each as wide as its widest text; the last is not padded.
template <std::size_t n>
void print_columns(const std::vector<std::array<std::string, n>>& lines, Output& out) {
  std::array<std::size_t, n> widths{};
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < n; ++i) {
      widths[i] = std::max(widths[i], display_width(line[i]));
    }
  }
  for (const auto& line : lines) {
    std::string text;
    for (std::size_t i = 0; i + 1 < n; ++i) {
      text += padded(line[i], widths[i]) + "  ";
    }
    out.line(text + line[n - 1]);
  }
}

/// A paragraph under a heading of its own.
void print_part(std::string_view heading, std::string_view text, const Settings& settings, Output& out) {
  constexpr std::size_t width = 96;
  out.line(out.bold(heading));
  for (const std::string& line : wrapped(text.empty() ? settings.say("（无）", "(none)") : text, width)) {
    out.line("  " + line);
  }
}

/// A message of a rule with its fields shown as blanks to fill in.
std::string with_blanks(std::string_view pattern) {
  std::string result;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{'), close = pattern.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
      break;
    }
    result.append(pattern.substr(0, open)).append("…");
    pattern.remove_prefix(close + 1);
  }
  return result.append(pattern);
}

}  // namespace

int run_cells(const Settings& settings, Output& out) {
  if (settings.schema) {
    out.print(report_json_schema());
    return exit_clean;
  }
  if (settings.json) {
    out.line(cells_to_json());
    return exit_clean;
  }
  std::vector<std::array<std::string, 4>> lines;
  for (const CellInfo& cell : cells) {
    if (settings.edition != Edition::unknown && !has(cell.editions, settings.edition)) {
      continue;
    }
    const Edition edition = settings.edition != Edition::unknown     ? settings.edition
                            : has(cell.editions, Edition::form_2021) ? Edition::form_2021
                                                                     : Edition::form_2019;
    lines.push_back({std::string(cell.key), editions_name(cell.editions, settings.language),
                     std::string(in(cell.unit(), settings.language)), cell_name(cell, edition, settings.language)});
  }
  print_columns(lines, out);
  return exit_clean;
}

int run_rules(const Settings& settings, Output& out) {
  if (settings.json) {
    out.line(rules_to_json());
    return exit_clean;
  }
  std::vector<std::array<std::string, 4>> lines;
  for (const Rule& rule : rule_catalog) {
    lines.push_back({std::string(name(rule.severity, settings.language)), std::string(rule.id),
                     editions_name(rule.editions, settings.language),
                     std::string(in(rule.statement, settings.language))});
  }
  print_columns(lines, out);
  return exit_clean;
}

int run_explain(const Settings& settings, Output& out, Output& err) {
  const Rule* rule = find_rule(settings.rule);
  if (rule == nullptr) {
    const std::string near = joined(near_names(settings.rule, rule_catalog, [](const Rule& known) { return known.id; }),
                                    settings.say("、", ", "));
    std::string text =
        fmt::format(fmt::runtime(settings.say("没有这条规则。{}全部规则见 gongkai rules。",
                                              "There is no such rule. {}See gongkai rules for all.")),
                    near.empty() ? std::string()
                                 : fmt::format(fmt::runtime(settings.say("是不是：{}？", "Did you mean {}? ")), near));
    complain(err, settings.rule, text);
    return exit_failed;
  }
  if (settings.json) {
    out.line(to_json(*rule));
    return exit_clean;
  }
  const Language language = settings.language;
  out.line(fmt::format(fmt::runtime(settings.say("{}　{}　适用格式：{}", "{}   {}   form: {}")), out.bold(rule->id),
                       out.painted(rule->severity, name(rule->severity, language)),
                       editions_name(rule->editions, language)));
  print_part(settings.say("要求", "What must hold"), in(rule->statement, language), settings, out);
  print_part(settings.say("依据", "Ground"),
             fmt::format(fmt::runtime(settings.say("{}（{}）", "{} ({})")), in(rule->citation, language),
                         name(rule->ground, language)),
             settings, out);
  print_part(settings.say("违反时的说法", "What is said when it does not"), with_blanks(in(rule->message, language)),
             settings, out);
  print_part(settings.say("例", "Example"), in(rule->example, language), settings, out);
  if (rule->run == nullptr) {
    out.line(settings.say("这一条单看一份报告无法判断，只作说明。",
                          "No single report can show this; the rule only explains the form."));
  }
  return exit_clean;
}

}  // namespace gongkai::cli
