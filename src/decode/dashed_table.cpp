// Tables whose columns stand below runs of dashes, as pandoc and reStructuredText have them.
#include <algorithm>

#include "decode/drawn_lines.hpp"
#include "text/utf8.hpp"

namespace gongkai::drawn_lines {
namespace {

bool is_dashes(std::string_view line) {
  const bool is_double = line.find('=') != std::string_view::npos;
  return line.find_first_not_of(is_double ? "= " : "- ") == std::string_view::npos &&
         line.find(is_double ? "==" : "---") != std::string_view::npos;
}

/// The screen columns at which runs of dashes begin.
std::vector<std::size_t> runs_of_dashes(std::string_view line) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != ' ' && (i == 0 || line[i - 1] == ' ')) {
      begins.push_back(i);
    }
  }
  return begins;
}

/// The parts of a line in its columns; the whole line as one where a word stands across their borders.
std::vector<std::string_view> cut_at(std::string_view line, const std::vector<std::size_t>& columns) {
  for (const std::size_t ambiguous : {std::size_t{1}, std::size_t{2}}) {
    const std::vector<std::size_t> at = bytes_by_column(line, ambiguous);
    const auto byte = [&](std::size_t column) { return column < at.size() ? at[column] : line.size(); };
    std::vector<std::string_view> parts;
    bool is_clean = true;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t begin = byte(columns[i]);
      const std::size_t end = i + 1 < columns.size() ? byte(columns[i + 1]) : line.size();
      is_clean = is_clean && (i == 0 ? unicode::trim(line.substr(0, begin)).empty()
                                     : begin == line.size() || line[begin - 1] == ' ');
      parts.push_back(line.substr(begin, end - std::min(begin, end)));
    }
    if (is_clean) {
      return parts;
    }
  }
  return {line};
}

/// The rule that shows the columns: the first line, or the one below the head; the number of lines where there is none.
std::size_t rule_of_columns(const std::vector<std::string_view>& lines) {
  constexpr std::size_t longest_head = 60;
  for (std::size_t rule = 0; rule < std::min(lines.size(), longest_head); ++rule) {
    if (is_dashes(lines[rule]) && runs_of_dashes(lines[rule]).size() > 1) {
      return lines[rule].find_first_not_of(' ') == lines[0].find_first_not_of(' ') ? rule : lines.size();
    }
    if (rule > 0 && is_dashes(lines[rule])) {
      break;  // two rules across a page
    }
  }
  return lines.size();
}

std::size_t next_rule(const std::vector<std::string_view>& lines, std::size_t at) {
  while (at < lines.size() && !is_dashes(lines[at])) {
    ++at;
  }
  return at;
}

/// The rule that the table ends with, behind the one that shows its columns; the number of lines where there is none.
std::size_t last_rule(const std::vector<std::string_view>& lines, std::size_t rule, bool is_double) {
  const std::size_t end = next_rule(lines, rule + 1);
  if (is_double && end + 1 < lines.size() && !unicode::trim(lines[end + 1]).empty()) {  // the rule below its head
    const std::size_t last = next_rule(lines, end + 1);
    return last < lines.size() ? last : end;
  }
  return end;
}

}  // namespace

std::optional<DrawnTable> dashed_table(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text, most_lines);
  const std::size_t rule = rule_of_columns(lines);
  if (rule == lines.size()) {
    return std::nullopt;
  }
  const std::vector<std::size_t> columns = runs_of_dashes(lines[rule]);
  const bool is_double = lines[rule].find('=') != std::string_view::npos;
  const std::size_t end = last_rule(lines, rule, is_double);
  if (end >= lines.size()) {
    return std::nullopt;
  }
  const auto first = lines.begin() + static_cast<std::ptrdiff_t>(rule + 1);
  const bool any_blank = std::any_of(first, lines.begin() + static_cast<std::ptrdiff_t>(next_rule(lines, rule + 1)),
                                     [](std::string_view line) { return unicode::trim(line).empty(); });
  const bool lasts_lines = (any_blank || rule != 0) && !is_double;  // an empty line, or a head's rule, ends a row
  DrawnTable table;
  bool is_open = false;
  for (std::size_t i = 1; i < end; ++i) {
    const std::string_view line = lines[i];
    if (i == rule || is_dashes(line) || unicode::trim(line).empty()) {
      is_open = false;
      continue;
    }
    const std::vector<std::string_view> parts = cut_at(line, columns);
    if (!is_open || !lasts_lines || parts.size() != table.rows.back().size()) {
      table.rows.emplace_back();
      for (std::size_t p = 0; p < parts.size(); ++p) {
        table.rows.back().emplace_back().line = static_cast<std::uint32_t>(i);
      }
    }
    is_open = true;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      join(table.rows.back()[p].text, parts[p], false);
    }
  }
  take_lines(table, lines, end + 1, text);
  return table;
}

}  // namespace gongkai::drawn_lines
