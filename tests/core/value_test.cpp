// Blank is not zero, and nothing wraps.
#include "gongkai/model/value.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace gongkai;

TEST_CASE("a number that was not written is blank, and blank is not zero") {
  CHECK(Count().is_blank());
  CHECK_FALSE(Count(0).is_blank());
  CHECK_FALSE(Count() == Count(0));
  CHECK(Count().get() == std::nullopt);
  CHECK(Count(7).get() == 7);
  CHECK(Count().value_or(3) == 3);
  CHECK(Money().is_blank());
}

TEST_CASE("a number beyond what the form can hold is refused, not cut") {
  CHECK_NOTHROW(Count{Count::limit});
  CHECK_NOTHROW(Count{-Count::limit});
  CHECK_THROWS_AS(Count{Count::limit + 1}, std::out_of_range);
  CHECK_THROWS_AS(Count{std::numeric_limits<std::int64_t>::min()}, std::out_of_range);
  CHECK_THROWS_AS(Money::fen(Money::limit + 1), std::out_of_range);
  CHECK_THROWS_AS(Money::yuan(std::numeric_limits<std::int64_t>::max()), std::out_of_range);
}

TEST_CASE("money is exact to the fen") {
  CHECK(Money::yuan(12) == Money::fen(1200));
  CHECK(yuan_text(12633781374) == "126337813.74");
  CHECK(yuan_text(0) == "0.00");
  CHECK(yuan_text(5) == "0.05");
  CHECK(yuan_text(-5) == "-0.05");
  CHECK(yuan_text(-120) == "-1.20");
  CHECK(yuan_text(std::numeric_limits<std::int64_t>::min()) == "-92233720368547758.08");
}

TEST_CASE("arithmetic says when it would overflow") {
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  CHECK(checked_add(2, 3) == 5);
  CHECK(checked_add(largest, 1) == std::nullopt);
  CHECK(checked_subtract(2, 3) == -1);
  CHECK(checked_subtract(-2, largest) == std::nullopt);
  CHECK(checked_multiply(-4, 5) == -20);
  CHECK(checked_multiply(largest, 2) == std::nullopt);
}
