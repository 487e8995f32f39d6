// Mutations that know the shape of the input: of markup whole elements and numbers, of an archive the parts inside.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gongkai/read.hpp"
#include "office/archive.hpp"
#include "office/package.hpp"
#include "support/pdf_words.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace gongkai::fuzz {

using Random = std::minstd_rand;

inline std::size_t up_to(Random& random, std::size_t most) {
  return std::uniform_int_distribution<std::size_t>(0, most)(random);
}

/// libFuzzer's own mutations, with its dictionary.
inline std::string mutated_bytes(std::string_view bytes, std::size_t room) {
  std::string made(bytes);
  made.resize(std::max(room, bytes.size()));
  made.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(made.data()), bytes.size(), made.size()));
  return made;
}

/// A range of the text: from a tag to the end of another, so mostly whole elements.
inline std::pair<std::size_t, std::size_t> some_elements(std::string_view text, Random& random) {
  constexpr std::size_t reach = 400;
  const std::size_t begin = std::min(text.find('<', up_to(random, text.size())), text.size());
  const std::size_t close = text.find("</", begin + std::min(up_to(random, reach), text.size() - begin));
  const std::size_t end =
      close == std::string_view::npos ? text.size() : std::min(text.find('>', close), text.size() - 1) + 1;
  return {begin, std::max(end, begin)};
}

/// One digit run becomes another number: spans, references, figures.
inline void change_number(std::string& text, Random& random) {
  constexpr const char* numbers[] = {
      "0",   "1",   "2", "-1", "7",       "16384", "16385", "1048576", "1048577", "4294967296", "99999999999999999999",
      "1e9", "0.5", "",  "A0", "_x0041_", "_x00"};
  const std::size_t begin = text.find_first_of("0123456789", up_to(random, text.size()));
  if (begin != std::string::npos) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    text.replace(begin, end - begin, numbers[up_to(random, std::size(numbers) - 1)]);
  }
}

/// Some words of a PDF moved a little: where a table's rows and columns are is seen from nothing else.
inline std::string moved_words(std::string_view bytes, std::size_t room, Random& random) {
  constexpr std::size_t furthest = 60, most_words = 40, most_first = 400;
  const std::size_t first = up_to(random, most_first), count = 1 + up_to(random, most_words);
  const auto step = [&random] { return (static_cast<double>(up_to(random, 2 * furthest)) - furthest) / 4; };
  const double across = step(), down = step();
  std::size_t word = 0;
  std::string made = testing::with_words(bytes, [&](std::vector<testing::PdfWord>& words, double, double) {
    if (word >= first && word < first + count) {
      words[0] = {words[0].left + across, words[0].top + down, words[0].right + across, words[0].bottom + down,
                  words[0].text};
    }
    ++word;
  });
  made.resize(std::min(made.size(), room));
  return made;
}

inline std::string mutated_markup(std::string_view bytes, std::size_t room, Random& random) {
  std::string text(bytes);
  constexpr std::size_t ways = 5;
  const auto [begin, end] = some_elements(text, random);
  const std::string piece = text.substr(begin, end - begin);
  switch (up_to(random, ways)) {
    case 0:
      text.erase(begin, piece.size());
      break;
    case 1:
      text.insert(begin, piece);
      break;
    case 2: {  // moved
      text.erase(begin, piece.size());
      text.insert(std::min(text.find('<', up_to(random, text.size())), text.size()), piece);
      break;
    }
    case 3:
      change_number(text, random);
      break;
    case 4:
      text.resize(up_to(random, text.size()));
      break;
    default:
      return mutated_bytes(bytes, room);
  }
  text.resize(std::min(text.size(), room));
  return text;
}

/// The archive with one of its parts mutated; sometimes its own bytes.
inline std::string mutated_archive(std::string_view bytes, std::size_t room, Random& random) {
  constexpr std::size_t bytes_one_in = 8;
  Limits limits;
  limits.unpacked_bytes = std::size_t{1} << 20U;
  Result<Archive> archive = Archive::open(bytes, limits);
  if (!archive || archive->names().empty() || up_to(random, bytes_one_in) == 0) {
    return mutated_bytes(bytes, room);
  }
  const std::vector<std::string> names = archive->names();
  const std::string& chosen = names[up_to(random, names.size() - 1)];
  Package package;
  for (const std::string& name : names) {
    const Result<Part> part = archive->unpack(name);
    if (part) {
      package.add(name, name == chosen ? mutated_markup(part->view(), room, random) : std::string(part->view()));
    }
  }
  std::string made = package.finish();
  return made.size() <= room ? made : std::string(bytes);
}

inline std::string mutated(std::string_view bytes, std::size_t room, unsigned seed) {
  Random random(seed);
  if (bytes.substr(0, 2) == "PK") {
    return mutated_archive(bytes, room, random);
  }
  if (bytes.find("<word ") != std::string_view::npos && up_to(random, 1) == 0) {
    return moved_words(bytes, room, random);
  }
  return bytes.find('<') != std::string_view::npos ? mutated_markup(bytes, room, random) : mutated_bytes(bytes, room);
}

}  // namespace gongkai::fuzz
