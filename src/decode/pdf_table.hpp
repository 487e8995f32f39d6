// Words of a table -> its rows and cells, by where they stand. A PDF does not say where its lines are drawn.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "decode/pdf_words.hpp"

namespace gongkai::pdf {

/// Neighbouring words of a line that belong together: a range of Page::words.
struct Segment : Box {
  std::uint32_t page = 0, line = 0;  ///< indexes
  std::size_t first = 0, count = 0;
  bool is_value = false;  ///< one word, and that a value, or a value and its unit
};

/// The segments of a line. Values stay apart from each other, however near they are.
std::vector<Segment> segments_of(const Page& page, std::uint32_t page_index, std::uint32_t line_index);

/// Appends a word to a text, with a space where both sides are written with spaces.
void append_word(std::string& text, std::string_view word);

struct TableCell {
  std::string text;
  std::uint32_t page = 0, line = 0;  ///< from 1
  std::uint16_t columns = 1;         ///< that the text covers
};
using TableRow = std::vector<TableCell>;

/// Lays out the segments of one table, which may run over pages. Every word is in some cell of the result. Where a value
/// does not stand clearly in one column, its row has one cell for all of its values; a value that covers several columns
/// is one cell for them.
std::vector<TableRow> lay_out_table(const Words& words, std::span<const Segment> segments);

}  // namespace gongkai::pdf
