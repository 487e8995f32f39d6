// Word files are read as Word shows them.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/read.hpp"
#include "support/document.hpp"
#include "support/files.hpp"
#include "support/form_rows.hpp"
#include "support/office.hpp"
#include "support/random_report.hpp"
#include "support/word_markup.hpp"

using namespace gongkai;
using namespace gongkai::testing::word;
using testing::Docx;
using testing::paragraphs;
using testing::Rows;
using testing::table;
using Lines = std::vector<std::string>;

namespace {

Document decoded(const Docx& docx) {
  return testing::decoded(decode(docx.file()), Format::docx);
}
Document decoded(const std::string& body) {
  return decoded(Docx{body, "", "", {}});
}
ErrorCode error_of(const Docx& docx, const Limits& limits = {}) {
  return testing::refused(decode(docx.file(), {}, limits)).code;
}
std::size_t count(const Document& document, NoteKind kind) {
  std::size_t result = 0;
  for (const Note& note : document.notes) {
    result += note.kind == kind;
  }
  return result;
}

}  // namespace

TEST_CASE("a paragraph outside of tables has its number, empty ones not counted") {
  const Document document =
      decoded(text_p("甲") + text_p("") + tbl(tr(tc("乙") + tc("1"))) + text_p("丙") + text_p(" ") + text_p("丁"));
  std::vector<std::uint32_t> numbers;
  for (const Document::Block& block : document.blocks) {
    if (block.kind == Document::BlockKind::paragraph) {
      numbers.push_back(block.line);
    }
  }
  CHECK(numbers == std::vector<std::uint32_t>{1, 2, 3});
}

TEST_CASE("text split over runs is one text, with tabs, breaks, hyphens and symbols") {
  CHECK(paragraphs(decoded(p(run("政府") + run("信息") + "<w:hyperlink>" + run("公开") + "</w:hyperlink>"))) ==
        Lines{"政府信息公开"});
  CHECK(table(decoded(tbl(tr("<w:tc>" + p(run("本年新") + "<w:r><w:br/></w:r>" + run("制作数量")) + "</w:tc>" +
                             "<w:tc>" + p("<w:r><w:noBreakHyphen/></w:r>" + run("18")) + "</w:tc>" + "<w:tc>" +
                             p("<w:r><w:sym w:font=\"Symbol\" w:char=\"F037\"/></w:r>") + "</w:tc>" + "<w:tc>" +
                             p("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>") + text_p("乙") +
                             "</w:tc>")))) == Rows{{"本年新\n制作数量", "-18", "7", "\xef\xbf\xbd\n乙"}});
}

TEST_CASE("a line break sets paragraphs of the text apart") {
  CHECK(paragraphs(decoded(p(run("一、总体情况") + "<w:r><w:br/></w:r>" + run("本年")))) ==
        Lines{"一、总体情况", "本年"});
}

