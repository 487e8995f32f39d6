// Bytes -> Document, so that a fuzzer can make tables and paragraphs of any shape. The separators of ASCII do what they
// are for: FS begins a paragraph, GS a table, RS a row, US a cell.
#pragma once

#include <string>
#include <string_view>

#include "gongkai/document/document.hpp"
#include "text/utf8.hpp"

namespace gongkai::fuzz {

inline Document document_of(std::string_view bytes) {
  constexpr char paragraph = '\x1c', table = '\x1d', row = '\x1e', cell = '\x1f', wide = '\x0e', picture = '\x0f';
  Document document;
  document.text = bytes;
  const std::string_view text = document.text;
  for (std::size_t from = 0, bad = 0; (bad = unicode::find_invalid(text.substr(from))) != std::string::npos;) {
    from += bad;
    document.text[from] = '?';
  }
  std::uint32_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char kind = text[at];
    const bool is_separator = kind >= paragraph && kind <= cell;
    std::size_t begin = at + (is_separator ? 1 : 0);
    const bool is_wide = begin < text.size() && text[begin] == wide;
    const bool is_picture = begin < text.size() && text[begin] == picture;
    begin += is_wide || is_picture ? 1 : 0;
    const std::size_t end = std::min(text.find_first_of("\x1c\x1d\x1e\x1f", begin), text.size());
    const Document::Text range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    ++line;
    const bool in_table = !document.blocks.empty() && document.blocks.back().kind == Document::BlockKind::table;
    if (kind == table || ((kind == row || kind == cell) && !in_table)) {
      Document::Block& block = document.blocks.emplace_back();
      block.kind = Document::BlockKind::table;
      block.line = line;
      block.first_row = static_cast<std::uint32_t>(document.table_rows.size());
    }
    Document::Block* const last = document.blocks.empty() ? nullptr : &document.blocks.back();
    if (kind == row || (kind == cell && last->row_count == 0)) {
      document.table_rows.push_back({static_cast<std::uint32_t>(document.table_cells.size()), 0});
      ++last->row_count;
    }
    if (kind == cell) {
      Document::Cell& made = document.table_cells.emplace_back();
      made.text = range;
      made.line = line;
      made.row_span = made.column_span = is_wide ? 3 : 1;
      ++document.table_rows.back().cell_count;
    } else if (kind == paragraph || !is_separator) {
      Document::Block& block = document.blocks.emplace_back();
      block.kind = is_picture ? Document::BlockKind::picture : Document::BlockKind::paragraph;
      block.text = range;
      block.line = line;
    }
    at = end;
  }
  return document;
}

}  // namespace gongkai::fuzz
