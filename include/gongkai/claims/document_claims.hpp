// What a number of documents, decisions or money says of section two.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/claims/sentence_state.hpp"

namespace gongkai::claims_detail {

/// Reads numbers of documents, of decisions, and money.
class DocumentClaims : protected SentenceState {
 public:
  using SentenceState::SentenceState;

 protected:
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
};

}  // namespace gongkai::claims_detail
