// What the codes of GB18030 and Big5-HKSCS mean, as tables that encoding_tables.py makes.
#pragma once

#include <array>
#include <cstdint>

namespace gongkai::unicode {

/// Two-byte codes, row by row: a row for each first byte from 0x81 (GB18030) or 0x87 (Big5) to 0xFE, in it the second bytes
/// 0x40 to 0xFE. 0: the code means nothing; from 0xD800 on: a place in the list of extras.
constexpr unsigned first_trail = 0x40, trail_count = 0xff - first_trail;
constexpr unsigned gb18030_first_lead = 0x81, big5_first_lead = 0x87;
extern const std::array<char16_t, (0xff - gb18030_first_lead) * trail_count> gb18030_codes;
extern const std::array<char16_t, (0xff - big5_first_lead) * trail_count> big5_codes;

/// What 16 bits do not hold: a character beyond the BMP, or above 0x10FFFF two characters, the first in the lower half.
extern const std::array<char32_t, 6> gb18030_extras;
extern const std::array<char32_t, 1717> big5_extras;

/// Four-byte codes of GB18030 for the BMP, counted from 0x81308130: from `first` on they mean `character` and those behind it.
struct FourByteRange {
  std::uint16_t first;
  char16_t character;
};
extern const std::array<FourByteRange, 208> gb18030_ranges;
constexpr std::uint32_t four_byte_codes_of_bmp = 39420;

}  // namespace gongkai::unicode
