// The rules between two years of the same body: what last year's report carries over, and what it may not lend.
#pragma once

#include "gongkai/compare/similarity.hpp"
#include "gongkai/rules/alike.hpp"
#include "gongkai/rules/disclosure.hpp"
#include "gongkai/rules/prose.hpp"
#include "gongkai/rules/stated.hpp"

namespace gongkai::rules {

inline const Subject& last_year(const Subject& subject) {
  return *subject.others()->previous;
}
/// Both reports name their body, and not by the same name: it may have been merged, split or renamed.
inline bool is_renamed(const Subject& subject) {
  return !is_same_name(subject.report().about.authority, last_year(subject).report().about.authority);
}

/// The words by which the report says that duties came to the body or went from it; empty where it does not.
inline std::string_view moved_duties(const Subject& subject) {
  std::string_view found;
  for_each_text(subject, [&](std::string_view text) {
    for (const std::string_view words :
         {"职能划转", "职责划转", "职能划入",     "职责划入", "职能划出", "职责划出", "职能移交", "职责移交",
          "职能整合", "职责整合", "职能调整",     "职责调整", "机构改革", "机构调整", "整合组建", "合并组建",
          "合并设立", "撤并",     "行政区划调整", "划转至",   "划转到",   "划入我",   "划归"}) {
      found = found.empty() && contains(text, words) ? words : found;
    }
  });
  return found;
}
/// A number that moved with the duties is worth a look, no more.
inline void excuse_moved_duties(const Subject& subject, Finding* finding) {
  const std::string_view words = finding == nullptr ? std::string_view() : moved_duties(subject);
  if (words.empty()) {
    return;
  }
  finding->severity = Severity::info;
  finding->detail = words;
  finding->reason = {"文中提到“{detail}”，如由此引起，无需修改。",
                     " The text speaks of “{detail}”; nothing to correct if that is why."};
}

/// The report given as last year's is another body's: nothing in it can be compared.
inline void other_body(const Subject& subject, Verdicts& verdicts) {
  const std::string& old_name = last_year(subject).report().about.authority;
  if (subject.report().about.authority.empty() || old_name.empty()) {
    verdicts.open(OpenReason::missing_input);
  } else if (subject.others()->is_of_other_body(subject.report().about)) {
    verdicts.violated().detail = old_name;
  } else {
    verdicts.held();
  }
}
/// The cells that mean the same in both reports.
inline CellSet common_cells(const Subject& a, const Subject& b) {
  return a.in_edition() & b.in_edition();
}

inline Finding* judge_carry(const Subject& subject, Verdicts& verdicts, const Count& carried_in,
                            const Count& carried_out) {
  const Subject& last = last_year(subject);
  const std::size_t in = subject.index_of(carried_in), out = last.index_of(carried_out);
  Finding* finding = judge_equal(verdicts, stated(subject, in), stated(last, out), std::array{in});
  if (finding != nullptr) {
    compare(*finding, last, out);
  }
  return finding;
}

inline void carry(const Subject& subject, Verdicts& verdicts) {
  Finding* finding = judge_carry(subject, verdicts, subject.report().requests.carried_in.total,
                                 last_year(subject).report().requests.carried_out.total);
  if (finding != nullptr && is_renamed(subject)) {
    finding->severity = std::min(finding->severity, Severity::warning);
    finding->reason = {"两年的机关名称不同，如因机构改革，请说明。",
                       " The bodies' names differ: explain if the body was merged, split or renamed."};
  }
  excuse_moved_duties(subject, finding);
}

inline void carry_by_column(const Subject& subject, Verdicts& verdicts) {
  const Applicants &in = subject.report().requests.carried_in, &out = last_year(subject).report().requests.carried_out;
  reflect::for_each_member<Applicants>([&](auto member, auto) {
    if (&(in.*member.pointer) != &in.total) {
      excuse_moved_duties(subject, judge_carry(subject, verdicts, in.*member.pointer, out.*member.pointer));
    }
  });
}

/// Judges a relation between this year's cells and cells of last year; open where one of them has no number.
template <class Relation, std::size_t mine, std::size_t theirs>
Finding* judge_across(const Subject& subject, Verdicts& verdicts, Relation relation,
                      const std::array<const Count*, mine>& now, const std::array<const Count*, theirs>& before) {
  const Subject& last = last_year(subject);
  std::array<std::size_t, mine> indexes{};
  bool is_blank = false, is_unread = false;
  const auto look = [&](const Subject& of, const Count& cell) {
    is_blank = is_blank || cell.is_blank();
    is_unread = is_unread || of.unread().has(of.index_of(cell));
  };
  for (std::size_t i = 0; i < mine; ++i) {
    indexes[i] = subject.index_of(*now[i]);
    look(subject, *now[i]);
  }
  for (const Count* cell : before) {
    look(last, *cell);
  }
  if (is_blank) {
    verdicts.open(is_unread ? OpenReason::unreadable : OpenReason::all_blank);
    return nullptr;
  }
  const Comparison comparison = relation();
  if (comparison.holds) {
    verdicts.held();
    return nullptr;
  }
  Finding& finding = verdicts.violated(indexes);
  finding.left = comparison.left;
  finding.right = comparison.right;
  for (const Count* cell : before) {
    compare(finding, last, last.index_of(*cell));
  }
  return &finding;
}

constexpr Comparison equal(std::int64_t left, std::int64_t right) {
  return {left == right, left, right};
}

/// Whether the report before is in this edition; where it is not, `instances` of a rule stay open.
inline bool last_year_is(Edition edition, const Subject& subject, Verdicts& verdicts, std::size_t instances) {
  if (last_year(subject).edition() == edition) {
    return true;
  }
  verdicts.open(OpenReason::not_comparable, instances);
  return false;
}

/// How many documents the text says lapsed without being among those repealed.
inline std::int64_t lapsed_of(const Subject& subject, std::size_t in_force, std::int64_t repealed) {
  std::int64_t sum = 0;
  if (subject.claims() != nullptr) {
    for (const Claim& claim : *subject.claims()) {
      if (claim.kind == Claim::Kind::lapsed && claim.cell == in_force) {
        sum += claim.is_part ? std::max<std::int64_t>(claim.value - repealed, 0) : claim.value;
      }
    }
  }
  return sum;
}

inline void in_force_roll(const Subject& subject, Verdicts& verdicts) {
  if (!last_year_is(Edition::form_2021, subject, verdicts, 2)) {
    return;
  }
  const Disclosure &table = subject.report().disclosure, &last = last_year(subject).report().disclosure;
  for (const auto row : {&Disclosure::government_rules, &Disclosure::normative_documents}) {
    const Documents &now = table.*row, &before = last.*row;
    Finding* finding = judge_across(
        subject, verdicts,
        [&] {
          const std::int64_t rolled = before.in_force.raw() + now.issued.raw() - now.repealed.raw();
          const std::int64_t lapsed = lapsed_of(subject, subject.index_of(now.in_force), now.repealed.raw());
          return now.in_force.raw() == rolled - lapsed ? equal(rolled, rolled) : equal(now.in_force.raw(), rolled);
        },
        std::array{&now.in_force, &now.issued, &now.repealed}, std::array{&before.in_force});
    excuse_moved_duties(subject, finding);
  }
}

inline void items_roll(const Subject& subject, Verdicts& verdicts) {
  if (!last_year_is(Edition::form_2019, subject, verdicts, 5)) {
    return;
  }
  const Disclosure &table = subject.report().disclosure, &last = last_year(subject).report().disclosure;
  const auto judge = [&](const auto& now, const auto& before) {
    Finding* finding = judge_across(
        subject, verdicts,
        [&] { return equal(now.items_prior_year.raw(), before.items_prior_year.raw() + before.items_change.raw()); },
        std::array{&now.items_prior_year}, std::array{&before.items_prior_year, &before.items_change});
    excuse_moved_duties(subject, finding);
  };
  for (const auto row :
       {&Disclosure::licensing, &Disclosure::other_services, &Disclosure::penalties, &Disclosure::compulsion}) {
    judge(table.*row, last.*row);
  }
  judge(table.fees, last.fees);
}

inline void edition_bridge(const Subject& subject, Verdicts& verdicts) {
  if (last_year(subject).edition() != Edition::form_2019) {
    return;  // no change of form between the two
  }
  const Disclosure &table = subject.report().disclosure, &last = last_year(subject).report().disclosure;
  for (const auto row : {&Disclosure::government_rules, &Disclosure::normative_documents}) {
    const Documents &now = table.*row, &before = last.*row;
    judge_across(
        subject, verdicts,
        [&] { return equal(now.in_force.raw() - now.issued.raw() + now.repealed.raw(), before.total_disclosed.raw()); },
        std::array{&now.in_force, &now.issued, &now.repealed}, std::array{&before.total_disclosed});
  }
}

inline void pending_resolved(const Subject& subject, Verdicts& verdicts) {
  const Report &report = subject.report(), &last = last_year(subject).report();
  const auto judge = [&](const Cases& now, const Cases& before) {
    judge_across(
        subject, verdicts,
        [&] {
          return Comparison{before.pending.raw() <= now.total.raw(), before.pending.raw(), now.total.raw()};
        },
        std::array{&now.total}, std::array{&before.pending});
  };
  judge(report.review, last.review);
  judge(report.litigation.direct, last.litigation.direct);
  judge(report.litigation.after_review, last.litigation.after_review);
}

/// A suit after review follows a review, of this year or the last; one that was pending last year may be older.
inline void suit_without_review(const Subject& subject, Verdicts& verdicts) {
  const Report &report = subject.report(), &last = last_year(subject).report();
  judge_across(
      subject, verdicts,
      [&] {
        const bool has_ground = report.review.total.raw() > 0 || last.review.total.raw() > 0 ||
                                last.litigation.after_review.total.raw() > 0;
        const std::int64_t suits = report.litigation.after_review.total.raw();
        return Comparison{suits <= 0 || has_ground, suits, 0};
      },
      std::array{&report.litigation.after_review.total, &report.review.total},
      std::array{&last.review.total, &last.litigation.after_review.total});
}

// ---- Too much alike ----

/// The sections that are text, one after the other.
inline std::string narrative_of(const Report& report) {
  const Narrative& narrative = report.narrative;
  return narrative.overview + '\n' + narrative.problems_and_improvements + '\n' + narrative.other_matters;
}

inline void text_similarity(const Subject& subject, Verdicts& verdicts) {
  constexpr std::size_t too_short = 50;  // a few set phrases are no copy
  const std::string text = narrative_of(subject.report());
  const Similarity found = similarity(text, narrative_of(last_year(subject).report()));
  const int threshold = subject.similarity_threshold();
  if (found.characters < too_short) {
    verdicts.open(OpenReason::missing_input);
  } else if (found.percent() <= threshold) {
    verdicts.held();
  } else {
    Finding& finding = verdicts.violated();
    finding.left = found.percent();
    finding.right = threshold;
    finding.detail = quote_passages(text, found.passages);
  }
}

inline void identical_tables(const Subject& subject, Verdicts& verdicts) {
  constexpr std::size_t too_few = 10;  // a body with one request may well repeat its few numbers
  const Subject& last = last_year(subject);
  std::size_t filled = 0;
  bool differ = false;
  common_cells(subject, last).for_each([&](std::size_t cell) {
    const std::int64_t now = subject.value(cell).value_or(0), before = last.value(cell).value_or(0);
    filled += now != 0;
    differ = differ || now != before;
  });
  if (differ) {
    verdicts.held();
  } else if (filled >= too_few) {
    verdicts.violated().left = static_cast<std::int64_t>(filled);
  }
}

/// Whether one of two numbers is more than five times the other; small ones vary at will.
inline bool is_spike(std::int64_t now, std::int64_t before, bool is_money) {
  const std::int64_t floor = is_money ? 20 * 1'000'000 : 20;  // 20 万元 in 分
  const std::int64_t more = std::max(now, before), less = std::min(now, before);
  return less >= 0 && more >= floor && more > 5 * less;
}

/// One finding for each row with a spike, about its total where that is one.
inline void spike(const Subject& subject, Verdicts& verdicts) {
  const Subject& last = last_year(subject);
  const CellSet common = (common_cells(subject, last) - signed_cells) - subject.blank() - last.blank();
  for (const CellSet& row : row_sets) {
    const CellSet comparable = row & common;
    if (comparable.empty()) {
      continue;
    }
    std::size_t found = cell_count;
    comparable.for_each([&](std::size_t cell) {
      const bool is_it = is_spike(*subject.value(cell), *last.value(cell), cells[cell].is_money);
      found = is_it && (found == cell_count || cells[cell].column_info().name == "total") ? cell : found;
    });
    if (found == cell_count) {
      verdicts.held();
      continue;
    }
    Finding& finding = verdicts.violated(std::array{found});
    finding.left = subject.value(found);
    finding.right = last.value(found);
    compare(finding, last, found);
    const std::int64_t less = std::min(*finding.left, *finding.right);
    const bool is_unit = cells[found].is_money && less != 0 && std::max(*finding.left, *finding.right) / 1000 >= less;
    finding.reason = less == 0
                         ? Label{"，两年中有一年为0，请核实。", ": nothing in one of the two years. Please verify."}
                     : is_unit ? Label{"，相差千倍以上，可能把元与万元混淆了，请核实。",
                                       ", a thousand times apart. Perhaps yuan and 万元 were confused."}
                               : Label{"，相差5倍以上，请核实。", ", more than five times apart. Please verify."};
    if (const std::string_view words = moved_duties(subject); !words.empty() && !is_unit) {
      finding.detail = words;
      finding.reason = {"，相差较大；文中提到“{detail}”，如由此引起，无需修改。",
                        ", far apart; the text speaks of “{detail}”, and nothing is to be corrected if that is why."};
    }
  }
}

// clang-format off
inline constexpr Label carried_stock{"同一批申请：上年12月31日尚未办结的，就是本年结转的", "The same requests: what was open on 31 December is what this year began with"};

inline constexpr Rule years_rules[] = {
  {"years.other_body", Severity::warning, Scope::years, Editions::both, Ground::definition,
   {"上年报告是同一机关的报告", "Last year's report is that of the same body"},
   {"用来对照的上年报告是本机关的报告。", "The report given as last year's is of the same body."},
   {"给出的上年报告是“{detail}”的，不是本机关的，没有作跨年比较。", "The report given as last year's is that of {detail}, another body; the years were not compared."},
   {"临江县的报告与海口区教育局的上年报告对照。", "A county's report beside another district's of the year before."}, other_body},
  {"years.carry", Severity::error, Scope::years, Editions::both, Ground::definition, carried_stock,
   {"本年“上年结转”的总计等于上年报告“结转下年度继续办理”的总计。2020年报告与2021年报告之间格式改变，也是如此。", "What was carried in this year equals what last year's report carried forward; the change of form from 2020 to 2021 makes no difference."},
   {"本年“上年结转”的总计是{left}，上年报告“结转下年度继续办理”的总计是{right}，相差{difference}。{reason}", "Carried in this year: {left}; carried forward in last year's report: {right}; they differ by {difference}.{reason}"},
   {"上年结转下年度121件，本年上年结转应为121件。", "Last year carried forward 121, so this year carries in 121."}, carry},
  {"years.carry_by_column", Severity::warning, Scope::years, Editions::both, Ground::definition, carried_stock,
   {"每类申请人：本年“上年结转”等于上年报告“结转下年度继续办理”。改归类别的，请说明。", "For each kind of applicant what is carried in equals what last year's report carried forward. Explain reclassification."},
   {"“{column}”列：本年“上年结转”是{left}，上年报告“结转下年度继续办理”是{right}，相差{difference}。{reason}", "Column {column}: carried in {left}, carried forward last year {right}; they differ by {difference}.{reason}"},
   {"上年自然人结转下年度90件，本年自然人上年结转填了89件。", "Last year 90 natural persons carried forward, this year 89 carried in."}, carry_by_column},
  {"years.in_force_roll", Severity::warning, Scope::years, Editions::form_2021, Ground::definition,
   {"三列的含义", "The meaning of the columns"},
   {"现行有效件数＝上年报告的现行有效件数＋本年制发件数－本年废止件数。因失效、清理、机构调整不相等的，请说明。", "In force = in force in last year's report + issued - repealed. Explain lapses, clean-ups and reorganizations."},
   {"“{row}”：本年现行有效{left}件，而上年现行有效加本年制发减本年废止是{right}件，相差{difference}件。如有宣布失效、清理等情况，请说明。{reason}", "{row}: {left} in force, but last year's in force plus issued less repealed is {right}; they differ by {difference}. Explain if documents lapsed or were cleaned up.{reason}"},
   {"上年597件，本年制发50件、废止227件，现行有效420件：597＋50－227＝420。", "597 last year, 50 issued, 227 repealed, 420 in force: 597 + 50 - 227 = 420."}, in_force_roll},
  {"years.items_roll", Severity::warning, Scope::years, Editions::form_2019, Ground::definition,
   {"“上一年项目数量”“本年增/减”的含义", "The meaning of the columns"},
   {"上一年项目数量＝上年报告的上一年项目数量＋上年报告的本年增/减。", "Entries last year = last year's report's entries of the year before + its change."},
   {"“{row}”：上一年项目数量填的是{left}，而上年报告的项目数量加增/减是{right}，相差{difference}。如因目录重新清理，请说明。{reason}", "{row}: {left} entries last year, but last year's report adds up to {right}; they differ by {difference}. Explain if the catalogue was revised.{reason}"},
   {"2019年报告为40项、+3，2020年报告的上一年项目数量应为43项。", "40 and +3 in the report for 2019: 43 in the report for 2020."}, items_roll},
  {"years.edition_bridge", Severity::info, Scope::years, Editions::form_2021, Ground::practice,
   {"2021年版改变了“规章、规范性文件”三列的含义：由对外公开数量改为现行有效数量", "The 2021 form changed the meaning of the three columns from disclosed to in force"},
   {"2020年报告的对外公开总数量与2021年报告推算的年初现行有效件数含义不同，仅供对照。2019年版的收费项目数与2021年版的收费金额没有关系，不作比较。", "The total disclosed in 2020 and the number in force at the start of 2021 are different things, shown side by side. Fee items (2019 form) and fees collected (2021 form) are not compared."},
   {"“{row}”：本年推算的年初现行有效是{left}件，上年报告的对外公开总数量是{right}件。两者含义不同，仅供对照。", "{row}: {left} in force at the start of the year by this report, {right} disclosed in total by last year's. The two differ in meaning; for comparison only."},
   {"2020年对外公开总数量120件，2021年推算年初现行有效118件。", "120 disclosed in total in 2020, 118 in force at the start of 2021."}, edition_bridge},
  {"years.pending_resolved", Severity::info, Scope::years, Editions::both, Ground::practice,
   {"上年尚未审结的案件一般在本年审结或继续在审；各地按立案年还是审结年统计不一", "Cases pending last year are normally decided or still pending this year; practice differs in which year counts them"},
   {"上年“尚未审结”的件数不大于本年的总计。", "Cases pending last year are at most this year's total."},
   {"“{row}”：上年尚未审结{left}件，本年总计只有{right}件，请核实上年未结案件是否计入。", "{row}: {left} pending last year but only {right} in total this year. Check that last year's pending cases were counted."},
   {"上年复议尚未审结15件，本年复议总计3件。", "15 reviews pending last year, 3 in total this year."}, pending_resolved},
  {"years.suit_without_review", Severity::info, Scope::years, Editions::both, Ground::definition,
   {"栏目的含义：先经行政复议、再提起诉讼", "The meaning of the column: suits after a review"},
   {"有复议后起诉的案件，本年或上年就有行政复议。", "Where there are suits after review there was a review this year or last."},
   {"“复议后起诉”{left}件，而本年和上年都没有行政复议，请核实分类。", "Suits after review: {left}, but no review this year or last. Please verify."},
   {"复议后起诉1件，两年的行政复议总计都是0。", "1 suit after review, no review in two years."}, suit_without_review},
  {"years.text_similarity", Severity::warning, Scope::years, Editions::both, Ground::practice,
   {"国办公开办函〔2021〕30号：内容雷同、敷衍应付的报告予以追究；有的地方评分规定与上年重复过半扣分", "国办公开办函〔2021〕30号 on look-alike reports; some scorers deduct for over half the text being last year's"},
   {"文字部分与上年报告相同的不超过一半（门槛可调）。相同：连续10字以上与上年逐字一致，数字、空格和标点不计。", "No more than half of the text (the threshold is an option) stands in last year's report: passages of 10 or more characters, word for word, digits, spaces and marks put aside."},
   {"文字有{left}%与上年报告相同（超过{right}%），例如：{detail}。", "{left}% of the text stands in last year's report (more than {right}%), such as {detail}."},
   {"总体情况只改了数字，其余照抄上年。", "Section one is last year's with new numbers."}, text_similarity},
  {"years.identical_tables", Severity::warning, Scope::years, Editions::both, Ground::practice,
   {"曾有机关连续三年公布同样的数据", "Some bodies have published the same figures for years"},
   {"表中的数（不是0的有10格以上时）不会与上年全部相同。", "The figures, where 10 or more are not 0, are not all those of last year."},
   {"两年表中都有的栏目全部相同，其中{left}格不是0，请核实是否误用了上年的表格。", "All cells of the two tables are the same, {left} of them not 0. Perhaps last year's tables were used."},
   {"2024年报告的三张表与2023年报告完全一样。", "The three tables for 2024 are those for 2023."}, identical_tables},
  {"years.spike", Severity::info, Scope::years, Editions::both, Ground::practice,
   {"通行的核对做法", "A check in common use"},
   {"一格的数与上年相差5倍以上（较大的一个不小于20，金额不小于20万元）时，请核实。", "A number more than five times, or less than a fifth of, last year's is worth a look (where the larger is at least 20, or 200,000 yuan)."},
   {"“{cell}”：本年{left}，上年{right}{reason}", "{cell}: {left} this year, {right} last year{reason}"},
   {"上年行政处罚12件，本年填120件。", "12 penalties last year, 120 this year."}, spike},
};
// clang-format on

}  // namespace gongkai::rules
