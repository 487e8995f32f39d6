// Labels pieced together from lines, and counted against the numbers between them.
#include "interpret/torn_rows.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "interpret/labels.hpp"

namespace gongkai {
namespace {

bool has_applicants(std::int16_t row) {
  return rows[static_cast<std::size_t>(row)].type == RowType::applicants;
}

/// The words around the rows of section three: heads of its groups and columns.
const std::vector<std::u16string>& heads() {
  static const std::vector<std::u16string> all = [] {
    std::vector<std::u16string> result;
    unicode::Folded folded;
    const auto add = [&](std::string_view text) {
      unicode::fold(text, folded);
      result.push_back(folded.text);
    };
    add(applicants_head.zh);
    for (const ColumnInfo& column : columns) {
      if (column.type == RowType::applicants) {
        add(column.label.zh_2021);
        add(column.group);
      }
    }
    for (const RowInfo& row : rows) {
      for (std::size_t begin = 0; row.type == RowType::applicants && begin < row.group.size();) {
        const std::size_t end = std::min(row.group.find('/', begin), row.group.size());
        add(row.group.substr(begin, end - begin));
        begin = end + 1;
      }
    }
    return result;
  }();
  return all;
}

/// A label and the lines that it is made of.
struct PiecedLabel {
  std::int16_t row = -1;
  std::size_t begin = 0, end = 0;
};

/// Finds the labels that lines make, in order.
class LabelFinder {
 public:
  LabelFinder(const std::vector<std::string_view>& lines, std::int16_t before, std::int16_t behind)
      : lines_(lines), before_(before), behind_(behind) {}

  /// Nothing where a text is left over that is neither part of a label nor of a head.
  std::optional<std::vector<PiecedLabel>> find() {
    std::vector<PiecedLabel> found;
    for (std::size_t at = 0; at < lines_.size();) {
      if (const PiecedLabel label = label_at(at); label.row >= 0) {
        if (!found.empty() && is_head_of(found.back().row, label.row)) {
          found.pop_back();
        }
        found.push_back(label);
        at = label.end;
      } else if (is_head(lines_[at]) || (found.empty() && before_ < 0) || is_part_of(lines_[at], before_) ||
                 is_part_of(lines_[at], behind_)) {
        ++at;
      } else {
        return std::nullopt;
      }
    }
    return found;
  }

 private:
  /// （六）其他处理 is a row of 2019, and in 2021 the head of three.
  static bool is_head_of(std::int16_t row, std::int16_t next) {
    return rows[static_cast<std::size_t>(row)].editions == Editions::form_2019 &&
           rows[static_cast<std::size_t>(next)].editions == Editions::form_2021;
  }

  /// The label that begins with a text: the longest that is exact, else the longest that comes close.
  PiecedLabel label_at(std::size_t begin) {
    constexpr std::size_t most = 6;  // lines in a label, with heads between them
    for (const bool is_exact : {true, false}) {
      for (std::size_t end = std::min(lines_.size(), begin + most); end > begin; --end) {
        for (const bool with_heads : {true, false}) {
          if (const std::int16_t row = row_of(begin, end, with_heads, is_exact); row >= 0 && has_applicants(row)) {
            return {row, begin, end};
          }
        }
      }
    }
    return {};
  }

  std::int16_t row_of(std::size_t begin, std::size_t end, bool with_heads, bool is_exact) {
    std::string label;
    for (std::size_t i = begin; i < end; ++i) {
      if (with_heads || !is_head(lines_[i])) {
        label.append(lines_[i]);
      } else if (i + 1 == end) {
        return -1;  // a label does not end with a head
      }
    }
    unicode::fold(label, folded_);
    if (!is_exact) {
      return Labels::instance().closest_row(folded_);
    }
    const Meaning* meaning = Labels::instance().find_whole(folded_);
    return meaning != nullptr ? meaning->row : std::int16_t{-1};
  }

  /// Whether a text is part of a head, be it one letter of a merged cell whose letters stand below each other.
  bool is_head(std::string_view text) {
    unicode::fold(text, folded_);
    const auto& all = heads();
    return folded_.text.size() <= 1 || std::any_of(all.begin(), all.end(), [this](const std::u16string& head) {
             return head.find(folded_.text) != std::u16string::npos;
           });
  }

  /// Whether a text is part of the label of a row that was read whole.
  bool is_part_of(std::string_view text, std::int16_t row) {
    if (row < 0) {
      return false;
    }
    unicode::fold(text, folded_);
    const std::u16string part = folded_.text;
    const EditionLabel& label = rows[static_cast<std::size_t>(row)].label;
    unicode::fold(label.zh_2021.empty() ? label.zh_2019 : label.zh_2021, folded_);
    return folded_.text.find(part) != std::u16string::npos;
  }

  const std::vector<std::string_view>& lines_;
  std::int16_t before_, behind_;
  unicode::Folded folded_;
};

/// Whether the labels are all the rows that the form of an edition has between two rows (-1: its ends).
bool are_all_between(const std::vector<PiecedLabel>& found, std::int16_t before, std::int16_t behind, Edition edition) {
  auto label = found.begin();
  const auto end = behind < 0 ? static_cast<std::int16_t>(rows.size()) : behind;
  for (auto row = static_cast<std::int16_t>(before + 1); row < end; ++row) {
    if (has_applicants(row) && has(rows[static_cast<std::size_t>(row)].editions, edition) &&
        (label == found.end() || label++->row != row)) {
      return false;
    }
  }
  return label == found.end();
}

}  // namespace

std::vector<std::int16_t> TornRows::rows_of_numbers(std::int16_t next) const {
  if (numbers_ == 0 || is_spoiled_ || (next >= 0 && next <= last_)) {
    return {};
  }
  std::vector<std::string_view> lines;
  std::vector<std::size_t> numbers_before;  // each text
  std::size_t numbers = 0;
  for (const Piece& piece : pieces_) {
    if (piece.is_numbers) {
      ++numbers;
    } else {
      lines.push_back(piece.text);
      numbers_before.push_back(numbers);
    }
  }
  const std::optional<std::vector<PiecedLabel>> found = LabelFinder(lines, last_, next).find();
  if (!found || found->size() != numbers_) {
    return {};
  }
  // Where rows are left out, each label must stand right before its numbers.
  bool is_in_order = true, is_label_first = true;
  std::vector<std::int16_t> result;
  std::int16_t row = last_;
  for (const PiecedLabel& label : *found) {
    is_in_order = is_in_order && label.row > row && (next < 0 || label.row < next);
    for (std::size_t i = label.begin; i < label.end; ++i) {
      is_label_first = is_label_first && numbers_before[i] == result.size();
    }
    row = label.row;
    result.push_back(row);
  }
  const bool is_certain = is_label_first || are_all_between(*found, last_, next, Edition::form_2019) ||
                          are_all_between(*found, last_, next, Edition::form_2021);
  return is_in_order && is_certain ? result : std::vector<std::int16_t>();
}

std::vector<std::int16_t> TornRows::settle_before(std::int16_t next) {
  std::vector<std::int16_t> result = rows_of_numbers(next);
  pieces_.clear();
  numbers_ = 0;
  is_spoiled_ = false;
  last_ = next;
  return result;
}

std::vector<std::int16_t> TornRows::settle_at_end() {
  return settle_before(-1);
}

}  // namespace gongkai
