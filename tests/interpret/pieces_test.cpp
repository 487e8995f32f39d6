// Documents of which a part is not there or not readable: one cause is one finding, and a failure of ours accuses no report.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "gongkai/read.hpp"
#include "support/files.hpp"
#include "support/reading.hpp"

using namespace gongkai;
using testing::reading_of;

namespace {

std::vector<Finding> findings(const Reading& reading, std::string_view rule) {
  std::vector<Finding> found;
  for (const Finding& finding : check(reading).findings) {
    if (finding.rule.starts_with(rule)) {
      found.push_back(finding);
    }
  }
  return found;
}
std::size_t errors(const Reading& reading) {
  const std::vector<Finding> all = check(reading).findings;
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const Finding& finding) { return finding.severity == Severity::error; }));
}
std::string said(const Finding& finding, const Reading& reading) {
  return message(finding, *find_rule(finding.rule), reading.report.about, Language::zh);
}

const std::string title = "清溪县水利局2023年政府信息公开工作年度报告\n";
const std::string section_one = "一、总体情况\n2023年，清溪县水利局公开信息5条。\n",
                  section_two = "二、主动公开政府信息情况\n";
const std::string section_three = "三、收到和处理政府信息公开申请情况\n",
                  section_four = "四、政府信息公开行政复议、行政诉讼情况\n";
const std::string end =
    "五、存在的主要问题及改进情况\n解读形式单一，下一年将增加图解，并安排专人检查栏目更新。\n六、其他需要报告的事项\n本"
    "年度没有收取信息处理费。\n";

std::string tables_of_two(const std::string& licensing = "3", const std::string& penalties = "5") {
  return "第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 0 | 0 | 0\n行政规范性文件 "
         "| 1 | 0 | 4\n"
         "第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | " +
         licensing + "\n第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | " + penalties +
         "\n行政强制 | 0\n第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | 0\n";
}

}  // namespace

TEST_CASE("a document cut off inside its tables is one finding that says where, wherever it is cut") {
  const std::string whole = testing::example_report();
  const std::size_t begin = whole.find("二、主动公开政府信息情况"), last = whole.find("四、政府信息公开行政复议");
  REQUIRE(begin != std::string::npos);
  REQUIRE(last != std::string::npos);
  std::size_t cuts = 0;
  for (std::size_t at = whole.find('\n', begin); at < last; at = whole.find('\n', at + 1)) {
    const Reading reading = reading_of(whole.substr(0, at + 1));
    CAPTURE(whole.substr(at > 60 ? at - 60 : 0, 60));
    CHECK(findings(reading, "document.cut").size() == 1);
    CHECK(findings(reading, "document.sections").empty());
    CHECK(findings(reading, "document.table_missing").empty());
    CHECK(findings(reading, "form.unread_row").size() <= 1);  // the line that was cut
    CHECK(errors(reading) == 0);
    ++cuts;
  }
  CHECK(cuts > 30);
  for (const std::string from : {"（一）予以公开", "四、结转下年度", "四、政府信息公开行政复议", "三、收到和处理"}) {
    CAPTURE(from);
    const Reading reading = reading_of(whole.substr(whole.find(from)));
    CHECK(findings(reading, "document.cut").size() == 1);
    CHECK(findings(reading, "document.sections").size() <= 1);  // a table without its heading
    CHECK(findings(reading, "document.table_missing").empty());
    CHECK(errors(reading) == 0);
  }
  CHECK(findings(reading_of(whole), "document.cut").empty());
  const Reading in_section_five = reading_of(whole.substr(0, whole.find("五、存在的主要问题") + 200));
  CHECK(findings(in_section_five, "document.sections").size() + findings(in_section_five, "document.cut").size() == 1);
}

