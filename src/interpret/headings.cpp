// Official headings, wordings near them, and what an order number in its place says.
#include "interpret/headings.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "gongkai/catalog.hpp"
#include "interpret/labels.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr int last_section = static_cast<int>(sections.size());

bool has(std::u16string_view text, std::u16string_view word) {
  return !word.empty() && text.find(word) != std::u16string_view::npos;
}

using Headings = std::array<std::u16string, sections.size()>;

/// The headings in one language, folded.
Headings headings_in(std::string_view Label::*language) {
  Headings result;
  unicode::Folded folded;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    unicode::fold(sections[i].heading.*language, folded);
    result[i] = folded.text;
  }
  return result;
}
/// The form's own headings.
const Headings& official_headings() {
  static const Headings headings = headings_in(&Label::zh);
  return headings;
}
/// Those of the web pages that are written in English.
const Headings& english_headings() {
  static const Headings headings = headings_in(&Label::en);
  return headings;
}

/// The section whose official heading the text is; 0 where it is none.
int official_section(std::u16string_view text) {
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (text == official_headings()[i] || text == english_headings()[i]) {
      return sections[i].number;
    }
  }
  return 0;
}

// ---- Wordings ----

using Words = std::array<std::u16string_view, 6>;

bool has_one(std::u16string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [text](std::u16string_view word) { return has(text, word); });
}

/// What reports write behind the order number of a section.
struct Wording {
  std::size_t longest;  ///< letters
  Words one_of, and_one_of;
};
constexpr std::array<Wording, sections.size()> wordings{{
    {18, {u"总体情况", u"概述", u"基本情况", u"总体工作情况", u"概况", u"整体情况"}, {}},
    {16, {u"主动公开"}, {u"情况", u"信息"}},
    {26, {u"申请"}, {u"情况", u"处理", u"依申请公开"}},
    {30, {u"复议", u"诉讼"}, {}},
    {30, {u"问题", u"不足", u"困难", u"短板", u"薄弱", u"差距"}, {}},
    {18, {u"其他", u"其它"}, {}},
}};

bool is_wording_of(std::u16string_view text, int section) {
  const Wording& wording = wordings[static_cast<std::size_t>(section) - 1];
  return text.size() <= wording.longest && has_one(text, wording.one_of) &&
         (wording.and_one_of[0].empty() || has_one(text, wording.and_one_of));
}

/// Whether one letter in four at most is amiss in the heading of a section whose order number is right.
bool is_misprint_of(std::u16string_view text, int section) {
  constexpr std::size_t one_in = 4;
  const std::u16string& wanted = official_headings()[static_cast<std::size_t>(section) - 1];
  return edit_distance(text, wanted) * one_in <= std::max(text.size(), wanted.size());
}

/// Whether a section may begin behind another by a free wording: what stands in section one speaks of all others.
bool may_follow(int section, int behind) {
  return behind == 0 || (section > behind && (section <= 2 || behind >= 2));
}

/// What is a heading without an order number, or with another section's.
struct FreeWording {
  int section;
  std::size_t longest;  ///< letters
  std::array<std::u16string_view, 3> all_of;
  std::u16string_view tail;
  bool must_be_numbered = false;
};
constexpr FreeWording free_wordings[] = {
    {2, 16, {u"主动公开", u"表"}, u"情况"},          {3, 30, {u"收到", u"处理", u"申请"}, u"情况"},
    {4, 30, {u"行政复议", u"行政诉讼"}, u"情况"},    {5, 30, {u"问题", u"改进"}, u"", true},
    {5, 30, {u"问题", u"措施"}, u"", true},          {6, 16, {u"其他", u"报告", u"事项"}, u"", true},
    {6, 16, {u"其它", u"报告", u"事项"}, u"", true}, {6, 16, {u"其他", u"说明", u"事项"}, u"", true},
    {6, 16, {u"其它", u"说明", u"事项"}, u"", true},
};

bool is_free_wording(const FreeWording& wording, std::u16string_view text, bool is_numbered, int behind) {
  const bool is_next = behind >= 4 && wording.section == behind + 1;  // there no number is needed
  return text.size() <= wording.longest && (is_numbered || !wording.must_be_numbered || is_next) &&
         may_follow(wording.section, behind) && text.ends_with(wording.tail) &&
         std::all_of(wording.all_of.begin(), wording.all_of.end(),
                     [text](std::u16string_view word) { return word.empty() || has(text, word); });
}

