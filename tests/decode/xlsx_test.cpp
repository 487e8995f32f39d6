// Workbooks are read sheet by sheet: which rows are tables, and what a cell shows.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "decode/xlsx_number.hpp"
#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "support/document.hpp"
#include "support/files.hpp"
#include "support/form_rows.hpp"
#include "support/office.hpp"
#include "support/random_report.hpp"

using namespace gongkai;
using testing::paragraphs;
using testing::Rows;
using testing::Sheet;
using testing::table;
using testing::Xlsx;
using Lines = std::vector<std::string>;

namespace {

Document decoded(const Xlsx& workbook) {
  return testing::decoded(decode(workbook.file()), Format::xlsx);
}
ErrorCode error_of(const Xlsx& workbook, const Limits& limits = {}) {
  return testing::refused(decode(workbook.file(), {}, limits)).code;
}
/// An inline string, or nothing.
std::string text(const std::string& reference, const std::string& value, const std::string& more = "") {
  return "<c r=\"" + reference + "\" t=\"inlineStr\" " + more + "><is><t>" + value + "</t></is></c>";
}
std::string number(const std::string& reference, const std::string& value, const std::string& more = "") {
  return "<c r=\"" + reference + "\" " + more + "><v>" + value + "</v></c>";
}
std::string row(int number, const std::string& cells, const std::string& more = "") {
  return "<row r=\"" + std::to_string(number) + "\" " + more + ">" + cells + "</row>";
}
std::string merges(const Lines& references) {
  std::string result = "<mergeCells>";
  for (const std::string& reference : references) {
    result += "<mergeCell ref=\"" + reference + "\"/>";
  }
  return result + "</mergeCells>";
}
Xlsx one_sheet(const std::string& rows, const std::string& behind = "") {
  return {{{rows, behind, ""}}, "", "", "", {}};
}

}  // namespace

TEST_CASE("shared strings with runs, inline strings with references, formulas, booleans, errors") {
  Xlsx workbook = one_sheet(
      row(1, "<c r=\"A1\" t=\"s\"><v>1</v></c>" + text("B1", "&#35268;&#31456;") +
                 "<c r=\"C1\" t=\"str\"><f>A1</f><v>甲</v></c>") +
      row(2,
          "<c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"b\"><v>1</v></c><c r=\"C2\" t=\"e\"><v>#DIV/0!</v></c>") +
      row(3, "<c r=\"A3\"><f>SUM(A1:A2)</f></c><c r=\"B3\" t=\"s\"><v>99</v></c>" + text("C3", "a_x000A_b_x00_")));
  workbook.shared_strings = "<si><t>零</t></si><si><r><t>政府</t></r><r><t>信息</t></r><rPh><t>ZHENGFU</t></rPh></si>";
  CHECK(table(decoded(workbook)) ==
        Rows{{"政府信息", "规章", "甲"}, {"2", "TRUE", "#DIV/0!"}, {"=SUM(A1:A2)", "\ufffd", "a\nb_x00_"}});
}

