// Rules say where cells begin and end; between two of them a cell's lines are one text.
#include "decode/drawn_table.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t most_lines = 4'000;  // of a table; the form's largest has a few hundred

/// The lines of a text, at most so many.
std::vector<std::string_view> lines_of(std::string_view text, std::size_t most) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size() && lines.size() < most;) {
    const std::size_t end = unicode::find_ascii(text, '\n', begin);
    std::string_view line = text.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') {
      line.remove_suffix(1);
    }
    lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

void take_lines(DrawnTable& table, const std::vector<std::string_view>& lines, std::size_t count,
                std::string_view text) {
  table.lines = static_cast<std::uint32_t>(count);
  table.size = count < lines.size() ? static_cast<std::size_t>(lines[count].data() - text.data()) : text.size();
}

/// Columns that a character takes on a screen. What East Asian fonts may draw wide or not counts as `ambiguous`.
std::size_t width_of(char32_t c, std::size_t ambiguous) {
  if (unicode::is_invisible(c)) {
    return 0;
  }
  const bool is_wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
                       (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
                       (c >= 0xffe0 && c <= 0xffe6) || c >= 0x20000;
  const bool is_ambiguous = (c >= 0x2010 && c <= 0x2027) || c == 0xb7 || c == 0xd7 || (c >= 0x2030 && c <= 0x205e) ||
                            (c >= 0x2100 && c <= 0x24ff);
  return is_wide ? 2 : is_ambiguous ? ambiguous : 1;
}

/// Where the character that begins at or behind each screen column begins in the line, and one more for the end.
std::vector<std::size_t> bytes_by_column(std::string_view line, std::size_t ambiguous) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t begin = i;
    const std::size_t width = width_of(unicode::next(line, i), ambiguous);
    for (std::size_t k = 0; k < width; ++k) {
      result.push_back(k == 0 ? begin : i);
    }
  }
  result.push_back(line.size());
  return result;
}

/// What a character of a drawing is: '|' a wall, '-' a rule, '+' where they meet; 0 for text.
char drawn(std::string_view line, std::size_t at) {
  if (at >= line.size()) {
    return 0;
  }
  const char first = line[at];
  if (first == '|' || first == '+' || first == '-') {
    return first;
  }
  if (first == '=' || first == ':') {
    return '-';
  }
  if (first != '\xe2' || at + 2 >= line.size()) {
    return 0;
  }
  std::size_t i = at;
  const char32_t c = unicode::next(line, i);
  if (c < 0x2500 || c > 0x257f) {
    return 0;
  }
  const bool is_wall = c == 0x2502 || c == 0x2503 || c == 0x2551 || (c >= 0x2506 && c <= 0x2507);
  const bool is_rule = c == 0x2500 || c == 0x2501 || c == 0x2550 || (c >= 0x2504 && c <= 0x2505);
  return is_wall ? '|' : is_rule ? '-' : '+';
}

/// Whether all of a text is drawing, with a rule in it.
bool is_all_rule(std::string_view text) {
  bool any = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = drawn(text, i);
    if (c != '-' && c != '+' && !(c == '|' && (i == 0 || i + 4 > text.size()))) {
      return false;
    }
    any = any || c == '-';
    unicode::next(text, i);
  }
  return any;
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Adds a line to the text of a cell. Chinese and numbers go on where they were broken.
void join(std::string& text, std::string_view line, bool is_paragraph) {
  line = unicode::trim(line);
  if (line.starts_with("\\ ")) {  // an empty first cell
    line = unicode::trim(line.substr(2));
  }
  if (line.size() > 1 && line.substr(0, 2) == "| ") {  // a line of a line block
    line = unicode::trim(line.substr(2));
  }
  while (!line.empty() && line.back() == '\\') {  // a line break that Markdown keeps
    line = unicode::trim(line.substr(0, line.size() - 1));
  }
  if (line.empty()) {
    return;
  }
  if (!text.empty()) {
    const char before = text.back(), after = line.front();
    const bool is_ascii = static_cast<unsigned char>(before) < 0x80 && static_cast<unsigned char>(after) < 0x80;
    const bool goes_on = !is_ascii || (before == ']' && after == '{') ||
                         ((is_ascii_digit(before) || before == '.' || before == ',' || before == '-') &&
                          (is_ascii_digit(after) || after == '.' || after == ','));
    if (is_paragraph || !goes_on) {
      text.push_back(' ');
    }
  }
  text.append(line);
}

// ---- Drawn with +---+ or box characters ----

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

// ---- Columns below dashes ----

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

std::optional<DrawnTable> dashed_table(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text, most_lines);
  std::size_t rule = 0;  // the one that shows the columns
  constexpr std::size_t longest_head = 60;
  while (rule < lines.size() && rule < longest_head &&
         (!is_dashes(lines[rule]) || runs_of_dashes(lines[rule]).size() < 2)) {
    if (rule > 0 && is_dashes(lines[rule])) {
      return std::nullopt;  // two rules across a page
    }
    ++rule;
  }
  if (rule == lines.size() || rule == longest_head ||
      lines[rule].find_first_not_of(' ') != lines[0].find_first_not_of(' ')) {
    return std::nullopt;
  }
  const std::vector<std::size_t> columns = runs_of_dashes(lines[rule]);
  const bool is_double = lines[rule].find('=') != std::string_view::npos;
  std::size_t end = rule + 1;
  bool any_blank = false;
  while (end < lines.size() && !is_dashes(lines[end])) {
    any_blank = any_blank || unicode::trim(lines[end]).empty();
    ++end;
  }
  if (is_double && end + 1 < lines.size() && !unicode::trim(lines[end + 1]).empty()) {  // the rule below its head
    const std::size_t head = end++;
    while (end < lines.size() && !is_dashes(lines[end])) {
      ++end;
    }
    end = end < lines.size() ? end : head;
  }
  if (end >= lines.size()) {
    return std::nullopt;
  }
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

