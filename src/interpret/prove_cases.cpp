// The line of section four: three blocks, each of which adds up, and nothing more; so a parting must be the only one even where
// one block need not add up, or the report's text must state its totals.
#include <algorithm>
#include <array>
#include <optional>

#include "interpret/provers.hpp"

namespace gongkai {
namespace {

class CasesProver {
 public:
  CasesProver(const Evidence& evidence, const Decision& decision, const std::vector<std::string_view>& stated,
              SearchBudget& budget, Proof& proof)
      : evidence_(evidence), decision_(decision), stated_(stated), budget_(budget), proof_(proof) {}

  void prove() {
    std::array<const RowCandidate*, 3> blocks{};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      blocks[i] =
          taken_row(evidence_, decision_, static_cast<std::int16_t>(first_case_row + static_cast<std::int16_t>(i)));
      if (blocks[i] == nullptr || blocks[i]->is_read()) {
        return;
      }
    }
    const bool is_one_line = blocks[0]->text == blocks[1]->text && blocks[0]->text == blocks[2]->text;
    const std::optional<Numbers> numbers = is_one_line ? line_of_cases(blocks[0]->text) : std::nullopt;
    if (!numbers) {
      return;
    }
    for (std::size_t i = 0; i < case_count; ++i) {
      proof_.cells.push_back(
          {cells_of_row(first_case_row).first + i, (*numbers)[i], blocks[0]->place, blocks[0]->text});
    }
    note_inferred(4, blocks[0]->place, proof_);
  }

 private:
  /// The numbers of the three blocks, each of which adds up, where they are sure.
  std::optional<Numbers> line_of_cases(std::string_view text) {
    const std::optional<FusedDigits> digits = fused_digits(text);
    if (!digits || digits->size() < case_count) {
      return std::nullopt;
    }
    const std::vector<Numbers> all = lines(*digits, 3);
    if (all.size() != 1 || budget_.is_used_up()) {
      return std::nullopt;
    }
    bool is_confirmed = digits->size() == case_count;  // one digit each, before any sum is looked at
    if (!is_confirmed) {
      is_confirmed = true;
      for (std::size_t left_out = 0; left_out < 3 && is_confirmed; ++left_out) {  // no block's own sum was needed
        is_confirmed = lines(*digits, left_out).size() == 1 && !budget_.is_used_up();
      }
    }
    return is_confirmed || is_stated(all[0]) ? std::optional(all[0]) : std::nullopt;
  }

  /// The ways to part the line, at most two; one block need not add up.
  std::vector<Numbers> lines(const FusedDigits& digits, std::size_t left_out) {
    constexpr std::size_t in_block = case_count / 3;
    std::vector<Parting> open{{{}, 0}};
    for (std::size_t block = 0; block < 3; ++block) {
      std::vector<Parting> next;
      for (const Parting& begun : open) {
        for (const Parting& parting : partings(digits, begun.end, in_block, block != left_out, block == 2, budget_)) {
          Parting& longer = next.emplace_back(begun);
          longer.numbers.insert(longer.numbers.end(), parting.numbers.begin(), parting.numbers.end());
          longer.end = parting.end;
          if (next.size() > 20'000) {
            budget_.steps = 0;
            return {};
          }
        }
      }
      open = std::move(next);
    }
    std::vector<Numbers> result;
    for (std::size_t i = 0; i < std::min<std::size_t>(open.size(), 2); ++i) {
      result.push_back(open[i].numbers);
    }
    return result;
  }

  /// Whether the report's text states the total of each block that has a number of several digits; one has.
  bool is_stated(const Numbers& numbers) const {
    constexpr std::size_t in_block = case_count / 3;
    for (std::size_t block = 0; block < 3; ++block) {
      const std::int64_t total = numbers[block * in_block + in_block - 1];
      if (total < 10) {
        continue;
      }
      const std::string wanted = std::to_string(total);
      const bool is_found = std::any_of(stated_.begin(), stated_.end(), [&](std::string_view text) {
        const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
        for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
          if (!(at > 0 && is_digit(at - 1)) && !is_digit(at + wanted.size())) {
            return true;
          }
        }
        return false;
      });
      if (!is_found) {
        return false;
      }
    }
    return true;
  }

  const Evidence& evidence_;
  const Decision& decision_;
  const std::vector<std::string_view>& stated_;
  SearchBudget& budget_;
  Proof& proof_;
};

}  // namespace

void prove_cases(const Evidence& evidence, const Decision& decision, const std::vector<std::string_view>& stated,
                 SearchBudget& budget, Proof& proof) {
  CasesProver(evidence, decision, stated, budget, proof).prove();
}

}  // namespace gongkai
