// Lists of Word files: which list a paragraph is in, what it counts, and how the count is written.
#include "decode/docx_numbering.hpp"

#include <algorithm>

namespace gongkai {

using ooxml::attribute;
using ooxml::child;
using ooxml::local_name;

namespace {

constexpr std::size_t longest_text = 64;      // bytes of a level's text: no real one comes near
constexpr std::size_t most_schemes = 10'000;  // what comes behind them is not numbered

std::string chinese_count(std::uint32_t count, const std::array<std::string_view, 10>& digits,
                          const std::array<std::string_view, 4>& places, bool says_leading_one) {
  std::string text;
  bool gap = false;
  std::uint32_t unit = 1000;
  for (std::size_t place = 4; place-- > 0; unit /= 10) {
    const std::uint32_t digit = count / unit % 10;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    text.append(gap ? digits[0] : "");
    gap = false;
    if (says_leading_one || digit != 1 || place != 1 || !text.empty()) {
      text.append(digits[digit]);
    }
    text.append(places[place]);
  }
  return text;
}

std::string digit_by_digit(std::uint32_t count, const std::array<std::string_view, 10>& digits) {
  std::string text;
  for (const char c : std::to_string(count)) {
    text.append(digits[static_cast<std::size_t>(c - '0')]);
  }
  return text;
}

std::string letters(std::uint32_t count, char first) {  // a … z, aa, bb, as Word counts
  constexpr std::uint32_t alphabet = 26, most_repeats = 8;
  return std::string(std::min((count - 1) / alphabet + 1, most_repeats),
                     static_cast<char>(first + static_cast<char>((count - 1) % alphabet)));
}

std::string roman(std::uint32_t count, bool upper) {
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> parts{{{1000, "M"},
                                                                              {900, "CM"},
                                                                              {500, "D"},
                                                                              {400, "CD"},
                                                                              {100, "C"},
                                                                              {90, "XC"},
                                                                              {50, "L"},
                                                                              {40, "XL"},
                                                                              {10, "X"},
                                                                              {9, "IX"},
                                                                              {5, "V"},
                                                                              {4, "IV"},
                                                                              {1, "I"}}};
  std::string text;
  for (const auto& [value, sign] : parts) {
    for (; count >= value; count -= value) {
      text.append(sign);
    }
  }
  if (!upper) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
  }
  return text;
}

constexpr std::array<std::string_view, 10> plain_digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 10> circle_digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 10> legal_digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 10> full_width_digits{"０", "１", "２", "３", "４",
                                                             "５", "６", "７", "８", "９"};
constexpr std::array<std::string_view, 20> circled{"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩",
                                                   "⑪", "⑫", "⑬", "⑭", "⑮", "⑯", "⑰", "⑱", "⑲", "⑳"};

/// A count as a format of ST_NumberFormat writes it; formats that no Chinese report uses are written in decimal.
std::string written(std::uint32_t count, std::string_view format) {
  constexpr std::uint32_t most_in_words = 9999;
  const bool in_words = count >= 1 && count <= most_in_words;
  if (format == "none" || format == "bullet") {
    return {};
  }
  if (in_words && (format == "chineseCounting" || format == "chineseCountingThousand" || format == "japaneseCounting" ||
                   format == "taiwaneseCounting" || format == "taiwaneseCountingThousand")) {
    return chinese_count(count, plain_digits, {"", "十", "百", "千"}, false);
  }
  if (in_words && format == "chineseLegalSimplified") {
    return chinese_count(count, legal_digits, {"", "拾", "佰", "仟"}, true);
  }
  if (format == "ideographDigital" || format == "japaneseDigitalTenThousand") {
    return digit_by_digit(count, circle_digits);
  }
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") {
    return digit_by_digit(count, full_width_digits);
  }
  if (count >= 1 && count <= circled.size() &&
      (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese")) {
    return std::string(circled[count - 1]);
  }
  if (in_words && (format == "upperLetter" || format == "lowerLetter")) {
    return letters(count, format == "upperLetter" ? 'A' : 'a');
  }
  if (in_words && (format == "upperRoman" || format == "lowerRoman")) {
    return roman(count, format == "upperRoman");
  }
  return format == "decimalZero" && count < 10 ? "0" + std::to_string(count) : std::to_string(count);
}

int list_number(pugi::xml_node properties, std::string_view name) {
  const pugi::xml_node node = child(child(properties, "numPr"), name);
  return node ? static_cast<int>(ooxml::number(node, "val", 0)) : -1;
}

}  // namespace

