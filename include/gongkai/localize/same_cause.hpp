// One cause, one finding: what one wrong cell breaks becomes the strongest of its findings, which holds the others.
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "gongkai/model/finding.hpp"

namespace gongkai::localize_detail {

/// Whether the finding's two sides agree once the cell holds what it should: a number of the text, of last year's report or
/// of the subordinate bodies that said so all along.
inline bool is_settled_by(const Finding& finding, const Suspect& cause) {
  const bool is_told = finding.rule.starts_with("narrative.");
  const bool is_compared = finding.rule.starts_with("years.carry") || finding.rule == "rollup.sum";
  const auto mine = std::count_if(finding.cells.begin(), finding.cells.end(),
                                  [&](const CellValue& value) { return value.cell == cause.cell; });
  const auto shift = checked_subtract(cause.low, cause.value.value_or(0)), difference = finding.difference();
  if ((!is_told && !is_compared) || mine != 1 || !shift || !difference) {
    return false;
  }
  return is_told ? *shift == *difference : *shift == -*difference;  // the table is the right side of what a text says
}

/// Whether the cell is the cause of the finding.
inline bool is_caused_by(const Finding& finding, const Suspect& cause) {
  const Suspect* likely = finding.likely();
  return likely != nullptr ? likely->cell == cause.cell : is_settled_by(finding, cause);
}

/// Puts the findings of each cell that stands out into the strongest of them, of equals the first.
inline void join_same_causes(std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].likely() == nullptr) {
      continue;
    }
    const Suspect cause = *findings[i].likely();
    const auto is_mine = [&](const Finding& finding) { return is_caused_by(finding, cause); };
    std::size_t strongest = i;
    for (std::size_t k = i + 1; k < findings.size(); ++k) {
      const bool is_stronger = findings[k].severity > findings[strongest].severity;
      strongest = findings[k].likely() != nullptr && is_mine(findings[k]) && is_stronger ? k : strongest;
    }
    Finding kept = std::move(findings[strongest]);
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(strongest));
    std::stable_partition(findings.begin(), findings.end(), [&](const Finding& finding) { return !is_mine(finding); });
    const auto first = std::find_if(findings.begin(), findings.end(), is_mine);
    kept.same_cause.assign(std::make_move_iterator(first), std::make_move_iterator(findings.end()));
    findings.erase(first, findings.end());
    i = std::min(i, findings.size());
    findings.insert(findings.begin() + static_cast<std::ptrdiff_t>(i), std::move(kept));
  }
}

}  // namespace gongkai::localize_detail
