// A value under a head belongs to it; where values stand beside the heads, the way they are aligned decides, and where
// that is not clear, nothing does.
#include "decode/pdf_columns.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "text/utf8.hpp"

namespace gongkai::pdf {
namespace {

constexpr std::size_t most_columns = 100;
constexpr double touching = 0.15;  // of a character: boxes that share less only touch

std::size_t characters(const Column& column) {
  std::size_t count = 0;
  for (const Word* word : column.head_words) {
    count += static_cast<std::size_t>(std::count_if(
        word->text.begin(), word->text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
  }
  return count;
}

bool on_one_line(const Box& a, const Box& b) {
  return shared_y(a, b) > 0.7 * std::min(a.height(), b.height());
}

void take(Column& into, Column& from) {
  into.head->add(*from.head);
  into.head_words.insert(into.head_words.end(), from.head_words.begin(), from.head_words.end());
}

}  // namespace

Columns::Columns(std::vector<const Word*> head, const std::vector<const Word*>& values,
                 const std::vector<std::uint64_t>& line_of, const Box* labels) {
  gather_clusters(values, line_of);
  gather_heads(std::move(head));
  strip_spanning();
  join_torn_heads();
  match(labels);
}

/// Values over one another make a cluster. The narrowest come first: a wide one that touches two clusters joins neither.
void Columns::gather_clusters(const std::vector<const Word*>& values, const std::vector<std::uint64_t>& line_of) {
  std::vector<std::size_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a]->width() < values[b]->width(); });
  for (const std::size_t i : order) {
    const Word& value = *values[i];
    Cluster* home = nullptr;
    std::size_t touched = 0;
    for (Cluster& cluster : clusters_) {
      if (shared_x(cluster, value) > touching * value.em) {
        home = &cluster;
        ++touched;
      }
    }
    if (touched == 0 && clusters_.size() < most_columns) {
      home = &clusters_.emplace_back();
      static_cast<Box&>(*home) = value;
      home->least_right = value.right;
      home->most_left = value.left;
    } else if (touched != 1) {
      continue;
    }
    home->add(value);
    home->least_right = std::min(home->least_right, value.right);
    home->most_left = std::max(home->most_left, value.left);
    home->lines.push_back(line_of[i]);
  }
  std::sort(clusters_.begin(), clusters_.end(), [](const Cluster& a, const Cluster& b) { return a.left < b.left; });
  for (Cluster& cluster : clusters_) {
    std::sort(cluster.lines.begin(), cluster.lines.end());
  }
}

/// From the lowest words up: a word over one column's head continues it, a word over several spans them.
void Columns::gather_heads(std::vector<const Word*> head) {
  std::stable_sort(head.begin(), head.end(), [](const Word* a, const Word* b) { return a->bottom > b->bottom; });
  for (const Word* word : head) {
    Column* below = nullptr;
    std::size_t touched = 0;
    for (Column& column : columns_) {
      if (shared_x(*column.head, *word) > touching * word->em) {
        below = &column;
        ++touched;
      }
    }
    const auto values = std::count_if(clusters_.begin(), clusters_.end(), [&](const Cluster& cluster) {
      return shared_x(cluster, *word) > touching * word->em;
    });
    if (touched == 0 && columns_.size() < most_columns && values < 2) {
      columns_.push_back({*word, std::nullopt, {word}});
    } else if (touched == 1 && values < 2 && below->head->top - word->bottom < 1.2 * word->height()) {
      below->head->add(*word);
      below->head_words.push_back(word);
    } else {
      spanning_.push_back(word);
    }
  }
  std::sort(columns_.begin(), columns_.end(),
            [](const Column& a, const Column& b) { return a.head->left < b.head->left; });
}