TEST_CASE("an escape that its text cuts off is text, whatever stands behind that text") {
  const auto shared = [](const std::string& string) {
    Xlsx workbook = one_sheet(row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>" + text("B1", "二")));
    workbook.shared_strings = string;
    return table(decoded(workbook)).at(0).at(0);
  };
  CHECK(shared("<si><t>规章_x</t>_</si>") == "规章_x");
  CHECK(shared("<si><t>规章_x0041</t>_</si>") == "规章_x0041");
  CHECK(shared("<si><t>规章_x0041B</t></si>") == "规章_x0041B");
  CHECK(shared("<si><t>规章_x0041_</t></si>") == "规章A");
}

TEST_CASE("a number whose digits end before its point keeps them all") {
  CHECK(table(decoded(one_sheet(row(1, text("A1", "规章") + number("B1", "12345678901234567E3"))))) ==
        Rows{{"规章", "12345678901234567000"}});
}

TEST_CASE("a position without letters, without a row or outside of any sheet is refused by its own name") {
  for (const char* const position : {"1", "0", "A0", "B", "XFE1", "A1048577"}) {
    CAPTURE(position);
    const auto document = decode(one_sheet(row(1, text("A1", "规章") + number(position, "7"))).file());
    REQUIRE_FALSE(document);
    CHECK(document.error().code == ErrorCode::malformed);
    CHECK(document.error().message_en.find("outside of any sheet") != std::string::npos);
  }
}

TEST_CASE("nothing that stands in a cell reads as blank, and what shows nothing does") {
  const Xlsx workbook =
      one_sheet(row(1, text("A1", "行") + "<c r=\"B1\"><f t=\"shared\" ref=\"B1:C1\" si=\"0\">A9+1</f></c>" +
                           "<c r=\"C1\"><f t=\"shared\" si=\"0\"/></c><c r=\"D1\" t=\"str\"><f>\"\"</f><v></v></c>") +
                row(2, text("A2", "列") + number("B2", "12") + number("B2", "15") + number("C2", "7") +
                           number("C2", "7") + "<c r=\"D2\" t=\"str\"><f>E1</f></c>") +
                row(3, text("A3", "格") + "<c r=\"B3\"><f>SUM(B1:B2)</f><v></v></c>" +
                           "<c r=\"C3\" t=\"inlineStr\"><v>9</v></c>" + "<c r=\"D3\" t=\"s\"><v>0</v></c>"));
  CHECK(table(decoded(workbook)) ==
        Rows{{"行", "=A9+1", "=…", ""}, {"列", "12 | 15", "7", "=E1"}, {"格", "=SUM(B1:B2)", "9", "\ufffd"}});
}

TEST_CASE("what a merged cell covers is named, and what stands in grouped shapes is read") {
  Xlsx workbook = one_sheet(row(1, text("A1", "甲") + number("B1", "1") + number("C1", "2")) +
                                row(2, text("A2", "乙") + number("B2", "3") + number("C2", "4")),
                            merges({"B1:B2"}));
  const Document document = decoded(workbook);
  CHECK(table(document) == Rows{{"甲", "1", "2"}, {"乙", "4"}});
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].kind == NoteKind::covered);
  CHECK(document.notes[0].text == "3");
  CHECK(document.notes[0].place.line == 2);
}

TEST_CASE("a formula without its result is named as one, in the report") {
  const auto reading =
      read(one_sheet(row(1, text("A1", "三、收到和处理政府信息公开申请情况")) +
                     row(3, text("A3", "自然人") + text("B3", "商业企业") + text("C3", "科研机构") +
                                text("D3", "社会公益组织") + text("E3", "法律服务机构") + text("F3", "其他") +
                                text("G3", "总计")) +
                     row(4, text("A4", "一、本年新收政府信息公开申请数量") + number("B4", "1") + number("C4", "0") +
                                number("D4", "0") + number("E4", "0") + number("F4", "0") + number("G4", "0") +
                                "<c r=\"H4\"><f>SUM(B4:G4)</f></c>") +
                     row(6, text("A6", "四、政府信息公开行政复议、行政诉讼情况")))
               .file());
  REQUIRE(reading);
  const std::size_t total = find_cell("requests.received.total")->index;
  CHECK(reading->sources[total].state == CellState::unreadable);
  std::vector<std::string> rules;
  for (const Finding& finding : check(reading.value()).findings) {
    if (!finding.cells.empty() && finding.cells[0].cell == total) {
      rules.emplace_back(finding.rule);
      CHECK(finding.detail == "=SUM(B4:G4)");
    }
  }
  CHECK(rules == std::vector<std::string>{"value.uncalculated"});
}

TEST_CASE("a number is the decimal that the cell shows, without exponents and without what binary fractions leave") {
  const auto shown = [](std::string_view stored) { return shown_number(stored, {}, false); };
  CHECK(shown("12") == "12");
  CHECK(shown("-18") == "-18");
  CHECK(shown("1E+3") == "1000");
  CHECK(shown("1.2E-4") == "0.00012");
  CHECK(shown("96171.6") == "96171.6");
  CHECK(shown("96171.600000000006") == "96171.6");
  CHECK(shown("77302799.999999993") == "77302800");
  CHECK(shown("0.30000000000000004") == "0.3");
  CHECK(shown("999999999999999.99") == "1000000000000000");
  CHECK(shown("1234567890123456789") == "1234567890123456789");
  CHECK(shown("1.5700000000000001E-2") == "0.0157");
  CHECK(shown("-0") == "0");
  CHECK(shown("0.50") == "0.5");
  CHECK(shown("1E+99999") == "1E+99999");
  CHECK(shown("12件") == "12件");
}

