// Reads a report that must be readable, for tests of what was read.
#pragma once

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

#include "gongkai/read.hpp"

namespace gongkai::testing {

inline Reading reading_of(std::string_view text, const Hints& hints = {}) {
  Result<Reading> reading = read(text, hints);
  REQUIRE(reading);
  return std::move(reading).value();
}

}  // namespace gongkai::testing
