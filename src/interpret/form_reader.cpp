// The rows of the form, told from heads, extras and torn rows.
#include "interpret/form_reader.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t most_columns = 64;  // heads looked at in a row: a table with more is not of the form

/// The cells of each row of the form: they are adjacent.
struct RowCells {
  std::uint16_t first = 0, count = 0;
};
constexpr auto row_cells = [] {
  std::array<RowCells, rows.size()> result{};
  for (const CellInfo& cell : cells) {
    if (result[cell.row].count++ == 0) {
      result[cell.row].first = cell.index;
    }
  }
  return result;
}();

constexpr auto first_case_row = static_cast<std::int16_t>(catalog_detail::find_row("review"));
constexpr auto single_other_row =
    static_cast<std::int16_t>(catalog_detail::find_row("requests.outcomes.other_handling.unspecified"));

std::size_t cell_named(std::int16_t row, std::string_view column) {
  const RowCells range = row_cells[static_cast<std::size_t>(row)];
  for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
    if (cells[i].column_info().name == column) {
      return i;
    }
  }
  return cell_count;
}

/// Whether the edition of 2021 has the row instead of the one row 其他处理 of 2019.
bool is_other_handling_of_2021(std::size_t row) {
  return rows[row].editions == Editions::form_2021 && rows[row].type == RowType::applicants;
}

bool is_empty(const Item& item) {
  return item.text.empty();
}
bool is_number(const Item& item) {
  return item.kind == Item::Kind::number;
}
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

/// Makes as many values as there are columns by leaving out blanks that layouts add; false where that is not safe.
bool fit(std::vector<Item>& values, std::size_t wanted, bool is_filled_up_behind) {
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

}  // namespace

const Meaning* FormReader::meaning_of(std::string_view label) {
  if (const Meaning* verbatim = labels_.find_verbatim(label)) {
    return verbatim;
  }
  unicode::fold(label, folded_);
  return labels_.find(folded_);
}

Item FormReader::item(std::string_view text, const Place& place) {
  Item item;
  item.text = unicode::trim(text);
  item.place = place;
  if (item.text.empty()) {
    item.number.kind = ParsedNumber::Kind::blank;
    return item;
  }
  const auto is_chinese = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::any_of(item.text.begin(), item.text.end(), is_chinese)) {  // every label of the form is
    item.meaning = meaning_of(item.text);
  }
  if (item.meaning != nullptr) {
    item.kind = Item::Kind::text;
    return item;
  }
  item.number = parse_number(item.text);
  const ParsedNumber::Kind kind = item.number.kind;
  item.kind = kind == ParsedNumber::Kind::blank          ? Item::Kind::blank
              : kind == ParsedNumber::Kind::not_a_number ? Item::Kind::text
                                                         : Item::Kind::number;
  return item;
}

