// What is known while a text is read for claims, sentence by sentence, and what may stand around a number.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/claims/counted_words.hpp"
#include "gongkai/claims/phrases.hpp"
#include "gongkai/claims/tokens.hpp"

namespace gongkai::claims_detail {

/// The text, the paragraph, the sentence and the clause that are being read. What reads numbers of one kind is built on it.
class SentenceState {
 public:
  SentenceState(std::string_view text, Prose prose, const About& about, std::uint16_t first_sentence, Claims& claims)
      : text_(text), prose_(prose), about_(about), claims_(claims), sentence_number_(first_sentence) {
    forget_topic();
  }

 protected:
  enum class Topic : std::uint8_t { none, requests, cases, other };
  enum class Time : std::uint8_t { unsaid, this_year, other };

  void forget_topic() {
    topic_ = Topic::none;
    has_named_requests_ = prose_ == Prose::beside_tables;
    is_lost_ = counts_all_kinds_ = false;
  }

  const Token& token(std::size_t i) const { return sentence_->token[i]; }
  static bool is_word(const Token& t, Word word) { return t.kind == Token::Kind::word && t.word == word; }

  static bool counts(const Token& t) {
    return t.kind == Token::Kind::number && t.unit >= Unit::pieces && t.unit <= Unit::percent;
  }

  void note_topic(const Token& t) {
    if (t.kind != Token::Kind::word) {
      return;
    }
    has_named_requests_ = has_named_requests_ || t.word == Word::request_topic;
    is_lost_ = is_lost_ && t.word != Word::request_topic;
    topic_ = t.word == Word::request_topic ? Topic::requests
             : t.word == Word::other_topic ? Topic::other
             : case_words.has(t.word)      ? Topic::cases
                                           : topic_;
  }

  /// Whether the word names a body other than the one that reports.
  bool is_other_body(const Token& t) const {
    if (t.word == Word::territory) {
      return about_.kind == Kind::department || about_.authority.ends_with("办公室") ||
             about_.authority.ends_with("办公厅");
    }
    if (t.word != Word::elsewhere) {
      return false;
    }
    // So much of the name shows whose it is.
    const std::string_view word = text_.substr(t.begin, t.end - t.begin);
    const std::uint32_t before = word == "政府办" || word == "府办" ? 0 : word.size() > 3 ? 3 : 6;
    const std::uint32_t begin = t.begin > before ? t.begin - before : 0;
    return !is_abbreviation(text_.substr(begin, t.end - begin), about_.authority);
  }

  struct Context {
    WordSet words;   ///< that tell what is counted
    WordSet before;  ///< since the last number
    WordSet around;  ///< before and behind
    std::uint32_t begin = 0, end = 0;
    std::size_t number = 0, segment = 0;           ///< tokens: the number, and the first since the one before
    std::uint32_t name_end = 0, number_begin = 0;  ///< what stands between the last topic word and the number
    bool from_last_year = false, to_next_year = false, is_behind = false;
  };

  /// A claim of a number, of what is not said yet.
  Claim claim_of(std::uint32_t begin, std::uint32_t end, const Token& number) const {
    Claim claim;
    claim.prose = prose_;
    claim.sentence = sentence_number_;
    claim.begin = begin;
    claim.end = end;
    claim.value = number.value;
    claim.step = number.step;
    return claim;
  }

  /// Whether the number is of this year, and exact.
  bool is_clear(const Token& number) const {
    return time_ != Time::other && !is_several_years_ && !number.is_inexact && !sentence_->is_cut;
  }

  /// Where the words begin that belong to the token: behind the last comma, or the number before.
  std::uint32_t phrase_begin(std::size_t i) const {
    int brackets = 0;
    while (i > 0) {
      const Token& t = token(--i);
      brackets += t.kind == Token::Kind::close ? 1 : t.kind == Token::Kind::open ? -1 : 0;
      if (t.kind == Token::Kind::comma || t.kind == Token::Kind::semicolon || brackets < 0) {
        return t.begin + (static_cast<unsigned char>(text_[t.begin]) < 0x80 ? 1U : 3U);
      }
      if (counts(t)) {
        return t.end;
      }
    }
    return sentence_->begins_paragraph ? numbering_end(sentence_->begin) : sentence_->begin;
  }

  /// Behind （二）, 二、 and 2. at the head of a paragraph.
  std::uint32_t numbering_end(std::uint32_t begin) const {
    constexpr std::uint32_t longest = 20;  // bytes
    const std::string_view head = text_.substr(begin, longest);
    for (const std::string_view mark : {"）", ")", "、", "．", "."}) {
      const std::size_t at = head.find(mark);
      if (at != std::string_view::npos) {
        return static_cast<std::uint32_t>(begin + at + mark.size());
      }
    }
    return begin;
  }

