// The equations of the form, derived from its structure: a struct with a member named `total` adds up to it.
//
// Only the balance of the table of requests is not in the structure; the form prints it in words, and it stands here
// beside the derived ones so that checking and locating faults see one list.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include "gongkai/model/cell_set.hpp"
#include "gongkai/model/reflect.hpp"
#include "gongkai/report.hpp"

namespace gongkai {

/// The cells on the left side add up to the same as the cells on the right side.
struct Equation {
  static constexpr std::size_t max_cells = 24;
  enum class Kind : std::uint8_t {
    row,      ///< a row adds up to its total
    column,   ///< a column of outcomes adds up to the total row
    balance,  ///< 新收 + 结转 = 办结 + 结转下年
  };

  Kind kind = Kind::row;
  std::uint8_t left_count = 0, right_count = 0;
  std::array<std::uint8_t, max_cells> cell{};  ///< indexes of cells: the left side, then the right side

  constexpr std::span<const std::uint8_t> left() const { return {cell.data(), left_count}; }
  constexpr std::span<const std::uint8_t> right() const { return {cell.data() + left_count, right_count}; }
  constexpr std::span<const std::uint8_t> all() const {
    return {cell.data(), static_cast<std::size_t>(left_count) + right_count};
  }
  /// The cell that the equation is the sum of; not for a balance.
  constexpr std::size_t total() const { return cell[left_count]; }

  /// All cells of the equation, as a set.
  constexpr CellSet set() const {
    CellSet result;
    for (const std::uint8_t index : all()) {
      result.add(index);
    }
    return result;
  }

  constexpr void add_left(std::size_t index) { cell[left_count++] = static_cast<std::uint8_t>(index); }
  constexpr void add_right(std::size_t index) {
    cell[static_cast<std::size_t>(left_count) + right_count++] = static_cast<std::uint8_t>(index);
  }
};
static_assert(cell_count <= 256, "Equation::cell holds an index in 8 bits");

namespace equation_detail {

inline constexpr std::size_t no_part = static_cast<std::size_t>(-1);

/// The member of a part that is called `name`, or no_part.
constexpr std::size_t find_part(std::size_t part, std::string_view name) {
  for (std::size_t inner = part + 1; inner != reflect::after(part); inner = reflect::after(inner)) {
    if (parts[inner].name == name) {
      return inner;
    }
  }
  return no_part;
}
/// A struct that is a member of Figures.
constexpr std::size_t top_part(std::string_view name) {
  std::size_t part = 0;
  while (parts[part].name != name) {
    part = reflect::after(part);
  }
  return part;
}

/// Calls emit(equation) for what a struct with a total states of itself: a row adds up cell by cell, a struct of rows in
/// every column.
template <class Emit>
constexpr void derive(std::size_t part, Emit& emit) {
  const std::size_t total = parts[part].is_cell ? no_part : find_part(part, "total");
  if (total == no_part) {
    return;
  }
  for (std::size_t column = 0; column < parts[total].count; ++column) {
    Equation equation;
    equation.kind = parts[total].is_cell ? Equation::Kind::row : Equation::Kind::column;
    for (std::size_t inner = part + 1; inner != reflect::after(part); ++inner) {
      const bool is_summand = parts[total].is_cell ? parts[inner].is_cell : reflect::is_row(inner);
      if (is_summand && inner != total) {
        equation.add_left(parts[inner].first + column);
      }
    }
    equation.add_right(parts[total].first + column);
    emit(equation);
  }
}

/// The balance that the form prints over the table of requests, in every column.
template <class Emit>
constexpr void state_balances(std::size_t requests, Emit& emit) {
  const reflect::Part& received = parts[find_part(requests, "received")];
  const reflect::Part& carried_in = parts[find_part(requests, "carried_in")];
  const reflect::Part& outcomes_total = parts[find_part(find_part(requests, "outcomes"), "total")];
  const reflect::Part& carried_out = parts[find_part(requests, "carried_out")];
  for (std::size_t column = 0; column < received.count; ++column) {
    Equation equation;
    equation.kind = Equation::Kind::balance;
    equation.add_left(received.first + column);
    equation.add_left(carried_in.first + column);
    equation.add_right(outcomes_total.first + column);
    equation.add_right(carried_out.first + column);
    emit(equation);
  }
}

struct List {
  std::array<Equation, 64> equation{};
  std::size_t size = 0;
  constexpr void operator()(const Equation& next) { equation[size++] = next; }
};
inline constexpr List list = [] {
  List all;
  for (std::size_t part = 0; part < parts.size; ++part) {
    derive(part, all);
  }
  state_balances(top_part("requests"), all);
  return all;
}();

}  // namespace equation_detail

/// Every equation of the form, rows and columns of the superset first, then the seven balances.
inline constexpr auto equations = [] {
  std::array<Equation, equation_detail::list.size> result{};
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i] = equation_detail::list.equation[i];
  }
  return result;
}();

/// The cells of each equation.
inline constexpr auto equation_sets = [] {
  std::array<CellSet, equations.size()> result{};
  for (std::size_t i = 0; i < equations.size(); ++i) {
    result[i] = equations[i].set();
  }
  return result;
}();

/// For each cell the index into `equations` of the row equation (or, lacking one, the column equation) that it is the
/// total of; -1 for a cell that is no total.
inline constexpr auto sum_of = [] {
  std::array<std::int16_t, cell_count> result{};
  result.fill(-1);
  for (std::size_t i = 0; i < equations.size(); ++i) {
    const Equation::Kind kind = equations[i].kind;
    if (kind == Equation::Kind::row || (kind == Equation::Kind::column && result[equations[i].total()] == -1)) {
      result[equations[i].total()] = static_cast<std::int16_t>(i);
    }
  }
  return result;
}();

