// Findings for other programs: every format has every finding of every report, and holds what is strange in them.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <pugixml.hpp>

#include "gongkai/read.hpp"
#include "gongkai/waiver.hpp"
#include "gongkai/write.hpp"
#include "gongkai/write_findings.hpp"
#include "support/document.hpp"
#include "text/csv.hpp"
#include "text/utf8.hpp"

using namespace gongkai;

namespace {

constexpr std::string_view strange = "甲<&>\"镇\",\n'\x01";

Report faulty_report(std::string_view authority) {
  Report report;
  report.about.edition = Edition::form_2021;
  report.about.authority = authority;
  report.about.year = 2023;
  report.review.upheld = 2;
  report.review.total = 3;
  return report;
}

/// A run over two reports, the first with strange names and its first finding waived, and two files without a report.
struct Example {
  Report first = faulty_report(strange), second = faulty_report("乙镇");
  Assessment of_first = check(first), of_second = check(second);
  Unread broken{"malformed", "压缩包损坏。", "The archive is damaged.", {.line = 7}, false};
  Unread skipped{"not_a_report", "不是年度报告。", "No annual report.", {}, true};

  Example() {
    of_first.findings[0].waiver = Waiver{fingerprint(of_first.findings[0]), "已核实", "张三", {2024, 1, 2}, {}};
  }

  std::string in(FindingsFormat format) const {
    const auto writer = findings_writer(format, Language::zh);
    std::string text;
    writer->begin(text);
    writer->add({"甲 镇/a.txt", &first.about, &of_first, nullptr}, text);
    writer->add({"/b.txt", &second.about, &of_second, nullptr}, text);
    writer->add({"c.docx", nullptr, nullptr, &broken}, text);
    writer->add({"d.txt", nullptr, nullptr, &skipped}, text);
    writer->end(text);
    return text;
  }
  std::size_t finding_count() const { return of_first.findings.size() + of_second.findings.size(); }
};

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++n;
  }
  return n;
}

}  // namespace

TEST_CASE("JSON is an array of reports, JSON Lines the same without it") {
  const Example example;
  const rapidjson::Document all = parsed(example.in(FindingsFormat::json));
  REQUIRE(all.Size() == 4);
  CHECK(all[0]["assessment"]["findings"].Size() == example.of_first.findings.size());
  CHECK(std::string(all[0]["authority"].GetString()) == strange);
  CHECK(all[2]["error"]["line"].GetInt() == 7);
  CHECK(std::string_view(all[3]["skipped"]["code"].GetString()) == "not_a_report");
  const std::string lines = example.in(FindingsFormat::jsonl);
  CHECK(count(lines, "\n") == 4);
  CHECK((parsed(lines.substr(0, lines.find('\n'))) == all[0]));
}

TEST_CASE("lean JSON Lines tell each number once, blank cells as keys, and nothing that is empty") {
  Report report = faulty_report("甲镇");
  Assessment assessment = check(report);
  assessment.findings[0].waiver = Waiver{fingerprint(assessment.findings[0]), "已核实", "张三", {2024, 1, 2}, {}};
  const auto line_of = [&](FindingsDetail detail, Language language) {
    const auto writer = findings_writer(FindingsFormat::lean, language, {}, detail);
    std::string text;
    writer->begin(text);
    writer->add({"a.txt", &report.about, &assessment, nullptr}, text);
    writer->end(text);
    CHECK(count(text, "\n") == 1);
    return text;
  };
  const std::string text = line_of({}, Language::zh);
  const rapidjson::Document line = parsed(text);
  CHECK(std::string_view(line["schema"].GetString()) == "gongkai.check/2");
  CHECK(line["errors"].GetUint64() == assessment.count(Severity::error));
  REQUIRE(line["findings"].Size() == assessment.findings.size());
  for (std::size_t i = 0; i < assessment.findings.size(); ++i) {
    const Finding& finding = assessment.findings[i];
    CAPTURE(finding.rule);
    const auto& told = line["findings"][rapidjson::SizeType(i)];
    std::size_t numbers = 0;
    for (const CellValue& value : finding.cells) {
      numbers += value.value ? 1U : 0U;
    }
    CHECK((told.HasMember("cells") ? told["cells"].Size() : 0U) == numbers);
    CHECK((told.HasMember("blank") ? told["blank"].Size() : 0U) == finding.cells.size() - numbers);
    CHECK(told.HasMember("left") == finding.left.has_value());
    CHECK(told.HasMember("assumed_zero") == finding.assumed_zero);
    CHECK(told.HasMember("waived") == (i == 0));
    CHECK(std::string_view(told["message"].GetString()) ==
          message(finding, *find_rule(finding.rule), report.about, Language::zh));
  }
  CHECK(text.find("null") == std::string::npos);
  CHECK(text.find("place") == std::string::npos);
  CHECK_FALSE(line.HasMember("coverage"));
  CHECK(parsed(line_of({.coverage = true}, Language::zh))["coverage"].Size() > 0);
  CHECK(line_of({}, Language::en) != text);
}

