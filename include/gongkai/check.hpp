// The check: every rule over one report, giving findings and how far each rule got.
//
// Behind this door: rules/ has a file for each family of rules, compare/ the other reports that some of them look at.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gongkai/model/finding.hpp"
#include "gongkai/rule.hpp"
#include "gongkai/rules/rules.hpp"

namespace gongkai {

struct CheckOptions {
  BlankPolicy blanks = BlankPolicy::as_zero;
  std::vector<std::string> only;    ///< run only rules whose id begins with one of these; empty: all
  std::vector<std::string> except;  ///< run no rule whose id begins with one of these
  std::vector<std::pair<std::string, Severity>> severities;  ///< id prefix -> severity; the last match counts
  std::span<const Rule> extra_rules;                         ///< run after the catalogue; must outlive the assessment
  int similarity_threshold = 50;  ///< percent of the text that may stand in last year's report or another body's
};

/// What a check found. Findings stand in the order of the rules, then of the cells.
struct Assessment {
  std::vector<Finding> findings;
  std::array<Coverage, rule_count> coverage{};  ///< one for each rule of the catalogue, in its order
  std::vector<Coverage> extra_coverage;         ///< one for each of CheckOptions::extra_rules

  /// How many findings of the severity stand, those waived not counted.
  std::size_t count(Severity severity) const {
    std::size_t n = 0;
    for (const Finding& finding : findings) {
      n += finding.severity == severity && !finding.waiver;
    }
    return n;
  }
  std::size_t count_waived() const {
    std::size_t n = 0;
    for (const Finding& finding : findings) {
      n += finding.waiver.has_value();
    }
    return n;
  }
};

/// Runs every rule whose inputs are there; never stops at the first fault, never alters the report. Does not allocate
/// while nothing is found.
Assessment check(const Dossier& dossier, const CheckOptions& options = {});

/// Checks a report that did not come from a document; rules about the document stay open.
Assessment check(const Report& report, const CheckOptions& options = {});

/// Checks a report as it was read. From data (Reading::has_document) there is no document to look at.
Assessment check(const Reading& reading, const CheckOptions& options = {});

}  // namespace gongkai

#ifndef GONGKAI_COMPILED
#include "gongkai/inline/check.hpp"
#endif
