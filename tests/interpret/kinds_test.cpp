// Kinds of text that other programs make of reports, one of each: what is read, and what is said of the rest.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "support/reading.hpp"

using namespace gongkai;
using testing::reading_of;

namespace {

const std::string title_2021 = "清溪县水利局2023年政府信息公开工作年度报告\n";
const std::string title_2019 = "清溪县水利局2020年政府信息公开工作年度报告\n";
const std::string section_two = "二、主动公开政府信息情况\n", section_three = "三、收到和处理政府信息公开申请情况\n";
const std::string section_four = "四、政府信息公开行政复议、行政诉讼情况\n";

std::string row(const Reading& reading, std::string_view key) {
  std::string text;
  for (const CellInfo& info : cells) {
    if (info.key.substr(0, key.size()) == key && reading.sources[info.index].state != CellState::not_in_form) {
      const auto value = cell(reading.report, info.index);
      text += (text.empty() ? "" : " ") + (value ? std::to_string(*value) : std::string("-"));
    }
  }
  return text;
}
CellState state(const Reading& reading, std::string_view key) {
  return reading.sources[find_cell(key)->index].state;
}
std::size_t findings(const Reading& reading, std::string_view rule) {
  std::size_t count = 0;
  for (const Finding& finding : check(reading).findings) {
    count += finding.rule.starts_with(rule);
  }
  return count;
}
std::size_t errors(const Reading& reading, std::string_view rule) {
  std::size_t count = 0;
  for (const Finding& finding : check(reading).findings) {
    count += finding.rule.starts_with(rule) && finding.severity == Severity::error;
  }
  return count;
}

}  // namespace

TEST_CASE("a sentence that names the heads of section four is prose") {
  const Reading reading = reading_of(title_2021 +
                                     "一、总体情况\n全年办理行政复议13件，其中结果维持6件，结果纠正1件，其他结果4件，尚"
                                     "未审结2件，均按时办结并归档备查。\n" +
                                     section_four +
                                     "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n"
                                     "| 6 | 1 | 4 | 2 | 13 | 0 | 0 | 0 | 0 | 0 | 3 | 0 | 0 | 0 | 3 |\n");
  CHECK(row(reading, "review") == "6 1 4 2 13");
  CHECK(row(reading, "litigation.after_review") == "3 0 0 0 3");
  CHECK(findings(reading, "value.unparsable") == 0);
}

TEST_CASE("the heads of the form of 2019 may be broken into lines or cells, or cut") {
  for (const std::string heads :
       {"信息内容\n本年新\n制作数量\n本年新\n公开数量\n对外公开总数量\n规章\n0\n1\n2\n",
        "信息内容 | 本年新 | 本年新 | 对外公开总数量 | |\n规章 | 0 | 1 | 2 | |\n",
        "信息内容| 本年新  \n制作数量| 本年新  \n公开数量| 对外公开总数量  \n规章| 0| 1| 2  \n"}) {
    CAPTURE(heads);
    const Reading reading = reading_of(title_2019 + section_two + heads);
    CHECK(row(reading, "disclosure.government_rules") == "0 1 2");
    CHECK(reading.report.extensions.empty());
  }
}

TEST_CASE("NaN is an empty cell, and a heading may stand beside such cells") {
  const Reading reading = reading_of(title_2021 +
                                     "| 三、收到和处理政府信息公开申请情况 | Unnamed: 1 | Unnamed: 2 |\n|---|---|---|\n"
                                     "| 一、本年新收政府信息公开申请数量 | NaN | NaN | 4 | 0 | 0 | 0 | 0 | 1 | 5 |\n"
                                     "| 三、本年度办理结果 | （一）予以公开 | NaN | 3 | 0 | 0 | 0 | 0 | 1 | 4 |\n");
  CHECK(row(reading, "requests.received") == "4 0 0 0 0 1 5");
  CHECK(row(reading, "requests.outcomes.granted") == "3 0 0 0 0 1 4");
  CHECK(reading.find_heading(3) != nullptr);
}

