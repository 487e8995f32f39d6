// Waivers: findings that somebody has accepted, with a reason and for a time. They stay shown and no longer count.
//
// Behind this door: rules/candidate_reason.hpp looks for what may explain a finding.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/rules/candidate_reason.hpp"  // IWYU pragma: export

namespace gongkai {

/// What became of a waiver.
enum class WaiverUse : std::uint8_t {
  used,
  unused,   ///< no finding has its fingerprint: it is gone, or a value moved
  expired,  ///< today is past its last day
  future,   ///< today is before its date
};

/// Marks the findings that a waiver accepts, and takes the marks of earlier waivers away; Assessment::count() leaves the
/// marked ones out. The library has no clock: the caller says what day it is. Gives what became of each waiver, in their
/// order.
inline std::vector<WaiverUse> apply(std::span<const Waiver> waivers, const Date& today, Assessment& assessment) {
  std::vector<WaiverUse> uses;
  std::multimap<std::string, Finding*> findings;
  for (Finding& finding : assessment.findings) {
    finding.waiver.reset();
    findings.emplace(fingerprint(finding), &finding);
  }
  for (const Waiver& waiver : waivers) {
    if (waiver.expiry.is_known() && waiver.expiry < today) {
      uses.push_back(WaiverUse::expired);
      continue;
    }
    if (today < waiver.date) {
      uses.push_back(WaiverUse::future);
      continue;
    }
    const auto [first, last] = findings.equal_range(waiver.fingerprint);
    uses.push_back(first == last ? WaiverUse::unused : WaiverUse::used);
    for (auto accepted = first; accepted != last; ++accepted) {
      accepted->second->waiver = waiver;
    }
  }
  return uses;
}

}  // namespace gongkai
