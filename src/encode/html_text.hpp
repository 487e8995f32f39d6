// Text in HTML and XML: escaped, and without the characters that neither may hold.
#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// Appends the text with what means markup escaped, for content and for attributes in double quotes. Control characters
/// that XML forbids are left out.
inline void append_escaped(std::string& out, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::string_view instead = c == '&'   ? "&amp;"
                                     : c == '<' ? "&lt;"
                                     : c == '>' ? "&gt;"
                                     : c == '"' ? "&quot;"
                                                : "";
    const bool is_forbidden = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (!instead.empty() || is_forbidden) {
      out.append(text.substr(begin, i - begin)).append(instead);
      begin = i + 1;
    }
  }
  out.append(text.substr(begin));
}

inline std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

}  // namespace gongkai
