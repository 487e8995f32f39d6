// The check as a whole: what is found, what stays open, what the options change, and that it costs no memory when
// clean.
#include "gongkai/check.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <new>
#include <set>

#include "support/clean_reading.hpp"

using namespace gongkai;
using testing::random_clean_report;

namespace {

std::size_t allocations = 0;  // NOLINT: counted by the operator new below

bool names(const Finding& finding, std::size_t cell) {
  for (const CellValue& named : finding.cells) {
    if (named.cell == cell) {
      return true;
    }
  }
  return false;
}
bool is_equation(std::string_view rule) {
  return rule.substr(0, 9) == "requests." || rule == "review.total" || rule == "litigation.direct_total" ||
         rule == "litigation.after_review_total";
}
const Coverage& coverage_of(const Assessment& assessment, std::string_view rule) {
  for (std::size_t i = 0; i < rule_catalog.size(); ++i) {
    if (rule_catalog[i].id == rule) {
      return assessment.coverage[i];
    }
  }
  throw std::logic_error("no such rule");
}
std::uint32_t open_because(const Assessment& assessment, std::string_view rule, OpenReason reason) {
  return coverage_of(assessment, rule).open[static_cast<std::size_t>(reason)];
}

}  // namespace

// Not inlined: seen in pairs with the library's own, g++ -O3 takes them for mismatched.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) {
    throw std::bad_alloc();
  }
  return memory;
}
// std::stable_sort asks for its buffer in this way; unreplaced, the buffer would come from elsewhere and end in free.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

TEST_CASE("random clean reports of both editions have no finding") {
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    const Report report = random_clean_report(random, round % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    const Assessment assessment = check(report);
    CHECK(assessment.findings.empty());
    for (const char* rule : {"requests.flow_balance", "requests.outcomes_sum", "requests.row_total"}) {
      CHECK(coverage_of(assessment, rule).open_total() == 0);
    }
    CHECK(coverage_of(assessment, "requests.row_total").held == (round % 2 == 0 ? 23 : 25));
  }
}

TEST_CASE("any one wrong cell of tables three and four in a filled report is named by an equation") {
  std::mt19937 random(2);
  for (int round = 0; round < 6; ++round) {
    const Edition edition = round % 2 == 0 ? Edition::form_2019 : Edition::form_2021;
    const Report clean = random_clean_report(random, edition);
    for (const CellInfo& info : cells) {
      if (info.table_info().section == 2 || !has(info.editions, edition)) {
        continue;
      }
      for (const std::int64_t size :
           {std::int64_t{1}, std::uniform_int_distribution<std::int64_t>(2, 999)(random), std::int64_t{1000}}) {
        for (const std::int64_t error : {size, -size}) {
          Report report = clean;
          set_cell(report, info.index, *cell(report, info.index) + error);
          bool named = false;
          for (const Finding& finding : check(report).findings) {
            named = named || (is_equation(finding.rule) && names(finding, info.index));
          }
          CAPTURE(info.key);
          CAPTURE(error);
          CHECK(named);
        }
      }
    }
  }
}

TEST_CASE("the detection matrix: which rules see an error of three in a cell, under either policy for blanks") {
  std::mt19937 random(4);
  for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
    const Report clean = random_clean_report(random, edition);
    for (const BlankPolicy blanks : {BlankPolicy::as_zero, BlankPolicy::unknown}) {
      CheckOptions options;
      options.blanks = blanks;
      std::map<std::string, std::size_t> seen;  // by the rules that see it, sections two to four
      std::size_t tried = 0, named_in_sums = 0, in_sums = 0;
      for (const CellInfo& info : cells) {
        if (!has(info.editions, edition)) {
          continue;
        }
        for (const std::int64_t error : {-3, 3}) {
          Report report = clean;
          set_cell(report, info.index, *cell(report, info.index) + error);
          std::set<std::string_view> rules;
          for (const Finding& finding : check(report, options).findings) {
            rules.insert(finding.rule);
          }
          std::string words;
          for (const std::string_view rule : rules) {
            words.append(words.empty() ? "" : " + ").append(rule);
          }
          ++tried;
          ++seen[fmt::format("section {}: {}", info.table_info().section, words.empty() ? "none" : words)];
          const bool has_sums = info.table_info().section != 2;
          in_sums += has_sums;
          named_in_sums += has_sums && !rules.empty();
        }
      }
      std::string table;
      for (const auto& [rules, count] : seen) {
        table += fmt::format("\n  {:4} {}", count, rules);
      }
      MESSAGE((edition == Edition::form_2019 ? "2019" : "2021"),
              (blanks == BlankPolicy::unknown ? ", blanks unknown" : ", blanks as zero"), ", errors tried: ", tried,
              table);
      CHECK(named_in_sums == in_sums);
    }
  }
}

