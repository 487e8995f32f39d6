// Plain text says where its paragraphs and tables are, in four ways.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/read.hpp"
#include "support/document.hpp"

using namespace gongkai;
using testing::paragraphs;
using testing::Rows;
using testing::table;

namespace {

Document decoded(std::string_view text) {
  return testing::decoded(decode_text(text), Format::text);
}
ErrorCode error_of(std::string_view text, const Limits& limits = {}) {
  return testing::refused(decode_text(text, limits)).code;
}

}  // namespace

TEST_CASE("a row between pipes need not begin with one; where none does, one at the beginning ends an empty cell") {
  CHECK(table(decoded("规章 | 0 | 0 | 12 |\n| | 2.重复申请 | 1 | | 1 |\n")) ==
        Rows{{"规章", "0", "0", "12"}, {"", " ", "2.重复申请", "1", " ", "1"}});
  CHECK(table(decoded("| 规章 | 0 | 12 |\n| | 1 | |\n")) == Rows{{"规章", "0", "12"}, {" ", "1", " "}});
  CHECK(table(decoded("信息内容| 制发| 废止\n规章|  | 1  \n许可| 3|   \n")) ==
        Rows{{"信息内容", "制发", "废止"}, {"规章", "  ", "1"}, {"许可", "3", ""}});
}

TEST_CASE("a cell a line, its pipe behind it or in the line below; a line of pipes is as many empty cells") {
  const Rows expected{{"行政许可"}, {"7"}, {"", ""}, {"规章"}, {""}, {"3"}};
  CHECK(table(decoded("行政许可 |\n7 |\n||\n规章 |\n|\n3 |\n")) == expected);
  const Document below = decoded("二、标题\n行政许可\n|\n7\n|\n||\n规章\n|\n|\n3\n|\n三、标题\n");
  CHECK(table(below) == expected);
  CHECK(paragraphs(below) == std::vector<std::string>{"二、标题", "三、标题"});
  CHECK(below.table_cells[0].line == 2);
  CHECK(below.table_cells[1].line == 4);
}

TEST_CASE("a line that begins with a tab is a cell, an empty line ends a row, a line break may stand inside a cell") {
  const Document document = decoded("二、标题\n\n\t信息内容\n\t本年新\n制作数量\n\n\t规章\n\t 0\n\t\n\n\n三、下一节\n");
  CHECK(table(document) == Rows{{"信息内容", "本年新\n制作数量"}, {"规章", " 0", ""}});
  CHECK(paragraphs(document) == std::vector<std::string>{"二、标题", "三、下一节"});
  CHECK(document.table_cells[2].line == 7);
  CHECK(document.table_cells[2].column == 2);
}

TEST_CASE("tabs between cells make a row of each line") {
  CHECK(table(decoded("信息内容\t制发\t废止\n规章\t0\t\n\t1\t2\n")) ==
        Rows{{"信息内容", "制发", "废止"}, {"规章", "0", ""}, {"", "1", "2"}});
}

TEST_CASE("Markdown pipes, with or without a rule under the head, bold or not") {
  CHECK(table(decoded("| 信息内容 | 数量 |\n|---|:-:|\n| **规章** | 0 |\n| a\\|b | |\n")) ==
        Rows{{"信息内容", "数量"}, {"规章", "0"}, {"a\\|b", " "}});
  CHECK(paragraphs(decoded("## 一、总体情况\n\n**正文**\n<!-- 注 -->\n")) ==
        std::vector<std::string>{"一、总体情况", "正文"});
}

TEST_CASE("wide gaps make columns where the rest looks like numbers or there are three of them") {
  CHECK(table(decoded("规章        0     0    0\n行政许可      97\n")) ==
        Rows{{"规章", "0", "0", "0"}, {"行政许可", "97"}});
  CHECK(paragraphs(decoded("某市2020年度  工作报告\n")) == std::vector<std::string>{"某市2020年度  工作报告"});
}

TEST_CASE("line ends of every system, and a byte order mark") {
  CHECK(table(decoded("\xef\xbb\xbf\t规章\r\n\t0\r\n\r\n")) == Rows{{"规章", "0"}});
}

