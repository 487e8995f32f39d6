// The C functions that check, and those on assessments.
#include "border.hpp"
#include "gongkai/localize.hpp"
#include "gongkai/write.hpp"

namespace gongkai::capi {

static_assert(static_cast<int>(Severity::info) == GK_SEVERITY_INFO);
static_assert(static_cast<int>(Severity::warning) == GK_SEVERITY_WARNING);
static_assert(static_cast<int>(Severity::error) == GK_SEVERITY_ERROR);
static_assert(static_cast<int>(BlankPolicy::as_zero) == GK_BLANKS_AS_ZERO);
static_assert(static_cast<int>(BlankPolicy::unknown) == GK_BLANKS_UNKNOWN);
static_assert(static_cast<int>(OpenReason::blank_total) == GK_OPEN_BLANK_TOTAL);
static_assert(static_cast<int>(OpenReason::all_blank) == GK_OPEN_ALL_BLANK);
static_assert(static_cast<int>(OpenReason::unknown_blank) == GK_OPEN_UNKNOWN_BLANK);
static_assert(static_cast<int>(OpenReason::unreadable) == GK_OPEN_UNREADABLE);
static_assert(static_cast<int>(OpenReason::missing_input) == GK_OPEN_MISSING_INPUT);
static_assert(static_cast<int>(OpenReason::no_document) == GK_OPEN_NO_DOCUMENT);
static_assert(static_cast<int>(OpenReason::not_assessable) == GK_OPEN_NOT_ASSESSABLE);
static_assert(static_cast<int>(OpenReason::unclassified) == GK_OPEN_UNCLASSIFIED);
static_assert(static_cast<int>(OpenReason::not_comparable) == GK_OPEN_NOT_COMPARABLE);
static_assert(static_cast<int>(OpenReason::reports_missing) == GK_OPEN_REPORTS_MISSING);
static_assert(static_cast<int>(OpenReason::inferred) == GK_OPEN_INFERRED);
static_assert(open_reason_count <= sizeof(gk_coverage::open) / sizeof(uint32_t));

Language language_argument(std::int32_t language, Language fallback) {
  if (language < GK_LANGUAGE_DEFAULT || language > GK_LANGUAGE_EN) {
    fail_argument("language", "不是已知的常数", "is not a known constant");
  }
  return language == GK_LANGUAGE_DEFAULT ? fallback : language == GK_LANGUAGE_ZH ? Language::zh : Language::en;
}

namespace {

/// The ids of rules, or beginnings of them, in an array of the caller.
std::vector<std::string> rules_argument(const char* const* prefixes, std::size_t count, const char* name) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < count; ++i) {
    result.emplace_back(&need((&need(prefixes, name))[i], name));
    rule_prefix_argument(result.back());
  }
  return result;
}

}  // namespace

Checking check_options(const gk_check_options* options) {
  Checking result;
  if (options == nullptr) {
    return result;
  }
  const gk_check_options in = take(options, "options");
  result.options.blanks = blanks_argument(in.blanks, "options.blanks");
  result.language = language_argument(in.language, Language::zh);
  result.options.only = rules_argument(in.only, in.only_count, "options.only");
  result.options.except = rules_argument(in.skip, in.skip_count, "options.skip");
  for (std::size_t i = 0; i < in.severity_count; ++i) {
    const gk_severity_override& override = (&need(in.severities, "options.severities"))[i];
    const std::string_view prefix = &need(override.rule, "options.severities");
    rule_prefix_argument(prefix);
    result.options.severities.emplace_back(prefix,
                                           enum_argument(override.severity, Severity::error, "options.severities"));
  }
  return result;
}

BlankPolicy blanks_argument(std::int32_t blanks, const char* name) {
  return enum_argument(blanks, BlankPolicy::unknown, name);
}

void put_assessment(const Dossier& dossier, const gk_check_options* options, gk_assessment** out) {
  need(out, "out");
  const Checking how = check_options(options);
  // Made in place: the assessment itself is a KiB, and need not be copied.
  *out = new gk_assessment{check_and_locate(dossier, how.options), dossier.report->about, how.language};
}

namespace {

const Finding& finding_argument(const gk_assessment* assessment, std::size_t index) {
  const std::vector<Finding>& findings = need(assessment, "assessment").assessment.findings;
  if (index >= findings.size()) {
    fail_index("问题", "finding", index, findings.size());
  }
  return findings[index];
}

void set_side(std::optional<std::int64_t> number, std::int64_t& side, std::int32_t& has_side) {
  side = number.value_or(0);
  has_side = number ? 1 : 0;
}

/// Puts a finding into words with one of the functions of message.hpp.
template <class Words>
gk_status put_words(const gk_assessment* assessment, std::size_t index, std::int32_t language, gk_buffer** out,
                    Words words) {
  return guard([&] {
    const Finding& finding = finding_argument(assessment, index);
    const Language in = language_argument(language, assessment->language);
    put_buffer(out, [&] { return words(finding, *find_rule(finding.rule), assessment->about, in); });
  });
}

}  // namespace
}  // namespace gongkai::capi

