// The equations that hang together, solved for the cells that are free to change: exact linear algebra on whole numbers.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "gongkai/model/equation.hpp"
#include "gongkai/rule.hpp"

namespace gongkai::localize_detail {

/// Cells of equations are counts that cannot be negative, so one domain serves them all.
inline constexpr std::int64_t least_value = 0, largest_value = Count::limit;
static_assert([] {
  for (const Equation& equation : equations) {
    for (const std::uint8_t cell : equation.all()) {
      if (cells[cell].is_signed || cells[cell].is_money) {
        return false;
      }
    }
  }
  return true;
}());

/// A Gauss-Jordan tableau over the equations of a component. A cell that is free may take any value of its domain, all
/// others keep theirs; each row without a basic cell is an implied equation over cells that are not free.
///
/// All coefficients stay -1, 0 or 1, so a row is two sets of cells and every solution is whole: sums along the rows of a
/// table, crossed with nested sums along its columns, make a network matrix, which is totally unimodular.
class Tableau {
 public:
  struct Row {
    CellSet plus, minus;
    std::int64_t off = 0;  ///< what the cells add up to; the equation holds at 0
    int basic = -1;        ///< the free cell that the row is solved for, which is in no other row; -1: none is

    CellSet all() const { return plus | minus; }
    int sign(std::size_t cell) const { return plus.has(cell) ? 1 : minus.has(cell) ? -1 : 0; }
  };
  static constexpr int none = -1;

  void add(const Row& row) { rows_[size_++] = row; }
  /// The value that a cell starts from.
  void set_value(std::size_t cell, std::int64_t value) {
    value_[cell] = value;
    lowest_.set(cell, value <= least_value);
    highest_.set(cell, value >= largest_value);
  }

  std::span<const Row> rows() const { return {rows_.data(), size_}; }
  const CellSet& free_cells() const { return free_; }

  /// What must become of `off` for the row to come right: 1 rise, -1 fall, 0 nothing. A row is right when its equation
  /// holds or, where it is solved for a cell, when that cell's value is within its domain.
  int need(const Row& row) const {
    if (row.basic == none) {
      return row.off > 0 ? -1 : row.off < 0 ? 1 : 0;
    }
    const std::int64_t value = value_of(row);
    const int wanted = value < least_value ? 1 : value > largest_value ? -1 : 0;
    return -wanted * row.sign(basic(row));
  }

  bool is_solved() const {
    return std::all_of(rows().begin(), rows().end(), [this](const Row& row) { return need(row) == 0; });
  }

  /// The cells of the row that could make `off` rise or fall without leaving their domain.
  CellSet movers(const Row& row, int need) const {
    return need < 0 ? (row.plus - lowest_) | (row.minus - highest_) : (row.minus - lowest_) | (row.plus - highest_);
  }

  /// Changes a cell that is not free, or that no row is solved for.
  void move(std::size_t cell, std::int64_t value) {
    const std::int64_t change = value - value_[cell];
    for (std::size_t i = 0; i < size_; ++i) {
      rows_[i].off += rows_[i].sign(cell) * change;
    }
    set_value(cell, value);
  }

  /// Lets a cell take any value of its domain, and solves for it an equation that has no free cell yet.
  void set_free(std::size_t cell) {
    free_.add(cell);
    for (std::size_t i = size_; i-- > 0;) {  // the last equations are the shortest
      if (rows_[i].basic == none && rows_[i].sign(cell) != 0) {
        solve_for(rows_[i], cell);
        return;
      }
    }
    loose_.add(cell);
  }

  /// Moves free cells until each is in its domain. Gives the row which shows that they cannot all be, or `none`.
  /// (Bland's rule: always the first row by its cell, and the first cell, so that it comes to an end.)
  int settle() {
    for (;;) {
      int worst = none;
      for (std::size_t i = 0; i < size_; ++i) {
        if (rows_[i].basic != none && need(rows_[i]) != 0 &&
            (worst == none || rows_[i].basic < rows_[static_cast<std::size_t>(worst)].basic)) {
          worst = static_cast<int>(i);
        }
      }
      if (worst == none) {
        return none;
      }
      Row& row = rows_[static_cast<std::size_t>(worst)];
      const CellSet helpful = movers(row, need(row)) & loose_;
      if (helpful.empty()) {
        return worst;
      }
      exchange(row, helpful.first(), value_of(row) < least_value ? least_value : largest_value);
    }
  }

