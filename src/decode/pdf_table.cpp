// Values make the rows: words on one height. Labels, which may wrap and stand a little higher or lower, are then given to
// the rows; texts left of a label are the heads of groups of rows.
#include "decode/pdf_table.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <map>

#include "decode/pdf_columns.hpp"
#include "decode/pdf_labels.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace gongkai::pdf {
namespace {

constexpr double nowhere = -std::numeric_limits<double>::infinity();

bool is_numbered(const std::string& text) {
  unicode::Folded folded;
  unicode::fold(text, folded);
  return folded.numbering != unicode::Numbering::none;
}

/// Whether a label ends with what may be the value beside it.
bool ends_with_digit(const std::string& text) {
  const auto last = static_cast<unsigned char>(text.back());
  return (last >= '0' && last <= '9') ||
         (text.size() >= 3 && text.compare(text.size() - 3, 2, "\xef\xbc") == 0 && last >= 0x90 && last <= 0x99);
}

/// Whether a text ends with a Chinese character, and so is no number before an item: 1. （一）
bool ends_with_letter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.size() < 3 ? 0 : text[text.size() - 3]);
  return lead >= 0xe4 && lead <= 0xe9;
}

/// A word that stands in the columns of the table.
struct Value {
  const Word* word = nullptr;
  std::uint32_t page = 0, line = 0;
  ColumnRange columns;
};

/// A row under construction.
struct Draft {
  std::uint32_t page = 0, line = 0;
  Box box;
  std::vector<Value> values;
  std::vector<LabelLine> label, group_heads;
  bool is_doubtful = false;  ///< not every value surely belongs here
};

class Table {
 public:
  Table(const Words& words, std::span<const Segment> segments) : words_(words), segments_(segments) {}

  std::vector<TableRow> run() {
    find_head();
    find_columns();
    gather_values();
    gather_labels();
    make_rows();
    give_labels();
    add_group_heads();
    join_torn_values();
    join_over_pages();
    doubt_blank_rows();
    return emit();
  }

 private:
  // ---- What is head, label, value ----

  /// The head is what stands over the first value on its page; without any value, the lines of several texts.
  void find_head() {
    const auto first = std::find_if(segments_.begin(), segments_.end(), [](const Segment& s) { return s.is_value; });
    head_page_ = first != segments_.end() ? first->page : segments_.front().page;
    head_end_ = nowhere;
    if (first != segments_.end()) {
      head_end_ = first->top;
      for (const Segment& segment : segments_) {
        if (segment.is_value && segment.page == head_page_ && segment.line == first->line) {
          head_end_ = std::min(head_end_, segment.top);
        }
      }
    } else {
      find_head_of_blanks();
    }
    double first_value = std::numeric_limits<double>::infinity();
    for (const Segment& segment : segments_) {
      if (segment.is_value) {
        first_value = std::min(first_value, segment.left);
      }
    }
    for (const Segment& segment : segments_) {
      if (!segment.is_value && !in_head(segment) && segment.right <= first_value + 1) {
        labels_right_ = std::max(labels_right_, segment.right);
        labels_left_ = std::min(labels_left_, segment.left);
      }
    }
  }
  /// Without any value: lines of many texts, or that reach the columns, where rows have labels only.
  void find_head_of_blanks() {
    constexpr std::size_t most_labels = 3;  // of groups and of the row
    double columns = std::numeric_limits<double>::infinity();
    for (std::size_t begin = 0; begin < segments_.size() && segments_[begin].page == head_page_;) {
      std::size_t end = begin + 1;
      while (end < segments_.size() && segments_[end].page == head_page_ &&
             segments_[end].line == segments_[begin].line) {
        ++end;
      }
      const std::size_t count = end - begin;
      if (count > 1 && (std::isinf(columns) || count > most_labels || segments_[end - 1].right > columns ||
                        segments_[begin].top < head_end_)) {
        const double label_right = segments_[begin].right;
        for (; begin < end; ++begin) {
          columns = segments_[begin].left > label_right ? std::min(columns, segments_[begin].left) : columns;
          head_end_ = std::max(head_end_, segments_[begin].bottom);
        }
      }
      begin = end;
    }
  }
  bool in_head(const Segment& segment) const {
    return segment.page < head_page_ || (segment.page == head_page_ && segment.centre() < head_end_);
  }
  bool has_labels() const { return labels_right_ > nowhere; }
  bool is_left_of_values(const Segment& segment) const { return segment.left < labels_right_ - 0.1; }

