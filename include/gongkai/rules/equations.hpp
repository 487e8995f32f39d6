// How an equation fares when some of its cells are blank or unread, and the rules of sections three and four that are
// equations.
#pragma once

#include <algorithm>
#include <limits>

#include "gongkai/model/equation.hpp"
#include "gongkai/rule.hpp"

namespace gongkai::rules {

/// What a sum can be, given what is known of its parts.
struct Bounds {
  std::int64_t low = 0;
  bool is_exact = true;  ///< the sum is `low`; otherwise it may be anything from `low` up
};

inline Bounds bounds_of_sum(const Subject& subject, std::span<const std::uint8_t> indexes);

/// Cells in which a mark for nothing stands ("-", "/", 无): the body has said that there is none.
inline CellSet marked_as_none(const Subject& subject) {
  CellSet set;
  for (std::size_t cell = 0; subject.reading() != nullptr && cell < cell_count; ++cell) {
    const Source& source = subject.reading()->sources[cell];
    if (source.state == CellState::blank && !source.text.empty()) {
      set.add(cell);
    }
  }
  return set;
}

/// For each cell of the table of requests the equation of its row, of which it is a part; -1 for any other.
inline constexpr auto row_of_part = [] {
  std::array<std::int16_t, cell_count> result{};
  result.fill(-1);
  for (std::size_t i = 0; i < equations.size(); ++i) {
    const bool is_mine =
        equations[i].kind == Equation::Kind::row && cells[equations[i].total()].row_info().type == RowType::applicants;
    for (const std::uint8_t part : equations[i].left()) {
      result[part] = is_mine ? static_cast<std::int16_t>(i) : result[part];
    }
  }
  return result;
}();

/// Whether of a row of requests only the total is written; where it is not 0 either, its blanks are not all 0.
inline bool is_total_alone(const Subject& subject, std::size_t equation) {
  const std::size_t total = equations[equation].total();
  CellSet parts = equation_sets[equation];
  parts.set(total, false);
  return subject.value(total) && (parts - subject.blank()).empty() &&
         (parts & (subject.unread() | marked_as_none(subject))).empty() && subject.in_edition().has(total);
}

/// The totals of the rows of requests that have nothing else; none where few of them are not 0, and each may be a slip.
inline CellSet totals_alone(const Subject& subject) {
  constexpr std::size_t most_slips = 3;
  CellSet totals;
  std::size_t filled = 0;
  for (std::size_t i = 0; i < equations.size() && !subject.equations_hold(); ++i) {
    const std::size_t total = equations[i].total();
    const bool is_row = equations[i].kind == Equation::Kind::row && cells[total].row_info().type == RowType::applicants;
    if (is_row && is_total_alone(subject, i)) {
      totals.add(total);
      filled += subject.value(total) != 0;
    }
  }
  return filled > most_slips ? totals : CellSet();
}

/// Whether the blank is of a row of which only a total other than 0 is written: then it may be any number.
inline bool is_left_out(const Subject& subject, std::size_t part) {
  const std::int16_t row = row_of_part[part];
  return row >= 0 && is_total_alone(subject, static_cast<std::size_t>(row)) &&
         subject.value(equations[static_cast<std::size_t>(row)].total()) != 0;
}

/// What one cell contributes to a sum. A blank total stands for the sum of its own parts.
inline Bounds bounds_of(const Subject& subject, std::size_t index) {
  if (const auto value = subject.value(index)) {
    return {*value, true};
  }
  if (subject.unread().has(index)) {
    return {0, false};
  }
  if (!subject.in_edition().has(index)) {
    return {};
  }
  if (sum_of[index] < 0) {
    return {0, subject.blanks() == BlankPolicy::as_zero && !is_left_out(subject, index)};
  }
  const auto row = static_cast<std::size_t>(sum_of[index]);
  if ((equation_sets[row] - subject.blank()).empty()) {
    // outcomes.total.total is a total twice: where nothing is written in its row, its column may still say it.
    for (const Equation& equation : equations) {
      if (equation.kind == Equation::Kind::column && equation.total() == index) {
        return bounds_of_sum(subject, equation.left());
      }
    }
  }
  return bounds_of_sum(subject, equations[row].left());
}

inline Bounds bounds_of_sum(const Subject& subject, std::span<const std::uint8_t> indexes) {
  Bounds sum;
  for (const std::uint8_t index : indexes) {
    const Bounds part = bounds_of(subject, index);
    sum.low += part.low;
    sum.is_exact = sum.is_exact && part.is_exact;
  }
  return sum;
}

/// What the parts of a row add up to, blanks as the blank policy has them; those of the line of totals are totals.
inline Bounds bounds_of_parts(const Subject& subject, std::size_t index) {
  if (sum_of[equations[index].left().front()] >= 0) {
    return bounds_of_sum(subject, equations[index].left());
  }
  Bounds sum;
  for (const std::uint8_t part : equations[index].left()) {
    const auto value = subject.value(part);
    sum.low += value.value_or(0);
    sum.is_exact = sum.is_exact && (value || (!subject.unread().has(part) && subject.blanks() == BlankPolicy::as_zero));
  }
  return sum;
}

/// Decides one equation.
inline void judge(const Subject& subject, std::size_t index, Verdicts& verdicts) {
  const Equation& equation = equations[index];
  if (!(equation_sets[index] & subject.inferred()).empty()) {
    verdicts.open(OpenReason::inferred);
    return;
  }
  const CellSet blank = equation_sets[index] & subject.missing();
  if (subject.equations_hold() && blank.empty() && subject.in_edition().has(equation.total())) {
    verdicts.held();
    return;
  }
  const CellSet reported = equation_sets[index] - subject.blank();
  if (!subject.in_edition().has(equation.total()) && reported.empty()) {
    return;  // a row of the other edition
  }
  const bool is_sum = equation.kind != Equation::Kind::balance;
  const bool is_unread = !(blank & subject.unread()).empty();
  if (reported.empty() || (is_sum && subject.blank().has(equation.total()))) {
    verdicts.open(is_unread          ? OpenReason::unreadable
                  : reported.empty() ? OpenReason::all_blank
                                     : OpenReason::blank_total);
    return;
  }
  bool is_open = is_unread || (!blank.empty() && subject.blanks() == BlankPolicy::unknown);
  if (!subject.equations_hold()) {
    const bool is_row = equation.kind == Equation::Kind::row;
    if (is_row && !blank.empty() && totals_alone(subject).has(equation.total())) {
      verdicts.open(OpenReason::all_blank);  // for value.only_totals
      return;
    }
    const Bounds left = is_row ? bounds_of_parts(subject, index) : bounds_of_sum(subject, equation.left());
    const Bounds right = bounds_of_sum(subject, equation.right());
    is_open = is_open || (!blank.empty() && (!left.is_exact || !right.is_exact));
    if ((right.is_exact && left.low > right.low) || (left.is_exact && right.low > left.low)) {
      Finding& finding = verdicts.violated(equation.all());
      finding.left = left.low;
      finding.right = right.low;
      finding.left_is_bound = !left.is_exact;
      finding.right_is_bound = !right.is_exact;
      finding.assumed_zero = !blank.empty();
      return;
    }
  }
  if (is_open) {
    verdicts.open(is_unread ? OpenReason::unreadable : OpenReason::unknown_blank);
  } else if (!blank.empty()) {
    verdicts.held_assuming_zero();
  } else {
    verdicts.held();
  }
}

/// Decides every equation that belongs to a rule, in the order of the form; all at once where nothing is blank or wrong.
template <auto belongs>
void judge_each(const Subject& subject, Verdicts& verdicts) {
  static constexpr std::size_t count = [] {
    std::size_t n = 0;
    for (const Equation& equation : equations) {
      n += belongs(equation);
    }
    return n;
  }();
  static constexpr auto mine = [] {
    std::array<std::uint8_t, count> indexes{};
    std::size_t n = 0;
    for (std::size_t i = 0; i < equations.size(); ++i) {
      if (belongs(equations[i])) {
        indexes[n++] = static_cast<std::uint8_t>(i);
      }
    }
    return indexes;
  }();
  static constexpr auto count_in = [](Edition edition) {
    std::size_t n = 0;
    for (const std::uint8_t i : mine) {
      n += cells_of(edition).has(equations[i].total());
    }
    return n;
  };
  constexpr std::array in_edition{count_in(Edition::unknown), count_in(Edition::form_2019),
                                  count_in(Edition::form_2021)};
  if (subject.equations_hold() && subject.is_filled() && subject.inferred().empty()) {
    verdicts.held(in_edition[static_cast<std::size_t>(subject.edition())]);
    return;
  }
  for (const std::uint8_t i : mine) {
    judge(subject, i, verdicts);
  }
}

inline constexpr auto is_balance = [](const Equation& e) { return e.kind == Equation::Kind::balance; };
inline constexpr auto is_column_sum = [](const Equation& e) { return e.kind == Equation::Kind::column; };
inline constexpr auto is_request_row = [](const Equation& e) {
  return e.kind == Equation::Kind::row && cells[e.total()].row_info().type == RowType::applicants;
};
template <std::size_t row>
inline constexpr auto is_row =
    [](const Equation& e) { return e.kind == Equation::Kind::row && cells[e.total()].row == row; };
inline constexpr std::size_t review_row = catalog_detail::find_row("review");
inline constexpr std::size_t direct_row = catalog_detail::find_row("litigation.direct");
inline constexpr std::size_t after_review_row = catalog_detail::find_row("litigation.after_review");

/// Every equation belongs to exactly one of the rules below.
static_assert([] {
  for (const Equation& e : equations) {
    if (is_balance(e) + is_column_sum(e) + is_request_row(e) + is_row<review_row>(e) + is_row<direct_row>(e) +
            is_row<after_review_row>(e) !=
        1) {
      return false;
    }
  }
  return true;
}());

// clang-format off
inline constexpr Label total_citation{"“总计”的含义", "The meaning of a total"};

inline constexpr Rule equation_rules[] = {
  {"requests.flow_balance", Severity::error, Scope::report, Editions::both, Ground::form,
   {"表三表头印明：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”", "Printed in the head of table three in both editions"},
   {"每一列：本年新收＋上年结转＝办理结果总计＋结转下年度继续办理。", "In every column: received + carried in = total of outcomes + carried forward."},
   {"“{column}”列：本年新收加上年结转是{left}，办理结果总计加结转下年度是{right}，相差{difference}。", "Column {column}: received plus carried in is {left}; outcomes plus carried forward is {right}; they differ by {difference}."},
   {"新收62件、上年结转7件，办结69件、结转下年度0件：62＋7＝69＋0。", "62 received, 7 carried in, 69 decided, 0 carried forward: 62 + 7 = 69 + 0."},
   judge_each<is_balance>},
  {"requests.outcomes_sum", Severity::error, Scope::report, Editions::both, Ground::arithmetic,
   {"表三行名“（七）总计”", "Label of row 3(7)"},
   {"每一列：各项办理结果相加等于“（七）总计”。（三）（四）（五）等分组标题行本身没有数。", "In every column the outcomes add up to row (7). Group heads carry no number of their own."},
   {"“{column}”列：各项办理结果相加是{left}，“（七）总计”填的是{right}，相差{difference}。", "Column {column}: the outcomes add up to {left}, but row (7) says {right}; they differ by {difference}."},
   {"予以公开59件、部分公开10件，其余为0，总计应为69件。", "59 granted, 10 partially granted, nothing else: the total is 69."},
   judge_each<is_column_sum>},
  {"requests.row_total", Severity::error, Scope::report, Editions::both, Ground::arithmetic,
   {"表三列名“总计”", "Label of the last column of table three"},
   {"每一行：自然人加法人或其他组织五列，等于“总计”。", "In every row natural persons plus the five columns of organizations equal the total."},
   {"“{row}”行：自然人和五类组织相加是{left}，“总计”填的是{right}，相差{difference}。", "Row {row}: the applicants add up to {left}, but the total says {right}; they differ by {difference}."},
   {"自然人705件、商业企业3件、法律服务机构5件，总计应为713件。", "705 natural persons, 3 enterprises, 5 legal-service organizations: the total is 713."},
   judge_each<is_request_row>},
  {"review.total", Severity::error, Scope::report, Editions::both, Ground::arithmetic, total_citation,
   {"行政复议：结果维持＋结果纠正＋其他结果＋尚未审结＝总计。尚未审结的案件也计入总计。", "Review: upheld + corrected + other + pending = total. Pending cases are inside the total."},
   {"行政复议：四种结果相加是{left}，“总计”填的是{right}，相差{difference}。", "Review: the results add up to {left}, but the total says {right}; they differ by {difference}."},
   {"维持27件、纠正10件、其他9件、未审结15件，总计应为61件。", "27 upheld, 10 corrected, 9 other, 15 pending: the total is 61."},
   judge_each<is_row<review_row>>},
  {"litigation.direct_total", Severity::error, Scope::report, Editions::both, Ground::arithmetic, total_citation,
   {"未经复议直接起诉：结果维持＋结果纠正＋其他结果＋尚未审结＝总计。", "Litigation without review: upheld + corrected + other + pending = total."},
   {"未经复议直接起诉：四种结果相加是{left}，“总计”填的是{right}，相差{difference}。", "Litigation without review: the results add up to {left}, but the total says {right}; they differ by {difference}."},
   {"维持3件，其余为0，总计应为3件。", "3 upheld, nothing else: the total is 3."},
   judge_each<is_row<direct_row>>},
  {"litigation.after_review_total", Severity::error, Scope::report, Editions::both, Ground::arithmetic, total_citation,
   {"复议后起诉：结果维持＋结果纠正＋其他结果＋尚未审结＝总计。", "Litigation after review: upheld + corrected + other + pending = total."},
   {"复议后起诉：四种结果相加是{left}，“总计”填的是{right}，相差{difference}。", "Litigation after review: the results add up to {left}, but the total says {right}; they differ by {difference}."},
   {"维持5件而总计填0件：总计应为5件。", "5 upheld but a total of 0: the total should be 5."},
   judge_each<is_row<after_review_row>>},
};
// clang-format on

}  // namespace gongkai::rules