// ---- AsciiDoc ----

/// How many columns the options of a table name: cols="20%,20%" or cols=",,".
std::size_t columns_in(std::string_view options) {
  constexpr std::string_view key = "cols=\"";
  const std::size_t begin = options.find(key);
  if (begin == std::string_view::npos) {
    return 0;
  }
  const std::size_t end = options.find('"', begin + key.size());
  std::string_view list =
      options.substr(begin + key.size(), end == std::string_view::npos ? 0 : end - begin - key.size());
  if (const std::size_t star = list.find('*'); star != std::string_view::npos && star > 0 && star < 3) {
    std::size_t count = 0;
    for (const char c : list.substr(0, star)) {
      count = is_ascii_digit(c) ? count * 10 + static_cast<std::size_t>(c - '0') : 0;
    }
    return count;
  }
  if (list.ends_with(',') && list.find_first_not_of(',') != std::string_view::npos) {
    list.remove_suffix(1);
  }
  return static_cast<std::size_t>(std::count(list.begin(), list.end(), ',')) + 1;
}

class AsciiDocTable {
 public:
  AsciiDocTable(std::string_view text, std::string_view options)
      : text_(text), lines_(lines_of(text, most_lines)), columns_(columns_in(options)) {}

  std::optional<DrawnTable> read() {
    std::size_t end = 1;
    while (end < lines_.size() && !unicode::trim(lines_[end]).starts_with("|===")) {
      take_line(lines_[end], end);
      ++end;
    }
    if (end == lines_.size() || cells_.empty()) {
      return std::nullopt;
    }
    DrawnTable table;
    fill(table);
    take_lines(table, lines_, end + 1, text_);
    return table;
  }

 private:
  void take_line(std::string_view line, std::size_t number) {
    std::size_t from = 0, in_line = 0;
    for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|', bar + 1)) {
      if (bar > 0 && line[bar - 1] == '\\') {
        continue;
      }
      std::size_t spec = bar;  // 2+, .3+, ^, a
      while (spec > from && line[spec - 1] != ' ' && static_cast<unsigned char>(line[spec - 1]) < 0x80) {
        --spec;
      }
      if (spec != 0 && line[spec - 1] != ' ') {
        continue;
      }
      add_text(line.substr(from, spec - from));
      begin_cell(line.substr(spec, bar - spec), number);
      ++in_line;
      from = bar + 1;
    }
    add_text(line.substr(from));
    first_line_ = first_line_ != 0 ? first_line_ : in_line;
    gap_ = unicode::trim(line).empty();
  }

  void begin_cell(std::string_view spec, std::size_t line) {
    DrawnCell cell;
    cell.line = static_cast<std::uint32_t>(line);
    std::size_t number = 0;
    bool is_rows = false;
    for (const char c : spec) {
      if (is_ascii_digit(c)) {
        number = std::min<std::size_t>(number * 10 + static_cast<std::size_t>(c - '0'), 1000);
      } else if (c == '.') {
        cell.column_span = std::max<std::size_t>(number, 1);
        number = 0;
        is_rows = true;
      } else if (c == '+') {
        (is_rows ? cell.row_span : cell.column_span) = std::max<std::size_t>(number, 1);
      }
    }
    cells_.push_back(std::move(cell));
  }

  void add_text(std::string_view part) {
    if (cells_.empty()) {
      return;
    }
    part = unicode::trim(part);
    if (part == "+" || (part.size() > 2 && part.ends_with(" +"))) {
      part.remove_suffix(1);
    }
    std::string& text = cells_.back().text;
    join(text, part, gap_ && !text.empty() && is_ascii_digit(text.back()));
  }

  /// Cells fill rows of so many columns, around what spans down from above.
  void fill(DrawnTable& table) const {
    const std::size_t width = columns_ != 0 ? columns_ : std::max<std::size_t>(first_line_, 1);
    std::vector<std::size_t> taken(width, 0);
    std::size_t at = width;
    const auto go_on = [&] {
      while (at < width && taken[at] != 0) {
        ++at;
      }
    };
    for (const DrawnCell& cell : cells_) {
      go_on();
      while (at >= width) {
        if (!table.rows.empty()) {
          std::for_each(taken.begin(), taken.end(), [](std::size_t& rows) { rows -= rows != 0; });
        }
        table.rows.emplace_back();
        at = 0;
        go_on();
        if (at >= width && std::count(taken.begin(), taken.end(), std::size_t{0}) == 0 && table.rows.size() > 5'000) {
          return;
        }
      }
      for (std::size_t i = at; i < std::min(width, at + cell.column_span); ++i) {
        taken[i] = cell.row_span;
      }
      at += cell.column_span;
      table.rows.back().push_back(cell);
    }
  }

  std::string_view text_;
  std::vector<std::string_view> lines_;
  std::size_t columns_, first_line_ = 0;
  bool gap_ = false;
  std::vector<DrawnCell> cells_;
};

}  // namespace

std::optional<DrawnTable> drawn_table(std::string_view text, std::string_view options) {
  const std::string_view line = text.substr(std::min(text.find_first_not_of(' '), text.size()));
  if (line.starts_with("|===")) {
    return AsciiDocTable(text, options).read();
  }
  return line.starts_with("-") || line.starts_with("=") ? dashed_table(text) : GridTable(text).read();
}

}  // namespace gongkai
