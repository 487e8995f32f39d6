// Which report it is: title, body, year, date, found in the lines before section one and in portal metadata.
#pragma once

#include <string_view>
#include <vector>

#include "gongkai/read.hpp"

namespace gongkai {

/// A paragraph of a document with its place.
struct Line {
  std::string_view text;
  Place place;
};

/// Fills `about` from the lines before the first section and those after the last table; hints win.
/// Returns the indexes of the lines of `front` that made up the title.
std::vector<std::size_t> describe(About& about, const std::vector<Line>& front, const std::vector<Line>& back,
                                  const Hints& hints);

/// Level and kind as far as a body's name says them for certain; 市 alone does not say whether it is a prefecture.
void classify(std::string_view authority, Level& level, Kind& kind);

}  // namespace gongkai
