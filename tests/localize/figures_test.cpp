// How often the right cells are found: for each way of going wrong, 1,000 clean reports of either edition, spoiled.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string_view>

#include "gongkai/localize.hpp"
#include "support/slips.hpp"

using namespace gongkai;

namespace {

/// Of the reports of one scenario, in how many the spoiled cells with their right values are what.
struct Tally {
  int reports = 0;
  int among = 0;     ///< one of the answers
  int only = 0;      ///< the only one
  int first = 0;     ///< the first of the ranking
  int as_shift = 0;  ///< told as a shifted row
  int spent = 0;     ///< the budget did not suffice for all answers
  std::size_t answers = 0;
  double percent(int count) const { return 100.0 * count / reports; }
};

bool is_right(const Answer& answer, const testing::Spoiled& spoiled) {
  std::size_t right = 0;
  for (const Suspect& suspect : answer.suspects) {
    const auto cell = spoiled.find(suspect.cell);
    right += cell != spoiled.end() && suspect.is_exact() && suspect.low == cell->second;
  }
  return right == spoiled.size() && right == answer.suspects.size();
}

void count(const testing::Spoilt& spoilt, Tally& tally) {
  ++tally.reports;
  const Localization localization = localize(spoilt.report);
  REQUIRE(localization.faults.size() == 1);
  const Fault& fault = localization.faults.front();
  CHECK(fault.least <= spoilt.spoiled.size());
  tally.spent += !fault.is_complete;
  tally.answers += fault.answers.size();
  bool is_shift = false;
  for (const Answer& shift : fault.shifts) {
    is_shift = is_shift || is_right(shift, spoilt.spoiled);
  }
  for (std::size_t i = 0; i < fault.answers.size(); ++i) {
    if (is_right(fault.answers[i], spoilt.spoiled)) {
      ++tally.among;
      tally.only += fault.is_complete && fault.answers.size() == 1;
      tally.first += i == 0;
      is_shift = is_shift || fault.answers[i].suspects.front().slip == Slip::row_shifted;
    }
  }
  tally.as_shift += is_shift;
}

}  // namespace

TEST_CASE("the wrong cells are found") {
  std::map<std::string_view, Tally> by_name;
  std::string table = fmt::format("\n{:38}{:>8}{:>8}{:>8}{:>8}{:>8}{:>10}\n", "percent of reports", "among", "only",
                                  "first", "shift", "spent", "answers");
  for (const testing::Scenario& scenario : testing::scenarios) {
    Tally& tally = by_name[scenario.name];
    for (const testing::Spoilt& spoilt : testing::spoilt_reports(scenario, 2000)) {
      count(spoilt, tally);
    }
    table +=
        fmt::format("{:38}{:8.2f}{:8.2f}{:8.2f}{:8.2f}{:8.2f}{:10.1f}\n", scenario.name, tally.percent(tally.among),
                    tally.percent(tally.only), tally.percent(tally.first), tally.percent(tally.as_shift),
                    tally.percent(tally.spent), static_cast<double>(tally.answers) / tally.reports);
  }
  MESSAGE(table);
  const auto among = [&](const char* name) { return by_name.at(name).percent(by_name.at(name).among); };
  const auto only = [&](const char* name) { return by_name.at(name).percent(by_name.at(name).only); };
  const auto first = [&](const char* name) { return by_name.at(name).percent(by_name.at(name).first); };
  CHECK(among("one slip") == 100);
  CHECK(only("one slip") == 100);
  CHECK(among("two slips") == 100);
  CHECK(only("two slips") >= 99);
  CHECK(among("three slips") >= 99);
  CHECK(only("three slips") >= 98);  // the others have an equally small answer that is no worse
  CHECK(first("three slips") >= 99);
  CHECK(first("two leaves exchanged") >= 99);
  CHECK(among("wrong leaf, total of its row follows") >= 99);
  CHECK(first("wrong leaf, total of its row follows") >= 65);
  const Tally& shifted = by_name.at("row shifted by one column");
  CHECK(shifted.percent(shifted.as_shift) == 100);
  CHECK(among("table four, one slip") == 100);
  CHECK(first("table four, one slip") >= 70);
  CHECK(among("row totals blank, one slip") == 100);
  CHECK(only("row totals blank, one slip") >= 50);
}
