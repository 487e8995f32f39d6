// What the prose of a report claims about its figures: each number that can be told what it counts, with its place.
//
// A number that cannot be told is counted and never guessed: differences from last year, several years together, part of
// a year, another body's figures, one way of applying among several, "about" and "over", complaints and services.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/catalog.hpp"
#include "gongkai/claims/phrases.hpp"
#include "gongkai/claims/tokens.hpp"
#include "gongkai/model/reading.hpp"

namespace gongkai {

/// One claim: that something was counted `value` times.
struct Claim {
  enum class Kind : std::uint8_t {
    received,        ///< 收到, 受理: new, or new and carried in
    newly_received,  ///< 新收
    handled,         ///< 办理, 收办: completed, or new and carried in, or new
    processed,       ///< 办结, 答复
    carried_in,
    carried_out,
    carried,     ///< 结转, it is not said from or to which year
    group,       ///< results; which ones is in `parts`
    row,         ///< one row of the table of requests; `cell` is its total
    applicants,  ///< those received from one kind of applicant, or with all_organizations from five; see `cell`
    share,       ///< results as a percentage
    cases,       ///< review and litigation; which ones is in `parts`
    upheld_all,
    cell,    ///< the number of one cell of section two
    lapsed,  ///< documents that lost force; `cell` is their number in force; is_part: repealed ones may be among them
    processing_fee,
  };
  /// What `parts` is made of.
  enum Group : std::uint8_t {
    granted = 1,
    partially_granted = 2,
    denied = 4,
    unavailable = 8,
    not_processed = 16,
    other = 32
  };
  enum Block : std::uint8_t { review = 1, direct = 2, after_review = 4 };
  enum class Result : std::uint8_t { total, upheld, corrected, other, pending };
  static constexpr std::uint8_t all_organizations = 1;

  Kind kind{};
  Prose prose{};
  std::uint8_t parts = 0;
  Result result{};            ///< of cases
  std::uint8_t decimals = 0;  ///< of a share
  bool is_none = false;       ///< said in words: 未发生, 无
  bool has_number = false;    ///< of a share: the text gives the number too
  bool is_part = false;       ///< at most all of what it counts: 按期答复
  std::uint16_t cell = 0;
  std::uint16_t sentence = 0;        ///< claims of one sentence have the same
  std::uint32_t begin = 0, end = 0;  ///< bytes of the prose: the words quoted
  std::int64_t value = 0;            ///< money in 分; a share is value / 10^decimals %
  std::int64_t step = 1;             ///< the last place written: 1.2万 is 12000 in steps of 1000
  std::int64_t number = 0;           ///< of a share: the number the text gives for it
};

/// The claims of a report, in the order of its texts. More than `capacity` are counted in `left_out`.
class Claims {
 public:
  static constexpr std::size_t capacity = 128;
  enum Topic : std::uint8_t { requests, cases, documents };

  void add(const Claim& claim) {
    if (size_ == capacity) {
      ++left_out;
    } else {
      claims_[size_++] = claim;
    }
  }
  const Claim* begin() const { return claims_.data(); }
  const Claim* end() const { return claims_.data() + size_; }
  std::size_t size() const { return size_; }

  std::array<std::uint16_t, 3> unclassified{};  ///< numbers that could not be told what they count, by topic
  std::uint16_t left_out = 0;

 private:
  std::array<Claim, capacity> claims_;
  std::size_t size_ = 0;
};

namespace claims_detail {

class WordSet {
 public:
  constexpr WordSet() = default;
  template <class... Words>
  constexpr explicit WordSet(Words... words) {
    (add(words), ...);
  }
  constexpr void add(Word word) { bits_[index(word) / 64] |= std::uint64_t{1} << (index(word) % 64); }
  constexpr bool has(Word word) const { return ((bits_[index(word) / 64] >> (index(word) % 64)) & 1U) != 0; }
  constexpr bool has_any(const WordSet& other) const {
    return ((bits_[0] & other.bits_[0]) | (bits_[1] & other.bits_[1])) != 0;
  }
  constexpr void add(const WordSet& other) {
    bits_[0] |= other.bits_[0];
    bits_[1] |= other.bits_[1];
  }