TEST_CASE("a document in one line, its cells set apart by tabs or spaces, reads as lines do") {
  const std::string lines = "一、总体情况\n全年公开信息12条。\n" + section_two +
                            "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n31\n第二十条第（六）项\n信息内容"
                            "\n本年处理决定数量\n行政处罚\n5\n行政强制\n2\n" +
                            section_three +
                            "申请人情况\n自然人\n总计\n一、本年新收政府信息公开申请数量\n4\n0\n0\n0\n0\n1\n5\n二、上年"
                            "结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
                            "（一）予以公开\n3\n0\n0\n0\n0\n1\n4\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n8."
                            "属于行政查询事项\n1\n0\n0\n0\n0\n0\n1\n"
                            "四、结转下年度继续办理\n0\n0\n0\n0\n0\n0\n0\n" +
                            section_four +
                            "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n1\n0\n0\n0\n1\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0"
                            "\n五、存在的主要问题及改进情况\n形式单一。\n";
  const Reading expected = reading_of(title_2021 + lines);
  REQUIRE(row(expected, "requests.received") == "4 0 0 0 0 1 5");
  for (const char mark : {'\t', ' '}) {
    std::string text = title_2021 + lines;
    std::replace(text.begin(), text.end(), '\n', mark);
    const Reading reading = reading_of(text);
    for (const std::string_view key : {"disclosure.penalties", "requests.received", "requests.carried_in", "review"}) {
      CAPTURE(key);
      CHECK(row(reading, key) == row(expected, key));
    }
    CHECK(reading.headings.size() == 5);
  }
}

TEST_CASE("rows before the first heading count where their labels say so, and rows never seen are absent, not blank") {
  const Reading reading = reading_of(
      "- 4 -\n信息内容 本年处理决定数量\n行政处罚 41\n行政强制 7\n第二十条第（八）项\n信息内容 "
      "本年收费金额（单位：万元）\n行政事业性收费 9.5\n" +
      section_three +
      "一、本年新收政府信息公开申请数量 4 0 0 0 0 1 5\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
      "（一）予以公开 3 0 0 0 0 1 4\n");
  CHECK(row(reading, "disclosure.penalties") == "41");
  CHECK(row(reading, "disclosure.compulsion") == "7");
  CHECK(reading.report.about.edition == Edition::form_2021);
  CHECK(state(reading, "requests.carried_out.total") == CellState::absent);
  CHECK(errors(reading, "requests.") == 0);
  const Reading unknown =
      reading_of("四、结转下年度继续办理 3 0 0 0 0 0 3\n" + section_four + "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0\n");
  CHECK(row(unknown, "requests.carried_out") == "3 0 0 0 0 0 3");
  CHECK(state(unknown, "requests.received.total") == CellState::absent);
  CHECK(errors(unknown, "requests.") == 0);
}

TEST_CASE("an amount finer than 分 can only be in 万元, and ￥ is 元") {
  const auto amount = [](const std::string& written) {
    return reading_of(title_2019 + section_two + "信息内容 | 采购项目数量 | 采购总金额\n政府集中采购 | 15 | " +
                      written + "\n");
  };
  CHECK(row(amount("3.1207"), "disclosure.procurement") == "15 3120700");
  CHECK(findings(amount("3.1207"), "disclosure.amount_unit_missing") == 1);
  CHECK(row(amount("￥31.20"), "disclosure.procurement") == "15 3120");
  CHECK(findings(amount("￥31.20"), "value.") == 0);
}

TEST_CASE("what a page sets before a title is no part of it, and the title says whose report it is") {
  const auto about = [](const std::string& head) {
    return reading_of(head + section_two + "行政处罚 5\n").report.about;
  };
  for (const std::string front : {"附件：", "附件1：", "1.", "【年度报告】", "Page8-", "- 8 -"}) {
    CAPTURE(front);
    CHECK(about(front + title_2021).title + "\n" == title_2021);
    CHECK(about(front + title_2021).authority == "清溪县水利局");
  }
  CHECK(about("关于2024年度清溪县水利局政府信息公开工作的年度报告\n").authority == "清溪县水利局");
  CHECK(about("清溪高新区2022年政府信息公开工作年度报告\n来源：清溪县人民政府\n").authority == "清溪高新区");
  CHECK(about("清溪镇2021年政府信息公开工作年度报告\n").level == Level::township);
  CHECK(about("武漢市水務局2021年政府信息公開工作年度報告\n").level == Level::prefecture);
  CHECK(about("⻘石镇人⺠政府2021年政府信息公开工作年度报告\n").authority == "青石镇人民政府");
  CHECK(about("政府信息公开工作年度报告\n本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n").year == 2022);
  CHECK(findings(reading_of(section_two + "信息内容 本年处理决定数量\n行政处罚 5\n" + section_three + "无\n"),
                 "document.year_missing") == 1);
}

