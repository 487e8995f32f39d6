// A Word document of one's own: every documented name, however it is written, and the example that has all of them.
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "gongkai/model/contains.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "office/package.hpp"
#include "support/random_report.hpp"

using namespace gongkai;

namespace {

std::string document_of(const std::string& paragraphs) {
  Package package;
  package.add("[Content_Types].xml", "<Types/>");
  package.add("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + paragraphs + "</w:body></w:document>");
  return package.finish();
}

std::string paragraph(const std::string& text) {
  return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

Report example() {
  Report report;
  report.about.title = "甲镇2023年年度报告";
  report.about.authority = "甲镇";
  report.about.year = 2023;
  report.about.edition = Edition::form_2021;
  report.about.level = Level::township;
  report.about.publication_date = {2024, 1, 20};
  report.narrative.preamble = "根据《条例》编写。\n统计期限为2023年。";
  report.narrative.overview = "总的情况。";
  report.requests.received.total = 12;
  return report;
}

std::string filled(const std::string& paragraphs, const Report& report = example()) {
  const auto bytes = fill_docx(document_of(paragraphs), report);
  REQUIRE(bytes);
  const auto document = decode(bytes.value());
  REQUIRE(document);
  return document->text;
}

}  // namespace

TEST_CASE("each name has its short, long and Chinese form, and the year is the year alone") {
  const std::pair<const char*, const char*> cases[] = {
      {"{{year}}|{{about.year}}|{{年度}}|{{报告年度}}", "2023|2023|2023|2023"},
      {"{{authority}}|{{about.authority}}|{{机关}}|{{报告机关}}", "甲镇|甲镇|甲镇|甲镇"},
      {"{{publication_date}}|{{about.publication_date}}|{{日期}}|{{发布日期}}",
       "2024-01-20|2024-01-20|2024-01-20|2024-01-20"},
      {"{{title}}|{{about.title}}|{{标题}}", "甲镇2023年年度报告|甲镇2023年年度报告|甲镇2023年年度报告"},
      {"{{level}}|{{about.level}}|{{机关层级}}", "乡级|乡级|乡级"},
      {"{{edition}}|{{报告格式}}|{{kind}}|{{coverage}}", "2021年版|2021年版|未说明|未说明"},
      {"{{overview}}|{{narrative.overview}}|{{总体情况}}", "总的情况。|总的情况。|总的情况。"},
      {"{{requests.received.total}}件", "12件"},
      {"{{requests.carried_in.total}}件", "件"},
  };
  for (const auto& [fields, wanted] : cases) {
    CHECK(filled(paragraph(fields)) == wanted);
  }
  const std::string preamble = filled(paragraph("{{preamble}}") + paragraph("{{前言}}"));
  CHECK(preamble == "根据《条例》编写。\n统计期限为2023年。根据《条例》编写。\n统计期限为2023年。");
}

TEST_CASE("spaces in the braces, runs cut anywhere, fields in links, inserted text and content controls") {
  CHECK(filled(paragraph("{{ year }}、{{　年度　}}、{{ requests.received.total}}")) == "2023、2023、12");
  CHECK(filled("<w:p><w:r><w:t>{</w:t></w:r><w:proofErr/><w:r><w:t>{ye</w:t></w:r><w:r><w:t>ar}</w:t></w:r>"
               "<w:r><w:t>}年</w:t></w:r></w:p>") == "2023年");
  CHECK(filled("<w:p><w:hyperlink><w:r><w:t>{{year}}</w:t></w:r></w:hyperlink><w:ins><w:r><w:t>{{</w:t></w:r></w:ins>"
               "<w:sdt><w:sdtContent><w:r><w:t>年度}}</w:t></w:r></w:sdtContent></w:sdt></w:p>") == "20232023");
}

TEST_CASE("all that the template asks for in vain is named, each with the nearest name") {
  const auto wrong =
      fill_docx(document_of(paragraph("{{yaer}}、{{ requests.recieved.total }}") + paragraph("{{年}}{{yaer}}{{year}}")),
                example());
  REQUIRE_FALSE(wrong);
  const std::string& message = wrong.error().message_zh;
  CAPTURE(message);
  CHECK(wrong.error().code == ErrorCode::malformed);
  CHECK(contains(message,
                 "{{yaer}}（是不是year？）；{{requests.recieved.total}}（是不是requests.received.total？）；{{年}}"));
  CHECK(message.find("yaer") == message.rfind("yaer"));
  CHECK(contains(wrong.error().message_en, "{{yaer}} (year?)"));

  std::string many;
  for (int i = 0; i < 15; ++i) {
    many += paragraph("{{wrong" + std::to_string(i) + "}}");
  }
  CHECK(contains(fill_docx(document_of(many), example()).error().message_zh, "另有5个"));
}

TEST_CASE("the example has every name of its edition, and filled in it is the report") {
  std::mt19937 random(8);
  for (int i = 0; i < 60; ++i) {
    CAPTURE(i);
    const Edition edition = i % 2 == 0 ? Edition::form_2019 : Edition::form_2021;
    Report report = testing::random_published_report(random, edition);
    report.extensions.clear();
    for (const CellInfo& info : cells) {
      if (!has(info.editions, edition)) {
        set_cell(report, info.index, std::nullopt);
      }
    }
    const std::string example = docx_template_example(edition);
    const auto names = decode(example);
    REQUIRE(names);
    for (const CellInfo& info : cells) {
      CHECK(contains(names->text, "{{" + std::string(info.key) + "}}") == has(info.editions, edition));
    }
    const auto bytes = fill_docx(example, report);
    REQUIRE(bytes);
    const auto reading = read(bytes.value());
    REQUIRE(reading);
    const Report& back = reading->report;
    for (const CellInfo& info : cells) {
      CAPTURE(info.key);
      REQUIRE(cell(back, info.index) == cell(report, info.index));
    }
    CHECK(back.narrative == report.narrative);
    CHECK(back.about == report.about);
  }
}
