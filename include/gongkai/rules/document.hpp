// The rules about the report as a document: edition, dates, sections, and what the text must and must not say.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>

#include "gongkai/model/about_fields.hpp"
#include "gongkai/model/contains.hpp"
#include "gongkai/rule.hpp"
#include "gongkai/rules/value.hpp"

namespace gongkai::rules {

// ---- Reading dates out of text, without allocating ----

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

/// The period that the report says its figures are of: "2024年1月1日至12月31日" and its like.
inline std::optional<std::array<Date, 2>> stated_period(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9' || (i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9')) {
      continue;
    }
    TextCursor cursor{text, i};
    Date from;
    if (!cursor.take_date(from)) {
      continue;
    }
    cursor.take("起");
    if (!cursor.take("至") && !cursor.take("到") && !cursor.take("—") && !cursor.take("-") && !cursor.take("－") &&
        !cursor.take("～")) {
      continue;
    }
    Date to{from.year, 0, 0};
    if (cursor.take_date(to) && ((from.month == 1 && from.day == 1) || (to.month == 12 && to.day == 31))) {
      return std::array{from, to};
    }
  }
  return std::nullopt;
}

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

// ---- Edition, citation, period ----

/// Whether a number with a word of counting stands in the sentence: 27条.
inline bool counts_something(std::string_view sentence) {
  for (std::size_t i = 0; i + 3 < sentence.size(); ++i) {
    if (sentence[i] < '0' || sentence[i] > '9' || (sentence[i + 1] >= '0' && sentence[i + 1] <= '9')) {
      continue;
    }
    TextCursor cursor{sentence, i + 1};
    for (const std::string_view unit : {"件", "条", "次", "篇", "份", "场", "期", "个", "项", "人次"}) {
      if (cursor.take(unit)) {
        return true;
      }
    }
  }
  return false;
}
/// Whether a sentence counts what the body itself did, and compares it with nothing.
inline bool tells_work(std::string_view sentence) {
  const bool does =
      contains_any(sentence, {"共制定", "共公开", "共发布", "共收到", "共受理", "共办理", "主动公开", "收到", "受理",
                              "制定", "制发", "发布", "公开信息", "开展", "举办", "组织", "召开", "更新"});
  const bool is_else =
      contains_any(sentence, {"相比", "同比", "较",   "增长",     "上升", "下降",   "减少",   "增加", "结转", "遗留",
                              "上年", "去年", "以来", "考核",     "测评", "评估",   "获",     "被评", "反馈", "问题",
                              "底",   "末",   "截至", "年度报告", "年报", "印发的", "出台的", "《"});
  return does && !is_else && counts_something(sentence);
}

/// What the document or the data say of a field that the caller contradicts.
inline Label said_of(AboutField field, const About& said) {
  switch (field) {
    case AboutField::year:
      return {"报告年度是{detail}年（指定的是{year}年）", "it is on {detail} (given: {year})"};
    case AboutField::authority:
      return {"报告机关是“{detail}”", "the body is “{detail}”"};
    case AboutField::publication_date:
      return {"发布日期是{detail}", "it was published on {detail}"};
    case AboutField::level:
      return level_words[static_cast<std::size_t>(said.level)];
    case AboutField::kind:
      return kind_words[static_cast<std::size_t>(said.kind)];
    case AboutField::coverage:
      return extent_words[static_cast<std::size_t>(said.coverage)];
    case AboutField::edition:
      break;
  }
  return edition_words[static_cast<std::size_t>(said.edition)];
}

/// One finding for each field in which the caller contradicts the document. Of the year, one of the two is an error.
inline void hint_contradicts(const Subject& subject, Verdicts& verdicts) {
  for (const AboutField field : subject.contradicted()) {
    Finding& finding = verdicts.violated();
    finding.reason = said_of(field, subject.said());
    finding.detail = about_text(subject.said(), field);
    finding.severity = field == AboutField::year ? Severity::error : finding.severity;
  }
}

inline void edition_year(const Subject& subject, Verdicts& verdicts) {
  const int year = subject.report().about.year;
  const Edition edition = subject.edition();
  if (year == 0 || edition == Edition::unknown) {
    verdicts.open(OpenReason::missing_input);
  } else if (year < 2019) {
    return;  // no national form was in force
  } else if ((year <= 2020) == (edition == Edition::form_2019)) {
    verdicts.held();
  } else {
    verdicts.violated().detail = edition == Edition::form_2019 ? "2019" : "2021";
  }
}

/// Whether the text cites the notice 国办公开办函〔year〕number号, in whatever brackets.
inline bool cites(std::string_view text, std::string_view year, std::string_view number) {
  const std::size_t sign = text.find("国办公开办函");
  if (sign == std::string_view::npos) {
    return false;
  }
  for (std::size_t at = text.find(year, sign); at != std::string_view::npos; at = text.find(year, at + 1)) {
    TextCursor cursor{text, at + year.size()};
    for (const std::string_view bracket : {"〕", "]", "】", "）", ")", "﹞", "］", "》", "〉", "」"}) {
      if (!cursor.take(bracket)) {
        continue;
      }
      cursor.take("第");
      if (cursor.take(number) && cursor.take("号")) {
        return true;
      }
      break;
    }
  }
  return false;
}