TEST_CASE("a clean check allocates nothing") {
  std::mt19937 random(3);
  const Report report = random_clean_report(random, Edition::form_2021);
  const std::size_t before = allocations;
  const Assessment assessment = check(report);
  CHECK(allocations == before);
  CHECK(assessment.findings.empty());
}

TEST_CASE("a blank part counts 0, a blank total stands for the sum of its parts") {
  std::mt19937 random(4);
  Report report = random_clean_report(random, Edition::form_2021);
  Applicants& granted = report.requests.outcomes.granted;

  SUBCASE("the totals of all rows left blank under a grand total: nothing wrong, the sums of the rows are open") {
    for (const CellInfo& info : cells) {
      if (info.row_info().type == RowType::applicants && info.column_info().name == "total" &&
          info.row_info().key != "requests.outcomes.total" &&
          info.row_info().key.substr(0, 17) == "requests.outcomes") {
        set_cell(report, info.index, std::nullopt);
      }
    }
    const Assessment assessment = check(report);
    CHECK(assessment.count(Severity::error) == 0);
    CHECK(open_because(assessment, "requests.row_total", OpenReason::blank_total) == 21);
    CHECK(coverage_of(assessment, "requests.outcomes_sum").held == 7);
    {
      set_cell(report, find_cell("requests.outcomes.total.total")->index,
               *report.requests.outcomes.total.total.get() + 3);
      CHECK(coverage_of(check(report), "requests.outcomes_sum").violated == 1);
    }
  }
  SUBCASE("blank parts are zero, and it is said that this was assumed") {
    granted = {};
    granted.total = 0;
    report.requests = Requests();
    report.requests.received.natural_person = 5;
    report.requests.received.total = 5;
    report.requests.outcomes.granted.natural_person = 5;
    report.requests.outcomes.granted.total = 5;
    report.requests.outcomes.total.natural_person = 5;
    report.requests.outcomes.total.total = 5;
    const Assessment assessment = check(report);
    CHECK(assessment.count(Severity::error) == 0);
    CHECK(coverage_of(assessment, "requests.row_total").assumed == 3);
    report.requests.outcomes.granted.other = 3;  // a mere addition to a blank is found
    CHECK(check(report).count(Severity::error) != 0);
  }
}

TEST_CASE("with blanks unknown only what no value could mend is a violation") {
  CheckOptions unknown;
  unknown.blanks = BlankPolicy::unknown;
  unknown.only = {"requests.row_total"};
  Report report;
  report.about.edition = Edition::form_2021;
  Applicants& row = report.requests.received;
  row.natural_person = 5;
  row.total = 7;
  Assessment assessment = check(report, unknown);
  CHECK(assessment.findings.empty());
  CHECK(open_because(assessment, "requests.row_total", OpenReason::unknown_blank) == 1);
  row.total = 4;  // the blanks cannot be negative
  assessment = check(report, unknown);
  REQUIRE(assessment.findings.size() == 1);
  CHECK(assessment.findings[0].left_is_bound);
  CHECK(assessment.findings[0].left == 5);
  row = {5, 0, 0, 0, 0, 0, 5};
  CHECK(coverage_of(check(report, unknown), "requests.row_total").held == 1);
}