TEST_CASE("number formats: percent, 万 by scaling, dates and times") {
  const auto shown = [](std::string_view stored, std::string_view code, bool from_1904 = false) {
    return shown_number(stored, number_format(code), from_1904);
  };
  CHECK(shown("0.0434", "0.00%") == "4.34%");
  CHECK(shown("251000", "0!.0,") == "25.1");
  CHECK(shown("251000", "0\\.0,\"万元\"") == "25.1万元");
  CHECK(shown("251000", "#,##0.00\"元\"") == "251000元");
  CHECK(shown("251000", "#,##0\\元") == "251000元");
  CHECK(shown("251000", "0元;-0元") == "251000元");
  CHECK(shown("250000", "0!.0,\"万\"") == "25万");
  CHECK(shown("12", "G/通用格式\"件\"") == "12");
  CHECK(shown("12", "G/通用格式\"元\"") == "12元");
  CHECK(shown("251000", "#,##0,") == "251");
  CHECK(shown("251000", "#,##0.00;[Red]-#,##0.00") == "251000");
  CHECK(shown("12", "General") == "12");
  CHECK(shown("12", "0\"days\"") == "12");
  CHECK(shown("45311", "yyyy\"年\"m\"月\"d\"日\"") == "2024-01-20");
  CHECK(shown("45311.5", "yyyy-mm-dd hh:mm") == "2024-01-20 12:00:00");
  CHECK(shown("43849", "m/d/yy", true) == "2024-01-20");
  CHECK(shown("1", "yyyy-m-d") == "1900-01-01");
  CHECK(shown("0.75", "[h]:mm") == "18:00:00");
  CHECK(shown("-1", "yyyy-m-d") == "-1");
  CHECK(shown_number("45311", built_in_number_format(14), false) == "2024-01-20");
  CHECK(shown_number("45311", built_in_number_format(31), false) == "2024-01-20");
  CHECK(shown_number("0.5", built_in_number_format(9), false) == "50%");
  CHECK(shown_number("45311", built_in_number_format(1), false) == "45311");
}

TEST_CASE("the style of a cell says which numbers are dates") {
  Xlsx workbook = one_sheet(row(1, number("A1", "45311", "s=\"1\"") + number("B1", "45311")));
  workbook.styles =
      "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy/m/d\"/></numFmts><cellXfs><xf/><xf "
      "numFmtId=\"176\"/></cellXfs>";
  CHECK(table(decoded(workbook)) == Rows{{"2024-01-20", "45311"}});
}

TEST_CASE("the unit that the format of a cell writes counts, not the one that its column has") {
  Xlsx workbook = one_sheet(row(1, text("A1", "临江县2023年政府信息公开工作年度报告")) +
                            row(2, text("A2", "一、总体情况")) + row(3, text("A3", "二、主动公开政府信息情况")) +
                            row(4, text("A4", "信息内容") + text("B4", "本年收费金额（单位：万元）")) +
                            row(5, text("A5", "行政事业性收费") + number("B5", "251000", "s=\"1\"")));
  workbook.styles =
      "<numFmts><numFmt numFmtId=\"176\" formatCode=\"0&quot;元&quot;\"/></numFmts><cellXfs><xf/><xf "
      "numFmtId=\"176\"/></cellXfs>";
  const auto reading = read(workbook.file());
  REQUIRE(reading);
  CHECK(reading->report.disclosure.fees.amount == Money::fen(25'100'000));
}

