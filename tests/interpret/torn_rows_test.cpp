// Labels and numbers that a conversion set apart: which belong together is said where nothing else is possible, and nowhere
// else.
#include "interpret/torn_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "gongkai/catalog.hpp"
#include "gongkai/read.hpp"

using namespace gongkai;

namespace {

constexpr std::int16_t row(std::string_view key) {
  return static_cast<std::int16_t>(catalog_detail::find_row(key));
}
constexpr std::int16_t nobody = -1, granted = row("requests.outcomes.granted"),
                       partial = row("requests.outcomes.partially_granted"),
                       secret = row("requests.outcomes.denied.state_secret"),
                       prohibited = row("requests.outcomes.denied.other_legal_prohibition"),
                       rules = row("disclosure.government_rules"), documents = row("disclosure.normative_documents"),
                       penalties = row("disclosure.penalties"), compulsion = row("disclosure.compulsion");
using Owners = std::vector<std::int16_t>;

/// Goes through pieces of text; "#" are numbers in a line of their own, and "# text" numbers behind a text.
Owners owners(int section, std::optional<std::int16_t> before, const std::vector<std::string_view>& pieces,
              std::optional<std::int16_t> next, Owners* alone = nullptr) {
  TornRows torn;
  if (before) {
    torn.settle(section, before);
  }
  for (const std::string_view piece : pieces) {
    if (piece == "#") {
      torn.add_numbers();
    } else if (piece.substr(0, 2) == "# ") {
      torn.add_line(piece.substr(2));
    } else {
      torn.add_text(piece);
    }
  }
  TornRows::Settled settled = torn.settle(section, next);
  if (alone != nullptr) {
    *alone = settled.alone;
  }
  return settled.owners;
}

Reading reading_of(const std::string& section, const std::string& lines) {
  auto reading = read("临江县教育局2022年政府信息公开工作年度报告\n一、总体情况\n正文\n" + section + "\n" + lines +
                      "\n五、存在的主要问题及改进情况\n");
  REQUIRE(reading);
  return std::move(reading).value();
}
Reading section_three(const std::string& lines) {
  return reading_of("三、收到和处理政府信息公开申请情况", lines);
}
Reading section_two(const std::string& lines) {
  return reading_of("二、主动公开政府信息情况", lines);
}
bool noted(const Reading& reading, NoteKind kind) {
  return std::any_of(reading.notes.begin(), reading.notes.end(), [&](const Note& note) { return note.kind == kind; });
}
CellState state(const Reading& reading, std::string_view key) {
  return reading.sources[find_cell(key)->index].state;
}

}  // namespace

TEST_CASE("numbers below, above, between and behind the lines of a label are the row's that the form has there") {
  const std::string_view first = "（二）部分公开（区分处理的，只计这一情", second = "形，不计其他情形）";
  CHECK(owners(3, granted, {first, second, "#"}, secret) == Owners{partial});
  CHECK(owners(3, granted, {"#", first, second}, secret) == Owners{partial});
  CHECK(owners(3, granted, {first, "#", second}, secret) == Owners{partial});
  CHECK(owners(3, granted, {first, "# 形，不计其他情形）"}, secret) == Owners{partial});
  CHECK(owners(3, granted, {first, "#", second, "（三）不", "予公开", "#", "1.属于国家秘密"}, prohibited) ==
        Owners{partial, secret});
}

TEST_CASE("numbers above labels are not put to the label before them") {
  CHECK(owners(2, {}, {"#", "规章", "#", "行政规范性文件"}, {}) == Owners{rules, documents});
  CHECK(owners(2, {}, {"规章", "#", "行政规范性文件", "#"}, {}) == Owners{rules, documents});
}

TEST_CASE("where one label or one run of numbers is lost, nothing is guessed") {
  Owners alone;
  CHECK(owners(2, {}, {"行政处罚", "#", "行政强制"}, {}, &alone) == Owners{nobody});
  CHECK(alone == Owners{penalties, compulsion});
  CHECK(owners(3, granted, {"#", "1.属于国家秘密"}, prohibited) == Owners{nobody});  // of which of two rows?
  CHECK(owners(3, granted, {"1.属于国家秘密", "#", "#"}, prohibited) == Owners{nobody, nobody});
  CHECK(owners(3, secret, {"（二）部分公开", "#"}, prohibited) == Owners{nobody});  // not where the form has it
}

