// A page -> a workbook: its tables with merged cells, numbers stored as numbers or as texts, on one sheet or on several.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "generate/numbers.hpp"
#include "generate/page.hpp"
#include "generate/spec.hpp"
#include "generate/write_text.hpp"
#include "generate/xml_text.hpp"
#include "support/office.hpp"

namespace gongkai::testing {

class XlsxWriter {
 public:
  XlsxWriter(const Page& page, const Spec& spec) : page_(page), spec_(spec), dice_(spec) {
    Dice dice(spec.seed, 300);
    first_column_ = dice.below(3);
    // What sets a table apart from the text around it.
    const bool any = spec.has(Oddity::borders) || spec.has(Oddity::merged_titles);
    has_empty_rows_ = !any || dice.one_in(3);
    for (const PageBlock& block : page_.blocks) {
      const auto grid = grid_of(block.rows);
      widest_ = std::max(widest_, grid.empty() ? 1 : grid[0].size());
    }
  }

  std::string write() {
    const bool chrome = spec_.has(Oddity::chrome);
    if (one_in(2, Oddity::hidden_sheets)) {
      add_list();
    }
    begin_sheet();
    for (const std::string& line : chrome ? lines_before(page_) : std::vector<std::string>()) {
      text_row(line);
    }
    text_row(page_.title);
    bool was_table = false;
    for (const PageBlock& block : page_.blocks) {
      const bool is_table = block.kind == PageBlock::Kind::table;
      if (was_table && spec_.has(Oddity::many_sheets)) {
        end_sheet();
        begin_sheet();
      } else if ((was_table || is_table) && (has_empty_rows_ || (was_table && is_table))) {
        ++row_;
      }
      is_table ? table(block.rows) : text_row(block.text);
      was_table = is_table;
    }
    for (const std::string& line : chrome ? lines_behind(page_) : std::vector<std::string>()) {
      text_row(line);
    }
    end_sheet();
    if (one_in(2, Oddity::hidden_sheets)) {
      add_list();
    }
    workbook_.shared_strings = strings_;
    workbook_.styles = "<numFmts count=\"" + std::to_string(formats_.size()) + "\">";
    std::string styles;
    for (std::size_t i = 0; i < formats_.size(); ++i) {
      const std::string id = std::to_string(first_own_format + i);
      std::string code;
      for (const char c : formats_[i]) {
        code += c == '"' ? "&quot;" : std::string(1, c);
      }
      workbook_.styles += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + code + "\"/>";
      styles += "<xf numFmtId=\"" + id + "\" borderId=\"0\"/><xf numFmtId=\"" + id + "\" borderId=\"1\"/>";
    }
    workbook_.styles +=
        "</numFmts><borders><border><left/><right/></border><border><left style=\"thin\"/><right "
        "style=\"thin\"/></border></borders><cellXfs><xf numFmtId=\"0\" borderId=\"0\"/><xf "
        "numFmtId=\"0\" borderId=\"1\"/>" +
        styles + "</cellXfs>";
    std::vector<ZipPart> parts = workbook_.parts();
    for (ZipPart& part : parts) {
      const bool is_excel = part.name.compare(0, 3, "xl/") == 0 && part.name.find("_rels") == std::string::npos;
      if (is_excel && spec_.has(Oddity::other_prefixes)) {
        part.bytes = with_prefix(part.bytes, "", "x:");
      }
      part.packed = one_in(2, Oddity::packed_parts);
    }
    return zip(parts);
  }

  std::size_t hidden_parts() const { return hidden_parts_; }
  static bool has_changes() { return false; }

 private:
  bool one_in(std::size_t n, Oddity oddity) { return dice_.one_in(n, oddity); }

  // ---- Sheets and rows ----

  /// A sheet that cannot be seen, with what may be chosen in some other.
  void add_list() {
    begin_sheet();
    workbook_.sheets.back().state = dice_.of(Oddity::hidden_sheets).one_in(2) ? "hidden" : "veryHidden";
    for (const char* choice : {"是", "否", "2022", "2023"}) {
      add_row(text_cell(reference(row_, 0), "", choice));
    }
    ++hidden_parts_;
  }

  void begin_sheet() {
    workbook_.sheets.emplace_back();
    row_ = 1;
    shown_columns_.clear();
  }
  void end_sheet() {
    Sheet& sheet = workbook_.sheets.back();
    if (!shown_columns_.empty() && one_in(4, Oddity::hidden_parts)) {
      const std::size_t hidden = first_column_ + dice_.of(Oddity::hidden_parts).below(shown_columns_.size());
      hidden_parts_ += shown_columns_[hidden - first_column_];
      sheet.before = "<cols><col min=\"" + std::to_string(hidden + 1) + "\" max=\"" + std::to_string(hidden + 1) +
                     "\" width=\"9\" hidden=\"1\"/></cols>";
    }
    if (!merges_.empty()) {
      sheet.behind = "<mergeCells>" + merges_ + "</mergeCells>";
      merges_.clear();
    }
  }

