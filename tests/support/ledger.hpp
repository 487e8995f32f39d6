// A ledger: what the program said of each of many things when somebody last looked, as a checksum for each chapter of it. Other
// tests say what is right; a ledger notices whatever else a change does.
//
// Where a change is meant: GONGKAI_WRITE_LEDGERS=FOLDER has the test write all that is said of each thing to FOLDER, and the new
// lines to FOLDER/NAME.txt. Do so before and after the change, look at what `diff -r` says of the two, and keep the lines.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/files.hpp"

namespace gongkai::testing {

/// A number that another text hardly has (FNV-1a).
inline std::uint32_t checksum(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return hash;
}

/// The lines of tests/data/NAME.txt: the name of a thing, a tab, its chapters and their checksums.
class Ledger {
 public:
  using Chapters = std::vector<std::pair<std::string_view, std::string>>;  ///< name and text

  explicit Ledger(const std::string& name) : name_(name) {
    std::istringstream file(read_file(source_folder() + "/tests/data/" + name + ".txt").value_or(""));
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line[0] != '#') {
        lines_[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1);
      }
    }
    if (const char* folder = std::getenv("GONGKAI_WRITE_LEDGERS"); folder != nullptr) {
      folder_ = std::filesystem::path(folder);
      std::filesystem::create_directories(folder_ / name_);
    }
  }

  /// Compares what is said of a thing now with its line, or writes both down.
  void meet(const std::string& thing, const Chapters& chapters) const {
    std::ostringstream line;
    for (const auto& [chapter, text] : chapters) {
      line << (line.tellp() == 0 ? "" : " ") << chapter << ' ' << std::hex << checksum(text);
    }
    if (!folder_.empty()) {
      std::string file = thing + ".said";
      std::replace_if(
          file.begin(), file.end(), [](char c) { return c == ' ' || c == '/'; }, '_');
      std::ofstream all(folder_ / name_ / file, std::ios::binary);
      for (const auto& [chapter, text] : chapters) {
        all << "== " << chapter << '\n' << text;
      }
      std::ofstream(folder_ / (name_ + ".txt"), std::ios::app) << thing << '\t' << line.str() << '\n';
      return;
    }
    const auto kept = lines_.find(thing);
    CAPTURE(thing);
    CHECK(line.str() == (kept == lines_.end() ? "no line in the ledger: see support/ledger.hpp" : kept->second));
  }

 private:
  std::string name_;
  std::filesystem::path folder_;  ///< empty: nothing is to be written
  std::map<std::string, std::string> lines_;
};

}  // namespace gongkai::testing