TEST_CASE("merged cells are one cell, blank cells of a table are cells, and places are those of the sheet") {
  const Document document = decoded(one_sheet(
      row(2, text("B2", "申请人情况") + text("D2", "总计")) + row(3, text("B3", "自然人") + text("C3", "法人")) +
          row(4, number("D4", "9")) + row(5, text("B5", "盖住") + number("D5", "3")),
      merges({"B2:C2", "D2:D3", "B4:C5"})));
  REQUIRE(document.blocks.size() == 1);
  CHECK(table(document) == Rows{{"申请人情况", "总计"}, {"自然人", "法人"}, {"", "9"}, {"3"}});
  CHECK(document.table_cells[0].column_span == 2);
  CHECK(document.table_cells[1].row_span == 2);
  CHECK(document.table_cells[1].line == 2);
  CHECK(document.table_cells[1].column == 4);
  CHECK(document.blocks[0].page == 1);
}

TEST_CASE(
    "title rows over the whole width, headings before a table and text rows are paragraphs; empty rows end a table") {
  const Document document = decoded(
      one_sheet(row(1, text("A1", "临江县2023年年度报告")) + row(2, text("A2", "一、总体情况")) +
                    row(3, text("A3", "第一段&#10;第二段")) +
                    row(4, text("A4", "信息内容") + text("B4", "数量") + text("C4", "备注")) +
                    row(5, text("A5", "规章")) + row(6, text("A6", "三、申请情况")) +
                    row(9, text("A9", "总计") + number("B9", "7") + number("C9", "8")) + row(10, text("A10", "注")),
                merges({"A1:C1", "A6:C6"})));
  CHECK(paragraphs(document) == Lines{"临江县2023年年度报告", "一、总体情况", "第一段", "第二段", "三、申请情况"});
  CHECK(table(document, 0) == Rows{{"信息内容", "数量", "备注"}, {"规章", "", ""}});
  CHECK(table(document, 1) == Rows{{"总计", "7", "8"}, {"注", "", ""}});
}

TEST_CASE("under a table with borders a row without them is a paragraph") {
  Xlsx workbook = one_sheet(row(1, text("A1", "规章", "s=\"1\"") + number("B1", "2", "s=\"1\"")) +
                            row(2, text("A2", "许可", "s=\"1\"")) + row(3, text("A3", "三、申请情况")));
  workbook.styles =
      "<borders><border/><border><left style=\"thin\"/></border></borders><cellXfs><xf/><xf borderId=\"1\"/></cellXfs>";
  const Document document = decoded(workbook);
  CHECK(table(document) == Rows{{"规章", "2"}, {"许可", ""}});
  CHECK(paragraphs(document) == Lines{"三、申请情况"});
}

TEST_CASE("under a table with borders one empty row with borders is a row of it, and others are not") {
  const auto line = [](int number, std::size_t filled, const std::string& style) {
    std::string content;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string reference = std::string(1, static_cast<char>('A' + i)) + std::to_string(number);
      content += i < filled ? text(reference, "甲", style) : "<c r=\"" + reference + "\" " + style + "/>";
    }
    return row(number, content);
  };
  const auto document_with = [&](const std::string& sheet_rows) {
    Xlsx workbook = one_sheet(sheet_rows);
    workbook.styles =
        "<borders><border/><border><left style=\"thin\"/></border></borders><cellXfs><xf/><xf "
        "borderId=\"1\"/></cellXfs>";
    return decoded(workbook);
  };
  const std::string bordered = "s=\"1\"", plain = "s=\"0\"";
  const Document one =
      document_with(line(1, 3, bordered) + line(2, 0, bordered) + line(3, 0, bordered) + line(5, 3, bordered));
  CHECK(table(one) == Rows{{"甲", "甲", "甲"}, {"", "", ""}});
  CHECK(one.table_cells[5].line == 2);
  CHECK(table(one, 1) == Rows{{"甲", "甲", "甲"}});
  CHECK(table(document_with(line(1, 3, bordered) + line(2, 0, plain))) == Rows{{"甲", "甲", "甲"}});
  CHECK(table(document_with(line(1, 3, plain) + line(2, 0, bordered))) == Rows{{"甲", "甲", "甲"}, {"", "", ""}});
  const Document text_row = document_with(line(1, 1, plain) + line(2, 0, bordered));
  CHECK(paragraphs(text_row) == Lines{"甲"});
  CHECK(text_row.blocks.size() == 1);
  Limits limits;
  limits.cells = 100;
  std::string many;
  for (int i = 1; i < 100; ++i) {
    many += line(i, 0, bordered);
  }
  CHECK(decode(Xlsx{{{many + line(200, 3, plain), "", ""}}, "", "", "", {}}.file(), {}, limits));
}

