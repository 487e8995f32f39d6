// What the command line puts beside a report: last year's, the reports of subordinate bodies, and waivers.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "commands.hpp"
#include "gongkai/bodies.hpp"
#include "input.hpp"
#include "years.hpp"

namespace gongkai::cli {

/// The reports in folders, each under the name of its body.
struct Collection {
  /// A report that was read. The reading is kept only where some cell of it could not be read: there may be thousands.
  struct Item {
    std::string name, path;
    Report report;
    std::unique_ptr<Reading> reading;
    std::optional<Problem> problem;  ///< why there is no report
  };
  std::deque<Item> items;               ///< one for each of `filed`, in order
  std::vector<Child> filed;             ///< points into `items`
  std::vector<std::string> no_reports;  ///< files that are no annual reports
};

/// Reads all reports in the files and folders. One that cannot be read is in `filed` too, without a report.
Collection collect(const std::vector<std::string>& paths, const Settings& settings);

/// The year that most of the reports are on; the later of two. 0 where none names its year.
int common_year(const Collection& collection);

/// The subordinate bodies of a report, from a collection and, where there is one, the register.
struct Subordinates {
  Collection collection;
  std::vector<Body> bodies;
  std::vector<Child> children;
  std::vector<std::string> elsewhere;  ///< paths of reports of no such body
};

/// Lays the collection on the register; without one, all reports but the body's own are those of subordinate bodies.
void place(Subordinates& subordinates, const std::string& authority, int year);

/// Reads the register that the settings name, if any; complains and is false where it cannot be read.
bool load_bodies(const Settings& settings, std::vector<Body>& bodies, Output& err);

/// What the settings put beside one report.
struct Beside {
  Loaded previous;
  Collection previous_folder;
  Years previous_years;  ///< of the folder
  Subordinates subordinates;

  /// Whether it can stand beside one report only: a folder of last year's reports has one for each.
  static bool is_for_one(const Settings& settings);
  /// Reads last year's report, the register and the children; complains and is false where that fails.
  bool load(const Settings& settings, Output& err);
  /// Completes a dossier, which points into this object; says what is wrong where what was loaded does not fit its report.
  std::string put(Dossier& dossier, const Settings& settings);
  /// Last year's report in the folder of such, if any.
  const Years::Known* last_year(const About& about) const { return previous_years.before(about); }
};

/// The bodies in words: how many have filed, who has not and why, and which reports are of no such body.
void print_subordinates(const Subordinates& subordinates, const Settings& settings, Output& out);

}  // namespace gongkai::cli