TEST_CASE("cells that span columns and rows") {
  const Document document =
      decoded(tbl(tr(tc("头", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>") + tc("甲")) +
                  tr(tc("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>") + tc("乙")) +
                  tr(tc("丙", "<w:vMerge w:val=\"restart\"/>") + tc("丁") + tc("")) +
                  tr(tc("", "<w:vMerge w:val=\"continue\"/>") + tc("戊") + tc("己"))));
  CHECK(table(document) == Rows{{"头", "甲"}, {"乙"}, {"丙", "丁", ""}, {"戊", "己"}});
  CHECK(document.table_cells[0].column_span == 2);
  CHECK(document.table_cells[0].row_span == 2);
  CHECK(document.table_cells[3].row_span == 2);
}

TEST_CASE("a cell that continues nothing is a cell; grid columns left out before a row count") {
  const Document document = decoded(tbl(tr(tc("甲", "<w:vMerge/>") + tc("乙")) +
                                        tr(tc("丙", "<w:vMerge w:val=\"restart\"/>"), "<w:gridBefore w:val=\"1\"/>") +
                                        tr(tc("丁") + tc("", "<w:vMerge/>"), "<w:gridAfter w:val=\"2\"/>")));
  CHECK(table(document) == Rows{{"甲", "乙"}, {"", "丙"}, {"丁"}});
  CHECK(document.table_cells[3].row_span == 2);
}

TEST_CASE("a horizontal merge as old files write it") {
  const Document document =
      decoded(tbl(tr(tc("甲", "<w:hMerge w:val=\"restart\"/>") + tc("", "<w:hMerge/>") + tc("乙"))));
  CHECK(table(document) == Rows{{"甲", "乙"}});
  CHECK(document.table_cells[0].column_span == 2);
}

TEST_CASE("a cell merged both ways as old files write it") {
  const std::string begin = "<w:hMerge w:val=\"restart\"/>", rest = "<w:hMerge/>";
  const std::string top = "<w:vMerge w:val=\"restart\"/>", below = "<w:vMerge/>";
  const Document document = decoded(tbl(tr(tc("甲") + tc("头", begin + top) + tc("", rest + top) + tc("乙")) +
                                        tr(tc("丙") + tc("", begin + below) + tc("", rest + below) + tc("丁"))) +
                                    tbl(tr(tc("头", begin + top) + tc("", rest + top) + tc("乙")) +
                                        tr(tc("", begin + below) + tc("", rest + below) + tc("丁"))));
  CHECK(table(document) == Rows{{"甲", "头", "乙"}, {"丙", "丁"}});
  CHECK(table(document, 1) == Rows{{"头", "乙"}, {"丁"}});
  CHECK(document.table_cells[1].column_span == 2);
  CHECK(document.table_cells[1].row_span == 2);
  CHECK(document.table_cells[3].column_span == 1);
}

TEST_CASE("insertions that are not accepted are read, deletions are not, and one note says so") {
  const Document document =
      decoded(p("<w:del><w:r><w:delText>97</w:delText></w:r></w:del><w:ins>" + run("98") + "</w:ins><w:moveFrom>" +
                run("旧") + "</w:moveFrom><w:moveTo>" + run("新") + "</w:moveTo>") +
              text_p("前", "<w:rPr><w:del/></w:rPr>") + text_p("后") +
              tbl(tr(tc("删"), "<w:del/>") + tr(tc("增") + tc("1") + tc("2", "<w:cellDel/>"), "<w:ins/>")));
  CHECK(paragraphs(document) == Lines{"98新", "前后"});
  CHECK(table(document) == Rows{{"增", "1"}});
  CHECK(count(document, NoteKind::tracked_change) == 1);
  const Document in_table = decoded(
      tbl(tr(tc("规章") + tc("0")) + tr(tc("许可") + "<w:tc>" + p("<w:ins>" + run("3") + "</w:ins>") + "</w:tc>")));
  REQUIRE(count(in_table, NoteKind::tracked_change) == 1);
  CHECK(in_table.notes[0].place == Place{0, 0, 1, 2, 2});
}

TEST_CASE("a field shows its result, not its code, and one without an end swallows nothing") {
  const std::string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
                    middle = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
                    end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  CHECK(paragraphs(decoded(p(begin + "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>" + run("x") + middle +
                             run("12") + end + run("件")) +
                           p(begin + run("y")) + text_p("后文") + p("<w:fldSimple>" + run("3") + "</w:fldSimple>"))) ==
        Lines{"12件", "后文", "3"});
}

TEST_CASE("a formula of Word without its result is no blank, and what a merged cell covers is named") {
  const auto field = [](const std::string& code, const std::string& result) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> " + code + " </w:instrText></w:r>" +
           result + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  };
  const auto cell = [](const std::string& content) { return "<w:tc>" + p(content) + "</w:tc>"; };
  const std::string middle = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
  const Document document =
      decoded(tbl(tr(tc("甲", "<w:vMerge w:val=\"restart\"/>") + cell(field("=SUM(ABOVE)", "")) +
                     cell(field("=A1+1", middle)) + cell(field("=A1+1", middle + run("3"))) +
                     cell(field("PAGE", middle)) + cell("<w:fldSimple w:instr=\" =SUM(LEFT) \"/>")) +
                  tr(tc("5", "<w:vMerge/>") + tc("1") + tc("2") + tc("3") + tc("4") + tc("6"))));
  CHECK(table(document) == Rows{{"甲", "=SUM(ABOVE)", "=A1+1", "3", "", "=SUM(LEFT)"}, {"1", "2", "3", "4", "6"}});
  CHECK(count(document, NoteKind::covered) == 1);
}

TEST_CASE("notes of rows without cells, and of what is behind a row's last cell, name a cell that is there") {
  const std::string restart = "<w:vMerge w:val=\"restart\"/>", goes_on = "<w:vMerge/>";
  const Document document =
      decoded(tbl(tr(tc("甲") + tc("乙", restart)) + tr(tc("丙") + tc("5", goes_on)) +
                  tr(tc("丁", restart) + tc("戊", restart)) + tr(tc("6", goes_on) + tc("7", goes_on), "<w:ins/>")));
  CHECK(table(document) == Rows{{"甲", "乙"}, {"丙"}, {"丁", "戊"}, {}});
  std::vector<std::string> told;
  for (const Note& note : document.notes) {
    CHECK(note.place.table == 1);
    told.push_back(note.text + std::to_string(note.place.row) + std::to_string(note.place.cell));
  }
  CHECK(told == Lines{"512", "40", "631", "732"});  // what is covered: the merged cell
}

TEST_CASE("hidden text is not read, directly or by style, and hidden rows are read and noted") {
  const Document document = decoded(
      Docx{p(run("甲", "<w:vanish/>") + run("乙", "<w:vanish w:val=\"0\"/>") + run("丙", "<w:rStyle w:val=\"h\"/>")) +
               tbl(tr(tc("规章") + tc("1"), "<w:hidden/>") + tr(tc("许可") + tc("2"))),
           "<w:style w:styleId=\"h\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn "
           "w:val=\"h\"/><w:rPr><w:vanish/></w:rPr></w:style>",
           "",
           {}});
  CHECK(paragraphs(document) == Lines{"乙"});
  CHECK(table(document) == Rows{{"规章", "1"}, {"许可", "2"}});
  REQUIRE(count(document, NoteKind::hidden_row) == 1);
  CHECK(document.notes[0].place == Place{0, 0, 1, 1, 1});
  CHECK(document.notes[0].text == "规章");
}

TEST_CASE("what is struck out is left out and told of") {
  for (const char* struck : {"<w:strike/>", "<w:dstrike w:val=\"true\"/>"}) {
    const Document document =
        decoded(Docx{tbl(tr(tc("规章") + "<w:tc><w:tcPr/>" +
                            p(run("97", struck) + run("12", "<w:strike w:val=\"0\"/>")) + "</w:tc>")),
                     "",
                     "",
                     {}});
    CHECK(table(document) == Rows{{"规章", "12"}});
    CHECK(count(document, NoteKind::tracked_change) == 1);
  }
}

TEST_CASE("content controls around rows, cells and paragraphs are looked through") {
  const auto sdt = [](const std::string& content) {
    return "<w:sdt><w:sdtPr/><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
  };
  const Document document =
      decoded(sdt(text_p("标题")) +
              tbl(sdt(tr(sdt(tc("甲")) + tc("乙"))) + tr(tc("丙") + "<w:tc>" + sdt(p(sdt(run("丁")))) + "</w:tc>")));
  CHECK(paragraphs(document) == Lines{"标题"});
  CHECK(table(document) == Rows{{"甲", "乙"}, {"丙", "丁"}});
}

TEST_CASE("a text box is read once, not once for each program, and its table is a table") {
  const auto box = [](const std::string& content) {
    return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + content +
           "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" +
           content + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  };
  const Document document = decoded(p(run("正文") + box(text_p("框内") + tbl(tr(tc("规章") + tc("5"))))) +
                                    tbl(tr("<w:tc>" + p(run("甲") + box(text_p("注"))) + "</w:tc>" + tc("乙"))));
  CHECK(paragraphs(document) == Lines{"正文", "框内"});
  CHECK(table(document) == Rows{{"规章", "5"}});
  CHECK(table(document, 1) == Rows{{"甲\n注", "乙"}});
}

TEST_CASE("a table of layout gives way to what is in it; a table of one cell is a frame") {
  const std::string inner = tbl(tr(tc("规章") + tc("5")));
  const Document document = decoded(
      tbl(tr(tc("左") + tc("右")) + tr("<w:tc>" + text_p("一、标题") + inner + text_p("后") + "</w:tc>" + tc("边")) +
          tr(tc("下") + tc("末"))) +
      tbl(tr("<w:tc>" + text_p("框") + inner + "</w:tc>")) +
      tbl(tr(tc("许可") + "<w:tc>" + tbl(tr(tc("7"))) + text_p("") + "</w:tc>")));
  CHECK(paragraphs(document) == Lines{"一、标题", "后", "边", "框"});
  CHECK(table(document, 0) == Rows{{"左", "右"}});
  CHECK(table(document, 1) == Rows{{"规章", "5"}});
  CHECK(table(document, 2) == Rows{{"下", "末"}});
  CHECK(table(document, 3) == Rows{{"规章", "5"}});
  CHECK(table(document, 4)[0][0] == "许可");
  CHECK(table(document, 4)[0][1].substr(0, 1) == "7");
}

TEST_CASE("numbers that Word sets by itself are written out, from the paragraph or from its style") {
  const std::string styles =
      "<w:style w:styleId=\"2\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
      "</w:style><w:style w:styleId=\"3\"><w:basedOn w:val=\"2\"/></w:style>";
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"chineseCountingThousand\"/><w:pStyle w:val=\"2\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl "
      "w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
      "w:val=\"%2.\"/></w:lvl></w:abstractNum>"
      "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/>"
      "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num "
      "w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/>"
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"11\"/></w:lvlOverride></w:num>";
  const auto in_list = [](int list, int level) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) +
           "\"/></w:numPr>";
  };
  const std::string body =
      text_p("总体情况", "<w:pStyle w:val=\"3\"/>") + text_p("子", in_list(1, 1)) + text_p("次", in_list(1, 1)) +
      text_p("主动公开", "<w:pStyle w:val=\"2\"/>") + text_p("再", in_list(1, 1)) + text_p("点", in_list(2, 0)) +
      text_p("无", "<w:pStyle w:val=\"2\"/>" + in_list(0, 0)) + text_p("新", in_list(3, 0)) +
      tbl(tr("<w:tc>" + p(run("格"), in_list(1, 1)) + tbl(tr(tc("1") + tc("2"))) + "</w:tc>" + tc("边")));
  CHECK(paragraphs(decoded(Docx{body, styles, numbering, {}})) ==
        Lines{"一、总体情况", "1. 子", "2. 次", "二、主动公开", "1. 再", "点", "无", "十一、新", "1. 格", "边"});
}

