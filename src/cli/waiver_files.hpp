// The files of accepted findings: the one that is applied, and the one that --write-waivers makes.
#pragma once

#include <vector>

#include "commands.hpp"
#include "gongkai/waiver.hpp"

namespace gongkai::cli {

class WaiverFiles {
 public:
  /// Reads the file of --waivers; complains and is false where it cannot be used.
  bool load(const Settings& settings, Output& err);
  /// Marks what it accepts.
  void take(Assessment& assessment);
  /// For --write-waivers: those in use, and one to be filled in for each finding that asks for something.
  void make(const Settings& settings, const About& about, const Assessment& assessment);
  /// Writes them, and says so where the output is for people; complains and is false where it cannot.
  bool write(const Settings& settings, bool for_people, Output& out, Output& err);
  /// Tells the waivers that accept nothing, so that the file can be tidied.
  void print(const Settings& settings, Output& out) const;

 private:
  std::vector<Waiver> waivers_, made_;
  std::vector<WaiverUse> uses_;
};

}  // namespace gongkai::cli
