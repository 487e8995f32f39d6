// What the prose of a report claims about its figures: each number that can be told what it counts, with its place.
//
// A number that cannot be told is counted and never guessed: differences from last year, several years together, part of
// a year, another body's figures, one way of applying among several, "about" and "over", complaints and services.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/claims/denials.hpp"

namespace gongkai {

namespace claims_detail {

/// Reads one text of a report, sentence by sentence.
class Reader : private Denials {
 public:
  using Denials::Denials;

  void operator()(const Sentence& sentence) {
    ++sentence_number_;
    if (sentence.begins_paragraph) {
      forget_topic();
    }
    const Topic before = topic_;
    sentence_ = &sentence;
    if (sentence.may_claim) {
      read_sentence();
    } else {
      for (std::size_t i = 0; i < sentence.size; ++i) {
        note_topic(sentence.token[i]);
      }
    }
    topic_ = topic_ == Topic::cases ? before : topic_;
    constexpr std::uint32_t longest_heading = 75;  // bytes
    if (sentence.ends_paragraph && sentence.end - sentence.begin > longest_heading) {
      forget_topic();
    }
  }

  std::uint16_t sentence_number() const { return sentence_number_; }

 private:
  void read_sentence() {
    all_words_ = {};
    is_elsewhere_ = false;
    for (std::size_t i = 0; i < sentence_->size; ++i) {
      const Token& t = token(i);
      if (t.kind == Token::Kind::word) {
        all_words_.add(t.word);
        is_elsewhere_ = is_elsewhere_ || is_other_body(t);
      }
    }
    time_ = sentence_->is_cut ? Time::other : Time::unsaid;
    is_among_ = is_several_years_ = is_elsewhere_said_ = is_scoped_ = has_result_ = is_about_received_ = false;
    is_after_pause_ = is_case_lost_ = false;
    is_of_attributes_ = all_words_.has(Word::attribute) || lists_attributes();
    each_end_ = 0;
    last_action_ = Word::ignored;
    said_ = {};
    case_claims_ = 0;
    last_group_ = nullptr;
    document_ = Word::ignored;
    is_decision_ = false;
    std::size_t begin = 0;
    bool has_number = false, among_outside = false;
    Time time_outside = time_;
    int cases_outside = 0;
    for (std::size_t i = 0; i <= sentence_->size; ++i) {
      const bool at_end = i == sentence_->size;
      const Token::Kind kind = at_end ? Token::Kind::semicolon : token(i).kind;
      if (kind == Token::Kind::word || kind == Token::Kind::number) {
        has_number = has_number || counts(token(i));
        continue;
      }
      if (kind == Token::Kind::pause && !has_number) {  // joins: 行政复议、行政诉讼
        continue;
      }
      read_clause(begin, i);
      is_after_pause_ = kind == Token::Kind::pause;
      begin = i + 1;
      has_number = false;
      if (kind == Token::Kind::open) {
        among_outside = is_among_;
        time_outside = time_;
        cases_outside = case_claims_;
        case_claims_ = std::min(case_claims_, 1);  // the results in brackets are those of the number before
      } else if (kind == Token::Kind::close) {
        is_among_ = among_outside;
        time_ = time_outside;
        case_claims_ = cases_outside;
      } else if (kind == Token::Kind::semicolon) {
        is_among_ = false;
        case_claims_ = 0;
      }
    }
  }

  /// "主动公开203件、依申请公开类88件": how documents may be published, or how many were asked for.
  bool lists_attributes() const {
    bool is_published_counted = false;
    for (std::size_t i = 0; i + 1 < sentence_->size; ++i) {
      const Token& name = token(i);
      const std::string_view word = text_.substr(name.begin, name.end - name.begin);
      const bool is_counted = counts_next(i);
      is_published_counted =
          is_published_counted || (is_counted && is_word(name, Word::published) && word == "主动公开");
      if (is_published_counted && is_counted && is_word(name, Word::request_topic) && word == "依申请公开") {
        return true;
      }
    }
    return false;
  }

  /// Whether the next token is a number of pieces that stands at the word, or behind 信息, 类, 的.
  bool counts_next(std::size_t i) const {
    constexpr std::uint32_t longest = 12;  // bytes
    const Token& next = token(i + 1);
    return next.kind == Token::Kind::number && next.unit == Unit::pieces && next.begin - token(i).end <= longest;
  }

  void read_clause(std::size_t begin, std::size_t end) {
    is_change_ = false;
    bool has_change = false;
    clause_words_ = {};
    for (std::size_t i = begin; i < end; ++i) {
      if (token(i).kind == Token::Kind::word) {
        clause_words_.add(token(i).word);
        has_change = has_change || token(i).word == Word::change;
      }
    }
    words_ = {};
    from_last_year_ = to_next_year_ = is_narrow_number_ = false;
    std::size_t segment = begin;  // the first token since the last number
    for (std::size_t i = begin; i < end; ++i) {
      const Token& t = token(i);
      if (counts(t)) {
        read_number(segment, i, end);
        words_ = {};
        from_last_year_ = to_next_year_ = false;
        segment = i + 1;
      } else if (t.kind == Token::Kind::number) {
        note_time(i, end, has_change);
      } else {
        note_topic(t);
        note_word(i, end, has_change);
        is_elsewhere_said_ = is_elsewhere_said_ || is_other_body(t);
      }
    }
    read_negations(begin, end);
    read_all_upheld(begin, end);
  }