Item FormReader::label_in_line(std::string_view text, const Place& place) {
  Item whole = item(text, place);
  if (whole.meaning != nullptr || !has_torn_rows()) {
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

void FormReader::begin_section(int section) {
  settle_case_run();
  settle_torn(std::nullopt);
  section_ = section;
  case_row_ = -1;
  grid_.clear();  // a report may be one table
}

RowFate FormReader::take(std::vector<Item>& items) {
  settle_case_run();
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

std::vector<Item>& FormReader::values_after(const std::vector<Item>& items, std::size_t label) {
  values_.assign(items.begin() + static_cast<std::ptrdiff_t>(label) + 1, items.end());
  return values_;
}

/// A row of column heads.
void FormReader::take_head(const std::vector<Item>& items) {
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
  head_.clear();
  bool begun = false;
  for (const Item& item : items) {
    const bool is_column = item.meaning != nullptr && item.meaning->is_column();
    begun = begun || is_column || begins_table(item);
    if (head_.size() == most_columns) {
      break;
    }
    if (begun && !begins_table(item) && item.kind != Item::Kind::blank) {
      head_.push_back({is_column ? item.meaning->column : std::string_view(), item.text, unit_in(item.text)});
    }
  }
}

/// A row of numbers without any text: the line of section four, or a row torn from its label.
RowFate FormReader::take_unlabelled(std::vector<Item>& items, std::size_t numbers) {
  const bool in_cases = cases_seen_ || section_ == 4;
  std::size_t size = items.size();
  while (size > 0 && items[size - 1].text.empty() && (size > case_count || (size > 5 && size < case_count))) {
    --size;
  }
  if (in_cases && size == case_count && (numbers != 0 || cases_seen_)) {
    take_cases(items);
  } else if (in_cases && size == 5 && case_row_ >= 0 && numbers != 0) {
    values_.assign(items.begin(), items.begin() + 5);
    take_row(case_row_, {}, items[0].place, values_);
  } else if (section_ >= 2 && section_ <= 4 && (numbers != 0 || std::none_of(items.begin(), items.end(), is_empty))) {
    if (!hold(items, 0) && numbers != 0) {
      note(NoteKind::unlabelled_row, items[0].place, joined(items));
    }
  } else {
    return RowFate::nothing;
  }
  return RowFate::taken;
}

// ---- Labels and numbers that a conversion set apart ----

void FormReader::take_text(std::string_view text) {
  settle_case_run();
  if (has_torn_rows() && !text.empty()) {
    torn_.add_text(text);
  }
}

void FormReader::take_single_value(const Item& value) {
  if (section_ == 4) {
    case_run_.push_back(value);
  } else if (has_torn_rows() && torn_.ends_with_numbers() && torn_numbers_.back().is_run) {
    torn_numbers_.back().values.push_back(value);
  } else if (hold({value}, 0)) {
    torn_numbers_.back().is_run = true;
  } else {
    note_loose_number(value);
  }
}

/// Keeps numbers until it is known what stands around them.
bool FormReader::hold(const std::vector<Item>& items, std::size_t first_value) {
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
void FormReader::settle_case_run() {
  const std::vector<Item> run = std::exchange(case_run_, {});
  if (cases_seen_ && run.size() == case_count) {
    take_cases(run);
  } else {
    std::for_each(run.begin(), run.end(), [this](const Item& value) { note_loose_number(value); });
  }
}

/// Puts what was kept into the rows that it belongs to, or names it; `next` is the row that follows, if one does.
void FormReader::settle_torn(std::optional<std::int16_t> next) {
  if (!has_torn_rows()) {
    return;
  }
  TornRows::Settled settled = torn_.settle(section_, next);
  std::vector<std::int16_t>& owners = settled.owners;
  std::vector<TornNumbers> all = std::exchange(torn_numbers_, {});
  bool any_misfit = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    any_misfit = any_misfit || (owners[i] >= 0 && !all[i].is_run && all[i].values.size() != width(owners[i]));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    TornNumbers& numbers = all[i];
    // Where some numbers of a row are lost, the rows next to it may be others'.
    if (any_misfit && !settled.is_whole && owners[i] >= 0 && numbers.label.empty()) {
      settled.alone.push_back(std::exchange(owners[i], std::int16_t{-1}));
    }
    const Place place = numbers.values.front().place;
    if (owners[i] >= 0 && (numbers.label.empty() || !is_read(owners[i]))) {
      if (numbers.values.size() == width(owners[i])) {
        put_row(owners[i], {}, place, numbers.values);
      } else {
        mark_unreadable(owners[i], joined(numbers.values), place, NoteKind::row_length);
        loose_number_[static_cast<std::size_t>(section_)] = true;  // some of them may belong to other rows
      }
    } else if (!numbers.label.empty()) {
      keep_extension(std::move(numbers.unknown_row), place, numbers.label);
    } else if (numbers.is_run) {
      std::for_each(numbers.values.begin(), numbers.values.end(),
                    [this](const Item& value) { note_loose_number(value); });
    } else if (std::any_of(numbers.values.begin(), numbers.values.end(), is_number)) {
      note(NoteKind::unlabelled_row, place, joined(numbers.values));
    }
  }
  for (const std::int16_t row : settled.alone) {
    vote(rows[static_cast<std::size_t>(row)].editions);
    rows_alone_.push_back(row);
  }
}

/// The line of section four: the numbers of its three rows.
void FormReader::take_cases(const std::vector<Item>& line) {
  for (std::size_t block = 0; block < 3; ++block) {
    values_.assign(line.begin() + static_cast<std::ptrdiff_t>(5 * block),
                   line.begin() + static_cast<std::ptrdiff_t>(5 * block + 5));
    take_row(static_cast<std::int16_t>(first_case_row + static_cast<std::int16_t>(block)), {}, line[0].place, values_);
  }
}

void FormReader::take_case_line(std::vector<Item>& values) {
  if (cases_seen_ && fit(values, case_count, false)) {
    take_cases(values);
  } else if (std::any_of(values.begin(), values.end(), is_number)) {
    note(NoteKind::unlabelled_row, values[0].place, joined(values));
  }
}

/// What stands below the heads of section four, each item below its own; empty where that is not so, or where more
/// stands between or behind them.
std::vector<Item> FormReader::cases_by_column(const std::vector<Item>& items) const {
  std::vector<Item> line;
  if (grid_.size() != case_count) {
    return line;
  }
  std::vector<GridColumn> heads = grid_;
  std::sort(heads.begin(), heads.end(), [](const GridColumn& a, const GridColumn& b) { return a.column < b.column; });
  std::size_t at = 0;
  for (std::size_t i = 0; i < case_count; ++i) {
    const CellInfo& wanted = cells[row_cells[static_cast<std::size_t>(first_case_row)].first + i];
    for (; at < items.size() && items[at].column < heads[i].column; ++at) {
      if (i != 0 && !is_empty(items[at])) {
        return {};
      }
    }
    if (heads[i].name != wanted.column_info().name || at == items.size() || items[at].column != heads[i].column ||
        items[at].column_span > heads[i].column_span) {
      return {};
    }
    line.push_back(items[at++]);
  }
  const bool is_end = std::all_of(items.begin() + static_cast<std::ptrdiff_t>(at), items.end(), is_empty);
  return is_end ? line : std::vector<Item>();
}

/// A row whose label is not on the form: a misprint of one, a line of section four with a name of its own, or an
/// extra row.
RowFate FormReader::take_unknown(std::vector<Item>& items, std::size_t numbers) {
  const bool in_cases = cases_seen_ && section_ != 2 && section_ != 3;
  const std::vector<Item> line = in_cases ? cases_by_column(items) : std::vector<Item>();
  // A text in the first cell alone is a remark, unless it begins as a number does or may be one that was misread.
  const auto may_be_number = [](const Item& item) {
    constexpr std::size_t longest = 12;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !item.text.empty() &&
           (is_digit(item.text[0]) ||
            (item.text.size() <= longest && std::any_of(item.text.begin(), item.text.end(), is_digit)));
  };
  if (!line.empty() &&
      (numbers != 0 || may_be_number(line[0]) || !std::all_of(line.begin() + 1, line.end(), is_empty))) {
    take_cases(line);
    return RowFate::taken;
  }
  if (numbers == 0) {
    for (const Item& item : items) {
      take_text(item.text);
    }
    return RowFate::nothing;
  }
  // The label is the last text before the first number; a text behind a number is a value that cannot be read.
  std::size_t first_number = 0;
  while (items[first_number].kind != Item::Kind::number) {
    ++first_number;
  }
  std::size_t label = items.size();
  for (std::size_t i = 0; i < first_number; ++i) {
    label = items[i].kind == Item::Kind::text ? i : label;
  }
  if (label == items.size()) {
    return take_unlabelled(items, numbers);
  }
  std::vector<Item>& values = values_after(items, label);
  if (in_cases && values.size() == case_count) {
    if (is_empty(values.back())) {  // or the label is a number that cannot be read, and a layout added the last blank
      note(NoteKind::unlabelled_row, items[0].place, joined(items));
      return RowFate::taken;
    }
    items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(label) + 1);
    return take_unlabelled(items, numbers);
  }
  unicode::fold(items[label].text, folded_);
  const bool is_caption = items[label].meaning != nullptr && items[label].meaning->is_caption;
  const std::int16_t row = is_caption ? std::int16_t{-1} : labels_.closest_row(folded_);
  if (row >= 0 && !is_read(row) && fits(row, values)) {
    note(NoteKind::label_variant, items[label].place, items[label].text, row);
    take_row(row, {}, items[label].place, values);
    return RowFate::taken;
  }
  if (section_ < 2 || section_ > 4) {
    return RowFate::nothing;
  }
  if (!hold(items, label + 1)) {
    keep_extension(unknown_row(items, label), items[label].place, items[label].text);
  }
  return RowFate::taken;
}

/// A row that is not on the form, as it stands.
ExtensionRow FormReader::unknown_row(const std::vector<Item>& items, std::size_t label) const {
  ExtensionRow extension;
  extension.table = section_ == 2 ? current_table_ : section_ == 3 ? tables[5].key : tables[6].key;
  extension.label = items[label].text;
  for (std::size_t i = label + 1; i < items.size(); ++i) {
    extension.values.emplace_back(items[i].text);
  }
  if (section_ == 3 && grid_.size() == extension.values.size()) {  // its heads stand in two rows
    std::vector<GridColumn> heads = grid_;
    std::sort(heads.begin(), heads.end(), [](const GridColumn& a, const GridColumn& b) { return a.column < b.column; });
    for (const GridColumn& column : heads) {
      extension.columns.emplace_back(column.text);
    }
  } else {
    for (std::size_t i = 0; i < std::min(head_.size(), extension.values.size()); ++i) {
      extension.columns.emplace_back(head_[i].text);
    }
  }
  return extension;
}

void FormReader::keep_extension(ExtensionRow extension, const Place& place, std::string_view name) {
  reading_.report.extensions.push_back(std::move(extension));
  note(NoteKind::unknown_row, place, name);
}

// ---- One row of the form ----

/// The columns of the form that the values of a row stand for, as cell indexes; empty where they do not fit.
/// A value under a head that is not on the form gets `cell_count`.
std::vector<std::size_t>& FormReader::targets(std::int16_t row) {
  targets_.clear();
  const RowCells range = row_cells[static_cast<std::size_t>(row)];
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
    const Edition edition = votes_2019_ != votes_2021_ ? edition_of_labels() : likely_edition_;
    for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
      if (has(cells[i].editions, edition)) {
        targets_.push_back(i);
      }
    }
  }
  return targets_;
}

