// Where the cells of a table stand in its grid, given how many rows and columns each spans.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "gongkai/document/document.hpp"

namespace gongkai {

/// Spans over rows are followed in the first columns only, of which no form has as many: in a table that is wider, a cell
/// behind them stands where the cells before it in its row leave off.
class Grid {
 public:
  void clear() {
    free_from_.clear();
    row_ = 0;
  }
  void begin_row() {
    next_ = 0;
    ++row_;
  }
  /// Places the next cell of the row and returns its first column, from 0.
  std::uint32_t place(const Document::Cell& cell) {
    while (next_ < free_from_.size() && free_from_[next_] > row_) {
      ++next_;
    }
    const std::uint32_t column = next_;
    next_ += std::max<std::uint32_t>(cell.column_span, 1);
    const std::uint32_t end = std::min(next_, most_columns);
    if (cell.row_span > 1 && column < end) {
      free_from_.resize(std::max<std::size_t>(free_from_.size(), end));
      std::fill_n(&free_from_[column], end - column, row_ + cell.row_span);
    }
    return column;
  }

 private:
  static constexpr std::uint32_t most_columns = 256;

  std::vector<std::uint32_t> free_from_;  ///< for each column the first row that no cell from above fills
  std::uint32_t row_ = 0, next_ = 0;
};

}  // namespace gongkai
