// Numbers and blanks as clerks write them, and cells that hold no one number at all.
#pragma once

#include <string>

#include "generate/spec.hpp"

namespace gongkai::testing {

/// The decimal digits of `value` * 10^-`decimals`, without zeros behind the last place.
inline std::string decimal_text(std::uint64_t value, int decimals) {
  std::string digits = std::to_string(value);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) {
    digits.insert(0, places + 1 - digits.size(), '0');
  }
  std::string whole = digits.substr(0, digits.size() - places), rest = digits.substr(digits.size() - places);
  while (!rest.empty() && rest.back() == '0') {
    rest.pop_back();
  }
  return rest.empty() ? whole : whole + "." + rest;
}

inline std::string with_separators(const std::string& digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string text = digits;
  for (std::size_t at = point; at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

inline std::string full_width(const std::string& digits) {
  std::string text;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') {
      text += "\xef\xbc";
      text += static_cast<char>(0x90 + (c - '0'));
    } else {
      text += c == '.' ? "．" : c == ',' ? "，" : std::string(1, c);
    }
  }
  return text;
}

/// A number as the oddities have it written. `value` stands for value * 10^-decimals.
inline std::string number_text(std::int64_t value, int decimals, bool is_signed, std::string_view unit,
                               const Spec& spec, Dice& dice) {
  std::string text = decimal_text(static_cast<std::uint64_t>(value < 0 ? -value : value), decimals);
  if (spec.has(Oddity::separators) && !dice.one_in(4)) {
    text = with_separators(text);
  }
  if (spec.has(Oddity::full_width) && dice.one_in(2)) {
    text = full_width(text);
  }
  constexpr std::string_view minus[] = {"-", "－", "−"}, plus[] = {"+", "＋"};
  if (value < 0) {
    text.insert(0, spec.has(Oddity::signs) ? dice.any_of(minus) : minus[0]);
  } else if (is_signed && spec.has(Oddity::signs)) {
    text.insert(0, dice.any_of(plus));
  }
  if (spec.has(Oddity::units) && !unit.empty() && dice.one_in(3)) {
    const std::string in_words(unit);
    const std::string forms[] = {in_words, " " + in_words, "（" + in_words + "）", "(单位：" + in_words + ")"};
    text += dice.any_of(forms);
  }
  if (spec.has(Oddity::spaces) && dice.one_in(3)) {
    constexpr std::string_view spaces[] = {"\u00a0", "\u3000", " "};
    text.insert(0, dice.any_of(spaces));  // a statement each: in one expression each compiler has an order of its own
    text += dice.any_of(spaces);
  }
  return text;
}

/// A blank cell. Where a layout cannot show nothing, a mark stands for it.
inline std::string blank_text(bool needs_mark, const Spec& spec, Dice& dice) {
  constexpr std::string_view marks[] = {"/", "-", "—", "无", "－", "——"}, spaces[] = {"\u00a0", "\u3000", " "};
  if (needs_mark || dice.one_in(2)) {
    return std::string(dice.any_of(marks));
  }
  return spec.has(Oddity::spaces) ? std::string(dice.any_of(spaces)) : std::string();
}

/// A text that is nearly a count and must never be read as one.
inline std::string damaged_text(std::int64_t value, Dice& dice) {
  const std::string digits = std::to_string(value < 0 ? -value : value);
  const std::string damaged[] = {digits + "O",
                                 "l" + digits,
                                 digits + " 3",
                                 "0" + digits + "0",
                                 digits + "件以上",
                                 "约" + digits,
                                 "1,2" + digits.substr(0, 1),
                                 digits + ".5",
                                 digits + "-4",
                                 digits + "/" + digits,
                                 digits + "%",
                                 "见附件",
                                 digits + "?",
                                 digits + "、" + digits};
  return dice.any_of(damaged);
}

}  // namespace gongkai::testing
