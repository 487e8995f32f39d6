// Work on several threads: results come in order, few are made ahead, and what a worker throws arrives in its turn.
#include "cli/in_order.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

using gongkai::cli::in_order;

TEST_CASE("results are taken in order, and memory is bounded by the number of threads") {
  for (const std::size_t jobs : {0U, 1U, 2U, 8U}) {
    constexpr std::size_t count = 200;
    std::atomic<std::size_t> made = 0, workers = 0;
    std::size_t taken = 0, most_ahead = 0;
    in_order(
        count, jobs,
        [&] {
          ++workers;
          return [&made](std::size_t i) {
            std::this_thread::sleep_for(std::chrono::microseconds(i * 37 % 101));
            ++made;
            return i * i;
          };
        },
        [&](std::size_t i, std::size_t square) {
          CHECK(i == taken);
          CHECK(square == i * i);
          ++taken;
          most_ahead = std::max(most_ahead, made.load() - taken);
        });
    CHECK(taken == count);
    CHECK(made == count);
    CHECK(workers == std::max<std::size_t>(1, jobs));
    CHECK(most_ahead <= 2 * jobs);
  }
  in_order(
      0, 8, [] { return [](std::size_t i) { return i; }; }, [](std::size_t, std::size_t) { FAIL("there is none"); });
}

TEST_CASE("what a worker or the taker throws ends the work") {
  for (const std::size_t jobs : {1U, 4U}) {
    std::size_t taken = 0;
    const auto run = [&](std::size_t bad_work, std::size_t bad_take) {
      taken = 0;
      in_order(
          100, jobs,
          [&] { return [bad_work](std::size_t i) { return i == bad_work ? throw std::runtime_error("work") : i; }; },
          [&](std::size_t i, std::size_t) {
            if (i == bad_take) {
              throw std::logic_error("take");
            }
            ++taken;
          });
    };
    CHECK_THROWS_AS(run(40, 1000), std::runtime_error);
    CHECK(taken == 40);
    CHECK_THROWS_AS(run(1000, 30), std::logic_error);
    CHECK(taken == 30);
  }
}
