// Each table is proven by itself, within one bound.
#include "interpret/prove.hpp"

#include <algorithm>

#include "interpret/provers.hpp"

namespace gongkai {
namespace {

constexpr std::size_t most_steps = 2'000'000;  // of search in a report

/// Whether anything is there to prove: most documents have nothing.
bool may_prove(const Evidence& evidence, const Decision& decision) {
  std::size_t candidate = 0;
  for (const Sighting& sighting : evidence.sightings) {
    if (const auto* row = std::get_if<RowCandidate>(&sighting)) {
      if (decision.fates[candidate++] == Fate::taken && !row->is_read()) {
        return true;
      }
    } else if (std::holds_alternative<RowWithoutLabel>(sighting)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void note_inferred(int section, const Place& place, Proof& proof) {
  for (const TableInfo& table : tables) {
    if (table.section == section) {
      proof.notes.push_back({NoteKind::inferred, place, -1, -1, std::string(table.title.zh)});
      return;
    }
  }
}

bool Proof::has(std::int16_t row) const {
  return std::any_of(cells.begin(), cells.end(),
                     [row](const InferredCell& inferred) { return gongkai::cells[inferred.cell].row == row; });
}

bool Proof::has_used(const RowWithoutLabel& row) const {
  return std::find(used.begin(), used.end(), &row) != used.end();
}

Proof prove(const Evidence& evidence, const Decision& decision, const Reading& reading) {
  Proof proof;
  if (decision.edition != Edition::unknown && may_prove(evidence, decision)) {
    SearchBudget budget{most_steps};
    const Narrative& narrative = reading.report.narrative;
    const std::vector<std::string_view> stated{narrative.overview, reading.table_text, narrative.other_matters};
    prove_disclosure(evidence, decision, reading, budget, proof);
    prove_requests(evidence, decision, budget, proof);
    prove_cases(evidence, decision, stated, budget, proof);
  }
  return proof;
}

}  // namespace gongkai