inline void citation_year(const Subject& subject, Verdicts& verdicts) {
  const int year = subject.report().about.year;
  if (year == 0 || !has_narrative(subject)) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  if (year < 2019) {
    return;
  }
  struct Notice {
    bool is_cited = false;
    std::string_view name;
  };
  constexpr std::string_view name_2019 = "国办公开办函〔2019〕60号", name_2021 = "国办公开办函〔2021〕30号";
  Notice right{false, year <= 2020 ? name_2019 : name_2021}, wrong{false, year <= 2020 ? name_2021 : name_2019};
  Notice old_law{false, "国务院令第492号"};
  bool cites_law = false;
  for_each_text(subject, [&](std::string_view text) {
    const bool cites_2019 = cites(text, "2019", "60"), cites_2021 = cites(text, "2021", "30");
    right.is_cited = right.is_cited || (year <= 2020 ? cites_2019 : cites_2021);
    wrong.is_cited = wrong.is_cited || (year <= 2020 ? cites_2021 : cites_2019);
    old_law.is_cited = old_law.is_cited || contains_any(text, {"令第492号", "令（第492号", "令492号"});
    cites_law = cites_law || contains_any(text, {"令第711号", "令（第711号", "令711号"});
  });
  if (wrong.is_cited && !right.is_cited) {
    verdicts.violated().detail = wrong.name;
  } else if (old_law.is_cited && !cites_law) {
    verdicts.violated().detail = old_law.name;
  } else if (right.is_cited || cites_law) {
    verdicts.held();
  }
}

inline std::string date_text(const Date& date) {
  return std::to_string(date.year) + "年" + std::to_string(date.month) + "月" + std::to_string(date.day) + "日";
}

/// Judges the period that a sentence gives for the figures. Other pairs of dates may be of anything, a campaign or a
/// course, and only show that the year is named. A body founded in the year begins later.
inline void period(const Subject& subject, Verdicts& verdicts) {
  const int year = subject.report().about.year;
  std::optional<std::array<Date, 2>> wrong;
  bool is_right = false, is_new_body = false;
  for_each_text(subject, [&](std::string_view text) {
    is_new_body = is_new_body || contains_any(text, {"成立", "组建", "挂牌", "设立"});
    for_each_sentence(text, [&](std::string_view sentence) {
      const auto stated = stated_period(sentence);
      if (!stated) {
        return;
      }
      const bool is_of_figures = contains_any(sentence, {"期限", "所列", "统计", "报告期", "报告时间"});
      is_right = is_right || *stated == std::array{Date{year, 1, 1}, Date{year, 12, 31}};
      if (is_of_figures && !wrong) {
        wrong = stated;
      }
    });
  });
  const int said = subject.said().year;  // where the caller contradicts it, the hint is the fault
  const bool is_said = said != 0 && wrong && *wrong == std::array{Date{said, 1, 1}, Date{said, 12, 31}};
  if (year == 0 || (!is_right && !wrong)) {
    verdicts.open(OpenReason::missing_input);
  } else if (is_right || is_said || (is_new_body && (*wrong)[0].year == year && (*wrong)[1] == Date{year, 12, 31})) {
    verdicts.held();
  } else {
    verdicts.violated().detail = date_text((*wrong)[0]) + "至" + date_text((*wrong)[1]);
  }
}

/// A sentence that begins with last year and counts what was done in it, in a report on this year; not where it, or the
/// sentence behind it, compares the two.
inline void stale_year(const Subject& subject, Verdicts& verdicts) {
  const int year = subject.report().about.year;
  const std::string_view text = subject.report().narrative.overview;
  if (year == 0 || text.empty()) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  bool any = false;
  std::string_view stale;  // a sentence that the next may explain
  const auto report = [&] {
    if (!stale.empty()) {
      any = true;
      verdicts.violated().detail = std::string(stale);
    }
    stale = {};
  };
  const std::string this_year = std::to_string(year) + "年";
  for_each_sentence(text, [&](std::string_view sentence) {
    if (contains(sentence, this_year) || contains_any(sentence, {"今年", "本年"})) {
      stale = {};
    }
    report();
    TextCursor cursor{sentence, 0};
    int number = 0;
    const bool is_last_year = cursor.take_number(number) && number == year - 1 && cursor.take("年");
    if (is_last_year && !contains(sentence, this_year) && tells_work(sentence)) {
      stale = sentence;
    }
  });
  report();
  if (!any) {
    verdicts.held();
  }
}

// ---- Completeness ----