using namespace gongkai;
using namespace gongkai::capi;

gk_status gk_report_check(const gk_report* report, const gk_check_options* options, gk_assessment** out) {
  return guard([&] { put_assessment({need(report, "report").data, nullptr}, options, out); });
}

gk_status gk_reading_check(const gk_reading* reading, const gk_check_options* options, gk_assessment** out) {
  return guard([&] {
    const Reading& from = need(reading, "reading").reading;
    put_assessment({&from.report, &from}, options, out);
  });
}

void gk_assessment_free(gk_assessment* assessment) {
  delete assessment;
}

gk_status gk_assessment_counts(const gk_assessment* assessment, gk_counts* out) {
  return guard([&] {
    const Assessment& from = need(assessment, "assessment").assessment;
    put(gk_counts{sizeof(gk_counts), from.findings.size(), from.count(Severity::error), from.count(Severity::warning),
                  from.count(Severity::info), from.count_waived()},
        out);
  });
}

gk_status gk_assessment_finding(const gk_assessment* assessment, size_t index, gk_finding* out) {
  return guard([&] {
    const Finding& finding = finding_argument(assessment, index);
    gk_finding result = GK_FINDING_INIT;
    result.rule = lend(finding.rule);
    result.rule_index = static_cast<int32_t>(find_rule(finding.rule) - rule_catalog.data());
    result.severity = static_cast<int32_t>(finding.severity);
    result.cell_count = finding.cells.size();
    set_side(finding.left, result.left, result.has_left);
    set_side(finding.right, result.right, result.has_right);
    set_side(finding.difference(), result.difference, result.has_difference);
    result.left_is_bound = finding.left_is_bound ? 1 : 0;
    result.right_is_bound = finding.right_is_bound ? 1 : 0;
    result.is_money = finding.is_money ? 1 : 0;
    result.assumed_zero = finding.assumed_zero ? 1 : 0;
    result.detail = lend(finding.detail);
    result.place = place_of(finding.place);
    const std::string name = fingerprint(finding);
    name.copy(result.fingerprint, sizeof result.fingerprint - 1);
    result.is_waived = finding.waiver ? 1 : 0;
    result.waiver_reason = lend(finding.waiver ? std::string_view(finding.waiver->reason) : std::string_view());
    put(result, out);
  });
}

gk_status gk_assessment_finding_cell(const gk_assessment* assessment, size_t index, size_t cell, gk_finding_cell* out) {
  return guard([&] {
    const std::vector<CellValue>& named = finding_argument(assessment, index).cells;
    if (cell >= named.size()) {
      fail_index("格子", "cell of the finding", cell, named.size());
    }
    const CellValue& value = named[cell];
    put(gk_finding_cell{sizeof(gk_finding_cell), lend(cells[value.cell].key), value.cell, 0, value_of(value.value),
                        place_of(value.place)},
        out);
  });
}

gk_status gk_assessment_message(const gk_assessment* assessment, size_t index, int32_t language, gk_buffer** out) {
  return put_words(assessment, index, language, out,
                   [](const Finding& finding, const Rule& rule, const About& about, Language in) {
                     return message(finding, rule, about, in);
                   });
}

gk_status gk_assessment_explanation(const gk_assessment* assessment, size_t index, int32_t language, gk_buffer** out) {
  return put_words(assessment, index, language, out, explanation);
}

gk_status gk_assessment_coverage(const gk_assessment* assessment, size_t rule, gk_coverage* out) {
  return guard([&] {
    const Coverage& coverage = need(assessment, "assessment").assessment.coverage[rule_argument(rule)];
    gk_coverage result = GK_COVERAGE_INIT;
    result.held = coverage.held;
    result.violated = coverage.violated;
    result.assumed = coverage.assumed;
    result.open_total = coverage.open_total();
    std::copy(coverage.open.begin(), coverage.open.end(), result.open);
    put(result, out);
  });
}

gk_status gk_assessment_json(const gk_assessment* assessment, gk_buffer** out) {
  return guard([&] {
    const gk_assessment& from = need(assessment, "assessment");
    put_buffer(out, [&] { return to_json(from.assessment, from.about); });
  });
}

gk_status gk_assessment_findings_json(const gk_assessment* assessment, gk_buffer** out) {
  return guard([&] {
    const gk_assessment& from = need(assessment, "assessment");
    constexpr bool with_coverage = false;
    put_buffer(out, [&] { return to_json(from.assessment, from.about, {}, with_coverage); });
  });
}