TEST_CASE("with rows left out, each label right before its numbers is enough") {
  CHECK(owners(3, granted, {"1.属于国家秘密", "#"}, {}) == Owners{secret});
  CHECK(owners(3, granted, {"1.属于国家秘密", "#", "（八）电话咨询"}, {}) ==
        Owners{nobody});  // or are they this text's?
  CHECK(owners(3, granted, {"1.属于国家秘密", "#", "注：以上均为件数"}, {}) == Owners{secret});
}

TEST_CASE("a line of nothing but blank marks is a row like another") {
  const Reading reading = section_two(
      "信息内容 本年制发件数 本年废止件数 现行有效件数\n/ / /\n规章\n7 8 9\n行政规范性文件\n"
      "信息内容 本年处理决定数量\n行政许可\n/");
  CHECK(state(reading, "disclosure.government_rules.issued") == CellState::blank);
  CHECK(reading.report.disclosure.normative_documents.issued == Count(7));
  CHECK(state(reading, "disclosure.licensing.decisions") == CellState::blank);
}

TEST_CASE("a text of its own keeps its numbers") {
  CHECK(owners(3, granted, {"# （八）电话咨询"}, {}) == Owners{nobody});
  CHECK(owners(3, granted, {"（二）部分公开", "#", "# （八）电话咨询"}, secret) == Owners{partial, nobody});
}

TEST_CASE("a line that holds numbers among words, or may, says nothing of those around it") {
  CHECK(owners(3, granted, {"（二）部分公开", "4 0 约5 0 0 0 9", "#"}, secret) == Owners{nobody});
}

TEST_CASE("（六）其他处理 is the head of three rows where their labels follow, and else a row") {
  const std::int16_t confirm = row("requests.outcomes.not_processed.confirm_or_reissue"),
                     first = row("requests.outcomes.other_handling.no_correction_in_time"),
                     second = row("requests.outcomes.other_handling.fee_not_paid_in_time"),
                     third = row("requests.outcomes.other_handling.miscellaneous"),
                     single = row("requests.outcomes.other_handling.unspecified"),
                     total = row("requests.outcomes.total");
  CHECK(owners(3, confirm,
               {"（六）其", "他处理", "1.申请人无正当理由逾期不补正、行政", "机关不再处理其政府信息公开申请", "#",
                "2.申请人逾期未按收费通知要求缴纳", "费用、行政机关不再处理其政府信息公", "开申请", "#", "3.其他", "#"},
               total) == Owners{first, second, third});
  CHECK(owners(3, confirm, {"#", "（六）其他处理"}, total) == Owners{single});
}

TEST_CASE("a report as pdfplumber takes it out of a PDF") {
  const Reading reading = section_three(
      "申请人情况\n法人或其他组织\n自然人 社会 法律 总计\n商业 科研\n公益 服务 其他\n企业 机构\n组织 机构\n"
      "一、本年新收政府信息公开申请数量 21 0 0 0 0 0 21\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
      "（一）予以公开 1 0 0 0 0 0 1\n（二）部分公开（区分处理的，只计这一情 形，不\n4 0 0 0 0 0 4\n计其他情形）\n"
      "2 0 0 0 0 0 2\n1.属于国家秘密\n三 2.其他法律行政法规禁止公开 3 0 0 0 0 0 3\n、\n5 0 0 0 0 0 5\n"
      "本 3.危及“三安全一稳定”\n年\n度 4.保护第三方合法权益 6 0 0 0 0 0 6\n- 3 -\n");
  const auto& outcomes = reading.report.requests.outcomes;
  CHECK(outcomes.partially_granted.natural_person == Count(4));
  CHECK(outcomes.denied.state_secret.natural_person == Count(2));
  CHECK(outcomes.denied.security_and_stability.total == Count(5));
  CHECK(outcomes.denied.third_party_rights.total == Count(6));
  CHECK_FALSE(noted(reading, NoteKind::unlabelled_row));
}

