// Random reports that are right in every way, for property tests.
#pragma once

#include <cstdint>
#include <random>

#include "gongkai/gongkai.hpp"

namespace gongkai::testing {

/// A report of the edition with every cell of it filled, which no rule finds fault with.
inline Report random_clean_report(std::mt19937& random, Edition edition) {
  const auto up_to = [&random](std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(0, most)(random);
  };
  const bool is_2019 = edition == Edition::form_2019;
  Report report;
  report.about.edition = edition;
  report.about.year = static_cast<int>(is_2019 ? 2019 + up_to(1) : 2021 + up_to(2));

  Disclosure& d = report.disclosure;
  for (Documents* row : {&d.government_rules, &d.normative_documents}) {
    if (is_2019) {
      const std::int64_t disclosed = 1 + up_to(50);
      row->newly_made = up_to(50);
      row->newly_disclosed = disclosed;
      row->total_disclosed = disclosed + up_to(500);
    } else {
      const std::int64_t issued = up_to(50);
      row->issued = issued;
      row->repealed = up_to(50);
      row->in_force = issued + up_to(500);
    }
  }
  for (Actions* row : {&d.licensing, &d.penalties, &d.compulsion, &d.other_services}) {
    if (is_2019) {
      const std::int64_t prior = up_to(900), change = up_to(900) - prior;
      row->items_prior_year = prior;
      row->items_change = change;
      row->decisions = prior + change + 1 + up_to(100'000);
    } else if (row != &d.other_services) {
      row->decisions = up_to(12'000'000);
    }
  }
  if (is_2019) {
    const std::int64_t prior = up_to(40);
    d.fees.items_prior_year = prior;
    d.fees.items_change = up_to(40) - prior;
    d.procurement.projects = up_to(900);
    d.procurement.amount = Money::fen(up_to(900'000'000'000));
  } else {
    d.fees.amount = Money::fen(up_to(900'000'000'000));
  }

  Requests& r = report.requests;
  const std::size_t first = 29, columns = 7;  // the table of requests, row by row; see catalog.hpp
  const auto put = [&report](std::size_t index, std::int64_t value) { set_cell(report, index, value); };
  const auto get = [&report](std::size_t index) { return cell(report, index).value_or(0); };
  for (std::size_t column = 0; column + 1 < columns; ++column) {
    std::int64_t outcomes = 0;
    const std::size_t total = first + 24 * columns + column;
    for (std::size_t index = first + 2 * columns + column; index < total; index += columns) {
      if (has(cells[index].editions, edition)) {
        put(index, up_to(3) == 0 ? up_to(column == 0 ? 900 : 60) : 0);
        outcomes += get(index);
      }
    }
    put(total, outcomes);
    const std::int64_t carried_out = up_to(40), all = outcomes + carried_out, carried_in = up_to(all);
    put(total + columns, carried_out);
    put(first + columns + column, carried_in);
    put(first + column, all - carried_in);
  }
  for (std::size_t row = 0; row < 26; ++row) {
    const std::size_t begin = first + row * columns;
    if (has(cells[begin].editions, edition)) {
      std::int64_t sum = 0;
      for (std::size_t column = 0; column + 1 < columns; ++column) {
        sum += get(begin + column);
      }
      put(begin + columns - 1, sum);
    }
  }
  const bool any_request = r.received.total.value_or(0) + r.carried_in.total.value_or(0) > 0;
  for (Cases* block : {&report.review, &report.litigation.direct, &report.litigation.after_review}) {
    const std::int64_t most = any_request ? 90 : 0;
    const std::int64_t upheld = up_to(most), corrected = up_to(most), other = up_to(most), pending = up_to(most);
    block->upheld = upheld;
    block->corrected = corrected;
    block->other = other;
    block->pending = pending;
    block->total = upheld + corrected + other + pending;
  }
  return report;
}

}  // namespace gongkai::testing
