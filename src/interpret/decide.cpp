// Whoever stands in the tables wins over whoever stands outside of them, and then the first.
#include "interpret/decide.hpp"

#include <algorithm>
#include <array>

#include "interpret/row_cells.hpp"

namespace gongkai {
namespace {

RowClaim claim_of(const RowCandidate& candidate) {
  RowClaim claim;
  claim.row = candidate.row;
  claim.is_in_place = candidate.section >= 2 && candidate.section <= 4;
  claim.is_read = candidate.is_read();
  claim.has_any = !claim.is_read || !std::all_of(candidate.values.begin(), candidate.values.end(), is_empty);
  for (const std::size_t cell : candidate.cells) {
    if (cell != cell_count) {
      claim.cells.add(cell);
    }
  }
  if (!claim.is_read) {
    const RowCells& range = cells_of_row(candidate.row);
    for (std::size_t cell = range.first; cell < range.end(); ++cell) {
      claim.cells.add(cell);
    }
  }
  return claim;
}

bool is_of_disclosure(const RowCandidate& candidate) {
  return tables[rows[static_cast<std::size_t>(candidate.row)].table].section == 2;
}

/// Whether the row has nothing but digits in its first cell, enough for all of its cells.
bool may_be_fused(const RowCandidate& candidate) {
  return candidate.values.size() > 1 && is_of_disclosure(candidate) && !is_empty(candidate.values[0]) &&
         is_run_in_cell(candidate.values, candidate.values.size());
}

/// Whether the row has numbers and blanks in cells: where others hold several numbers, no column is sure.
bool may_be_shifted(const RowCandidate& candidate) {
  return candidate.is_read() && candidate.place.table != 0 &&
         std::any_of(candidate.values.begin(), candidate.values.end(), is_empty) &&
         std::any_of(candidate.values.begin(), candidate.values.end(), is_number);
}

/// Five numbers are a block of section four where its blocks stand below each other; where they stand side by side
/// and blanks are lost, they may be of all three. So one block alone, without a label, is no evidence.
void doubt_single_block(const std::vector<const RowCandidate*>& candidates, std::vector<Fate>& fates) {
  std::size_t blocks = 0, alone = candidates.size();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const RowCandidate& candidate = *candidates[i];
    if (fates[i] == Fate::taken && candidate.is_read() && candidate.row >= first_case_row) {
      ++blocks;
      alone = candidate.label.empty() ? i : alone;
    }
  }
  if (blocks == 1 && alone != candidates.size()) {
    fates[alone] = Fate::torn;
  }
}

/// Beside a row of numbers without a label, a label without numbers may be its: a program wrote the lines of a cell apart.
void doubt_blank_rows(const Evidence& evidence, const std::vector<const RowCandidate*>& candidates,
                      const std::vector<RowClaim>& claims, std::vector<Fate>& fates) {
  std::array<bool, sections.size() + 1> any_without_label{};
  for (const Sighting& sighting : evidence.sightings) {
    if (const auto* row = std::get_if<RowWithoutLabel>(&sighting)) {
      any_without_label[static_cast<std::size_t>(row->section)] = true;
    }
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const int section = tables[rows[static_cast<std::size_t>(candidates[i]->row)].table].section;
    if (fates[i] == Fate::taken && candidates[i]->is_read() && !claims[i].has_any &&
        any_without_label[static_cast<std::size_t>(section)]) {
      fates[i] = Fate::torn;
    }
  }
}

}  // namespace

std::vector<Fate> choose(const std::vector<RowClaim>& claims) {
  std::array<bool, tables.size()> is_in_place{};
  for (const RowClaim& claim : claims) {
    bool& table = is_in_place[rows[static_cast<std::size_t>(claim.row)].table];
    table = table || claim.is_in_place;
  }
  std::vector<Fate> fates(claims.size(), Fate::astray);
  CellSet taken;
  const auto rank = [](const RowClaim& claim) { return claim.is_read && claim.has_any ? 0 : claim.is_read ? 1 : 2; };
  for (const int at : {0, 1, 2}) {
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const RowClaim& claim = claims[i];
      const bool is_astray = !claim.is_in_place && is_in_place[rows[static_cast<std::size_t>(claim.row)].table];
      if (is_astray || rank(claim) != at) {
        continue;
      }
      const bool is_free = (taken & claim.cells).empty();
      fates[i] = is_free ? Fate::taken : claim.has_any ? Fate::repeated : Fate::empty;
      taken = is_free ? taken | claim.cells : taken;
    }
  }
  return fates;
}

std::vector<const RowCandidate*> candidates_of(const Evidence& evidence) {
  std::vector<const RowCandidate*> result;
  for (const Sighting& sighting : evidence.sightings) {
    if (const auto* candidate = std::get_if<RowCandidate>(&sighting)) {
      result.push_back(candidate);
    }
  }
  return result;
}

const RowCandidate* taken_row(const Evidence& evidence, const Decision& decision, std::int16_t row) {
  std::size_t candidate = 0;
  for (const Sighting& sighting : evidence.sightings) {
    if (const auto* found = std::get_if<RowCandidate>(&sighting)) {
      if (decision.fates[candidate++] == Fate::taken && found->row == row) {
        return found;
      }
    }
  }
  return nullptr;
}

Decision decide(const Evidence& evidence, Edition stated, int year) {
  std::vector<RowClaim> claims;
  const std::vector<const RowCandidate*> candidates = candidates_of(evidence);
  for (const RowCandidate* candidate : candidates) {
    claims.push_back(claim_of(*candidate));
  }
  Decision decision;
  decision.fates = choose(claims);
  const auto any = [&](bool RowCandidate::*flag) {
    return std::any_of(candidates.begin(), candidates.end(),
                       [flag](const RowCandidate* candidate) { return candidate->*flag; });
  };
  const bool any_run = any(&RowCandidate::is_run_in_cell), any_several = any(&RowCandidate::holds_several);
  for (std::size_t i = 0; i < candidates.size() && (any_run || any_several); ++i) {
    if (decision.fates[i] == Fate::taken &&
        ((any_run && may_be_fused(*candidates[i])) || (any_several && may_be_shifted(*candidates[i])))) {
      decision.fates[i] = Fate::fused;
    }
  }
  doubt_single_block(candidates, decision.fates);
  doubt_blank_rows(evidence, candidates, claims, decision.fates);
  for (std::size_t i = 0; i < candidates.size() && evidence.loose_number[2]; ++i) {
    // No sum says whether a label that stands before numbers is theirs, where the text is not in the document's order.
    if (decision.fates[i] == Fate::taken && candidates[i]->is_apart && is_of_disclosure(*candidates[i])) {
      decision.fates[i] = Fate::torn;
    }
  }
  int votes_2019 = evidence.votes_2019, votes_2021 = evidence.votes_2021;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const bool is_read = decision.fates[i] == Fate::taken && claims[i].is_read;
    const Editions editions = rows[static_cast<std::size_t>(claims[i].row)].editions;
    votes_2019 += is_read && editions == Editions::form_2019;
    votes_2021 += is_read && editions == Editions::form_2021;
  }
  decision.edition = stated != Edition::unknown ? stated
                     : votes_2019 > votes_2021  ? Edition::form_2019
                     : votes_2019 < votes_2021  ? Edition::form_2021
                     : year >= 2021             ? Edition::form_2021
                     : year >= 2019             ? Edition::form_2019
                                                : Edition::unknown;
  return decision;
}

}  // namespace gongkai
