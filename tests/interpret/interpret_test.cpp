// A document becomes a report: every number where its labels say, and every other thing named, never guessed.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "gongkai/check.hpp"
#include "gongkai/model/summary.hpp"
#include "gongkai/read.hpp"
#include "support/files.hpp"
#include "support/reading.hpp"

using namespace gongkai;
using testing::reading_of;

namespace {

const Source& source(const Reading& reading, std::string_view key) {
  return reading.sources[find_cell(key)->index];
}
std::size_t count(const Reading& reading, CellState state) {
  return static_cast<std::size_t>(
      std::count_if(reading.sources.begin(), reading.sources.end(), [&](const Source& s) { return s.state == state; }));
}
bool noted(const Reading& reading, NoteKind kind, std::string_view text = {}) {
  return std::any_of(reading.notes.begin(), reading.notes.end(), [&](const Note& note) {
    return note.kind == kind && (text.empty() || note.text.find(text) != std::string::npos);
  });
}

/// A report of 2022 with the given lines in its section three, in tab-separated text.
std::string section_three(const std::string& lines) {
  return "临江县教育局2022年政府信息公开工作年度报告\n\n一、总体情况\n2022年公开信息5条。\n\n三、收到和处理政府信息公开"
         "申请情况\n" +
         lines + "\n四、政府信息公开行政复议、行政诉讼情况\n";
}
std::string section_two(const std::string& lines, const std::string& year = "2022") {
  return "临江县教育局" + year + "年政府信息公开工作年度报告\n\n一、总体情况\n正文\n\n二、主动公开政府信息情况\n" +
         lines + "\n三、收到和处理政府信息公开申请情况\n";
}

}  // namespace

TEST_CASE("the example report: every cell read or blank, places known, and nothing wrong") {
  const Reading reading = reading_of(testing::example_report());
  const Report& report = reading.report;
  CHECK(count(reading, CellState::read) == 49);
  CHECK(count(reading, CellState::blank) == 149);
  CHECK(count(reading, CellState::not_in_form) == 28);
  CHECK(report.about.edition == Edition::form_2019);
  CHECK(report.about.year == 2020);
  CHECK(report.about.title == "滨海港区2020年度政府信息公开工作年度报告");
  CHECK(report.about.authority == "滨海港区");
  CHECK(report.requests.received.total == Count(62));
  CHECK(report.disclosure.licensing.items_change == Count(-18));
  CHECK(report.disclosure.procurement.amount == Money::fen(12633781374));
  CHECK(source(reading, "disclosure.procurement.amount").text == "126337813.74（单位：元）");
  CHECK(source(reading, "disclosure.licensing.items_change").place.line != 0);
  CHECK(source(reading, "disclosure.licensing.items_change").place.row == 7);
  CHECK(report.narrative.overview.find("办结政府信息公开申请62件") != std::string::npos);
  CHECK(report.narrative.other_matters == "没有其他需要报告的事项。");
  CHECK(reading.headings.size() == 6);
  CHECK(reading.notes.empty());
  CHECK(check(reading).count(Severity::error) == 0);
  CHECK(check(reading).count(Severity::warning) == 1);  // the text says 62 handled, the table 69
}

TEST_CASE("on the example report, blanks and all, every error of 3 in one cell of table three is found: 171 of 171") {
  const Reading reading = reading_of(testing::example_report());
  CheckOptions equations_only, unknown;
  equations_only.only = {"requests."};
  unknown.only = {"requests."};
  unknown.blanks = BlankPolicy::unknown;
  int tried = 0, found = 0, proved = 0;
  for (const CellInfo& info : cells) {
    if (info.table_info().key != "requests" || !has(info.editions, Edition::form_2019)) {
      continue;
    }
    for (const int error : {3, -3}) {
      const auto value = cell(reading.report, info.index);
      if (value.value_or(0) + error < 0) {
        continue;  // a negative number is a fault of another kind
      }
      Report report = reading.report;
      set_cell(report, info.index, value.value_or(0) + error);
      ++tried;
      found += check(report, equations_only).count(Severity::error) > 0;
      proved += check(report, unknown).count(Severity::error) > 0;
    }
  }
  CHECK(tried == 171);
  CHECK(found == 171);
  CHECK(proved >= 84);
  MESSAGE("as_zero finds " << found << " of " << tried << ", unknown proves " << proved);
}

TEST_CASE("a row of text in section six is kept, is looked through for a date, and stands at the place of its cell") {
  const auto reading = read(
      "<html><body><p>甲镇2023年政府信息公开工作年度报告</p>\n<p>一、总体情况</p>\n<p>全年公开信息120条。</p>\n"
      "<p>六、其他需要报告的事项</p>\n<table><tr>\n<td>甲镇人民政府办公室</td><td>2024年1月9日</td></tr></table></"
      "body></html>");
  REQUIRE(reading);
  CHECK(reading->report.narrative.other_matters == "甲镇人民政府办公室 2024年1月9日");
  CHECK(reading->report.about.publication_date == Date{2024, 1, 9});
  CHECK(reading->find_place(Prose::other_matters, 0).line == 6);
  CHECK(reading->find_place(Prose::other_matters, 0).column < 10);
}

TEST_CASE("a heading and its text in one cell, beside cells that a program left empty, are told apart and taken once") {
  const auto reading = read(
      "<html><body><p>甲镇2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>全年公开信息120条。</p>"
      "<table><tr><td>五、存在的主要问题及改进情况。公开不够主动。</td><td></td></tr></table></body></html>");
  REQUIRE(reading);
  CHECK(reading->report.narrative.problems_and_improvements == "公开不够主动。");
  CHECK(reading->find_heading(5) != nullptr);
}

TEST_CASE("where a page says one edition and a table has the other's columns, every cell of the form has a state") {
  const auto reading = read(
      "<html><head><meta name=\"报告格式\" content=\"2021年版\"></head><body><p>甲镇2023年政府信息公开工作年度报告</p>"
      "<p>一、总体情况</p><p>全年公开信息120条。</p><p>二、主动公开政府信息情况</p><table><tr><td>信息内容</td>"
      "<td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr>"
      "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr></table></body></html>");
  REQUIRE(reading);
  CHECK(reading->report.about.edition == Edition::form_2021);
  for (const CellInfo& info : cells) {
    CAPTURE(info.key);
    CHECK((!has(info.editions, Edition::form_2021) || reading->sources[info.index].state != CellState::not_in_form));
  }
}

TEST_CASE("numbers are placed by their order, not by grid column") {
  const Reading reading =
      reading_of(section_three("三、本年度办理结果\t（一）予以公开\t5\t0\t0\t0\t0\t0\t5\n"
                               "\t\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1\n"
                               "四、结转下年度继续办理\t\t2\t0\t0\t0\t0\t0\t2\t\n"));
  CHECK(reading.report.requests.outcomes.granted.natural_person == Count(5));
  CHECK(reading.report.requests.outcomes.granted.total == Count(5));
  CHECK(reading.report.requests.outcomes.denied.state_secret.total == Count(1));
  CHECK(reading.report.requests.carried_out.total == Count(2));
}

