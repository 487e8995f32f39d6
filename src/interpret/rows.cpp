// The rows of the form, told from heads, extras and rows torn from their labels.
#include <algorithm>
#include <utility>

#include "interpret/heads.hpp"
#include "interpret/row_gatherer.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t most_columns = 64;  // heads looked at in a row: a table with more is not of the form

bool is_column(const Item& item) {
  return item.meaning != nullptr && item.meaning->is_column();
}

/// Whether a row counts the columns, from 0 or 1 on, behind at most one text (栏次).
bool are_column_numbers(const std::vector<Item>& items) {
  constexpr std::size_t fewest = 5;
  Counting columns_counted;
  const auto first = items.begin() + (is_number(items[0]) ? 0 : 1);
  return std::all_of(first, items.end(), [&](const Item& item) { return columns_counted.goes_on(item); }) &&
         columns_counted.count() >= fewest;
}

}  // namespace

Item RowGatherer::label_in_line(std::string_view text, const Place& place) {
  Item whole = item_of(text, place);
  // The head of a group, with a row's label in its brackets, is found by what stands before them.
  const bool is_known = whole.meaning != nullptr && (whole.meaning->is_row() || whole.meaning->is_column());
  if (is_known || !has_torn_rows()) {
    return whole;
  }
  for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    unicode::fold(text.substr(0, space), folded_);
    if (!is_part_of_head(folded_, section_)) {
      break;
    }
    const std::string_view label = unicode::trim(text.substr(space));
    if (const Meaning* meaning = meaning_of(label); meaning != nullptr && meaning->is_row() && meaning->is_official) {
      whole.text = label;
      whole.meaning = meaning;
      break;
    }
  }
  return whole;
}

void RowGatherer::begin_section(int section, bool is_headed) {
  settle_case_run();
  settle_torn(std::nullopt);
  section_ = section;
  is_headed_ = is_headed;
  case_row_ = -1;
  pieces_of_head_.clear();
  grid_.clear();  // a report may be one table
}

void RowGatherer::begin_table(const Document& document, const Document::Block& table) {
  document_ = &document;
  table_block_ = &table;
  columns_used_.reset();
  grid_.clear();
  is_filled_up_behind_ = false;
}

RowFate RowGatherer::take(std::vector<Item>& items) {
  settle_case_run();
  if (is_in_head() && take_piece_of_head(items)) {
    return RowFate::head;
  }
  std::size_t columns_named = 0, words = 0, numbers = 0;
  std::size_t label = items.size();  // the last known label, where it names a row
  bool names_information = false, any_meaning = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    numbers += item.kind == Item::Kind::number;
    if (item.kind != Item::Kind::text) {
      continue;
    }
    ++words;
    if (item.meaning != nullptr) {
      any_meaning = true;
      columns_named += item.meaning->is_column();
      label = item.meaning->is_row() ? i : items.size();
      names_information = names_information || begins_table(item);
    }
  }
  if (items.empty()) {
    return RowFate::nothing;
  }
  if (!any_meaning && are_column_numbers(items)) {
    return RowFate::head;
  }
  const bool only_column = columns_named == 1 && numbers == 0 && words <= 2 && label == items.size();
  if (columns_named >= 2 && numbers != 0) {  // heads and numbers in one row: which belongs to which is not said
    note(NoteKind::unlabelled_row, items[0].place, joined(items));
    return RowFate::taken;
  }
  if (columns_named >= 2 || only_column || (names_information && numbers == 0)) {
    take_head(items);
    return RowFate::head;
  }
  if (words == 0) {
    return take_unlabelled(items, numbers);
  }
  if (label != items.size() && label + 1 < items.size()) {
    take_row(items[label].meaning->row, items[label].text, items[label].place, values_after(items, label));
    return RowFate::taken;
  }
  if (label != items.size()) {  // a label alone: a head of section four, or a row's name torn from its numbers
    case_row_ = items[label].meaning->row >= first_case_row ? items[label].meaning->row : case_row_;
    if (has_torn_rows()) {
      torn_.add_label(items[label].text);
    }
    return RowFate::head;
  }
  const RowFate fate = take_unknown(items, numbers);
  return fate == RowFate::nothing && any_meaning ? RowFate::head : fate;
}

std::vector<Item>& RowGatherer::values_after(const std::vector<Item>& items, std::size_t label) {
  values_.assign(items.begin() + static_cast<std::ptrdiff_t>(label) + 1, items.end());
  return values_;
}

/// A row of column heads.
void RowGatherer::take_head(const std::vector<Item>& items) {
  if (section_ == 2) {  // in section three the heads come again on each page
    settle_torn(std::nullopt);
  }
  for (const Item& item : items) {
    if (item.meaning != nullptr && item.meaning->is_row() && item.meaning->row >= first_case_row) {
      case_row_ = item.meaning->row;
    }
    if (item.meaning != nullptr && item.meaning->is_column()) {
      vote(item.meaning->column_editions);
      cases_seen_ = cases_seen_ || item.meaning->column == "upheld";
      if (!item.meaning->is_official) {
        note(NoteKind::label_variant, item.place, item.text);
      }
    }
  }
  // Heads that begin where the labels of the rows do, with empty cells behind them: so rows are filled up at their ends.
  is_filled_up_behind_ =
      is_filled_up_behind_ || (section_ == 3 && items.size() > 2 && is_column(items[0]) && items[0].column == 0 &&
                               is_empty(items[items.size() - 2]) && is_empty(items.back()));
  if (begins_table(items[0])) {  // the next table in the same frame
    grid_.clear();
  }
  for (const Item& item : items) {
    if (item.meaning != nullptr && item.meaning->is_column() && grid_.size() < most_columns) {
      grid_.push_back({item.meaning->column, item.text, item.column, item.column_span});
    }
  }
  set_head(items, begins_table(items[0]) ? 1 : 0);
}

