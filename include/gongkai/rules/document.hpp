// The rules about the report as a document: edition, year, sections and tables.
#pragma once

#include <algorithm>
#include <array>
#include <string>

#include "gongkai/model/about_fields.hpp"
#include "gongkai/rule.hpp"
#include "gongkai/rules/document_parts.hpp"
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
    case AboutField::publisher:  // no hint is of it
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
    return;
  }
  if (year < 2019) {
    return;  // document.older_form says it
  }
  if ((year <= 2020) == (edition == Edition::form_2019) || is_of_said_year(subject, edition)) {
    verdicts.held();
  } else {
    verdicts.violated().detail = edition == Edition::form_2019 ? "2019" : "2021";
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
   {"{year}年度报告早于2019年的全国统一格式（国办公开办函〔2019〕60号），{reason}。", "The report for {year} is older than the national form of 2019 (国办公开办函〔2019〕60号); {reason}."},
   {"2018年度报告附有“政府信息公开情况统计表”。", "A report for 2018 with a local table of statistics."}, older_form},
  {"document.cut", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"报告格式的六个部分和各张表格", "The six sections and the tables of the form"},
   {"文件是一份完整的报告。", "The file is a whole report."},
   {"文件{reason}，没有核对。请换用完整的报告再读。", "The file {reason} and was not checked. Read the whole report."},
   {"从网页或PDF中截出的一段，到表三中间为止。", "A piece cut out of a page that ends inside table three."}, cut},
  {"document.sections", Severity::error, Scope::document, Editions::both, Ground::layout,
   {"报告格式的六个部分", "The six headings of the form"},
   {"六个部分齐全，顺序与格式一致。", "All six sections are there, in the order of the form."},
   {"“{detail}”部分{reason}。", "Section “{detail}” {reason}."},
   {"缺少“其他需要报告的事项”。", "The last section is missing."}, sections_present},
  {"document.table_missing", Severity::error, Scope::document, Editions::both, Ground::layout,
   {"报告格式的各张表格", "The tables of the form"},
   {"第二、三、四部分的表格齐全。", "All tables of sections two to four are there."},
   {"没有找到“{detail}”的表格。{reason}", "The table “{detail}” was not found.{reason}"},
   {"标题下面只有图片，没有表格。", "Only a picture under the heading."}, table_missing},
};
// clang-format on

}  // namespace gongkai::rules