  void note_word(std::size_t i, std::size_t end, bool has_change) {
    const Token& t = token(i);
    switch (t.word) {
      case Word::this_year:
        time_ = Time::this_year;
        break;
      case Word::last_year:
        note_other_year(from_last_year_, has_change, is_carry(i, end));
        break;
      case Word::next_year:
        note_other_year(to_next_year_, false, is_carry(i, end));
        break;
      case Word::carried_on:
        to_next_year_ = true;
        words_.add(t.word);
        break;
      case Word::part_of_year:
      case Word::cumulative:
        time_ = Time::other;
        break;
      case Word::accumulated:
        time_ = time_ == Time::this_year ? time_ : Time::other;
        break;
      case Word::change:
        is_change_ = true;
        break;
      case Word::among:
        is_among_ = true;
        break;
      case Word::added:
        is_change_ = is_change_ || has_change;
        words_.add(t.word);
        break;
      case Word::in_which:
        is_scoped_ = is_scoped_ || is_narrow_number_ || words_.has_any(carry_words) ||
                     (clause_words_.has(Word::this_year) && words_.has_any(verb_words));
        words_ = {};
        break;
      case Word::government_rules:
      case Word::normative_documents:
        document_ = document_ == Word::ignored || document_ == t.word ? t.word : Word::other_document;
        words_.add(t.word);
        break;
      default:
        words_.add(t.word);
    }
    said_.add(t.word);
  }

  void note_other_year(bool& flag, bool has_change, bool has_carry) {
    if (has_carry) {
      flag = true;
    } else if (has_change) {
      is_change_ = true;
    } else {
      time_ = Time::other;
    }
  }

  /// Whether the year named at `i` is one that requests were carried from or to.
  bool is_carry(std::size_t i, std::size_t end) const {
    WordSet nearby = words_;
    int numbers = 0;
    for (std::size_t k = i + 1; k < end && numbers < 2; ++k) {
      if (counts(token(k))) {
        if (nearby.has_any(verb_words) || nearby.has_any(carry_words)) {
          break;
        }
        ++numbers;
      } else if (token(k).kind == Token::Kind::word) {
        nearby.add(token(k).word);
      }
    }
    return nearby.has_any(carry_words);
  }

  /// Years, months and days say of when a number is.
  void note_time(std::size_t i, std::size_t end, bool has_change) {
    const Token& t = token(i);
    if (t.unit == Unit::month) {
      const bool has_day = i + 1 < end && token(i + 1).kind == Token::Kind::number && token(i + 1).unit == Unit::day;
      const bool is_edge =
          has_day && ((t.value == 1 && token(i + 1).value == 1) || (t.value == 12 && token(i + 1).value == 31));
      time_ = is_edge ? time_ : Time::other;
    } else if (t.is_inexact && t.value >= 1900 && t.value < 2100 && (t.unit == Unit::year || t.unit == Unit::none)) {
      is_several_years_ = true;  // 2020-2024年
    } else if (t.unit == Unit::year && t.value >= 1900 && about_.year != 0) {
      if (t.value == about_.year) {
        time_ = Time::this_year;
      } else if (t.value == about_.year - 1) {
        note_other_year(from_last_year_, has_change, is_carry(i, end));
      } else if (t.value == about_.year + 1) {
        note_other_year(to_next_year_, has_change, is_carry(i, end));
      } else {
        time_ = Time::other;
      }
    } else if (t.unit == Unit::year) {
      time_ = Time::other;
    } else if (t.unit == Unit::none && t.value == 12345) {
      topic_ = Topic::other;
    }
  }

  /// The words behind a number, up to the next one.
  struct Behind {
    WordSet words;
    bool is_last = true;  ///< no number follows that may need them
    bool names_last_year = false, names_next_year = false;
    std::size_t last_word = 0;  ///< the token that tells
  };

  Behind behind(std::size_t i, std::size_t end) const {
    Behind found;
    found.last_word = i;
    for (std::size_t k = i + 1; k < end && found.is_last; ++k) {
      const Token& t = token(k);
      found.is_last = !counts(t);
      if (t.kind == Token::Kind::word) {
        found.words.add(t.word);
        found.names_last_year = found.names_last_year || t.word == Word::last_year;
        found.names_next_year = found.names_next_year || t.word == Word::next_year || t.word == Word::carried_on;
        found.last_word = telling_words.has(t.word) ? k : found.last_word;
      } else if (t.unit == Unit::year) {  // no mark stands behind a number in its clause
        found.names_last_year = found.names_last_year || t.value == about_.year - 1;
        found.names_next_year = found.names_next_year || t.value == about_.year + 1;
      }
    }
    return found;
  }

