// Only columns in which numbers begin are counted: beside them, a label leaves cells empty that others span.
#include "decode/screen_table.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "decode/drawn_lines.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

using drawn_lines::bytes_by_column;
using drawn_lines::is_ascii_digit;

struct Field {
  std::string_view text;
  std::size_t column = 0;  ///< of a screen, as is `end`
  std::size_t end = 0;
};

/// The texts of a line, two spaces or more apart; a number may have one space before it.
std::vector<Field> fields_of(std::string_view line) {
  const std::vector<std::size_t> at = bytes_by_column(line, 1);
  std::vector<Field> fields;
  for (std::size_t column = 0; column + 1 < at.size(); ++column) {
    const std::size_t byte = at[column];
    if (at[column + 1] == byte || line[byte] == ' ') {  // inside a wide character, or at the end
      continue;
    }
    const bool is_first = column == 0 || line[at[column - 1]] == ' ';
    const bool is_apart = column == 0 || (is_first && (column == 1 || line[at[column - 2]] == ' '));
    const bool is_number =
        is_ascii_digit(line[byte]) && is_first && !fields.empty() && is_ascii_digit(fields.back().text.back());
    if (fields.empty() || is_apart || is_number) {
      fields.push_back({line.substr(byte), column, column + 1});
    }
    Field& field = fields.back();
    const auto begin = static_cast<std::size_t>(field.text.data() - line.data());
    std::size_t behind = byte;
    unicode::next(line, behind);
    field.text = line.substr(begin, behind - begin);
    field.end = column + 1;
  }
  return fields;
}

bool is_number(const Field& field) {
  return field.text.find_first_not_of("0123456789,.-") == std::string_view::npos;
}

}  // namespace

std::optional<DrawnTable> screen_table(std::string_view text) {
  constexpr std::size_t fewest_lines = 6, fewest_columns = 3;
  std::vector<std::vector<Field>> lines;
  std::map<std::size_t, std::size_t> begins;  // of numbers: in how many lines
  for (const std::string_view line : drawn_lines::lines_of(text, drawn_lines::most_lines)) {
    lines.push_back(fields_of(line));
    for (const Field& field : lines.back()) {
      begins[field.column] += is_number(field) ? 1U : 0U;
    }
  }
  std::erase_if(begins, [](const auto& begin) { return begin.second == 0; });
  if (lines.size() < fewest_lines || lines.size() == drawn_lines::most_lines || begins.size() < fewest_columns ||
      std::any_of(begins.begin(), begins.end(), [](const auto& begin) { return begin.second < 3; })) {
    return std::nullopt;
  }
  DrawnTable table;
  table.size = text.size();
  table.lines = static_cast<std::uint32_t>(lines.size());
  bool any_empty = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<DrawnCell>& row = table.rows.emplace_back();
    const auto add = [&](std::string_view cell) {
      row.emplace_back().line = static_cast<std::uint32_t>(i);
      row.back().text = cell;
    };
    auto column = begins.begin();
    bool any_number = false, any_label = false;
    for (const Field& field : lines[i]) {
      for (; column != begins.end() && column->first < field.column; ++column) {
        add({});
        any_empty = true;
      }
      const auto next = begins.upper_bound(field.column);
      if (is_number(field)) {
        if (next != begins.end() && field.end >= next->first) {
          return std::nullopt;  // numbers that end or stand below each other, and do not begin so
        }
        any_number = true;
        ++column;
      } else if (field.column >= begins.begin()->first) {
        any_label = true;  // a head
        column = begins.lower_bound(field.end);
      }
      add(field.text);
    }
    any_empty = any_empty || (any_number && column != begins.end());
    for (; !any_label && column != begins.end(); ++column) {
      add({});
    }
    if (any_number && any_label) {
      return std::nullopt;
    }
  }
  return any_empty ? std::optional(std::move(table)) : std::nullopt;
}

}  // namespace gongkai
