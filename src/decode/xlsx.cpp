// Workbooks -> Document: the rows of each sheet become tables and paragraphs.
//
// A sheet does not say what is a table in it: empty rows, merged cells and borders do.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decode/document_builder.hpp"
#include "decode/office_properties.hpp"
#include "decode/xlsx_number.hpp"
#include "office/archive.hpp"
#include "office/ooxml.hpp"
#include "text/utf8.hpp"

namespace gongkai {

using ooxml::attribute;
using ooxml::child;
using ooxml::local_name;

namespace {

constexpr std::uint32_t most_rows = 1'048'576, most_columns = 16'384;  // of a sheet, by the standard

struct Position {
  std::uint32_t row = 0, column = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// Takes "B12" off the front of a reference; nothing where none stands there or it is outside of a sheet.
std::optional<Position> take_position(std::string_view& reference) {
  Position result;
  std::size_t i = 0;
  for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && result.column <= most_columns; ++i) {
    result.column = result.column * 26 + static_cast<std::uint32_t>(reference[i] - 'A' + 1);
  }
  for (; i < reference.size() && reference[i] >= '0' && reference[i] <= '9' && result.row <= most_rows; ++i) {
    result.row = result.row * 10 + static_cast<std::uint32_t>(reference[i] - '0');
  }
  reference.remove_prefix(i);
  const bool is_inside =
      result.row >= 1 && result.row <= most_rows && result.column >= 1 && result.column <= most_columns;
  return is_inside ? std::optional(result) : std::nullopt;
}

struct Merge {
  Position first, last;
};

/// A cell with something in it.
struct FilledCell {
  Position at;
  Document::Text text;
  bool has_border = false;
};

struct CellStyle {
  NumberFormat format;
  bool has_border = false;
};

class XlsxDecoder {
 public:
  XlsxDecoder(Archive archive, const Limits& limits)
      : archive_(std::move(archive)), limits_(limits), out_(Format::xlsx, limits) {}

  Result<Document> run() {
    const auto of_file = ooxml::relationships(archive_, {}, limits_);
    if (!of_file) {
      return of_file.error();
    }
    const std::string_view stated = ooxml::target_of(of_file.value(), "officeDocument");
    const std::string main(stated.empty() ? "xl/workbook.xml" : stated);
    const auto of_main = ooxml::relationships(archive_, main, limits_);
    if (!of_main) {
      return of_main.error();
    }
    ooxml::Xml workbook;
    if (auto error = ooxml::load(archive_, main, limits_, workbook)) {
      return *std::move(error);
    }
    counts_from_1904_ = ooxml::is_true(attribute(child(workbook.root(), "workbookPr"), "date1904"));
    ooxml::read_properties(archive_, of_file.value(), limits_, out_);
    if (auto error = read_styles(ooxml::target_of(of_main.value(), "styles"))) {
      return *std::move(error);
    }
    if (auto error = read_shared_strings(ooxml::target_of(of_main.value(), "sharedStrings"))) {
      return *std::move(error);
    }
    if (auto error = read_sheets(child(workbook.root(), "sheets"), of_main.value())) {
      return *std::move(error);
    }
    return out_.finish();
  }

 private:
  // ---- The workbook ----

  std::optional<Error> read_styles(std::string_view part) {
    ooxml::Xml xml;
    if (part.empty() || !archive_.holds(part)) {
      return std::nullopt;
    }
    if (auto error = ooxml::load(archive_, part, limits_, xml)) {
      return error;
    }
    std::unordered_map<std::uint32_t, NumberFormat> own_formats;
    for (const pugi::xml_node node : child(xml.root(), "numFmts").children()) {
      own_formats[ooxml::number(node, "numFmtId", 0)] = number_format(attribute(node, "formatCode"));
    }
    std::vector<bool> borders;
    for (const pugi::xml_node border : child(xml.root(), "borders").children()) {
      bool any = false;
      for (const pugi::xml_node side : border.children()) {
        const std::string_view style = attribute(side, "style");
        any = any || (!style.empty() && style != "none" && local_name(side) != "diagonal");
      }
      borders.push_back(any);
    }
    for (const pugi::xml_node node : child(xml.root(), "cellXfs").children()) {
      const std::uint32_t format = ooxml::number(node, "numFmtId", 0), border = ooxml::number(node, "borderId", 0);
      const auto own = own_formats.find(format);
      styles_.push_back({own == own_formats.end() ? built_in_number_format(format) : own->second,
                         border < borders.size() && borders[border]});
    }
    return std::nullopt;
  }

