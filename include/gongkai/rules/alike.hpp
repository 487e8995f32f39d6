// Passages that two reports share, as a message quotes them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/compare/similarity.hpp"

namespace gongkai::rules {

/// The longest passages of the text in quotation marks, as far as a message can hold them.
inline std::string quote_passages(std::string_view text, std::vector<SharedPassage> passages, std::size_t most = 3) {
  constexpr std::size_t longest = 120;
  std::stable_sort(passages.begin(), passages.end(),
                   [](const SharedPassage& a, const SharedPassage& b) { return a.characters > b.characters; });
  passages.resize(std::min(passages.size(), most));
  std::string quotes;
  for (const SharedPassage& passage : passages) {
    std::string_view words = text.substr(passage.begin, passage.end - passage.begin);
    const bool is_cut = words.size() > longest;
    if (is_cut) {
      std::size_t end = longest;
      while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xc0U) == 0x80U) {
        --end;
      }
      words = words.substr(0, end);
    }
    quotes += quotes.empty() ? "“" : "、“";
    for (const char c : words) {
      quotes += c == '\n' ? ' ' : c;
    }
    quotes += is_cut ? "……”" : "”";
  }
  return quotes;
}

}  // namespace gongkai::rules
