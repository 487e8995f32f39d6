// The rows of tables on the way: which are the form's is for the gatherer to say.
#include <algorithm>

#include "interpret/fields.hpp"
#include "interpret/walk.hpp"
#include "text/sums_sheet.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t most_cells = 64;  // in a row of the form

}  // namespace

void Walk::take_table(const Document::Block& block, std::uint32_t table) {
  gatherer_.begin_table(document_, block);
  grid_.clear();
  Place place{0, 0, table, 0, 0, block.page};
  bool any_of_form = false, any_number = false;
  const bool has_row_numbers = begins_with_row_numbers(block);
  const bool is_cell_a_row = has_cell_a_row(block);
  for (const Document::Row& row : document_.rows_of(block)) {
    ++place.row;
    read_items(row, place, has_row_numbers);
    any_number = any_number || std::any_of(items_.begin(), items_.end(), is_number);
    any_of_form = take_table_row(is_cell_a_row) || any_of_form;
  }
  lines_.flush();
  cell_rows_.end();
  is_text_last_ = !any_of_form;
  if (any_number && !any_of_form && is_in_tables(section_)) {
    reading_.notes.push_back({NoteKind::skipped_table, {0, 0, table, 1, 1, block.page}, -1, -1, first_text(block)});
  }
}

/// Makes items of a row's cells, without the first where it counts the rows.
void Walk::read_items(const Document::Row& row, Place place, bool has_row_numbers) {
  items_.clear();
  any_mark_ = false;
  grid_.begin_row();
  for (const Document::Cell& cell : document_.cells_of(row)) {
    place.line = cell.line;
    place.column = cell.column;
    ++place.cell;
    const std::string_view text = document_.view(cell.text);
    const bool is_mark = sums::is_mark(text);
    any_mark_ = any_mark_ || is_mark;
    Item& item = items_.emplace_back(item_of(is_mark ? std::string_view() : text, place));
    item.column = grid_.place(cell);
    item.column_span = cell.column_span;
    if (has_row_numbers && place.cell == 1) {
      items_.pop_back();
    } else if (item.kind == Item::Kind::text && item.meaning == nullptr) {
      look_for_unit(item.text);
    }
  }
}

/// Takes the row at hand; whether anything of the form was in it.
bool Walk::take_table_row(bool is_cell_a_row) {
  if (is_row_of_sums()) {
    return true;
  }
  leave_out_repetitions();
  if (items_.size() > most_cells) {  // a whole document in one line: each cell is a line
    take_cells_as_lines();
    return true;
  }
  if (is_cell_a_row && items_.size() == 1) {
    enter_tables(items_[0].text);
  }
  if (is_cell_a_row && is_in_tables(section_of_rows()) && !items_.empty()) {
    const bool is_text = items_.size() == 1 && items_[0].kind == Item::Kind::text && items_[0].meaning == nullptr;
    if (!is_text || !take_heading(items_[0].text, items_[0].place)) {
      cell_rows_.take(items_);
    }
    return true;
  }
  if ((items_.size() == 1 && take_single_cell(items_[0])) || has_heading_alone()) {
    return true;
  }
  lines_.flush();
  const bool is_field = section_ == 0 && names_field();
  const RowFate fate = is_field ? RowFate::nothing : gatherer_.take(items_);
  if (fate == RowFate::nothing) {
    take_other_row();
  }
  return fate != RowFate::nothing;
}

/// Whether each row is a cell, or several empty ones that fill up the row of the form before, and most cells are values.
bool Walk::has_cell_a_row(const Document::Block& block) const {
  std::size_t values = 0, empty = 0, words = 0;
  for (const Document::Row& row : document_.rows_of(block)) {
    const auto row_cells = document_.cells_of(row);
    const bool is_empty = std::all_of(row_cells.begin(), row_cells.end(), [this](const Document::Cell& cell) {
      return unicode::trim(document_.view(cell.text)).empty();
    });
    if (row_cells.size() > 1 && !is_empty) {
      return false;
    }
    if (is_empty) {
      ++empty;
    } else {
      const Item item = item_of(document_.view(row_cells.front().text), {});
      values += item.kind != Item::Kind::text;
      words += item.kind == Item::Kind::text && item.meaning == nullptr;
    }
  }
  return empty != 0 && values + empty > 2 * words;
}

