// A table that lost its cell borders and became one running line: which rows are in it, though not their numbers.
#pragma once

#include <string_view>
#include <vector>

#include "interpret/labels.hpp"

namespace gongkai {

/// Whether a paragraph holds a table of the form run together into text.
bool is_running_table(std::string_view paragraph);

/// A row of the form found in running text, and what stands between its label and the next.
struct RunningRow {
  std::int16_t row = -1;
  std::string_view text;
};
std::vector<RunningRow> running_rows(std::string_view paragraph, const Labels& labels);

/// Where the heading of a section stands in running text.
struct SectionStart {
  int section = 0;
  std::size_t begin = 0, end = 0;
};
std::vector<SectionStart> section_starts(std::string_view paragraph);

}  // namespace gongkai
