// Each oddity of published pages, as a page of a few lines.
#include <doctest/doctest.h>

#include <cerrno>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>
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

Document decoded(std::string_view html) {
  return testing::decoded(decode_html(html), Format::html);
}
ErrorCode error_of(std::string_view html, const Limits& limits = {}) {
  return testing::refused(decode_html(html, limits)).code;
}
std::string repeated(std::string_view part, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) {
    result += part;
  }
  return result;
}
std::size_t table_count(const Document& document) {
  std::size_t count = 0;
  for (const Document::Block& block : document.blocks) {
    count += block.kind == Document::BlockKind::table;
  }
  return count;
}

}  // namespace

TEST_CASE("paragraphs and tables in order, with their places") {
  const Document document =
      decoded("<p>一、总体情况</p>\n<table>\n<tr><td>规章</td>\n<td>3</td></tr></table><p>后</p>");
  CHECK(paragraphs(document) == Lines{"一、总体情况", "后"});
  CHECK(table(document) == Rows{{"规章", "3"}});
  CHECK(document.blocks[0].line == 1);
  CHECK(document.blocks[0].column == 4);
  CHECK(document.blocks[1].line == 2);
  CHECK(document.table_cells[0].line == 3);
  CHECK(document.table_cells[0].column == 9);
  CHECK(document.table_cells[1].line == 4);
  CHECK(document.decoding.format == Format::html);
}

TEST_CASE("a label split over spans is one label, blocks and breaks in a cell are lines") {
  CHECK(table(decoded(
            "<table><tr><td><p><span>行政</span><font>许</font>可<o:p></o:p></p></td>"
            "<td>\n <p>本年新<br/>制作数量</p>\n<p>（件）</p> </td><td><div>1</div><div>2</div></td></tr></table>")) ==
        Rows{{"行政许可", "本年新\n制作数量\n（件）", "1\n2"}});
}

TEST_CASE("white space folds to one space, and a cell ends without it") {
  CHECK(table(decoded("<table><tr><td>\n  规章 \t\n 甲  \n</td><td> </td></tr></table>")) == Rows{{"规章 甲", ""}});
}

TEST_CASE("head, body and foot of a table are its rows, and th are cells") {
  CHECK(
      table(decoded("<table><thead><tr><th>信息内容</th><th>数</th></tr></thead><tbody><tr><td>规章</td><td>0</td></tr>"
                    "</tbody><tfoot><tr><td>合计</td><td>0</td></tr></tfoot></table>")) ==
      Rows{{"信息内容", "数"}, {"规章", "0"}, {"合计", "0"}});
}

TEST_CASE("rows and cells whose ends are missing") {
  CHECK(table(decoded("<table><tr><td>规章<td>1<td>2<tr><td>行政许可<td>3</table><p>后")) ==
        Rows{{"规章", "1", "2"}, {"行政许可", "3"}});
}

TEST_CASE("the end of a row whose beginning is missing") {
  const Rows three{{"规章", "1"}, {"许可", "2"}, {"处罚", "3"}};
  CHECK(table(decoded("<table><tr><td>规章<td>1</tr><td>许可<td>2</tr><td>处罚<td>3</tr></table>")) == three);
  CHECK(table(decoded("<table><tbody><tr><td>规章<td>1</tr><td>许可<td><div>2</tr><td>处罚<td>3</tr></table>")) ==
        three);
  // Within a row of a table for layout, which libxml2 knows.
  const Document nested = decoded(
      "<table><tr><td><p>甲</p><table><tr><td>规章<td>1</tr><td>许可<td>2</tr><td>处罚<td>3</tr></table><p>乙</p></td>"
      "<td>丙</td></tr></table>");
  CHECK(table(nested) == three);
  CHECK(paragraphs(nested) == Lines{"甲", "乙", "丙"});
}

TEST_CASE("rows and cells outside any table") {
  const Document document =
      decoded("<p>前</p><tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>2</td></tr><p>后</p>");
  CHECK(table(document) == Rows{{"规章", "1"}, {"许可", "2"}});
  CHECK(paragraphs(document) == Lines{"前", "后"});
  CHECK(table(decoded("<td>规章</td><td>1</td>")) == Rows{{"规章", "1"}});
}