/// Whether the first column, without a head, counts the rows behind the first, from 0 or 1 on: so programs write data down.
/// Several tables one behind the other are counted each, below a row that is not.
bool Walk::begins_with_row_numbers(const Document::Block& block) const {
  constexpr std::size_t fewest = 3;  // rows
  const auto table_rows = document_.rows_of(block);
  Counting rows_counted;
  std::size_t counted = 0;
  bool any_label = false;
  for (std::size_t i = 0; i < table_rows.size(); ++i) {
    const auto row_cells = document_.cells_of(table_rows[i]);
    const Item first = row_cells.empty() ? Item() : item_of(document_.view(row_cells[0].text), {});
    if (i == 0 && first.kind == Item::Kind::text) {
      return false;  // a column with a head of its own
    }
    if (i == 1 && counted == 1 && is_number(first) && first.number.digits == 0) {
      rows_counted = Counting();  // the row before counts the columns
    }
    if (row_cells.size() > 1 && rows_counted.goes_on(first)) {
      ++counted;
      any_label = any_label || item_of(document_.view(row_cells[1].text), {}).kind == Item::Kind::text;
    } else if (i == 0 || is_empty(first)) {
      rows_counted = Counting();
    } else {
      return false;
    }
  }
  return counted + 1 >= fewest && 2 * counted >= table_rows.size() && any_label;
}

/// A row's label may come again in all columns that it spans, as programs write it.
void Walk::leave_out_repetitions() {
  const bool any_number =
      std::any_of(items_.begin(), items_.end(), [](const Item& item) { return item.kind == Item::Kind::number; });
  const auto repeats = [&](const Item& label, const Item& item) {
    return item.meaning != nullptr && item.meaning == label.meaning && item.meaning->is_row() &&
           (any_number || !item.meaning->is_column());
  };
  items_.erase(std::unique(items_.begin(), items_.end(), repeats), items_.end());
}

/// Whether the row at hand only says, in a workbook of ours, what adds up.
bool Walk::is_row_of_sums() const {
  return (any_mark_ && std::all_of(items_.begin(), items_.end(), is_empty)) ||
         std::any_of(items_.begin(), items_.end(),
                     [](const Item& item) { return item.kind == Item::Kind::text && sums::is_of_sheet(item.text); });
}

/// Whether the row's only text is a heading, beside cells that programs left empty, or begins with one.
bool Walk::has_heading_alone() {
  const auto is_text = [](const Item& item) { return !is_empty(item); };
  const auto first = std::find_if(items_.begin(), items_.end(), is_text);
  if (first != items_.end() && std::none_of(first + 1, items_.end(), is_text) &&
      leading_heading(first->text).end != 0) {
    take_paragraph(first->text, first->place);
    return true;
  }
  return first != items_.end() && first->kind == Item::Kind::text && first->meaning == nullptr &&
         first->text.size() <= longest_heading && std::none_of(first + 1, items_.end(), is_text) &&
         headed_section(first->text) != 0 && take_heading(first->text, first->place);
}

void Walk::take_cells_as_lines() {
  const std::vector<Item> items = items_;
  std::vector<std::string_view> words;
  for (const Item& item : items) {
    words.push_back(item.text);
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (const std::size_t count = words_of_heading(words, i); count != 0) {
      take_heading_of(words, i, count, items[i].place);
      i += count - 1;
    } else {
      take_paragraph(items[i].text, items[i].place);
    }
  }
}

/// A row of one cell is a line: a heading, a label or a number in an export with one cell a row.
bool Walk::take_single_cell(const Item& item) {
  if (item.text.empty()) {
    return true;
  }
  if (leading_heading(item.text).is_before_text) {
    take_paragraph(item.text, item.place);
    return true;
  }
  if (take_heading(item.text, item.place)) {
    return true;
  }
  return is_in_tables(section_) && lines_.take(item.text, item.place);
}

/// Whether a row before the report describes it, be it with a word that is a label of the form: 主题分类 其他.
bool Walk::names_field() const {
  return std::any_of(items_.begin(), items_.end(), [](const Item& item) {
    return item.kind == Item::Kind::text && item.meaning == nullptr && is_field_name(item.text);
  });
}

/// A row that is none of the form's: metadata before the report, text in a table inside a section of text.
void Walk::take_other_row() {
  if (section_ == 0) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (i + 1 < items_.size() && is_field_name(items_[i].text)) {
        around_.fields.push_back({items_[i].text, items_[i + 1].text});
      } else if (items_[i].kind == Item::Kind::text) {
        around_.front.push_back({items_[i].text, items_[i].place, i > 0 && is_field_name(items_[i - 1].text)});
      }
    }
    return;
  }
  std::string text(unicode::trim(joined(items_)));
  if (!text.empty() && section_ != behind_the_report && !is_in_tables(section_)) {
    add_narrative(rows_of_text_.emplace_back(std::move(text)), items_[0].place);
  }
}

std::string Walk::first_text(const Document::Block& block) const {
  for (const Document::Row& row : document_.rows_of(block)) {
    for (const Document::Cell& cell : document_.cells_of(row)) {
      if (const std::string_view text = unicode::trim(document_.view(cell.text)); !text.empty()) {
        return std::string(text);
      }
    }
  }
  return {};
}

void Walk::take_picture(std::string_view alternative, const Place& place) {
  is_text_last_ = true;
  if (is_in_tables(section_)) {
    ++pictures_in_tables_;
    reading_.notes.push_back({NoteKind::picture, place, -1, -1, std::string(unicode::trim(alternative))});
  }
}

}  // namespace gongkai