TEST_CASE("a document that stops behind the last row of table four is cut; one that goes on lacks its sections") {
  const std::string whole = testing::example_report();
  const std::string up_to_there = whole.substr(0, whole.find("五、存在的主要问题"));
  const Reading stopped = reading_of(up_to_there);
  CHECK(findings(stopped, "document.cut").size() == 1);
  CHECK(findings(stopped, "document.sections").empty());
  CHECK(errors(stopped) == 0);
  for (const std::string behind :
       {"特此报告。\n", "清溪县水利局\n2024年1月20日\n", "主办单位：清溪县人民政府 网站标识码：3300000001\n"}) {
    CAPTURE(behind);
    const Reading closed = reading_of(up_to_there + behind);
    CHECK(findings(closed, "document.cut").empty());
    CHECK(findings(closed, "document.sections").size() == 2);
  }
  const Reading without_five = reading_of(up_to_there + whole.substr(whole.find("六、其他需要报告的事项")));
  CHECK(findings(without_five, "document.cut").empty());
  CHECK(findings(without_five, "document.sections").size() == 1);
}

TEST_CASE("what a cut took is told by its end and its beginning, with its cells") {
  const Reading reading = reading_of(title + section_one + section_two + tables_of_two() + section_three +
                                     "一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 1 | 5\n");
  const std::vector<Finding> found = findings(reading, "document.cut");
  REQUIRE(found.size() == 1);
  CHECK(said(found[0], reading) ==
        "文件到“一、本年新收政府信息公开申请数量”为止，后面的部分不在文件里，没有核对。请换用完整的报告再读。");
  CHECK(found[0].cells.size() > 150);
  CHECK(found[0].place.is_known());
}

TEST_CASE("a section that is missing is not also its tables, and a table is a picture only where one is seen") {
  const Reading without_three = reading_of(title + section_one + section_two + tables_of_two() + section_four +
                                           "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0\n" + end);
  CHECK(findings(without_three, "document.sections").size() == 1);
  CHECK(findings(without_three, "document.table_missing").empty());
  CHECK(findings(without_three, "form.unread_row").empty());
  const Reading without_tables = reading_of(title + section_one + section_two + section_three + section_four + end);
  const std::vector<Finding> missing = findings(without_tables, "document.table_missing");
  REQUIRE(missing.size() == 6);
  CHECK(said(missing[0], without_tables).find("图片") == std::string::npos);
  CHECK(findings(without_tables, "form.").empty());
}

TEST_CASE("what is no number in the report is an error, and what we could not read is not") {
  for (const std::string words :
       {"详见附件", "若干", "见附表", "未统计", "10余", "约5", "3件以上", "#REF!", "5（含上年2件）", "两件"}) {
    CAPTURE(words);
    const Reading reading = reading_of(title + section_one + section_two + tables_of_two(words) + section_three);
    CHECK(findings(reading, "value.unparsable").size() == 1);
    CHECK(findings(reading, "form.unread_cell").empty());
  }
  for (const std::string broken : {"1O", "l2", "l", "O", "S", "007", "1 2", "12345678901234567890", "5?", "[1]", "3.",
                                   "�", "１Ｏ", "1,23", "5。", "|"}) {
    CAPTURE(broken);
    const Reading reading = reading_of(title + section_one + section_two + tables_of_two(broken) + section_three);
    CHECK(findings(reading, "value.unparsable").empty());
    CHECK(errors(reading) == 0);
  }
}

TEST_CASE("many cells or rows that could not be read are one finding with all of them") {
  std::string text = title + section_one + section_two + tables_of_two("1O", "l") + section_three;
  const std::string labels[] = {"一、本年新收政府信息公开申请数量",
                                "二、上年结转政府信息公开申请数量",
                                "（一）予以公开",
                                "1.属于国家秘密",
                                "（七）总计",
                                "四、结转下年度继续办理"};
  for (const std::string& label : labels) {
    text += label + " | O | 0 | 0 | 0 | 0 | 0 | l\n";
  }
  const Reading cells_unread = reading_of(text + section_four + end);
  const std::vector<Finding> found = findings(cells_unread, "form.unread_cell");
  REQUIRE(found.size() == 1);
  CHECK(found[0].cells.size() == 14);
  CHECK(findings(cells_unread, "value.unparsable").empty());

  std::string short_rows = title + section_one + section_two + tables_of_two() + section_three;
  for (const std::string& label : labels) {
    short_rows += label + " | 0 | 0 | 0 | 0 | 0\n";
  }
  const Reading rows_unread = reading_of(short_rows + section_four + "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n" + end);
  std::size_t on_length = 0;
  for (const Finding& finding : findings(rows_unread, "form.unread_row")) {
    on_length += finding.reason.zh == describe(NoteKind::row_length).zh;
  }
  CHECK(on_length == 1);
}