TEST_CASE("sheets come in their order, hidden ones last and noted, with their names") {
  const auto lines = [](const std::string& name) { return row(1, text("A1", name) + number("B1", "1")); };
  const Document document =
      decoded(Xlsx{{{lines("甲"), "", "", "hidden"}, {lines("乙"), "", ""}, {lines("丙"), "", ""}}, "", "", "", {}});
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[0].page == 2);
  CHECK(table(document, 2) == Rows{{"甲", "1"}});
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].kind == NoteKind::hidden_row);
  CHECK(document.notes[0].place == Place{0, 0, 0, 0, 0, 1});
  CHECK(document.notes[0].text == "表1");
  CHECK(document.view(document.properties[0].value) == "表2");
}

TEST_CASE("hidden rows and columns are read and noted") {
  Xlsx workbook = one_sheet(row(1, text("A1", "规章") + number("B1", "1") + number("C1", "4")) +
                            row(2, text("A2", "许可") + number("B2", "2") + number("C2", "5"), "hidden=\"1\""));
  workbook.sheets[0].before = "<cols><col min=\"3\" max=\"9\" hidden=\"1\"/></cols>";
  const Document document = decoded(workbook);
  CHECK(table(document) == Rows{{"规章", "1", "4"}, {"许可", "2", "5"}});
  REQUIRE(document.notes.size() == 2);
  CHECK(document.notes[0].place.column == 3);
  CHECK(document.notes[1].place.line == 2);
  CHECK(document.notes[1].place.table == 1);
  CHECK(document.notes[1].text == "许可");
}

TEST_CASE("a hidden row that a merged cell covers is told of once, as what is covered") {
  const Document document = decoded(one_sheet(row(1, text("A1", "甲")) + row(2, number("A2", "3"), "hidden=\"1\"") +
                                                  row(3, text("A3", "乙") + number("B3", "2")),
                                              merges({"A1:B2"})));
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].kind == NoteKind::covered);
  CHECK(document.notes[0].text == "3");
}

TEST_CASE("pictures and text boxes over the cells come behind them") {
  Xlsx workbook = one_sheet(row(1, text("A1", "甲")), "<drawing r:id=\"d1\"/>");
  workbook.more = {
      testing::relationships("xl/worksheets/_rels/sheet1.xml.rels",
                             testing::relationship("d1", "drawing", "../drawings/drawing1.xml")),
      {"xl/drawings/drawing1.xml",
       "<xdr:wsDr><xdr:twoCellAnchor><xdr:pic><xdr:nvPicPr><xdr:cNvPr descr=\"表格截图\"/></xdr:nvPicPr></xdr:pic>"
       "</xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>框</a:t></a:r><a:r><a:t>内</a:t></"
       "a:r>"
       "</a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"}};
  const Document document = decoded(workbook);
  CHECK(paragraphs(document) == Lines{"甲", "框内"});
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[1].kind == Document::BlockKind::picture);
  CHECK(document.view(document.blocks[1].text) == "表格截图");
}

