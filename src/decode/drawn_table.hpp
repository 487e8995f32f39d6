// Tables that text draws with rules, so that a row may last several lines: +---+ and box drawings, columns below dashes,
// and AsciiDoc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// A cell of a drawn table, its lines put together.
struct DrawnCell {
  std::string text;
  std::uint32_t line = 0;  ///< of its first text, counted from the table's first line as 0
  std::size_t column_span = 1, row_span = 1;
};

/// A drawn table.
struct DrawnTable {
  std::vector<std::vector<DrawnCell>> rows;
  std::size_t size = 0;     ///< bytes of the text that it takes
  std::uint32_t lines = 0;  ///< lines of it
};

/// Whether a line may begin a drawn table: cheap, and asked of every line.
inline bool may_begin_drawn_table(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) {
    return false;
  }
  const std::string_view text = line.substr(first);
  return text.starts_with("+-") || text.starts_with("+=") || text.starts_with("---") || text.starts_with("===") ||
         text.starts_with("|===") ||
         (text.size() >= 3 && text[0] == '\xe2' && (text[1] == '\x94' || text[1] == '\x95'));
}

/// The table that a text begins with, in whichever way it is drawn; nothing where it begins with none. `options` is the
/// line before, which in AsciiDoc says how many columns there are.
std::optional<DrawnTable> drawn_table(std::string_view text, std::string_view options);

}  // namespace gongkai