int free_section(std::u16string_view text, bool is_numbered, int behind) {
  for (const FreeWording& wording : free_wordings) {
    if (is_free_wording(wording, text, is_numbered, behind)) {
      return wording.section;
    }
  }
  const bool is_other_matters = (text.starts_with(u"其他") || text.starts_with(u"其它")) && text.ends_with(u"事项");
  return behind == 5 && is_other_matters && text.size() <= wordings[5].longest ? 6 : 0;
}

/// A long heading without an order number and with one letter amiss.
int misprinted_section(std::u16string_view text, int behind) {
  constexpr std::size_t shortest = 8;
  for (int section = behind + 1; section <= last_section && text.size() >= shortest; ++section) {
    const std::u16string& wanted = official_headings()[static_cast<std::size_t>(section) - 1];
    const bool may_be = text.size() + 1 >= wanted.size() && text.size() <= wanted.size() + 1 &&
                        (text.front() == wanted.front() || text.back() == wanted.back());
    if (may_be && edit_distance(text, wanted) <= 1) {
      return section;
    }
  }
  return 0;
}

// ---- Order numbers that fold() does not know ----

struct Numeral {
  std::u16string_view text;
  int value;
};
constexpr Numeral numerals[] = {{u"一", 1}, {u"二", 2}, {u"三", 3}, {u"四", 4}, {u"五", 5},  {u"六", 6},
                                {u"壹", 1}, {u"贰", 2}, {u"叁", 3}, {u"肆", 4}, {u"伍", 5},  {u"陆", 6},
                                {u"ⅱ", 2},  {u"ⅲ", 3},  {u"ⅳ", 4},  {u"ⅵ", 6},  {u"iii", 3}, {u"ii", 2},
                                {u"iv", 4}, {u"vi", 6}, {u"i", 1},  {u"v", 5}};

/// Takes 第五部分, or a numeral without a mark behind it before the wording of its section, off the front.
void take_other_number(unicode::Folded& line) {
  std::u16string_view text = line.text;
  const bool is_part = text.starts_with(u"第");
  text.remove_prefix(is_part ? 1 : 0);
  for (const Numeral& numeral : numerals) {
    if (!text.starts_with(numeral.text)) {
      continue;
    }
    std::u16string_view rest = text.substr(numeral.text.size());
    constexpr std::u16string_view part = u"部分";
    if (is_part && !rest.starts_with(part)) {
      return;
    }
    rest.remove_prefix(is_part ? part.size() : 0);
    if (is_part || is_misprint_of(rest, numeral.value) || is_wording_of(rest, numeral.value)) {
      line.numbering = unicode::Numbering::plain;
      line.number = numeral.value;
      line.text.erase(0, line.text.size() - rest.size());
      line.head_size = line.text.size();
    }
    return;
  }
}

bool may_begin_with_number(char16_t c) {
  constexpr std::u16string_view first = u"第一二三四五六壹贰叁肆伍陆ⅱⅲⅳⅵiv";
  return first.find(c) != std::u16string_view::npos;
}

bool ends_as_sentence(std::string_view line) {
  constexpr std::string_view marks[] = {"。", "；", ";", "，", ",", "：", ":"};
  return std::any_of(std::begin(marks), std::end(marks),
                     [line](std::string_view mark) { return line.ends_with(mark); });
}

}  // namespace

bool may_begin_with_order_number(std::string_view line) {
  constexpr std::u32string_view bracket = U"（(";
  std::size_t at = 0;
  const char32_t first = line.empty() ? U' ' : unicode::next(line, at);
  const char16_t folded = unicode::fold_char(first);
  return (folded >= u'1' && folded <= u'6') || may_begin_with_number(folded) ||
         bracket.find(first) != std::u32string_view::npos;
}

void take_apart(std::string_view line, HeadingLine& out) {
  unicode::fold(line, out.folded);
  out.is_sentence = ends_as_sentence(line);
  unicode::Folded& folded = out.folded;
  if (folded.numbering == unicode::Numbering::none && !folded.text.empty() && may_begin_with_number(folded.text[0])) {
    take_other_number(folded);
  }
  if (folded.numbering != unicode::Numbering::plain) {
    out.style = folded.numbering == unicode::Numbering::none ? OrderStyle::none : OrderStyle::bracketed;
    return;
  }
  std::size_t at = 0;
  const char16_t first = line.empty() ? u' ' : unicode::fold_char(unicode::next(line, at));
  out.style = first >= u'0' && first <= u'9' ? OrderStyle::digits : OrderStyle::chinese;
}

