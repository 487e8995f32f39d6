// Quotes in a message what somebody gave.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "text/cut.hpp"
#include "text/utf8.hpp"

namespace gongkai {

/// The text, cut where it is long, or where it is no UTF-8 any more: a message is both short and text.
inline std::string quoted(std::string_view text) {
  constexpr std::size_t most = 80;
  const std::string_view shown = unicode::cut(text, most);
  const std::size_t end = std::min(shown.size(), unicode::find_invalid(shown));
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

}  // namespace gongkai
