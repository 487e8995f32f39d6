// Slips as people make them, put into a report on purpose, with what was there before.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "gongkai/gongkai.hpp"
#include "support/random_report.hpp"

namespace gongkai::testing {

/// The cells that were spoiled, with the right values.
using Spoiled = std::map<std::size_t, std::int64_t>;

inline std::size_t below(std::mt19937& random, std::size_t end) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

/// The filled cells of a section that stand in an equation.
inline std::vector<std::size_t> filled_cells(const Report& report, int section) {
  CellSet used;
  for (const Equation& equation : equations) {
    used = used | equation.set();
  }
  std::vector<std::size_t> result;
  used.for_each([&](std::size_t index) {
    if (cells[index].table_info().section == section && cell(report, index)) {
      result.push_back(index);
    }
  });
  return result;
}

/// The number mistyped in one of four ways: a digit changed, dropped, doubled, or two neighbouring ones transposed;
/// nothing where that makes no other number.
inline std::optional<std::int64_t> mistyped(std::mt19937& random, std::int64_t number, std::size_t way) {
  std::string digits = std::to_string(number);
  const std::size_t at = below(random, digits.size());
  switch (way) {
    case 0:
      digits[at] = static_cast<char>('0' + below(random, 10));
      break;
    case 1:
      digits.erase(digits.size() > 1 ? at : digits.size(), 1);
      break;
    case 2:
      digits.insert(at, 1, digits[at]);
      break;
    default:
      std::swap(digits[at], digits[at + 1 < digits.size() ? at + 1 : at]);
  }
  const std::int64_t result = std::stoll(digits);
  return result == number ? std::nullopt : std::optional(result);
}

/// Replaces the value of a cell, keeping the right one in `spoiled`.
inline void spoil(Report& report, Spoiled& spoiled, std::size_t index, std::int64_t value) {
  if (const std::int64_t right = *cell(report, index); right != value) {
    spoiled.emplace(index, right);
    set_cell(report, index, value);
  }
}

/// Mistypes one of the cells, each way as often as the others.
inline std::size_t mistype(std::mt19937& random, Report& report, const std::vector<std::size_t>& candidates,
                           Spoiled& spoiled) {
  const std::size_t way = below(random, 4);
  for (;;) {
    const std::size_t index = candidates[below(random, candidates.size())];
    const auto value = mistyped(random, *cell(report, index), way);
    if (value && spoiled.count(index) == 0) {
      spoil(report, spoiled, index, *value);
      return index;
    }
  }
}

/// Mistypes `count` cells of a section.
inline Spoiled mistype(std::mt19937& random, Report& report, int section, std::size_t count) {
  const std::vector<std::size_t> candidates = filled_cells(report, section);
  Spoiled spoiled;
  while (spoiled.size() < count) {
    mistype(random, report, candidates, spoiled);
  }
  return spoiled;
}

/// Cells of the table of requests that are no totals.
inline std::vector<std::size_t> leaves(const Report& report) {
  std::vector<std::size_t> result;
  for (const std::size_t index : filled_cells(report, 3)) {
    if (sum_of[index] < 0) {
      result.push_back(index);
    }
  }
  return result;
}

/// Exchanges the values of two leaves.
inline Spoiled exchange_leaves(std::mt19937& random, Report& report) {
  const std::vector<std::size_t> all = leaves(report);
  Spoiled spoiled;
  while (spoiled.empty()) {
    const std::size_t a = all[below(random, all.size())], b = all[below(random, all.size())];
    const std::int64_t value_of_a = *cell(report, a);
    spoil(report, spoiled, a, *cell(report, b));
    spoil(report, spoiled, b, value_of_a);
  }
  return spoiled;
}

/// Mistypes a leaf and adds up its row with the wrong number.
inline Spoiled carry_into_total(std::mt19937& random, Report& report) {
  Spoiled spoiled;
  const std::size_t leaf = mistype(random, report, leaves(report), spoiled);
  for (const Equation& equation : equations) {
    if (equation.kind == Equation::Kind::row && equation.set().has(leaf)) {
      const std::int64_t change = *cell(report, leaf) - spoiled.at(leaf);
      spoil(report, spoiled, equation.total(), *cell(report, equation.total()) + change);
    }
  }
  return spoiled;
}

/// Moves a row of the table of requests, with or without its total, one column to the left or to the right.
inline Spoiled shift_row(std::mt19937& random, Report& report) {
  const std::vector<std::size_t> all = leaves(report);
  for (;;) {
    const std::size_t leaf = all[below(random, all.size())];
    for (const Equation& equation : equations) {
      if (equation.kind != Equation::Kind::row || !equation.set().has(leaf)) {
        continue;
      }
      const auto row = equation.all().first(equation.left().size() + below(random, 2));
      const bool is_right = below(random, 2) == 0;
      Report shifted = report;
      Spoiled spoiled;
      bool any = false;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const bool is_emptied = i == (is_right ? 0 : row.size() - 1);
        const std::int64_t value = is_emptied ? 0 : *cell(report, row[is_right ? i - 1 : i + 1]);
        any = any || value != 0;
        spoil(shifted, spoiled, row[i], value);
      }
      if (any && spoiled.size() > 1) {
        report = shifted;
        return spoiled;
      }
    }
  }
}

/// Blanks the totals of the outcome rows, as some bodies leave them; the last line stays.
inline void blank_row_totals(Report& report) {
  for (const Equation& equation : equations) {
    if (equation.kind == Equation::Kind::column && cells[equation.total()].column_info().name == "total") {
      for (const std::uint8_t index : equation.left()) {
        set_cell(report, index, std::nullopt);
      }
    }
  }
}

/// The ways of going wrong that localisation is measured on.
struct Scenario {
  const char* name;
  Spoiled (*spoil)(std::mt19937&, Report&);
};
inline constexpr Scenario scenarios[] = {
    {"one slip", [](std::mt19937& random, Report& report) { return mistype(random, report, 3, 1); }},
    {"two slips", [](std::mt19937& random, Report& report) { return mistype(random, report, 3, 2); }},
    {"three slips", [](std::mt19937& random, Report& report) { return mistype(random, report, 3, 3); }},
    {"two leaves exchanged", exchange_leaves},
    {"wrong leaf, total of its row follows", carry_into_total},
    {"row shifted by one column", shift_row},
    {"table four, one slip", [](std::mt19937& random, Report& report) { return mistype(random, report, 4, 1); }},
    {"row totals blank, one slip",
     [](std::mt19937& random, Report& report) {
       blank_row_totals(report);
       return mistype(random, report, 3, 1);
     }},
};

/// A clean report, spoiled: even numbers give the 2019 form, odd ones that of 2021.
struct Spoilt {
  Report report;
  Spoiled spoiled;
};
inline std::vector<Spoilt> spoilt_reports(const Scenario& scenario, int count) {
  std::mt19937 random(20200131);
  std::vector<Spoilt> result;
  for (int i = 0; i < count; ++i) {
    Spoilt& next = result.emplace_back(
        Spoilt{random_clean_report(random, i % 2 == 0 ? Edition::form_2019 : Edition::form_2021), {}});
    next.spoiled = scenario.spoil(random, next.report);
  }
  return result;
}

}  // namespace gongkai::testing
