// A set of cells of the form, so that questions about many cells take a few machine words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "gongkai/model/reflect.hpp"

namespace gongkai {

class CellSet {
 public:
  constexpr void add(std::size_t cell) { words_[cell / 64] |= std::uint64_t{1} << (cell % 64); }
  /// Puts the cell in or takes it out.
  constexpr void set(std::size_t cell, bool is_in) {
    std::uint64_t& word = words_[cell / 64];
    word = (word & ~(std::uint64_t{1} << (cell % 64))) | (std::uint64_t{is_in} << (cell % 64));
  }
  constexpr bool has(std::size_t cell) const { return ((words_[cell / 64] >> (cell % 64)) & 1U) != 0; }
  constexpr bool empty() const { return (words_[0] | words_[1] | words_[2] | words_[3]) == 0; }
  constexpr std::size_t size() const {
    std::size_t n = 0;
    for (std::uint64_t word : words_) {  // by hand: plain x86-64 has no instruction for it, and the builtin is a call
      word -= (word >> 1U) & 0x5555555555555555U;
      word = (word & 0x3333333333333333U) + ((word >> 2U) & 0x3333333333333333U);
      word = (word + (word >> 4U)) & 0x0f0f0f0f0f0f0f0fU;
      n += static_cast<std::size_t>((word * 0x0101010101010101U) >> 56U);
    }
    return n;
  }
  /// The first cell in the order of the form. Precondition: not empty.
  constexpr std::size_t first() const {
    std::size_t i = 0;
    while (words_[i] == 0) {
      ++i;
    }
    return i * 64 + static_cast<std::size_t>(__builtin_ctzll(words_[i]));
  }
  friend constexpr bool operator==(const CellSet&, const CellSet&) = default;
  friend constexpr CellSet operator|(const CellSet& a, const CellSet& b) {
    CellSet any;
    for (std::size_t i = 0; i < any.words_.size(); ++i) {
      any.words_[i] = a.words_[i] | b.words_[i];
    }
    return any;
  }
  friend constexpr CellSet operator&(const CellSet& a, const CellSet& b) {
    CellSet both;
    for (std::size_t i = 0; i < both.words_.size(); ++i) {
      both.words_[i] = a.words_[i] & b.words_[i];
    }
    return both;
  }
  /// The cells of `a` that are not in `b`.
  friend constexpr CellSet operator-(const CellSet& a, const CellSet& b) {
    CellSet rest;
    for (std::size_t i = 0; i < rest.words_.size(); ++i) {
      rest.words_[i] = a.words_[i] & ~b.words_[i];
    }
    return rest;
  }
  /// Calls f(index) for each cell, in the order of the form.
  template <class F>
  constexpr void for_each(F f) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        f(i * 64 + static_cast<std::size_t>(__builtin_ctzll(word)));
      }
    }
  }

  /// The cells whose stored value has its sign bit set: the blank ones and the negative ones.
  static CellSet with_sign(const Figures& figures) {
    CellSet set;
    constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
    for (std::size_t bit = 0; bit < 64; ++bit) {  // the four words side by side, so that none waits for another
      for (std::size_t word = 0; word < 4; ++word) {
        const std::size_t cell = word * 64 + bit;
        const std::uint64_t raw = cell < cell_count ? static_cast<std::uint64_t>(raw_cell(figures, cell)) : 0;
        set.words_[word] = (set.words_[word] >> 1U) | (raw & sign);
      }
    }
    return set;
  }

 private:
  std::array<std::uint64_t, 4> words_{};
  static_assert(cell_count <= 4 * 64);
};

}  // namespace gongkai
