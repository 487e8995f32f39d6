// How much of each table of the form a reader found in a document.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "gongkai/catalog.hpp"
#include "gongkai/model/reading.hpp"

namespace gongkai {

/// One table of the form as it was read. Rows are counted for the report's edition, and so are cells.
struct TableSummary {
  std::uint16_t rows_expected = 0;
  std::uint16_t rows_found = 0;  ///< rows of the form of which some cell was read, blank or unreadable
  std::uint16_t rows_extra = 0;  ///< rows kept as extensions
  std::uint16_t read = 0, blank = 0, unreadable = 0, absent = 0, inferred = 0;

  constexpr bool is_found() const { return rows_found != 0; }
  /// Nothing is missing that the document's own table has. A document's form may have fewer rows than the edition.
  constexpr bool is_complete() const { return absent == 0 && unreadable == 0; }
};

/// Whether every cell of the form was read or is blank.
inline bool is_complete(const Reading& reading) {
  for (const Source& source : reading.sources) {
    if (source.state == CellState::unreadable || source.state == CellState::absent) {
      return false;
    }
  }
  return true;
}

/// One summary for each of `tables`, in their order.
inline std::array<TableSummary, tables.size()> summarize(const Reading& reading) {
  std::array<TableSummary, tables.size()> result{};
  const Edition edition = reading.report.about.edition;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    result[rows[row].table].rows_expected =
        static_cast<std::uint16_t>(result[rows[row].table].rows_expected + has(rows[row].editions, edition));
  }
  std::array<bool, rows.size()> found{};
  for (const CellInfo& cell : cells) {
    TableSummary& table = result[cell.row_info().table];
    const CellState state = reading.sources[cell.index].state;
    table.read = static_cast<std::uint16_t>(table.read + (state == CellState::read));
    table.blank = static_cast<std::uint16_t>(table.blank + (state == CellState::blank));
    table.unreadable = static_cast<std::uint16_t>(table.unreadable + (state == CellState::unreadable));
    table.inferred = static_cast<std::uint16_t>(table.inferred + (state == CellState::inferred));
    table.absent = static_cast<std::uint16_t>(table.absent + (state == CellState::absent));
    if (!found[cell.row] && state != CellState::not_in_form && state != CellState::absent) {
      found[cell.row] = true;
      ++table.rows_found;
    }
  }
  for (const ExtensionRow& extension : reading.report.extensions) {
    for (std::size_t table = 0; table < tables.size(); ++table) {
      result[table].rows_extra =
          static_cast<std::uint16_t>(result[table].rows_extra + (tables[table].key == extension.table));
    }
  }
  return result;
}

}  // namespace gongkai
