// The rules about the report as a document: edition, year, sections and tables.
#pragma once

#include <algorithm>
#include <array>
#include <string>

#include "gongkai/model/about_fields.hpp"
#include "gongkai/rule.hpp"
#include "gongkai/rules/prose.hpp"
#include "gongkai/rules/value.hpp"

namespace gongkai::rules {

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
};
// clang-format on

}  // namespace gongkai::rules
