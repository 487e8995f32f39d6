// Looks for a word in Chinese text.
#pragma once

#include <cstring>
#include <string_view>

namespace gongkai {

/// memmem skips through Chinese text, where std::string_view::find stops at nearly every character's first byte. Windows has none.
inline bool contains(std::string_view text, std::string_view word) {
#ifdef _WIN32
  return text.find(word) != std::string_view::npos;
#else
  return ::memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
#endif
}

}  // namespace gongkai
