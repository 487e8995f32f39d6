// Tables drawn with +---+ or box characters: rules say where cells begin and end; between two of them a cell's lines are one
// text.
#include <algorithm>

#include "decode/drawn_lines.hpp"
#include "text/utf8.hpp"

namespace gongkai::drawn_lines {
namespace {

/// A cell while the lines of its table pass.
struct OpenCell {
  DrawnCell cell;
  std::size_t row = 0, column = 0;
  bool has_gap = false;  ///< an empty line came behind its text
};

class GridTable {
 public:
  explicit GridTable(std::string_view text) : text_(text), lines_(lines_of(text, most_lines)) {}

  std::optional<DrawnTable> read() {
    find_end();
    if (count_ < 3 || !find_columns()) {
      return std::nullopt;
    }
    open_.assign(columns_.size() - 1, none);
    for (std::size_t i = 0; i < count_; ++i) {
      take_line(i);
    }
    return table();
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// The table ends with the last rule before a line that neither is one nor begins with a wall, or before another table's
  /// first rule.
  void find_end() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = unicode::trim(lines_[i]);
      if (line.empty() || drawn(line, 0) == 0 || drawn(line, 0) == '-') {
        break;
      }
      if (is_all_rule(line)) {
        if (i > 0 && count_ == i) {
          break;
        }
        count_ = i + 1;
        ++rules_;
        has_double_ = has_double_ || line.find('=') != std::string_view::npos;
      }
    }
  }

  /// Walls stand where rules meet them, in whichever line.
  bool find_columns() {
    for (std::size_t i = 0; i < count_; ++i) {
      const std::string_view line = lines_[i];
      const bool is_whole = is_all_rule(unicode::trim(line));
      const std::vector<std::size_t> at = bytes_by_column(line, 1);
      for (std::size_t column = 0; column + 1 < at.size(); ++column) {
        const char c = drawn(line, at[column]);
        const bool is_met =
            c == '+' && (is_rule_at(line, at, column + 1) || (column > 0 && is_rule_at(line, at, column - 1)));
        if (is_met || (is_whole && c == '|')) {
          columns_.push_back(column);
        }
        has_merged_rows_ = has_merged_rows_ || (is_met && !is_whole);
      }
    }
    std::sort(columns_.begin(), columns_.end());
    columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
    return columns_.size() >= 2;
  }
  static bool is_rule_at(std::string_view line, const std::vector<std::size_t>& at, std::size_t column) {
    return column + 1 < at.size() && drawn(line, at[column]) == '-' && line[at[column]] != ':';
  }

  /// The bytes at which the table's columns begin in a line; empty where its walls do not stand there.
  std::vector<std::size_t> walls_in(std::string_view line) const {
    for (const std::size_t ambiguous : {std::size_t{1}, std::size_t{2}}) {
      const std::vector<std::size_t> at = bytes_by_column(line, ambiguous);
      if (columns_.back() + 1 >= at.size() || drawn(line, at[columns_.back()]) == 0 ||
          drawn(line, at[columns_.back()]) == '-' || !unicode::trim(line.substr(at[columns_.back() + 1])).empty()) {
        continue;
      }
      std::vector<std::size_t> result;
      for (const std::size_t column : columns_) {
        result.push_back(at[column]);
      }
      return result;
    }
    std::vector<std::size_t> bars;  // the same number of them where a font is of other widths
    for (std::size_t i = 0; i < line.size(); unicode::next(line, i)) {
      if (const char c = drawn(line, i); c == '|' || c == '+') {
        bars.push_back(i);
      }
    }
    return bars.size() == columns_.size() ? bars : std::vector<std::size_t>();
  }

  void take_line(std::size_t number) {
    const std::string_view line = lines_[number];
    const std::vector<std::size_t> walls = walls_in(line);
    if (walls.empty()) {  // which part belongs to which cell is not said: the row is one text
      const std::size_t cell = cell_at(0, columns_.size() - 1, number);
      join(cells_[cell].cell.text, line, true);
      is_row_open_ = true;
      return;
    }
    bool any_rule = false;
    std::vector<bool> is_rule(walls.size() - 1);
    for (std::size_t i = 0; i + 1 < walls.size(); ++i) {
      std::size_t begin = walls[i];
      unicode::next(line, begin);
      is_rule[i] = begin < walls[i + 1] ? is_all_rule(line.substr(begin, walls[i + 1] - begin))
                                        : is_rule_end(line, walls[i]) && is_rule_end(line, walls[i + 1]);
      any_rule = any_rule || is_rule[i];
    }
    if (any_rule) {
      row_ += is_row_open_;
      is_row_open_ = false;
      has_row_a_line_ = rules_ == 3 && !has_double_ && !has_merged_rows_ && !has_wrapped_row(number + 1);
    } else if (is_row_open_ && has_row_a_line_) {
      ++row_;
      std::fill(open_.begin(), open_.end(), none);
    }
    for (std::size_t i = 0; i + 1 < walls.size();) {
      if (is_rule[i]) {
        open_[i++] = none;
        continue;
      }
      std::size_t end = i + 1;
      while (end + 1 < walls.size() && !is_rule[end] && drawn(line, walls[end]) == 0) {
        ++end;
      }
      std::size_t begin = walls[i];
      unicode::next(line, begin);
      add(i, end, line.substr(begin, walls[end] - begin), number);
      i = end;
    }
    is_row_open_ = is_row_open_ || !any_rule;
  }

