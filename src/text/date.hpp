// A day as files write it: YYYY-MM-DD.
#pragma once

#include <optional>
#include <string_view>

#include "gongkai/report.hpp"

namespace gongkai {

/// The day, where the text is one of the calendar.
inline std::optional<Date> date_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto part = [&](std::size_t from, std::size_t size) {
    int number = 0;
    for (const char c : text.substr(from, size)) {
      if (c < '0' || c > '9') {
        return 0;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  };
  const Date date{part(0, 4), part(5, 2), part(8, 2)};
  constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
  if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > days[date.month - 1] ||
      (date.month == 2 && date.day == 29 && !leap)) {
    return std::nullopt;
  }
  return date;
}

}  // namespace gongkai