TEST_CASE("a section is missing only where nothing stands where it should") {
  const auto missing = [](const std::string& four) {
    return errors(
        reading_of(title_2021 + "一、总体情况\n公开信息5条。\n" + section_two + section_three + four +
                   "\n1 0 0 0 1 0 0 0 0 0 0 0 0 0 0\n五、存在的困难和问题\n形式单一。\n六、其它需要说明的事项\n无。\n"),
        "document.sections");
  };
  for (const std::string heading : {"四、政府信息公开行政法复议、行政诉讼情况", "四、行政复议诉讼情况",
                                    "四、政府信息公开复议、诉讼情况", "四、政府信息公开行政复议、\n行政诉讼情况"}) {
    CAPTURE(heading);
    CHECK(missing(heading) == 0);
  }
}

TEST_CASE("one cause is one finding") {
  const Reading empty =
      reading_of(title_2021 + "一、总体情况\n公开信息5条。\n" + section_two + section_three + section_four +
                 "五、存在的主要问题及改进情况\n形式单一。\n六、其他需要报告的事项\n无。\n");
  CHECK(findings(empty, "document.table_missing") == 6);
  CHECK(findings(empty, "form.unread_row") == 0);
  const Reading old = reading_of(
      "清溪县水利局2018年政府信息公开工作年度报告\n一、概述\n公开信息5条。\n二、主动公开政府信息情况\n公开5条。\n"
      "五、主要问题和改进措施\n形式单一。\n");
  CHECK(findings(old, "document.older_form") == 1);
  CHECK(findings(old, "document.sections") + findings(old, "document.table_missing") == 0);
  const Result<Reading> only_title = read(title_2021 + "请见附件。\n");
  REQUIRE_FALSE(only_title);
  CHECK(only_title.error().message_zh.find("清溪县水利局2023年") != std::string::npos);
}

TEST_CASE("digits run together in one cell of a grid are no number beside blanks") {
  const std::string head =
      "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | "
      "社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n";
  const std::string documents =
      "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
      "| 规章 | 3574 | | |\n| 行政规范性文件 | 12 | 0 | 30 |\n\n";
  for (const std::string run : {"640020470", "64 0 0 2 0 4 70", "0000000"}) {
    const Reading reading = reading_of(title_2021 + section_two + documents + section_three + head +
                                       "| 一、本年新收政府信息公开申请数量 | " + run + " | | | | | | |\n" +
                                       "| 二、上年结转政府信息公开申请数量 | 5 | | | | | | 5 |\n");
    const bool is_parted = run.find(' ') != std::string::npos;  // by spaces, and they add up
    CHECK(row(reading, "requests.received") == (is_parted ? run : "- - - - - - -"));
    CHECK((state(reading, "requests.received.total") == CellState::unreadable) != is_parted);
    CHECK(row(reading, "requests.carried_in") == "5 - - - - - 5");
    CHECK(state(reading, "disclosure.government_rules.issued") == CellState::unreadable);
    CHECK(state(reading, "disclosure.government_rules.in_force") == CellState::unreadable);
    CHECK(row(reading, "disclosure.normative_documents") == "12 0 30");
  }
  const Reading alone = reading_of(title_2021 + section_two + documents);
  CHECK(row(alone, "disclosure.government_rules") == "3574 - -");
  const Reading cases =
      reading_of(title_2021 + section_four +
                 "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | "
                 "尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
                 "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
                 "| 611080000000000 | | | | | | | | | | | | | | |\n");
  CHECK(row(cases, "review") == "6 1 1 0 8");
  CHECK(state(cases, "review.upheld") == CellState::inferred);
}

