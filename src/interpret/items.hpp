// A text as a cell: a label with its meaning, a number, a blank, or a text of its own.
#pragma once

#include "interpret/evidence.hpp"
#include "text/fold.hpp"

namespace gongkai {

/// The text as a cell: trimmed, and looked up or parsed.
Item item_of(std::string_view text, const Place& place);

/// What a label stands for, else nullptr.
const Meaning* meaning_of(std::string_view label);

/// Whether it is 信息内容, which begins a table of section two.
bool begins_table(const Item& item);

/// Numbers that count rows or columns, from 0 or 1 on.
class Counting {
 public:
  /// Whether the item is the next number.
  bool goes_on(const Item& item);
  std::size_t count() const { return count_; }

 private:
  std::int64_t next_ = 0;
  std::size_t count_ = 0;
};

}  // namespace gongkai
