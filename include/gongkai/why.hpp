// A localisation in words: where the faults of a report may lie, told so that a clerk can follow, in both languages.
//
// Behind this door: localize/, through localize.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gongkai/localize.hpp"
#include "gongkai/message.hpp"

namespace gongkai {

/// The kind of slip; {} stands for the second cell that it involves.
constexpr Label describe(Slip slip) {
  constexpr Label labels[] = {
      {"整行错开了一列", "the whole row stands one column aside"},
      {"与“{}”的数互换了", "exchanged with {}"},
      {"随“{}”一起算错", "added up with the wrong {}"},
      {"相邻两位数字写颠倒", "two digits transposed"},
      {"一位数字多写了一遍", "a digit typed twice"},
      {"漏写一位数字", "a digit left out"},
      {"一位数字写错", "one digit wrong"},
      {"多写了负号", "a minus too many"},
      {"多写一位数字", "a digit too many"},
      {"这个数写到了旁边的“{}”", "the number stands in the next cell, {}"},
      {"抄成了旁边“{}”的数", "copied from the next cell, {}"},
      {"一个数分写在这一格和“{}”", "one number split between this cell and {}"},
      {"单位写错（元与万元）", "the wrong unit (元 or 万元)"},
      {"漏填", "left out"},
      {"合计没有随各项更新", "a total that was not updated"},
      {"看不出是哪一种笔误", "no slip that we know"},
  };
  return labels[static_cast<std::size_t>(slip)];
}

constexpr Label describe(WitnessKind kind) {
  constexpr Label labels[] = {{"报告正文", "the text of the report"},
                              {"上一年度报告", "last year's report"},
                              {"下级各单位之和", "the sum over subordinate bodies"}};
  return labels[static_cast<std::size_t>(kind)];
}

/// What the cell may hold instead, in words.
std::string suggestion(const Suspect& suspect, Language language);

/// One suspect in one line: the cell, its value, the value that fits, the kind of slip, what else agrees, and where.
std::string message(const Suspect& suspect, const About& about, Language language);

/// A fault as lines of text: what part of the form it is in, how many cells must change at least, and the answers, of
/// which no more than `most` are told (the rest are counted).
std::vector<std::string> story(const Fault& fault, const About& about, Language language, std::size_t most = 5);

/// The equations that cannot be decided, as lines of text: each with the cells that are blank or unread, no more than
/// `most`; those in which nothing is written are counted. Nothing where all are decided.
std::vector<std::string> open_story(const Dossier& dossier, BlankPolicy blanks, Language language,
                                    std::size_t most = 10);

}  // namespace gongkai

#ifndef GONGKAI_COMPILED
#include "gongkai/inline/why.hpp"
#endif