TEST_CASE("a cell that could not be read leaves its equations open, never wrong, whatever stood there") {
  const Reading clean = testing::clean_reading(Edition::form_2021);
  int tried = 0;
  for (const CellInfo& info : cells) {
    if (info.table_info().section == 2 || cell(clean.report, info.index).value_or(0) == 0) {
      continue;  // a 0 would hide a cell that counts as one
    }
    ++tried;
    Reading reading = clean;
    set_cell(reading.report, info.index, std::nullopt);
    reading.sources[info.index].state = CellState::unreadable;
    const Assessment assessment = check(reading);
    std::uint32_t open = 0;
    for (const Coverage& coverage : assessment.coverage) {
      open += coverage.open[static_cast<std::size_t>(OpenReason::unreadable)];
    }
    CAPTURE(info.key);
    CHECK(assessment.count(Severity::error) == 0);
    CHECK(open >= 1);
  }
  CHECK(tried > 50);
}

TEST_CASE("a 2021 report with the one row of 2019 keeps it, counts it, and is told so") {
  std::mt19937 random(5);
  Report report = random_clean_report(random, Edition::form_2019);
  report.disclosure = random_clean_report(random, Edition::form_2021).disclosure;
  report.about.edition = Edition::form_2021;
  report.about.year = 2023;
  const Assessment assessment = check(report);
  CHECK(assessment.count(Severity::error) == 0);
  CHECK(coverage_of(assessment, "requests.outcomes_sum").violated == 0);
  CHECK(coverage_of(assessment, "form.other_edition").violated == 1);
}

TEST_CASE("findings come in the order of the rules, then of the cells") {
  std::mt19937 random(6);
  Report report = random_clean_report(random, Edition::form_2021);
  report.requests.carried_out.total = 999;
  report.requests.outcomes.denied.state_secret.total = 999;
  report.requests.received.total = 999;
  report.review.total = 999;
  std::size_t last_rule = 0, last_cell = 0;
  for (const Finding& finding : check(report).findings) {
    std::size_t rule = 0;
    while (rule_catalog[rule].id != finding.rule) {
      ++rule;
    }
    CHECK(rule >= last_rule);
    last_cell = rule == last_rule ? last_cell : 0;
    CHECK(finding.cells.front().cell >= last_cell);
    last_rule = rule;
    last_cell = finding.cells.front().cell;
  }
}

TEST_CASE("options choose rules by prefix and set severities") {
  Report report;
  report.about.edition = Edition::form_2021;
  report.requests.received.total = 3;
  report.review.total = 3;
  CheckOptions options;
  options.only = {"review.", "requests.row"};
  options.except = {"requests.row_total"};
  options.severities = {{"review", Severity::warning}, {"review.total", Severity::info}};
  const Assessment assessment = check(report, options);
  REQUIRE(assessment.findings.size() == 1);
  CHECK(assessment.findings[0].rule == "review.total");
  CHECK(assessment.findings[0].severity == Severity::info);
}

TEST_CASE("a severity that is asked for holds even where it is the rule's own and the rule grades its findings") {
  Report report;
  report.about.edition = Edition::form_2021;
  CheckOptions options;
  options.only = {"value.blank"};
  REQUIRE(check(report, options).count(Severity::warning) == 3);  // sections with nothing but blanks
  options.severities = {{"value.blank", Severity::info}};
  CHECK(check(report, options).count(Severity::info) == 3);
}

