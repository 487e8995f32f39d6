// The rules between two years: silent on reports that follow one another, and each fires on a pair spoiled for it.
#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "support/random_dossier.hpp"

using namespace gongkai;
using testing::random_clean_years;
using testing::Years;

namespace {

constexpr auto y2019 = Edition::form_2019;
constexpr auto y2021 = Edition::form_2021;

Assessment check_years(const Years& years, const CheckOptions& options = {}) {
  Dossier dossier;
  dossier.report = &years.report;
  dossier.previous = &years.previous;
  return check(dossier, options);
}
const Finding* find(const Assessment& assessment, std::string_view rule) {
  for (const Finding& finding : assessment.findings) {
    if (finding.rule == rule) {
      return &finding;
    }
  }
  return nullptr;
}
const Coverage& coverage_of(const Assessment& assessment, std::string_view rule) {
  const Rule* found = find_rule(rule);
  REQUIRE(found != nullptr);
  return assessment.coverage[static_cast<std::size_t>(found - rule_catalog.data())];
}

/// Pairs of the three kinds: in the 2019 form, across the change of form, in the 2021 form.
Years random_years(std::mt19937& random, int kind) {
  return random_clean_years(random, kind == 2 ? y2021 : y2019, kind == 1);
}

const std::string written_text =
    "本年我县围绕群众关心的住房、就医、就学等事项主动公开信息，逐条回应来信来电，公开目录按季度更新，"
    "镇街公开专区全部建成并由专人维护，年内组织两轮培训，参训人员覆盖全部单位。";

struct Spoiler {
  const char* rule;
  int kind;
  std::function<void(Years&)> spoil;
};
const std::vector<Spoiler>& spoilers() {
  static const std::vector<Spoiler> all{
      {"years.other_body", 2,
       [](Years& y) {
         y.report.about.authority = "临江县人民政府";
         y.previous.about.authority = "海口区教育局";
       }},
      {"years.carry", 1, [](Years& y) { y.previous.requests.carried_out.total = 200; }},
      {"years.carry_by_column", 2, [](Years& y) { y.previous.requests.carried_out.other = 201; }},
      {"years.in_force_roll", 2, [](Years& y) { y.previous.disclosure.normative_documents.in_force = 90'000; }},
      {"years.items_roll", 0, [](Years& y) { y.previous.disclosure.fees.items_change = 2'000; }},
      {"years.edition_bridge", 1, [](Years& y) { y.previous.disclosure.normative_documents.total_disclosed = 90'000; }},
      {"years.pending_resolved", 0, [](Years& y) { y.previous.litigation.direct.pending = 5'000; }},
      {"years.suit_without_review", 2,
       [](Years& y) {
         y.report.review = y.previous.review = {0, 0, 0, 0, 0};
         y.previous.litigation.after_review = {0, 0, 0, 0, 0};
         y.report.litigation.after_review = {1, 0, 0, 0, 1};
       }},
      {"years.text_similarity", 2,
       [](Years& y) {
         y.previous.narrative.overview = "上年开头。" + written_text;
         y.report.narrative.overview = "今年开头。" + written_text;
       }},
      {"years.identical_tables", 1,
       [](Years& y) {
         const About about = y.report.about;
         y.report = y.previous;
         y.report.about = about;
       }},
      {"years.spike", 2, [](Years& y) { y.previous.disclosure.penalties.decisions = 90'000'000; }},
  };
  return all;
}

}  // namespace

TEST_CASE("random pairs of years that fit have no finding, and what can be compared is") {
  std::mt19937 random(21);
  for (int round = 0; round < 600; ++round) {
    const Years years = random_years(random, round % 3);
    const Assessment assessment = check_years(years);
    for (const Finding& finding : assessment.findings) {
      FAIL(message(finding, *find_rule(finding.rule), years.report.about, Language::zh));
    }
    CHECK(check(years.previous).findings.empty());
    CHECK(coverage_of(assessment, "years.carry").held == 1);
    CHECK(coverage_of(assessment, "years.carry_by_column").held == 6);
    CHECK(coverage_of(assessment, "years.items_roll").held == (round % 3 == 0 ? 5 : 0));
    CHECK(coverage_of(assessment, "years.in_force_roll").held == (round % 3 == 2 ? 2 : 0));
    CHECK(coverage_of(assessment, "years.edition_bridge").held == (round % 3 == 1 ? 2 : 0));
    CHECK(coverage_of(assessment, "years.pending_resolved").held == 3);
    CHECK(coverage_of(assessment, "years.identical_tables").held == 1);
  }
}

TEST_CASE("a change of any size in a cell that is carried over is found") {
  std::mt19937 random(22);
  struct Carried {
    const char* key;
    const char* rule;
    int kind;
  };
  constexpr Carried carried[] = {
      {"requests.carried_out.total", "years.carry", 0},
      {"requests.carried_out.total", "years.carry", 1},
      {"requests.carried_out.natural_person", "years.carry_by_column", 1},
      {"requests.carried_out.legal_service_organization", "years.carry_by_column", 2},
      {"disclosure.government_rules.in_force", "years.in_force_roll", 2},
      {"disclosure.compulsion.items_change", "years.items_roll", 0},
      {"disclosure.other_services.items_prior_year", "years.items_roll", 0},
      {"disclosure.government_rules.total_disclosed", "years.edition_bridge", 1},
  };
  for (const Carried& change : carried) {
    for (int round = 0; round < 30; ++round) {
      for (const std::int64_t error : {round + 1, -round - 1}) {
        Years years = random_years(random, change.kind);
        const CellInfo& cell = *find_cell(change.key);
        set_cell(years.previous, cell.index, *gongkai::cell(years.previous, cell.index) + error);
        const Assessment assessment = check_years(years);
        const Finding* finding = find(assessment, change.rule);
        CAPTURE(change.key);
        CAPTURE(error);
        REQUIRE(finding != nullptr);
        CHECK(std::abs(*finding->difference()) == std::abs(error));
        bool names = false;
        for (const ComparedCell& other : finding->compared) {
          names =
              names || (other.cell.cell == cell.index && other.body.empty() && other.year == years.previous.about.year);
        }
        CHECK(names);
      }
    }
  }
}

TEST_CASE("each rule between years fires on the pair spoiled for it, in words that leave nothing open") {
  std::mt19937 random(23);
  std::set<std::string_view> spoiled;
  for (const Spoiler& spoiler : spoilers()) {
    CAPTURE(spoiler.rule);
    Years years = random_years(random, spoiler.kind);
    REQUIRE(find(check_years(years), spoiler.rule) == nullptr);
    spoiler.spoil(years);
    const Assessment assessment = check_years(years);
    CHECK(find(assessment, spoiler.rule) != nullptr);
    spoiled.insert(spoiler.rule);
    for (const Finding& finding : assessment.findings) {
      for (const Language language : {Language::zh, Language::en}) {
        const std::string said = message(finding, *find_rule(finding.rule), years.report.about, language);
        CAPTURE(said);
        CHECK(said.find('{') == std::string::npos);
        CHECK(said.find('?') == std::string::npos);
      }
    }
  }
  for (const Rule& rule : rule_catalog) {
    CAPTURE(rule.id);
    CHECK((rule.scope != Scope::years || spoiled.count(rule.id) == 1));
  }
}

TEST_CASE(
    "without a report on the year before, the rules between years are not run; with one on another year they stay "
    "open") {
  std::mt19937 random(24);
  Years years = random_years(random, 2);
  const auto years_seen = [](const Assessment& assessment) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < rule_catalog.size(); ++i) {
      const Coverage& coverage = assessment.coverage[i];
      seen += rule_catalog[i].scope == Scope::years ? coverage.held + coverage.violated + coverage.open_total() : 0;
    }
    return seen;
  };
  CHECK(years_seen(check(years.report)) == 0);
  years.previous.about.year -= 1;
  years.previous.requests.carried_out.total = 999;
  const Assessment assessment = check_years(years);
  CHECK(assessment.findings.empty());
  CHECK(coverage_of(assessment, "years.carry").open[static_cast<std::size_t>(OpenReason::not_comparable)] == 1);
  years.previous.about.year = 0;  // not known: taken on trust
  CHECK(find(check_years(years), "years.carry") != nullptr);
}

TEST_CASE("a blank is not a zero between years either") {
  std::mt19937 random(25);
  Years years = random_years(random, 2);
  Applicants& out = years.previous.requests.carried_out;

  SUBCASE("a row with nothing written says nothing") {
    out = Applicants();
    const Assessment assessment = check_years(years);
    CHECK(find(assessment, "years.carry") == nullptr);
    CHECK(coverage_of(assessment, "years.carry").open[static_cast<std::size_t>(OpenReason::all_blank)] == 1);
    CHECK(coverage_of(assessment, "years.carry_by_column").open_total() == 6);
  }
  SUBCASE("a blank total stands for the sum of its parts") {
    const std::int64_t total = *out.total.get();
    out.total = Count();
    CHECK(coverage_of(check_years(years), "years.carry").assumed == 1);
    years.report.requests.carried_in.total = total + 1;
    const Assessment assessment = check_years(years);
    const Finding* finding = find(assessment, "years.carry");
    REQUIRE(finding != nullptr);
    CHECK(finding->assumed_zero);
    CHECK(finding->right == total);
  }
  SUBCASE("under the policy `unknown` only what no number can mend is found") {
    CheckOptions unknown;
    unknown.blanks = BlankPolicy::unknown;
    out = {5, Count(), 0, 0, 0, 0, Count()};
    years.report.requests.carried_in.total = 7;
    CHECK(coverage_of(check_years(years, unknown), "years.carry")
              .open[static_cast<std::size_t>(OpenReason::unknown_blank)] == 1);
    years.report.requests.carried_in.total = 4;
    const Assessment assessment = check_years(years, unknown);
    REQUIRE(find(assessment, "years.carry") != nullptr);
    CHECK(find(assessment, "years.carry")->right_is_bound);
  }
}

TEST_CASE(
    "with another body's report for last year's nothing else is compared; a name without its place is the same "
    "body's") {
  std::mt19937 random(28);
  Years years = random_years(random, 2);
  years.previous.requests.carried_out.total = 999;
  years.report.about.authority = "临江县农业农村局";
  years.previous.about.authority = "海口区教育局";
  const Assessment assessment = check_years(years);
  REQUIRE(assessment.findings.size() == 1);
  CHECK(assessment.findings[0].rule == "years.other_body");
  CHECK(message(assessment.findings[0], *find_rule("years.other_body"), years.report.about, Language::zh) ==
        "给出的上年报告是“海口区教育局”的，不是本机关的，没有作跨年比较。");
  CHECK(coverage_of(assessment, "years.carry").open[static_cast<std::size_t>(OpenReason::not_comparable)] == 1);
  years.previous.about.authority = "农业农村局";
  CHECK(find(check_years(years), "years.carry")->severity == Severity::error);
}

TEST_CASE("documents that the text says lapsed count in the roll of those in force") {
  std::mt19937 random(29);
  Years years = random_years(random, 2);
  years.report.about.year = 2024;
  years.previous.about.year = 2023;
  Documents &now = years.report.disclosure.normative_documents, &last = years.previous.disclosure.normative_documents;
  last.in_force = 50;
  now.issued = 8;
  now.repealed = 5;
  now.in_force = 51;
  REQUIRE(find(check_years(years), "years.in_force_roll") != nullptr);
  years.report.narrative.overview = "2024年制发行政规范性文件8件，废止5件，宣布失效2件。";
  CHECK(find(check_years(years), "years.in_force_roll") == nullptr);
  years.report.narrative.overview = "2024年制发行政规范性文件8件，废止5件，宣布失效3件。";
  CHECK(find(check_years(years), "years.in_force_roll") != nullptr);
}

TEST_CASE("a jump from nothing is no number of times, and a share of text that is half is not over half") {
  std::mt19937 random(30);
  Years years = random_years(random, 2);
  years.previous.disclosure.penalties.decisions = 0;
  years.report.disclosure.penalties.decisions = 120;
  const Assessment assessment = check_years(years);
  const Finding* finding = find(assessment, "years.spike");
  REQUIRE(finding != nullptr);
  CHECK(message(*finding, *find_rule("years.spike"), years.report.about, Language::zh) ==
        "“行政处罚—本年处理决定数量列”：本年120，上年0，两年中有一年为0，请核实。");
  for (int round = 0; round < 40; ++round) {
    years.previous.narrative.overview = written_text;
    std::string fresh;
    for (int i = 0; i < 20 + round; ++i) {
      fresh += std::string("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")
                   .substr(static_cast<std::size_t>((i * 7 + round) % 22) * 3, 3);
    }
    years.report.narrative.overview = written_text + fresh;
    const Assessment found = check_years(years);
    const Finding* alike = find(found, "years.text_similarity");
    CHECK((alike == nullptr || *alike->left > *alike->right));
  }
}

TEST_CASE("a body with another name than last year need only explain what it carries in") {
  std::mt19937 random(26);
  Years years = random_years(random, 2);
  years.previous.requests.carried_out.total = 999;
  years.previous.about.authority = years.report.about.authority = "临江县农业局";
  CHECK(find(check_years(years), "years.carry")->severity == Severity::error);
  years.report.about.authority = "临江县农业农村局";
  CHECK(find(check_years(years), "years.carry")->severity == Severity::warning);
}

TEST_CASE(
    "the threshold of text that may stand in last year's report is an option; new numbers do not make a text new") {
  std::mt19937 random(27);
  Years years = random_years(random, 2);
  years.previous.narrative.overview = "去年办理12件，" + written_text + "全年收到申请35件。";
  years.report.narrative.overview = "今年办理90件，" + written_text + "全年收到申请71件。";
  Assessment assessment = check_years(years);
  const Finding* finding = find(assessment, "years.text_similarity");
  REQUIRE(finding != nullptr);
  CHECK(*finding->left > 85);
  CHECK(finding->right == 50);
  CHECK(finding->detail.find("围绕群众关心的住房") != std::string::npos);
  CheckOptions lenient;
  lenient.similarity_threshold = 99;
  CHECK(find(check_years(years, lenient), "years.text_similarity") == nullptr);
  lenient.similarity_threshold = static_cast<int>(*finding->left);  // as much as that is allowed, and no more
  CHECK(find(check_years(years, lenient), "years.text_similarity") == nullptr);
  --lenient.similarity_threshold;
  CHECK(find(check_years(years, lenient), "years.text_similarity") != nullptr);
  for (const int letters : {49, 50, 0}) {  // of less than fifty nothing is said
    years.report.narrative = Narrative();
    for (int i = 0; i < letters; ++i) {
      years.report.narrative.overview += "公";
    }
    CAPTURE(letters);
    CHECK(coverage_of(check_years(years), "years.text_similarity")
              .open[static_cast<std::size_t>(OpenReason::missing_input)] == (letters < 50 ? 1 : 0));
  }
}

TEST_CASE("Suqian 2023 to 2024, golden case: everything carried over arrives") {
  Years years;
  Report &last = years.previous, &now = years.report;
  last.about.edition = now.about.edition = y2021;
  last.about.year = 2023;
  now.about.year = 2024;
  last.requests.received.total = 3511;
  last.requests.carried_in.total = 96;
  last.requests.outcomes.total.total = 3486;
  last.requests.carried_out.total = 121;
  last.disclosure.normative_documents.in_force = 597;
  last.disclosure.government_rules.in_force = 11;
  now.requests.received.total = 3525;
  now.requests.carried_in.total = 121;
  now.requests.outcomes.total.total = 3521;
  now.requests.carried_out.total = 125;
  now.disclosure.normative_documents = {Count(), Count(), Count(), 50, 227, 420};
  now.disclosure.government_rules = {Count(), Count(), Count(), 2, 1, 12};
  CheckOptions options;
  options.only = {"years.", "requests.flow_balance"};  // the case gives totals, not the cells that make them up
  const Assessment assessment = check_years(years, options);
  CHECK(assessment.findings.empty());
  CHECK(coverage_of(assessment, "years.carry").held == 1);
  CHECK(coverage_of(assessment, "years.in_force_roll").held == 2);
  CHECK(coverage_of(assessment, "requests.flow_balance").held == 1);
}
