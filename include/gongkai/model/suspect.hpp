// A cell that may be wrong: what it should hold instead, how the slip may have come about, and what else says so.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "gongkai/model/reading.hpp"

namespace gongkai {

/// How a wrong number may have come about.
enum class Slip : std::uint8_t {
  row_shifted,        ///< the whole row stands one column too far left or right
  exchanged,          ///< two cells hold each other's number
  carried,            ///< a total that took over the slip of one of its parts
  digits_transposed,  ///< two neighbouring digits changed places
  digit_doubled,      ///< one digit was typed twice
  digit_dropped,      ///< one digit is missing
  digit_changed,      ///< one digit is another
  sign,               ///< a minus too many
  digit_added,        ///< one digit too many
  displaced,          ///< the right number stands in the next cell
  copied,             ///< the next cell's number was written here as well
  split,              ///< the number was split over two cells: 1 and 2 for 12
  unit,               ///< in 元 for 万元, or the other way round
  omitted,            ///< nothing was written
  total_not_updated,  ///< a total that is not the sum of its parts
  unexplained,
};

/// What the suggested value of a cell may agree with outside the tables.
enum class WitnessKind : std::uint8_t {
  text,      ///< a statement in the report's own text
  previous,  ///< last year's report
  children,  ///< the sum over the subordinate bodies
};

/// A value that a cell should have according to something outside the tables.
struct Witness {
  std::uint16_t cell = 0;  ///< index into `cells`
  WitnessKind kind = WitnessKind::text;
  std::int64_t value = 0;
  Place place;  ///< where it is said, if in the same document
};

/// A cell that may be wrong, with the value that would satisfy every equation. The value is a suggestion: nothing
/// applies it.
struct Suspect {
  std::uint16_t cell = 0;             ///< index into `cells`
  std::optional<std::int64_t> value;  ///< as reported; nothing: blank
  Place place;
  std::int64_t low = 0, high = 0;  ///< what it may be instead: one value, or any from `low` to `high`
  Slip slip = Slip::unexplained;
  std::int16_t other = -1;  ///< the second cell of the slip (exchanged, carried, displaced, copied, split), or -1
  std::vector<Witness> witnesses;     ///< of those known, the ones that the suggestion agrees with
  std::uint32_t answers = 0, of = 0;  ///< how many of the equally small answers change this cell, and of how many;
                                      ///< `of` is 0 where the search was cut short and that is not known
  bool is_exact() const { return low == high; }
};

/// A set of cells that, changed as suggested, satisfies every equation.
struct Answer {
  std::vector<Suspect> suspects;  ///< in the order of the form
};

/// The kind of slip; {} stands for the second cell that it involves.
constexpr Label describe(Slip slip) {
  constexpr Label labels[] = {
      {"整行错开了一列", "the whole row stands one column aside"},
      {"与“{}”的数互换了", "exchanged with {}"},
      {"随“{}”一起算错", "added up with the wrong {}"},
      {"相邻两位数字写颠倒", "two digits transposed"},
      {"一位数字多写了一遍", "a digit typed twice"},
      {"漏写一位数字", "a digit left out"},
      {"一位数字写错", "one digit wrong"},
      {"多写了负号", "a minus too many"},
      {"多写一位数字", "a digit too many"},
      {"这个数写到了旁边的“{}”", "the number stands in the next cell, {}"},
      {"抄成了旁边“{}”的数", "copied from the next cell, {}"},
      {"一个数分写在这一格和“{}”", "one number split between this cell and {}"},
      {"单位写错（元与万元）", "the wrong unit (元 or 万元)"},
      {"漏填", "left out"},
      {"合计没有随各项更新", "a total that was not updated"},
      {"看不出是哪一种笔误", "no slip that we know"},
  };
  return labels[static_cast<std::size_t>(slip)];
}

constexpr Label describe(WitnessKind kind) {
  constexpr Label labels[] = {{"报告正文", "the text of the report"},
                              {"上一年度报告", "last year's report"},
                              {"下级各单位之和", "the sum over subordinate bodies"}};
  return labels[static_cast<std::size_t>(kind)];
}

}  // namespace gongkai
