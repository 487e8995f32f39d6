// Builds a report in memory, cell by cell, and asks what is still missing or wrong.
#include <cstdio>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"

using namespace gongkai;

int main() {
  Report report;
  report.about.authority = "临江县教育局";
  report.about.year = 2024;
  report.about.edition = Edition::form_2021;
  for (const CellInfo& cell : cells) {  // nothing happened, unless we say otherwise
    if (has(cell.editions, report.about.edition)) {
      set_cell(report, cell.index, 0);
    }
  }
  report.disclosure.fees.amount = Money::yuan(1200);
  report.requests.received.natural_person = 3;
  report.requests.received.total = 3;
  report.requests.outcomes.granted.natural_person = 3;
  report.requests.outcomes.granted.total = 2;  // a slip
  report.requests.outcomes.total.natural_person = 3;
  report.requests.outcomes.total.total = 3;

  const Assessment assessment = check(report);
  for (const Finding& finding : assessment.findings) {
    std::puts(message(finding, *find_rule(finding.rule), report.about, Language::zh).c_str());
  }
  std::printf("requests.received.total = %lld\n", static_cast<long long>(*cell(report, "requests.received.total")));
  return assessment.count(Severity::error) == 2 ? 0 : 1;
}
