// Where the cells of a table stand in its grid, given how many rows and columns each spans.
#pragma once

#include <cstdint>
#include <vector>

#include "gongkai/document/document.hpp"

namespace gongkai {

class Grid {
 public:
  void clear() { taken_.clear(); }
  void begin_row() {
    next_ = 0;
    for (std::uint32_t& remaining : taken_) {
      remaining -= remaining != 0;
    }
  }
  /// Places the next cell of the row and returns its first column, from 0.
  std::uint32_t place(const Document::Cell& cell) {
    while (next_ < taken_.size() && taken_[next_] != 0) {
      ++next_;
    }
    const std::uint32_t column = next_;
    const std::uint32_t end = column + (cell.column_span == 0 ? 1U : cell.column_span);
    if (cell.row_span > 1) {
      taken_.resize(end > taken_.size() ? end : taken_.size());
      for (std::uint32_t i = column; i < end; ++i) {
        taken_[i] = cell.row_span;
      }
    }
    next_ = end;
    return column;
  }

 private:
  std::vector<std::uint32_t> taken_;  ///< for each column, for how many more rows a cell from above fills it
  std::uint32_t next_ = 0;
};

}  // namespace gongkai