  void find_columns() {
    std::vector<const Word*> head, values;
    std::vector<std::uint64_t> lines;
    for (const Segment& segment : segments_) {
      if (segment.is_value && !is_left_of_values(segment)) {
        values.push_back(&word(segment, 0));
        lines.push_back(std::uint64_t{segment.page} << 32U | segment.line);
      } else if (!segment.is_value && in_head(segment) && !is_left_of_values(segment)) {
        for (std::size_t i = 0; i < segment.count; ++i) {
          // The part of a head that is left on the page before stands over the rest of it.
          Word& copy = head_words_.emplace_back(word(segment, i));
          const double up = words_.pages[segment.page].height * (head_page_ - segment.page);
          copy.top -= up;
          copy.bottom -= up;
          head.push_back(&copy);
        }
      }
    }
    double head_bottom = nowhere;
    for (const Word& head_word : head_words_) {
      head_bottom = std::max(head_bottom, head_word.bottom);
    }
    const bool has_label_head = std::any_of(segments_.begin(), segments_.end(), [&](const Segment& segment) {
      return !segment.is_value && in_head(segment) && is_left_of_values(segment) && segment.centre() < head_bottom;
    });
    const Box labels{labels_left_, 0, labels_right_, 0};
    columns_.emplace(std::move(head), values, lines, has_labels() && !has_label_head ? &labels : nullptr);
    for (const Column& column : columns_->all()) {
      for (const Word* head_word : column.head_words) {
        head_box_ = head_box_.height() == 0 ? Box(*head_word) : head_box_;
        head_box_.add(*head_word);
      }
    }
  }

  /// Values are all words below the head that stand in a column, even where they touch a label.
  void gather_values() {
    for (const Segment& segment : segments_) {
      if (!segment.is_value && in_head(segment)) {
        continue;
      }
      for (std::size_t i = 0; i < segment.count; ++i) {
        const Word& candidate = word(segment, i);
        const ColumnRange range = columns_->find(candidate);
        const bool is_text_in_column = range.count != 0 && segment.left > labels_right_;
        if ((candidate.is_value && (segment.is_value ? !is_left_of_values(segment) : range.count != 0)) ||
            is_text_in_column || (!segment.is_value && segment.left >= labels_right_)) {
          values_.push_back({&candidate, segment.page, segment.line, range});
        } else {
          label_words_.push_back({&candidate, segment.page, segment.line, {}});
        }
      }
    }
    for (const Segment& segment : segments_) {
      if (!segment.is_value && in_head(segment) && is_left_of_values(segment)) {
        for (std::size_t i = 0; i < segment.count; ++i) {
          label_words_.push_back({&word(segment, i), segment.page, segment.line, {}});
        }
      }
    }
    for (const Word* head_word : columns_->label_head()) {
      label_words_.push_back({head_word, head_page_, segments_.front().line, {}});
    }
    std::stable_sort(label_words_.begin(), label_words_.end(), [](const Value& a, const Value& b) {
      return std::tie(a.page, a.line, a.word->left) < std::tie(b.page, b.line, b.word->left);
    });
  }

  /// Label words make lines: cut at wide gaps, and at narrow ones where other lines begin too.
  void gather_labels() {
    constexpr double wide = 0.75, apart = 0.4, number_gap = 0.3, narrow = 0.12;
    constexpr int fewest_gaps = 3;  // over one another, that make two columns of labels
    const auto goes_on = [&](std::size_t i, double gap) {
      const Value &a = label_words_[i - 1], &b = label_words_[i];
      return a.page == b.page && a.line == b.line && b.word->left - a.word->right < gap * b.word->em;
    };
    std::map<long, int> edges, single_edges;  // where lines begin; where single characters begin them
    std::map<long, int> gap_edges;            // where words begin behind a gap
    const auto edge = [](double x) { return std::lround(x); };
    for (std::size_t i = 0; i < label_words_.size(); ++i) {
      const Word& word = *label_words_[i].word;
      if (i == 0 || !goes_on(i, wide)) {
        ++edges[edge(word.left)];
        single_edges[edge(word.left)] += word.text.size() == 3;
      } else if (!goes_on(i, apart) && ends_with_letter(label_words_[i - 1].word->text)) {
        ++gap_edges[edge(word.left)];
      }
    }
    const auto count_at = [&](const std::map<long, int>& places, double x) {
      int count = 0;
      for (long at = edge(x) - 1; at <= edge(x) + 1; ++at) {
        const auto found = places.find(at);
        count += found == places.end() ? 0 : found->second;
      }
      return count;
    };
    // Before a word: at a number that begins a label, at an edge, or behind a column of single characters.
    const auto is_cut = [&](std::size_t i) {
      const Word& before = *label_words_[i - 1].word;
      return (!goes_on(i, number_gap) && is_numbered(std::string(label_words_[i].word->text))) ||
             count_at(edges, label_words_[i].word->left) > 1 ||
             (!goes_on(i, apart) &&
              count_at(gap_edges, label_words_[i].word->left) + count_at(edges, label_words_[i].word->left) >=
                  fewest_gaps) ||
             (before.text.size() == 3 && count_at(single_edges, before.left) > 2);
    };
    for (std::size_t i = 0; i < label_words_.size(); ++i) {
      const Value& value = label_words_[i];
      if (i > 0 && goes_on(i, wide) && (goes_on(i, narrow) || !is_cut(i))) {
        LabelLine& line = labels_.back();
        line.add(*value.word);
        append_word(line.text, value.word->text);
      } else {
        LabelLine& line = labels_.emplace_back();
        static_cast<Box&>(line) = *value.word;
        line.text = value.word->text;
        line.page = value.page;
        line.line = value.line;
        line.em = value.word->em;
      }
    }
    std::stable_sort(labels_.begin(), labels_.end(), [](const LabelLine& a, const LabelLine& b) {
      return a.page != b.page ? a.page < b.page : a.centre() < b.centre();
    });
    for (LabelLine& line : labels_) {
      line.is_numbered = is_numbered(line.text);
      labels_edge_ = std::max(labels_edge_, line.right);
    }
    find_labels_edge();
  }