bool FormReader::fits(std::int16_t row, std::vector<Item> values) {
  return fit_to(targets(row), values);
}

/// Makes the values of a row as many as the cells that they are for; false where that is not safe.
bool FormReader::fit_to(const std::vector<std::size_t>& wanted, std::vector<Item>& values) {
  return fit(values, wanted.size(), is_filled_up_behind_) || fit_by_column(values, wanted);
}

/// Takes the values that stand right below the heads of their columns; false where some value does not.
bool FormReader::fit_by_column(std::vector<Item>& values, const std::vector<std::size_t>& wanted) {
  std::vector<Item> fitted(wanted.size());
  std::size_t found = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto head = std::find_if(grid_.begin(), grid_.end(), [&](const GridColumn& column) {
      return wanted[i] != cell_count && column.name == cells[wanted[i]].column_info().name;
    });
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

void FormReader::begin_table() {
  grid_.clear();
  is_filled_up_behind_ = false;
}

bool FormReader::is_read(std::int16_t row) const {
  const RowCells range = row_cells[static_cast<std::size_t>(row)];
  for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
    if (reading_.sources[i].state != CellState::not_in_form) {
      return true;
    }
  }
  return false;
}

/// Before the first heading and behind the tables, a menu or a counter of visits may hold labels of the form: the row
/// itself counts.
void FormReader::forget_astray(std::int16_t row) {
  bool& is_astray = is_astray_[static_cast<std::size_t>(row)];
  if (!is_astray) {
    return;
  }
  is_astray = false;
  const RowCells range = row_cells[static_cast<std::size_t>(row)];
  for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
    reading_.sources[i] = {};
    set_cell(reading_.report, i, std::nullopt);
  }
  auto& notes = reading_.notes;
  notes.erase(std::remove_if(notes.begin(), notes.end(), [&](const Note& n) { return n.row == row; }), notes.end());
}

