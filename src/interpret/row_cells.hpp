// The values of one row made to fit its cells, or told to be no such values.
#pragma once

#include <string_view>
#include <vector>

#include "interpret/evidence.hpp"

namespace gongkai {

/// Whether one cell holds all that is written in a row of `wanted` values, and holds too much for one number: digits that ran
/// together, beside the cells that they left.
bool is_run_in_cell(const std::vector<Item>& values, std::size_t wanted);

/// Makes as many values as there are columns by leaving out blanks that layouts add; false where that is not safe.
bool fit_blanks(std::vector<Item>& values, std::size_t wanted, bool is_filled_up_behind);

/// The numbers of a text that is nothing but digits and spaces.
std::vector<std::string_view> numbers_in(std::string_view text);

/// How many of the cells hold several numbers, as programs write them that do not see all borders.
std::size_t cells_of_several(const std::vector<Item>& values);

/// Whether a cell with several numbers stands beside an empty one: it may be that one's number.
bool may_hold_neighbour(const std::vector<Item>& values);

/// The values with those apart that a space parts, without empty cells: "32 14069". Empty where they are not `wanted` then, or
/// where not every `in_sum` of them add up.
std::vector<Item> split_at_spaces(const std::vector<Item>& values, std::size_t wanted, std::size_t in_sum);

/// The ways to leave out values that repeat the one before them, as programs write it again in each column that it spans, so
/// that `wanted` are left.
std::vector<std::vector<Item>> without_repetitions(const std::vector<Item>& values, std::size_t wanted);

}  // namespace gongkai
