// What a writer writes, a reader reads back: the same report, blanks, money and extensions included.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "gongkai/localize.hpp"
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

namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) {
    ++n;
  }
  return n;
}

std::string page_of(const Report& report, const Assessment& assessment, const Reading* reading = nullptr) {
  HtmlOptions options;
  options.assessment = &assessment;
  options.reading = reading;
  return to_html(report, options);
}

/// The tag of a cell and all in it.
std::string_view cell_of(std::string_view page, std::string_view key) {
  const std::size_t begin = page.find("<td id=\"" + std::string(key) + "\"");
  REQUIRE(begin != std::string_view::npos);
  return page.substr(begin, page.find("</td>", begin) - begin);
}
bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Filled, and every sum of the table of requests holds.
Report filled_report() {
  Report report;
  report.about.edition = Edition::form_2021;
  report.about.title = "甲镇2023年政府信息公开工作年度报告";
  report.about.year = 2023;
  report.narrative.other_matters = "无。";
  for (const CellInfo& info : cells) {
    if (has(info.editions, Edition::form_2021)) {
      set_cell(report, info.index, 0);
    }
  }
  for (const char* row : {"received", "outcomes.granted", "outcomes.total"}) {
    for (const char* column : {"natural_person", "total"}) {
      set_cell(report, find_cell("requests." + std::string(row) + "." + column)->index, 59);
    }
  }
  return report;
}

}  // namespace

TEST_CASE("a page of findings lists them before the form, the gravest first, each linked with its cell both ways") {
  Report report = filled_report();
  report.requests.outcomes.granted.natural_person = 56;
  report.review.other = -1;
  Assessment assessment = check_and_locate({&report});
  std::reverse(assessment.findings.begin(), assessment.findings.end());
  const std::string page = page_of(report, assessment);
  CHECK(page.find("<section class=\"findings\"") < page.find("<article"));
  CHECK(page.rfind("<li id=\"f") < page.find("<article"));
  CHECK(holds(page, "<strong>错误</strong> " + std::to_string(assessment.count(Severity::error))));
  CHECK(count(page, "<li id=\"f") == assessment.findings.size());
  CHECK(page.rfind("class=\"error\"><strong>") < page.find("\" class=\"warning\"><strong>"));
  std::size_t linked = 0;
  for (std::size_t at = page.find("data-finding=\""); at != std::string::npos;
       at = page.find("data-finding=\"", at + 1)) {
    const std::size_t begin = at + std::string_view("data-finding=\"").size();
    const std::string number = page.substr(begin, page.find('"', begin) - begin);
    const std::size_t item = page.find("<li id=\"f" + number + "\"");
    REQUIRE(item != std::string::npos);
    const std::string key = page.substr(page.rfind("<td id=\"", at) + 8, 60);
    const std::string id = key.substr(0, key.find('"'));
    CHECK(holds(page.substr(item, page.find("</li>", item) - item), "href=\"#" + id + "\""));
    ++linked;
  }
  CHECK(linked >= 2);
}

TEST_CASE(
    "the cell that most likely is wrong is marked strongly, with what it should say, and the rest of its sums "
    "lightly") {
  Report report = filled_report();
  report.requests.outcomes.granted.natural_person = 56;
  const Assessment assessment = check_and_locate({&report});
  REQUIRE(assessment.findings.front().likely() != nullptr);
  const std::string page = page_of(report, assessment);
  const std::string_view wrong = cell_of(page, "requests.outcomes.granted.natural_person");
  CHECK(holds(wrong, "class=\"error faulty\""));
  CHECK(holds(wrong, "data-say=\"推算59\""));
  CHECK(count(page, "faulty\"") == 2);  // the cell, and the legend
  const std::string_view part = cell_of(page, "requests.outcomes.total.natural_person");
  CHECK(holds(part, "class=\"error part\""));
  CHECK_FALSE(holds(part, "data-finding"));
  CHECK(holds(cell_of(page, "requests.outcomes.granted.total"), "class=\"error part\""));  // of what has the same cause
  CHECK_FALSE(holds(cell_of(page, "requests.received.natural_person"), "class="));
}

TEST_CASE(
    "where no cell stands out, each that may be wrong is marked so, and a sum without suspects leads to its total") {
  Report report = filled_report();
  report.review.upheld = 2;
  report.review.other = 4;
  report.review.total = 3;
  Assessment assessment = check(report);
  const std::string open = page_of(report, assessment);
  CHECK(holds(cell_of(open, "review.total"), "class=\"error part\""));
  CHECK(holds(cell_of(open, "review.total"), "data-finding=\"1\""));
  CHECK_FALSE(holds(cell_of(open, "review.other"), "data-finding"));
  attach_suspects(assessment, localize(report));
  REQUIRE(assessment.findings.front().suspects.size() > 1);
  REQUIRE(assessment.findings.front().likely() == nullptr);
  const std::string page = page_of(report, assessment);
  for (const Suspect& suspect : assessment.findings.front().suspects) {
    CHECK(holds(cell_of(page, cells[suspect.cell].key), "class=\"error possible\""));
  }
  CHECK_FALSE(holds(page, "faulty\""));
  CHECK(holds(page, "可能错在其中一格"));
}

TEST_CASE("what was not read or was inferred is told apart from blank and read, on a page of findings") {
  Reading reading;
  reading.report = filled_report();
  const std::size_t unread = find_cell("review.upheld")->index, inferred = find_cell("review.other")->index,
                    blank = find_cell("review.pending")->index;
  for (const std::size_t cell : {unread, blank}) {
    set_cell(reading.report, cell, std::nullopt);
  }
  for (Source& source : reading.sources) {
    source.state = CellState::read;
  }
  reading.sources[unread].state = CellState::unreadable;
  reading.sources[inferred].state = CellState::inferred;
  reading.sources[blank].state = CellState::blank;
  const std::string page = page_of(reading.report, Assessment{}, &reading);
  CHECK(holds(cell_of(page, "review.upheld"), "class=\"unread\""));
  CHECK(holds(cell_of(page, "review.upheld"), "data-say=\"未读出\""));
  CHECK(holds(cell_of(page, "review.other"), "class=\"inferred\""));
  CHECK_FALSE(holds(cell_of(page, "review.pending"), "class="));
  CHECK(holds(page, "没有读出，不是空白"));
  const auto back = read(page);
  REQUIRE(back);
  CHECK(back->report == reading.report);
}

TEST_CASE("the page of a report without its findings has nothing of them") {
  const std::string page = to_html(filled_report());
  for (const std::string_view part : {"data-gongkai", "faulty", "legend", ".findings", "gongkai check"}) {
    CHECK_FALSE(holds(page, part));
  }
}
