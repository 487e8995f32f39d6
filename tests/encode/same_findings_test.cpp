// What is written checks like the report that it was written from: the same findings, in every format, edition and
// language.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "support/files.hpp"
#include "support/random_report.hpp"
#include "support/slips.hpp"

using namespace gongkai;

namespace {

struct Written {
  std::string name;
  std::string (*write)(const Report&);
};
std::string page(const Report& report, Language language, const Assessment* assessment) {
  HtmlOptions options;
  options.language = language;
  options.assessment = assessment;
  return to_html(report, options);
}
std::string page_with_findings(const Report& report, Language language) {
  const Assessment assessment = check(report);
  return page(report, language, &assessment);
}
const Written formats[] = {
    {"json", [](const Report& report) { return to_json(report); }},
    {"xlsx", to_xlsx},
    {"docx", to_docx},
    {"markdown", to_markdown},
    {"csv", csv_form},
    {"html", [](const Report& report) { return page(report, Language::zh, nullptr); }},
    {"html with findings", [](const Report& report) { return page_with_findings(report, Language::zh); }},
    {"html in English", [](const Report& report) { return page(report, Language::en, nullptr); }},
    {"html in English with findings", [](const Report& report) { return page_with_findings(report, Language::en); }},
};

/// All that findings say but where: rule, severity, cells with their values, the two sides, the text in question.
std::vector<std::string> say(const std::vector<Finding>& findings) {
  std::vector<std::string> result;
  for (const Finding& finding : findings) {
    std::string text = std::string(finding.rule) + ' ' + fingerprint(finding) + ' ' + std::string(finding.reason.zh) +
                       ' ' + finding.detail + ' ' + std::to_string(static_cast<int>(finding.severity)) + ' ' +
                       std::to_string(finding.left.value_or(-1)) + ' ' + std::to_string(finding.right.value_or(-1));
    for (const CellValue& cell : finding.cells) {
      text += ' ' + std::string(cells[cell.cell].key) + '=' +
              (cell.value ? std::to_string(*cell.value) : std::string("blank"));
    }
    result.push_back(text);
  }
  std::sort(result.begin(), result.end());  // added rows stand together by table and heads
  return result;
}

/// What the report's check finds, and what only a document shows: a heading with nothing below it. (The other is that it
/// says no year.)
std::vector<std::string> expected(const Report& report, bool is_document) {
  const Narrative& narrative = report.narrative;
  Assessment assessment = check(report);
  const bool has_no_text = narrative.preamble.empty() && narrative.overview.empty() &&
                           narrative.problems_and_improvements.empty() && narrative.other_matters.empty();
  if (is_document && has_no_text) {
    Report with_text = report;
    with_text.narrative.other_matters = "没有收取信息处理费。";
    for (const Finding& finding : check(with_text).findings) {
      if (finding.rule == "document.section5_empty") {
        assessment.findings.push_back(finding);
      }
    }
  }
  return say(assessment.findings);
}

void check_alike(const Report& report) {
  for (const Written& format : formats) {
    CAPTURE(format.name);
    const std::string bytes = format.write(report);
    const auto reading = read(bytes);
    REQUIRE(reading);
    std::vector<Finding> findings = check(reading.value()).findings;
    const std::size_t without_year =
        std::erase_if(findings, [](const Finding& finding) { return finding.rule == "document.year_missing"; });
    CHECK(without_year == (reading->has_document && report.about.year == 0 ? 1 : 0));
    const std::vector<std::string> found = say(findings);
    const std::vector<std::string> wanted = expected(report, reading->has_document);
    for (std::size_t i = 0; i < std::max(found.size(), wanted.size()); ++i) {
      REQUIRE((i < found.size() ? found[i] : "nothing") == (i < wanted.size() ? wanted[i] : "nothing"));
    }
  }
}

Report empty_form(Edition edition) {
  Report report;
  report.about.edition = edition;
  report.about.title = "政府信息公开工作年度报告";
  return report;
}

}  // namespace

TEST_CASE("the empty form checks like an empty report") {
  for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
    CAPTURE(edition);
    check_alike(empty_form(edition));
  }
}

TEST_CASE("the example report checks alike in every format") {
  const auto reading = read(testing::example_report());
  REQUIRE(reading);
  check_alike(reading->report);
}

TEST_CASE("random reports with slips in them check alike in every format") {
  std::mt19937 random(12);
  for (int i = 0; i < 120; ++i) {
    CAPTURE(i);
    Report report = testing::random_published_report(random, i % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    for (const int section : {3, 4}) {
      const std::vector<std::size_t> filled = testing::filled_cells(report, section);
      if (i % 3 != 0 && !filled.empty()) {
        const std::size_t index = filled[testing::below(random, filled.size())];
        set_cell(report, index, cell(report, index).value_or(0) + 3);
      }
    }
    check_alike(report);
  }
}

TEST_CASE("the sheet that adds up stands in for no row whose label is damaged") {
  Report report = empty_form(Edition::form_2021);
  report.requests.outcomes.denied.state_secret.natural_person = 5;
  auto document = decode(to_xlsx(report));
  REQUIRE(document);
  const std::string label = "1.属于国家秘密", damaged = "1.某某某某某某";
  std::string& text = document->text;
  text.replace(text.find(label), label.size(), damaged);
  const auto reading = interpret(document.value());
  REQUIRE(reading);
  CHECK(reading->sources[find_cell("requests.outcomes.denied.state_secret.total")->index].state == CellState::absent);
  for (const Note& note : reading->notes) {
    CHECK(note.text.find("各列相加") == std::string::npos);
    CHECK(note.kind != NoteKind::duplicate_row);
  }
}

TEST_CASE("real reports check alike in every format") {
  const auto folder = testing::reports_folder();
  if (!folder) {
    MESSAGE("skipped: GONGKAI_REPORTS names no folder of real reports");
    return;
  }
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
    const auto bytes = entry.is_regular_file() ? testing::read_file(entry.path()) : std::nullopt;
    const auto reading = bytes ? read(*bytes) : Error{};
    if (reading && reading->report.about.edition != Edition::unknown) {  // else the form that is written decides it
      CAPTURE(entry.path().string());
      ++found;
      check_alike(reading->report);
    }
  }
  CHECK(found != 0);
}
