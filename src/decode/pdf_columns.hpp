// The columns of a table's values, from the words of its head and from where its values stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "decode/pdf_words.hpp"

namespace gongkai::pdf {

/// A column of values.
struct Column {
  std::optional<Box> head, values;  ///< where its head and its values stand; at least one of them is known
  std::vector<const Word*> head_words;
};

/// The columns that a value stands in: one, or several where its digits run over their borders; none where it stands
/// between two columns that could both be its own.
struct ColumnRange {
  std::size_t first = 0, count = 0;
};

class Columns {
 public:
  /// `head` are the words over the values, `values` the values that stand clear of any text; `row_of` gives the line of
  /// each value, to tell which of them stand side by side; `labels` is the place of the labels where no head is known to
  /// stand over them.
  Columns(std::vector<const Word*> head, const std::vector<const Word*>& values,
          const std::vector<std::uint64_t>& line_of, const Box* labels);

  const std::vector<Column>& all() const { return columns_; }
  /// Words of the head that span several columns.
  const std::vector<const Word*>& spanning_head() const { return spanning_; }
  /// Words of the head that stand over the labels.
  const std::vector<const Word*>& label_head() const { return label_head_; }
  ColumnRange find(const Word& value) const;
  /// Values stand under no head and some head has no values: which belongs to which is not clear.
  bool are_doubtful() const;

 private:
  struct Cluster : Box {
    double least_right = 0, most_left = 0;  ///< how far the edges of its values vary
    std::vector<std::uint64_t> lines;
    std::vector<std::size_t> heads;
    std::ptrdiff_t column = -1;
  };
  void gather_clusters(const std::vector<const Word*>& values, const std::vector<std::uint64_t>& line_of);
  void gather_heads(std::vector<const Word*> head);
  void strip_spanning();
  void join_torn_heads();
  bool stands_over_labels(const Box& labels) const;
  void match(const Box* labels);
  void match_heads(const Box* labels);
  struct Alignment {
    int to_right = 0, to_left = 0;  ///< how many columns of values say so
  };
  Alignment match_below_heads();
  std::ptrdiff_t column_beside(const Cluster& cluster, const Alignment& alignment) const;
  void take_values();

  std::vector<Cluster> clusters_;
  std::vector<Column> columns_;
  std::vector<const Word*> spanning_, label_head_;
};

}  // namespace gongkai::pdf