  std::optional<Error> read_shared_strings(std::string_view part) {
    ooxml::Xml xml;
    if (part.empty() || !archive_.holds(part)) {
      return std::nullopt;
    }
    if (auto error = ooxml::load(archive_, part, limits_, xml)) {
      return error;
    }
    for (const pugi::xml_node item : xml.root().children()) {
      if (local_name(item) == "si") {
        shared_strings_.push_back(rich_text(item));
      }
    }
    return std::nullopt;
  }

  /// The text of a string item: its runs put together, without the pronunciation that may stand over them.
  Document::Text rich_text(pugi::xml_node item) {
    const std::size_t begin = out_.text_size();
    for (pugi::xml_node node = item.first_child(); node; node = node.next_sibling()) {
      if (local_name(node) == "t") {
        append_escaped(node.child_value());
      } else if (local_name(node) == "r") {
        append_escaped(child(node, "t").child_value());
      }
    }
    return out_.text_from(begin);
  }

  /// Appends a text in which _x000D_ stands for the character of that code.
  void append_escaped(std::string_view text) {
    constexpr std::size_t escape_size = 7;
    for (std::size_t escape = text.find("_x"); escape != std::string_view::npos; escape = text.find("_x", escape)) {
      const std::string_view code = text.substr(escape, escape_size);
      constexpr std::string_view hexadecimal = "0123456789ABCDEFabcdef";
      if (code.size() != escape_size || code[6] != '_' ||
          code.substr(2, 4).find_first_not_of(hexadecimal) != std::string_view::npos) {
        escape += 2;
        continue;
      }
      const auto c = static_cast<char32_t>(std::stoul(std::string(code.substr(2, 4)), nullptr, 16));
      std::string character;
      unicode::append(character, c >= 0xd800 && c <= 0xdfff ? 0xfffd : c == 0 ? U' ' : c);
      out_.append(text.substr(0, escape));
      out_.append(character);
      text.remove_prefix(escape + escape_size);
      escape = 0;
    }
    out_.append(text);
  }

  std::optional<Error> read_sheets(pugi::xml_node sheets, const std::vector<ooxml::Relationship>& relationships) {
    std::unordered_map<std::string_view, const ooxml::Relationship*> by_id;
    for (const ooxml::Relationship& relationship : relationships) {
      by_id.emplace(relationship.id, &relationship);
    }
    // A figure on a sheet that can be seen counts before one on a sheet that cannot.
    for (const bool hidden : {false, true}) {
      std::uint32_t number = 0;
      for (const pugi::xml_node sheet : sheets.children()) {
        if (++number > limits_.archive_entries) {
          return out_.over_limits();
        }
        const std::string_view state = attribute(sheet, "state");
        const bool is_hidden = state == "hidden" || state == "veryHidden";
        const auto found = by_id.find(attribute(sheet, "id"));
        if (found == by_id.end()) {
          return lost_sheet(attribute(sheet, "name"));
        }
        if (is_hidden != hidden || found->second->type != "worksheet") {
          continue;
        }
        out_.page = number;
        out_.add_property("sheet", attribute(sheet, "name"));
        out_.add_property("sheet_number", std::to_string(number));
        const std::size_t blocks_before = out_.document().blocks.size();
        if (auto error = read_sheet(found->second->target)) {
          return error;
        }
        if (is_hidden && out_.document().blocks.size() != blocks_before) {
          out_.add_note(NoteKind::hidden_row, {0, 0, 0, 0, 0, number}, attribute(sheet, "name"));
        }
      }
    }
    return std::nullopt;
  }

  static Error lost_sheet(std::string_view name) {
    return {ErrorCode::malformed,
            "工作簿列有工作表“" + std::string(name) + "”，文件里却没有它。请用Excel或WPS打开后另存一次再读。",
            "The workbook lists the sheet “" + std::string(name) +
                "”, which is not in the file. Open it in Excel and save it once more.",
            {}};
  }

  // ---- A sheet ----

