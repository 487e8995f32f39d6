// Which words of a text a finding quotes: so many that they stand once in it, and how it names a row that the form does not have.
#include <doctest/doctest.h>

#include <algorithm>

#include "gongkai/check.hpp"
#include "gongkai/rules/document_parts.hpp"
#include "gongkai/rules/form.hpp"
#include "gongkai/rules/narrative.hpp"
#include "support/clean_reading.hpp"

using namespace gongkai;

namespace {

const std::string words = "收到申请9件";

/// What is quoted of the words that stand behind `before`.
std::string quoted(const std::string& before, const std::string& behind) {
  const std::string text = before + words + behind;
  Claim claim;
  claim.begin = static_cast<std::uint32_t>(before.size());
  claim.end = static_cast<std::uint32_t>(before.size() + words.size());
  const std::size_t begin = rules::quote_begin(text, claim);
  return text.substr(begin, claim.end - begin);
}

}  // namespace

TEST_CASE("Words that stand once are quoted alone, and with their clause where they stand elsewhere too") {
  CHECK(quoted("全县", "。") == words);
  const std::string again = "。" + words;
  CHECK(quoted("甲镇", again) == "甲镇" + words);
  CHECK(quoted(words + "。乙镇", "。") == "乙镇" + words);
  CHECK(quoted("今年很好。甲镇", again) == "甲镇" + words);
  CHECK(quoted("今年很好；甲镇", again) == "甲镇" + words);
  CHECK(quoted("情况如下：甲镇", again) == "甲镇" + words);
  CHECK(quoted("今年\n甲镇", again) == "甲镇" + words);
  CHECK(quoted("今年很好，甲镇", again) == "甲镇" + words);
  CHECK(quoted("今年甲镇很好，", again) == "今年甲镇很好，" + words);  // a comma right before them parts nothing off
  CHECK(quoted("", again) == words);
}

TEST_CASE("A quote goes no more than ninety bytes back, and does not look for its words far away") {
  std::string before;
  for (int i = 0; i < 60; ++i) {
    before += "镇";
  }
  CHECK(quoted(before, "。" + words).size() == 90 + words.size());
  CHECK(quoted("x" + before, "。" + words).size() == 90 + words.size());
  std::string far;
  while (far.size() < 21'000) {
    far += "其余从略。";
  }
  CHECK(quoted(words + far + "甲镇", "。") == words);
  CHECK(quoted(words + "。" + far + words + "。甲镇", "。") == "甲镇" + words);
}

TEST_CASE("A row beyond the form is named by its label, and a column beyond it in a row of the form by the column's") {
  CHECK(rules::name_of({"requests", "（一）予以公开", {"社区"}, {"1"}}) == "社区");
  CHECK(rules::name_of({"requests", "（一）予以公开", {"社区", "村"}, {"1", "2"}}) == "（一）予以公开");
  CHECK(rules::name_of({"requests", "（九）另行处理", {"社区"}, {"1"}}) == "（九）另行处理");
  for (const RowInfo& row : rows) {  // under either edition's wording
    CHECK(rules::name_of({"", std::string(row.label.zh(Edition::form_2019)), {"社区"}, {"1"}}) == "社区");
    CHECK(rules::name_of({"", std::string(row.label.zh(Edition::form_2021)), {"社区"}, {"1"}}) == "社区");
  }
}

TEST_CASE("Blanks that somebody grades as errors stay errors, also where a whole section is blank") {
  Report report = testing::clean_reading(Edition::form_2021).report;
  for (const CellInfo& cell : cells) {
    if (cell.table_info().section == 4) {
      set_cell(report, cell.index, std::nullopt);
    }
  }
  CheckOptions options;
  options.only = {"value.blank"};
  const auto graded = [&] { return check(report, options).findings.at(0).severity; };
  CHECK(graded() == Severity::warning);  // more than the rule's own
  options.severities = {{"value.blank", Severity::error}};
  CHECK(graded() == Severity::error);
}

TEST_CASE(
    "Of a report that stops behind a heading without any row, that section's tables are cut off and those before are "
    "not") {
  rules::Parts report_parts;
  report_parts.is_cut_behind = true;
  report_parts.first = 2;
  report_parts.last = 3;
  for (std::size_t number = 0; number < tables.size(); ++number) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const RowInfo& one) { return one.table == number; });
    CAPTURE(tables[number].key);
    CHECK(report_parts.is_table_cut_off(number, static_cast<std::size_t>(row - rows.begin())) ==
          (tables[number].section >= 3));
  }
}
