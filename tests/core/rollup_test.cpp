// The rules between a report and the bodies it includes, and the adding up of those.
#include <doctest/doctest.h>

#include <deque>
#include <set>

#include "gongkai/aggregate.hpp"
#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "support/random_report.hpp"

using namespace gongkai;
using testing::random_clean_report;

namespace {

constexpr auto y2019 = Edition::form_2019;
constexpr auto y2021 = Edition::form_2021;

/// A body and those it includes, with the report that is their sum.
struct Family {
  std::deque<Report> reports;
  std::deque<std::string> names;
  std::vector<Child> children;
  Report parent;

  Report& add(std::mt19937& random, Edition edition) {
    Report& report = reports.emplace_back(random_clean_report(random, edition));
    report.about.year = edition == y2019 ? 2020 : 2023;
    names.push_back("第" + std::to_string(names.size() + 1) + "镇");
    children.push_back({names.back(), &report});
    return report;
  }
};
Family random_family(std::mt19937& random, Edition edition, int size) {
  Family family;
  for (int i = 0; i < size; ++i) {
    family.add(random, edition);
  }
  family.parent = aggregate(family.children).report;
  return family;
}

Assessment check_family(const Family& family, bool are_complete = false, const CheckOptions& options = {}) {
  Dossier dossier;
  dossier.report = &family.parent;
  dossier.children = family.children;
  dossier.children_are_complete = are_complete;
  return check(dossier, options);
}
std::vector<const Finding*> find(const Assessment& assessment, std::string_view rule) {
  std::vector<const Finding*> found;
  for (const Finding& finding : assessment.findings) {
    if (finding.rule == rule) {
      found.push_back(&finding);
    }
  }
  return found;
}
const Coverage& coverage_of(const Assessment& assessment, std::string_view rule) {
  const Rule* found = find_rule(rule);
  REQUIRE(found != nullptr);
  return assessment.coverage[static_cast<std::size_t>(found - rule_catalog.data())];
}
std::uint32_t open_because(const Assessment& assessment, std::string_view rule, OpenReason reason) {
  return coverage_of(assessment, rule).open[static_cast<std::size_t>(reason)];
}

constexpr std::size_t received_total = 35;
static_assert(cells[received_total].key == "requests.received.total");

}  // namespace

TEST_CASE("a report that is the sum of random clean reports has no finding, and neither have they beside it") {
  std::mt19937 random(31);
  for (int round = 0; round < 200; ++round) {
    const Edition edition = round % 2 == 0 ? y2019 : y2021;
    const Family family = random_family(random, edition, 1 + round % 7);
    const Assessment assessment = check_family(family, round % 3 == 0);
    for (const Finding& finding : assessment.findings) {
      FAIL(message(finding, *find_rule(finding.rule), family.parent.about, Language::zh));
    }
    CHECK(coverage_of(assessment, "rollup.sum").held == cells_of(edition).size());
    CHECK(coverage_of(assessment, "rollup.missing_child").held == family.children.size());
  }
}

TEST_CASE("a wrong cell of the sum is found, whichever it is, with what each body contributes") {
  std::mt19937 random(32);
  for (const Edition edition : {y2019, y2021}) {
    Family family = random_family(random, edition, 4);
    const Report clean = family.parent;
    for (const CellInfo& info : cells) {
      if (!has(info.editions, edition)) {
        continue;
      }
      for (const std::int64_t error : {1, -1, 3, -3, 1000}) {
        const std::int64_t sum = *cell(clean, info.index);
        family.parent = clean;
        set_cell(family.parent, info.index, sum + error);
        const Assessment assessment = check_family(family);
        const std::vector<const Finding*> found = find(assessment, "rollup.sum");
        CAPTURE(info.key);
        REQUIRE(found.size() == 1);
        CHECK(found[0]->cells.front().cell == info.index);
        CHECK(found[0]->difference() == error);
        CHECK(found[0]->severity == Severity::warning);
        std::int64_t contributed = 0;
        for (const ComparedCell& other : found[0]->compared) {
          CHECK(other.cell.cell == info.index);
          contributed += other.cell.value.value_or(0);
        }
        CHECK(contributed == sum);
      }
    }
  }
}

