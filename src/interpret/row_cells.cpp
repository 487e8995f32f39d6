// Which cells the values of a row stand for, and the blanks that layouts add among them.
#include <algorithm>
#include <utility>

#include "interpret/row_gatherer.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

std::size_t cell_named(std::int16_t row, std::string_view column) {
  const RowCells range = cells_of_row(row);
  for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
    if (cells[i].column_info().name == column) {
      return i;
    }
  }
  return cell_count;
}

/// Whether two columns are the same one of the form.
bool has_repetition(const std::vector<std::size_t>& wanted) {
  for (auto cell = wanted.begin(); cell != wanted.end(); ++cell) {
    if (*cell != cell_count && std::find(cell + 1, wanted.end(), *cell) != wanted.end()) {
      return true;
    }
  }
  return false;
}

bool has_several(const Item& value) {
  constexpr std::size_t shortest = 3;  // bytes: 1 2
  return value.text.size() >= shortest && value.text.find(' ') != std::string_view::npos &&
         numbers_in(value.text).size() > 1;
}

}  // namespace

/// Whether one cell holds all that is written in a row of `wanted` values, and holds too much for one number: digits that ran
/// together, beside the cells that they left.
bool is_run_in_cell(const std::vector<Item>& values, std::size_t wanted) {
  const Item* run = nullptr;
  for (const Item& value : values) {
    if (!is_empty(value) && run != nullptr) {
      return false;
    }
    run = is_empty(value) ? run : &value;
  }
  if (run == nullptr || values.size() < 2) {
    return false;
  }
  const auto digits = std::count_if(run->text.begin(), run->text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool is_all_digits = run->text.find_first_not_of("0123456789 ") == std::string_view::npos;
  return is_all_digits && (static_cast<std::size_t>(digits) >= wanted || run->number.kind == ParsedNumber::Kind::fused);
}

/// Makes as many values as there are columns by leaving out blanks that layouts add; false where that is not safe.
bool fit_blanks(std::vector<Item>& values, std::size_t wanted, bool is_filled_up_behind) {
  if (values.size() <= wanted) {
    return values.size() == wanted;
  }
  const auto tail = values.begin() + static_cast<std::ptrdiff_t>(wanted);
  const auto filled = values.size() - static_cast<std::size_t>(std::count_if(values.begin(), values.end(), is_empty));
  // With a blank first and last, the added ones may stand at either end.
  if (std::all_of(tail, values.end(), is_empty) && (filled == 0 || !is_empty(values[0]) || is_filled_up_behind)) {
    values.resize(wanted);
    return true;
  }
  // What the label spans, where the last column is filled and nothing was added behind it.
  const auto head = values.end() - static_cast<std::ptrdiff_t>(wanted);
  if (!is_empty(values.back()) && std::all_of(values.begin(), head, is_empty)) {
    values.erase(values.begin(), head);
    return true;
  }
  if (filled == wanted) {
    values.erase(std::remove_if(values.begin(), values.end(), is_empty), values.end());
    return true;
  }
  return false;
}

std::vector<std::string_view> numbers_in(std::string_view text) {
  std::vector<std::string_view> numbers;
  if (text.find_first_not_of("0123456789 ") != std::string_view::npos) {
    return numbers;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = unicode::find_ascii(text, ' ', begin);
    if (end > begin) {
      numbers.push_back(text.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return numbers;
}

std::size_t cells_of_several(const std::vector<Item>& values) {
  return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), has_several));
}

bool may_hold_neighbour(const std::vector<Item>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool is_beside_empty =
        (i > 0 && is_empty(values[i - 1])) || (i + 1 < values.size() && is_empty(values[i + 1]));
    if (is_beside_empty && has_several(values[i])) {
      return true;
    }
  }
  return false;
}

