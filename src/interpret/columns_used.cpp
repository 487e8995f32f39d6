// Each row of applicants in the table says some of its columns; all of them together may say all.
#include "interpret/columns_used.hpp"

#include <algorithm>

#include "interpret/grid.hpp"
#include "interpret/items.hpp"

namespace gongkai {

std::vector<std::uint32_t> columns_used(const Document& document, const Document::Block& table) {
  std::vector<std::uint32_t> used, of_row;
  Grid grid;
  for (const Document::Row& row : document.rows_of(table)) {
    grid.begin_row();
    of_row.clear();
    bool is_of_applicants = false;
    for (const Document::Cell& cell : document.cells_of(row)) {
      const std::uint32_t column = grid.place(cell);
      const Item item = item_of(document.view(cell.text), {});
      if (item.kind == Item::Kind::text) {
        of_row.clear();
        is_of_applicants = item.meaning != nullptr && item.meaning->is_row() &&
                           rows[static_cast<std::size_t>(item.meaning->row)].type == RowType::applicants;
      } else if (is_number(item)) {
        if (cell.column_span > 1) {
          return {};
        }
        of_row.push_back(column);
      }
    }
    if (is_of_applicants) {
      used.insert(used.end(), of_row.begin(), of_row.end());
    }
  }
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used;
}

}  // namespace gongkai
