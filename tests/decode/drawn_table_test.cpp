// Tables that text draws: a row lasts from rule to rule, and its cells' lines are put together.
#include <doctest/doctest.h>

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

}  // namespace

TEST_CASE("a row of a grid lasts until the next rule, and a number broken in it is one") {
  const Document document = decoded(
      "四、标题\n\n"
      "+------+-----+-----+\n"
      "| 结果 | 4   | 总  |\n"
      "| 维持 |     | 计  |\n"
      "+======+=====+=====+\n"
      "| 5    | 1   | 17  |\n"
      "| 2    | 08  |     |\n"
      "+------+-----+-----+\n\n"
      "五、标题\n");
  CHECK(table(document) == Rows{{"结果维持", "4", "总计"}, {"52", "108", "17"}});
  CHECK(paragraphs(document) == std::vector<std::string>{"四、标题", "五、标题"});
  CHECK(document.table_cells[3].line == 7);
}

TEST_CASE("an empty line inside a cell parts its texts, a mark for a line break does not") {
  CHECK(table(decoded("+----+------+\n| 1  | 新\\  |\n|    | 制作 |\n| 2  |      |\n+----+------+\n")) ==
        Rows{{"1 2", "新制作"}});
  CHECK(table(decoded("+--------+------+\n| | 新   | 13   |\n| | 制作 |      |\n+--------+------+\n")) ==
        Rows{{"新制作", "13"}});
}

TEST_CASE("in a grid without double rule and with rules around alone, each line is a row") {
  CHECK(table(decoded("+------+---+\n| 规章 | 列 |\n+------+---+\n| 甲   | 3 |\n| 乙   | 4 |\n+------+---+\n")) ==
        Rows{{"规章", "列"}, {"甲", "3"}, {"乙", "4"}});
}

TEST_CASE("cells of a drawing span columns and rows where no wall or rule parts them") {
  const Document document = decoded(
      "┌──────────┬────┐\n"
      "│   申请   │总计│\n"
      "├────┬─────┤    │\n"
      "│“甲”│ 12  │ 13 │\n"
      "│    ├─────┼────┤\n"
      "│    │  4  │ 5  │\n"
      "└────┴─────┴────┘\n");
  const Rows drawn = table(document);
  REQUIRE(drawn.size() == 3);
  CHECK(drawn[0] == std::vector<std::string>{"申请", "总计 13"});
  CHECK(document.table_cells[0].column_span == 2);
  CHECK(drawn[1][0] == "“甲”");
  CHECK(document.table_cells[2].row_span == 2);
  CHECK(drawn[2] == std::vector<std::string>{"4", "5"});
}

TEST_CASE("columns below dashes are where the dashes are, empty cells with them") {
  CHECK(table(decoded("  ------ ---- ----\n  规章   3    74\n  文件        5\n  ------ ---- ----\n")) ==
        Rows{{"规章", "3", "74"}, {"文件", "", "5"}});
  CHECK(table(decoded(
            "  ------------------\n  名称     数\n\n  ------- ----------\n  规范性   64\n  文件\n\n  许可     3\n  "
            "------------------\n")) == Rows{{"名称", "数"}, {"规范性文件", "64"}, {"许可", "3"}});
  CHECK(table(decoded("===== ==== ====\n规章  0    7\n许可       8\n===== ==== ====\n")) ==
        Rows{{"规章", "0", "7"}, {"许可", "", "8"}});
}

TEST_CASE("a rule across a page is no table") {
  CHECK(paragraphs(decoded("一、标题\n---\n正文\n---\n")) ==
        std::vector<std::string>{"一、标题", "---", "正文", "---"});
  CHECK(paragraphs(decoded("标题\n====\n\n正文\n")) == std::vector<std::string>{"标题", "====", "正文"});
}

TEST_CASE("AsciiDoc says how many columns there are, and its rows may stand on several lines") {
  CHECK(table(decoded("[cols=\",,\",]\n|===\n|名称 |新 +\n制作 |总数\n|规章 |3\n|74\n\n2+|合并 a|\n\n9\n\n|===\n")) ==
        Rows{{"名称", "新制作", "总数"}, {"规章", "3", "74"}, {"合并", "9"}});
}

