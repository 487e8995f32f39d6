// Which words tell what a number counts, and which cells of the form they stand for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/catalog.hpp"
#include "gongkai/claims/claim.hpp"
#include "gongkai/claims/words.hpp"

namespace gongkai::claims_detail {

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

}  // namespace gongkai::claims_detail