 private:
  static constexpr std::size_t index(Word word) { return static_cast<std::size_t>(word); }
  std::array<std::uint64_t, 2> bits_{};
};
static_assert(word_kinds <= 128);

inline constexpr WordSet group_words{Word::granted,     Word::partially_granted, Word::denied,
                                     Word::unavailable, Word::not_processed,     Word::other_handling};
inline constexpr WordSet verb_words{Word::received, Word::newly_received, Word::added, Word::handled, Word::processed};
inline constexpr WordSet carry_words{Word::carried, Word::carried_on, Word::unfinished};
inline constexpr WordSet case_words{Word::review, Word::litigation, Word::direct_litigation,
                                    Word::litigation_after_review};
inline constexpr WordSet result_words{Word::upheld, Word::corrected, Word::other_result, Word::pending};
inline constexpr WordSet document_words{Word::government_rules, Word::normative_documents};
inline constexpr WordSet making_words{Word::issued, Word::published_as_issued, Word::repealed, Word::lapsed,
                                      Word::in_force};
inline constexpr WordSet action_words{Word::licensing, Word::penalty, Word::compulsion};
/// A number with none of these before it is counted by the words behind it.
inline constexpr WordSet telling_words = [] {
  WordSet all;
  for (const WordSet& words : {group_words, verb_words, carry_words, case_words, result_words, document_words,
                               making_words, action_words, WordSet{Word::request_topic}}) {
    all.add(words);
  }
  return all;
}();
/// Words of requests that do not narrow which are counted.
inline constexpr WordSet request_phrase = [] {
  WordSet all{Word::request_topic, Word::request,      Word::disclosure,  Word::this_year, Word::own,
              Word::territory,     Word::all_channels, Word::channel,     Word::person,    Word::organization,
              Word::on_time,       Word::decision,     Word::accumulated, Word::among,     Word::each};
  all.add(verb_words);
  return all;
}();
/// Words beside which no number of requests, cases or documents is taken.
inline constexpr WordSet unclear_words{Word::per, Word::planned, Word::each};

constexpr std::uint16_t cell_of(std::string_view key) {
  std::uint16_t index = 0;
  while (cells[index].key != key) {
    ++index;
  }
  return index;
}
inline constexpr std::uint16_t first_rules_cell = cell_of("disclosure.government_rules.issued");
inline constexpr std::uint16_t first_normative_cell = cell_of("disclosure.normative_documents.issued");
inline constexpr std::uint16_t licensing_cell = cell_of("disclosure.licensing.decisions");
inline constexpr std::uint16_t penalties_cell = cell_of("disclosure.penalties.decisions");
inline constexpr std::uint16_t compulsion_cell = cell_of("disclosure.compulsion.decisions");
inline constexpr std::uint16_t fees_cell = cell_of("disclosure.fees.amount");

/// The word by which a text calls one row of a group of results.
struct RowWord {
  std::string_view text;
  std::uint8_t group = 0;  ///< of Claim::Group
  std::uint16_t cell = 0;  ///< the row's total
  bool is_part = false;    ///< the row may hold others too
};
inline constexpr RowWord row_words[] = {
    {"国家秘密", Claim::denied, cell_of("requests.outcomes.denied.state_secret.total")},
    {"法律行政法规禁止", Claim::denied, cell_of("requests.outcomes.denied.other_legal_prohibition.total")},
    {"三安全", Claim::denied, cell_of("requests.outcomes.denied.security_and_stability.total")},
    {"第三方", Claim::denied, cell_of("requests.outcomes.denied.third_party_rights.total")},
    {"内部事务", Claim::denied, cell_of("requests.outcomes.denied.internal_affairs.total")},
    {"过程性", Claim::denied, cell_of("requests.outcomes.denied.deliberative_process.total")},
    {"执法案卷", Claim::denied, cell_of("requests.outcomes.denied.enforcement_file.total")},
    {"查询事项", Claim::denied, cell_of("requests.outcomes.denied.administrative_query.total")},
    {"行政查询", Claim::denied, cell_of("requests.outcomes.denied.administrative_query.total")},
    {"不掌握", Claim::unavailable, cell_of("requests.outcomes.unavailable.not_held.total")},
    {"不存在", Claim::unavailable, cell_of("requests.outcomes.unavailable.not_held.total"), true},
    {"不属于本机关", Claim::unavailable, cell_of("requests.outcomes.unavailable.not_held.total"), true},
    {"非本机关", Claim::unavailable, cell_of("requests.outcomes.unavailable.not_held.total"), true},
    {"没有现成", Claim::unavailable, cell_of("requests.outcomes.unavailable.requires_creation.total")},
    {"无现成", Claim::unavailable, cell_of("requests.outcomes.unavailable.requires_creation.total")},
    {"需要另行制作", Claim::unavailable, cell_of("requests.outcomes.unavailable.requires_creation.total")},
    {"补正", Claim::unavailable, cell_of("requests.outcomes.unavailable.still_unclear.total")},
    {"信访举报", Claim::not_processed, cell_of("requests.outcomes.not_processed.petition_or_complaint.total")},
    {"信访举报投诉", Claim::not_processed, cell_of("requests.outcomes.not_processed.petition_or_complaint.total")},
    {"信访投诉举报", Claim::not_processed, cell_of("requests.outcomes.not_processed.petition_or_complaint.total")},
    {"重复申请", Claim::not_processed, cell_of("requests.outcomes.not_processed.repeat_request.total")},
    {"出版物", Claim::not_processed, cell_of("requests.outcomes.not_processed.published_material.total")},
    {"反复申请", Claim::not_processed, cell_of("requests.outcomes.not_processed.excessive_requests.total")},
    {"重新出具", Claim::not_processed, cell_of("requests.outcomes.not_processed.confirm_or_reissue.total")},
    {"补正", Claim::other, cell_of("requests.outcomes.other_handling.no_correction_in_time.total")},
    {"缴纳费用", Claim::other, cell_of("requests.outcomes.other_handling.fee_not_paid_in_time.total")},
    {"申请人撤回", Claim::other, cell_of("requests.outcomes.other_handling.miscellaneous.total"), true},
    {"主动撤回", Claim::other, cell_of("requests.outcomes.other_handling.miscellaneous.total"), true},
    {"自愿撤回", Claim::other, cell_of("requests.outcomes.other_handling.miscellaneous.total"), true},
    {"撤回申请", Claim::other, cell_of("requests.outcomes.other_handling.miscellaneous.total"), true},
};
/// The row of one of these groups that the word calls, or nullptr.
constexpr const RowWord* find_row(std::string_view word, std::uint8_t groups) {
  for (const RowWord& row : row_words) {
    if (row.group == groups && row.text == word) {
      return &row;
    }
  }
  return nullptr;
}

inline constexpr std::uint16_t first_received_cell = cell_of("requests.received.natural_person");
constexpr std::size_t organization_column(std::string_view word) {
  return word == "商业企业"       ? cell_of("requests.received.commercial_enterprise")
         : word == "科研机构"     ? cell_of("requests.received.research_institution")
         : word == "法律服务机构" ? cell_of("requests.received.legal_service_organization")
                                  : cell_of("requests.received.public_welfare_organization");
}

constexpr std::uint8_t groups_in(const WordSet& words) {
  return static_cast<std::uint8_t>((words.has(Word::granted) ? Claim::granted : 0) |
                                   (words.has(Word::partially_granted) ? Claim::partially_granted : 0) |
                                   (words.has(Word::denied) ? Claim::denied : 0) |
                                   (words.has(Word::unavailable) ? Claim::unavailable : 0) |
                                   (words.has(Word::not_processed) ? Claim::not_processed : 0) |
                                   (words.has(Word::other_handling) ? Claim::other : 0));
}
constexpr std::uint8_t blocks_in(const WordSet& words) {
  return static_cast<std::uint8_t>(
      (words.has(Word::review) ? Claim::review : 0) |
      (words.has(Word::litigation) || words.has(Word::direct_litigation) ? Claim::direct : 0) |
      (words.has(Word::litigation) || words.has(Word::litigation_after_review) ? Claim::after_review : 0));
}

/// Reads one text of a report, sentence by sentence.
class Reader {
 public:
  Reader(std::string_view text, Prose prose, const About& about, std::uint16_t first_sentence, Claims& claims)
      : text_(text), prose_(prose), about_(about), claims_(claims), sentence_number_(first_sentence) {
    forget_topic();
  }

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

