// Screens show East Asian characters in two columns; what fonts draw in one or two is tried both ways.
#include "decode/drawn_lines.hpp"

#include "text/utf8.hpp"

namespace gongkai::drawn_lines {
namespace {

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

}  // namespace

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
  if (line.size() > 1 && line.starts_with("| ")) {  // a line of a line block
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

}  // namespace gongkai::drawn_lines
