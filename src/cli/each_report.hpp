// The reports of a file or a folder, one after the other.
#pragma once

#include <functional>
#include <string>

#include "commands.hpp"
#include "input.hpp"

namespace gongkai::cli {

/// A report among others.
struct Named {
  std::string path;
  std::string heading;  ///< to be printed above what is said of it; nothing for a single one
};

/// Reads what the command line names, a file or a folder, and hands each report to `take`, which gives an exit code. What
/// is no report in a folder is passed by and counted. Complains of what cannot be read. The
/// worst of the exit codes.
int for_each_report(const Settings& settings, Output& out, Output& err,
                    const std::function<int(const Named& name, const Loaded& loaded)>& take);

}  // namespace gongkai::cli
