// What a rule has to say about a report: findings as data. message.hpp puts them into words.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/catalog.hpp"
#include "gongkai/model/reading.hpp"
#include "gongkai/model/suspect.hpp"

namespace gongkai {

enum class Severity : std::uint8_t {
  info,     ///< 提示: worth a look
  warning,  ///< 核实: correct it or explain it
  error,    ///< 错误: cannot be right
};

/// A cell that a finding speaks of, with its value and its place at the time of the check.
struct CellValue {
  std::uint16_t cell = 0;             ///< index into `cells`
  std::optional<std::int64_t> value;  ///< nothing: blank; a Money cell in 分
  Place place;
};

/// The acceptance of one finding, made by someone, for a reason, for a time.
struct Waiver {
  std::string fingerprint;  ///< of the finding
  std::string reason, author;
  Date date;    ///< from when on
  Date expiry;  ///< the last day; not known: until a value moves
  friend bool operator==(const Waiver&, const Waiver&) = default;
};

/// A cell of another report that a finding takes in: last year's, or what a subordinate body contributes.
struct ComparedCell {
  std::string body;  ///< the subordinate body; empty for the same body's report on the year before
  int year = 0;      ///< the year reported on; 0 when not known
  CellValue cell;
};

/// One fault, or one thing to look at.
struct Finding {
  std::string_view rule;  ///< id; lives as long as the rule
  Severity severity = Severity::info;
  std::vector<CellValue> cells;             ///< in the order of the relation: left side, then right side
  std::optional<std::int64_t> left, right;  ///< the two sides, where the rule compares numbers
  std::vector<CellValue> same;              ///< other cells that hold the left side's number: perhaps it is theirs
  bool left_is_bound = false;               ///< the left side is "at least", because some cell of it is not known
  bool right_is_bound = false;
  bool is_money = false;          ///< left and right are in 分
  bool assumed_zero = false;      ///< a blank part was counted as 0
  std::string detail;             ///< the text in question, as written
  Label reason;                   ///< which of several ways the rule fails in, or which part of the form it speaks of
  Place place;                    ///< where to look; that of the first cell unless the rule knows better
  std::vector<Suspect> suspects;  ///< cells that may be wrong; only attach_suspects() (localize.hpp) fills it

  /// The other findings that the likely cell is the cause of; only check_and_locate() (localize.hpp) fills it. They stand
  /// nowhere else.
  std::vector<Finding> same_cause;

  std::vector<ComparedCell> compared;  ///< cells of other reports, where the rule looks at them
  std::optional<Waiver> waiver;        ///< by which the finding is accepted, see waiver.hpp
  std::string candidate_reason;        ///< what section six says that may explain it, see candidate_reason.hpp

  /// The cell that most likely is wrong: the only one that alone explains the fault, or the only one of several whose
  /// suggestion something outside the tables agrees with. nullptr where no cell stands out.
  const Suspect* likely() const {
    const Suspect* found = nullptr;
    for (const Suspect& suspect : suspects) {
      const bool stands_out =
          suspects.size() == 1 ? suspect.of == 1 || !suspect.witnesses.empty() : !suspect.witnesses.empty();
      if (suspect.is_exact() && stands_out) {
        if (found != nullptr) {
          return nullptr;
        }
        found = &suspect;
      }
    }
    return found;
  }

  /// left - right, where both are known.
  std::optional<std::int64_t> difference() const {
    return left && right ? checked_subtract(*left, *right) : std::nullopt;
  }
};

/// A name for a finding that is the same in every run while rule, cells and values are the same: 16 hexadecimal digits.
inline std::string fingerprint(const Finding& finding) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto mix = [&hash](std::string_view text) {
    for (const char c : text) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    hash = (hash ^ 0xffU) * 1099511628211ULL;
  };
  mix(finding.rule);
  for (const CellValue& cell : finding.cells) {
    mix(cells[cell.cell].key);
    mix(cell.value ? std::to_string(*cell.value) : std::string());
  }
  for (const ComparedCell& other : finding.compared) {
    mix(other.body);
    mix(cells[other.cell.cell].key);
    mix(other.cell.value ? std::to_string(*other.cell.value) : std::string());
  }
  mix(finding.reason.zh);
  mix(finding.detail);
  std::string text(16, '0');
  for (std::size_t i = 0; i < text.size(); ++i) {
    text[i] = "0123456789abcdef"[(hash >> (60 - 4 * i)) & 0xfU];
  }
  return text;
}

/// Why an instance of a rule could not be decided.
enum class OpenReason : std::uint8_t {
  blank_total,      ///< the total is blank: its own sum is not stated
  all_blank,        ///< nothing is written in any of the cells
  unknown_blank,    ///< a blank may be any number (blank policy `unknown`)
  unreadable,       ///< a cell could not be read
  missing_input,    ///< the report does not say something the rule needs (year, level, date, text)
  no_document,      ///< there is only the data, not the document it was read from
  not_assessable,   ///< no single report can show it; the rule explains the form
  unclassified,     ///< a number of the text that could not be told what it counts
  not_comparable,   ///< the other report is on another year, or in a form that has no such cells
  reports_missing,  ///< reports of some subordinate bodies are missing
  inferred,         ///< the equation itself settled a number (CellState::inferred)
};
inline constexpr std::size_t open_reason_count = 11;

/// How far one rule got: how many instances of it held, were violated, or stayed open and why.
struct Coverage {
  std::uint32_t held = 0, violated = 0;
  std::uint32_t assumed = 0;  ///< of those held, how many count a blank as 0
  std::array<std::uint32_t, open_reason_count> open{};

  constexpr std::uint32_t open_total() const {
    std::uint32_t sum = 0;
    for (const std::uint32_t n : open) {
      sum += n;
    }
    return sum;
  }
};

}  // namespace gongkai