  std::optional<Error> read_sheet(const std::string& part) {
    ooxml::Xml xml;
    if (auto error = ooxml::load(archive_, part, limits_, xml)) {
      return error;
    }
    filled_.clear();
    covered_until_.resize(most_columns + 2, 0);
    for (const Merge& merge : merges_) {  // of the sheet before; a sheet has many more columns than it uses
      std::fill_n(covered_until_.data() + merge.first.column, merge.last.column + 1 - merge.first.column, 0);
    }
    merges_.clear();
    hidden_rows_.clear();
    empty_rows_.clear();
    hidden_columns_.assign(most_columns + 1, false);
    grid_positions_ = 0;
    bool has_drawing = false;
    for (const pugi::xml_node node : xml.root().children()) {
      const std::string_view name = local_name(node);
      std::optional<Error> error;
      if (name == "cols") {
        read_columns(node);
      } else if (name == "sheetData") {
        error = read_rows(node);
      } else if (name == "mergeCells") {
        error = read_merges(node);
      } else if (name == "drawing") {
        has_drawing = true;
      }
      if (error) {
        return error;
      }
    }
    if (!std::is_sorted(merges_.begin(), merges_.end(), by_position<Merge>)) {
      std::stable_sort(merges_.begin(), merges_.end(), by_position<Merge>);
    }
    if (!std::is_sorted(filled_.begin(), filled_.end(), by_position<FilledCell>)) {
      std::stable_sort(filled_.begin(), filled_.end(), by_position<FilledCell>);
    }
    join_cells_of_one_place();
    std::sort(hidden_rows_.begin(), hidden_rows_.end());
    std::sort(empty_rows_.begin(), empty_rows_.end());
    note_hidden_columns();
    if (auto error = emit_sheet()) {
      return error;
    }
    return has_drawing ? read_drawing(part) : std::nullopt;
  }
  static Position position(const Merge& merge) { return merge.first; }
  static Position position(const FilledCell& cell) { return cell.at; }
  template <class T>
  static bool by_position(const T& a, const T& b) {
    return position(a) < position(b);
  }

  void read_columns(pugi::xml_node columns) {
    std::uint32_t count = 0;
    for (const pugi::xml_node column : columns.children()) {
      if (++count > most_columns) {
        return;
      }
      if (ooxml::is_true(attribute(column, "hidden"))) {
        const std::uint32_t last = std::min(ooxml::number(column, "max", 0), most_columns);
        for (std::uint32_t i = ooxml::number(column, "min", 1); i <= last; ++i) {
          hidden_columns_[i] = true;
        }
      }
    }
  }

  std::optional<Error> read_merges(pugi::xml_node merges) {
    for (const pugi::xml_node node : merges.children()) {
      std::string_view reference = attribute(node, "ref");
      const auto first = take_position(reference);
      reference.remove_prefix(std::min<std::size_t>(1, reference.size()));
      const auto last = take_position(reference);
      if (!first || !last || last->row < first->row || last->column < first->column) {
        continue;
      }
      const std::uint32_t span = out_.cut(limits_.span);
      merges_.push_back(
          {*first, {std::min(last->row, first->row + span - 1), std::min(last->column, first->column + span - 1)}});
      if (merges_.size() > limits_.cells) {
        return out_.over_limits();
      }
    }
    return std::nullopt;
  }

  std::optional<Error> read_rows(pugi::xml_node data) {
    Position at;
    for (const pugi::xml_node row : data.children()) {
      at = {ooxml::number(row, "r", at.row + 1), 0};
      if (at.row < 1 || at.row > most_rows) {
        return misplaced();
      }
      if (ooxml::is_true(attribute(row, "hidden"))) {
        hidden_rows_.push_back(at.row);
      }
      for (pugi::xml_node cell = row.first_child(); cell; cell = cell.next_sibling()) {
        if (local_name(cell) != "c") {
          continue;
        }
        std::string_view reference = attribute(cell, "r");
        if (reference.empty()) {
          ++at.column;
        } else if (const auto stated = take_position(reference)) {
          at = *stated;
        } else {
          return misplaced();
        }
        if (at.column > most_columns) {
          return misplaced();
        }
        take_cell(cell, at);
        if (filled_.size() > limits_.cells) {
          return out_.over_limits();
        }
      }
    }
    return std::nullopt;
  }
  Error misplaced() const {
    return {ErrorCode::malformed,
            "表格里有不存在的单元格位置。请用Excel或WPS打开后另存一次再读。",
            "The workbook places a cell outside of any sheet. Open it in Excel and save it once more.",
            {0, 0, 0, 0, 0, out_.page}};
  }

  void take_cell(pugi::xml_node node, Position at) {
    const std::uint32_t style = ooxml::number(node, "s", 0);
    const Document::Text text = cell_text(node, style);
    const bool has_border = style < styles_.size() && styles_[style].has_border;
    if (!unicode::trim(out_.document().view(text)).empty()) {
      filled_.push_back({at, text, has_border});
    } else if (has_border && (empty_rows_.empty() || empty_rows_.back() != at.row)) {
      empty_rows_.push_back(at.row);
    }
  }