namespace equation_detail {

/// Adjacent rows of the table of requests that enter the sums over columns in the same way.
struct Run {
  std::size_t begin = 0, end = 0;  ///< cells
  int column = 0, balance = 0;     ///< +1, -1 or 0: how they enter the sum of outcomes, and the balance
};

constexpr int sign_in(const Equation& equation, std::size_t cell) {
  for (std::size_t i = 0; i < equation.all().size(); ++i) {
    if (equation.cell[i] == cell) {
      return i < equation.left_count ? 1 : -1;
    }
  }
  return 0;
}
constexpr const Equation& first_of(Equation::Kind kind) {
  std::size_t i = 0;
  while (equations[i].kind != kind) {
    ++i;
  }
  return equations[i];
}

inline constexpr std::size_t request_columns = reflect::cells_in<Applicants>;
inline constexpr std::size_t first_request = parts[top_part("requests")].first;
inline constexpr std::size_t request_rows = reflect::cells_in<Requests> / request_columns;
static_assert(first_of(Equation::Kind::balance).cell[0] == first_request);
inline constexpr std::size_t case_columns = reflect::cells_in<Cases>;
inline constexpr std::size_t first_case = first_request + reflect::cells_in<Requests>;

constexpr Run role(std::size_t row) {
  const std::size_t cell = first_request + row * request_columns;
  return {cell, cell + request_columns, sign_in(first_of(Equation::Kind::column), cell),
          sign_in(first_of(Equation::Kind::balance), cell)};
}
constexpr bool same_role(const Run& a, const Run& b) {
  return a.column == b.column && a.balance == b.balance;
}

inline constexpr std::size_t run_count = [] {
  std::size_t n = 1;
  for (std::size_t row = 1; row < request_rows; ++row) {
    n += !same_role(role(row - 1), role(row));
  }
  return n;
}();
inline constexpr auto runs = [] {
  std::array<Run, run_count> result{};
  std::size_t n = 0;
  result[0] = role(0);
  for (std::size_t row = 1; row < request_rows; ++row) {
    if (same_role(result[n], role(row))) {
      result[n].end = role(row).end;
    } else {
      result[++n] = role(row);
    }
  }
  return result;
}();

/// What the sums over the table of requests are off by, gathered while its rows pass.
struct Sums {
  std::int64_t off = 0;  ///< bits of every difference found so far
  std::array<std::int64_t, request_columns> column{}, balance{};

  /// A blank is stored as -2^63: it only flips the top bit of a sum, which is left out of account at the end.
  template <int in_column, int in_balance>
  void add_row(const Figures& figures, std::size_t first) {
    std::array<std::int64_t, request_columns> value;
    for (std::size_t i = 0; i < request_columns; ++i) {
      value[i] = raw_cell(figures, first + i);
    }
    std::uint64_t row = 0;
    for (std::size_t i = 0; i + 1 < request_columns; ++i) {
      row += static_cast<std::uint64_t>(value[i]);
    }
    off |= static_cast<std::int64_t>(row - static_cast<std::uint64_t>(value[request_columns - 1]));
    for (std::size_t i = 0; i < request_columns; ++i) {
      add<in_column>(column[i], value[i]);
      add<in_balance>(balance[i], value[i]);
    }
  }
  template <int sign>
  static void add(std::int64_t& sum, std::int64_t value) {
    if constexpr (sign != 0) {
      const auto a = static_cast<std::uint64_t>(sum), b = static_cast<std::uint64_t>(value);
      sum = static_cast<std::int64_t>(sign > 0 ? a + b : a - b);
    }
  }
  /// A row that is in no column sum: the blocks of section four.
  template <std::size_t... block>
  void add_blocks(const Figures& figures, std::index_sequence<block...>) {
    (
        [&] {
          std::uint64_t sum = 0;
          for (std::size_t i = 0; i + 1 < case_columns; ++i) {
            sum += static_cast<std::uint64_t>(raw_cell(figures, first_case + block * case_columns + i));
          }
          const std::int64_t total = raw_cell(figures, first_case + (block + 1) * case_columns - 1);
          off |= static_cast<std::int64_t>(sum - static_cast<std::uint64_t>(total));
        }(),
        ...);
  }
  template <std::size_t... run>
  void add_runs(const Figures& figures, std::index_sequence<run...>) {
    (
        [&] {
          for (std::size_t first = runs[run].begin; first < runs[run].end; first += request_columns) {
            add_row<runs[run].column, runs[run].balance>(figures, first);
          }
        }(),
        ...);
  }
};

}  // namespace equation_detail

/// Whether every equation of the form holds, blanks counting 0. Passes once over the figures: about half the speed of
/// adding them all up.
inline bool equations_hold(const Figures& figures) {
  using namespace equation_detail;
  Sums sums;
  sums.add_runs(figures, std::make_index_sequence<run_count>());
  for (std::size_t i = 0; i < request_columns; ++i) {
    sums.off |= sums.column[i] | sums.balance[i];
  }
  sums.add_blocks(figures, std::make_index_sequence<(cell_count - first_case) / case_columns>());
  return (sums.off & std::numeric_limits<std::int64_t>::max()) == 0;
}

}  // namespace gongkai
