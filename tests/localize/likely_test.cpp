// A finding says which cell it most likely lies in, and its place is that cell, in the words of the kind of file.
#include <doctest/doctest.h>

#include <algorithm>

#include "gongkai/localize.hpp"
#include "gongkai/message.hpp"
#include "support/clean_reading.hpp"
#include "support/random_report.hpp"

using namespace gongkai;

namespace {

/// A report with 66 results for natural persons in all, of which 62 are written.
Reading reading_of_slip() {
  Reading reading = testing::clean_reading(Edition::form_2021);
  Report& report = reading.report;
  report.requests = testing::report_of_zeros(Edition::form_2021).requests;
  Requests& requests = report.requests;
  requests.received = {66, 0, 0, 0, 0, 0, 66};
  requests.outcomes.granted = requests.received;
  requests.outcomes.total = {62, 0, 0, 0, 0, 0, 66};
  report.narrative.overview = "2024年，我县公开信息120条。考核、评议、追究均按规定开展。";
  reading.sources[find_cell("requests.outcomes.total.natural_person")->index].place = {40, 10, 2, 30, 2, 1};
  return reading;
}

std::vector<std::string> told(const Reading& reading, Language language) {
  std::vector<std::string> messages;
  for (const Finding& finding : check_and_locate({&reading.report, &reading}).findings) {
    if (is_located(finding)) {
      messages.push_back(message(finding, *find_rule(finding.rule), reading.report.about, language));
    }
  }
  return messages;
}

}  // namespace

TEST_CASE("a fault that one cell explains is one finding: it names the cell, and what else the cell breaks") {
  const Reading reading = reading_of_slip();
  const std::vector<std::string> messages = told(reading, Language::zh);
  REQUIRE(messages.size() == 1);
  const auto says = [&](const std::string& words) { return messages[0].find(words) != std::string::npos; };
  CAPTURE(messages[0]);
  CHECK(says("“自然人”列：本年新收加上年结转是66，办理结果总计加结转下年度是62，相差4。"));
  CHECK(says("很可能是表三“（七）总计”行“自然人”列：填的是62，应为66"));
  CHECK(says("同因：“自然人”列：各项办理结果相加是66，“（七）总计”填的是62，相差4；“（七）总计”行："));
  CHECK(told(reading, Language::en)[0].find("it says 62 and should say 66") != std::string::npos);
  CHECK(told(reading, Language::en)[0].find("Of the same cause: ") != std::string::npos);

  const Assessment assessment = check_and_locate({&reading.report, &reading});
  CHECK(assessment.count(Severity::error) == 1);
  const auto located = std::find_if(assessment.findings.begin(), assessment.findings.end(), is_located);
  REQUIRE(located != assessment.findings.end());
  CHECK(located->rule == "requests.flow_balance");
  REQUIRE(located->same_cause.size() == 2);
  CHECK(located->same_cause[0].rule == "requests.outcomes_sum");
  CHECK(located->same_cause[1].rule == "requests.row_total");
  std::uint32_t violated = 0;  // every relation that is broken is counted still
  for (const Coverage& coverage : assessment.coverage) {
    violated += coverage.violated;
  }
  CHECK(violated >= 3);
}

