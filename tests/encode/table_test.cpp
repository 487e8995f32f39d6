// Many reports as one table: the same rows in CSV and in the workbook, numbers exact, states told.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "gongkai/write_table.hpp"
#include "support/document.hpp"
#include "support/files.hpp"
#include "support/random_report.hpp"
#include "text/csv.hpp"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string written(TableFormat format, TableShape shape, const std::vector<TableReport>& reports) {
  const std::unique_ptr<TableWriter> writer = table_writer(format, shape);
  std::string out;
  writer->begin(out);
  for (const TableReport& report : reports) {
    writer->add(report, out);
  }
  writer->end(out);
  return out;
}

/// The first table, without what is empty at the ends of its rows.
Rows rows_of(const Document& document) {
  Rows rows = table(document);
  for (auto& row : rows) {
    while (!row.empty() && row.back().empty()) {
      row.pop_back();
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("the workbook has the rows of the CSV, and says in Chinese what each key is") {
  std::mt19937 random(7);
  Report first = random_clean_report(random, Edition::form_2019),
         second = random_clean_report(random, Edition::form_2021);
  first.about.authority = "甲\"局\" <&>, \x1b_x0041_";
  first.about.year = 2019;
  first.disclosure.procurement.amount = Money::fen(12'633'781'374);
  second.about.authority = "乙局";
  second.about.year = 2023;
  const Assessment assessment = check(second);
  const std::vector<TableReport> reports{{"a.docx", &first}, {"b.docx", &second, nullptr, &assessment}};
  for (const TableShape shape : {TableShape::wide, TableShape::tidy}) {
    const auto csv = decode_csv(written(TableFormat::csv, shape, reports));
    const auto xlsx = decode_xlsx(written(TableFormat::xlsx, shape, reports));
    REQUIRE(csv);
    REQUIRE(xlsx);
    Rows expected = rows_of(csv.value());
    const Rows found = rows_of(xlsx.value());
    CHECK(expected.size() == (shape == TableShape::wide ? 3 : 1 + 198 + 200));
    CHECK(found.size() == expected.size());
    std::size_t differing = 0;
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
      for (std::string& field : expected[i]) {
        field.erase(std::remove(field.begin(), field.end(), '\x1b'), field.end());
      }
      differing += found[i] != expected[i];
    }
    CHECK(differing == 0);
    const Rows keys = table(xlsx.value(), 1);
    REQUIRE(keys.size() == 1 + cell_count);
    CHECK(std::any_of(keys.begin(), keys.end(), [](const auto& row) {
      return row[0] == "requests.received.total" && row[2] == "一、本年新收政府信息公开申请数量" && row[3] == "总计";
    }));
  }
  const std::string tidy = written(TableFormat::csv, TableShape::tidy, reports);
  CHECK(tidy.find(",元,126337813.74,read\r\n") != std::string::npos);
}

TEST_CASE("a cell that is blank, could not be read, or is not on the form has a state that says so") {
  std::string text = read_file(source_folder() + "/examples/data/harbour-2020.txt").value_or("");
  text.replace(text.find("1484"), 4, "14x4");
  const auto reading = read(text);
  REQUIRE(reading);
  const std::string tidy =
      written(TableFormat::csv, TableShape::tidy, {{"a.txt", &reading.value().report, &reading.value()}});
  const auto ends = [&](std::string_view key, std::string_view end) {
    const std::size_t at = tidy.find("," + std::string(key) + ",");
    REQUIRE(at != std::string::npos);
    const std::string line = tidy.substr(at, tidy.find('\r', at) - at);
    CAPTURE(line);
    CHECK(line.size() >= end.size());
    CHECK(line.substr(line.size() - end.size()) == end);
  };
  ends("disclosure.licensing.decisions", ",,unreadable");
  ends("requests.received.total", ",62,read");
  ends("requests.received.other", ",,blank");
  ends("requests.carried_out.total", ",0,read");
  CHECK(tidy.find("disclosure.normative_documents.in_force") == std::string::npos);
}
