// Adds a rule of one's own: a county wants to know when more than half of a year's requests are carried over.
#include <cstdio>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"

using namespace gongkai;

static void mostly_carried_over(const Subject& subject, Verdicts& verdicts) {
  const Requests& requests = subject.report().requests;
  const Count &received = requests.received.total, &carried_out = requests.carried_out.total;
  if (received.is_blank() || carried_out.is_blank()) {
    verdicts.open(OpenReason::all_blank);
  } else if (2 * carried_out.raw() <= received.raw()) {
    verdicts.held();
  } else {
    Finding& finding = verdicts.violated(std::array{subject.index_of(carried_out), subject.index_of(received)});
    finding.left = carried_out.get();
    finding.right = received.get();
  }
}

int main() {
  Rule rule{"own.mostly_carried_over", Severity::warning};
  rule.statement = {"结转下年度的申请不超过本年新收的一半。", "At most half of the requests are carried over."};
  rule.message = {"“{cell}”{left}件，超过本年新收{right}件的一半。", "{left} of {right} requests carried over."};
  rule.run = mostly_carried_over;
  Report report;
  report.about.edition = Edition::form_2021;
  report.requests.received.total = 10;
  report.requests.carried_out.total = 6;
  CheckOptions options;
  options.only = {"own."};
  options.extra_rules = {&rule, 1};
  const Assessment assessment = check(report, options);
  std::puts(message(assessment.findings.at(0), rule, report.about, Language::zh).c_str());
}
