// Which cell is wrong: for figures that do not add up, the smallest sets of cells whose change would satisfy everything.
//
// Suggested values are never applied, and where several answers are equally small all of them are given.
//
// Behind this door: localize/ holds the search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/model/cell_set.hpp"
#include "gongkai/model/finding.hpp"
#include "gongkai/model/suspect.hpp"
#include "gongkai/rule.hpp"

namespace gongkai {

struct LocalizeOptions {
  BlankPolicy blanks = BlankPolicy::as_zero;
  std::span<const Witness> witnesses;  ///< what is known of single cells besides witnesses_of() the dossier
  std::uint32_t max_nodes = 10'000;    ///< steps of the search for each fault; some milliseconds in all
};

/// Equations that hang together and do not all hold: the table of requests, or a block of section four.
struct Fault {
  CellSet cells;                ///< of the equations
  std::size_t least = 0;        ///< so many cells are wrong at least
  std::vector<Answer> answers;  ///< the sets of `least` cells: first those that witnesses agree with, then the natural
  std::vector<Answer> shifts;   ///< not among them: a row that stands one column aside would explain everything too
  bool is_complete = true;      ///< all sets of `least` cells are among the answers; otherwise the budget was spent
};

/// Where the faults of one report may lie; empty where its equations can all hold.
struct Localization {
  std::vector<Fault> faults;
};

/// Finds where the faults of a report may lie, and what its text, last year's report and the children of the dossier say
/// of the cells in question. Allocates nothing where its equations hold.
Localization localize(const Dossier& dossier, const LocalizeOptions& options = {});
Localization localize(const Report& report, const LocalizeOptions& options = {});
Localization localize(const Reading& reading, const LocalizeOptions& options = {});

/// Whether a finding is about what localize() looks at: an equation, or a number that cannot be negative.
bool is_located(const Finding& finding);

/// Gives each finding about an equation, or about a negative number in one, the suspects among its cells: every
/// suggestion of the equally small answers, those of the likeliest answer first. Where one cell stands out the finding's
/// place is that cell.
void attach_suspects(Assessment& assessment, const Localization& localization);

/// The check; where one cell alone explains a fault, or one of several that something outside the tables agrees with, it is
/// the suspect of the fault's findings, and these are one finding: the strongest, which holds the others in `same_cause`.
/// What is counted as violated is every relation still.
Assessment check_and_locate(const Dossier& dossier, const CheckOptions& options = {});

}  // namespace gongkai

#ifndef GONGKAI_COMPILED
#include "gongkai/inline/localize.hpp"
#endif