TEST_CASE("styles and lists are read where the text asks for them, and only there") {
  const std::string damaged = "<w:style w:styleId=\"2\"><unclosed>";
  CHECK(paragraphs(decoded(Docx{text_p("总体情况"), damaged, damaged, {}})) == Lines{"总体情况"});
  const std::string styled = text_p("总体情况", "<w:pStyle w:val=\"2\"/>"), listed = text_p("总体情况", "<w:numPr/>");
  CHECK(error_of(Docx{styled, damaged, "", {}}) == ErrorCode::malformed);
  CHECK(error_of(Docx{p(run("总体情况", "<w:rStyle w:val=\"2\"/>")), damaged, "", {}}) == ErrorCode::malformed);
  CHECK(paragraphs(decoded(Docx{styled, "", damaged, {}})) == Lines{"总体情况"});
  CHECK(error_of(Docx{listed, "", damaged, {}}) == ErrorCode::malformed);
}

TEST_CASE("pictures are told, with what stands for them, behind the paragraph or the table") {
  const std::string drawing =
      "<w:r><w:drawing><wp:inline><wp:docPr descr=\"申请情况表\"/><pic:blip "
      "r:embed=\"r9\"/></wp:inline></w:drawing></w:r>";
  const Document document = decoded(p(run("见图") + drawing) + tbl(tr("<w:tc>" + p(drawing) + "</w:tc>" + tc("1"))));
  REQUIRE(document.blocks.size() == 4);
  CHECK(document.blocks[1].kind == Document::BlockKind::picture);
  CHECK(document.view(document.blocks[1].text) == "申请情况表");
  CHECK(document.blocks[2].kind == Document::BlockKind::table);
  CHECK(document.blocks[3].kind == Document::BlockKind::picture);
}