TEST_CASE("cells without references and out of order") {
  CHECK(table(decoded(one_sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"))) ==
        Rows{{"1", "2"}, {"", "3"}});
  CHECK(table(decoded(one_sheet(row(2, number("B2", "4") + number("A2", "3")) +
                                row(1, number("A1", "1") + number("B1", "2"))))) == Rows{{"1", "2"}, {"3", "4"}});
  const Document hidden = decoded(one_sheet(row(3, number("A3", "5") + number("B3", "6"), "hidden=\"1\"") +
                                            row(2, number("A2", "3") + number("B2", "4"), "hidden=\"1\"") +
                                            row(1, number("A1", "1") + number("B1", "2"), "hidden=\"1\"")));
  CHECK(hidden.notes.size() == 3);
  CHECK(error_of(one_sheet(row(1, number("XFE1", "1")))) == ErrorCode::malformed);
  CHECK(error_of(one_sheet(row(2'000'000, number("A1", "1")))) == ErrorCode::malformed);
}

TEST_CASE("bytes that are no Unicode are refused, wherever they stand") {
  for (const char* bytes : {"\xe7\x94", "\xe7", "\xf0\x9f\x98", "\xff", "\xe3\x80", "甲\xc2"}) {
    CHECK(error_of(one_sheet(row(1, text("A1", bytes)))) == ErrorCode::malformed);
    CHECK(error_of(one_sheet(row(1, number("A1", bytes) + number("B1", "1")))) == ErrorCode::malformed);
    CHECK(error_of(one_sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + std::string(bytes) + "</v></c></row>")) ==
          ErrorCode::malformed);
  }
}

TEST_CASE("a sheet that claims to be vast costs no more than the limits allow") {
  CHECK(error_of(one_sheet(row(1, number("A1", "1") + number("B1", "2")) + [] {
          std::string lines;
          for (int i = 2; i < 40; ++i) {
            lines += row(i, number("A" + std::to_string(i), "1") + number("XFD" + std::to_string(i), "2"));
          }
          return lines;
        }())) == ErrorCode::limit_exceeded);
  const Document merged = decoded(one_sheet(row(1, number("A1", "1") + number("B1", "2")), merges({"A1:A1048576"})));
  CHECK(merged.table_cells[0].row_span == 1'000);
  std::string overlapping = "<mergeCells>";
  for (int i = 0; i < 50'000; ++i) {
    overlapping += "<mergeCell ref=\"A1:ZZ9999\"/>";
  }
  CHECK(decode(one_sheet(row(1, number("A1", "1") + number("AAA1", "2")), overlapping + "</mergeCells>").file()));
  Limits limits;
  limits.cells = 1'000;
  CHECK(error_of(one_sheet(row(1, number("A1", "1")), overlapping + "</mergeCells>"), limits) ==
        ErrorCode::limit_exceeded);
  limits = {};
  limits.blocks = 1;
  CHECK(error_of(one_sheet(row(1, number("A1", "1")) + row(3, number("A3", "1"))), limits) ==
        ErrorCode::limit_exceeded);
  CHECK(error_of(one_sheet("")) == ErrorCode::empty);
}

TEST_CASE("a workbook cut off anywhere in its sheet is refused") {
  auto pieces = one_sheet(row(1, number("A1", "1"))).parts();
  const std::string whole = pieces[2].bytes;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    pieces[2].bytes = whole.substr(0, size);
    CHECK_FALSE(decode(testing::zip(pieces)));
  }
}

TEST_CASE("the whole form in both editions is read back, on one sheet or a sheet for each table") {
  std::mt19937 random(12);
  for (int i = 0; i < 40; ++i) {
    const Edition edition = i % 2 == 0 ? Edition::form_2019 : Edition::form_2021;
    const bool is_one_sheet = i % 4 < 2;
    Report report = testing::random_clean_report(random, edition);
    const std::size_t emptied = random() % cells.size();
    if (has(cells[emptied].editions, edition)) {
      set_cell(report, emptied, std::nullopt);
    }
    Xlsx workbook = one_sheet("");
    int at = 1;
    const auto add = [&](const Lines& items) {
      std::string line;
      for (std::size_t k = 0; k < items.size(); ++k) {
        const std::string reference = std::string(1, static_cast<char>('A' + k)) + std::to_string(at);
        const bool is_number = !items[k].empty() && items[k].find_first_not_of("0123456789.-") == std::string::npos;
        line += items[k].empty() ? "" : is_number ? number(reference, items[k]) : text(reference, items[k]);
      }
      workbook.sheets.back().rows += row(at++, line);
    };
    add({"临江县人民政府" + std::to_string(report.about.year) + "年政府信息公开工作年度报告"});
    const auto all = testing::form_tables(report, edition);
    for (const SectionInfo& section : sections) {
      if (!is_one_sheet) {
        workbook.sheets.emplace_back();
        at = 1;
      }
      at += is_one_sheet ? 1 : 0;
      add({testing::heading_text(section)});
      for (const auto& form_table : all) {
        for (const auto& line : form_table.rows) {
          if (form_table.section == section.number) {
            add(line);
          }
        }
      }
    }
    const auto reading = read(workbook.file());
    testing::check_every_cell(reading, report, edition);
  }
}