TEST_CASE("a table cut in two by the content management system is two tables") {
  const Document document =
      decoded("<table><tr><td>规章</td><td>1</td></tr></table><table><tr><td>许可</td><td>2</td></tr></table>");
  CHECK(table(document, 0) == Rows{{"规章", "1"}});
  CHECK(table(document, 1) == Rows{{"许可", "2"}});
}

TEST_CASE("spans as written; zero, negative and senseless ones count one, huge ones are cut") {
  Limits limits;
  limits.span = 30;
  const auto document = decode_html(
      "<table><tr><td rowspan=22 colspan='7'>a</td><td rowspan=0>b</td><td colspan=-3>c</td><td colspan=x>d</td>"
      "<td colspan=99999999999999999999999>e</td><td rowspan=' 4 '>f</td><td colspan=31>g</td></tr></table>",
      limits);
  REQUIRE(document);
  const auto& places = document.value().table_cells;
  REQUIRE(places.size() == 7);
  CHECK(places[0].row_span == 22);
  CHECK(places[0].column_span == 7);
  CHECK(places[1].row_span == 1);
  CHECK(places[2].column_span == 1);
  CHECK(places[3].column_span == 1);
  CHECK(places[4].column_span == 30);
  CHECK(places[5].row_span == 4);
  CHECK(places[6].column_span == 30);
}

TEST_CASE("a table around the article is layout: its text becomes paragraphs, the tables in it stay") {
  const Document document = decoded(
      "<table><tr><td><p>一、总体情况</p><p>正文</p><table><tr><td>规章</td><td>3</td></tr></table>"
      "<p>三、申请</p><table><tr><td>新收</td><td>5</td></tr></table><p>六、其他</p></td></tr></table>");
  CHECK(paragraphs(document) == Lines{"一、总体情况", "正文", "三、申请", "六、其他"});
  CHECK(table(document, 0) == Rows{{"规章", "3"}});
  CHECK(table(document, 1) == Rows{{"新收", "5"}});
  REQUIRE(document.blocks.size() == 6);
  CHECK(document.blocks[2].kind == Document::BlockKind::table);
  CHECK(document.blocks[4].kind == Document::BlockKind::table);
}

TEST_CASE("layout within layout within layout") {
  const std::string open = "<table><tbody><tr><td>", close = "</td></tr></tbody></table>";
  const Document document =
      decoded(open + open + "<p>甲</p>" + open + "<table><tr><td>规章</td><td>3</td></tr></table>" + close +
              "<p>乙</p>" + close + close);
  CHECK(paragraphs(document) == Lines{"甲", "乙"});
  CHECK(table(document) == Rows{{"规章", "3"}});
  CHECK(table_count(document) == 1);
}

TEST_CASE("rows of data beside an inner table stay rows") {
  const Document document = decoded(
      "<table><tr><td>规章</td><td>1</td><td>2</td></tr><tr><td>前言<table><tr><td>新收</td><td>5</td></tr>"
      "</table></td></tr><tr><td>许可</td><td>7</td><td></td></tr></table>");
  CHECK(table(document, 0) == Rows{{"规章", "1", "2"}});
  CHECK(paragraphs(document) == Lines{"前言"});
  CHECK(table(document, 1) == Rows{{"新收", "5"}});
  CHECK(table(document, 2) == Rows{{"许可", "7", ""}});
}

TEST_CASE("a table of one cell, or of nothing, inside a cell is that cell's text") {
  CHECK(table(decoded("<table><tr><td>规章</td><td>甲<table><tr><td>12</td></tr></table>乙</td><td><table><tr><td>5</"
                      "td></tr></table></td>"
                      "<td>6<table><tr><td></td><td> </td></tr></table></td></tr></table>")) ==
        Rows{{"规章", "甲\n12\n乙", "5", "6"}});
}