TEST_CASE("SARIF has a result for each finding, a suppression for each waiver, and says what could not be read") {
  const Example example;
  const rapidjson::Document log = parsed(example.in(FindingsFormat::sarif));
  CHECK(std::string_view(log["version"].GetString()) == "2.1.0");
  const auto& run = log["runs"][0];
  CHECK(run["tool"]["driver"]["rules"].Size() == rule_catalog.size());
  REQUIRE(run["results"].Size() == example.finding_count());
  CHECK(run["results"][0]["suppressions"].Size() == 1);
  CHECK(run["results"][1]["suppressions"].Size() == 0);
  const auto uri_of = [&](std::size_t result) {
    return std::string_view(
        run["results"][rapidjson::SizeType(result)]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            .GetString());
  };
  CHECK(uri_of(0) == "%E7%94%B2%20%E9%95%87/a.txt");
  CHECK(uri_of(example.of_first.findings.size()) == "file:///b.txt");
  CHECK(std::string_view(run["results"][0]["partialFingerprints"]["gongkai/v1"].GetString()) ==
        fingerprint(example.of_first.findings[0]));
  CHECK(run["invocations"][0]["executionSuccessful"].IsFalse());
  CHECK(run["invocations"][0]["toolExecutionNotifications"].Size() == 2);
}

TEST_CASE("JUnit fails a case for each rule with an error, and holds any text") {
  const Example example;
  pugi::xml_document document;
  REQUIRE(document.load_string(example.in(FindingsFormat::junit).c_str()));
  std::size_t suites = 0;
  for (const pugi::xml_node suite : document.child("testsuites").children("testsuite")) {
    std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
    for (const pugi::xml_node one : suite.children("testcase")) {
      ++tests;
      failures += !one.child("failure").empty();
      errors += !one.child("error").empty();
      skipped += !one.child("skipped").empty();
    }
    CHECK(suite.attribute("tests").as_uint() == tests);
    CHECK(suite.attribute("failures").as_uint() == failures);
    CHECK(suite.attribute("errors").as_uint() == errors);
    CHECK(suite.attribute("skipped").as_uint() == skipped);
    CHECK(failures == (suites == 1 ? 1 : 0));  // the first report's error is waived
    CHECK(errors == (suites == 2 ? 1 : 0));
    ++suites;
  }
  CHECK(suites == 4);
}

TEST_CASE("CSV has a row for each finding and each unreadable file") {
  const Example example;
  const std::string text = example.in(FindingsFormat::csv);
  csv::Tokenizer tokens(text);
  std::vector<csv::Field> fields;
  std::size_t rows_seen = 0;
  while (csv::next_record(tokens, fields, 100)) {
    CHECK(fields.size() == 16);
    if (rows_seen == 1) {
      CHECK(fields[1].text + "\x01" == strange);  // a control character is left out
      CHECK(fields[14].text == "已豁免：已核实（张三，2024-01-02起，至数变动时）");
    }
    ++rows_seen;
  }
  CHECK(rows_seen == 1 + example.finding_count() + 2);
}

