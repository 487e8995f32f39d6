// Files made by real programs (tests/data/office/make.py) read to the last cell.
#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "gongkai/gongkai.hpp"
#include "gongkai/read.hpp"
#include "support/files.hpp"

using namespace gongkai;

namespace {

std::string file(const std::string& name) {
  const auto bytes = testing::read_file(testing::source_folder() + "/tests/data/office/" + name);
  REQUIRE(bytes);
  return *bytes;
}

/// The n-th figure in each of the files, from 0; nothing where it is blank. make.py says the same.
std::optional<std::int64_t> figure(std::int64_t n) {
  return n % 7 == 6 ? std::nullopt : std::optional(n * 37 % 1009);
}

}  // namespace

TEST_CASE("what python-docx, openpyxl and LibreOffice write is read exactly, values and blanks") {
  for (const char* name : {"python-docx.docx", "libreoffice.docx", "openpyxl.xlsx", "libreoffice.xlsx"}) {
    CAPTURE(name);
    const auto reading = read(file(name));
    REQUIRE(reading);
    CHECK(reading->report.about.edition == Edition::form_2021);
    CHECK(reading->report.about.year == 2023);
    CHECK(reading->report.about.authority == "临江县水务局");
    CHECK(reading->headings.size() == sections.size());
    CHECK(reading->report.narrative.other_matters == "没有其他需要报告的事项。");
    std::int64_t n = 0;
    for (const CellInfo& info : cells) {
      if (!has(info.editions, Edition::form_2021)) {
        continue;
      }
      CAPTURE(info.key);
      auto wanted = figure(n++);
      if (wanted && info.is_money) {
        *wanted *= 1'000'000;  // 万元 in 分
      }
      CHECK(cell(reading->report, info.index) == wanted);
      CHECK(reading->sources[info.index].state == (wanted ? CellState::read : CellState::blank));
    }
    CHECK(n == 200);
  }
}

TEST_CASE("a document as LibreOffice keeps its own is refused with the way out") {
  const auto document = decode(file("refused.odt"));
  REQUIRE_FALSE(document);
  CHECK(document.error().code == ErrorCode::unsupported);
  CHECK(document.error().message_en.find(".docx") != std::string::npos);
}
