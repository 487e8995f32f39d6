// How long the reading of report-sized Word and Excel files takes; peers/office.py times what a user would write in
// Python over the same files.
#include <benchmark/benchmark.h>

#include <string>

#include "gongkai/read.hpp"
#include "support/files.hpp"

namespace {

void decode_file(benchmark::State& state, const std::string& name) {
  const auto bytes = gongkai::testing::read_file(gongkai::testing::source_folder() + "/tests/data/office/" + name);
  if (!bytes || !gongkai::decode(*bytes)) {
    state.SkipWithError("the file cannot be read");
    return;
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(gongkai::decode(*bytes));
  }
}

BENCHMARK_CAPTURE(decode_file, python_docx, std::string("python-docx.docx"));
BENCHMARK_CAPTURE(decode_file, libreoffice_docx, std::string("libreoffice.docx"));
BENCHMARK_CAPTURE(decode_file, openpyxl_xlsx, std::string("openpyxl.xlsx"));
BENCHMARK_CAPTURE(decode_file, libreoffice_xlsx, std::string("libreoffice.xlsx"));

}  // namespace
