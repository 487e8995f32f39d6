// The bodies of check.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/compare/others.hpp"
#include "gongkai/inline/linkage.hpp"
#include "gongkai/model/writing.hpp"

namespace gongkai {

namespace check_detail {

inline bool matches(std::string_view id, std::string_view prefix) {
  return id.starts_with(prefix);
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

/// Whether a rule of the catalogue supposes the national form.
inline bool is_of_the_form(const Rule& rule) {
  const auto is_same = [&](const Rule& known) { return known.id == rule.id; };
  return rule.id != "document.older_form" && rule.id != "document.hint_contradicts" &&
         std::any_of(rule_catalog.begin(), rule_catalog.end(), is_same);
}

inline void run(const Rule& rule, const Choice& choice, const Subject& subject, Coverage& coverage,
                std::vector<Finding>& findings) {
  if (!choice.runs || (subject.edition() != Edition::unknown && !has(rule.editions, subject.edition())) ||
      (rule.scope == Scope::years && subject.dossier().previous == nullptr) ||
      (rule.scope == Scope::rollup && subject.dossier().children.empty()) ||
      (rule.scope == Scope::peers && subject.dossier().peers == nullptr)) {
    return;
  }
  const std::size_t first = findings.size();
  Verdicts verdicts(rule.id, rule.severity, subject, coverage, findings);
  if (rule.run == nullptr) {
    verdicts.open(OpenReason::not_assessable);
    return;
  }
  if (rule.scope == Scope::years) {
    const Others& others = *subject.others();
    const About& about = subject.report().about;
    if (!others.is_year_before(about) || (others.is_of_other_body(about) && rule.id != "years.other_body")) {
      verdicts.open(OpenReason::not_comparable);
      return;
    }
  }
  rule.run(subject, verdicts);
  for (std::size_t i = first; choice.severity && i < findings.size(); ++i) {  // also where the rule itself graded it
    findings[i].severity = *choice.severity;
  }
}

/// A report in traditional writing in the writing of the words that rules look for; letters stay where they are.
class InSimplifiedWriting {
 public:
  explicit InSimplifiedWriting(const Dossier& dossier) : dossier_(dossier) {
    const Narrative& narrative = dossier.report->narrative;
    if (!is_traditional(dossier.report->about.title) && !is_traditional(narrative.overview)) {
      return;
    }
    if (dossier.reading != nullptr) {
      reading_ = *dossier.reading;
      reading_->table_text = in_simplified_writing(reading_->table_text);
      simplify(reading_->report);
      simplify(reading_->said);
      dossier_.reading = &*reading_;
      dossier_.report = &reading_->report;
    } else {
      report_ = *dossier.report;
      simplify(*report_);
      dossier_.report = &*report_;
    }
  }
  InSimplifiedWriting(const InSimplifiedWriting&) = delete;
  InSimplifiedWriting& operator=(const InSimplifiedWriting&) = delete;
  const Dossier& dossier() const { return dossier_; }

 private:
  static void simplify(About& about) {
    about.title = in_simplified_writing(about.title);
    about.authority = in_simplified_writing(about.authority);
  }
  static void simplify(Report& report) {
    simplify(report.about);
    Narrative& narrative = report.narrative;
    for (std::string* text :
         {&narrative.preamble, &narrative.overview, &narrative.problems_and_improvements, &narrative.other_matters}) {
      *text = in_simplified_writing(*text);
    }
  }

  Dossier dossier_;
  std::optional<Reading> reading_;
  std::optional<Report> report_;
};

}  // namespace check_detail

GONGKAI_INLINE Assessment check(const Dossier& as_written, const CheckOptions& options) {
  using namespace check_detail;
  const InSimplifiedWriting writing(as_written);
  const Dossier& dossier = writing.dossier();
  Assessment assessment;
  std::optional<Others> others;
  if (dossier.previous != nullptr || !dossier.children.empty()) {
    others = others_of(dossier, options.blanks);
  }
  const Subject subject(dossier, options.blanks, others ? &*others : nullptr, options.similarity_threshold);
  const bool has_choices = !options.only.empty() || !options.except.empty() || !options.severities.empty();
  const auto run_all = [&](std::span<const Rule> rules, std::span<Coverage> coverage) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (subject.is_before_the_form() && is_of_the_form(rules[i])) {
        continue;  // of an older form only that is said
      }
      run(rules[i], has_choices ? choose(rules[i].id, options) : Choice{}, subject, coverage[i], assessment.findings);
    }
  };
  run_all(rule_catalog, assessment.coverage);
  assessment.extra_coverage.resize(options.extra_rules.size());
  run_all(options.extra_rules, assessment.extra_coverage);
  return assessment;
}

GONGKAI_INLINE Assessment check(const Report& report, const CheckOptions& options) {
  return check(Dossier{&report, nullptr}, options);
}

GONGKAI_INLINE Assessment check(const Reading& reading, const CheckOptions& options) {
  return check(Dossier{&reading.report, &reading}, options);
}

}  // namespace gongkai
