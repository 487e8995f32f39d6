// The rules of text against table: every claim of the prose is compared with the numbers that it may mean.
#pragma once

#include <algorithm>
#include <vector>

#include "gongkai/claims/claims.hpp"
#include "gongkai/rule.hpp"
#include "gongkai/rules/quantity.hpp"

namespace gongkai::rules {

/// Where the words quoted begin so that they stand once in the text: at the claim, or else at its clause.
inline std::size_t quote_begin(std::string_view text, const Claim& claim) {
  constexpr std::size_t around = 20'000;  // bytes on either side in which the words must be the only ones
  const std::size_t from = claim.begin > around ? claim.begin - around : 0;
  const std::string_view surroundings = text.substr(from, claim.end - from + around);
  const std::string_view words = text.substr(claim.begin, claim.end - claim.begin);
  const std::size_t first = surroundings.find(words);
  if (from + first == claim.begin && surroundings.find(words, first + 1) == std::string_view::npos) {
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
    if (&other == &claim || (!is_same && !is_of_same)) {
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
    if (claim.kind == Claim::Kind::cell && subject.inferred().has(claim.cell)) {  // by such claims
      verdicts.open(OpenReason::inferred);
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
    if (wholes[0].value <= 0) {
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
      std::vector<std::size_t> others;
      for (const auto result : {Claim::Result::corrected, Claim::Result::other, Claim::Result::pending}) {
        const Quantity cells_of_result = cases(subject, claim.parts, result);
        for (const std::size_t cell : std::span(cells_of_result.cell.data(), cells_of_result.size)) {
          if (subject.value(cell).value_or(0) != 0) {
            others.push_back(cell);
          }
        }
      }
      std::sort(others.begin(), others.end());  // as they stand in the form
      Finding& finding = verdicts.violated(others);
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
