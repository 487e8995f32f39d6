// Folding by one table over the BMP, built once from utf8proc's NFKC.
#include "text/fold.hpp"

#include <utf8proc.h>

#include <array>

#include "gongkai/model/writing.hpp"
#include "text/utf8.hpp"

namespace gongkai::unicode {
namespace {

// U+2E80..2EF3, CJK Radicals Supplement, as unified ideographs (Unicode's EquivalentUnifiedIdeograph). NFKC leaves them
// alone, but text copied from a PDF is full of them. A space stands for "no equivalent in the BMP".
constexpr std::u16string_view radicals =
    u" 厂乛乚乙亻冂 刀刂卜㔾小小兀尣尢 巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王 目示礻 糹纟罓罒㓁冗 羊  "
    u"耂肀聿肉 艹艹艹虎衤覀西见角 讠贝 "
    u"车辶辶辶邑钅長镸长门 阝雨青韦页风飞食 飠饣 马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
static_assert(radicals.size() == 0x2ef3 - 0x2e80 + 1);

bool is_structural(char32_t c) {
  return c == '(' || c == ')' || c == '.' || c == ',' || c == u'、';
}

char16_t fold_by_unicode(char32_t c) {
  if (c >= 0x2e80 && c <= 0x2ef3 && radicals[c - 0x2e80] != u' ') {
    return radicals[c - 0x2e80];
  }
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = 0;
  const auto n = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD), &boundary);
  const auto plain = n == 1 ? static_cast<char32_t>(parts[0]) : c;
  if (is_space(plain) || plain > 0xffff) {
    return 0;
  }
  if (is_structural(plain)) {
    return static_cast<char16_t>(plain);
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(plain))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
      return static_cast<char16_t>(plain);
    default:
      return 0;
  }
}

constexpr bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7ff);
}

class FoldTable {
 public:
  FoldTable() {
    for (char32_t c = 0; c < table_.size(); ++c) {
      table_[c] = is_ideograph(c) ? static_cast<char16_t>(c) : fold_by_unicode(c);
    }
    for (std::size_t i = 0; i < traditional_letters.size(); ++i) {
      table_[traditional_letters[i]] = simplified_letters[i];
    }
  }
  char16_t operator[](char32_t c) const { return c < table_.size() ? table_[c] : u'\ufffd'; }

 private:
  std::array<char16_t, 0x10000> table_{};
};

const FoldTable& table() {
  static const FoldTable instance;
  return instance;
}

constexpr std::u16string_view chinese_digits = u"〇一二三四五六七八九十";

bool is_digit(char16_t c) {
  return (c >= u'0' && c <= u'9') || chinese_digits.find(c) != std::u16string_view::npos;
}

/// Whether it is a radical that stands for a letter, as PDFs of browsers have them.
bool is_radical(char32_t c) {
  return c >= 0x2e80 && c <= 0x2fdf && table()[c] != 0 && table()[c] != c;
}

}  // namespace

char16_t fold_char(char32_t c) {
  return table()[c];
}

std::string simplified(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next(text, i);
    if (is_ideograph(c) || is_radical(c)) {
      append(result, table()[c]);
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
      append(result, table()[c]);
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
  const FoldTable& folded = table();
  out.text.clear();
  out.numbering = Numbering::none;
  out.number = 0;
  std::size_t head = std::u16string::npos;
  bool only_digits = true;    // so far; then a mark may turn them into a numbering
  bool open_bracket = false;  // stood before those digits
  for (std::size_t i = 0; i < label.size();) {
    const char16_t c = folded[next(label, i)];
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
