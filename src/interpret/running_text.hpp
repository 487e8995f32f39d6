// A table that lost its cell borders and became one running line: which rows are in it, though not their numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interpret/labels.hpp"

namespace gongkai {

/// The heads of section four of one block, folded, one behind the other.
inline constexpr std::u16string_view case_heads = u"结果维持结果纠正其他结果尚未审结总计";

/// Adds the folded letters and digits of a text, without what parts them.
void append_letters(std::string_view source, std::u16string& text);
/// The same of a folded text.
std::u16string letters_of(std::u16string_view folded);

/// Whether a paragraph holds a table of the form run together into text.
bool is_running_table(std::string_view paragraph);

/// A row of the form found in running text, and what stands between its label and the next.
struct RunningRow {
  std::int16_t row = -1;
  std::string_view text;
};
/// The rows of one section's tables, or where that is 0 of all.
std::vector<RunningRow> running_rows(std::string_view paragraph, const Labels& labels, int section);

/// The numbers of section four in running text: what follows its heads. Empty where they are not there.
std::string_view running_cases(std::string_view paragraph);
/// Whether a text ends with the heads of section four, one behind the other.
bool ends_with_case_heads(std::string_view text);

/// The row whose label a line consists of, behind heads of its group at most, with numbers right behind it.
RunningRow row_before_digits(std::string_view line, int section);

/// Where the heading of a section stands in running text.
struct SectionStart {
  int section = 0;
  std::size_t begin = 0, end = 0;
};
std::vector<SectionStart> section_starts(std::string_view paragraph);

}  // namespace gongkai
