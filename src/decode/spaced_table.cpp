// A column is where a text stands in some line: its widest cell covers all others. Between two columns are two spaces, and two
// more for each column that is empty in all rows. Widths are counted in characters.
#include "decode/spaced_table.hpp"

#include <algorithm>
#include <vector>

#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t most_lines = 1'000;
constexpr std::size_t longest_line = 1'000;  // characters
constexpr std::size_t most_columns = 64;

/// A line with the byte where each of its characters begins, and one more for the end.
struct SpacedLine {
  std::string_view text;
  std::vector<std::size_t> at;

  std::size_t size() const { return at.size() - 1; }
  bool is_space(std::size_t i) const { return text[at[i]] == ' '; }
};

struct SpacedColumn {
  std::size_t begin = 0, end = 0;  ///< the same where it is empty in all rows
};

std::vector<SpacedLine> lines_of(std::string_view text) {
  std::vector<SpacedLine> lines;
  for (std::size_t begin = 0; begin < text.size() && lines.size() < most_lines;) {
    const std::size_t end = unicode::find_ascii(text, '\n', begin);
    SpacedLine& line = lines.emplace_back();
    line.text = text.substr(begin, end - begin);
    line.text.remove_suffix(line.text.ends_with('\r') ? 1 : 0);
    for (std::size_t i = 0; i < line.text.size(); unicode::next(line.text, i)) {
      line.at.push_back(i);
    }
    line.at.push_back(line.text.size());
    begin = end + 1;
  }
  return lines;
}

/// The columns; none where the lines have no such.
std::vector<SpacedColumn> columns_of(const std::vector<SpacedLine>& lines) {
  std::vector<bool> is_covered;
  std::size_t longest = 0;
  for (const SpacedLine& line : lines) {
    longest = std::max(longest, line.size());
    for (std::size_t i = 0; i < std::min(line.size(), longest_line); ++i) {
      const bool is_inside = i > 0 && i + 1 < line.size() && !line.is_space(i - 1) && !line.is_space(i + 1);
      if (!line.is_space(i) || is_inside) {
        is_covered.resize(std::max(is_covered.size(), i + 1));
        is_covered[i] = true;
      }
    }
  }
  std::vector<SpacedColumn> columns;
  for (std::size_t i = 0; i < is_covered.size();) {
    const std::size_t begin = i;
    while (i < is_covered.size() && !is_covered[i]) {
      ++i;
    }
    const std::size_t column = i;
    while (i < is_covered.size() && is_covered[i]) {
      ++i;
    }
    if (!columns.empty()) {
      for (std::size_t empty = begin + gap; empty + gap <= column; empty += gap) {
        columns.push_back({empty, empty});
      }
      if ((column - begin) % gap != 0) {
        return {};
      }
    }
    columns.push_back({column, i});
    if (columns.size() > most_columns) {
      return {};
    }
  }
  while (!columns.empty() && columns.back().end + gap <= longest && columns.size() <= most_columns) {
    columns.push_back({columns.back().end + gap, columns.back().end + gap});
  }
  return columns;
}

/// How many cells a row has whose lines are so long; 0 where none is.
std::size_t cells_in(std::size_t size, const std::vector<SpacedColumn>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].end == size) {
      return i + 1;
    }
  }
  return 0;
}

bool is_blank(const SpacedLine& line) {
  return line.text.find_first_not_of(' ') == std::string_view::npos;
}

}  // namespace

std::string_view spaced_lines(std::string_view text) {
  std::size_t end = std::min(unicode::find_ascii(text, '\n', 0) + 1, text.size());
  while (end < text.size()) {
    const std::size_t next = unicode::find_ascii(text, '\n', end);
    const std::string_view line = text.substr(end, next - end);
    if (line.empty() || line == "\r") {
      break;
    }
    end = std::min(next + 1, text.size());
  }
  return text.substr(0, end);
}

std::optional<DrawnTable> spaced_table(std::string_view text) {
  constexpr std::size_t fewest_lines = 3, fewest_columns = 3;
  if (text.find(" \n") == std::string_view::npos) {
    return std::nullopt;
  }
  const std::vector<SpacedLine> lines = lines_of(text);
  const std::vector<SpacedColumn> found = columns_of(lines);
  if (lines.size() < fewest_lines || lines.size() == most_lines || found.size() < fewest_columns) {
    return std::nullopt;
  }
  DrawnTable table;
  table.lines = static_cast<std::uint32_t>(lines.size());
  table.size = text.size();
  bool any_empty = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const SpacedLine& line = lines[i];
    const std::size_t count = cells_in(line.size(), found);
    if (is_blank(line)) {  // what a cell has below its text, or the end of a table around this one
      continue;
    }
    if (count == 0) {
      return std::nullopt;
    }
    std::vector<DrawnCell>& row = table.rows.emplace_back();
    for (std::size_t c = 0; c < count; ++c) {
      DrawnCell& cell = row.emplace_back();
      cell.line = static_cast<std::uint32_t>(i);
      cell.text =
          unicode::trim(line.text.substr(line.at[found[c].begin], line.at[found[c].end] - line.at[found[c].begin]));
      any_empty = any_empty || cell.text.empty();
    }
  }
  return any_empty ? std::optional(std::move(table)) : std::nullopt;
}

}  // namespace gongkai
