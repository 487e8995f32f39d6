// The rules of section two: relations between the columns of proactive disclosure, units, and who may make rules.
#pragma once

#include <algorithm>
#include <vector>

#include "gongkai/rule.hpp"
#include "gongkai/rules/prose.hpp"
#include "gongkai/rules/value.hpp"

namespace gongkai::rules {

/// What a relation between cells comes to.
struct Comparison {
  bool holds = false;
  std::int64_t left = 0, right = 0;
};

/// Judges a relation between cells; open where one of them has no number.
template <class Relation, class... Cells>
void judge_cells(const Subject& subject, Verdicts& verdicts, Relation relation, const Cells&... part) {
  if ((part.is_blank() || ...)) {
    const bool unread = (subject.unread().has(subject.index_of(part)) || ...);
    verdicts.open(unread ? OpenReason::unreadable : OpenReason::all_blank);
    return;
  }
  const Comparison comparison = relation(part.raw()...);
  if (comparison.holds) {
    verdicts.held();
  } else {
    Finding& finding = verdicts.violated(std::array{subject.index_of(part)...});
    finding.left = comparison.left;
    finding.right = comparison.right;
  }
}

inline void in_force_floor(const Subject& subject, Verdicts& verdicts) {
  const Disclosure& table = subject.report().disclosure;
  for (const Documents* row : {&table.government_rules, &table.normative_documents}) {
    judge_cells(
        subject, verdicts,
        [](auto in_force, auto issued, auto repealed) {
          return Comparison{in_force >= issued - repealed, in_force, issued - repealed};
        },
        row->in_force, row->issued, row->repealed);
  }
}

inline void total_disclosed_floor(const Subject& subject, Verdicts& verdicts) {
  const Disclosure& table = subject.report().disclosure;
  for (const Documents* row : {&table.government_rules, &table.normative_documents}) {
    judge_cells(
        subject, verdicts,
        [](auto total, auto newly) {
          return Comparison{total >= newly, total, newly};
        },
        row->total_disclosed, row->newly_disclosed);
  }
}

inline void made_not_disclosed(const Subject& subject, Verdicts& verdicts) {
  const Disclosure& table = subject.report().disclosure;
  for (const Documents* row : {&table.government_rules, &table.normative_documents}) {
    judge_cells(
        subject, verdicts,
        [](auto made, auto disclosed) {
          return Comparison{made <= 0 || disclosed != 0, made, disclosed};
        },
        row->newly_made, row->newly_disclosed);
  }
}

inline void items_floor(const Subject& subject, Verdicts& verdicts) {
  const Disclosure& table = subject.report().disclosure;
  const auto floor = [](auto prior, auto change) { return Comparison{prior + change >= 0, prior + change, 0}; };
  for (const Actions* row : {&table.licensing, &table.other_services, &table.penalties, &table.compulsion}) {
    judge_cells(subject, verdicts, floor, row->items_prior_year, row->items_change);
  }
  judge_cells(subject, verdicts, floor, table.fees.items_prior_year, table.fees.items_change);
}

inline void decisions_misread(const Subject& subject, Verdicts& verdicts) {
  const Disclosure& table = subject.report().disclosure;
  for (const Actions* row : {&table.licensing, &table.other_services, &table.penalties, &table.compulsion}) {
    judge_cells(
        subject, verdicts,
        [](auto decisions, auto prior, auto change) {
          return Comparison{change == 0 || decisions != prior + change, decisions, prior + change};
        },
        row->decisions, row->items_prior_year, row->items_change);
  }
}

/// 规章 may be made only by State Council departments and the governments of provinces, 设区的市 and 自治州. One finding for
/// the row. The office or justice bureau of such a government keeps its rules and may well report them.
inline void rule_making_power(const Subject& subject, Verdicts& verdicts) {
  const About& about = subject.report().about;
  const bool is_known = about.level != Level::unknown && about.kind != Kind::unknown;
  const bool no_power = about.level == Level::county || about.level == Level::township ||
                        (is_known && about.kind != Kind::government && about.level != Level::national);
  const bool keeps_rules = (about.level == Level::province || about.level == Level::prefecture) &&
                           contains_any(about.authority, {"人民政府办公厅", "人民政府办公室", "政府办公厅",
                                                          "政府办公室", "司法局", "司法厅", "法制办"});
  const Documents& row = subject.report().disclosure.government_rules;
  std::vector<std::size_t> filled;
  reflect::for_each_member<Documents>([&](auto member, auto) {
    const Count& count = row.*member.pointer;
    const std::size_t index = subject.index_of(count);
    if (!subject.in_edition().has(index)) {
      return;
    }
    if (count.is_blank()) {
      verdicts.open(subject.unread().has(index) ? OpenReason::unreadable : OpenReason::all_blank);
    } else if (count == Count(0) || (is_known && !no_power)) {
      verdicts.held();
    } else if (no_power) {
      filled.push_back(index);
    } else {
      verdicts.open(OpenReason::missing_input);
    }
  });
  if (filled.empty()) {
    return;
  }
  Finding& finding = verdicts.violated(filled);
  finding.left = subject.value(filled.front());
  finding.reason = about.year != 0 && about.year <= 2022
                       ? Label{"《立法法》（2015）第八十条、第八十二条", "Legislation Law (2015) art. 80, 82"}
                       : Label{"《立法法》（2023）第九十一条、第九十三条", "Legislation Law (2023) art. 91, 93"};
  finding.severity = keeps_rules ? std::min(finding.severity, Severity::info) : finding.severity;
}

/// The processing fee in 分 that section six states, where it states exactly one amount in a sentence on 处理费.
inline std::optional<std::int64_t> stated_processing_fee(std::string_view text) {
  std::size_t at = text.find("处理费");
  std::optional<std::int64_t> fen;
  while (at != std::string_view::npos) {
    const std::size_t stop = text.find("。", at), end = stop < text.size() ? stop : text.size();
    for (std::size_t i = at; i < end; ++i) {
      if (text[i] < '0' || text[i] > '9') {
        continue;
      }
      std::int64_t yuan = 0, cents = 0;
      std::size_t decimals = 0;
      for (; i < end && text[i] >= '0' && text[i] <= '9'; ++i) {
        yuan = std::min(yuan * 10 + (text[i] - '0'), Count::limit);  // more than that is no fee
      }
      if (i < end && text[i] == '.') {
        for (++i; i < end && text[i] >= '0' && text[i] <= '9'; ++i, ++decimals) {
          cents = decimals < 2 ? cents * 10 + (text[i] - '0') : cents;
        }
        cents = decimals == 1 ? cents * 10 : cents;
      }
      while (i < end && text[i] == ' ') {
        ++i;
      }
      if (text.substr(i, 3) != "元" || yuan == Count::limit) {
        continue;
      }
      const std::int64_t amount = yuan * 100 + cents;
      if (fen && *fen != amount) {
        return std::nullopt;  // several amounts: which one is the sum is not for a pattern to guess
      }
      fen = amount;
    }
    at = text.find("处理费", end);
  }
  return fen;
}

inline void fee_covers_processing_fee(const Subject& subject, Verdicts& verdicts) {
  const Money& fees = subject.report().disclosure.fees.amount;
  const auto amount = fees.get();
  const auto fee = stated_processing_fee(subject.report().narrative.other_matters);
  if (!fee || !amount) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  std::int64_t slack = 1'000'000;  // 万元 in 分; then what the last printed decimal of the amount may hide
  while (slack > 1 && *amount % slack != 0) {
    slack /= 10;
  }
  if (*amount + slack >= *fee) {
    verdicts.held();
  } else {
    Finding& finding = verdicts.violated(std::array{subject.index_of(fees)});
    finding.left = *amount;
    finding.right = *fee;
  }
}
/// A township collects little: a large amount was most likely written in yuan where the form counts in 万元.
inline void township_fees(const Subject& subject, Verdicts& verdicts) {
  constexpr std::int64_t most = std::int64_t{1'000} * 1'000'000;  // 1,000 万元 in 分
  const Money& fees = subject.report().disclosure.fees.amount;
  if (subject.report().about.level == Level::unknown || fees.is_blank()) {
    verdicts.open(OpenReason::missing_input);
  } else if (subject.report().about.level != Level::township || *fees.get() < most) {
    verdicts.held();
  } else {
    verdicts.violated(std::array{subject.index_of(fees)}).left = fees.get();
  }
}
inline void amount_unit(const Subject& subject, Verdicts& verdicts) {
  report_notes(subject, verdicts, {NoteKind::unit_conflict, NoteKind::unit_other});
}
inline void amount_unit_missing(const Subject& subject, Verdicts& verdicts) {
  report_notes(subject, verdicts, {NoteKind::unit_missing, NoteKind::unit_implied, NoteKind::unit_unprinted});
}

// clang-format off
inline constexpr Rule disclosure_rules[] = {
  {"disclosure.in_force_floor", Severity::warning, Scope::report, Editions::form_2021, Ground::definition,
   {"三列的含义", "The meaning of the columns"},
   {"现行有效件数不少于本年制发件数减本年废止件数。", "Documents in force are at least those issued less those repealed this year."},
   {"“{row}”：现行有效{left}件，少于本年制发减废止的{right}件。如有失效或尚未施行的文件，请说明。", "{row}: {left} in force, fewer than issued less repealed ({right}). Explain if documents lapsed or are not yet in force."},
   {"本年制发10件、废止2件，现行有效只填5件。", "10 issued, 2 repealed, only 5 in force."}, in_force_floor},
  {"disclosure.total_disclosed_floor", Severity::error, Scope::report, Editions::form_2019, Ground::definition,
   {"“对外公开总数量”含本年新公开", "The total disclosed includes this year's"},
   {"对外公开总数量不少于本年新公开数量。", "The total disclosed is at least what was newly disclosed."},
   {"“{row}”：对外公开总数量{left}件，少于本年新公开的{right}件。", "{row}: {left} disclosed in total, fewer than the {right} newly disclosed."},
   {"新公开7件，总数填5件。", "7 newly disclosed, 5 in total."}, total_disclosed_floor},
  {"disclosure.made_not_disclosed", Severity::warning, Scope::report, Editions::form_2019, Ground::definition,
   {"《条例》第二十条第（一）项、第二十六条", "Regulations art. 20(1), 26"},
   {"本年制作了文件的，一般应有新公开的文件。", "Where documents were made, some are normally disclosed."},
   {"“{row}”：本年新制作{left}件，却没有一件公开，请核实。", "{row}: {left} made this year but none disclosed. Please verify."},
   {"新制作87件，新公开0件。", "87 made, 0 disclosed."}, made_not_disclosed},
  {"disclosure.items_floor", Severity::error, Scope::report, Editions::form_2019, Ground::definition,
   {"两列的含义", "The meaning of the columns"},
   {"上一年项目数量加本年增/减不能小于0。", "Last year's entries plus this year's change are not below 0."},
   {"“{row}”：上一年项目数量加本年增/减得{left}，不能小于0。", "{row}: last year's entries plus the change make {left}, which cannot be below 0."},
   {"上一年5项，本年增减填-8。", "5 last year, a change of -8."}, items_floor},
  {"disclosure.decisions_misread", Severity::warning, Scope::report, Editions::form_2019, Ground::practice,
   {"“处理决定数量”是本年办件量，不是项目数", "The decisions column counts cases, not entries"},
   {"处理决定数量不是上一年项目数量与本年增减之和。", "Decisions are not last year's entries plus the change."},
   {"“{row}”：处理决定数量{left}正好等于上一年项目数量加本年增/减，可能把办件量误填成了项目数。", "{row}: decisions ({left}) equal last year's entries plus the change; perhaps entries were written for cases."},
   {"21、+19、40：40应为本年办件量。", "21, +19, 40: the 40 should be cases handled."}, decisions_misread},
  {"disclosure.rule_making_power", Severity::warning, Scope::report, Editions::both, Ground::law,
   {"《立法法》（2023）第九十一条、第九十三条；2022年度及以前的报告为《立法法》（2015）第八十条、第八十二条", "Legislation Law (2023) art. 91, 93; for reports up to 2022, Legislation Law (2015) art. 80, 82"},
   {"规章只能由国务院部门、省级政府、设区的市和自治州政府制定；其他机关“规章”一行应为0。", "Only State Council departments and the governments of provinces, 设区的市 and 自治州 make rules; others report 0."},
   {"“{row}”一行填了数（{cell}为{left}），而本机关无权制定规章（{reason}），请核实是否误把规范性文件填在这里。", "Row “{row}” has numbers ({cell}: {left}), but this body has no power to make rules ({reason}). Perhaps normative documents were written here."},
   {"乡镇年报“规章”现行有效6件。", "A township reports 6 rules in force."}, rule_making_power},
  {"disclosure.fee_covers_processing_fee", Severity::info, Scope::report, Editions::form_2021, Ground::definition,
   {"信息处理费属于行政事业性收费（四川、安徽等地文件；国办函〔2020〕109号正文未能核对）", "The processing fee is an administrative fee (by notices of Sichuan and Anhui; the text of 国办函〔2020〕109号 was not seen)"},
   {"第六部分写明收取的信息处理费，不应大于“行政事业性收费”金额。", "The processing fee stated in section six does not exceed the administrative fees."},
   {"第六部分写明收取信息处理费{right}，而“行政事业性收费”填的是{left}。", "Section six states a processing fee of {right} yuan, but administrative fees are {left} yuan."},
   {"信息处理费20000元，行政事业性收费0万元。", "A processing fee of 20000 yuan beside fees of 0."}, fee_covers_processing_fee},
  {"disclosure.amount_unit", Severity::warning, Scope::document, Editions::both, Ground::form,
   {"表头印明的单位（2021年版为“单位：万元”）", "The unit printed in the head (万元 in the 2021 form)"},
   {"金额的单位与表头一致。", "The amount is in the unit of its head."},
   {"“{cell}”写的是“{detail}”：{reason}。请核实。", "{cell} says “{detail}”: {reason}. Please verify."},
   {"表头为万元，格内写“380元”。", "The head says 万元, the cell 380元."}, amount_unit},
  {"disclosure.amount_unit_missing", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"2019年版表头没有印单位，2021年版印明“单位：万元”", "The 2019 form prints no unit, the 2021 form 万元"},
   {"金额写明单位，在格内或者表头。", "An amount states its unit, in its cell or its head."},
   {"“{cell}”填的是“{detail}”：{reason}。请核实。", "{cell} says “{detail}”: {reason}. Please verify."},
   {"采购总金额只写“477.35”。", "The amount says only 477.35."}, amount_unit_missing},
  {"disclosure.township_fees", Severity::info, Scope::report, Editions::form_2021, Ground::practice,
   {"表头的单位是万元，常见误按元填写", "The head says 万元; amounts in yuan are a common slip"},
   {"乡镇、街道的行政事业性收费一般不到1000万元。", "A township's administrative fees are normally below 10 million yuan."},
   {"“{cell}”填的是{left}，对乡镇、街道来说数额过大，请核实是否把元当成了万元。", "{cell} is {left}, a large amount for a township. Check that yuan were not written for 万元."},
   {"某镇收费38000元，在万元一格里填了38000。", "A town with fees of 38000 yuan wrote 38000 in the cell of 万元."}, township_fees},
};
// clang-format on

}  // namespace gongkai::rules