TEST_CASE(
    "below heads of which one is wide, a blank beside a number is a value only where the cells stand as the heads do") {
  const std::string head = "| 信息内容 | 上一年项目数量 | 本年增/减 | | 处理决定数量 |\n|---|---|---|---|---|\n";
  const Reading unsure = reading_of(title_2019 + section_two + head + "| 行政许可 | 9 | | 3 | |\n");
  CHECK(row(unsure, "disclosure.licensing") == "- - -");
  CHECK(state(unsure, "disclosure.licensing.decisions") == CellState::unreadable);
  CHECK(row(reading_of(title_2019 + section_two + head + "| 行政许可 | 9 | | 3 | 4 |\n"), "disclosure.licensing") ==
        "9 3 4");
  CHECK(row(reading_of(title_2019 + section_two + head + "| 行政许可 | 9 | | | 4 |\n"), "disclosure.licensing") ==
        "9 - 4");
}

TEST_CASE("heads that come again in each column that they span say so of the values, too") {
  const std::string head =
      "| 信息内容 | 上一年项目数量 | 本年增/减 | 本年增/减 | 处理决定数量 |\n|---|---|---|---|---|\n";
  const auto licensing = [&](const std::string& values) {
    return reading_of(title_2019 + section_two + head + "| 行政许可 | " + values + " |\n");
  };
  CHECK(row(licensing("5 | 7 | 7 | 9"), "disclosure.licensing") == "5 7 9");
  CHECK(row(licensing("5 | 5 | 7 | 9"), "disclosure.licensing") == "5 7 9");  // the row spans other columns
  const Reading unsure = licensing("0 | 0 | 9 | 9");
  CHECK(row(unsure, "disclosure.licensing") == "0 - 9");
  CHECK(state(unsure, "disclosure.licensing.items_change") == CellState::unreadable);
  CHECK(errors(unsure, "value.") == 0);
}

TEST_CASE("a line is a row though its label explains itself, up to the length of a paragraph") {
  const auto penalties = [](std::size_t letters) {
    return row(
        reading_of(title_2021 + section_two + "行政处罚（" + std::string(letters, 'x') + "） 5\n" + section_four),
        "disclosure.penalties");
  };
  constexpr std::size_t longest = 400 - std::string_view("行政处罚（） 5").size();
  CHECK(penalties(longest) == "5");
  CHECK(penalties(longest + 1) != "5");
}

TEST_CASE("a table whose heads and labels are there, and whose numbers are not found, is unread and not missing") {
  const Reading blank =
      reading_of(title_2021 + section_two + "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\n\n" +
                 section_four + "行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n" +
                 "五、存在的主要问题及改进情况\n行政强制、行政处罚等信息公开不及时。\n");
  CHECK(state(blank, "disclosure.licensing.decisions") == CellState::unreadable);
  CHECK(state(blank, "review.total") == CellState::unreadable);
  CHECK(state(blank, "disclosure.compulsion.decisions") == CellState::absent);  // in a sentence behind the tables
  CHECK(findings(blank, "form.unread_row") >= 1);
  CHECK(errors(blank, "document.table_missing") ==
        3);  // the others of section two; section three is missing as a whole
  const Reading no_caption = reading_of(title_2021 + section_two +
                                        "本年制发件数\n本年废止件数\n现行有效件数\n规章\n\n" + section_four + "无\n");
  CHECK(state(no_caption, "disclosure.government_rules.issued") == CellState::unreadable);
  const Reading left_out = reading_of(title_2021 + section_three + "[TABLE]\n" + section_four + "[TABLE]\n");
  CHECK(state(left_out, "requests.received.total") == CellState::unreadable);
  CHECK(state(left_out, "review.total") == CellState::unreadable);
  CHECK(findings(left_out, "form.unread_row") == 1);
}

TEST_CASE("headings in running text may be in other words") {
  const Reading reading = reading_of(
      title_2021 + "一、总体情况" +
      "全年办件。二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章00"
      "0行政规范性文件102三、收到和处理政府信息公开申请情况申请人情况自然人四、政府信息公开行政复议、行政诉讼情况五、政"
      "府信息公开"
      "工作存在的主要问题及改进情况（一）主要问题是学习不够。六、其他需要报告的事项无。");
  CHECK(reading.find_heading(5) != nullptr);
  CHECK(reading.report.narrative.problems_and_improvements == "（一）主要问题是学习不够。");
}

