// Plain text -> Document: paragraphs a line each, and tables in the four ways that text shows them, or in tags.
#include <algorithm>
#include <optional>

#include "decode/check_text.hpp"
#include "decode/drawn_table.hpp"
#include "decode/inline_markup.hpp"
#include "decode/screen_table.hpp"
#include "decode/spaced_table.hpp"
#include "decode/valid_text.hpp"
#include "gongkai/read.hpp"
#include "text/input_errors.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_blank_line(std::string_view line) {
  return unicode::trim(line).empty();
}

bool starts_like_number(std::string_view field) {
  field = unicode::trim(field);
  constexpr std::string_view full_width_marks = "\xef\xbc", dash = "—";  // ０-９ ＋ － ／
  return !field.empty() && ((field[0] >= '0' && field[0] <= '9') || field[0] == '-' || field[0] == '+' ||
                            field[0] == '/' || field.substr(0, 3) == dash || field.substr(0, 2) == full_width_marks);
}

/// Where a number begins that one space parts from the label before it, in a column that its label fills; 0 where none does.
std::size_t number_behind_label(std::string_view field) {
  const std::size_t space = field.rfind(' ');
  if (space == std::string_view::npos || space == 0 || static_cast<unsigned char>(field[space - 1]) < 0x80 ||
      field.find_first_not_of("0123456789", space + 1) != std::string_view::npos) {
    return 0;
  }
  return space + 1 < field.size() ? space + 1 : 0;
}

/// Whether a line is the rule below the head of a table between pipes.
bool is_rule(std::string_view line) {
  return line.find_first_not_of("|-: \t") == std::string_view::npos && line.find("--") != std::string_view::npos &&
         line.find('|') != std::string_view::npos;
}

/// Whether a line is a row between pipes: Markdown begins one with a pipe, text made from web pages only ends one so, or has
/// them between cells.
bool is_piped(std::string_view line) {
  return line.front() == '|' || line.back() == '|' || line.find("| ") != std::string_view::npos || is_rule(line);
}

/// A text without the mark that Org sets where something may be pointed at: <<name>>.
std::string_view without_anchor(std::string_view text) {
  const std::size_t end = text.starts_with("<<") ? text.find(">>") : std::string_view::npos;
  return end == std::string_view::npos ? text : unicode::trim(text.substr(end + 2));
}

class TextDecoder {
 public:
  TextDecoder(std::string_view bytes, const Limits& limits) : limits_(limits) {
    document_.text = bytes;
    document_.decoding = {Format::text, "UTF-8", EncodingReason::valid_utf8};
  }

