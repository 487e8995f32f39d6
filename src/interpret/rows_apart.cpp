// Labels and numbers that a conversion set apart: kept until it is known what stands around them.
#include <algorithm>
#include <utility>

#include "interpret/row_gatherer.hpp"
#include "interpret/running_text.hpp"

namespace gongkai {
namespace {

/// Whether numbers are money where the form counts.
bool has_money_to_count(const std::vector<Item>& values, const std::vector<std::size_t>& wanted) {
  for (std::size_t i = 0; i < values.size() && i < wanted.size(); ++i) {
    const bool is_money = wanted[i] != cell_count && cells[wanted[i]].is_money;
    if (values[i].number.unit != Unit::none && !is_money) {
      return true;
    }
  }
  return false;
}

/// Whether numbers, in lines of one each, are as many as a row of the table of requests has, and do not add up.
bool miss_their_sum(const std::vector<Item>& values, const std::vector<std::size_t>& wanted) {
  if (values.size() != wanted.size() || wanted.front() == cell_count ||
      cells[wanted.front()].row_info().type != RowType::applicants) {
    return false;
  }
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += i + 1 < values.size() ? values[i].number.digits : -values[i].number.digits;
  }
  return sum != 0;
}

}  // namespace

void RowGatherer::take_text(std::string_view text) {
  settle_case_run();
  cases_seen_ = cases_seen_ || (section_ == 4 && ends_with_case_heads(text));
  if (has_torn_rows() && !text.empty()) {
    torn_.add_text(text);
  }
}

void RowGatherer::take_single_value(const Item& value) {
  if (section_ == 4) {
    case_run_.push_back(value);
  } else if (has_torn_rows() && torn_.ends_with_numbers() && torn_numbers_.back().is_run) {
    torn_numbers_.back().values.push_back(value);
  } else if (hold({value}, 0)) {
    torn_numbers_.back().is_run = true;
  }
}

/// Keeps numbers until it is known what stands around them.
bool RowGatherer::hold(const std::vector<Item>& items, std::size_t first_value) {
  if (!has_torn_rows()) {
    return false;
  }
  TornNumbers numbers;
  numbers.values.assign(items.begin() + static_cast<std::ptrdiff_t>(first_value), items.end());
  if (std::any_of(numbers.values.begin(), numbers.values.end(),
                  [](const Item& value) { return is_empty(value) || value.kind == Item::Kind::text; })) {
    torn_.spoil();
    return false;
  }
  if (first_value == 0) {
    torn_.add_numbers();
  } else {
    numbers.label = items[first_value - 1].text;
    numbers.unknown_row = unknown_row(items, first_value - 1);
    torn_.add_line(numbers.label);
  }
  torn_numbers_.push_back(std::move(numbers));
  return true;
}

/// Numbers of section four in lines of one each: its line where they are as many.
void RowGatherer::settle_case_run() {
  const std::vector<Item> run = std::exchange(case_run_, {});
  std::size_t digits = 0;
  for (const Item& value : run) {
    digits += value.text.size();
  }
  if ((cases_seen_ || is_headed_) && run.size() == case_count) {
    take_cases(run);
  } else if (cases_seen_ && run.size() <= 3 && digits >= case_count) {  // some of them ran together
    take_unclear_cases(joined(run), run[0].place);
  } else {
    std::for_each(run.begin(), run.end(), [this](const Item& value) { note_loose_number(value); });
  }
}

/// Puts what was kept into the rows that it belongs to, or names it; `next` is the row that follows, if one does.
void RowGatherer::settle_torn(std::optional<std::int16_t> next) {
  if (!has_torn_rows()) {
    return;
  }
  TornRows::Settled settled = torn_.settle(section_, next);
  std::vector<std::int16_t>& owners = settled.owners;
  std::vector<TornNumbers> all = std::exchange(torn_numbers_, {});
  bool any_misfit = false, any_of_several_rows = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t size = all[i].values.size(), wanted = owners[i] >= 0 ? width(owners[i]) : size;
    any_misfit = any_misfit || (!all[i].is_run && size != wanted);
    any_of_several_rows = any_of_several_rows || (all[i].is_run && size > 2 * wanted);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    TornNumbers& numbers = all[i];
    // Where some numbers of a row are lost, or stand with others', the rows next to it may be others'.
    const auto is_doubtful = [&](const std::vector<std::size_t>& wanted) {
      return any_of_several_rows || has_money_to_count(numbers.values, wanted) ||
             (!settled.is_whole && (any_misfit || (numbers.is_run && miss_their_sum(numbers.values, wanted))));
    };
    if (owners[i] >= 0 && numbers.label.empty() && is_doubtful(targets(owners[i]))) {
      settled.alone.push_back(std::exchange(owners[i], std::int16_t{-1}));
    }
    const Place place = numbers.values.front().place;
    if (owners[i] >= 0 && (numbers.label.empty() || !is_seen(owners[i]))) {
      if (numbers.values.size() == width(owners[i])) {
        offer(owners[i], {}, place, numbers.values, true);
      } else {
        take_unreadable(owners[i], joined(numbers.values), place, NoteKind::row_length);
        evidence_.loose_number[static_cast<std::size_t>(section_)] = true;  // some of them may belong to other rows
      }
    } else if (!numbers.label.empty()) {
      evidence_.sightings.emplace_back(ExtraRow{std::move(numbers.unknown_row), place});
    } else if (numbers.is_run) {
      std::for_each(numbers.values.begin(), numbers.values.end(),
                    [this](const Item& value) { note_loose_number(value); });
    } else if (std::any_of(numbers.values.begin(), numbers.values.end(), is_number)) {
      note_unlabelled(numbers.values);
    }
  }
  for (const std::int16_t row : settled.alone) {
    vote(rows[static_cast<std::size_t>(row)].editions);
    evidence_.rows_alone.push_back(row);
  }
}

void RowGatherer::finish() {
  settle_case_run();
  settle_torn(std::nullopt);
}

/// Names a number that stands in no cell; a blank mark is none.
void RowGatherer::note_loose_number(const Item& value) {
  if (is_number(value)) {
    note(NoteKind::loose_number, value.place, value.text);
    evidence_.loose_number[static_cast<std::size_t>(section_)] = true;
  }
}

void RowGatherer::note_unlabelled(const std::vector<Item>& values) {
  evidence_.sightings.emplace_back(RowWithoutLabel{section_, values});
}

void RowGatherer::note(NoteKind kind, const Place& place, std::string_view text, std::int16_t row) {
  evidence_.sightings.emplace_back(Note{kind, place, row, -1, std::string(text)});
}

}  // namespace gongkai
