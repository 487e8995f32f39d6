// Text against table: the golden cases, each with the findings it must have and no other, and the readings that agree.
#include "gongkai/rules/narrative.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "gongkai/read.hpp"
#include "support/files.hpp"

using namespace gongkai;

namespace {

Report report_of(Edition edition, int year, std::string overview) {
  Report report;
  report.about.edition = edition;
  report.about.year = year;
  report.about.kind = Kind::government;
  report.about.authority = "临江县人民政府";
  report.narrative.overview = std::move(overview);
  return report;
}

template <class R>
Assessment text_against_table(const R& report, BlankPolicy blanks = BlankPolicy::as_zero) {
  CheckOptions options;
  options.only = {"narrative."};
  options.blanks = blanks;
  return check(report, options);
}
/// The findings as "rule left right quote", a finding a line.
template <class R>
std::string findings_in(const R& report) {
  std::string text;
  for (const Finding& finding : text_against_table(report).findings) {
    const auto number = [](std::optional<std::int64_t> value) { return value ? std::to_string(*value) : "?"; };
    text += std::string(finding.rule.substr(10)) + " " + number(finding.left) + " " + number(finding.right) + " " +
            finding.detail;
    for (const CellValue& same : finding.same) {
      text += " =" + std::string(cells[same.cell].key);
    }
    text += "\n";
  }
  return text;
}
std::size_t held(const Report& report) {
  std::size_t n = 0;
  for (const Coverage& coverage : text_against_table(report).coverage) {
    n += coverage.held;
  }
  return n;
}

/// The column of totals of the table of requests; the rows it does not name stay blank.
void set_requests(Report& report, std::int64_t received, std::int64_t carried_in, std::int64_t total,
                  std::int64_t carried_out) {
  Requests& table = report.requests;
  table.received.total = received;
  table.carried_in.total = carried_in;
  table.outcomes.total.total = total;
  table.carried_out.total = carried_out;
}

}  // namespace

TEST_CASE("the seed: 62 completed in the text, 69 in the table, and 62 is what was received") {
  Report report =
      report_of(Edition::form_2019, 2020, "2020年共依法办结政府信息公开申请62件，未发生行政复议和行政诉讼。");
  set_requests(report, 62, 7, 69, 0);
  report.review = report.litigation.direct = report.litigation.after_review = {0, 0, 0, 0, 0};
  CHECK(findings_in(report) == "processed 62 69 办结政府信息公开申请62件 =requests.received.total\n");
  CHECK(held(report) == 1);
  const Finding finding = text_against_table(report).findings.at(0);
  CHECK(message(finding, *find_rule(finding.rule), report.about, Language::zh) ==
        "文中“办结政府信息公开申请62件”，表中办理结果总计为69，相差7；62正是“一、本年新收政府信息公开申请数量—总计列”"
        "的数。请核对。");
}

TEST_CASE("a general office in 2019: two groups and a percentage differ, and not all cases were upheld") {
  Report report = report_of(
      Edition::form_2019, 2019,
      "全年共受理政府信息公开申请859件，较上年回落12.3%；答复申请805件（含上年度结转的申请18件，另有72件申请顺延至"
      "下年度答复）。予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占"
      "32.9%；不予处理158件，占19.6%；其他处理0件。信息公开类行政复议7件，诉讼9件，均获维持。");
  report.about.authority = "上海市人民政府办公厅";
  report.about.kind = Kind::unknown;
  Outcomes& outcomes = report.requests.outcomes;
  set_requests(report, 859, 18, 805, 72);
  // The totals of the outcome rows are blank; what organizations asked for is in the second column.
  outcomes.granted = {258, 14, {}, {}, {}, {}, {}};
  outcomes.partially_granted.natural_person = 3;
  outcomes.denied.state_secret.natural_person = 14;
  outcomes.denied.internal_affairs = {5, 2, {}, {}, {}, {}, {}};
  outcomes.denied.deliberative_process = {3, 1, {}, {}, {}, {}, {}};
  outcomes.denied.administrative_query.natural_person = 10;
  outcomes.unavailable.not_held = {252, 13, {}, {}, {}, {}, {}};
  outcomes.unavailable.requires_creation = {44, 3, {}, {}, {}, {}, {}};
  outcomes.unavailable.still_unclear.natural_person = 25;
  outcomes.not_processed.petition_or_complaint.natural_person = 148;
  outcomes.not_processed.repeat_request = {5, 5, {}, {}, {}, {}, {}};
  outcomes.other_handling.unspecified.natural_person = 0;
  report.review = {5, 0, 0, 2, 7};
  report.litigation.direct = {8, 0, 0, 1, 9};
  report.litigation.after_review = {0, 0, 0, 0, 0};
  CHECK(findings_in(report) ==
        "group 258 275 予以公开及部分公开258件 =requests.outcomes.granted.natural_person\n"
        "group 265 337 无法提供265件 =requests.outcomes.unavailable.not_held.total\n"
        "percent 275 805 占33.9%\n"
        "review_none 0 3 均获维持\n");
  CHECK(held(report) == 12);
  CHECK(text_against_table(report).findings[3].cells.size() == 2);
}

