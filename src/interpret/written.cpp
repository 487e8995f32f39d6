// Finding years and dates, digit by digit.
#include "interpret/written.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace gongkai {

std::string squeeze(std::string_view text) {
  std::string result;
  bool any_radical = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = unicode::next(text, i);
    any_radical = any_radical || (c >= 0x2e80 && c <= 0x2fdf);
    if (!unicode::is_space(c) && c != '*') {  // marks of Markdown and Org
      result.append(text.substr(begin, i - begin));
    }
  }
  return any_radical ? unicode::without_radicals(result) : result;
}

YearAt find_year(std::string_view squeezed, bool may_lack_word) {
  constexpr std::u32string_view chinese = U"〇一二三四五六七八九";
  std::array<std::size_t, 4> starts{};
  std::size_t count = 0;
  int value = 0;
  for (std::size_t i = 0; i < squeezed.size();) {
    const std::size_t begin = i;
    char32_t c = unicode::next(squeezed, i);
    if (c >= 0xff10 && c <= 0xff19) {
      c = c - 0xff10 + '0';
    } else if (const std::size_t digit = chinese.find(c == U'零' || c == U'○' ? U'〇' : c); digit != chinese.npos) {
      c = static_cast<char32_t>('0' + digit);
    }
    if (c >= '0' && c <= '9') {
      if (count == 4) {
        std::rotate(starts.begin(), starts.begin() + 1, starts.end());
        --count;
        value %= 1000;
      }
      starts[count++] = begin;
      value = value * 10 + static_cast<int>(c - '0');
      continue;
    }
    if (count == 4 && value >= 1990 && value <= 2099) {
      if (c == U'年') {
        return {value, starts[0], i};
      }
      const std::string_view rest = squeezed.substr(begin);
      if (may_lack_word &&
          (c == U'度' || rest.starts_with("政府信息") || rest.starts_with("政府資") || rest.starts_with("政务公开"))) {
        return {value, starts[0], begin};
      }
    }
    count = 0;
    value = 0;
  }
  return {};
}

Date find_date(std::string_view squeezed) {
  for (std::size_t i = 0; i + 8 <= squeezed.size(); ++i) {
    std::array<int, 3> part{};
    std::size_t at = i, taken = 0;
    for (; taken < 3; ++taken) {
      const std::size_t start = at;
      while (at < squeezed.size() && squeezed[at] >= '0' && squeezed[at] <= '9' &&
             at - start < (taken == 0 ? 4U : 2U)) {
        part[taken] = part[taken] * 10 + (squeezed[at++] - '0');
      }
      if (at == start || (taken == 0 && at - start != 4)) {
        break;
      }
      if (taken == 2) {
        ++taken;
        break;
      }
      const std::string_view mark = taken == 0 ? "年" : "月";
      if (squeezed.substr(at).starts_with(mark)) {
        at += mark.size();
      } else if (squeezed.substr(at, 1).find_first_of("-/.") == 0) {
        ++at;
      } else {
        break;
      }
    }
    if (taken == 3 && part[0] >= 1990 && part[0] <= 2099 && part[1] >= 1 && part[1] <= 12 && part[2] >= 1 &&
        part[2] <= 31) {
      return {part[0], part[1], part[2]};
    }
  }
  return {};
}

}  // namespace gongkai
