// Reports written to files, in the format that the ending of the name says.
#pragma once

#include <string>
#include <vector>

#include "commands.hpp"

namespace gongkai::cli {

/// ".docx .xlsx ...", for help and messages.
std::string report_endings(std::string_view between = " ");

/// Whether the ending says a format; complains where it does not.
bool has_report_ending(const std::string& path, const Settings& settings, Output& err);

/// "The name does not say which format; it must end in one of these."
void complain_of_ending(const std::string& path, const std::vector<std::string_view>& endings, const Settings& settings,
                        Output& err);

/// The format of a table that the ending says; CSV where there is none.
TableFormat table_format(const std::string& path);
/// Whether the ending says a format of tables, or there is none; complains otherwise.
bool has_table_ending(const std::string& path, const Settings& settings, Output& err);

/// Whether writing would lose a file that is read; complains where it would.
bool overwrites(const std::string& output, const std::vector<std::string>& inputs, const Settings& settings,
                Output& err);

/// "Cannot write this file: why."
void complain_of_writing(const std::string& path, std::error_code error, const Settings& settings, Output& err);

/// Where the report with this number goes, from 0: 年报.json, 年报-2.json ...; 年报.tidy.csv, 年报-2.tidy.csv ...
std::string numbered(const std::string& path, std::size_t index);

/// Writes a report, into a copy of the template where the settings name one; complains and is false where that fails or
/// the file is one of those that are read. The reading, where there is one, says which cells could not be read.
bool save_report(const Report& report, const std::string& path, const std::vector<std::string>& inputs,
                 const Settings& settings, Output& err, const Reading* reading = nullptr);

}  // namespace gongkai::cli
