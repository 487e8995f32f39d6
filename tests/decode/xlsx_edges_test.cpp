// What a workbook may hold that no program writes: references off the sheet, ranges the wrong way round, values of no kind; it is
// refused, or that part of it is passed by, and the rest is read.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "gongkai/read.hpp"
#include "support/document.hpp"
#include "support/office.hpp"

using namespace gongkai;
using testing::Rows;
using testing::table;
using testing::Xlsx;

namespace {

Xlsx one_sheet(const std::string& rows, const std::string& behind = "") {
  return {{{rows, behind, ""}}, "", "", "", {}};
}
Document decoded(const Xlsx& workbook) {
  return testing::decoded(decode(workbook.file()), Format::xlsx);
}
ErrorCode error_of(const Xlsx& workbook, const Limits& limits = {}) {
  return testing::refused(decode(workbook.file(), {}, limits)).code;
}
std::string cell(const std::string& reference, const std::string& value, const std::string& type = "") {
  return "<c r=\"" + reference + "\"" + (type.empty() ? "" : " t=\"" + type + "\"") + "><v>" + value + "</v></c>";
}
std::string row(const std::string& number, const std::string& cells) {
  return "<row r=\"" + number + "\">" + cells + "</row>";
}
/// Two cells beside each other, of which the first is this.
std::string shown(const std::string& first) {
  return table(decoded(one_sheet(row("1", first + cell("B1", "2") + cell("C1", "3"))))).at(0).at(0);
}

/// A sheet of two cells with shapes over them.
Xlsx with_drawing(const std::string& shapes) {
  Xlsx workbook = one_sheet(row("1", cell("A1", "1") + cell("B1", "2")), "<drawing r:id=\"d1\"/>");
  workbook.more = {
      testing::relationships("xl/worksheets/_rels/sheet1.xml.rels",
                             testing::relationship("d1", "drawing", "../drawings/drawing1.xml")),
      {"xl/drawings/drawing1.xml", "<xdr:wsDr xmlns:xdr=\"d\" xmlns:a=\"a\" xmlns:mc=\"m\"><xdr:twoCellAnchor>" +
                                       shapes + "</xdr:twoCellAnchor></xdr:wsDr>"}};
  return workbook;
}

}  // namespace

TEST_CASE("A value is shown as its kind is, and one of no kind as it stands") {
  CHECK(shown(cell("A1", "1", "b")) == "TRUE");
  CHECK(shown(cell("A1", "0", "b")) == "FALSE");
  CHECK(shown(cell("A1", "7", "b")) == "7");
  CHECK(shown(cell("A1", "#N/A", "e")) == "#N/A");
  CHECK(shown(cell("A1", "2024-01-20", "d")) == "2024-01-20");
  CHECK(shown(cell("A1", "_x0041__x000_", "str")) == "A_x000_");
  CHECK(shown(cell("A1", "a_xZZZZ_b", "str")) == "a_xZZZZ_b");
  CHECK(shown(cell("A1", "a_xD800_b", "str")) == "a\ufffdb");  // half a character
  CHECK(shown(cell("A1", "a_xE000_b", "str")) == "a\ue000b");
  CHECK(shown(cell("A1", "a_x0000_b", "str")) == "a b");
}

TEST_CASE("References off the sheet are malformed, and what is no row or no cell is passed by") {
  for (const char* const reference : {"a1", "1", "A", "A0x", "AAAAAA1", "A99999999", "XFE1"}) {
    CAPTURE(reference);
    CHECK(error_of(one_sheet(row("1", cell(reference, "1") + cell("B1", "2")))) == ErrorCode::malformed);
  }
  CHECK(error_of(one_sheet(row("0", cell("A1", "1")))) == ErrorCode::malformed);
  CHECK(error_of(one_sheet(row("1048577", cell("A1", "1")))) == ErrorCode::malformed);
  CHECK(table(decoded(one_sheet(row("1", "<other/>" + cell("A1", "1") + cell("B1", "2")) +
                                row("2", cell("A2", "3") + cell("B2", "4"))))) == Rows{{"1", "2"}, {"3", "4"}});
}

