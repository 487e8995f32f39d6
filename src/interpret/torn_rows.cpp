// Labels pieced together from texts, and set against the numbers between them.
#include "interpret/torn_rows.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "interpret/labels.hpp"
#include "interpret/number.hpp"

namespace gongkai {
namespace {

using Piece = TornRows::Piece;

constexpr std::size_t longest_label = 400;   // bytes; some explain themselves in brackets
constexpr std::size_t most_pieces = 500;     // between two whole rows; the table of requests has 27
constexpr std::size_t most_in_all = 20'000;  // beyond, a document is no report, and not worth the time

const RowInfo& info(std::int16_t row) {
  return rows[static_cast<std::size_t>(row)];
}

/// A text, or texts that make one label.
struct Entry {
  static constexpr std::int16_t unknown = -1;
  std::int16_t row = unknown;
  std::size_t first = 0, last = 0;  ///< pieces
};

/// Whether a text below a table speaks of it, and is no label.
bool is_remark(std::string_view text) {
  constexpr std::string_view beginnings[] = {"注", "备注", "说明", "单位"};
  constexpr std::string_view stop = "。";
  return text.ends_with(stop) || std::any_of(std::begin(beginnings), std::end(beginnings),
                                             [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool ends_with_bracket(std::string_view text) {
  return text.ends_with(")") || text.ends_with("）");
}

/// Finds the labels that pieces of text make.
class LabelFinder {
 public:
  LabelFinder(const std::vector<Piece>& pieces, int section, std::optional<std::int16_t> before,
              std::optional<std::int16_t> behind)
      : section_(section), before_(before), behind_(behind) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!pieces[i].is_numbers) {
        unicode::fold(pieces[i].text, folded_);
        texts_.push_back({i, pieces[i].text, is_part_of_head(folded_, section), folded_.text.size() > 1});
      }
    }
  }

  /// In order; an entry without a row is a text that is no part of a label or head.
  std::vector<Entry> find() {
    std::vector<Entry> found;
    for (std::size_t at = 0; at < texts_.size();) {
      if (const std::size_t end = find_label(at, found); end != at) {
        at = end;
        continue;
      }
      const Text& text = texts_[at];
      if (!text.is_head && !is_remark(text.text) && !is_part_of(text.text, before_) &&
          !is_part_of(text.text, behind_)) {
        found.push_back({Entry::unknown, text.piece, text.piece});
      }
      ++at;
    }
    return found;
  }

 private:
  struct Text {
    std::size_t piece;
    std::string_view text;
    bool is_head;  ///< part of a head, be it one letter of a merged cell whose letters stand below each other
    bool is_long;  ///< more than one letter
  };

  /// Adds the label that begins with a text, the longest that is exact or else the longest that comes close, and
  /// returns the text behind it.
  std::size_t find_label(std::size_t begin, std::vector<Entry>& found) {
    constexpr std::size_t most = 6;  // texts in a label, with heads between them
    for (const bool is_exact : {true, false}) {
      if (!is_exact && texts_[begin].is_head) {
        break;
      }
      for (std::size_t end = std::min(texts_.size(), begin + most); end > begin; --end) {
        const bool any_head = std::any_of(texts_.begin() + static_cast<std::ptrdiff_t>(begin),
                                          texts_.begin() + static_cast<std::ptrdiff_t>(end),
                                          [](const Text& text) { return text.is_head; });
        for (const LeftOut left_out : {LeftOut::nothing, LeftOut::heads, LeftOut::letters}) {
          if (left_out != LeftOut::nothing && !any_head) {
            break;
          }
          const std::int16_t row = row_of(begin, end, left_out, is_exact);
          if (row < 0 || tables[info(row).table].section != section_) {
            continue;
          }
          // （六）其他处理 is a row of 2019, and in 2021 the head of three.
          if (!found.empty() && found.back().row >= 0 && info(found.back().row).editions == Editions::form_2019 &&
              info(row).editions == Editions::form_2021 && info(row).table == info(found.back().row).table) {
            found.pop_back();
          }
          found.push_back({row, texts_[begin].piece, texts_[end - 1].piece});
          return end;
        }
      }
    }
    return begin;
  }

  /// What of the texts is no part of a label, but of a merged head beside it.
  enum class LeftOut : std::uint8_t { nothing, heads, letters };

  std::int16_t row_of(std::size_t begin, std::size_t end, LeftOut left_out, bool is_exact) {
    std::string label;
    for (std::size_t i = begin; i < end; ++i) {
      const Text& text = texts_[i];
      if (label.size() + text.text.size() > longest_label) {
        return -1;
      }
      const bool is_left_out =
          left_out != LeftOut::nothing && text.is_head && (left_out == LeftOut::letters || text.is_long);
      if (!is_left_out) {
        label.append(text.text);
      } else if (i == begin || i + 1 == end) {
        return -1;
      }
    }
    unicode::fold(label, folded_);
    if (!is_exact) {
      constexpr std::size_t misprints = 8;  // one in so many letters; more where nothing had to be put together
      return end == begin + 1 ? Labels::instance().closest_row(folded_)
                              : Labels::instance().closest_row(folded_, misprints);
    }
    const Labels& labels = Labels::instance();
    const bool is_closed = end == begin + 1 && ends_with_bracket(label);  // else the rest of its label may follow
    const Meaning* meaning = is_closed ? labels.find(folded_) : labels.find_whole(folded_);
    const bool is_column = meaning != nullptr && meaning->is_column() && folded_.number == 0;  // 其他, 总计
    return meaning != nullptr && !is_column ? meaning->row : std::int16_t{-1};
  }

  /// Whether a text is part of the label of a row that was read whole.
  bool is_part_of(std::string_view text, std::optional<std::int16_t> row) {
    if (!row) {
      return false;
    }
    unicode::fold(text, folded_);
    const std::u16string part = folded_.text;
    const EditionLabel& label = info(*row).label;
    unicode::fold(label.zh_2021.empty() ? label.zh_2019 : label.zh_2021, folded_);
    return folded_.text.find(part) != std::u16string::npos;
  }

  std::vector<Text> texts_;
  int section_;
  std::optional<std::int16_t> before_, behind_;
  unicode::Folded folded_;
};

/// Whether the labels are in the order of the form, behind one row and before another.
bool are_in_order(const std::vector<Entry>& labels, std::optional<std::int16_t> before,
                  std::optional<std::int16_t> behind) {
  int row = before.value_or(-1);
  for (const Entry& label : labels) {
    if (label.row >= 0 && label.row <= row) {
      return false;
    }
    row = label.row >= 0 ? label.row : row;
  }
  return !behind || row < *behind;
}

/// Whether they are all the rows that the form of an edition has in their tables between these.
bool are_complete(const std::vector<Entry>& labels, std::optional<std::int16_t> before,
                  std::optional<std::int16_t> behind, Edition edition) {
  const std::uint16_t first_table = info(labels.front().row).table, last_table = info(labels.back().row).table;
  auto label = labels.begin();
  for (std::int16_t row = 0; row < static_cast<std::int16_t>(rows.size()); ++row) {
    const bool is_between = info(row).table >= first_table && info(row).table <= last_table &&
                            (!before || row > *before) && (!behind || row < *behind);
    if (is_between && has(info(row).editions, edition) && (label == labels.end() || label++->row != row)) {
      return false;
    }
  }
  return label == labels.end();
}

/// Which entry each of the numbers belongs to.
class Owners {
 public:
  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