TEST_CASE("a row with too few or too many numbers is not guessed at") {
  const Reading reading =
      reading_of(section_three("（一）予以公开\t5\t0\t0\t0\t0\t5\n"
                               "2.重复申请\t1\t2\t3\t4\t5\t6\t7\t8\n"));
  CHECK(source(reading, "requests.outcomes.granted.natural_person").state == CellState::unreadable);
  CHECK(source(reading, "requests.outcomes.not_processed.repeat_request.total").state == CellState::unreadable);
  CHECK(reading.report.requests.outcomes.granted.natural_person.is_blank());
  CHECK(noted(reading, NoteKind::row_length, "5 0 0 0 0 5"));
  CHECK(noted(reading, NoteKind::row_length, "1 2 3 4 5 6 7 8"));
}

TEST_CASE("fused digits are reported as such") {
  const Reading reading =
      reading_of(section_two("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章 104\n行政规范性文件 2729318\n"));
  CHECK(source(reading, "disclosure.normative_documents.in_force").state == CellState::unreadable);
  CHECK(noted(reading, NoteKind::fused, "2729318"));
  CHECK(noted(reading, NoteKind::fused, "104"));
  CHECK(reading.report.disclosure.government_rules.issued.is_blank());
}

TEST_CASE("what stands in a cell and is no number is named with its text") {
  const Reading reading = reading_of(section_three("（一）予以公开\t约5\t0\t007\t0.5\t0\t0\t5\n"));
  CHECK(source(reading, "requests.outcomes.granted.natural_person").state == CellState::unreadable);
  CHECK(source(reading, "requests.outcomes.granted.natural_person").text == "约5");
  CHECK(noted(reading, NoteKind::unparsable, "约5"));
  CHECK(noted(reading, NoteKind::fused, "007"));
  CHECK(noted(reading, NoteKind::not_integer, "0.5"));
  CHECK(reading.report.requests.outcomes.granted.total == Count(5));
}

TEST_CASE("the largest number that the form can hold is read on either side of 0, and the next is named as too large") {
  const auto read_as = [](const std::string& label, const std::string& written) {
    const std::string head = label == "行政许可" ? "本年处理决定数量" : "本年收费金额（单位：万元）";
    return reading_of(section_two("信息内容\t" + head + "\n" + label + "\t" + written + "\n"));
  };
  for (const std::string sign : {"", "-"}) {
    CAPTURE(sign);
    const std::int64_t one = sign.empty() ? 1 : -1;
    const Reading count = read_as("行政许可", sign + "1000000000000000");
    CHECK(count.report.disclosure.licensing.decisions == Count(one * Count::limit));
    CHECK_FALSE(noted(count, NoteKind::out_of_range));
    const Reading next = read_as("行政许可", sign + "1000000000000001");
    CHECK(source(next, "disclosure.licensing.decisions").state == CellState::unreadable);
    CHECK(noted(next, NoteKind::out_of_range, sign + "1000000000000001"));

    const Reading amount = read_as("行政事业性收费", sign + "100000000000");
    CHECK(amount.report.disclosure.fees.amount == Money::fen(one * Money::limit));
    CHECK_FALSE(noted(amount, NoteKind::out_of_range));
    const Reading more = read_as("行政事业性收费", sign + "100000000000.000001");
    CHECK(source(more, "disclosure.fees.amount").state == CellState::unreadable);
    CHECK(noted(more, NoteKind::out_of_range, sign + "100000000000.000001"));
  }
}

TEST_CASE("an amount of money is no count") {
  const Reading reading =
      reading_of(section_two("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t5元\t0\t2万元"));
  for (const char* column : {"issued", "in_force"}) {
    CHECK(source(reading, std::string("disclosure.government_rules.") + column).state == CellState::unreadable);
  }
  CHECK(reading.report.disclosure.government_rules.repealed == Count(0));
  CHECK(noted(reading, NoteKind::unparsable, "2万元"));
}

TEST_CASE("blank marks are blank, and kept as written") {
  const Reading reading = reading_of(section_three("2.重复申请\t/\t-\t—\t无\t\t0\t3\n"));
  CHECK(source(reading, "requests.outcomes.not_processed.repeat_request.natural_person").state == CellState::blank);
  CHECK(source(reading, "requests.outcomes.not_processed.repeat_request.natural_person").text == "/");
  CHECK(source(reading, "requests.outcomes.not_processed.repeat_request.public_welfare_organization").text == "无");
  CHECK(reading.report.requests.outcomes.not_processed.repeat_request.other == Count(0));
}

TEST_CASE("rows that are not on the form are kept as extensions") {
  const Reading reading =
      reading_of(section_two("信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n"
                             "其他主动公开文件(含正式签发的通知)\t12\t11\t90\n规范性文件\t1\t1\t4\n",
                             "2020"));
  REQUIRE(reading.report.extensions.size() == 1);
  CHECK(reading.report.extensions[0].label == "其他主动公开文件(含正式签发的通知)");
  CHECK(reading.report.extensions[0].table == "article_20_1");
  CHECK(reading.report.extensions[0].values == std::vector<std::string>{"12", "11", "90"});
  CHECK(reading.report.extensions[0].columns ==
        std::vector<std::string>{"本年新制作数量", "本年新公开数量", "对外公开总数量"});
  CHECK(reading.report.disclosure.normative_documents.total_disclosed == Count(4));
  CHECK(noted(reading, NoteKind::unknown_row));
}

TEST_CASE("the unit of an amount counts also where it stands in a line of heads with single spaces") {
  const auto fees = [](const std::string& head) {
    return reading_of(section_two("信息内容 " + head + "\n行政事业性收费 380\n")).report.disclosure.fees.amount;
  };
  CHECK(fees("本年收费金额（单位：万元）") == Money::yuan(3'800'000));
  CHECK(fees("本年收费金额（单位：元）") == Money::yuan(380));
}

TEST_CASE("a column that is not on the form is kept as an extension, and the others keep their places") {
  const Reading reading =
      reading_of(section_two("信息内容\t本年制发件数\t本年修改件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\t4\n"));
  CHECK(reading.report.disclosure.government_rules.issued == Count(1));
  CHECK(reading.report.disclosure.government_rules.repealed == Count(3));
  CHECK(reading.report.disclosure.government_rules.in_force == Count(4));
  REQUIRE(reading.report.extensions.size() == 1);
  CHECK(reading.report.extensions[0].label == "规章");
  CHECK(reading.report.extensions[0].columns == std::vector<std::string>{"本年修改件数"});
  CHECK(reading.report.extensions[0].values == std::vector<std::string>{"2"});
  CHECK(noted(reading, NoteKind::unknown_row, "本年修改件数"));
}

TEST_CASE("below a head of another table no number is counted to that table's first row") {
  const Reading reading = reading_of(section_two(
      "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t本年处理决定数量\n行政规范性文件\t1\t0\t4\t9\n"));
  CHECK(source(reading, "disclosure.licensing.decisions").state != CellState::read);
  CHECK(source(reading, "disclosure.normative_documents.issued").state == CellState::unreadable);
}

TEST_CASE("heads and numbers mixed in one row are named, not guessed at") {
  const Reading reading = reading_of(section_three("结果维持\t1\t结果纠正\t0\n"));
  CHECK(noted(reading, NoteKind::unlabelled_row, "结果维持 1 结果纠正 0"));
}