void DocxNumbering::load_level(pugi::xml_node node, Level& level) {
  for (const pugi::xml_node property : node.children()) {
    const std::string_view name = local_name(property);
    const std::string_view value = attribute(property, "val");
    if (name == "start") {
      level.start = std::min(ooxml::number(property, "val", 1), 1'000'000U);
    } else if (name == "numFmt") {
      level.format = value;
    } else if (name == "lvlText") {
      level.text = value.substr(0, value.size() <= longest_text ? value.size() : 0);
    } else if (name == "suff") {
      level.suffix = value;
    } else if (name == "pStyle") {
      level.style = value;
    } else if (name == "isLgl") {
      level.is_legal = ooxml::is_on(property);
    } else if (name == "lvlRestart") {
      level.restart = ooxml::number(property, "val", level_count);
    } else if (name == "AlternateContent") {  // a format that only newer programs know, with one for the others
      load_level(ooxml::shown_choice(property), level);
    }
  }
}

void DocxNumbering::load_styles(pugi::xml_node styles) {
  for (const pugi::xml_node node : styles.children()) {
    if (local_name(node) != "style") {
      continue;
    }
    const pugi::xml_node paragraph = child(node, "pPr");
    const std::string_view name = attribute(child(node, "name"), "val");
    Style& style = styles_[attribute(node, "styleId")];
    style.based_on = attribute(child(node, "basedOn"), "val");
    style.list = list_number(paragraph, "numId");
    style.level = list_number(paragraph, "ilvl");
    style.is_hidden = ooxml::is_on(child(child(node, "rPr"), "vanish"));
    style.is_contents = name.starts_with("toc ") || name.starts_with("TOC ");
  }
}

void DocxNumbering::load_lists(pugi::xml_node numbering) {
  std::unordered_map<std::string_view, std::size_t> scheme_of;
  for (const pugi::xml_node node : numbering.children()) {
    if (local_name(node) == "abstractNum" && schemes_.size() < most_schemes) {
      scheme_of[attribute(node, "abstractNumId")] = schemes_.size();
      Scheme& scheme = schemes_.emplace_back();
      for (const pugi::xml_node level : node.children()) {
        const std::uint32_t index = ooxml::number(level, "ilvl", level_count);
        if (local_name(level) == "lvl" && index < level_count) {
          load_level(level, scheme.levels[index]);
        }
      }
    } else if (local_name(node) == "num") {
      const auto scheme = scheme_of.find(attribute(child(node, "abstractNumId"), "val"));
      if (scheme == scheme_of.end()) {
        continue;
      }
      List& list = lists_[static_cast<int>(ooxml::number(node, "numId", 0))];
      list.scheme = scheme->second;
      for (const pugi::xml_node change : node.children()) {
        const std::uint32_t index = ooxml::number(change, "ilvl", level_count);
        if (local_name(change) != "lvlOverride" || index >= level_count) {
          continue;
        }
        if (const pugi::xml_node own = child(change, "lvl");
            own && schemes_.size() < most_schemes) {  // a level of its own: the list no longer shares
          schemes_.push_back(Scheme(schemes_[list.scheme]));
          list.scheme = schemes_.size() - 1;
          load_level(own, schemes_.back().levels[index]);
        }
        if (const pugi::xml_node start = child(change, "startOverride")) {
          list.start[index] = std::min(ooxml::number(start, "val", 1), 1'000'000U) + 1;
        }
      }
    }
  }
}

/// Calls f for the style and those that it is based on, until f returns true.
template <class F>
void DocxNumbering::for_style_and_bases(std::string_view style, F f) const {
  constexpr int most_bases = 32;  // styles may be based on one another in a circle
  for (int i = 0; i < most_bases && !style.empty(); ++i) {
    const auto found = styles_.find(style);
    if (found == styles_.end() || f(found->second)) {
      return;
    }
    style = found->second.based_on;
  }
}

bool DocxNumbering::is_hidden(std::string_view style) const {
  bool result = false;
  for_style_and_bases(style, [&](const Style& s) { return result = s.is_hidden; });
  return result;
}

