// Quotes in a message what somebody gave.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace gongkai {

/// The text, cut where it is long, or where it is no UTF-8 any more: a message is both short and text.
inline std::string quoted(std::string_view text) {
  constexpr std::size_t most = 80;
  std::size_t end = std::min(text.size(), most);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
    --end;
  }
  end = std::min(end, unicode::find_invalid(text.substr(0, end)));
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

}  // namespace gongkai
