// Tells what this program wrote about reports from the reports themselves.
#pragma once

#include <string_view>

namespace gongkai::cli {

/// Begins a file of results in words.
inline constexpr std::string_view own_result_mark = "gongkai check";

/// Whether the bytes are results of `gongkai check` or `gongkai table`, in whichever format.
bool is_own_result(std::string_view bytes);

}  // namespace gongkai::cli
