// Runs the program in a shell, on files of its own.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidjson/document.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "support/files.hpp"

namespace gongkai::testing {

inline std::string program() {
#ifdef GONGKAI_CLI
  return GONGKAI_CLI;
#else
  const char* path = std::getenv("GONGKAI_CLI");
  return path == nullptr ? "gongkai" : path;
#endif
}

struct Outcome {
  int code = -1;
  std::string out, err;
};

/// A folder of one's own, removed at its end.
class Folder {
 public:
  Folder() {
    static int made = 0;
    path_ = std::filesystem::temp_directory_path() / fmt::format("gongkai_cli_test_{}_{}", getpid(), made++);
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path(name);
  }

 private:
  std::filesystem::path path_;
};

/// Runs a command in a shell; quoting is the caller's.
inline Outcome shell(const std::string& command) {
  const Folder folder;
  const std::string err = folder.path("stderr");
  Outcome outcome;
  FILE* pipe = popen((command + " 2>'" + err + "'").c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    outcome.out.append(buffer, got);
  }
  const int status = pclose(pipe);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  outcome.err = read_file(err).value_or("");
  return outcome;
}

/// Runs `gongkai <arguments>`.
inline Outcome run(const std::string& arguments) {
  return shell("'" + program() + "' " + arguments);
}

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

inline rapidjson::Document parse(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  CAPTURE(json.substr(0, 200));
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

}  // namespace gongkai::testing