std::vector<Item> split_at_spaces(const std::vector<Item>& values, std::size_t wanted, std::size_t in_sum) {
  std::vector<Item> apart;
  for (const Item& value : values) {
    const std::vector<std::string_view> numbers = numbers_in(value.text);
    if (numbers.empty() && !is_empty(value)) {
      return {};
    }
    for (const std::string_view number : numbers) {
      Item& part = apart.emplace_back(item_of(number, value.place));
      part.column = value.column;
    }
  }
  if (apart.size() != wanted) {
    return {};
  }
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < apart.size(); ++i) {
    const bool is_total = i % in_sum == in_sum - 1;
    sum += is_total ? -apart[i].number.digits : apart[i].number.digits;
    if (is_total && std::exchange(sum, 0) != 0) {
      return {};
    }
  }
  return apart;
}

std::vector<std::vector<Item>> without_repetitions(const std::vector<Item>& values, std::size_t wanted) {
  std::vector<std::vector<Item>> ways{values};
  const auto is_same = [](const Item& a, const Item& b) { return a.text == b.text; };
  while (!ways.empty() && ways.front().size() > wanted) {
    std::vector<std::vector<Item>> shorter;
    for (const std::vector<Item>& way : ways) {
      for (std::size_t i = 1; i < way.size(); ++i) {
        if (!is_same(way[i - 1], way[i])) {
          continue;
        }
        std::vector<Item> next = way;
        next.erase(next.begin() + static_cast<std::ptrdiff_t>(i));
        const bool is_known = std::any_of(shorter.begin(), shorter.end(), [&](const std::vector<Item>& other) {
          return std::equal(next.begin(), next.end(), other.begin(), other.end(), is_same);
        });
        if (!is_known) {
          shorter.push_back(std::move(next));
        }
      }
    }
    ways = std::move(shorter);
  }
  return ways;
}

void RowGatherer::take_row(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values) {
  settle_torn(row);
  offer(row, label, place, values);
}

void RowGatherer::take_unreadable(std::int16_t row, std::string_view text, const Place& place, NoteKind fault) {
  RowCandidate candidate;
  candidate.row = row;
  candidate.place = place;
  candidate.fault = fault;
  candidate.text = text;
  add(std::move(candidate));
}

void RowGatherer::offer(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values,
                        bool is_apart) {
  const bool any = !std::all_of(values.begin(), values.end(), is_empty);
  const std::vector<std::size_t>& wanted = targets(row);
  table_ = rows[static_cast<std::size_t>(row)].table;
  RowCandidate candidate;
  candidate.row = row;
  candidate.is_apart = is_apart;
  candidate.label = label;
  candidate.place = place;
  const bool is_request = rows[static_cast<std::size_t>(row)].type == RowType::applicants;
  const std::size_t several = cells_of_several(values);
  const bool any_blank = std::any_of(values.begin(), values.end(), is_empty);
  candidate.holds_several = several > 1 && any_blank;  // which of its blanks are what those cells took is not said
  candidate.is_run_in_cell = several == 1 && any_blank && is_run_in_cell(values, wanted.size());
  if (is_request && (several != 0 || values.size() < wanted.size())) {
    if (std::vector<Item> apart = split_at_spaces(values, wanted.size(), wanted.size()); !apart.empty()) {
      values = std::move(apart);
      candidate.holds_several = candidate.holds_several || (several != 0 && any_blank && !candidate.is_run_in_cell);
    }
  }
  if (any && has_repetition(wanted)) {
    read_once(candidate, values);
  } else if (tables[table_].section > 2 && is_run_in_cell(values, wanted.size())) {
    candidate.is_run_in_cell = std::any_of(values.begin(), values.end(), [](const Item& value) {
      return !is_empty(value) && value.column_span == 1;  // not all the cells that it was
    });
    candidate.fault = NoteKind::fused;
    candidate.text = unicode::trim(joined(values));
  } else if (candidate.holds_several && cells_of_several(values) != 0) {
    candidate.fault = NoteKind::fused;
    candidate.text = unicode::trim(joined(values));
  } else if (!fit_to(wanted, values)) {
    if (!any) {
      return;  // a head with blank padding
    }
    candidate.text = joined(values);
    const bool is_line = values[0].place.table == 0;  // no borders that would keep its cells apart
    const bool is_run = values.size() == 1 && values[0].text.size() >= wanted.size();
    candidate.fault = values.size() < wanted.size() && (is_line || is_run) ? NoteKind::fused : NoteKind::row_length;
  } else if (may_hold_neighbour(values)) {
    candidate.fault = NoteKind::fused;
    candidate.text = unicode::trim(joined(values));
  } else {
    candidate.cells = wanted;
    candidate.values = values;
    candidate.heads = head_;
    candidate.note_unit = note_unit_;
  }
  add(std::move(candidate));
}

