// A hint wins over the document, and where the two differ that is a finding: what the document says is not lost.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "gongkai/write.hpp"

using namespace gongkai;

namespace {

std::string page(const std::string& title, const std::string& period = "2023年1月1日至2023年12月31日") {
  return "发布日期：2024-01-20\n" + title + "\n\n本报告所列数据的统计期限为" + period +
         "。\n一、总体情况\n正文\n二、主动公开政府信息情况\n行政处罚 5\n三、收到和处理政府信息公开申请情况\n";
}
constexpr const char* title = "临江县教育局2023年政府信息公开工作年度报告";

std::vector<std::string> messages(std::string_view bytes, const Hints& hints, Language language = Language::zh) {
  const auto reading = read(bytes, hints);
  REQUIRE(reading);
  std::vector<std::string> result;
  for (const Finding& finding : check(reading.value()).findings) {
    if (finding.rule == "document.hint_contradicts" || finding.rule == "document.period" ||
        finding.rule == "document.edition_year") {
      result.push_back(std::string(name(finding.severity, language)) + " " +
                       message(finding, *find_rule(finding.rule), reading->report.about, language));
    }
  }
  return result;
}
using Messages = std::vector<std::string>;

Hints of_year(int year) {
  Hints hints;
  hints.year = year;
  return hints;
}

}  // namespace

TEST_CASE("a year that contradicts the title is one error, in both languages, and the report's year is the hint's") {
  CHECK(messages(page(title), {}).empty());
  CHECK(messages(page(title), of_year(2023)).empty());
  CHECK(messages(page(title), of_year(2024)) ==
        Messages{
            "错误 文件写明：报告年度是2023年（指定的是2024年）；读取时指定的不同，已按指定的读取。请核对是文件写错了，"
            "还是指定错了。"});
  CHECK(messages(page(title), of_year(2024), Language::en) ==
        Messages{"error The document says: it is on 2023 (given: 2024). The caller said otherwise, and that was taken. "
                 "See which of the two is wrong."});
  const auto reading = read(page(title), of_year(2024));
  CHECK(reading->report.about.year == 2024);
  CHECK(reading->said.year == 2023);
}

TEST_CASE("the mistake in a title does not disappear where the hint is right") {
  const std::string wrong_title = page(title, "2024年1月1日至2024年12月31日");
  CHECK(messages(wrong_title, {}).size() == 1);             // the period is not that of the title's year
  CHECK(messages(wrong_title, of_year(2024)).size() == 1);  // the title is not that of the year given
  CHECK(messages(wrong_title, of_year(2024))[0].find("2023年") != std::string::npos);
  CHECK(messages(page(title, "2022年1月1日至2022年12月31日"), of_year(2024)).size() == 2);  // three years: two faults
}

TEST_CASE(
    "each other hint that contradicts the document is a 核实; what the document does not say is no contradiction") {
  Hints hints;
  hints.level = Level::township;
  hints.kind = Kind::government;
  hints.coverage = Extent::territory;  // the page does not say
  hints.publication_date = Date{2024, 2, 1};
  hints.authority = "临江县财政局";
  const Messages found = messages(page(title), hints);
  REQUIRE(found.size() == 4);
  for (std::size_t i = 0; i < found.size(); ++i) {
    constexpr const char* said[] = {"县级", "部门", "发布日期是2024-01-20", "报告机关是“临江县教育局”"};
    CHECK(found[i].find("核实") == 0);
    CHECK(found[i].find(said[i]) != std::string::npos);
  }
  CHECK(messages(page(title), hints, Language::en)[0].find("county") != std::string::npos);
  hints = {};
  hints.authority = "临江县教育局";
  hints.level = Level::county;
  hints.kind = Kind::department;
  hints.publication_date = Date{2024, 1, 20};
  CHECK(messages(page(title), hints).empty());
}

TEST_CASE("a longer name of the same body, and a day after the one under the text, contradict nothing") {
  Hints hints;
  hints.authority = "滨海港区管理委员会";
  hints.publication_date = Date{2024, 1, 31};
  const std::string text =
      "滨海港区2023年政府信息公开工作年度报告\n（2024年1月20日）\n一、总体情况\n正文\n"
      "二、主动公开政府信息情况\n行政处罚 5\n";
  CHECK(messages(text, hints).empty());
}

TEST_CASE("hints contradict the data of a JSON report, and the metadata of our own formats, in the same way") {
  Report report;
  report.about.title = title;
  report.about.authority = "临江县教育局";
  report.about.year = 2023;
  report.about.edition = Edition::form_2021;
  report.about.level = Level::county;
  for (const std::string& bytes : {to_json(report), to_html(report), to_docx(report), to_xlsx(report)}) {
    Hints hints = of_year(2024);
    hints.level = Level::township;
    CHECK(messages(bytes, {}).empty());
    CHECK(messages(bytes, hints).size() == 2);
  }
}