TEST_CASE("an article in a table without inner tables becomes paragraphs, a short table of one cell stays") {
  const std::string sentence = repeated("本年度报告依照条例编制。", 20);
  CHECK(paragraphs(decoded("<table><tr><td><p>一、总体情况</p><p>" + sentence + "</p></td></tr></table>")) ==
        Lines{"一、总体情况", sentence});
  CHECK(table(decoded("<table><tr><td>第二十条第（一）项</td></tr></table>")) == Rows{{"第二十条第（一）项"}});
}

TEST_CASE("text between the cells of a table stands before it") {
  const Document document = decoded("<table><caption>表一</caption>杂<tr>散<td>规章</td><td>1</td></tr></table>");
  CHECK(paragraphs(document) == Lines{"表一", "杂", "散"});
  CHECK(table(document) == Rows{{"规章", "1"}});
}

TEST_CASE("a list of definitions is a table of two columns") {
  CHECK(table(decoded("<dl><dt>索引号</dt><dd>A-1</dd><dt>发布机构<dd>某局</dl>")) ==
        Rows{{"索引号", "A-1"}, {"发布机构", "某局"}});
}

TEST_CASE("a break ends a paragraph, and preformatted text keeps its lines") {
  CHECK(paragraphs(decoded("<div>一、总体情况<br>正文<br/>二、主动公开</div>")) ==
        Lines{"一、总体情况", "正文", "二、主动公开"});
  CHECK(paragraphs(decoded("<pre>一、总体情况\n正文\n</pre>")) == Lines{"一、总体情况", "正文"});
}

TEST_CASE("Markdown or text with a table in tags: outside of it a line is a line") {
  const Document document =
      decoded("# 一、总体情况\n\n正文\n<table><tr><td>规\n章</td><td>1</td></tr></table>\n\n# 三、申请\n");
  CHECK(paragraphs(document) == Lines{"# 一、总体情况", "正文", "# 三、申请"});
  CHECK(table(document) == Rows{{"规 章", "1"}});
}

TEST_CASE("entities, whole and broken") {
  CHECK(
      table(decoded(
          "<table><tr><td>&nbsp;</td><td>&#12288;3&#x3000;</td><td>&nbsp</td><td>&amp;nbsp;7</td><td>A&amp;B &lt;5</td>"
          "<td>甲&乙</td></tr></table>")) == Rows{{"\u00a0", "\u30003\u3000", "\u00a0", "\u00a07", "A&B <5", "甲&乙"}});
}

TEST_CASE("references to characters as Windows counts them") {
  CHECK(table(decoded("<table><tr><td>&#147;三安全&#x94;</td><td>&#151;&#150;</td><td>&#129;</td></tr></table>")) ==
        Rows{{"“三安全”", "—–", "\u0081"}});
}

TEST_CASE("a character that HTML does not allow never closes up what stands around it") {
  const Rows lines =
      table(decoded("<table><tr><td>1\x02"
                    "2</td><td>3&#0;4</td><td>5<!-- \x01 -->6</td></tr></table>"));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0][0].find("\ufffd") != std::string::npos);
  CHECK(lines[0][1].find("\ufffd") != std::string::npos);
  CHECK(lines[0][2] == "56");
}

TEST_CASE("a footnote mark does not run into the number before it") {
  CHECK(table(decoded("<table><tr><td>5<sup>1</sup></td></tr></table>")) == Rows{{"5 1"}});
}

TEST_CASE("scripts, styles, comments of every kind and fields are left out") {
  const Document document = decoded(
      "<style>p{}</style><script>document.write('<table><tr><td>9</td></tr></table>')</script><!-- 注 -->"
      "<!--[if gte mso 9]><xml>9</xml><![endif]--><![if !supportEmptyParas]>甲<![endif]><noscript>9</noscript>"
      "<textarea>9</textarea><select><option>9</option></select><template><p>9</p></template><p>乙</p>");
  CHECK(paragraphs(document) == Lines{"甲", "乙"});
  CHECK(table_count(document) == 0);
}

