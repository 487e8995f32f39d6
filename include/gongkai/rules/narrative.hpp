// The rules of text against table: every claim of the prose is compared with the numbers that it may mean.
#pragma once

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

// ---- Saying it ----

/// Where the words quoted begin so that they stand once in the text: at the claim, or else at its clause.
inline std::size_t quote_begin(std::string_view text, const Claim& claim) {
  constexpr std::size_t around = 20'000;  // bytes on either side in which the words must be the only ones
  const std::size_t from = claim.begin > around ? claim.begin - around : 0;
  const std::string_view near = text.substr(from, claim.end - from + around);
  const std::string_view words = text.substr(claim.begin, claim.end - claim.begin);
  const std::size_t first = near.find(words);
  if (from + first == claim.begin && near.find(words, first + 1) == std::string_view::npos) {
    return claim.begin;
  }
  constexpr std::size_t longest = 90;  // bytes before the claim
  std::size_t begin = claim.begin;
  while (begin > 0 && claim.begin - begin < longest) {
    std::size_t before = begin - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xc0U) == 0x80U) {
      --before;
    }
    const std::string_view mark = text.substr(before, begin - before);
    if (mark == "。" || mark == "；" || mark == "：" || mark == "\n" || (mark == "，" && begin != claim.begin)) {
      break;
    }
    begin = before;
  }
  return begin;
}

inline void quote(const Subject& subject, const Claim& claim, Finding& finding) {
  const std::size_t begin = quote_begin(subject.text(claim.prose), claim);
  finding.detail = subject.text(claim.prose).substr(begin, claim.end - begin);
  for (std::size_t at = 0; (at = finding.detail.find('\n', at)) != std::string::npos;) {
    finding.detail.erase(at, 1);  // a wrapped line
  }
  if (subject.reading() != nullptr) {
    finding.place = subject.reading()->find_place(claim.prose, static_cast<std::uint32_t>(begin));
  }
}

/// Names the other cell of the table of requests that holds the number claimed, where there is just one.
inline void name_same(const Subject& subject, const Claim& claim, Finding& finding) {
  if (claim.value <= 0 || claim.step != 1 || cells[finding.cells.front().cell].table_info().key != "requests") {
    return;
  }
  std::size_t found = cell_count, count = 0;
  const auto consider = [&](std::size_t cell, std::int64_t value) {
    if (value == claim.value) {
      found = count++ == 0 ? cell : found;
    }
  };
  const Requests& table = subject.report().requests;
  for (const Applicants* row : {&table.received, &table.carried_in, &table.outcomes.total, &table.carried_out}) {
    consider(subject.index_of(row->total), row_quantity(subject, *row, {}).value);
    if (count != 0) {
      break;
    }
  }
  constexpr std::int64_t small = 10;  // so many cells hold a small number that it says nothing
  constexpr std::size_t columns = reflect::cells_in<Applicants>;
  const std::size_t first = subject.index_of(table.received.natural_person);
  if (count == 0 && claim.value >= small) {
    for (std::size_t row = first; row < first + reflect::cells_in<Requests>; row += columns) {
      std::int64_t sum = 0;
      for (std::size_t i = 0; i + 1 < columns; ++i) {
        sum += subject.value(row + i).value_or(0);
      }
      consider(row + columns - 1, subject.value(row + columns - 1).value_or(sum));
    }
    for (std::size_t cell = first; count == 0 && cell < first + reflect::cells_in<Requests>; ++cell) {
      if ((cell - first) % columns + 1 != columns && subject.value(cell) == claim.value) {
        found = cell;
        count = 1;
      }
    }
  }
  if (count == 1) {
    finding.same.push_back(subject.cell_value(found));
  }
}

