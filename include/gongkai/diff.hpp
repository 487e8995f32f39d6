// What differs between two reports, or two versions of one: the cells that moved, the texts that changed, and the findings
// that opened and closed.
//
// Behind this door: model/ and rules/, through check.hpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gongkai/check.hpp"

namespace gongkai {

/// A cell with another value in the second report.
struct CellChange {
  std::uint16_t cell = 0;
  std::optional<std::int64_t> before, after;  ///< nothing: blank, or not on that report's form

  /// after - before, where both are known.
  std::optional<std::int64_t> change() const {
    return before && after ? checked_subtract(*after, *before) : std::nullopt;
  }
};

struct Diff {
  About before, after;
  std::vector<CellChange> cells;    ///< in the order of the form
  std::vector<std::uint8_t> texts;  ///< those that differ, as indexes into `texts` of catalog.hpp
  std::vector<Finding> closed;      ///< of the first report, no longer found in the second
  std::vector<Finding> opened;      ///< of the second, not found in the first
  std::vector<Finding> remaining;   ///< of the second, found in both, whatever their values
};

namespace diff_detail {

/// What makes two findings the same fault though values moved: the rule, and the cells or, without cells, the words.
inline std::string identity(const Finding& finding) {
  std::string text(finding.rule);
  for (const CellValue& cell : finding.cells) {
    text.append(1, '\n').append(cells[cell.cell].key);
  }
  if (finding.cells.empty()) {
    text.append(1, '\n').append(finding.reason.zh).append(1, '\n').append(finding.detail);
  }
  return text;
}

/// How many findings of each identity there are.
using Identities = std::map<std::string, std::size_t>;

inline Identities identities(const std::vector<Finding>& findings) {
  Identities result;
  for (const Finding& finding : findings) {
    ++result[identity(finding)];
  }
  return result;
}

/// Takes one finding of the identity away, where there is one left.
inline bool take(Identities& identities, const std::string& identity) {
  const auto at = identities.find(identity);
  if (at == identities.end() || at->second == 0) {
    return false;
  }
  --at->second;
  return true;
}

}  // namespace diff_detail

/// Compares cells and texts of two reports, and what a check finds in each. A cell that is blank in both does not differ.
inline Diff diff(const Dossier& before, const Dossier& after, const CheckOptions& options = {}) {
  using namespace diff_detail;
  Diff result;
  result.before = before.report->about;
  result.after = after.report->about;
  for (const CellInfo& info : cells) {
    const auto old_value = cell(*before.report, info.index), new_value = cell(*after.report, info.index);
    if (old_value != new_value) {
      result.cells.push_back({info.index, old_value, new_value});
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (*text(*before.report, texts[i].key) != *text(*after.report, texts[i].key)) {
      result.texts.push_back(static_cast<std::uint8_t>(i));
    }
  }
  std::vector<Finding> old_findings = check(before, options).findings, new_findings = check(after, options).findings;
  Identities old_left = identities(old_findings), new_left = identities(new_findings);
  for (Finding& finding : new_findings) {
    (take(old_left, identity(finding)) ? result.remaining : result.opened).push_back(std::move(finding));
  }
  for (Finding& finding : old_findings) {
    if (!take(new_left, identity(finding))) {
      result.closed.push_back(std::move(finding));
    }
  }
  return result;
}

}  // namespace gongkai
