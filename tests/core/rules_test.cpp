// Every rule is silent on a clean report and fires on one spoiled for it.
#include "gongkai/rules/rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "gongkai/rules/all.hpp"
#include "support/clean_reading.hpp"

using namespace gongkai;
using testing::clean_reading;

namespace {

struct Spoiler {
  const char* rule;
  Edition edition;
  std::function<void(Reading&)> spoil;
};

void note(Reading& reading, NoteKind kind, std::string_view key, const char* text) {
  const CellInfo& cell = *find_cell(key);
  reading.notes.push_back({kind, {12, 1, 1, 2, 3}, cell.row, static_cast<std::int16_t>(cell.index), text});
}
void add(Count& count, std::int64_t n) {
  count = count.value_or(0) + n;
}

void say(Reading& reading, const char* sentence) {
  reading.report.narrative.overview += sentence;
}

constexpr auto y2019 = Edition::form_2019;
constexpr auto y2021 = Edition::form_2021;

const std::vector<Spoiler>& spoilers() {
  static const std::vector<Spoiler> all{
      {"requests.flow_balance", y2021, [](Reading& r) { add(r.report.requests.carried_out.natural_person, 1); }},
      {"requests.outcomes_sum", y2019, [](Reading& r) { add(r.report.requests.outcomes.granted.other, 2); }},
      {"requests.row_total", y2021, [](Reading& r) { add(r.report.requests.outcomes.denied.state_secret.total, 1); }},
      {"review.total", y2021, [](Reading& r) { add(r.report.review.total, 1); }},
      {"litigation.direct_total", y2021, [](Reading& r) { add(r.report.litigation.direct.pending, 1); }},
      {"litigation.after_review_total", y2019, [](Reading& r) { add(r.report.litigation.after_review.total, -1); }},
      {"value.non_negative", y2021, [](Reading& r) { r.report.disclosure.licensing.decisions = -3; }},
      {"value.integer", y2021, [](Reading& r) { note(r, NoteKind::not_integer, "requests.received.total", "62.5"); }},
      {"value.blank", y2021, [](Reading& r) { r.report.disclosure.penalties.decisions = Count(); }},
      {"value.blank_total", y2021, [](Reading& r) { r.report.review.total = Count(); }},
      {"value.only_totals", y2021,
       [](Reading& r) {
         for (const CellInfo& cell : cells) {
           const bool is_part = cell.table_info().key == "requests" && cell.column_info().name != "total";
           if (is_part && has(cell.editions, y2021)) {
             set_cell(r.report, cell.index, std::nullopt);
           }
         }
       }},
      {"value.unparsable", y2021,
       [](Reading& r) { note(r, NoteKind::unparsable, "requests.received.total", "详见附件"); }},
      {"form.unread_cell", y2021, [](Reading& r) { note(r, NoteKind::fused, "requests.received.total", "2729318"); }},
      {"value.uncalculated", y2021,
       [](Reading& r) { note(r, NoteKind::uncalculated, "requests.received.total", "=SUM(B2:G2)"); }},
      {"disclosure.in_force_floor", y2021,
       [](Reading& r) {
         r.report.disclosure.normative_documents.issued = 10;
         r.report.disclosure.normative_documents.repealed = 2;
         r.report.disclosure.normative_documents.in_force = 5;
       }},
      {"disclosure.total_disclosed_floor", y2019,
       [](Reading& r) {
         r.report.disclosure.normative_documents.newly_disclosed = 7;
         r.report.disclosure.normative_documents.total_disclosed = 5;
       }},
      {"disclosure.made_not_disclosed", y2019,
       [](Reading& r) {
         r.report.disclosure.normative_documents.newly_made = 87;
         r.report.disclosure.normative_documents.newly_disclosed = 0;
       }},
      {"disclosure.items_floor", y2019,
       [](Reading& r) {
         r.report.disclosure.fees.items_prior_year = 5;
         r.report.disclosure.fees.items_change = -8;
       }},
      {"disclosure.decisions_misread", y2019,
       [](Reading& r) {
         r.report.disclosure.penalties = {21, 19, 40};
       }},
      {"disclosure.rule_making_power", y2021, [](Reading& r) { r.report.disclosure.government_rules.in_force = 6; }},
      {"disclosure.fee_covers_processing_fee", y2021,
       [](Reading& r) {
         r.report.disclosure.fees.amount = Money::yuan(100);
         r.report.narrative.other_matters = "本年收取信息处理费380元。";
       }},
      {"disclosure.amount_unit", y2021,
       [](Reading& r) { note(r, NoteKind::unit_conflict, "disclosure.fees.amount", "380元"); }},
      {"disclosure.amount_unit_missing", y2019,
       [](Reading& r) { note(r, NoteKind::unit_missing, "disclosure.procurement.amount", "477.35"); }},
      {"review.nonzero_without_requests", y2021,
       [](Reading& r) {
         r.report.requests = Requests();
         r.report.requests.received.total = 0;
         r.report.requests.carried_in.total = 0;
         r.report.review.total = 3;
       }},
      {"litigation.direct_after_2024", y2021,
       [](Reading& r) {
         r.report.about.year = 2024;
         r.report.litigation.direct = {3, 0, 0, 0, 3};
         Outcomes& outcomes = r.report.requests.outcomes;  // nothing that may be sued over directly
         outcomes.unavailable = {};
         outcomes.not_processed = {};
         outcomes.other_handling = {};
       }},
      {"narrative.received", y2021, [](Reading& r) { say(r, "全年收到政府信息公开申请999999件。"); }},
      {"narrative.processed", y2019, [](Reading& r) { say(r, "全年办结政府信息公开申请999999件。"); }},
      {"narrative.carried", y2021, [](Reading& r) { say(r, "政府信息公开申请结转下年度999999件。"); }},
      {"narrative.group", y2021, [](Reading& r) { say(r, "政府信息公开申请中，不予公开999999件。"); }},
      {"narrative.percent", y2021, [](Reading& r) { say(r, "政府信息公开申请中，不予公开占99.99%。"); }},
      {"narrative.requests_none", y2021, [](Reading& r) { say(r, "全年未收到政府信息公开申请。"); }},
      {"narrative.review_none", y2019,
       [](Reading& r) {
         r.report.review = {1, 0, 0, 2, 3};
         say(r, "信息公开行政复议3件，均获维持。");
       }},
      {"narrative.review", y2021, [](Reading& r) { say(r, "政府信息公开行政诉讼999999件。"); }},
      {"narrative.documents", y2021, [](Reading& r) { say(r, "全年制发行政规范性文件999999件。"); }},
      {"narrative.decisions", y2021, [](Reading& r) { say(r, "作出行政处罚处理决定99999999件。"); }},
      {"document.hint_contradicts", y2021, [](Reading& r) { r.contradicted = {AboutField::year}; }},
      {"document.edition_year", y2019, [](Reading& r) { r.report.about.year = 2023; }},
      {"document.year_missing", y2021, [](Reading& r) { r.report.about.year = 0; }},
      {"document.older_form", y2019, [](Reading& r) { r.report.about.year = 2018; }},
      {"document.citation_year", y2021,
       [](Reading& r) { r.report.narrative.preamble = "根据国办公开办函〔2019〕60号编制。"; }},
      {"document.period", y2021,
       [](Reading& r) { r.report.narrative.preamble = "统计期限为2018年1月1日起至2018年12月31日。"; }},
      {"document.stale_year", y2021,
       [](Reading& r) {
         r.report.narrative.overview += std::to_string(r.report.about.year - 1) + "年，共制定规范性文件4件。";
       }},
      {"document.sections", y2021, [](Reading& r) { r.headings.pop_back(); }},
      {"document.cut", y2021,
       [](Reading& r) {
         r.headings.resize(3);
         for (const CellInfo& cell : cells) {
           if (cell.table_info().section == 4) {
             r.sources[cell.index].state = CellState::absent;
           }
         }
       }},
      {"document.table_missing", y2021,
       [](Reading& r) {
         for (const CellInfo& cell : cells) {
           if (cell.table_info().key == "cases") {
             r.sources[cell.index].state = CellState::absent;
           }
         }
       }},
      {"document.template_residue", y2021, [](Reading& r) { r.table_text = "该部分以表格形式报告。表格如下："; }},
      {"document.generic_text", y2021,
       [](Reading& r) {
         r.report.narrative.overview = "各级政府部门积极推进公开，成效明显。工作考核、社会评议、责任追究均已开展。";
       }},
      {"document.deadline_department", y2021,
       [](Reading& r) {
         r.report.about.kind = Kind::department;
         r.report.about.publication_date.month = 3;
       }},
      {"document.deadline_government", y2021, [](Reading& r) { r.report.about.publication_date.month = 4; }},
      {"document.deadline_township", y2021,
       [](Reading& r) {
         r.report.about.level = Level::township;
         r.report.about.publication_date.month = 2;
       }},
      {"document.government_extra", y2021,
       [](Reading& r) {
         r.report.narrative.overview = std::to_string(r.report.about.year) + "年，我县公开信息120条。";
       }},
      {"document.processing_fee", y2021, [](Reading& r) { r.report.narrative.other_matters = "无。"; }},
      {"document.signature", y2021,
       [](Reading& r) { r.report.narrative.other_matters += "\n海口区人民政府\n2025年1月20日"; }},
      {"document.section5_empty", y2021, [](Reading& r) { r.report.narrative.problems_and_improvements = "无"; }},
      {"document.published_early", y2021, [](Reading& r) { r.report.about.publication_date.year -= 1; }},
      {"document.five_aspects", y2021,
       [](Reading& r) {
         std::string& text = r.report.narrative.overview;
         text = std::to_string(r.report.about.year) + "年，我县主动公开信息120条。";
         while (text.size() < 1600) {
           text += "考核、评议、追究均按规定开展。";
         }
       }},
      {"document.section5_halves", y2021,
       [](Reading& r) {
         std::string& text = r.report.narrative.problems_and_improvements;
         text.clear();
         while (text.size() < 500) {
           text += "公开的内容不够全面，解读的形式比较单一，个别栏目更新不及时。";
         }
       }},
      {"narrative.fee_notice", y2021,
       [](Reading& r) {
         r.report.requests.outcomes.other_handling.fee_not_paid_in_time.total = 2;
         r.report.narrative.other_matters = "本年度未发出收费通知。";
       }},
      {"disclosure.township_fees", y2021,
       [](Reading& r) {
         r.report.about.level = Level::township;
         r.report.disclosure.fees.amount = Money::yuan(380'000'000);
       }},
      {"form.unknown_row", y2019,
       [](Reading& r) {
         r.notes.push_back({NoteKind::unknown_row, {}, -1, -1, "其他主动公开文件"});
       }},
      {"form.other_edition", y2021,
       [](Reading& r) { r.report.requests.outcomes.other_handling.unspecified.natural_person = 0; }},
      {"form.unread_row", y2021,
       [](Reading& r) {
         r.notes.push_back({NoteKind::row_missing, {}, 10, -1, "（一）予以公开"});
       }},
      {"form.duplicate_row", y2021,
       [](Reading& r) {
         r.notes.push_back({NoteKind::duplicate_row, {}, 10, -1, "（一）予以公开"});
       }},
      {"form.label_variant", y2021,
       [](Reading& r) {
         r.notes.push_back({NoteKind::label_variant, {}, 13, -1, "2.其他法律行政止公开"});
       }},
  };
  return all;
}

std::set<std::string_view> rules_found(const Reading& reading) {
  std::set<std::string_view> ids;
  for (const Finding& finding : check(reading).findings) {
    ids.insert(finding.rule);
  }
  return ids;
}

}  // namespace