/// Whether another claim says what the table says: one of the same in the sentence, so that this is a part of it; or,
/// where this says that there is none, a count anywhere in the text, so that it is of some of them only.
inline bool has_agreeing(const Subject& subject, const Claims& claims, const Claim& claim) {
  using Kind = Claim::Kind;
  const auto counts_requests = [](const Claim& c) {
    return c.kind == Kind::received || c.kind == Kind::newly_received || c.kind == Kind::handled ||
           c.kind == Kind::processed;
  };
  for (const Claim& other : claims) {
    const bool is_same = other.sentence == claim.sentence && other.kind == claim.kind && other.parts == claim.parts &&
                         other.result == claim.result && other.cell == claim.cell;
    const bool is_of_same = claim.is_none && other.value > 0 && !other.is_part &&
                            ((counts_requests(claim) && counts_requests(other)) ||
                             (claim.kind == Kind::cases && other.kind == Kind::cases &&
                              other.result == Claim::Result::total && (other.parts & claim.parts) != 0));
    if (&other == &claim || !(is_same || is_of_same)) {
      continue;
    }
    const Verdict verdict = verdict_of(subject, other, readings_of(subject, other));
    if (verdict == Verdict::holds || verdict == Verdict::holds_assuming_zero) {
      return true;
    }
  }
  return false;
}

/// Judges the claims of one rule.
template <class IsOfRule>
void judge_claims(const Subject& subject, Verdicts& verdicts, IsOfRule is_of_rule) {
  const Claims* claims = subject.claims();
  if (claims == nullptr) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  for (const Claim& claim : *claims) {
    if (!is_of_rule(claim)) {
      continue;
    }
    const Readings readings = readings_of(subject, claim);
    switch (verdict_of(subject, claim, readings)) {
      case Verdict::holds:
        verdicts.held();
        continue;
      case Verdict::holds_assuming_zero:
        verdicts.held_assuming_zero();
        continue;
      case Verdict::unread:
        verdicts.open(OpenReason::unreadable);
        continue;
      case Verdict::blank:
        verdicts.open(OpenReason::all_blank);
        continue;
      case Verdict::unknown:
        verdicts.open(OpenReason::unknown_blank);
        continue;
      case Verdict::differs:
        break;
    }
    if (has_agreeing(subject, *claims, claim)) {
      verdicts.open(OpenReason::unclassified);
      continue;
    }
    const Quantity& compared = readings.quantity[0];
    Finding& finding = verdicts.violated(std::span(compared.cell.data(), compared.size));
    finding.left = claim.value;
    finding.right = compared.value;
    finding.reason = compared.name;
    finding.assumed_zero = compared.assumed_zero;
    name_same(subject, claim, finding);
    quote(subject, claim, finding);
  }
}

inline bool is_no_request(const Claim& claim) {
  return claim.kind == Claim::Kind::received && claim.value == 0;
}
inline bool is_no_case(const Claim& claim) {
  return claim.kind == Claim::Kind::cases && claim.result == Claim::Result::total && claim.value == 0;
}

inline void received_stated(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts, [](const Claim& claim) {
    return (claim.kind == Claim::Kind::received && !is_no_request(claim)) ||
           claim.kind == Claim::Kind::newly_received || claim.kind == Claim::Kind::applicants;
  });
}
inline void processed_stated(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts, [](const Claim& claim) {
    return claim.kind == Claim::Kind::processed || claim.kind == Claim::Kind::handled;
  });
}
inline void carried_stated(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts, [](const Claim& claim) {
    return claim.kind == Claim::Kind::carried_in || claim.kind == Claim::Kind::carried_out ||
           claim.kind == Claim::Kind::carried;
  });
}
/// Numbers of requests that could not be classified are counted here.
inline void group_stated(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts,
               [](const Claim& claim) { return claim.kind == Claim::Kind::group || claim.kind == Claim::Kind::row; });
  if (subject.claims() != nullptr) {
    verdicts.open(OpenReason::unclassified, subject.claims()->unclassified[Claims::requests]);
  }
}
inline void no_requests(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts, is_no_request);
}
inline void cases_stated(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts,
               [](const Claim& claim) { return claim.kind == Claim::Kind::cases && !is_no_case(claim); });
  if (subject.claims() != nullptr) {
    verdicts.open(OpenReason::unclassified, subject.claims()->unclassified[Claims::cases]);
  }
}
inline void documents_stated(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts, [](const Claim& claim) {
    return claim.kind == Claim::Kind::cell && claim.cell < claims_detail::licensing_cell;
  });
  if (subject.claims() != nullptr) {
    verdicts.open(OpenReason::unclassified, subject.claims()->unclassified[Claims::documents]);
  }
}
inline void decisions_stated(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts, [](const Claim& claim) {
    return claim.kind == Claim::Kind::cell && claim.cell >= claims_detail::licensing_cell;
  });
}

