// Forms with a blank corner and a slip, judged beside a small engine that knows the table of requests as a table: what it
// takes for a blank total is the sum of its row, and of its column where nothing is written in the row.
#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "support/slips.hpp"

using namespace gongkai;

namespace {

constexpr std::size_t width = 7, total_column = 6, first_cell = 29;
constexpr std::size_t received = 0, carried_in = 1, first_outcome = 2, outcomes_total = 24, carried_out = 25, all = 26;

struct Sum {
  std::int64_t low = 0;
  bool is_exact = true;
  Sum& operator+=(const Sum& other) {
    low += other.low;
    is_exact = is_exact && other.is_exact;
    return *this;
  }
};

/// The rules that the table keeps or breaks, with the sides of each broken one.
struct Judged {
  std::vector<std::string> broken;
  std::array<std::size_t, 3> held{}, open{};  ///< rows, columns, balances
  friend bool operator==(const Judged&, const Judged&) = default;
};
constexpr const char* names[] = {"requests.row_total", "requests.outcomes_sum", "requests.flow_balance"};

class Engine {
 public:
  Engine(const Report& report, BlankPolicy blanks) : blanks_(blanks) {
    for (std::size_t row = 0; row < all; ++row) {
      for (std::size_t column = 0; column < width; ++column) {
        const std::size_t index = first_cell + row * width + column;
        value_[row][column] = cell(report, index);
        is_there_[row] = has(cells[index].editions, report.about.edition);
      }
    }
  }

  Judged judge() {
    for (std::size_t row = 0; row < all; ++row) {
      if (is_there_[row]) {
        std::size_t blank = 0;
        for (std::size_t column = 0; column < width; ++column) {
          blank += !value_[row][column];
        }
        decide(0, "row " + std::to_string(row), sum_of_row(row), at(row, total_column), blank, width,
               !value_[row][total_column]);
      }
    }
    for (std::size_t column = 0; column < width; ++column) {
      std::size_t blank = !value_[outcomes_total][column], count = 1;
      for (std::size_t row = first_outcome; row < outcomes_total; ++row) {
        blank += is_there_[row] && !value_[row][column];
        count += is_there_[row];
      }
      decide(1, "column " + std::to_string(column), sum_of_column(column), at(outcomes_total, column), blank, count,
             !value_[outcomes_total][column]);
    }
    for (std::size_t column = 0; column < width; ++column) {
      Sum left = at(received, column), right = at(outcomes_total, column);
      left += at(carried_in, column);
      right += at(carried_out, column);
      std::size_t blank = 0;
      for (const std::size_t row : {received, carried_in, outcomes_total, carried_out}) {
        blank += !value_[row][column];
      }
      decide(2, "column " + std::to_string(column), left, right, blank, 4, false);
    }
    return judged_;
  }

 private:
  Sum at(std::size_t row, std::size_t column) const {
    if (value_[row][column]) {
      return {*value_[row][column], true};
    }
    if (!is_there_[row]) {
      return {};
    }
    if (column == total_column) {
      bool any = false;
      for (const auto& value : value_[row]) {
        any = any || value;
      }
      return row == outcomes_total && !any ? sum_of_column(column) : sum_of_row(row);
    }
    return row == outcomes_total ? sum_of_column(column) : Sum{0, blanks_ == BlankPolicy::as_zero};
  }
  Sum sum_of_row(std::size_t row) const {
    Sum sum;
    for (std::size_t column = 0; column < total_column; ++column) {
      sum += at(row, column);
    }
    return sum;
  }
  Sum sum_of_column(std::size_t column) const {
    Sum sum;
    for (std::size_t row = first_outcome; row < outcomes_total; ++row) {
      sum += at(row, column);
    }
    return sum;
  }
  void decide(std::size_t rule, const std::string& where, Sum left, Sum right, std::size_t blank, std::size_t count,
              bool is_total_blank) {
    if (blank == count || is_total_blank) {
      ++judged_.open[rule];
    } else if ((right.is_exact && left.low > right.low) || (left.is_exact && right.low > left.low)) {
      judged_.broken.push_back(std::string(names[rule]) + ", " + where + ": " + std::to_string(left.low) + ", " +
                               std::to_string(right.low));
    } else {
      ++(blank != 0 && blanks_ == BlankPolicy::unknown ? judged_.open : judged_.held)[rule];
    }
  }

