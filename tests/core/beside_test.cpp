// Reports beside each other: when they are equal, whose peers they are, and what of a total cannot be told.
#include <doctest/doctest.h>

#include <limits>

#include "gongkai/aggregate.hpp"
#include "gongkai/check.hpp"
#include "gongkai/compare/peers.hpp"
#include "gongkai/diff.hpp"
#include "gongkai/model/result.hpp"
#include "gongkai/model/summary.hpp"
#include "gongkai/model/writing.hpp"
#include "support/clean_reading.hpp"

using namespace gongkai;

namespace {

Report report_of(std::string authority, int year = 2024) {
  Report report = testing::clean_reading(Edition::form_2021).report;
  report.about.authority = std::move(authority);
  report.about.year = year;
  return report;
}

}  // namespace

TEST_CASE("Reports that differ in one thing are not equal, whichever it is") {
  const Report report = report_of("临江县人民政府");
  const auto differs = [&](auto change) {
    Report other = report;
    CHECK(other == report);
    change(other);
    return !(other == report) && !(report == other);
  };
  CHECK(differs([](Report& other) { other.requests.received.total = 1; }));
  CHECK(differs([](Report& other) { other.about.title += "（修订）"; }));
  CHECK(differs([](Report& other) { other.about.authority += "办公室"; }));
  CHECK(differs([](Report& other) { other.about.level = Level::township; }));
  CHECK(differs([](Report& other) { other.about.kind = Kind::department; }));
  CHECK(differs([](Report& other) { other.about.coverage = Extent::territory; }));
  CHECK(differs([](Report& other) { other.about.year = 2023; }));
  CHECK(differs([](Report& other) { other.about.edition = Edition::form_2019; }));
  CHECK(differs([](Report& other) { other.about.publication_date.day += 1; }));
  CHECK(differs([](Report& other) { other.about.publisher = "某网"; }));
  CHECK(differs([](Report& other) { other.narrative.preamble += "。"; }));
  CHECK(differs([](Report& other) { other.narrative.overview += "。"; }));
  CHECK(differs([](Report& other) { other.narrative.problems_and_improvements += "。"; }));
  CHECK(differs([](Report& other) { other.narrative.other_matters += "。"; }));
  CHECK(differs([](Report& other) { other.extensions.push_back({"cases", "行", {}, {"1"}}); }));
  const ExtensionRow row{"cases", "行", {"列"}, {"1"}};
  CHECK(row == row);
  CHECK_FALSE(row == ExtensionRow{"requests", "行", {"列"}, {"1"}});
  CHECK_FALSE(row == ExtensionRow{"cases", "栏", {"列"}, {"1"}});
  CHECK_FALSE(row == ExtensionRow{"cases", "行", {"数"}, {"1"}});
  CHECK_FALSE(row == ExtensionRow{"cases", "行", {"列"}, {"2"}});
}

TEST_CASE("Places and waivers are equal where all of them is") {
  const Place place{1, 2, 3, 4, 5, 6};
  CHECK(place == Place{1, 2, 3, 4, 5, 6});
  for (const Place& other : {Place{9, 2, 3, 4, 5, 6}, Place{1, 9, 3, 4, 5, 6}, Place{1, 2, 9, 4, 5, 6},
                             Place{1, 2, 3, 9, 5, 6}, Place{1, 2, 3, 4, 9, 6}, Place{1, 2, 3, 4, 5, 9}}) {
    CHECK_FALSE(place == other);
  }
  CHECK(Place{0, 0, 1, 0, 0, 0}.is_known());  // a table, a page: enough to look at
  CHECK(Place{0, 0, 0, 0, 0, 1}.is_known());
  CHECK_FALSE(Place{0, 7, 0, 7, 7, 0}.is_known());
  const Waiver waiver{"f", "r", "a", {2024, 1, 1}, {2024, 2, 1}};
  CHECK(waiver == waiver);
  for (const Waiver& other :
       {Waiver{"g", "r", "a", {2024, 1, 1}, {2024, 2, 1}}, Waiver{"f", "s", "a", {2024, 1, 1}, {2024, 2, 1}},
        Waiver{"f", "r", "b", {2024, 1, 1}, {2024, 2, 1}}, Waiver{"f", "r", "a", {2025, 1, 1}, {2024, 2, 1}},
        Waiver{"f", "r", "a", {2024, 1, 1}, {2025, 2, 1}}}) {
    CHECK_FALSE(waiver == other);
  }
}