  /// Whether a wall is of a rule there: two of them may stand side by side, ┴┬, where the rows above and below differ.
  static bool is_rule_end(std::string_view line, std::size_t at) {
    const char c = drawn(line, at);
    return c == '+' || c == '-';
  }

  /// Programs that draw rules only around a table and below its head write a row a line. It is one row of several lines
  /// where whatever stands in a line goes on below a text that fills its cell.
  bool has_wrapped_row(std::size_t line) const {
    constexpr std::size_t most_left =
        2;  // columns: the space before the wall, and one that a wide character does not fit in
    std::vector<std::string_view> above;
    for (; line < count_ && !is_all_rule(unicode::trim(lines_[line])); ++line) {
      const std::vector<std::size_t> walls = walls_in(lines_[line]);
      std::vector<std::string_view> parts;
      for (std::size_t i = 0; i + 1 < walls.size(); ++i) {
        std::size_t begin = walls[i];
        unicode::next(lines_[line], begin);
        parts.push_back(begin < walls[i + 1] ? lines_[line].substr(begin, walls[i + 1] - begin) : std::string_view());
      }
      for (std::size_t i = 0; i < std::min(above.size(), parts.size()); ++i) {
        const std::size_t end = above[i].find_last_not_of(' ');
        const bool is_full = end != std::string_view::npos && above[i].size() - end - 1 <= most_left;
        if (!unicode::trim(parts[i]).empty() && !is_full) {
          return false;
        }
      }
      above = std::move(parts);
    }
    return true;
  }

  std::size_t cell_at(std::size_t begin, std::size_t end, std::size_t line) {
    for (std::size_t i = begin; i < end; ++i) {
      if (open_[i] != none) {
        return open_[i];
      }
    }
    OpenCell cell;
    cell.row = row_;
    cell.column = begin;
    cell.cell.line = static_cast<std::uint32_t>(line);
    cells_.push_back(cell);
    return cells_.size() - 1;
  }

  void add(std::size_t begin, std::size_t end, std::string_view text, std::size_t line) {
    const std::size_t cell = cell_at(begin, end, line);
    std::fill(open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.begin() + static_cast<std::ptrdiff_t>(end),
              cell);
    OpenCell& open = cells_[cell];
    open.cell.column_span = std::max(open.cell.column_span, end - open.column);
    open.cell.row_span = row_ - open.row + 1;
    if (unicode::trim(text).empty()) {
      open.has_gap = !open.cell.text.empty();
      return;
    }
    if (open.cell.text.empty()) {
      open.cell.line = static_cast<std::uint32_t>(line);
    }
    join(open.cell.text, text, open.has_gap);
    open.has_gap = false;
  }

  DrawnTable table() {
    DrawnTable table;
    take_lines(table, lines_, count_, text_);
    std::stable_sort(cells_.begin(), cells_.end(), [](const OpenCell& a, const OpenCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    for (OpenCell& cell : cells_) {
      if (table.rows.size() <= cell.row) {
        table.rows.resize(cell.row + 1);
      }
      table.rows[cell.row].push_back(std::move(cell.cell));
    }
    return table;
  }

  std::string_view text_;
  std::vector<std::string_view> lines_;
  std::size_t count_ = 0, rules_ = 0, row_ = 0;
  bool has_double_ = false, has_merged_rows_ = false, is_row_open_ = false, has_row_a_line_ = false;
  std::vector<std::size_t> columns_;  // where walls can stand
  std::vector<std::size_t> open_;     // the cell of each column, `none` behind a rule
  std::vector<OpenCell> cells_;
};

}  // namespace

std::optional<DrawnTable> grid_table(std::string_view text) {
  return GridTable(text).read();
}

}  // namespace gongkai::drawn_lines