  Result<Document> run() {
    const std::string_view all = document_.text;
    document_.table_cells.reserve(all.size() / 16);
    document_.table_rows.reserve(all.size() / 64);
    document_.blocks.reserve(all.size() / 64);
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = unicode::find_ascii(all, '\n', begin);
      line_ = ++number;
      line_begin_ = begin;
      std::string_view line = all.substr(begin, end - begin);
      if (!line.empty() && line.back() == '\r') {
        line.remove_suffix(1);
      }
      if (const std::size_t behind = line.empty() || line[0] == '\t' ? begin : behind_table(line, begin);
          behind != begin) {
        number += static_cast<std::uint32_t>(
                      std::count(all.data() + begin, all.data() + std::min(behind, all.size()), '\n')) -
                  1;
        begin = behind;
      } else if (const std::size_t bar = end_of_bar_below(line, end); bar != end) {
        take_cell_above_bar(unicode::trim(line));
        begin = bar + 1;
        ++number;
      } else {
        take(line);
        begin = end + 1;
      }
      if (document_.table_cells.size() > limits_.cells || document_.blocks.size() > limits_.blocks) {
        return document_too_large(limits_, {line_, 1, 0, 0, 0});
      }
    }
    if (error_) {
      return *std::move(error_);
    }
    end_table();
    document_.text += markup_text_;
    return std::move(document_);
  }

 private:
  enum class Shape : std::uint8_t { none, flattened, tabbed, piped, cell_a_line, aligned, drawn };

  /// The place behind a table that begins with the line and is no matter of its lines alone; `begin` where none does.
  std::size_t behind_table(std::string_view line, std::size_t begin) {
    if (line[0] == '<') {
      return take_markup(line, begin);
    }
    if (drawn_misses_ < most_misses && may_begin_drawn_table(line)) {
      return take_drawn(begin);
    }
    return begin >= spaced_end_ && line.find("  ") != std::string_view::npos ? take_spaced(begin) : begin;
  }

  void take(std::string_view line) {
    if (shape_ == Shape::flattened && row_is_open_ && line.size() > 1 && line[0] == '\t' &&
        unicode::find_ascii(line, '\t', 1) == line.size()) {  // by far the most frequent line
      add_cell(line.substr(1));
      return;
    }
    const bool is_blank = line.empty() || (line[0] != '\t' && is_blank_line(line));
    if (shape_ == Shape::flattened) {
      if (is_blank) {  // ends a row; a second one ends the table
        if (row_is_open_) {
          row_is_open_ = false;
        } else {
          end_table();
        }
        return;
      }
      if (row_is_open_ && line[0] != '\t') {  // a line break inside a cell
        Document::Cell& cell = document_.table_cells.back();
        cell.text.size = static_cast<std::uint32_t>(line_begin_ + line.size() - cell.text.begin);
        return;
      }
    }
    if (is_blank) {
      if (!has_rows_apart(line)) {
        end_table();
      }
      return;
    }
    const std::string_view trimmed = unicode::trim(line);
    if (line[0] != '\t' && is_piped(trimmed)) {
      if (shape_ == Shape::cell_a_line || begins_cell_a_line(line)) {
        take_cells_of_line(trimmed);
      } else if (goes_on_with_row(trimmed)) {
        add_cells(trimmed);
      } else {
        take_pipes(line);
      }
    } else if (shape_ == Shape::cell_a_line && ends_above_bar(line)) {
      held_ = held_.empty() ? std::string(trimmed) : held_ + std::string(trimmed);
    } else if (const std::size_t tab = line.find('\t'); tab != std::string_view::npos) {
      const bool only_leading = tab == 0 && line.find('\t', 1) == std::string_view::npos;
      if (only_leading && shape_ != Shape::tabbed) {
        continue_table(Shape::flattened);
        if (!row_is_open_) {
          begin_row();
        }
        add_cell(line.substr(1));
      } else {
        take_tabs(line);
      }
    } else if (!take_aligned(line)) {
      end_table();
      add_paragraph(trimmed);
    }
  }

  /// Where a line that is a pipe ends, if one follows a line of text that ends at `end`; else `end`. The text is a cell then,
  /// as programs write tables that make text of web pages: "规章\n|\n3\n|".
  std::size_t end_of_bar_below(std::string_view line, std::size_t end) const {
    const std::string_view all = document_.text;
    if (end + 1 >= all.size() || all[end + 1] != '|') {
      return end;
    }
    const std::size_t bar_end = unicode::find_ascii(all, '\n', end + 1);
    const std::string_view bar = all.substr(end + 1, bar_end - end - 1);
    // A heading above a row of trafilatura's, which begins with a pipe.
    const bool is_row_below = bar_end < all.size() && begins_cell_a_line(bar);
    const bool is_bar = unicode::trim(bar) == "|" && !is_row_below;
    return is_bar && !is_blank_line(line) && line.find_first_of("|\t") == std::string_view::npos ? bar_end : end;
  }

  void take_cell_above_bar(std::string_view cell) {
    is_framed_ = is_framed_ && shape_ == Shape::piped;
    is_closed_ = true;
    continue_table(Shape::piped);
    begin_row();
    add_cell(cell);
  }

  /// Takes a table that Markdown has in tags, as programs write it that take documents apart. Returns the place behind it,
  /// or `begin` where the line does not begin one.
  std::size_t take_markup(std::string_view line, std::size_t begin) {
    constexpr std::string_view end_tag = "</table>";
    if (!line.starts_with("<table") && !line.starts_with("<html>")) {
      return begin;
    }
    const std::string_view all = document_.text;
    const std::size_t tag = has_end_tag_ ? all.find(end_tag, begin) : std::string_view::npos;
    has_end_tag_ = tag != std::string_view::npos;
    if (!has_end_tag_) {
      return begin;
    }
    const std::size_t end = unicode::find_ascii(all, '\n', tag);
    Result<Document> decoded = decode_html(all.substr(begin, end - begin), limits_);
    if (!decoded) {
      error_ = decoded.error();
      return all.size();
    }
    end_table();
    Document& part = decoded.value();
    const auto offset = static_cast<std::uint32_t>(all.size() + markup_text_.size());
    const auto moved = [&](auto& thing) {
      thing.text.begin += offset;
      thing.line += line_ - 1;
    };
    for (Document::Block& block : part.blocks) {
      moved(block);
      block.first_row += static_cast<std::uint32_t>(document_.table_rows.size());
    }
    for (Document::Row& row : part.table_rows) {
      row.first_cell += static_cast<std::uint32_t>(document_.table_cells.size());
    }
    std::for_each(part.table_cells.begin(), part.table_cells.end(), moved);
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    append(document_.blocks, part.blocks);
    append(document_.table_rows, part.table_rows);
    append(document_.table_cells, part.table_cells);
    append(document_.notes, part.notes);
    markup_text_ += part.text;
    return end + 1;
  }

  /// Takes a table drawn with rules. Returns the place behind it, or `begin` where there is none.
  std::size_t take_drawn(std::size_t begin) {
    const std::string_view all = document_.text;
    const std::string_view before = all.substr(0, begin == 0 ? 0 : begin - 1);
    const std::size_t options = before.rfind('\n') + 1;
    const std::optional<DrawnTable> table = drawn_table(all.substr(begin), before.substr(options));
    if (!table) {
      ++drawn_misses_;
      return begin;
    }
    add_drawn(*table);
    return begin + table->size;
  }
  void add_drawn(const DrawnTable& table) {
    const std::string_view all = document_.text;
    end_table();
    continue_table(Shape::drawn);
    for (const std::vector<DrawnCell>& row : table.rows) {
      begin_row();
      for (const DrawnCell& drawn : row) {
        const std::optional<std::string> plain = without_inline_markup(drawn.text);
        const std::string& text = plain ? *plain : drawn.text;
        Document::Cell cell;
        cell.text = {static_cast<std::uint32_t>(all.size() + markup_text_.size()),
                     static_cast<std::uint32_t>(text.size())};
        markup_text_ += text;
        cell.line = line_ + drawn.line;
        cell.column = 1;
        cell.column_span = cut_span(drawn.column_span, limits_);
        cell.row_span = cut_span(drawn.row_span, limits_);
        document_.table_cells.push_back(cell);
        ++document_.table_rows.back().cell_count;
      }
    }
    end_table();
  }

  /// Takes a table whose columns are told by spaces alone. Returns the place behind it, or `begin` where there is none.
  std::size_t take_spaced(std::size_t begin) {
    const std::string_view lines = spaced_lines(std::string_view(document_.text).substr(begin));
    spaced_end_ = begin + lines.size();
    if (lines.find_first_of("\t|") != std::string_view::npos) {
      return begin;
    }
    std::optional<DrawnTable> table = spaced_table(lines);
    if (!table) {
      table = screen_table(lines);
    }
    if (!table) {
      return begin;
    }
    add_drawn(*table);
    return spaced_end_;
  }

  // trafilatura writes a cell as its text and a pipe, a line break in it as one, and pipes for what its table has more
  // columns than the row: "规章 |\n3 |\n5 |\n74 | ||", each row behind a line "|", where cells hold paragraphs; else a row
  // on a line, in which an empty cell breaks the line.

  std::string_view line_behind(std::string_view line) const {
    const std::string_view all = document_.text;
    const std::size_t end =
        unicode::find_ascii(all, '\n', static_cast<std::size_t>(line.data() - all.data()) + line.size());
    return end < all.size() ? unicode::trim(all.substr(end + 1, unicode::find_ascii(all, '\n', end + 1) - end - 1))
                            : std::string_view();
  }
  bool begins_cell_a_line(std::string_view line) const {
    if (shape_ == Shape::piped || unicode::trim(line) != "|") {
      return false;
    }
    const std::string_view next = line_behind(line);
    return !next.empty() && next.front() != '|' && (next.back() == '|' || ends_above_bar(next));
  }
  /// Whether a line without a pipe is part of a cell that ends further down.
  bool ends_above_bar(std::string_view line) const {
    constexpr std::size_t longest = 150;  // bytes
    const std::string_view next = line_behind(line);
    return line.size() <= longest && next.size() > 1 && next.size() <= longest && next.front() != '|' &&
           next.back() == '|';
  }
  /// Whether an empty line stands between two rows of a table, as trafilatura's Markdown has it.
  bool has_rows_apart(std::string_view line) const {
    if (shape_ != Shape::cell_a_line && (shape_ != Shape::piped || is_framed_ || !is_closed_)) {
      return false;
    }
    const std::string_view next = line_behind(line);
    return !next.empty() && next.back() == '|';
  }
  void take_cells_of_line(std::string_view line) {
    if (shape_ != Shape::cell_a_line) {
      continue_table(Shape::cell_a_line);
      was_filled_up_ = true;
    }
    if (line == "|") {
      if (!was_filled_up_) {
        begin_row();
        add_cell(line.substr(0, 0));
      }
      was_filled_up_ = false;
      return;
    }
    std::size_t begin = 0, empty = 0;
    for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|', begin)) {
      const std::string_view cell = unicode::trim(line.substr(begin, bar - begin));
      empty += cell.empty();
      if (!cell.empty()) {
        begin_row();
        add_held_cell(cell);
      }
      begin = bar + 1;
    }
    was_filled_up_ = empty != 0;
    if (empty != 0) {  // a row of its own, so that it is no value
      begin_row();
      add_cell(line.substr(line.size()));
      add_cell(line.substr(line.size()));
    }
  }
  /// A cell behind the lines of it that were held.
  void add_held_cell(std::string_view cell) {
    add_cell(cell);
    if (!held_.empty()) {
      held_ += cell;
      document_.table_cells.back().text = {static_cast<std::uint32_t>(document_.text.size() + markup_text_.size()),
                                           static_cast<std::uint32_t>(held_.size())};
      markup_text_ += std::exchange(held_, {});
    }
  }

  bool goes_on_with_row(std::string_view line) const {
    if (shape_ != Shape::piped || is_framed_ || !is_closed_ || line.front() != '|' || is_rule(line)) {
      return false;
    }
    const Document::Row& first = document_.table_rows[document_.blocks.back().first_row];
    return document_.table_rows.back().cell_count < first.cell_count;
  }
  void add_cells(std::string_view line) {
    std::size_t begin = 0;
    for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|', begin)) {
      add_cell(unicode::trim(line.substr(begin, bar - begin)));
      begin = bar + 1;
    }
  }

  void take_pipes(std::string_view line) {
    std::string_view rest = unicode::trim(line);
    if (is_rule(rest)) {
      return;
    }
    if (shape_ != Shape::piped) {
      is_framed_ = rest.front() == '|';
      is_closed_ = rest.back() == '|';
    }
    const bool has_blank_last = !is_framed_ && !is_closed_ && rest.back() == '|';
    continue_table(Shape::piped);
    begin_row();
    const bool has_text = rest.find_first_not_of('|') != std::string_view::npos;  // else each pipe ends a cell
    rest.remove_prefix(rest.front() == '|' && is_framed_ && has_text ? 1 : 0);
    while (!rest.empty()) {
      std::size_t bar = rest.find('|');
      while (bar != std::string_view::npos && bar > 0 && rest[bar - 1] == '\\') {
        bar = rest.find('|', bar + 1);
      }
      const std::size_t end = std::min(bar, rest.size());
      std::string_view cell = without_anchor(unicode::trim(rest.substr(0, end)));
      while (cell.size() >= 4 && cell.starts_with("**") && cell.ends_with("**")) {
        cell = unicode::trim(cell.substr(2, cell.size() - 4));
      }
      add_cell(is_blank_line(rest.substr(0, end)) ? rest.substr(0, end) : cell);
      rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
    if (has_blank_last) {
      add_cell(rest);
    }
  }

  void take_tabs(std::string_view line) {
    continue_table(Shape::tabbed);
    begin_row();
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      add_cell(line.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  /// Columns set apart by two or more spaces: at least three fields, or two of which the second looks like a number. A field of
  /// many words is no cell, but a document in one line, or prose in English.
  bool take_aligned(std::string_view line) {
    constexpr std::ptrdiff_t most_spaces = 30;  // in a field; a row of table three has seven numbers
    if (line.find("  ") == std::string_view::npos) {
      return false;
    }
    const std::string_view body = unicode::trim(line);
    std::vector<std::string_view>& fields = fields_;
    fields.clear();
    for (std::size_t begin = 0; begin < body.size() && fields.size() <= limits_.cells;) {
      const std::size_t gap = std::min(body.find("  ", begin), body.size());
      std::string_view field = body.substr(begin, gap - begin);
      if (std::count(field.begin(), field.end(), ' ') > most_spaces) {
        return false;
      }
      if (const std::size_t number = number_behind_label(field); number != 0 && gap < body.size()) {
        fields.push_back(unicode::trim(field.substr(0, number)));
        field.remove_prefix(number);
      }
      fields.push_back(field);
      begin = gap;
      while (begin < body.size() && body[begin] == ' ') {
        ++begin;
      }
    }
    if (fields.size() < 2 || (fields.size() == 2 && !starts_like_number(fields[1]))) {
      return false;
    }
    continue_table(Shape::aligned);
    begin_row();
    for (const std::string_view field : fields) {
      add_cell(field);
    }
    return true;
  }

  void add_paragraph(std::string_view paragraph) {
    if (paragraph.starts_with("<!--") && paragraph.size() >= 7 && paragraph.ends_with("-->")) {
      return;
    }
    constexpr std::string_view rubric =
        ".. rubric:: ";  // a heading in reStructuredText that is in no table of contents
    if (paragraph.starts_with(rubric)) {
      paragraph.remove_prefix(rubric.size());
    }
    paragraph = without_anchor(paragraph);
    const std::size_t marks = paragraph.find_first_not_of('#');
    if (marks != 0 && marks != std::string_view::npos) {  // a Markdown heading
      paragraph = unicode::trim(paragraph.substr(marks));
    }
    while (paragraph.size() > 4 && paragraph.starts_with("**") && paragraph.ends_with("**")) {
      paragraph = unicode::trim(paragraph.substr(2, paragraph.size() - 4));
    }
    Document::Block block;
    block.text = range_of(paragraph);
    block.line = line_;
    block.column = static_cast<std::uint32_t>(block.text.begin - line_begin_ + 1);
    document_.blocks.push_back(block);
  }

  void continue_table(Shape shape) {
    if (shape_ == shape) {
      return;
    }
    end_table();
    shape_ = shape;
    Document::Block block;
    block.kind = Document::BlockKind::table;
    block.line = line_;
    block.first_row = static_cast<std::uint32_t>(document_.table_rows.size());
    document_.blocks.push_back(block);
  }
  void end_table() {
    if (shape_ == Shape::piped) {
      if (is_framed_) {  // html2text, which writes no frame, may have a space more in any cell
        leave_out_spans();
      }
      join_broken_rows();
    }
    shape_ = Shape::none;
    row_is_open_ = false;
    was_filled_up_ = false;
    held_.clear();
  }
  /// Where some empty cells of a table between pipes are two spaces and others one, as markdownify and MarkItDown write it,
  /// those of one are what the cell before spans.
  void leave_out_spans() {
    const Document::Block& block = document_.blocks.back();
    const auto is_blank_of = [this](const Document::Cell& cell, std::size_t size) {
      return cell.text.size == size && is_blank_line(document_.view(cell.text));
    };
    std::vector<Document::Cell>& all = document_.table_cells;
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(document_.table_rows[block.first_row].first_cell);
    const auto any_of = [&](std::size_t size) {
      return std::any_of(begin, all.end(), [&](const Document::Cell& cell) { return is_blank_of(cell, size); });
    };
    if (!any_of(1) || !any_of(2)) {
      return;
    }
    auto kept = begin;
    for (std::uint32_t i = 0; i < block.row_count; ++i) {
      Document::Row& row = document_.table_rows[block.first_row + i];
      const auto first = all.begin() + static_cast<std::ptrdiff_t>(row.first_cell);
      row.first_cell = static_cast<std::uint32_t>(kept - all.begin());
      for (auto cell = first; cell != first + static_cast<std::ptrdiff_t>(row.cell_count); ++cell) {
        if (cell != first && is_blank_of(*cell, 1)) {
          (kept - 1)->column_span = cut_span((kept - 1)->column_span + std::size_t{1}, limits_);
        } else {
          *kept++ = *cell;
        }
      }
      row.cell_count = static_cast<std::uint32_t>(kept - all.begin()) - row.first_cell;
    }
    all.erase(kept, all.end());
  }
  /// A cell that ends with "\\\\" goes on in the row below, as Org has it.
  void join_broken_rows() {
    const Document::Block block = document_.blocks.back();
    const auto is_broken = [this](const Document::Cell& cell) { return document_.view(cell.text).ends_with("\\\\"); };
    for (std::uint32_t i = block.row_count; i-- > 1;) {
      const Document::Row above = document_.table_rows[block.first_row + i - 1];
      const Document::Row below = document_.table_rows[block.first_row + i];
      const auto cells_above = document_.cells_of(above);
      if (above.cell_count != below.cell_count || std::none_of(cells_above.begin(), cells_above.end(), is_broken)) {
        continue;
      }
      for (std::uint32_t c = 0; c < above.cell_count; ++c) {
        Document::Cell& cell = document_.table_cells[above.first_cell + c];
        std::string text(document_.view(cell.text));
        while (text.ends_with('\\')) {
          text.pop_back();
        }
        text.append(unicode::trim(document_.view(document_.table_cells[below.first_cell + c].text)));
        cell.text = {static_cast<std::uint32_t>(document_.text.size() + markup_text_.size()),
                     static_cast<std::uint32_t>(text.size())};
        markup_text_ += text;
      }
      document_.table_rows.erase(document_.table_rows.begin() + static_cast<std::ptrdiff_t>(block.first_row) +
                                 static_cast<std::ptrdiff_t>(i));
      --document_.blocks.back().row_count;
    }
  }
  void begin_row() {
    row_is_open_ = true;
    document_.table_rows.push_back({static_cast<std::uint32_t>(document_.table_cells.size()), 0});
    ++document_.blocks.back().row_count;
  }
  void add_cell(std::string_view content) {
    if (document_.table_cells.size() > limits_.cells) {
      return;  // run() refuses the document at the end of the line
    }
    Document::Cell cell;
    cell.text = range_of(content);
    cell.line = line_;
    cell.column = static_cast<std::uint32_t>(cell.text.begin - line_begin_ + 1);
    document_.table_cells.push_back(cell);
    ++document_.table_rows.back().cell_count;
  }
  Document::Text range_of(std::string_view part) const {
    return {static_cast<std::uint32_t>(part.data() - document_.text.data()), static_cast<std::uint32_t>(part.size())};
  }

  const Limits& limits_;
  Document document_;
  Shape shape_ = Shape::none;
  bool row_is_open_ = false;
  bool is_framed_ = false;  // the table's rows have a pipe before their first cells
  bool is_closed_ = false;  // and behind their last: else one at the end of a row stands before an empty cell
  std::uint32_t line_ = 0;
  std::size_t line_begin_ = 0;
  std::vector<std::string_view> fields_;
  std::string held_;                               // lines of a cell that has not ended
  bool was_filled_up_ = false;                     // the line before ended a row
  static constexpr std::size_t most_misses = 100;  // each costs a look at what follows
  std::size_t drawn_misses_ = 0;
  std::size_t spaced_end_ = 0;  // of the lines last looked at as a table of columns two spaces apart
  std::string markup_text_;     // of tables in tags: goes behind the document's own text
  bool has_end_tag_ = true;     // unless none was found behind a line: then none stands behind the next
  std::optional<Error> error_;
};

}  // namespace

Result<Document> decode_text(std::string_view bytes, const Limits& limits) {
  if (auto error = check_text(bytes, limits)) {
    return *std::move(error);
  }
  return decode_valid_text(bytes, limits);
}

Result<Document> decode_valid_text(std::string_view bytes, const Limits& limits) {
  if (auto error = check_valid_text(bytes, limits)) {
    return *std::move(error);
  }
  if (bytes.starts_with(byte_order_mark)) {
    bytes.remove_prefix(byte_order_mark.size());
  }
  const std::optional<std::string> plain = without_inline_markup(bytes);
  return TextDecoder(plain ? *plain : bytes, limits).run();
}

}  // namespace gongkai
