// Files that tests read: their own data, and the real reports where GONGKAI_REPORTS names a folder of them.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace gongkai::testing {

/// The root of the sources.
std::string source_folder();

inline std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The example report: a real report's figures, with prose of our own.
inline std::string example_report() {
  return read_file(source_folder() + "/examples/data/harbour-2020.txt").value_or(std::string());
}

/// The folder of real reports, or nothing: tests on them then skip and say so.
inline std::optional<std::string> reports_folder() {
  const char* folder = std::getenv("GONGKAI_REPORTS");
  return folder == nullptr || *folder == '\0' ? std::nullopt : std::optional<std::string>(folder);
}

}  // namespace gongkai::testing
