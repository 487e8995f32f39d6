// How rules look into the prose of a report: words, sentences and dates, found without allocating.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "gongkai/model/contains.hpp"
#include "gongkai/rule.hpp"

namespace gongkai::rules {

/// Walks over text, passing by spaces, which reports put between digits and characters at will.
struct TextCursor {
  std::string_view text;
  std::size_t at = 0;

  void skip_spaces() {
    while (at < text.size() && (text[at] == ' ' || text.substr(at, 2) == "\u00a0" || text.substr(at, 3) == "\u3000")) {
      at += text[at] == ' ' ? 1U : text.substr(at, 2) == "\u00a0" ? 2U : 3U;
    }
  }
  bool take(std::string_view word) {
    skip_spaces();
    if (text.substr(at, word.size()) != word) {
      return false;
    }
    at += word.size();
    return true;
  }
  bool take_number(int& number) {
    skip_spaces();
    const std::size_t start = at;
    number = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at - start < 5; ++at) {
      number = number * 10 + (text[at] - '0');
    }
    return at != start;
  }
  /// "2024年1月31日", "2024.1.31", "2024-01-31", or without the year where `date.year` is already set.
  bool take_date(Date& date) {
    constexpr std::array<std::array<std::string_view, 3>, 4> marks{
        {{"年", "月", "日"}, {".", ".", ""}, {"-", "-", ""}, {"/", "/", ""}}};
    const std::size_t start = at;
    for (const auto& [year_mark, month_mark, day_mark] : marks) {
      Date found = date;
      int year = 0;
      if (take_number(year) && year > 31 && take(year_mark)) {
        found.year = year;
      } else {
        at = start;
      }
      if (found.year != 0 && take_number(found.month) && take(month_mark) && take_number(found.day) && take(day_mark)) {
        date = found;
        return true;
      }
      at = start;
    }
    return false;
  }
};

inline bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains(text, word); });
}

/// Calls f(sentence) for each sentence, without its full stop; a line break ends one too.
template <class F>
void for_each_sentence(std::string_view text, F f) {
  constexpr std::string_view stop = "。";
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() == text.size() ? line.size() : line.size() + 1);
    while (!line.empty()) {  // within the line, so that no mark is looked for twice over the same text
      const std::string_view sentence = line.substr(0, line.find(stop));
      line.remove_prefix(sentence.size() == line.size() ? line.size() : sentence.size() + stop.size());
      f(sentence);
    }
  }
}

/// Calls f(text) for each text that says something about the report as a whole.
template <class F>
void for_each_text(const Subject& subject, F f) {
  const Narrative& narrative = subject.report().narrative;
  f(std::string_view(narrative.preamble));
  if (subject.reading() != nullptr) {
    f(std::string_view(subject.reading()->table_text));
  }
  f(std::string_view(narrative.overview));
  f(std::string_view(narrative.problems_and_improvements));
  f(std::string_view(narrative.other_matters));
}
inline bool any_text_contains(const Subject& subject, std::string_view word) {
  bool found = false;
  for_each_text(subject, [&](std::string_view text) { found = found || contains(text, word); });
  return found;
}
inline bool has_narrative(const Subject& subject) {
  const Narrative& narrative = subject.report().narrative;
  return (subject.reading() != nullptr && !subject.reading()->table_text.empty()) || !narrative.preamble.empty() ||
         !narrative.overview.empty() || !narrative.problems_and_improvements.empty() ||
         !narrative.other_matters.empty();
}

/// Whether the caller contradicts the document on its year, and an edition is the one for the document's year: that the caller
/// does is a finding of its own.
inline bool is_of_said_year(const Subject& subject, Edition edition) {
  const auto fields = subject.contradicted();
  return std::find(fields.begin(), fields.end(), AboutField::year) != fields.end() &&
         (subject.said().year <= 2020) == (edition == Edition::form_2019);
}

/// Whether the document may end before the report does: of what is not told in it nothing can be said.
inline bool may_be_cut(const Subject& subject) {
  return subject.reading() != nullptr && subject.reading()->find_heading(static_cast<int>(sections.size())) == nullptr;
}

}  // namespace gongkai::rules
