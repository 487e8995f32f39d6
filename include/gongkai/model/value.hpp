// The two kinds of number a report holds: a count and an amount of money, either of which may be blank.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>

namespace gongkai {

/// What Count and Money share: a number that may be blank. Blank means "nothing was written here"; it is never zero.
class Reported {
 public:
  constexpr bool is_blank() const { return raw_ == blank_raw; }
  /// The number, or nothing where the cell is blank.
  constexpr std::optional<std::int64_t> get() const {
    return is_blank() ? std::nullopt : std::optional<std::int64_t>(raw_);
  }
  constexpr std::int64_t value_or(std::int64_t fallback) const { return is_blank() ? fallback : raw_; }
  friend constexpr bool operator==(Reported, Reported) = default;

  /// How blank is stored in a row of int64 cells.
  static constexpr std::int64_t blank_raw = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t raw() const { return raw_; }

 protected:
  constexpr Reported() = default;
  constexpr Reported(std::int64_t value, std::int64_t limit) : raw_(value) {
    if (value > limit || value < -limit) {
      throw std::out_of_range("gongkai: a reported number lies beyond what the form can hold");
    }
  }

 private:
  std::int64_t raw_ = blank_raw;
};

/// A number of things (件, 项, 个). Holds whole numbers up to `limit` either side of zero, so that no sum over one
/// report can overflow; a larger one throws std::out_of_range.
class Count : public Reported {
 public:
  static constexpr std::int64_t limit = 1'000'000'000'000'000;
  constexpr Count() = default;
  constexpr Count(std::int64_t value)
      : Reported(value, limit) {}  // NOLINT(google-explicit-constructor): reads as a number
};

/// An exact amount of money, held in 分 (1/100 yuan). Up to `limit` either side of zero; a larger one throws
/// std::out_of_range. Made by name, because a bare number does not say its unit.
class Money : public Reported {
 public:
  static constexpr std::int64_t limit = 100'000'000'000'000'000;
  constexpr Money() = default;
  static constexpr Money fen(std::int64_t fen) { return Money(fen); }
  static constexpr Money yuan(std::int64_t yuan) {
    if (yuan > limit / 100 || yuan < -limit / 100) {
      throw std::out_of_range("gongkai: an amount of money lies beyond what the form can hold");
    }
    return Money(yuan * 100);
  }

 private:
  constexpr explicit Money(std::int64_t fen) : Reported(fen, limit) {}
};

/// The sum, or nothing where it would not fit: an overflow is never wrapped.
constexpr std::optional<std::int64_t> checked_add(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) {
    return std::nullopt;
  }
  return sum;
}

/// The difference, or nothing where it would not fit.
constexpr std::optional<std::int64_t> checked_subtract(std::int64_t a, std::int64_t b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) {
    return std::nullopt;
  }
  return difference;
}

/// The product, or nothing where it would not fit.
constexpr std::optional<std::int64_t> checked_multiply(std::int64_t a, std::int64_t b) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(a, b, &product)) {
    return std::nullopt;
  }
  return product;
}

/// A number of 分 as an exact decimal of yuan with two places: 12633781374 -> "126337813.74".
inline std::string yuan_text(std::int64_t fen) {
  const bool negative = fen < 0;
  const std::uint64_t magnitude =
      negative ? std::uint64_t{0} - static_cast<std::uint64_t>(fen) : static_cast<std::uint64_t>(fen);
  const std::string cents = std::to_string(magnitude % 100);
  return (negative ? "-" : "") + std::to_string(magnitude / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

/// An exact decimal of digits * 10^-places, without zeros at its end: (4068208000, 6) -> "4068.208".
inline std::string decimal_text(std::int64_t digits, std::size_t places) {
  const bool negative = digits < 0;
  std::string text = std::to_string(negative ? std::uint64_t{0} - static_cast<std::uint64_t>(digits)
                                             : static_cast<std::uint64_t>(digits));
  if (places != 0) {
    text.insert(0, text.size() <= places ? places + 1 - text.size() : 0, '0');
    text.insert(text.size() - places, ".");
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
      text.pop_back();
    }
  }
  return (negative ? "-" : "") + text;
}

}  // namespace gongkai
