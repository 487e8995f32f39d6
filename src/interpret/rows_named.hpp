// Which rows of the form a document names, whether their numbers were read or not: a table that is there is not missing.
#pragma once

#include <array>
#include <cstddef>

#include "gongkai/catalog.hpp"
#include "gongkai/document/document.hpp"

namespace gongkai {

using RowsNamed = std::array<bool, rows.size()>;

/// The rows whose labels stand in the blocks, behind what shows that their table does: a head, a caption, other rows.
RowsNamed rows_named(const Document& document, std::size_t first_block, std::size_t end_block);

}  // namespace gongkai