/// What the introduction says of the number of parts where that is not six: "全文由五部分组成".
inline std::string_view announced_parts(std::string_view text) {
  constexpr std::string_view numerals = "二三四五七八九";  // 一部分 is "some"
  for (std::size_t at = text.find("部分"); at != std::string_view::npos; at = text.find("部分", at + 3)) {
    for (const std::string_view counter : {"", "个", "大"}) {
      if (at < counter.size() + 3 || text.substr(at - counter.size(), counter.size()) != counter) {
        continue;
      }
      const std::size_t begin = at - counter.size() - 3;
      const std::size_t found = numerals.find(text.substr(begin, 3));
      const bool is_number = found != std::string_view::npos && found % 3 == 0;
      if (is_number && !(begin >= 3 && text.substr(begin - 3, 3) == "第")) {
        return text.substr(begin, at + 6 - begin);
      }
    }
  }
  return {};
}

/// The sections of whose tables rows were found.
inline std::array<bool, sections.size() + 1> sections_with_rows(const Reading& reading) {
  std::array<bool, sections.size() + 1> found{};
  for (const CellInfo& cell : cells) {
    const CellState state = reading.sources[cell.index].state;
    if (state != CellState::absent && state != CellState::not_in_form) {
      found[static_cast<std::size_t>(cell.table_info().section)] = true;
    }
  }
  return found;
}

/// A report on a year before 2019 follows another form, of which nothing here is said but that.
inline void older_form(const Subject& subject, Verdicts& verdicts) {
  if (subject.report().about.year == 0) {
    verdicts.open(OpenReason::missing_input);
  } else if (is_before_the_form(subject.report().about)) {
    verdicts.violated();
  } else {
    verdicts.held();
  }
}

inline void year_missing(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
  } else if (subject.report().about.year == 0) {
    verdicts.violated();
  } else {
    verdicts.held();
  }
}

inline void sections_present(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
    return;
  }
  if (is_before_the_form(subject.report().about)) {
    return;
  }
  const std::array<bool, sections.size() + 1> has_table = sections_with_rows(*subject.reading());
  int last = 0;  // the section that came last in the document
  for (const SectionInfo& section : sections) {
    const Heading* heading = subject.reading()->find_heading(section.number);
    if (heading == nullptr && has_table[static_cast<std::size_t>(section.number)]) {
      Finding& finding = verdicts.violated_at({}, std::string(section.heading.zh));
      finding.severity = Severity::info;
      finding.reason = {"的表格在，没有找到它的标题", "has its table, but its heading was not found"};
    } else if (heading == nullptr) {
      verdicts.violated_at({}, std::string(section.heading.zh)).reason = {"缺失", "is missing"};
    } else if (heading->is_by_number) {
      Finding& finding = verdicts.violated_at(heading->place, std::string(section.heading.zh));
      finding.severity = Severity::info;
      finding.reason = {"的标题用了别的文字，请改用统一格式的标题", "has a heading of its own wording; use the form's"};
    } else if (const int order = static_cast<int>(heading - subject.reading()->headings.data()) + 1; order < last) {
      verdicts.violated_at(heading->place, std::string(section.heading.zh)).reason = {"不在应有的位置",
                                                                                      "is out of place"};
    } else {
      last = order;
      verdicts.held();
    }
  }
  if (const std::string_view announced = announced_parts(subject.report().narrative.preamble); !announced.empty()) {
    Finding& finding = verdicts.violated_at({}, std::string(announced));
    finding.severity = Severity::info;
    finding.reason = {"（前言所说）与格式的六个部分不符", "(as the introduction says) is not the form's six"};
  }
}

inline void table_missing(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
    return;
  }
  std::array<bool, tables.size()> found{};
  for (const CellInfo& cell : cells) {
    const CellState state = subject.reading()->sources[cell.index].state;
    if (state != CellState::absent && state != CellState::not_in_form) {
      found[cell.row_info().table] = true;
    }
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (is_before_the_form(subject.report().about) ||
        (subject.edition() != Edition::unknown && !has(tables[i].editions, subject.edition()))) {
      continue;
    }
    if (found[i]) {
      verdicts.held();
    } else {
      verdicts.violated().reason = tables[i].title;
    }
  }
}

