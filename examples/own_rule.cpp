// Adds a rule of one's own: here, a bureau wants to know when more than half of the requests were refused.
#include <cstdio>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"

using namespace gongkai;

static void mostly_denied(const Subject& subject, Verdicts& verdicts) {
  const Count& total = subject.report().requests.outcomes.total.total;
  std::int64_t denied = 0;
  for_each_cell(subject.report(), [&](const CellInfo& cell, const auto& value) {
    const bool is_denied = cell.row_info().group == "三、本年度办理结果/（三）不予公开";
    denied += is_denied && cell.column_info().name == "total" ? value.value_or(0) : 0;
  });
  if (2 * denied <= total.value_or(0)) {
    verdicts.held();
    return;
  }
  Finding& finding = verdicts.violated(std::array{subject.index_of(total)});
  finding.left = denied;
  finding.right = total.get();
}

int main() {
  const Rule rule{"own.mostly_denied",
                  Severity::warning,
                  Scope::report,
                  Editions::both,
                  Ground::practice,
                  {"本局要求", "Our bureau"},
                  {"不予公开不超过一半。", "At most half are refused."},
                  {"不予公开{left}件，超过办结{right}件的一半。", "{left} of {right} refused."},
                  {"", ""},
                  mostly_denied};
  Report report;
  report.about.edition = Edition::form_2021;
  report.requests.outcomes.denied.state_secret.total = 6;
  report.requests.outcomes.total.total = 10;
  CheckOptions options;
  options.only = {"own."};
  options.extra_rules = {&rule, 1};
  const Assessment assessment = check(report, options);
  std::puts(message(assessment.findings.at(0), rule, report.about, Language::zh).c_str());
}
