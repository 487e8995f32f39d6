// Labels as published reports write them stand for the rows and columns of the form.
#include "interpret/labels.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "interpret/headings.hpp"

using namespace gongkai;

namespace {

const Meaning* meaning(std::string_view label) {
  unicode::Folded folded;
  unicode::fold(label, folded);
  return Labels::instance().find(folded);
}
std::string_view row_of(std::string_view label) {
  const Meaning* found = meaning(label);
  return found == nullptr || !found->is_row() ? "" : rows[static_cast<std::size_t>(found->row)].key;
}
std::string_view column_of(std::string_view label) {
  const Meaning* found = meaning(label);
  return found == nullptr ? "" : found->column;
}
int section_of(std::string_view heading) {
  HeadingLine line;
  take_apart(heading, line);
  return section_of_heading(line);
}
std::string_view closest(std::string_view label) {
  unicode::Folded folded;
  unicode::fold(label, folded);
  const int row = Labels::instance().closest_row(folded);
  return row < 0 ? "" : rows[static_cast<std::size_t>(row)].key;
}

}  // namespace

TEST_CASE("every official label of both editions is known") {
  for (const RowInfo& row : rows) {
    for (const std::string_view label : {row.label.zh_2019, row.label.zh_2021}) {
      CAPTURE(label);
      CHECK(row_of(label) == row.key);
    }
  }
  for (const ColumnInfo& column : columns) {
    CAPTURE(column.label.zh_2019);
    CHECK(column_of(column.label.zh_2019) == column.name);
    CHECK(column_of(column.label.zh_2021) == column.name);
  }
}

TEST_CASE("every label of the pages in English is known, and the heads of their tables and groups") {
  for (const RowInfo& row : rows) {
    CAPTURE(row.label.en);
    CHECK(rows[static_cast<std::size_t>(meaning(row.label.en)->row)].label.en == row.label.en);  // some rows share one
  }
  for (const ColumnInfo& column : columns) {
    CAPTURE(column.label.en);
    CHECK(std::any_of(columns.begin(), columns.end(), [&](const ColumnInfo& one) {  // some columns share one
      return one.name == column_of(column.label.en) && one.label.en == column.label.en;
    }));
  }
  for (const Label& group : groups) {
    CAPTURE(group.en);
    CHECK(meaning(group.en)->is_caption);
    CHECK(meaning(group.zh)->is_caption);
  }
  for (const TableInfo& table : tables) {
    CAPTURE(table.title.zh);
    CHECK((meaning(table.title.zh) != nullptr && meaning(table.title.zh)->is_caption) == (table.section == 2));
  }
}

TEST_CASE("variants seen in published reports are known") {
  CHECK(row_of("规 章") == "disclosure.government_rules");
  CHECK(row_of("规章(设区的市、自治州人民政府应提供相关数据)") == "disclosure.government_rules");
  CHECK(row_of("规范性文件(行政机关制定发布的决定、公告、通告…一般情况下属于规范性文件)") ==
        "disclosure.normative_documents");
  CHECK(row_of("其他对外管理服务事项(指行政许可以外的政务服务事项，含行政确认、行政奖励…以及公共服务事项)") ==
        "disclosure.other_services");
  CHECK(column_of("现行有效件") == "in_force");
  CHECK(column_of("现行有效件数 (历史累计)") == "in_force");
  CHECK(column_of("上一年项目数量(指2019年事项数)") == "items_prior_year");
  CHECK(column_of("本年增/减(指2020年增加或减少的事项数,减用负值表示,如-8)") == "items_change");
  CHECK(column_of("处理决定数量(指2020年办件量)") == "decisions");
  CHECK(column_of("采购总金额(万元)") == "amount");
  CHECK(column_of("本年新\n制作数量") == "newly_made");
  CHECK(column_of("商 业\n企业") == "commercial_enterprise");
  CHECK(row_of("1、申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请") ==
        "requests.outcomes.other_handling.no_correction_in_time");
  CHECK_FALSE(meaning("现行有效件")->is_official);  // which the reader is told
  CHECK(meaning("现行有效件数")->is_official);
  CHECK(row_of("三、本年度办理结果") == "");
  CHECK(row_of("其他主动公开文件(含以本单位或本单位办公室名义正式签发的…)") == "");
}

TEST_CASE("the two editions tell themselves apart by their column heads") {
  CHECK(meaning("处理决定数量")->column_editions == Editions::form_2019);
  CHECK(meaning("本年处理决定数量")->column_editions == Editions::form_2021);
  CHECK(meaning("本年收费金额")->column_editions == Editions::form_2021);
  CHECK(meaning("采购项目数量")->column_editions == Editions::form_2019);
  CHECK(meaning("自然人")->column_editions == Editions::both);
}

TEST_CASE("a misprint is recognised only where one label alone comes close") {
  CHECK(closest("2.其他法律行政止公开") == "requests.outcomes.denied.other_legal_prohibition");
  CHECK(closest("5.要求行政机关确认或重新出俱已获取信息") == "requests.outcomes.not_processed.confirm_or_reissue");
  CHECK(closest("行政检查") == "");
  CHECK(closest("行政确认") == "");
  CHECK(closest("其他主动公开文件") == "");
}

TEST_CASE("a piece of a head is one of the section in whose tables the head stands") {
  const auto is_piece = [](std::string_view text, int section) {
    unicode::Folded folded;
    unicode::fold(text, folded);
    return is_part_of_head(folded, section);
  };
  CHECK(is_piece("处理决定数", 2));
  CHECK(is_piece("现行有效", 2));
  CHECK_FALSE(is_piece("处理决定数", 3));
  CHECK(is_piece("法律服务", 3));
  CHECK_FALSE(is_piece("结转下年", 3));  // the label of a row
  CHECK_FALSE(is_piece("法律服务", 2));
}

TEST_CASE("section headings in the wordings that reports use") {
  CHECK(section_of("一、总体情况") == 1);
  CHECK(section_of("表二：主动公开政府信息情况") == 2);
  CHECK(section_of("三、收到和处理政府信息公开申请情况") == 3);
  CHECK(section_of("四、政府信息公开行政复议、行政诉讼情况") == 4);
  CHECK(section_of("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况") == 4);
  CHECK(section_of("五、政府信息公开工作存在的主要问题及改进情况") == 5);
  CHECK(section_of("五、存在问题及改进情况") == 5);
  CHECK(section_of("六、其他需要报告的事项") == 6);
  CHECK(section_of("（一）主动公开政府信息情况") == 0);  // a part of section one
  CHECK(section_of("（二）依申请公开情况") == 0);
  CHECK(section_of("一、本年新收政府信息公开申请数量") == 0);
}