TEST_CASE("what converters write around headings and empty cells is no part of them") {
  const Reading reading =
      reading_of(title_2021 + ".. rubric:: 二、主动公开政府信息情况\n   :name: x\n\n" +
                 "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|----+----+----+----|\n"
                 "| 规章 | <<>> | <<>>4 | 5 |\n");
  CHECK(reading.find_heading(2) != nullptr);
  CHECK(row(reading, "disclosure.government_rules") == "- 4 5");
  CHECK(state(reading, "disclosure.government_rules.issued") == CellState::blank);
}

TEST_CASE(
    "a document in one line, its cells set apart by spaces: a heading may be two words, and rows fill their tables") {
  std::string text = title_2021 +
                     "一、总体情况 正文。 二、主动公开政府信息情况 信息内容 本年处理决定数量 行政许可 4 三、收到和处理 "
                     "政府信息公开申请情况 "
                     "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况 自然 人 总 计";
  for (const RowInfo& info : rows) {
    text += info.type == RowType::applicants && has(info.editions, Edition::form_2021)
                ? " " + std::string(info.label.zh_2021) + " 1 0 0 0 0 2 3"
                : std::string();
  }
  text += " 四、政府信息公开行政复议、行政诉讼情况\n";
  std::string tabs = text;
  std::replace(tabs.begin(), tabs.end(), ' ', '\t');
  for (const std::string& document : {text, tabs}) {
    const Reading reading = reading_of(document);
    CHECK(reading.find_heading(3) != nullptr);
    CHECK(row(reading, "requests.carried_in") == "1 0 0 0 0 2 3");
    CHECK(row(reading, "requests.outcomes.total") == "1 0 0 0 0 2 3");
  }
  const Reading whole =
      reading_of(text.substr(0, text.size() - 1) +
                 " 五、存在的主要问题 及改进情况 形式单一。 下一步改进。 六、其他需要 报告的事项 无。\n");
  CHECK(whole.headings.size() == 6);
  CHECK(whole.report.narrative.overview == "正文。");
  CHECK(whole.report.narrative.problems_and_improvements == "形式单一。 下一步改进。");
  CHECK(whole.report.narrative.other_matters == "无。");
  CHECK(whole.table_text.find("政府信息公开申请情况") == std::string::npos);
  for (const std::string_view behind : {"形式单一。", "自然 人", "正文。"}) {  // some gaps are wider
    std::string wide = text.substr(0, text.size() - 1) +
                       " 五、存在的主要问题 及改进情况 形式单一。 下一步改进。 六、其他需要 报告的事项 无。\n";
    for (std::size_t at = 0; (at = wide.find(behind, at)) != std::string::npos; at += behind.size() + 2) {
      wide.insert(at + behind.size(), "  ");
    }
    CAPTURE(behind);
    const Reading reading = reading_of(wide);
    CHECK(reading.headings.size() == 6);
    CHECK(row(reading, "requests.carried_in") == "1 0 0 0 0 2 3");
    CHECK(row(reading, "requests.outcomes.total") == "1 0 0 0 0 2 3");
    CHECK(reading.report.narrative.other_matters == "无。");
  }
  const Reading in_four = reading_of(text.substr(0, text.size() - 1) +
                                     " 五、存在的 主要问题 及 改进情况 形式单一。 六、其他需要 报告 的 事项 无。\n");
  CHECK(in_four.headings.size() == 6);
  CHECK(in_four.report.narrative.problems_and_improvements == "形式单一。");
  CHECK(in_four.report.narrative.other_matters == "无。");
}

TEST_CASE("the head of a group before the label of a row is no part of it") {
  const Reading reading = reading_of(title_2021 + section_three +
                                     "  三、本年度办理结果 （一）予以公开      1   0    0    2      0      5  8\n");
  CHECK(row(reading, "requests.outcomes.granted") == "1 0 0 2 0 5 8");
}

