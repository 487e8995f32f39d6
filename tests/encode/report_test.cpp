// What a writer writes, a reader reads back: the same report, blanks, money and extensions included.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "office/package.hpp"
#include "support/files.hpp"
#include "support/random_report.hpp"

using namespace gongkai;

namespace {

/// `documents`, or as many as GONGKAI_DOCUMENTS says: for a long run.
template <class Write>
void round_trip(Write write, int documents) {
  const char* const asked = std::getenv("GONGKAI_DOCUMENTS");
  documents = asked == nullptr ? documents : std::atoi(asked);
  std::mt19937 random(20);
  for (int i = 0; i < documents; ++i) {
    const Report report =
        testing::random_published_report(random, i % 2 == 0 ? Edition::form_2019 : Edition::form_2021);
    const std::string text = write(report);
    const auto reading = read(text);
    CAPTURE(i);
    REQUIRE(reading);
    const Report& back = reading->report;
    for (const CellInfo& info : cells) {
      CAPTURE(info.key);
      REQUIRE(cell(back, info.index) == cell(report, info.index));
    }
    REQUIRE(back.about.title == report.about.title);
    REQUIRE(back.about == report.about);
    REQUIRE(back.narrative.preamble == report.narrative.preamble);
    REQUIRE(back.narrative.overview == report.narrative.overview);
    REQUIRE(back.narrative.problems_and_improvements == report.narrative.problems_and_improvements);
    REQUIRE(back.narrative.other_matters == report.narrative.other_matters);
    REQUIRE(back.extensions == report.extensions);
    REQUIRE(back == report);
  }
}

}  // namespace

TEST_CASE("JSON: what is written reads back") {
  round_trip([](const Report& report) { return to_json(report); }, 2000);
}

TEST_CASE("Markdown: what is written reads back") {
  round_trip([](const Report& report) { return to_markdown(report); }, 2000);
}

TEST_CASE("CSV of the form: what is written reads back") {
  round_trip([](const Report& report) { return csv_form(report); }, 2000);
}

TEST_CASE("Word: what is written reads back") {
  round_trip([](const Report& report) { return to_docx(report); }, 1000);
}

TEST_CASE("a Word template is filled in wherever its text asks, even where Word cut a field into pieces") {
  Report report;
  report.about.title = "甲镇年度报告";
  report.about.authority = "甲镇";
  report.requests.received.total = 12;
  report.narrative.overview = "第一行 {{no.field}}\n第二行<&>";
  const auto template_of = [](const std::string& paragraphs) {
    Package package;
    package.add("[Content_Types].xml", "<Types/>");
    package.add("word/media/image1.png", "\x89PNG");
    package.add("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + paragraphs + "</w:body></w:document>");
    return package.finish();
  };
  const auto filled = fill_docx(
      template_of(
          "<w:p><w:r><w:t>{{about.ti</w:t></w:r><w:r><w:b/><w:t>tle}}（{{报告机</w:t></w:r><w:r><w:t>关}}）</w:t></"
          "w:r></w:p>"
          "<w:p><w:r><w:t>新收{{requests.received.total}}件，结转{{requests.carried_in.total}}件。</w:t></w:r></w:p>"
          "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{narrative.overview}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
      report);
  REQUIRE(filled);
  const auto document = decode(filled.value());
  REQUIRE(document);
  const std::string& text = document->text;
  CAPTURE(text);
  CHECK(text.find("甲镇年度报告（甲镇）") != std::string::npos);
  CHECK(text.find("新收12件，结转件。") != std::string::npos);
  CHECK(text.find("第一行 {{no.field}}") != std::string::npos);
  CHECK(text.find("第二行<&>") != std::string::npos);

  const auto wrong = fill_docx(template_of("<w:p><w:r><w:t>{{requests.recieved.total}}</w:t></w:r></w:p>"), report);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message_zh.find("requests.received.total") != std::string::npos);
  CHECK_FALSE(fill_docx(template_of("<w:p><w:r><w:t>没有</w:t></w:r></w:p>"), report));
  CHECK_FALSE(fill_docx("no archive", report));
  CHECK_FALSE(fill_docx(to_xlsx(report), report));
}

TEST_CASE("Excel: what is written reads back") {
  round_trip([](const Report& report) { return to_xlsx(report); }, 1000);
}

TEST_CASE("HTML: what is written reads back") {
  round_trip([](const Report& report) { return to_html(report); }, 2000);
}

TEST_CASE("a finding that is waived is a remark in HTML, with who accepts it and why") {
  Report report;
  report.about.edition = Edition::form_2021;
  report.review.upheld = 2;
  report.review.total = 3;
  Assessment assessment = check(report);
  const auto page = [&] {
    HtmlOptions options;
    options.assessment = &assessment;
    return to_html(report, options);
  };
  CHECK(page().find("class=\"error\"") != std::string::npos);
  for (Finding& finding : assessment.findings) {
    finding.waiver = Waiver{fingerprint(finding), "已核实<无误>", "张三", {2024, 1, 2}, {}};
  }
  CHECK(page().find("class=\"error\"") == std::string::npos);
  CHECK(page().find("已豁免：已核实&lt;无误&gt;（张三，2024-01-02起，至数变动时）") != std::string::npos);
}

TEST_CASE("HTML with findings marked reads back the same: a mark is no digit of a cell") {
  round_trip(
      [](const Report& report) {
        const Assessment assessment = check(report);
        HtmlOptions options;
        options.assessment = &assessment;
        return to_html(report, options);
      },
      200);
}
