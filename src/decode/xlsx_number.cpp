// Decimal text in, decimal text out: exponents, scaling formats, percentages and dates of workbooks.
#include "decode/xlsx_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

namespace gongkai {
namespace {

using FormatKind = NumberFormat::Kind;

constexpr std::size_t shown_digits = 15;
constexpr int most_exponent = 40;

/// digits * 10^-scale.
struct Decimal {
  bool is_negative = false;
  std::string digits;  ///< without leading zeros; empty for zero
  int scale = 0;
};

std::optional<Decimal> parse(std::string_view text) {
  Decimal result;
  std::size_t i = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    result.is_negative = text[0] == '-';
    ++i;
  }
  bool any = false, after_point = false;
  for (; i < text.size() && ((text[i] >= '0' && text[i] <= '9') || (text[i] == '.' && !after_point)); ++i) {
    if (text[i] == '.') {
      after_point = true;
      continue;
    }
    any = true;
    result.scale += after_point;
    if (text[i] != '0' || !result.digits.empty()) {
      result.digits.push_back(text[i]);
    }
  }
  if (i < text.size() && (text[i] == 'E' || text[i] == 'e')) {
    i += i + 1 < text.size() && text[i + 1] == '+' ? 2U : 1U;
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), exponent);
    if (error != std::errc() || exponent > most_exponent || exponent < -most_exponent || text.find("+-") < i) {
      return std::nullopt;
    }
    i = static_cast<std::size_t>(end - text.data());
    result.scale -= exponent;
  }
  constexpr std::size_t most_text = 400;
  if (!any || i != text.size() || text.size() > most_text) {
    return std::nullopt;
  }
  return result;
}

void round_to_shown(Decimal& number) {
  if (number.digits.size() <= shown_digits || number.scale <= 0) {
    return;
  }
  const std::size_t dropped = std::min(number.digits.size() - shown_digits, static_cast<std::size_t>(number.scale));
  const bool up = number.digits[number.digits.size() - dropped] >= '5';
  number.digits.resize(number.digits.size() - dropped);
  number.scale -= static_cast<int>(dropped);
  if (!up) {
    return;
  }
  std::size_t i = number.digits.size();
  while (i > 0 && number.digits[i - 1] == '9') {
    number.digits[--i] = '0';
  }
  if (i == 0) {
    number.digits.insert(number.digits.begin(), '1');
  } else {
    ++number.digits[i - 1];
  }
}

std::string write(Decimal number) {
  if (number.scale < 0) {
    number.digits.append(number.digits.empty() ? 0 : static_cast<std::size_t>(-number.scale), '0');
    number.scale = 0;
  }
  const auto scale = static_cast<std::size_t>(number.scale);
  if (number.digits.size() <= scale) {
    number.digits.insert(0, scale + 1 - number.digits.size(), '0');
  }
  const std::size_t point = number.digits.size() - scale;
  const std::size_t last = number.digits.find_last_not_of('0');
  const bool is_zero = last == std::string::npos;
  const std::size_t end = is_zero ? point : std::max(point, last + 1);
  return (number.is_negative && !is_zero ? "-" : "") + number.digits.substr(0, point) +
         (end > point ? "." + number.digits.substr(point, end - point) : "");
}

/// A day count with its fraction as a date and time; nothing where no date can be meant.
std::optional<std::string> date_text(const Decimal& number, bool is_time, bool counts_from_1904) {
  constexpr std::int64_t last_day = 2'958'465;  // 9999-12-31
  constexpr std::int64_t seconds_a_day = 86'400, fraction_unit = 1'000'000'000;
  constexpr std::size_t fraction_digits = 9;
  const std::string text = write(number);
  const std::size_t point = std::min(text.find('.'), text.size());
  std::int64_t day = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + point, day);
  if (error != std::errc() || end != text.data() + point || day < 0 || day > last_day) {
    return std::nullopt;
  }
  std::string fraction = point < text.size() ? text.substr(point + 1) : "";
  fraction.resize(fraction_digits, '0');
  std::int64_t billionths = 0;
  std::from_chars(fraction.data(), fraction.data() + fraction.size(), billionths);
  std::int64_t seconds = (billionths * seconds_a_day + fraction_unit / 2) / fraction_unit;
  day += seconds / seconds_a_day;
  seconds %= seconds_a_day;
  const std::string clock = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (is_time && day == 0) {
    return clock;
  }
  using namespace std::chrono;
  // Day 60 is 29 February 1900, which never was: the days before it are one off.
  const sys_days zero = counts_from_1904 ? sys_days{1904y / 1 / 1}
                        : day < 60       ? sys_days{1899y / 12 / 31}
                                         : sys_days{1899y / 12 / 30};
  const year_month_day date{zero + days{day}};
  const std::string result = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                         static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return seconds == 0 ? result : result + " " + clock;
}

