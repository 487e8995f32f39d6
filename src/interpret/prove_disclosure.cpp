// Section two has no equations: a row's digits are parted where there is one way only to part them, or where the report's
// text states each of its numbers. Two of three would not do: a text that drops a digit at either end of the row agrees with a
// parting, too, and then the third number is wrong.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "gongkai/claims/claims.hpp"
#include "interpret/provers.hpp"

namespace gongkai {
namespace {

/// The ways to fill columns with the digits from one place on, some of them blank; none counted beyond two.
class Fillings {
 public:
  Fillings(const FusedDigits& digits, std::size_t columns, SearchBudget& budget)
      : digits_(digits), columns_(columns), budget_(budget) {}

  /// The numbers of the only way, which leaves no column blank.
  std::optional<Numbers> only() {
    fill(0, 0);
    return found_ == 1 && !budget_.is_used_up() && first_.size() == columns_ ? std::optional(first_) : std::nullopt;
  }

 private:
  void fill(std::size_t at, std::size_t column) {
    if (column == columns_) {
      if (at == digits_.size() && found_++ == 0) {
        first_ = numbers_;
      }
      return;
    }
    constexpr std::size_t longest = 9;  // digits
    std::int64_t value = 0;
    for (std::size_t end = at; end < digits_.size() && end - at < longest && found_ < 2 && budget_.take(); ++end) {
      if (end > at && digits_.digits[at] == '0') {
        break;
      }
      value = value * 10 + (digits_.digits[end] - '0');
      numbers_.push_back(value);
      fill(end + 1, column + 1);
      numbers_.pop_back();
    }
    if (found_ < 2 && budget_.take()) {
      fill(at, column + 1);
    }
  }

  const FusedDigits& digits_;
  std::size_t columns_;
  SearchBudget& budget_;
  Numbers numbers_, first_;
  std::size_t found_ = 0;
};

class DisclosureProver {
 public:
  DisclosureProver(const Evidence& evidence, const Decision& decision, const Reading& reading, SearchBudget& budget,
                   Proof& proof)
      : evidence_(evidence), decision_(decision), reading_(reading), budget_(budget), proof_(proof) {}

  void prove() {
    std::vector<const RowCandidate*> fused;
    const std::vector<const RowCandidate*> candidates = candidates_of(evidence_);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const RowInfo& row = rows[static_cast<std::size_t>(candidates[i]->row)];
      if (tables[row.table].section != 2 || decision_.fates[i] != Fate::taken) {
        continue;
      }
      if (!has(row.editions, decision_.edition)) {
        return;  // rows of both editions: which columns there are is not sure
      }
      if (!candidates[i]->is_read() && candidates[i]->fault == NoteKind::fused) {
        fused.push_back(candidates[i]);
      }
    }
    if (fused.empty()) {
      return;
    }
    const About& about = reading_.report.about;
    for (const Prose prose : {Prose::overview, Prose::other_matters, Prose::beside_tables}) {
      find_claims(text(prose), prose, about, claims_);
    }
    for (const RowCandidate* row : fused) {
      settle(*row);
    }
  }

 private:
  std::string_view text(Prose prose) const {
    const Narrative& narrative = reading_.report.narrative;
    return prose == Prose::overview        ? narrative.overview
           : prose == Prose::other_matters ? narrative.other_matters
                                           : std::string_view(reading_.table_text);
  }

