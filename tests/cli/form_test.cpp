// The form to fill in and documents of one's own: what the options of `form` and `convert` write.
#include <doctest/doctest.h>

#include "gongkai/write.hpp"
#include "support/program.hpp"
#include "support/random_report.hpp"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("--values writes a workbook without formulas, and is for workbooks alone") {
  const Folder folder;
  for (const char* command : {"form -o", "convert '{}' "}) {
    CAPTURE(command);
    std::mt19937 random(5);
    const std::string report = folder.write("r.json", to_json(random_clean_report(random, Edition::form_2021)));
    const std::string words = fmt::format(fmt::runtime(command), report);
    const std::string adding = folder.path("a.xlsx"), plain = folder.path("b.xlsx");
    REQUIRE(run(words + " '" + adding + "'").code == 0);
    REQUIRE(run(words + " '" + plain + "' --values").code == 0);
    CHECK(contains(read_file(adding).value_or(""), "xl/worksheets/sheet6.xml"));  // with the sheet that adds up
    CHECK_FALSE(contains(read_file(plain).value_or(""), "xl/worksheets/sheet6.xml"));
    CHECK(run("read --json '" + adding + "'").out != "");
    const Outcome other = run(words + " '" + folder.path("c.docx") + "' --values");
    CHECK(other.code == 2);
    CHECK(contains(other.err, "--values"));
  }
}

TEST_CASE("--template-example writes a template that convert fills in, of either edition, as Word alone") {
  const Folder folder;
  for (const char* edition : {"2019", "2021"}) {
    CAPTURE(edition);
    std::mt19937 random(6);
    Report report =
        random_clean_report(random, edition == std::string("2019") ? Edition::form_2019 : Edition::form_2021);
    report.about.title = fmt::format("甲镇{}年政府信息公开工作年度报告", report.about.year);
    report.about.authority = "甲镇人民政府";
    report.about.level = Level::township;
    report.about.kind = Kind::government;
    report.about.coverage = Extent::own;
    report.about.publication_date = {report.about.year + 1, 1, 20};
    report.narrative.preamble = "根据《条例》编写。";
    const std::string source = folder.write("r.json", to_json(report));
    const std::string form = folder.path("t.docx"), filled = folder.path("f.docx"), back = folder.path("b.json");
    REQUIRE(run(fmt::format("form --edition {} --template-example -o '{}'", edition, form)).code == 0);
    REQUIRE(run(fmt::format("convert '{}' '{}' --template '{}'", source, filled, form)).code == 0);
    REQUIRE(run(fmt::format("convert '{}' '{}'", filled, back)).code == 0);
    CHECK(read_file(back) == to_json(report) + "\n");
    CHECK(run(fmt::format("form --template-example -o '{}'", folder.path("t.xlsx"))).code == 2);
  }
}