void FormReader::take_row(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values) {
  settle_torn(row);
  put_row(row, label, place, values);
}

void FormReader::put_row(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values) {
  const bool any = std::any_of(values.begin(), values.end(), [](const Item& v) { return !v.text.empty(); });
  const std::vector<std::size_t>& wanted = targets(row);
  const RowInfo& info = rows[static_cast<std::size_t>(row)];
  current_table_ = tables[info.table].key;
  if (section_ == 0 || section_ > 4) {
    is_astray_[static_cast<std::size_t>(row)] = is_astray_[static_cast<std::size_t>(row)] || !is_read(row);
  } else if (any || values.size() >= wanted.size()) {
    forget_astray(row);
  }
  if (!fit_to(wanted, values)) {
    if (!any) {
      return;  // a head with blank padding
    }
    if (is_read(row)) {
      note(NoteKind::duplicate_row, place, label, row);
      return;
    }
    const bool fused = values.size() < wanted.size();
    mark_unreadable(row, joined(values), place, fused ? NoteKind::fused : NoteKind::row_length);
    return;
  }
  if (std::any_of(wanted.begin(), wanted.end(), [this](std::size_t cell) {
        return cell != cell_count && reading_.sources[cell].state != CellState::not_in_form;
      })) {
    if (any) {
      note(NoteKind::duplicate_row, place, label, row);
    }
    return;
  }
  vote(info.editions);
  if (const Meaning* meaning = label.empty() ? nullptr : meaning_of(label);
      meaning != nullptr && !meaning->is_official) {
    note(NoteKind::label_variant, place, label, row);
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto before = std::find(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(i), wanted[i]);
    const auto first = static_cast<std::size_t>(before - wanted.begin());
    if (wanted[i] != cell_count && first != i) {  // its head stands there twice, as programs write what it spans
      if (values[first].text != values[i].text) {
        put_both(wanted[i], values[first], values[i]);
      }
    } else if (wanted[i] != cell_count) {
      put(wanted[i], values[i], i < head_.size() ? head_[i].unit : Unit::none);
    } else if (!values[i].text.empty()) {  // a column that somebody added
      keep_extension({std::string(current_table_),
                      std::string(label),
                      {std::string(head_[i].text)},
                      {std::string(values[i].text)}},
                     values[i].place, head_[i].text);
    }
  }
}

