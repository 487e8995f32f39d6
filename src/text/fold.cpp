// Folding by one table over the BMP.
#include "text/fold.hpp"

#include "text/fold_table.hpp"
#include "text/utf8.hpp"

namespace gongkai::unicode {
namespace {

inline char16_t folded_char(char32_t c) {
  if (c > 0xffff) {
    return u'\ufffd';
  }
  const char16_t entry = fold_blocks[fold_places[c / fold_block] * fold_block + c % fold_block];
  return entry == folds_to_itself ? static_cast<char16_t>(c) : entry == folds_to_nothing ? u'\0' : entry;
}

bool is_structural(char32_t c) {
  return c == '(' || c == ')' || c == '.' || c == ',' || c == u'、';
}

constexpr bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7ff);
}

constexpr std::u16string_view chinese_digits = u"〇一二三四五六七八九十";

bool is_digit(char16_t c) {
  return (c >= u'0' && c <= u'9') || chinese_digits.find(c) != std::u16string_view::npos;
}

/// Whether it is a radical that stands for a letter, as PDFs of browsers have them.
bool is_radical(char32_t c) {
  return c >= 0x2e80 && c <= 0x2fdf && folded_char(c) != 0 && folded_char(c) != c;
}

}  // namespace

char16_t fold_char(char32_t c) {
  return folded_char(c);
}

std::string simplified(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next(text, i);
    if (is_ideograph(c) || is_radical(c)) {
      append(result, folded_char(c));
    } else {
      result.append(text.substr(begin, i - begin));
    }
  }
  return result;
}

std::string without_radicals(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next(text, i);
    if (is_radical(c)) {
      append(result, folded_char(c));
    } else {
      result.append(text.substr(begin, i - begin));
    }
  }
  return result;
}

int number_of(std::u16string_view digits) {
  int value = 0, unit = 0;
  for (const char16_t c : digits) {
    if (c >= u'0' && c <= u'9') {
      unit = unit * 10 + (c - u'0');
    } else if (c == u'十') {
      value = (unit == 0 ? 1 : unit) * 10;
      unit = 0;
    } else {
      const std::size_t digit = chinese_digits.find(c);
      if (digit == std::u16string_view::npos) {
        return 0;
      }
      unit = unit * 10 + static_cast<int>(digit);
    }
    if (unit > 99 || value > 99) {
      return 0;
    }
  }
  return value + unit;
}

void fold(std::string_view label, Folded& out) {
  out.text.clear();
  out.numbering = Numbering::none;
  out.number = 0;
  std::size_t head = std::u16string::npos;
  bool only_digits = true;    // so far; then a mark may turn them into a numbering
  bool open_bracket = false;  // stood before those digits
  for (std::size_t i = 0; i < label.size();) {
    const char16_t c = folded_char(next(label, i));
    if (c == 0) {
      continue;
    }
    if (is_structural(c)) {
      if (out.text.empty()) {
        open_bracket = open_bracket || c == u'(';
      } else if (only_digits && c != u'(' && out.number == 0 && number_of(out.text) != 0) {
        out.number = number_of(out.text);
        out.numbering = open_bracket && c == u')' ? Numbering::bracketed : Numbering::plain;
        out.text.clear();
        head = std::u16string::npos;
      } else if (c == u'(' && head == std::u16string::npos) {
        head = out.text.size();
      }
      continue;
    }
    only_digits = only_digits && out.number == 0 && is_digit(c);
    out.text.push_back(c);
  }
  out.head_size = head == std::u16string::npos ? out.text.size() : head;
}

}  // namespace gongkai::unicode
