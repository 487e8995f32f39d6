// Rows of the form out of tables in which each cell is a row, as programs write them that make text of web pages: a pipe
// ends each cell, and further pipes fill up a row.
#pragma once

#include <cstdint>
#include <vector>

#include "interpret/row_gatherer.hpp"

namespace gongkai {

class CellRows {
 public:
  explicit CellRows(RowGatherer& gatherer) : gatherer_(gatherer) {}

  /// Takes a row of such a table: one cell, or several empty ones that fill up the form's row before.
  void take(const std::vector<Item>& row);
  /// Ends the form's row at hand.
  void end();

 private:
  enum class Open : std::uint8_t {
    nothing,
    head,  ///< column heads
    row,   ///< a label and its values
    line,  ///< the values of section four
  };

  void take_cell(const Item& cell);
  void take_text(const Item& cell);
  void take_value(const Item& cell);
  void begin_line();
  void add(const Item& cell, Open open);
  bool is_full() const;

  RowGatherer& gatherer_;
  Open open_ = Open::nothing;
  std::vector<Item> cells_;  // of what is open
};

}  // namespace gongkai
