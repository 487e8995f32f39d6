// What the ways of finding rows hand on: rows of the form as they may stand in the document, and what is none. Values only.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gongkai/model/reading.hpp"
#include "interpret/labels.hpp"
#include "interpret/number.hpp"

namespace gongkai {

/// A cell of a table row, or a word of a line that reads as one.
struct Item {
  enum class Kind : std::uint8_t { blank, number, text };
  std::string_view text;
  Place place;
  std::uint32_t column = 0, column_span = 1;  ///< in the grid of the table
  Kind kind = Kind::blank;
  const Meaning* meaning = nullptr;  ///< of a text
  ParsedNumber number;               ///< of what is no known label
};

inline bool is_empty(const Item& item) {
  return item.text.empty();
}
inline bool is_number(const Item& item) {
  return item.kind == Item::Kind::number;
}

/// The items as one text, for a note.
std::string joined(const std::vector<Item>& items);

/// A column of numbers announced by a head: a name of ColumnInfo, or empty for one that is not on the form.
struct HeadColumn {
  std::string_view name;
  std::string_view text;
  Unit unit = Unit::none;
};

/// A row of the form as it may stand in the document.
struct RowCandidate {
  std::int16_t row = -1;
  int section = 0;              ///< whose heading came before; 0 before the first
  bool is_run_in_cell = false;  ///< its digits stand in one cell, beside empty ones
  bool holds_several = false;   ///< some of its cells hold several numbers, beside empty ones
  bool is_apart = false;        ///< its numbers were found apart from its label
  std::string_view label;       ///< as written; empty where the place of the numbers says the row
  Place place;
  std::vector<std::size_t> cells;   ///< that the values stand for; cell_count: in a column that is not on the form
  std::vector<Item> values;         ///< one for each of `cells`; none where they cannot be told apart
  std::vector<HeadColumn> heads;    ///< above the values, where there are any
  std::vector<std::size_t> unsure;  ///< those of `cells` that the row has two different values for
  Unit note_unit = Unit::none;      ///< of money, named above the table
  NoteKind fault = NoteKind::row_length;  ///< why the values cannot be told apart
  std::string text;                       ///< what stands there instead of values

  bool is_read() const { return !values.empty(); }
};

/// A row that is not on the form.
struct ExtraRow {
  ExtensionRow row;
  Place place;
};

/// A row of numbers without a label.
struct RowWithoutLabel {
  int section = 0;
  std::vector<Item> values;
};

using Sighting = std::variant<RowCandidate, ExtraRow, RowWithoutLabel, Note>;

/// All that was found, in document order.
struct Evidence {
  std::vector<Sighting> sightings;
  std::vector<std::int16_t> rows_alone;  ///< their labels are there, and their numbers cannot be told from others
  std::array<bool, sections.size() + 1> loose_number{};  ///< sections with a number that stands in no row
  std::array<bool, sections.size() + 1> lost_table{};    ///< sections with a mark of a program for a table it left out
  Unit unit_beside = Unit::none;       ///< of money, named in a line or a cell beside the tables of section two
  int votes_2019 = 0, votes_2021 = 0;  ///< of heads that only one edition has
  bool any_row = false;                ///< whether any row of the form is among the sightings
};

/// The cells of each row of the form: they are adjacent.
struct RowCells {
  std::uint16_t first = 0, count = 0;
  std::size_t end() const { return std::size_t{first} + count; }
};
inline constexpr auto cells_of_rows = [] {
  std::array<RowCells, rows.size()> result{};
  for (const CellInfo& cell : cells) {
    if (result[cell.row].count++ == 0) {
      result[cell.row].first = cell.index;
    }
  }
  return result;
}();
inline const RowCells& cells_of_row(std::int16_t row) {
  return cells_of_rows[static_cast<std::size_t>(row)];
}

inline constexpr auto first_case_row = static_cast<std::int16_t>(catalog_detail::find_row("review"));
inline constexpr auto single_other_row =
    static_cast<std::int16_t>(catalog_detail::find_row("requests.outcomes.other_handling.unspecified"));
constexpr std::size_t case_count = 15;  ///< numbers in the one line of section four

}  // namespace gongkai
