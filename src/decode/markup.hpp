// Tells a page from text that only holds some tags.
#pragma once

#include <string_view>

#include "text/utf8.hpp"

namespace gongkai {

/// Whether the first thing in the text, comments aside, is a tag or a declaration such as <!DOCTYPE> or <?xml>.
inline bool begins_with_tag(std::string_view text) {
  for (;;) {
    const std::size_t begin = text.find('<');
    if (begin == std::string_view::npos || !unicode::trim(text.substr(0, begin)).empty()) {
      return false;
    }
    const std::string_view tag = text.substr(begin + 1);
    if (tag.substr(0, 3) != "!--") {
      const char first = tag.empty() ? ' ' : tag[0];
      return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '!' || first == '?';
    }
    const std::size_t end = tag.find("-->");
    if (end == std::string_view::npos) {
      return false;
    }
    text = tag.substr(end + 3);
  }
}

}  // namespace gongkai
