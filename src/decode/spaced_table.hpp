// Tables whose columns stand two spaces apart, each line filled up to the end of its row, as inscriptis writes them: then
// the length of a line says how many cells its row has, and which of them are empty.
#pragma once

#include <optional>
#include <string_view>

#include "decode/drawn_table.hpp"

namespace gongkai {

/// The lines up to the next empty one, at least one, that a table of this kind would take.
std::string_view spaced_lines(std::string_view text);

/// The table that the lines are, where each of them fits its columns and at least one cell is empty; else nothing.
std::optional<DrawnTable> spaced_table(std::string_view lines);

}  // namespace gongkai