TEST_CASE("a conditional mark of Word's shows nothing, not even inside a number") {
  CHECK(table(decoded("<table><tr><td>规<![if !supportLists]>章</td><td>2<![endif]>78</td><td>1 <![endif]>2</td></tr>"
                      "</table>")) == Rows{{"规章", "278", "1 2"}});
}

TEST_CASE("fields of a form that stand in cells show their values") {
  CHECK(table(decoded("<table><tr><td>规章</td><td><input type=text value=3></td><td><input type=hidden "
                      "value=9>4</td></tr></table>")) == Rows{{"规章", "3", "4"}});
}

TEST_CASE("hidden elements are left out, hidden rows are read and noted") {
  const Document document = decoded(
      "<div style='DISPLAY : None'>隐</div><p style='color:red;visibility:hidden'>隐</p><p hidden>隐</p><p "
      "style='display:block'>显</p>"
      "<table><tr><td>规章</td><td>1<span style=\"display:none\">9</span></td></tr>\n<tr "
      "style='display:none'><td>许可</td><td>2</td></tr>"
      "<tbody hidden><tr><td>处罚</td><td>3</td></tr></tbody>"
      "<tr><td>强制</td><td style='display:none'></td><td "
      "style='display:none;mso-hide:all'>8</td><td>4</td></tr></table>");
  CHECK(paragraphs(document) == Lines{"显"});
  CHECK(table(document) == Rows{{"规章", "1"}, {"许可", "2"}, {"处罚", "3"}, {"强制", "8", "4"}});
  REQUIRE(document.notes.size() == 3);
  CHECK(document.notes[0].kind == NoteKind::hidden_row);
  CHECK(document.notes[0].text == "许可 2");
  CHECK(document.notes[0].place.line == 2);
  CHECK(document.notes[1].text == "处罚 3");
  CHECK(document.notes[2].text == "8");
}

TEST_CASE("what our own page says of the report is no part of it, wherever it stands") {
  const Document document = decoded(
      "<section data-gongkai=findings><h1>核对结果</h1><ol><li>错误</ol><table><tr><td>1</td></tr></table></section>"
      "<p>一<span data-gongkai=legend>图例</span></p><table><tr><td>规章</td><td>3</td></tr></table>");
  CHECK(paragraphs(document) == Lines{"一"});
  CHECK(table(document) == Rows{{"规章", "3"}});
  CHECK(table_count(document) == 1);
}

TEST_CASE("a hidden row with nothing in it, by which Excel sets the widths of columns, is not worth a word") {
  CHECK(decoded("<table><tr><td>规章</td><td>1</td></tr><![if supportMisalignedColumns]><tr height=0 "
                "style='display:none'><td width=72></td><td>&nbsp;</td></tr><![endif]></table>")
            .notes.empty());
}

TEST_CASE("a page all of whose tables are hidden is read whole: its script shows them") {
  const Document document =
      decoded("<div style='display:none'><p>一</p><table><tr><td>规章</td><td>1</td></tr></table></div>");
  CHECK(table(document) == Rows{{"规章", "1"}});
  CHECK(paragraphs(document) == Lines{"一"});
}

TEST_CASE("deletions not accepted are left out, insertions are read") {
  const Document document = decoded("<table><tr><td>规章</td><td><del>5</del><ins>6</ins></td></tr></table>");
  CHECK(table(document) == Rows{{"规章", "6"}});
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].kind == NoteKind::tracked_change);
  CHECK(document.notes[0].text == "5");
}

TEST_CASE("what is struck out is left out and told of") {
  for (const char* struck :
       {"<s>97</s>", "<STRIKE>97</STRIKE>", "<span style='color:red; Text-Decoration: line-through'>97</span>",
        "<font style=\"text-decoration-line:underline line-through\">97</font>"}) {
    const Document document = decoded("<table><tr><td>规章</td><td>" + std::string(struck) + "12</td></tr></table>");
    CHECK(table(document) == Rows{{"规章", "12"}});
    REQUIRE(document.notes.size() == 1);
    CHECK(document.notes[0].kind == NoteKind::tracked_change);
    CHECK(document.notes[0].text == "97");
  }
  CHECK(table(decoded("<table><tr><td>规章</td><td><span style='text-decoration:underline;color:line-through'>97</span>"
                      "</td></tr></table>")) == Rows{{"规章", "97"}});
}

