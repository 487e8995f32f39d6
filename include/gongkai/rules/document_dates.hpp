// The rules about what the report says of time: its period, the notices and years it names, and when it was published.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "gongkai/rule.hpp"
#include "gongkai/rules/prose.hpp"

namespace gongkai::rules {

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
    if (cursor.take("起")) {
      cursor.take("，") || cursor.take(",");
    }
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
      contains_any(sentence, {"相比", "同比",   "较",     "增长",   "上升",   "下降",     "减少", "增加",   "结转",
                              "遗留", "上年",   "去年",   "以来",   "考核",   "测评",     "评估", "获",     "被评",
                              "反馈", "问题",   "底",     "末",     "截至",   "年度报告", "年报", "印发的", "出台的",
                              "《",   "收到的", "受理的", "制定的", "发布的", "公开的"});
  return does && !is_else && counts_something(sentence);
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
  const bool is_of_2019 = year <= 2020;  // the form
  Notice right{false, is_of_2019 ? name_2019 : name_2021}, wrong{false, is_of_2019 ? name_2021 : name_2019};
  Notice old_law{false, "国务院令第492号"};
  bool cites_law = false;
  for_each_text(subject, [&](std::string_view text) {
    const bool cites_2019 = cites(text, "2019", "60"), cites_2021 = cites(text, "2021", "30");
    right.is_cited = right.is_cited || (is_of_2019 ? cites_2019 : cites_2021);
    wrong.is_cited = wrong.is_cited || (is_of_2019 ? cites_2021 : cites_2019);
    old_law.is_cited = old_law.is_cited || contains_any(text, {"令第492号", "令（第492号", "令492号"});
    cites_law = cites_law || contains_any(text, {"令第711号", "令（第711号", "令711号"});
  });
  const bool is_other_form = wrong.is_cited && !right.is_cited;
  if (is_other_form && is_of_said_year(subject, is_of_2019 ? Edition::form_2021 : Edition::form_2019)) {
    verdicts.held();
  } else if (is_other_form) {
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

/// The part of a sentence that begins with last year and counts what was done in it: the sentence, or a clause behind one
/// that counts nothing. Empty where the sentence compares the two years.
inline std::string_view told_of_last_year(std::string_view sentence, int year) {
  constexpr std::size_t comma = std::string_view("，").size();
  const std::string this_year = std::to_string(year) + "年";
  for (std::size_t begin = 0; begin < sentence.size();) {
    const std::string_view rest = sentence.substr(begin);
    TextCursor cursor{rest, 0};
    int number = 0;
    if (cursor.take_number(number) && number == year - 1 && cursor.take("年")) {
      const bool is_compared = contains(rest, this_year) || contains_any(rest, {"今年", "本年"}) ||
                               counts_something(sentence.substr(0, begin));
      return !is_compared && tells_work(sentence) ? rest : std::string_view();
    }
    const std::size_t at_comma = rest.find("，");
    const std::size_t next = std::min(at_comma, rest.substr(0, at_comma).find("；"));
    begin = next == std::string_view::npos ? sentence.size() : begin + next + comma;
  }
  return {};
}

/// Last year's work told in a report on this year, but for where the next sentence sets this year beside it.
inline void stale_year(const Subject& subject, Verdicts& verdicts) {
  const int year = subject.report().about.year;
  const std::string_view text = subject.report().narrative.overview;
  if (year == 0 || text.empty()) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  bool any = false;
  std::string_view stale;  // what the next sentence may explain
  const auto report = [&] {
    if (!stale.empty()) {
      any = true;
      verdicts.violated().detail = std::string(stale);
    }
    stale = {};
  };
  const std::string this_year = std::to_string(year) + "年";
  for_each_sentence(text, [&](std::string_view sentence) {
    const bool names_this_year = contains(sentence, this_year) || contains_any(sentence, {"今年", "本年"});
    if (names_this_year && (counts_something(sentence) || contains_any(sentence, {"未", "没有", "无"}))) {
      stale = {};
    }
    report();
    stale = told_of_last_year(sentence, year);
  });
  report();
  if (!any) {
    verdicts.held();
  }
}

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

// clang-format off
inline constexpr Rule document_date_rules[] = {
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
  {"document.published_early", Severity::warning, Scope::document, Editions::both, Ground::law,
   {"《条例》第四十九条：公布上一年度的年度报告", "Regulations art. 49: the report is on the preceding year"},
   {"报告在年度结束以后公布。", "The report is published when its year is over."},
   {"{year}年度报告的公布日期是{detail}，当年还没有结束，请核对日期和年度。", "The report for {year} was published on {detail}, before the year was over. Check the date and the year."},
   {"2024年度报告于2024年11月20日公布。", "A report for 2024 published on 20 November 2024."}, published_early},
};
// clang-format on

}  // namespace gongkai::rules