TEST_CASE("Merged ranges count where they are ranges, in whatever order they stand") {
  const std::string sheet_rows = row("1", cell("A1", "1") + cell("C1", "2")) +
                                 row("2", cell("A2", "3") + cell("B2", "4") + cell("C2", "5")) +
                                 row("3", cell("A3", "6") + cell("C3", "7"));
  const auto spans = [&](const std::string& merged) {
    std::string ranges = "<mergeCells>";
    for (std::size_t at = 0; at < merged.size();) {
      const std::size_t end = std::min(merged.find(' ', at), merged.size());
      ranges += "<mergeCell ref=\"" + merged.substr(at, end - at) + "\"/>";
      at = end + 1;
    }
    std::vector<std::uint32_t> found;
    for (const Document::Cell& one : decoded(one_sheet(sheet_rows, ranges + "</mergeCells>")).table_cells) {
      if (one.column_span > 1) {
        found.push_back(one.column_span);
      }
    }
    return found;
  };
  CHECK(spans("A1:B1 A3:B3") == std::vector<std::uint32_t>{2, 2});
  CHECK(spans("A3:B3 A1:B1") == std::vector<std::uint32_t>{2, 2});
  CHECK(spans("A1:B1") == std::vector<std::uint32_t>{2});
  for (const char* const wrong : {"", "A1", "A1:", ":B1", "B1:A1", "A2:B1", "x"}) {
    CAPTURE(wrong);
    CHECK(spans(wrong).empty());
  }
}

TEST_CASE("More cells or sheets than the limits allow are too many") {
  Limits limits;
  limits.cells = 3;
  const std::string four = row("1", cell("A1", "1") + cell("B1", "2")) + row("2", cell("A2", "3") + cell("B2", "4"));
  CHECK(error_of(one_sheet(four), limits) == ErrorCode::limit_exceeded);
  limits.cells = 4;
  CHECK(testing::decoded(decode(one_sheet(four).file(), {}, limits), Format::xlsx).table_cells.size() == 4);
}

TEST_CASE("A workbook of which a part is no XML, or that lists a sheet it does not hold, is refused") {
  const Xlsx whole = with_drawing("");
  CHECK(table(decoded(whole)) == Rows{{"1", "2"}});
  for (const std::string name :
       {"_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/drawings/drawing1.xml"}) {
    CAPTURE(name);
    std::vector<testing::ZipPart> broken = whole.parts();
    const auto part = std::find_if(broken.begin(), broken.end(), [&](const auto& one) { return one.name == name; });
    REQUIRE(part != broken.end());
    part->bytes = "<a><b></a>";
    CHECK(testing::refused(decode(testing::zip(broken))).code == ErrorCode::malformed);
  }
  std::vector<testing::ZipPart> without_sheet = whole.parts();
  for (testing::ZipPart& part : without_sheet) {
    part.bytes = part.name == "xl/_rels/workbook.xml.rels" ? "<Relationships/>" : part.bytes;
  }
  const Error error = testing::refused(decode(testing::zip(without_sheet)));
  CHECK(error.code == ErrorCode::malformed);
  CHECK(error.message_zh.find("表1") != std::string::npos);
}

TEST_CASE(
    "A row beyond the last column is malformed, rows too far from each other are too many, and columns that no sheet "
    "has are passed by") {
  std::string cells_in_order;
  for (int i = 0; i <= 16'384; ++i) {
    cells_in_order += "<c/>";
  }
  CHECK(error_of(one_sheet(row("1", cells_in_order))) == ErrorCode::malformed);
  Limits limits;
  limits.cells = 100;
  CHECK(error_of(
            one_sheet(row("1", cell("A1", "1") + cell("B1", "1")) + row("500", cell("A500", "1") + cell("B500", "2")),
                      "<mergeCells><mergeCell ref=\"A1:A500\"/></mergeCells>"),
            limits) == ErrorCode::limit_exceeded);
  std::string off_sheet;
  for (int i = 0; i <= 16'384; ++i) {
    off_sheet += "<col min=\"99999\" max=\"1\"/>";
  }
  Xlsx many = one_sheet(row("1", cell("A1", "1") + cell("B1", "2")));
  many.sheets[0].before = "<cols>" + off_sheet + "<col min=\"1\" max=\"1\" hidden=\"1\"/></cols>";
  CHECK(decoded(many).notes.empty());
}

TEST_CASE("Groups of shapes within groups are read to a depth, and too many of them are refused") {
  const std::string text =
      "<xdr:sp><xdr:txBody><a:p><a:r><a:t>说明</a:t></a:r><a:br/><a:r><a:t>二</a:t></a:r></a:p></xdr:txBody></xdr:sp>";
  const auto nested = [&](int depth) {
    std::string open, close;
    for (int i = 0; i < depth; ++i) {
      open += "<xdr:grpSp>";
      close += "</xdr:grpSp>";
    }
    return open + text + close + text;
  };
  CHECK(testing::paragraphs(decoded(with_drawing(nested(3)))) == std::vector<std::string>{"说明", "二", "说明", "二"});
  const std::string choice = "<mc:AlternateContent><mc:Choice Requires=\"a14\">" + text +
                             "</mc:Choice><mc:Fallback><xdr:pic/></mc:Fallback></mc:AlternateContent>";
  CHECK(testing::paragraphs(decoded(with_drawing(choice))).size() <= 2);
  Limits limits;
  limits.depth = 20;
  CHECK(error_of(with_drawing(nested(30)), limits) == ErrorCode::limit_exceeded);
}