void FormReader::put(std::size_t index, const Item& item, Unit head_unit) {
  using Form = ParsedNumber::Kind;
  Source& source = reading_.sources[index];
  source.place = item.place;
  source.text = item.text;
  source.state = CellState::unreadable;
  // A text that is a label elsewhere is no number here.
  const ParsedNumber& number = item.number;
  const CellInfo& info = cells[index];
  const auto fault = [&](NoteKind kind) {
    note(kind, item.place, item.text, static_cast<std::int16_t>(info.row), static_cast<std::int16_t>(index));
  };
  if (number.kind == Form::blank) {
    source.state = CellState::blank;
  } else if (number.kind == Form::not_a_number) {
    fault(NoteKind::unparsable);
  } else if (number.kind == Form::fused) {
    fault(NoteKind::fused);
  } else if (number.kind == Form::out_of_range) {
    fault(NoteKind::out_of_range);
  } else if (info.is_money) {
    put_money(index, item, number, head_unit);
  } else if (number.unit != Unit::none) {
    fault(NoteKind::unparsable);  // an amount of money in a cell that counts
  } else if (const auto count = number.as_count(); !count) {
    fault(NoteKind::not_integer);
  } else if (*count > Count::limit || *count < -Count::limit) {
    fault(NoteKind::out_of_range);
  } else {
    source.state = CellState::read;
    set_cell(reading_.report, index, *count);
  }
}

