// Checks figures that are in the program already: the core alone.
#include <cstdio>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"

int main() {
  gongkai::Report report;
  report.about.edition = gongkai::Edition::form_2021;
  report.review.upheld = 2;
  report.review.total = 3;
  const gongkai::Assessment assessment = gongkai::check(report);
  for (const gongkai::Finding& finding : assessment.findings) {
    const gongkai::Rule& rule = *gongkai::find_rule(finding.rule);
    std::puts(message(finding, rule, report.about, gongkai::Language::en).c_str());
  }
  return assessment.count(gongkai::Severity::error) == 1 ? 0 : 1;
}
