// Which cell is wrong: for figures that do not add up, the smallest sets of cells whose change would satisfy everything.
//
// Suggested values are never applied, and where several answers are equally small all of them are given.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/finding.hpp"
#include "gongkai/localize/search.hpp"
#include "gongkai/localize/slip.hpp"
#include "gongkai/localize/tableau.hpp"
#include "gongkai/rule.hpp"

namespace gongkai {

struct LocalizeOptions {
  BlankPolicy blanks = BlankPolicy::as_zero;
  std::span<const Witness> witnesses;  ///< what is known of single cells from outside the tables
  std::uint32_t max_nodes = 20'000;    ///< steps of the search for each fault; some milliseconds in all
};

/// A set of cells that, changed as suggested, satisfies every equation.
struct Answer {
  std::vector<Suspect> suspects;  ///< in the order of the form
};

/// Equations that hang together and do not all hold: the table of requests, or a block of section four.
struct Fault {
  CellSet cells;          ///< of the equations
  std::size_t least = 0;  ///< so many cells are wrong at least
  std::vector<Answer>
      answers;  ///< the sets of `least` cells; those that agree with witnesses, then the natural ones first
  std::vector<Answer> shifts;  ///< a row that stands one column aside would explain everything too, with more cells
  bool is_complete = true;     ///< every set of `least` cells is among the answers; otherwise the budget was spent
};

/// Where the faults of one report may lie; empty where its equations can all hold.
struct Localization {
  std::vector<Fault> faults;
};

namespace localize_detail {

/// What the equations of a report are off by.
struct Offs {
  std::array<std::int64_t, equations.size()> off{};  ///< cells without a value count 0
  std::array<bool, equations.size()> is_used{};      ///< the others say nothing, as in the check
};

inline Offs offs_of(const Subject& subject, const CellSet& live) {
  Offs result;
  for (std::size_t i = 0; i < equations.size(); ++i) {
    const Equation& equation = equations[i];
    const CellSet used = equation_sets[i] & live;
    result.is_used[i] = !(equation.kind == Equation::Kind::balance ? used - subject.blank() : used).empty();
    for (const std::uint8_t cell : equation.left()) {
      result.off[i] += subject.value(cell).value_or(0);
    }
    for (const std::uint8_t cell : equation.right()) {
      result.off[i] -= subject.value(cell).value_or(0);
    }
  }
  return result;
}

/// The equations of one component as a report fills them.
struct Component {
  CellSet cells;   ///< that may be changed
  CellSet free;    ///< that have no value, and may have any: unread, a blank total, or blank where that may be anything
  CellSet forced;  ///< that cannot have the value they have
  Tableau tableau;
};

inline Component make_component(const Subject& subject, const CellSet& live, const Offs& offs, std::size_t index) {
  Component component;
  for (std::size_t i = 0; i < equations.size(); ++i) {
    if (component_of[i] == index && offs.is_used[i]) {
      Tableau::Row row{equation_sides[i].left & live, equation_sides[i].right & live, offs.off[i]};
      component.cells = component.cells | row.all();
      component.tableau.add(row);
    }
  }
  const CellSet totals_and_unread = total_cells | subject.unread();
  component.free = component.cells & subject.blank() &
                   (subject.blanks() == BlankPolicy::unknown ? component.cells : totals_and_unread);
  component.forced = component.cells & subject.negative();
  component.cells.for_each(
      [&](std::size_t cell) { component.tableau.set_value(cell, subject.value(cell).value_or(0)); });
  component.free.for_each([&](std::size_t cell) { component.tableau.set_free(cell); });
  component.forced.for_each([&](std::size_t cell) {
    component.tableau.move(cell, least_value);
    component.tableau.set_free(cell);
  });
  return component;
}

inline Suspect suspect_of(const Subject& subject, std::size_t cell, std::int64_t low, std::int64_t high) {
  Suspect suspect;
  suspect.cell = static_cast<std::uint16_t>(cell);
  suspect.value = subject.value(cell);
  suspect.low = low;
  suspect.high = high;
  return suspect;
}

inline void add_witnesses(std::span<const Witness> witnesses, std::vector<Answer>& answers) {
  for (Answer& answer : answers) {
    for (Suspect& suspect : answer.suspects) {
      for (const Witness& witness : witnesses) {
        if (witness.cell == suspect.cell && suspect.is_exact() && witness.value == suspect.low) {
          suspect.witnesses.push_back(witness);
        }
      }
    }
  }
}

/// Orders the answers, which the search found in its own order.
inline void rank(std::vector<Answer>& answers) {
  struct Key {
    std::ptrdiff_t witnesses = 0;
    int strangeness = 0;
    std::size_t index = 0;
  };
  std::vector<Key> keys;
  for (const Answer& answer : answers) {
    Key key{0, strangeness(answer.suspects), keys.size()};
    for (const Suspect& suspect : answer.suspects) {
      key.witnesses += static_cast<std::ptrdiff_t>(suspect.witnesses.size());
    }
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    if (a.witnesses != b.witnesses || a.strangeness != b.strangeness) {
      return a.witnesses != b.witnesses ? a.witnesses > b.witnesses : a.strangeness < b.strangeness;
    }
    return std::lexicographical_compare(answers[a.index].suspects.begin(), answers[a.index].suspects.end(),
                                        answers[b.index].suspects.begin(), answers[b.index].suspects.end(),
                                        [](const Suspect& x, const Suspect& y) { return x.cell < y.cell; });
  });
  std::vector<Answer> ranked;
  ranked.reserve(answers.size());
  for (const Key& key : keys) {
    ranked.push_back(std::move(answers[key.index]));
  }
  answers = std::move(ranked);
}

inline bool changes_same(const Answer& a, const Answer& b) {
  return std::equal(
      a.suspects.begin(), a.suspects.end(), b.suspects.begin(), b.suspects.end(),
      [](const Suspect& x, const Suspect& y) { return x.cell == y.cell && x.low == y.low && x.high == y.high; });
}

/// What the cells of a row should hold if it stands one column aside.
struct Shift {
  std::array<std::int64_t, Equation::max_cells> value{};
  std::size_t lost = 0;  ///< the cell whose number was pushed out of the table
};

/// Whether the equations of each changed cell but the lost one, the row's own aside, come right.
inline bool fits(const Component& component, const Offs& offs, std::size_t row, std::span<const std::uint8_t> shifted,
                 const Shift& shift, const Figures& figures) {
  for (std::size_t i = 0; i < shifted.size(); ++i) {
    const std::int64_t change = shift.value[i] - cell(figures, shifted[i]).value_or(0);
    const Uses& uses = uses_of[shifted[i]];
    for (std::size_t k = 0; k < uses.size && i != shift.lost; ++k) {
      const auto [equation, sign] = uses.use[k];
      if (equation != row && (equation_sets[equation] & component.free).empty() &&
          offs.off[equation] + sign * change != 0) {
        return false;
      }
    }
  }
  return true;
}

/// The answer that a shift makes, or one without suspects where it does not satisfy everything.
inline Answer answer_of(const Subject& subject, const Component& component, std::span<const std::uint8_t> shifted,
                        const Shift& shift) {
  Tableau tableau = component.tableau;
  for (std::size_t i = 0; i < shifted.size(); ++i) {
    tableau.move(shifted[i], shift.value[i]);
  }
  tableau.set_free(shifted[shift.lost]);
  if (tableau.settle() != Tableau::none || !tableau.is_solved()) {
    return {};
  }
  Answer answer;
  for (std::size_t i = 0; i < shifted.size(); ++i) {
    const auto [low, high] = i == shift.lost ? tableau.range(shifted[i]) : std::pair(shift.value[i], shift.value[i]);
    const std::int64_t written = subject.value(shifted[i]).value_or(0);
    if (written < low || written > high) {
      answer.suspects.push_back(suspect_of(subject, shifted[i], low, high));
      answer.suspects.back().slip = Slip::row_shifted;
    }
  }
  return answer;
}

/// Every row, with or without its total, that explains everything if it stands one column too far left or right.
inline std::vector<Answer> shifts_of(const Subject& subject, const Component& component, const Offs& offs) {
  std::vector<Answer> found;
  for (std::size_t i = 0; i < equations.size(); ++i) {
    const Equation& row = equations[i];
    if (row.kind != Equation::Kind::row || (equation_sets[i] & component.cells).empty() ||
        !(equation_sets[i] & (component.free | component.forced)).empty()) {
      continue;
    }
    for (const std::size_t width : {row.all().size(), row.left().size()}) {
      for (const bool is_right : {true, false}) {
        const auto shifted = row.all().first(width);
        Shift shift{{}, is_right ? width - 1 : 0};
        const std::size_t emptied = width - 1 - shift.lost;
        int moved = 0;
        for (std::size_t k = 0; k < width; ++k) {
          shift.value[k] = subject.value(shifted[k == shift.lost ? k : is_right ? k + 1 : k - 1]).value_or(0);
          moved += k != shift.lost && shift.value[k] != 0;
        }
        if (moved == 0 || subject.value(shifted[emptied]).value_or(0) != 0 ||
            !fits(component, offs, i, shifted, shift, subject.report())) {
          continue;
        }
        Answer answer = answer_of(subject, component, shifted, shift);
        const auto is_known = [&](const Answer& known) { return changes_same(known, answer); };
        if (!answer.suspects.empty() && std::none_of(found.begin(), found.end(), is_known)) {
          found.push_back(std::move(answer));
        }
      }
    }
  }
  return found;
}

/// Says in how many of the answers each suspect's cell is changed.
inline void count_answers(const Fault& fault, std::vector<Answer>& answers) {
  std::array<std::uint32_t, cell_count> count{};
  for (const Answer& answer : fault.answers) {
    for (const Suspect& suspect : answer.suspects) {
      ++count[suspect.cell];
    }
  }
  for (Answer& answer : answers) {
    for (Suspect& suspect : answer.suspects) {
      suspect.answers = count[suspect.cell];
      suspect.of = fault.is_complete ? static_cast<std::uint32_t>(fault.answers.size()) : 0;
    }
  }
}

inline Fault locate(const Subject& subject, const LocalizeOptions& options, const Component& component,
                    const Offs& offs) {
  Fault fault;
  fault.cells = component.cells;
  Search search(component.tableau, component.forced, options.max_nodes);
  fault.least = search.run([&](const Tableau& tableau, const CellSet& wrong) {
    std::vector<Suspect>& suspects = fault.answers.emplace_back().suspects;
    suspects.reserve(wrong.size());
    wrong.for_each([&](std::size_t cell) {
      const auto [low, high] = tableau.range(cell);
      suspects.push_back(suspect_of(subject, cell, low, high));
    });
    name_slips(subject.report(), subject.edition(), offs.off, suspects);
  });
  fault.is_complete = !search.is_spent();
  if (fault.least > 1) {  // a shifted row breaks the sums of two columns
    for (Answer& shift : shifts_of(subject, component, offs)) {
      const auto same = std::find_if(fault.answers.begin(), fault.answers.end(),
                                     [&](const Answer& answer) { return changes_same(answer, shift); });
      (same != fault.answers.end() ? *same : fault.shifts.emplace_back()) = std::move(shift);
    }
  }
  for (std::vector<Answer>* answers : {&fault.answers, &fault.shifts}) {
    add_witnesses(options.witnesses, *answers);
    count_answers(fault, *answers);
  }
  rank(fault.answers);
  return fault;
}

}  // namespace localize_detail

