// Another program, run with limits: it gets bytes, and what it prints is kept.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::platform {

struct ProcessLimits {
  std::chrono::milliseconds time;
  std::size_t output = 0;  ///< in bytes
  std::size_t memory = 0;  ///< in bytes
};

enum class ProcessEnd {
  succeeded,
  failed,       ///< it says so itself, or it broke down
  too_late,     ///< it was ended, with all that it started
  too_much,     ///< likewise
  not_found,    ///< there is no such program
  not_started,  ///< the system has no room for it
};

/// Runs the program, found as a shell finds it, in the same environment; its standard error goes nowhere.
ProcessEnd run_filter(const std::vector<std::string>& command, std::string_view input, std::string& output,
                      const ProcessLimits& limits);

}  // namespace gongkai::platform
