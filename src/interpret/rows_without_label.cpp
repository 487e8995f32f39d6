// Rows whose labels are not the form's, and the line of section four.
#include <algorithm>
#include <utility>

#include "interpret/row_gatherer.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// Whether a text begins as a number does or may be one that was misread: else, in the first cell alone, it is a remark.
bool may_be_number(const Item& item) {
  constexpr std::size_t longest = 12;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !item.text.empty() && (is_digit(item.text[0]) || (item.text.size() <= longest &&
                                                           std::any_of(item.text.begin(), item.text.end(), is_digit)));
}

/// The last text before the first number, which there must be; a text behind a number is a value that cannot be read. The
/// number of items where there is none.
std::size_t label_before_numbers(const std::vector<Item>& items) {
  std::size_t label = items.size();
  for (std::size_t i = 0; !is_number(items[i]); ++i) {
    label = items[i].kind == Item::Kind::text ? i : label;
  }
  return label;
}

}  // namespace

/// The line of section four: the numbers of its three rows.
void RowGatherer::take_cases(std::vector<Item> line) {
  if (cells_of_several(line) != 0) {
    if (std::vector<Item> apart = split_at_spaces(line, case_count, case_count / 3); !apart.empty()) {
      line = std::move(apart);
    }
  }
  const bool any_blank = std::any_of(line.begin(), line.end(), is_empty);
  if (is_run_in_cell(line, case_count) || may_hold_neighbour(line) || (any_blank && cells_of_several(line) > 1)) {
    take_unclear_cases(unicode::trim(joined(line)), line[0].place);
    return;
  }
  for (std::size_t block = 0; block < 3; ++block) {
    values_.assign(line.begin() + static_cast<std::ptrdiff_t>(5 * block),
                   line.begin() + static_cast<std::ptrdiff_t>(5 * block + 5));
    take_row(static_cast<std::int16_t>(first_case_row + static_cast<std::int16_t>(block)), {}, line[0].place, values_);
  }
}

/// Takes the line of section four where its numbers cannot be told, and why.
void RowGatherer::take_unclear_cases(std::string_view digits, const Place& place, NoteKind why) {
  for (std::int16_t row = first_case_row; row < first_case_row + 3; ++row) {
    take_unreadable(row, digits, place, why);
  }
}

void RowGatherer::take_case_line(std::vector<Item>& values) {
  if (cases_seen_ && fit_blanks(values, case_count, false)) {
    take_cases(values);
  } else if (std::any_of(values.begin(), values.end(), is_number)) {
    note_unlabelled(values);
  }
}

/// What stands below the heads of section four, each item below its own; empty where that is not so, or where more
/// stands between or behind them.
std::vector<Item> RowGatherer::cases_by_column(const std::vector<Item>& items) const {
  std::vector<Item> line;
  if (grid_.size() != case_count) {
    return line;
  }
  std::vector<GridColumn> heads = grid_;
  std::sort(heads.begin(), heads.end(), [](const GridColumn& a, const GridColumn& b) { return a.column < b.column; });
  std::size_t at = 0;
  for (std::size_t i = 0; i < case_count; ++i) {
    const CellInfo& wanted = cells[cells_of_row(first_case_row).first + i];
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

/// Whether heads of section four stand above other cells of a line than theirs, though it has as many: then a head is torn
/// and another stands in its place, and the cells cannot be told by counting them. A head that is missing moves the others,
/// and not the line; a few heads say nothing: they may be of another table, below which those of this one were lost.
bool RowGatherer::are_below_other_heads(const std::vector<Item>& line) const {
  constexpr std::size_t fewest_heads = 5, fewest_off = 2;
  const std::size_t first = cells_of_row(first_case_row).first;
  const auto is_single = [](const auto& cell) { return cell.column_span == 1; };
  const auto is_of_cases = [&](const GridColumn& head) {
    const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first);
    return std::any_of(begin, begin + 5, [&](const CellInfo& cell) { return cell.column_info().name == head.name; });
  };
  if (line[0].place.table == 0 || head_.size() != case_count || grid_.size() < fewest_heads ||
      grid_.size() >= case_count || !std::all_of(grid_.begin(), grid_.end(), is_single) ||
      !std::all_of(grid_.begin(), grid_.end(), is_of_cases) || !std::all_of(line.begin(), line.end(), is_single)) {
    return false;
  }
  const auto end = line.begin() + std::min<std::ptrdiff_t>(case_count, std::ssize(line));
  const auto off = std::count_if(grid_.begin(), grid_.end(), [&](const GridColumn& head) {
    const auto below = std::find_if(line.begin(), end, [&](const Item& item) { return item.column == head.column; });
    return below != end &&
           cells[first + static_cast<std::size_t>(below - line.begin())].column_info().name != head.name;
  });
  return static_cast<std::size_t>(off) >= fewest_off;
}

/// A row whose label is not on the form: a misprint of one, a line of section four with a name of its own, or an
/// extra row.
RowFate RowGatherer::take_unknown(std::vector<Item>& items, std::size_t numbers) {
  const bool in_cases = cases_seen_ && section_ != 2 && section_ != 3;
  const std::vector<Item> line = in_cases ? cases_by_column(items) : std::vector<Item>();
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
  const std::size_t label = label_before_numbers(items);
  if (label == items.size()) {
    return take_unlabelled(items, numbers);
  }
  if (const Item inner = label_in_line(items[label].text, items[label].place);
      inner.meaning != nullptr && inner.meaning->is_row()) {
    take_row(inner.meaning->row, inner.text, inner.place, values_after(items, label));
    return RowFate::taken;
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
  if (row >= 0 && !is_seen(row) && fits(row, values)) {
    note(NoteKind::label_variant, items[label].place, items[label].text, row);
    take_row(row, {}, items[label].place, values);
    return RowFate::taken;
  }
  if (section_ < 2 || section_ > 4) {
    return RowFate::nothing;
  }
  if (!hold(items, label + 1)) {
    evidence_.sightings.emplace_back(ExtraRow{unknown_row(items, label), items[label].place});
  }
  return RowFate::taken;
}

/// A row that is not on the form, as it stands.
ExtensionRow RowGatherer::unknown_row(const std::vector<Item>& items, std::size_t label) const {
  ExtensionRow extension;
  extension.table = section_ == 2 ? tables[table_].key : section_ == 3 ? tables[5].key : tables[6].key;
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

}  // namespace gongkai