/// A word that spans several columns may touch the head of only one of them. It is known by its place: without it that
/// head is on the height of its neighbours, with it it is not.
void Columns::strip_spanning() {
  std::vector<Box> boxes;
  for (const Column& column : columns_) {
    boxes.push_back(*column.head);
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::vector<const Word*>& words = columns_[i].head_words;  // from the lowest up
    const Word* top = words.back();
    Box rest = *words[0];
    std::size_t kept = 0;
    for (const Word* word : words) {
      if (!on_one_line(*word, *top)) {
        rest.add(*word);
        ++kept;
      }
    }
    if (kept == 0 || kept + 1 != words.size()) {
      continue;
    }
    const auto level_with = [&](const Box& box, auto height) {
      std::size_t count = 0;
      for (std::size_t k = 0; k < boxes.size(); ++k) {
        count += k != i && std::abs(height(boxes[k]) - height(box)) < 0.15 * top->em;
      }
      return count;
    };
    const auto centre = [](const Box& box) { return box.centre(); };
    const auto upper = [](const Box& box) { return box.top; };
    const bool leaves_its_cell = i > 0 && i + 1 < boxes.size() &&
                                 top->left < (boxes[i - 1].middle() + rest.middle()) / 2 &&
                                 top->right > (boxes[i + 1].middle() + rest.middle()) / 2;
    if (leaves_its_cell || (level_with(boxes[i], centre) == 0 && level_with(boxes[i], upper) == 0 &&
                            (level_with(rest, centre) > 1 || level_with(rest, upper) > 1))) {
      spanning_.push_back(top);
      words.pop_back();
      *columns_[i].head = rest;
    }
  }
}

/// A head's characters may stand apart (总 计): they belong together where one column of values lies between or under
/// them, or where they are single characters among heads of several.
void Columns::join_torn_heads() {
  const bool others_are_whole =
      std::any_of(columns_.begin(), columns_.end(), [](const Column& column) { return characters(column) > 1; });
  for (std::size_t i = 0; i + 1 < columns_.size();) {
    Column &a = columns_[i], &b = columns_[i + 1];
    const double em = a.head_words[0]->em, gap = b.head->left - a.head->right;
    Box both = *a.head;
    both.add(*b.head);
    std::size_t under = 0;
    for (const Cluster& cluster : clusters_) {
      under += shared_x(cluster, both) > 0;
    }
    const bool are_single = characters(a) == 1 && characters(b) == 1;
    const bool torn = on_one_line(*a.head, *b.head) && under < 2 &&
                      (gap < 0.25 * em || (gap < 1.6 * em && are_single && (under == 1 || others_are_whole)) ||
                       (gap < 0.8 * em && under == 1 && (characters(a) == 1 || characters(b) == 1)));
    if (torn) {
      take(a, b);
      columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      ++i;
    }
  }
}

/// Whether the first head is that of the labels: no value stands under it or left of it, and it is in the middle between
/// the labels' left edge and the second column rather than one column's width left of that; or the labels begin under it.
bool Columns::stands_over_labels(const Box& labels) const {
  if (columns_.empty() || std::any_of(clusters_.begin(), clusters_.end(), [&](const Cluster& cluster) {
        return cluster.left <= columns_[0].head->right;
      })) {
    return false;
  }
  if (columns_.size() < 3) {
    return columns_.size() == 2 || clusters_.empty();
  }
  const double first = columns_[0].head->middle(), second = columns_[1].head->middle(),
               pitch = columns_[2].head->middle() - second;
  const double as_label = (labels.left + second - pitch / 2) / 2, as_value = second - pitch;
  return labels.left > first - pitch / 2 || std::abs(first - as_label) < std::abs(first - as_value);
}

namespace {
constexpr std::ptrdiff_t own_column = -2;  // a column without a head
}  // namespace

/// Which heads each column of values lies under; takes the head of the labels out.
void Columns::match_heads(const Box* labels) {
  for (Cluster& cluster : clusters_) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (shared_x(cluster, *columns_[i].head) > 0.5) {
        cluster.heads.push_back(i);
      }
    }
  }
  if (labels == nullptr || !stands_over_labels(*labels)) {
    return;
  }
  label_head_ = columns_[0].head_words;
  columns_.erase(columns_.begin());
  for (Cluster& cluster : clusters_) {
    for (std::size_t& i : cluster.heads) {
      --i;
    }
  }
}