bool begins_heading(const HeadingLine& line) {
  constexpr std::size_t fewest = 3;  // letters
  const unicode::Folded& folded = line.folded;
  if (folded.numbering != unicode::Numbering::plain || folded.number < 1 || folded.number > last_section ||
      folded.text.size() < fewest) {
    return false;
  }
  const std::u16string& heading = official_headings()[static_cast<std::size_t>(folded.number) - 1];
  return folded.text.size() < heading.size() && heading.starts_with(folded.text);
}

int section_of_heading(const HeadingLine& line, int behind) {
  constexpr std::size_t longest_official = 40, longest = 30, shortest = 4;  // letters
  const unicode::Folded& folded = line.folded;
  const std::u16string_view text = folded.text;
  const bool is_numbered = folded.numbering == unicode::Numbering::plain;
  if (text == u"存在的主要问题" || text == u"主要问题" || text == u"存在的问题") {
    return is_numbered && folded.number == 5 ? 5 : -5;
  }
  if (text.size() < 2 || text.size() > longest_official || folded.numbering == unicode::Numbering::bracketed) {
    return 0;
  }
  if (const int section = official_section(text); section != 0 || text.size() > longest) {
    return section;
  }
  const int number = folded.number;
  if (is_numbered && number >= 1 && number <= last_section &&
      (is_misprint_of(text, number) || (number > behind && is_wording_of(text, number)))) {
    return number;
  }
  if (text.size() < shortest) {
    return 0;
  }
  const int section = free_section(text, is_numbered, behind);
  return section != 0 || is_numbered ? section : misprinted_section(text, behind);
}

bool is_official_heading(const HeadingLine& line) {
  return official_section(line.folded.text) != 0;
}

bool is_bare_overview(const HeadingLine& line) {
  const std::u16string_view text = line.folded.text;
  return line.style == OrderStyle::none &&
         std::find(wordings[0].one_of.begin(), wordings[0].one_of.end(), text) != wordings[0].one_of.end();
}

int HeadingOrder::section_of(const HeadingLine& line) const {
  const unicode::Folded& folded = line.folded;
  if (line.style == OrderStyle::bracketed) {
    // （二）主动公开政府信息情况 is a part of section one, but where all headings are numbered so; behind the tables begin no
    // parts.
    const bool is_next = folded.number == section_ + 1 && folded.number <= last_section &&
                         (section_ == 0 || section_ >= 2 || style_ == OrderStyle::bracketed);
    if (is_next && (is_misprint_of(folded.text, folded.number) || is_wording_of(folded.text, folded.number))) {
      return folded.number;
    }
  }
  const int section = section_of_heading(line, section_);
  const bool is_of_list = line.style == OrderStyle::digits && style_ == OrderStyle::chinese;
  return section > 0 && is_of_list && official_section(folded.text) == 0 ? 0 : section;
}

int HeadingOrder::section_by_number(const HeadingLine& line) const {
  constexpr std::size_t longest = 30;  // letters
  const unicode::Folded& folded = line.folded;
  const int number = folded.number;
  const bool is_next = number == section_ + 1 && number <= last_section && number != 4;  // 四、结转下年度继续办理
  const bool is_in_style = line.style == OrderStyle::chinese && (section_ == 0 || style_ == OrderStyle::chinese);
  return is_next && is_in_style && !is_list_inside_ && !line.is_sentence && folded.text.size() >= 2 &&
                 folded.text.size() <= longest && Labels::instance().find(folded) == nullptr
             ? number
             : 0;
}

void HeadingOrder::open(int section, OrderStyle style) {
  style_ = section_ == 0 ? style : style_;
  section_ = section;
  is_list_inside_ = false;
}

void HeadingOrder::pass_by(std::string_view paragraph) {
  constexpr std::string_view digits = "一二三四五六七八九", mark = "、";
  const std::string_view head = paragraph.substr(0, 2 * mark.size());
  const bool is_item =
      head.find(mark) == mark.size() && digits.find(head.substr(0, mark.size())) != std::string_view::npos;
  is_list_inside_ = is_list_inside_ || is_item;
}

}  // namespace gongkai
