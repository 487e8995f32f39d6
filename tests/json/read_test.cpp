// A report in JSON is read by the same call as a document.
#include "gongkai/read.hpp"

#include <doctest/doctest.h>

#include "gongkai/write.hpp"
#include "support/clean_reading.hpp"

using namespace gongkai;

TEST_CASE("a report in JSON gives the same report, a state for every cell and no document") {
  for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
    Report report = testing::clean_reading(edition).report;
    report.requests.received.total = Count();
    for (const std::string& json : {to_json(report), "\xef\xbb\xbf \n" + to_json(report)}) {
      const auto reading = read(json);
      REQUIRE(reading);
      CHECK(reading->report == report);
      CHECK_FALSE(reading->has_document);
      CHECK(reading->decoding.format == Format::json);
      CHECK(reading->notes.empty());
      for (const CellInfo& info : cells) {
        CAPTURE(info.key);
        const Source& source = reading->sources[info.index];
        CHECK(source.state == (!has(info.editions, edition)           ? CellState::not_in_form
                               : cell(report, info.index).has_value() ? CellState::read
                                                                      : CellState::blank));
        CHECK(source.place == Place{});
      }
    }
  }
}

TEST_CASE("hints win over what the JSON says, as they do with documents") {
  const Report report = testing::clean_reading(Edition::form_2021).report;
  Hints hints;
  hints.year = 2025;
  hints.level = Level::township;
  hints.kind = Kind::agency;
  hints.coverage = Extent::territory;
  hints.publication_date = Date{2026, 1, 2};
  hints.authority = "临江县某街道办事处";
  const auto reading = read(to_json(report), hints);
  REQUIRE(reading);
  const About& about = reading->report.about;
  CHECK(about.year == 2025);
  CHECK(about.level == Level::township);
  CHECK(about.kind == Kind::agency);
  CHECK(about.coverage == Extent::territory);
  CHECK(about.publication_date == Date{2026, 1, 2});
  CHECK(about.authority == "临江县某街道办事处");
  CHECK(about.title == report.about.title);
}

TEST_CASE("JSON that is no report is refused as JSON, and what only begins with a brace is text") {
  CHECK(read("{").error().code == ErrorCode::malformed);
  CHECK(read(R"({"name":"x"})").error().code == ErrorCode::malformed);
  CHECK(read("{\\rtf1 text}").error().code == ErrorCode::unsupported);
  CHECK(read("{\"schema\":\"gongkai.report/1\"}\xff").error().code == ErrorCode::not_text);
  Limits limits;
  limits.bytes = 10;
  CHECK(read(R"({"schema":"gongkai.report/1"})", {}, limits).error().code == ErrorCode::limit_exceeded);
}
