// Which report is last year's of which, and of which body and year there are several.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gongkai/model/reading.hpp"

namespace gongkai::cli {

/// The reports of a run or a folder by body and year; those that do not state both are left out.
class Years {
 public:
  struct Known {
    std::string name;  ///< of its file
    const Report* report = nullptr;
    const Reading* reading = nullptr;  ///< where it was read from a document and is kept
  };

  /// What it points to must stay.
  void add(Known known);
  bool is_empty() const { return known_.empty(); }
  /// The report of the same body on the year before; nullptr where there is none, or several that differ in their
  /// figures.
  const Known* before(const About& about) const;

  /// The reports of one body and year, where there are several; by body and year.
  using Same = std::pair<const std::pair<std::string, int>, std::vector<Known>>;
  std::vector<const Same*> repeated() const;

 private:
  std::map<std::pair<std::string, int>, std::vector<Known>> known_;
};

}  // namespace gongkai::cli