  void find_labels_edge() {
    // Where the labels' column ends is seen from the width of the columns beside it, or from the middle of its head.
    const std::vector<Column>& columns = columns_->all();
    if (columns.size() > 1) {
      const auto middle = [](const Column& column) { return (column.head ? *column.head : *column.values).middle(); };
      const double border = middle(columns[0]) - (middle(columns[1]) - middle(columns[0])) / 2;
      labels_edge_ = labels_.empty() ? labels_edge_ : std::max(labels_edge_, border - labels_[0].em);
    }
    for (const LabelLine& line : labels_) {
      if (line.page == head_page_ && line.centre() < head_box_.bottom && shared_y(line, head_box_) > 0) {
        labels_edge_ = std::max(labels_edge_, 2 * line.middle() - labels_left_ - line.em);
      }
    }
  }

  // ---- Rows ----

  void make_rows() {
    std::stable_sort(values_.begin(), values_.end(), [](const Value& a, const Value& b) {
      return a.page != b.page ? a.page < b.page : a.word->centre() < b.word->centre();
    });
    constexpr double same_row = 0.4, too_near = 0.85;  // of a character
    for (const Value& value : values_) {
      Draft* row = rows_.empty() || rows_.back().page != value.page ? nullptr : &rows_.back();
      if (row == nullptr || value.word->centre() - row->values.back().word->centre() > too_near * value.word->em) {
        row = &rows_.emplace_back();
        row->page = value.page;
        row->line = value.line;
        row->box = *value.word;
      }
      // Half a line lower: a value of two lines, or two rows in one.
      row->is_doubtful = row->is_doubtful || value.word->centre() - row->box.centre() > same_row * value.word->em;
      row->values.push_back(value);
    }
    for (Draft& row : rows_) {
      for (const Value& value : row.values) {
        row.box.add(*value.word);
      }
    }
    join_wrapped_values();
  }

  /// A value that is too wide for its cell wraps. Then one of two neighbouring rows has values only in the columns of such
  /// values: they are halves of one row.
  void join_wrapped_values() {
    const auto is_half_of = [&](const Draft& some, const Draft& all, const Draft& upper) {
      return some.values.size() < columns_->all().size() &&
             std::all_of(some.values.begin(), some.values.end(), [&](const Value& value) {
               const auto same_column = [&](const Value& other) {
                 return value.columns.count == 1 && other.columns.count == 1 &&
                        other.columns.first == value.columns.first;
               };
               const auto partner = std::find_if(all.values.begin(), all.values.end(), same_column);
               const auto first_half = std::find_if(upper.values.begin(), upper.values.end(), same_column);
               return partner != all.values.end() && first_half != upper.values.end() && fills_cell(*first_half);
             });
    };
    const auto are_near = [](const Draft& upper, const Draft& lower) {
      return upper.page == lower.page && lower.box.top - upper.box.bottom < 0.8 * lower.values[0].word->em;
    };
    for (std::size_t i = 0; i + 1 < rows_.size(); ++i) {  // all first: a half may fit to the row before and behind it
      Draft &upper = rows_[i], &lower = rows_[i + 1];
      if (are_near(upper, lower) && (is_half_of(lower, upper, upper) || is_half_of(upper, lower, upper))) {
        upper.is_doubtful = lower.is_doubtful = true;
      }
    }
    values_wrap_ = std::any_of(rows_.begin(), rows_.end(), [](const Draft& row) { return row.is_doubtful; });
    std::vector<Draft> rows;
    for (Draft& row : rows_) {
      Draft* above = rows.empty() || !are_near(rows.back(), row) ? nullptr : &rows.back();
      if (above != nullptr && (is_half_of(row, *above, *above) || is_half_of(*above, row, *above))) {
        above->is_doubtful = true;
        above->box.add(row.box);
        above->values.insert(above->values.end(), row.values.begin(), row.values.end());
      } else {
        rows.push_back(std::move(row));
      }
    }
    rows_ = std::move(rows);
  }

