// Which report it is: title, body, year, date, found in the lines before section one and in portal metadata.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "gongkai/read.hpp"
#include "interpret/title.hpp"

namespace gongkai {

/// A thing that a page or a file says of itself: 发布机构 and its value.
struct Field {
  std::string_view name, value;
};

/// What a document says outside its sections.
struct Surroundings {
  std::vector<Line> front;              ///< the lines before section one
  std::vector<Line> back;               ///< those of sections five and six
  std::vector<Field> fields;            ///< of metadata tables and of the file itself
  std::optional<TitleCandidate> title;  ///< among the lines of `front`, where it was looked for
};

/// Fills `about` and `standing`; hints win. Returns the indexes of the lines of `front` that made up the title.
std::vector<std::size_t> describe(Reading& reading, const Surroundings& around, const Hints& hints);

/// Lets hints win over what the document says, which stays in `said`, and lists where they differ.
void take_hints(const Hints& hints, Reading& reading);

/// The year that a report with this title, in a document with these surroundings, is about; 0 where they do not say.
int year_of(const TitleCandidate& title, const Surroundings& around, const Hints& hints);

}  // namespace gongkai
