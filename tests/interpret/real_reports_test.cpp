// Published reports: every cell as expected, or named as not read. Skips where GONGKAI_REPORTS names no folder.
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <filesystem>
#include <string>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "support/files.hpp"

using namespace gongkai;

namespace {

struct Tally {
  int expected = 0, exact = 0, blank = 0, wrong = 0, unread = 0;
};

std::string text_of(const CellInfo& info, std::optional<std::int64_t> value) {
  return !value ? "blank" : info.is_money ? yuan_text(*value) : std::to_string(*value);
}
std::string text_of(const rapidjson::Value& value) {
  return value.IsNull() ? "blank" : value.IsString() ? value.GetString() : std::to_string(value.GetInt64());
}

Tally compare(const std::string& folder, const std::string& name, const std::string& extension) {
  const auto bytes = testing::read_file(folder + "/" + name + extension);
  const auto expected_json = testing::read_file(folder + "/expected/" + name + ".json");
  REQUIRE(bytes);
  REQUIRE(expected_json);
  rapidjson::Document expected;
  expected.Parse(expected_json->c_str());
  REQUIRE_FALSE(expected.HasParseError());
  const auto reading = read(*bytes);
  REQUIRE(reading);
  Tally tally;
  const rapidjson::Value& expected_cells = expected["cells"];
  for (auto member = expected_cells.MemberBegin(); member != expected_cells.MemberEnd(); ++member) {
    const CellInfo* info = find_cell(member->name.GetString());
    REQUIRE(info != nullptr);
    ++tally.expected;
    const CellState state = reading.value().sources[info->index].state;
    if (state != CellState::read && state != CellState::blank) {
      ++tally.unread;
      continue;
    }
    const std::string found = text_of(*info, cell(reading.value().report, info->index));
    CAPTURE(info->key);
    CHECK(found == text_of(member->value));
    const bool is_exact = found == text_of(member->value);
    tally.wrong += !is_exact;
    tally.exact += is_exact;
    tally.blank += state == CellState::blank;
  }
  MESSAGE(name << ": " << tally.expected << " cells, " << tally.exact << " exact (of them " << tally.blank
               << " blank), " << tally.unread << " named as unread, " << tally.wrong << " wrong");
  return tally;
}

}  // namespace

TEST_CASE("real reports read without a wrong cell") {
  const auto folder = testing::reports_folder();
  if (!folder) {
    MESSAGE("skipped: GONGKAI_REPORTS names no folder of real reports");
    return;
  }
  const Tally seed = compare(*folder, "jiaxing-port-2020", ".txt");
  CHECK(seed.exact == 198);
  CHECK(compare(*folder, "shuyang-2025", ".md").exact == 200);
  for (const char* page : {"shanghai-go-2019", "shuyang-fgj-2023", "zhejiang-city-2025-fixture"}) {
    const Tally tally = compare(*folder, page, ".html");
    CHECK(tally.expected != 0);
    CHECK(tally.exact == tally.expected);
  }
  const Tally damaged = compare(*folder, "shanghai-kewei-2024", ".md");
  CHECK(damaged.wrong == 0);
  CHECK(damaged.exact >= 129);

  const auto fused = testing::read_file(*folder + "/pingtan-2020.txt");
  REQUIRE(fused);
  const auto reading = read(*fused);
  REQUIRE(reading);
  for (const CellInfo& info : cells) {
    CHECK(reading.value().sources[info.index].state != CellState::read);
    CHECK(reading.value().sources[info.index].state != CellState::blank);
  }
}

TEST_CASE("the seed breaks no equation and has no error") {
  const auto folder = testing::reports_folder();
  if (!folder) {
    MESSAGE("skipped: GONGKAI_REPORTS names no folder of real reports");
    return;
  }
  for (const char* name : {"jiaxing-port-2020.txt", "shuyang-2025.md", "shanghai-kewei-2024.md"}) {
    CAPTURE(name);
    const auto reading = read(testing::read_file(*folder + "/" + name).value_or(""));
    REQUIRE(reading);
    CHECK(check(reading.value()).count(Severity::error) == 0);
  }
}

TEST_CASE("the figures of real reports break the equations that the published document breaks, and no other") {
  const auto folder = testing::reports_folder();
  if (!folder) {
    MESSAGE("skipped: GONGKAI_REPORTS names no folder of real reports");
    return;
  }
  int reports = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder + "/expected")) {
    CAPTURE(entry.path().string());
    rapidjson::Document expected;
    expected.Parse(testing::read_file(entry.path().string()).value_or("").c_str());
    REQUIRE_FALSE(expected.HasParseError());
    rapidjson::StringBuffer figures;
    rapidjson::Writer<rapidjson::StringBuffer> writer(figures);
    expected["cells"].Accept(writer);
    const auto report = report_from_json(
        R"({"schema":"gongkai.report/1","about":{"year":)" + std::to_string(expected["year"].GetInt()) +
        R"(,"edition":")" + expected["edition"].GetString() + R"("},"cells":)" + figures.GetString() + "}");
    REQUIRE(report);
    CHECK(check(report.value()).count(Severity::error) == expected["violations"].Size());
    ++reports;
  }
  CHECK(reports > 0);
}
