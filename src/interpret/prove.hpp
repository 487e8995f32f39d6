// What the form's own equations, or the report's text, prove of numbers that ran together or stand apart from their labels.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "interpret/decide.hpp"

namespace gongkai {

/// A value that only the equations of the form, or the text of the report, settle.
struct InferredCell {
  std::size_t cell = 0;
  std::int64_t value = 0;
  Place place;
  std::string text;  ///< as written
};

/// What was proven; empty where nothing was.
struct Proof {
  std::vector<InferredCell> cells;
  std::vector<Note> notes;                   ///< one for each table: what was assumed
  std::vector<const RowWithoutLabel*> used;  ///< rows that now have a place

  bool has(std::int16_t row) const;
  bool has_used(const RowWithoutLabel& row) const;
};

/// Looks for the ways to part the digits of unread rows, and to give rows without label to the rows that are missing between
/// those around them, that satisfy the equations of their table. Accepted is what is the only way, and what at least one
/// more equation confirms that was not needed to find it; a table of which some row cannot be so is left alone. The search is
/// bounded. The texts of the report may confirm a total of section four, and the numbers of a row of section two.
Proof prove(const Evidence& evidence, const Decision& decision, const Reading& reading);

}  // namespace gongkai
