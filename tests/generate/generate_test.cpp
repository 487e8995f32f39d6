// Thousands of reports in the layouts and with the oddities of published ones: every cell reads back exactly, a blank as
// blank, and what is no one number is named unreadable. A failure shows the arguments of generate_print that make it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "generate/leeway.hpp"
#include "support/sanitized.hpp"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

/// The setting GONGKAI_FIRST_SEED has other documents made, to search where no test has.
std::uint32_t first_seed() {
  const char* setting = std::getenv("GONGKAI_FIRST_SEED");
  return setting == nullptr ? 1 : static_cast<std::uint32_t>(std::strtoul(setting, nullptr, 10));
}

/// A quarter under the address sanitizer, which takes its time: the other build reads them all.
constexpr std::uint32_t usual_part = is_address_sanitized ? 4 : 1;
/// The setting GONGKAI_PART has one document of so many read, for who runs the tests many times (tests/mutation.sh).
std::uint32_t part() {
  const char* setting = std::getenv("GONGKAI_PART");
  return setting == nullptr ? usual_part
                            : static_cast<std::uint32_t>(std::max(1UL, std::strtoul(setting, nullptr, 10)));
}

void read_many(Layout layout, std::uint32_t all_documents) {
  const std::uint32_t documents = all_documents / part();
  std::map<std::string, std::string> kinds;  // one failure of each set of oddities is enough
  std::uint32_t failures = 0, exact = 0;
  for (std::uint32_t seed = first_seed(); seed < first_seed() + documents; ++seed) {
    const Spec spec = spec_of(seed, layout);
    const Fault worst = judge(spec).worst;
    exact += worst == Fault::none;
    if (worst <= worst_allowed(spec)) {
      continue;
    }
    ++failures;
    constexpr std::size_t shown = 20;
    if (kinds.size() < shown) {
      const Spec small = reduced(spec);
      kinds.try_emplace(small.oddities.to_string(), arguments_of(small) + "\n" + judge(small).text);
    }
  }
  for (const auto& [oddities, failure] : kinds) {
    MESSAGE("generate_print " << failure);
  }
  MESSAGE(layout_names[static_cast<std::size_t>(layout)] << ": " << exact << " of " << documents
                                                         << " documents read without a word amiss");
  CHECK(failures == 0);
  CHECK((exact > documents / 4 || layout == Layout::running));
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
TEST_CASE("text taken out of a PDF") {
  read_many(Layout::extracted, 2'000);
}
TEST_CASE("text made of a web page, with a pipe behind each cell") {
  read_many(Layout::piped, 3'000);
}
TEST_CASE("Markdown") {
  read_many(Layout::markdown, 2'000);
}
TEST_CASE("tables drawn with rules, their cells broken into lines and merged or not") {
  read_many(Layout::drawn, 2'000);
}
TEST_CASE("CSV") {
  read_many(Layout::csv, 2'000);
}
TEST_CASE("TSV") {
  read_many(Layout::tsv, 1'000);
}
TEST_CASE("HTML") {
  read_many(Layout::html, 5'000);
}
TEST_CASE("Word") {
  read_many(Layout::docx, 2'000);
}
TEST_CASE("Excel") {
  read_many(Layout::xlsx, 2'000);
}
TEST_CASE("text that lost its borders") {
  read_many(Layout::running, 500);
}
TEST_CASE("every leeway is still needed: without it, some document would fail") {
  constexpr std::size_t layouts = layout_names.size();
  for (const Leeway& leeway : leeways) {
    bool needed = false;
    for (std::uint32_t seed = 1; seed <= 2'000 && !needed; ++seed) {
      Spec spec = spec_of(seed, static_cast<Layout>(seed % layouts));
      if (leeway.together.size() != 0) {
        spec.oddities.reset();
      }
      if (leeway.layouts.size() == 0 && spec.layout == Layout::running) {
        continue;  // which has a leeway of its own
      }
      for (const Oddity oddity : leeway.together) {
        spec.oddities.set(static_cast<std::size_t>(oddity));
      }
      needed = leeway.holds_for(spec) && judge(spec).worst == leeway.up_to;
    }
    CHECK_MESSAGE(needed, leeway.why);
  }
}
