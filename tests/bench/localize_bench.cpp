// How long localisation takes for each way of going wrong: the mean, and of single reports the median and the slowest.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

#include "gongkai/localize.hpp"
#include "support/slips.hpp"

using namespace gongkai;

namespace {

void localize_all(benchmark::State& state, const std::vector<testing::Spoilt>& reports) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> microseconds;
  for (auto _ : state) {
    for (const testing::Spoilt& spoilt : reports) {
      const auto begin = Clock::now();
      benchmark::DoNotOptimize(localize(spoilt.report).faults.size());
      microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
    }
  }
  std::sort(microseconds.begin(), microseconds.end());
  state.counters["median_us"] = microseconds[microseconds.size() / 2];
  state.counters["p99_us"] = microseconds[microseconds.size() * 99 / 100];
  state.counters["slowest_us"] = microseconds.back();
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(reports.size()));
}

/// Every cell a random number: the search must give up within its budget.
testing::Spoiled random_cells(std::mt19937& random, Report& report) {
  testing::Spoiled spoiled;
  for (const int section : {3, 4}) {
    for (const std::size_t index : testing::filled_cells(report, section)) {
      testing::spoil(report, spoiled, index, static_cast<std::int64_t>(random() % 1000));
    }
  }
  return spoiled;
}

const bool registered = [] {
  for (const testing::Scenario& scenario : testing::scenarios) {
    benchmark::RegisterBenchmark((std::string("localize, ") + scenario.name).c_str(), [&](benchmark::State& state) {
      localize_all(state, testing::spoilt_reports(scenario, 2000));
    });
  }
  benchmark::RegisterBenchmark("localize, every cell random", [](benchmark::State& state) {
    localize_all(state, testing::spoilt_reports({"every cell random", random_cells}, 20));
  });
  return true;
}();

}  // namespace
