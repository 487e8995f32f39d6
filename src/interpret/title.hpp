// Which line is the title of a report, and what it names: the body and the year.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/model/reading.hpp"

namespace gongkai {

/// A paragraph of a document with its place.
struct Line {
  std::string_view text;
  Place place;
  bool is_field = false;  ///< the value of a field of metadata
};

/// A text that may be the title, made of lines.
struct TitleCandidate {
  std::string text;  ///< squeezed
  std::size_t first = 0, last = 0;
  int score = -1;  ///< below 0: no title
};

/// The best candidate among the lines; with equals the last, which stands closest to the report.
TitleCandidate find_title(const std::vector<Line>& front);

/// How much a text looks like the title of this report rather than a menu, a path or another report's link.
int title_score(const std::string& title);

/// The title in the title of a page or a file, which sites add to: "…年度报告_临江县人民政府".
std::string page_title(std::string_view value);

/// Whether a line is the title of a report by itself: it names a year and 政府信息公开…年度报告.
bool is_whole_title(std::string_view line);

/// Whether a text speaks of a report at all.
bool has_report_word(std::string_view title);

/// The body that a title names: "嘉兴港区2020年度…", "2024年上海市科委…". Empty where it names none.
std::string authority_in(const std::string& title);

/// The year that a title names; 0 where it names none.
int year_in_title(const std::string& title);

}  // namespace gongkai
