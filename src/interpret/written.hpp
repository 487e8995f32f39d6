// Years and dates as people write them, in text without its spaces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "gongkai/model/contains.hpp"
#include "gongkai/report.hpp"

namespace gongkai {

/// The text without any white space, so that "2024 年 上海市" reads as one word, and without radicals.
std::string squeeze(std::string_view text);

/// A year from 1990 to 2099 written as four ASCII, full-width or Chinese digits before 年, and where it stands.
struct YearAt {
  int year = 0;
  std::size_t begin = 0, end = 0;  ///< of the digits and 年
};
/// The first year of a text; where `may_lack_word`, also one with 度 or 政府信息公开 behind its digits instead of 年.
YearAt find_year(std::string_view squeezed, bool may_lack_word = false);

/// The first date of a text: "2026年1月23日", "2021-03-05 08:58", "2021/03/05".
Date find_date(std::string_view squeezed);

}  // namespace gongkai
