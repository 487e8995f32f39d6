// What a workbook of ours says of its own sums, beside its tables and on the sheet that adds up, by which it is known again:
// these are no rows or numbers of the form, however the workbook was printed or converted.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "text/utf8.hpp"

namespace gongkai::sums {

inline constexpr std::string_view head = "应当相等（各表填好以后自动核对）";
/// What stands behind the name of a row or column, in quotes, for each kind of sum; behind 各 it is said of all of them.
inline constexpr std::string_view row = "行：各列相加＝总计";
inline constexpr std::string_view column = "列：各项办理结果相加＝总计";
inline constexpr std::string_view balance = "列：本年新收＋上年结转＝办理结果总计＋结转下年度";

/// How each mark begins: of a sum that holds, that does not, and that cannot be said to do either.
inline constexpr std::string_view held = "√ 相符", off = "× 不符", open = "○ 未定";

/// Whether the text of a cell or a line says how a sum fares.
inline bool is_mark(std::string_view text) {
  text = unicode::trim(text);
  return text.starts_with(held) || text.starts_with(off) || text.starts_with(open);
}

/// Whether the text of a cell is the head of that sheet, or names one or all of its sums.
inline bool is_of_sheet(std::string_view text) {
  text = unicode::trim(text);
  constexpr std::string_view quote = "“", each = "各";
  const auto names = [text](std::string_view sum) { return text.ends_with(sum); };
  constexpr std::array kinds{row, column, balance};
  return text == head ||
         ((text.starts_with(quote) || text.starts_with(each)) && std::any_of(kinds.begin(), kinds.end(), names));
}

}  // namespace gongkai::sums
