// UTF-8 in and out, one code point at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace gongkai::unicode {

/// The offset of the first byte that is not part of valid UTF-8, or npos.
inline std::size_t find_invalid(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto is_tail = [&](std::size_t i) { return i < bytes.size() && (at(i) & 0xc0U) == 0x80U; };
  const auto is_ascii = [&](std::size_t i) {  // for the eight bytes there, as the tags of pages have them
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + i, sizeof eight);
    return (eight & 0x8080808080808080U) == 0;
  };
  std::size_t i = 0;
  while (i < bytes.size()) {
    const unsigned c = at(i);
    if (c < 0x80) {
      for (++i; i + 8 <= bytes.size() && is_ascii(i);) {
        i += 8;
      }
    } else if (c >= 0xe1 && c <= 0xec && i + 2 < bytes.size() &&
               ((at(i + 1) ^ 0x80U) | (at(i + 2) ^ 0x80U)) < 0x40U) {  // nearly all Chinese
      i += 3;
    } else if (c >= 0xc2 && c <= 0xdf && is_tail(i + 1)) {
      i += 2;
    } else if (c >= 0xe0 && c <= 0xef && is_tail(i + 1) && is_tail(i + 2) && !(c == 0xe0 && at(i + 1) < 0xa0) &&
               !(c == 0xed && at(i + 1) > 0x9f)) {
      i += 3;
    } else if (c >= 0xf0 && c <= 0xf4 && is_tail(i + 1) && is_tail(i + 2) && is_tail(i + 3) &&
               !(c == 0xf0 && at(i + 1) < 0x90) && !(c == 0xf4 && at(i + 1) > 0x8f)) {
      i += 4;
    } else {
      return i;
    }
  }
  return std::string_view::npos;
}

/// The code point at `i` of valid UTF-8; moves `i` past it.
inline char32_t next(std::string_view valid, std::size_t& i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(valid[k]); };
  const char32_t c = byte(i);
  if (c < 0x80) {
    ++i;
    return c;
  }
  if (c < 0xe0) {
    i += 2;
    return ((c & 0x1fU) << 6U) | (byte(i - 1) & 0x3fU);
  }
  if (c < 0xf0) {
    i += 3;
    return ((c & 0x0fU) << 12U) | ((byte(i - 2) & 0x3fU) << 6U) | (byte(i - 1) & 0x3fU);
  }
  i += 4;
  return ((c & 0x07U) << 18U) | ((byte(i - 3) & 0x3fU) << 12U) | ((byte(i - 2) & 0x3fU) << 6U) | (byte(i - 1) & 0x3fU);
}

/// Appends a code point, which must be no surrogate.
inline void append(std::string& text, char32_t c) {
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3fU)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += {static_cast<char>(0xc0U | (c >> 6U)), tail(0)};
  } else if (c < 0x10000) {
    text += {static_cast<char>(0xe0U | (c >> 12U)), tail(6), tail(0)};
  } else {
    text += {static_cast<char>(0xf0U | (c >> 18U)), tail(12), tail(6), tail(0)};
  }
}

/// The character of usual width that one of double width stands for: 5 for ５, a comma for ，; any other as it is.
constexpr char32_t half_width(char32_t c) {
  return c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
}

/// Whether the code point shows nothing and takes no room: what editors leave between characters.
constexpr bool is_invisible(char32_t c) {
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

/// Whether the code point is white space, visible or not: reports use NBSP, U+3000 and zero-width spaces freely.
constexpr bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || is_invisible(c);
}

/// Whether a character that begins with this byte can be white space.
constexpr bool may_begin_space(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte <= ' ' || byte == 0xc2 || byte == 0xe2 || byte == 0xe3 || byte == 0xef;
}

/// Where the ASCII character stands in the text at or behind `from`, or the end of the text. Lines and cells are short:
/// looking at the first few bytes here is cheaper than a call.
inline std::size_t find_ascii(std::string_view text, char wanted, std::size_t from = 0) {
  const std::size_t near_end = from + 16 < text.size() ? from + 16 : text.size();
  for (; from < near_end; ++from) {
    if (text[from] == wanted) {
      return from;
    }
  }
  const std::size_t found = text.find(wanted, from);
  return found == std::string_view::npos ? text.size() : found;
}

/// The text without white space at either end.
inline std::string_view trim(std::string_view valid) {
  std::size_t begin = 0;
  while (begin < valid.size() && may_begin_space(valid[begin])) {
    std::size_t after = begin;
    if (!is_space(next(valid, after))) {
      break;
    }
    begin = after;
  }
  std::size_t end = valid.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(valid[last]) & 0xc0U) == 0x80U) {
      --last;
    }
    if (!may_begin_space(valid[last])) {
      break;
    }
    std::size_t i = last;
    if (!is_space(next(valid, i))) {
      break;
    }
    end = last;
  }
  return valid.substr(begin, end - begin);
}

/// The text without control characters but tabs and line breaks, which are written '\n': a terminal or a program that shows
/// the text would obey them.
inline std::string without_controls(std::string_view valid) {
  std::string result;
  result.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size();) {
    const std::size_t begin = at;
    const char32_t c = next(valid, at);
    const bool is_line_break = c == '\n' || (c == '\r' && valid.substr(at, 1) != "\n");
    const bool is_control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    if (is_line_break || c == '\t' || !is_control) {
      result.append(is_line_break ? std::string_view("\n") : valid.substr(begin, at - begin));
    }
  }
  return result;
}

/// The text with every byte that is not UTF-8 replaced, for formats that have no way to write it.
inline std::string repaired(std::string_view text) {
  std::string result;
  for (;;) {
    const std::size_t bad = find_invalid(text);
    result += text.substr(0, bad);
    if (bad == std::string_view::npos) {
      return result;
    }
    result += "\ufffd";
    text.remove_prefix(bad + 1);
  }
}

}  // namespace gongkai::unicode
