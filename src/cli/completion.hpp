// What shells and the manual know of the program, made from its parser.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::cli {

/// --year and -o, as they are written.
std::vector<std::string> flags_of(const CLI::Option& option);

/// The script by which bash, zsh or fish completes the program's words; none for another shell.
std::optional<std::string> completion_script(std::string_view shell, const CLI::App& app);

/// The page for section 1 of the manual, for man.
std::string manual_page(const CLI::App& app, std::string_view version);

/// Makes the words that an option may have known to both: they are its type.
void offer_words(CLI::Option& option, const std::vector<std::string>& words);

}  // namespace gongkai::cli
