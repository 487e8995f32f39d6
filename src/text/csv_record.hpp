// One record of CSV as RFC 4180 has it: commas, CRLF and quotes; and no field that a spreadsheet takes for a formula.
#pragma once

#include <string>
#include <string_view>

#include "text/csv_formula.hpp"
#include "text/utf8.hpp"

namespace gongkai::csv {

/// By which Excel knows that the text is UTF-8.
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

inline void add_field(std::string& out, std::string_view field, bool is_first) {
  if (!is_first) {
    out += ',';
  }
  const std::string text = neutral(unicode::without_controls(field));
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    out += c;
    if (c == '"') {
      out += c;
    }
  }
  out += '"';
}

template <class Fields>
void add_record(std::string& out, const Fields& fields) {
  bool is_first = true;
  for (const auto& field : fields) {
    add_field(out, field, is_first);
    is_first = false;
  }
  out += "\r\n";
}

}  // namespace gongkai::csv