TEST_CASE("of a report on a year before 2019 only that is said, in whatever form it is") {
  const std::string old =
      "一、概述\n2018年公开信息5条，收到申请7件。\n二、主动公开政府信息情况\n公开2069条。\n三、政府信息依申请公开工作情"
      "况\n未收到申请。\n"
      "四、行政复议、提起行政诉讼的情况\n无。\n五、主要问题和改进措施\n形式单一。\n";
  for (const std::string& text : std::vector<std::string>{
           "清溪县人民政府2018年政府信息公开工作年度报告\n" + old,
           "清溪县水利局2015年度政府信息公开年度报告\n" + old +
               "六、政府信息公开情况统计表\n指标名称\t计量单位\t2015年度\n主动公开文件数\t条\t2069\n",
           "清溪镇2012年政府信息公开工作年度报告\n一、概述\n公开信息5条。\n二、公开情况\n无。\n三、申请情况\n无。\n四、"
           "收"
           "费情况\n无。\n",
           "政府信息公开工作年度报告\n统计期限自2017年1月1日起至2017年12月31日止。\n" + old,
           "清溪县人民政府2009年政府信息公开工作年度报告\n发布日期：2010-05-20\n" + old}) {
    CAPTURE(text);
    const Reading reading = reading_of(text);
    const std::vector<Finding> all = check(reading).findings;
    REQUIRE(all.size() == 1);
    CHECK(all[0].rule == "document.older_form");
    CHECK(all[0].severity == Severity::info);
  }
  // The form of 2019 under a year before it: the year is the fault.
  const Reading wrong_year = reading_of("清溪县水利局2018年政府信息公开工作年度报告\n" + section_one + section_two +
                                        tables_of_two() + section_three);
  REQUIRE(findings(wrong_year, "document.older_form").size() == 1);
  CHECK(findings(wrong_year, "document.older_form")[0].severity == Severity::warning);
}

TEST_CASE("one wrong year is one finding: an option that contradicts the title is not also the wrong edition") {
  Hints hints;
  hints.year = 2020;
  const Result<Reading> reading =
      read(title + section_one + section_two + tables_of_two() + section_three + section_four + end, hints);
  REQUIRE(reading);
  CHECK(findings(reading.value(), "document.hint_contradicts").size() == 1);
  CHECK(findings(reading.value(), "document.edition_year").empty());
  hints.year = 2023;
  CHECK(findings(read(title + section_one + section_two + tables_of_two(), hints).value(), "document.hint_contradicts")
            .empty());
}

TEST_CASE("captions with misprints keep their tables") {
  for (const std::string caption : {"第二十一条第(一)项", "第二十条第(一) 项", "第二十条第一项", "第20条第（一）项",
                                    "第二十条（一）项", "第二十条 第（一）款", "第二十修第（一）项"}) {
    CAPTURE(caption);
    std::string text = title + section_one + section_two + tables_of_two() + section_three + section_four + end;
    const std::string official = "第二十条第（一）项";
    text.replace(text.find(official), official.size(), caption);
    const Reading reading = reading_of(text);
    CHECK(reading.report.disclosure.normative_documents.in_force == Count(4));
    CHECK(reading.report.disclosure.penalties.decisions == Count(5));
    for (const Finding& finding : findings(reading, "form.")) {
      CHECK(finding.severity == Severity::info);
    }
    CHECK(reading.report.extensions.empty());
  }
}