TEST_CASE("a clean report has no finding in either edition") {
  for (const Edition edition : {y2019, y2021}) {
    CHECK(rules_found(clean_reading(edition)) == std::set<std::string_view>{});
  }
}

TEST_CASE("each rule fires on the report spoiled for it, and its message leaves no blank to fill") {
  for (const Spoiler& spoiler : spoilers()) {
    CAPTURE(spoiler.rule);
    Reading reading = clean_reading(spoiler.edition);
    REQUIRE(rules_found(reading).count(spoiler.rule) == 0);
    spoiler.spoil(reading);
    CHECK(rules_found(reading).count(spoiler.rule) == 1);
    for (const Finding& finding : check(reading).findings) {
      for (const Language language : {Language::zh, Language::en}) {
        const std::string said = message(finding, *find_rule(finding.rule), reading.report.about, language);
        CAPTURE(said);
        CHECK_FALSE(said.empty());
        CHECK(said.find('{') == std::string::npos);
        CHECK(said.find('?') == std::string::npos);
        CHECK_FALSE(explanation(finding, *find_rule(finding.rule), reading.report.about, language).empty());
      }
    }
  }
}

TEST_CASE("every rule that can be checked has a report spoiled for it") {
  std::set<std::string_view> spoiled;
  for (const Spoiler& spoiler : spoilers()) {
    CHECK(find_rule(spoiler.rule) != nullptr);
    spoiled.insert(spoiler.rule);
  }
  for (const Rule& rule : rule_catalog) {
    CAPTURE(rule.id);
    const bool needs_others = rule.scope == Scope::years || rule.scope == Scope::rollup ||
                              rule.scope == Scope::peers;  // see their own tests, and rule_cases.txt
    CHECK((rule.run == nullptr || needs_others || spoiled.count(rule.id) == 1));
  }
}

