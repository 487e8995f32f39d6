// Rows of the form that stand in lines of text instead of a table: a label with its numbers behind it, or labels and
// numbers in lines of their own, as conversions of web pages and PDF have them.
#pragma once

#include <string_view>
#include <vector>

#include "interpret/row_gatherer.hpp"
#include "interpret/running_text.hpp"

namespace gongkai {

class LineRows {
 public:
  explicit LineRows(RowGatherer& gatherer) : gatherer_(gatherer) {}

  /// Takes a line of sections two to four that is a label, numbers or both; false where it is text.
  bool take(std::string_view line, const Place& place);
  /// Ends a head whose columns came line by line.
  void flush();

  /// The numbers and blank marks that the text consists of; empty where there is anything else in it.
  std::vector<Item> values_in(std::string_view text, const Place& place);

  /// Takes the numbers and blank marks off the end of a line; returns the length of the rest.
  static std::size_t split_values(std::string_view line, const Place& place, std::vector<Item>& values);

 private:
  bool take_values(std::vector<Item>& values);
  bool take_label(const Item& label);
  bool take_digits(const RunningRow& row, const Place& place);
  bool take_head_in_one(std::string_view text, const Place& place);
  bool has_label_alone(std::string_view text, const Place& place);
  bool take_head_line(std::string_view line, const Place& place);

  RowGatherer& gatherer_;
  std::int16_t row_ = -1;   // whose label came in the line before
  std::vector<Item> head_;  // column heads that came line by line
  // Reused from line to line.
  std::vector<Item> values_, items_;
  std::vector<std::string_view> words_;
  unicode::Folded folded_;
};

}  // namespace gongkai
