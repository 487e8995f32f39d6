// The rules of section four that are no equations: review and litigation seen beside the requests and the law.
#pragma once

#include <optional>
#include <type_traits>

#include "gongkai/rule.hpp"

namespace gongkai::rules {

inline void nonzero_without_requests(const Subject& subject, Verdicts& verdicts) {
  const Report& report = subject.report();
  const auto received = report.requests.received.total.get(), carried = report.requests.carried_in.total.get();
  if (!received || !carried) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  const std::int64_t handled = report.review.total.value_or(0) + report.litigation.direct.total.value_or(0) +
                               report.litigation.after_review.total.value_or(0);
  if (*received + *carried != 0 || handled == 0) {
    verdicts.held();
    return;
  }
  verdicts
      .violated(std::array{subject.index_of(report.review.total), subject.index_of(report.litigation.direct.total),
                           subject.index_of(report.litigation.after_review.total)})
      .left = handled;
}

/// Whether a result other than granting and refusing is reported: what may be sued over directly. Nothing where some row
/// is not known.
inline std::optional<bool> has_other_results(const Subject& subject) {
  const Outcomes& outcomes = subject.report().requests.outcomes;
  bool any = false, is_unknown = false;
  const auto look = [&](const auto& rows) {
    reflect::for_each_member<std::decay_t<decltype(rows)>>([&](auto member, auto) {
      const Applicants& row = rows.*member.pointer;
      reflect::for_each_member<Applicants>([&](auto part, auto) {
        any = any || (row.*part.pointer).value_or(0) > 0;
        is_unknown = is_unknown || subject.unread().has(subject.index_of(row.*part.pointer));
      });
    });
  };
  look(outcomes.unavailable);
  look(outcomes.not_processed);
  look(outcomes.other_handling);
  return any ? std::optional(true) : is_unknown ? std::nullopt : std::optional(false);
}

/// A refusal goes to review first; over the other results a suit may be brought at once.
inline void direct_after_2024(const Subject& subject, Verdicts& verdicts) {
  const Count& total = subject.report().litigation.direct.total;
  const auto direct = total.get();
  if (subject.report().about.year == 0 || !direct) {
    verdicts.open(OpenReason::missing_input);
  } else if (subject.report().about.year < 2024 || *direct <= 0) {
    verdicts.held();
  } else if (const auto others = has_other_results(subject); !others) {
    verdicts.open(OpenReason::unreadable);
  } else if (*others) {
    verdicts.held();
  } else {
    verdicts.violated(std::array{subject.index_of(total)}).left = direct;
  }
}

// clang-format off
inline constexpr Rule case_rules[] = {
  {"review.nonzero_without_requests", Severity::info, Scope::report, Editions::both, Ground::practice,
   {"上一年的申请可能在本年引起复议、诉讼", "A request of last year may lead to a case this year"},
   {"没有新收和结转的申请时，一般没有复议、诉讼案件。", "Without requests there are normally no cases."},
   {"本年没有政府信息公开申请，却有{left}件复议、诉讼案件。如系上一年申请引起，无需修改。", "No requests this year, but {left} cases. Nothing to correct if they stem from last year's requests."},
   {"新收0件、结转0件，行政复议1件。", "0 received, 0 carried in, 1 review case."}, nonzero_without_requests},
  {"litigation.direct_after_2024", Severity::info, Scope::report, Editions::form_2021, Ground::law,
   {"《行政复议法》（2023修订）第二十三条第一款第（四）项；法释〔2025〕8号第一条", "Administrative Reconsideration Law (2023) art. 23(1)(4); 法释〔2025〕8号 art. 1"},
   {"2024年起，对不予公开不服的应当先申请复议；对无法提供、不予处理、其他处理可以直接起诉。", "From 2024 a refusal goes to review first; other results than refusals may be sued over directly."},
   {"直接起诉{left}件，而表中没有无法提供、不予处理和其他处理。2024年起对“不予公开”应先复议再起诉，请核实分类（上年申请引起的除外）。", "Direct suits: {left}, but no result that may be sued over directly (unavailable, not processed, other). Since 2024 a refusal goes to review first. Please verify, unless the suits stem from last year's requests."},
   {"2024年报告“未经复议直接起诉”总计3件。", "A 2024 report with 3 direct suits."}, direct_after_2024},
  {"litigation.co_defendant", Severity::info, Scope::report, Editions::both, Ground::definition,
   {"国办公开办函〔2016〕201号（按2007年《条例》所作的解释，各地仍作为现行依据）", "国办公开办函〔2016〕201号 (an answer under the Regulations of 2007, posted as current still)"},
   {"本机关只因作为复议机关而成为共同被告的案件，由原行政机关统计，本机关不计。", "A case in which the body is co-defendant only as reviewing authority is counted by the original authority alone."},
   {"", ""},
   {"复议维持后起诉，原机关与复议机关为共同被告：只计入原机关的年报。", "After review upheld a decision both bodies are sued: only the original one counts the case."}, nullptr},
};
// clang-format on

}  // namespace gongkai::rules