TEST_CASE("coverage counts every instance, however many there are") {
  Reading reading = testing::clean_reading(Edition::form_2021);
  reading.notes.assign(70'000, {NoteKind::unknown_row, {}, -1, -1, "x"});
  CHECK(coverage_of(check(reading), "form.unknown_row").violated == 70'000);
}

TEST_CASE("a rule from outside the library runs after the catalogue") {
  static const Rule own{"own.many_requests",
                        Severity::warning,
                        Scope::report,
                        Editions::both,
                        Ground::practice,
                        {"", ""},
                        {"", ""},
                        {"", ""},
                        {"", ""},
                        [](const Subject& subject, Verdicts& verdicts) {
                          const Count& total = subject.report().requests.received.total;
                          if (total.value_or(0) > 100) {
                            verdicts.violated(std::array{subject.index_of(total)}).left = total.get();
                          } else {
                            verdicts.held();
                          }
                        }};
  CheckOptions options;
  options.only = {"own."};
  options.extra_rules = {&own, 1};
  Report report;
  report.requests.received.total = 101;
  Assessment assessment = check(report, options);
  REQUIRE(assessment.findings.size() == 1);
  CHECK(cells[assessment.findings[0].cells[0].cell].key == "requests.received.total");
  CHECK(assessment.extra_coverage[0].violated == 1);
}

TEST_CASE("an own rule looks at a report on an older form too, which the catalogue's rules leave alone") {
  static const Rule own{rule_catalog[0]};
  Rule rule = own;
  rule.id = "own.rule";
  rule.scope = Scope::report;
  rule.editions = Editions::both;
  rule.run = [](const Subject&, Verdicts& verdicts) { verdicts.violated(); };
  CheckOptions options;
  options.extra_rules = {&rule, 1};
  Report report;
  report.about.year = 2016;
  report.review.total = -3;
  const Assessment assessment = check(report, options);
  REQUIRE(assessment.findings.size() == 2);
  CHECK(assessment.findings[0].rule == "document.older_form");
  CHECK(assessment.findings[1].rule == "own.rule");
}

TEST_CASE("traditional writing is told by the title or by the text, with a document or without") {
  const auto found = [](const char* title, const char* overview, bool has_document) {
    Reading reading = testing::clean_reading(Edition::form_2021);
    reading.report.about.title = title;
    reading.report.narrative.overview = overview;
    CheckOptions options;
    options.only = {"narrative.received"};
    return check(has_document ? Dossier{&reading.report, &reading} : Dossier{&reading.report, nullptr}, options)
        .findings.size();
  };
  for (const bool has_document : {true, false}) {
    CHECK(found("年度報告", "全縣共收到政府信息公開申請99999件。", has_document) == 1);
    CHECK(found("", "全縣共收到政府信息公開申請99999件。", has_document) == 1);
    CHECK(found("年度報告", "全县共收到政府信息公开申请99999件。", has_document) == 1);
    CHECK(found("", "全县共收到政府信息公开申请99999件。", has_document) == 1);
  }
}

TEST_CASE("a late publication is found in data without a document too") {
  Report report = testing::clean_reading(Edition::form_2021).report;
  report.about.year = 2024;
  report.about.publication_date = {2025, 4, 10};
  CheckOptions options;
  options.only = {"document.deadline_government"};
  const Assessment assessment = check(report, options);
  REQUIRE(assessment.findings.size() == 1);
  CHECK(assessment.findings[0].severity == find_rule("document.deadline_government")->severity);
}

TEST_CASE("a fingerprint stays while values stay, and moves when one moves") {
  Report report;
  report.about.edition = Edition::form_2021;
  report.review.total = 3;
  CheckOptions options;
  options.only = {"review.total"};
  const std::string first = fingerprint(check(report, options).findings.at(0));
  CHECK(first.size() == 16);
  CHECK(fingerprint(check(report, options).findings.at(0)) == first);
  report.about.title = "another title";
  CHECK(fingerprint(check(report, options).findings.at(0)) == first);
  report.review.total = 4;
  CHECK(fingerprint(check(report, options).findings.at(0)) != first);
}

TEST_CASE("the largest numbers neither overflow nor wrap") {
  Report report;
  report.about.edition = Edition::form_2021;
  for (const CellInfo& info : cells) {
    set_cell(report, info.index, info.is_money ? Money::limit : Count::limit);
  }
  for (const Finding& finding : check(report).findings) {
    if (finding.rule == "requests.outcomes_sum") {
      CHECK(finding.left == 22 * Count::limit);
    }
  }
  CHECK(check(Report()).count(Severity::error) == 0);
}
