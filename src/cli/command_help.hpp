// What the help of a subcommand says below its options: examples of it, and what the files that it takes look like.
#pragma once

#include <string>
#include <string_view>

namespace gongkai::cli {

/// Of the subcommand, or of the whole program where that is empty.
std::string help_footer(std::string_view subcommand);

}  // namespace gongkai::cli
