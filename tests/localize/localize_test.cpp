// The answers are exact: every smallest set and no other, with the values that satisfy everything.
#include "gongkai/localize.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "gongkai/localize/slip.hpp"
#include "support/clean_reading.hpp"
#include "support/random_report.hpp"
#include "support/slips.hpp"

using namespace gongkai;
using testing::Spoiled;

namespace {

Report clean_report(Edition edition = Edition::form_2021) {
  std::mt19937 random(3);
  return testing::random_clean_report(random, edition);
}
std::size_t index_of(std::string_view key) {
  return find_cell(key)->index;
}
void change(Report& report, std::string_view key, std::int64_t by) {
  set_cell(report, index_of(key), cell(report, key).value_or(0) + by);
}
Spoiled changes_of(const Answer& answer) {
  Spoiled changes;
  for (const Suspect& suspect : answer.suspects) {
    CHECK(suspect.is_exact());
    changes[suspect.cell] = suspect.low;
  }
  return changes;
}
/// The only fault that there is.
Fault fault_of(const Report& report, const LocalizeOptions& options = {}) {
  const Localization localization = localize(report, options);
  REQUIRE(localization.faults.size() == 1);
  return localization.faults.front();
}
const Suspect* find_suspect(const Answer& answer, std::string_view key) {
  for (const Suspect& suspect : answer.suspects) {
    if (cells[suspect.cell].key == key) {
      return &suspect;
    }
  }
  return nullptr;
}

/// A report of zeros but for one row of three numbers.
Report small_report() {
  Report report = testing::report_of_zeros(Edition::form_2021);
  for (const char* row : {"requests.received", "requests.outcomes.granted", "requests.outcomes.total"}) {
    set_cell(report, index_of(std::string(row) + ".natural_person"), 41);
    set_cell(report, index_of(std::string(row) + ".other"), 15);
    set_cell(report, index_of(std::string(row) + ".total"), 56);
  }
  REQUIRE(equations_hold(report));
  return report;
}

// ---- The same question, answered by trying ----

/// How far off each equation is, blanks counting 0.
std::vector<std::int64_t> offs(const Report& report) {
  std::vector<std::int64_t> result;
  for (const Equation& equation : equations) {
    std::int64_t off = 0;
    for (const std::uint8_t i : equation.left()) {
      off += cell(report, i).value_or(0);
    }
    for (const std::uint8_t i : equation.right()) {
      off -= cell(report, i).value_or(0);
    }
    result.push_back(off);
  }
  return result;
}
int sign_of(std::size_t equation, std::size_t index) {
  const auto left = equations[equation].left(), right = equations[equation].right();
  return std::count(left.begin(), left.end(), index) != 0     ? 1
         : std::count(right.begin(), right.end(), index) != 0 ? -1
                                                              : 0;
}

/// The change of `index` that satisfies every equation which it is in and `other` is not; nothing where none does or
/// where there is no such equation.
std::optional<std::int64_t> change_without(const std::vector<std::int64_t>& off, std::size_t index, std::size_t other) {
  std::optional<std::int64_t> change;
  for (std::size_t e = 0; e < equations.size(); ++e) {
    if (sign_of(e, index) != 0 && sign_of(e, other) == 0) {
      const std::int64_t wanted = -off[e] * sign_of(e, index);
      if (change && *change != wanted) {
        return std::nullopt;
      }
      change = wanted;
    }
  }
  return change;
}

/// All pairs of cells of the table of requests that satisfy every equation by changing to numbers not below 0.
std::set<Spoiled> pairs_by_trying(const Report& report) {
  std::set<Spoiled> found;
  const std::vector<std::size_t> candidates = testing::filled_cells(report, 3);
  const std::vector<std::int64_t> off = offs(report);
  for (const std::size_t a : candidates) {
    for (const std::size_t b : candidates) {
      const auto change = a == b ? std::nullopt : change_without(off, a, b);
      if (!change) {
        continue;
      }
      Report changed = report;
      set_cell(changed, a, *cell(report, a) + *change);
      const std::vector<std::int64_t> rest = offs(changed);
      for (std::size_t e = 0; e < equations.size(); ++e) {
        if (rest[e] != 0 && sign_of(e, b) != 0) {
          set_cell(changed, b, *cell(report, b) - rest[e] * sign_of(e, b));
          break;
        }
      }
      if (equations_hold(changed) && *cell(changed, a) >= 0 && *cell(changed, b) >= 0) {
        found.insert({{a, *cell(changed, a)}, {b, *cell(changed, b)}});
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a clean report has no fault, whatever is blank") {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    Report report = testing::random_clean_report(random, round % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    CHECK(localize(report).faults.empty());
    testing::blank_row_totals(report);
    CHECK(localize(report).faults.empty());
    for (std::size_t i = 0; i < cell_count; ++i) {
      if (cell(report, i) == 0 || random() % 8 == 0) {
        set_cell(report, i, std::nullopt);
      }
    }
    CHECK(localize(report, {BlankPolicy::unknown, {}, 1000}).faults.empty());
  }
  CHECK(localize(Report{}).faults.empty());
}

TEST_CASE("a single wrong cell of the table of requests is the only answer, with its right value") {
  const Report clean = clean_report();
  for (const std::size_t index : testing::filled_cells(clean, 3)) {
    Report report = clean;
    set_cell(report, index, *cell(clean, index) + 3);
    const Fault fault = fault_of(report);
    CAPTURE(cells[index].key);
    CHECK(fault.least == 1);
    CHECK(fault.is_complete);
    REQUIRE(fault.answers.size() == 1);
    CHECK(changes_of(fault.answers.front()) == Spoiled{{index, *cell(clean, index)}});
    const Suspect& suspect = fault.answers.front().suspects.front();
    CHECK(suspect.value == *cell(clean, index) + 3);
    CHECK(suspect.answers == 1);
    CHECK(suspect.of == 1);
  }
}

TEST_CASE("all pairs are found and no other, as trying every pair shows") {
  std::mt19937 random(2);
  int ambiguous = 0;
  for (int round = 0; round < 12; ++round) {
    Report report = testing::random_clean_report(random, round % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    if (round % 3 == 0) {
      testing::exchange_leaves(random, report);
    } else if (round % 3 == 1) {
      testing::carry_into_total(random, report);
    } else {
      testing::mistype(random, report, 3, 2);
    }
    const Fault fault = fault_of(report);
    REQUIRE(fault.least == 2);
    CHECK(fault.is_complete);
    std::set<Spoiled> found;
    for (const Answer& answer : fault.answers) {
      found.insert(changes_of(answer));
    }
    CHECK(found.size() == fault.answers.size());
    CHECK(found == pairs_by_trying(report));
    ambiguous += found.size() > 1;
  }
  CHECK(ambiguous > 0);
}

TEST_CASE("every answer satisfies every equation within the domain, and no cell of it could keep its value") {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    Report report = testing::random_clean_report(random, round % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    const Spoiled spoiled = testing::mistype(random, report, 3, 1 + static_cast<std::size_t>(round) % 5);
    const Fault fault = fault_of(report);
    CHECK(fault.least <= spoiled.size());
    CHECK_FALSE(fault.answers.empty());
    for (const Answer& answer : fault.answers) {
      CHECK(answer.suspects.size() == fault.least);
      Report mended = report;
      for (const auto& [index, value] : changes_of(answer)) {
        CHECK(value >= 0);
        CHECK(cell(report, index) != value);
        set_cell(mended, index, value);
      }
      CHECK(equations_hold(mended));
    }
  }
}

TEST_CASE(
    "where the check finds a broken equation there is a fault, and where all is read a fault is found there only") {
  std::mt19937 random(5);
  for (int round = 0; round < 600; ++round) {
    Reading reading;
    reading.report = testing::random_clean_report(random, round % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    testing::mistype(random, reading.report, round % 3 == 0 ? 4 : 3, 1 + static_cast<std::size_t>(round) % 2);
    const bool has_unread = round % 4 == 0;
    for (std::size_t i = 0; i < cell_count; ++i) {
      if (random() % (round % 5 == 0 ? 2 : 10) == 0) {
        set_cell(reading.report, i, std::nullopt);
        reading.sources[i].state = has_unread && random() % 2 == 0 ? CellState::unreadable : CellState::blank;
      }
    }
    for (const BlankPolicy blanks : {BlankPolicy::as_zero, BlankPolicy::unknown}) {
      CheckOptions options;
      options.blanks = blanks;
      const Assessment assessment = check(reading, options);
      const bool is_broken = std::any_of(assessment.findings.begin(), assessment.findings.end(), is_located);
      const Localization localization = localize(reading, {blanks, {}, 2000});
      CAPTURE(round);
      if (is_broken) {
        CHECK_FALSE(localization.faults.empty());
      } else if (!has_unread && blanks == BlankPolicy::as_zero) {
        CHECK(localization.faults.empty());
      }
    }
  }
}

TEST_CASE("one equation alone has several equally small answers, the more natural ones first") {
  Report report = small_report();
  report.review = {10, 14, 3, 2, 29};
  CHECK(localize(report).faults.empty());
  report.review.corrected = 41;
  const Fault fault = fault_of(report);
  CHECK(fault.least == 1);
  REQUIRE(fault.answers.size() == 2);  // no other part can give up 27
  CHECK(cells[fault.answers[0].suspects[0].cell].key == "review.corrected");
  CHECK(fault.answers[0].suspects[0].slip == Slip::digits_transposed);
  CHECK(cells[fault.answers[1].suspects[0].cell].key == "review.total");
  CHECK(fault.answers[1].suspects[0].low == 56);
  CHECK(fault.answers[1].suspects[0].of == 2);
}

TEST_CASE("parts of the form that no equation joins are separate faults, as in section four of hongze-2023") {
  Report report = small_report();
  report.review = {10, 1, 0, 0, 0};
  report.litigation.after_review = {5, 0, 0, 0, 0};
  change(report, "requests.received.other", 1);
  const Localization localization = localize(report);
  REQUIRE(localization.faults.size() == 3);
  std::map<std::string_view, const Fault*> faults;
  for (const Fault& fault : localization.faults) {
    faults[cells[fault.cells.first()].key] = &fault;
  }
  REQUIRE(faults.count("review.upheld") == 1);
  const Fault& review = *faults["review.upheld"];
  REQUIRE(review.answers.size() == 1);  // neither part can give up 11
  CHECK(changes_of(review.answers[0]) == Spoiled{{index_of("review.total"), 11}});
  CHECK(review.answers[0].suspects[0].slip == Slip::total_not_updated);
  CHECK(faults["litigation.after_review.upheld"]->answers.size() == 2);
  CHECK(faults["requests.received.natural_person"]->answers.size() == 1);
}

TEST_CASE("a negative number is wrong in any case") {
  Report report = small_report();
  change(report, "requests.received.natural_person", -82);
  const Fault sign = fault_of(report);
  REQUIRE(sign.answers.size() == 1);
  CHECK(changes_of(sign.answers[0]) == Spoiled{{index_of("requests.received.natural_person"), 41}});
  CHECK(sign.answers[0].suspects[0].slip == Slip::sign);

  report = small_report();
  report.review = {5, -2, 0, 0, 3};  // adds up
  const Fault balanced = fault_of(report);
  CHECK(balanced.least == 2);
  for (const Answer& answer : balanced.answers) {
    CHECK(find_suspect(answer, "review.corrected") != nullptr);
  }
  CHECK_FALSE(balanced.answers.empty());
}

TEST_CASE("an answer that leaves a choice gives the range") {
  Report report = small_report();
  report.review = {5, -2, 0, 0, 3};
  const Fault fault = fault_of(report);
  for (const Answer& answer : fault.answers) {
    const Suspect& corrected = *find_suspect(answer, "review.corrected");
    CHECK(corrected.low == 0);
    if (find_suspect(answer, "review.total") != nullptr) {
      CHECK_FALSE(corrected.is_exact());
      CHECK(find_suspect(answer, "review.total")->low == 5);
      CHECK(corrected.high == Count::limit - 5);
      CHECK(find_suspect(answer, "review.total")->high == Count::limit);
    } else if (const Suspect* upheld = find_suspect(answer, "review.upheld")) {
      CHECK(corrected.high == 3);
      CHECK(upheld->low == 0);
      CHECK(upheld->high == 3);
    } else {
      FAIL("neither can the other parts give up anything");
    }
  }
  CHECK(fault.answers.size() == 2);
}

TEST_CASE("a blank part counts 0 and may have been left out; a blank total stands for the sum of its parts") {
  Report report = small_report();
  report.requests.received.commercial_enterprise = {};
  change(report, "requests.received.total", 4);
  const Fault fault = fault_of(report);
  REQUIRE(fault.answers.size() == 1);
  CHECK(changes_of(fault.answers[0]) == Spoiled{{index_of("requests.received.total"), 56}});

  report = small_report();
  report.requests.outcomes.granted.other = {};
  const Fault omitted = fault_of(report);
  REQUIRE(omitted.answers.size() == 1);
  CHECK(changes_of(omitted.answers[0]) == Spoiled{{index_of("requests.outcomes.granted.other"), 15}});
  CHECK(omitted.answers[0].suspects[0].slip == Slip::omitted);
  CHECK_FALSE(omitted.answers[0].suspects[0].value);

  report = small_report();
  report.requests.outcomes.granted.total = {};
  CHECK(localize(report).faults.empty());
  change(report, "requests.outcomes.granted.other", 1);
  const Fault spread = fault_of(report);  // 15 in any row without a total; only this row has none
  REQUIRE(spread.answers.size() == 1);
  CHECK(changes_of(spread.answers[0]) == Spoiled{{index_of("requests.outcomes.granted.other"), 15}});
}

TEST_CASE("a cell that could not be read may hold anything: it is no suspect, and what it leaves open is a range") {
  Reading reading = testing::clean_reading(Edition::form_2021);
  static_cast<Figures&>(reading.report) = small_report();
  const std::size_t unread = index_of("review.other");
  reading.report.review = {5, 4, {}, 0, 12};
  reading.sources[unread].state = CellState::unreadable;
  CHECK(localize(reading).faults.empty());  // it may be 3

  reading.report.review = {5, 4, {}, 0, 8};
  const Localization localization = localize(reading);
  REQUIRE(localization.faults.size() == 1);
  const Fault& fault = localization.faults.front();
  CHECK(fault.least == 1);
  REQUIRE(fault.answers.size() == 3);
  for (const Answer& answer : fault.answers) {
    const Suspect& suspect = answer.suspects.front();
    CHECK(suspect.cell != unread);
    if (cells[suspect.cell].key == "review.total") {
      CHECK(suspect.low == 9);
      CHECK(suspect.high == Count::limit);
    } else {
      CHECK(suspect.low == 0);
      CHECK(suspect.high == *suspect.value - 1);
    }
  }
}

TEST_CASE("equations that contradict each other over an unread cell are a fault, though each could hold alone") {
  Reading reading = testing::clean_reading(Edition::form_2021);
  static_cast<Figures&>(reading.report) = small_report();
  reading.report.requests.received.natural_person = {};
  reading.sources[index_of("requests.received.natural_person")].state = CellState::unreadable;
  CHECK(localize(reading).faults.empty());
  change(reading.report, "requests.received.total", 2);  // the row says 43; the balances say 41 and 56
  const Localization localization = localize(reading);
  REQUIRE(localization.faults.size() == 1);
  CHECK(localization.faults[0].answers.size() == 1);
  CHECK(changes_of(localization.faults[0].answers[0]) == Spoiled{{index_of("requests.received.total"), 56}});
}

TEST_CASE("with blanks unknown a blank cell is no suspect") {
  Report report = small_report();
  report.requests.outcomes.granted.other = {};
  CHECK_FALSE(localize(report).faults.empty());
  CHECK(localize(report, {BlankPolicy::unknown, {}, 1000}).faults.empty());
}

TEST_CASE("a row that stands one column aside is told as such, also where smaller sets would do") {
  Report report = small_report();
  Applicants& row = report.requests.outcomes.granted;
  row = {0, 41, 0, 0, 0, 0, 56};  // its last number was pushed out
  const Fault fault = fault_of(report);
  CHECK(fault.shifts.empty());
  REQUIRE_FALSE(fault.answers.empty());
  CHECK(fault.least == 3);
  CHECK(changes_of(fault.answers[0]) == Spoiled{{index_of("requests.outcomes.granted.natural_person"), 41},
                                                {index_of("requests.outcomes.granted.commercial_enterprise"), 0},
                                                {index_of("requests.outcomes.granted.other"), 15}});
  for (const Suspect& suspect : fault.answers[0].suspects) {
    CHECK(suspect.slip == Slip::row_shifted);
  }

  testing::blank_row_totals(report);
  row = {0, 0, 0, 0, 15, 56, {}};  // one column too far left, and the totals of all rows blank
  const Fault left = fault_of(report);
  REQUIRE(left.shifts.size() + left.answers.size() > 0);
  const Answer& shift = left.shifts.empty() ? left.answers.front() : left.shifts.front();
  CHECK(find_suspect(shift, "requests.outcomes.granted.natural_person")->low == 41);
  CHECK(find_suspect(shift, "requests.outcomes.granted.total")->low == 56);
  CHECK(shift.suspects.front().slip == Slip::row_shifted);
}

TEST_CASE("each kind of slip is recognised") {
  struct Case {
    std::int64_t written, meant;
    Slip slip;
  };
  for (const Case& c : {Case{56, 65, Slip::digits_transposed},
                        {1203, 1023, Slip::digits_transposed},
                        {56, 59, Slip::digit_changed},
                        {156, 256, Slip::digit_changed},
                        {12, 123, Slip::digit_dropped},
                        {13, 123, Slip::digit_dropped},
                        {1223, 123, Slip::digit_doubled},
                        {1123, 123, Slip::digit_doubled},
                        {1243, 123, Slip::digit_added},
                        {50, 5, Slip::digit_added},
                        {-7, 7, Slip::sign},
                        {321, 123, Slip::unexplained},
                        {1234, 4321, Slip::unexplained},
                        {5, 1234, Slip::unexplained}}) {
    CAPTURE(c.written);
    CAPTURE(c.meant);
    CHECK(localize_detail::typing_slip(c.written, c.meant) == c.slip);
  }

  const auto first_of = [](const Report& report) { return fault_of(report).answers.at(0); };
  const auto key_of_other = [](const Suspect& suspect) {
    return suspect.other < 0 ? std::string_view() : cells[static_cast<std::size_t>(suspect.other)].key;
  };
  Report report = small_report();
  report.requests.outcomes.granted.natural_person = 15;
  report.requests.outcomes.granted.other = 41;
  CHECK(find_suspect(first_of(report), "requests.outcomes.granted.other")->slip == Slip::exchanged);
  CHECK(key_of_other(*find_suspect(first_of(report), "requests.outcomes.granted.other")) ==
        "requests.outcomes.granted.natural_person");

  report = small_report();
  report.requests.outcomes.granted.natural_person = 1;
  report.requests.outcomes.granted.total = 16;
  CHECK(find_suspect(first_of(report), "requests.outcomes.granted.natural_person")->slip == Slip::digit_dropped);
  CHECK(find_suspect(first_of(report), "requests.outcomes.granted.total")->slip == Slip::carried);

  report = small_report();
  report.requests.outcomes.granted.natural_person = 0;
  report.requests.outcomes.partially_granted.natural_person = 41;
  const Answer displaced = first_of(report);
  CHECK(find_suspect(displaced, "requests.outcomes.granted.natural_person")->slip == Slip::exchanged);

  report = small_report();
  report.requests.outcomes.granted.total = 560'000;
  CHECK(first_of(report).suspects[0].slip == Slip::unit);

  report = small_report();
  report.requests.outcomes.granted.legal_service_organization = 15;
  CHECK(first_of(report).suspects[0].slip == Slip::copied);
  CHECK(key_of_other(first_of(report).suspects[0]) == "requests.outcomes.granted.other");

  report = small_report();
  report.requests.outcomes.granted.total = 15;
  CHECK(first_of(report).suspects[0].slip == Slip::copied);

  report = small_report();
  report.requests.outcomes.granted.legal_service_organization = 1;
  report.requests.outcomes.granted.other = 5;
  const Answer split = first_of(report);
  CHECK(find_suspect(split, "requests.outcomes.granted.other")->slip == Slip::digit_dropped);
  CHECK(localize_detail::joined(1, 5) == 15);
  CHECK(localize_detail::joined(10, 0) == 100);
  CHECK_FALSE(localize_detail::joined(-1, 5));
  CHECK_FALSE(localize_detail::joined(Count::limit, Count::limit));
}

TEST_CASE("a suspect names the witnesses that its suggestion agrees with, and such an answer comes first") {
  Report report = small_report();
  report.litigation.direct = {5, 0, 0, 0, 0};
  CHECK(cells[fault_of(report).answers[0].suspects[0].cell].key == "litigation.direct.total");
  const auto upheld = static_cast<std::uint16_t>(index_of("litigation.direct.upheld"));
  const Witness witnesses[] = {{upheld, WitnessKind::text, 0, {12, 1, 0, 0, 0}},
                               {upheld, WitnessKind::previous, 7, {}}};
  const Fault fault = fault_of(report, {BlankPolicy::as_zero, witnesses, 1000});
  REQUIRE(fault.answers.size() == 2);
  const Suspect& first = fault.answers[0].suspects[0];
  CHECK(first.cell == upheld);
  REQUIRE(first.witnesses.size() == 1);
  CHECK(first.witnesses[0].kind == WitnessKind::text);
  CHECK(first.witnesses[0].place.line == 12);
  CHECK(fault.answers[1].suspects[0].witnesses.empty());
}

TEST_CASE("the text, last year's report and the children are witnesses by themselves") {
  Report report = small_report();
  report.about.year = 2024;
  Report last = report;
  last.about.year = 2023;
  last.requests.carried_out = report.requests.carried_in;
  report.requests.carried_in.natural_person = 30;
  const std::size_t cell = index_of("requests.carried_in.natural_person");
  const auto kinds_of = [&](const Dossier& dossier) {
    std::vector<WitnessKind> kinds;
    for (const Fault& fault : localize(dossier).faults) {
      for (const Answer& answer : fault.answers) {
        for (const Suspect& suspect : answer.suspects) {
          for (const Witness& witness : suspect.witnesses) {
            CHECK(suspect.cell == cell);
            kinds.push_back(witness.kind);
          }
        }
      }
    }
    return kinds;
  };
  CHECK(kinds_of({&report, nullptr}).empty());
  CHECK(kinds_of({&report, nullptr, &last}) == std::vector{WitnessKind::previous});
  last.about.year = 2022;
  CHECK(kinds_of({&report, nullptr, &last}).empty());

  Report town = last;
  town.about.year = 2024;
  town.requests.carried_in = last.requests.carried_out;
  Dossier with_town{&report, nullptr};
  const Child children[] = {{"某镇", &town}, {"某街道", nullptr}};
  with_town.children = std::span(children).first(1);
  CHECK(kinds_of(with_town) == std::vector{WitnessKind::children});
  with_town.children = children;  // one has not filed: its part is not known
  CHECK(kinds_of(with_town).empty());

  report = small_report();
  report.about.year = 2024;
  report.requests.received.total = 86;
  report.narrative.overview = "本年新收政府信息公开申请56件。";
  const Localization told = localize(report);
  REQUIRE(told.faults.size() == 1);
  const Suspect& total = told.faults[0].answers[0].suspects[0];
  CHECK(cells[total.cell].key == "requests.received.total");
  REQUIRE(total.witnesses.size() == 1);
  CHECK(total.witnesses[0].kind == WitnessKind::text);
}

TEST_CASE("when the budget is spent the answer says so, and claims nothing") {
  std::mt19937 random(6);
  Report report = clean_report();
  for (const std::size_t index : testing::filled_cells(report, 3)) {
    set_cell(report, index, static_cast<std::int64_t>(random() % 1000));
  }
  const Fault hopeless = fault_of(report);
  CHECK_FALSE(hopeless.is_complete);
  CHECK(hopeless.least > 20);

  Report spread = small_report();
  spread.requests.outcomes.granted.natural_person = 40;
  spread.requests.outcomes.granted.total = 55;
  const Fault all = fault_of(spread);
  CHECK(all.is_complete);
  REQUIRE(all.answers.size() > 5);
  const Fault cut = fault_of(spread, {BlankPolicy::as_zero, {}, 5});
  CHECK_FALSE(cut.is_complete);
  CHECK(cut.answers.size() < all.answers.size());
  CHECK(cut.least <= all.least);
  for (const Answer& answer : cut.answers) {
    CHECK(answer.suspects.front().of == 0);
  }
}

TEST_CASE("values at the limit neither overflow nor are exceeded") {
  Report report = small_report();
  for (const std::size_t index : testing::filled_cells(report, 3)) {
    set_cell(report, index, index % 2 == 0 ? Count::limit : -Count::limit);
  }
  const Localization localization = localize(report, {BlankPolicy::as_zero, {}, 200});
  REQUIRE(localization.faults.size() == 1);
  CHECK(localization.faults[0].least >= testing::filled_cells(report, 3).size() / 2 - 1);

  report = small_report();
  report.review = {Count::limit, Count::limit, 0, 0, Count::limit};
  const Fault fault = fault_of(report);
  REQUIRE(fault.answers.size() == 2);  // the total cannot be twice the limit
  CHECK(find_suspect(fault.answers[0], "review.total") == nullptr);
}

TEST_CASE("suspects are attached to the findings whose cells they are, and to no others") {
  Report report = small_report();
  report.about.year = 2024;
  change(report, "requests.outcomes.granted.other", 3);
  report.litigation.direct = {5, 0, 0, 0, 0};
  report.disclosure.licensing.decisions = -1;
  Assessment assessment = check(report);
  for (const Finding& finding : assessment.findings) {
    CHECK(finding.suspects.empty());
  }
  attach_suspects(assessment, localize(report));
  attach_suspects(assessment, localize(report));  // twice is as once
  int located = 0, others = 0;
  for (const Finding& finding : assessment.findings) {
    if (!is_located(finding)) {
      ++others;
      CHECK(finding.suspects.empty());
      continue;
    }
    ++located;
    if (finding.rule == "litigation.direct_total") {
      CHECK(finding.suspects.size() == 2);
      CHECK(finding.suspects[0].of == 2);
    } else {
      REQUIRE(finding.suspects.size() == 1);
      CHECK(cells[finding.suspects[0].cell].key == "requests.outcomes.granted.other");
      CHECK(finding.suspects[0].low == 15);
    }
  }
  CHECK(located == 3);
  CHECK(others > 0);
}
