// What is done in two ways must come to the same: written and read back; checked at once, by rule, and in rows.
#pragma once

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/bytes_to_report.hpp"
#include "fuzz/promises.hpp"
#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "gongkai/rules/rules.hpp"
#include "gongkai/write.hpp"

namespace gongkai::fuzz {

inline std::string written(const Report& report, std::size_t format) {
  switch (format) {
    case 0:
      return to_html(report);
    case 1:
      return to_markdown(report);
    case 2:
      return csv_form(report);
    case 3:
      return csv_tidy_head() + csv_tidy(report);
    case 4:
      return csv_wide_head() + csv_wide(report);
    case 5:
      return to_docx(report);
    case 6:
      return to_xlsx(report);
    default:
      return to_json(report);
  }
}

/// Whether the digits of a number could be those of several cells: beside blanks it may then stay unread, never wrong.
inline bool has_long_number(const Report& report) {
  constexpr std::int64_t least = 10'000;  // five digits: the shortest rows have as many cells
  return std::any_of(cells.begin(), cells.end(), [&](const CellInfo& info) {
    const std::int64_t value = cell(report, info.index).value_or(0);
    return value >= least || value <= -least;
  });
}

/// A report that says something, written in any format, reads back with the same cells.
inline void run_round_trip(std::string_view input) {
  constexpr std::size_t formats = 8;
  Bytes bytes{input};
  const std::size_t format = bytes.byte() % formats;
  Report report = report_of(bytes);
  report.about.authority = "临江县水利局";
  report.about.title = "临江县水利局" + std::to_string(report.about.year) + "年政府信息公开工作年度报告";
  const Result<Reading> reading = read(written(report, format));
  promise(static_cast<bool>(reading), "what is written can be read");
  for (const CellInfo& info : cells) {
    const bool is_unread = reading.value().sources[info.index].state == CellState::unreadable;
    if (cell(reading.value().report, info.index) != cell(report, info.index) &&
        !(is_unread && has_long_number(report))) {
      std::fprintf(stderr, "format %zu, %s\n", format, std::string(info.key).c_str());
      promise(false, "a cell reads back as it was written");
    }
  }
}

/// Whether two lists of findings say the same.
inline bool are_same(const std::vector<Finding>& a, const std::vector<Finding>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Finding& x, const Finding& y) {
    return x.rule == y.rule && x.severity == y.severity && x.left == y.left && x.right == y.right &&
           fingerprint(x) == fingerprint(y);
  });
}

inline bool are_same(const Coverage& a, const Coverage& b) {
  return a.held == b.held && a.violated == b.violated && a.assumed == b.assumed && a.open == b.open;
}

/// The equations in one pass over the figures, and one by one; the rules at once, and one by one.
inline void run_check(std::string_view input) {
  Bytes bytes{input};
  const Report report = report_of(bytes);
  bool all_hold = true;
  for (const Equation& equation : equations) {
    std::int64_t off = 0;
    for (const std::uint8_t index : equation.left()) {
      off += cell(report, index).value_or(0);
    }
    for (const std::uint8_t index : equation.right()) {
      off -= cell(report, index).value_or(0);
    }
    all_hold = all_hold && off == 0;
  }
  promise(equations_hold(report) == all_hold, "the equations in one pass are the equations");
  CheckOptions options;
  options.blanks = (bytes.byte() & 1U) != 0 ? BlankPolicy::unknown : BlankPolicy::as_zero;
  const Assessment whole = check(report, options);
  std::vector<Finding> apart;
  for (const char* const family :
       {"requests.", "review.", "litigation.", "value.", "disclosure.", "document.", "form."}) {
    options.only = {family};
    Assessment part = check(report, options);
    for (std::size_t i = 0; i < rule_count; ++i) {
      if (std::string_view(rule_catalog[i].id).substr(0, options.only.front().size()) == options.only.front()) {
        promise(are_same(whole.coverage[i], part.coverage[i]), "a rule goes as far alone as with the others");
      }
    }
    std::move(part.findings.begin(), part.findings.end(), std::back_inserter(apart));
  }
  const auto by_rule = [](const Finding& a, const Finding& b) { return find_rule(a.rule) < find_rule(b.rule); };
  std::stable_sort(apart.begin(), apart.end(), by_rule);
  promise(are_same(whole.findings, apart), "rules find alone what they find together");
}

}  // namespace gongkai::fuzz
