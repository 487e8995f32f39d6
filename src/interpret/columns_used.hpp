// The columns of a table's grid in which rows of applicants have numbers: where no heads say which columns are values.
#pragma once

#include <cstdint>
#include <vector>

#include "gongkai/document/document.hpp"

namespace gongkai {

/// Ascending; empty where a number spans several columns.
std::vector<std::uint32_t> columns_used(const Document& document, const Document::Block& table);

}  // namespace gongkai
