// The numbers of the tables that a claim of the prose may mean, and what comparing them comes to.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "gongkai/claims/claims.hpp"
#include "gongkai/rule.hpp"

namespace gongkai::rules {

/// A number of the tables that a claim may mean, with the cells it is made of.
struct Quantity {
  static constexpr std::size_t most = 24;
  std::array<std::size_t, most> cell{};
  std::size_t size = 0;
  std::int64_t value = 0;
  bool any = false;           ///< some cell has a number
  bool assumed_zero = false;  ///< some cell is blank and counted as 0
  bool is_unread = false;
  Label name;

  void add(const Subject& subject, std::size_t index) {
    cell[size++] = index;
    const auto number = subject.value(index);
    any = any || number.has_value();
    assumed_zero = assumed_zero || !number;
    is_unread = is_unread || subject.unread().has(index);
    value += number.value_or(0);
  }
  /// A row's number: its total, or where that is blank the sum of its parts. `row` is a struct of cells with a total.
  template <class Row>
  void add_row(const Subject& subject, const Row& row) {
    const std::size_t total = subject.index_of(row.total);
    if (!row.total.is_blank() || subject.unread().has(total)) {
      add(subject, total);
      return;
    }
    cell[size++] = total;
    reflect::for_each_member<Row>([&](auto member, auto) {
      const Count& part = row.*member.pointer;
      any = any || !part.is_blank();
      assumed_zero = assumed_zero || (part.is_blank() && &part != &row.total);
      is_unread = is_unread || subject.unread().has(subject.index_of(part));
      value += part.value_or(0);
    });
  }
  template <class Rows>
  void add_rows(const Subject& subject, const Rows& rows) {
    reflect::for_each_member<Rows>([&](auto member, auto) {
      const Applicants& row = rows.*member.pointer;
      if (subject.in_edition().has(subject.index_of(row.total)) || !row.total.is_blank()) {
        add_row(subject, row);
      }
    });
  }
};

inline Quantity received(const Subject& subject, bool with_carried_in) {
  Quantity quantity;
  const Requests& table = subject.report().requests;
  quantity.add_row(subject, table.received);
  quantity.name = {"本年新收", "received this year"};
  if (with_carried_in) {
    quantity.add_row(subject, table.carried_in);
    quantity.name = {"本年新收加上年结转", "received and carried in"};
  }
  return quantity;
}
inline Quantity row_quantity(const Subject& subject, const Applicants& row, Label name) {
  Quantity quantity;
  quantity.add_row(subject, row);
  quantity.name = name;
  return quantity;
}
inline Quantity processed(const Subject& subject) {
  return row_quantity(subject, subject.report().requests.outcomes.total, {"办理结果总计", "results in total"});
}
inline Quantity carried_in(const Subject& subject) {
  return row_quantity(subject, subject.report().requests.carried_in, {"上年结转", "carried in"});
}
inline Quantity carried_out(const Subject& subject) {
  return row_quantity(subject, subject.report().requests.carried_out, {"结转下年度", "carried forward"});
}

/// One row of the table of requests, given its total.
inline Quantity row_of(const Subject& subject, std::size_t total) {
  Quantity quantity;
  const EditionLabel& label = cells[total].row_info().label;
  quantity.name = {label.zh(Edition::form_2021), label.en};
  const std::size_t first = total + 1 - reflect::cells_in<Applicants>;
  if (subject.value(total) || subject.unread().has(total)) {
    quantity.add(subject, total);
    return quantity;
  }
  for (std::size_t cell = first; cell < total; ++cell) {
    quantity.add(subject, cell);
  }
  return quantity;
}

/// Those received from one kind of applicant, or from all five kinds of organizations.
inline Quantity applicants(const Subject& subject, const Claim& claim, bool with_carried_in) {
  Quantity quantity;
  const bool is_all = claim.parts == Claim::all_organizations;
  const Requests& table = subject.report().requests;
  const std::size_t first = is_all ? subject.index_of(table.received.commercial_enterprise) : claim.cell;
  const std::size_t last = is_all ? subject.index_of(table.received.other) : claim.cell;
  for (std::size_t cell = first; cell <= last; ++cell) {
    quantity.add(subject, cell);
    if (with_carried_in) {
      quantity.add(subject, cell + reflect::cells_in<Applicants>);
    }
  }
  const ColumnInfo& column = cells[first].column_info();
  quantity.name = is_all ? Label{"本年新收的“法人或其他组织”各列之和", "what organizations asked for"}
                         : Label{column.label.zh(Edition::form_2021), column.label.en};
  return quantity;
}

inline Quantity group(const Subject& subject, std::uint8_t parts) {
  const Outcomes& outcomes = subject.report().requests.outcomes;
  Quantity quantity;
  const auto name = [&](Claim::Group part, Label label) {
    quantity.name = parts == part ? label : quantity.name;
    return (parts & part) != 0;
  };
  quantity.name = parts == (Claim::granted | Claim::partially_granted)
                      ? Label{"予以公开与部分公开之和", "granted and partially granted"}
                      : Label{"所列几种结果之和", "the results named, together"};
  if (name(Claim::granted, {"予以公开", "granted"})) {
    quantity.add_row(subject, outcomes.granted);
  }
  if (name(Claim::partially_granted, {"部分公开", "partially granted"})) {
    quantity.add_row(subject, outcomes.partially_granted);
  }
  if (name(Claim::denied, {"不予公开各行之和", "denied, all rows"})) {
    quantity.add_rows(subject, outcomes.denied);
  }
  if (name(Claim::unavailable, {"无法提供各行之和", "unavailable, all rows"})) {
    quantity.add_rows(subject, outcomes.unavailable);
  }
  if (name(Claim::not_processed, {"不予处理各行之和", "not processed, all rows"})) {
    quantity.add_rows(subject, outcomes.not_processed);
  }
  if (name(Claim::other, {"其他处理", "other handling"})) {
    quantity.add_rows(subject, outcomes.other_handling);
  }
  return quantity;
}

inline Quantity cases(const Subject& subject, std::uint8_t parts, Claim::Result result) {
  constexpr std::uint8_t litigation = Claim::direct | Claim::after_review;
  Quantity quantity;
  const Report& report = subject.report();
  const auto add = [&](const Cases& block) {
    switch (result) {
      case Claim::Result::total:
        quantity.add_row(subject, block);
        break;
      case Claim::Result::upheld:
        quantity.add(subject, subject.index_of(block.upheld));
        break;
      case Claim::Result::corrected:
        quantity.add(subject, subject.index_of(block.corrected));
        break;
      case Claim::Result::other:
        quantity.add(subject, subject.index_of(block.other));
        break;
      case Claim::Result::pending:
        quantity.add(subject, subject.index_of(block.pending));
        break;
    }
  };
  if ((parts & Claim::review) != 0) {
    add(report.review);
  }
  if ((parts & Claim::direct) != 0) {
    add(report.litigation.direct);
  }
  if ((parts & Claim::after_review) != 0) {
    add(report.litigation.after_review);
  }
  // clang-format off
  constexpr Label names[][5] = {
      {{"行政复议总计", "review"}, {"行政复议“结果维持”", "review, upheld"}, {"行政复议“结果纠正”", "review, corrected"}, {"行政复议“其他结果”", "review, other results"}, {"行政复议“尚未审结”", "review, pending"}},
      {{"行政诉讼总计", "litigation"}, {"行政诉讼“结果维持”", "litigation, upheld"}, {"行政诉讼“结果纠正”", "litigation, corrected"}, {"行政诉讼“其他结果”", "litigation, other results"}, {"行政诉讼“尚未审结”", "litigation, pending"}},
      {{"未经复议直接起诉总计", "direct suits"}, {"未经复议直接起诉“结果维持”", "direct suits, upheld"}, {"未经复议直接起诉“结果纠正”", "direct suits, corrected"}, {"未经复议直接起诉“其他结果”", "direct suits, other results"}, {"未经复议直接起诉“尚未审结”", "direct suits, pending"}},
      {{"复议后起诉总计", "suits after review"}, {"复议后起诉“结果维持”", "suits after review, upheld"}, {"复议后起诉“结果纠正”", "suits after review, corrected"}, {"复议后起诉“其他结果”", "suits after review, other results"}, {"复议后起诉“尚未审结”", "suits after review, pending"}},
      {{"行政复议与行政诉讼之和", "review and litigation"}, {"复议、诉讼“结果维持”之和", "review and litigation, upheld"}, {"复议、诉讼“结果纠正”之和", "review and litigation, corrected"}, {"复议、诉讼“其他结果”之和", "review and litigation, other results"}, {"复议、诉讼“尚未审结”之和", "review and litigation, pending"}}};
  // clang-format on
  const std::size_t block = parts == Claim::review         ? 0
                            : parts == litigation          ? 1
                            : parts == Claim::direct       ? 2
                            : parts == Claim::after_review ? 3
                                                           : 4;
  quantity.name = names[block][static_cast<std::size_t>(result)];
  return quantity;
}

// ---- Comparing ----

/// What a claim comes to.
enum class Verdict : std::uint8_t { holds, holds_assuming_zero, differs, unread, blank, unknown };

/// Whether `number`, written to the last place `step`, may stand for `exact`: rounded or cut off.
inline bool is_written_as(std::int64_t exact, std::int64_t number, std::int64_t step) {
  const std::int64_t rest = exact - number;
  return step <= 1 ? rest == 0 : rest < step && rest >= -((step + 1) / 2);
}

inline Verdict compare(const Subject& subject, const Claim& claim, const Quantity& quantity) {
  if (quantity.is_unread) {
    return Verdict::unread;
  }
  if (!quantity.any) {
    return Verdict::blank;
  }
  const bool is_equal =
      is_written_as(quantity.value, claim.value, claim.step) || (claim.is_part && claim.value <= quantity.value);
  if (quantity.assumed_zero && subject.blanks() == BlankPolicy::unknown) {
    return quantity.value > claim.value + claim.step && !claim.is_part ? Verdict::differs : Verdict::unknown;
  }
  return !is_equal ? Verdict::differs : quantity.assumed_zero ? Verdict::holds_assuming_zero : Verdict::holds;
}

/// A cell of section two with its column, where its row has several.
inline Label cell_label(std::size_t cell) {
  constexpr Label rules[] = {{"规章“本年制发件数”", "rules issued"},
                             {"规章“本年废止件数”", "rules repealed"},
                             {"规章“现行有效件数”", "rules in force"}};
  constexpr Label normative[] = {{"行政规范性文件“本年制发件数”", "normative documents issued"},
                                 {"行政规范性文件“本年废止件数”", "normative documents repealed"},
                                 {"行政规范性文件“现行有效件数”", "normative documents in force"}};
  using namespace claims_detail;
  if (cell >= first_rules_cell && cell < first_rules_cell + std::size(rules)) {
    return rules[cell - first_rules_cell];
  }
  if (cell >= first_normative_cell && cell < first_normative_cell + std::size(normative)) {
    return normative[cell - first_normative_cell];
  }
  const EditionLabel& label = cells[cell].row_info().label;
  return {label.zh(Edition::form_2021), label.en};
}

/// The numbers of the tables that a claim may mean, the likeliest first.
struct Readings {
  std::array<Quantity, 3> quantity;
  std::size_t size = 0;
  void add(const Quantity& next) { quantity[size++] = next; }
};
inline Readings readings_of(const Subject& subject, const Claim& claim) {
  Readings readings;
  switch (claim.kind) {
    case Claim::Kind::received:
      readings.add(received(subject, false));
      readings.add(received(subject, true));
      break;
    case Claim::Kind::newly_received:
      readings.add(received(subject, false));
      break;
    case Claim::Kind::handled:
      readings.add(processed(subject));
      readings.add(received(subject, true));
      readings.add(received(subject, false));
      break;
    case Claim::Kind::processed:
      readings.add(processed(subject));
      break;
    case Claim::Kind::carried_in:
      readings.add(carried_in(subject));
      break;
    case Claim::Kind::carried_out:
      readings.add(carried_out(subject));
      break;
    case Claim::Kind::carried:
      readings.add(carried_out(subject));
      readings.add(carried_in(subject));
      break;
    case Claim::Kind::group:
      readings.add(group(subject, claim.parts));
      if (claim.parts == Claim::other && subject.edition() != Edition::form_2019) {  // its third row has the same name
        readings.add(
            row_of(subject, subject.index_of(subject.report().requests.outcomes.other_handling.miscellaneous.total)));
      }
      break;
    case Claim::Kind::row:
      readings.add(row_of(subject, claim.cell));
      break;
    case Claim::Kind::applicants:
      readings.add(applicants(subject, claim, false));
      readings.add(applicants(subject, claim, true));
      break;
    case Claim::Kind::cases:
      readings.add(cases(subject, claim.parts, claim.result));
      break;
    case Claim::Kind::cell: {
      Quantity quantity;
      quantity.add(subject, claim.cell);
      quantity.name = cell_label(claim.cell);
      readings.add(quantity);
      break;
    }
    case Claim::Kind::share:
    case Claim::Kind::lapsed:
    case Claim::Kind::upheld_all:
    case Claim::Kind::processing_fee:
      break;
  }
  return readings;
}

/// The best that any reading of the claim comes to.
inline Verdict verdict_of(const Subject& subject, const Claim& claim, const Readings& readings) {
  Verdict best = Verdict::differs;
  for (std::size_t i = 0; i < readings.size; ++i) {
    const Verdict verdict = compare(subject, claim, readings.quantity[i]);
    if (verdict == Verdict::holds || verdict == Verdict::holds_assuming_zero) {
      return verdict;
    }
    best = verdict == Verdict::differs ? best : verdict;
  }
  return best;
}

}  // namespace gongkai::rules
