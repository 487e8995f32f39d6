// What is no witness: numbers that are not exact, of another body, of a part, or that somebody else may not have told; and what a
// slip beside a cell looks like.
#include <doctest/doctest.h>

#include <algorithm>

#include "gongkai/localize.hpp"
#include "gongkai/localize/same_cause.hpp"
#include "gongkai/localize/shift.hpp"
#include "gongkai/localize/slip.hpp"
#include "support/random_report.hpp"

using namespace gongkai;

namespace {

/// 56 requests received, all granted, and nothing else.
Report small_report() {
  Report report = testing::report_of_zeros(Edition::form_2021);
  report.about.year = 2024;
  Requests& requests = report.requests;
  requests.received = {41, 0, 0, 0, 0, 15, 56};
  requests.outcomes.granted = requests.outcomes.total = requests.received;
  return report;
}
std::vector<WitnessKind> witnesses_of(const Dossier& dossier) {
  std::vector<WitnessKind> kinds;
  for (const Fault& fault : localize(dossier).faults) {
    for (const Answer& answer : fault.answers) {
      for (const Suspect& suspect : answer.suspects) {
        for (const Witness& witness : suspect.witnesses) {
          kinds.push_back(witness.kind);
        }
      }
    }
  }
  return kinds;
}
const Suspect& only_suspect(const Report& report) {
  static Localization localization;
  localization = localize(report);
  REQUIRE(localization.faults.size() == 1);
  return localization.faults[0].answers.at(0).suspects.at(0);
}

}  // namespace

TEST_CASE("The text is a witness of an exact number of all, not of a rounded one or of those among them") {
  Report report = small_report();
  report.requests.received.total = 86;
  const auto told = [&](const char* text) {
    report.narrative.overview = text;
    return witnesses_of({&report, nullptr});
  };
  CHECK(told("本年新收政府信息公开申请56件。") == std::vector{WitnessKind::text});
  CHECK(told("本年新收政府信息公开申请56件。共新收政府信息公开申请56件。") ==
        std::vector{WitnessKind::text});  // told twice
  CHECK(told("本年新收政府信息公开申请0.0056万件。").size() <= 1);
  CHECK(told("本年新收政府信息公开申请56件，均按期答复，当年受理政府信息公开申请当年按期办结56件。") ==
        std::vector{WitnessKind::text});
  CHECK(told("政府信息公开申请予以公开占3%，失效规范性文件3件。信息公开行政复议均获维持。收取信息处理费56元。")
            .empty());  // of no single cell
  CHECK(told("本年按期新收政府信息公开申请56件。").empty());
  CHECK(told("本年新收政府信息公开申请57件。").empty());

  report = small_report();
  for (Applicants* const row :
       {&report.requests.received, &report.requests.outcomes.granted, &report.requests.outcomes.total}) {
    *row = {20'000, 0, 0, 0, 0, 0, 20'000};
  }
  report.requests.received.total = 30'000;
  CHECK(told("本年新收政府信息公开申请20000件。") == std::vector{WitnessKind::text});
  CHECK(told("本年新收政府信息公开申请2万件。").empty());  // anything near it
}

TEST_CASE("Last year's report is a witness where it is the same body's and says a number") {
  Report report = small_report(), last = report;
  report.about.authority = last.about.authority = "临江县人民政府";
  last.about.year = 2023;
  last.requests.carried_out = report.requests.carried_in;
  report.requests.carried_in.natural_person = 30;
  CHECK(witnesses_of({&report, nullptr, &last}) == std::vector{WitnessKind::previous});
  last.about.authority = "东山市教育局";
  CHECK(witnesses_of({&report, nullptr, &last}).empty());
  last.about.authority.clear();  // taken on trust
  CHECK(witnesses_of({&report, nullptr, &last}) == std::vector{WitnessKind::previous});
  last.requests.carried_out.natural_person = Count{};
  CHECK(witnesses_of({&report, nullptr, &last}).empty());
}