  void add_row(const std::string& cells, bool is_hidden = false) {
    workbook_.sheets.back().rows +=
        "<row r=\"" + std::to_string(row_) + "\"" + (is_hidden ? " hidden=\"1\"" : "") + ">" + cells + "</row>";
    ++row_;
    hidden_parts_ += is_hidden;
  }

  void text_row(const std::string& text) {
    if (spec_.has(Oddity::merged_titles)) {
      merge(row_, 0, 1, widest_);
    }
    add_row(text_cell(reference(row_, 0), "", text));
    show(0, text);
  }

  void merge(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns) {
    merges_ += "<mergeCell ref=\"" + name(row, column) + ":" + name(row + rows - 1, column + columns - 1) + "\"/>";
  }
  std::string name(std::size_t row, std::size_t column) const {
    const std::size_t at = first_column_ + column;
    return (at < 26 ? "" : std::string(1, static_cast<char>('A' + at / 26 - 1))) + static_cast<char>('A' + at % 26) +
           std::to_string(row);
  }
  std::string reference(std::size_t row, std::size_t column) const { return " r=\"" + name(row, column) + "\""; }

  void table(const std::vector<PageRow>& rows) {
    const auto covers = covers_of(rows);
    const std::size_t top = row_;
    const bool is_bare = spec_.has(Oddity::bare_cells) && first_column_ == 0;
    for (std::size_t row = 0; row < covers.size(); ++row) {
      std::string cells;
      const bool is_filled = std::any_of(rows[row].begin(), rows[row].end(),
                                         [](const PageCell& cell) { return shows_something(cell.text); });
      const bool has_borders = spec_.has(Oddity::borders) || !is_filled;  // or nobody could see an empty row
      for (std::size_t column = 0; column < covers[row].size(); ++column) {
        const Cover& cover = covers[row][column];
        const std::string at = is_bare ? "" : reference(row_, column);
        const std::size_t style = has_borders ? 1 : 0;
        const std::string empty = is_bare || has_borders ? "<c" + at + " s=\"" + std::to_string(style) + "\"/>" : "";
        if (cover.cell == nullptr) {
          cells += is_bare ? empty : "";
          continue;
        }
        if (cover.row != row || cover.column != column) {
          const bool is_left = one_in(6, Oddity::leftovers);
          cells += is_left ? text_cell(at, "", "34") : empty;
          show(column, is_left ? "34" : "");
          continue;
        }
        if (cover.cell->rows > 1 || cover.cell->columns > 1) {
          merge(top + row, column, std::min(cover.cell->rows, covers.size() - row), cover.cell->columns);
        }
        show(column, cover.cell->text);
        cells += cover.cell->text.empty() ? empty
                 : cover.cell->is_value   ? value_cell(at, style, cover.cell->text)
                                          : text_cell(at, style_of(style), cover.cell->text);
      }
      add_row(cells, is_filled && one_in(12, Oddity::hidden_parts));
    }
  }

  // ---- Cells ----

  static std::string style_of(std::size_t style) { return style == 0 ? "" : " s=\"" + std::to_string(style) + "\""; }

  void show(std::size_t column, const std::string& text) {
    shown_columns_.resize(std::max(shown_columns_.size(), column + 1));
    shown_columns_[column] = shown_columns_[column] || shows_something(text);
  }

  std::string text_cell(const std::string& at, const std::string& style, const std::string& text) {
    Dice& dice = dice_.of(Oddity::string_kinds);
    switch (spec_.has(Oddity::string_kinds) ? dice.below(5) : 0) {
      case 1:
        return "<c" + at + style + " t=\"inlineStr\"><is>" + t(escaped(text)) + "</is></c>";
      case 2:
        return "<c" + at + style + " t=\"inlineStr\"><is>" + t(as_references(text)) + "</is></c>";
      case 3:
        return "<c" + at + style + " t=\"str\"><f>A1&amp;\"\"</f><v>" + escaped(text) + "</v></c>";
      case 4: {  // in several runs, with a pronunciation
        std::string item;
        for (const std::string& piece : pieces_of(text, 4, dice)) {
          item += "<r><rPr><sz val=\"11\"/></rPr>" + t(escaped(piece)) + "</r>";
        }
        return shared(at + style, item + "<rPh sb=\"0\" eb=\"1\"><t>3</t></rPh>");
      }
      default:
        return shared(at + style, t(escaped(text)));
    }
  }
  static std::string t(const std::string& text) { return "<t xml:space=\"preserve\">" + text + "</t>"; }
  std::string shared(const std::string& attributes, const std::string& item) {
    strings_ += "<si>" + item + "</si>";
    return "<c" + attributes + " t=\"s\"><v>" + std::to_string(string_count_++) + "</v></c>";
  }
  /// As programs write that know of no encoding, in decimal or hexadecimal.
  std::string as_references(const std::string& text) {
    std::string result;
    for (const std::string_view character : characters_of(text)) {
      char code[16];
      std::snprintf(code, sizeof code, dice_.of(Oddity::string_kinds).one_in(2) ? "&#%u;" : "&#x%X;",
                    static_cast<unsigned>(code_of(character)));
      result += code;
    }
    return result;
  }

