// Which values of the rows of the table of requests satisfy the sums of its columns.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "gongkai/model/equation.hpp"
#include "interpret/evidence.hpp"
#include "interpret/partings.hpp"

namespace gongkai {

constexpr std::size_t request_width = equation_detail::request_columns;
using RequestRow = std::array<std::int64_t, request_width>;

/// What a row of the table adds to the equation of each column: of the outcomes' sum, of the balance.
struct Role {
  int sum = 0, balance = 0;
};

/// What is known of a row of the table.
struct RowOptions {
  std::int16_t row = -1;
  Role role;
  bool is_known = false;                   ///< read from the document as it stands
  std::vector<RequestRow> ways;            ///< values that it may have; none: nothing is known of it
  const RowCandidate* fused = nullptr;     ///< whose digits are parted
  const RowWithoutLabel* loose = nullptr;  ///< that is given to it
};

/// The equations over the columns of the table: sums of outcomes, then balances.
constexpr std::size_t request_equations = 2 * request_width;
using WantedEquations = std::array<bool, request_equations>;

/// Finds the choice of one way for each row that satisfies equations.
class ColumnSearch {
 public:
  ColumnSearch(const std::vector<RowOptions>& all, SearchBudget& budget) : all_(all), budget_(budget) {}

  /// How many choices satisfy them, at most two; `best` is the last found.
  int count(const WantedEquations& wanted);
  const std::vector<std::size_t>& best() const { return best_; }

 private:
  using Sums = std::array<std::int64_t, request_equations>;

  static void add(Sums& sums, const RowOptions& options, const RequestRow& way);
  void bound();
  void run(std::size_t at, const Sums& sums);

  const std::vector<RowOptions>& all_;
  SearchBudget& budget_;
  WantedEquations wanted_{};
  std::vector<std::size_t> open_, choice_, best_;
  std::vector<Sums> least_, most_;
  Sums start_{};
  int found_ = 0;
};

}  // namespace gongkai
