// The bodies of diff.hpp.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gongkai/diff.hpp"
#include "gongkai/inline/linkage.hpp"

namespace gongkai {

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

GONGKAI_INLINE Diff diff(const Dossier& before, const Dossier& after, const CheckOptions& options) {
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
