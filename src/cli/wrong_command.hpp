// What is wrong with a command, in words of both languages: CLI11 has English only, and does not say what was meant.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::cli {

/// The subcommand of that name, or nullptr.
const CLI::App* subcommand_of(const CLI::App& app, std::string_view name);

/// A subcommand or an option that there is not, with the nearest ones that there are, or an option without its value; none
/// where CLI11 may parse the words, of which the first is the program.
std::optional<std::string> slip_in(const std::vector<std::string>& words, const CLI::App& app);

/// What CLI11 found.
std::string in_words(const CLI::ParseError& error, const CLI::App& app);

/// An integer in that range.
CLI::Validator between(int least, int most);

}  // namespace gongkai::cli
