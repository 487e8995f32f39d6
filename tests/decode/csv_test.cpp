// CSV as spreadsheets and scripts write it: where its tables and paragraphs are, and what is not CSV at all.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/read.hpp"
#include "support/document.hpp"
#include "support/files.hpp"

using namespace gongkai;
using testing::paragraphs;
using testing::Rows;
using testing::table;

namespace {

using Lines = std::vector<std::string>;

Document decoded(std::string_view csv) {
  return testing::decoded(decode_csv(csv), Format::csv);
}
ErrorCode error_of(std::string_view csv, const Limits& limits = {}) {
  return testing::refused(decode_csv(csv, limits)).code;
}

}  // namespace

TEST_CASE("rows of several fields are tables, rows of one are paragraphs, blank rows stand between tables") {
  const Document document = decoded(
      "二、主动公开政府信息情况\n信息内容,制发,废止\n规章,1,2\n,,\n信息内容,决定,\n行政许可,5,\n\n三、收到和处理\n");
  CHECK(paragraphs(document) == Lines{"二、主动公开政府信息情况", "三、收到和处理"});
  CHECK(table(document, 0) == Rows{{"信息内容", "制发", "废止"}, {"规章", "1", "2"}});
  CHECK(table(document, 1) == Rows{{"信息内容", "决定", ""}, {"行政许可", "5", ""}});
}

TEST_CASE("a padded row of one field is text outside a table and a label with blanks inside one") {
  const Document document =
      decoded("某县年度报告,,\n信息内容,制发,废止\n规章,,\n规范性文件,3,1\n本年共制发3件。,,\n其他事项,,\n");
  CHECK(table(document) == Rows{{"信息内容", "制发", "废止"}, {"规章", "", ""}, {"规范性文件", "3", "1"}});
  CHECK(paragraphs(document) == Lines{"某县年度报告", "本年共制发3件。", "其他事项"});
}

TEST_CASE("the delimiter is the one that most rows use, or what the first line says") {
  const Rows lines{{"规章", "1,234", "2"}, {"规范性文件", "0", "7"}, {"许可", "5", ""}};
  CHECK(table(decoded("规章;1,234;2\n规范性文件;0;7\n许可;5;\n")) == lines);
  CHECK(table(decoded("规章\t1,234\t2\n规范性文件\t0\t7\n许可\t5\t\n")) == lines);
  CHECK(table(decoded("规章,\"1,234\",2\n规范性文件,0,7\n许可,5,\n")) == lines);
  CHECK(table(decoded("sep=;\r\n规章;1,234;2\r\n")) == Rows{{"规章", "1,234", "2"}});
  CHECK(decoded("sep=;\r\n规章;1,234;2\r\n").blocks.size() == 1);  // the line itself is no text of the report
  CHECK(table(decoded("\xef\xbb\xbf\"sep=\t\"\n规章\t1,234\t2\n")) == Rows{{"规章", "1,234", "2"}});
}

TEST_CASE("quotes hold delimiters, quotes and line breaks, and every field has its place") {
  const Document document = decoded("标题\n\"危及\"\"三安全\"\"\n一稳定\",\"a,b\",3\n\"第一段\n第二段\"\n");
  CHECK(table(document) == Rows{{"危及\"三安全\"\n一稳定", "a,b", "3"}});
  CHECK(document.table_cells[2].line == 3);
  CHECK(paragraphs(document) == Lines{"标题", "第一段", "第二段"});
  CHECK(document.blocks.back().line == 5);
}