  Owners(const std::vector<Entry>& entries, std::vector<std::size_t> numbers)
      : entries_(entries), numbers_(std::move(numbers)), owner_(numbers_.size(), nobody), count_(entries.size()) {}

  /// Gives numbers to the entry that has the text before them in their line. False where one would have two.
  bool take_lines(const std::vector<bool>& is_in_line) {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      const std::size_t text = numbers_[i] - 1;
      for (std::size_t e = 0; is_in_line[i] && e < entries_.size(); ++e) {
        if (entries_[e].first <= text && text <= entries_[e].last && !give(i, e)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Gives the first numbers to the first entry and so on. False where that contradicts what is given.
  bool take_in_order() {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (owner_[i] != nobody ? owner_[i] != i : !give(i, i)) {
        return false;
      }
    }
    return true;
  }

  /// Gives numbers to the entry right before them. False where one would have two, where some have none before them, or
  /// where the first or the last has none, so that others may be its, unless it is known from rows before that labels come first.
  bool take_labels_first(bool is_known) {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (owner_[i] != nobody) {
        continue;
      }
      std::size_t before = nobody;
      for (std::size_t e = 0; e < entries_.size() && entries_[e].first < numbers_[i]; ++e) {
        before = e;
      }
      if (before == nobody || !give(i, before)) {
        return false;
      }
    }
    // A label right before the first that has numbers may have those that follow both.
    return is_known || (count_.back() != 0 && (count_.front() != 0 || entries_.front().row < 0));
  }

  std::int16_t row(std::size_t number) const {
    return owner_[number] == nobody ? Entry::unknown : entries_[owner_[number]].row;
  }

 private:
  bool give(std::size_t number, std::size_t entry) {
    owner_[number] = entry;
    return ++count_[entry] == 1;
  }

  const std::vector<Entry>& entries_;
  std::vector<std::size_t> numbers_;  // pieces
  std::vector<std::size_t> owner_;    // of each of the numbers
  std::vector<std::size_t> count_;    // of numbers of each entry
};

/// The first entry that is no part of the table's heads, which may come again on the next page.
auto behind_heads(std::vector<Entry>& entries, const std::vector<std::size_t>& numbers,
                  const std::vector<bool>& is_in_line) {
  return std::find_if(entries.begin(), entries.end(), [&](const Entry& e) {
    return e.row >= 0 || numbers.empty() || e.last + 1 > numbers.front() ||
           (e.last + 1 == numbers.front() && is_in_line.front());
  });
}

/// Rows whose labels are there, where numbers are left that may be theirs.
std::vector<std::int16_t> rows_alone(const std::vector<Entry>& entries, const std::vector<std::int16_t>& owners,
                                     bool is_spoiled) {
  std::vector<std::int16_t> alone;
  const bool any_left = is_spoiled || std::count(owners.begin(), owners.end(), Entry::unknown) != 0;
  for (const Entry& entry : entries) {
    if (any_left && entry.row >= 0 && std::count(owners.begin(), owners.end(), entry.row) == 0) {
      alone.push_back(entry.row);
    }
  }
  return alone;
}

/// Whether each of several labels stands right before its numbers.
bool stand_before(const std::vector<Entry>& labels, const std::vector<std::size_t>& numbers) {
  bool result = labels.size() > 1;
  for (std::size_t i = 0; result && i < labels.size(); ++i) {
    result = labels[i].last < numbers[i] && (i + 1 == labels.size() || numbers[i] < labels[i + 1].first);
  }
  return result;
}

/// Whether a text has a number or several blank marks among its words: then it may hold values.
bool may_hold_values(std::string_view text) {
  std::size_t marks = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const ParsedNumber::Kind kind = parse_number(text.substr(begin, end - begin)).kind;
    if (kind == ParsedNumber::Kind::number || (kind == ParsedNumber::Kind::blank && end > begin && ++marks > 1)) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

}  // namespace

void TornRows::add(const Piece& piece) {
  numbers_ += piece.is_numbers;
  ends_with_numbers_ = piece.is_numbers;
  if (++added_ <= most_in_all && pieces_.size() < most_pieces) {
    pieces_.push_back(piece);  // else settle() gives up
  }
}

void TornRows::add_text(std::string_view text) {
  is_spoiled_ = is_spoiled_ || may_hold_values(text);
  add_label(text);
}

TornRows::Settled TornRows::settle(int section, std::optional<std::int16_t> next) {
  const std::vector<Piece> pieces = std::exchange(pieces_, {});
  const bool is_spoiled = std::exchange(is_spoiled_, false);
  const std::optional<std::int16_t> before = std::exchange(last_, next);
  ends_with_numbers_ = false;
  Settled result;
  result.owners.assign(std::exchange(numbers_, 0), Entry::unknown);
  if ((result.owners.empty() && !is_spoiled) || pieces.size() == most_pieces || added_ > most_in_all) {
    return result;
  }
  std::vector<std::size_t> numbers;
  std::vector<bool> is_in_line;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].is_numbers) {
      numbers.push_back(i);
      is_in_line.push_back(pieces[i].is_in_line);
    }
  }
  std::vector<Entry> entries = LabelFinder(pieces, section, before, next).find();
  if (!before) {
    const auto behind = behind_heads(entries, numbers, is_in_line);
    heads_.clear();
    std::for_each(entries.begin(), behind, [&](const Entry& e) { heads_.push_back(pieces[e.first].text); });
    entries.erase(entries.begin(), behind);
  }
  const auto is_head = [&](const Entry& e) {
    return e.row < 0 && std::find(heads_.begin(), heads_.end(), pieces[e.first].text) != heads_.end();
  };
  entries.erase(std::remove_if(entries.begin(), entries.end(), is_head), entries.end());
  if (entries.empty() || !are_in_order(entries, before, next)) {
    return result;
  }
  const auto finish = [&](const Owners& owners) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      result.owners[i] = owners.row(i);
    }
    result.alone = rows_alone(entries, result.owners, is_spoiled);
    return result;
  };
  const Owners nobody(entries, numbers);
  Owners in_lines = nobody;
  if (is_spoiled || !in_lines.take_lines(is_in_line)) {
    return finish(nobody);
  }
  const bool all_known = std::all_of(entries.begin(), entries.end(), [](const Entry& e) { return e.row >= 0; });
  if (all_known && entries.size() == numbers.size() &&
      (are_complete(entries, before, next, Edition::form_2019) ||
       are_complete(entries, before, next, Edition::form_2021))) {
    if (Owners in_order = in_lines; in_order.take_in_order()) {
      result.is_whole = true;
      labels_come_first_ = labels_come_first_ || stand_before(entries, numbers);
      return finish(in_order);
    }
  }
  Owners labels_first = in_lines;
  return finish(labels_first.take_labels_first(labels_come_first_) ? labels_first : in_lines);
}

}  // namespace gongkai