  /// Whether a row holds free cells that no row is solved for.
  bool has_loose(const Row& row) const { return !(row.all() & loose_).empty(); }

  /// The least and the largest value that a free cell can take. Precondition: every row is right.
  std::pair<std::int64_t, std::int64_t> range(std::size_t cell) const {
    const Row* row = row_of(cell);
    if (row != nullptr && !has_loose(*row)) {
      return {value_of(*row), value_of(*row)};
    }
    Tableau tableau = *this;
    const std::int64_t low = tableau.reach(cell, -1);
    return {low, tableau.reach(cell, 1)};
  }

 private:
  /// Moves a free cell as far down (direction -1) or up (1) as it goes.
  std::int64_t reach(std::size_t cell, int direction) {
    for (;;) {
      std::size_t mover = cell;
      int way = direction;
      if (const Row* row = row_of(cell)) {
        const int wanted = -direction * row->sign(cell);
        const CellSet helpful = movers(*row, wanted) & loose_;
        if (helpful.empty()) {
          return value_of(*row);
        }
        mover = helpful.first();
        way = wanted * row->sign(mover);
      }
      std::int64_t step = room(value_[mover], way);
      Row* stop = nullptr;
      for (std::size_t i = 0; i < size_; ++i) {
        Row& row = rows_[i];
        if (row.basic == none || row.sign(mover) == 0) {
          continue;
        }
        const std::int64_t most = room(value_of(row), -way * row.sign(mover) * row.sign(basic(row)));
        if (most < step || (most == step && stop != nullptr && row.basic < stop->basic)) {
          step = most;
          stop = &row;
        }
      }
      move(mover, value_[mover] + way * step);
      if (stop != nullptr) {
        exchange(*stop, mover, value_of(*stop));
      } else if (mover == cell) {
        return value_[cell];
      }
    }
  }

  static std::size_t basic(const Row& row) { return static_cast<std::size_t>(row.basic); }
  static std::int64_t room(std::int64_t value, int way) {
    return way > 0 ? largest_value - value : value - least_value;
  }

  std::int64_t value_of(const Row& row) const { return value_[basic(row)] - row.sign(basic(row)) * row.off; }

  const Row* row_of(std::size_t cell) const {
    for (const Row& row : rows()) {
      if (row.basic == static_cast<int>(cell)) {
        return &row;
      }
    }
    return nullptr;
  }

  /// Leaves the row's basic cell at `value`, and solves the row for another free cell.
  void exchange(Row& row, std::size_t cell, std::int64_t value) {
    const std::size_t old = basic(row);
    move(old, value);
    loose_.add(old);
    loose_.set(cell, false);
    solve_for(row, cell);
  }

  /// Takes a cell out of every other row.
  void solve_for(Row& row, std::size_t cell) {
    row.basic = static_cast<int>(cell);
    const int sign = row.sign(cell);
    for (std::size_t i = 0; i < size_; ++i) {
      Row& other = rows_[i];
      const int in_other = other.sign(cell);
      if (in_other == 0 || &other == &row) {
        continue;
      }
      const bool is_same = in_other == sign;
      const CellSet &plus = is_same ? row.minus : row.plus, &minus = is_same ? row.plus : row.minus;
      const CellSet sum_plus = (other.plus - minus) | (plus - other.minus);
      other.minus = (other.minus - plus) | (minus - other.plus);
      other.plus = sum_plus;
      other.off += is_same ? -row.off : row.off;
    }
  }

  std::array<Row, equations.size()> rows_;
  std::size_t size_ = 0;
  std::array<std::int64_t, cell_count> value_{};
  CellSet lowest_, highest_;  ///< cells at an end of their domain
  CellSet free_, loose_;      ///< loose: free, and no row is solved for it
};

}  // namespace gongkai::localize_detail