/// Whether part/whole, as a percentage, is written as digits / 10^decimals: rounded or cut off. Nothing where that
/// cannot be computed.
inline std::optional<bool> is_share(std::int64_t part, std::int64_t whole, const Claim& claim) {
  std::int64_t scale = 200;  // twice, so that a half is whole
  for (int i = 0; i < claim.decimals; ++i) {
    const auto next = checked_multiply(scale, 10);
    if (!next) {
      return std::nullopt;
    }
    scale = *next;
  }
  const auto doubled = checked_multiply(part, scale);
  if (!doubled || whole <= 0 || part < 0) {
    return std::nullopt;
  }
  const std::int64_t twice = *doubled / whole;  // twice the exact percentage, cut off
  return twice / 2 == claim.value || (twice + 1) / 2 == claim.value;
}

inline void share_stated(const Subject& subject, Verdicts& verdicts) {
  if (subject.claims() == nullptr) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  for (const Claim& claim : *subject.claims()) {
    if (claim.kind != Claim::Kind::share) {
      continue;
    }
    const Quantity part = group(subject, claim.parts);
    const std::array wholes{processed(subject), received(subject, false), received(subject, true)};
    if (part.is_unread || wholes[0].is_unread || wholes[2].is_unread) {
      verdicts.open(OpenReason::unreadable);
      continue;
    }
    if (!wholes[0].any || wholes[0].value <= 0) {
      verdicts.open(OpenReason::all_blank);
      continue;
    }
    bool holds = false, is_open = false;
    for (const Quantity& whole : wholes) {
      for (const std::int64_t number : {part.value, claim.has_number ? claim.number : part.value}) {
        const auto same = is_share(number, whole.value, claim);
        is_open = is_open || (!same && whole.value > 0);
        holds = holds || same.value_or(false);
      }
    }
    if (holds) {
      verdicts.held();
    } else if (is_open) {
      verdicts.open(OpenReason::not_assessable);
    } else {
      Finding& finding = verdicts.violated(std::span(part.cell.data(), part.size));
      finding.cells.push_back(subject.cell_value(wholes[0].cell[0]));
      finding.left = part.value;
      finding.right = wholes[0].value;
      finding.reason = part.name;
      quote(subject, claim, finding);
    }
  }
}

/// "未发生行政复议" and "均维持".
inline void no_cases(const Subject& subject, Verdicts& verdicts) {
  judge_claims(subject, verdicts, is_no_case);
  if (subject.claims() == nullptr) {
    return;
  }
  for (const Claim& claim : *subject.claims()) {
    if (claim.kind != Claim::Kind::upheld_all) {
      continue;
    }
    Quantity total = cases(subject, claim.parts, Claim::Result::total);
    const Quantity upheld = cases(subject, claim.parts, Claim::Result::upheld);
    if (total.is_unread || upheld.is_unread) {
      verdicts.open(OpenReason::unreadable);
    } else if (!total.any || !upheld.any) {
      verdicts.open(OpenReason::all_blank);
    } else if (total.value == upheld.value) {
      verdicts.held();
    } else {
      Quantity others;
      const Report& report = subject.report();
      for (const Cases* block : {&report.review, &report.litigation.direct, &report.litigation.after_review}) {
        for (const Count* count : {&block->corrected, &block->other, &block->pending}) {
          if (count->value_or(0) != 0) {
            others.add(subject, subject.index_of(*count));
          }
        }
      }
      Finding& finding = verdicts.violated(std::span(others.cell.data(), others.size));
      finding.left = 0;
      finding.right = total.value - upheld.value;
      finding.reason = {"维持以外的结果", "results other than upheld"};
      quote(subject, claim, finding);
    }
  }
}

