// Rows that may stand one column too far left or right: a hypothesis of its own, because one slip moves many cells.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gongkai/localize/component.hpp"

namespace gongkai::localize_detail {

inline bool changes_same(const Answer& a, const Answer& b) {
  return std::equal(
      a.suspects.begin(), a.suspects.end(), b.suspects.begin(), b.suspects.end(),
      [](const Suspect& x, const Suspect& y) { return x.cell == y.cell && x.low == y.low && x.high == y.high; });
}

/// A row that stands aside, and what its cells should hold.
struct Shift {
  std::size_t row = 0;                  ///< its equation
  std::span<const std::uint8_t> cells;  ///< those that stand aside: all, or all but the total
  std::size_t emptied = 0, lost = 0;    ///< its ends: one got nothing, the other's number was pushed out
  std::array<std::int64_t, Equation::max_cells> value{};
};

/// Whether anything was moved, and the emptied end is empty.
inline bool is_plausible(const Component& component, const Shift& shift) {
  const Subject& subject = component.subject;
  bool any = false;
  for (std::size_t i = 0; i < shift.cells.size(); ++i) {
    if (i != shift.emptied && component.free.has(shift.cells[i])) {
      return false;
    }
    any = any || (i != shift.lost && shift.value[i] != 0);
  }
  const std::size_t emptied = shift.cells[shift.emptied];
  return any && subject.value(emptied).value_or(0) == 0 && !subject.unread().has(emptied);
}

/// Whether moving the cells back mends the sums across the row, as far as they have no free cell.
inline bool fits(const Component& component, const Shift& shift) {
  for (std::size_t i = 0; i < shift.cells.size(); ++i) {
    const std::int64_t change = shift.value[i] - component.subject.value(shift.cells[i]).value_or(0);
    const Uses& uses = uses_of[shift.cells[i]];
    for (std::size_t k = 0; k < uses.size && i != shift.lost; ++k) {
      const auto [equation, sign] = uses.use[k];
      if (equation != shift.row && (equation_sets[equation] & component.free).empty() &&
          component.offs.off[equation] + sign * change != 0) {
        return false;
      }
    }
  }
  return true;
}

/// The answer that a shift makes; without suspects where it does not satisfy everything.
inline Answer answer_of(const Component& component, const Shift& shift) {
  Tableau tableau = component.tableau;
  CellSet held;
  for (std::size_t i = 0; i < shift.cells.size(); ++i) {
    tableau.move(shift.cells[i], shift.value[i]);
    held.add(shift.cells[i]);
  }
  (component.free - held).for_each([&](std::size_t cell) { tableau.set_free(cell); });
  tableau.set_free(shift.cells[shift.lost]);
  Answer answer;
  if (tableau.settle() != Tableau::none || !tableau.is_solved()) {
    return answer;
  }
  for (std::size_t i = 0; i < shift.cells.size(); ++i) {
    const std::size_t cell = shift.cells[i];
    const auto range = i == shift.lost ? tableau.range(cell) : std::pair(shift.value[i], shift.value[i]);
    const std::int64_t written = component.subject.value(cell).value_or(0);
    if (written < range.first || written > range.second) {
      answer.suspects.push_back(suspect_of(component.subject, cell, range));
      answer.suspects.back().slip = Slip::row_shifted;
    }
  }
  return answer;
}

/// Every row, with or without its total, that explains everything if it stands one column aside.
inline std::vector<Answer> shifts_of(const Component& component) {
  std::vector<Answer> found;
  for (std::size_t i = 0; i < equations.size() && component.forced.empty(); ++i) {
    if (equations[i].kind != Equation::Kind::row || (equation_sets[i] & component.cells).empty()) {
      continue;
    }
    for (const std::size_t width : {equations[i].all().size(), equations[i].left().size()}) {
      for (const bool is_right : {true, false}) {
        Shift shift{i, equations[i].all().first(width), is_right ? 0 : width - 1, is_right ? width - 1 : 0, {}};
        for (std::size_t k = 0; k < width; ++k) {
          const std::size_t stands_at = k == shift.lost ? k : is_right ? k + 1 : k - 1;
          shift.value[k] = component.subject.value(shift.cells[stands_at]).value_or(0);
        }
        if (!is_plausible(component, shift) || !fits(component, shift)) {
          continue;
        }
        Answer answer = answer_of(component, shift);
        const auto is_known = [&](const Answer& known) { return changes_same(known, answer); };
        if (!answer.suspects.empty() && std::none_of(found.begin(), found.end(), is_known)) {
          found.push_back(std::move(answer));
        }
      }
    }
  }
  return found;
}

}  // namespace gongkai::localize_detail