/// Heads came again in each column that they span, and so did the row's values, which may span others. Where each column has
/// a value of its own, two of them contradict each other.
void RowGatherer::read_once(RowCandidate& candidate, const std::vector<Item>& values) const {
  candidate.text = joined(values);
  candidate.note_unit = note_unit_;
  std::vector<Item> first;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const bool is_again = i != 0 && targets_[i] == targets_[i - 1] && targets_[i] != cell_count;
    if (!is_again) {
      candidate.cells.push_back(targets_[i]);
      candidate.heads.push_back(i < head_.size() ? head_[i] : HeadColumn());
      first.push_back(i < values.size() ? values[i] : Item());
    } else if (i < values.size() && first.back().text != values[i].text) {
      candidate.unsure.push_back(targets_[i]);
    }
  }
  if (values.size() != targets_.size() || has_repetition(candidate.cells)) {
    return;
  }
  const std::vector<std::vector<Item>> ways = without_repetitions(values, candidate.cells.size());
  if (candidate.unsure.empty() || ways.empty()) {
    candidate.values = std::move(first);
    return;
  }
  candidate.unsure.clear();
  candidate.values = ways.front();
  for (std::size_t i = 0; i < candidate.cells.size(); ++i) {
    const bool is_sure = std::all_of(ways.begin(), ways.end(), [&](const std::vector<Item>& way) {
      return way[i].text == candidate.values[i].text;
    });
    if (!is_sure) {
      candidate.unsure.push_back(candidate.cells[i]);
    }
  }
}

void RowGatherer::add(RowCandidate candidate) {
  candidate.section = is_headed_ ? section_ : 0;
  bool& is_seen = is_seen_[static_cast<std::size_t>(candidate.row)];
  is_seen = true;
  evidence_.any_row = true;
  evidence_.sightings.emplace_back(std::move(candidate));
}

void RowGatherer::vote(Editions editions) {
  evidence_.votes_2019 += editions == Editions::form_2019;
  evidence_.votes_2021 += editions == Editions::form_2021;
}

/// The columns of the form that the values of a row stand for, as cell indexes; empty where they do not fit.
/// A value under a head that is not on the form gets `cell_count`.
std::vector<std::size_t>& RowGatherer::targets(std::int16_t row) {
  targets_.clear();
  const RowCells range = cells_of_row(row);
  const RowType type = rows[static_cast<std::size_t>(row)].type;
  if (type == RowType::applicants || type == RowType::cases) {
    for (std::size_t i = 0; i < range.count; ++i) {
      targets_.push_back(range.first + i);
    }
    return targets_;
  }
  for (const HeadColumn& column : head_) {
    const std::size_t cell = cell_named(row, column.name);
    if (cell == cell_count && !column.name.empty()) {
      targets_.clear();  // the head belongs to another table
      break;
    }
    targets_.push_back(cell);
  }
  if (targets_.empty()) {  // no head for this row: the edition says what its columns are
    const Edition edition = evidence_.votes_2019 > evidence_.votes_2021   ? Edition::form_2019
                            : evidence_.votes_2019 < evidence_.votes_2021 ? Edition::form_2021
                                                                          : likely_edition_;
    for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
      if (has(cells[i].editions, edition)) {
        targets_.push_back(i);
      }
    }
  }
  return targets_;
}

