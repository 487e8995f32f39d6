// One sheet of the form as a workbook, written row after row: what stands in its cells, and what may be typed into them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "office/workbook.hpp"

namespace gongkai::xlsx {

/// The formats of cells, in the order in which `styles` lists them.
enum class Style : std::uint8_t {
  plain,
  title,
  heading,
  text,
  head,
  label,
  count,
  ten_thousand_yuan,
  yuan,
  sum,
  verdict,
  field,  ///< a word to fill in
  box,    ///< a text to fill in
  total,  ///< a count that nobody types
  mark,
  remark,
  line,  ///< made smaller where it is long
};
extern const std::string_view styles;

/// "B12".
std::string address(std::size_t row, std::size_t column);

/// How high a row must be for a text in a column of a width in (narrow) characters; Chinese ones are twice as wide.
double height_of(std::string_view text, std::size_t width);

/// What a cell to fill in takes.
enum class Input : std::uint8_t { count, change, amount };

class Sheet {
 public:
  Sheet(std::string_view name, const std::vector<std::size_t>& widths) : name_(name), widths_(widths) {}

  /// Of its columns, in narrow characters.
  std::size_t columns() const { return widths_.size(); }
  std::size_t width(std::size_t column, std::size_t span) const;
  void add_column(std::size_t width) { widths_.push_back(width); }
  std::size_t row() const { return row_; }

  /// Begins the next row; a height of 0 is the program's own.
  void begin_row(double height = 0);
  void skip_row();

  void empty(std::size_t column, Style style);
  void text(std::size_t column, std::string_view content, Style style);
  void number(std::size_t column, std::string_view content, Style style);
  /// A formula, and what it comes to now: a number, or a text where it is one or nothing.
  void formula(std::size_t column, std::string_view formula, std::string_view result, bool is_text, Style style);
  void merge(std::size_t row, std::size_t column, std::size_t row_span, std::size_t column_span);

  /// The cell of the row at hand takes such a number, or one of the words.
  void input(std::size_t column, Input what) { inputs_[static_cast<std::size_t>(what)] += ' ' + address(row_, column); }
  void choice(std::size_t column, std::string_view words);
  /// The marks from there to the row at hand are red where they say that a sum is off.
  void mark(std::size_t first_row, std::size_t first_column, std::size_t last_column);
  void freeze_above(std::size_t row);
  /// What follows, and columns added from now on, are not printed.
  void end_print();

  office::Worksheet finish(bool is_first);

 private:
  void end_row();
  void begin_cell(std::size_t column, Style style, std::string_view rest_of_tag);
  std::string validations() const;

  std::string name_;
  std::vector<std::size_t> widths_;
  std::size_t row_ = 0, merge_count_ = 0;
  bool is_open_ = false;
  std::string rows_, merges_, marks_, frozen_, inputs_[3], choices_, print_area_;
  int choice_count_ = 0;
};

}  // namespace gongkai::xlsx
