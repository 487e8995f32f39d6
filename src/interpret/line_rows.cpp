// A number goes with the label right before it only where the row then has as many numbers as it should.
#include "interpret/line_rows.hpp"

#include <algorithm>

#include "unicode/page_number.hpp"
#include "unicode/utf8.hpp"

namespace gongkai {
namespace {

bool has_applicants(std::int16_t row) {
  return rows[static_cast<std::size_t>(row)].type == RowType::applicants;
}

}  // namespace

std::size_t LineRows::split_values(std::string_view line, const Place& place, std::vector<Item>& values) {
  values.clear();
  std::size_t end = line.size();
  while (end > 0) {
    const std::size_t space = line.find_last_of(" \t", end - 1);
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view word = line.substr(begin, end - begin);
    if (!word.empty()) {
      Item item = form_.item(word, place);
      if (item.text.empty() || item.kind == Item::Kind::text) {
        break;
      }
      values.push_back(item);
    }
    end = begin == 0 ? 0 : space;
  }
  std::reverse(values.begin(), values.end());
  return end;
}

std::vector<Item> LineRows::values_in(std::string_view text, const Place& place) {
  std::vector<Item> values;
  return split_values(text, place, values) == 0 ? values : std::vector<Item>{};
}

bool LineRows::take(std::string_view line, const Place& place) {
  const std::size_t end = split_values(line, place, values_);
  const bool may_be_row = row_ >= 0 && end == 0 && form_.width(row_) == values_.size();  // with blanks written as dashes
  if (const auto page = unicode::page_number(line); page && page->is_framed && !may_be_row) {
    return true;
  }
  if (end == 0) {
    return take_values(place, values_);
  }
  const std::string_view text = line.substr(0, end);
  if (values_.empty()) {
    return take_label(form_.item(text, place)) || take_head_line(line, place);
  }
  flush();
  const Item label = form_.item(text, place);
  const bool is_row = label.meaning != nullptr && label.meaning->is_row();
  constexpr std::size_t least = 7;  // so many numbers behind an unknown label are a row of the table of requests
  if (!is_row && values_.size() < least) {
    return false;
  }
  items_.assign(1, label);
  items_.insert(items_.end(), values_.begin(), values_.end());
  return form_.take(items_) != RowFate::nothing;
}

bool LineRows::take_values(const Place& place, std::vector<Item>& values) {
  if (row_ >= 0 && row_values_.empty() && values.size() > 1 && has_applicants(row_)) {
    flush();  // a whole line of numbers may belong to the label above it or to the one below
  }
  if (row_ >= 0) {
    row_values_.insert(row_values_.end(), values.begin(), values.end());
    return true;
  }
  if (values.size() == 1) {
    if (values[0].number.kind == ParsedNumber::Kind::number) {
      form_.take_loose_number(values[0].text, place);
    }
    return true;
  }
  return form_.take(values) != RowFate::nothing;
}

bool LineRows::take_label(const Item& label) {
  const Meaning* meaning = label.meaning;
  if (meaning == nullptr) {
    flush();
    return false;
  }
  // 其他 and 总计 name a column among columns, and else a row.
  if (meaning->is_column() && (!meaning->is_row() || !head_.empty())) {
    if (row_ >= 0) {
      flush();
    }
    head_.push_back(label);
    return true;
  }
  flush();
  if (form_.begins_table(label)) {
    head_.push_back(label);
  } else if (meaning->is_row()) {
    items_.assign(1, label);
    form_.take(items_);  // a head of section four says whose numbers follow
    if (rows[static_cast<std::size_t>(meaning->row)].type != RowType::cases) {
      row_ = meaning->row;
      label_ = label;
    }
  }
  return true;
}

/// A line of column heads with single spaces between them.
bool LineRows::take_head_line(std::string_view line, const Place& place) {
  items_.clear();
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) {
      items_.push_back(form_.item(line.substr(begin, end - begin), place));
      if (items_.back().meaning == nullptr) {
        return false;
      }
    }
    begin = end + 1;
  }
  if (items_.size() < 2) {
    return false;
  }
  return form_.take(items_) != RowFate::nothing;
}

void LineRows::flush() {
  if (!head_.empty()) {
    form_.take(head_);
    head_.clear();
  }
  if (row_ < 0) {
    return;
  }
  const std::int16_t row = row_;
  row_ = -1;
  if (row_values_.empty()) {
    return;  // a row's name torn from its numbers
  }
  if (row_values_.size() == form_.width(row)) {
    form_.take_row(row, label_.text, label_.place, row_values_);
  } else {
    form_.take_torn_row(row, label_.place, row_values_);
  }
  row_values_.clear();
}

}  // namespace gongkai
