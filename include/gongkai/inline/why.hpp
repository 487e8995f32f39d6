// The bodies of why.hpp.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/inline/linkage.hpp"
#include "gongkai/rules/equations.hpp"
#include "gongkai/why.hpp"

namespace gongkai {

GONGKAI_INLINE std::string suggestion(const Suspect& suspect, Language language) {
  const bool zh = language == Language::zh;
  if (suspect.is_exact()) {
    return std::to_string(suspect.low);
  }
  if (suspect.high == Count::limit) {
    return fmt::format(fmt::runtime(zh ? "不小于{}的数" : "{} or more"), suspect.low);
  }
  return fmt::format(fmt::runtime(zh ? "{}到{}之间的数" : "from {} to {}"), suspect.low, suspect.high);
}

GONGKAI_INLINE std::string message(const Suspect& suspect, const About& about, Language language) {
  const bool zh = language == Language::zh;
  const auto name_of = [&](std::size_t cell) { return cell_name(cells[cell], about.edition, language); };
  const std::string what = suspect.value
                               ? fmt::format(fmt::runtime(zh ? "填的是{}，改成{}才对得上" : "is {}, and {} would fit"),
                                             *suspect.value, suggestion(suspect, language))
                               : fmt::format(fmt::runtime(zh ? "没有填，填{}才对得上" : "is blank, and {} would fit"),
                                             suggestion(suspect, language));
  std::string text = fmt::format(fmt::runtime(zh ? "“{}”{}" : "{} {}"), name_of(suspect.cell), what);
  if (suspect.slip != Slip::unexplained && suspect.slip != Slip::omitted) {
    const std::string slip = fmt::format(fmt::runtime(in(describe(suspect.slip), language)),
                                         suspect.other < 0 ? "" : name_of(static_cast<std::size_t>(suspect.other)));
    text += fmt::format(fmt::runtime(zh ? "，像是{}" : " ({})"), slip);
  }
  for (const Witness& witness : suspect.witnesses) {
    text += fmt::format(fmt::runtime(zh ? "；{}也是{}" : "; {} says {} too"), in(describe(witness.kind), language),
                        witness.value);
  }
  text += zh ? "。" : ".";
  if (suspect.place.is_known()) {
    text += fmt::format(fmt::runtime(zh ? "（{}）" : " ({})"), place_text(suspect.place, language));
  }
  return text;
}
namespace why_detail {

/// The part of the form that the fault is in.
inline std::string place_of(const Fault& fault, const About& about, Language language) {
  const CellInfo& first = cells[fault.cells.first()];
  bool is_row = true;
  fault.cells.for_each([&](std::size_t cell) { is_row = is_row && cells[cell].row == first.row; });
  return is_row ? row_name(first, about.edition, language)
                : std::string(in(sections[static_cast<std::size_t>(first.table_info().section) - 1].heading, language));
}

inline std::string outcome(const Fault& fault, Language language) {
  const bool zh = language == Language::zh;
  const auto say = [](std::string_view format, const auto&... values) {
    return fmt::format(fmt::runtime(format), values...);
  };
  if (fault.answers.empty()) {
    return say(zh ? "至少有{}格不对，多到单凭各项关系指不出是哪几格，请对照台账逐格核对。"
                  : "At least {} cells are wrong, too many for the sums to tell which; compare them with the records.",
               fault.least);
  }
  if (!fault.is_complete) {
    return say(
        zh ? "最少要改{}格才能全部对上。改法没有找完，已找到的有{}种，单凭表内的数不能断定是哪一种："
           : "At least {} cells must change. The search was cut short; answers found: {}. The tables alone do not "
             "tell which is right:",
        fault.least, fault.answers.size());
  }
  if (fault.answers.size() == 1) {
    return say(zh ? "最少要改{}格才能全部对上，这样的改法只有一种："
                  : "At least {} must change for everything to add up, and there is one such answer:",
               zh                 ? std::to_string(fault.least)
               : fault.least == 1 ? "one cell"
                                  : fmt::format("{} cells", fault.least));
  }
  return say(
      zh ? "最少要改{}格才能全部对上，这样的改法有{}种，单凭表内的数不能断定是哪一种："
         : "At least {} must change for everything to add up. Equally small answers: {}; the tables alone do not "
           "tell which is right:",
      zh                 ? std::to_string(fault.least)
      : fault.least == 1 ? "one cell"
                         : fmt::format("{} cells", fault.least),
      fault.answers.size());
}

/// The answer as lines; a shifted row is told as what it is.
inline void tell(const Answer& answer, std::string_view mark, const About& about, Language language,
                 std::vector<std::string>& lines) {
  const bool zh = language == Language::zh;
  std::string indent(2 + mark.size(), ' ');
  std::string lead = fmt::format("  {}", mark);
  if (answer.suspects.front().slip == Slip::row_shifted) {
    lines.push_back(fmt::format(fmt::runtime(zh ? "{}“{}”行像是整行错开了一列，挪回去就全部对上："
                                                : "{}Row {} seems to stand one column aside; moved back, all adds up:"),
                                lead, row_name(cells[answer.suspects.front().cell], about.edition, language)));
    for (const Suspect& suspect : answer.suspects) {
      const std::string written = suspect.value ? std::to_string(*suspect.value) : std::string(zh ? "空白" : "blank");
      lines.push_back(fmt::format(fmt::runtime(zh ? "{}{}列：{}→{}" : "{}{}: {} → {}"), indent,
                                  column_name(cells[suspect.cell], about.edition, language), written,
                                  suggestion(suspect, language)));
    }
    return;
  }
  for (const Suspect& suspect : answer.suspects) {
    lines.push_back(lead + message(suspect, about, language));
    lead = indent;
  }
}

constexpr std::size_t most_named = 4;  // cells or equations of one kind, in a line

/// The row or column that an equation is about.
inline std::string title(const Equation& equation, const About& about, Language language) {
  const bool zh = language == Language::zh, is_row = equation.kind == Equation::Kind::row;
  const CellInfo& cell = cells[equation.right().front()];
  return fmt::format(fmt::runtime(zh ? "“{}”{}" : "{1} {0}"),
                     is_row ? row_name(cell, about.edition, language) : column_name(cell, about.edition, language),
                     is_row ? (zh ? "行" : "row") : (zh ? "列" : "column"));
}

/// What an equation says, in words.
inline std::string statement(const Equation& equation, const About& about, Language language) {
  constexpr Label relations[] = {
      {"各项相加＝总计", "the parts add up to the total"},
      {"各项办理结果相加＝（七）总计", "the outcomes add up to row (7)"},
      {"本年新收＋上年结转＝办理结果总计＋结转下年度", "received + carried in = outcomes + carried forward"}};
  return fmt::format(fmt::runtime(language == Language::zh ? "{}：{}" : "{}: {}"), title(equation, about, language),
                     in(relations[static_cast<std::size_t>(equation.kind)], language));
}

/// The cells of a set by their names; where there are many, the first of them and how many there are.
inline std::string names_of(const CellSet& set, const About& about, Language language) {
  const bool zh = language == Language::zh;
  std::string names;
  std::size_t named = 0;
  set.for_each([&](std::size_t cell) {
    if (named++ < most_named) {
      names += (names.empty() ? "" : zh ? "、" : "; ") + cell_name(cells[cell], about.edition, language);
    }
  });
  return named <= most_named ? names
                             : fmt::format(fmt::runtime(zh ? "{}等{}格" : "{} and others, {} cells"), names, named);
}

/// An equation that cannot be decided, and why: the cells that are blank or unread.
inline std::string open_line(const Subject& subject, std::size_t index, Language language) {
  const bool zh = language == Language::zh;
  const About& about = subject.report().about;
  const CellSet missing = equation_sets[index] & subject.missing(), unread = missing & subject.unread(),
                blank = missing - unread;
  std::string line = "  " + statement(equations[index], about, language);
  if (!blank.empty()) {
    line += (zh ? "；空白：" : "; blank: ") + names_of(blank, about, language);
  }
  if (!unread.empty()) {
    line += (zh ? "；未读出：" : "; not read: ") + names_of(unread, about, language);
  }
  return line;
}

}  // namespace why_detail

GONGKAI_INLINE std::vector<std::string> story(const Fault& fault, const About& about, Language language,
                                              std::size_t most) {
  using namespace why_detail;
  const bool zh = language == Language::zh;
  std::vector<std::string> lines{
      fmt::format(fmt::runtime(zh ? "{}：{}" : "{}: {}"), place_of(fault, about, language), outcome(fault, language))};
  const std::size_t told = std::min(most, fault.answers.size());
  for (std::size_t i = 0; i < told; ++i) {
    const std::string mark = fault.answers.size() == 1 ? "" : fmt::format("{}. ", i + 1);
    tell(fault.answers[i], mark, about, language, lines);
  }
  if (told < fault.answers.size()) {
    lines.push_back(fmt::format(fmt::runtime(zh ? "  另有{}种，这里从略。" : "  Not shown: {} more."),
                                fault.answers.size() - told));
  }
  for (const Answer& shift : fault.shifts) {
    lines.emplace_back(zh ? "还有一种可能：" : "Another possibility:");
    tell(shift, "", about, language, lines);
  }
  return lines;
}

GONGKAI_INLINE std::vector<std::string> open_story(const Dossier& dossier, BlankPolicy blanks, Language language,
                                                   std::size_t most) {
  using namespace why_detail;
  const bool zh = language == Language::zh;
  const Subject subject(dossier, blanks);
  const About& about = dossier.report->about;
  std::vector<std::string> lines;
  std::string all_blank;  // the first equations in which nothing is filled in
  std::size_t open = 0, blanks_alone = 0;
  for (std::size_t i = 0; i < equations.size(); ++i) {
    Coverage coverage;
    std::vector<Finding> findings;
    Verdicts verdicts({}, Severity::info, subject, coverage, findings);
    rules::judge(subject, i, verdicts);
    open += coverage.open_total();
    if (coverage.open[static_cast<std::size_t>(OpenReason::all_blank)] != 0) {
      if (blanks_alone++ < most_named) {
        all_blank += (all_blank.empty() ? "" : zh ? "、" : "; ") + title(equations[i], about, language);
      }
    } else if (coverage.open_total() != 0) {
      lines.push_back(open_line(subject, i, language));
    }
  }
  if (lines.size() > most) {
    const std::size_t rest = lines.size() - most;
    lines.resize(most);
    lines.push_back(fmt::format(fmt::runtime(zh ? "  另有{}条，这里从略。" : "  Not shown: {} more."), rest));
  }
  if (blanks_alone != 0) {
    all_blank += blanks_alone <= most_named ? "" : zh ? "等" : " and others";
    lines.push_back(fmt::format(fmt::runtime(zh ? "  其中{}条的各格全部空白：{}" : "  Nothing is filled in for {}: {}"),
                                blanks_alone, all_blank));
  }
  if (open != 0) {
    lines.insert(lines.begin(),
                 fmt::format(fmt::runtime(zh ? "有{}条关系不能断定：" : "Equations that cannot be decided: {}"), open));
  }
  return lines;
}

}  // namespace gongkai
