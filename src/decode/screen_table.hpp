// Tables without borders whose cells begin below each other on a screen, as w3m writes them: where a line has nothing, its cell
// is empty.
#pragma once

#include <optional>
#include <string_view>

#include "decode/drawn_table.hpp"

namespace gongkai {

/// The table that the lines are, where all numbers in them begin in a few columns and some lines lack numbers of others have;
/// else nothing.
std::optional<DrawnTable> screen_table(std::string_view lines);

}  // namespace gongkai
