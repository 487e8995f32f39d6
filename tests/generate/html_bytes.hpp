// A page in the encodings that portals send it in, with the declarations that they make: right, wrong and none.
#pragma once

#include <iconv.h>

#include <string>

#include "generate/spec.hpp"
#include "generate/xml_text.hpp"

namespace gongkai::testing {

struct HtmlEncoding {
  const char* name;              ///< to iconv
  std::string_view declared;     ///< in the page; empty: nowhere
  std::string_view mark = {};    ///< at its beginning
  bool has_foreign_end = false;  ///< behind the page, a part of the portal's in GBK
};
inline constexpr HtmlEncoding html_encodings[] = {
    {"UTF-8", "utf-8"},
    {"UTF-8", "gb2312"},
    {"UTF-8", ""},
    {"GBK", "gb2312"},
    {"GBK", "GBK"},
    {"GBK", ""},
    {"GBK", "utf-8"},
    {"GB18030", "gb2312"},
    {"GB18030", ""},
    {"GB18030", "GB18030"},
    {"UTF-8", "UTF-8", "\xef\xbb\xbf"},
    {"UTF-8", "utf-8", "", true},
    {"UTF-16LE", "utf-16", "\xff\xfe"},
    {"UTF-16LE", "gb2312", "\xff\xfe"},
    {"UTF-16BE", "", "\xfe\xff"},
};

/// What the encoding does not have becomes a reference, as browsers and editors write it.
inline std::string in_encoding(std::string html, const HtmlEncoding& encoding) {
  if (std::string_view(encoding.name) == "UTF-8") {
    constexpr std::string_view foreign = "<div>\xb0\xe6\xc8\xa8\xcb\xf9\xd3\xd0</div>";
    return std::string(encoding.mark) + html + std::string(encoding.has_foreign_end ? foreign : "");
  }
  const iconv_t converter = iconv_open(encoding.name, "UTF-8");
  std::string result(html.size() * 2 + 64, '\0');
  char* from = html.data();
  char* to = result.data();
  std::size_t left = html.size(), room = result.size();
  while (iconv(converter, &from, &left, &to, &room) == static_cast<std::size_t>(-1) && left != 0) {
    const std::string_view character = characters_of(std::string_view(from, std::min<std::size_t>(left, 4)))[0];
    std::string reference = "&#" + std::to_string(static_cast<unsigned>(code_of(character))) + ";";
    char* digits = reference.data();
    std::size_t digits_left = reference.size();
    iconv(converter, &digits, &digits_left, &to, &room);
    from += character.size();
    left -= character.size();
  }
  iconv_close(converter);
  result.resize(result.size() - room);
  return std::string(encoding.mark) + result;
}

}  // namespace gongkai::testing