TEST_CASE("a misprinted label is recognised and noted") {
  const Reading reading = reading_of(section_three("2.其他法律行政止公开\t1\t0\t0\t0\t0\t0\t1\n"));
  CHECK(reading.report.requests.outcomes.denied.other_legal_prohibition.total == Count(1));
  CHECK(noted(reading, NoteKind::label_variant, "2.其他法律行政止公开"));
}

TEST_CASE("the unit of money: in the cell, in the head, in a note, or missing") {
  const auto amount_2019 = [](const std::string& head, const std::string& value) {
    return reading_of(section_two("信息内容\t采购项目数量\t" + head + "\n政府集中采购\t3\t" + value + "\n", "2020"));
  };
  CHECK(amount_2019("采购总金额", "251000元").report.disclosure.procurement.amount == Money::yuan(251000));
  CHECK(amount_2019("采购总金额(万元)", "477.35").report.disclosure.procurement.amount == Money::fen(477350000));
  const Reading missing = amount_2019("采购总金额", "477.35");
  CHECK(missing.report.disclosure.procurement.amount == Money::fen(47735));
  CHECK(noted(missing, NoteKind::unit_missing, "477.35"));
  CHECK_FALSE(noted(amount_2019("采购总金额", "0"), NoteKind::unit_missing));
  const Reading conflict = reading_of(section_two("信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t380元\n"));
  CHECK(conflict.report.disclosure.fees.amount == Money::yuan(380));
  CHECK(noted(conflict, NoteKind::unit_conflict, "380元"));
  const Reading spread =
      reading_of(section_two("| 信息内容 | 本年收费金额（单位：万元） | 本年收费金额（单位：万元） |\n|---|---|---|\n| "
                             "行政事业性收费 | 5 | 5 |\n"));
  CHECK(spread.report.disclosure.fees.amount == Money::yuan(50'000));
  const Reading usual = reading_of(section_two("信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t4068.208\n"));
  CHECK(usual.report.disclosure.fees.amount == Money::fen(4068208000));
}

TEST_CASE("the edition is that of the labels; without them that of the year") {
  CHECK(reading_of(section_two("信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t1\t0\t5\n", "2023"))
            .report.about.edition == Edition::form_2019);
  CHECK(reading_of(section_two("行政处罚 5\n", "2023")).report.about.edition == Edition::form_2021);
  CHECK(reading_of(section_two("行政处罚 5\n", "2023")).report.disclosure.penalties.decisions == Count(5));
}

TEST_CASE("one row 其他处理 in a 2021 report keeps its numbers and stands for that edition's three rows") {
  const Reading reading =
      reading_of(section_two("信息内容\t本年处理决定数量\n行政处罚\t5\n") + "（六）其他处理\t4\t0\t0\t0\t0\t0\t4\n");
  CHECK(reading.report.about.edition == Edition::form_2021);
  CHECK(reading.report.requests.outcomes.other_handling.unspecified.total == Count(4));
  CHECK(source(reading, "requests.outcomes.other_handling.miscellaneous.total").state == CellState::not_in_form);
  CheckOptions options;
  options.only = {"value.blank"};
  for (const Finding& finding : check(reading, options).findings) {
    for (const CellValue& cell : finding.cells) {  // rows that the document does not have are not blank
      CHECK(cells[cell.cell].row_info().group.find("其他处理") == std::string_view::npos);
    }
  }
}

TEST_CASE("one row 其他处理 in a 2021 report that cannot be read is named, unless the three rows are there") {
  const std::string above = section_two("信息内容\t本年处理决定数量\n行政处罚\t5\n"),
                    single = "（六）其他处理\t4000004\n";
  const Reading reading = reading_of(above + single);
  CHECK(reading.report.about.edition == Edition::form_2021);
  CHECK(source(reading, "requests.outcomes.other_handling.unspecified.total").state == CellState::unreadable);
  CHECK(noted(reading, NoteKind::fused, "4000004"));
  const Reading both = reading_of(above + single + "3.其他\t4\t0\t0\t0\t0\t0\t4\n");
  CHECK(both.report.requests.outcomes.other_handling.miscellaneous.total == Count(4));
  CHECK(source(both, "requests.outcomes.other_handling.unspecified.total").state == CellState::not_in_form);
}

TEST_CASE("a blank below a head, beside empty cells behind the table, where the number lies wholly below its head") {
  const auto reading_with = [](const std::string& cells_of_row) {
    return reading_of(
        "<h1>临江县教育局2020年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</"
        "h2><table><tr><td>信息内容<td>"
        "采购项目数量<td colspan=2>采购总金额<td></tr><tr><td>政府集中采购" +
        cells_of_row + "<td></tr></table>");
  };
  for (const char* cells_of_row : {"<td><td colspan=2>12.5", "<td><td>12.5<td>"}) {
    const Reading reading = reading_with(cells_of_row);
    CHECK(source(reading, "disclosure.procurement.projects").state == CellState::blank);
    CHECK(reading.report.disclosure.procurement.amount == Money::fen(1250));
  }
  const Reading beside = reading_with("<td colspan=2><td>12.5");
  CHECK(source(beside, "disclosure.procurement.projects").state == CellState::unreadable);
}

TEST_CASE("a table made to be large costs its size: wide heads over many rows, and labels without end") {
  std::string head = "信息内容\t本年制发件数", rows_of_numbers;
  for (int i = 0; i < 20'000; ++i) {
    head += "\t甲";
    rows_of_numbers += "其他文件\t1\n";
  }
  const Reading wide = reading_of(section_two(head + "\n" + rows_of_numbers));
  REQUIRE(wide.report.extensions.size() == 20'000);
  CHECK(wide.report.extensions.back().columns == std::vector<std::string>{"本年制发件数"});

  std::string label;
  for (int i = 0; i < 1'000'000; ++i) {
    label += "行";
  }
  CHECK(reading_of(section_three(label + "\t1\t2\n")).report.extensions.at(0).label == label);

  std::string front, blank_rows;
  for (int i = 0; i < 20'000; ++i) {
    front += "本单位政府信息公开工作动态\n";
    blank_rows += "规章\t\n";
  }
  CHECK(noted(reading_of(front + blank_rows + section_two("规章\t1\t0\t5\n")), NoteKind::fused) == false);
}

TEST_CASE("the line of section four, whole or in three tables") {
  const std::string heads =
      "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n";
  const Reading whole =
      reading_of("临江县2022年政府信息公开工作年度报告\n一、总体情况\n正文\n四、政府信息公开行政复议、行政诉讼情况\n" +
                 heads + "1\t0\t0\t0\t1\t2\t0\t0\t0\t2\t3\t0\t0\t1\t4\n");
  CHECK(whole.report.review.total == Count(1));
  CHECK(whole.report.litigation.direct.upheld == Count(2));
  CHECK(whole.report.litigation.after_review.pending == Count(1));
  const Reading three_tables = reading_of(
      "临江县2022年政府信息公开工作年度报告\n一、总体情况\n正文\n四、政府信息公开行政复议、行政诉讼情况\n\n"
      "### 行政复议\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 10 "
      "|\n\n"
      "### 行政诉讼（复议后起诉）\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| 8 | "
      "0 | 1 | 1 | 10 |\n");
  CHECK(three_tables.report.review.pending == Count(4));
  CHECK(three_tables.report.litigation.after_review.upheld == Count(8));
  CHECK(source(three_tables, "litigation.direct.total").state == CellState::absent);
}

TEST_CASE("a cell of two numbers behind a blank first one may hold its neighbour's, and no cell of the row is read") {
  const Reading reading = reading_of(section_three("一、本年新收政府信息公开申请数量\t\t1 2\t3\t0\t0\t0\t9"));
  for (const char* applicant : {"natural_person", "commercial_enterprise", "research_institution", "total"}) {
    CHECK(source(reading, std::string("requests.received.") + applicant).state == CellState::unreadable);
  }
}

TEST_CASE("numbers that share a cell of section four are told apart where a blank cell is left for each") {
  const auto read_line = [](const std::string& line) {
    return reading_of(
        "临江县2022年政府信息公开工作年度报告\n一、总体情况\n正文\n四、政府信息公开行政复议、行政诉讼情况\n" + line);
  };
  const std::string heads = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |", rule = "|---|---|---|---|---|";
  const Reading apart = read_line(heads + heads.substr(1) + heads.substr(1) + "\n" + rule + rule.substr(1) +
                                  rule.substr(1) + "\n| 1 | 0 | 0 2 | | 3 | 4 | 0 | 0 | 0 | 4 | 0 | 0 | 0 | 0 | 0 |\n");
  CHECK(apart.report.review.pending == Count(2));
  CHECK(apart.report.review.total == Count(3));
  CHECK(apart.report.litigation.direct.upheld == Count(4));
  const Reading wrong = read_line(heads + heads.substr(1) + heads.substr(1) + "\n" + rule + rule.substr(1) +
                                  rule.substr(1) + "\n| 1 | 0 | 0 2 | | 9 | 4 | 0 | 0 | 0 | 4 | 0 | 0 | 0 | 0 | 0 |\n");
  CHECK(source(wrong, "review.pending").state == CellState::unreadable);  // which then may be another cell's
  CHECK(source(wrong, "review.pending").place.cell == 1);                 // all of the line is in doubt
}

TEST_CASE("rows of numbers without a label, and numbers outside the tables, are named and go nowhere") {
  const Reading reading =
      reading_of(section_three("| （一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n| 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"
                               "| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | |\n\n1\n"));
  CHECK(noted(reading, NoteKind::unlabelled_row, "3 0 0 0 0 0 3"));
  CHECK(noted(reading, NoteKind::loose_number, "1"));
  CHECK(source(reading, "requests.carried_out.total").state == CellState::unreadable);  // the loose 1 may belong here
  CHECK(source(reading, "requests.outcomes.partially_granted.total").state == CellState::absent);
  CHECK(noted(reading, NoteKind::row_missing, "部分公开"));
}

TEST_CASE("a row that comes twice counts once, and the second is named") {
  const Reading reading =
      reading_of(section_three("（一）予以公开\t5\t0\t0\t0\t0\t0\t5\n（一）予以公开\t6\t0\t0\t0\t0\t0\t6\n"));
  CHECK(reading.report.requests.outcomes.granted.total == Count(5));
  CHECK(noted(reading, NoteKind::duplicate_row, "予以公开"));
}

TEST_CASE("a report whose tables ran together yields no number and names every row") {
  const Reading reading = reading_of(
      "某区2020年度政府信息公开工作年度报告\n2020年共受理申请21件。二、主动公开政府信息情况 "
      "第二十条第（一）项信息内容本年新制作数量"
      "本年新公开数量对外公开总数量规章007规范性文件7777166第二十条第（五）项信息内容上一年项目数量本年增/"
      "减处理决定数量行政许可396442278"
      "其他对外管理服务事项107105三、收到和处理政府信息公开申请情况申请人情况自然人一、本年新收政府信息公开申请数量200 "
      "000121"
      "二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开6000017（六）其他处理4 0 0 0 0 0 "
      "4（七）总计20 0 00 0 121");
  CHECK(count(reading, CellState::read) == 0);
  CHECK(source(reading, "disclosure.normative_documents.newly_made").text == "7777166");
  CHECK(source(reading, "requests.outcomes.granted.total").text == "6000017");
  CHECK(source(reading, "requests.outcomes.other_handling.unspecified.total").text == "4 0 0 0 0 0 4");
  CHECK(source(reading, "requests.outcomes.other_handling.unspecified.total").state == CellState::unreadable);
  CHECK(reading.report.about.edition == Edition::form_2019);
  CHECK(reading.headings.size() == 2);
}

TEST_CASE("a table that a web page's text shows as lines between pipes") {
  const Reading reading = reading_of(section_three(
      "(本列数据的勾稽关系) | 申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n商业 企业 | 科研 机构 | 社会公益组织 | "
      "法律服务机构 | 其他 |\n一、本年新收政府信息公开申请数量 | 58 | | | | 1 | | 59 |\n"
      "三、本年度办理结果 | (一)予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |\n"
      "| (三)不予公开 | 1.属于国家秘密 | | | | | | | 0 |\n| | 2.其他法律行政法规禁止公开 | 4 | | | | | | 4 |\n"));
  CHECK(reading.report.requests.received.natural_person == Count(58));
  CHECK(reading.report.requests.received.legal_service_organization == Count(1));
  CHECK(source(reading, "requests.received.other").state == CellState::blank);
  CHECK(reading.report.requests.outcomes.granted.commercial_enterprise == Count(1));
  CHECK(reading.report.requests.outcomes.denied.state_secret.total == Count(0));
  CHECK(reading.report.requests.outcomes.denied.other_legal_prohibition.natural_person == Count(4));
}

TEST_CASE("labels and numbers line by line, as exports with a cell a line have them") {
  const std::string text = section_two(
      "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n3\n1\n101\n"
      "信息内容\n本年处理决定数量\n行政许可\n97\n第二十条第（六）项\n行政处罚\n12\n行政强制\n/\n");
  const Reading reading = reading_of(text +
                                     "一、本年新收政府信息公开申请数量\n4\n0\n0\n0\n0\n1\n5\n（一）予以公开\n3\n3\n"
                                     "3.其他\n1\n0\n0\n0\n0\n0\n1\n（七）总计\n4\n0\n0\n0\n0\n0\n4\n");
  CHECK(reading.report.disclosure.normative_documents.issued == Count(3));
  CHECK(reading.report.disclosure.normative_documents.in_force == Count(101));
  CHECK(reading.report.disclosure.licensing.decisions == Count(97));
  CHECK(reading.report.disclosure.penalties.decisions == Count(12));
  CHECK(source(reading, "disclosure.compulsion.decisions").state == CellState::blank);
  CHECK(reading.report.requests.received.other == Count(1));
  CHECK(reading.report.requests.received.total == Count(5));
  CHECK(source(reading, "requests.outcomes.granted.total").state == CellState::unreadable);  // blanks got lost
  CHECK(reading.report.requests.outcomes.other_handling.miscellaneous.natural_person == Count(1));
  CHECK(reading.report.requests.outcomes.total.total == Count(4));
}

TEST_CASE("a cell a row with a pipe behind it, and pipes that fill rows up, as programs make text of web pages") {
  const auto lines = [](std::initializer_list<std::string> written) {
    std::string text;
    for (const std::string& line : written) {
      text += line.empty() || line[0] == '|' ? line + "|\n" : line + " |\n";
    }
    return text;
  };
  const Reading reading = reading_of(
      section_two(lines({"第二十条第（一）项", "||", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数",  //
                         "规章", "/", "", "0", "行政规范性文件", "3", "约1", "101"})) +
      "三、收到和处理政府信息公开申请情况\n" +
      lines({"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
             "申请人情况",
             "|||||||",  //
             "自然人",
             "法人或其他组织",
             "总计",
             "||||||",  //
             "商业企业",
             "科研机构",
             "社会公益组织",
             "法律服务机构",
             "其他",
             "||||",  //
             "一、本年新收政府信息公开申请数量",
             "",
             "",
             "",
             "",
             "",
             "",
             "7",
             "|",  //
             "三、本年度办理结果",
             "（一）予以公开",
             "",
             "",
             "",
             "",
             "",
             "5",
             "",
             "",  //
             "（二）部分公开",
             "1",
             "",
             "",
             "",
             "",
             "",
             "1",
             "|"}) +
      "四、政府信息公开行政复议、行政诉讼情况\n" + lines({"行政复议",   "行政诉讼", "||||||||||||",
                                                          "结果维持",   "结果纠正", "其他结果",
                                                          "尚未审结",   "总计",     "未经复议直接起诉",
                                                          "复议后起诉", "|||||||",  "结果维持",
                                                          "结果纠正",   "其他结果", "尚未审结",
                                                          "总计",       "结果维持", "结果纠正",
                                                          "其他结果",   "尚未审结", "总计",
                                                          "||||",  //
                                                          "",           "",         "",
                                                          "",           "0",        "",
                                                          "",           "1",        "",
                                                          "1",          "",         "",
                                                          "",           "",         ""}));
  CHECK(source(reading, "disclosure.government_rules.issued").state == CellState::blank);
  CHECK(source(reading, "disclosure.government_rules.repealed").state == CellState::blank);
  CHECK(reading.report.disclosure.government_rules.in_force == Count(0));
  CHECK(reading.report.disclosure.normative_documents.issued == Count(3));
  CHECK(source(reading, "disclosure.normative_documents.repealed").state == CellState::unreadable);
  CHECK(source(reading, "requests.received.natural_person").state == CellState::blank);
  CHECK(reading.report.requests.received.total == Count(7));
  // That rows are filled up behind is seen from the row before.
  CHECK(reading.report.requests.outcomes.granted.other == Count(5));
  CHECK(source(reading, "requests.outcomes.granted.total").state == CellState::blank);
  CHECK(reading.report.requests.outcomes.partially_granted.natural_person == Count(1));
  CHECK(source(reading, "review.upheld").state == CellState::blank);
  CHECK(reading.report.review.total == Count(0));
  CHECK(reading.report.litigation.direct.other == Count(1));
  CHECK(source(reading, "litigation.after_review.total").state == CellState::blank);
}

TEST_CASE("labels first and their numbers after them are not put together by guess") {
  const Reading reading = reading_of(section_two("信息内容\n本年处理决定数量\n行政处罚\n行政强制\n5\n0\n"));
  CHECK(source(reading, "disclosure.penalties.decisions").state == CellState::unreadable);
  CHECK(source(reading, "disclosure.compulsion.decisions").state == CellState::unreadable);
}

TEST_CASE("a line of section four that begins with a text: a name of its own, or a number that cannot be read") {
  const auto reading_with = [](const std::string& table) {
    return reading_of(
        "临江县2022年政府信息公开工作年度报告\n一、总体情况\n正文\n四、政府信息公开行政复议、行政诉讼情况\n\n" + table);
  };
  const std::string five = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 ";
  const std::string heads = five + five + five, numbers = "| 2 | 3 | 4 | 10 | 5 | 6 | 7 | 8 | 26 | 9 | 1 | 2 | 3 ";
  const Reading damaged = reading_with(heads + "| |\n| 约1 " + numbers + "| 15 | |\n");
  CHECK(source(damaged, "review.upheld").state == CellState::unreadable);
  CHECK(damaged.report.review.corrected == Count(2));
  CHECK(damaged.report.litigation.after_review.total == Count(15));
  const Reading named = reading_with("| 年份 " + heads + "|\n| 本年 | 1 " + numbers + "| |\n");
  CHECK(named.report.review.upheld == Count(1));
  CHECK(named.report.litigation.after_review.pending == Count(3));
  CHECK(source(named, "litigation.after_review.total").state == CellState::blank);
  const Reading no_number = reading_with(heads + "|\n| 约1 | / | | | | | | | | | | | | | |\n");
  CHECK(source(no_number, "review.upheld").state == CellState::unreadable);
  CHECK(source(no_number, "review.corrected").state == CellState::blank);
  const Reading misread = reading_with(heads + "|\n| l4 | | | | | | | | | | | | | | |\n");
  CHECK(source(misread, "review.upheld").state == CellState::unreadable);
  const Reading remark = reading_with(heads + "|\n| 注：没有案件 | | | | | | | | | | | | | | |\n");
  CHECK(source(remark, "review.upheld").state == CellState::unreadable);  // the table is there
  const Reading words = reading_with(heads + "|\n| 未统计 | 未统计 | | | | | | | | | | | | | |\n");
  CHECK(source(words, "review.corrected").text == "未统计");
  const Reading alone = reading_with(heads + "|\n| 27-4 | | | | | | | | | | | | | | |\n");
  CHECK(source(alone, "review.upheld").state == CellState::unreadable);
  CHECK(source(alone, "review.corrected").state == CellState::blank);
  const Reading one_table = reading_with(
      "| 三、收到和处理政府信息公开申请情况 |\n| 申请人情况 | 自然人 | 商业企业 |\n"
      "| 四、政府信息公开行政复议、行政诉讼情况 |\n" +
      heads + "|\n| 见附件 " + numbers + "| 15 |\n| | | | | | | | | | | | | | | |\n");
  CHECK(source(one_table, "review.upheld").state == CellState::unreadable);
  CHECK(one_table.report.litigation.after_review.total == Count(15));
  const Reading unknown = reading_with("| 结果维持 | 结果纠正 |\n| 约1 " + numbers + "| 15 | |\n");
  CHECK(count(unknown, CellState::read) == 0);
  CHECK(noted(unknown, NoteKind::unlabelled_row, "约1"));
}

TEST_CASE("rows in lines with single spaces, as the text of a PDF has them") {
  const Reading reading =
      reading_of(section_two("信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 2 7 29\n") +
                 "2.其他法律行政法规禁 1 0 0 0 0 0 1\n止公开\n四、结转下年度继续办理 0 0 0 0 0 0 0\n"
                 "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计\n"
                 "1 0 0 0 1 2 0 0 0 2 3 0 0 1 4\n");
  CHECK(reading.report.disclosure.normative_documents.repealed == Count(7));
  CHECK(reading.report.requests.outcomes.denied.other_legal_prohibition.total == Count(1));
  CHECK(reading.report.requests.carried_out.total == Count(0));
  CHECK(reading.report.litigation.after_review.total == Count(4));
}

TEST_CASE("a table in one paragraph is read where every row of it has as many numbers as it should") {
  const std::string lines =
      "第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 行政规范性文件 6 1 32 "
      "第二十条第（五）项 信息内容 本年处理决定数量 行政许可 517 第二十条第（六）项 行政处罚 69 行政强制 ";
  const Reading whole = reading_of(section_two(lines + "2 \n"));
  CHECK(whole.report.disclosure.normative_documents.in_force == Count(32));
  CHECK(whole.report.disclosure.compulsion.decisions == Count(2));
  const Reading torn = reading_of(section_two(lines + "2 3 \n"));
  CHECK(count(torn, CellState::read) == 0);
  CHECK(source(torn, "disclosure.licensing.decisions").state == CellState::unreadable);
}

TEST_CASE("blanks that merged labels leave in every row are told from blank cells by the heads of the columns") {
  const Reading reading = reading_of(section_three(
      "\t\t\t申请人情况\t\t\t\t\t\t\n\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n"
      "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"
      "一、本年新收政府信息公开申请数量\t\t\t5\t\t\t\t\t\t5\n三、本年度办理结果\t（一）予以公开\t\t4\t\t\t\t\t\t\n"
      "四、结转下年度继续办理\t\t\t\t1\t\t\t\t\t1\n"));
  CHECK(reading.report.requests.received.natural_person == Count(5));
  CHECK(source(reading, "requests.received.commercial_enterprise").state == CellState::blank);
  CHECK(reading.report.requests.outcomes.granted.natural_person == Count(4));
  CHECK(source(reading, "requests.outcomes.granted.total").state == CellState::blank);
  CHECK(reading.report.requests.carried_out.commercial_enterprise == Count(1));
}

TEST_CASE("blanks at both ends of a row that is too long are not told apart by guess") {
  const Reading reading = reading_of(section_three("（一）予以公开\t\t4\t\t\t\t\t\t\n"));
  CHECK(source(reading, "requests.outcomes.granted.natural_person").state == CellState::unreadable);
}

TEST_CASE("the title is that of the report, not of a menu, a path or a link") {
  const auto about = [](const std::string& head) {
    return reading_of(head + "\n一、总体情况\n正文\n二、主动公开政府信息情况\n行政处罚 5\n").report.about;
  };
  const About page = about(
      "政府信息公开年报\n当前位置：首页 > 政府信息公开 > 政府信息公开年报\n2019年政府信息公开年度报告\n"
      "临江县教育局2023年政府信息公开工作年度报告\n发布时间：2024-01-30 10:22  信息来源：临江县教育局  浏览次数：12\n"
      "现公布临江县教育局2022年政府信息公开工作年度报告");
  CHECK(page.title == "临江县教育局2023年政府信息公开工作年度报告");
  CHECK(page.year == 2023);
  CHECK(page.publication_date == Date{2024, 1, 30});
  const About table = about(
      "索引号\t1141700/2024-13\t发布机构\t临江县教育局\n发布日期\t2024-01-29\t文号\t\n"
      "2023年政府信息公开工作年度报告");
  CHECK(table.authority == "临江县教育局");
  CHECK(table.publication_date == Date{2024, 1, 29});
  CHECK(table.year == 2023);
}

TEST_CASE("a class 其他 among the metadata is no row of the form") {
  const Reading reading = reading_of(
      "主题分类\t其他\t发布日期\t2024-01-29\n\n临江县教育局2023年政府信息公开工作年度报告\n\n"
      "三、收到和处理政府信息公开申请情况\n\n3.其他\t1\t2\t3\t4\t5\t6\t21\n\n"
      "四、政府信息公开行政复议、行政诉讼情况\n");
  CHECK(reading.report.about.publication_date == Date{2024, 1, 29});
  CHECK(source(reading, "requests.outcomes.other_handling.miscellaneous.total").state == CellState::read);
  CHECK_FALSE(noted(reading, NoteKind::duplicate_row));
  CHECK_FALSE(noted(reading, NoteKind::row_length));
}

TEST_CASE("a menu and counters before the report, with labels of the form, do not stand in for its rows") {
  const std::string page =
      "规章\t行政规范性文件\t行政许可\t办事指南\n\n行政处罚\t3204\n\n总计\t98,412\n\n"
      "临江县教育局2023年政府信息公开工作年度报告\n\n";
  const std::string sections_with_tables =
      "信息内容\t本年处理决定数量\n行政许可\t5\n行政处罚\t6\n\n三、收到和处理政府信息公开申请情况\n\n"
      "（七）总计\t1\t2\t3\t4\t5\t6\t21\n\n四、政府信息公开行政复议、行政诉讼情况\n";
  const Reading reading =
      reading_of(page + "一、总体情况\n\n正文\n\n二、主动公开政府信息情况\n\n" + sections_with_tables);
  CHECK(reading.report.disclosure.licensing.decisions == Count(5));
  CHECK(reading.report.disclosure.penalties.decisions == Count(6));
  CHECK(reading.report.requests.outcomes.total.total == Count(21));
  CHECK_FALSE(noted(reading, NoteKind::duplicate_row));
  CHECK_FALSE(noted(reading, NoteKind::fused));
  const Reading lacking =
      reading_of("其他\t12\n\n" + page + "一、总体情况\n\n二、主动公开政府信息情况\n\n" + sections_with_tables);
  CHECK(source(lacking, "requests.outcomes.other_handling.miscellaneous.total").state == CellState::absent);
  const Reading behind = reading_of(page + "一、总体情况\n\n二、主动公开政府信息情况\n\n" + sections_with_tables +
                                    "五、存在的主要问题及改进情况\n\n正文\n\n行政强制\t3,204\n\n其他\t12\n");
  CHECK(source(behind, "disclosure.compulsion.decisions").state == CellState::absent);
  CHECK(source(behind, "requests.outcomes.other_handling.miscellaneous.total").state == CellState::absent);
  const Reading appended = reading_of(
      "临江县教育局2023年政府信息公开工作年度报告\n\n五、存在的主要问题及改进情况\n\n正文\n\n"
      "信息内容\t本年处理决定数量\n行政强制\t7\n");
  CHECK(appended.report.disclosure.compulsion.decisions == Count(7));
}

TEST_CASE("a table of contents before the report opens no section") {
  const std::string contents = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n";
  const std::string title = "临江县教育局2023年政府信息公开工作年度报告\n";
  const std::string report =
      "一、总体情况\n正文\n二、主动公开政府信息情况\n\n行政处罚\t6\n\n三、收到和处理政府信息公开申请情况\n";
  for (const std::string& page : {contents + title + report, title + contents + report}) {
    const Reading reading = reading_of(page);
    CHECK(reading.report.about.year == 2023);
    CHECK(reading.report.narrative.overview == "正文");
    CHECK(reading.report.disclosure.penalties.decisions == Count(6));
  }
  // The headings of the report may be rows of a table.
  const Reading one_table =
      reading_of(contents + title + "| 一、总体情况 |\n|---|\n| 二、主动公开政府信息情况 |\n| 行政处罚 | 6 |\n");
  CHECK(one_table.report.about.year == 2023);
  CHECK(one_table.report.disclosure.penalties.decisions == Count(6));
  // A report whose tables are lost is no table of contents.
  CHECK(reading_of(title + contents).find_heading(2) != nullptr);
}

TEST_CASE("the title with characters that show nothing") {
  const Reading reading = reading_of("临江县教育局2023年政府信息\u200b公开工作年度报告\n一、总体情况\n" +
                                     std::string("二、主动公开政府信息情况\n行政处罚\t6\n"));
  CHECK(reading.report.about.year == 2023);
  CHECK(reading.report.about.authority == "临江县教育局");
}

TEST_CASE("a body's rank is stated where its name is certain, and suggested where it is likely") {
  const auto standing = [](const std::string& name) {
    return reading_of(name +
                      "2023年政府信息公开工作年度报告\n一、总体情况\n正文\n二、主动公开政府信息情况\n行政处罚 5\n");
  };
  CHECK(standing("临江市人民政府").report.about.level == Level::county);  // a 市 that is none of the 293
  CHECK(standing("江苏省淮安市人民政府").report.about.level == Level::prefecture);
  CHECK(standing("淮安市财政局").report.about.level == Level::prefecture);
  CHECK(standing("淮安市洪泽区财政局").report.about.level == Level::county);
  CHECK(standing("上海市科学技术委员会").report.about.level == Level::province);
  CHECK(standing("临江县").standing.kind == Kind::government);
  CHECK(standing("临江县").standing.confidence == Confidence::likely);
  CHECK(standing("临江县").report.about.kind == Kind::unknown);
  CHECK(standing("大河镇人民政府").standing.confidence == Confidence::certain);
  CHECK(standing("城关街道办事处").report.about.kind == Kind::agency);
  CHECK(standing("临江县人民医院").standing.kind == Kind::institution);
  CHECK(standing("某某自治区农牧厅").report.about.level == Level::province);
}

TEST_CASE("several bodies in one document are read one by one, and the first tells of the others") {
  const std::string first =
      section_two("行政处罚 5\n") + "四、政府信息公开行政复议、行政诉讼情况\n无\n六、其他需要报告的事项\n无。\n";
  const std::string second =
      "临江县财政局2022年政府信息公开工作年度报告\n一、总体情况\n正文\n二、主动公开政府信息情况\n行政处罚 8\n";
  const auto all = read_all(first + second);
  REQUIRE(all);
  REQUIRE(all.value().size() == 2);
  CHECK(all.value()[0].report.disclosure.penalties.decisions == Count(5));
  CHECK(all.value()[1].report.disclosure.penalties.decisions == Count(8));
  CHECK(all.value()[1].report.about.authority == "临江县财政局");
  CHECK(noted(reading_of(first + second), NoteKind::further_report, "临江县财政局"));
  for (const std::string title : {"临江县财政局2022年政府信息公开年报", "2022年政府信息公开工作年度报告"}) {
    CAPTURE(title);
    const auto in_short = read_all(first + title + second.substr(second.find('\n')));
    REQUIRE(in_short);
    CHECK(in_short.value().size() == 2);
  }
  const std::string penalties =
      "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政处罚</td><td>8</td></tr></table>";
  const std::string page =
      "<p>临江县教育局2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>正文</p><p>二、主动公开政府信息情况</p>" +
      penalties;
  const std::string last = "<p>六、其他需要报告的事项</p><p>无。</p>";
  const auto tables_counted = read_all("<html><body>" + page + last + page + last + "</body></html>");
  REQUIRE(tables_counted);
  REQUIRE(tables_counted.value().size() == 2);
  CHECK(source(tables_counted.value()[1], "disclosure.penalties.decisions").place.table == 2);
  // A link to another report below this one is none.
  const auto linked = read_all(first + "相关链接\n临江县教育局2021年政府信息公开工作年度报告\n");
  REQUIRE(linked);
  CHECK(linked.value().size() == 1);
}

TEST_CASE("a reading tells of each table how many rows and cells were found") {
  const auto whole = summarize(reading_of(testing::example_report()));
  CHECK(whole[5].rows_expected == 23);
  CHECK(whole[5].rows_found == 23);
  CHECK(whole[5].is_complete());
  CHECK(whole[5].blank == 149);
  const auto torn =
      summarize(reading_of(section_two("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n其他文件\t1"
                                       "\t2\t3\n行政规范性文件\t12\t3\n")));
  CHECK(torn[0].rows_expected == 2);
  CHECK(torn[0].rows_found == 2);
  CHECK(torn[0].rows_extra == 1);
  CHECK(torn[0].read == 3);
  CHECK(torn[0].unreadable != 0);
  CHECK_FALSE(torn[0].is_complete());
  CHECK_FALSE(torn[5].is_found());
  CHECK(torn[4].rows_expected == 0);  // this edition has no table of procurement
}

TEST_CASE("a heading and its text in one paragraph are told apart, and what a page prints below a report is left out") {
  const Reading reading = reading_of(
      "临江县教育局2022年政府信息公开工作年度报告\n一、总体情况。2022年公开信息5条，内容有各学校招生、收费和经费使用等"
      "情况。\n二、主动公开政府信息情况\n行政处罚 5\n六、其他需要报告的事项\n无其他事项。\n【打印本页】\n版权所有\n");
  CHECK(reading.report.narrative.overview.substr(0, 4) == "2022");
  CHECK(reading.report.narrative.other_matters == "无其他事项。");
}

TEST_CASE("a heading and a text of few words in one line are told apart, and a heading that is broken up is whole") {
  const auto narrative_with = [](const std::string& mark) {
    return reading_of("临江县教育局2022年政府信息公开工作年度报告\n一、总体情况" + mark + "公开信息5条。\n" +
                      "二、主动公开政府信息情况\n行政处罚 5\n五、存在的主要问题及改进情况" + mark +
                      "不够主动。\n六、其他需要报告的事项" + mark + "无。\n")
        .report.narrative;
  };
  for (const char* mark : {"。", "：", ":", " ", "　"}) {
    CAPTURE(mark);
    CHECK(narrative_with(mark).overview == "公开信息5条。");
    CHECK(narrative_with(mark).problems_and_improvements == "不够主动。");
    CHECK(narrative_with(mark).other_matters == "无。");
  }
  for (const std::string other :
       {"六、其他需要报告的事项，无。", "六、其他需要报告的事项（无）", "六、其他需要报告的事项——无",
        "六、其他需要报告的事项暂无", "6、其他需要报告的事项：无", "六、 其他需要报告的事项：无",
        "第六部分 其他需要报告的事项：无", "六、其它需要说明的事项：无"}) {
    CAPTURE(other);
    const Reading reading = reading_of(
        "临江县教育局2022年政府信息公开工作年度报告\n一、总体情况\n公开信息5条。\n二、主动公开政府信息情况\n行政处罚 "
        "5\n"
        "五、存在的主要问题及改进情况\n不够主动。\n" +
        other + "\n");
    CHECK(reading.report.narrative.other_matters.find("无") != std::string::npos);
  }
  const Reading broken = reading_of(
      "临江县教育局2022年政府信息公开工作年度报告\n一、总体 情况：\n公开信息5条。\n二、主动公开政府信息情况\n行政处罚 "
      "5\n"
      "五、存在的主要问题及 改进情况\n不够主动。\n六、其他事项（含：信息处理费）\n无。\n");
  CHECK(broken.report.narrative.overview == "公开信息5条。");
  CHECK(broken.report.narrative.problems_and_improvements == "不够主动。");
  CHECK(broken.report.narrative.other_matters == "无。");
}

TEST_CASE("what a page prints ends the report behind section five or six, and none before") {
  const std::string front = section_two("行政处罚 5\n") + "四、政府信息公开行政复议、行政诉讼情况\n";
  const std::string five = "五、存在的主要问题及改进情况\n不够主动。\n", six = "六、其他需要报告的事项\n无其他事项。\n";
  const Reading behind_five = reading_of(front + "无\n" + five + "上一篇：通知公告\n其他内容\n");
  CHECK(behind_five.report.narrative.problems_and_improvements == "不够主动。");
  const Reading in_four = reading_of(front + "扫一扫分享本页\n" + five + six);
  CHECK(in_four.report.narrative.problems_and_improvements == "不够主动。");
  CHECK(in_four.report.narrative.other_matters == "无其他事项。");
}

TEST_CASE("title, body, year and date, in the forms they take") {
  const auto about = [](const std::string& head, const Hints& hints = {}) {
    return reading_of(head + "\n一、总体情况\n正文\n二、主动公开政府信息情况\n行政处罚 5\n", hints).report.about;
  };
  CHECK(about("嘉兴港区2020年度政府信息公开工作\n\n年度报告").title == "嘉兴港区2020年度政府信息公开工作年度报告");
  CHECK(about("2024 年上海市科委政府信息公开工作\n年度报告").authority == "上海市科委");
  CHECK(about("临江县人民政府\n2025年政府信息公开工作年度报告").authority == "临江县人民政府");
  CHECK(about("# 沐阳县人民政府 2025 年 政府信息公开工作年度报告\n(2026年1月23日)").publication_date ==
        Date{2026, 1, 23});
  CHECK(about("二〇二一年临江县政府信息公开工作年度报告").year == 2021);
  const About metadata =
      about("标题: 临江县2020年政府信息公开工作年度报告\n发布时间：2021-03-05 08:58\n发布机构：临江县教育局");
  CHECK(metadata.publication_date == Date{2021, 3, 5});
  CHECK(metadata.authority == "临江县教育局");
  CHECK(metadata.kind == Kind::department);
  CHECK(metadata.level == Level::county);
  CHECK(metadata.year == 2020);
  CHECK(about("临江县人民政府2022年政府信息公开工作年度报告").kind == Kind::government);
  CHECK(about("大河镇人民政府2022年政府信息公开工作年度报告").level == Level::township);
  Hints hints;
  hints.year = 2019;
  hints.level = Level::prefecture;
  hints.authority = "临江市人民政府";
  CHECK(about("临江市2022年政府信息公开工作年度报告", hints).year == 2019);
  CHECK(about("临江市2022年政府信息公开工作年度报告", hints).level == Level::prefecture);
  CHECK(about("临江市2022年政府信息公开工作年度报告", hints).authority == "临江市人民政府");
}

TEST_CASE("what is no annual report is refused, and known formats are named") {
  const auto error = [](std::string_view bytes) {
    const auto reading = read(bytes);
    REQUIRE_FALSE(reading);
    CHECK_FALSE(reading.error().message_zh.empty());
    return reading.error().code;
  };
  CHECK(error("") == ErrorCode::empty);
  CHECK(error("今天天气很好。\n") == ErrorCode::not_a_report);
  CHECK(error("%PDF-1.7 ...") == ErrorCode::unsupported);
  CHECK(error("PK\x03\x04 ...") == ErrorCode::malformed);
  CHECK(error("\xd0\xcf\x11\xe0\xa1\xb1 ...") == ErrorCode::unsupported);
  CHECK(error("<!DOCTYPE html><html></html>") == ErrorCode::not_a_report);
  CHECK(error("\xff\xfe") == ErrorCode::empty);
  CHECK(error("\xff\xff\xff") == ErrorCode::not_text);
}

TEST_CASE("cut off at any byte, the example still gives a report or a clear error, and no wrong number") {
  const std::string whole = testing::example_report();
  const Reading expected = reading_of(whole);
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    const auto reading = read(std::string_view(whole).substr(0, size));
    if (!reading) {
      continue;
    }
    for (const CellInfo& info : cells) {
      const auto value = cell(reading.value().report, info.index);
      const Source& where = reading.value().sources[info.index];
      // The very last cell may itself be cut; all before it must be what they are in the whole.
      if (value && value != cell(expected.report, info.index)) {
        CHECK(where.place.line == static_cast<std::uint32_t>(std::count(
                                      whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size), '\n')) +
                                      1);
      }
    }
  }
}

TEST_CASE("the fifteen numbers of section four, a line each") {
  const std::string heads =
      "行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n";
  const auto reading_with = [&](const std::string& numbers) {
    return reading_of(section_three("（一）予以公开 0 0 0 0 0 0 0") + heads + numbers +
                      "五、存在的主要问题及改进情况\n无\n");
  };
  const Reading whole = reading_with("1\n2\n3\n4\n10\n0\n0\n0\n/\n0\n5\n6\n7\n8\n26\n");
  CHECK(whole.report.review.pending == Count(4));
  CHECK(source(whole, "litigation.direct.pending").state == CellState::blank);
  CHECK(whole.report.litigation.after_review.total == Count(26));
  const Reading torn = reading_with("1\n2\n3\n4\n10\n0\n0\n0\n0\n5\n6\n7\n8\n26\n");
  CHECK_FALSE(cell(torn.report, find_cell("review.pending")->index));
  CHECK(noted(torn, NoteKind::loose_number, "26"));
}

TEST_CASE("tables as pandas writes them: labels and heads in all columns they span, columns and rows counted") {
  const Reading reading = reading_of(
      section_two(
          "| | 0 | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|---|\n"
          "| 0 | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 现行有效件数 |\n| 1 | 规章 | 1 | 2 | 3 | 3 |\n"
          "| 2 | 行政规范性文件 | 4 | nan | 5 | 6 |") +
      "| | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n|---|---|---|---|---|---|---|---|---|---|\n"
      "| 0 | 三、本年度办理结果 | （七）总计 | （七）总计 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n"
      "| 1 | 四、结转下年度继续办理 | 四、结转下年度继续办理 | 四、结转下年度继续办理 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n"
      "四、政府信息公开行政复议、行政诉讼情况\n| 结果维持 | 结果纠正 | 其他结果 |\n"
      "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 |\n"
      "| 7 | 0 | 0 | 0 | 7 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n");
  const Disclosure& disclosure = reading.report.disclosure;
  CHECK(disclosure.government_rules.in_force == Count(3));
  CHECK(source(reading, "disclosure.normative_documents.repealed").state == CellState::blank);
  CHECK(source(reading, "disclosure.normative_documents.in_force").state == CellState::unreadable);  // 5 or 6?
  CHECK_FALSE(cell(reading.report, find_cell("disclosure.normative_documents.in_force")->index));
  CHECK(reading.report.requests.outcomes.total.total == Count(21));
  CHECK(reading.report.requests.carried_out.natural_person == Count(7));
  CHECK(reading.report.review.upheld == Count(7));
}
