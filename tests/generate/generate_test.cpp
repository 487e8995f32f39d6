// Thousands of reports in the layouts and with the oddities of published ones: every cell reads back exactly, a blank as
// blank, and what is no one number is named unreadable. A failure shows the arguments of generate_print that make it.
#include <doctest/doctest.h>

#include <map>

#include "generate/sample.hpp"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

void read_many(Layout layout, std::uint32_t documents) {
  std::map<std::string, std::string> kinds;  // one failure of each set of oddities is enough
  std::uint32_t failures = 0;
  for (std::uint32_t seed = 1; seed <= documents; ++seed) {
    const Spec spec = spec_of(seed, layout);
    if (difference(spec).empty()) {
      continue;
    }
    ++failures;
    if (kinds.size() < 20) {
      const Spec small = reduced(spec);
      kinds.try_emplace(small.oddities.to_string(), arguments_of(small) + "\n" + difference(small));
    }
  }
  for (const auto& [oddities, failure] : kinds) {
    MESSAGE("generate_print " << failure);
  }
  CHECK(failures == 0);
}

}  // namespace

TEST_CASE("tab-flattened text") {
  read_many(Layout::flattened, 2'000);
}
TEST_CASE("text with tabs between cells") {
  read_many(Layout::tabbed, 2'000);
}
TEST_CASE("text with wide gaps between cells") {
  read_many(Layout::aligned, 1'000);
}
TEST_CASE("text that lost its borders is never read, and nothing of it is passed over") {
  read_many(Layout::running, 500);
}
TEST_CASE("Markdown") {
  read_many(Layout::markdown, 2'000);
}
TEST_CASE("CSV") {
  read_many(Layout::csv, 2'000);
}
TEST_CASE("TSV") {
  read_many(Layout::tsv, 1'000);
}
