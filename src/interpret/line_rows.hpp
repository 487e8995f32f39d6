// Rows of the form that stand in lines of text instead of a table: a label with its numbers behind it, or labels and
// numbers in lines of their own, as conversions of web pages and PDF have them.
#pragma once

#include <string_view>
#include <vector>

#include "interpret/form_reader.hpp"

namespace gongkai {

class LineRows {
 public:
  explicit LineRows(FormReader& form) : form_(form) {}

  /// Takes a line of sections two to four that is a label, numbers or both; false where it is text.
  bool take(std::string_view line, const Place& place);
  /// Ends a head whose columns came line by line.
  void flush();

  /// The numbers and blank marks that the text consists of; empty where there is anything else in it.
  std::vector<Item> values_in(std::string_view text, const Place& place);

 private:
  /// Takes the numbers and blank marks off the end of a line; returns the length of the rest.
  std::size_t split_values(std::string_view line, const Place& place, std::vector<Item>& values);
  bool take_values(std::vector<Item>& values);
  bool take_label(const Item& label);
  bool take_head_line(std::string_view line, const Place& place);

  FormReader& form_;
  std::int16_t row_ = -1;   // whose label came in the line before
  std::vector<Item> head_;  // column heads that came line by line
  // Reused from line to line.
  std::vector<Item> values_, items_;
  std::vector<std::string_view> words_;
};

}  // namespace gongkai
