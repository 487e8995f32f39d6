// Draws a table with box lines, in which a cell may span columns or join the cell above it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::cli {

class Grid {
 public:
  enum class Align { left, center, right };
  struct Cell {
    std::string text;
    std::size_t span = 1;
    Align align = Align::left;
    bool joins_above = false;  ///< no line between this cell and the one above
  };

  /// A table with columns of these widths, not counting a space on either side.
  explicit Grid(std::vector<std::size_t> widths) : widths_(std::move(widths)) {}

  /// Adds a row whose spans make up all columns, with or without a line above it.
  void add(std::vector<Cell> cells, bool has_line_above = true);
  /// Makes columns narrower until the table is no wider than `most`, where texts, but no number, break into lines for it;
  /// 0: there is no limit. False, and nothing is done, where it cannot be that narrow.
  bool fit(std::size_t most);
  std::string draw() const;

 private:
  struct Row {
    std::vector<Cell> cells;
    bool has_line_above;
  };

  std::size_t least_width(std::size_t column) const;
  std::size_t width_of(std::size_t column, std::size_t span) const;
  void draw_line(const Row* above, const Row* below, std::string& out) const;
  void draw_row(const Row& row, std::string& out) const;

  std::vector<std::size_t> widths_;
  std::vector<Row> rows_;
};

}  // namespace gongkai::cli
