// One of two files of a program that include every public header: definitions must not clash. Prints what a check, a
// localisation and a comparison find, which must be the same with the library and from headers alone.
#include <cstdio>

#include "all_headers.hpp"

std::size_t findings_in_second_unit(const gongkai::Report& report);

int main() {
  using namespace gongkai;
  Report report, previous;
  for (const CellInfo& info : cells) {
    set_cell(report, info.index, (info.index * 7) % 5);
    set_cell(previous, info.index, (info.index * 3) % 4);
  }
  report.about.year = 2022;
  report.about.edition = Edition::form_2021;
  previous.about.year = 2021;
  previous.about.edition = Edition::form_2021;
  report.narrative.overview = "全年共收到政府信息公开申请12件，办结3件。";
  const Dossier dossier{&report, nullptr, &previous};
  const Assessment assessment = check(dossier);
  for (const Finding& finding : assessment.findings) {
    for (const Language language : {Language::zh, Language::en}) {
      std::puts(message(finding, *find_rule(finding.rule), report.about, language).c_str());
      std::puts(explanation(finding, *find_rule(finding.rule), report.about, language).c_str());
    }
  }
  const Localization localization = localize(dossier);
  for (const Fault& fault : localization.faults) {
    for (const std::string& line : story(fault, report.about, Language::zh)) {
      std::puts(line.c_str());
    }
  }
  const Diff changes = diff(Dossier{&previous}, Dossier{&report});
  std::printf("%zu cells differ, %zu findings opened, %zu closed\n", changes.cells.size(), changes.opened.size(),
              changes.closed.size());
  const Child children[] = {{"A", &report}, {"B", &previous}};
  const Aggregate total = aggregate(children, {"C", 2022, BlankPolicy::as_zero});
  std::printf("%zu added, %zu not\n", total.added, total.not_added.size());
  return !assessment.findings.empty() && check(report).findings.size() == findings_in_second_unit(report) ? 0 : 1;
}
