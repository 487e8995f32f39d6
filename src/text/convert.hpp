// Bytes of a known encoding -> UTF-8, by tables of our own: no system's converter is asked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gongkai::unicode {

inline constexpr std::string_view replacement = "\xef\xbf\xbd";  // U+FFFD

/// What a conversion gave: the text, with U+FFFD for what means nothing.
struct Conversion {
  std::string text;
  std::size_t characters = 0;  ///< of more than one byte, about
  std::size_t damaged = 0, first_damage = 0, first_damage_in_input = 0;
  bool only_end_is_damaged = false;
};

/// Whether so little is damaged that the rest can be trusted to be in the encoding.
bool is_bearable(const Conversion& conversion);

/// Each stops early where the damage is beyond bearing.
Conversion convert_gb18030(std::string_view bytes);
Conversion convert_big5(std::string_view bytes);  ///< Big5-HKSCS, of which Big5 is a part
Conversion convert_utf16(std::string_view bytes, bool is_big_endian);
Conversion convert_utf32(std::string_view bytes, bool is_big_endian);
/// UTF-8 with U+FFFD for what is no part of it.
Conversion mend_utf8(std::string_view bytes);

}  // namespace gongkai::unicode
