// A heading in the row right below a table, as spreadsheets have it where nobody left a row empty, opens its section.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "support/office.hpp"
#include "support/random_report.hpp"
#include "text/csv.hpp"

using namespace gongkai;

namespace {

using Records = std::vector<std::vector<std::string>>;

/// The form's rows without the empty ones, all as wide as the widest.
Records close_rows(const Report& report) {
  const std::string text = csv_form(report);
  csv::Tokenizer tokens(text);
  std::vector<csv::Field> fields;
  Records records;
  std::size_t width = 0;
  while (csv::next_record(tokens, fields, 64)) {
    std::vector<std::string> record;
    for (const csv::Field& field : fields) {
      record.push_back(field.text);
    }
    if (record.size() > 1 || !record[0].empty()) {
      records.push_back(record);
      width = std::max(width, record.size());
    }
  }
  for (std::vector<std::string>& record : records) {
    record.resize(width);
  }
  return records;
}

std::string separated(const Records& records, char delimiter) {
  std::string text;
  for (const auto& record : records) {
    for (const std::string& field : record) {
      text += field + delimiter;
    }
    text.back() = '\n';
  }
  return text;
}

std::string workbook(const Records& records, bool has_borders) {
  std::string rows;
  for (std::size_t i = 0; i < records.size(); ++i) {
    rows += "<row>";
    for (const std::string& field : records[i]) {
      rows += std::string("<c ") + (has_borders ? "s=\"1\" " : "") +
              (field.empty() ? "/>" : "t=\"inlineStr\"><is><t>" + field + "</t></is></c>");
    }
    rows += "</row>";
  }
  testing::Xlsx file{{{rows, "", ""}}, "", "", "", {}};
  file.styles =
      "<borders><border/><border><left style=\"thin\"/></border></borders>"
      "<cellXfs><xf borderId=\"0\"/><xf borderId=\"1\"/></cellXfs>";
  return file.file();
}

}  // namespace

TEST_CASE("a heading in the row right below a table opens its section, in workbooks, CSV and TSV") {
  std::mt19937 random(4);
  for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
    Report report = testing::random_clean_report(random, edition);
    report.about.title = "甲县" + std::to_string(report.about.year) + "年政府信息公开工作年度报告";
    report.narrative.overview = "总体情况的正文";  // without a full stop, which alone would show a paragraph
    report.narrative.problems_and_improvements = "问题的正文";
    report.narrative.other_matters = "其他事项的正文";
    const Records records = close_rows(report);
    for (const std::string& bytes :
         {separated(records, ','), separated(records, '\t'), workbook(records, false), workbook(records, true)}) {
      const auto reading = read(bytes);
      REQUIRE(reading);
      for (const SectionInfo& section : sections) {
        CAPTURE(section.number);
        CHECK(reading->find_heading(section.number) != nullptr);
      }
      CHECK(static_cast<const Figures&>(reading->report) == static_cast<const Figures&>(report));
      CHECK(reading->report.narrative.overview == report.narrative.overview);
      CHECK(reading->report.narrative.problems_and_improvements == report.narrative.problems_and_improvements);
      CHECK(reading->report.narrative.other_matters == report.narrative.other_matters);
    }
  }
}

TEST_CASE("a heading that goes on in its text opens its section below a table too") {
  const auto reading = read(
      "甲县2023年政府信息公开工作年度报告,,,\n四、政府信息公开行政复议、行政诉讼情况,,,\n行政复议,,,\n"
      "五、存在的主要问题及改进情况：解读形式单一，下一年每月检查栏目并增加图解，培训一次,,,\n六、其他需要报告的事项,,,"
      "\n无,,,\n");
  REQUIRE(reading);
  CHECK(reading->report.narrative.problems_and_improvements == "解读形式单一，下一年每月检查栏目并增加图解，培训一次");
  CHECK(reading->find_heading(6) != nullptr);
}
