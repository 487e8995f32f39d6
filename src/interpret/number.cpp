// A hand-written grammar, because a cell holds Chinese marks and units that no number parser knows.
#include "interpret/number.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "gongkai/model/value.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// A code point as the ASCII character it stands for in a number, or itself.
char32_t plain(char32_t c) {
  if (c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 ||
      c == 0xfe63 || c == 0xfe58 || c == 0x2500) {
    return '-';
  }
  return unicode::is_space(c) ? U' ' : unicode::half_width(c);
}

bool is_blank_mark(std::string_view text) {
  constexpr std::string_view words[] = {"无",  "不适用", "暂无", "空",   "無",  "不適用", "暫無",  // by people
                                        "NaN", "nan",    "<NA>", "None", "null"};                  // by programs
  if (std::find(std::begin(words), std::end(words), text) != std::end(words)) {
    return true;
  }
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = plain(unicode::next(text, i));
    if (c != '-' && c != '/' && c != '\\' && c != ' ') {
      return false;
    }
  }
  return true;
}

/// Whether a text is a sentence: longer than any number with its unit, and begun with an ideograph.
bool is_sentence(std::string_view text) {
  constexpr std::size_t longest = 100;  // bytes
  return text.size() > longest && static_cast<unsigned char>(text[0]) >= 0xe4 &&
         static_cast<unsigned char>(text[0]) <= 0xe9;
}

/// The text without characters that show nothing; nothing where it has none.
std::optional<std::string> visible(std::string_view text) {
  std::optional<std::string> result;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const bool shows = !unicode::is_invisible(unicode::next(text, i));
    if (!shows && !result) {
      result = std::string(text.substr(0, begin));
    } else if (shows && result) {
      result->append(text.substr(begin, i - begin));
    }
  }
  return result;
}

/// Takes a unit, in brackets or not, that ends the cell. Returns false where something else stands there.
bool take_unit(std::string_view rest, Unit& unit) {
  std::array<char, 48> kept{};  // without brackets, spaces, "单位" and colons
  std::size_t size = 0;
  for (std::size_t i = 0; i < rest.size();) {
    const std::size_t begin = i;
    const char32_t c = plain(unicode::next(rest, i));
    if (c == '(' || c == ')' || c == ' ' || c == ':' || c == U'单' || c == U'單' || c == U'位') {
      continue;
    }
    if (size + (i - begin) > kept.size()) {
      return false;
    }
    size += rest.copy(kept.data() + size, i - begin, begin);
  }
  const std::string word = unicode::simplified(std::string_view(kept.data(), size));
  if (word == "元" || word == "人民币元") {
    unit = Unit::yuan;
  } else if (word == "万元") {
    unit = Unit::ten_thousand_yuan;
  } else if (!word.empty() && word != "件" && word != "项" && word != "个" && word != "条" && word != "宗" &&
             word != "件次" && word != "例") {
    return false;
  }
  return true;
}

/// Takes a word for the sign of a change off the front of a number: 增3, 减少3. 0 where none stands there.
int take_sign_word(std::string_view& text) {
  constexpr std::pair<std::string_view, int> words[] = {{"增加", 1}, {"增", 1}, {"减少", -1}, {"减", -1}};
  for (const auto& [word, sign] : words) {
    if (text.starts_with(word)) {
      text = unicode::trim(text.substr(word.size()));
      return sign;
    }
  }
  return 0;
}

}  // namespace

ParsedNumber parse_number(std::string_view text) {
  using NumberKind = ParsedNumber::Kind;
  text = unicode::trim(text);
  ParsedNumber result;
  if (text.size() == 1 && text[0] >= '0' && text[0] <= '9') {
    result.kind = NumberKind::number;
    result.digits = text[0] - '0';
    return result;
  }
  if (is_sentence(text)) {
    return {};
  }
  if (const std::optional<std::string> shown = visible(text)) {  // a zero-width space parts no digits
    return parse_number(*shown);
  }
  for (const std::string_view sign : {"￥", "¥"}) {
    if (text.starts_with(sign) && text.size() > sign.size() && text[sign.size()] != '-') {
      result = parse_number(text.substr(sign.size()));
      result.unit = result.unit == Unit::none ? Unit::yuan : result.unit;
      return result;
    }
  }
  const bool is_digit_first = !text.empty() && text[0] >= '0' && text[0] <= '9';
  if (!is_digit_first && is_blank_mark(text)) {
    result.kind = NumberKind::blank;
    return result;
  }
  const int sign_word = take_sign_word(text);
  bool negative = sign_word < 0, any = false, leading_zero = false, after_point = false, grouped = false;
  int significant = 0, since_comma = 0, integer_digits = 0;
  bool first = sign_word == 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t begin = i;
    const char32_t c = plain(unicode::next(text, i));
    if (first && (c == '+' || c == '-')) {
      negative = c == '-';
      first = false;
      while (i < text.size() && text[i] == ' ') {
        ++i;
      }
      continue;
    }
    first = false;
    if (c >= '0' && c <= '9') {
      leading_zero = leading_zero || (integer_digits == 1 && result.digits == 0 && !after_point);
      any = true;
      if (++significant > 18) {
        result.kind = NumberKind::out_of_range;
        return result;
      }
      result.digits = result.digits * 10 + static_cast<std::int64_t>(c - '0');
      result.decimals += after_point;
      integer_digits += !after_point;
      ++since_comma;
    } else if (c == ',' && any && !after_point && (grouped ? since_comma == 3 : since_comma <= 3)) {
      grouped = true;
      since_comma = 0;
    } else if (c == '.' && any && !after_point && (!grouped || since_comma == 3)) {
      after_point = true;
    } else if (any && take_unit(text.substr(begin), result.unit)) {
      break;
    } else {
      return {};
    }
  }
  if (!any || (grouped && !after_point && since_comma != 3) || (after_point && result.decimals == 0)) {
    return {};
  }
  result.kind = leading_zero ? NumberKind::fused : NumberKind::number;
  result.digits = negative ? -result.digits : result.digits;
  return result;
}

std::optional<std::int64_t> ParsedNumber::as_count() const {
  std::int64_t value = digits;
  for (int i = 0; i < decimals; ++i) {
    if (value % 10 != 0) {
      return std::nullopt;
    }
    value /= 10;
  }
  return value;
}

std::optional<std::int64_t> ParsedNumber::as_fen(Unit otherwise) const {
  const Unit written = unit == Unit::none ? otherwise : unit;
  int scale = (written == Unit::ten_thousand_yuan ? 6 : 2) - decimals;
  std::int64_t value = digits;
  for (; scale > 0; --scale) {
    const auto product = checked_multiply(value, 10);
    if (!product) {
      return std::nullopt;
    }
    value = *product;
  }
  for (; scale < 0; ++scale) {
    if (value % 10 != 0) {
      return std::nullopt;
    }
    value /= 10;
  }
  return value;
}

Unit unit_in(std::string_view written) {
  constexpr std::string_view ten_thousand = "万", yuan = "元", in_english = "yuan)";
  if (written.ends_with(in_english)) {
    return written.ends_with("(10,000 yuan)") ? Unit::ten_thousand_yuan : Unit::yuan;
  }
  if (written.find(yuan) == std::string_view::npos) {
    return Unit::none;
  }
  const std::string simplified = unicode::simplified(written);
  const std::string_view label = simplified;
  // A narrow column breaks lines inside the unit.
  const std::string_view before = unicode::trim(label.substr(0, label.find(yuan)));
  return before.ends_with(ten_thousand) ? Unit::ten_thousand_yuan : Unit::yuan;
}

}  // namespace gongkai
