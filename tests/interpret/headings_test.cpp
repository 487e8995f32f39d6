// Headings as reports word, number and misprint them: a section is missing only where nothing stands where it should.
#include "interpret/headings.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "support/files.hpp"
#include "support/reading.hpp"

using namespace gongkai;
using testing::reading_of;

namespace {

const std::array<std::string, 6> official{"一、总体情况",
                                          "二、主动公开政府信息情况",
                                          "三、收到和处理政府信息公开申请情况",
                                          "四、政府信息公开行政复议、行政诉讼情况",
                                          "五、存在的主要问题及改进情况",
                                          "六、其他需要报告的事项"};

/// The example report with a text in place of another.
std::string example_with(const std::string& from, const std::string& to) {
  std::string text = testing::example_report();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::vector<Finding> findings(const Reading& reading, std::string_view rule) {
  std::vector<Finding> found;
  for (const Finding& finding : check(reading).findings) {
    if (finding.rule == rule) {
      found.push_back(finding);
    }
  }
  return found;
}

/// Whether the texts and the numbers of two readings are the same.
void check_same(const Reading& reading, const Reading& expected) {
  CHECK(reading.report.narrative.overview == expected.report.narrative.overview);
  CHECK(reading.report.narrative.problems_and_improvements == expected.report.narrative.problems_and_improvements);
  CHECK(reading.report.narrative.other_matters == expected.report.narrative.other_matters);
  for (const CellInfo& info : cells) {
    CHECK(cell(reading.report, info.index) == cell(expected.report, info.index));
  }
}

}  // namespace

TEST_CASE(
    "headings in other words, with other numbers and with a misprint open their sections, and nothing is said of "
    "them") {
  const std::array<std::vector<std::string>, 6> variants{{
      {"一、概述",         "一、总体概述",
       "一、基本情况",     "一、政府信息公开工作总体情况",
       "一、总体工作情况", "一、2020年度工作总体情况",
       "一、总体情況",     "一、总体情祝",
       "一．总体情况",     "1、总体情况",
       "1.总体情况",       "第一部分 总体情况",
       "总体情况",         "概述",
       "（一）总体情况",   "（一）概述",
       "一 总体情况",      "一:总体情况",
       "壹、总体情况",     "Ⅰ、总体情况",
       "一、概  述",       "【总体情况】",
       "一、整体情况",     "一、政府信息公开工作概况"},
      {"二、主动公开情况", "二、政府信息主动公开情况", "二、主动公开政府信息", "主动公开政府信息情况",
       "二、主动公开政府信息情", "二、主动公开政信息情况", "二、主动公开政府信息情况表",
       "第二部分 主动公开政府信息情况", "二 主动公开政府信息情况", "2.主动公开政府信息情况",
       "二、主动公开的政府信息情况", "Ⅱ、主动公开政府信息情况"},
      {"三、依申请公开情况", "三、受理和处理政府信息公开申请情况", "三、收到和处理政府信息申请情况",
       "三、政府信息公开申请办理情况", "三、收到及处理政府信息公开申请情况", "收到和处理政府信息公开申请情况",
       "三、依申请公开", "三、收到和处理政府信息公开申情况", "第三部分 收到和处理政府信息公开申请情况",
       "（三）收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情祝", "三、申请处理情况"},
      {"四、行政复议诉讼情况", "四、政府信息公开行政复议、行政诉讼", "四、政府信息公开行政法复议、行政诉讼情况",
       "四、政府信息公开复议、诉讼情况", "四、复议诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
       "四、政府信息公开行政复义、行政诉讼情况", "政府信息公开行政复议、行政诉讼情况", "行政复议、行政诉讼情况",
       "第四部分 行政复议、行政诉讼情况", "（四）政府信息公开行政复议、行政诉讼情况", "四、政府信息公开行政复议情况"},
      {"五、存在的问题与不足", "五、存在问题", "五、存在的困难和问题", "五、存在的不足及改进情况",
       "五、存在问题和下一步工作打算", "五、存在的主要问题及改情况", "五、存在的主要问题", "五、存在的短板及改进情况",
       "五、存在的薄弱环节及改进情况", "五、主要差距和改进措施", "存在的主要问题及改进情况", "存在的问题及改进措施",
       "第五部分 存在的主要问题及改进情况", "（五）存在的主要问题及改进情况", "5.存在的主要问题及改进情况",
       "五 存在的主要问题及改进情况"},
      {"六、其他事项", "六、其它事项", "六、其它需要报告的事项", "六、其他需要说明的事项", "六、其他", "六、其它",
       "六、其他情况", "六、需要报告的其他事项", "六、其他需要报告事项", "六、其他需要报靠的事项", "其他需要报告的事项",
       "其他事项", "第六部分 其他需要报告的事项", "（六）其他需要报告的事项", "六、其他需要报告的事项。",
       "6.其他需要报告的事项"},
  }};
  const Reading expected = reading_of(testing::example_report());
  for (std::size_t i = 0; i < official.size(); ++i) {
    for (const std::string& variant : variants[i]) {
      CAPTURE(variant);
      const Reading reading = reading_of(example_with(official[i], variant));
      CHECK(findings(reading, "document.sections").empty());
      CHECK(reading.find_heading(static_cast<int>(i) + 1) != nullptr);
      check_same(reading, expected);
    }
  }
}

TEST_CASE("a heading that only its number and its place tell opens its section, and is told the form's wording") {
  const std::array<std::vector<std::string>, 6> variants{
      {{"一、工作开展情况", "一、2020年度政府信息公开工作情况", "一、主要工作", "一、政府信息公开工作情况"},
       {"二、政府信息公开情况", "二、主动信息公开情况", "二、信息发布情况"},
       {},
       {},
       {"五、下一步工作打算", "五、改进情况", "五、今后的努力方向"},
       {"六、信息处理费收取情况", "六、附则", "六、监督保障"}}};
  const Reading expected = reading_of(testing::example_report());
  for (std::size_t i = 0; i < official.size(); ++i) {
    for (const std::string& variant : variants[i]) {
      CAPTURE(variant);
      const Reading reading = reading_of(example_with(official[i], variant));
      const std::vector<Finding> found = findings(reading, "document.sections");
      REQUIRE(found.size() == 1);
      CHECK(found[0].severity == Severity::info);
      CHECK("、" + found[0].detail == official[i].substr(3));
      CHECK(found[0].place.is_known());
      check_same(reading, expected);
    }
  }
}

TEST_CASE(
    "a heading without its number and with a letter amiss opens the next section or one behind it, and none before") {
  HeadingLine line;
  take_apart("主动公开政府信悉情况", line);
  CHECK(section_of_heading(line, 1) == 2);
  CHECK(section_of_heading(line, 0) == 2);
  CHECK(section_of_heading(line, 2) == 0);
}

TEST_CASE("what only its number and its place tell is a heading behind a sentence that begins with 县、") {
  const Reading expected = reading_of(testing::example_report());
  std::string text = example_with(official[1], "县、乡两级均已公开。\n二、信息发布情况");
  CHECK(reading_of(text).headings.size() == expected.headings.size());
  text.replace(text.find("县、"), std::string_view("县、").size(), "二、");
  CHECK(reading_of(text).headings.size() == expected.headings.size() - 1);  // an item of a list, and so is the next
}

TEST_CASE("a section of which neither heading nor text is there is missing") {
  const std::string text = testing::example_report();
  for (const std::size_t section : {std::size_t{0}, std::size_t{4}, std::size_t{5}}) {
    CAPTURE(official[section]);
    const std::size_t begin = text.find(official[section]);
    const std::size_t end = section == 5 ? text.size() : text.find(official[section + 1]);
    const std::vector<Finding> found =
        findings(reading_of(std::string(text).erase(begin, end - begin)), "document.sections");
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::error);
    CHECK("、" + found[0].detail == official[section].substr(3));
  }
}

