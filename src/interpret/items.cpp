// The words that programs write for an empty cell are no text of the report.
#include "interpret/items.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// NaN and Unnamed: 3 are what pandas writes for the empty cells that a merge leaves.
bool is_empty_of_program(std::string_view text) {
  constexpr std::string_view words[] = {"NaN", "nan", "<NA>", "None", "null"};
  return std::find(std::begin(words), std::end(words), text) != std::end(words) || text.starts_with("Unnamed: ");
}

}  // namespace

const Meaning* meaning_of(std::string_view label) {
  constexpr std::size_t longest = 400;  // bytes; a label may explain itself
  if (label.size() > longest) {
    return nullptr;
  }
  const Labels& labels = Labels::instance();
  if (const Meaning* verbatim = labels.find_verbatim(label)) {
    return verbatim;
  }
  unicode::Folded folded;  // not kept for the thread: glibc ends the process where there is no memory to note that
  unicode::fold(label, folded);
  return labels.find(folded);
}

Item item_of(std::string_view text, const Place& place) {
  Item item;
  item.text = unicode::trim(text);
  item.place = place;
  if (!item.text.empty() &&
      (item.text[0] == 'N' || item.text[0] == 'n' || item.text[0] == '<' || item.text[0] == 'U') &&
      is_empty_of_program(item.text)) {
    item.text = {};
  }
  if (item.text.empty()) {
    item.number.kind = ParsedNumber::Kind::blank;
    return item;
  }
  if (item.text.find_first_not_of(" +,-./0123456789") != std::string::npos) {  // no label has digits alone
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

bool begins_table(const Item& item) {
  static const Meaning* const information = Labels::instance().find_verbatim(information_head.zh);
  static const Meaning* const in_english = Labels::instance().find_verbatim(information_head.en);
  return item.meaning != nullptr && (item.meaning == information || item.meaning == in_english);
}

bool Counting::goes_on(const Item& item) {
  const std::optional<std::int64_t> value = is_number(item) ? item.number.as_count() : std::nullopt;
  const bool result = value && (count_ == 0 ? *value == 0 || *value == 1 : *value == next_);
  next_ = result ? *value + 1 : next_;
  count_ += result;
  return result;
}

std::string joined(const std::vector<Item>& items) {
  std::string text;
  for (const Item& item : items) {
    text.append(text.empty() ? "" : " ").append(item.text);
  }
  return text;
}

}  // namespace gongkai