TEST_CASE("AsciiDoc: how many columns there are is counted, or written before a star, or seen in the first line") {
  const std::string lines = "|甲 |乙 |丙\n|1 |2 |3\n|===\n";
  const Rows three{{"甲", "乙", "丙"}, {"1", "2", "3"}};
  CHECK(table(decoded("[cols=\"1,1,1\"]\n|===\n" + lines)) == three);
  CHECK(table(decoded("[cols=\"1,1,1,\"]\n|===\n" + lines)) == three);
  CHECK(table(decoded("[cols=\"3*\"]\n|===\n" + lines)) == three);
  CHECK(table(decoded("[cols=\"x*,\"]\n|===\n" + lines)) == three);  // no number: as many as the first line has
  CHECK(table(decoded("[cols=\"*\"]\n|===\n|甲\n|1\n|===\n")) == Rows{{"甲"}, {"1"}});
  CHECK(table(decoded("[cols=\"3*]\n|===\n|甲\n|1\n|===\n")) == Rows{{"甲"}, {"1"}});
  CHECK(table(decoded("|===\n" + lines)) == three);
}

TEST_CASE("AsciiDoc: cells span columns and rows, and a bar may be written") {
  const Document document = decoded("[cols=\"1,1,1\"]\n|===\n.2+|甲 2+|乙\n|1 |2\n2.2+|丙 |3\n|4\n|5 |6 |7\n|===\n");
  CHECK(table(document) == Rows{{"甲", "乙"}, {"1", "2"}, {"丙", "3"}, {"4"}, {"5", "6", "7"}});
  CHECK(document.table_cells[0].row_span == 2);
  CHECK(document.table_cells[1].column_span == 2);
  CHECK(document.table_cells[4].row_span == 2);
  CHECK(document.table_cells[4].column_span == 2);
  CHECK(table(decoded("|===\n|甲\\|乙 |丙\n|1 |2\n|===\n"))[0].size() == 2);
  CHECK(table(decoded("|===\n|甲乙|丙 |丁\n|1 |2\n|===\n"))[1] == std::vector<std::string>{"1", "2"});
  CHECK(table(decoded("|===\n|甲 +\n+\n乙 |丙\n|===\n"))[0][0] == "甲乙");
}

TEST_CASE("markup inside lines says nothing, and a table in tags keeps its own") {
  const Document document = decoded(
      "<span style=\"a\">清溪县</span>年报\n::: {.x}\n# 一、标题 {#一 .b}\n[文]{style=\"c:\nd\"}字<br>行\n最后\n");
  CHECK(paragraphs(document) == std::vector<std::string>{"清溪县年报", "一、标题", "文字 行", "最后"});
  CHECK(document.blocks.back().line == 6);
  CHECK(table(decoded("| <span>规章</span><span></span> | <b>3</b> |\n|---|---|\n")) == Rows{{"规章", "3"}});
  CHECK(table(decoded("+--------------------+---+\n| [规章]{style=\"a:   | 3 |\n| b\"}                |   |\n"
                      "+--------------------+---+\n")) == Rows{{"规章", "3"}});
}

TEST_CASE("trafilatura's rows: a cell and a pipe a line, an empty cell breaks the line, pipes fill the row up") {
  CHECK(table(decoded("|\n规章 |\n3 |\n|\n74 | ||\n|\n商业\n企业 |\n2 | ||\n")) ==
        Rows{{"规章"}, {"3"}, {""}, {"74"}, {"", ""}, {"商业企业"}, {"2"}, {"", ""}});
  CHECK(table(decoded("本年新收 | 8 | 2 | 10 | |\n上年结转 | 8 |\n|\n| 3 | |\n")) ==
        Rows{{"本年新收", "8", "2", "10", " "}, {"上年结转", "8", "", "", "3", ""}});
  CHECK(table(decoded("规章 | 3 | 74 |\n\n许可 | 4 | |\n")) == Rows{{"规章", "3", "74"}, {"许可", "4", " "}});
}