TEST_CASE("the overview page lists every report and counts the findings that stand by rule") {
  const Example example;
  const std::string page = example.in(FindingsFormat::html);
  CHECK(count(page, "<tr><th scope=\"row\">") == 4);
  CHECK(count(page, "<li class=") == example.finding_count());
  CHECK(page.find("甲&lt;&amp;&gt;&quot;镇&quot;") != std::string::npos);
  // By what the rule asks for; the waived one is not counted.
  const std::size_t rule =
      page.find("行政复议：结果维持＋结果纠正＋其他结果＋尚未审结＝总计</span><small>review.total</small>");
  REQUIRE(rule != std::string::npos);
  CHECK(page.substr(rule, page.find("</tr>", rule) - rule).find("</i>1</td><td class=\"n\">1</td>") !=
        std::string::npos);
  CHECK(page.find("http") == std::string::npos);  // nothing is loaded
  CHECK(page.find("检查了2份报告，其中1份有错误；另有1个文件没有读出；跳过1个不是年度报告的文件。共错误1处") !=
        std::string::npos);
  CHECK(page.find("另有1处已豁免，不计在内") != std::string::npos);
}

TEST_CASE(
    "without its script the overview page shows everything, each finding with the rule by which the chart knows it") {
  const Example example;
  const std::string page = example.in(FindingsFormat::html);
  CHECK(count(page, " hidden") == 2);  // the filter and a button, which only the script can work
  CHECK(page.find("<form id=\"filter\" role=\"search\" hidden") != std::string::npos);
  CHECK(page.find("id=\"more\" hidden") != std::string::npos);
  CHECK(page.find("<details") == std::string::npos);
  CHECK(page.find("压缩包损坏。") != std::string::npos);
  const std::size_t row = page.find("<tr data-r=\""), number = row + 12;
  REQUIRE(row != std::string::npos);
  const std::string of_rule = "data-r=\"" + page.substr(number, page.find('"', number) - number) + "\"";
  CHECK(page.find("行政复议：结果维持") > row);  // errors come first in the chart
  CHECK(count(page, of_rule) == 3);              // both reports have the error, one of them waived
  CHECK(page.find("<li class=\"error\" " + of_rule + "><b>错误</b> 行政复议：四种结果相加是2") != std::string::npos);
}

TEST_CASE("the overview page links to a file by the address that it is given, and to none without") {
  const Report report = faulty_report("乙镇");
  const Assessment assessment = check(report);
  const auto writer = findings_writer(FindingsFormat::html, Language::zh);
  std::string page;
  writer->begin(page);
  writer->add({"甲/a b.txt#2", &report.about, &assessment, nullptr, "../%E7%94%B2/a%20b.txt"}, page);
  writer->add({"c.txt", &report.about, &assessment, nullptr}, page);
  writer->add({"-", &report.about, &assessment, nullptr}, page);
  writer->end(page);
  CHECK(page.find("<a class=\"file\" href=\"../%E7%94%B2/a%20b.txt\">甲/a b.txt#2</a>") != std::string::npos);
  CHECK(page.find("<span class=\"file\">c.txt</span>") != std::string::npos);
  CHECK(page.find("<span class=\"file\">标准输入</span>") != std::string::npos);
  CHECK(count(page, " href=") == 1);
}

TEST_CASE("the name of a file that is not UTF-8 leaves the format whole") {
  const Report report = faulty_report("乙镇");
  const Assessment assessment = check(report);
  for (const FindingsFormat format : {FindingsFormat::json, FindingsFormat::sarif, FindingsFormat::junit,
                                      FindingsFormat::csv, FindingsFormat::html}) {
    const auto writer = findings_writer(format, Language::en);
    std::string text;
    writer->begin(text);
    writer->add({"\xc4\xea.txt", &report.about, &assessment, nullptr}, text);
    writer->end(text);
    CHECK(unicode::find_invalid(text) == std::string::npos);
  }
}