  /// Whether one more digit might not have fitted.
  bool fills_cell(const Value& value) const {
    return value.word->text.size() > 1 && value.word->width() + 0.6 * value.word->em > 0.55 * room(value);
  }

  /// How far the nearest column is from the value's own.
  double room(const Value& value) const {
    const std::vector<Column>& columns = columns_->all();
    const auto middle = [&](std::size_t i) {
      return (columns[i].head ? *columns[i].head : *columns[i].values).middle();
    };
    const std::size_t i = value.columns.first;
    double result = std::numeric_limits<double>::infinity();
    if (i > 0) {
      result = middle(i) - middle(i - 1);
    }
    if (i + 1 < columns.size()) {
      result = std::min(result, middle(i + 1) - middle(i));
    }
    return result;
  }

  /// A page's label lines, and the rows that they stand beside: that of the head, where it is on this page, comes first.
  struct PageRows {
    std::span<const LabelLine> lines;
    std::vector<Box> boxes;
    std::size_t first_row = 0;
    bool has_head = false;
  };
  using Pages = std::map<std::uint32_t, PageRows>;

  Pages pages_of(const std::vector<LabelLine>& inner) const {
    Pages pages;
    for (std::size_t begin = 0; begin < inner.size();) {
      std::size_t end = begin;
      while (end < inner.size() && inner[end].page == inner[begin].page) {
        ++end;
      }
      pages[inner[begin].page].lines = std::span<const LabelLine>(inner).subspan(begin, end - begin);
      begin = end;
    }
    if (head_box_.height() > 0) {
      PageRows& page = pages[head_page_];
      page.has_head = true;
      page.boxes.push_back(head_box_);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      PageRows& page = pages[rows_[i].page];
      page.first_row = page.boxes.size() == (page.has_head ? 1 : 0) ? i : page.first_row;
      page.boxes.push_back(rows_[i].box);
    }
    for (auto& [number, page] : pages) {
      level(page.lines, page.boxes);
    }
    return pages;
  }

  /// How labels stand in their cells: the way in which all of them come nearest to their rows.
  Vertical best_vertical(const Pages& pages) const {
    Vertical best = Vertical::middle;
    double least = std::numeric_limits<double>::infinity();
    for (const Vertical way : {Vertical::middle, Vertical::top, Vertical::bottom}) {
      double cost = 0;
      for (const auto& [number, page] : pages) {
        group_labels(page.lines, page.boxes, labels_edge_, way, page.has_head, cost);
      }
      if (cost < least - 0.01) {
        least = cost;
        best = way;
      }
    }
    return best;
  }

  static Draft blank_row(std::uint32_t page, std::span<const LabelLine> lines) {
    Draft blank;
    blank.page = page;
    blank.line = lines[0].line;
    blank.box = lines[0];
    blank.box.add(lines.back());
    return blank;
  }

