// A generated document before it is written down in a layout: headings, paragraphs and tables.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "gongkai/model/reading.hpp"

namespace gongkai::testing {

struct PageCell {
  std::string text;
  std::size_t rows = 1, columns = 1;  ///< that it spans
  bool is_value = false;              ///< not a label
};
using PageRow = std::vector<PageCell>;

struct PageBlock {
  enum class Kind : std::uint8_t { heading, paragraph, table };
  Kind kind = Kind::paragraph;
  std::string text;
  std::vector<PageRow> rows;
};

/// What a reading must say of a cell.
struct Expected {
  CellState state = CellState::not_in_form;
  std::optional<std::int64_t> value;
};

struct Page {
  std::string title, authority;
  std::vector<PageBlock> blocks;
  std::array<Expected, cell_count> expected;
  int year = 0;
  Edition edition = Edition::unknown;
};

/// The table with every span filled up with empty cells, as grids have it: all rows are equally wide.
inline std::vector<std::vector<const PageCell*>> grid_of(const std::vector<PageRow>& rows) {
  std::vector<std::vector<const PageCell*>> grid(rows.size());
  std::vector<std::vector<bool>> taken(rows.size());
  std::size_t widest = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::size_t column = 0;
    for (const PageCell& cell : rows[row]) {
      while (column < taken[row].size() && taken[row][column]) {
        ++column;
      }
      for (std::size_t r = row; r < std::min(rows.size(), row + cell.rows); ++r) {
        taken[r].resize(std::max(taken[r].size(), column + cell.columns), false);
        grid[r].resize(taken[r].size(), nullptr);
        std::fill_n(taken[r].begin() + static_cast<std::ptrdiff_t>(column), cell.columns, true);
      }
      grid[row][column] = &cell;
      widest = std::max(widest, grid[row].size());
    }
  }
  for (auto& row : grid) {
    row.resize(widest, nullptr);
  }
  return grid;
}

/// The cell that covers a position of the grid, and where it begins; none behind the end of a shorter row.
struct Cover {
  const PageCell* cell = nullptr;
  std::size_t row = 0, column = 0;
};
inline std::vector<std::vector<Cover>> covers_of(const std::vector<PageRow>& rows) {
  const auto grid = grid_of(rows);
  std::vector<std::vector<Cover>> covers(grid.size());
  for (std::size_t row = 0; row < grid.size(); ++row) {
    covers[row].resize(grid[row].size());
  }
  for (std::size_t row = 0; row < grid.size(); ++row) {
    for (std::size_t column = 0; column < grid[row].size(); ++column) {
      const PageCell* cell = grid[row][column];
      for (std::size_t r = row; cell != nullptr && r < std::min(grid.size(), row + cell->rows); ++r) {
        std::fill_n(covers[r].begin() + static_cast<std::ptrdiff_t>(column), cell->columns, Cover{cell, row, column});
      }
    }
  }
  return covers;
}

}  // namespace gongkai::testing
