// The number in a cell of a workbook as the cell shows it: decimal digits, never floating point.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gongkai {

/// What matters of a number format for reading the number back.
struct NumberFormat {
  enum class Kind : std::uint8_t { number, percent, date, time };
  Kind kind = Kind::number;
  int shift = 0;     ///< the number is shown divided by this power of ten: 4 where the format writes 万
  std::string unit;  ///< what the format writes behind the number, where that says how much it is: 元, 万
};

/// The format that a code such as `0.00%` or `yyyy"年"m"月"d"日"` stands for.
NumberFormat number_format(std::string_view code);
/// The format of a number that the standard fixes or, for those from 27 to 58, that Chinese programs give a meaning.
NumberFormat built_in_number_format(std::uint32_t id);

/// The stored decimal text as the format shows it. Digits behind the fifteenth are what binary fractions leave, and no
/// program shows them: they are rounded away where they stand behind the point. What is no number is returned as it is.
std::string shown_number(std::string_view stored, const NumberFormat& format, bool counts_from_1904);

}  // namespace gongkai
