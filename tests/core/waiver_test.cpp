// A waived finding is shown and does not count, until its day passes or a value moves; section six only offers reasons.
#include "gongkai/waiver.hpp"

#include <doctest/doctest.h>

#include "support/clean_reading.hpp"

using namespace gongkai;

namespace {

/// A report whose penalties have last year's stock wrong: one warning.
Report report_with_a_warning() {
  Report report = testing::clean_reading(Edition::form_2021).report;
  report.disclosure.normative_documents = {Count(), Count(), Count(), 10, 2, 5};
  return report;
}
Waiver waiver_of(const Assessment& assessment) {
  return {fingerprint(assessment.findings.at(0)), "5件文件已宣布失效", "张三", {2026, 1, 10}, {2026, 12, 31}};
}

}  // namespace

TEST_CASE("a waived finding stays among the findings and does not count") {
  Assessment assessment = check(report_with_a_warning());
  REQUIRE(assessment.count(Severity::warning) == 1);
  const Waiver waiver = waiver_of(assessment);
  CHECK(apply(std::span(&waiver, 1), {2026, 1, 10}, assessment) == std::vector{WaiverUse::used});
  CHECK(assessment.findings.size() == 1);
  CHECK(assessment.findings[0].waiver == waiver);
  CHECK(assessment.count(Severity::warning) == 0);
  CHECK(assessment.count_waived() == 1);
}

TEST_CASE("a waiver holds from its date to its last day; without a last day, on") {
  const Assessment found = check(report_with_a_warning());
  Waiver waiver = waiver_of(found);
  const auto use_on = [&](const Date& today) {
    Assessment assessment = found;
    const WaiverUse use = apply(std::span(&waiver, 1), today, assessment).at(0);
    CHECK(assessment.count_waived() == (use == WaiverUse::used ? 1 : 0));
    return use;
  };
  CHECK(use_on({2026, 1, 9}) == WaiverUse::future);
  CHECK(use_on({2026, 12, 31}) == WaiverUse::used);
  CHECK(use_on({2027, 1, 1}) == WaiverUse::expired);
  CHECK(use_on({}) == WaiverUse::future);  // no day is known: nothing is waived
  waiver.expiry = {};
  CHECK(use_on({2099, 1, 1}) == WaiverUse::used);
}

TEST_CASE("a finding comes back when one of its values moves, in the report or in one beside it") {
  Report report = report_with_a_warning(), previous = report;
  report.about.year = previous.about.year + 1;
  Dossier dossier;
  dossier.report = &report;
  dossier.previous = &previous;
  CheckOptions options;
  options.only = {"years.in_force_roll"};
  const Assessment found = check(dossier, options);
  REQUIRE(found.findings.size() == 1);
  const Waiver waiver = waiver_of(found);

  previous.disclosure.normative_documents.in_force = 6;
  Assessment moved = check(dossier, options);
  CHECK(apply(std::span(&waiver, 1), {2026, 5, 1}, moved) == std::vector{WaiverUse::unused});
  CHECK(moved.count(Severity::warning) == 1);
  previous.disclosure.normative_documents.in_force = 5;
  report.disclosure.normative_documents.repealed = 3;
  moved = check(dossier, options);
  CHECK(apply(std::span(&waiver, 1), {2026, 5, 1}, moved) == std::vector{WaiverUse::unused});
  report.disclosure.normative_documents.repealed = 2;
  moved = check(dossier, options);
  CHECK(apply(std::span(&waiver, 1), {2026, 5, 1}, moved) == std::vector{WaiverUse::used});
}

TEST_CASE("what section six explains is offered with the finding it speaks of, and waives nothing") {
  Report report = report_with_a_warning();
  report.narrative.other_matters =
      "本年度没有收取信息处理费。由于机构改革，行政处罚数量有变化。行政规范性文件件数较少，原因是7件已宣布失效。\n其他"
      "无。";
  Assessment assessment = check(report);
  offer_candidate_reasons(report, assessment.findings);
  REQUIRE(assessment.findings.size() == 1);
  CHECK(assessment.findings[0].candidate_reason == "行政规范性文件件数较少，原因是7件已宣布失效");
  CHECK(assessment.count(Severity::warning) == 1);
  CHECK(assessment.count_waived() == 0);

  for (const char* other :
       {"本年度没有收取信息处理费。行政规范性文件均已公开。", "由于机构改革，行政处罚数量有变化。"}) {
    report.narrative.other_matters = other;
    offer_candidate_reasons(report, assessment.findings);
    CHECK(assessment.findings[0].candidate_reason.empty());
  }
}

TEST_CASE("an error of arithmetic has no explanation") {
  Report report = testing::clean_reading(Edition::form_2021).report;
  report.review.total = *report.review.total.get() + 1;
  report.narrative.other_matters = "行政复议总计由于口径调整有所不同。";
  Assessment assessment = check(report);
  offer_candidate_reasons(report, assessment.findings);
  REQUIRE(assessment.findings.size() >= 1);
  CHECK(assessment.findings[0].rule == "review.total");
  CHECK(assessment.findings[0].candidate_reason.empty());
}

TEST_CASE("of several reasons that fit a finding the first is offered, to findings of a person's judgement alone") {
  const std::uint16_t carried = find_cell("requests.carried_in.total")->index;
  const auto offered = [&](std::string_view rule, const char* text) {
    Report report;
    report.narrative.other_matters = text;
    Finding finding;
    finding.rule = rule;
    finding.cells = {{carried, 5, {}}};
    offer_candidate_reasons(report, std::span(&finding, 1));
    return finding.candidate_reason;
  };
  const char* const both =
      "由于、因为口径调整，申请有变化。结转的数因为更正有变化。";  // 、 begins like 。 and ends no sentence
  const char* const other_order = "结转的数因为更正有变化。由于口径调整，申请有变化。";
  CHECK(offered("years.carry", both) == "由于、因为口径调整，申请有变化");
  CHECK(offered("years.carry", other_order) == "结转的数因为更正有变化");
  CHECK(offered("years.spike", other_order) == "由于口径调整，申请有变化");
  CHECK(offered("requests.row_total", both).empty());  // arithmetic
  CHECK(offered("review.total", both).empty());
  CHECK(offered("own.rule", both).empty());  // of which the catalogue does not know why it holds
  for (const Rule& rule : rule_catalog) {
    const bool is_judgement =
        rule.ground != Ground::form && rule.ground != Ground::layout && rule.ground != Ground::arithmetic;
    CAPTURE(rule.id);
    CHECK(offered(rule.id, both).empty() != is_judgement);
  }
}