  /// Two cells that a damaged sheet puts in one place: which of them counts is not known, so both are said.
  void join_cells_of_one_place() {
    const auto is_same_place = [](const FilledCell& a, const FilledCell& b) { return a.at == b.at; };
    auto end = std::adjacent_find(filled_.begin(), filled_.end(), is_same_place);
    if (end == filled_.end()) {
      return;
    }
    for (auto next = end + 1; next != filled_.end(); ++next) {
      if (next->at != end->at) {
        *++end = *next;
        continue;
      }
      const std::string one(out_.document().view(end->text)), other(out_.document().view(next->text));
      if (one != other) {
        const std::size_t begin = out_.text_size();
        out_.append(one + " | " + other);
        end->text = out_.text_from(begin);
      }
    }
    filled_.erase(end + 1, filled_.end());
  }

  Document::Text cell_text(pugi::xml_node node, std::uint32_t style) {
    const std::string_view type = attribute(node, "t");
    if (type == "inlineStr") {
      if (const pugi::xml_node inline_text = child(node, "is")) {
        return rich_text(inline_text);
      }
    }
    const pugi::xml_node value_node = child(node, "v");
    const std::string_view value = value_node.child_value();
    const std::size_t begin = out_.text_size();
    if (type == "s" && value_node) {
      const std::size_t index = ooxml::number(value, no_string);
      if (index < shared_strings_.size()) {
        return shared_strings_[index];
      }
      out_.append(lost_text);
    } else if (type == "b") {
      out_.append(value == "1" ? "TRUE" : value == "0" ? "FALSE" : value);
    } else if (type == "str" || type == "inlineStr") {
      append_escaped(value);
    } else if (type == "e" || type == "d") {
      out_.append(value);
    } else {
      out_.append(
          shown_number(value, style < styles_.size() ? styles_[style].format : NumberFormat(), counts_from_1904_));
    }
    const bool has_empty_result = type == "str" && value_node;  // ="" shows nothing
    const pugi::xml_node formula = value.empty() && !has_empty_result ? child(node, "f") : pugi::xml_node();
    if (formula) {                                           // that nobody has worked out is no blank
      const std::string_view words = formula.child_value();  // none where another cell has them for it
      out_.append("=");
      out_.append(words.empty() ? std::string_view("…") : words);
    }
    return out_.text_from(begin);
  }

  // ---- Rows to tables and paragraphs ----

  const Merge* merge_at(Position at) const {
    const auto found = std::lower_bound(merges_.begin(), merges_.end(), at,
                                        [](const Merge& merge, Position wanted) { return merge.first < wanted; });
    return found != merges_.end() && found->first == at ? &*found : nullptr;
  }

  /// Rows that follow one another without an empty one between them.
  std::optional<Error> emit_sheet() {
    std::size_t merge = 0;
    for (std::size_t begin = 0; begin < filled_.size();) {
      const std::uint32_t first_row = filled_[begin].at.row;
      std::uint32_t last_row = first_row;
      while (merge < merges_.size() && merges_[merge].first.row < first_row) {
        ++merge;
      }
      const std::size_t first_merge = merge;
      std::size_t end = begin;
      while (end < filled_.size() && filled_[end].at.row <= last_row + 1) {
        last_row = std::max(last_row, filled_[end++].at.row);
        for (; merge < merges_.size() && merges_[merge].first.row <= last_row; ++merge) {
          last_row = std::max(last_row, merges_[merge].last.row);
        }
      }
      if (auto error = emit_rows(begin, end, first_merge, first_row, last_row)) {
        return error;
      }
      begin = end;
    }
    return std::nullopt;
  }

  struct SheetRow {
    std::uint32_t number = 0;
    std::size_t begin = 0, end = 0;  ///< of its filled cells
    bool is_paragraph = false;
  };