/// Two different values under the same head.
void FormReader::put_both(std::size_t index, const Item& one, const Item& other) {
  Source& source = reading_.sources[index];
  source.text = std::string(one.text) + " | " + std::string(other.text);
  source.state = CellState::unreadable;
  set_cell(reading_.report, index, std::nullopt);
  note(NoteKind::unparsable, one.place, source.text, static_cast<std::int16_t>(cells[index].row),
       static_cast<std::int16_t>(index));
}

void FormReader::put_money(std::size_t index, const Item& item, const ParsedNumber& number, Unit head_unit) {
  const CellInfo& info = cells[index];
  const auto fault = [&](NoteKind kind) {
    note(kind, item.place, item.text, static_cast<std::int16_t>(info.row), static_cast<std::int16_t>(index));
  };
  // The form prints 万元 over the fees of 2021 and nothing over the procurement of 2019.
  const bool form_has_unit = info.unit().zh == "万元";
  Unit announced = head_unit != Unit::none ? head_unit : note_unit_;
  if (announced == Unit::none) {
    announced = form_has_unit ? Unit::ten_thousand_yuan : Unit::none;
  }
  const auto fen = number.as_fen(announced == Unit::none ? Unit::yuan : announced);
  if (!fen) {
    fault(NoteKind::unparsable);
    return;
  }
  if (*fen > Money::limit || *fen < -Money::limit) {
    fault(NoteKind::out_of_range);
    return;
  }
  reading_.sources[index].state = CellState::read;
  set_cell(reading_.report, index, *fen);
  if (number.unit == Unit::none && announced == Unit::none && *fen != 0) {
    fault(NoteKind::unit_missing);
  } else if (number.unit != Unit::none && announced != Unit::none && number.unit != announced && *fen != 0) {
    fault(NoteKind::unit_conflict);
  }
}

void FormReader::mark_unreadable(std::int16_t row, std::string_view text, const Place& place, NoteKind kind) {
  if (is_read(row)) {
    return;
  }
  const RowCells range = row_cells[static_cast<std::size_t>(row)];
  for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
    Source& source = reading_.sources[i];
    source.state = CellState::unreadable;
    source.place = place;
    source.text = text;
  }
  note(kind, place, text, row);
}

Edition FormReader::edition_of_labels() const {
  return votes_2019_ == votes_2021_  ? Edition::unknown
         : votes_2019_ > votes_2021_ ? Edition::form_2019
                                     : Edition::form_2021;
}

bool FormReader::any_row_found() const {
  return std::any_of(reading_.sources.begin(), reading_.sources.end(), [](const Source& source) {
    return source.state != CellState::not_in_form && source.state != CellState::absent;
  });
}

void FormReader::vote(Editions editions) {
  votes_2019_ += editions == Editions::form_2019;
  votes_2021_ += editions == Editions::form_2021;
}

/// Names a number that stands in no cell; a blank mark is none.
void FormReader::note_loose_number(const Item& value) {
  if (is_number(value)) {
    note(NoteKind::loose_number, value.place, value.text);
    loose_number_[static_cast<std::size_t>(section_)] = true;
  }
}

void FormReader::finish() {
  settle_case_run();
  settle_torn(std::nullopt);
  const Edition edition = reading_.report.about.edition;
  for (const std::int16_t row : rows_alone_) {  // （六）其他处理 may be the head of three rows of 2021
    if (const RowInfo& info = rows[static_cast<std::size_t>(row)]; has(info.editions, edition)) {
      mark_unreadable(row, info.label.zh(edition), {}, NoteKind::torn_row);
    }
  }
  settle_astray();
  settle_edition();
  settle_absent();
  settle_doubtful();
}

