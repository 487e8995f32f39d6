// Looks in section six for what may explain a finding. What it finds is offered to a person, and never accepts anything.
#pragma once

#include <array>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include "gongkai/rules/rules.hpp"

namespace gongkai {

namespace candidate_reason_detail {

/// The words by which a sentence speaks of the same thing as a rule or a row: whichever prefix a rule's id or a cell's key
/// begins with.
struct Topic {
  std::string_view prefix;
  std::array<std::string_view, 4> words;
};
inline constexpr Topic topics[] = {
    {"years.carry", {"结转", "转结"}},
    {"years.text_similarity", {"雷同", "重复"}},
    {"disclosure.government_rules", {"规章"}},
    {"disclosure.normative_documents", {"规范性文件"}},
    {"disclosure.licensing", {"行政许可", "许可事项"}},
    {"disclosure.other_services", {"对外管理服务"}},
    {"disclosure.penalties", {"行政处罚"}},
    {"disclosure.compulsion", {"行政强制"}},
    {"disclosure.fees", {"收费"}},
    {"disclosure.procurement", {"采购"}},
    {"requests", {"申请"}},
    {"review", {"行政复议"}},
    {"litigation", {"行政诉讼"}},
};
inline constexpr std::string_view causes[] = {"由于", "因为", "原因", "说明", "系因", "主要是", "所致", "调整", "改革",
                                              "清理", "失效", "更正", "口径", "划转", "划入",   "划出", "移交", "合并"};

template <class Words>
bool contains_any(std::string_view text, const Words& words) {
  for (const std::string_view word : words) {
    if (!word.empty() && text.find(word) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// For each topic the first sentence of section six that names it and a cause.
using Reasons = std::array<std::string_view, std::size(topics)>;

inline void take_sentence(std::string_view sentence, Reasons& reasons) {
  constexpr std::size_t longest = 3'000;  // bytes; more is no reason that a person would read beside a finding
  if (sentence.size() > longest || !contains_any(sentence, causes)) {
    return;
  }
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i].empty() && contains_any(sentence, topics[i].words)) {
      reasons[i] = sentence;
    }
  }
}

inline Reasons reasons_in(std::string_view text) {
  constexpr std::string_view stop = "。";
  Reasons reasons;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_stop = text[at] == stop[0] && text.compare(at, stop.size(), stop) == 0;
    if (is_stop || text[at] == '\n') {
      take_sentence(text.substr(begin, at - begin), reasons);
      at += is_stop ? stop.size() - 1 : 0;
      begin = at + 1;
    }
  }
  take_sentence(text.substr(begin), reasons);
  return reasons;
}

/// The first of the reasons that speaks of the finding's subject; empty where none does.
inline std::string_view reason_for(const Finding& finding, const Reasons& reasons) {
  std::string_view first;
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    const bool is_about =
        finding.rule.starts_with(topics[i].prefix) ||
        (!finding.cells.empty() && cells[finding.cells.front().cell].key.starts_with(topics[i].prefix));
    if (is_about && !reasons[i].empty() && (first.empty() || reasons[i].data() < first.data())) {
      first = reasons[i];
    }
  }
  return first;
}

}  // namespace candidate_reason_detail

/// Offers each finding that a person may explain what section six says. Errors of arithmetic have no explanation.
inline void offer_candidate_reasons(const Report& report, std::span<Finding> findings) {
  using namespace candidate_reason_detail;
  const Reasons reasons = reasons_in(report.narrative.other_matters);
  for (Finding& finding : findings) {
    const Rule* rule = find_rule(finding.rule);
    if (rule != nullptr && rule->ground != Ground::form && rule->ground != Ground::layout &&
        rule->ground != Ground::arithmetic) {
      finding.candidate_reason = reason_for(finding, reasons);
    }
  }
}

}  // namespace gongkai
