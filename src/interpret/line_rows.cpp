// Lines are told apart here; which numbers belong to which label is for the form's reader to say.
#include "interpret/line_rows.hpp"

#include <algorithm>
#include <utility>

#include "interpret/heads.hpp"
#include "text/page_number.hpp"
#include "text/utf8.hpp"

namespace gongkai {

std::size_t LineRows::split_values(std::string_view line, const Place& place, std::vector<Item>& values) {
  values.clear();
  std::size_t end = line.size();
  while (end > 0) {
    const std::size_t space = line.find_last_of(" \t", end - 1);
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view word = line.substr(begin, end - begin);
    if (!word.empty()) {
      Item item = item_of(word, place);
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
  const std::int16_t row_before = std::exchange(row_, std::int16_t{-1});
  const std::size_t end = split_values(line, place, values_);
  if (const auto page = unicode::page_number(line); page && page->is_framed) {
    if (row_before >= 0 && end == 0 && gatherer_.width(row_before) == values_.size()) {
      gatherer_.doubt_rows();  // or the row's number, with blanks written as dashes
    }
    return true;
  }
  if (end == 0) {
    return take_values(values_);
  }
  const std::string_view text = line.substr(0, end);
  if (const RunningRow row = row_before_digits(line, gatherer_.section());
      row.row >= 0 && !has_label_alone(text, place)) {
    return take_digits(row, place);
  }
  if (values_.empty() && take_head_in_one(text, place)) {
    return true;
  }
  if (values_.empty()) {
    return take_label(item_of(text, place)) || take_head_line(line, place);
  }
  flush();
  const Item label = gatherer_.label_in_line(text, place);
  const bool is_row = label.meaning != nullptr && label.meaning->is_row();
  constexpr std::size_t least = 7;  // so many numbers behind an unknown label are a row of the table of requests
  if (!is_row && values_.size() < least) {
    return false;
  }
  items_.assign(1, label);
  items_.insert(items_.end(), values_.begin(), values_.end());
  return gatherer_.take(items_) != RowFate::nothing;
}

/// Whether the text before the values is a label by itself, so that the line reads as it stands.
bool LineRows::has_label_alone(std::string_view text, const Place& place) {
  if (values_.empty()) {
    return false;
  }
  const Item label = gatherer_.label_in_line(text, place);
  return label.meaning != nullptr && label.meaning->is_row();
}

/// A label and digits right behind it: they are the row's numbers where they are as many.
bool LineRows::take_digits(const RunningRow& row, const Place& place) {
  flush();
  std::vector<Item> values = values_in(row.text, place);
  if (values.size() == gatherer_.width(row.row)) {
    gatherer_.take_row(row.row, {}, place, values);
  } else {
    gatherer_.take_unreadable(row.row, row.text, place, NoteKind::fused);
    gatherer_.vote(rows[static_cast<std::size_t>(row.row)].editions);
  }
  return true;
}

/// The heads of a table of section two in one word: 信息内容本年制发件数本年废止件数现行有效件数.
bool LineRows::take_head_in_one(std::string_view text, const Place& place) {
  if (!text.starts_with(information_head.zh) || text.size() == information_head.zh.size()) {
    return false;
  }
  const std::string_view rest = text.substr(information_head.zh.size());
  if (columns_of_heads({rest}).empty()) {
    return false;
  }
  items_ = {item_of(information_head.zh, place), item_of(rest, place)};
  gatherer_.take(items_);
  return true;
}

bool LineRows::take_values(std::vector<Item>& values) {
  flush();
  if (values.size() > 1) {
    return gatherer_.take(values) != RowFate::nothing;
  }
  gatherer_.take_single_value(values[0]);
  return true;
}

bool LineRows::take_label(const Item& label) {
  const Meaning* meaning = label.meaning;
  if (meaning == nullptr) {
    if (!head_.empty() && begins_table(head_[0])) {  // a head broken into lines
      unicode::fold(label.text, folded_);
      if (is_part_of_head(folded_, gatherer_.section())) {
        head_.push_back(label);
        return true;
      }
    }
    flush();
    return false;
  }
  // 其他 and 总计 name a column among columns, and else a row.
  if (meaning->is_column() && (!meaning->is_row() || !head_.empty())) {
    head_.push_back(label);
    return true;
  }
  flush();
  if (begins_table(label)) {
    head_.push_back(label);
  } else if (meaning->is_row()) {
    items_.assign(1, label);
    gatherer_.take(items_);  // a head of section four says whose numbers follow
    row_ = meaning->row;
  }
  return true;
}

/// A line of column heads with single spaces between them, or in them where they are wrapped: 本年新 制作数量.
bool LineRows::take_head_line(std::string_view line, const Place& place) {
  constexpr std::size_t most = 3;  // words in a head
  items_.clear();
  words_.clear();
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) {
      words_.push_back(line.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  for (std::size_t word = 0; word < words_.size();) {
    std::size_t count = std::min(most, words_.size() - word);
    for (; count > 0; --count) {
      const std::string_view last = words_[word + count - 1];
      const std::string_view text(words_[word].data(),
                                  static_cast<std::size_t>(last.data() + last.size() - words_[word].data()));
      // Else what stands in brackets would make one head of several.
      const bool has_bracket = text.find('(') != std::string_view::npos || text.find("（") != std::string_view::npos;
      Item head = item_of(text, place);
      if (head.meaning != nullptr && (count == 1 || !has_bracket)) {
        items_.push_back(head);
        break;
      }
    }
    if (count == 0) {
      return false;
    }
    word += count;
  }
  return items_.size() > 1 && gatherer_.take(items_) != RowFate::nothing;
}

void LineRows::flush() {
  if (!head_.empty()) {
    gatherer_.take(head_);
    head_.clear();
  }
}

}  // namespace gongkai
