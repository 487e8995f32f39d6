// Adds the reports of subordinate bodies up: what each cell comes to, what could not be added, and why.
//
// Behind this door: rules/rollup.hpp knows how bodies add up.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "gongkai/model/cell_set.hpp"
#include "gongkai/rule.hpp"

namespace gongkai {

/// Figures that are not in a total: those of a body as a whole, or some of its cells.
struct NotAdded {
  std::string body;
  Gap gap = Gap::none;
  CellSet cells;                 ///< empty: the whole report
  const Child* child = nullptr;  ///< points into the children that were added up
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
Aggregate aggregate(std::span<const Child> children, AggregateOptions options = {});

}  // namespace gongkai

#ifndef GONGKAI_COMPILED
#include "gongkai/inline/aggregate.hpp"
#endif