bool DocxNumbering::is_contents(std::string_view style) const {
  bool result = false;
  for_style_and_bases(style, [&](const Style& s) { return result = s.is_contents; });
  return result;
}

bool DocxNumbering::is_in_list(pugi::xml_node properties) const {
  bool result = child(properties, "numPr") != nullptr;
  for_style_and_bases(attribute(child(properties, "pStyle"), "val"),
                      [&](const Style& s) { return result = result || s.list != no_list; });
  return result;
}

/// The list of a paragraph, of its own or by its style, and the level in it; nothing where it is in none.
DocxNumbering::Standing DocxNumbering::standing_of(pugi::xml_node properties) {
  if (lists_.empty()) {
    return {};
  }
  const std::string_view style = attribute(child(properties, "pStyle"), "val");
  int list_id = list_number(properties, "numId"), level_id = list_number(properties, "ilvl");
  const bool is_by_style = list_id == no_list;
  if (is_by_style) {
    for_style_and_bases(style, [&](const Style& s) {
      list_id = s.list;
      level_id = level_id == no_list ? s.level : level_id;
      return s.list != no_list;
    });
  }
  const auto found = lists_.find(list_id);
  if (found == lists_.end()) {  // none, or 0: taken out of its style's list
    return {};
  }
  if (level_id == no_list && is_by_style) {  // the level that names the style
    const auto& levels = schemes_[found->second.scheme].levels;
    const auto named = std::find_if(levels.begin(), levels.end(),
                                    [&](const Level& level) { return !style.empty() && level.style == style; });
    level_id = named == levels.end() ? 0 : static_cast<int>(named - levels.begin());
  }
  return {&found->second, static_cast<std::size_t>(std::clamp(level_id, 0, static_cast<int>(level_count) - 1))};
}

/// The first paragraph of a list begins at the numbers that the list has of its own.
void DocxNumbering::begin(List& list, Scheme& scheme) {
  if (list.is_begun) {
    return;
  }
  list.is_begun = true;
  for (std::size_t i = 0; i < level_count; ++i) {
    if (list.start[i] != 0) {
      scheme.levels[i].start = list.start[i] - 1;
      scheme.is_begun[i] = false;
    }
  }
}

void DocxNumbering::count(Scheme& scheme, std::size_t at) {
  scheme.counts[at] = scheme.is_begun[at] ? scheme.counts[at] + 1 : scheme.levels[at].start;
  scheme.is_begun[at] = true;
  for (std::size_t i = 0; i < at; ++i) {  // a level above that was passed over counts from its start
    if (!scheme.is_begun[i]) {
      scheme.counts[i] = scheme.levels[i].start;
      scheme.is_begun[i] = true;
    }
  }
  for (std::size_t i = at + 1; i < level_count; ++i) {
    const std::uint32_t restart = scheme.levels[i].restart;
    scheme.is_begun[i] = scheme.is_begun[i] && (restart == 0 || (restart < level_count && at >= restart));
  }
}

/// The number as the level's text shows it: "第%1章" with the counts in it.
std::string DocxNumbering::shown(const Scheme& scheme, const Level& level) {
  std::string text;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    const char digit = i + 1 < level.text.size() ? level.text[i + 1] : '\0';
    if (level.text[i] != '%' || digit < '1' || digit > '9') {
      text.push_back(level.text[i]);
      continue;
    }
    const auto which = static_cast<std::size_t>(digit - '1');
    text.append(written(scheme.counts[which], level.is_legal ? "decimal" : scheme.levels[which].format));
    ++i;
  }
  return text;
}

std::string DocxNumbering::next(pugi::xml_node properties) {
  const Standing standing = standing_of(properties);
  if (standing.list == nullptr) {
    return {};
  }
  Scheme& scheme = schemes_[standing.list->scheme];
  begin(*standing.list, scheme);
  count(scheme, standing.level);
  const Level& level = scheme.levels[standing.level];
  if (level.format == "bullet" || level.format == "none") {
    return {};
  }
  std::string text = shown(scheme, level);
  const bool is_open = !text.empty() && static_cast<unsigned char>(text.back()) < 0x80;
  return level.suffix == "nothing" || !is_open ? text : text + ' ';
}

}  // namespace gongkai