/// Requests given up because a fee was not paid in time need a notice of the fee.
inline void fee_notice(const Subject& subject, Verdicts& verdicts) {
  const Applicants& row = subject.report().requests.outcomes.other_handling.fee_not_paid_in_time;
  const std::string_view text = subject.report().narrative.other_matters;
  Quantity unpaid;
  unpaid.add_row(subject, row);
  if (text.empty() || unpaid.is_unread || !unpaid.any) {
    verdicts.open(unpaid.is_unread ? OpenReason::unreadable : OpenReason::missing_input);
    return;
  }
  for (const std::string_view denial :
       {"未发出收费通知", "没有发出收费通知", "未发收费通知", "未下发收费通知", "未出具收费通知", "无收费通知"}) {
    if (unpaid.value > 0 && text.find(denial) != std::string_view::npos) {
      Finding& finding = verdicts.violated(std::span(unpaid.cell.data(), 1));
      finding.left = unpaid.value;
      finding.detail = denial;
      return;
    }
  }
  verdicts.held();
}

// clang-format off
inline constexpr Label text_against_table{"文中“{detail}”，表中{reason}为{right}，相差{difference}{same}。请核对。", "The text says “{detail}”; in the table {reason} is {right}, a difference of {difference}{same}. Please verify."};

inline constexpr Rule narrative_rules[] = {
  {"narrative.received", Severity::warning, Scope::narrative, Editions::both, Ground::practice,
   {"收到、受理件数即本年新收，或本年新收加上年结转", "What was received: new, or new and carried in"},
   {"文中收到申请的件数与表中一致。", "The requests received agree between text and table."}, text_against_table,
   {"文中收到65件，表中新收62件、上年结转7件。", "65 in the text; 62 new and 7 carried in in the table."}, received_stated},
  {"narrative.processed", Severity::warning, Scope::narrative, Editions::both, Ground::practice,
   {"办结、答复件数即办理结果总计；办理件数也可指收到的件数", "What was completed is the total of results; what was handled may be what was received"},
   {"文中办结申请的件数与表中一致。", "The requests completed agree between text and table."}, text_against_table,
   {"文中办结62件，表中总计69件，62件其实是新收。", "62 completed in the text, 69 in the table; 62 is what was received."}, processed_stated},
  {"narrative.carried", Severity::warning, Scope::narrative, Editions::both, Ground::practice,
   {"结转件数即上年结转，或结转下年度继续办理", "What was carried: in from last year, or out to the next"},
   {"文中结转的件数与表中一致。", "The requests carried over agree between text and table."}, text_against_table,
   {"文中转结下年度5件，表中3件。", "5 carried forward in the text, 3 in the table."}, carried_stated},
  {"narrative.group", Severity::warning, Scope::narrative, Editions::both, Ground::arithmetic,
   {"各类办理结果是表中相应各行之和", "A kind of result is the sum of its rows"},
   {"文中各类办理结果的件数与表中一致。", "The results agree between text and table."}, text_against_table,
   {"文中予以公开及部分公开258件，表中275件。", "258 granted in whole or part in the text, 275 in the table."}, group_stated},
  {"narrative.percent", Severity::info, Scope::narrative, Editions::both, Ground::arithmetic,
   {"百分比按办理结果总计或收到件数计算，四舍五入或截尾均可", "Shares of the results or of what was received, rounded or cut off"},
   {"文中的百分比与表中数字相符。", "The percentages agree with the table."},
   {"文中“{detail}”，与文中的件数和表中的数字都不相符（表中{reason}为{left}，办理结果总计为{right}）。请核对。", "The text says “{detail}”, which agrees with neither its own number nor the table ({reason}: {left} of {right}). Please verify."},
   {"文中占33.9%，表中275除以805是34.16%。", "33.9% in the text; 275 of 805 in the table is 34.16%."}, share_stated},
  {"narrative.requests_none", Severity::warning, Scope::narrative, Editions::both, Ground::arithmetic,
   {"没有收到申请，则本年新收为0", "Where none was received, the number received is 0"},
   {"文中说没有收到申请的，表中新收为0。", "Where the text says that no request was received, the table has 0."},
   {"文中“{detail}”，表中{reason}却是{right}件。", "The text says “{detail}”, but in the table {reason} is {right}."},
   {"文中未收到申请，表中新收3件。", "No request in the text, 3 received in the table."}, no_requests},
  {"narrative.review_none", Severity::warning, Scope::narrative, Editions::both, Ground::arithmetic,
   {"没有发生，则总计为0；均维持，则没有其他结果和未审结的", "None means a total of 0; all upheld means no other result and none pending"},
   {"文中说没有复议、诉讼或均获维持的，表中也是如此。", "Where the text says no case or all upheld, so does the table."},
   {"文中“{detail}”，表中{reason}却是{right}件。", "The text says “{detail}”, but in the table {reason} is {right}."},
   {"文中均获维持，表中尚未审结2件。", "All upheld in the text, 2 pending in the table."}, no_cases},
  {"narrative.review", Severity::warning, Scope::narrative, Editions::both, Ground::arithmetic,
   {"复议、诉讼件数即第四部分的总计，尚未审结的计算在内", "The cases are the totals of section four, pending ones included"},
   {"文中复议、诉讼的件数与表中一致。", "The cases agree between text and table."}, text_against_table,
   {"文中行政复议5件，表中7件。", "5 reviews in the text, 7 in the table."}, cases_stated},
  {"narrative.documents", Severity::warning, Scope::narrative, Editions::form_2021, Ground::arithmetic,
   {"制发、废止、现行有效三列", "The columns issued, repealed and in force"},
   {"文中规章、规范性文件的件数与表中一致。", "The rules and normative documents agree between text and table."}, text_against_table,
   {"文中制定0件，表中4件。", "0 issued in the text, 4 in the table."}, documents_stated},
  {"narrative.decisions", Severity::warning, Scope::narrative, Editions::form_2021, Ground::arithmetic,
   {"处理决定数量、收费金额各列", "The columns of decisions and fees"},
   {"文中许可、处罚、强制的决定数和收费金额与表中一致。", "Licences, penalties, compulsion and fees agree between text and table."}, text_against_table,
   {"文中行政许可决定97件，表中79件。", "97 licensing decisions in the text, 79 in the table."}, decisions_stated},
  {"narrative.fee_notice", Severity::warning, Scope::narrative, Editions::form_2021, Ground::definition,
   {"格式第三部分（六）2：逾期未按收费通知要求缴纳费用", "Row 3(6)2 of the form: the fee was not paid as the notice required"},
   {"有因逾期未缴费不再处理的申请，就发出过收费通知。", "Where requests were given up for an unpaid fee, a notice of it was sent."},
   {"表中因逾期未缴费不再处理的申请有{left}件，第六部分却说“{detail}”。请核对。", "Requests given up for an unpaid fee: {left}, but section six says “{detail}”. Please verify."},
   {"逾期未缴费2件，第六部分写未发出收费通知。", "2 given up for an unpaid fee, no notice sent in section six."}, fee_notice},
};
// clang-format on

}  // namespace gongkai::rules
