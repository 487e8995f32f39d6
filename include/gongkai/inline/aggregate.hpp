// The bodies of aggregate.hpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gongkai/aggregate.hpp"
#include "gongkai/inline/linkage.hpp"
#include "gongkai/rules/rollup.hpp"

namespace gongkai {

namespace aggregate_detail {

using Prepared = std::vector<Others::ChildSubject>;

/// What the reports that can be added have in common.
struct Common {
  std::size_t reports = 0;
  CellSet cells = cells_of(Edition::unknown);  ///< those of every form among them
  std::optional<Edition> edition;              ///< unknown: they are on several
};
inline Common common_of(const Prepared& prepared) {
  Common common;
  for (const Others::ChildSubject& child : prepared) {
    if (child.subject) {
      ++common.reports;
      common.cells = common.cells & child.subject->in_edition();
      const Edition own = child.subject->edition();
      common.edition = !common.edition || *common.edition == own ? own : Edition::unknown;
    }
  }
  return common;
}

inline About about_total(const AggregateOptions& options, Edition edition) {
  About about;
  about.authority = options.authority;
  about.year = options.year;
  about.coverage = Extent::territory;
  about.edition = edition;
  if (about.edition == Edition::unknown && about.year >= 2019) {  // reports on several forms: the form of the year
    about.edition = about.year <= 2020 ? Edition::form_2019 : Edition::form_2021;
  }
  if (!about.authority.empty() && about.year != 0) {
    about.title = about.authority + std::to_string(about.year) + "年政府信息公开工作年度报告（汇总）";
  }
  return about;
}

/// Why a report's number in a cell is not in the total; none where it has no number there.
inline Gap why_not_added(const Subject& subject, std::size_t cell, bool is_common, bool fits) {
  const rules::Contribution part = rules::contribution_of(subject, cell);
  const bool has_number = part.gap == Gap::none && part.bounds.low != 0;
  if (!is_common) {  // the numbers of those that do have the cell
    return has_number ? Gap::other_edition : Gap::none;
  }
  return part.gap != Gap::none ? part.gap : has_number && !fits ? Gap::too_large : Gap::none;
}

}  // namespace aggregate_detail

GONGKAI_INLINE Aggregate aggregate(std::span<const Child> children, AggregateOptions options) {
  using namespace aggregate_detail;
  for (const Child& child : children) {
    options.year = options.year == 0 && child.report != nullptr ? child.report->about.year : options.year;
  }
  const Prepared prepared = prepare(children, options.year, options.blanks);
  const Common common = common_of(prepared);
  Aggregate result;
  result.added = common.reports;
  result.report.about = about_total(options, common.edition.value_or(Edition::unknown));

  std::vector<std::map<Gap, CellSet>> gaps(prepared.size());
  for (const CellInfo& cell : cells) {
    if (result.added == 0) {
      break;
    }
    const rules::ChildrenSum sum = rules::add_children(prepared, cell.index);
    const std::int64_t limit = cell.is_money ? Money::limit : Count::limit;
    const bool fits = sum.low && *sum.low <= limit && *sum.low >= -limit;
    const bool is_common = common.cells.has(cell.index);
    if (is_common && fits && sum.gap == Gap::none && sum.any_stated) {
      set_cell(result.report, cell.index, sum.low);
      continue;
    }
    for (std::size_t i = 0; i < prepared.size(); ++i) {
      const auto& subject = prepared[i].subject;
      const Gap gap = subject ? why_not_added(*subject, cell.index, is_common, fits) : Gap::none;
      if (gap != Gap::none) {
        gaps[i][gap].add(cell.index);
      }
    }
  }
  for (std::size_t i = 0; i < prepared.size(); ++i) {
    const std::string body(prepared[i].child->name);
    if (!prepared[i].subject) {
      result.not_added.push_back({body, prepared[i].gap, {}, prepared[i].child});
    }
    for (const auto& [gap, set] : gaps[i]) {
      result.not_added.push_back({body, gap, set, prepared[i].child});
    }
  }
  return result;
}

}  // namespace gongkai
