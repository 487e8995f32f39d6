// Cuts a text without going through a character.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gongkai::unicode {

/// At most so many bytes from the beginning of a text, which may end in half a character only where the text itself does.
inline std::string_view cut(std::string_view text, std::size_t most) {
  std::size_t end = std::min(text.size(), most);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

}  // namespace gongkai::unicode