/// What the first section of a format code says, sign by sign.
struct Signs {
  std::string words;  ///< that are shown as they are
  bool is_day = false, is_time = false, is_percent = false;
  bool has_m = false;       ///< month or minute
  int commas = 0;           ///< behind the last digit: each divides by a thousand
  int behind_literal = -1;  ///< digits behind a point that is written as a literal: the 万 of `0!.0,`

  void take_literal(std::string_view literal) {
    if (literal == ".") {
      behind_literal = 0;
    } else {
      words += literal;
    }
  }
  void take_digit() {
    commas = 0;
    behind_literal += behind_literal >= 0;
  }
  void take_letter(char c) {
    is_day = is_day || c == 'y' || c == 'd';
    has_m = has_m || c == 'm';
    is_time = is_time || c == 'h' || c == 's';
  }
  void take_bracket(std::string_view inside) {  // [h]:mm counts hours on
    is_time = is_time || (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos);
  }
};

Signs signs_of(std::string_view code) {
  Signs signs;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    const auto inside_until = [&](char closing) {
      const std::size_t begin = i + 1;
      i = std::min(code.find(closing, begin), code.size());
      return code.substr(begin, i - begin);
    };
    switch (c) {
      case '"':
        signs.take_literal(inside_until('"'));
        break;
      case '[':
        signs.take_bracket(inside_until(']'));
        break;
      case '\\':
      case '!':
        signs.take_literal(code.substr(i + 1, 1));
        ++i;
        break;
      case '_':
      case '*':
        ++i;
        break;
      case '0':
      case '#':
      case '?':
        signs.take_digit();
        break;
      case ',':
        ++signs.commas;
        break;
      case '%':
        signs.is_percent = true;
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x80) {  // also the rest of a character behind a backslash
          signs.take_literal(code.substr(i, 1));
        } else {
          signs.take_letter(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        }
    }
  }
  return signs;
}

}  // namespace

NumberFormat number_format(std::string_view code) {
  Signs signs = signs_of(code);
  if (signs.is_day || signs.is_time || signs.has_m) {
    return {signs.is_time && !signs.is_day ? FormatKind::time : FormatKind::date, 0, {}};
  }
  std::string& words = signs.words;
  constexpr std::string_view general = "通用格式";  // G/通用格式 is the plain format
  if (const std::size_t at = words.find(general); at != std::string::npos) {
    words.erase(at, general.size());
  }
  const bool is_amount = words.find("元") != std::string::npos || words.find("万") != std::string::npos;
  return {signs.is_percent ? FormatKind::percent : FormatKind::number,
          3 * signs.commas + std::max(signs.behind_literal, 0), is_amount ? words : ""};
}

NumberFormat built_in_number_format(std::uint32_t id) {
  const bool is_date =
      (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
  const bool is_time = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47);
  const bool is_percent = id == 9 || id == 10;
  return {is_date      ? FormatKind::date
          : is_time    ? FormatKind::time
          : is_percent ? FormatKind::percent
                       : FormatKind::number,
          0,
          {}};
}

std::string shown_number(std::string_view stored, const NumberFormat& format, bool counts_from_1904) {
  auto number = parse(stored);
  if (!number) {
    return std::string(stored);
  }
  if (format.kind == FormatKind::date || format.kind == FormatKind::time) {
    if (auto date = date_text(*number, format.kind == FormatKind::time, counts_from_1904)) {
      return *std::move(date);
    }
  }
  round_to_shown(*number);
  number->scale += format.shift - (format.kind == FormatKind::percent ? 2 : 0);
  return write(*std::move(number)) + (format.kind == FormatKind::percent ? "%" : "") + format.unit;
}

}  // namespace gongkai