TEST_CASE("The bodies below are a witness of what all of them state") {
  Report report = small_report(), town = report;
  report.requests.carried_in.natural_person = 30;
  const Child children[] = {{"某镇", &town}};
  Dossier dossier{&report, nullptr};
  dossier.children = children;
  CHECK(witnesses_of(dossier) == std::vector{WitnessKind::children});
  const Child twice[] = {{"某镇", &town},
                         {"某镇", &town}};  // a second report of one body is not added, and takes nothing away
  dossier.children = twice;
  CHECK(witnesses_of(dossier) == std::vector{WitnessKind::children});
  dossier.children = children;
  town.requests.carried_in = {};  // nothing is stated
  CHECK(witnesses_of(dossier).empty());
  town = small_report();
  town.requests.carried_in.natural_person = Count{};  // a blank is no statement
  CHECK(witnesses_of(dossier).empty());
  LocalizeOptions options;
  options.blanks = BlankPolicy::unknown;
  for (const Fault& fault : localize(dossier, options).faults) {
    for (const Answer& answer : fault.answers) {
      for (const Suspect& suspect : answer.suspects) {
        CHECK(suspect.witnesses.empty());
      }
    }
  }
  town = small_report();
  town.about.edition = Edition::form_2019;
  CHECK(witnesses_of(dossier).size() <= 1);
}

TEST_CASE("A number whose digits stand in two cells is told as split, whichever side the rest is on") {
  Report report = small_report();
  report.requests.outcomes.granted = {41, 0, 0, 0, 7, 15, 63};
  report.requests.outcomes.total = {41, 0, 0, 0, 715, 15, 771};
  report.requests.received = {41, 0, 0, 0, 715, 15, 771};
  const Localization localization = localize(report);
  REQUIRE_FALSE(localization.faults.empty());
  Suspect left, right;
  left.cell = find_cell("requests.outcomes.granted.legal_service_organization")->index;
  left.value = 7;
  left.low = left.high = 715;
  left.of = 1;
  CHECK(localize_detail::slip_beside(report, Edition::form_2021, left) == Slip::split);
  CHECK(cells[static_cast<std::size_t>(left.other)].key == "requests.outcomes.granted.other");
  right = left;
  right.cell = find_cell("requests.outcomes.granted.other")->index;
  right.value = 15;
  CHECK(localize_detail::slip_beside(report, Edition::form_2021, right) == Slip::split);
  CHECK(cells[static_cast<std::size_t>(right.other)].key == "requests.outcomes.granted.legal_service_organization");
  right.value.reset();  // a blank has no digits
  CHECK(localize_detail::slip_beside(report, Edition::form_2021, right) == Slip::unexplained);
  Suspect first;  // nothing stands above or to the left of the form's first cell
  first.cell = 0;
  first.value = 1;
  first.low = first.high = 987;
  CHECK(localize_detail::slip_beside(report, Edition::form_2021, first) == Slip::unexplained);
  CHECK(localize_detail::slip_beside(report, Edition::form_2019, first) == Slip::unexplained);
}

TEST_CASE("A number in units of ten thousand, or taken out of them, is told as the unit's") {
  Report report = small_report();
  report.requests.outcomes.granted.total = 560'000;
  CHECK(only_suspect(report).slip == Slip::unit);
  for (Applicants* const row :
       {&report.requests.received, &report.requests.outcomes.granted, &report.requests.outcomes.total}) {
    *row = {560'000, 0, 0, 0, 0, 0, 560'000};
  }
  report.requests.outcomes.granted.total = 56;
  CHECK(only_suspect(report).slip == Slip::unit);
}

TEST_CASE("A cell that stands in several answers is one suspect of a finding, with each of its values") {
  std::mt19937 random(3);
  Report report = testing::random_clean_report(random, Edition::form_2021);
  Applicants& granted = report.requests.outcomes.granted;
  granted.natural_person = granted.natural_person.raw() + 1;
  granted.total = granted.total.raw() + 1;
  const Localization localization = localize(report);
  REQUIRE(localization.faults.size() == 1);
  REQUIRE(localization.faults[0].answers.size() > 2);
  Assessment assessment = check(report);
  attach_suspects(assessment, localization);
  std::size_t attached = 0;
  for (const Finding& finding : assessment.findings) {
    for (std::size_t i = 0; i < finding.suspects.size(); ++i) {
      ++attached;
      for (std::size_t k = i + 1; k < finding.suspects.size(); ++k) {
        const Suspect &a = finding.suspects[i], &b = finding.suspects[k];
        CHECK_FALSE((a.cell == b.cell && a.low == b.low && a.high == b.high));
      }
    }
  }
  CHECK(attached > 2);
}

