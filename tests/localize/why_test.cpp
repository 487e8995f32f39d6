// A localisation in words: it names cells as the form does, counts the answers, and claims no more than is known.
#include "gongkai/why.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "support/clean_reading.hpp"
#include "support/random_report.hpp"
#include "support/slips.hpp"

using namespace gongkai;

namespace {

Report clean_report() {
  std::mt19937 random(3);
  return testing::random_clean_report(random, Edition::form_2021);
}
/// 1,234 requests of natural persons, all granted, and nothing else.
Report small_report() {
  Report report = testing::report_of_zeros(Edition::form_2021);
  Requests& requests = report.requests;
  requests.received.natural_person = requests.received.total = 1234;
  requests.outcomes.granted = requests.outcomes.total = requests.received;
  return report;
}
std::string told(const Report& report, Language language, const LocalizeOptions& options = {}) {
  std::string text;
  for (const Fault& fault : localize(report, options).faults) {
    for (const std::string& line : story(fault, report.about, language)) {
      text += line + "\n";
    }
  }
  return text;
}
bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a single answer: the cell, its value, the value that fits, the slip and the place") {
  Reading reading = testing::clean_reading(Edition::form_2021);
  static_cast<Figures&>(reading.report) = small_report();
  REQUIRE(localize(reading).faults.empty());
  reading.report.requests.received.natural_person = 1243;
  const Localization localization = localize(reading);
  REQUIRE(localization.faults.size() == 1);
  const auto zh = story(localization.faults[0], reading.report.about, Language::zh);
  REQUIRE(zh.size() == 2);
  CHECK(zh[0] == "收到和处理政府信息公开申请情况：最少要改1格才能全部对上，这样的改法只有一种：");
  CHECK(zh[1] ==
        "  “一、本年新收政府信息公开申请数量—自然人列”填的是1243，改成1234才对得上，像是相邻两位数字写颠倒。"
        "（第100行，第1个表第1行第1格）");
  const auto en = story(localization.faults[0], reading.report.about, Language::en);
  REQUIRE(en.size() == 2);
  CHECK(en[0] ==
        "Requests received and handled: At least one cell must change for everything to add up, and there is one such "
        "answer:");
  CHECK(en[1] ==
        "  1. Requests received this year / natural persons is 1243, and 1234 would fit (two digits transposed). (line "
        "100, table 1, row 1, cell 1)");
}

TEST_CASE("several answers: their number is said, and that the tables do not tell which is right") {
  Report report = clean_report();
  report.litigation.after_review = {5, 0, 0, 0, 0};
  const std::string zh = told(report, Language::zh);
  CHECK(contains(zh, "复议后起诉：最少要改1格才能全部对上，这样的改法有2种，单凭表内的数不能断定是哪一种："));
  CHECK(contains(zh, "  1. “复议后起诉—总计”填的是0，改成5才对得上"));
  CHECK(contains(zh, "  2. “复议后起诉—结果维持”填的是5，改成0才对得上"));
  CHECK(contains(told(report, Language::en), "Equally small answers: 2; the tables alone do not tell which is right"));
  CHECK_FALSE(contains(zh, "只有一种"));

  const Witness witness{find_cell("litigation.after_review.total")->index, WitnessKind::children, 5, {}};
  CHECK(contains(told(report, Language::zh, {BlankPolicy::as_zero, {&witness, 1}, 100}), "下级各单位之和也是5"));
}

TEST_CASE("more answers than are told are counted; a search cut short says so") {
  Report report = clean_report();
  report.requests.outcomes.granted.natural_person = *report.requests.outcomes.granted.natural_person.get() + 1;
  report.requests.outcomes.granted.total = *report.requests.outcomes.granted.total.get() + 1;
  const Fault fault = localize(report).faults.at(0);
  REQUIRE(fault.answers.size() > 5);
  const std::string zh = told(report, Language::zh);
  CHECK(contains(zh, fmt::format("另有{}种，这里从略。", fault.answers.size() - 5)));
  CHECK(contains(zh, "随“（一）予以公开—自然人列”一起算错"));
  CHECK(contains(told(report, Language::en), fmt::format("Not shown: {} more.", fault.answers.size() - 5)));
  CHECK(contains(told(report, Language::zh, {BlankPolicy::as_zero, {}, 6}), "没有找完"));
  CHECK(contains(told(report, Language::zh, {BlankPolicy::as_zero, {}, 1}), "指不出是哪几格"));
}

TEST_CASE("a shifted row is told as one slip") {
  Report report = small_report();
  report.requests.outcomes.granted = {0, 1234, 0, 0, 0, 0, 1234};
  const std::string zh = told(report, Language::zh);
  CHECK(contains(zh, "“（一）予以公开”行像是整行错开了一列，挪回去就全部对上：\n"));
  CHECK(contains(zh, "自然人列：0→1234\n"));
  CHECK(contains(zh, "法人或其他组织—商业企业列：1234→0\n"));
  CHECK(contains(told(report, Language::en), "Row 3(1) Granted seems to stand one column aside"));
}

TEST_CASE("a blank and a range are told as what they are") {
  const Report report = small_report();
  Suspect suspect;
  suspect.cell = find_cell("requests.received.other")->index;
  suspect.slip = Slip::omitted;
  suspect.low = suspect.high = 3;
  CHECK(message(suspect, report.about, Language::zh) ==
        "“一、本年新收政府信息公开申请数量—法人或其他组织—其他列”没有填，填3才对得上。");
  suspect.value = 9;
  suspect.slip = Slip::unexplained;
  suspect.low = 0;
  CHECK(contains(message(suspect, report.about, Language::zh), "改成0到3之间的数才对得上"));
  suspect.high = Count::limit;
  suspect.low = 10;
  CHECK(contains(message(suspect, report.about, Language::zh), "改成不小于10的数才对得上"));
  CHECK(contains(message(suspect, report.about, Language::en), "10 or more would fit"));
}