TEST_CASE("a body left out of the sum is one finding, and a slip in the sum is not taken for one") {
  std::mt19937 random(41);
  for (const Edition edition : {y2019, y2021}) {
    Family family = random_family(random, edition, 4);
    family.children.pop_back();  // the office itself
    const Assessment assessment = check_family(family);
    const std::vector<const Finding*> found = find(assessment, "rollup.sum");
    REQUIRE(found.size() == 1);
    CHECK(found[0]->cells.size() > 4);
    CHECK(cells[found[0]->cells.front().cell].key == "requests.outcomes.total.total");
    CHECK(message(*found[0], *find_rule("rollup.sum"), family.parent.about, Language::zh).find("漏了一个单位") !=
          std::string::npos);
    CHECK(found[0]->severity == find_rule("rollup.sum")->severity);
    const Assessment sure = check_family(family, true);  // an error where these are said to be all
    REQUIRE(find(sure, "rollup.sum").size() == 1);
    CHECK(find(sure, "rollup.sum")[0]->severity == Severity::error);
    family.parent.requests.outcomes.granted.natural_person =
        *family.parent.requests.outcomes.granted.natural_person.get() + 1;
    CHECK(find(check_family(family), "rollup.sum").size() > 1);
  }
}

TEST_CASE("a sum that differs is an error only where the list of bodies is asserted to be complete") {
  std::mt19937 random(33);
  Family family = random_family(random, y2021, 3);
  family.parent.disclosure.licensing.decisions = *family.parent.disclosure.licensing.decisions.get() + 1;
  CHECK(check_family(family).count(Severity::error) == 0);
  CHECK(check_family(family, true).count(Severity::error) == 1);
  CheckOptions mild;
  mild.severities = {{"rollup.", Severity::info}};
  CHECK(check_family(family, true, mild).count(Severity::error) == 0);
}

TEST_CASE("a body left out of the sum is named where the difference is its figure") {
  std::mt19937 random(34);
  Family family = random_family(random, y2021, 3);
  family.reports[1].disclosure.penalties.decisions = 7'777'777;
  const Family two{{}, {}, {family.children[0], family.children[2]}, {}};
  family.parent = aggregate(two.children).report;
  const Assessment assessment = check_family(family);
  bool named = false;
  for (const Finding* finding : find(assessment, "rollup.sum")) {
    const std::string said = message(*finding, *find_rule("rollup.sum"), family.parent.about, Language::zh);
    named = named || said.find("差额正好是“第2镇”所填的数，可能漏加。") != std::string::npos;
    CHECK(said.find('{') == std::string::npos);
  }
  CHECK(named);
}

TEST_CASE("with a report missing the sum is a lower bound: less is found, more stays open") {
  std::mt19937 random(35);
  Family family = random_family(random, y2021, 4);
  const std::int64_t all = *family.parent.requests.received.total.get();
  const std::int64_t without = all - *family.reports[2].requests.received.total.get();
  for (const Gap gap : {Gap::missing, Gap::unreadable}) {
    family.children[2].report = nullptr;
    family.children[2].gap = gap;
    family.parent.requests.received.total = all;
    Assessment assessment = check_family(family);
    CHECK(find(assessment, "rollup.sum").empty());
    CHECK(open_because(assessment, "rollup.sum", OpenReason::reports_missing) == cells_of(y2021).size());
    REQUIRE(find(assessment, "rollup.missing_child").size() == 1);
    const Finding& missing = *find(assessment, "rollup.missing_child").front();
    CHECK(missing.severity == Severity::info);
    CHECK(message(missing, *find_rule(missing.rule), family.parent.about, Language::zh).find("第3镇") !=
          std::string::npos);

    family.parent.requests.received.total = without - 1;
    assessment = check_family(family);
    REQUIRE(find(assessment, "rollup.sum").size() == 1);
    CHECK(find(assessment, "rollup.sum").front()->right_is_bound);
    CHECK(find(assessment, "rollup.sum").front()->right == without);
  }
}

TEST_CASE("a report on another year and a second one of the same body are named and not added") {
  std::mt19937 random(36);
  Family family = random_family(random, y2021, 4);
  family.names[3] = family.names[1];
  family.children[3].name = family.names[3];
  family.reports[0].about.year = 2022;
  const Aggregate sum = aggregate(family.children, {"临江县人民政府", 2023});
  REQUIRE(sum.not_added.size() == 2);
  CHECK(sum.not_added[0].gap == Gap::other_year);
  CHECK(sum.not_added[1].gap == Gap::duplicate);
  CHECK(sum.added == 2);
  CHECK(cell(sum.report, received_total) ==
        *cell(family.reports[1], received_total) + *cell(family.reports[2], received_total));
  CHECK(find(check_family(family), "rollup.missing_child").size() == 2);
}

