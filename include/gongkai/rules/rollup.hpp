// The rules between a report and those of the bodies whose figures it includes.
#pragma once

#include <algorithm>

#include "gongkai/rules/stated.hpp"
#include "gongkai/rules/value.hpp"

namespace gongkai::rules {

/// What one body's report adds to a cell.
struct Contribution {
  Bounds bounds;
  Gap gap = Gap::none;  ///< why it is not known exactly
  bool is_stated = false;
  bool assumed = false;
};

/// A blank counts as the blank policy has it, also where its whole row is blank: many bodies leave out what they have
/// none of.
inline Contribution contribution_of(const Subject& child, std::size_t cell) {
  if (const auto value = child.value(cell)) {
    return {{*value, true}, Gap::none, true, false};
  }
  if (child.unread().has(cell)) {
    return {{0, false}, Gap::unread_cell, false, false};
  }
  if (!child.in_edition().has(cell)) {
    return {{0, false}, Gap::other_edition, false, false};
  }
  const Bounds bounds = bounds_of(child, cell);
  if (bounds.is_exact) {
    return {bounds, Gap::none, bounds.low != 0, true};
  }
  return {bounds, child.unread().empty() ? Gap::unknown_blank : Gap::unread_cell, false, false};
}

/// What the reports of all children that have one add up to.
struct ChildrenSum {
  std::optional<std::int64_t> low = 0;  ///< the sum, or the least that it can be; nothing where it does not fit
  Gap gap = Gap::none;                  ///< why it is not exact: of several reasons, the first
  bool assumed = false;
  bool any_stated = false;
};

inline ChildrenSum add_children(std::span<const Others::ChildSubject> children, std::size_t cell) {
  ChildrenSum sum;
  for (const Others::ChildSubject& child : children) {
    if (!child.subject) {
      continue;
    }
    const Contribution part = contribution_of(*child.subject, cell);
    sum.low = sum.low ? checked_add(*sum.low, part.bounds.low) : std::nullopt;
    sum.gap = sum.gap == Gap::none ? part.gap : sum.gap;
    sum.assumed = sum.assumed || part.assumed;
    sum.any_stated = sum.any_stated || part.is_stated;
  }
  return sum;
}

/// A body without a report that counts: its figures are not known, so that a sum is only a bound. A second report of the
/// same name takes nothing away.
inline bool is_unknown(const Others::ChildSubject& child) {
  return !child.subject && child.gap != Gap::duplicate;
}

/// Lists who contributes how much, and says whose figure alone makes up the difference.
inline void explain_sum(Finding& finding, std::span<const Others::ChildSubject> children, std::size_t cell) {
  const auto difference = finding.difference();
  const std::string_view* suspect = nullptr;
  bool several = false;
  for (const Others::ChildSubject& child : children) {
    if (!child.subject) {
      continue;
    }
    const Contribution part = contribution_of(*child.subject, cell);
    if (part.gap == Gap::none && part.bounds.low == 0) {
      continue;  // adds nothing
    }
    compare(finding, *child.subject, cell, std::string(child.child->name));
    if (part.gap == Gap::none) {
      finding.compared.back().cell.value = part.bounds.low;  // of a blank total, the sum of its parts
    }
    if (difference && part.bounds.is_exact && (part.bounds.low == *difference || part.bounds.low == -*difference)) {
      several = suspect != nullptr;
      suspect = &child.child->name;
    }
  }
  if (suspect != nullptr && !several && !finding.right_is_bound && difference) {
    finding.detail = *suspect;
    finding.reason = *difference < 0
                         ? Label{"差额正好是“{detail}”所填的数，可能漏加。",
                                 " The difference is just what {detail} reports; perhaps it was left out."}
                         : Label{"差额正好是“{detail}”所填的数，可能重复相加。",
                                 " The difference is just what {detail} reports; perhaps it was added twice."};
  }
}

constexpr OpenReason open_reason_of(Gap gap) {
  return gap == Gap::unread_cell     ? OpenReason::unreadable
         : gap == Gap::other_edition ? OpenReason::not_comparable
                                     : OpenReason::unknown_blank;
}

/// Whether what the report has beyond the sum is a report of its own, with requests and all its equations: then one body
/// was left out, most likely the office itself.
inline bool is_left_out(const Subject& subject, std::span<const Others::ChildSubject> children) {
  const std::size_t total = subject.index_of(subject.report().requests.outcomes.total.total);
  if (add_children(children, total).low == subject.value(total)) {
    return false;
  }
  Figures rest;
  bool is_exact = true;
  subject.in_edition().for_each([&](std::size_t cell) {
    const ChildrenSum sum = add_children(children, cell);
    const Stated own = stated(subject, cell);
    const auto beyond = sum.low && sum.gap == Gap::none && !own.open && own.bounds.is_exact
                            ? checked_subtract(own.bounds.low, *sum.low)
                            : std::nullopt;
    is_exact = is_exact && beyond && (*beyond >= 0 || signed_cells.has(cell));
    if (is_exact) {
      set_cell(rest, cell, *beyond);
    }
  });
  return is_exact && equations_hold(rest);  // each request is in a total, in a row and in a column
}

inline void report_left_out(const Subject& subject, Verdicts& verdicts,
                            std::span<const Others::ChildSubject> children) {
  std::vector<std::size_t> beyond;
  subject.in_edition().for_each([&](std::size_t cell) {
    if (*add_children(children, cell).low != stated(subject, cell).bounds.low) {
      beyond.push_back(cell);
    } else {
      verdicts.held();
    }
  });
  const std::size_t total = subject.index_of(subject.report().requests.outcomes.total.total);
  std::stable_partition(beyond.begin(), beyond.end(), [&](std::size_t cell) { return cell == total; });
  Finding& finding = verdicts.violated(beyond);
  finding.severity = subject.dossier().children_are_complete ? Severity::error : finding.severity;
  finding.left = subject.value(total);
  finding.right = add_children(children, total).low;
  finding.is_money = false;
  finding.reason = {"各格的差额自成一份勾稽相符的报表，像是漏了一个单位的年报（例如本机关自身）。",
                    " What lies beyond the sum is a report of its own: it seems one body was left out, perhaps the own "
                    "office."};
}

inline void sum_of_children(const Subject& subject, Verdicts& verdicts) {
  const std::vector<Others::ChildSubject>& children = subject.others()->children;
  const bool is_partial = std::any_of(children.begin(), children.end(), is_unknown);
  if (!is_partial && is_left_out(subject, children)) {
    report_left_out(subject, verdicts, children);
    return;
  }
  subject.in_edition().for_each([&](std::size_t cell) {
    const ChildrenSum sum = add_children(children, cell);
    Stated right{
        {sum.low.value_or(std::numeric_limits<std::int64_t>::max()), sum.low && sum.gap == Gap::none && !is_partial},
        sum.assumed,
        std::nullopt,
        is_partial ? OpenReason::reports_missing : open_reason_of(sum.gap)};
    if (!right.bounds.is_exact && signed_cells.has(cell)) {
      right.open = right.inexact;  // what is missing may be below 0: there is no bound
    }
    if (Finding* finding = judge_equal(verdicts, stated(subject, cell), right, std::array{cell})) {
      if (subject.dossier().children_are_complete) {
        finding->severity = Severity::error;
      }
      explain_sum(*finding, children, cell);
    }
  });
}

/// One finding for each child, about all its cells that exceed the parent's.
inline void child_exceeds_parent(const Subject& subject, Verdicts& verdicts) {
  for (const Others::ChildSubject& child : subject.others()->children) {
    if (!child.subject) {
      continue;
    }
    std::vector<std::size_t> found;
    (((subject.in_edition() & child.subject->in_edition()) - signed_cells) - subject.blank() - child.subject->blank())
        .for_each([&](std::size_t cell) {
          if (*child.subject->value(cell) > *subject.value(cell)) {
            found.push_back(cell);
          }
        });
    if (found.empty()) {
      verdicts.held();
      continue;
    }
    Finding& finding = verdicts.violated(found);
    finding.left = child.subject->value(found.front());
    finding.right = subject.value(found.front());
    finding.is_money = cells[found.front()].is_money;
    finding.detail = child.child->name;
    for (const std::size_t cell : found) {
      compare(finding, *child.subject, cell, std::string(child.child->name));
    }
  }
}

inline void missing_child(const Subject& subject, Verdicts& verdicts) {
  for (const Others::ChildSubject& child : subject.others()->children) {
    if (child.subject) {
      verdicts.held();
      continue;
    }
    Finding& finding = verdicts.violated();
    finding.detail = child.child->name;
    finding.reason = describe(child.gap);
  }
}

// clang-format off
inline constexpr Rule rollup_rules[] = {
  {"rollup.sum", Severity::warning, Scope::rollup, Editions::both, Ground::practice,
   {"实践中政府的报告汇总所辖各级、各部门（如广东省2024年、上海市2019年报告）；《条例》第四十九条只说“本级政府”", "In practice a government's report covers the bodies below it (Guangdong 2024, Shanghai 2019); art. 49 says only its own level"},
   {"各格等于所含各单位（包括本机关自身）同一格之和。只有确认单位齐全时才作为错误；有单位缺报时，本报告不应小于已有之和。", "Every cell is the sum over the bodies included, the own office among them. It is an error only where the list of bodies is asserted to be complete; where one is missing the sum known is a lower bound."},
   {"“{cell}”：本报告填的是{left}，所含各单位相加是{right}，相差{difference}。{reason}", "{cell}: this report says {left}, the bodies included add up to {right}; they differ by {difference}.{reason}"},
   {"三个镇新收各3、4、5件，县报告新收应为12件。", "Three towns received 3, 4 and 5: the county received 12."}, sum_of_children},
  {"rollup.child_exceeds_parent", Severity::warning, Scope::rollup, Editions::both, Ground::practice,
   {"部分不大于整体", "A part is not larger than the whole"},
   {"所含单位的任何一格都不大于本报告的同一格。", "No cell of a body included is larger than the same cell of this report."},
   {"“{detail}”的“{cell}”是{left}，比本报告的{right}还大（涉及：{cells}）。", "{detail} reports {left} in {cell}, more than this report's {right} (cells: {cells})."},
   {"某镇新收5件，县报告新收只有3件。", "A town received 5, its county 3."}, child_exceeds_parent},
  {"rollup.missing_child", Severity::info, Scope::rollup, Editions::both, Ground::practice,
   {"汇总前应收齐各单位的年报", "Reports are collected before they are added up"},
   {"每个应报单位都有本年度的年报。", "Every body expected to report has a report on the year."},
   {"“{detail}”：{reason}，未计入各单位之和。", "{detail}: {reason}; not in the sum of the bodies."},
   {"某镇没有提交2024年度报告。", "A town has not filed its report for 2024."}, missing_child},
};
// clang-format on

}  // namespace gongkai::rules
