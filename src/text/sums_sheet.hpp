// What the rows say of the sheet that adds up in a workbook of ours, by which they are known again: they are no rows of the
// form, however the workbook was printed or converted.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "text/utf8.hpp"

namespace gongkai::sums {

inline constexpr std::string_view head = "应当相等（各表填好以后自动核对）";
/// What stands behind the name of a row or column, in quotes, for each kind of sum.
inline constexpr std::string_view row = "行：各列相加＝总计";
inline constexpr std::string_view column = "列：各项办理结果相加＝总计";
inline constexpr std::string_view balance = "列：本年新收＋上年结转＝办理结果总计＋结转下年度";

/// Whether the text of a cell is the head of that sheet, or names one of its sums.
inline bool is_of_sheet(std::string_view text) {
  text = unicode::trim(text);
  constexpr std::string_view quote = "“";
  const auto names = [text](std::string_view sum) { return text.ends_with(sum); };
  constexpr std::array kinds{row, column, balance};
  return text == head || (text.starts_with(quote) && std::any_of(kinds.begin(), kinds.end(), names));
}

}  // namespace gongkai::sums