  std::string value_cell(const std::string& at, std::size_t style, const std::string& text) {
    if (!spec_.has(Oddity::number_cells) || dice_.of(Oddity::number_cells).one_in(4)) {
      return text_cell(at, style_of(style), text);
    }
    std::string stored = text;
    if (const std::string plain = without_separators(text); plain != text) {
      stored = plain;
      style += style_with("#,##0.######");
    } else if (text[0] == '+') {
      stored = text.substr(1);
      style += style_with("+0;-0;0");
    } else if (const std::size_t unit = text.find_first_not_of("-0123456789."); unit != std::string::npos) {
      std::string words = text.substr(unit);
      stored = text.substr(0, unit);
      if (words == "%") {
        const std::string digits = stored.substr(0, stored.find_first_not_of("0123456789"));
        stored =
            digits == stored && digits.size() < 10 ? decimal_text(std::strtoull(digits.c_str(), nullptr, 10), 2) : "";
        style += style_with("0%");
      } else if (words == "件" || words == "项" || words == "元" || words == "万元") {
        if (words == "万元" && is_decimal(stored) && dice_.of(Oddity::number_cells).one_in(2)) {  // stored in 元
          stored = shifted(stored);
          words = "元";
        }
        style += style_with("0.######\"" + words + "\"");
      } else {
        stored.clear();
      }
    }
    if (!is_decimal(stored)) {
      return text_cell(at, style_of(style & 1U), text);
    }
    const bool is_worked_out = one_in(4, Oddity::fields);
    return "<c" + at + style_of(style) + ">" + (is_worked_out ? "<f>SUM(B2:B3)+0</f>" : "") + "<v>" + binary(stored) +
           "</v></c>";
  }

  /// 1,234 -> 1234, where the separators are where they belong.
  static std::string without_separators(const std::string& text) {
    std::string digits;
    for (const char c : text) {
      digits += c == ',' ? "" : std::string(1, c);
    }
    const bool is_negative = digits[0] == '-';
    return (is_negative ? "-" : "") + with_separators(digits.substr(is_negative)) == text ? digits : text;
  }

  /// The decimal times ten thousand.
  static std::string shifted(const std::string& decimal) {
    constexpr std::size_t places = 4;
    const std::size_t point = std::min(decimal.find('.'), decimal.size());
    std::string rest = decimal.substr(std::min(point + 1, decimal.size()));
    rest.resize(std::max(rest.size(), places), '0');
    const std::string digits = decimal.substr(0, point) + rest;
    return decimal_text(std::strtoull(digits.c_str(), nullptr, 10), static_cast<int>(rest.size() - places));
  }

  /// Whether a program would show the number with just these characters.
  static bool is_decimal(const std::string& text) {
    const std::size_t begin = !text.empty() && text[0] == '-', point = std::min(text.find('.'), text.size());
    const std::string whole = text.substr(begin, point - begin), rest = text.substr(std::min(point + 1, text.size()));
    constexpr const char* digits = "0123456789";
    constexpr std::size_t most_digits = 15;
    return !whole.empty() && whole.find_first_not_of(digits) == std::string::npos &&
           (whole == "0" || whole[0] != '0') && rest.find_first_not_of(digits) == std::string::npos &&
           (point == text.size() || !rest.empty()) && (rest.empty() || rest.back() != '0') &&
           whole.size() + rest.size() <= most_digits && text != "-0";
  }

  /// The number as Excel stores it: with all the digits of the nearest binary fraction, and an exponent where it is small.
  std::string binary(const std::string& decimal) {
    if (decimal.find('.') == std::string::npos && !dice_.of(Oddity::number_cells).one_in(8)) {
      return decimal;
    }
    char digits[40];
    std::snprintf(digits, sizeof digits, dice_.of(Oddity::number_cells).one_in(3) ? "%.16E" : "%.17g",
                  std::strtod(decimal.c_str(), nullptr));
    return digits;
  }

  /// The index of a style without a border; the one behind it has one.
  std::size_t style_with(const std::string& code) {
    const auto found = std::find(formats_.begin(), formats_.end(), code);
    const auto at = static_cast<std::size_t>(found - formats_.begin());
    if (found == formats_.end()) {
      formats_.push_back(code);
    }
    return 2 * (at + 1);
  }

  static constexpr std::size_t first_own_format = 176;

  const Page& page_;
  const Spec& spec_;
  OddityDice dice_;
  Xlsx workbook_;
  std::size_t first_column_ = 0, widest_ = 1, row_ = 1, string_count_ = 0, hidden_parts_ = 0;
  bool has_empty_rows_ = true;
  std::string strings_, merges_;
  std::vector<bool> shown_columns_;  ///< of the sheet under way: whether something stands in the column
  std::vector<std::string> formats_;
};

}  // namespace gongkai::testing
