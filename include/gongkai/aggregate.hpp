// Adds the reports of subordinate bodies up: what each cell comes to, what could not be added, and why.
//
// Behind this door: rules/rollup.hpp knows how bodies add up.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/rules/rollup.hpp"

namespace gongkai {

/// Figures that are not in a total: those of a body as a whole, or some of its cells.
struct NotAdded {
  std::string body;
  Gap gap = Gap::none;
  CellSet cells;  ///< empty: the whole report
};

struct AggregateOptions {
  std::string authority;  ///< the body whose territory this is
  int year = 0;           ///< reports on another year are not added; 0: the year of the first that has one
  BlankPolicy blanks = BlankPolicy::as_zero;
};

/// A total, and what is not in it.
struct Aggregate {
  /// Each cell common to the forms of all reports added is their exact sum, or blank where some report has a number there
  /// that cannot be added, or where all are blank.
  Report report;
  std::size_t added = 0;            ///< how many reports are in the total
  std::vector<NotAdded> not_added;  ///< in the order of the children
};

/// Adds up. A blank counts as the blank policy has it: as 0, or a blank total as the sum of its parts. A child may itself be
/// a total.
inline Aggregate aggregate(std::span<const Child> children, AggregateOptions options = {}) {
  Aggregate result;
  for (const Child& child : children) {
    options.year = options.year == 0 && child.report != nullptr ? child.report->about.year : options.year;
  }
  const std::vector<Others::ChildSubject> prepared = prepare(children, options.year, options.blanks);
  CellSet common = cells_of(Edition::unknown);
  std::optional<Edition> edition;
  for (const Others::ChildSubject& child : prepared) {
    if (child.subject) {
      ++result.added;
      common = common & child.subject->in_edition();
      const Edition own = child.subject->edition();
      edition = !edition || *edition == own ? own : Edition::unknown;
    }
  }
  About& about = result.report.about;
  about.authority = std::move(options.authority);
  about.year = options.year;
  about.coverage = Extent::territory;
  about.edition = edition.value_or(Edition::unknown);
  if (about.edition == Edition::unknown && about.year >= 2019) {  // reports on several forms: the form of the year
    about.edition = about.year <= 2020 ? Edition::form_2019 : Edition::form_2021;
  }
  if (!about.authority.empty() && about.year != 0) {
    about.title = about.authority + std::to_string(about.year) + "年政府信息公开工作年度报告（汇总）";
  }

  std::vector<std::map<Gap, CellSet>> gaps(prepared.size());
  for (const CellInfo& cell : cells) {
    if (result.added == 0) {
      break;
    }
    const rules::ChildrenSum sum = rules::add_children(prepared, cell.index);
    const std::int64_t limit = cell.is_money ? Money::limit : Count::limit;
    const bool fits = sum.low && *sum.low <= limit && *sum.low >= -limit;
    const bool is_common = common.has(cell.index);
    if (is_common && fits && sum.gap == Gap::none && sum.any_stated) {
      set_cell(result.report, cell.index, sum.low);
      continue;
    }
    for (std::size_t i = 0; i < prepared.size(); ++i) {
      if (!prepared[i].subject) {
        continue;
      }
      const rules::Contribution part = rules::contribution_of(*prepared[i].subject, cell.index);
      const bool has_number = part.gap == Gap::none && part.bounds.low != 0;
      if (!is_common) {  // the numbers of those that do have the cell
        if (has_number && prepared[i].subject->in_edition().has(cell.index)) {
          gaps[i][Gap::other_edition].add(cell.index);
        }
      } else if (part.gap != Gap::none) {
        gaps[i][part.gap].add(cell.index);
      } else if (has_number && !fits) {
        gaps[i][Gap::too_large].add(cell.index);
      }
    }
  }
  for (std::size_t i = 0; i < prepared.size(); ++i) {
    const std::string body(prepared[i].child->name);
    if (!prepared[i].subject) {
      result.not_added.push_back({body, prepared[i].gap, {}});
    }
    for (const auto& [gap, set] : gaps[i]) {
      result.not_added.push_back({body, gap, set});
    }
  }
  return result;
}

}  // namespace gongkai