  std::optional<Error> emit_rows(std::size_t begin, std::size_t end, std::size_t merge, std::uint32_t first_row,
                                 std::uint32_t last_row) {
    if (last_row - first_row >= limits_.cells) {
      return out_.over_limits();
    }
    std::uint32_t first_column = most_columns, last_column = 0;
    for (std::size_t i = begin; i < end; ++i) {
      first_column = std::min(first_column, filled_[i].at.column);
      last_column = std::max(last_column, last_column_of(filled_[i]));
    }
    rows_.clear();
    std::uint32_t merged_until = 0;  // the last row that a merged cell from above reaches
    bool in_table = false, table_has_border = false;
    for (std::uint32_t number = first_row; number <= last_row; ++number) {
      SheetRow& row = rows_.emplace_back(SheetRow{number, begin, begin, false});
      while (row.end < end && filled_[row.end].at.row == number) {
        ++row.end;
      }
      begin = row.end;
      if (row.end == row.begin + 1 && merged_until < number) {
        const FilledCell& only = filled_[row.begin];
        const Merge* merged = merge_at(only.at);
        const bool is_one_row = merged == nullptr || merged->last.row == number;
        const bool is_full_width = only.at.column == first_column && last_column_of(only) == last_column;
        row.is_paragraph = is_one_row && (is_full_width || !in_table || (table_has_border && !only.has_border));
      }
      for (; merge < merges_.size() && merges_[merge].first.row <= number; ++merge) {
        merged_until = std::max(merged_until, merges_[merge].last.row);
      }
      in_table = !row.is_paragraph;
      table_has_border = in_table && (row.end == row.begin ? table_has_border : filled_[row.begin].has_border);
    }
    if (in_table && has_empty_cell_with_border(last_row + 1)) {  // a row of the form that nobody filled in
      rows_.push_back({last_row + 1, begin, begin, false});
    }
    for (std::size_t i = 0; i < rows_.size();) {
      if (rows_[i].is_paragraph) {
        const FilledCell& only = filled_[rows_[i].begin];
        note_hidden_row(rows_[i]);
        out_.add_paragraphs(only.text, only.at.row, only.at.column);
        ++i;
        continue;
      }
      const std::size_t first = i;
      while (i < rows_.size() && !rows_[i].is_paragraph) {
        ++i;
      }
      if (auto error = emit_table(first, i)) {
        return error;
      }
    }
    return std::nullopt;
  }
  bool has_empty_cell_with_border(std::uint32_t row) const {
    return std::binary_search(empty_rows_.begin(), empty_rows_.end(), row);
  }
  std::uint32_t last_column_of(const FilledCell& cell) const {
    const Merge* merged = merge_at(cell.at);
    return merged == nullptr ? cell.at.column : merged->last.column;
  }

  std::optional<Error> emit_table(std::size_t first, std::size_t end) {
    std::uint32_t first_column = most_columns, last_column = 0;
    for (std::size_t i = rows_[first].begin; i < rows_[end - 1].end; ++i) {
      first_column = std::min(first_column, filled_[i].at.column);
      last_column = std::max(last_column, last_column_of(filled_[i]));
    }
    out_.end_table();
    for (std::size_t i = first; i < end; ++i) {
      out_.begin_row(rows_[i].number);
      emit_row(rows_[i], first_column, last_column);
      // A row of which a merged cell covers everything has no cell, and is told of as covered.
      if (out_.place().cell > 1) {
        note_hidden_row(rows_[i]);
      }
      constexpr std::size_t most_positions_per_cell = 16;
      grid_positions_ += last_column - first_column + 1;
      if (out_.is_over_limits() || grid_positions_ / most_positions_per_cell > limits_.cells) {
        return out_.over_limits();
      }
    }
    out_.end_table();
    return std::nullopt;
  }

  /// Every cell of the row that can be seen, empty ones too: what a merged cell covers cannot.
  void emit_row(const SheetRow& row, std::uint32_t first_column, std::uint32_t last_column) {
    std::size_t filled = row.begin;
    auto merge = std::lower_bound(merges_.begin(), merges_.end(), Position{row.number, first_column},
                                  [](const Merge& m, Position wanted) { return m.first < wanted; });
    for (std::uint32_t column = first_column; column <= last_column; ++column) {
      while (filled < row.end && filled_[filled].at.column < column) {
        ++filled;
      }
      const bool is_filled = filled < row.end && filled_[filled].at.column == column;
      if (covered_until_[column] >= row.number) {
        if (is_filled) {
          out_.add_note(NoteKind::covered, {row.number, column, 0, 0, 0, out_.page},
                        out_.document().view(filled_[filled].text));
        }
        continue;
      }
      while (merge != merges_.end() && merge->first < Position{row.number, column}) {
        ++merge;
      }
      std::uint32_t row_span = 1, column_span = 1;
      if (merge != merges_.end() && merge->first == Position{row.number, column}) {
        row_span = merge->last.row - row.number + 1;
        covered_until_[column] = merge->last.row;
        for (std::uint32_t next = column + 1; next <= merge->last.column && covered_until_[next] < row.number; ++next) {
          covered_until_[next] = merge->last.row;
          ++column_span;
        }
      }
      Document::Cell& cell = out_.add_cell(is_filled ? filled_[filled].text : Document::Text(), column_span);
      cell.row_span = out_.cut(row_span);
      cell.line = row.number;
      cell.column = column;
    }
  }

