// The choice among candidates is a function from values to values.
#include "interpret/decide.hpp"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

RowClaim claim(std::string_view row, bool is_in_place = true, bool is_read = true, bool has_any = true) {
  RowClaim result;
  result.row = static_cast<std::int16_t>(catalog_detail::find_row(row));
  result.is_in_place = is_in_place;
  result.is_read = is_read;
  result.has_any = has_any;
  const RowCells& range = cells_of_row(result.row);
  for (std::size_t cell = range.first; cell < range.end(); ++cell) {
    result.cells.add(cell);
  }
  return result;
}

}  // namespace

TEST_CASE(
    "the first of several rows counts, one that is read before one that is not, one in the tables before a menu") {
  using Fates = std::vector<Fate>;
  const std::string_view row = "requests.received", other = "requests.carried_in";
  CHECK(choose({claim(row), claim(row)}) == Fates{Fate::taken, Fate::repeated});
  CHECK(choose({claim(row), claim(row, true, true, false)}) == Fates{Fate::taken, Fate::empty});
  CHECK(choose({claim(row, true, false), claim(row)}) == Fates{Fate::repeated, Fate::taken});
  CHECK(choose({claim(row, false), claim(row)}) == Fates{Fate::astray, Fate::taken});
  CHECK(choose({claim(row, false), claim(other)}) == Fates{Fate::astray, Fate::taken});
  CHECK(choose({claim(row, false), claim("review")}) == Fates{Fate::taken, Fate::taken});
  CHECK(choose({claim(row, false)}) == Fates{Fate::taken});
  CHECK(choose({}).empty());
}
