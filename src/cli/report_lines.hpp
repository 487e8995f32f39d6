// Many reports as a list: one line for each, the worst first.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "commands.hpp"

namespace gongkai::cli {

class ReportLines {
 public:
  /// Before findings are left out for --errors-only.
  void add(const std::string& file, const About& about, const Assessment& assessment, const Settings& settings);
  /// Body (where it is not stated, the file), year, how many findings of each severity, the first of the gravest in words,
  /// and the file. On a terminal each line is cut to its width.
  void print(const Settings& settings, Output& out) const;

 private:
  struct Line {
    std::string file, body, year, worst;
    std::array<std::size_t, 3> counts;  ///< errors, warnings, infos
  };
  std::vector<Line> lines_;
};

}  // namespace gongkai::cli