/// What looked like rows outside of the sections with tables was none where other rows of their tables stand in them.
void FormReader::settle_astray() {
  std::array<bool, tables.size()> is_in_place{};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    is_in_place[rows[row].table] =
        is_in_place[rows[row].table] || (!is_astray_[row] && is_read(static_cast<std::int16_t>(row)));
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (is_in_place[rows[row].table]) {
      forget_astray(static_cast<std::int16_t>(row));
    }
  }
}

/// A cell of an unread row that the document's edition does not have was never there; but one row 其他处理 that stands for
/// the three of 2021 was.
void FormReader::settle_edition() {
  bool has_single_row = is_read(single_other_row);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    has_single_row = has_single_row && !(is_other_handling_of_2021(row) && is_read(static_cast<std::int16_t>(row)));
  }
  const auto was_there = [&](std::size_t row) {
    return has_single_row && row == static_cast<std::size_t>(single_other_row);
  };
  for (const CellInfo& cell : cells) {
    Source& source = reading_.sources[cell.index];
    if (source.state == CellState::unreadable && !has(cell.editions, reading_.report.about.edition) &&
        !was_there(cell.row)) {
      source = {};
    }
  }
  auto& notes = reading_.notes;
  notes.erase(std::remove_if(notes.begin(), notes.end(),
                             [&](const Note& n) {
                               return n.kind == NoteKind::fused && n.cell < 0 && n.row >= 0 &&
                                      !was_there(static_cast<std::size_t>(n.row)) &&
                                      !has(rows[static_cast<std::size_t>(n.row)].editions,
                                           reading_.report.about.edition);
                             }),
              notes.end());
}

/// Rows of the edition that were not found, and columns of it in rows that were read under another edition's heads. One row
/// 其他处理 in a 2021 report stands for that edition's three.
void FormReader::settle_absent() {
  const Edition edition = reading_.report.about.edition;
  const bool has_single_row = is_read(single_other_row);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!has(rows[row].editions, edition)) {
      continue;
    }
    const bool is_found = is_read(static_cast<std::int16_t>(row));
    if (!is_found && has_single_row && is_other_handling_of_2021(row)) {
      continue;
    }
    const RowCells range = row_cells[row];
    for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
      CellState& state = reading_.sources[i].state;
      if (has(cells[i].editions, edition) && (!is_found || state == CellState::not_in_form)) {
        state = CellState::absent;
      }
    }
    if (is_found) {
      continue;
    }
    note(NoteKind::row_missing, {}, rows[row].label.zh(edition), static_cast<std::int16_t>(row));
  }
}

/// Beside a loose number, the one or two blanks of an otherwise filled row may be where it belongs.
void FormReader::settle_doubtful() {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const RowCells range = row_cells[row];
    if (!loose_number_[static_cast<std::size_t>(tables[rows[row].table].section)]) {
      continue;
    }
    std::size_t blanks = 0, filled = 0;
    for (std::size_t i = range.first; i < std::size_t{range.first} + range.count; ++i) {
      blanks += reading_.sources[i].state == CellState::blank;
      filled += reading_.sources[i].state == CellState::read;
    }
    for (std::size_t i = range.first; i < std::size_t{range.first} + range.count && blanks <= 2 && filled > blanks;
         ++i) {
      if (reading_.sources[i].state == CellState::blank) {
        reading_.sources[i].state = CellState::unreadable;
        note(NoteKind::doubtful, reading_.sources[i].place, rows[row].label.zh(reading_.report.about.edition),
             static_cast<std::int16_t>(row), static_cast<std::int16_t>(i));
      }
    }
  }
}

void FormReader::note(NoteKind kind, const Place& place, std::string_view text, std::int16_t row, std::int16_t cell) {
  reading_.notes.push_back({kind, place, row, cell, std::string(text)});
}

std::string joined(const std::vector<Item>& items) {
  std::string text;
  for (const Item& item : items) {
    text.append(text.empty() ? "" : " ").append(item.text);
  }
  return text;
}

}  // namespace gongkai