TEST_CASE("what was not found, or not finished, is told in English too, and a shift that is possible besides") {
  const Report report = small_report();
  Fault fault;
  fault.least = 7;
  fault.cells.add(find_cell("requests.received.total")->index);
  CHECK(contains(story(fault, report.about, Language::en)[0],
                 "At least 7 cells are wrong, too many for the sums to tell which"));
  Suspect suspect;
  suspect.cell = find_cell("requests.received.total")->index;
  suspect.value = 7;
  suspect.low = suspect.high = 9;
  fault.answers = {Answer{{suspect}}};
  fault.is_complete = false;
  CHECK(contains(story(fault, report.about, Language::en)[0], "The search was cut short; answers found: 1."));
  fault.is_complete = true;
  suspect.slip = Slip::row_shifted;
  fault.shifts = {Answer{{suspect}}};
  const auto zh = story(fault, report.about, Language::zh), en = story(fault, report.about, Language::en);
  CHECK(std::count(zh.begin(), zh.end(), "还有一种可能：") == 1);
  CHECK(std::count(en.begin(), en.end(), "Another possibility:") == 1);
  CHECK(contains(en.back(), "total: 7 → 9"));
}

TEST_CASE("a shifted row says of a blank that it was blank, in both languages") {
  Fault fault;
  fault.least = 2;
  fault.is_complete = true;
  Suspect from, to;
  from.cell = find_cell("requests.received.natural_person")->index;
  to.cell = find_cell("requests.received.total")->index;
  from.slip = to.slip = Slip::row_shifted;
  to.value = 7;
  from.low = from.high = 7;
  fault.cells.add(from.cell);
  fault.cells.add(to.cell);
  fault.answers = {Answer{{from, to}}};
  const Report report = small_report();
  CHECK(contains(fmt::format("{}", fmt::join(story(fault, report.about, Language::zh), "\n")), "自然人列：空白→7"));
  CHECK(contains(fmt::format("{}", fmt::join(story(fault, report.about, Language::en), "\n")),
                 "natural persons: blank → 7"));
}

TEST_CASE("what cannot be decided is told with the cells that are blank or unread, in both languages") {
  Report report = small_report();
  report.requests.received.total = Count{};
  const Dossier blank{&report, nullptr};
  const auto zh = open_story(blank, BlankPolicy::unknown, Language::zh);
  const auto en = open_story(blank, BlankPolicy::unknown, Language::en);
  REQUIRE(zh.size() == en.size());
  REQUIRE(zh.size() > 1);
  CHECK(zh[0] == fmt::format("有{}条关系不能断定：", zh.size() - 1));
  CHECK(en[0] == fmt::format("Equations that cannot be decided: {}", en.size() - 1));

  CHECK(contains(zh[1], "行：各项相加＝总计；空白：一、本年新收政府信息公开申请数量—总计列"));
  CAPTURE(en[1]);
  CHECK(contains(en[1], ": the parts add up to the total; blank: 1. Requests received this year / total"));
  CHECK(open_story({&report, nullptr}, BlankPolicy::unknown, Language::en, 1).back() ==
        fmt::format("  Not shown: {} more.", en.size() - 2));
  CHECK(open_story({&report, nullptr}, BlankPolicy::unknown, Language::zh, 1).back() ==
        fmt::format("  另有{}条，这里从略。", zh.size() - 2));

  Reading reading = testing::clean_reading(Edition::form_2021);
  static_cast<Figures&>(reading.report) = small_report();
  for (const CellInfo& cell : cells) {
    if (cell.key.substr(0, 18) == "requests.received.") {
      set_cell(reading.report, cell.index, std::nullopt);
      reading.sources[cell.index].state = CellState::unreadable;
    }
  }
  const Dossier unread{&reading.report, &reading};
  CHECK(contains(open_story(unread, BlankPolicy::as_zero, Language::zh)[1], "；未读出："));
  CHECK(contains(open_story(unread, BlankPolicy::as_zero, Language::zh)[1], "等7格"));
  CHECK(contains(open_story(unread, BlankPolicy::as_zero, Language::en)[1], "; not read: "));
  CHECK(contains(open_story(unread, BlankPolicy::as_zero, Language::en)[1], " and others, 7 cells"));
}

TEST_CASE("equations in which nothing is filled in are counted, and the first four named") {
  Report report;
  report.about.edition = Edition::form_2021;
  const Dossier dossier{&report, nullptr};
  const auto zh = open_story(dossier, BlankPolicy::as_zero, Language::zh);
  const auto en = open_story(dossier, BlankPolicy::as_zero, Language::en);
  REQUIRE(zh.size() == 2);
  REQUIRE(en.size() == 2);
  CHECK(contains(zh[1], "条的各格全部空白："));
  CHECK(zh[1].substr(zh[1].size() - 3) == "等");
  CHECK(contains(en[1], "  Nothing is filled in for "));
  CHECK(contains(en[1], " and others"));

  report = small_report();
  report.review = {};
  const auto one = open_story(dossier, BlankPolicy::as_zero, Language::zh);
  REQUIRE(one.size() == 2);
  CHECK(one[0] == "有1条关系不能断定：");
  CHECK(contains(one[1], "  其中1条的各格全部空白："));
  CHECK_FALSE(contains(one[1], "等"));
  CHECK(open_story({&report, nullptr}, BlankPolicy::as_zero, Language::en)[0] == "Equations that cannot be decided: 1");
  report.review = {0, 0, 0, 0, 0};
  CHECK(open_story(dossier, BlankPolicy::as_zero, Language::zh).empty());
}
