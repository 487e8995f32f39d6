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
  bool is_field = false;  ///< the value of a field of metadata
};

/// A thing that a page or a file says of itself: 发布机构 and its value.
struct Field {
  std::string_view name, value;
};

/// What a document says outside its sections.
struct Surroundings {
  std::vector<Line> front;    ///< the lines before section one
  std::vector<Line> back;     ///< those of sections five and six
  std::vector<Field> fields;  ///< of metadata tables and of the file itself
};

/// Fills `about` and `standing`; hints win. Returns the indexes of the lines of `front` that made up the title.
std::vector<std::size_t> describe(Reading& reading, const Surroundings& around, const Hints& hints);

/// Lets hints win over what the document says, which stays in `said`, and lists where they differ.
void take_hints(const Hints& hints, Reading& reading);

/// The year that a report in a document with these surroundings is about; 0 where they do not say.
int year_of(const Surroundings& around, const Hints& hints);

/// Whether a line is the title of a report by itself: it names a year and 政府信息公开…年度报告.
bool is_whole_title(std::string_view line);

/// Whether a line begins with a field of metadata and its value: 发布时间：2021-03-05　来源：县教育局.
bool is_field_line(std::string_view line);

/// Whether it is the name of a metadata field, such as 发布机构, with or without a colon.
bool is_field_name(std::string_view text);

/// Level and kind as a body's name says them: 市 alone does not tell a prefecture from a city of county rank.
Standing standing_of(std::string_view authority);

}  // namespace gongkai