TEST_CASE("a table of contents is left out") {
  const Document document = decoded(
      Docx{"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
           "<w:sdtContent>" +
               text_p("一、总体情况 1") + "</w:sdtContent></w:sdt>" + text_p("二、 2", "<w:pStyle w:val=\"10\"/>") +
               text_p("一、总体情况"),
           "<w:style w:styleId=\"10\"><w:name w:val=\"toc 1\"/></w:style>",
           "",
           {}});
  CHECK(paragraphs(document) == Lines{"一、总体情况"});
}

TEST_CASE("any prefix will do, and the part may lie anywhere") {
  const std::string body =
      "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>甲</x:t></x:r>"
      "</x:p><x:tbl><x:tr><x:tc><x:tcPr><x:gridSpan x:val=\"2\"/></x:tcPr><x:p><x:r><x:t>乙</x:t></x:r></x:p></x:tc>"
      "<x:tc/></x:tr></x:tbl></x:body></x:document>";
  const auto document = decode(testing::zip(
      {testing::content_types,
       testing::relationships("_rels/.rels", testing::relationship("r", "officeDocument", "/word/deep/text2.xml")),
       {"word/deep/text2.xml", body}}));
  REQUIRE(document);
  CHECK(paragraphs(document.value()) == Lines{"甲"});
  CHECK(table(document.value()) == Rows{{"乙", ""}});
}

