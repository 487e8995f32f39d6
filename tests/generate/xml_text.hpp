// What the writers of Word and Excel files and web pages share: text as XML.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/characters.hpp"

namespace gongkai::testing {

inline std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  }
  return result;
}

inline bool shows_something(const std::string& text) {
  constexpr std::string_view spaces[] = {" ", "\n", "\u00a0", "\u3000"};
  const auto characters = characters_of(text);
  return !std::all_of(characters.begin(), characters.end(), [&](std::string_view character) {
    return std::find(std::begin(spaces), std::end(spaces), character) != std::end(spaces);
  });
}

inline char32_t code_of(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) {
    return lead;
  }
  char32_t code = lead & (0x7fU >> character.size());
  for (const char c : character.substr(1)) {
    code = code << 6U | (static_cast<unsigned char>(c) & 0x3fU);
  }
  return code;
}

/// The text in one to `most` pieces, cut between characters.
template <class Dice>
std::vector<std::string> pieces_of(std::string_view text, std::size_t most, Dice& dice) {
  std::vector<std::string> pieces(1);
  for (const std::string_view character : characters_of(text)) {
    if (!pieces.back().empty() && pieces.size() < most && dice.one_in(3)) {
      pieces.emplace_back();
    }
    pieces.back() += character;
  }
  return pieces;
}

/// Elements, and attributes with the prefix `from`, renamed to have the prefix `to`; where `from` is empty, only elements.
inline std::string with_prefix(const std::string& xml, const std::string& from, const std::string& to) {
  std::string result;
  bool in_tag = false;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    in_tag = xml[i] == '<' || (in_tag && xml[i] != '>');
    result += xml[i];
    const bool begins_element = xml[i] == '<' || (xml[i] == '/' && xml[i - 1] == '<');
    const bool begins_name = begins_element || (in_tag && !from.empty() && (xml[i] == ' ' || xml[i] == ':'));
    if (begins_name && xml.compare(i + 1, from.size(), from) == 0 && xml[i + 1] != '?' && xml[i + 1] != '/') {
      result += to;
      i += from.size();
    }
  }
  return result;
}

}  // namespace gongkai::testing