  /// What tells what a number counts: the words before it or, where none of them tells and no later number needs them,
  /// those behind.
  Context context_of(std::size_t segment, std::size_t i, std::size_t end) const {
    const Token& t = token(i);
    const Behind after = behind(i, end);
    Context context;
    context.words = context.before = context.around = words_;
    context.number = i;
    context.segment = segment;
    context.begin = quote_begin(segment, i);
    context.end = t.end;
    context.number_begin = context.name_end = t.begin;
    for (std::size_t k = segment; k < i; ++k) {
      context.name_end = is_word(token(k), Word::request_topic) ? token(k).end : context.name_end;
    }
    context.from_last_year = from_last_year_;
    context.to_next_year = to_next_year_;
    if (after.is_last) {
      context.around.add(after.words);
    }
    if (after.is_last && !words_.has_any(telling_words) && after.words.has_any(telling_words)) {
      context.words.add(after.words);
      context.begin = t.begin;
      context.end = token(after.last_word).end;
      context.from_last_year = from_last_year_ || after.names_last_year;
      context.to_next_year = to_next_year_ || after.names_next_year;
      context.is_behind = true;
    }
    return context;
  }

  void read_number(std::size_t segment, std::size_t i, std::size_t end) {
    const Token& t = token(i);
    if (is_change_ || i < each_end_ || (words_.has(Word::each) && t.unit == Unit::pieces && read_each(segment, i))) {
      return;
    }
    const Context context = context_of(segment, i, end);
    Claim claim = claim_of(context.begin, context.end, t);
    const WordSet& words = context.words;
    const bool names_document =
        words.has_any(document_words) ||
        (document_ != Word::ignored && words.has_any(making_words) && !words.has_any(verb_words));
    if (t.unit == Unit::yuan) {
      read_money(claim, context, is_clear(t));
    } else if (t.unit == Unit::percent) {
      read_share(claim, context, segment, i, is_clear(t));
    } else if (names_document) {
      read_documents(claim, context, is_clear(t));
    } else if (t.unit == Unit::pieces ||
               (is_of_strips(t) && words.has(Word::request_topic) && words.has_any(verb_words))) {
      read_pieces(claim, context, is_clear(t));
    } else if (t.unit == Unit::loose) {
      is_lost_ = is_lost_ || words.has_any(verb_words);
    }
  }

  /// 条 counts requests too; 个 only documents.
  bool is_of_strips(const Token& t) const {
    constexpr std::string_view strips = "条";
    return t.unit == Unit::loose && text_.substr(t.end - strips.size(), strips.size()) == strips;
  }

  /// "予以公开、部分公开分别为59件、10件": as many numbers as names; false where that is not so.
  bool read_each(std::size_t segment, std::size_t i) {
    std::array<Word, 8> name{};
    std::array<std::size_t, 8> number{};
    std::size_t names = 0, numbers = 0, end = i;
    for (std::size_t k = segment; k < i; ++k) {
      const Token& t = token(k);
      const bool is_name = t.kind == Token::Kind::word &&
                           (group_words.has(t.word) || t.word == Word::review || t.word == Word::litigation);
      if (is_name && names < name.size()) {
        name[names++] = t.word;
      }
    }
    while (end < sentence_->size && token(end).kind == Token::Kind::number && token(end).unit == Unit::pieces) {
      number[numbers++ % number.size()] = end;
      end += end + 1 < sentence_->size && token(end + 1).kind == Token::Kind::pause ? 2U : 1U;
    }
    if (names < 2 || names != numbers) {
      return false;
    }
    each_end_ = end;
    for (std::size_t n = 0; n < names; ++n) {
      const Token& t = token(number[n]);
      Context context;
      context.words.add(name[n]);
      context.around = context.before = context.words;
      Claim claim = claim_of(quote_begin(segment, i), t.end, t);
      read_pieces(claim, context, is_clear(t));
    }
    return true;
  }

  void read_pieces(Claim& claim, const Context& context, bool is_clear) {
    const WordSet& words = context.words;
    if (words.has_any(action_words)) {
      read_decisions(claim, context, is_clear);
    } else if (words.has_any(case_words) ||
               (case_claims_ != 0 && (words.has_any(result_words) || (words.has(Word::others) && has_result_)))) {
      read_cases(claim, context, is_clear);
    } else if (topic_ == Topic::requests || (context.is_behind && words.has(Word::request_topic))) {
      read_requests(claim, context, is_clear);
    }
  }
};

}  // namespace claims_detail

/// Finds the claims in a text, which must be valid UTF-8. Does not allocate.
inline void find_claims(std::string_view text, Prose prose, const About& about, Claims& claims) {
  if (text.empty()) {
    return;
  }
  const std::uint16_t first = claims.size() == 0 ? std::uint16_t{0} : (claims.end() - 1)->sentence;
  claims_detail::Reader reader(text, prose, about, first, claims);
  claims_detail::Tokenizer(text, [&reader](const claims_detail::Sentence& sentence) { reader(sentence); }).run();
}

}  // namespace gongkai