/// What the columns are; the words of a head in section two may be broken or cut.
void RowGatherer::set_head(const std::vector<Item>& items, std::size_t first) {
  head_.clear();
  pieces_of_head_.clear();
  bool begun = false, any_other = false;
  for (const Item& item : items) {
    begun = begun || is_column(item) || begins_table(item);
    if (head_.size() == most_columns) {
      break;
    }
    if (begun && !begins_table(item) && item.kind != Item::Kind::blank) {
      head_.push_back({is_column(item) ? item.meaning->column : std::string_view(), item.text, unit_in(item.text)});
      any_other = any_other || !is_column(item);
    }
  }
  if (section_ == 2 && !any_other && !head_.empty()) {
    leave_out_part_of_head(items[0]);
    return;
  }
  if (section_ != 2 || first == 0) {
    return;
  }
  std::vector<std::string_view> words;
  for (const HeadColumn& column : head_) {
    words.push_back(column.text);
  }
  const std::vector<std::string_view> names = columns_of_heads(words);
  if (!names.empty()) {
    std::vector<HeadColumn> whole;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool is_same = names.size() == head_.size();
      whole.push_back({names[i], is_same ? head_[i].text : std::string_view(), is_same ? head_[i].unit : Unit::none});
    }
    head_ = std::move(whole);
    for (const ColumnInfo& column : columns) {
      if (std::find(names.begin(), names.end(), column.name) != names.end()) {
        vote(column.editions);
      }
    }
  } else if (any_other && may_begin_heads(words)) {
    pieces_of_head_.assign(items.begin(), items.end());
  }
}

/// Where heads stand in lines, one that wraps is in the lines above and below it: 信息内容 本年增/减 between 上一年项 and
/// 目数量. What is left of them says nothing of the columns.
void RowGatherer::leave_out_part_of_head(const Item& beginning) {
  std::vector<std::string_view> names;
  for (const HeadColumn& column : head_) {
    names.push_back(column.name);
  }
  names.erase(std::unique(names.begin(), names.end()), names.end());  // again in each column that they span
  if (beginning.place.table == 0 && !are_all_columns(names)) {
    head_.clear();
  }
}

/// Takes what may be the rest of a broken head, or says that it is none.
bool RowGatherer::take_piece_of_head(const std::vector<Item>& items) {
  const bool is_text = std::all_of(items.begin(), items.end(), [](const Item& item) {
    return is_empty(item) || (item.kind == Item::Kind::text && !(item.meaning != nullptr && item.meaning->is_row()));
  });
  if (!is_text) {
    pieces_of_head_.clear();
    return false;
  }
  std::vector<Item> pieces = std::exchange(pieces_of_head_, {});
  for (const Item& item : items) {
    if (!is_empty(item)) {
      pieces.push_back(item);
    }
  }
  set_head(pieces, 1);
  return true;
}

/// A row of numbers without any text: the line of section four, or a row torn from its label.
RowFate RowGatherer::take_unlabelled(std::vector<Item>& items, std::size_t numbers) {
  constexpr std::size_t two_blocks = 10;  // a row as wide is of the whole line, though its end be empty
  const bool in_cases = cases_seen_ || section_ == 4;
  if (in_cases && items.size() < case_count) {
    if (const std::vector<Item> line = split_at_spaces(items, case_count, case_count / 3); !line.empty()) {
      take_cases(line);
      return RowFate::taken;
    }
  }
  if (const std::vector<Item> line = in_cases ? cases_by_column(items) : std::vector<Item>(); !line.empty()) {
    take_cases(line);
    return RowFate::taken;
  }
  const std::size_t width_in_grid =
      std::max<std::size_t>(items.size(), items.back().column + items.back().column_span - items.front().column);
  std::size_t size = items.size();
  while (size > 0 && items[size - 1].text.empty() && (size > case_count || (size > 5 && size < case_count))) {
    --size;
  }
  // Cells that were added stand behind the line or before it: where some of it are empty, and the heads do not say, neither
  // does the line.
  const bool is_shifted =
      size != items.size() && std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size), is_empty);
  if (in_cases && size == case_count && !is_shifted && (numbers != 0 || cases_seen_)) {
    if (are_below_other_heads(items)) {
      take_unclear_cases(unicode::trim(joined(items)), items[0].place, NoteKind::row_length);
    } else {
      take_cases(items);
    }
  } else if (in_cases && size == 5 && width_in_grid < two_blocks && case_row_ >= 0 && numbers != 0) {
    values_.assign(items.begin(), items.begin() + 5);
    take_row(case_row_, {}, items[0].place, values_);
  } else if (section_ >= 2 && section_ <= 4 && (numbers != 0 || std::none_of(items.begin(), items.end(), is_empty))) {
    if (!hold(items, 0) && numbers != 0) {
      note_unlabelled(items);
    }
  } else {
    return RowFate::nothing;
  }
  return RowFate::taken;
}

}  // namespace gongkai
