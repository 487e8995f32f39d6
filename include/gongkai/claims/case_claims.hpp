// What a number of cases says of section four.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/claims/document_claims.hpp"

namespace gongkai::claims_detail {

/// Reads numbers of review and litigation, and what is said of all of them.
class CaseClaims : protected DocumentClaims {
 public:
  using DocumentClaims::DocumentClaims;

 protected:
  void read_cases(Claim& claim, const Context& context, bool is_clear) {
    const WordSet& words = context.words;
    claim.kind = Claim::Kind::cases;
    claim.parts = blocks_in(words);
    if (claim.parts == 0 && case_claims_ == 1) {
      claim.parts = case_parts_;
    }
    claim.is_part = words.has(Word::added);
    const int results = result_of(words, claim.result);
    const bool is_total = results == 0;
    counts_all_kinds_ = counts_all_kinds_ || (is_total && names_disclosure_later(context.number));
    const bool is_about_disclosure = is_over_disclosure(context, is_total);
    if (results > 1 || !is_clear || !is_about_disclosure || follows_lost_case(context, is_total) ||
        !is_plain_case(claim, context, is_total)) {
      is_case_lost_ = is_case_lost_ || is_total;
      if (is_about_disclosure && !clause_words_.has(Word::none)) {
        unclassified(Claims::cases);
      }
      return;
    }
    if (is_total) {
      case_claims_ = has_result_ ? 1 : case_claims_ + 1;
    }
    if (is_total || case_claims_ == 0) {
      case_claims_ = std::max(case_claims_, 1);
      case_parts_ = claim.parts;
      case_whole_ = is_among_ ? case_whole_ : claim.parts;
    }
    has_result_ = !is_total;
    claims_.add(claim);
  }

  /// How many results the words name, and the first of them.
  static int result_of(const WordSet& words, Claim::Result& result) {
    const bool is_other = words.has(Word::other_result) || words.has(Word::others);
    result = words.has(Word::upheld)      ? Claim::Result::upheld
             : words.has(Word::corrected) ? Claim::Result::corrected
             : is_other                   ? Claim::Result::other
             : words.has(Word::pending)   ? Claim::Result::pending
                                          : Claim::Result::total;
    return words.has(Word::upheld) + words.has(Word::corrected) + is_other + words.has(Word::pending);
  }

  static bool says_disclosure(const Context& context) {
    return context.around.has(Word::disclosure) || context.around.has(Word::request_topic);
  }

  /// Whether the cases are those over disclosure: it is said, or was said before and no other kinds have been counted since.
  bool is_over_disclosure(const Context& context, bool is_total) const {
    if (says_disclosure(context)) {
      return true;
    }
    return counts_all_kinds_ ? !is_total && said_.has(Word::disclosure)
                             : has_named_requests_ || said_.has(Word::disclosure);
  }

  /// Whether a total stands behind one that was not of all cases, and says nothing else of its own.
  bool follows_lost_case(const Context& context, bool is_total) const {
    return is_case_lost_ && is_total && !says_disclosure(context);
  }

  /// Whether the number is of cases over disclosure that the body was a party to, and of all of them.
  bool is_plain_case(const Claim& claim, const Context& context, bool is_total) const {
    constexpr WordSet allowed = [] {
      WordSet set{Word::disclosure,   Word::request_topic, Word::request, Word::this_year,
                  Word::own,          Word::territory,     Word::among,   Word::each,
                  Word::other_result, Word::others,        Word::added,   Word::denied};
      set.add(case_words);
      set.add(result_words);
      return set;
    }();
    const bool is_within =
        claim.parts != case_whole_ && (claim.parts & case_whole_) == claim.parts && case_claims_ != 0;
    const bool is_each = context.around.has(Word::each) && claim.value != 0;
    const WordSet& around = context.around;
    return claim.parts != 0 && !is_each && !is_elsewhere_ && (!is_among_ || !is_total || is_within) &&
           !around.has(Word::per) && !around.has(Word::planned) && !around.has(Word::adverse) &&
           !around.has(Word::other_topic) && !around.has_any(group_words) && !around.has(Word::sub_row) &&
           !context.words.has_any(carry_words) && !clause_words_.has(Word::none) && !clause_words_.has(Word::not_by) &&
           is_plain_around(context, allowed, anywhere | of_cases | counted);
  }

  /// "行政复议31件，其中信息公开24件": what stands before is of all kinds.
  bool names_disclosure_later(std::size_t number) const {
    if (said_.has(Word::disclosure) || said_.has(Word::request_topic)) {
      return false;
    }
    bool has_name = false;
    for (std::size_t k = number + 1; k < sentence_->size; ++k) {
      const Token& t = token(k);
      has_name = t.kind == Token::Kind::comma
                     ? false
                     : has_name || is_word(t, Word::disclosure) || is_word(t, Word::request_topic);
      if (has_name && counts(t)) {
        return true;
      }
    }
    return false;
  }

  /// "均获维持" of the cases that the sentence has spoken of.
  void read_all_upheld(std::size_t begin, std::size_t end) {
    if (!clause_words_.has(Word::upheld) || time_ == Time::other || is_change_ || is_elsewhere_ ||
        (!clause_words_.has(Word::all) && !clause_words_.has(Word::all_are)) || all_words_.has(Word::except) ||
        all_words_.has(Word::rest) || all_words_.has(Word::pending) || all_words_.has(Word::corrected) ||
        all_words_.has(Word::adverse) || blocks_in(said_) == 0 ||
        clause_words_.has_any(WordSet{Word::none, Word::not_by})) {
      return;
    }
    std::uint32_t from = 0, to = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (counts(token(i))) {
        return;
      }
      from = from == 0 && (is_word(token(i), Word::all) || is_word(token(i), Word::all_are)) ? token(i).begin : from;
      to = is_word(token(i), Word::upheld) ? token(i).end : to;
    }
    if (from < to) {
      add_none(Claim::Kind::upheld_all, blocks_in(said_), from, to);
    }
  }
};

}  // namespace gongkai::claims_detail