  std::uint32_t clause_end(std::size_t end) const { return end < sentence_->size ? token(end).begin : sentence_->end; }

  /// Whether these bytes of the sentence hold nothing that narrows what is counted: tokens of `allowed` that name no
  /// other body, times, and phrases that are plain.
  bool is_plain_between(std::uint32_t begin, std::uint32_t end, const WordSet& allowed, unsigned where) const {
    std::uint32_t at = begin;
    for (std::size_t k = 0; k < sentence_->size && token(k).begin < end; ++k) {
      const Token& t = token(k);
      const bool is_time = t.kind == Token::Kind::number && t.unit >= Unit::year && t.unit <= Unit::day;
      const bool is_allowed = t.kind == Token::Kind::word && allowed.has(t.word) && !is_other_body(t);
      if (t.begin < at || (!is_time && !is_allowed)) {
        continue;
      }
      if (!is_plain(text_.substr(at, t.begin - at), where, about_.authority)) {
        return false;
      }
      at = t.end;
    }
    return at >= end || is_plain(text_.substr(at, end - at), where, about_.authority);
  }

  /// The same of the words that tell what the number counts.
  bool is_plain_around(const Context& context, const WordSet& allowed, unsigned where) const {
    return is_plain_between(phrase_begin(context.number), context.number_begin, allowed, where) &&
           (!context.is_behind || is_plain_between(token(context.number).end, context.end, allowed, where));
  }

  std::uint32_t quote_begin(std::size_t segment, std::size_t i) const {
    for (std::size_t k = segment; k < i; ++k) {
      if (token(k).kind == Token::Kind::word && telling_words.has(token(k).word)) {
        return token(k).begin;
      }
    }
    return segment < i ? token(segment).begin : token(i).begin;
  }

  void unclassified(Claims::Topic topic) { ++claims_.unclassified[topic]; }

  void add_none(Claim::Kind kind, unsigned parts, std::uint32_t begin, std::uint32_t end, std::uint16_t cell = 0) {
    Claim claim;
    claim.kind = kind;
    claim.cell = cell;
    claim.prose = prose_;
    claim.parts = static_cast<std::uint8_t>(parts);
    claim.is_none = true;
    claim.sentence = sentence_number_;
    claim.begin = begin;
    claim.end = end;
    claims_.add(claim);
  }

  std::string_view text_;
  Prose prose_;
  const About& about_;
  Claims& claims_;
  std::uint16_t sentence_number_;
  Topic topic_{};                    ///< what the paragraph speaks of
  bool has_named_requests_ = false;  ///< the paragraph has
  bool is_lost_ = false;  ///< the last number was of something else: what follows without a name may be of that
  bool counts_all_kinds_ = false;  ///< the paragraph counts cases of all kinds: those over disclosure say so
  // The sentence
  const Sentence* sentence_ = nullptr;
  WordSet all_words_;  ///< of the whole sentence
  WordSet said_;       ///< up to here
  Time time_{};
  bool is_elsewhere_ = false, is_elsewhere_said_ = false;  ///< another body is named somewhere, or up to here
  bool is_among_ = false, is_several_years_ = false, is_decision_ = false;
  bool is_scoped_ = false;                        ///< it speaks of a part: 上年结转的9件中
  bool is_about_received_ = false;                ///< the last number of requests was of those received
  std::size_t each_end_ = 0;                      ///< numbers before this token were given out by 分别
  Word last_action_ = Word::ignored;              ///< 制定, 废止 or 现行有效 of the number before
  Word document_ = Word::ignored;                 ///< the kind of document spoken of; other_document: both
  bool is_of_attributes_ = false;                 ///< it counts documents by how they may be published
  bool is_case_lost_ = false;                     ///< a number of cases in it is not of all, or not over disclosure
  int case_claims_ = 0;                           ///< totals that a result without a name of its own may belong to
  bool has_result_ = false;                       ///< since the last of them
  std::uint8_t case_parts_ = 0, case_whole_ = 0;  ///< of the last total, and of the last one not behind 其中
  const Claim* last_group_ = nullptr;
  // The clause
  WordSet clause_words_;
  bool is_change_ = false, is_after_pause_ = false;
  bool is_narrow_number_ = false;  ///< the last number of requests is a part of them, or not known of what
  // Since the last number
  WordSet words_;
  bool from_last_year_ = false, to_next_year_ = false;
};

}  // namespace gongkai::claims_detail
