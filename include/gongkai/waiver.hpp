// Waivers: findings that somebody has accepted, with a reason and for a time. They stay shown and no longer count.
//
// Behind this door: rules/candidate_reason.hpp looks for what may explain a finding.
#pragma once

#include <cstdint>
#include <span>
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
  std::vector<std::string> fingerprints;
  for (Finding& finding : assessment.findings) {
    finding.waiver.reset();
    fingerprints.push_back(fingerprint(finding));
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
    uses.push_back(WaiverUse::unused);
    for (std::size_t i = 0; i < fingerprints.size(); ++i) {
      if (fingerprints[i] == waiver.fingerprint) {
        assessment.findings[i].waiver = waiver;
        uses.back() = WaiverUse::used;
      }
    }
  }
  return uses;
}

}  // namespace gongkai