  /// Moves the page's rows behind `rows`, each with its label; a label that stands beside no row is a row of blanks.
  void label_rows(std::uint32_t number, const PageRows& page, Vertical way, std::vector<Draft>& rows) {
    double cost = 0;
    const std::vector<Label> labels = group_labels(page.lines, page.boxes, labels_edge_, way, page.has_head, cost);
    const std::size_t heads = page.has_head ? 1 : 0, end = page.boxes.size() - heads;
    // For each label the row that it or the first label behind it stands beside: no row of blanks comes behind that.
    std::vector<std::size_t> until(labels.size(), end);
    for (std::size_t i = labels.size(); i-- > 0;) {
      until[i] = labels[i].row >= 0      ? std::max(static_cast<std::size_t>(labels[i].row), heads) - heads
                 : i + 1 < labels.size() ? until[i + 1]
                                         : end;
    }
    std::size_t next = 0;  // of the page's rows
    const auto take = [&] { rows.push_back(std::move(rows_[page.first_row + next++])); };
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const auto lines = page.lines.subspan(labels[i].first, labels[i].count);
      const double top = lines[0].centre();
      const bool is_beside = labels[i].row >= 0;
      if (page.has_head && (is_beside ? labels[i].row == 0 : top < head_box_.bottom)) {
        head_label_.insert(head_label_.end(), lines.begin(), lines.end());
        continue;
      }
      while (next < until[i] && (is_beside || page.boxes[heads + next].centre() < top)) {
        take();
      }
      if (is_beside) {
        take();
      } else {
        rows.push_back(blank_row(number, lines));
      }
      rows.back().label.assign(lines.begin(), lines.end());
    }
    while (next < end) {
      take();
    }
  }

  /// Cuts the label lines of each page into labels and gives them to rows.
  void give_labels() {
    std::vector<LabelLine> inner;
    set_group_heads_apart(inner);
    const Pages pages = pages_of(inner);
    const Vertical way = best_vertical(pages);
    std::vector<Draft> rows;
    for (const auto& [number, page] : pages) {
      label_rows(number, page, way, rows);
    }
    rows_ = std::move(rows);
  }

  /// Fonts differ in where their characters stand in their boxes: takes the usual difference between labels and rows away.
  static void level(std::span<const LabelLine> lines, std::vector<Box>& rows) {
    std::vector<double> off;
    std::size_t next = 0;
    for (const LabelLine& line : lines) {
      while (next + 1 < rows.size() &&
             std::abs(rows[next + 1].centre() - line.centre()) <= std::abs(rows[next].centre() - line.centre())) {
        ++next;
      }
      if (next < rows.size() && std::abs(rows[next].centre() - line.centre()) < 0.45 * line.em) {
        off.push_back(rows[next].centre() - line.centre());
      }
    }
    if (off.empty()) {
      return;
    }
    const auto middle = off.begin() + static_cast<std::ptrdiff_t>(off.size() / 2);
    std::nth_element(off.begin(), middle, off.end());
    for (Box& row : rows) {
      row.top -= *middle;
      row.bottom -= *middle;
    }
  }

  /// A text is the head of a group where another text stands right of it on its height, or where the texts above and
  /// below both stand right of it and no value stands beside it.
  void set_group_heads_apart(std::vector<LabelLine>& inner) {
    const auto is_right_of = [](const LabelLine& a, const LabelLine& b) {
      return a.page == b.page && a.left > b.right - 0.3 * b.em;
    };
    constexpr std::size_t window = 8;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const LabelLine& line = labels_[i];
      bool is_head = false;
      for (std::size_t k = i - std::min(i, window); k < std::min(labels_.size(), i + window + 1); ++k) {
        is_head = is_head || (k != i && is_right_of(labels_[k], line) &&
                              shared_y(labels_[k], line) > 0.15 * std::min(line.height(), labels_[k].height()));
      }
      (is_head ? group_heads_ : inner).push_back(line);
    }
    const auto has_values = [&](const LabelLine& line) {
      const auto at = std::lower_bound(rows_.begin(), rows_.end(), line, [](const Draft& row, const LabelLine& l) {
        return row.page != l.page ? row.page < l.page : row.box.centre() < l.top;
      });
      return at != rows_.end() && at->page == line.page && at->box.centre() < line.bottom;
    };
    std::vector<LabelLine> rest;
    for (std::size_t i = 0; i < inner.size(); ++i) {
      std::size_t above = i, below = i + 1;
      while (above > 0 && i - above < window && shared_x(inner[above - 1], inner[i]) > 0 &&
             are_aligned(inner[above - 1], inner[i]) && !has_values(inner[above - 1])) {
        --above;
      }
      while (below < inner.size() && below - i < window && shared_x(inner[below], inner[i]) > 0 &&
             are_aligned(inner[i], inner[below]) && !has_values(inner[below])) {
        ++below;
      }
      const bool is_head = above > 0 && below < inner.size() && is_right_of(inner[above - 1], inner[i]) &&
                           is_right_of(inner[below], inner[i]) && !has_values(inner[i]);
      (is_head ? group_heads_ : rest).push_back(inner[i]);
    }
    inner = std::move(rest);
  }

  /// Lines over one another make one text, which goes to the row nearest to its middle.
  void add_group_heads() {
    std::stable_sort(group_heads_.begin(), group_heads_.end(), [](const LabelLine& a, const LabelLine& b) {
      return a.page != b.page ? a.page < b.page : a.centre() < b.centre();
    });
    struct Stack {
      Box box;
      std::vector<LabelLine> lines;
    };
    std::vector<Stack> stacks;
    constexpr std::size_t window = 6;
    for (const LabelLine& line : group_heads_) {
      Stack* home = nullptr;
      for (std::size_t k = stacks.size() - std::min(stacks.size(), window); k < stacks.size(); ++k) {
        Stack& stack = stacks[k];
        const double furthest = line.text.size() <= 6 ? 3 : 1.2;
        if (stack.lines[0].page == line.page &&
            shared_x(stack.box, line) > 0.5 * std::min(stack.box.width(), line.width()) &&
            line.top - stack.box.bottom < furthest * line.height() && !line.is_numbered) {
          home = &stack;
        }
      }
      home = home == nullptr ? &stacks.emplace_back(Stack{line, {}}) : home;
      home->box.add(line);
      home->lines.push_back(line);
    }
    for (const Stack& stack : stacks) {
      const LabelLine& first = stack.lines[0];
      if (first.page == head_page_ && stack.box.centre() < head_box_.bottom) {
        head_label_.insert(head_label_.end(), stack.lines.begin(), stack.lines.end());
        continue;
      }
      auto at = std::lower_bound(rows_.begin(), rows_.end(), stack, [&](const Draft& row, const Stack& s) {
        return row.page != first.page ? row.page < first.page : row.box.centre() < s.box.centre();
      });
      if (at != rows_.begin() &&
          (at == rows_.end() || at->page != first.page ||
           (std::prev(at)->page == first.page &&
            stack.box.centre() - std::prev(at)->box.centre() < at->box.centre() - stack.box.centre()))) {
        --at;
      }
      if (at == rows_.end()) {
        Draft& row = rows_.emplace_back();
        row.page = first.page;
        row.line = first.line;
        row.box = stack.box;
        at = std::prev(rows_.end());
      }
      at->group_heads.insert(at->group_heads.end(), stack.lines.begin(), stack.lines.end());
    }
  }

  /// Values without a label, right above or below a row: the rest of a value that needed two lines.
  void join_torn_values() {
    std::vector<Draft> rows;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      Draft& row = rows_[i];
      const auto is_near = [&](const Draft& other) {
        return other.page == row.page && !other.values.empty() &&
               std::abs(other.box.centre() - row.box.centre()) < 1.6 * other.values[0].word->em;
      };
      const bool is_part =
          row.label.empty() && !row.values.empty() && (has_labels() || row.values.size() < columns_->all().size());
      const bool near_above = !rows.empty() && is_near(rows.back());
      const bool near_below = i + 1 < rows_.size() && is_near(rows_[i + 1]);
      if (!is_part || (!near_above && !near_below)) {
        rows.push_back(std::move(row));
        continue;
      }
      Draft& home = near_above ? rows.back() : rows_[i + 1];
      home.is_doubtful = true;
      if (near_above && near_below) {
        rows_[i + 1].is_doubtful = true;
      }
      home.values.insert(near_above ? home.values.end() : home.values.begin(), row.values.begin(), row.values.end());
      home.group_heads.insert(home.group_heads.end(), row.group_heads.begin(), row.group_heads.end());
    }
    rows_ = std::move(rows);
  }

  /// A label without values is not said to be blank where values that may be its own stand in the row before or after:
  /// values without a label, values on its height, or beside what reads on from it.
  void doubt_blank_rows() {
    for (std::size_t i = 0; has_labels() && i + 1 < rows_.size(); ++i) {
      Draft &upper = rows_[i], &lower = rows_[i + 1];
      const bool one_is_part = upper.values.size() != lower.values.size() &&
                               std::min(upper.values.size(), lower.values.size()) < columns_->all().size();
      if (one_is_part && reads_on(upper, lower)) {
        upper.is_doubtful = lower.is_doubtful = true;
      }
    }
    for (std::size_t i = 0; has_labels() && i < rows_.size(); ++i) {
      if (rows_[i].values.empty()) {
        continue;
      }
      for (std::size_t k = i; k > 0 && rows_[k - 1].values.empty() && may_be_label_of(rows_[k - 1], rows_[i], k == i);
           --k) {
        rows_[k - 1].is_doubtful = true;
      }
      for (std::size_t k = i + 1;
           k < rows_.size() && rows_[k].values.empty() && may_be_label_of(rows_[k], rows_[i], k == i + 1); ++k) {
        rows_[k].is_doubtful = true;
      }
    }
  }

  bool reads_on(const Draft& upper, const Draft& lower) const {
    return !upper.label.empty() && !lower.label.empty() && upper.page == lower.page && !lower.label[0].is_numbered &&
           (is_full(upper.label.back(), labels_edge_) || upper.label[0].is_numbered) &&
           shared_x(upper.label.back(), lower.label[0]) > 0;
  }

  bool may_be_label_of(const Draft& blank, const Draft& row, bool is_next) const {
    const bool on_its_height = std::any_of(blank.label.begin(), blank.label.end(), [&](const LabelLine& line) {
      return line.page == row.page && line.centre() > row.box.top - line.em / 2 &&
             line.centre() < row.box.bottom + line.em / 2;
    });
    const bool has_odd_label = !blank.label.empty() && !row.label.empty() && !row.label[0].is_numbered &&
                               !are_aligned(blank.label.back(), row.label[0]);
    return on_its_height || (is_next && (row.label.empty() || has_odd_label));
  }

  /// A row that a page break cuts in two: one half has the values, and the label goes on from the first half.
  void join_over_pages() {
    std::vector<Draft> rows;
    for (Draft& row : rows_) {
      if (!rows.empty() && rows.back().page != row.page && !rows.back().label.empty()) {
        Draft& above = rows.back();
        const bool goes_on =
            row.label.empty() || (!row.label[0].is_numbered && is_full(above.label.back(), labels_edge_) &&
                                  are_aligned(above.label.back(), row.label[0]));
        const bool one_has_values = above.values.empty() || (row.values.empty() && !row.label.empty());
        if (goes_on && one_has_values && !(above.values.empty() && row.values.empty() && row.label.empty())) {
          above.label.insert(above.label.end(), row.label.begin(), row.label.end());
          above.group_heads.insert(above.group_heads.end(), row.group_heads.begin(), row.group_heads.end());
          if (above.values.empty()) {
            above.values = std::move(row.values);
            above.is_doubtful = row.is_doubtful;
          }
          continue;
        }
      }
      rows.push_back(std::move(row));
    }
    rows_ = std::move(rows);
  }

  // ---- Cells ----

  std::vector<TableRow> emit() const {
    std::vector<TableRow> result;
    emit_head(result);
    for (const Draft& row : rows_) {
      result.push_back(cells_of(row));
    }
    if (rows_.empty() && columns_->all().size() > 1 && has_room_below()) {  // a row of blanks below heads
      result.emplace_back(columns_->all().size(),
                          TableCell{"", segments_.back().page + 1, segments_.back().line + 1, 1});
    }
    return result;
  }

  /// Whether a row might stand between the table and what follows it on its page.
  bool has_room_below() const {
    constexpr double lowest_margin = 0.05;  // of the page
    const Segment& last = segments_.back();
    const Page& page = words_.pages[last.page];
    const double end =
        last.line + 1 < page.lines.size() ? page.lines[last.line + 1].top : page.height * (1 - lowest_margin);
    return end - last.bottom > 1.4 * word(last, 0).em;
  }

  void emit_head(std::vector<TableRow>& result) const {
    std::vector<const Word*> spanning = columns_->spanning_head();
    std::stable_sort(spanning.begin(), spanning.end(), [](const Word* a, const Word* b) {
      return on_one_height(*a, *b) ? a->left < b->left : a->centre() < b->centre();
    });
    const Word* last = nullptr;
    for (const Word* head_word : spanning) {
      if (last == nullptr || !on_one_height(*last, *head_word)) {
        result.emplace_back();
      }
      if (last != nullptr && !result.back().empty() && head_word->left - last->right < head_word->em) {
        append_word(result.back().back().text, head_word->text);
      } else {
        result.back().push_back({std::string(head_word->text), head_page_ + 1, segments_.front().line + 1, 1});
      }
      last = head_word;
    }
    TableRow names;
    if (has_labels() || !head_label_.empty()) {
      names.push_back(text_cell(head_label_, head_page_, segments_.front().line));
    }
    bool any = !head_label_.empty();
    for (const Column& column : columns_->all()) {
      std::vector<const Word*> words = column.head_words;
      std::stable_sort(words.begin(), words.end(), [](const Word* a, const Word* b) {
        return on_one_height(*a, *b) ? a->left < b->left : a->centre() < b->centre();
      });
      if (words.empty()) {
        continue;  // a blank among heads would pass for a blank among values
      }
      TableCell& cell = names.emplace_back();
      for (const Word* head_word : words) {
        append_word(cell.text, head_word->text);
        any = true;
      }
      cell.page = head_page_ + 1;
      cell.line = segments_.front().line + 1;
    }
    if (any) {
      result.push_back(std::move(names));
    }
  }
  static bool on_one_height(const Box& a, const Box& b) {
    return std::abs(a.centre() - b.centre()) < 0.35 * std::min(a.height(), b.height());
  }

  static TableCell text_cell(std::vector<LabelLine> lines, std::uint32_t page, std::uint32_t line) {
    TableCell cell;
    cell.page = page + 1;
    cell.line = line + 1;
    std::stable_sort(lines.begin(), lines.end(), [](const LabelLine& a, const LabelLine& b) {
      return a.page != b.page ? a.page < b.page : a.centre() < b.centre();
    });
    for (const LabelLine& part : lines) {
      append_word(cell.text, part.text);
    }
    return cell;
  }

  TableRow cells_of(const Draft& row) const {
    TableRow cells;
    for (const LabelLine& part : row.group_heads) {
      const bool goes_on = &part != row.group_heads.data() && !part.is_numbered && shared_x(part, *(&part - 1)) > 0;
      if (goes_on) {
        append_word(cells.back().text, part.text);
      } else {
        cells.push_back({part.text, part.page + 1, part.line + 1, 1});
      }
    }
    if (has_labels()) {
      cells.push_back(text_cell(row.label, row.page, row.line));
    }
    std::vector<Value> values = row.values;
    std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) {
      return a.columns.first != b.columns.first ? a.columns.first < b.columns.first : a.word->left < b.word->left;
    });
    const bool has_torn_value = has_labels() && !row.label.empty() && ends_with_digit(row.label.back().text);
    const bool is_clear =
        !row.is_doubtful && !has_torn_value && !columns_->are_doubtful() &&
        std::all_of(values.begin(), values.end(), [](const Value& value) { return value.columns.count != 0; });
    if (!is_clear && values.empty()) {
      return cells;
    }
    if (!is_clear) {
      TableCell all{"", row.page + 1, row.line + 1, static_cast<std::uint16_t>(columns_->all().size())};
      std::stable_sort(values.begin(), values.end(),
                       [](const Value& a, const Value& b) { return a.word->left < b.word->left; });
      for (const Value& value : values) {
        append_word(all.text, value.word->text);
        all.text.append(is_cut_off(value) ? "…" : "");
      }
      all.text.append(values.size() == 1 ? "…" : "");  // one value would pass for the one that is wanted
      cells.push_back(std::move(all));
      return cells;
    }
    for (std::size_t column = 0, next = 0; column < columns_->all().size();) {
      TableCell cell{"", row.page + 1, row.line + 1, 1};
      std::size_t end = column + 1;
      for (; next < values.size() && values[next].columns.first < end; ++next) {
        const Value& value = values[next];
        append_word(cell.text, value.word->text);
        cell.text.append(is_cut_off(value) ? "…" : "");
        cell.page = value.page + 1;
        cell.line = value.line + 1;
        end = std::max(end, value.columns.first + value.columns.count);
      }
      cell.columns = static_cast<std::uint16_t>(end - column);
      cells.push_back(std::move(cell));
      column = end;
    }
    return cells;
  }

  /// Text that runs over the edge of the page, or of what is printed on it, is not in the output; and where values of the
  /// table wrap, one that fills its cell may go on in a line that was taken for another row.
  bool is_cut_off(const Value& value) const {
    if (values_wrap_ && value.columns.count == 1 && fills_cell(value)) {
      return true;
    }
    const char last = value.word->text.back();
    if (last < '0' || last > '9') {  // a unit ends it
      return false;
    }
    const bool is_last = value.columns.first + 1 == columns_->all().size();
    return value.word->right + value.word->em > words_.pages[value.page].width ||
           (is_last && value.columns.count == 1 && value.word->width() > 0.72 * room(value));
  }

  const Word& word(const Segment& segment, std::size_t i) const {
    return words_.pages[segment.page].words[segment.first + i];
  }

  const Words& words_;
  std::span<const Segment> segments_;
  std::uint32_t head_page_ = 0;
  double head_end_ = nowhere, labels_left_ = -nowhere, labels_right_ = nowhere, labels_edge_ = nowhere;
  std::deque<Word> head_words_;
  std::optional<Columns> columns_;
  Box head_box_;
  bool values_wrap_ = false;
  std::vector<Value> values_, label_words_;
  std::vector<LabelLine> labels_, group_heads_, head_label_;
  std::vector<Draft> rows_;
};

}  // namespace

std::vector<TableRow> lay_out_table(const Words& words, std::span<const Segment> segments) {
  return Table(words, segments).run();
}

}  // namespace gongkai::pdf