TEST_CASE("rule ids are unique, and every rule says what holds, why, and gives an example in both languages") {
  std::set<std::string_view> ids;
  for (const Rule& rule : rule_catalog) {
    CAPTURE(rule.id);
    CHECK(ids.insert(rule.id).second);
    for (const Label& text : {rule.citation, rule.statement, rule.example}) {
      CHECK_FALSE(text.zh.empty());
      CHECK_FALSE(text.en.empty());
    }
    CHECK(rule.message.zh.empty() == (rule.run == nullptr));
    CHECK(rule.message.en.empty() == (rule.run == nullptr));
  }
}

TEST_CASE("an empty section five is called empty, and one that says little is quoted") {
  for (const auto& [text, words] : {std::pair{"", "部分没有内容"}, std::pair{"无", "部分只写了“无”"}}) {
    Report report;
    report.narrative.overview = "全年公开信息120条。";
    report.narrative.problems_and_improvements = text;
    const Assessment assessment = check(report);
    const auto found = std::find_if(assessment.findings.begin(), assessment.findings.end(),
                                    [](const Finding& f) { return f.rule == "document.section5_empty"; });
    REQUIRE(found != assessment.findings.end());
    CHECK(message(*found, *find_rule(found->rule), report.about, Language::zh).find(words) != std::string::npos);
  }
}