/// Values under one head are its own. Tells how values are aligned, from those that stand clear of every head on one side,
/// and from edges in line.
Columns::Alignment Columns::match_below_heads() {
  Alignment alignment;
  for (Cluster& cluster : clusters_) {
    if (cluster.right - cluster.least_right < 1 && cluster.most_left - cluster.left > 3) {
      ++alignment.to_right;
    } else if (cluster.most_left - cluster.left < 1 && cluster.right - cluster.least_right > 3) {
      ++alignment.to_left;
    }
    if (cluster.heads.size() == 1) {
      cluster.column = static_cast<std::ptrdiff_t>(cluster.heads[0]);
    } else if (cluster.heads.empty() && !columns_.empty()) {
      alignment.to_right += cluster.left > columns_.back().head->right;
      alignment.to_left += cluster.right < columns_.front().head->left;
    }
  }
  return alignment;
}

/// The column that values under no head belong to: of the head before or behind them, their own, or -1 where that is not
/// clear.
std::ptrdiff_t Columns::column_beside(const Cluster& cluster, const Alignment& alignment) const {
  if (columns_.empty()) {
    return own_column;
  }
  const auto is_taken = [&](std::ptrdiff_t column) {
    return std::any_of(clusters_.begin(), clusters_.end(),
                       [&](const Cluster& other) { return other.column == column; });
  };
  const auto next = static_cast<std::ptrdiff_t>(
      std::find_if(columns_.begin(), columns_.end(),
                   [&](const Column& column) { return column.head->left >= cluster.right - 0.5; }) -
      columns_.begin());
  const std::ptrdiff_t before = next - 1, size = std::ssize(columns_);
  const bool free_before = before >= 0 && !is_taken(before), free_next = next < size && !is_taken(next);
  const auto [to_right, to_left] = alignment;
  if (free_before && (!free_next || (to_right > 0 && to_left == 0))) {
    return to_left == 0 || to_right > 0 ? before : -1;
  }
  if (free_next && (!free_before || (to_left > 0 && to_right == 0))) {
    return to_right == 0 || to_left > 0 ? next : -1;
  }
  if (free_before || free_next) {
    return -1;
  }
  // Beside values of both neighbours it is a column of its own; where it never stands beside one, it may be its.
  const auto stands_beside = [&](std::ptrdiff_t column) {
    return std::none_of(clusters_.begin(), clusters_.end(), [&](const Cluster& other) {
      std::vector<std::uint64_t> common;
      std::set_intersection(other.lines.begin(), other.lines.end(), cluster.lines.begin(), cluster.lines.end(),
                            std::back_inserter(common));
      return other.column == column && common.empty();
    });
  };
  return (before < 0 || stands_beside(before)) && (next >= size || stands_beside(next)) ? own_column : -1;
}

/// Gives each column its values, and makes the columns that have no head.
void Columns::take_values() {
  for (const Cluster& cluster : clusters_) {
    if (cluster.column >= 0) {
      Column& column = columns_[static_cast<std::size_t>(cluster.column)];
      if (column.values) {
        column.values->add(cluster);
      } else {
        column.values = cluster;
      }
    }
  }
  for (const Cluster& cluster : clusters_) {
    if (cluster.column == own_column) {
      columns_.push_back({std::nullopt, cluster, {}});
    }
  }
  std::stable_sort(columns_.begin(), columns_.end(), [](const Column& a, const Column& b) {
    return (a.values ? *a.values : *a.head).middle() < (b.values ? *b.values : *b.head).middle();
  });
}

void Columns::match(const Box* labels) {
  match_heads(labels);
  const Alignment alignment = match_below_heads();
  for (Cluster& cluster : clusters_) {
    if (cluster.heads.empty()) {
      cluster.column = column_beside(cluster, alignment);
    }
  }
  take_values();
}

bool Columns::are_doubtful() const {
  return std::any_of(columns_.begin(), columns_.end(), [](const Column& column) { return !column.head; }) &&
         std::any_of(columns_.begin(), columns_.end(), [](const Column& column) { return !column.values; });
}

ColumnRange Columns::find(const Word& value) const {
  ColumnRange range;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    const double least = touching * value.em;
    if ((column.head && shared_x(*column.head, value) > least) ||
        (column.values && shared_x(*column.values, value) > std::min(least, value.width() / 2))) {
      range.first = range.count == 0 ? i : range.first;
      range.count = i - range.first + 1;
    }
  }
  return range;
}

}  // namespace gongkai::pdf
