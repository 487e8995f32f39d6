// All that a file format can say: paragraphs and tables of cells, in order, each with its place. Knows nothing of the
// form.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/model/reading.hpp"

namespace gongkai {

/// A decoded document. Texts are ranges of one buffer, so that a document costs few allocations however many cells it
/// has.
class Document {
 public:
  struct Text {
    std::uint32_t begin = 0, size = 0;
  };
  struct Cell {
    Text text;
    std::uint32_t line = 0, column = 0;  ///< place in the source, from 1
    std::uint16_t row_span = 1, column_span = 1;
  };
  struct Row {
    std::uint32_t first_cell = 0, cell_count = 0;
  };
  enum class BlockKind : std::uint8_t { paragraph, table, picture };
  struct Block {
    BlockKind kind = BlockKind::paragraph;
    Text text;                                   ///< of a paragraph; of a picture, what stands for it (alt text)
    std::uint32_t line = 0, column = 0;          ///< of its beginning
    std::uint32_t first_row = 0, row_count = 0;  ///< of a table
    std::uint32_t page = 0;                      ///< of a PDF; the sheet of a workbook
  };
  /// What the file says of itself beside its text: <title>, <meta name=…>, the properties of a Word file.
  struct Property {
    Text name, value;
  };

  Decoding decoding;
  std::string text;  ///< UTF-8; what the ranges point into
  std::vector<Property> properties;
  std::vector<Note> notes;  ///< what the decoder noticed
  std::vector<Block> blocks;
  std::vector<Row> table_rows;
  std::vector<Cell> table_cells;

  std::string_view view(Text range) const { return std::string_view(text).substr(range.begin, range.size); }
  std::span<const Row> rows_of(const Block& table) const {
    return std::span(table_rows).subspan(table.first_row, table.row_count);
  }
  std::span<const Cell> cells_of(const Row& row) const {
    return std::span(table_cells).subspan(row.first_cell, row.cell_count);
  }
};

}  // namespace gongkai