TEST_CASE("A suspect that two answers have is attached once, and with another value again") {
  Suspect suspect;
  suspect.cell = find_cell("requests.received.total")->index;
  suspect.low = suspect.high = 9;
  Suspect other_low = suspect, other_high = suspect;
  other_low.low = 8;
  other_high.high = 10;
  Fault fault;
  fault.answers = {Answer{{suspect}}, Answer{{suspect}}, Answer{{other_low}}, Answer{{other_high}}};
  Localization localization;
  localization.faults = {fault};
  Assessment assessment;
  Finding& finding = assessment.findings.emplace_back();
  finding.rule = "requests.row_total";
  finding.cells = {{suspect.cell, 7, {}}};
  attach_suspects(assessment, localization);
  CHECK(assessment.findings[0].suspects.size() == 3);
  CHECK(localize_detail::changes_same(fault.answers[0], fault.answers[1]));
  CHECK_FALSE(localize_detail::changes_same(fault.answers[0], fault.answers[2]));
  CHECK_FALSE(localize_detail::changes_same(fault.answers[0], fault.answers[3]));
}

TEST_CASE(
    "Of two cells that would do, that is named which the bodies below agree with; a range is no suggestion to agree "
    "with") {
  Report report = small_report(), town = report;
  report.litigation.direct = {5, 0, 0, 0, 0};
  town.litigation.direct = {5, 0, 0, 0, 5};
  const Child children[] = {{"某镇", &town}};
  Dossier dossier{&report, nullptr};
  const auto likely_of = [&] {
    const Assessment assessment = check_and_locate(dossier);
    const auto located = std::find_if(assessment.findings.begin(), assessment.findings.end(), is_located);
    REQUIRE(located != assessment.findings.end());
    return located->likely() == nullptr ? std::string_view() : cells[located->likely()->cell].key;
  };
  CHECK(likely_of().empty());
  dossier.children = children;
  CHECK(likely_of() == "litigation.direct.total");

  report = small_report();
  report.review = {5, -2, 0, 0, 3};
  const Witness witness{find_cell("review.corrected")->index, WitnessKind::children, 0, {}};
  for (const Fault& fault : localize(report, {BlankPolicy::as_zero, {&witness, 1}, 1000}).faults) {
    for (const Answer& answer : fault.answers) {
      for (const Suspect& suspect : answer.suspects) {
        CHECK((suspect.is_exact() || suspect.witnesses.empty()));
      }
    }
  }
}

TEST_CASE("A sum of bodies that the wrong cell breaks is of the same cause, and an error is kept before a warning") {
  Report report = small_report(), town = report;
  report.requests.received.total = 86;
  const Child children[] = {{"某镇", &town}};
  Dossier dossier{&report, nullptr};
  dossier.children = children;
  const Assessment assessment = check_and_locate(dossier);
  const auto located = std::find_if(assessment.findings.begin(), assessment.findings.end(), is_located);
  REQUIRE(located != assessment.findings.end());
  CHECK(located->severity == Severity::error);
  CHECK(std::any_of(located->same_cause.begin(), located->same_cause.end(),
                    [](const Finding& other) { return other.rule == "rollup.sum"; }));
  CHECK(std::none_of(assessment.findings.begin(), assessment.findings.end(),
                     [](const Finding& other) { return other.rule == "rollup.sum"; }));
}

TEST_CASE("The strongest finding of a cause stands for it, of equals the first") {
  const std::uint16_t cell = find_cell("requests.received.total")->index;
  Suspect suspect;
  suspect.cell = cell;
  suspect.value = 86;
  suspect.low = suspect.high = 56;
  suspect.of = 1;
  Finding mild, strong, told, open;
  mild.rule = "value.non_negative";
  mild.severity = Severity::warning;
  mild.suspects = strong.suspects = {suspect};
  strong.rule = "requests.row_total";
  strong.severity = Severity::error;
  told.rule = "narrative.received";
  told.severity = Severity::error;
  told.cells = {{cell, 86, {}}};
  told.left = 56;
  told.right = 86;
  open = told;
  open.left.reset();  // of which no difference is known
  std::vector<Finding> findings{mild, strong, told, open};
  localize_detail::join_same_causes(findings);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "requests.row_total");
  REQUIRE(findings[0].same_cause.size() == 2);
  CHECK(findings[0].same_cause[0].rule == "value.non_negative");
  CHECK(findings[0].same_cause[1].rule == "narrative.received");
  CHECK(findings[1].same_cause.empty());
}
