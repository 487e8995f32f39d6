// What a report says a cell is, blanks and unread cells considered, so that cells of two reports can be compared.
#pragma once

#include <optional>

#include "gongkai/compare/others.hpp"
#include "gongkai/rules/equations.hpp"

namespace gongkai::rules {

/// The cells of each row.
inline constexpr auto row_sets = [] {
  std::array<CellSet, rows.size()> result{};
  for (const CellInfo& cell : cells) {
    result[cell.row].add(cell.index);
  }
  return result;
}();

/// One side of a comparison.
struct Stated {
  Bounds bounds;
  bool assumed = false;                            ///< a blank counted as 0, or a blank total as the sum of its parts
  std::optional<OpenReason> open{};                ///< why nothing can be said of it
  OpenReason inexact = OpenReason::unknown_blank;  ///< why there is only a bound, where that is so
};

/// What the report says the cell is. A blank in a row with numbers counts as the blank policy has it; of a row without
/// one, nothing is said.
inline Stated stated(const Subject& subject, std::size_t cell) {
  if (const auto value = subject.value(cell)) {
    return {{*value, true}};
  }
  if (subject.unread().has(cell)) {
    return {{0, false}, false, OpenReason::unreadable};
  }
  if (!subject.in_edition().has(cell)) {
    return {{0, false}, false, OpenReason::not_comparable};
  }
  if ((row_sets[cells[cell].row] - subject.blank()).empty()) {
    return {{0, false}, false, OpenReason::all_blank};
  }
  const Bounds bounds = bounds_of(subject, cell);
  const bool is_unread = !(row_sets[cells[cell].row] & subject.unread()).empty();
  return {bounds, bounds.is_exact, std::nullopt, is_unread ? OpenReason::unreadable : OpenReason::unknown_blank};
}

/// Names a cell of another report in a finding.
inline void compare(Finding& finding, const Subject& other, std::size_t cell, std::string body = {}) {
  finding.compared.push_back({std::move(body), other.report().about.year, other.cell_value(cell)});
}

/// Decides whether two sides are equal; returns the finding where they cannot be.
template <class Indexes>
Finding* judge_equal(Verdicts& verdicts, const Stated& left, const Stated& right, const Indexes& named) {
  if (left.open || right.open) {
    verdicts.open(left.open ? *left.open : *right.open);
    return nullptr;
  }
  if ((right.bounds.is_exact && left.bounds.low > right.bounds.low) ||
      (left.bounds.is_exact && right.bounds.low > left.bounds.low)) {
    Finding& finding = verdicts.violated(named);
    finding.left = left.bounds.low;
    finding.right = right.bounds.low;
    finding.left_is_bound = !left.bounds.is_exact;
    finding.right_is_bound = !right.bounds.is_exact;
    finding.assumed_zero = left.assumed || right.assumed;
    return &finding;
  }
  if (!left.bounds.is_exact || !right.bounds.is_exact) {
    verdicts.open(left.bounds.is_exact ? right.inexact : left.inexact);
  } else if (left.assumed || right.assumed) {
    verdicts.held_assuming_zero();
  } else {
    verdicts.held();
  }
  return nullptr;
}

}  // namespace gongkai::rules
