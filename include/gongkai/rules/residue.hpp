// What a template left in a report to be filled in, and numbers that were left out.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "gongkai/rules/prose.hpp"

namespace gongkai::rules {

namespace residue_detail {

inline constexpr std::string_view numerals = "零一二三四五六七八九十百千万两〇余多几数";

/// Whether the text ends with one of these characters of three bytes.
inline bool ends_with_one_of(std::string_view text, std::string_view characters) {
  const std::size_t found = text.size() < 3 ? std::string_view::npos : characters.find(text.substr(text.size() - 3));
  return found != std::string_view::npos && found % 3 == 0;
}

/// The size of what templates cross out with, a cross or a letter like it; 0 where none stands at `at`.
inline std::size_t cross_size(std::string_view text, std::size_t at) {
  for (const std::string_view cross : {"×", "╳", "Ｘ", "X", "x", "ｘ"}) {
    if (text.substr(at, cross.size()) == cross) {
      return cross.size();
    }
  }
  return 0;
}

inline bool is_letter_or_digit(std::string_view text, std::size_t at) {
  return at < text.size() &&
         (((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') || (text[at] >= '0' && text[at] <= '9'));
}

/// The crosses, of which there is one, that begin at `begin`, with the word of counting behind them, where they stand
/// for something to be filled in: ××, X次, 20XX年. Letters within a word or a size (10×12) are no such thing. `end`
/// becomes where they end.
inline std::string_view crosses_at(std::string_view text, std::size_t begin, std::size_t& end) {
  std::size_t crosses = 0;
  end = begin;
  for (std::size_t size = cross_size(text, end); size != 0; size = cross_size(text, end)) {
    end += size;
    ++crosses;
  }
  TextCursor behind{text, end};
  bool is_counted = false;
  for (const std::string_view unit : {"次", "件", "条", "人", "场", "期", "篇", "年", "月", "个", "份"}) {
    is_counted = is_counted || behind.take(unit);
  }
  const bool is_year = crosses == 2 && begin >= 2 && text.substr(begin - 2, 2) == "20" && text.substr(end, 3) == "年";
  const bool is_word = (begin > 0 && is_letter_or_digit(text, begin - 1)) || is_letter_or_digit(text, end);
  if (is_year || (!is_word && (crosses >= 2 || is_counted))) {
    return text.substr(begin, (is_counted ? behind.at : end) - begin);
  }
  return {};
}

/// The run of spaces and underscores at `at`: where it ends, and how much was left free.
struct Gap {
  std::size_t end = 0, width = 0;
};
inline Gap gap_at(std::string_view text, std::size_t at) {
  Gap gap{at, 0};
  for (;;) {
    if (text[gap.end] == ' ' || text[gap.end] == '_') {
      gap.end += 1;
      gap.width += 1;
    } else if (text.substr(gap.end, 3) == "\u3000") {
      gap.end += 3;
      gap.width += 2;
    } else {
      return gap;
    }
    if (gap.end >= text.size()) {
      return gap;
    }
  }
}

/// "收到  件，": a word of counting behind a gap that a number should fill. One space is a gap only behind the words that
/// counts follow; any other text may hold one.
inline std::string_view gap_for_number(std::string_view text) {
  constexpr std::array<std::string_view, 11> verbs{"收到", "受理", "公开", "发布", "制定", "制发",
                                                   "办结", "答复", "培训", "申请", "信息"};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ' && text[at] != '_' && text.substr(at, 3) != "\u3000") {
      continue;
    }
    const Gap gap = gap_at(text, at);
    const std::string_view before = text.substr(0, at);
    const bool is_chinese = at >= 3 && static_cast<unsigned char>(before.back()) >= 0x80U &&
                            !ends_with_one_of(before, numerals) && !ends_with_one_of(before, "，。；、：（）");
    const auto ends_so = [&](std::string_view verb) { return before.ends_with(verb); };
    const auto* const verb = std::find_if(verbs.begin(), verbs.end(), ends_so);
    for (const std::string_view unit : {"件", "条", "次", "篇", "份"}) {
      const std::string_view mark = text.substr(std::min(text.size(), gap.end + unit.size()), 3);
      if (is_chinese && (gap.width >= 2 || verb != verbs.end()) && text.substr(gap.end, unit.size()) == unit &&
          (mark == "，" || mark == "。" || mark == "；" || mark == "、")) {
        const std::size_t begin = at - (verb != verbs.end() ? verb->size() : 3);
        return text.substr(begin, gap.end + unit.size() - begin);
      }
    }
    at = gap.end - 1;
  }
  return {};
}

/// The words of a clause that counts something and has no number: 共收到政府信息公开申请件.
inline std::string_view count_without_number(std::string_view clause) {
  std::size_t counted = std::string_view::npos;
  for (const std::string_view verb :
       {"共收到", "共受理", "共办理", "共办结", "共公开", "共发布", "共主动公开", "共制定", "共制发", "现行有效"}) {
    counted = std::min(counted, clause.find(verb));
  }
  if (counted == std::string_view::npos) {
    return {};
  }
  const std::string_view words = clause.substr(counted);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if ((words[i] >= '0' && words[i] <= '9') || ends_with_one_of(words.substr(0, i), numerals)) {
      return {};
    }
  }
  for (const std::string_view end : {"申请件", "公开件", "信息条", "信息篇", "申请条", "公开条", "文件件", "信息份"}) {
    if (words.ends_with(end) && words != end) {
      return words;
    }
  }
  return {};
}

}  // namespace residue_detail

/// What a template left to be filled in: XX, ××镇, 某某, 收到  件. Empty where there is nothing of the kind.
inline std::string_view unfilled_blank(std::string_view text) {
  using namespace residue_detail;
  for (std::size_t at = 0, end = 0; at < text.size(); at = std::max(at + 1, end)) {
    if (cross_size(text, at) == 0) {
      continue;
    }
    if (const std::string_view crosses = crosses_at(text, at, end); !crosses.empty()) {
      return crosses;
    }
  }
  if (const std::size_t at = text.find("某某"); at != std::string_view::npos) {
    return text.substr(at, 6);
  }
  return gap_for_number(text);
}

/// "共收到政府信息公开申请件，": a count whose number was left out.
inline std::string_view missing_number(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const std::string_view mark = text.substr(at, 3);
    const bool is_break = at == text.size() || text[at] == '\n';
    if (!is_break && mark != "，" && mark != "。" && mark != "；" && mark != "、") {
      continue;
    }
    const std::string_view found = residue_detail::count_without_number(text.substr(begin, at - begin));
    if (!found.empty()) {
      return found;
    }
    begin = at + (is_break ? 1 : 3);
  }
  return {};
}

}  // namespace gongkai::rules
