// Makes paragraphs and tables of the boxes of a web page: says which tables hold data and which only lay out the page,
// and what of the page is the article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/document/document.hpp"
#include "gongkai/read.hpp"

namespace gongkai {

/// Takes the boxes of a page in document order. Places are offsets into the source until finish() counts lines.
///
/// A table that holds another table is layout: those of its rows that look like data (several short cells) stay rows,
/// the others become paragraphs. A table of one cell inside a cell is only a frame around that cell's text.
class PageBuilder {
 public:
  explicit PageBuilder(const Limits& limits) : limits_(limits) {}

  /// What the text that comes next is in.
  bool in_article = false, in_heading = false, in_link = false, in_preformatted = false;

  /// Text as written; white space is folded as a browser folds it.
  void add_text(std::string_view text, std::uint32_t at);
  /// Keeps apart what stands before and behind in the same line.
  void add_space() { space_ = true; }
  /// A line break, or the beginning or end of a block.
  void end_line();

  void begin_table(std::uint32_t at);
  void end_table();
  void begin_row(bool is_hidden, std::uint32_t at);
  void end_row();
  void begin_cell(std::uint16_t row_span, std::uint16_t column_span, bool is_hidden, std::uint32_t at);
  void end_cell();
  bool is_in_table() const { return !frames_.empty(); }

  void add_picture(std::string_view alt, std::uint32_t at);
  void add_property(std::string_view name, std::string_view value);
  void add_note(NoteKind kind, std::string_view text, std::uint32_t at);

  /// Whether more was added than the limits allow.
  bool is_over_limit() const { return is_over_limit_; }

  /// The document, without what surrounds the article.
  Document finish(std::string_view source);

 private:
  struct Row {
    std::uint32_t first_cell = 0, cell_count = 0;
  };
  /// A table that is not closed yet.
  struct Frame {
    std::uint32_t text_begin = 0, at = 0, row_at = 0;
    std::uint32_t bytes = 0, link_bytes = 0;
    std::vector<Row> rows;
    std::vector<Document::Cell> cells;
    bool in_article = false, is_layout = false;
    bool is_row_open = false, is_row_hidden = false, is_cell_open = false, is_cell_hidden = false;
    bool is_row_broken = false;  ///< its cells have become paragraphs, and so will what comes in it
  };
  /// Of a block or a line: what tells the article from what surrounds it.
  struct Trait {
    std::uint32_t bytes = 0, link_bytes = 0;
    bool in_article = false, is_heading = false;
  };
  /// The beginning of a line inside a cell.
  struct Line {
    std::uint32_t in_text = 0, in_source = 0;
    Trait trait;
  };
  struct Picture {
    std::uint32_t in_text = 0;
    Document::Block block;
    Trait trait;
  };

  std::uint32_t text_size() const { return static_cast<std::uint32_t>(document_.text.size()); }
  bool is_blank(Document::Text range) const;
  Document::Text keep_aside(std::string_view text);
  Trait current_trait() const { return {0, 0, in_article, in_heading}; }

  void append(std::string_view words, std::uint32_t at);
  void append_to_cell(std::string_view words, std::uint32_t at);
  void close_paragraph();
  void close_cell(Frame& frame);
  void close_row(Frame& frame);
  bool is_data_row(const Frame& frame, const Row& row) const;
  bool is_running_text(const Frame& frame) const;

  void break_outer_tables();
  void emit_open_row(Frame& frame, std::uint32_t text_end);
  void emit_rows(Frame& frame);
  void emit_lines(const Document::Cell& cell);
  void emit_table(const Frame& frame, std::size_t first_row, std::size_t row_count);
  void emit_pictures(std::uint32_t until);
  void push(const Document::Block& block, const Trait& trait);
  void check_limits();
  void drop_surroundings();
  void count_lines(std::string_view source);

  const Limits& limits_;
  Document document_;
  std::vector<Trait> traits_;  ///< of document_.blocks
  std::vector<Frame> frames_;  ///< the open tables, outermost first
  std::vector<Line> lines_;
  std::deque<Picture> pictures_;  ///< that stand in cells not emitted yet
  std::string aside_;             ///< texts that are no part of the page's own
  std::size_t cell_count_ = 0;
  bool is_over_limit_ = false;

  bool space_ = false, line_break_ = false;  ///< stand before the next word
  bool is_paragraph_open_ = false;
  Document::Block paragraph_;
  Trait paragraph_trait_;
};

}  // namespace gongkai
