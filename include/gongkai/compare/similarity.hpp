// How much of one text stands in another: the passages they share and the share of the text that these make up.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// A passage that stands in both texts, as ranges of bytes.
struct SharedPassage {
  std::size_t begin = 0, end = 0;              ///< in the text
  std::size_t other_begin = 0, other_end = 0;  ///< in the other text
  std::size_t characters = 0;                  ///< that count, see similarity()
};

struct Similarity {
  std::size_t characters = 0, shared = 0;  ///< of the text, and those of them that stand in a shared passage
  std::vector<SharedPassage> passages;     ///< in the order of the text
  /// The share in percent, rounded down.
  int percent() const { return characters == 0 ? 0 : static_cast<int>(shared * 100 / characters); }
};

namespace similarity_detail {

/// The characters that count, each with its place.
struct Letters {
  std::u32string text;
  std::vector<std::uint32_t> begin, end;  ///< the bytes of each
};

/// Takes one code point, or one byte that begins none.
inline char32_t take(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const unsigned first = byte(at);
  const std::size_t size = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  char32_t c = size == 1 ? first : first & (0xffU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    c = (c << 6U) | (byte(at + i) & 0x3fU);
  }
  at = std::min(at + size, text.size());
  return c;
}

/// Letters and Chinese characters. Digits change every year and say nothing of copying; neither do spaces and marks.
constexpr bool counts(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c < 0x2000) ||
         (c > 0x3020 && c < 0xff00 && c != 0x30fb) || c >= 0x20000;
}

inline Letters letters_of(std::string_view text, std::size_t most) {
  Letters letters;
  std::size_t at = 0;
  while (at < text.size() && letters.text.size() < most) {
    const std::size_t begin = at;
    const char32_t c = take(text, at);
    if (counts(c)) {
      letters.text.push_back(c);
      letters.begin.push_back(static_cast<std::uint32_t>(begin));
      letters.end.push_back(static_cast<std::uint32_t>(at));
    }
  }
  return letters;
}

struct Gram {
  std::uint64_t hash;
  std::uint32_t at;
  friend constexpr auto operator<=>(const Gram&, const Gram&) = default;
};

inline std::uint64_t hash_of(std::u32string_view gram) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char32_t c : gram) {
    hash = (hash ^ c) * 1099511628211ULL;
  }
  return hash;
}

}  // namespace similarity_detail

/// How much of `text` stands in `other` too: the share of its characters that lie in passages of at least `length`
/// characters found in the other text word for word (containment of character n-grams; Broder 1997). Letters and Chinese
/// characters count; digits, spaces and marks are passed by, so that a sentence with only its numbers changed is the same.
///
/// Passages are taken from the start of the text on, each as long as it goes from the first place in the other text where it
/// begins. Of longer texts the first `most` characters count. Takes O(n log n) time in the length of both.
inline Similarity similarity(std::string_view text, std::string_view other, std::size_t length = 10,
                             std::size_t most = 200'000) {
  using namespace similarity_detail;
  const Letters mine = letters_of(text, most), theirs = letters_of(other, most);
  const std::u32string_view a = mine.text, b = theirs.text;
  std::vector<Gram> grams;
  for (std::size_t at = 0; at + length <= b.size(); ++at) {
    grams.push_back({hash_of(b.substr(at, length)), static_cast<std::uint32_t>(at)});
  }
  std::sort(grams.begin(), grams.end());

  Similarity result;
  result.characters = a.size();
  for (std::size_t at = 0; at + length <= a.size();) {
    const std::uint64_t hash = hash_of(a.substr(at, length));
    const auto gram = std::lower_bound(grams.begin(), grams.end(), Gram{hash, 0});
    std::size_t size = 0;
    if (gram != grams.end() && gram->hash == hash) {
      while (at + size < a.size() && gram->at + size < b.size() && a[at + size] == b[gram->at + size]) {
        ++size;
      }
    }
    if (size < length) {
      ++at;
      continue;
    }
    result.passages.push_back(
        {mine.begin[at], mine.end[at + size - 1], theirs.begin[gram->at], theirs.end[gram->at + size - 1], size});
    result.shared += size;
    at += size;
  }
  return result;
}

}  // namespace gongkai