TEST_CASE("a list inside a section opens no other, though it speaks of what the other sections are about") {
  const std::string front = "（一）主动公开情况。";
  CHECK(reading_of(example_with(front, "无\nok\n\"\n" + front)).headings.size() == 6);  // lines shorter than a number
  for (const std::vector<std::string>& list :
       {std::vector<std::string>{"1.主动公开情况", "2.依申请公开情况", "3.政府信息管理", "4.行政复议、行政诉讼情况",
                                 "5.存在问题", "6.其他情况"},
        std::vector<std::string>{"（一）主动公开政府信息情况", "（二）主动公开政府信息情况", "（三）申请办理情况",
                                 "（四）复议诉讼情况"},
        std::vector<std::string>{"1、组织领导", "2、主动公开政府信息的情况", "3、依申请公开",
                                 "3、存在的问题及改进措施"},
        std::vector<std::string>{"一、组织领导情况", "二、信息发布情况", "三、制度建设情况"},
        std::vector<std::string>{"主动公开情况", "依申请公开情况", "行政复议、行政诉讼情况", "存在的问题及改进措施",
                                 "其他事项"}}) {
    std::string lines;
    for (const std::string& line : list) {
      lines += line + "\n有关工作按规定开展。\n";
    }
    CAPTURE(lines);
    const Reading reading = reading_of(example_with(front, lines + front));
    CHECK(reading.headings.size() == 6);
    CHECK(findings(reading, "document.sections").empty());
    for (const std::string& line : list) {
      CHECK(reading.report.narrative.overview.find(line) != std::string::npos);
    }
  }
}

TEST_CASE(
    "a list inside a section that is numbered as the sections are opens none, though one of it has the next number") {
  const std::string list =
      "一、组织学习培训\n二、优化办理流程\n三、规范栏目设置\n四、加强协调联动\n五、强化督促指导\n六、落实经费保障\n";
  const Reading reading = reading_of(example_with(official[5], list + official[5]));
  CHECK(reading.headings.size() == 6);
  CHECK(findings(reading, "document.sections").empty());
  CHECK(reading.report.narrative.problems_and_improvements.find("六、落实经费保障") != std::string::npos);
}

TEST_CASE("a document that numbers its parts and speaks of something else is no report") {
  CHECK_FALSE(
      read("关于开展安全检查的通知\n一、工作目标\n防范事故。\n二、检查内容\n设备。\n三、工作要求\n按时上报。\n五、联系"
           "方式\n无。\n"));
}