TEST_CASE(
    "what the text and last year's report say of the likely cell is of the same cause; what they say of others is "
    "not") {
  Reading reading = reading_of_slip();
  reading.report.requests.outcomes.total = {66, 0, 0, 0, 0, 0, 62};
  reading.report.narrative.overview = "今年，我县共办结政府信息公开申请66件。考核、评议、追究均按规定开展。";
  const auto found = [&](const Report* previous) {
    const Assessment assessment = check_and_locate({&reading.report, &reading, previous});
    std::vector<std::string> rules;
    for (const Finding& finding : assessment.findings) {
      if (is_located(finding) || finding.rule.substr(0, 10) == "narrative." ||
          finding.rule.substr(0, 11) == "years.carry") {
        rules.emplace_back(finding.rule);
        for (const Finding& other : finding.same_cause) {
          rules.push_back("  " + std::string(other.rule));
        }
      }
    }
    return rules;
  };
  CHECK(found(nullptr) == std::vector<std::string>{"requests.flow_balance", "  requests.outcomes_sum",
                                                   "  requests.row_total", "  narrative.processed"});
  reading.report.narrative.overview = "今年，我县共办结政府信息公开申请70件。考核、评议、追究均按规定开展。";
  CHECK(found(nullptr) == std::vector<std::string>{"requests.flow_balance", "  requests.outcomes_sum",
                                                   "  requests.row_total", "narrative.processed"});

  // Carried in: 5 in the column, 8 in the total, and last year's report carried 5 forward.
  reading.report.requests = testing::report_of_zeros(Edition::form_2021).requests;
  Requests& requests = reading.report.requests;
  requests.carried_in = {5, 0, 0, 0, 0, 0, 8};
  requests.outcomes.granted = requests.outcomes.total = {5, 0, 0, 0, 0, 0, 5};
  reading.report.narrative.overview = "2024年，我县公开信息120条。考核、评议、追究均按规定开展。";
  Report last = testing::report_of_zeros(Edition::form_2021);
  last.about = reading.report.about;
  last.about.year -= 1;
  last.requests.carried_out = {5, 0, 0, 0, 0, 0, 5};
  CHECK(found(&last) == std::vector<std::string>{"requests.flow_balance", "  requests.row_total", "  years.carry"});
  last.requests.carried_out = {7, 0, 0, 0, 0, 0, 7};
  CHECK(found(&last) == std::vector<std::string>{"requests.flow_balance", "  requests.row_total", "years.carry",
                                                 "years.carry_by_column"});
}

TEST_CASE("the finding's place is the likely cell: in a workbook its sheet and reference, in Word the paragraph") {
  Reading reading = reading_of_slip();
  const auto places = [&] {
    std::string text;
    for (const Finding& finding : check_and_locate({&reading.report, &reading}).findings) {
      text += is_located(finding) ? place_text(finding.place, &reading, Language::zh) + ";" : "";
    }
    return text;
  };
  CHECK(places() == "第1页，第40行，第2个表第30行第2格;");
  reading.decoding.format = Format::xlsx;
  reading.sheets = {"依申请公开"};
  CHECK(places() == "依申请公开!J40;");
  reading.sheets.clear();
  CHECK(places() == "第1张工作表!J40;");
  const Place paragraph{12, 0, 0, 0, 0, 0};
  reading.decoding.format = Format::docx;
  CHECK(place_text(paragraph, &reading, Language::zh) == "第12段");
  CHECK(place_text(paragraph, &reading, Language::en) == "paragraph 12");
  CHECK(place_text(Place{0, 0, 2, 30, 2, 0}, &reading, Language::zh) == "第2个表第30行第2格");
}

TEST_CASE("columns of a sheet are named as a workbook names them") {
  Reading reading;
  reading.decoding.format = Format::xlsx;
  reading.sheets = {"表"};
  for (const auto& [column, name] : std::vector<std::pair<std::uint32_t, std::string>>{
           {1, "表!A3"}, {26, "表!Z3"}, {27, "表!AA3"}, {702, "表!ZZ3"}, {703, "表!AAA3"}}) {
    CHECK(place_text(Place{3, column, 1, 1, 1, 1}, &reading, Language::zh) == name);
  }
}

TEST_CASE("where several cells would do none is named, unless something outside the tables agrees with just one") {
  Report report = reading_of_slip().report;
  Requests& requests = report.requests;
  requests.outcomes.total.natural_person = 66;
  requests.received.natural_person = 60;  // the total of the row, or a column of it: the balance says which
  requests.received.total = 60;
  const Assessment open = check_and_locate({&report, nullptr});
  for (const Finding& finding : open.findings) {
    CHECK(finding.likely() == nullptr);
  }
  Finding finding;
  Suspect first, second;
  first.low = first.high = 5;
  first.of = second.of = 2;
  second.low = second.high = 6;
  finding.suspects = {first, second};
  CHECK(finding.likely() == nullptr);
  finding.suspects[1].witnesses.push_back({0, WitnessKind::previous, 6, {}});
  CHECK(finding.likely() == &finding.suspects[1]);
  finding.suspects[0].witnesses.push_back({0, WitnessKind::text, 5, {}});
  CHECK(finding.likely() == nullptr);
  finding.suspects = {first};
  finding.suspects[0].of = 1;
  CHECK(finding.likely() == &finding.suspects[0]);
  finding.suspects[0].high = 9;
  CHECK(finding.likely() == nullptr);
}