  BlankPolicy blanks_;
  std::array<std::array<std::optional<std::int64_t>, width>, all> value_;
  std::array<bool, all> is_there_{};
  Judged judged_;
};

/// The check in the same terms.
Judged checked(const Report& report, BlankPolicy blanks) {
  CheckOptions options;
  options.blanks = blanks;
  const Assessment assessment = check(report, options);
  Judged judged;
  for (std::size_t rule = 0; rule < std::size(names); ++rule) {
    for (const Finding& finding : assessment.findings) {
      if (finding.rule == names[rule]) {
        const std::size_t place = finding.cells.front().cell - first_cell;
        judged.broken.push_back(
            std::string(finding.rule) +
            (rule == 0 ? ", row " + std::to_string(place / width) : ", column " + std::to_string(place % width)) +
            ": " + std::to_string(*finding.left) + ", " + std::to_string(*finding.right));
      }
    }
    for (std::size_t i = 0; i < rule_catalog.size(); ++i) {
      if (rule_catalog[i].id == names[rule]) {
        judged.held[rule] = assessment.coverage[i].held;
        judged.open[rule] = assessment.coverage[i].open_total();
      }
    }
  }
  return judged;
}

/// A clean form without the corner, with a slip, and every other time with another blank in the row or column of totals.
Report spoilt_form(std::mt19937& random, int round) {
  Report report = testing::random_clean_report(random, round % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
  testing::Spoiled spoiled;
  testing::mistype(random, report, testing::filled_cells(report, 3), spoiled);
  const std::size_t corner = first_cell + outcomes_total * width + total_column;
  set_cell(report, corner, std::nullopt);
  if (round % 4 >= 2) {
    const std::size_t other = testing::below(random, width + all);
    set_cell(report,
             first_cell + (other < width ? outcomes_total * width + other
                                         : (other - width) * width + testing::below(random, width)),
             std::nullopt);
  }
  return report;
}

}  // namespace

TEST_CASE("a form whose corner is blank is judged as by an engine that takes the row first") {
  static_assert(cells[first_cell].key == "requests.received.natural_person");
  static_assert(cells[first_cell + outcomes_total * width + total_column].key == "requests.outcomes.total.total");
  std::mt19937 random(20190415);
  int broken = 0, differ = 0;
  for (int round = 0; round < 2000; ++round) {
    const Report report = spoilt_form(random, round);
    for (const BlankPolicy blanks : {BlankPolicy::as_zero, BlankPolicy::unknown}) {
      const Judged expected = Engine(report, blanks).judge(), found = checked(report, blanks);
      broken += !expected.broken.empty();
      differ += found != expected;
    }
  }
  CHECK(differ == 0);
  CHECK(broken > 2000);
}

TEST_CASE("with the corner blank, a slip elsewhere breaks the sums of its own row and column and no balance") {
  Report report;
  report.about.edition = Edition::form_2021;
  for (std::size_t index = 0; index < cell_count; ++index) {
    if (has(cells[index].editions, report.about.edition)) {
      set_cell(report, index, 0);
    }
  }
  report.requests.received.natural_person = report.requests.received.total = 9;
  report.requests.outcomes.granted.natural_person = 9;
  report.requests.outcomes.granted.total = 8;  // the slip
  report.requests.outcomes.total.natural_person = 9;
  report.requests.outcomes.total.total = Count();
  const Assessment assessment = check(report);
  std::vector<std::string_view> errors;
  for (const Finding& finding : assessment.findings) {
    if (finding.severity == Severity::error) {
      errors.push_back(finding.rule);
    }
  }
  CHECK(errors == std::vector<std::string_view>{"requests.row_total"});
}

TEST_CASE("a blank total is a 核实 that names its cell and what its parts add up to") {
  std::mt19937 random(7);
  Report report = testing::random_clean_report(random, Edition::form_2021);
  const std::int64_t sum = *report.requests.outcomes.total.total.get();
  report.requests.outcomes.total.total = Count();
  CheckOptions options;
  options.only = {"value.blank"};
  const Assessment assessment = check(report, options);
  REQUIRE(assessment.findings.size() == 1);
  const Finding& finding = assessment.findings[0];
  CHECK(finding.rule == "value.blank_total");
  CHECK(finding.severity == Severity::warning);
  CHECK(cells[finding.cells.front().cell].key == "requests.outcomes.total.total");
  CHECK(message(finding, *find_rule(finding.rule), report.about, Language::zh) ==
        "（七）总计—总计列：合计没有填，所列各项相加是" + std::to_string(sum) + "。请核实后填上。");
}

TEST_CASE("a column of totals left out is one finding, and totals of nothing are blanks like others") {
  std::mt19937 random(7);
  Report report = testing::random_clean_report(random, Edition::form_2021);
  testing::blank_row_totals(report);
  CheckOptions options;
  options.only = {"value.blank"};
  Assessment assessment = check(report, options);
  REQUIRE(assessment.findings.size() == 1);
  CHECK(assessment.findings[0].rule == "value.blank_total");
  CHECK(assessment.findings[0].cells.size() == 21);
  report = testing::random_clean_report(random, Edition::form_2021);
  report.review = Cases();
  assessment = check(report, options);
  REQUIRE(assessment.findings.size() == 1);
  CHECK(assessment.findings[0].rule == "value.blank");
  CHECK(assessment.findings[0].left == 5);
}
