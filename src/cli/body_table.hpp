// How many findings each body has, over all its reports.
#pragma once

#include <map>
#include <string>

#include "commands.hpp"

namespace gongkai::cli {

class BodyTable {
 public:
  void add(const About& about, const Assessment& assessment);
  /// The bodies with the most errors first.
  void print(const Settings& settings, Output& out) const;

 private:
  struct Row {
    std::size_t reports = 0, errors = 0, warnings = 0, infos = 0;
  };
  std::map<std::string, Row> rows_;
};

}  // namespace gongkai::cli