TEST_CASE("Peers are other governments of the same level, year and form; of an unknown level there are none") {
  const Report own = report_of("临江县人民政府");
  Report same = report_of("东山县人民政府"), department = report_of("东山县水利局"),
         town = report_of("东山县城关镇人民政府"), old_form = report_of("西山县人民政府"),
         last_year = report_of("南山县人民政府", 2023), unnamed = report_of(""),
         undated = report_of("北山县人民政府", 0);
  department.about.kind = Kind::department;
  town.about.level = Level::township;
  old_form.about.edition = Edition::form_2019;
  const std::vector<const Report*> all{&own, &same, &department, &town, &old_form, &last_year, &unnamed, &undated};
  const Peers peers(all);
  CHECK(peers.of_a_kind(own) == std::vector<const Report*>{&same});
  Report unknown = own;
  unknown.about.level = Level::unknown;
  CHECK(peers.of_a_kind(unknown).empty());
  CHECK(peers.of_a_kind(department).empty());
  CHECK(Peers().of_a_kind(own).empty());
  CHECK_FALSE(Peers().nearest(own));
}

TEST_CASE("A text that more than two hundred reports have is a set phrase, though few bodies have it") {
  std::string text = "我镇把惠农补贴土地流转村级财务三类信息逐村张贴并邀请村民代表到镇里看账本问去向还在赶集日设点答疑";
  for (const char* const more : {"把政策讲到田间地头", "受理村民提问件件都有回音", "村民说账目清楚了心里就亮堂了",
                                 "干部说晒出来的是底气换回来的是信任", "下一步还要把集体资产出租合同也一并晒出来",
                                 "请街道干部担任讲解员走进小区", "居民扫码即可查到办理进度",
                                 "年底由人大代表现场打分得分最低的两个栏目当场约谈整改后再次公示"}) {
    text += more;
  }
  const auto with_text = [&](std::string name) {
    Report report = report_of(std::move(name));
    report.narrative.overview = text;
    report.narrative.problems_and_improvements.clear();
    return report;
  };
  const Report own = with_text("甲镇人民政府"), other = with_text("乙镇人民政府");
  std::vector<const Report*> all{&own, &other};
  const auto alike = Peers(all).nearest(own);
  REQUIRE(alike);
  CHECK(alike->other == &other);
  CHECK(alike->percent == 100);
  const std::vector<Report> copies(205, own);  // of its own report, handed in again and again
  all.clear();
  for (const Report& copy : copies) {
    all.push_back(&copy);
  }
  all.push_back(&other);
  CHECK_FALSE(Peers(all).nearest(own));
}

TEST_CASE("A change is known where both numbers are") {
  const std::uint16_t cell = find_cell("review.total")->index;
  CHECK(CellChange{cell, 5, 8}.change() == 3);
  CHECK_FALSE(CellChange{cell, std::nullopt, 8}.change());
  CHECK_FALSE(CellChange{cell, 5, std::nullopt}.change());
  CHECK_FALSE(CellChange{cell, std::numeric_limits<std::int64_t>::min(), 8}.change());  // no number holds it
}

TEST_CASE(
    "A total of reports on both forms is on the form of its year, and has a title where body and year are known") {
  Report old_form = testing::clean_reading(Edition::form_2019).report, new_form = report_of("乙镇人民政府", 2020);
  old_form.about.authority = "甲镇人民政府";
  old_form.about.year = 2020;
  const Child children[] = {{"甲镇", &old_form}, {"乙镇", &new_form}};
  AggregateOptions options;
  options.authority = "某县人民政府";
  CHECK(aggregate(children, options).report.about.edition == Edition::form_2019);
  CHECK(aggregate(children, options).report.about.title == "某县人民政府2020年政府信息公开工作年度报告（汇总）");
  options.authority.clear();
  CHECK(aggregate(children, options).report.about.title.empty());
  old_form.about.year = new_form.about.year = 2022;
  CHECK(aggregate(children, options).report.about.edition == Edition::form_2021);
  old_form.about.year = new_form.about.year = 0;
  options.authority = "某县人民政府";
  const Aggregate unknown = aggregate(children, options);
  CHECK(unknown.added == 2);
  CHECK(unknown.report.about.edition == Edition::unknown);
  CHECK(unknown.report.about.title.empty());
}