bool RowGatherer::fits(std::int16_t row, std::vector<Item> values) {
  return fit_to(targets(row), values);
}

/// Makes the values of a row as many as the cells that they are for; false where that is not safe.
bool RowGatherer::fit_to(const std::vector<std::size_t>& wanted, std::vector<Item>& values) {
  if (values.size() == wanted.size()) {
    return true;
  }
  if (std::vector<Item> fitted = values; fit_blanks(fitted, wanted.size(), is_filled_up_behind_)) {
    const bool any = !values.empty() && !fitted.empty();
    if (stand_as_heads(fitted, wanted, any && fitted.front().column != values.front().column)) {
      values = std::move(fitted);
      return true;
    }
  }
  return fit_by_column(values, wanted);
}

/// Where the head of a cell's column stands in the table; grid_.end() where there is none.
auto RowGatherer::head_of(std::size_t cell) const {
  return std::find_if(grid_.begin(), grid_.end(), [&](const GridColumn& column) {
    return cell != cell_count && column.name == cells[cell].column_info().name;
  });
}

/// Whether values with blanks among them are as far apart as the heads of their columns: else some of the blanks are what a
/// cell before them spans, and others none, 9 || 3 | below heads of which the second is wide. Where the heads are not known,
/// blanks before the values may be theirs (| 5 | | 5 | with an empty column before the last), unless all rows of the table
/// together fill as many columns as there are.
bool RowGatherer::stand_as_heads(const std::vector<Item>& values, const std::vector<std::size_t>& wanted,
                                 bool are_some_left_out_before) {
  if (std::none_of(values.begin(), values.end(), is_empty)) {
    return true;
  }
  bool is_apart = false;
  for (std::size_t i = 1; i < wanted.size(); ++i) {
    const auto before = head_of(wanted[i - 1]), head = head_of(wanted[i]);
    if (before == grid_.end() || head == grid_.end() || head->column <= before->column) {
      return !are_some_left_out_before || are_between_heads(values, wanted) || stand_in_columns_used(values);
    }
    is_apart = is_apart || head->column - before->column != values[i].column - values[i - 1].column;
  }
  return !is_apart;
}

/// Whether the first and the last value stand below their heads, with no column too many between them.
bool RowGatherer::are_between_heads(const std::vector<Item>& values, const std::vector<std::size_t>& wanted) const {
  const auto first = head_of(wanted.front()), last = head_of(wanted.back());
  return first != grid_.end() && last != grid_.end() && values.front().column == first->column &&
         values.back().column == last->column && last->column - first->column == wanted.size() - 1;
}

bool RowGatherer::stand_in_columns_used(const std::vector<Item>& values) {
  if (table_block_ == nullptr) {
    return false;
  }
  if (!columns_used_) {
    columns_used_ = columns_used(*document_, *table_block_);
  }
  return std::equal(values.begin(), values.end(), columns_used_->begin(), columns_used_->end(),
                    [](const Item& value, std::uint32_t column) { return value.column == column; });
}

/// Takes the values that stand right below the heads of their columns; false where some value does not.
bool RowGatherer::fit_by_column(std::vector<Item>& values, const std::vector<std::size_t>& wanted) {
  std::vector<Item> fitted(wanted.size());
  std::size_t found = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto head = head_of(wanted[i]);
    if (head == grid_.end()) {
      return false;
    }
    const auto value =
        std::find_if(values.begin(), values.end(), [&](const Item& item) { return item.column == head->column; });
    if (value == values.end() || value->column_span > head->column_span) {
      return false;
    }
    fitted[i] = *value;
    found += !is_empty(*value);
  }
  const auto filled = std::count_if(values.begin(), values.end(), [](const Item& item) { return !is_empty(item); });
  if (found != static_cast<std::size_t>(filled)) {
    return false;
  }
  values = std::move(fitted);
  return true;
}

}  // namespace gongkai
