// What texts and the words of PDFs come to on their way through other programs and hands: lines lost, joined, broken, out of
// order; letters lost or mistaken; numbers that ran together or are not the same any more.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generate/spec.hpp"
#include "support/characters.hpp"
#include "support/pdf_words.hpp"

namespace gongkai::testing {

using Lines = std::vector<std::string>;

struct Damage {
  std::string_view name;
  std::string (*to)(std::string_view text, Dice& dice);
};

/// Does something to one line in twelve; `change` may put a line end into it, or make nothing of it and of its end.
template <class Change>
std::string with_lines(std::string_view text, Dice& dice, Change change) {
  constexpr std::size_t one_in = 12;
  Lines lines(1);
  for (const char c : text) {
    c == '\n' ? lines.emplace_back().clear() : lines.back().push_back(c);
  }
  std::string made;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i] += i + 1 < lines.size() ? "\n" : "";
    if (dice.one_in(one_in)) {
      change(lines, i);
    }
    made += lines[i];
  }
  return made;
}

/// Does something to the characters of one line in twelve.
template <class Change>
std::string with_characters(std::string_view text, Dice& dice, Change change) {
  return with_lines(text, dice, [&](Lines& lines, std::size_t i) {
    std::vector<std::string> characters;
    for (const std::string_view character : characters_of(lines[i])) {
      characters.emplace_back(character);
    }
    change(characters);
    lines[i].clear();
    for (const std::string& character : characters) {
      lines[i] += character;
    }
  });
}

inline bool is_chinese(std::string_view character) {
  return character.size() > 1;
}
inline bool is_digit(std::string_view character) {
  return character >= "0" && character <= "9";
}

/// The position of any character of a kind; their number where there is none.
template <class Kind>
std::size_t any_place(const std::vector<std::string>& characters, Kind kind, Dice& dice) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (kind(characters[i])) {
      places.push_back(i);
    }
  }
  return places.empty() ? characters.size() : dice.any_of(places);
}

/// A place between two characters.
inline std::size_t any_cut(std::string_view text, Dice& dice) {
  std::size_t at = dice.below(text.size() + 1);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) {
    ++at;
  }
  return at;
}

/// Every one of some marks made another.
inline std::string with_marks(std::string_view text, std::string_view old, char made) {
  std::string result(text);
  std::replace_if(
      result.begin(), result.end(), [old](char c) { return old.find(c) != std::string_view::npos; }, made);
  return result;
}

inline constexpr Damage damages[] = {
    {"whole", [](std::string_view text, Dice&) { return std::string(text); }},
    {"lost", [](std::string_view text,
                Dice& dice) { return with_lines(text, dice, [](Lines& lines, std::size_t i) { lines[i].clear(); }); }},
    {"doubled",
     [](std::string_view text, Dice& dice) {
       return with_lines(text, dice, [](Lines& lines, std::size_t i) { lines[i] += lines[i]; });
     }},
    {"joined",
     [](std::string_view text, Dice& dice) {
       return with_lines(text, dice, [](Lines& lines, std::size_t i) {
         lines[i].resize(std::min(lines[i].find('\n'), lines[i].size()));
       });
     }},
    {"broken",
     [](std::string_view text, Dice& dice) {
       return with_lines(text, dice,
                         [&](Lines& lines, std::size_t i) { lines[i].insert(any_cut(lines[i], dice), 1, '\n'); });
     }},
    {"swapped",
     [](std::string_view text, Dice& dice) {
       return with_lines(text, dice, [](Lines& lines, std::size_t i) {
         if (i + 2 < lines.size()) {  // the last has no end
           lines[i].pop_back();
           std::swap(lines[i], lines[i + 1]);
           lines[i] += '\n';
         }
       });
     }},
    {"in one line", [](std::string_view text, Dice&) { return with_marks(text, "\n\t", ' '); }},
    {"a word a line", [](std::string_view text, Dice&) { return with_marks(text, " \t", '\n'); }},
    {"returns",
     [](std::string_view text, Dice&) {
       std::string made;
       for (const char c : text) {
         made.append(c == '\n' ? "\r" : "").push_back(c);
       }
       return made;
     }},
    {"cut", [](std::string_view text, Dice& dice) { return std::string(text.substr(0, any_cut(text, dice))); }},
    {"begun late",
     [](std::string_view text, Dice& dice) {
       const std::string_view first_third = text.substr(0, text.find('\n', text.size() / 3));
       return std::string(text.substr(any_cut(first_third, dice)));
     }},
    {"letter lost",
     [](std::string_view text, Dice& dice) {
       return with_characters(text, dice, [&](std::vector<std::string>& characters) {
         if (const std::size_t at = any_place(characters, is_chinese, dice); at < characters.size()) {
           characters[at].clear();
         }
       });
     }},
    {"letters swapped",
     [](std::string_view text, Dice& dice) {
       return with_characters(text, dice, [&](std::vector<std::string>& characters) {
         const std::size_t at = any_place(characters, is_chinese, dice);
         if (at + 1 < characters.size() && is_chinese(characters[at + 1])) {
           std::swap(characters[at], characters[at + 1]);
         }
       });
     }},
    {"spread",
     [](std::string_view text, Dice& dice) {
       return with_characters(text, dice, [](std::vector<std::string>& characters) {
         for (std::string& character : characters) {
           character += is_chinese(character) ? " " : "";
         }
       });
     }},
    {"closed up",
     [](std::string_view text, Dice& dice) {
       return with_lines(text, dice, [](Lines& lines, std::size_t i) {
         lines[i].erase(std::remove_if(lines[i].begin(), lines[i].end(), [](char c) { return c == ' ' || c == '\t'; }),
                        lines[i].end());
       });
     }},
    {"wide digits",
     [](std::string_view text, Dice& dice) {
       return with_characters(text, dice, [](std::vector<std::string>& characters) {
         for (std::string& character : characters) {
           if (is_digit(character)) {
             character = std::string("\xef\xbc") + static_cast<char>(0x90 + (character[0] - '0'));
           }
         }
       });
     }},
    {"other digit",
     [](std::string_view text, Dice& dice) {
       return with_characters(text, dice, [&](std::vector<std::string>& characters) {
         if (const std::size_t at = any_place(characters, is_digit, dice); at < characters.size()) {
           characters[at] = std::to_string(dice.below(10));
         }
       });
     }},
};

/// What else programs do to the words of a PDF.
inline constexpr Damage damages_of_words[] = {
    {"left", [](std::string_view words, Dice&) { return turned(words, PdfTurn::left); }},
    {"right", [](std::string_view words, Dice&) { return turned(words, PdfTurn::right); }},
    {"over", [](std::string_view words, Dice&) { return turned(words, PdfTurn::over); }},
    {"a line each", [](std::string_view words, Dice&) { return in_lines(words); }},
    {"pieces", [](std::string_view words, Dice&) { return in_characters(words, 1); }},
    {"few pieces", [](std::string_view words, Dice&) { return in_characters(words, 8); }},
    {"jumbled", [](std::string_view words, Dice&) { return jumbled(words, 1); }},
    {"shaken", [](std::string_view words, Dice&) { return shaken(words, 2.5, 1); }},
};

}  // namespace gongkai::testing