TEST_CASE("a single number between two labels of section two belongs to neither as far as can be seen") {
  const Reading reading = section_two("信息内容 本年处理决定数量\n行政处罚\n7\n行政强制");
  CHECK(state(reading, "disclosure.penalties.decisions") == CellState::unreadable);
  CHECK(state(reading, "disclosure.compulsion.decisions") == CellState::unreadable);
  CHECK(noted(reading, NoteKind::torn_row));
  CHECK(noted(reading, NoteKind::loose_number));
}

TEST_CASE("a page number below a label is not its row, and leaves a doubt where it may be") {
  const std::string head = "信息内容 本年制发件数 本年废止件数 现行有效件数\n";
  const Reading three = section_two(head + "规章\n- 3 -\n4 5 6\n行政规范性文件 1 2 3");
  CHECK(state(three, "disclosure.government_rules.issued") == CellState::unreadable);
  CHECK(three.report.disclosure.normative_documents.issued == Count(1));
  const Reading one = section_two("信息内容 本年处理决定数量\n行政处罚\n- 3 -\n7\n行政强制 8");
  CHECK(one.report.disclosure.penalties.decisions == Count(7));
}

TEST_CASE("heads that are wrapped within a line") {
  const Reading reading = section_two("信息内容 本年制 发件数 本年废止件 数 现行有效件数\n规章 1 2 3");
  CHECK(reading.report.disclosure.government_rules.in_force == Count(3));
}

TEST_CASE("numbers that follow two labels may be of either, as a PDF has them whose first row is partly blank") {
  const Reading reading = section_two(
      "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n行政规范性文件\n4307\n974\n1768\n第二十条第（五）项");
  CHECK_FALSE(cell(reading.report, find_cell("disclosure.normative_documents.issued")->index));
  CHECK(state(reading, "disclosure.normative_documents.issued") == CellState::unreadable);
}

TEST_CASE("money is no row of counts, though it stands beside its label") {
  const Reading reading = section_two(
      "信息内容\n上一年项目数量\n本年增/减\n449\n1039\n采购项目数量\n采购总金额\n378\n163.35元\n行政事业性收费\n"
      "第二十条第（九）项\n信息内容\n政府集中采购");
  CHECK_FALSE(cell(reading.report, find_cell("disclosure.fees.items_prior_year")->index));
  const auto before_label = [](const std::string& numbers) {
    const Reading made =
        section_two("信息内容\n上一年项目数量\n本年增/减\n" + numbers + "行政事业性收费\n第二十条第（九）项");
    return std::pair(cell(made.report, find_cell("disclosure.fees.items_prior_year")->index),
                     cell(made.report, find_cell("disclosure.fees.items_change")->index));
  };
  CHECK(before_label("378\n163\n") == std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>>(378, 163));
  for (const std::string numbers : {"378\n163.35元\n", "163.35元\n378\n"}) {
    CAPTURE(numbers);
    CHECK_FALSE(before_label(numbers).first);
    CHECK_FALSE(before_label(numbers).second);
  }
}

TEST_CASE("where numbers of several rows stand below one label, those below the next are not sure, either") {
  std::string text = "1.属于国家秘密\n";
  const auto numbers = [&text](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      text += std::to_string(40 + i) + "\n";
    }
  };
  numbers(28);
  text += "2.其他法律行政法规禁止公开\n";
  numbers(7);
  text += "3.危及“三安全一稳定”\n";
  numbers(14);
  const Reading reading = section_three(text);
  CHECK_FALSE(
      cell(reading.report, find_cell("requests.outcomes.denied.other_legal_prohibition.natural_person")->index));
}

TEST_CASE("what is unread has no value, though a row before had put one there") {
  const Reading reading = reading_of(
      "四、政府信息公开行政复议、行政诉讼情况",
      "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 "
      "尚未审结 总计\n复议后起诉 1 2 3 4 10\n7 8\n");
  std::size_t unread = 0;
  for (const CellInfo& info : cells) {
    if (reading.sources[info.index].state == CellState::unreadable) {
      CHECK_FALSE(cell(reading.report, info.index));
      ++unread;
    }
  }
  CHECK(unread == 15);
}