  // ---- What cannot be seen, and what is not in cells ----

  void note_hidden_row(const SheetRow& row) {
    if (row.begin != row.end && std::binary_search(hidden_rows_.begin(), hidden_rows_.end(), row.number)) {
      Place place = out_.place();
      place.line = row.number;
      place.cell = std::min<std::uint32_t>(place.cell, 1);
      out_.add_note(NoteKind::hidden_row, place, out_.document().view(filled_[row.begin].text));
    }
  }

  void note_hidden_columns() {
    for (const FilledCell& cell : filled_) {
      if (hidden_columns_[cell.at.column]) {
        hidden_columns_[cell.at.column] = false;  // one note for each
        out_.add_note(NoteKind::hidden_row, {cell.at.row, cell.at.column, 0, 0, 0, out_.page},
                      out_.document().view(cell.text));
      }
    }
  }

  /// Pictures and text boxes that lie over the cells: after the cells, because nothing says where they belong.
  std::optional<Error> read_drawing(const std::string& sheet) {
    const auto of_sheet = ooxml::relationships(archive_, sheet, limits_);
    if (!of_sheet) {
      return of_sheet.error();
    }
    const std::string_view part = ooxml::target_of(of_sheet.value(), "drawing");
    ooxml::Xml xml;
    if (part.empty() || !archive_.holds(part)) {
      return std::nullopt;
    }
    if (auto error = ooxml::load(archive_, part, limits_, xml)) {
      return error;
    }
    std::size_t depth = 0;
    for (const pugi::xml_node anchor : xml.root().children()) {
      shapes(anchor, depth);
    }
    return depth > limits_.depth ? std::optional(out_.over_limits()) : std::nullopt;
  }

  /// The shapes in an anchor, in groups of them, and in what newer programs write for older ones too.
  void shapes(pugi::xml_node parent, std::size_t& depth) {
    if (++depth > limits_.depth) {
      return;
    }
    for (const pugi::xml_node shape : parent.children()) {
      const std::string_view name = local_name(shape);
      if (name == "grpSp" || name == "AlternateContent") {
        shapes(name == "grpSp" ? shape : ooxml::shown_choice(shape), depth);
      } else if (name == "pic" || name == "graphicFrame") {
        const pugi::xml_node properties = child(shape, name == "pic" ? "nvPicPr" : "nvGraphicFramePr");
        out_.add_picture(attribute(child(properties, "cNvPr"), "descr"));
      }
      for (const pugi::xml_node paragraph : child(shape, "txBody").children()) {
        const std::size_t begin = out_.text_size();
        for (const pugi::xml_node run : paragraph.children()) {
          out_.append(local_name(run) == "br" ? std::string_view("\n") : child(run, "t").child_value());
        }
        out_.add_paragraphs(out_.text_from(begin));
      }
      if (depth > limits_.depth) {
        return;
      }
    }
    --depth;
  }

  static constexpr std::uint32_t no_string = 0xffffffffU;
  static constexpr std::string_view lost_text = "\ufffd";  // stands for a text that the file does not hold

  Archive archive_;
  const Limits& limits_;
  DocumentBuilder out_;
  bool counts_from_1904_ = false;
  std::vector<CellStyle> styles_;
  std::vector<Document::Text> shared_strings_;

  // Of the sheet under way.
  std::vector<FilledCell> filled_;  ///< in order of rows and columns
  std::vector<Merge> merges_;       ///< likewise
  std::vector<std::uint32_t> hidden_rows_;
  std::vector<std::uint32_t> empty_rows_;  ///< that have an empty cell with a border
  std::vector<bool> hidden_columns_;
  std::vector<std::uint32_t> covered_until_;  ///< for each column, the last row that a merged cell covers in it
  std::size_t grid_positions_ = 0;
  std::vector<SheetRow> rows_;
};

}  // namespace

Result<Document> decode_xlsx(std::string_view bytes, const Limits& limits) {
  Result<Archive> archive = Archive::open(bytes, limits);
  if (!archive) {
    return archive.error();
  }
  return XlsxDecoder(std::move(archive).value(), limits).run();
}

}  // namespace gongkai