TEST_CASE("in running text, 其他 without a number behind it is no row") {
  const Reading reading = reading_of(title_2019 +
                                     "三、收到和处理政府信息公开申请情况申请人情况自然人法人或其他组织总计商业企业科研"
                                     "机构社会公益组织法律服务机构其他一、本年新"
                                     "收政府信息公开申请数量0000000二、上年结转政府信息公开申请数量0000000三、本年度办"
                                     "理结果（一）予以公开0000000（六）其他处理"
                                     "0000000（七）总计0000000四、结转下年度继续办理0000000四、政府信息公开行政复议、行"
                                     "政诉讼情况行政复议行政诉讼结果维持结果"
                                     "纠正其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审"
                                     "结总计结果维持结果纠正其他结果尚未审结总计"
                                     "000000000000000\n");
  CHECK(state(reading, "requests.outcomes.other_handling.miscellaneous.total") == CellState::not_in_form);
}

TEST_CASE("cells that hold several numbers, beside empty ones, say nothing of columns") {
  const std::string begin =
      title_2021 + section_three + "| 项目 | | | | 自然人 | 法人 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n";
  const Reading reading = reading_of(
      begin + "| 一、本年新收政府信息公开申请数量 | | | | 207 21 | 13 36 20 | 34 | 331 |\n" +
      "| 二、上年结转政府信息公开申请数量 | | | | 0 0 | 8 0 | 0 | 4 12 |\n" +
      "| （一）予以公开 | | | | 5 0 | 8 0 | 0 | 4 12 |\n" + "| 四、结转下年度继续办理 | | | | 5 | | | 5 |\n");
  CHECK(row(reading, "requests.received") == "207 21 13 36 20 34 331");
  CHECK(row(reading, "requests.carried_in") == "0 0 8 0 0 4 12");
  CHECK(row(reading, "requests.outcomes.granted") == "- - - - - - -");  // 5 + 8 + 4 are not 12
  CHECK(state(reading, "requests.outcomes.granted.natural_person") == CellState::unreadable);
  CHECK(row(reading, "requests.carried_out") == "- - - - - - -");  // 5 in which column?
  CHECK(state(reading, "requests.carried_out.natural_person") == CellState::unreadable);
  CHECK(errors(reading, "value.") == 0);
}

TEST_CASE("a letter of a merged head beside a number is no error of the report") {
  const Reading reading = reading_of(title_2021 + section_three + "| （一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 9果 |\n");
  CHECK(state(reading, "requests.outcomes.granted.total") == CellState::unreadable);
  CHECK(errors(reading, "value.") == 0);
  CHECK(errors(reading_of(title_2021 + section_three + "| （一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 9多 |\n"),
               "value.") == 1);
}

TEST_CASE("the line of section four with its end empty is not the five numbers of its last row") {
  const std::string heads =
      "结果维持| 结果纠正| 其他结果| 尚未审结| 总计 | 未经复议直接起诉| 复议后起诉\n"
      "| | | |  | 结果维持| 结果纠正| 其他结果| 尚未审结| 总计 | 结果维持| 结果纠正| 其他结果| 尚未审结| 总计\n";
  const auto reading_with = [&](const std::string& line) {
    return reading_of(title_2021 + section_four + "行政复议| 行政诉讼\n---|---\n" + heads + line);
  };
  // An empty cell of two spaces among those of one, as html2text has it, is no sign of spans.
  const Reading whole = reading_with("| | 1| 85| 86 | | | | |  | | | | |   \n");
  CHECK(row(whole, "review") == "- - 1 85 86");
  CHECK(row(whole, "litigation.after_review") == "- - - - -");
  const Reading cut = reading_with("| | 1| 85| 86 | | | | |  | |   \n");
  CHECK(row(cut, "litigation.after_review") == "- - - - -");
  CHECK(state(cut, "litigation.after_review.total") == CellState::unreadable);
}

