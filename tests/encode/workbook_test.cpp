// The workbook that adds up: what is a formula in it, what stays as written, and that its marks are no part of the report.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gongkai/model/contains.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "office/archive.hpp"
#include "support/random_report.hpp"
#include "text/sums_sheet.hpp"

using namespace gongkai;

namespace {

std::string part(const std::string& workbook, const std::string& name) {
  const Limits limits;
  Result<Archive> archive = Archive::open(workbook, limits);
  REQUIRE(archive);
  const Result<Part> unpacked = archive->unpack(name);
  REQUIRE(unpacked);
  return std::string(unpacked->view());
}

constexpr const char* requests_sheet = "xl/worksheets/sheet3.xml";
constexpr const char* cases_sheet = "xl/worksheets/sheet4.xml";

/// A cell of a sheet as it is written: `<c r="E6" …>…</c>`.
std::string cell_of(const std::string& sheet, const std::string& address) {
  const std::size_t begin = sheet.find("<c r=\"" + address + "\"");
  REQUIRE(begin != std::string::npos);
  const std::size_t end = sheet.find('>', begin);
  return sheet.substr(begin, (sheet[end - 1] == '/' ? end + 1 : sheet.find("</c>", begin) + 4) - begin);
}

/// What other programs make of a workbook: each cell that they see, in CSV and as a web page.
struct Copies {
  std::string csv, page = "<table>";
  std::size_t marks = 0;

  void add(const std::vector<std::string_view>& row) {
    page += "<tr>";
    for (const std::string_view text : row) {
      marks += sums::is_mark(text);
      csv.append("\"").append(text).append("\",");
      page.append("<td>").append(text).append("</td>");
    }
    csv += '\n';
    page += "</tr>";
  }
};
Copies copies_of(const std::string& workbook) {
  const auto document = decode(workbook);
  REQUIRE(document);
  Copies copies;
  for (const Document::Block& block : document->blocks) {
    if (block.kind != Document::BlockKind::table) {
      copies.add({document->view(block.text)});
      continue;
    }
    for (const Document::Row& row : document->rows_of(block)) {
      std::vector<std::string_view> line;
      for (const Document::Cell& one : document->cells_of(row)) {
        line.resize(std::max<std::size_t>(line.size(), one.column + one.column_span - 1));
        line[one.column - 1] = document->view(one.text);
      }
      copies.add(line);
    }
    copies.add({});
  }
  return copies;
}

Report with_wrong_total() {
  Report report;
  report.about.edition = Edition::form_2021;
  report.about.title = "甲镇2023年政府信息公开工作年度报告";
  report.about.year = 2023;
  report.review.upheld = 2;
  report.review.corrected = 1;
  report.review.total = 6;
  report.litigation.direct.upheld = 4;
  report.litigation.direct.total = 4;
  return report;
}

}  // namespace

TEST_CASE("the form to fill in: totals are locked formulas that show nothing yet, parts are inputs") {
  for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
    Report report;
    report.about.edition = edition;
    const std::string sheet = part(to_xlsx(report), requests_sheet);
    CHECK(cell_of(sheet, "J6") ==
          R"(<c r="J6" s="13" t="str"><f>IF(COUNT(D6:I6)=0,&quot;&quot;,SUM(D6:I6))</f><v></v></c>)");
    CHECK(cell_of(sheet, "D6") == R"(<c r="D6" s="6"/>)");
    CHECK(contains(sheet, edition == Edition::form_2019 ? "SUM(D8:D26)" : "SUM(D8:D28)"));
    CHECK(contains(sheet, "type=\"whole\""));
  }
}

TEST_CASE("a total that is what its parts add up to is a formula; a wrong one stays as written, and says by how much") {
  const std::string workbook = to_xlsx(with_wrong_total());
  const std::string sheet = part(workbook, cases_sheet);
  CHECK(cell_of(sheet, "E6") == R"(<c r="E6" s="6"><v>6</v></c>)");
  CHECK(contains(cell_of(sheet, "J6"), "SUM(F6:I6)"));
  CHECK(contains(cell_of(sheet, "J6"), "<v>4</v>"));
  CHECK(contains(cell_of(sheet, "A8"), "× 不符，相差3"));
  CHECK(contains(cell_of(sheet, "F8"), "√ 相符"));
  CHECK(contains(part(workbook, "xl/worksheets/sheet5.xml"), "“行政复议”行各列相加是3，“总计”填的是6，相差3。"));
}

TEST_CASE("a blank total stays blank where its parts are filled in, and 0 stays 0 where they are not") {
  Report report;
  report.about.edition = Edition::form_2021;
  report.review.upheld = 2;
  report.litigation.direct.total = 0;
  report.litigation.after_review.pending = 0;
  report.litigation.after_review.total = 0;
  const std::string sheet = part(to_xlsx(report), cases_sheet);
  CHECK(cell_of(sheet, "E6") == R"(<c r="E6" s="6"/>)");
  CHECK(cell_of(sheet, "J6") == R"(<c r="J6" s="6"><v>0</v></c>)");
  CHECK(contains(cell_of(sheet, "O6"), "<f>"));
  CHECK(contains(cell_of(sheet, "O6"), "<v>0</v>"));
}

TEST_CASE("values only: no formula, and the same report") {
  std::mt19937 random(3);
  for (int i = 0; i < 40; ++i) {
    const Report report =
        testing::random_published_report(random, i % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    const std::string workbook = to_xlsx(report, {true});
    for (const char* const sheet : {requests_sheet, cases_sheet}) {
      CHECK_FALSE(contains(part(workbook, sheet), "<f>"));
    }
    CHECK_FALSE(contains(part(workbook, "xl/workbook.xml"), "核对"));
    const auto reading = read(workbook);
    REQUIRE(reading);
    CHECK(reading->report == report);
  }
}

TEST_CASE("marks are no part of the report, in whatever other programs make of the workbook") {
  std::mt19937 random(7);
  std::size_t marks = 0;
  for (int i = 0; i < 60; ++i) {
    CAPTURE(i);
    const Report report =
        i == 0 ? with_wrong_total()
               : testing::random_published_report(random, i % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    const Copies with = copies_of(to_xlsx(report)), without = copies_of(to_xlsx(report, {true}));
    marks += with.marks;
    CHECK(without.marks == 0);
    for (const auto& [copy, plain] : {std::pair(with.csv, without.csv), std::pair(with.page, without.page)}) {
      const auto reading = read(copy), wanted = read(plain);
      REQUIRE(reading);
      REQUIRE(wanted);
      CHECK(to_json(reading->report) == to_json(wanted->report));
    }
  }
  CHECK(marks > 1000);
}
