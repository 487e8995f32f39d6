// The ways to part a run of digits into numbers that add up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// Digits of several numbers, and where one surely ends.
struct FusedDigits {
  std::string digits;
  std::vector<bool> begins;  ///< whether a number begins at the digit

  std::size_t size() const { return digits.size(); }
};

/// The digits of a text; nothing where it holds anything but digits and spaces.
std::optional<FusedDigits> fused_digits(std::string_view text);

using Numbers = std::vector<std::int64_t>;

/// A way to part the digits from one place on.
struct Parting {
  Numbers numbers;
  std::size_t end = 0;
};

/// How much is searched; what is left when it is used up is not said.
struct SearchBudget {
  std::size_t steps = 0;
  bool is_used_up() const { return steps == 0; }
  bool take() {
    const bool is_left = !is_used_up();
    steps -= is_left;
    return is_left;
  }
};

/// All ways to take `count` numbers from a place on, the last of which is the sum of the others where `adds_up`; they need not
/// reach the end of the digits unless `to_end`. No number but 0 begins with 0.
std::vector<Parting> partings(const FusedDigits& digits, std::size_t begin, std::size_t count, bool adds_up,
                              bool to_end, SearchBudget& budget);

}  // namespace gongkai
