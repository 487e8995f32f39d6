// A label begins a row; what follows are its values until it has as many as it should.
#include "interpret/cell_rows.hpp"

#include <algorithm>
#include <utility>

namespace gongkai {
namespace {

bool are_empty(const std::vector<Item>& row) {
  return std::all_of(row.begin(), row.end(), [](const Item& cell) { return cell.text.empty(); });
}

}  // namespace

void CellRows::take(const std::vector<Item>& row) {
  if (row.size() == 1) {
    take_cell(row[0]);
    return;
  }
  if (open_ == Open::row && is_full()) {
    gatherer_.set_filled_up_behind();
  }
  begin_line();
  if (open_ != Open::line || !are_empty(cells_)) {
    end();
  }
  cells_.clear();  // what a layout added behind the heads of section four
}

void CellRows::take_cell(const Item& cell) {
  cell.kind == Item::Kind::text ? take_text(cell) : take_value(cell);
}

void CellRows::take_text(const Item& cell) {
  const Meaning* meaning = cell.meaning;
  if (meaning == nullptr) {
    begin_line();
    const bool is_value = (open_ == Open::row && cells_[0].meaning != nullptr) || open_ == Open::line;
    if (is_value && !is_full()) {
      add(cell, open_);  // a value that cannot be read
    } else {
      end();
      add(cell, Open::row);
    }
  } else if (begins_table(cell)) {
    end();
    add(cell, Open::head);
  } else if (meaning->is_column() && (!meaning->is_row() || open_ == Open::head)) {  // 其他 and 总计 name a row, too
    if (open_ != Open::head) {
      end();
    }
    add(cell, Open::head);
  } else if (meaning->is_row()) {
    end();
    add(cell, Open::row);
  } else if (open_ != Open::head) {  // the head of a group or of several columns
    end();
  }
}

void CellRows::take_value(const Item& cell) {
  begin_line();
  if (open_ == Open::row || open_ == Open::line) {
    add(cell, open_);
  } else if (!cell.text.empty()) {
    end();
    gatherer_.take_single_value(cell);
  }
}

/// Behind heads of section four, its values begin.
void CellRows::begin_line() {
  if (open_ == Open::head && gatherer_.is_in_cases()) {
    end();
    open_ = Open::line;
  }
}

void CellRows::add(const Item& cell, Open open) {
  open_ = open;
  cells_.push_back(cell);
  cells_.back().column = static_cast<std::uint32_t>(cells_.size() - 1);
}

/// Whether the row at hand has all its values.
bool CellRows::is_full() const {
  if (open_ == Open::line) {
    return cells_.size() >= case_count;
  }
  const Meaning* meaning = cells_[0].meaning;
  return meaning != nullptr && cells_.size() > gatherer_.width(meaning->row);
}

void CellRows::end() {
  std::vector<Item> row = std::exchange(cells_, {});
  const Open open = std::exchange(open_, Open::nothing);
  if (row.empty()) {
    return;
  }
  open == Open::line ? gatherer_.take_case_line(row) : static_cast<void>(gatherer_.take(row));
}

}  // namespace gongkai