TEST_CASE("a body with more than the whole is found, in one finding with all its cells") {
  std::mt19937 random(37);
  Family family = random_family(random, y2021, 2);
  family.reports[0].review.total = *family.parent.review.total.get() + 1;
  family.reports[0].disclosure.fees.amount = Money::fen(*family.parent.disclosure.fees.amount.get() + 250);
  const Assessment assessment = check_family(family);
  const std::vector<const Finding*> found = find(assessment, "rollup.child_exceeds_parent");
  REQUIRE(found.size() == 1);
  CHECK(found[0]->detail == "第1镇");
  CHECK(found[0]->cells.size() == 2);
  CHECK(coverage_of(assessment, "rollup.child_exceeds_parent").held == 1);
}

TEST_CASE("every rule of roll-up fires in a test above, and none is run without children") {
  std::size_t rules = 0;
  for (const Rule& rule : rule_catalog) {
    rules += rule.scope == Scope::rollup;
  }
  CHECK(rules == 3);
  std::mt19937 random(38);
  const Assessment assessment = check(random_clean_report(random, y2021));
  for (const char* rule : {"rollup.sum", "rollup.child_exceeds_parent", "rollup.missing_child"}) {
    const Coverage& coverage = coverage_of(assessment, rule);
    CHECK(coverage.held + coverage.violated + coverage.open_total() == 0);
  }
}

TEST_CASE("adding up in steps is adding up at once: town, county, city, province") {
  std::mt19937 random(39);
  for (const Edition edition : {y2019, y2021}) {
    std::deque<Family> counties;  // a vector would copy them, and children point into them
    std::deque<Report> totals;
    std::vector<Child> leaves, nodes;
    for (int i = 0; i < 6; ++i) {
      counties.push_back(random_family(random, edition, 1 + i));
    }
    for (const Family& county : counties) {
      leaves.insert(leaves.end(), county.children.begin(), county.children.end());
      totals.push_back(county.parent);
      nodes.push_back({"", &totals.back()});
    }
    for (Child& leaf : leaves) {
      leaf.name = {};  // towns of different counties may have the same name
    }
    const std::vector<Child> west(nodes.begin(), nodes.begin() + 2), east(nodes.begin() + 2, nodes.end());
    const Report cities[] = {aggregate(west).report, aggregate(east).report};
    const std::vector<Child> province{{"西市", &cities[0]}, {"东市", &cities[1]}};
    CHECK(static_cast<const Figures&>(aggregate(province).report) ==
          static_cast<const Figures&>(aggregate(leaves).report));
  }
}

TEST_CASE("blanks in a body's report count 0, a blank total is the sum of its parts; all blank stays blank") {
  std::mt19937 random(40);
  Family family = random_family(random, y2021, 3);
  const Report full = family.parent;
  const std::int64_t of_first = *family.reports[0].requests.received.commercial_enterprise.get();
  family.reports[0].requests.received.commercial_enterprise = Count();
  family.reports[1].requests.received.total = Count();
  for (Report& report : family.reports) {
    report.disclosure.compulsion.decisions = Count();
  }
  const Aggregate sum = aggregate(family.children);
  CHECK(sum.not_added.empty());
  CHECK(sum.report.requests.received.commercial_enterprise ==
        Count(*full.requests.received.commercial_enterprise.get() - of_first));
  CHECK(sum.report.requests.received.total == full.requests.received.total);
  CHECK(sum.report.disclosure.compulsion.decisions.is_blank());

  AggregateOptions unknown;
  unknown.blanks = BlankPolicy::unknown;
  const Aggregate strict = aggregate(family.children, unknown);
  CHECK(strict.report.requests.received.commercial_enterprise.is_blank());
  REQUIRE_FALSE(strict.not_added.empty());
  CHECK(strict.not_added.front().gap == Gap::unknown_blank);
  CHECK(strict.not_added.front().cells.has(find_cell("requests.received.commercial_enterprise")->index));
}

TEST_CASE("a cell that one body's report does not show leaves the total blank, and is listed") {
  std::mt19937 random(41);
  Family family = random_family(random, y2021, 2);
  Reading reading;
  reading.report = family.reports[0];
  reading.report.requests.received.total = Count();
  reading.sources[received_total].state = CellState::unreadable;
  family.children[0].report = &reading.report;
  family.children[0].reading = &reading;
  const Aggregate sum = aggregate(family.children);
  CHECK_FALSE(cell(sum.report, received_total).has_value());
  REQUIRE(sum.not_added.size() == 1);
  CHECK(sum.not_added[0].body == "第1镇");
  CHECK(sum.not_added[0].gap == Gap::unread_cell);
  CHECK(sum.not_added[0].cells.size() == 1);
  CHECK(open_because(check_family(family), "rollup.sum", OpenReason::unreadable) == 1);

  reading.sources[received_total].state = CellState::blank;  // a blank total over a part that was not read is no sum
  reading.sources[find_cell("requests.received.natural_person")->index].state = CellState::unreadable;
  reading.report.requests.received.natural_person = Count();
  const Aggregate part = aggregate(family.children);
  CHECK_FALSE(cell(part.report, received_total).has_value());
  REQUIRE(part.not_added.size() == 1);
  CHECK(part.not_added[0].gap == Gap::unread_cell);
  CHECK(part.not_added[0].cells.size() == 2);
}

