// How fast the C++ core checks the reports that bench.py checks from Python: prints nanoseconds for each report.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "gongkai.h"
#include "gongkai/check.hpp"

namespace {

/// The best of some rounds: other work on the machine only makes a round slower.
template <class F>
double nanoseconds(std::size_t reports, F f) {
  double best = 1e18;
  for (int round = 0; round < 9; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    f();
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
    best = std::min(best, took.count() / static_cast<double>(reports));
  }
  return best;
}

}  // namespace

/// Arguments: rows of int64 and their blanks as raw files, as bench.py writes them; all of edition 2021.
int main(int argc, char** argv) {
  if (argc != 3) {
    return 2;
  }
  const auto load = [](const char* path) {
    std::ifstream file(path, std::ios::binary);
    return std::vector<char>(std::istreambuf_iterator<char>(file), {});
  };
  const std::vector<char> cells = load(argv[1]), blanks = load(argv[2]);
  const auto* const numbers = reinterpret_cast<const std::int64_t*>(cells.data());
  const auto* const is_blank = reinterpret_cast<const std::uint8_t*>(blanks.data());
  const std::size_t count = blanks.size() / gongkai::cell_count;

  std::vector<gongkai::Report> reports(count);
  for (std::size_t i = 0; i < count; ++i) {
    reports[i].about.edition = gongkai::Edition::form_2021;
    reports[i].about.year = 2023;
    for (std::size_t cell = 0; cell < gongkai::cell_count; ++cell) {
      const std::size_t at = i * gongkai::cell_count + cell;
      gongkai::set_cell(reports[i], cell, is_blank[at] != 0 ? std::nullopt : std::optional(numbers[at]));
    }
  }
  std::size_t findings = 0;
  const double core = nanoseconds(count, [&] {
    findings = 0;
    for (const gongkai::Report& report : reports) {
      findings += gongkai::check(report).findings.size();
    }
  });
  const double batch = nanoseconds(count, [&] {
    gk_rows rows = GK_ROWS_INIT;
    rows.count = count;
    rows.cells = numbers;
    rows.blanks = is_blank;
    rows.edition = GK_EDITION_2021;
    rows.year = 2023;
    gk_batch_options how = GK_BATCH_OPTIONS_INIT;
    how.threads = 1;
    gk_batch* result = nullptr;
    if (gk_rows_check(&rows, nullptr, &how, &result) != GK_OK) {
      std::abort();
    }
    gk_batch_free(result);
  });
  gk_report* report = nullptr;
  gk_report_new(GK_EDITION_2021, &report);
  gk_report_set_row(report, numbers, is_blank);
  constexpr std::size_t calls = 20000;
  const double one_core = nanoseconds(calls, [&] {
    for (std::size_t i = 0; i < calls; ++i) {
      findings += gongkai::check(reports[0]).findings.size();
    }
  });
  const double one_c = nanoseconds(calls, [&] {
    for (std::size_t i = 0; i < calls; ++i) {
      gk_assessment* assessment = nullptr;
      gk_report_check(report, nullptr, &assessment);
      gk_assessment_free(assessment);
    }
  });
  gk_report_free(report);
  std::printf("%zu %.1f %.1f %.1f %.1f\n", findings, core, batch, one_core, one_c);
}
