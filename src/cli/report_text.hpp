// One report in words.
#pragma once

#include "commands.hpp"

namespace gongkai::cli {

/// Whether some finding says which cell is wrong.
bool has_located_cell(const Assessment& assessment);

/// Its head, its findings by severity, what else was noticed while reading it, the result, and what was checked.
void print_report(const Reading& reading, const Assessment& assessment, const Settings& settings, Output& out);

}  // namespace gongkai::cli