TEST_CASE("many lines that only seem to begin tables cost no more than a look each") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += "+---\n";
  }
  CHECK(decoded(text).blocks.size() == 20'000);
}

TEST_CASE("where walls above and below a rule stand side by side, each row keeps its own") {
  CHECK(table(decoded("┌────┬───┐\n"
                      "│ 上 │ 下│\n"
                      "├────┴┬──┤\n"
                      "│  6  │ 8│\n"
                      "└─────┴──┘\n")) == Rows{{"上", "下"}, {"6", "8"}});
}

TEST_CASE("tables that follow each other without an empty line are two") {
  const Document document = decoded("┌───┐\n│ 1 │\n└───┘\n┌──┬──┐\n│2 │3 │\n└──┴──┘\n");
  CHECK(document.blocks.size() == 2);
  CHECK(document.table_rows.size() == 2);
  CHECK(document.table_cells.size() == 3);
}

TEST_CASE("a row of several lines between three rules is one row where its texts fill their cells") {
  CHECK(
      table(decoded(
          "+------+------+\n| 甲   | 乙   |\n+------+------+\n| 上年 | 1234 |\n| 结转 | 5    |\n+------+------+\n")) ==
      Rows{{"甲", "乙"}, {"上年结转", "12345"}});
  CHECK(
      table(decoded(
          "+------+------+\n| 甲   | 乙   |\n+------+------+\n| 上年 | 12   |\n| 结转 | 5    |\n+------+------+\n")) ==
      Rows{{"甲", "乙"}, {"上年", "12"}, {"结转", "5"}});
}

TEST_CASE("columns two spaces apart, lines filled up to their rows' ends: a row has the cells that its length says") {
  // Widths count characters. The third column is empty in all rows; the second row has one cell fewer than the others.
  const std::string lines =
      "规章    26        26\n"
      "行政许可  258    7\n"
      "行政处罚              \n"
      "第四    1         3 \n";
  const Document document = decoded("二、标题\n\n" + lines + "\n三、标题\n");
  CHECK(table(document) == Rows{{"规章", "26", "", "", "26"},
                                {"行政许可", "258", "", "7"},
                                {"行政处罚", "", "", "", ""},
                                {"第四", "1", "", "", "3"}});
  CHECK(paragraphs(document) == std::vector<std::string>{"二、标题", "三、标题"});
  std::string cut = lines;  // without the spaces at its end, a line does not say how many cells it has
  cut.replace(cut.find("行政处罚"), cut.find('\n', cut.find("行政处罚")) - cut.find("行政处罚"), "行政处罚");
  CHECK(table(decoded(cut)) != table(document));
}

TEST_CASE("cells that begin below each other on a screen: where a line has nothing, its cell is empty") {
  const std::string head = "项目              自然人  企业机构  总计\n";
  const std::string lines =
      "一、新收申请      12      0         12\n"
      "二、结转申请                        0\n"
      "结果  （一）公开  7       3         10\n"
      "      （二）部分          9         9\n"
      "      （三）其他  1 \n"
      "      （四）其余\n";
  CHECK(table(decoded(head + lines)) == Rows{{"项目", "自然人", "企业机构", "总计"},
                                             {"一、新收申请", "12", "0", "12"},
                                             {"二、结转申请", "", "", "0"},
                                             {"结果", "（一）公开", "7", "3", "10"},
                                             {"（二）部分", "", "9", "9"},
                                             {"（三）其他", "1", "", ""},
                                             {"（四）其余", "", "", ""}});
  // Numbers that end below each other do not say so.
  const std::string right =
      "甲      100      7\n乙        9     12\n丙       10      3\n丁      200      1\n戊        9     12\n己       "
      "10\n";
  CHECK(table(decoded(right))[5] == Rows::value_type{"己", "10"});
}
