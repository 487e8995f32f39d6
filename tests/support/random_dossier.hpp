// Random reports that fit each other: of two years in a row, and of bodies whose sum another report is.
#pragma once

#include "support/random_report.hpp"

namespace gongkai::testing {

/// Two reports of one body in which no rule finds fault, alone or together.
struct Years {
  Report previous, report;
};

namespace random_dossier_detail {

inline std::int64_t up_to(std::mt19937& random, std::int64_t most) {
  return std::uniform_int_distribution<std::int64_t>(0, std::max<std::int64_t>(most, 0))(random);
}

/// The number a year later: up to half more or less.
inline std::int64_t later(std::mt19937& random, std::int64_t value) {
  const std::int64_t moved = value - value / 2 + up_to(random, value / 2 * 2);
  return moved + (value > 0 && value < 6 ? up_to(random, 1) : 0);
}

/// Fills the table of requests from the outcomes, what came in and what goes out, so that every equation holds.
inline void close_requests(Report& report) {
  constexpr std::size_t first = 29, columns = 7, total_row = 24;  // see catalog.hpp
  const auto at = [](std::size_t row, std::size_t column) { return first + row * columns + column; };
  const auto get = [&](std::size_t index) { return cell(report, index).value_or(0); };
  for (std::size_t column = 0; column + 1 < columns; ++column) {
    std::int64_t outcomes = 0;
    for (std::size_t row = 2; row < total_row; ++row) {
      outcomes += get(at(row, column));
    }
    const std::int64_t more = get(at(1, column)) - get(at(total_row + 1, column)) - outcomes;
    if (more > 0) {  // more carried in than is accounted for: it was granted
      set_cell(report, at(2, column), get(at(2, column)) + more);
      outcomes += more;
    }
    set_cell(report, at(total_row, column), outcomes);
    set_cell(report, at(0, column), outcomes + get(at(total_row + 1, column)) - get(at(1, column)));
  }
  for (std::size_t row = 0; row < 26; ++row) {
    if (has(cells[at(row, 0)].editions, report.about.edition)) {
      std::int64_t sum = 0;
      for (std::size_t column = 0; column + 1 < columns; ++column) {
        sum += get(at(row, column));
      }
      set_cell(report, at(row, columns - 1), sum);
    }
  }
}

/// Requests open at the end of a year: too few for what they add or take to count as a leap.
inline Applicants few(std::mt19937& random) {
  const std::int64_t a = up_to(random, 2), b = up_to(random, 2), c = up_to(random, 2);
  return {a, b, 0, 0, 0, c, a + b + c};
}

}  // namespace random_dossier_detail

/// `previous` is in `edition`; the report is in the same edition or, where `changes_form`, in that of 2021 after 2020.
inline Years random_clean_years(std::mt19937& random, Edition edition, bool changes_form = false) {
  using namespace random_dossier_detail;
  const bool is_2019 = edition == Edition::form_2019;
  Years years;
  Report &last = years.previous, &now = years.report;
  last = random_clean_report(random, edition);
  last.about.year = is_2019 ? (changes_form ? 2020 : 2019) : 2021;
  now.about.edition = changes_form ? Edition::form_2021 : edition;
  now.about.year = last.about.year + 1;

  for (Actions Disclosure::*const row :
       {&Disclosure::licensing, &Disclosure::other_services, &Disclosure::penalties, &Disclosure::compulsion}) {
    Actions &before = last.disclosure.*row, &after = now.disclosure.*row;
    if (is_2019) {
      const std::int64_t entries = before.items_prior_year.value_or(0);
      before.items_change = up_to(random, entries) - entries / 2;
      before.decisions = 10'000 + up_to(random, 90'000);  // never the number of entries
      if (!changes_form) {
        after.items_prior_year = entries + before.items_change.value_or(0);
        after.items_change = up_to(random, 10);
      }
    }
    if (!before.decisions.is_blank() && (!changes_form || row != &Disclosure::other_services)) {
      after.decisions = later(random, before.decisions.value_or(0)) + 1;
    }
  }
  Fees &fees = last.disclosure.fees, &next_fees = now.disclosure.fees;
  if (is_2019) {
    fees.items_change = up_to(random, fees.items_prior_year.value_or(0)) - fees.items_prior_year.value_or(0) / 2;
    if (changes_form) {
      next_fees.amount = Money::fen(up_to(random, 900'000'000'000));
    } else {
      next_fees.items_prior_year = fees.items_prior_year.value_or(0) + fees.items_change.value_or(0);
      next_fees.items_change = up_to(random, 10);
      now.disclosure.procurement.projects = later(random, last.disclosure.procurement.projects.value_or(0));
      now.disclosure.procurement.amount = Money::fen(later(random, last.disclosure.procurement.amount.value_or(0)));
    }
  } else {
    next_fees.amount = Money::fen(later(random, fees.amount.value_or(0)));
  }
  for (Documents Disclosure::*const row : {&Disclosure::government_rules, &Disclosure::normative_documents}) {
    Documents &before = last.disclosure.*row, &after = now.disclosure.*row;
    if (now.about.edition == Edition::form_2019) {
      after.newly_made = later(random, before.newly_made.value_or(0));
      after.newly_disclosed = 1 + later(random, before.newly_disclosed.value_or(0));
      after.total_disclosed = after.newly_disclosed.value_or(0) + before.total_disclosed.value_or(0);
    } else {
      const std::int64_t stock = is_2019 ? before.total_disclosed.value_or(0) : before.in_force.value_or(0);
      const std::int64_t issued = is_2019 ? up_to(random, 50) : later(random, before.issued.value_or(0));
      if (!is_2019) {
        before.repealed = std::min(before.repealed.value_or(0), stock / 2);
      }
      const std::int64_t repealed = is_2019 ? up_to(random, stock / 4) : later(random, before.repealed.value_or(0));
      after = {Count(), Count(), Count(), issued, repealed, stock + issued - repealed};
    }
  }

  Requests &before = last.requests, &after = now.requests;
  before.carried_in = few(random);
  before.carried_out = few(random);
  close_requests(last);
  for_each_cell(now, [&](const CellInfo& info, auto&) {
    if (info.row_info().type == RowType::applicants && has(info.editions, now.about.edition)) {
      const std::optional<std::int64_t> value = cell(last, info.index);
      set_cell(now, info.index, value ? later(random, *value) : 0);
    }
  });
  if (changes_form) {
    after.outcomes.other_handling.miscellaneous = before.outcomes.other_handling.unspecified;
  }
  after.carried_in = before.carried_out;
  after.carried_out = few(random);
  close_requests(now);

  for (Cases* const block : {&last.review, &last.litigation.direct, &last.litigation.after_review}) {
    block->pending = std::min(block->pending.value_or(0), block->upheld.value_or(0));
    block->total = block->upheld.value_or(0) + block->corrected.value_or(0) + block->other.value_or(0) +
                   block->pending.value_or(0);
  }
  const auto age = [&](const Cases& old, Cases& block) {
    block = {later(random, old.upheld.value_or(0)), later(random, old.corrected.value_or(0)),
             later(random, old.other.value_or(0)), later(random, old.pending.value_or(0)), 0};
    block.upheld = block.upheld.value_or(0) + 1;
    block.total =
        block.upheld.value_or(0) + block.corrected.value_or(0) + block.other.value_or(0) + block.pending.value_or(0);
  };
  age(last.review, now.review);
  age(last.litigation.direct, now.litigation.direct);
  age(last.litigation.after_review, now.litigation.after_review);
  return years;
}

}  // namespace gongkai::testing
