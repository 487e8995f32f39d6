// How fast the equations, the check and the reading of text are, beside the plainest work over the same bytes.
#include <benchmark/benchmark.h>

#include <cstring>

#include "gongkai/gongkai.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "support/files.hpp"
#include "support/random_report.hpp"

using namespace gongkai;

namespace {

/// Clean reports of both editions in one array, many times larger than the caches.
const std::vector<Report>& reports() {
  static const std::vector<Report> all = [] {
    std::mt19937 random(1);
    std::vector<Report> result;
    for (int i = 0; i < 40'000; ++i) {
      result.push_back(testing::random_clean_report(random, i % 2 == 0 ? Edition::form_2019 : Edition::form_2021));
    }
    return result;
  }();
  return all;
}

template <class Work>
void over_all(benchmark::State& state, Work work) {
  const std::vector<Report>& all = reports();
  for (auto _ : state) {
    std::int64_t result = 0;
    for (const Report& report : all) {
      result += work(report);
    }
    benchmark::DoNotOptimize(result);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}

void plain_sum(benchmark::State& state) {
  over_all(state, [](const Report& report) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < cell_count; ++i) {
      sum += static_cast<std::uint64_t>(raw_cell(report, i));
    }
    return static_cast<std::int64_t>(sum);
  });
}
void equations_of_clean_reports(benchmark::State& state) {
  over_all(state, [](const Report& report) { return std::int64_t{equations_hold(report)}; });
}
void full_check(benchmark::State& state) {
  over_all(state, [](const Report& report) { return static_cast<std::int64_t>(check(report).findings.size()); });
}
void full_check_of_one_report(benchmark::State& state) {
  const Report& report = reports()[1];
  for (auto _ : state) {
    benchmark::DoNotOptimize(check(report).findings.size());
  }
}
void full_check_of_the_example(benchmark::State& state) {  // 149 of its cells are blank
  const Reading reading = read(testing::example_report()).value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(check(reading).findings.size());
  }
}

void claims_of_the_example(benchmark::State& state) {
  const Reading reading = read(testing::example_report()).value();
  for (auto _ : state) {
    Claims claims;
    find_claims(reading.report.narrative.overview, Prose::overview, reading.report.about, claims);
    find_claims(reading.report.narrative.other_matters, Prose::other_matters, reading.report.about, claims);
    benchmark::DoNotOptimize(claims.size());
  }
}

void newline_sweep(benchmark::State& state) {
  const std::string text = testing::example_report();
  for (auto _ : state) {
    std::size_t lines = 0;
    for (const char* at = text.data();
         (at = static_cast<const char*>(
              std::memchr(at, '\n', static_cast<std::size_t>(text.data() + text.size() - at)))) != nullptr;
         ++at) {
      ++lines;
    }
    benchmark::DoNotOptimize(lines);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
void text_to_document(benchmark::State& state) {
  const std::string text = testing::example_report();
  for (auto _ : state) {
    benchmark::DoNotOptimize(decode_text(text).value().table_cells.size());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
void text_to_reading(benchmark::State& state) {
  const std::string text = testing::example_report();
  for (auto _ : state) {
    benchmark::DoNotOptimize(read(text).value().notes.size());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
void text_to_findings(benchmark::State& state) {
  const std::string text = testing::example_report();
  for (auto _ : state) {
    benchmark::DoNotOptimize(check(read(text).value()).findings.size());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
void report_to_json(benchmark::State& state) {
  const Report& report = reports()[1];
  for (auto _ : state) {
    benchmark::DoNotOptimize(to_json(report).size());
  }
}
void report_to_html(benchmark::State& state) {
  const Report& report = reports()[1];
  for (auto _ : state) {
    benchmark::DoNotOptimize(to_html(report).size());
  }
}
void report_to_docx(benchmark::State& state) {
  const Report& report = reports()[1];
  for (auto _ : state) {
    benchmark::DoNotOptimize(to_docx(report).size());
  }
}
void report_to_xlsx(benchmark::State& state) {
  const Report& report = reports()[1];
  for (auto _ : state) {
    benchmark::DoNotOptimize(to_xlsx(report).size());
  }
}

BENCHMARK(plain_sum);
BENCHMARK(equations_of_clean_reports);
BENCHMARK(full_check);
BENCHMARK(full_check_of_one_report);
BENCHMARK(full_check_of_the_example);
BENCHMARK(claims_of_the_example);
BENCHMARK(newline_sweep);
BENCHMARK(text_to_document);
BENCHMARK(text_to_reading);
BENCHMARK(text_to_findings);
BENCHMARK(report_to_json);
BENCHMARK(report_to_html);
BENCHMARK(report_to_docx);
BENCHMARK(report_to_xlsx);

}  // namespace

BENCHMARK_MAIN();
