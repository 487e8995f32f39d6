// Which kind of drawing a text begins with.
#include "decode/drawn_table.hpp"

#include <algorithm>

#include "decode/drawn_lines.hpp"

namespace gongkai {

std::optional<DrawnTable> drawn_table(std::string_view text, std::string_view options) {
  const std::string_view line = text.substr(std::min(text.find_first_not_of(' '), text.size()));
  if (line.starts_with("|===")) {
    return drawn_lines::asciidoc_table(text, options);
  }
  return line.starts_with("-") || line.starts_with("=") ? drawn_lines::dashed_table(text)
                                                        : drawn_lines::grid_table(text);
}

}  // namespace gongkai
