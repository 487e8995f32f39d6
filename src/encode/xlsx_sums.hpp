// What adds up in the form as a workbook: which totals are formulas, how each sum fares now, and the sheet that tells.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "encode/xlsx_sheet.hpp"
#include "gongkai/model/equation.hpp"
#include "gongkai/report.hpp"

namespace gongkai::xlsx {

/// Whether a spreadsheet keeps the number: it has fifteen digits.
constexpr bool is_kept(std::int64_t number) {
  constexpr std::int64_t most = 999'999'999'999'999;
  return number <= most && number >= -most;
}

/// Where a cell of the form stands on its sheet; row 0: nowhere.
struct Spot {
  std::size_t row = 0, column = 0;
};
using Spots = std::array<Spot, cell_count>;

class Sums {
 public:
  static constexpr std::string_view sheet_name = "核对";

  Sums(const Report& report, const Spots& spots);

  /// The formula of a total that gives what is written in it, be it nothing. None where the cell is no total, or says
  /// something else than its parts do: what is written stays.
  std::optional<std::string> total(std::size_t cell) const;

  /// The mark of the equation of this kind that the cell is the total of; a balance goes by the total of its outcomes.
  void mark(Sheet& sheet, std::size_t column, Equation::Kind kind, std::size_t total, Style style) const;

  /// The sheet that says what is off, and shows every sum.
  Sheet sheet() const;

 private:
  /// The cells of one side: as ranges of their sheet, how many are filled, and what these come to.
  struct Side {
    std::string ranges;
    std::size_t count = 0;
    std::int64_t sum = 0;
    bool is_kept = true;
  };
  /// Why an equation may hold all the same: nothing but its total is written in a row.
  enum class Gap : std::uint8_t { none, only_zero, only_total, no_total };
  /// An equation as a line of the sheet.
  struct Line {
    const Equation* equation;
    Side left, right;
    bool has_total = false;
    Gap gap = Gap::none;
    std::string verdict{};  ///< a mark, or nothing where nothing is filled in
  };

  Side side_of(std::span<const std::uint8_t> indexes) const;
  void add_lines(Equation::Kind kind, bool of_requests);
  Gap gap_of(const Line& line) const;
  void judge();
  bool has_gap(std::size_t first, std::size_t end, bool in_totals) const;
  static bool is_of_sums(const Line& line);
  bool is_off(const Line& line) const;

  std::size_t row_of(std::size_t line) const;
  std::string gaps_in(std::size_t first, std::size_t end, bool in_totals) const;
  std::string verdict_formula(std::size_t line) const;
  std::string gap_formula(std::size_t line) const;
  std::string words_formula(std::size_t line) const;
  std::string words_of(const Line& line) const;
  std::string summary() const;
  std::string summary_formula() const;
  std::string name_of(const Equation& equation) const;
  void add_row(Sheet& sheet, std::size_t line, std::size_t rank, std::string_view listed) const;

  const Report& report_;
  const Spots& spots_;
  Edition edition_;          ///< whose layout the workbook has
  std::vector<Line> lines_;  ///< rows of requests, columns, balances, cases
  std::size_t rows_ = 0;     ///< how many lines are of rows of requests
};

}  // namespace gongkai::xlsx