TEST_CASE("without heads, empty cells before the numbers of a row may be its blanks") {
  const std::string row_alone = "| | | 6.属于四类过程性信息 | | | | 278 | 1848 | | 179 | | | 2305 |\n";
  const Reading alone = reading_of(title_2021 + section_three + row_alone);
  CHECK(row(alone, "requests.outcomes.denied.deliberative_process") == "- - - - - - -");
  CHECK(state(alone, "requests.outcomes.denied.deliberative_process.natural_person") == CellState::unreadable);
  // Where the rows of the table fill as many columns as there are, those are the columns.
  const Reading together = reading_of(title_2021 + section_three +
                                      "| | 5.属于三类内部事务信息 | | 9 | | | 263 | 4 | 9 | 285 |\n"
                                      "| | 6.属于四类过程性信息 | | | 278 | 1848 | | 179 | | 2305 |\n");
  CHECK(row(together, "requests.outcomes.denied.deliberative_process") == "- 278 1848 - 179 - 2305");
}

TEST_CASE("one head of several in a line, the others wrapped above and below it, says no column") {
  const Reading reading = reading_of(title_2019 + section_two +
                                     "第二十条第（五）项\n上一年项 处理决定\n信息内容 本年增/减\n目数量 数量\n"
                                     "行政许可 4859\n其他对外管理服务事项 12 -1 2501\n");
  CHECK(row(reading, "disclosure.licensing") == "- - -");
  CHECK(state(reading, "disclosure.licensing.items_change") == CellState::unreadable);
  CHECK(row(reading, "disclosure.other_services") == "12 -1 2501");
}

TEST_CASE("in text that is not in the document's order, a label of section two before numbers is not theirs") {
  const Reading reading =
      reading_of(title_2019 + section_two +
                 "信息内容\n上一年项目数量\n第二十条第（六）项\n行政处罚\n行政强制\n信息内容\n"
                 "行政事业性收费\n信息内容\n政府集中采购\n552\n0\n第二十条第（八）项\n上一年项目数量\n0\n"
                 "第二十条第（九）项\n采购项目数量\n7\n");
  CHECK(row(reading, "disclosure.procurement") == "- -");
  CHECK(state(reading, "disclosure.procurement.projects") == CellState::unreadable);
}

TEST_CASE("five numbers alone in section four may be of all its blocks") {
  std::string heads = "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n";
  for (int block = 0; block < 3; ++block) {
    heads += "结果维持 结果纠正 其他结果 尚未审结 总计 ";
  }
  const Reading reading = reading_of(title_2021 + section_four + heads + "\n0 0 3 7 10\n");
  CHECK(row(reading, "litigation.after_review") == "- - - - -");
  CHECK(state(reading, "litigation.after_review.total") == CellState::unreadable);
}

TEST_CASE("（六）其他处理 before numbers is the head of three rows where their labels stand elsewhere") {
  const Reading reading = reading_of(
      title_2021 + section_two + "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n" + section_three +
      "一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n1.信访举报投诉类申请 1 0 0 0 0 0 1\n（六）其他处理 4 0 0 0 0 0 "
      "4\n"
      "（七）总计 9 0 0 0 0 0 9\n2.重复申请\n3.要求提供公开出版物\n4.无正当理由大量反复申请\n"
      "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n" +
      section_four);
  CHECK_FALSE(cell(reading.report, find_cell("requests.outcomes.other_handling.unspecified.total")->index));
  CHECK(state(reading, "requests.outcomes.other_handling.no_correction_in_time.total") == CellState::unreadable);
}

TEST_CASE("a label beside empty cells is not blank where a row of numbers has no label") {
  const Reading reading =
      reading_of(title_2021 + section_three +
                 "| | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
                 "|---|---|---|---|---|---|---|---|---|\n"
                 "| 三、本年度 | （一）予以公开 | | 6 | | 5 | | | 11 |\n"
                 "| 办理结果 | （二）部分公开（区分处理的，只计这 | | | | | | | |\n"
                 "| | | | | 4 | 296 | 8 | | 308 |\n一情形，不计其他情形）\n");
  CHECK(row(reading, "requests.outcomes.granted") == "- 6 - 5 - - 11");
  CHECK(state(reading, "requests.outcomes.partially_granted.total") != CellState::blank);
}

