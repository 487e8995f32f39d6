// Reports in traditional writing, as mirrors of portals have them: the forms of both editions, converted by ICU (uconv -x Hans-Hant).
#include <doctest/doctest.h>

#include <string>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "support/files.hpp"
#include "text/fold.hpp"

using namespace gongkai;

namespace {

Reading reading_of(const std::string& name) {
  const auto bytes = testing::read_file(testing::source_folder() + "/tests/data/traditional/" + name);
  REQUIRE(bytes);
  auto reading = read(*bytes);
  REQUIRE(reading);
  return std::move(reading).value();
}

}  // namespace

TEST_CASE("the form of 2021 in traditional writing reads as what was written") {
  const Reading reading = reading_of("education-2025.md");
  std::size_t cells_read = 0;
  for (const CellInfo& info : cells) {
    if (!has(info.editions, Edition::form_2021)) {
      continue;
    }
    CAPTURE(info.key);
    const std::int64_t number = static_cast<std::int64_t>(cells_read++ * 7 % 50);  // as the file was made
    CHECK(cell(reading.report, info.index) == (info.is_money ? number * 1'000'000 : number));
  }
  CHECK(cells_read == 200);
  CHECK(reading.report.about.title == "青山縣教育局2025年政府信息公開工作年度報告");
  CHECK(reading.report.about.authority == "青山縣教育局");
  CHECK(reading.report.about.level == Level::county);
  CHECK(reading.report.about.year == 2025);
  CHECK(reading.headings.size() == 6);
}

TEST_CASE("the form of 2019 in Big5 reads as the example it was made from") {
  const Reading traditional = reading_of("harbour-2020.big5.txt");
  const auto simplified = read(testing::example_report());
  REQUIRE(simplified);
  CHECK(traditional.decoding.encoding == "Big5");
  CHECK(traditional.report.about.year == 2020);
  for (const CellInfo& info : cells) {
    CAPTURE(info.key);
    CHECK(traditional.sources[info.index].state == simplified->sources[info.index].state);
    CHECK(cell(traditional.report, info.index) == cell(simplified->report, info.index));
  }
}

TEST_CASE("simplified writing of labels is as long as traditional, so that places in the one are places in the other") {
  const std::string text = "關於2020年度公開報告 \xF0\xA0\x80\x80 ok";
  CHECK(unicode::simplified(text) == "关于2020年度公开报告 \xF0\xA0\x80\x80 ok");
  CHECK(unicode::simplified(text).size() == text.size());
}

TEST_CASE("rules find in traditional writing what they find in simplified writing, and nothing else") {
  const auto rules_found = [](const Reading& reading) {
    std::string rules;
    for (const Finding& finding : check(reading).findings) {
      rules.append(finding.rule).append(" ");
    }
    return rules;
  };
  const auto simplified = read(testing::example_report());
  REQUIRE(simplified);
  CHECK(rules_found(reading_of("harbour-2020.big5.txt")) == rules_found(simplified.value()));
}
