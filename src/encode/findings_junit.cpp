// Findings as JUnit XML: a suite for each report, a case for each rule that was asked. An error fails its case, a file
// that cannot be read is an error of its suite; warnings, remarks and waived findings stand in the output of the case.
#include <fmt/format.h>

#include "encode/findings_writers.hpp"
#include "encode/html_text.hpp"

namespace gongkai {
namespace {

/// What was found by one rule.
struct Case {
  std::string_view rule;
  Coverage coverage;
  std::vector<const Finding*> failures, remarks;

  bool was_asked() const { return coverage.held + coverage.violated + coverage.open_total() != 0; }
  /// Nothing is decided and nothing found.
  bool is_open() const { return coverage.held + coverage.violated == 0 && failures.empty() && remarks.empty(); }
};

class JunitFindings : public FindingsWriter {
 public:
  explicit JunitFindings(const FindingsStyle& style) : style_(style) {}

  void begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gongkai\">\n";
  }
  void end(std::string& out) override { out += "</testsuites>\n"; }

  void add(const Checked& checked, std::string& out) override {
    if (checked.assessment == nullptr) {
      add_unread(checked, out);
      return;
    }
    const std::vector<Case> cases = cases_of(*checked.assessment);
    std::size_t failures = 0, skipped = 0;
    for (const Case& one : cases) {
      failures += !one.failures.empty();
      skipped += one.is_open();
    }
    begin_suite(checked, cases.size(), failures, 0, skipped, out);
    for (const Case& one : cases) {
      add_case(one, *checked.about, out);
    }
    out += "  </testsuite>\n";
  }

 private:
  std::vector<Case> cases_of(const Assessment& assessment) const {
    std::vector<Case> cases;
    const auto add = [&](std::string_view rule, const Coverage& coverage) {
      Case one{rule, coverage, {}, {}};
      for (const Finding& finding : assessment.findings) {
        if (finding.rule == rule) {
          const bool fails = finding.severity == Severity::error && !finding.waiver;
          (fails ? one.failures : one.remarks).push_back(&finding);
        }
      }
      if (one.was_asked()) {
        cases.push_back(std::move(one));
      }
    };
    for (std::size_t i = 0; i < rule_catalog.size(); ++i) {
      add(rule_catalog[i].id, assessment.coverage[i]);
    }
    for (std::size_t i = 0; i < style_.extra_rules.size() && i < assessment.extra_coverage.size(); ++i) {
      add(style_.extra_rules[i].id, assessment.extra_coverage[i]);
    }
    return cases;
  }

  static void begin_suite(const Checked& checked, std::size_t tests, std::size_t failures, std::size_t errors,
                          std::size_t skipped, std::string& out) {
    out += "  <testsuite name=\"";
    append_escaped(out, file_of(checked));
    out += fmt::format("\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n", tests, failures, errors,
                       skipped);
  }

  void begin_case(std::string_view name, std::string_view body, std::string& out) const {
    out += "    <testcase classname=\"";
    append_escaped(out, body);
    out += "\" name=\"";
    append_escaped(out, name);
    out += "\">";
  }

  void add_case(const Case& one, const About& about, std::string& out) const {
    begin_case(one.rule, about.authority, out);
    if (one.is_open()) {
      out += "<skipped message=\"";
      for (std::size_t i = 0; i < open_reason_count; ++i) {
        if (one.coverage.open[i] != 0) {
          append_escaped(
              out, fmt::format("{} {}  ", name(static_cast<OpenReason>(i), style_.language), one.coverage.open[i]));
        }
      }
      out += "\"/>";
    }
    for (const Finding* finding : one.failures) {
      out += "<failure type=\"error\" message=\"";
      append_escaped(out, style_.message_of(*finding, about));
      out += "\">";
      append_escaped(out, style_.explanation_of(*finding, about));
      out += "</failure>";
    }
    if (!one.remarks.empty()) {
      out += "<system-out>";
      for (const Finding* finding : one.remarks) {
        append_escaped(
            out, fmt::format("{}  {}\n", name(finding->severity, style_.language), style_.message_of(*finding, about)));
        if (finding->waiver) {
          append_escaped(out, waiver_text(*finding->waiver, style_.language) + "\n");
        }
      }
      out += "</system-out>";
    }
    out += "</testcase>\n";
  }

  void add_unread(const Checked& checked, std::string& out) const {
    const Unread& unread = *checked.unread;
    begin_suite(checked, 1, 0, unread.is_skipped ? 0 : 1, unread.is_skipped ? 1 : 0, out);
    begin_case(style_.say("读取", "read"), "", out);
    out += unread.is_skipped ? "<skipped message=\"" : fmt::format("<error type=\"{}\" message=\"", unread.code);
    append_escaped(out, style_.message_of(unread));
    out += "\"/></testcase>\n  </testsuite>\n";
  }

  FindingsStyle style_;
};

}  // namespace

std::unique_ptr<FindingsWriter> junit_findings(const FindingsStyle& style) {
  return std::make_unique<JunitFindings>(style);
}

}  // namespace gongkai