TEST_CASE("copies of a workbook: an empty or a counting column before the line of section four, and a line of blanks") {
  const std::string blanks(15, ',');
  std::string heads = "结果维持,结果纠正,其他结果,尚未审结,总计";
  heads += "," + heads + "," + heads;
  const std::string line = ",12,20,1,33,3,,,1,4,,,,,";
  const auto check_line = [](const Reading& reading) {
    CHECK(row(reading, "review") == "- 12 20 1 33");
    CHECK(row(reading, "litigation.direct") == "3 - - 1 4");
    CHECK(row(reading, "litigation.after_review") == "- - - - -");
    CHECK(state(reading, "litigation.after_review.total") == CellState::blank);
  };
  const std::string sheet = "四、政府信息公开行政复议、行政诉讼情况" + blanks + "\n";
  check_line(reading_of(title_2021 + "," + sheet + "," + heads + "\n," + line + "\n"));
  check_line(reading_of(title_2021 + "," + sheet + "0," + heads + "\n1," + line + "\n2," + blanks.substr(1) + "\n"));
  check_line(reading_of(title_2021 + sheet + heads + "\n" + blanks.substr(1) + "\n" + line + "\n"));
  // Two sheets, each counted from 0.
  check_line(reading_of(title_2021 + ",五,x\n0,a,\n1,b,\n2,c,\n," + sheet + "0," + heads + "\n1," + line + "\n"));
}

TEST_CASE("without heads in columns, cells too many beside blanks are no line of section four") {
  std::string heads;
  for (int block = 0; block < 3; ++block) {
    heads += "结果维持 结果纠正 其他结果 尚未审结 总计 ";
  }
  const Reading reading =
      reading_of(title_2021 + section_four + heads + "\n| 6 | | | | | | | | | | | | | | | |\n|---|---|\n");
  CHECK(row(reading, "review") == "- - - - -");
  CHECK(state(reading, "review.upheld") != CellState::read);
}

TEST_CASE("a cell that holds two numbers of a line of applicants says that the blanks of others are not sure") {
  const Reading reading =
      reading_of(title_2019 + section_three +
                 "| | （六）其他处理 | | 1 | 3 | | 9 | 2 | 15 |\n|---|---|---|---|---|---|---|---|---|\n"
                 "| | （七）总计 | | 3302 2295 | 412 | 1630 | 1498 | 584 | 9721 |\n");
  CHECK(row(reading, "requests.outcomes.total") == "3302 2295 412 1630 1498 584 9721");
  CHECK(row(reading, "requests.outcomes.other_handling.unspecified") == "- - - - - - -");
  CHECK(state(reading, "requests.outcomes.other_handling.unspecified.natural_person") == CellState::unreadable);
}

TEST_CASE("the line of section four is not counted out below heads that stand above other cells than theirs") {
  const auto line_below = [](const std::string& heads) {
    return reading_of("临江县人民政府2024年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n" + heads +
                      "\n| 7 | 7 | 5 | 2 | 9 | 0 | 9 | 8 | 0 | 7 | 1 | 1 | 1 | 1 | 3 |\n");
  };
  const std::string block = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 ";
  const auto review_other = [](const Reading& reading) {
    return reading.sources[find_cell("review.other")->index].state;
  };
  CHECK(review_other(line_below(block + block + block + "|")) == CellState::read);
  // A head is missing, and the others have moved: the line has not.
  CHECK(review_other(line_below("| 结果维持 | 结果纠正 | 尚未审结 | 总计 " + block + block + "|")) == CellState::read);
  // Heads of the table of requests, whose rows were lost, say nothing of this line.
  const std::string applicants = "| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 ";
  CHECK(review_other(line_below(applicants + "| | | | | | | | |")) == CellState::read);
  CHECK(review_other(line_below("| 结果维持 " + applicants + "| 议 | 行 | 议 | 行 | 行 | 行 | 行 |")) ==
        CellState::read);
  // Pieces of other heads stand among them, and others ran together: as many columns, but not these.
  const Reading torn = line_below(
      "| 结果维持 | 结果纠正 | 行 | 其他结果 | 议 | 尚未审结 | 总计 | 结果维持 | 未经复结果纠正 | 议直接其他结果 "
      "| 起诉尚未审结 | 总计 | 结果维持 | 复议起诉结果其他 | 总计 |");
  CHECK(review_other(torn) == CellState::unreadable);
  CHECK(torn.report.review.other.is_blank());
}