TEST_CASE("title and meta are properties") {
  const Document document = decoded(
      "<html><head><title> 某市2024年度报告 </title><meta name='ArticleTitle' content='某市报告'><META NAME=PubDate "
      "CONTENT='2025-01-20'>"
      "<meta http-equiv='x' content='y'></head><body><p>正文</p></body></html>");
  Lines properties;
  for (const Document::Property& property : document.properties) {
    properties.push_back(std::string(document.view(property.name)) + "=" + std::string(document.view(property.value)));
  }
  CHECK(properties == Lines{"title=某市2024年度报告", "ArticleTitle=某市报告", "PubDate=2025-01-20"});
  CHECK(paragraphs(document) == Lines{"正文"});
}

TEST_CASE("pictures, also in cells, stand where they are, with what stands for them") {
  const Document document = decoded(
      "<p>三、申请</p><p><img src=a.png alt='申请表'></p><p>四、复议</p>"
      "<table><tr><td><p>五、问题</p><img "
      "src=b.png><p>六、其他</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>");
  std::string kinds;
  for (const Document::Block& block : document.blocks) {
    kinds += block.kind == Document::BlockKind::picture ? 'i' : block.kind == Document::BlockKind::table ? 't' : 'p';
  }
  CHECK(kinds == "pippipt");
  CHECK(document.view(document.blocks[1].text) == "申请表");
  const Document in_data = decoded("<table><tr><td>规章</td><td><img src=a.png></td></tr></table><p>后</p>");
  REQUIRE(in_data.blocks.size() == 3);
  CHECK(in_data.blocks[1].kind == Document::BlockKind::picture);
}

TEST_CASE("of a page with a known container the surroundings go, descriptions stay") {
  const std::string article =
      "<p>一、总体情况</p><p>" + repeated("正文。", 40) + "</p><table><tr><td>规章</td><td>3</td></tr></table>";
  for (const char* container :
       {"id='UCAP-CONTENT'", "class='TRS_Editor'", "class=\"view TRS_UEDITOR trs_editor_view\"", "id='vsb_content_2'",
        "id='zoom'", "class='zfxxgk_zw_content'", "class='article-content '", "id='ivs_content'",
        "class='Custom_UnionStyle'", "class='xxgk_content'"}) {
    CAPTURE(container);
    const Document document = decoded(
        "<div><a href=/>首页</a> <a href=/b>政府信息公开年报</a></div><p>字体 大 中 小</p>"
        "<table><tr><td>索引号</td><td>A-1</td></tr></table><ul><li>发布机构：某局</li></ul><h1>某局2024年报告</"
        "h1><div " +
        std::string(container) + ">" + article +
        "<p><a href=/f>附件</a></p></div><p>上一篇 <a href=/p>某局2023年报告</a></p><p>版权所有 某局</p>");
    CHECK(paragraphs(document) ==
          Lines{"发布机构：某局", "某局2024年报告", "一、总体情况", repeated("正文。", 40), "附件"});
    CHECK(table(document, 0) == Rows{{"索引号", "A-1"}});
    CHECK(table(document, 1) == Rows{{"规章", "3"}});
  }
}

TEST_CASE("the title above a known container stays, be it no heading") {
  CHECK(paragraphs(decoded("<p>字体 大 中 小</p><p><a href=/p>某局2023年政府信息公开年度报告</a></p>"
                           "<div class=bt>某局2024年政府信息\u200b公开工作年度报告</div><div id=zoom><p>" +
                           repeated("正文。", 60) + "</p></div>")) ==
        Lines{"某局2024年政府信息\u200b公开工作年度报告", repeated("正文。", 60)});
}

TEST_CASE("several containers and nested ones; text between them is kept") {
  const std::string text = repeated("正文。", 40);
  const Document document = decoded("<div class=TRS_Editor><div class=TRS_Editor><p>一</p><p>" + text +
                                    "</p></div><p>二</p></div><p>夹</p>"
                                    "<div class=TRS_Editor><p>三</p></div><p>尾</p>");
  CHECK(paragraphs(document) == Lines{"一", text, "二", "夹", "三"});
}

