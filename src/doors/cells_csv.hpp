// CSV of cells by their keys, as csv_tidy() and csv_wide() write it: data like JSON, not a document.
#pragma once

#include <string_view>
#include <vector>

#include "gongkai/read.hpp"

namespace gongkai {

/// Whether the first line of the bytes names the columns of such a table.
bool is_cells_csv(std::string_view bytes);

/// The reports in it. A cell that is not mentioned is absent, and neither it nor one whose value is no number counts as blank.
/// Errors: malformed (a key that no cell has, a year that is none), limit_exceeded, empty.
Result<std::vector<Reading>> read_cells_csv(std::string_view utf8, const Limits& limits);

}  // namespace gongkai