TEST_CASE("Sums that no form can hold on either side of 0 are not in the total") {
  std::vector<Report> reports(20, report_of("镇"));
  std::vector<std::string> names;
  std::vector<Child> children;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    reports[i].disclosure.licensing.decisions = Count::limit;
    reports[i].disclosure.penalties.decisions = -Count::limit;
    names.push_back("第" + std::to_string(i) + "镇");
  }
  for (std::size_t i = 0; i < reports.size(); ++i) {
    children.push_back({names[i], &reports[i]});
  }
  const Aggregate total = aggregate(children, {});
  CHECK(total.report.disclosure.licensing.decisions.is_blank());
  CHECK(total.report.disclosure.penalties.decisions.is_blank());
  CHECK_FALSE(total.report.review.total.is_blank());
  const Aggregate one = aggregate(std::span(children).first(1), {});
  CHECK(one.report.disclosure.licensing.decisions.get() == Count::limit);
  CHECK(one.report.disclosure.penalties.decisions.get() == -Count::limit);
}

TEST_CASE("A summary counts the rows found, those that are absent not, and those beyond the form") {
  Reading reading = testing::clean_reading(Edition::form_2021);
  const std::size_t index = tables.size() - 1;
  REQUIRE(tables[index].key == "cases");
  const auto before = summarize(reading)[index];
  CHECK(before.rows_found == before.rows_expected);
  CHECK(before.rows_extra == 0);
  for (const CellInfo& cell : cells) {
    if (cell.key.substr(0, 7) == "review.") {
      reading.sources[cell.index].state = CellState::absent;
    }
  }
  reading.report.extensions.push_back({"cases", "多出的一行", {}, {"1"}});
  const auto after = summarize(reading)[index];
  CHECK(after.rows_found == before.rows_found - 1);
  CHECK(after.absent == 5);
  CHECK(after.rows_extra == 1);
  CHECK(summarize(reading)[0].rows_extra == 0);
}

TEST_CASE("A table is whole where no cell of it is unread or was not found") {
  Reading reading = testing::clean_reading(Edition::form_2021);
  const std::size_t cases = tables.size() - 1;
  CHECK(is_complete(reading));
  CHECK(summarize(reading)[cases].is_complete());
  const std::uint16_t cell = find_cell("review.total")->index;
  for (const CellState state : {CellState::absent, CellState::unreadable}) {
    reading.sources[cell].state = state;
    CHECK_FALSE(is_complete(reading));
    CHECK_FALSE(summarize(reading)[cases].is_complete());
  }
  reading.sources[cell].state = CellState::blank;
  CHECK(is_complete(reading));
}

TEST_CASE("Each kind of failure has its word") {
  CHECK(code_name(ErrorCode::empty) == "empty");
  CHECK(code_name(ErrorCode::not_text) == "not_text");
  CHECK(code_name(ErrorCode::unsupported) == "unsupported");
  CHECK(code_name(ErrorCode::limit_exceeded) == "limit_exceeded");
  CHECK(code_name(ErrorCode::not_a_report) == "not_a_report");
  CHECK(code_name(ErrorCode::malformed) == "malformed");
}

TEST_CASE("Amounts are held up to the limit on either side, and decimals are written without zeros at their end") {
  CHECK(Money::yuan(Money::limit / 100).raw() == Money::limit);
  CHECK(Money::yuan(-Money::limit / 100).raw() == -Money::limit);
  CHECK_THROWS_AS(Money::yuan(Money::limit / 100 + 1), std::out_of_range);
  CHECK_THROWS_AS(Money::yuan(-Money::limit / 100 - 1), std::out_of_range);
  CHECK(decimal_text(4'068'208'000, 6) == "4068.208");
  CHECK(decimal_text(5, 0) == "5");
  CHECK(decimal_text(-5, 2) == "-0.05");
  CHECK(decimal_text(500, 2) == "5");
}

TEST_CASE("Either of the two words that every report has tells traditional writing") {
  CHECK(is_traditional("政府信息公開"));
  CHECK(is_traditional("工作年度報告"));
  CHECK_FALSE(is_traditional("政府信息公开工作年度报告"));
}

TEST_CASE("A rule looks at the text that it names") {
  Reading reading = testing::clean_reading(Edition::form_2021);
  reading.table_text = "表后说明";
  const Subject subject({&reading.report, &reading}, BlankPolicy::as_zero);
  CHECK(subject.text(Prose::overview) == reading.report.narrative.overview);
  CHECK(subject.text(Prose::problems) == reading.report.narrative.problems_and_improvements);
  CHECK(subject.text(Prose::other_matters) == reading.report.narrative.other_matters);
  CHECK(subject.text(Prose::beside_tables) == "表后说明");
}
