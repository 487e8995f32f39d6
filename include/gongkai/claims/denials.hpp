// What is said not to be: 未收到, 未发生, 没有.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/claims/request_claims.hpp"

namespace gongkai::claims_detail {

/// Reads denials.
class Denials : protected RequestClaims {
 public:
  using RequestClaims::RequestClaims;

 protected:
  void read_negations(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Token& t = token(i);
      if (t.kind != Token::Kind::word || t.word < Word::none || time_ == Time::other || is_several_years_ ||
          is_change_ || clause_words_.has(Word::planned) || sentence_->is_cut) {
        continue;
      }
      if (t.word == Word::none || t.word == Word::not_by) {
        read_negation(begin, i, end);
        return;
      }
      if (t.word == Word::no_document) {
        read_no_documents(i, end);
        return;
      }
      if (t.word == Word::no_request) {
        add_none(Claim::Kind::received, 0, t.begin, t.end);
      } else {
        const bool is_review = t.word == Word::no_review;
        add_none(Claim::Kind::cases, is_review ? Claim::review : Claim::direct | Claim::after_review, t.begin, t.end);
      }
    }
  }

  /// What a denial denies.
  struct Denied {
    WordSet words;
    std::uint32_t end = 0;  ///< of the words quoted
    bool to_next_year = false, from_last_year = false;
    bool has_number = false;  ///< 没有超过3件的: it denies no more than that
  };

  Denied denied_by(std::size_t begin, std::size_t i, std::size_t end) const {
    Denied denied;
    denied.end = token(i).end;
    for (std::size_t k = begin; k < i; ++k) {  // 上年无结转; of another thing, the time is not this year
      denied.from_last_year = denied.from_last_year || is_word(token(k), Word::last_year);
    }
    for (std::size_t k = i + 1; k < end; ++k) {
      const Token& t = token(k);
      if (t.kind == Token::Kind::word) {
        denied.words.add(t.word);
        denied.to_next_year = denied.to_next_year || t.word == Word::next_year || t.word == Word::carried_on;
        denied.from_last_year = denied.from_last_year || t.word == Word::last_year;
        denied.end = t.end;
      } else if (t.kind == Token::Kind::number) {
        const bool is_one = t.is_chinese && t.value == 1;  // 未发生一起
        denied.has_number = denied.has_number || (!is_one && (counts(t) || t.unit == Unit::other));
        denied.to_next_year = denied.to_next_year || (t.unit == Unit::year && t.value == about_.year + 1);
      }
    }
    return denied;
  }

  void read_negation(std::size_t begin, std::size_t i, std::size_t end) {
    const Denied denied = denied_by(begin, i, end);
    const WordSet& words = denied.words;
    constexpr WordSet faults{Word::adverse, Word::flaw, Word::upheld, Word::corrected, Word::pending, Word::sub_row};
    if (denied.has_number || words.has_any(faults) || words.has_any(group_words)) {
      return;
    }
    if (words.has(Word::processing_fee) || (words.has(Word::charged) && said_.has(Word::disclosure))) {
      add_none(Claim::Kind::processing_fee, 0, token(i).begin, denied.end);
    } else if (is_elsewhere_said_ || said_.has(Word::except) || !denies_the_whole(i, end)) {
      return;
    } else if (words.has_any(case_words)) {
      if (!clause_words_.has(Word::litigation_after_review) && !denied.to_next_year && !words.has(Word::unfinished)) {
        add_none(Claim::Kind::cases, blocks_in(words), token(i).begin, denied.end);
      }
    } else if (is_word(token(i), Word::none) && !is_elsewhere_ && !is_among_) {
      deny_requests(denied, token(i).begin);
    }
  }

  void deny_requests(const Denied& denied, std::uint32_t begin) {
    const WordSet& words = denied.words;
    const bool is_carried = words.has_any(carry_words);
    const bool is_named =
        words.has(Word::request_topic) || ((words.has(Word::request) || is_carried) && topic_ == Topic::requests);
    if (!is_named || words.has(Word::other_topic)) {
      return;
    }
    if (!is_carried) {
      const bool is_of_all = words.has(Word::person) == words.has(Word::organization);
      if (is_of_all && !denied.to_next_year && !denied.from_last_year) {
        add_none(Claim::Kind::received, 0, begin, denied.end);
      }
    } else if (denied.to_next_year != denied.from_last_year) {
      add_none(denied.to_next_year ? Claim::Kind::carried_out : Claim::Kind::carried_in, 0, begin, denied.end);
    }
  }

  /// Whether nothing around the denial at token `i` makes it one of a part: 未收到涉及商业秘密的申请, 下属单位未收到申请.
  bool denies_the_whole(std::size_t i, std::size_t end) const {
    constexpr WordSet allowed = [] {
      WordSet set{Word::disclosure, Word::request_topic, Word::request,   Word::person,      Word::organization,
                  Word::this_year,  Word::own,           Word::territory, Word::other_topic, Word::handled,
                  Word::last_year,  Word::next_year,     Word::carried,   Word::carried_on,  Word::unfinished,
                  Word::received,   Word::accumulated,   Word::in_which,  Word::and_so_on,   Word::none,
                  Word::not_by};
      set.add(case_words);
      return set;
    }();
    constexpr unsigned where = anywhere | of_requests | of_cases;
    return is_plain_between(phrase_begin(i), token(i).begin, allowed, where) &&
           is_plain_between(token(i).end, clause_end(end), allowed, where);
  }

  /// "未制定行政规范性文件".
  void read_no_documents(std::size_t i, std::size_t end) {
    constexpr WordSet allowed{
        Word::government_rules, Word::normative_documents, Word::this_year, Word::own, Word::territory,
        Word::issued,           Word::published_as_issued};
    constexpr unsigned where = anywhere | of_documents;
    if (is_elsewhere_ || is_among_ || !is_plain_between(phrase_begin(i), token(i).begin, allowed, where) ||
        !is_plain_between(token(i).end, clause_end(end), allowed, where)) {
      return;
    }
    for (std::size_t k = i + 1; k < end; ++k) {
      if (token(k).kind != Token::Kind::word || !document_words.has(token(k).word)) {
        continue;
      }
      add_none(Claim::Kind::cell, 0, token(i).begin, token(k).end,
               is_word(token(k), Word::government_rules) ? first_rules_cell : first_normative_cell);
    }
  }
};

}  // namespace gongkai::claims_detail