/// Finds where the faults of a report may lie. Allocates nothing where its equations hold.
inline Localization localize(const Dossier& dossier, const LocalizeOptions& options = {}) {
  using namespace localize_detail;
  Localization localization;
  const Subject subject(dossier, options.blanks);
  if (subject.equations_hold() && (subject.negative() & equation_cells).empty()) {
    return localization;
  }
  const CellSet live = subject.in_edition() | (cells_of(Edition::unknown) - subject.blank());
  const Offs offs = offs_of(subject, live);
  for (const std::uint8_t index : components) {
    bool holds = true;
    CellSet negative;
    for (std::size_t i = 0; i < equations.size(); ++i) {
      if (component_of[i] == index && offs.is_used[i]) {
        holds = holds && offs.off[i] == 0;
        negative = negative | (equation_sets[i] & subject.negative());
      }
    }
    if (holds && negative.empty()) {
      continue;
    }
    Fault fault = locate(subject, options, make_component(subject, live, offs, index), offs);
    if (fault.least != 0) {
      localization.faults.push_back(std::move(fault));
    }
  }
  return localization;
}
inline Localization localize(const Report& report, const LocalizeOptions& options = {}) {
  return localize(Dossier{&report, nullptr}, options);
}
inline Localization localize(const Reading& reading, const LocalizeOptions& options = {}) {
  return localize(Dossier{&reading.report, &reading}, options);
}

/// Gives each finding about an equation, or about a negative number in one, the suspects among its cells: every
/// suggestion of the equally small answers, those of the likeliest answer first.
inline void attach_suspects(Assessment& assessment, const Localization& localization) {
  const auto is_located = [](const Finding& finding) {
    return finding.rule == "value.non_negative" ||
           std::any_of(std::begin(rules::equation_rules), std::end(rules::equation_rules),
                       [&](const Rule& rule) { return rule.id == finding.rule; });
  };
  for (Finding& finding : assessment.findings) {
    finding.suspects.clear();
    CellSet involved;
    for (const CellValue& cell : finding.cells) {
      involved.add(cell.cell);
    }
    for (const Fault& fault : localization.faults) {
      for (const Answer& answer : fault.answers) {
        for (const Suspect& suspect : answer.suspects) {
          const auto is_same = [&](const Suspect& known) {
            return known.cell == suspect.cell && known.low == suspect.low && known.high == suspect.high;
          };
          if (is_located(finding) && involved.has(suspect.cell) &&
              std::none_of(finding.suspects.begin(), finding.suspects.end(), is_same)) {
            finding.suspects.push_back(suspect);
          }
        }
      }
    }
  }
}

}  // namespace gongkai