/// What a template left to be filled in: XX, ××镇, 某某, 收到  件. Empty where there is nothing of the kind.
inline std::string_view unfilled_blank(std::string_view text) {
  constexpr std::array<std::string_view, 6> crosses{"×", "╳", "Ｘ", "X", "x", "ｘ"};
  const auto cross_at = [&](std::size_t at) {
    for (const std::string_view cross : crosses) {
      if (text.substr(at, cross.size()) == cross) {
        return cross.size();
      }
    }
    return std::size_t{0};
  };
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() &&
           (((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') || (text[at] >= '0' && text[at] <= '9'));
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i, n = 0;
    for (std::size_t size = cross_at(end); size != 0; size = cross_at(end)) {
      end += size;
      ++n;
    }
    if (n == 0) {
      ++i;
      continue;
    }
    TextCursor behind{text, end};
    bool is_counted = false;
    for (const std::string_view unit : {"次", "件", "条", "人", "场", "期", "篇", "年", "月", "个", "份"}) {
      is_counted = is_counted || behind.take(unit);
    }
    const bool is_word = (i > 0 && is_letter(i - 1)) || is_letter(end);
    if (!is_word && (n >= 2 || is_counted)) {
      return text.substr(i, (is_counted ? behind.at : end) - i);
    }
    i = end;
  }
  if (const std::size_t at = text.find("某某"); at != std::string_view::npos) {
    return text.substr(at, 6);
  }
  for (const std::string_view verb :
       {"收到", "受理", "公开", "发布", "制定", "制发", "办结", "答复", "培训", "申请", "信息"}) {
    for (std::size_t at = text.find(verb); at != std::string_view::npos; at = text.find(verb, at + 1)) {
      std::size_t end = at + verb.size();
      const std::size_t blank = end;
      while (end < text.size() && (text[end] == ' ' || text[end] == '_' || text.substr(end, 3) == "\u3000")) {
        end += text[end] == ' ' || text[end] == '_' ? 1U : 3U;
      }
      for (const std::string_view unit : {"件", "条", "次", "篇", "份"}) {
        const std::string_view mark = text.substr(std::min(text.size(), end + unit.size()), 3);
        if (end != blank && text.substr(end, unit.size()) == unit &&
            (mark == "，" || mark == "。" || mark == "；" || mark == "、")) {
          return text.substr(at, end + unit.size() - at);
        }
      }
    }
  }
  return {};
}

/// "共收到政府信息公开申请件，": a count whose number was left out.
inline std::string_view missing_number(std::string_view text) {
  constexpr std::string_view numerals = "零一二三四五六七八九十百千两〇";
  std::string_view found;
  const auto look = [&](std::string_view clause) {
    const std::size_t counted = std::min({clause.find("共收到"), clause.find("共受理"), clause.find("共办理"),
                                          clause.find("共办结"), clause.find("共公开"), clause.find("共发布")});
    if (counted == std::string_view::npos || !found.empty()) {
      return;
    }
    const std::string_view words = clause.substr(counted);
    bool has_number = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t numeral = i + 3 <= words.size() ? numerals.find(words.substr(i, 3)) : std::string_view::npos;
      has_number =
          has_number || (words[i] >= '0' && words[i] <= '9') || (numeral != std::string_view::npos && numeral % 3 == 0);
    }
    for (const std::string_view end : {"申请件", "公开件", "信息条", "信息篇", "申请条"}) {
      if (!has_number && words.size() > end.size() && words.substr(words.size() - end.size()) == end) {
        found = words;
      }
    }
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
    const std::string_view mark = text.substr(at, 3);
    if (mark == "，" || mark == "。" || mark == "；" || mark == "、" || text[at] == '\n') {
      look(text.substr(begin, at - begin));
      begin = at + (text[at] == '\n' ? 1 : 3);
    }
  }
  look(text.substr(std::min(begin, text.size())));
  return found;
}

inline void template_residue(const Subject& subject, Verdicts& verdicts) {
  if (!has_narrative(subject)) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  bool any = false;
  for (const std::string_view residue : {"该部分以表格形式报告", "此处填写", "请填写", "填表说明"}) {
    if (any_text_contains(subject, residue)) {
      any = true;
      verdicts.violated().detail = std::string(residue);
    }
  }
  for_each_text(subject, [&](std::string_view text) {
    if (const std::string_view blank = unfilled_blank(text); !blank.empty()) {
      any = true;
      verdicts.violated().detail = std::string(blank);
    }
    if (const std::string_view words = missing_number(text); !words.empty()) {
      any = true;
      Finding& finding = verdicts.violated();
      finding.detail = std::string(words);
    }
  });
  if (!any) {
    verdicts.held();
  }
}

/// Whether the text names the body that reports: by its name or the end of it, its place, or as 我局, 本单位, 全县.
inline bool names_body(std::string_view text, std::string_view authority) {
  constexpr std::string_view kinds = "局厅委办镇乡街县市区州旗盟省站队会社院所处中";
  for (const std::string_view own : {"我", "本", "全"}) {
    for (std::size_t at = text.find(own); at != std::string_view::npos; at = text.find(own, at + 1)) {
      const std::string_view next = text.substr(at + 3, 3);
      const std::size_t kind = kinds.find(next);
      if (next.size() == 3 && ((kind != std::string_view::npos && kind % 3 == 0) ||
                               contains_any(text.substr(at + 3, 6), {"单位", "机关", "部门", "系统"}))) {
        return true;
      }
    }
  }
  for (std::size_t at = 0; at < text.size() && !authority.empty(); ++at) {
    bool found = false;
    if ((static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) {
      continue;  // inside a character
    }
    claims_detail::for_each_own_name(text.substr(at), authority, [&](std::size_t) { found = true; });
    if (found) {
      return true;
    }
  }
  return false;
}

inline void generic_text(const Subject& subject, Verdicts& verdicts) {
  const std::string_view text = subject.report().narrative.overview;
  const About& about = subject.report().about;
  if (text.empty() || about.year == 0) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  bool number = false;
  for (std::size_t i = 0; i < text.size() && !number;) {
    if (text[i] >= '0' && text[i] <= '9') {
      std::size_t end = i;
      while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
        ++end;
      }
      TextCursor after{text, end};
      number = !after.take("年") && !after.take("月") && !after.take("日");
      i = end;
    } else {
      ++i;
    }
  }
  const bool own = names_body(text, about.authority);
  const bool names_year =
      contains(text, std::to_string(about.year)) || contains_any(text, {"本年", "今年", "全年", "一年来"});
  if (own && number && names_year) {
    verdicts.held();
  } else {
    verdicts.violated().reason = !own      ? Label{"没有写明本机关", "it does not name the body"}
                                 : !number ? Label{"没有具体数字", "it has no numbers"}
                                           : Label{"没有写明报告年度", "it does not name the year"};
  }
}

/// One finding for all that is missing.
inline void government_extra(const Subject& subject, Verdicts& verdicts) {
  const About& about = subject.report().about;
  if (about.kind == Kind::unknown || !has_narrative(subject)) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  if (about.kind != Kind::government) {
    return;
  }
  struct Required {
    std::string_view name;
    std::initializer_list<std::string_view> words;
  };
  std::string missing;
  for (const Required& required :
       {Required{"工作考核", {"考核", "考评", "评估"}}, Required{"社会评议", {"评议", "评价", "满意度", "测评"}},
        Required{"责任追究", {"追究", "问责", "追责"}}}) {
    bool found = false;
    for_each_text(subject, [&](std::string_view text) { found = found || contains_any(text, required.words); });
    missing += found ? "" : missing.empty() ? "" : "、";
    missing += found ? "" : required.name;
  }
  if (missing.empty()) {
    verdicts.held();
  } else {
    verdicts.violated().detail = missing;
  }
}

/// Any word on charging in section six is on this fee, except the name of the fees of section two.
inline void processing_fee(const Subject& subject, Verdicts& verdicts) {
  std::string text = subject.report().narrative.other_matters;
  if (text.empty()) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  constexpr std::string_view other_fees = "行政事业性收费";
  for (std::size_t at = text.find(other_fees); at != std::string::npos; at = text.find(other_fees, at)) {
    text.erase(at, other_fees.size());
  }
  if (any_text_contains(subject, "处理费") || contains_any(text, {"收费", "收取", "费用", "缴费"})) {
    verdicts.held();
  } else {
    verdicts.violated();
  }
}

inline void section5_empty(const Subject& subject, Verdicts& verdicts) {
  const std::string_view text = subject.report().narrative.problems_and_improvements;
  const bool heading_found = subject.reading() != nullptr && subject.reading()->find_heading(5) != nullptr;
  if (!heading_found && (subject.reading() != nullptr || !has_narrative(subject))) {
    verdicts.open(OpenReason::missing_input);
  } else if (contains_any(text, {"...", "…"}) && text.size() < 10 * std::string_view("无").size()) {
    verdicts.open(OpenReason::missing_input);  // an extract: what stood there is not known
  } else if (text.size() >= 10 * std::string_view("无").size()) {
    verdicts.held();
  } else {
    Finding& finding = verdicts.violated();
    finding.detail = std::string(text);
    finding.reason = text.empty() ? Label{"没有内容", "is empty"} : Label{"只写了“{detail}”", "says only “{detail}”"};
  }
}

// ---- Deadlines (art. 49) ----

/// Judges the publication date against a day of the year after the one reported on. A page may have been posted anew: where
/// the report itself bears a date in time, or the page is of a later year still, it is for a person to say.
inline void judge_deadline(const Subject& subject, Verdicts& verdicts, int month, int day) {
  const About& about = subject.report().about;
  const Date last{about.year + 1, month, day};
  if (about.publication_date <= last) {
    verdicts.held();
    return;
  }
  Finding& finding = verdicts.violated();
  finding.detail = date_text(about.publication_date);
  const Date own = subject.reading() == nullptr ? Date() : subject.reading()->written_date;
  const bool bears_earlier = own.is_known() && own.year > about.year && own <= last;
  if (bears_earlier || about.publication_date.year > last.year) {
    finding.severity = std::min(finding.severity, Severity::warning);
    finding.reason = {"如系重新发布、网站迁移，请核对首次公布的日期。",
                      " If it was posted anew or the site was moved, check when it was first published."};
  }
}
template <class Applies>
void deadline(const Subject& subject, Verdicts& verdicts, int month, int day, Applies applies) {
  const About& about = subject.report().about;
  if (about.kind == Kind::unknown || about.level == Level::unknown || about.year == 0 ||
      !about.publication_date.is_known()) {
    verdicts.open(OpenReason::missing_input);
  } else if (applies(about)) {
    judge_deadline(subject, verdicts, month, day);
  }
}
inline void deadline_department(const Subject& subject, Verdicts& verdicts) {
  deadline(subject, verdicts, 1, 31,
           [](const About& a) { return a.kind == Kind::department && a.level != Level::township; });
}
inline void deadline_government(const Subject& subject, Verdicts& verdicts) {
  deadline(subject, verdicts, 3, 31,
           [](const About& a) { return a.kind == Kind::government && a.level != Level::township; });
}
inline void deadline_township(const Subject& subject, Verdicts& verdicts) {
  deadline(subject, verdicts, 1, 31,
           [](const About& a) { return a.level == Level::township || a.kind == Kind::agency; });
}

/// A report on a year is made when the year is over.
inline void published_early(const Subject& subject, Verdicts& verdicts) {
  const About& about = subject.report().about;
  if (about.year == 0 || !about.publication_date.is_known()) {
    verdicts.open(OpenReason::missing_input);
  } else if (about.publication_date.year > about.year) {
    verdicts.held();
  } else {
    verdicts.violated().detail = date_text(about.publication_date);
  }
}

// ---- What sections one and five tell ----

/// One finding for all aspects of section one that a text of some length does not touch with any of their words.
inline void five_aspects(const Subject& subject, Verdicts& verdicts) {
  constexpr std::size_t shortest = 1500;  // bytes: a shorter text may be an extract, and tells little of anything
  const std::string_view text = subject.report().narrative.overview;
  if (text.size() < shortest) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  struct Aspect {
    std::string_view name;
    std::initializer_list<std::string_view> words;
  };
  std::string missing;
  for (const Aspect& aspect :
       {Aspect{"主动公开", {"主动公开", "公开信息", "公开政府信息", "公开各类", "发布"}},
        Aspect{"依申请公开", {"申请"}},
        Aspect{"政府信息管理", {"管理", "审查", "审核", "目录", "清理", "机制", "制度"}},
        Aspect{"政府信息公开平台建设", {"平台", "网站", "公众号", "新媒体", "专栏", "专区", "窗口"}},
        Aspect{"监督保障", {"监督", "保障", "考核", "培训", "评议", "领导", "追究", "检查"}}}) {
    if (!contains_any(text, aspect.words)) {
      missing += (missing.empty() ? "" : "、") + std::string(aspect.name);
    }
  }
  if (missing.empty()) {
    verdicts.held();
  } else {
    verdicts.violated().detail = missing;
  }
}

/// Section five with problems and no improvement, or the other way round. The words are many, so that only a text with
/// none of them is named.
inline void section5_halves(const Subject& subject, Verdicts& verdicts) {
  constexpr std::size_t shortest = 450;  // bytes; what is shorter may be an extract, or is for section5_empty
  const std::string_view text = subject.report().narrative.problems_and_improvements;
  if (text.size() < shortest) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  const bool has_problem =
      contains_any(text, {"问题", "不足", "短板", "不够", "有待", "薄弱",   "欠缺",   "困难", "不及时", "不强",
                          "不高", "不深", "单一", "不全", "差距", "不到位", "不规范", "较少", "滞后",   "不平衡",
                          "不均", "缺乏", "缺少", "偏",   "不多", "不明确", "不完善", "少"});
  const bool has_improvement = contains_any(
      text, {"改进", "下一步", "将",   "加强", "措施", "整改", "提升", "完善", "今后", "明年", "来年", "下一年",
             "打算", "进一步", "优化", "推进", "推动", "强化", "提高", "加大", "努力", "计划", "继续", "已"});
  if (has_problem && has_improvement) {
    verdicts.held();
  } else {
    verdicts.violated().reason = has_problem
                                     ? Label{"只写了存在的问题，没有写改进情况", "tells problems and no improvement"}
                                     : Label{"没有写存在的问题", "tells no problem"};
  }
}

// clang-format off
inline constexpr Rule document_rules[] = {
  {"document.hint_contradicts", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"读取时指定的年度、机关、日期等优先于文件所写", "What the caller says of the year, the body or the date wins over the document"},
   {"读取时指定的与文件本身写明的一致。", "What the caller says is what the document says."},
   {"文件写明：{reason}；读取时指定的不同，已按指定的读取。请核对是文件写错了，还是指定错了。", "The document says: {reason}. The caller said otherwise, and that was taken. See which of the two is wrong."},
   {"标题是2023年度报告，读取时指定2024年度。", "The title says 2023 and the option says 2024."}, hint_contradicts},
  {"document.edition_year", Severity::error, Scope::report, Editions::both, Ground::law,
   {"《条例》第五十条第二款；国办公开办函〔2019〕60号；国办公开办函〔2021〕30号", "Regulations art. 50 last para; 国办公开办函〔2019〕60号 and 〔2021〕30号"},
   {"2019、2020年度用2019年版格式，2021年度起用2021年版格式。", "Years 2019 and 2020 use the 2019 form, 2021 and later the 2021 form."},
   {"{year}年度报告用的是{detail}年版格式，应换用当年有效的格式。", "The report for {year} uses the {detail} form. Use the form in force for that year."},
   {"2023年度报告仍有“政府集中采购”一栏。", "A report for 2023 with the procurement row."}, edition_year},
  {"document.year_missing", Severity::warning, Scope::document, Editions::both, Ground::form,
   {"报告格式的标题：机关名称、年度", "The form's title: the body and the year"},
   {"报告写明是哪一年度的。", "The report says which year it is about."},
   {"没有找到报告年度：标题和统计期限都没有写明。与年度有关的规则没有核对。", "No year was found, neither in the title nor in the period of the figures. Rules that depend on it were not checked."},
   {"标题只有“政府信息公开工作年度报告”。", "A title that names no year."}, year_missing},
  {"document.older_form", Severity::info, Scope::report, Editions::both, Ground::law,
   {"国办公开办函〔2019〕60号自2019年度报告起施行", "国办公开办函〔2019〕60号 applies from the report for 2019"},
   {"报告年度不早于2019年。", "The report is for 2019 or later."},
   {"{year}年度报告早于2019年的全国统一格式（国办公开办函〔2019〕60号），用的是当时各地自定的统计表，不在核对范围内。", "The report for {year} is older than the national form of 2019 (国办公开办函〔2019〕60号); its statistics follow a local form, which is not checked."},
   {"2018年度报告附有“政府信息公开情况统计表”。", "A report for 2018 with a local table of statistics."}, older_form},
  {"document.citation_year", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"国办公开办函〔2021〕30号自2021年度报告起施行", "国办公开办函〔2021〕30号 applies from the report for 2021"},
   {"引用的格式文件与报告年度相符。", "The notice cited is the one for the report's year."},
   {"{year}年度报告引用了{detail}，与报告年度不符。", "The report for {year} cites {detail}, which is not for that year."},
   {"2024年度报告引用国办公开办函〔2019〕60号。", "A report for 2024 cites 国办公开办函〔2019〕60号."}, citation_year},
  {"document.period", Severity::error, Scope::document, Editions::both, Ground::law,
   {"《条例》第四十九条：公布上一年度的年度报告", "Regulations art. 49: the report is on the preceding year"},
   {"所列数据的统计期限是报告年度的1月1日至12月31日。", "The figures are of 1 January to 31 December of the report's year."},
   {"{year}年度报告写明的统计期限是“{detail}”，应为当年1月1日至12月31日。", "The report for {year} says its period is {detail}; it must be 1 January to 31 December of that year."},
   {"2024年度报告写“2023年1月1日至2023年12月31日”。", "A report for 2024 that says 2023-01-01 to 2023-12-31."}, period},
  {"document.stale_year", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"报告的是上一年度工作，常见沿用旧稿未改年份", "A common slip: last year's text reused with its year"},
   {"总体情况中叙述本年度工作时，年份应为报告年度。", "Where section one tells this year's work it names this year."},
   {"总体情况中有一句写的是上一年的年份：“{detail}”，请核实是否沿用了旧稿。", "A sentence of section one speaks of the year before: “{detail}”. Perhaps an old text was reused."},
   {"2023年度报告写“2022年共制定规范性文件4件”。", "A report for 2023 that says what was made in 2022."}, stale_year},
  {"document.sections", Severity::error, Scope::document, Editions::both, Ground::layout,
   {"报告格式的六个部分", "The six headings of the form"},
   {"六个部分齐全，顺序与格式一致。", "All six sections are there, in the order of the form."},
   {"“{detail}”部分{reason}。", "Section “{detail}” {reason}."},
   {"缺少“其他需要报告的事项”。", "The last section is missing."}, sections_present},
  {"document.table_missing", Severity::error, Scope::document, Editions::both, Ground::layout,
   {"报告格式的各张表格", "The tables of the form"},
   {"第二、三、四部分的表格齐全。", "All tables of sections two to four are there."},
   {"没有找到“{reason}”的表格。如果表格是图片，请换成文字表格。", "The table “{reason}” was not found. If it is a picture, replace it by a table of text."},
   {"标题下面只有图片，没有表格。", "Only a picture under the heading."}, table_missing},
  {"document.template_residue", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"模板中的填写说明不属于报告内容", "Instructions of the template are not part of a report"},
   {"报告中没有留下模板的填写说明。", "No instruction of the template is left."},
   {"报告里还留有没有填写的模板文字“{detail}”，请填写或删去。", "The template's words “{detail}” are still there; fill them in or delete them."},
   {"“该部分以表格形式报告。表格如下”。", "“该部分以表格形式报告。表格如下”"}, template_residue},
  {"document.generic_text", Severity::info, Scope::document, Editions::both, Ground::practice,
   {"总体情况应反映本机关当年的工作", "Section one tells this body's work of the year"},
   {"总体情况写明本机关、报告年度，并有具体数字。", "Section one names the body and the year and has numbers."},
   {"“总体情况”{reason}，读来较为空泛。", "Section one is generic: {reason}."},
   {"通篇没有一个数字。", "Not one number in the text."}, generic_text},
  {"document.deadline_department", Severity::error, Scope::document, Editions::both, Ground::law,
   {"《条例》第四十九条第一款", "Regulations art. 49 para 1"},
   {"县级以上人民政府部门应在次年1月31日前公布。", "Departments of county level and above publish by 31 January of the next year."},
   {"{year}年度报告的公布日期是{detail}，晚于1月31日。{reason}", "The report for {year} was published on {detail}, after 31 January.{reason}"},
   {"某县教育局于3月5日公布。", "A county's education bureau publishes on 5 March."}, deadline_department},
  {"document.deadline_government", Severity::error, Scope::document, Editions::both, Ground::law,
   {"《条例》第四十九条第二款", "Regulations art. 49 para 2"},
   {"县级以上地方人民政府应在次年3月31日前公布。", "Governments of county level and above publish by 31 March of the next year."},
   {"{year}年度报告的公布日期是{detail}，晚于3月31日。{reason}", "The report for {year} was published on {detail}, after 31 March.{reason}"},
   {"某县人民政府于4月10日公布。", "A county government publishes on 10 April."}, deadline_government},
  {"document.deadline_township", Severity::info, Scope::document, Editions::both, Ground::practice,
   {"《条例》第四十九条未列乡镇，期限由当地通知规定，多为1月31日", "Art. 49 does not name townships; local notices set the date, mostly 31 January"},
   {"乡镇、街道和派出机关一般在次年1月31日前公布。", "Townships, streets and agencies normally publish by 31 January."},
   {"{year}年度报告的公布日期是{detail}，晚于1月31日，请对照当地通知的期限。{reason}", "The report for {year} was published on {detail}, after 31 January. Compare with the local notice.{reason}"},
   {"某镇于2月20日公布。", "A town publishes on 20 February."}, deadline_township},
  {"document.government_extra", Severity::warning, Scope::document, Editions::both, Ground::law,
   {"《条例》第五十条第一款第（四）项", "Regulations art. 50(1)(4)"},
   {"各级人民政府的报告应写明工作考核、社会评议和责任追究结果情况。", "A government's report, a township's too, states the results of assessment, public evaluation and accountability."},
   {"政府的年度报告应写明{detail}的结果，文中没有找到。", "A government's report states the results of assessment, public evaluation and accountability; the text does not mention {detail}."},
   {"县政府报告没有提到社会评议。", "A county government's report does not mention public evaluation."}, government_extra},
  {"document.processing_fee", Severity::warning, Scope::document, Editions::form_2021, Ground::practice,
   {"2021年版格式模板第六部分（模板可见，格式文件正文未能核对）", "Template of the 2021 form, section six (the template was seen, the notice's text not)"},
   {"第六部分写明收取信息处理费的情况，没有收取也要写明。", "Section six states the information-processing fee, also when none was charged."},
   {"第六部分没有写明信息处理费的收取情况。没有收取的，也请写明。", "Section six does not mention the processing fee. State it even if none was charged."},
   {"第六部分只写“无”。", "Section six says only “none”."}, processing_fee},
  {"document.section5_empty", Severity::warning, Scope::document, Editions::both, Ground::law,
   {"《条例》第五十条第一款第（四）项", "Regulations art. 50(1)(4)"},
   {"第五部分写明存在的主要问题及改进情况，不能空着或只写“无”。", "Section five tells the problems and improvements; it is not empty."},
   {"“存在的主要问题及改进情况”部分{reason}，请补充。", "Section five {reason}. Please complete it."},
   {"第五部分只写“无”。", "Section five says only “none”."}, section5_empty},
  {"document.published_early", Severity::warning, Scope::document, Editions::both, Ground::law,
   {"《条例》第四十九条：公布上一年度的年度报告", "Regulations art. 49: the report is on the preceding year"},
   {"报告在年度结束以后公布。", "The report is published when its year is over."},
   {"{year}年度报告的公布日期是{detail}，当年还没有结束，请核对日期和年度。", "The report for {year} was published on {detail}, before the year was over. Check the date and the year."},
   {"2024年度报告于2024年11月20日公布。", "A report for 2024 published on 20 November 2024."}, published_early},
  {"document.five_aspects", Severity::info, Scope::document, Editions::form_2021, Ground::layout,
   {"国办公开办函〔2021〕30号一（一）", "国办公开办函〔2021〕30号 1(1)"},
   {"总体情况写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。", "Section one tells of disclosure, requests, management of information, platforms, and supervision."},
   {"“总体情况”没有写到：{detail}。", "Section one does not mention: {detail}."},
   {"总体情况写了三段，没有一处提到依申请公开。", "Three paragraphs without a word on requests."}, five_aspects},
  {"document.section5_halves", Severity::info, Scope::document, Editions::both, Ground::law,
   {"《条例》第五十条第一款第（四）项：存在的主要问题及改进情况", "Regulations art. 50(1)(4): problems and improvements"},
   {"第五部分既写问题，也写改进情况。", "Section five tells both problems and improvements."},
   {"“存在的主要问题及改进情况”部分{reason}。", "Section five {reason}."},
   {"第五部分列了三个问题，没有一句改进。", "Three problems and not a word on what is done about them."}, section5_halves},
};
// clang-format on

}  // namespace gongkai::rules