TEST_CASE("a mark for nothing is not a blank") {
  Reading reading = clean_reading(y2021);
  const std::size_t cell = find_cell("disclosure.penalties.decisions")->index;
  set_cell(reading.report, cell, std::nullopt);
  for (const char* mark : {"-", "/", "无", "—"}) {
    reading.sources[cell] = {CellState::blank, {100, 1, 1, 1, 1}, mark};
    CHECK(rules_found(reading).count("value.blank") == 0);
  }
  reading.sources[cell].text.clear();
  CHECK(rules_found(reading).count("value.blank") == 1);
}

TEST_CASE("the stated processing fee is read only where it is one amount") {
  CHECK(rules::stated_processing_fee("本年收取信息处理费380元。") == 38000);
  CHECK(rules::stated_processing_fee("收取信息处理费共计12.5元") == 1250);
  CHECK(rules::stated_processing_fee("收取信息处理费9元。") == 900);
  CHECK(rules::stated_processing_fee("收取信息处理费 380 元，其中民政局1件，收取380元。") == 38000);
  CHECK(rules::stated_processing_fee("收取信息处理费380元，其中民政局200元。") == std::nullopt);
  CHECK(rules::stated_processing_fee("没有收取信息处理费。") == std::nullopt);
  CHECK(rules::stated_processing_fee("预算380元。没有收取处理费。") == std::nullopt);
}

