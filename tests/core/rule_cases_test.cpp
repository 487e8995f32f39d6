// Each rule about the words and the form on the case it is for and on the nearest case that is right: tests/data/rule_cases.txt.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "support/clean_reading.hpp"
#include "support/files.hpp"

using namespace gongkai;

namespace {

Date date_of(const std::string& text) {
  Date date;
  char mark = 0;
  std::istringstream(text) >> date.year >> mark >> date.month >> mark >> date.day;
  return date;
}

/// Puts one change into a clean reading; false where the name is not known.
bool change(Reading& reading, const std::string& name, const std::string& value) {
  About& about = reading.report.about;
  Narrative& narrative = reading.report.narrative;
  const std::map<std::string, std::string*> texts{
      {"overview", &narrative.overview},   {"problems", &narrative.problems_and_improvements},
      {"other", &narrative.other_matters}, {"preamble", &narrative.preamble},
      {"beside", &reading.table_text},     {"title", &about.title},
      {"authority", &about.authority}};
  const std::map<std::string, Kind> kinds{
      {"government", Kind::government}, {"department", Kind::department}, {"agency", Kind::agency}};
  const std::map<std::string, Level> levels{{"province", Level::province},
                                            {"prefecture", Level::prefecture},
                                            {"county", Level::county},
                                            {"township", Level::township}};
  if (const auto text = texts.find(name); text != texts.end()) {
    *text->second = value;
  } else if (name == "long_overview" || name == "long_problems") {  // as long as such a section is
    std::string& padded = name == "long_overview" ? narrative.overview : narrative.problems_and_improvements;
    padded = value;
    while (padded.size() < 1600) {
      padded += "其余各项从略。";
    }
  } else if (name == "kind") {
    about.kind = kinds.at(value);
  } else if (name == "level") {
    about.level = levels.at(value);
  } else if (name == "year") {
    about.year = std::stoi(value);
  } else if (name == "published") {
    about.publication_date = date_of(value);
  } else if (name == "written") {
    reading.written_date = date_of(value);
  } else if (const CellInfo* cell = find_cell(name)) {
    set_cell(reading.report, cell->index, std::stoll(value));
  } else {
    return false;
  }
  return true;
}

/// The report of a case: a clean one of 2024, or before 2021 on the older form, with its changes ("name=value|...").
Reading reading_of(const std::string& changes) {
  const std::size_t year = changes.find("year=20");
  const bool is_old = year != std::string::npos && changes.substr(year + 5, 4) < "2021";
  Reading reading = testing::clean_reading(is_old ? Edition::form_2019 : Edition::form_2021);
  reading.report.about.year = 2024;
  reading.report.narrative.preamble = "统计期限为2024年1月1日至2024年12月31日。";
  reading.report.about.publication_date = {2025, 1, 20};
  reading.report.narrative.overview = "2024年，我县主动公开信息120条。工作考核、社会评议按规定开展，没有责任追究情形。";
  std::istringstream parts(changes);
  for (std::string part; std::getline(parts, part, '|');) {
    const std::size_t equals = part.find('=');
    CAPTURE(part);
    REQUIRE(equals != std::string::npos);
    CHECK(change(reading, part.substr(0, equals), part.substr(equals + 1)));
  }
  return reading;
}

}  // namespace

TEST_CASE("a rule fires on the case it is for, and is silent on the nearest case that is right") {
  std::istringstream lines(testing::read_file(testing::source_folder() + "/tests/data/rule_cases.txt").value_or(""));
  std::map<std::string, std::pair<int, int>> cases;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    CAPTURE(line);
    std::istringstream fields(line);
    std::string rule, sign, changes;
    std::getline(fields, rule, '\t');
    std::getline(fields, sign, '\t');
    std::getline(fields, changes, '\t');
    REQUIRE(find_rule(rule) != nullptr);
    const Reading reading = reading_of(changes);
    CheckOptions options;
    options.only = {rule};
    const std::vector<Finding> findings = check(reading, options).findings;
    std::string said;
    for (const Finding& finding : findings) {
      said += message(finding, *find_rule(finding.rule), reading.report.about, Language::zh) + "\n";
    }
    CAPTURE(said);
    // One cause, one finding: "+" is one of the rule's own severity, "?" one that is milder.
    const std::size_t expected = sign == "-" ? 0 : 1;
    CHECK(findings.size() == expected);
    if (findings.size() == 1) {
      CHECK((findings[0].severity == find_rule(rule)->severity) == (sign == "+"));
    }
    (sign == "-" ? cases[rule].second : cases[rule].first) += 1;
  }
  CHECK(cases.size() >= 20);
  for (const auto& entry : cases) {
    CAPTURE(entry.first);
    CHECK(entry.second.first > 0);
    CHECK(entry.second.second > 0);
  }
}
