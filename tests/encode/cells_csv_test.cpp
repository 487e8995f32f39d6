// Tables of cells by their keys are read back as the reports that they were written from, and say what was not read.
#include <doctest/doctest.h>

#include <string>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "support/random_report.hpp"

using namespace gongkai;

namespace {

/// What such a table holds of a report.
Report bare(const Report& report) {
  Report result;
  static_cast<Figures&>(result) = report;
  result.about.authority = report.about.authority;
  result.about.year = report.about.year;
  result.about.edition = report.about.edition;
  return result;
}

std::vector<std::string> fingerprints(const Assessment& assessment) {
  std::vector<std::string> result;
  for (const Finding& finding : assessment.findings) {
    result.push_back(std::string(finding.rule) + ' ' + fingerprint(finding));
  }
  return result;
}

Reading unread_example() {
  auto reading = read(
      "甲县2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件"
      "数\n"
      "规章\t1\t\t约5\n三、收到和处理政府信息公开申请情况\n");
  REQUIRE(reading);
  return std::move(reading).value();
}

}  // namespace

TEST_CASE("tidy and wide CSV read back as data that checks the same") {
  std::mt19937 random(9);
  for (int i = 0; i < 100; ++i) {
    CAPTURE(i);
    const Report report =
        testing::random_published_report(random, i % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    const Report wanted = bare(report);
    const auto tidy = read(csv_tidy_head() + csv_tidy(report));
    REQUIRE(tidy);
    CHECK(tidy->report == wanted);
    CHECK_FALSE(tidy->has_document);
    CHECK(fingerprints(check(tidy.value())) == fingerprints(check(wanted)));
    const auto wide = read(csv_wide_head() + csv_wide(report));
    REQUIRE(wide);
    CHECK(bare(wide->report) == wanted);
    CHECK(wide->report.about.title == report.about.title);
  }
}

TEST_CASE("many reports in one table are read one by one") {
  std::mt19937 random(10);
  std::string tidy = csv_tidy_head(), wide = csv_wide_head();
  std::vector<Report> reports;
  for (int i = 0; i < 3; ++i) {
    reports.push_back(bare(testing::random_published_report(random, Edition::form_2021)));
    reports.back().about.authority = "";  // nothing but the keys that come again tells them apart
    reports.back().about.year = 2023;
    tidy += csv_tidy(reports.back());
    wide += csv_wide(reports.back());
  }
  for (const std::string& text : {tidy, wide}) {
    const auto all = read_all(text);
    REQUIRE(all);
    REQUIRE(all->size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(all.value()[i].report == reports[i]);
    }
  }
}

TEST_CASE("what could not be read is no blank in tidy CSV, and counts for none when it is read back") {
  const Reading reading = unread_example();
  const std::string text = csv_tidy_head() + csv_tidy(reading);
  const auto line_of = [&](std::string_view key) {
    const std::size_t at = text.find(key);
    return text.substr(at, text.find("\r\n", at) - at);
  };
  CHECK(line_of("disclosure.government_rules.issued").ends_with(",1,0,read"));
  CHECK(line_of("disclosure.government_rules.repealed").ends_with(",,1,blank"));
  CHECK(line_of("disclosure.government_rules.in_force").ends_with(",,0,unreadable"));
  CHECK(line_of("requests.received.total").ends_with(",,0,absent"));
  const auto back = read(text);
  REQUIRE(back);
  for (const CellInfo& info : cells) {
    CAPTURE(info.key);
    CHECK(back->sources[info.index].state == reading.sources[info.index].state);
  }
  const auto open = [](const Assessment& assessment) {
    std::uint32_t count = 0;
    for (const Coverage& coverage : assessment.coverage) {
      count += coverage.open[static_cast<std::size_t>(OpenReason::unreadable)];
    }
    return count;
  };
  CHECK(open(check(reading)) != 0);
  CHECK(open(check(back.value())) == open(check(reading)));
}

TEST_CASE("a table of cells with a key that there is none of, or a year that is none, is refused with the place") {
  const std::string head = csv_tidy_head();
  const auto unknown = read(head + "甲县,2023,2021年版,requests.recieved.total,3,,,,件,1,0,read\r\n");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message_en.find("requests.received.total") != std::string::npos);
  CHECK(unknown.error().where.line == 2);
  CHECK_FALSE(read(head + "甲县,二三,2021年版,requests.received.total,3,,,,件,1,0,read\r\n"));
  CHECK_FALSE(read(head));
  const auto words = read(head + "甲县,2023,2021年版,requests.received.total,3,,,,件,约5,0,read\r\n");
  REQUIRE(words);
  CHECK(words->sources[find_cell("requests.received.total")->index].state == CellState::unreadable);
}

TEST_CASE("columns that are named in another encoding, or in bytes that are none, are passed by") {
  const auto gb = read(
      "authority,year,edition,\xb1\xb8\xd7\xa2,key,value\r\n"
      "\xbc\xd7\xcf\xd8,2023,2021\xc4\xea\xb0\xe6,\xb1\xb8\xd7\xa2,requests.received.total,3\r\n");
  REQUIRE(gb);
  CHECK(gb->report.about.authority == "甲县");
  CHECK(cell(gb->report, find_cell("requests.received.total")->index) == 3);
  for (const char* cut : {"\xe6", "\xe6\x97", "\xf0", "\xf0\x9f\x98", "\xc3", "\x80", "\xe3\x80", " \xef\xbb"}) {
    const auto reading = read("authority,year,key,value," + std::string(cut) + "\nX,2023,requests.received.total,3,\n");
    CAPTURE(cut);
    CHECK((reading ? reading->sources[find_cell("requests.received.total")->index].state == CellState::read
                   : !reading.error().message_zh.empty()));
  }
}

TEST_CASE("a body that calls itself a formula is none in CSV, and comes back as it was") {
  Report report;
  report.about.edition = Edition::form_2021;
  report.about.year = 2023;
  report.about.authority = "=cmd|'/C calc'!A0";
  report.about.title = "=1+1 2023年政府信息公开工作年度报告";
  report.narrative.overview = "@sum(1)\n-2+3 \x1b[31m红";
  report.disclosure.licensing.decisions = -3;
  for (const std::string& text : {csv_form(report), csv_tidy_head() + csv_tidy(report),
                                  csv_wide_head() + csv_wide(report), to_markdown(report)}) {
    CHECK(text.find('\x1b') == std::string::npos);
    const bool is_markdown = text.starts_with("# ");
    const auto reading = read(text);
    REQUIRE(reading);
    CHECK((is_markdown || reading->report.about.authority == report.about.authority));
    CHECK(reading->report.disclosure.licensing.decisions == Count(-3));
  }
  const auto form = read(csv_form(report));
  REQUIRE(form);
  CHECK(form->report.narrative.overview == "@sum(1)\n-2+3 [31m红");
}