TEST_CASE("a container that a </div> too many ends within the report") {
  CHECK(paragraphs(
            decoded("<div id=zoom><p>四、复议</p><p>" + repeated("正文。", 40) +
                    "</p></div><p>改进。</p><h2>　五、问题</h2><p>问题不少。</p></div><p><a href=/>首页</a></p>")) ==
        Lines{"四、复议", repeated("正文。", 40), "改进。", "　五、问题", "问题不少。"});
}

TEST_CASE("a container that holds but a small part of the text is not the article") {
  CHECK(paragraphs(decoded("<p>一、总体情况</p><p>" + repeated("正文。", 40) + "</p><div id=zoom>放大</div>")).size() ==
        3);
}

TEST_CASE("without a container all is read but lines that are only links") {
  const Document document = decoded(
      "<ul><li><a href=/a>政府信息公开年报</a></li></ul><p><a name=_Toc1>一、总体情况</a></p><p>见<a "
      "href=/b>附件</a></p>");
  CHECK(paragraphs(document) == Lines{"一、总体情况", "见附件"});
}

TEST_CASE("limits are kept") {
  Limits limits;
  limits.bytes = 20;
  CHECK(error_of("<p>一二三四五六七八</p>", limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.cells = 5;
  CHECK(error_of("<table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>", limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.blocks = 3;
  CHECK(error_of("<p>1</p><p>2</p><p>3</p><p>4</p>", limits) == ErrorCode::limit_exceeded);
  CHECK(error_of("<table><tr><td>1<br>2<br>3<br>4</td></tr></table>", limits) == ErrorCode::limit_exceeded);
  CHECK(error_of(repeated("<img src=a>", 4), limits) == ErrorCode::limit_exceeded);
  CHECK(error_of(repeated("<meta name=a content=b>", 4), limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.depth = 20;
  CHECK(decode_html(repeated("<div>", 15) + "一"));
  CHECK(error_of(repeated("<div>", 30) + "一", limits) == ErrorCode::limit_exceeded);
}

TEST_CASE("hostile pages end soon") {
  CHECK(error_of(repeated("<div>", 300'000)) == ErrorCode::limit_exceeded);
  CHECK(error_of(repeated("<table><tr><td>", 100'000)) == ErrorCode::limit_exceeded);
  std::string tag = "<p ";
  for (int i = 0; i < 100'000; ++i) {
    tag += "a" + std::to_string(i) + (i % 3 == 0 ? "='>' " : i % 3 == 1 ? "=\"<\" " : " ");
  }
  CHECK(error_of(tag + ">一</p>") == ErrorCode::limit_exceeded);
  CHECK(decode_html("<p>一</p>" + repeated("<!--", 100'000)));
  CHECK(decode_html("<p>一</p>" + repeated("</span>", 100'000)));
  CHECK(decode_html("<p>一</p>" + repeated("&", 100'000)));
  // A picture inside the page, larger than what libxml2 takes for a text.
  const Document document = decoded("<img src='data:image/png;base64," + repeated("A", 9'000'000) + "'><p>后</p>");
  CHECK(paragraphs(document) == Lines{"后"});
}

TEST_CASE("what is empty or no UTF-8 is refused") {
  CHECK(error_of("") == ErrorCode::empty);
  CHECK(error_of(" \n") == ErrorCode::empty);
  CHECK(error_of("<p>\xff</p>") == ErrorCode::not_text);
  CHECK(error_of(std::string_view("<p>\0</p>", 8)) == ErrorCode::not_text);
}

TEST_CASE("a page cut off anywhere gives a document or an error") {
  const std::string page =
      "<!DOCTYPE html><html><head><title>某市</title></head><body><!-- c --><table border=\"1\"><tr><td "
      "rowspan='2'>规&nbsp;章</td>"
      "<td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table><p "
      "style='display:none'>一</p><![CDATA[x]]></body></html>";
  for (std::size_t size = 1; size <= page.size(); ++size) {
    CAPTURE(size);
    const auto document = decode_html(std::string_view(page).substr(0, size));
    if (document) {
      for (const Document::Block& block : document.value().blocks) {
        for (const Document::Row& row : document.value().rows_of(block)) {
          CHECK(document.value().cells_of(row).size() == row.cell_count);
        }
      }
    } else {
      CHECK_FALSE(document.error().message_zh.empty());
    }
  }
}

TEST_CASE("tags in any order give a document whose ranges hold") {
  constexpr const char* pieces[] = {
      "<table>",     "</table>",       "<tr>",          "</tr>",     "<td>",        "</td>",
      "<td hidden>", "<th rowspan=3>", "<p>",           "</p>",      "甲",          "1",
      " ",           "<br>",           "<div id=zoom>", "</div>",    "<img alt=i>", "<dl>",
      "<dt>",        "<dd>",           "</dl>",         "<caption>", "<tbody>",     "<a href=b>",
      "</a>",        "<pre>",          "</pre>",        "\n",        "&nbsp",       "<tr style='display:none'>",
      "<del>",       "</del>",         "<h1>",          "<body>",    "<html a=b>"};
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string page;
    for (std::size_t i = 0, size = random() % 60; i < size; ++i) {
      page += pieces[random() % std::size(pieces)];
    }
    CAPTURE(page);
    const auto result = decode_html(page);
    if (!result) {
      continue;
    }
    const Document& document = result.value();
    for (const Document::Block& block : document.blocks) {
      found += block.kind == Document::BlockKind::table;
      REQUIRE(block.text.begin + block.text.size <= document.text.size());
      REQUIRE(block.line >= 1);
      REQUIRE(block.column >= 1);
      for (const Document::Row& row : document.rows_of(block)) {
        REQUIRE(row.cell_count != 0);
        for (const Document::Cell& cell : document.cells_of(row)) {
          REQUIRE(cell.text.begin + cell.text.size <= document.text.size());
        }
      }
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("elements may be nested as deeply as the limit says, and no deeper") {
  const auto is_read = [](std::size_t divisions) {
    Limits limits;
    limits.depth = 10;
    std::string page;
    for (std::size_t i = 0; i < divisions; ++i) {
      page += "<div>";
    }
    return static_cast<bool>(decode_html("<html><body>" + page + "规章", limits));
  };
  CHECK(is_read(8));  // with html and body
  CHECK_FALSE(is_read(9));
}

TEST_CASE("random bytes give a document or an error") {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = "<p>";
    for (std::size_t i = 0, size = random() % 200; i < size; ++i) {
      bytes += static_cast<char>(random() % 3 == 0 ? "<>/=\"'&;!-td"[random() % 12] : static_cast<int>(random() % 128));
    }
    const auto document = decode_html(bytes);
    CHECK((document || !document.error().message_zh.empty()));
  }
}

TEST_CASE("where the heap of a thread ends, memory is not short") {
  const std::string page = "<p>" + repeated("<b>一段</b>", 20'000) + "</p><table><tr><td>1</td></tr></table>";
  constexpr std::size_t large = 262'176, small = 500, small_at_once = 100, most_rounds = 3'000;
  bool is_read = false;
  std::size_t ends = 0;
  std::thread([&] {
    std::vector<std::string> held;
    const auto ask = [](std::size_t size) {
      void* volatile const had = std::malloc(size);  // volatile, or the compiler asks for nothing
      std::free(had);
    };
    ask(4 * large);  // from now on glibc takes what is large from the heap too
    for (std::size_t i = 0; i < most_rounds && ends == 0; ++i) {
      for (std::size_t k = 0; k < small_at_once; ++k) {
        held.emplace_back().reserve(small + k % small);
      }
      errno = 0;
      ask(large);
      ends += errno == ENOMEM;
    }
    try {
      is_read = static_cast<bool>(decode(page));
    } catch (const std::bad_alloc&) {
    }
  }).join();
  MESSAGE("ends of heaps: ", ends);
  CHECK(is_read);
}
