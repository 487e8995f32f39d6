// What each character of the BMP folds to, as a table that fold_table.py makes.
#pragma once

#include <array>
#include <cstdint>

namespace gongkai::unicode {

/// Characters in blocks of 16; blocks that are alike stand once. An entry is what the character folds to, or one of these.
constexpr unsigned fold_block = 16;
constexpr char16_t folds_to_itself = 0, folds_to_nothing = 1;
extern const std::array<std::uint16_t, 0x10000 / fold_block> fold_places;
extern const std::array<char16_t, 11024> fold_blocks;

}  // namespace gongkai::unicode