  void settle(const RowCandidate& row) {
    std::vector<std::size_t> columns;
    const RowCells& range = cells_of_row(row.row);
    for (std::size_t cell = range.first; cell < range.end(); ++cell) {
      if (has(cells[cell].editions, decision_.edition)) {
        columns.push_back(cell);
      }
    }
    const std::optional<FusedDigits> digits = fused_digits(row.text);
    if (!digits || digits->size() == 0 || columns.empty()) {
      return;
    }
    std::vector<const Claim*> stated;
    for (const std::size_t cell : columns) {
      stated.push_back(stated_for(cell));
    }
    if (spells(stated, *digits)) {
      put(row, columns, values_of(stated));
      proof_.notes.push_back({NoteKind::inferred_stated, row.place, -1, -1, words_of(row, stated)});
      return;
    }
    const bool is_contradicted = std::any_of(stated.begin(), stated.end(), [](const Claim* claim) { return claim; });
    const std::optional<Numbers> only = columns.size() == 1 || is_contradicted || has_space(*digits)
                                            ? std::nullopt
                                            : Fillings(*digits, columns.size(), budget_).only();
    if (only && may_be_money(columns, *only)) {
      put(row, columns, *only);
      note_alone(row.place);
    }
  }

  /// Whether spaces stand among the digits: some may be within a number, 30 3 for 303.
  static bool has_space(const FusedDigits& digits) {
    return std::find(digits.begins.begin() + 1, digits.begins.end(), true) != digits.begins.end();
  }

  /// The claim for a cell with which all others agree; nullptr where there is none.
  const Claim* stated_for(std::size_t cell) const {
    const Claim* found = nullptr;
    for (const Claim& claim : claims_) {
      if (claim.kind != Claim::Kind::cell || claim.cell != cell) {
        continue;
      }
      if (claim.is_part || claim.step != 1 || (found != nullptr && found->value != claim.value)) {
        return nullptr;
      }
      found = &claim;
    }
    return found;
  }

  static Numbers values_of(const std::vector<const Claim*>& stated) {
    Numbers values;
    for (const Claim* claim : stated) {
      values.push_back(claim->value);
    }
    return values;
  }

  /// Whether the numbers stated, one behind another, are the digits.
  static bool spells(const std::vector<const Claim*>& stated, const FusedDigits& digits) {
    std::string spelled;
    std::vector<bool> begins(digits.size());
    for (const Claim* claim : stated) {
      if (claim == nullptr || claim->value < 0 || cells[claim->cell].is_money || spelled.size() >= digits.size()) {
        return false;
      }
      begins[spelled.size()] = true;
      spelled += std::to_string(claim->value);
    }
    for (std::size_t i = 0; i < digits.size() && i < spelled.size(); ++i) {
      if (digits.begins[i] && !begins[i]) {
        return false;
      }
    }
    return spelled == digits.digits;
  }

  /// Digits alone do not say whether an amount is of 元 or 万元, but of nothing.
  static bool may_be_money(const std::vector<std::size_t>& columns, const Numbers& numbers) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (cells[columns[i]].is_money && numbers[i] != 0) {
        return false;
      }
    }
    return true;
  }

  void put(const RowCandidate& row, const std::vector<std::size_t>& columns, const Numbers& numbers) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      proof_.cells.push_back({columns[i], numbers[i], row.place, row.text});
    }
  }

  void note_alone(const Place& place) {
    if (!std::exchange(is_noted_, true)) {
      proof_.notes.push_back({NoteKind::inferred_alone, place, -1, -1, std::string(tables[0].title.zh)});
    }
  }

  /// The row, and the words of the text that state its numbers.
  std::string words_of(const RowCandidate& row, const std::vector<const Claim*>& stated) const {
    std::string words(rows[static_cast<std::size_t>(row.row)].label.zh(decision_.edition));
    std::string_view mark = "：";
    for (const Claim* claim : stated) {
      words.append(mark).append(text(claim->prose).substr(claim->begin, claim->end - claim->begin));
      mark = "；";
    }
    return words;
  }

  const Evidence& evidence_;
  const Decision& decision_;
  const Reading& reading_;
  SearchBudget& budget_;
  Proof& proof_;
  Claims claims_;
  bool is_noted_ = false;
};

}  // namespace

void prove_disclosure(const Evidence& evidence, const Decision& decision, const Reading& reading, SearchBudget& budget,
                      Proof& proof) {
  DisclosureProver(evidence, decision, reading, budget, proof).prove();
}

}  // namespace gongkai
