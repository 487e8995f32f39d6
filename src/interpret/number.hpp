// What is written in a cell, as a number: sign, separators, full-width digits, unit. Never a guess.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gongkai {

enum class Unit : std::uint8_t { none, yuan, ten_thousand_yuan };

/// A cell's text taken as a number.
struct ParsedNumber {
  enum class Kind : std::uint8_t {
    blank,   ///< nothing, or a mark for nothing: / - — 无
    number,  ///< digits * 10^-decimals
    not_a_number,
    fused,  ///< digits that no single number is written with, such as 007
    out_of_range,
  };
  Kind kind = Kind::not_a_number;
  std::int64_t digits = 0;
  int decimals = 0;
  Unit unit = Unit::none;

  /// The number as a count, where it is whole.
  std::optional<std::int64_t> as_count() const;
  /// The number as 分 when written in `otherwise` unless it carries its own unit; nothing where it is finer than 分.
  std::optional<std::int64_t> as_fen(Unit otherwise) const;
};

ParsedNumber parse_number(std::string_view valid_utf8);

/// The unit of money named in a head or a note, such as "采购总金额(万元)".
Unit unit_in(std::string_view label);

}  // namespace gongkai
