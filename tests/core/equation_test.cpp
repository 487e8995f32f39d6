// The equations come from the structure, and one pass over the figures decides them.
#include "gongkai/model/equation.hpp"

#include <doctest/doctest.h>

#include <set>

#include "support/random_report.hpp"

using namespace gongkai;

namespace {

std::set<std::string_view> keys_of(std::span<const std::uint8_t> indexes) {
  std::set<std::string_view> keys;
  for (const std::uint8_t index : indexes) {
    keys.insert(cells[index].key);
  }
  return keys;
}

const Equation& equation_of(std::string_view total, Equation::Kind kind) {
  for (const Equation& equation : equations) {
    if (equation.kind == kind && cells[equation.total()].key == total) {
      return equation;
    }
  }
  throw std::logic_error("no such equation");
}

}  // namespace

TEST_CASE(
    "a struct with a total adds up to it: 26 rows, 7 columns, 3 blocks of cases, and the 7 balances of the form") {
  int rows_of_requests = 0, columns_of_outcomes = 0, cases = 0, balances = 0;
  for (const Equation& equation : equations) {
    const bool is_case = cells[equation.total()].row_info().type == RowType::cases;
    rows_of_requests += equation.kind == Equation::Kind::row && !is_case;
    cases += equation.kind == Equation::Kind::row && is_case;
    columns_of_outcomes += equation.kind == Equation::Kind::column;
    balances += equation.kind == Equation::Kind::balance;
  }
  CHECK(rows_of_requests == 26);
  CHECK(columns_of_outcomes == 7);
  CHECK(cases == 3);
  CHECK(balances == 7);
}

TEST_CASE("a row adds up to its total") {
  const Equation& row = equation_of("requests.received.total", Equation::Kind::row);
  CHECK(keys_of(row.left()) ==
        std::set<std::string_view>{"requests.received.natural_person", "requests.received.commercial_enterprise",
                                   "requests.received.research_institution",
                                   "requests.received.public_welfare_organization",
                                   "requests.received.legal_service_organization", "requests.received.other"});
}

TEST_CASE("a column of outcomes adds up over all 22 rows of the superset") {
  const Equation& column = equation_of("requests.outcomes.total.other", Equation::Kind::column);
  const auto keys = keys_of(column.left());
  CHECK(keys.size() == 22);
  CHECK(keys.count("requests.outcomes.granted.other") == 1);
  CHECK(keys.count("requests.outcomes.other_handling.unspecified.other") == 1);
  CHECK(keys.count("requests.outcomes.other_handling.miscellaneous.other") == 1);
  CHECK(keys.count("requests.received.other") == 0);
}

TEST_CASE("pending cases are inside the total") {
  const auto keys = keys_of(equation_of("review.total", Equation::Kind::row).left());
  CHECK(keys == std::set<std::string_view>{"review.upheld", "review.corrected", "review.other", "review.pending"});
}

TEST_CASE("the balance is per column: received and carried in on one side, outcomes and carried out on the other") {
  for (const Equation& equation : equations) {
    if (equation.kind == Equation::Kind::balance && equation.cell[0] == find_cell("requests.received.total")->index) {
      CHECK(keys_of(equation.left()) ==
            std::set<std::string_view>{"requests.received.total", "requests.carried_in.total"});
      CHECK(keys_of(equation.right()) ==
            std::set<std::string_view>{"requests.outcomes.total.total", "requests.carried_out.total"});
      return;
    }
  }
  FAIL("no balance of totals");
}

TEST_CASE("one pass over the figures agrees with the equations one by one, whatever is changed") {
  std::mt19937 random(20200131);
  for (int round = 0; round < 200; ++round) {
    Report report = testing::random_clean_report(random, round % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    CHECK(equations_hold(report));
    const std::size_t index = std::uniform_int_distribution<std::size_t>(0, cell_count - 1)(random);
    const std::int64_t change = std::uniform_int_distribution<std::int64_t>(-5, 5)(random);
    set_cell(report, index, cell(report, index).value_or(0) + change);
    bool holds = true;
    for (const Equation& equation : equations) {
      std::int64_t difference = 0;
      for (const std::uint8_t i : equation.left()) {
        difference += cell(report, i).value_or(0);
      }
      for (const std::uint8_t i : equation.right()) {
        difference -= cell(report, i).value_or(0);
      }
      holds = holds && difference == 0;
    }
    CHECK(equations_hold(report) == holds);
  }
}
