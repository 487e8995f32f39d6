// The table of requests: every equation is used twice over, to find the only way, and, left out, to see that it holds all the
// same.
#include <algorithm>
#include <array>
#include <optional>

#include "interpret/column_search.hpp"
#include "interpret/provers.hpp"

namespace gongkai {
namespace {

constexpr std::size_t most_ways = 2'000;  // to part a row

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

std::optional<std::int64_t> count_of(const Item& item) {
  if (item.number.kind == ParsedNumber::Kind::blank) {
    return 0;
  }
  return is_number(item) && item.number.unit == Unit::none && item.number.kind == ParsedNumber::Kind::number
             ? item.number.as_count()
             : std::nullopt;
}

/// The values of a row; a total that is not stated stands for the sum of its parts.
std::optional<RequestRow> values_of(const std::vector<Item>& items) {
  RequestRow row{};
  if (items.size() != request_width) {
    return std::nullopt;
  }
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < request_width; ++i) {
    const std::optional<std::int64_t> value = count_of(items[i]);
    if (!value || *value < 0 || *value > Count::limit) {
      return std::nullopt;
    }
    row[i] = *value;
    sum += i + 1 < request_width ? *value : 0;
  }
  row[request_width - 1] = items.back().number.kind == ParsedNumber::Kind::blank ? sum : row[request_width - 1];
  return row;
}

bool adds_up(const RequestRow& row) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i + 1 < request_width; ++i) {
    sum += row[i];
  }
  return sum == row[request_width - 1];
}

class RequestsProver {
 public:
  RequestsProver(const Evidence& evidence, const Decision& decision, SearchBudget& budget, Proof& proof)
      : evidence_(evidence), decision_(decision), budget_(budget), proof_(proof) {}

  void prove() {
    if (!find_rows() || !fill_gaps()) {
      return;
    }
    const bool any = std::any_of(all_.begin(), all_.end(),
                                 [](const RowOptions& options) { return !options.is_known && !options.ways.empty(); });
    WantedEquations wanted{};
    for (std::size_t part = 0; part < 2; ++part) {  // an equation over a row of which nothing is known says nothing
      const bool is_whole = std::none_of(all_.begin(), all_.end(), [&](const RowOptions& options) {
        return options.ways.empty() && (part == 0 ? options.role.sum : options.role.balance) != 0;
      });
      std::fill_n(wanted.begin() + static_cast<std::ptrdiff_t>(part * request_width), request_width, is_whole);
    }
    ColumnSearch search(all_, budget_);
    if (!any || (!wanted[0] && !wanted[request_width]) || search.count(wanted) != 1) {
      return;
    }
    const std::vector<std::size_t> choice = search.best();
    if (!is_confirmed(wanted)) {
      return;
    }
    put_requests(choice, wanted);
  }

 private:
  /// The rows that the table has in the document; false where what is known of one contradicts itself.
  bool find_rows() {
    const bool has_single = taken_row(evidence_, decision_, single_other_row) != nullptr;
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
      const RowCandidate* candidate = taken_row(evidence_, decision_, row);
      if (candidate != nullptr && candidate->is_read()) {
        options.is_known = true;
        if (const std::optional<RequestRow> values = values_of(candidate->values)) {
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
    if (!digits || digits->size() < request_width) {
      return false;
    }
    for (const Parting& parting : partings(*digits, 0, request_width, true, true, budget_)) {
      RequestRow& way = options.ways.emplace_back();
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
          const std::optional<RequestRow> values = values_of(gap[i]->values);
          is_clear = is_clear && values && adds_up(*values);
          missing[i]->loose = gap[i];
          missing[i]->ways.assign(values ? 1 : 0, values.value_or(RequestRow{}));
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

  /// Whether the choice is still the only one without some equation over the rows that have a choice; for those of the
  /// outcomes, and for those that only the balance is over. The column of totals follows from the others.
  bool is_confirmed(WantedEquations wanted) {
    wanted[request_width - 1] = wanted[2 * request_width - 1] = false;
    const auto has_choice = [this](bool is_outcome) {
      return std::any_of(all_.begin(), all_.end(), [&](const RowOptions& options) {
        return options.ways.size() > 1 && (options.role.sum != 0) == is_outcome;
      });
    };
    const auto is_sure = [&](std::size_t first) {
      for (std::size_t e = first; e < first + request_width; ++e) {
        WantedEquations without = wanted;
        without[e] = false;
        if (wanted[e] && ColumnSearch(all_, budget_).count(without) == 1) {
          return true;
        }
      }
      return false;
    };
    return (!has_choice(true) || is_sure(0)) && (!has_choice(false) || is_sure(request_width));
  }

  void put_requests(const std::vector<std::size_t>& choice, const WantedEquations& wanted) {
    Place first;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const RowOptions& options = all_[i];
      const bool is_touched =
          (wanted[0] && options.role.sum != 0) || (wanted[request_width] && options.role.balance != 0);
      if (options.is_known || options.ways.empty() || !is_touched) {
        continue;
      }
      const Place place = options.fused != nullptr ? options.fused->place : options.loose->values.front().place;
      first = first.is_known() ? first : place;
      for (std::size_t column = 0; column < request_width; ++column) {
        const std::string text =
            options.fused != nullptr ? options.fused->text : std::string(options.loose->values[column].text);
        proof_.cells.push_back({cells_of_row(options.row).first + column, options.ways[choice[i]][column],
                                options.fused != nullptr ? place : options.loose->values[column].place, text});
      }
      if (options.loose != nullptr) {
        proof_.used.push_back(options.loose);
      }
    }
    note_inferred(3, first, proof_);
  }

  const Evidence& evidence_;
  const Decision& decision_;
  SearchBudget& budget_;
  Proof& proof_;
  std::vector<RowOptions> all_;  // the rows of the table
};

}  // namespace

void prove_requests(const Evidence& evidence, const Decision& decision, SearchBudget& budget, Proof& proof) {
  RequestsProver(evidence, decision, budget, proof).prove();
}

}  // namespace gongkai