TEST_CASE("what is no CSV, or too much of it, is refused with a reason") {
  CHECK(error_of("") == ErrorCode::empty);
  CHECK(error_of(",,\n,,\n") == ErrorCode::empty);
  CHECK(error_of("a,\xff,b\n") == ErrorCode::not_text);
  Limits limits;
  limits.cells = 4;
  CHECK(error_of("a,b,c\nd,e,f\n", limits) == ErrorCode::limit_exceeded);
  CHECK(error_of(std::string(100'000, ','), limits) == ErrorCode::empty);
  limits.blocks = 1;
  CHECK(error_of("a\n\nb\n", limits) == ErrorCode::limit_exceeded);
  limits.bytes = 3;
  CHECK(error_of("a,b,c", limits) == ErrorCode::limit_exceeded);
}

TEST_CASE("CSV is known by its shape") {
  CHECK(looks_like_csv("二、主动公开\n信息内容,制发,废止\n规章,0,0\n规范性文件,3,1\n"));
  CHECK(looks_like_csv("标题;;;\n信息内容;制发;废止;有效\n规章;;;\n规范性文件;3;1;7\n"));
  CHECK(looks_like_csv("标题\t\t\n信息内容\t制发\t废止\n规章\t0\t0\n"));
  CHECK(looks_like_csv("sep=,\n"));
}

TEST_CASE("text, Markdown and flattened tables are not taken for CSV, whatever commas are in them") {
  CHECK_FALSE(looks_like_csv(testing::example_report()));
  CHECK_FALSE(
      looks_like_csv("我局,高度重视,认真落实。\n一是,加强领导,健全机制,明确责任。\n二是,抓好培训,形成合力。\n"));
  CHECK_FALSE(looks_like_csv("| 信息内容 | 1,234,567 |\n|---|---|\n| 许可 | 2,345,678 |\n| 处罚 | 1,000,000 |\n"));
  CHECK_FALSE(looks_like_csv("\t许可\n\t1,234,567\n\n\t处罚\n\t2,345,678\n\n\t强制\n\t1,000,000\n"));
  CHECK_FALSE(looks_like_csv("许可\t1,234,567\t1\n处罚\t2,345,678\t2\t3\n强制\t1,000,000\t4\n"));
  CHECK_FALSE(looks_like_csv("许可   1,234,567   1\n处罚   2,345,678   2\n强制   1,000,000   4\n"));
  CHECK_FALSE(looks_like_csv("全年办理1,234,567件\n"));
  CHECK_FALSE(looks_like_csv(""));
  const auto folder = testing::reports_folder();
  if (!folder) {
    MESSAGE("real reports skipped: GONGKAI_REPORTS names no folder of them");
    return;
  }
  for (const char* name : {"jiaxing-port-2020.txt", "pingtan-2020.txt", "shanghai-kewei-2024.md", "shuyang-2025.md"}) {
    CAPTURE(name);
    const auto text = testing::read_file(*folder + "/" + name);
    REQUIRE(text);
    CHECK_FALSE(looks_like_csv(*text));
  }
}

TEST_CASE("CSV without a hint is read as CSV, and a hint decides where the shape does not") {
  CHECK(decode("信息内容,制发,废止\n规章,0,0\n规范性文件,3,1\n")->decoding.format == Format::csv);
  CHECK(decode("规章,0,0\n")->decoding.format == Format::text);
  Hints hints;
  hints.format = Format::csv;
  CHECK(decode("规章,0,0\n", hints)->decoding.format == Format::csv);
  hints.format = Format::text;
  CHECK(decode("信息内容,制发,废止\n规章,0,0\n规范性文件,3,1\n", hints)->decoding.format == Format::text);
}

TEST_CASE("commas within numbers do not make a text CSV") {
  const auto document = decode(
      "二、主动公开政府信息情况\n信息内容 本年处理决定数量\n行政许可 4,557,634\n"
      "行政处罚 7,697,107\n行政强制 11,836,608\n行政事业性收费 844,690.257744\n");
  REQUIRE(document);
  CHECK(document->decoding.format == Format::text);
  const auto csv = decode("自然人,企业,总计\n本年新收,100,200,300\n上年结转,100,200,300\n予以公开,100,200,300\n");
  REQUIRE(csv);
  CHECK(csv->decoding.format == Format::csv);
}
