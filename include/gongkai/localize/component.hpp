// The parts that the equations of the form fall into, each of which can be wrong by itself, and one as a report fills it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "gongkai/localize/tableau.hpp"
#include "gongkai/model/equation.hpp"
#include "gongkai/model/suspect.hpp"
#include "gongkai/rule.hpp"

namespace gongkai::localize_detail {

/// For each equation the number of the component it belongs to: equations that share a cell hang together.
inline constexpr auto component_of = [] {
  std::array<std::uint8_t, equations.size()> component{};
  std::uint8_t count = 0;
  for (std::size_t i = 0; i < equations.size(); ++i) {
    component[i] = count++;
    for (std::size_t j = 0; j < i; ++j) {
      if (component[j] != component[i] && !(equation_sets[i] & equation_sets[j]).empty()) {
        const std::uint8_t from = component[j];
        for (std::size_t k = 0; k < i; ++k) {
          component[k] = component[k] == from ? component[i] : component[k];
        }
      }
    }
  }
  return component;
}();

/// The numbers of the components.
inline constexpr auto components = [] {
  constexpr auto is_first = [](std::size_t i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (component_of[j] == component_of[i]) {
        return false;
      }
    }
    return true;
  };
  constexpr std::size_t count = [=] {
    std::size_t n = 0;
    for (std::size_t i = 0; i < equations.size(); ++i) {
      n += is_first(i);
    }
    return n;
  }();
  std::array<std::uint8_t, count> result{};
  std::size_t n = 0;
  for (std::size_t i = 0; i < equations.size(); ++i) {
    if (is_first(i)) {
      result[n++] = component_of[i];
    }
  }
  return result;
}();

/// The cells of all equations.
inline constexpr CellSet equation_cells = [] {
  CellSet all;
  for (const CellSet& set : equation_sets) {
    all = all | set;
  }
  return all;
}();

/// The cells on either side of each equation.
struct Sides {
  CellSet left, right;
};
inline constexpr auto equation_sides = [] {
  std::array<Sides, equations.size()> result{};
  for (std::size_t i = 0; i < equations.size(); ++i) {
    for (const std::uint8_t cell : equations[i].left()) {
      result[i].left.add(cell);
    }
    result[i].right = equation_sets[i] - result[i].left;
  }
  return result;
}();

/// The cells that are the sum of others.
inline constexpr CellSet total_cells = [] {
  CellSet totals;
  for (std::size_t cell = 0; cell < cell_count; ++cell) {
    if (sum_of[cell] >= 0) {
      totals.add(cell);
    }
  }
  return totals;
}();

/// Where a cell stands in an equation: on the left side (1) or on the right (-1).
struct Use {
  std::uint8_t equation = 0;
  std::int8_t sign = 0;
};
struct Uses {
  std::array<Use, 3> use{};
  std::size_t size = 0;
};
/// For each cell the equations that it is in.
inline constexpr auto uses_of = [] {
  std::array<Uses, cell_count> result{};
  for (std::size_t i = 0; i < equations.size(); ++i) {
    for (std::size_t k = 0; k < equations[i].all().size(); ++k) {
      Uses& uses = result[equations[i].cell[k]];
      uses.use[uses.size++] = {static_cast<std::uint8_t>(i),
                               static_cast<std::int8_t>(k < equations[i].left_count ? 1 : -1)};
    }
  }
  return result;
}();

/// What the equations of a report are off by.
struct Offs {
  std::array<std::int64_t, equations.size()> off{};  ///< cells without a value count 0
  std::array<bool, equations.size()> is_used{};      ///< the others say nothing, as in the check
};

inline Offs offs_of(const Subject& subject, const CellSet& live) {
  Offs result;
  for (std::size_t i = 0; i < equations.size(); ++i) {
    const Equation& equation = equations[i];
    const CellSet used = equation_sets[i] & live;
    result.is_used[i] = !(equation.kind == Equation::Kind::balance ? used - subject.blank() : used).empty();
    for (const std::uint8_t cell : equation.left()) {
      result.off[i] += subject.value(cell).value_or(0);
    }
    for (const std::uint8_t cell : equation.right()) {
      result.off[i] -= subject.value(cell).value_or(0);
    }
  }
  return result;
}

/// The equations of one component as a report fills them.
struct Component {
  const Subject& subject;
  const Offs& offs;
  CellSet cells;    ///< that may be changed
  CellSet free;     ///< that have no value and may have any: unread, a blank total, or blank where that may be anything
  CellSet forced;   ///< that cannot have the value they have
  Tableau tableau;  ///< with no cell free yet
};

inline Component make_component(const Subject& subject, const CellSet& live, const Offs& offs, std::size_t index) {
  Component component{subject, offs, {}, {}, {}, {}};
  for (std::size_t i = 0; i < equations.size(); ++i) {
    if (component_of[i] == index && offs.is_used[i]) {
      const Tableau::Row row{equation_sides[i].left & live, equation_sides[i].right & live, offs.off[i]};
      component.cells = component.cells | row.all();
      component.tableau.add(row);
    }
  }
  const CellSet may_be_anything =
      subject.blanks() == BlankPolicy::unknown ? component.cells : total_cells | subject.unread();
  component.free = component.cells & subject.blank() & may_be_anything;
  component.forced = component.cells & subject.negative();
  component.cells.for_each(
      [&](std::size_t cell) { component.tableau.set_value(cell, subject.value(cell).value_or(0)); });
  return component;
}

inline Suspect suspect_of(const Subject& subject, std::size_t cell, std::pair<std::int64_t, std::int64_t> range) {
  const CellValue reported = subject.cell_value(cell);
  Suspect suspect;
  suspect.cell = reported.cell;
  suspect.value = reported.value;
  suspect.place = reported.place;
  suspect.low = range.first;
  suspect.high = range.second;
  return suspect;
}

}  // namespace gongkai::localize_detail
