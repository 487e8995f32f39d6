// Looks in section six for what may explain a finding. What it finds is offered to a person, and never accepts anything.
#pragma once

#include <array>
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
inline constexpr std::string_view causes[] = {"由于", "因为", "原因", "说明", "系因", "主要是", "所致",
                                              "调整", "改革", "清理", "失效", "更正", "口径"};

template <class Words>
bool contains_any(std::string_view text, const Words& words) {
  for (const std::string_view word : words) {
    if (!word.empty() && text.find(word) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

inline bool is_about(std::string_view sentence, std::string_view name) {
  for (const Topic& topic : topics) {
    if (name.substr(0, topic.prefix.size()) == topic.prefix && contains_any(sentence, topic.words)) {
      return true;
    }
  }
  return false;
}

}  // namespace candidate_reason_detail

/// The first sentence of section six that names the finding's subject and a cause; empty where there is none.
inline std::string candidate_reason(const Finding& finding, const Report& report) {
  using namespace candidate_reason_detail;
  std::string_view rest = report.narrative.other_matters;
  while (!rest.empty()) {
    const std::size_t stop = std::min(rest.find("。"), rest.size());
    const std::size_t end = std::min(rest.find('\n'), stop);
    const std::string_view sentence = rest.substr(0, end);
    const bool names_cell = !finding.cells.empty() && is_about(sentence, cells[finding.cells.front().cell].key);
    if ((names_cell || is_about(sentence, finding.rule)) && contains_any(sentence, causes)) {
      return std::string(sentence);
    }
    rest.remove_prefix(std::min(rest.size(), end + (end == stop ? std::string_view("。").size() : 1)));
  }
  return {};
}

/// Offers each finding that a person may explain what section six says. Errors of arithmetic have no explanation.
inline void offer_candidate_reasons(const Report& report, std::span<Finding> findings) {
  for (Finding& finding : findings) {
    const Rule* rule = find_rule(finding.rule);
    if (rule != nullptr && rule->ground != Ground::form && rule->ground != Ground::arithmetic) {
      finding.candidate_reason = candidate_reason(finding, report);
    }
  }
}

}  // namespace gongkai
