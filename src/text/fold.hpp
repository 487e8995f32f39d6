// Folds a label to what it says: width, spaces, line breaks, punctuation, look-alike radicals and numbering put aside.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gongkai::unicode {

/// The numbering that stood before a label.
enum class Numbering : std::uint8_t { none, plain /* 一、 1. */, bracketed /* （一） (1) */ };

/// A folded label. Reuse one object for many labels: it keeps its memory.
struct Folded {
  std::u16string text;        ///< without numbering
  std::size_t head_size = 0;  ///< length of the part before the first bracket; text.size() where there is none
  Numbering numbering = Numbering::none;
  int number = 0;  ///< what the numbering counted, from 1; 0 where there is none

  std::u16string_view view() const { return text; }
  std::u16string_view head() const { return std::u16string_view(text).substr(0, head_size); }
};

/// Folds valid UTF-8 into `out`.
void fold(std::string_view label, Folded& out);

/// One code point folded: its plain form (NFKC, radicals unified, lower case, a traditional letter of the form's labels as
/// the simplified one), or 0 for what is put aside (spaces, marks). Brackets, '.', ',' and '、' are kept because numbering
/// ends with them. Code points beyond the BMP become U+FFFD.
char16_t fold_char(char32_t c);

/// The text with the traditional letters of the form's labels, headings and titles as simplified ones; as long in bytes.
std::string simplified(std::string_view valid_utf8);

/// The text with radicals of the blocks Kangxi and CJK Radicals Supplement as the letters that they stand for; as long in
/// bytes.
std::string without_radicals(std::string_view valid_utf8);

/// The value of a run of Chinese or ASCII digits that numbers a heading (一..九十九, 1..99); 0 where it is none.
int number_of(std::u16string_view digits);

}  // namespace gongkai::unicode
