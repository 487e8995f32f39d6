// What a number of requests says of section three: how many came and went, with which results, from whom.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/claims/case_claims.hpp"

namespace gongkai::claims_detail {

/// Reads numbers and shares of requests.
class RequestClaims : protected CaseClaims {
 public:
  using CaseClaims::CaseClaims;

 protected:
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
      last_group_ = claims_.end() - 1;
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
      return !is_reason && !words.has_any(carry_words) && (!is_several || !words.has(Word::and_so_on));
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
    // "政府信息公开申请62件": only where nothing before it says which requests, nor behind it what became of them.
    constexpr std::uint32_t short_lead = 18;  // bytes
    constexpr WordSet fates = [] {
      WordSet set{Word::sub_row};
      set.add(group_words);
      set.add(carry_words);
      return set;
    }();
    claim.kind = Claim::Kind::received;
    return !context.around.has_any(fates) && words.has(Word::request_topic) && !is_among_ && !context.is_behind &&
           lead_of(context.begin) <= short_lead && says_only_how_many(context);
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
    const bool is_known = is_added ? is_named && !is_lost_ : is_named || !is_lost_;
    return is_known && says_nothing_else(context) && (!is_among_ || claim.kind == Claim::Kind::newly_received);
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
};

}  // namespace gongkai::claims_detail