TEST_CASE("what is no text is refused, with the place of the first bad byte") {
  CHECK(error_of("") == ErrorCode::empty);
  CHECK(error_of(" \n\t\u3000\n") == ErrorCode::empty);
  CHECK(error_of(std::string_view("ab\0cd", 5)) == ErrorCode::not_text);
  const auto document = decode_text("一\n二\xff\n");
  REQUIRE_FALSE(document);
  CHECK(document.error().code == ErrorCode::not_text);
  CHECK(document.error().where.line == 2);
  CHECK(document.error().where.column == 4);
}

TEST_CASE("limits are kept") {
  Limits limits;
  limits.bytes = 10;
  CHECK(error_of("一二三四五", limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.cells = 5;
  CHECK(error_of("a\tb\tc\nd\te\tf\n", limits) == ErrorCode::limit_exceeded);
  CHECK(error_of("a\tb\tc\td\te\tf\tg\n", limits) == ErrorCode::limit_exceeded);
  CHECK(error_of("|a|b|c|d|e|f|g|\n", limits) == ErrorCode::limit_exceeded);
  CHECK(error_of("a  b  c  d  e  f  g\n", limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.blocks = 2;
  CHECK(error_of("a\nb\nc\n", limits) == ErrorCode::limit_exceeded);
}

TEST_CASE("Markdown with tables in tags, as programs write it that take PDF apart") {
  const auto document = decode(
      "# 三、收到和处理政府信息公开申请情况\n\n<html><body><table><tr><td "
      "colspan=\"2\">规章</td><td>3</td></tr></table></body></html>\n\n"
      "正文\n<table>\n<tr><td>a</td></tr>\n</table>\n# 四、\n");
  REQUIRE(document);
  CHECK(document->decoding.format == Format::text);
  CHECK(testing::paragraphs(document.value()) ==
        std::vector<std::string>{"三、收到和处理政府信息公开申请情况", "正文", "四、"});
  CHECK(testing::table(document.value(), 0) == testing::Rows{{"规章", "3"}});
  CHECK(document->table_cells[0].column_span == 2);
  CHECK(testing::table(document.value(), 1) == testing::Rows{{"a"}});
  CHECK(document->blocks.back().line == 9);
  CHECK(document->blocks[1].line == 3);
}

TEST_CASE("rows between pipes without pipes around them, and spans that are one space where blanks are two") {
  const auto bare = decode("# 报告\n信息内容| 制发| 废止  \n---|---|---  \n规章| 3|   \n");
  REQUIRE(bare);
  CHECK(testing::table(bare.value()) == testing::Rows{{"信息内容", "制发", "废止"}, {"规章", "3", ""}});
  const auto spans = decode("| 本年新收 | | | 821 |  | 859 |\n| --- | --- | --- | --- | --- | --- |\n");
  REQUIRE(spans);
  CHECK(testing::table(spans.value()) == testing::Rows{{"本年新收", "821", "  ", "859"}});
  CHECK(spans->table_cells[0].column_span == 3);
  Limits narrow;
  narrow.span = 2;
  const auto cut = decode("| 本年新收 | | | 821 |  | 859 |\n", {}, narrow);
  REQUIRE(cut);
  CHECK(cut->table_cells[0].column_span == 2);
}

TEST_CASE("a cell that Org breaks goes on in the row below, though not in a row of another length") {
  CHECK(table(decoded("| 信息内容 | 数量 |\n| 规\\\\ | 1\\\\ |\n| 章 | 2 |\n| 许可 | 3 |\n")) ==
        Rows{{"信息内容", "数量"}, {"规章", "12"}, {"许可", "3"}});
  CHECK(table(decoded("| 信息内容 | 数量 |\n| 规\\\\ | 1 |\n| 章 | 2 | 3 |\n")).size() == 3);
}

TEST_CASE("a table of HTML in a text is one, up to the limits; without its end it is text") {
  const std::string html = "<table><tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>3</td></tr></table>\n";
  CHECK(table(decoded("二、标题\n" + html + "三、标题\n")) == Rows{{"规章", "1"}, {"许可", "3"}});
  CHECK(paragraphs(decoded("二、标题\n" + html + "三、标题\n")) == std::vector<std::string>{"二、标题", "三、标题"});
  CHECK(paragraphs(decoded("二、标题\n<table><tr><td>规章\n")).size() == 2);
  Limits limits;
  limits.cells = 3;
  CHECK(error_of("二、标题\n" + html, limits) == ErrorCode::limit_exceeded);
}
