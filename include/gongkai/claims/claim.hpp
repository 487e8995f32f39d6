// A claim of the prose, and the claims of one report.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

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

}  // namespace gongkai
