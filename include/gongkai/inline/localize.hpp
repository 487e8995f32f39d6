// The bodies of localize.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "gongkai/inline/linkage.hpp"
#include "gongkai/localize.hpp"
#include "gongkai/localize/component.hpp"
#include "gongkai/localize/same_cause.hpp"
#include "gongkai/localize/search.hpp"
#include "gongkai/localize/shift.hpp"
#include "gongkai/localize/slip.hpp"
#include "gongkai/localize/witnesses.hpp"
#include "gongkai/rules/equations.hpp"

namespace gongkai {

namespace localize_detail {

inline void add_witnesses(std::span<const Witness> witnesses, std::vector<Answer>& answers) {
  for (Answer& answer : answers) {
    for (Suspect& suspect : answer.suspects) {
      for (const Witness& witness : witnesses) {
        const bool is_told = std::any_of(suspect.witnesses.begin(), suspect.witnesses.end(),
                                         [&](const Witness& other) { return other.kind == witness.kind; });
        if (witness.cell == suspect.cell && suspect.is_exact() && witness.value == suspect.low && !is_told) {
          suspect.witnesses.push_back(witness);
        }
      }
    }
  }
}

/// Orders the answers, which the search found in its own order.
inline void rank(std::vector<Answer>& answers) {
  struct Key {
    int witnesses = 0;
    int strangeness = 0;
    int totals = 0;  ///< a total goes stale more easily than one of its parts
    std::size_t index = 0;
  };
  std::vector<Key> keys;
  for (const Answer& answer : answers) {
    Key key{0, strangeness(answer.suspects), 0, keys.size()};
    for (const Suspect& suspect : answer.suspects) {
      key.witnesses += static_cast<int>(suspect.witnesses.size());
      key.totals += total_cells.has(suspect.cell);
    }
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    const auto order = [](const Key& key) { return std::tuple(-key.witnesses, key.strangeness, -key.totals); };
    if (order(a) != order(b)) {
      return order(a) < order(b);
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

inline Fault locate(const Component& component, std::span<const Witness> witnesses, std::uint32_t max_nodes) {
  const Subject& subject = component.subject;
  Tableau start = component.tableau;
  component.free.for_each([&](std::size_t cell) { start.set_free(cell); });
  component.forced.for_each([&](std::size_t cell) {
    start.move(cell, least_value);
    start.set_free(cell);
  });
  Fault fault;
  fault.cells = component.cells;
  Search search(start, component.forced, max_nodes);
  fault.least = search.run([&](const Tableau& tableau, const CellSet& wrong) {
    std::vector<Suspect>& suspects = fault.answers.emplace_back().suspects;
    suspects.reserve(wrong.size());
    wrong.for_each([&](std::size_t cell) { suspects.push_back(suspect_of(subject, cell, tableau.range(cell))); });
    name_slips(subject.report(), subject.edition(), component.offs.off, suspects);
  });
  fault.is_complete = !search.is_spent();
  if (fault.least > 1) {  // a shifted row breaks the sums of two columns
    for (Answer& shift : shifts_of(component)) {
      const auto same = std::find_if(fault.answers.begin(), fault.answers.end(),
                                     [&](const Answer& answer) { return changes_same(answer, shift); });
      (same != fault.answers.end() ? *same : fault.shifts.emplace_back()) = std::move(shift);
    }
  }
  for (std::vector<Answer>* answers : {&fault.answers, &fault.shifts}) {
    add_witnesses(witnesses, *answers);
    count_answers(fault, *answers);
  }
  rank(fault.answers);
  return fault;
}

}  // namespace localize_detail

GONGKAI_INLINE Localization localize(const Dossier& dossier, const LocalizeOptions& options) {
  using namespace localize_detail;
  Localization localization;
  const Subject subject(dossier, options.blanks);
  if (subject.equations_hold() && (subject.negative() & equation_cells).empty()) {
    return localization;
  }
  const CellSet live = subject.in_edition() | (cells_of(Edition::unknown) - subject.blank());
  const Offs offs = offs_of(subject, live);
  std::vector<Witness> witnesses = witnesses_of(dossier, options.blanks);
  witnesses.insert(witnesses.end(), options.witnesses.begin(), options.witnesses.end());
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
    Fault fault = locate(make_component(subject, live, offs, index), witnesses, options.max_nodes);
    if (fault.least != 0) {
      localization.faults.push_back(std::move(fault));
    }
  }
  return localization;
}

GONGKAI_INLINE Localization localize(const Report& report, const LocalizeOptions& options) {
  return localize(Dossier{&report, nullptr}, options);
}

GONGKAI_INLINE Localization localize(const Reading& reading, const LocalizeOptions& options) {
  return localize(Dossier{&reading.report, &reading}, options);
}

GONGKAI_INLINE bool is_located(const Finding& finding) {
  const bool is_equation = std::any_of(std::begin(rules::equation_rules), std::end(rules::equation_rules),
                                       [&](const Rule& rule) { return rule.id == finding.rule; });
  return is_equation ||
         (finding.rule == "value.non_negative" && localize_detail::equation_cells.has(finding.cells.front().cell));
}

GONGKAI_INLINE void attach_suspects(Assessment& assessment, const Localization& localization) {
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
    if (const Suspect* likely = finding.likely(); likely != nullptr && likely->place.is_known()) {
      finding.place = likely->place;
    }
  }
}

namespace localize_detail {

/// Leaves of a fault's answers the one cell that alone explains it: the only such cell, or the only one of several with
/// which something outside the tables agrees. False where there is none.
inline bool leave_likely(Fault& fault) {
  if (fault.least != 1 || !fault.is_complete) {
    return false;
  }
  const auto is_told = [](const Answer& answer) {
    return !answer.suspects.front().witnesses.empty();  // no answer is without a cell
  };
  if (fault.answers.size() > 1 && std::count_if(fault.answers.begin(), fault.answers.end(), is_told) == 1) {
    fault.answers = {*std::find_if(fault.answers.begin(), fault.answers.end(), is_told)};
  }
  return fault.answers.size() == 1;
}

}  // namespace localize_detail

GONGKAI_INLINE Assessment check_and_locate(const Dossier& dossier, const CheckOptions& options) {
  Assessment assessment = check(dossier, options);
  if (std::none_of(assessment.findings.begin(), assessment.findings.end(), is_located)) {
    return assessment;
  }
  LocalizeOptions how;
  how.blanks = options.blanks;
  Localization localization = localize(dossier, how);
  std::erase_if(localization.faults, [](Fault& fault) { return !localize_detail::leave_likely(fault); });
  attach_suspects(assessment, localization);
  localize_detail::join_same_causes(assessment.findings);
  return assessment;
}

}  // namespace gongkai
