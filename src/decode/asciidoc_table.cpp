// AsciiDoc's tables: a cell begins with a bar, and the options of the table say how many make a row.
#include <algorithm>

#include "decode/drawn_lines.hpp"
#include "text/utf8.hpp"

namespace gongkai::drawn_lines {
namespace {

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

std::optional<DrawnTable> asciidoc_table(std::string_view text, std::string_view options) {
  return AsciiDocTable(text, options).read();
}

}  // namespace gongkai::drawn_lines
