// Every equation is used twice over: to find the only way, and, left out, to see that it holds all the same.
#include "interpret/prove.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "gongkai/model/equation.hpp"
#include "interpret/partings.hpp"

namespace gongkai {
namespace {

constexpr std::size_t width = equation_detail::request_columns;
constexpr std::size_t most_steps = 2'000'000;  // of search in a report
constexpr std::size_t most_ways = 2'000;       // to part a row

using Row = std::array<std::int64_t, width>;

/// What a row of the table of requests adds to the equation of each column: of the outcomes' sum, of the balance.
struct Role {
  int sum = 0, balance = 0;
};
Role role_of(std::int16_t row) {
  const std::size_t cell = cells_of_row(row).first;
  Role role;
  for (const Equation& equation : equations) {
    if (equation.kind == Equation::Kind::column) {
      role.sum += equation_detail::sign_in(equation, cell);
    } else if (equation.kind == Equation::Kind::balance) {
      role.balance += equation_detail::sign_in(equation, cell);
    }
  }
  return role;
}

/// What is known of a row of the table.
struct RowOptions {
  std::int16_t row = -1;
  Role role;
  bool is_known = false;                   ///< read from the document as it stands
  std::vector<Row> ways;                   ///< values that it may have; none: nothing is known of it
  const RowCandidate* fused = nullptr;     ///< whose digits are parted
  const RowWithoutLabel* loose = nullptr;  ///< that is given to it
};

std::optional<std::int64_t> count_of(const Item& item) {
  if (item.number.kind == ParsedNumber::Kind::blank) {
    return 0;
  }
  return is_number(item) && item.number.unit == Unit::none && item.number.kind == ParsedNumber::Kind::number
             ? item.number.as_count()
             : std::nullopt;
}

/// The values of a row; a total that is not stated stands for the sum of its parts.
std::optional<Row> values_of(const std::vector<Item>& items) {
  Row row{};
  if (items.size() != width) {
    return std::nullopt;
  }
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < width; ++i) {
    const std::optional<std::int64_t> value = count_of(items[i]);
    if (!value || *value < 0 || *value > Count::limit) {
      return std::nullopt;
    }
    row[i] = *value;
    sum += i + 1 < width ? *value : 0;
  }
  row[width - 1] = items.back().number.kind == ParsedNumber::Kind::blank ? sum : row[width - 1];
  return row;
}

bool adds_up(const Row& row) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i + 1 < width; ++i) {
    sum += row[i];
  }
  return sum == row[width - 1];
}

/// The equations over the columns of the table: sums of outcomes, then balances.
constexpr std::size_t equation_count = 2 * width;
using Sums = std::array<std::int64_t, equation_count>;

/// Finds the choice of one way for each row that satisfies equations.
class ColumnSearch {
 public:
  ColumnSearch(const std::vector<RowOptions>& all, SearchBudget& budget) : all_(all), budget_(budget) {}

  /// How many choices satisfy them, at most two; `best` is the last found.
  int count(const std::array<bool, equation_count>& wanted) {
    wanted_ = wanted;
    open_.clear();
    start_ = {};
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].ways.size() == 1) {
        add(start_, all_[i], all_[i].ways[0]);
      } else if (!all_[i].ways.empty()) {
        open_.push_back(i);
      }
    }
    std::sort(open_.begin(), open_.end(),
              [this](std::size_t a, std::size_t b) { return all_[a].ways.size() > all_[b].ways.size(); });
    bound();
    choice_.assign(all_.size(), 0);
    found_ = 0;
    run(0, start_);
    return budget_.is_used_up() ? 2 : found_;
  }
  const std::vector<std::size_t>& best() const { return best_; }

 private:
  static void add(Sums& sums, const RowOptions& options, const Row& way) {
    for (std::size_t i = 0; i < width; ++i) {
      sums[i] += options.role.sum * way[i];
      sums[width + i] += options.role.balance * way[i];
    }
  }
  /// The least and the most that the rows from one on can still add.
  void bound() {
    least_.assign(open_.size() + 1, {});
    most_ = least_;
    for (std::size_t i = open_.size(); i-- > 0;) {
      Sums low{}, high{};
      bool is_first = true;
      for (const Row& way : all_[open_[i]].ways) {
        Sums sums{};
        add(sums, all_[open_[i]], way);
        for (std::size_t e = 0; e < equation_count; ++e) {
          low[e] = is_first ? sums[e] : std::min(low[e], sums[e]);
          high[e] = is_first ? sums[e] : std::max(high[e], sums[e]);
        }
        is_first = false;
      }
      for (std::size_t e = 0; e < equation_count; ++e) {
        least_[i][e] = least_[i + 1][e] + low[e];
        most_[i][e] = most_[i + 1][e] + high[e];
      }
    }
  }
  void run(std::size_t at, const Sums& sums) {
    if (found_ > 1 || !budget_.take()) {
      return;
    }
    for (std::size_t e = 0; e < equation_count; ++e) {
      if (wanted_[e] && (sums[e] + least_[at][e] > 0 || sums[e] + most_[at][e] < 0)) {
        return;
      }
    }
    if (at == open_.size()) {
      ++found_;
      best_ = choice_;
      return;
    }
    const RowOptions& options = all_[open_[at]];
    for (std::size_t way = 0; way < options.ways.size(); ++way) {
      Sums next = sums;
      add(next, options, options.ways[way]);
      choice_[open_[at]] = way;
      run(at + 1, next);
    }
  }

  const std::vector<RowOptions>& all_;
  SearchBudget& budget_;
  std::array<bool, equation_count> wanted_{};
  std::vector<std::size_t> open_, choice_, best_;
  std::vector<Sums> least_, most_;
  Sums start_{};
  int found_ = 0;
};