  // ---- The sentence ----

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

  /// Whether the word names a body other than the one that reports.
  bool is_other_body(const Token& t) const {
    const auto ends_with = [](std::string_view name, std::string_view end) {
      return name.size() >= end.size() && name.substr(name.size() - end.size()) == end;
    };
    if (t.word == Word::territory) {
      return about_.kind == Kind::department || ends_with(about_.authority, "办公室") ||
             ends_with(about_.authority, "办公厅");
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

  // ---- The clause ----

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
    WordSet near = words_;
    int numbers = 0;
    for (std::size_t k = i + 1; k < end && numbers < 2; ++k) {
      if (counts(token(k))) {
        if (near.has_any(verb_words) || near.has_any(carry_words)) {
          break;
        }
        ++numbers;
      } else if (token(k).kind == Token::Kind::word) {
        near.add(token(k).word);
      }
    }
    return near.has_any(carry_words);
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

  // ---- One number ----

  struct Context {
    WordSet words;   ///< that tell what is counted
    WordSet before;  ///< since the last number
    WordSet around;  ///< before and behind
    std::uint32_t begin = 0, end = 0;
    std::size_t number = 0, segment = 0;           ///< tokens: the number, and the first since the one before
    std::uint32_t name_end = 0, number_begin = 0;  ///< what stands between the last topic word and the number
    bool from_last_year = false, to_next_year = false, is_behind = false;
  };

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
      } else if (t.kind == Token::Kind::number && t.unit == Unit::year) {
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

  // ---- What stands around a number ----

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
      if (t.begin < at || !(is_time || is_allowed)) {
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

  std::uint32_t quote_begin(std::size_t segment, std::size_t i) const {
    for (std::size_t k = segment; k < i; ++k) {
      if (token(k).kind == Token::Kind::word && telling_words.has(token(k).word)) {
        return token(k).begin;
      }
    }
    return segment < i ? token(segment).begin : token(i).begin;
  }

  void unclassified(Claims::Topic topic) { ++claims_.unclassified[topic]; }

  void read_money(Claim& claim, const Context& context, bool is_clear) {
    if (!is_clear || context.around.has(Word::per) || is_elsewhere_said_ || context.around.has(Word::planned)) {
      return;
    }
    if (context.words.has(Word::administrative_fees)) {
      constexpr WordSet allowed{Word::administrative_fees, Word::charged, Word::this_year, Word::own, Word::territory};
      if (is_plain_around(context, allowed, anywhere | of_documents | counted)) {
        claim.kind = Claim::Kind::cell;
        claim.cell = fees_cell;
        claims_.add(claim);
      }
    } else if (said_.has(Word::processing_fee) && said_.has(Word::charged) && !is_among_) {
      claim.kind = Claim::Kind::processing_fee;
      claims_.add(claim);
    }
  }

  /// "占42.86%" behind a number of results, or with their name in the clause.
  void read_share(Claim& claim, const Context& context, std::size_t segment, std::size_t i, bool is_clear) {
    if (!context.before.has(Word::share)) {
      return;
    }
    WordSet named, whole;
    bool behind_share = false;
    std::uint32_t share_begin = claim.begin;
    for (std::size_t k = segment; k < i; ++k) {
      if (token(k).kind != Token::Kind::word) {
        continue;
      }
      if (token(k).word == Word::share) {
        behind_share = true;
        share_begin = token(k).begin;
      } else {
        (behind_share ? whole : named).add(token(k).word);
      }
    }
    claim.kind = Claim::Kind::share;
    claim.decimals = token(i).decimals;
    claim.parts = groups_in(named);
    const bool has_name = claim.parts != 0;
    if (!has_name && last_group_ != nullptr && !named.has_any(telling_words) && !named.has(Word::sub_row)) {
      claim.parts = last_group_->parts;
      claim.number = last_group_->value;
      claim.has_number = true;
      claim.begin = share_begin;
    }
    const bool is_of_the_whole = !whole.has_any(group_words) && !whole.has_any(carry_words) &&
                                 !whole.has(Word::other_topic) && !whole.has(Word::sub_row);
    if (claim.parts == 0 || !is_clear || !is_of_the_whole || named.has(Word::sub_row) || is_elsewhere_ ||
        context.around.has(Word::person) || context.around.has(Word::organization) || topic_ != Topic::requests) {
      if (topic_ == Topic::requests) {
        unclassified(Claims::requests);
      }
      return;
    }
    claims_.add(claim);
  }

  void read_documents(Claim& claim, const Context& context, bool is_clear) {
    WordSet words = context.words;
    if (!words.has_any(making_words) && is_after_pause_ && last_action_ != Word::ignored) {
      words.add(last_action_);  // 制定规章2件、规范性文件50件
    }
    const Word noun = document_named(words);
    if (words.has(Word::lapsed) && is_clear && noun != Word::other_document && !is_elsewhere_) {
      claim.kind = Claim::Kind::lapsed;
      claim.is_part = words.has(Word::repealed);
      claim.cell = cell_of_document(noun, Word::in_force);
      claims_.add(claim);
      return;
    }
    const Word action = action_on_documents(words);
    if (!is_clear || action == Word::ignored || noun == Word::other_document || is_elsewhere_ || is_among_ ||
        is_of_some_documents(context, words)) {
      unclassified(Claims::documents);  // 其他: 公开规范性文件12件
      return;
    }
    claim.kind = Claim::Kind::cell;
    claim.is_part = action == Word::repealed && (all_words_.has(Word::lapsed) || all_words_.has(Word::other_document));
    claim.cell = cell_of_document(noun, action);
    last_action_ = action;
    claims_.add(claim);
  }
  /// 规章, 规范性文件, or other_document where both are named; of neither, the kind spoken of before.
  Word document_named(const WordSet& words) const {
    const bool rules = words.has(Word::government_rules), normative = words.has(Word::normative_documents);
    return rules && normative ? Word::other_document
           : rules            ? Word::government_rules
           : normative        ? Word::normative_documents
                              : document_;
  }
  /// 制定, 废止 or 现行有效; ignored where there is none of them, several, or 发布 that may be no more than posting.
  Word action_on_documents(const WordSet& words) const {
    // 集中发布现行有效…: the column is in force
    const bool is_published = words.has(Word::published_as_issued) && !words.has(Word::in_force);
    const bool is_posted = is_published && !all_words_.has(Word::repealed) && !all_words_.has(Word::in_force);
    const int actions = words.has(Word::issued) + is_published + words.has(Word::repealed) + words.has(Word::in_force);
    return actions != 1 || is_posted   ? Word::ignored
           : words.has(Word::repealed) ? Word::repealed
           : words.has(Word::in_force) ? Word::in_force
                                       : Word::issued;
  }
  static std::uint16_t cell_of_document(Word noun, Word action) {
    const int column = action == Word::repealed ? 1 : action == Word::in_force ? 2 : 0;  // issued, repealed, in force
    return static_cast<std::uint16_t>((noun == Word::government_rules ? first_rules_cell : first_normative_cell) +
                                      column);
  }
  /// Whether words around the number make it one of some documents only, or of other ones.
  bool is_of_some_documents(const Context& context, const WordSet& words) const {
    constexpr WordSet others{Word::published, Word::other_document, Word::per,       Word::planned,
                             Word::each,      Word::channel,        Word::and_so_on, Word::request_topic};
    constexpr WordSet allowed{Word::issued,           Word::published_as_issued, Word::repealed, Word::in_force,
                              Word::this_year,        Word::cumulative,          Word::own,      Word::territory,
                              Word::government_rules, Word::normative_documents};
    return !is_plain_around(context, allowed, anywhere | of_documents | counted) ||
           (!words.has(Word::in_force) && context.around.has_any(others)) || context.around.has(Word::lapsed) ||
           context.around.has_any(group_words);
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

  void read_decisions(Claim& claim, const Context& context, bool is_clear) {
    const WordSet& words = context.words;
    const int actions = words.has(Word::licensing) + words.has(Word::penalty) + words.has(Word::compulsion);
    is_decision_ = is_decision_ || words.has(Word::decision);
    is_lost_ = is_lost_ || words.has_any(verb_words);
    constexpr WordSet allowed{Word::licensing, Word::penalty, Word::compulsion, Word::decision,
                              Word::this_year, Word::own,     Word::territory};
    if (actions != 1 || !is_decision_ || !is_clear || is_elsewhere_ || is_among_ || context.is_behind ||
        said_.has(Word::published) || context.around.has(Word::published) || context.around.has_any(unclear_words) ||
        words.has_any(case_words) || !is_plain_around(context, allowed, anywhere | of_documents | counted)) {
      return;
    }
    claim.kind = Claim::Kind::cell;
    claim.cell = words.has(Word::licensing) ? licensing_cell
                 : words.has(Word::penalty) ? penalties_cell
                                            : compulsion_cell;
    claims_.add(claim);
  }

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
    return claim.parts != 0 && !is_each && !is_elsewhere_ && !(is_among_ && is_total && !is_within) &&
           !(is_total && names_disclosure_later(context.number)) && !around.has(Word::per) &&
           !around.has(Word::planned) && !around.has(Word::adverse) && !around.has(Word::other_topic) &&
           !around.has_any(group_words) && !around.has(Word::sub_row) && !context.words.has_any(carry_words) &&
           !clause_words_.has(Word::none) && !clause_words_.has(Word::not_by) &&
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

  void read_requests(Claim& claim, const Context& context, bool is_clear) {
    if (is_clear && !is_elsewhere_ && (read_row(claim, context) || read_applicants(claim, context))) {
      return;
    }
    const WordSet& words = context.words;
    is_narrow_number_ = true;
    if (!is_clear || is_of_some_requests(claim, context) || !classify_request(claim, context, words)) {
      if (!clause_words_.has(Word::none)) {
        unclassified(Claims::requests);
      }
      is_lost_ = is_lost_ || (words.has_any(verb_words) && (is_one_way(context) || !says_nothing_else(context)));
      return;
    }
    claim.is_part = is_scoped_ || (words.has_any(verb_words) && context.around.has(Word::on_time)) ||
                    (claim.kind == Claim::Kind::handled && words.has(Word::received) &&
                     clause_words_.has(Word::this_year));  // 当年受理当年办结
    using Kind = Claim::Kind;
    is_about_received_ =
        claim.kind == Kind::received || claim.kind == Kind::newly_received || claim.kind == Kind::handled;
    is_narrow_number_ =
        claim.kind == Kind::carried_in || claim.kind == Kind::carried_out || claim.kind == Kind::carried;
    is_lost_ = false;
    claims_.add(claim);
    if (claim.kind == Kind::group) {
      last_group_ = claims_.size() == 0 ? nullptr : claims_.end() - 1;
    }
  }
  /// Whether the number is of those who applied in one way, or of one kind of applicant.
  bool is_one_way(const Context& context) const {
    return (context.around.has(Word::channel) && !names_all_channels(context)) ||
           context.around.has(Word::person) != context.around.has(Word::organization) ||
           context.around.has(Word::organization_kind);
  }
  /// Whether words around the number make it one of some requests only, or of other things.
  bool is_of_some_requests(const Claim& claim, const Context& context) const {
    constexpr WordSet spoilers{Word::per, Word::planned, Word::other_topic, Word::published, Word::flaw, Word::adverse};
    return is_elsewhere_ || is_of_attributes_ || (context.around.has(Word::each) && claim.value != 0) ||
           is_one_way(context) || context.around.has_any(spoilers) || said_.has(Word::except) ||
           clause_words_.has(Word::none);
  }

  /// Whether the ways of applying named before the number are all there are: 等渠道, or several that add up.
  bool names_all_channels(const Context& context) const {
    if (clause_words_.has(Word::all_channels)) {
      return true;
    }
    const std::uint32_t begin = phrase_begin(context.number);
    int before = 0, behind = 0;
    for (std::size_t k = 0; k < sentence_->size; ++k) {
      if (is_word(token(k), Word::channel)) {
        before += token(k).begin >= begin && k < context.number;
        behind += k > context.number;
      }
    }
    const std::string_view words = text_.substr(begin, context.number_begin - begin);
    return before >= 2 && behind == 0 && words.find("共") != std::string_view::npos;
  }

  /// "不予公开18件，其中属于国家秘密1件": a row of the group that the sentence has counted.
  bool read_row(Claim& claim, const Context& context) {
    constexpr WordSet allowed{Word::sub_row, Word::among, Word::flaw, Word::request, Word::all, Word::is};
    const WordSet& words = context.words;
    if (!words.has(Word::sub_row) || context.is_behind || last_group_ == nullptr || words.has_any(group_words) ||
        words.has_any(verb_words) || words.has_any(carry_words)) {
      return false;
    }
    const RowWord* row = nullptr;
    for (std::size_t k = context.segment; k < context.number; ++k) {
      if (!is_word(token(k), Word::sub_row)) {
        continue;
      }
      const RowWord* next = find_row(text_.substr(token(k).begin, token(k).end - token(k).begin), last_group_->parts);
      if (next == nullptr || (row != nullptr && row->cell != next->cell)) {
        return false;
      }
      row = next;
    }
    if (row == nullptr || !is_plain_around(context, allowed, anywhere | of_reasons)) {
      return false;
    }
    claim.kind = Claim::Kind::row;
    claim.cell = row->cell;
    claim.is_part = row->is_part || is_scoped_;
    claims_.add(claim);
    return true;
  }

  /// "收到137件，其中自然人120件、法人或其他组织17件".
  bool read_applicants(Claim& claim, const Context& context) {
    constexpr WordSet kinds{Word::person, Word::organization, Word::organization_kind};
    constexpr WordSet allowed{Word::person,        Word::organization, Word::organization_kind, Word::among,
                              Word::request_topic, Word::request,      Word::received};
    const WordSet& words = context.words;
    if (!is_about_received_ || !words.has_any(kinds) || context.is_behind || words.has_any(group_words) ||
        words.has_any(carry_words) || words.has(Word::sub_row)) {
      return false;
    }
    std::size_t column = cell_count;
    bool is_person = false, is_corporate = false, is_organization = false, is_several = false;
    for (std::size_t k = context.segment; k < context.number; ++k) {
      if (token(k).kind != Token::Kind::word) {
        continue;
      }
      const std::string_view word = text_.substr(token(k).begin, token(k).end - token(k).begin);
      is_person = is_person || word == "自然人" || word == "公民";
      is_corporate = is_corporate || word == "法人";
      is_organization = is_organization || word == "其他组织" || word == "其它组织";
      if (token(k).word == Word::organization_kind) {
        is_several = is_several || column != cell_count;
        column = organization_column(word);
      }
    }
    const bool is_all = is_corporate && is_organization;
    if (is_several || is_person + is_all + (column != cell_count) != 1 || is_corporate != is_all ||
        !is_plain_around(context, allowed, anywhere | of_requests)) {
      return false;
    }
    claim.kind = Claim::Kind::applicants;
    claim.parts = is_all ? Claim::all_organizations : 0;
    claim.cell = static_cast<std::uint16_t>(is_person || is_all ? first_received_cell : column);
    claims_.add(claim);
    return true;
  }

  bool says_nothing_else(const Context& context) const {
    return is_plain_around(context, request_phrase, anywhere | of_requests | counted);
  }

  /// Which number of the table of requests the words mean; false where they do not tell.
  bool classify_request(Claim& claim, const Context& context, const WordSet& words) const {
    claim.parts = groups_in(words);
    if (claim.parts != 0) {
      claim.kind = Claim::Kind::group;
      const bool is_reason = words.has(Word::sub_row) && !words.has(Word::and_so_on);
      const bool is_several = (claim.parts & (claim.parts - 1)) != 0;
      return !is_reason && !words.has_any(carry_words) && !(is_several && words.has(Word::and_so_on));
    }
    if (words.has(Word::sub_row)) {
      return false;
    }
    if (words.has_any(carry_words)) {
      claim.kind = context.from_last_year ? Claim::Kind::carried_in
                   : context.to_next_year ? Claim::Kind::carried_out
                                          : Claim::Kind::carried;
      return context.from_last_year + context.to_next_year < 2;
    }
    if (words.has_any(verb_words)) {
      claim.kind = kind_of_verbs(words);
      return counts_all_requests(claim, context);
    }
    // "政府信息公开申请62件": only where nothing before it says which requests.
    constexpr std::uint32_t short_lead = 18;  // bytes
    claim.kind = Claim::Kind::received;
    return words.has(Word::request_topic) && !is_among_ && !context.is_behind && lead_of(context.begin) <= short_lead &&
           says_only_how_many(context);
  }
  /// What happened to the requests, by the verbs.
  static Claim::Kind kind_of_verbs(const WordSet& words) {
    const bool is_new = words.has(Word::newly_received) || words.has(Word::added);
    const bool receives = words.has(Word::received) || is_new;
    const bool completes = words.has(Word::handled) || words.has(Word::processed);
    return receives && completes        ? Claim::Kind::handled
           : words.has(Word::processed) ? Claim::Kind::processed
           : words.has(Word::handled)   ? Claim::Kind::handled
           : is_new                     ? Claim::Kind::newly_received
                                        : Claim::Kind::received;
  }
  /// Whether the verb is of all requests: they are named here, or it goes on about them.
  bool counts_all_requests(const Claim& claim, const Context& context) const {
    const bool is_named = context.words.has(Word::request_topic), is_added = context.words.has(Word::added);
    return says_nothing_else(context) && (is_added ? is_named && !is_lost_ : is_named || !is_lost_) &&
           (!is_among_ || claim.kind == Claim::Kind::newly_received);
  }
  /// Whether nothing stands between the name of the requests and their number but 共, 数量 and the like.
  bool says_only_how_many(const Context& context) const {
    constexpr std::string_view fillers = "共计总数量为是有件合达";
    for (std::uint32_t at = context.name_end; at < context.number_begin;) {
      if (text_[at] == ' ' || text_[at] == '\n') {
        ++at;
      } else if (fillers.find(text_.substr(at, 3)) == std::string_view::npos) {
        return false;
      } else {
        at += 3;
      }
    }
    return true;
  }
  /// How many bytes stand between the last mark or year and the words that begin here.
  std::uint32_t lead_of(std::uint32_t begin) const {
    std::uint32_t from = sentence_->begin;
    for (std::size_t k = 0; k < sentence_->size && token(k).end <= begin; ++k) {
      const Token& t = token(k);
      const bool is_time = t.kind == Token::Kind::number ? t.unit == Unit::year
                                                         : t.kind == Token::Kind::word && t.word == Word::this_year;
      from = is_time || (t.kind != Token::Kind::word && t.kind != Token::Kind::number) ? t.end : from;
    }
    return begin - from;
  }

  // ---- What is said not to be ----

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

  /// "均获维持" of the cases that the sentence has spoken of.
  void read_all_upheld(std::size_t begin, std::size_t end) {
    if (!clause_words_.has(Word::upheld) || time_ == Time::other || is_change_ || is_elsewhere_ ||
        !(clause_words_.has(Word::all) || clause_words_.has(Word::all_are)) || all_words_.has(Word::except) ||
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
