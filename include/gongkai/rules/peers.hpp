// The rules between a report and those of other bodies that were handed in with it: texts and numbers side by side.
#pragma once

#include <array>
#include <string>

#include "gongkai/compare/peers.hpp"
#include "gongkai/rule.hpp"
#include "gongkai/rules/alike.hpp"

namespace gongkai::rules {

inline void look_alike(const Subject& subject, Verdicts& verdicts) {
  const auto nearest = subject.dossier().peers->nearest(subject.report());
  const int threshold = subject.similarity_threshold();
  if (!nearest) {
    verdicts.open(OpenReason::missing_input);
  } else if (nearest->percent <= threshold) {
    verdicts.held();
  } else {
    const std::string text = Peers::text_of(subject.report());
    Finding& finding = verdicts.violated();
    finding.left = nearest->percent;
    finding.right = threshold;
    finding.detail = nearest->other->about.authority + "，" +
                     quote_passages(text, similarity(text, Peers::text_of(*nearest->other)).passages, 2);
  }
}

/// The numbers that bodies of one kind have in common, each a total.
inline std::array<std::size_t, 7> compared_cells(const Subject& subject) {
  const Report& report = subject.report();
  return {subject.index_of(report.disclosure.normative_documents.in_force),
          subject.index_of(report.disclosure.licensing.decisions),
          subject.index_of(report.disclosure.penalties.decisions),
          subject.index_of(report.disclosure.fees.amount),
          subject.index_of(report.requests.received.total),
          subject.index_of(report.requests.outcomes.total.total),
          subject.index_of(report.review.total)};
}

/// One finding for each number that is 0 where all others have many, or more than five times the largest of the others.
inline void far_from_peers(const Subject& subject, Verdicts& verdicts) {
  constexpr std::size_t fewest_peers = 5;
  const std::vector<const Report*> peers = subject.dossier().peers->of_a_kind(subject.report());
  if (peers.size() < fewest_peers) {
    verdicts.open(OpenReason::not_comparable);
    return;
  }
  for (const std::size_t index : compared_cells(subject)) {
    const auto mine = subject.value(index);
    const bool is_money = cells[index].is_money;
    const std::int64_t unit = is_money ? 1'000'000 : 1;  // 万元 in 分
    const std::int64_t many = 10 * unit, large = 100 * unit;
    std::int64_t least = Count::limit, most = 0;
    bool is_known = mine.has_value();
    for (const Report* peer : peers) {
      const auto value = cell(*peer, index);
      is_known = is_known && value;
      least = std::min(least, value.value_or(0));
      most = std::max(most, value.value_or(0));
    }
    if (!is_known) {
      verdicts.open(OpenReason::all_blank);
    } else if (*mine == 0 && least >= many) {
      Finding& finding = verdicts.violated(std::array{index});
      finding.left = mine;
      finding.right = least;
      finding.reason = {"其他同级政府都不少于{right}", "every other government of its level has {right} or more"};
    } else if (*mine >= large && least > 0 && *mine > 5 * most) {
      Finding& finding = verdicts.violated(std::array{index});
      finding.left = mine;
      finding.right = most;
      finding.reason = {"其他同级政府最多的是{right}，相差5倍以上",
                        "the most of any other government of its level is {right}, less than a fifth"};
    } else {
      verdicts.held();
    }
  }
}

// clang-format off
inline constexpr Rule peers_rules[] = {
  {"peers.look_alike", Severity::warning, Scope::peers, Editions::both, Ground::practice,
   {"国办公开办函〔2021〕30号：内容雷同、敷衍应付的报告予以追究；有的地方评分规定与其他单位雷同扣分", "国办公开办函〔2021〕30号 on look-alike reports; some scorers deduct for a text that is another body's"},
   {"第一、第五部分与同一批报告中任何一份相同的不超过一半（门槛可调）。许多单位共有的套话、数字、空格和标点不计。", "No more than half of sections one and five (the threshold is an option) stands in another body's report of the same batch. What many bodies have in common, digits, spaces and marks are put aside."},
   {"第一、第五部分有{left}%与同一批报告中的另一份相同（超过{right}%）：{detail}。请核实是否套用了其他单位的文字。", "{left}% of sections one and five stands in another report of the batch (more than {right}%): {detail}. Perhaps another body's text was used."},
   {"两个镇的总体情况只有镇名和数字不同。", "Two towns whose section one differs in the town's name and the numbers."}, look_alike},
  {"peers.far", Severity::info, Scope::peers, Editions::both, Ground::practice,
   {"通行的核对做法", "A check in common use"},
   {"同一批报告里有5份以上同级政府的报告时，各项总数不会在其他各份都不少于10时为0，也不会超过其他各份的5倍（不小于100时）。", "Beside five or more governments of its level no total is 0 where all others have 10 or more, nor more than five times the largest of theirs (from 100 on)."},
   {"“{cell}”填的是{left}，而{reason}，请核实。", "{cell} is {left}, and {reason}. Please verify."},
   {"各镇的行政许可都在百件以上，只有一个镇填0。", "Every town has a hundred licences or more, and one has 0."}, far_from_peers},
};
// clang-format on

}  // namespace gongkai::rules