TEST_CASE("the properties of the file are told") {
  const Document document = decoded(
      Docx{text_p("甲"),
           "",
           "",
           {{"docProps/core.xml",
             "<cp:coreProperties><dc:title>临江县年报</dc:title><dcterms:created>2024-01-20T08:00:00Z</dcterms:created>"
             "</cp:coreProperties>"}}});
  REQUIRE(document.properties.size() == 2);
  CHECK(document.view(document.properties[0].name) == "title");
  CHECK(document.view(document.properties[0].value) == "临江县年报");
  CHECK(document.view(document.properties[1].value) == "2024-01-20T08:00:00Z");
}

TEST_CASE("a file whose text is another file embedded in it is refused, not read as empty") {
  CHECK(error_of(Docx{text_p("甲") + "<w:altChunk r:id=\"r5\"/>", "", "", {}}) == ErrorCode::unsupported);
}

TEST_CASE("a million laughs are not told") {
  Docx docx{"", "", "", {}};
  auto pieces = docx.parts();
  pieces[3].bytes =
      "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
      "<w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
  const auto document = decode(testing::zip(pieces));
  REQUIRE(document);
  CHECK(paragraphs(document.value()) == Lines{"&c;"});
}

TEST_CASE("what is nested without end is refused, in every way to nest") {
  const auto nested = [](const std::string& open, const std::string& close, const std::string& inner) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
      text += open;
    }
    text += inner;
    for (int i = 0; i < 20'000; ++i) {
      text += close;
    }
    return text;
  };
  const auto refused = [](const std::string& body) {
    return error_of(Docx{body, "", "", {}}) == ErrorCode::limit_exceeded;
  };
  CHECK(refused(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", text_p("x"))));
  CHECK(refused(nested("<w:tbl><w:tr><w:tc/><w:tc>", "</w:tc></w:tr></w:tbl>", text_p("x"))));
  CHECK(refused(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", text_p("x"))));
  CHECK(refused("<w:tbl>" + nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", tr(tc("x"))) + "</w:tbl>"));
  CHECK(refused("<w:p>" + nested("<w:ins>", "</w:ins>", run("x")) + "</w:p>"));
  CHECK(refused("<w:p><w:r>" + nested("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>", "") +
                "</w:r></w:p>"));
  CHECK(refused(nested("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", text_p("x"))));
}

TEST_CASE("spans are cut, and every limit is kept") {
  const Document document = decoded(tbl(tr(tc("甲", "<w:gridSpan w:val=\"10000000\"/>") + tc("乙"))));
  CHECK(document.table_cells[0].column_span == 1'000);
  std::string lines;
  for (int i = 0; i < 3'000; ++i) {
    lines += tr(tc(i == 0 ? "甲" : "", i == 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>") + tc("1"));
  }
  CHECK(decoded(tbl(lines)).table_cells[0].row_span == 1'000);
  Limits limits;
  limits.cells = 1'000;
  CHECK(error_of(Docx{tbl(lines), "", "", {}}, limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.blocks = 2;
  CHECK(error_of(Docx{text_p("1") + text_p("2") + text_p("3"), "", "", {}}, limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.depth = 4;
  CHECK(error_of(Docx{tbl(tr(tc("1") + tc("2"))), "", "", {}}, limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.unpacked_bytes = std::size_t{5} << 20U;
  std::string markup;
  for (int i = 0; i < 1'000'000; ++i) {
    markup += "<a/>";
  }
  CHECK(error_of(Docx{markup + std::string(300'000, ' '), "", "", {}}, limits) == ErrorCode::limit_exceeded);
}

TEST_CASE("XML that is cut off or is no Unicode is refused, and an empty document says so") {
  Docx docx{text_p("甲"), "", "", {}};
  auto pieces = docx.parts();
  const std::string whole = pieces[3].bytes;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    pieces[3].bytes = whole.substr(0, size);
    CHECK_FALSE(decode(testing::zip(pieces)));
  }
  for (const char* text :
       {"\xe7\x94", "\xe7", "\xf0\x9f\x98", "\xff", "\xe3\x80", "甲\xc2"}) {  // also where it is trimmed
    CHECK(error_of(Docx{text_p(text), "", "", {}}) == ErrorCode::malformed);
    CHECK(error_of(Docx{tbl(tr(tc("1") + tc(text))), "", "", {}}) == ErrorCode::malformed);
    CHECK(error_of(Docx{p(run("甲", std::string("<w:rStyle w:val=\"") + text + "\"/>")), "", "", {}}) ==
          ErrorCode::malformed);
  }
  CHECK(error_of(Docx{text_p("&#xD800;"), "", "", {}}) == ErrorCode::malformed);
  CHECK(error_of(Docx{"<w:p/>", "", "", {}}) == ErrorCode::empty);
}

TEST_CASE("the whole form in both editions is read back, values and blanks") {
  std::mt19937 random(11);
  for (int i = 0; i < 40; ++i) {
    const Edition edition = i % 2 == 0 ? Edition::form_2019 : Edition::form_2021;
    Report report = testing::random_clean_report(random, edition);
    const std::size_t emptied = random() % cells.size();
    std::string body = text_p("临江县人民政府" + std::to_string(report.about.year) + "年政府信息公开工作年度报告");
    if (has(cells[emptied].editions, edition)) {
      set_cell(report, emptied, std::nullopt);
    }
    const auto all = testing::form_tables(report, edition);
    for (const SectionInfo& section : sections) {
      body += text_p(testing::heading_text(section));
      for (const auto& form_table : all) {
        std::string lines;
        for (const auto& row : form_table.rows) {
          std::string line;
          for (const std::string& cell : row) {  // each text in two runs
            std::size_t half = cell.size() / 2;
            while (half > 0 && (static_cast<unsigned char>(cell[half]) & 0xc0U) == 0x80U) {
              --half;
            }
            line += "<w:tc>" + p(run(cell.substr(0, half)) + run(cell.substr(half))) + "</w:tc>";
          }
          lines += tr(line);
        }
        body += form_table.section == section.number ? tbl(lines) + p("") : "";
      }
    }
    const auto reading = read(Docx{body, "", "", {}}.file());
    testing::check_every_cell(reading, report, edition);
  }
}