TEST_CASE("the stated period is read through spaces and short forms") {
  const std::array<Date, 2> whole{Date{2024, 1, 1}, Date{2024, 12, 31}};
  CHECK(rules::stated_period("数据自2024年1月1日起至2024年12月31日止。") == whole);
  CHECK(rules::stated_period("统计周期为\n2024 年 1 月 1 日至 12 月 31 日。") == whole);
  CHECK(rules::stated_period("2024年1月1日—12月31日") == whole);
  CHECK(rules::stated_period("2024.1.1至12.31") == whole);
  CHECK(rules::stated_period("2024-1-1至12-31") == whole);
  CHECK(rules::stated_period("2024年3月5日至3月8日举办培训") == std::nullopt);
  CHECK(rules::stated_period("没有日期") == std::nullopt);
}

TEST_CASE("a sentence that begins with last year and counts is found wherever it stands") {
  Reading reading = clean_reading(y2021);
  const std::string last_year = std::to_string(reading.report.about.year - 1);
  for (const std::string& text : {last_year + "年共收到申请3件", "我县。\n" + last_year + "年共收到申请3件。\n",
                                  "我县" + last_year + "年。" + last_year + "年共收到申请3件\n好。"}) {
    reading.report.narrative.overview = text;
    CAPTURE(text);
    CHECK(rules_found(reading).count("document.stale_year") == 1);
  }
  reading.report.narrative.overview = "我县" + last_year + "年共收到申请3件。\n。\n\n";
  CHECK(rules_found(reading).count("document.stale_year") == 0);
}

TEST_CASE("a text of a million sentences in one line is looked through once") {
  Reading reading = clean_reading(y2021);
  std::string& text = reading.report.narrative.overview;
  for (int i = 0; i < 1'000'000; ++i) {
    text += "。";
  }
  text += std::to_string(reading.report.about.year - 1) + "年共收到申请3件";
  CHECK(rules_found(reading).count("document.stale_year") == 1);
}

TEST_CASE("before 2019 there was no national form, so nothing is said about edition and notice") {
  Reading reading = clean_reading(y2019);
  reading.report.about.year = 2018;
  CheckOptions options;
  options.only = {"document.edition_year", "document.citation_year"};
  for (const Coverage& coverage : check(reading, options).coverage) {
    CHECK(coverage.held + coverage.violated + coverage.open_total() == 0);
  }
}

TEST_CASE("an introduction that announces another number of parts than six is worth a look") {
  Reading reading = clean_reading(y2021);
  const auto announced = [&](const char* introduction) {
    reading.report.narrative.preamble = introduction;
    CheckOptions options;
    options.only = {"document.sections"};
    return check(reading, options).findings;
  };
  CHECK(announced("全文由六个部分组成。").empty());
  CHECK(announced("第五部分是存在的问题，一部分数据附后。").empty());
  CHECK(announced("全文的第五部分是存在的问题。").empty());
  const auto findings = announced("本报告由总体情况等五个部分组成。");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].detail == "五个部分");
  CHECK(findings[0].severity == Severity::info);
}