TEST_CASE("reports on both forms are added where the forms agree; the rest is listed") {
  std::mt19937 random(42);
  Family family = random_family(random, y2021, 2);
  family.add(random, y2019).about.year = 2023;  // a body that used the old form
  const Aggregate sum = aggregate(family.children);
  CHECK(sum.report.about.edition == y2021);
  CHECK(sum.added == 3);
  CellSet listed;
  for (const NotAdded& part : sum.not_added) {
    CHECK(part.gap == Gap::other_edition);
    part.cells.for_each([&](std::size_t cell) { listed.add(cell); });
  }
  for (const CellInfo& info : cells) {
    CAPTURE(info.key);
    CHECK(cell(sum.report, info.index).has_value() == (info.editions == Editions::both));
    CHECK((info.editions != Editions::both || !listed.has(info.index)));
  }
  CHECK(listed.has(find_cell("disclosure.fees.amount")->index));

  family.parent = sum.report;
  family.parent.disclosure.fees.amount = Money::fen(1);  // less than two of the three collected
  const Assessment assessment = check_family(family);
  REQUIRE(find(assessment, "rollup.sum").size() == 1);
  CHECK(find(assessment, "rollup.sum").front()->right_is_bound);
  family.parent.disclosure.fees.amount = Money::yuan(1'000'000'000'000);
  CHECK(open_because(check_family(family), "rollup.sum", OpenReason::not_comparable) == 1);

  for (const auto& [year, form] : {std::pair{2018, Edition::unknown}, {2019, y2019}, {2020, y2019}, {2021, y2021}}) {
    for (Report& report : family.reports) {
      report.about.year = year;
    }
    CHECK(aggregate(family.children).report.about.edition == form);  // that of the year
  }
}

TEST_CASE("a sum that the form cannot hold is listed, and found to exceed any report") {
  std::mt19937 random(43);
  Family family = random_family(random, y2021, 12'000);
  for (Report& report : family.reports) {
    report.disclosure.licensing.decisions = Count::limit;
  }
  const Aggregate sum = aggregate(family.children);
  CHECK(sum.report.disclosure.licensing.decisions.is_blank());
  CHECK(sum.not_added.size() == family.children.size());
  CHECK(sum.not_added.front().gap == Gap::too_large);
  CHECK(find(check_family(family), "rollup.sum").size() == 1);
}

TEST_CASE("a sum is added up to the largest number that a cell can hold, and listed from the next on") {
  for (const CellInfo& info : cells) {
    if (!has(info.editions, y2021) || tables[info.row_info().table].section != 2) {  // elsewhere parts and totals speak
      continue;
    }
    const std::int64_t most = info.is_money ? Money::limit : Count::limit;
    for (const std::int64_t sign : {1, -1}) {
      CAPTURE(info.key);
      CAPTURE(sign);
      Family family;
      for (const std::int64_t part : {most, std::int64_t{0}}) {
        Report& report = family.reports.emplace_back();
        report.about.year = 2023;
        report.about.edition = y2021;
        set_cell(report, info.index, sign * part);
        family.names.push_back(part == 0 ? "乙镇" : "甲镇");
        family.children.push_back({family.names.back(), &report});
      }
      const Aggregate held = aggregate(family.children);
      CHECK(cell(held.report, info.index) == sign * most);
      CHECK(held.not_added.empty());
      set_cell(family.reports.back(), info.index, sign);
      const Aggregate beyond = aggregate(family.children);
      CHECK_FALSE(cell(beyond.report, info.index).has_value());
      REQUIRE(beyond.not_added.size() == 2);
      CHECK(beyond.not_added.front().gap == Gap::too_large);
    }
  }
}

TEST_CASE("nothing to add gives an empty total") {
  const Aggregate none = aggregate({});
  CHECK(none.added == 0);
  CHECK(static_cast<const Figures&>(none.report) == Figures());
  const Child missing{"某镇"};
  const Aggregate one = aggregate(std::span(&missing, 1));
  REQUIRE(one.not_added.size() == 1);
  CHECK(one.not_added[0].gap == Gap::missing);
}
