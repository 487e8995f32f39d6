#include "text/page_number.hpp"

#include "text/utf8.hpp"

namespace gongkai::unicode {
namespace {

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == '~' || c == 0xb7;
}
bool is_word(char32_t c) {
  return c == U'第' || c == U'页' || c == U'共';
}

}  // namespace

std::optional<PageNumber> page_number(std::string_view text) {
  PageNumber result;
  bool in_number = false, is_slashed = false, begins_with_mark = false, ends_with_mark = false;
  int digits = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = half_width(next(text, i));
    if (c >= '0' && c <= '9') {
      result.numbers += in_number ? 0 : 1;
      digits = in_number ? digits + 1 : 1;
      in_number = true;
      ends_with_mark = false;
      if (digits > 4) {
        return std::nullopt;
      }
      result.first = result.numbers == 1 ? result.first * 10 + static_cast<long>(c - '0') : result.first;
      continue;
    }
    in_number = false;
    if (is_dash(c) || is_word(c) || c == '/') {
      result.is_decorated = true;
      is_slashed = is_slashed || c == '/';
      begins_with_mark = begins_with_mark || result.numbers == 0;
      ends_with_mark = true;
    } else if (!is_space(c)) {
      return std::nullopt;
    }
  }
  result.is_framed = begins_with_mark && ends_with_mark && !is_slashed;
  return result.numbers == 1 || (result.numbers == 2 && result.is_decorated) ? std::optional(result) : std::nullopt;
}

}  // namespace gongkai::unicode
