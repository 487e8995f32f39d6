// The one decision: which of the rows found are the report's, and which edition its form is. From values to values.
#pragma once

#include <cstdint>
#include <vector>

#include "gongkai/model/cell_set.hpp"
#include "interpret/evidence.hpp"

namespace gongkai {

/// What one candidate claims, as far as the decision needs it.
struct RowClaim {
  std::int16_t row = -1;
  bool is_in_place = true;  ///< in a section with tables, or where no heading says otherwise
  bool is_read = true;      ///< its numbers can be told apart
  bool has_any = true;      ///< something is written in it
  CellSet cells;            ///< that it would fill
};

enum class Fate : std::uint8_t {
  taken,
  repeated,  ///< another candidate has its cells
  astray,    ///< outside the tables, where the row's table stands elsewhere: a menu, a counter of visits
  empty,     ///< nothing in it, and its cells are taken
  torn,      ///< taken; but its numbers stood apart from its label, as others do that are in no row
  fused,     ///< taken; but its one number may be its numbers run together, as those of other rows are
};

/// The fate of each claim. Candidates come in document order, and the first counts; one that is read comes before one that
/// is not.
std::vector<Fate> choose(const std::vector<RowClaim>& claims);

/// What was decided about the evidence.
struct Decision {
  std::vector<Fate> fates;  ///< of the row candidates, in their order
  Edition edition = Edition::unknown;
};
/// `stated`: by the document's metadata, Edition::unknown where they do not; `year` of the report, 0 where unknown.
Decision decide(const Evidence& evidence, Edition stated, int year);

/// The candidate that was taken for a row; null where none was.
const RowCandidate* taken_row(const Evidence& evidence, const Decision& decision, std::int16_t row);

/// The row candidates of the evidence, in document order.
std::vector<const RowCandidate*> candidates_of(const Evidence& evidence);

}  // namespace gongkai
