// Builds a Document from texts that come in pieces, for formats whose text has to be put together; keeps the limits.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "decode/check_text.hpp"
#include "gongkai/read.hpp"
#include "text/input_errors.hpp"
#include "text/utf8.hpp"

namespace gongkai {

class DocumentBuilder {
 public:
  DocumentBuilder(Format format, const Limits& limits) : limits_(limits) {
    document_.decoding = {format, "UTF-8", EncodingReason::given};
  }

  /// Appends a piece of text. What is no UTF-8 becomes an error of finish().
  void append(std::string_view piece) {
    is_utf8_ = is_utf8_ && unicode::find_invalid(piece) == std::string_view::npos;
    document_.text.append(piece);
  }
  std::size_t text_size() const { return document_.text.size(); }
  Document::Text text_from(std::size_t begin) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(document_.text.size() - begin)};
  }

  /// Makes a paragraph of each line of a text that is not empty.
  void add_paragraphs(Document::Text text, std::uint32_t line = 0, std::uint32_t column = 0) {
    end_table();
    const std::string_view all = document_.view(text);
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = std::min(all.find('\n', begin), all.size());
      if (!unicode::trim(all.substr(begin, end - begin)).empty()) {
        Document::Block& block = add_block(Document::BlockKind::paragraph, line, column);
        block.text = {text.begin + static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
      }
      begin = end + 1;
    }
  }
  void add_picture(std::string_view alternative, std::uint32_t line = 0) {
    end_table();
    const std::size_t begin = text_size();
    append(alternative);
    add_block(Document::BlockKind::picture, line, 0).text = text_from(begin);
  }
  void add_property(std::string_view name, std::string_view value) {
    const std::size_t begin = text_size();
    append(name);
    const Document::Text name_text = text_from(begin);
    append(value);
    document_.properties.push_back({name_text, text_from(begin + name.size())});
  }
  void add_note(NoteKind kind, const Place& place, std::string_view text = {}) {
    document_.notes.push_back({kind, place, -1, -1, std::string(text)});
  }

  /// Begins a row of the table under way, or of a new one.
  void begin_row(std::uint32_t line = 0) {
    if (!table_is_open_) {
      table_is_open_ = true;
      ++tables_;
      add_block(Document::BlockKind::table, line, 0).first_row =
          static_cast<std::uint32_t>(document_.table_rows.size());
    }
    document_.table_rows.push_back({static_cast<std::uint32_t>(document_.table_cells.size()), 0});
    ++document_.blocks.back().row_count;
  }
  /// Takes back the row that was begun last, when the document had so many blocks before it.
  void take_back_row(std::size_t blocks_before) {
    document_.table_rows.pop_back();
    --document_.blocks.back().row_count;
    if (document_.blocks.size() != blocks_before) {
      document_.blocks.pop_back();
      --tables_;
      table_is_open_ = false;
    }
  }
  Document::Cell& add_cell(Document::Text text, std::size_t column_span = 1) {
    Document::Cell& cell = document_.table_cells.emplace_back();
    cell.text = text;
    cell.column_span = cut(column_span);
    ++document_.table_rows.back().cell_count;
    return cell;
  }
  void end_table() { table_is_open_ = false; }

  /// A span within the limits.
  std::uint16_t cut(std::size_t span) const { return cut_span(span, limits_); }

  /// Where the next cell will be.
  Place place() const {
    if (!table_is_open_) {
      return {0, 0, 0, 0, 0, page};
    }
    return {0, 0, tables_, document_.blocks.back().row_count, document_.table_rows.back().cell_count + 1, page};
  }

  bool is_over_limits() const {
    return document_.table_cells.size() > limits_.cells || document_.table_rows.size() > limits_.cells ||
           document_.blocks.size() > limits_.blocks || document_.notes.size() > limits_.blocks ||
           document_.text.size() > std::numeric_limits<std::uint32_t>::max();
  }
  Error over_limits() const { return document_too_large(limits_, place()); }

  /// The document; an error where nothing is in it, where a limit was passed or where a text was no UTF-8.
  Result<Document> finish() {
    if (is_over_limits()) {
      return over_limits();
    }
    if (!is_utf8_) {
      return not_unicode();
    }
    if (document_.blocks.empty()) {
      return Error{ErrorCode::empty, "文件是空的，没有可读的内容。", "The input is empty.", {}};
    }
    put_notes_at_cells();
    return std::move(document_);
  }

  const Document& document() const { return document_; }
  Document& document() { return document_; }

  std::uint32_t page = 0;  ///< of the blocks that are added

 private:
  Document::Block& add_block(Document::BlockKind kind, std::uint32_t line, std::uint32_t column) {
    Document::Block& block = document_.blocks.emplace_back();
    block.kind = kind;
    block.line = line;
    block.column = column;
    block.page = page;
    return block;
  }

  /// Notes name the next cell of a row, which does not always come: then they are the last one's.
  void put_notes_at_cells() {
    if (document_.notes.empty()) {
      return;
    }
    std::vector<const Document::Block*> found;
    for (const Document::Block& block : document_.blocks) {
      if (block.kind == Document::BlockKind::table) {
        found.push_back(&block);
      }
    }
    for (Note& note : document_.notes) {
      if (note.place.table != 0 && note.place.row != 0) {
        const Document::Row& row = document_.rows_of(*found[note.place.table - 1])[note.place.row - 1];
        note.place.cell = std::min(note.place.cell, row.cell_count);
      }
    }
  }

  const Limits& limits_;
  Document document_;
  bool table_is_open_ = false;
  bool is_utf8_ = true;
  std::uint32_t tables_ = 0;
};

}  // namespace gongkai