class Prover {
 public:
  Prover(const Evidence& evidence, const Decision& decision, const std::vector<std::string_view>& stated)
      : evidence_(evidence), decision_(decision), stated_(stated) {}

  Proof prove() {
    if (decision_.edition != Edition::unknown && may_prove()) {
      prove_requests();
      prove_cases();
    }
    return std::move(proof_);
  }

 private:
  /// Whether anything is there to prove: most documents have nothing.
  bool may_prove() const {
    std::size_t candidate = 0;
    for (const Sighting& sighting : evidence_.sightings) {
      if (const auto* row = std::get_if<RowCandidate>(&sighting)) {
        if (decision_.fates[candidate++] == Fate::taken && !row->is_read()) {
          return true;
        }
      } else if (std::holds_alternative<RowWithoutLabel>(sighting)) {
        return true;
      }
    }
    return false;
  }

  const RowCandidate* taken(std::int16_t row) const {
    std::size_t candidate = 0;
    for (const Sighting& sighting : evidence_.sightings) {
      if (const auto* found = std::get_if<RowCandidate>(&sighting)) {
        if (decision_.fates[candidate++] == Fate::taken && found->row == row) {
          return found;
        }
      }
    }
    return nullptr;
  }

  // ---- The table of requests ----

  /// The rows that the table has in the document; false where what is known of one contradicts itself.
  bool find_rows() {
    const bool has_single = taken(single_other_row) != nullptr;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto row = static_cast<std::int16_t>(i);
      const bool is_one_of_three = rows[i].editions == Editions::form_2021;
      const bool is_there = row == single_other_row
                                ? has_single || has(rows[i].editions, decision_.edition)
                                : has(rows[i].editions, decision_.edition) && !(is_one_of_three && has_single);
      if (rows[i].type != RowType::applicants || !is_there) {
        continue;
      }
      RowOptions options;
      options.row = row;
      options.role = role_of(row);
      const RowCandidate* candidate = taken(row);
      if (candidate != nullptr && candidate->is_read()) {
        options.is_known = true;
        if (const std::optional<Row> values = values_of(candidate->values)) {
          options.ways.push_back(*values);
        }
      } else if (candidate != nullptr) {
        options.fused = candidate;
        if (!part(options)) {
          return false;
        }
      }
      all_.push_back(std::move(options));
    }
    return true;
  }

  /// A row with fewer digits than cells shows that the document dropped its blanks: then no parting is to be trusted.
  bool part(RowOptions& options) {
    const std::optional<FusedDigits> digits = fused_digits(options.fused->text);
    if (!digits || digits->size() < width) {
      return false;
    }
    for (const Parting& parting : partings(*digits, 0, width, true, true, budget_)) {
      Row& way = options.ways.emplace_back();
      std::copy(parting.numbers.begin(), parting.numbers.end(), way.begin());
    }
    return !options.ways.empty() && options.ways.size() <= most_ways && !budget_.is_used_up();
  }

  /// Gives rows without label to the rows that are missing between those around them, where they are as many.
  bool fill_gaps() {
    std::vector<const RowWithoutLabel*> gap;
    std::int16_t before = -1;
    std::size_t candidate = 0;
    bool is_clear = true;
    const auto close = [&](std::int16_t next) {
      std::vector<RowOptions*> missing;
      for (RowOptions& options : all_) {
        if (options.row > before && options.row < next && !options.is_known && options.fused == nullptr) {
          missing.push_back(&options);
        }
      }
      if (missing.size() != gap.size()) {
        is_clear = is_clear && gap.empty();
      } else {
        for (std::size_t i = 0; i < gap.size(); ++i) {
          const std::optional<Row> values = values_of(gap[i]->values);
          is_clear = is_clear && values && adds_up(*values);
          missing[i]->loose = gap[i];
          missing[i]->ways.assign(values ? 1 : 0, values.value_or(Row{}));
        }
      }
      gap.clear();
    };
    for (const Sighting& sighting : evidence_.sightings) {
      if (const auto* found = std::get_if<RowCandidate>(&sighting)) {
        const bool is_row = decision_.fates[candidate++] == Fate::taken &&
                            rows[static_cast<std::size_t>(found->row)].type == RowType::applicants;
        if (is_row && found->row < before) {
          return false;
        }
        if (is_row) {
          close(found->row);
          before = found->row;
        }
      } else if (const auto* loose = std::get_if<RowWithoutLabel>(&sighting); loose != nullptr && loose->section == 3) {
        gap.push_back(loose);
      }
    }
    close(static_cast<std::int16_t>(rows.size()));
    return is_clear;
  }

  void prove_requests() {
    if (!find_rows() || !fill_gaps()) {
      return;
    }
    const bool any = std::any_of(all_.begin(), all_.end(),
                                 [](const RowOptions& options) { return !options.is_known && !options.ways.empty(); });
    std::array<bool, equation_count> wanted{};
    for (std::size_t part = 0; part < 2; ++part) {  // an equation over a row of which nothing is known says nothing
      const bool is_whole = std::none_of(all_.begin(), all_.end(), [&](const RowOptions& options) {
        return options.ways.empty() && (part == 0 ? options.role.sum : options.role.balance) != 0;
      });
      std::fill_n(wanted.begin() + static_cast<std::ptrdiff_t>(part * width), width, is_whole);
    }
    ColumnSearch search(all_, budget_);
    if (!any || (!wanted[0] && !wanted[width]) || search.count(wanted) != 1) {
      return;
    }
    const std::vector<std::size_t> choice = search.best();
    if (!is_confirmed(wanted)) {
      return;
    }
    put_requests(choice, wanted);
  }

  /// Whether the choice is still the only one without some equation over the rows that have a choice; for those of the
  /// outcomes, and for those that only the balance is over. The column of totals follows from the others.
  bool is_confirmed(std::array<bool, equation_count> wanted) {
    wanted[width - 1] = wanted[2 * width - 1] = false;
    const auto has_choice = [this](bool is_outcome) {
      return std::any_of(all_.begin(), all_.end(), [&](const RowOptions& options) {
        return options.ways.size() > 1 && (options.role.sum != 0) == is_outcome;
      });
    };
    const auto is_sure = [&](std::size_t first) {
      for (std::size_t e = first; e < first + width; ++e) {
        std::array<bool, equation_count> without = wanted;
        without[e] = false;
        if (wanted[e] && ColumnSearch(all_, budget_).count(without) == 1) {
          return true;
        }
      }
      return false;
    };
    return (!has_choice(true) || is_sure(0)) && (!has_choice(false) || is_sure(width));
  }

  void put_requests(const std::vector<std::size_t>& choice, const std::array<bool, equation_count>& wanted) {
    Place first;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const RowOptions& options = all_[i];
      const bool is_touched = (wanted[0] && options.role.sum != 0) || (wanted[width] && options.role.balance != 0);
      if (options.is_known || options.ways.empty() || !is_touched) {
        continue;
      }
      const Place place = options.fused != nullptr ? options.fused->place : options.loose->values.front().place;
      first = first.is_known() ? first : place;
      for (std::size_t column = 0; column < width; ++column) {
        const std::string text =
            options.fused != nullptr ? options.fused->text : std::string(options.loose->values[column].text);
        proof_.cells.push_back({cells_of_row(options.row).first + column, options.ways[choice[i]][column],
                                options.fused != nullptr ? place : options.loose->values[column].place, text});
      }
      if (options.loose != nullptr) {
        proof_.used.push_back(options.loose);
      }
    }
    note_table(3, first);
  }

  // ---- Section four ----

  void prove_cases() {
    std::array<const RowCandidate*, 3> blocks{};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      blocks[i] = taken(static_cast<std::int16_t>(first_case_row + static_cast<std::int16_t>(i)));
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
    note_table(4, blocks[0]->place);
  }

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

  /// Whether the report's text states the total of each block that has a number of several digits.
  bool is_stated(const Numbers& numbers) const {
    constexpr std::size_t in_block = case_count / 3;
    bool any = false;
    for (std::size_t block = 0; block < 3; ++block) {
      const std::int64_t total = numbers[block * in_block + in_block - 1];
      if (total < 10) {
        continue;
      }
      any = true;
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
    return any;
  }

  void note_table(int section, const Place& place) {
    for (const TableInfo& table : tables) {
      if (table.section == section) {
        proof_.notes.push_back({NoteKind::inferred, place, -1, -1, std::string(table.title.zh)});
        return;
      }
    }
  }

  const Evidence& evidence_;
  const Decision& decision_;
  const std::vector<std::string_view>& stated_;
  SearchBudget budget_{most_steps};
  std::vector<RowOptions> all_;  // the rows of the table of requests
  Proof proof_;
};

}  // namespace

bool Proof::has(std::int16_t row) const {
  return std::any_of(cells.begin(), cells.end(),
                     [row](const InferredCell& inferred) { return gongkai::cells[inferred.cell].row == row; });
}

bool Proof::has_used(const RowWithoutLabel& row) const {
  return std::find(used.begin(), used.end(), &row) != used.end();
}

Proof prove(const Evidence& evidence, const Decision& decision, const std::vector<std::string_view>& stated) {
  return Prover(evidence, decision, stated).prove();
}

}  // namespace gongkai