TEST_CASE("a city in 2025 and 2024, and a general office in 2024: text and table agree") {
  SUBCASE("only a processing fee in the text") {
    Report report = report_of(Edition::form_2021, 2025, "2025年，全市各级行政机关扎实推进政务公开工作。");
    report.narrative.other_matters = "2025年全市实际收取信息处理费共计400元。";
    set_requests(report, 14069, 560, 13810, 819);
    report.review = {376, 97, 196, 121, 790};
    report.disclosure.fees.amount = Money::yuan(3'164'410'000);
    CHECK(findings_in(report).empty());
    report.disclosure.fees.amount = Money::yuan(0);
    CheckOptions options;
    options.only = {"disclosure.fee_covers_processing_fee"};
    CHECK(check(report, options).findings.empty());  // 0.04 of 10,000 yuan may round to 0
  }
  SUBCASE("收办 is what was received and carried in") {
    Report report =
        report_of(Edition::form_2021, 2024,
                  "2024年，全市收办依申请公开3646件，其中予以公开1431件，部分公开471件，不予公开92件，无法提供"
                  "941件，不予处理117件，其他处理469件。现行有效规章12件、行政规范性文件420件。");
    set_requests(report, 3525, 121, 3521, 125);
    Outcomes& outcomes = report.requests.outcomes;
    outcomes.granted.total = 1431;
    outcomes.partially_granted.total = 471;
    outcomes.denied.enforcement_file.total = 92;
    outcomes.unavailable.not_held.total = 941;
    outcomes.not_processed.repeat_request.total = 117;
    outcomes.other_handling.miscellaneous.total = 469;
    report.disclosure.government_rules.in_force = 12;
    report.disclosure.normative_documents.in_force = 420;
    CHECK(findings_in(report).empty());
    CHECK(held(report) == 9);
  }
  SUBCASE("转结 for 结转, percentages rounded and cut off") {
    Report report =
        report_of(Edition::form_2021, 2024,
                  "2024年新收政府信息公开申请95件，上年转结8件，办结98件，转结下年度5件。其中予以公开和部分公开"
                  "42件，占42.86%；不予公开1件，占1.02%；无法提供49件，占50%；其他处理6件，占6.12%。");
    set_requests(report, 95, 8, 98, 5);
    Outcomes& outcomes = report.requests.outcomes;
    outcomes.granted.total = 40;
    outcomes.partially_granted.total = 2;
    outcomes.denied.state_secret.total = 1;
    outcomes.unavailable.not_held.total = 49;
    outcomes.other_handling.miscellaneous.total = 6;
    CHECK(findings_in(report).empty());
    CHECK(held(report) == 12);
  }
}

TEST_CASE("a claim holds in any of the senses that the field accepts") {
  for (const std::pair<const char*, bool>& claim : std::vector<std::pair<const char*, bool>>{
           {"收到政府信息公开申请62件。", false},
           {"收到政府信息公开申请69件。", false},
           {"收到政府信息公开申请70件。", true},
           {"新收政府信息公开申请69件。", true},
           {"办理政府信息公开申请62件。", false},
           {"办理政府信息公开申请69件。", false},
           {"办结政府信息公开申请66件。", false},
           {"办结政府信息公开申请62件。", true},
           {"政府信息公开申请结转3件。", false},
           {"政府信息公开申请结转7件。", false},
           {"政府信息公开申请结转下年7件。", true},
           {"收到政府信息公开申请65件，受理62件。", false},
       }) {
    CAPTURE(claim.first);
    Report report = report_of(Edition::form_2021, 2024, claim.first);
    set_requests(report, 62, 7, 66, 3);
    CHECK(text_against_table(report).findings.size() == claim.second);
  }
}

TEST_CASE("a number written in 万 agrees with what it rounds or cuts off") {
  for (const std::pair<std::int64_t, bool>& cell : std::vector<std::pair<std::int64_t, bool>>{
           {11'951, true}, {12'034, true}, {12'999, true}, {11'499, false}, {13'000, false}}) {
    CAPTURE(cell.first);
    Report report = report_of(Edition::form_2021, 2024, "收到政府信息公开申请1.2万件。");
    set_requests(report, cell.first, 0, cell.first, 0);
    CHECK(text_against_table(report).findings.empty() == cell.second);
  }
}

TEST_CASE("what the table leaves blank is not held against the text, and is decided only where it can be") {
  Report report = report_of(Edition::form_2021, 2024, "收到政府信息公开申请5件。政府信息公开行政复议1件。");
  const auto open = [&](std::string_view rule, OpenReason reason, BlankPolicy blanks) {
    const Assessment assessment = text_against_table(report, blanks);
    CHECK(assessment.findings.empty());
    for (std::size_t i = 0; i < rule_catalog.size(); ++i) {
      if (rule_catalog[i].id == rule) {
        return assessment.coverage[i].open[static_cast<std::size_t>(reason)];
      }
    }
    return std::uint32_t{0};
  };
  CHECK(open("narrative.received", OpenReason::all_blank, BlankPolicy::as_zero) == 1);
  CHECK(open("narrative.review", OpenReason::all_blank, BlankPolicy::as_zero) == 1);
  report.requests.received.natural_person = 5;  // the total is blank
  CHECK(open("narrative.received", OpenReason::unknown_blank, BlankPolicy::unknown) == 1);
  CHECK(held(report) == 1);
}

TEST_CASE("a denial is of the whole: where the text counts some, or denies a part, nothing is said") {
  for (const std::pair<const char*, const char*>& text : std::vector<std::pair<const char*, const char*>>{
           {"2024年，我县未收到政府信息公开申请。", "requests_none 0 62 未收到政府信息公开申请\n"},
           {"收到政府信息公开申请62件。除此以外，未收到政府信息公开申请。", ""},
           {"收到政府信息公开申请62件，未收到其他政府信息公开申请。", ""},
           {"未收到涉及商业秘密的政府信息公开申请。", ""},
           {"全年未发生政府信息公开行政复议。", "review_none 0 4 未发生政府信息公开行政复议\n"},
           {"政府信息公开行政复议、行政诉讼案件零发生。", "review_none 0 4 行政复议、行政诉讼案件零发生\n"},
           {"未发生因不及时公开引发的行政复议。", ""},
           {"下属单位未发生政府信息公开行政复议。", ""},
           {"本年度未制定行政规范性文件。", "documents 0 8 未制定行政规范性文件\n"},
           {"本年度未制定涉企行政规范性文件。", ""},
       }) {
    CAPTURE(text.first);
    Report report = report_of(Edition::form_2021, 2024, text.first);
    set_requests(report, 62, 7, 66, 3);
    report.review = {4, 0, 0, 0, 4};
    report.litigation.direct = report.litigation.after_review = {0, 0, 0, 0, 0};
    report.disclosure.normative_documents.issued = 8;
    const std::string found = findings_in(report);
    CHECK(found == text.second);
    for (const Finding& finding : text_against_table(report).findings) {
      CHECK(finding.severity == Severity::warning);  // words may narrow a denial in ways no list foresees
    }
  }
}

TEST_CASE("what is a part of the table's number is a finding only where it is more than the whole") {
  for (const std::pair<const char*, bool>& claim : std::vector<std::pair<const char*, bool>>{
           {"政府信息公开申请按期答复60件。", false},
           {"政府信息公开申请按期答复67件。", true},
           {"政府信息公开申请中，上年结转的7件中，予以公开3件。", false},
           {"政府信息公开申请当年受理当年办结58件。", false},
       }) {
    CAPTURE(claim.first);
    Report report = report_of(Edition::form_2021, 2024, claim.first);
    set_requests(report, 62, 7, 66, 3);
    report.requests.outcomes.granted.total = 40;
    CHECK(text_against_table(report).findings.size() == claim.second);
  }
}

TEST_CASE(
    "a row of results, the applicants and other results of cases are compared where the text counts their whole") {
  Report report = report_of(Edition::form_2021, 2024,
                            "收到政府信息公开申请62件，其中自然人50件、法人或其他组织12件。不予公开9件，其中国家秘密"
                            "2件、第三方合法权益7件。其他处理4件（逾期不补正1件、申请人撤回2件）。政府信息公开行政"
                            "复议5件，其中维持3件、其他结果2件。");
  set_requests(report, 62, 7, 66, 3);
  report.requests.received = {49, 10, 0, 0, 3, 0, 62};
  Outcomes& outcomes = report.requests.outcomes;
  outcomes.denied.state_secret.total = 3;
  outcomes.denied.third_party_rights.total = 6;
  outcomes.other_handling.no_correction_in_time.total = 1;
  outcomes.other_handling.miscellaneous.total = 3;
  report.review = {3, 0, 1, 1, 5};
  CHECK(findings_in(report) ==
        "received 50 49 其中自然人50件\n"
        "received 12 13 法人或其他组织12件\n"
        "group 2 3 其中国家秘密2件\n"
        "group 7 6 第三方合法权益7件 =requests.carried_in.total\n"
        "review 2 1 其他结果2件\n");
}

TEST_CASE("a message names the column, and gives money as the form does") {
  Report report = report_of(Edition::form_2021, 2024, "现行有效行政规范性文件50件，收取行政事业性收费61.7万元。");
  report.disclosure.normative_documents.in_force = 47;
  report.disclosure.fees.amount = Money::yuan(583'000);
  const Assessment assessment = text_against_table(report);
  REQUIRE(assessment.findings.size() == 2);
  const auto said = [&](const Finding& finding) {
    return message(finding, *find_rule(finding.rule), report.about, Language::zh);
  };
  CHECK(said(assessment.findings[0]) ==
        "文中“现行有效行政规范性文件50件”，表中行政规范性文件“现行有效件数”为47，相差3。请核对。");
  CHECK(said(assessment.findings[1]) ==
        "文中“收取行政事业性收费61.7万元”，表中行政事业性收费为58.3万元，相差3.4万元。请核对。");
}

TEST_CASE("a quote begins in its own sentence and is long enough to be found") {
  Report report = report_of(Edition::form_2021, 2024,
                            "（二）依申请公开情况\n2024年收到申请65件，办结66件。部门之间，上年度办结66件；2024年已"
                            "办结70件，2023年已办结70件。");
  set_requests(report, 62, 7, 66, 3);
  CHECK(findings_in(report) == "received 65 62 收到申请65件\nprocessed 70 66 2024年已办结70件\n");
}

TEST_CASE("a report without text leaves the comparison open") {
  Report report = report_of(Edition::form_2021, 2024, "");
  CHECK(held(report) == 0);
  CHECK(findings_in(report).empty());
}

TEST_CASE("a finding on a text leads to its line and column") {
  const auto reading = read(testing::example_report());
  REQUIRE(reading);
  const Assessment assessment = check(reading.value());
  const Finding* found = nullptr;
  for (const Finding& finding : assessment.findings) {
    found = finding.rule == "narrative.processed" ? &finding : found;
  }
  REQUIRE(found != nullptr);
  const std::string text = testing::example_report();
  std::size_t line_begin = 0;
  for (std::uint32_t line = 1; line < found->place.line; ++line) {
    line_begin = text.find('\n', line_begin) + 1;
  }
  CHECK(text.substr(line_begin + found->place.column - 1, found->detail.size()) == found->detail);
}

TEST_CASE("real reports have the findings of text against table that they must have, and no other") {
  const auto folder = testing::reports_folder();
  if (!folder) {
    MESSAGE("skipped: GONGKAI_REPORTS names no folder of real reports");
    return;
  }
  for (const std::pair<const char*, const char*>& file : std::vector<std::pair<const char*, const char*>>{
           {"jiaxing-port-2020.txt", "processed 62 69 办结政府信息依申请公开件62件 =requests.received.total\n"},
           {"shanghai-go-2019.html",
            "group 258 275 予以公开及部分公开258件 =requests.outcomes.granted.natural_person\n"
            "group 265 337 无法提供265件 =requests.outcomes.unavailable.not_held.total\n"
            "percent 275 805 占33.9%\n"
            "review_none 0 3 均获维持\n"},
           {"shuyang-fgj-2023.html", ""},
           {"zhejiang-city-2025-fixture.html", ""},
           {"shanghai-kewei-2024.md", ""},
           {"shuyang-2025.md", ""},
       }) {
    CAPTURE(file.first);
    const auto reading = read(testing::read_file(*folder + "/" + file.first).value_or(""));
    REQUIRE(reading);
    CHECK(findings_in(reading.value()) == file.second);
  }
}
