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

#include "gongkai/compare/others.hpp"
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
  int similarity_threshold = 50;  ///< percent of the text that may stand in last year's report; see similarity.hpp
};

/// What a check found. Findings stand in the order of the rules, then of the cells.
struct Assessment {
  std::vector<Finding> findings;
  std::array<Coverage, rule_catalog.size()> coverage{};  ///< one for each rule of the catalogue, in its order
  std::vector<Coverage> extra_coverage;                  ///< one for each of CheckOptions::extra_rules

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

namespace check_detail {

inline bool matches(std::string_view id, std::string_view prefix) {
  return id.substr(0, prefix.size()) == prefix;
}

inline bool matches_any(std::string_view id, const std::vector<std::string>& prefixes) {
  for (const std::string& prefix : prefixes) {
    if (matches(id, prefix)) {
      return true;
    }
  }
  return false;
}

/// What the options say of a rule.
struct Choice {
  bool runs = true;
  std::optional<Severity> severity;
};
inline Choice choose(std::string_view id, const CheckOptions& options) {
  Choice choice;
  choice.runs = (options.only.empty() || matches_any(id, options.only)) && !matches_any(id, options.except);
  for (const auto& [prefix, severity] : options.severities) {
    choice.severity = matches(id, prefix) ? severity : choice.severity;
  }
  return choice;
}

inline void run(const Rule& rule, const Choice& choice, const Subject& subject, Coverage& coverage,
                std::vector<Finding>& findings) {
  if (!choice.runs || (subject.edition() != Edition::unknown && !has(rule.editions, subject.edition())) ||
      (rule.scope == Scope::years && subject.dossier().previous == nullptr) ||
      (rule.scope == Scope::rollup && subject.dossier().children.empty())) {
    return;
  }
  const std::size_t first = findings.size();
  Verdicts verdicts(rule.id, rule.severity, subject, coverage, findings);
  if (rule.run == nullptr) {
    verdicts.open(OpenReason::not_assessable);
    return;
  }
  if (rule.scope == Scope::years && !subject.others()->is_year_before(subject.report().about)) {
    verdicts.open(OpenReason::not_comparable);
    return;
  }
  rule.run(subject, verdicts);
  for (std::size_t i = first; choice.severity && i < findings.size(); ++i) {  // also where the rule itself graded it
    findings[i].severity = *choice.severity;
  }
}

}  // namespace check_detail

/// Runs every rule whose inputs are there; never stops at the first fault, never alters the report. Does not allocate
/// while nothing is found.
inline Assessment check(const Dossier& dossier, const CheckOptions& options = {}) {
  using namespace check_detail;
  Assessment assessment;
  std::optional<Others> others;
  if (dossier.previous != nullptr || !dossier.children.empty()) {
    others = others_of(dossier, options.blanks, options.similarity_threshold);
  }
  const Subject subject(dossier, options.blanks, others ? &*others : nullptr);
  const bool has_choices = !options.only.empty() || !options.except.empty() || !options.severities.empty();
  const auto run_all = [&](std::span<const Rule> rules, std::span<Coverage> coverage) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      run(rules[i], has_choices ? choose(rules[i].id, options) : Choice{}, subject, coverage[i], assessment.findings);
    }
  };
  run_all(rule_catalog, assessment.coverage);
  assessment.extra_coverage.resize(options.extra_rules.size());
  run_all(options.extra_rules, assessment.extra_coverage);
  return assessment;
}

/// Checks a report that did not come from a document; rules about the document stay open.
inline Assessment check(const Report& report, const CheckOptions& options = {}) {
  return check(Dossier{&report, nullptr}, options);
}

/// Checks a report as it was read. From data (Reading::has_document) there is no document to look at.
inline Assessment check(const Reading& reading, const CheckOptions& options = {}) {
  return check(Dossier{&reading.report, document_of(reading)}, options);
}

}  // namespace gongkai
