// Labels and numbers that a conversion to text set apart: "4 0 0 0 0 0 4" above, below or in the middle of
// "（二）部分公开（区分处理的，只计这一情" and "形，不计其他情形）", or a cell a line.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gongkai {

/// What stands between two rows of section two or three that were read whole, in document order: texts, and runs of
/// numbers. The form has its rows in one order; so numbers belong to labels one by one where the labels are, pieced
/// together, just the rows that the form has in that place, or where each stands right before its numbers.
class TornRows {
 public:
  struct Piece {
    std::string_view text;
    bool is_numbers = false;
    bool is_in_line = false;  ///< numbers, with the piece before
  };

  /// A text that is no whole row: a label, a piece of one, or the head of a group. Must outlive the object.
  void add_text(std::string_view text);
  /// The same, where it is known to be a label, and so to hold no numbers of the form.
  void add_label(std::string_view text) { add({text, false}); }
  /// Numbers, of one row as far as can be seen.
  void add_numbers() { add({{}, true}); }
  /// The same, behind a text in the same line, which is part of their label if it is part of one.
  void add_line(std::string_view text) {
    add_text(text);
    add({{}, true, true});
  }
  /// Something else with numbers in it: then nothing can be said up to the next whole row.
  void spoil() { is_spoiled_ = true; }

  /// Whether numbers were added last.
  bool ends_with_numbers() const { return ends_with_numbers_; }

  struct Settled {
    std::vector<std::int16_t> owners;  ///< the row that each of the numbers belongs to, -1 where that cannot be said
    std::vector<std::int16_t> alone;   ///< rows whose label is there, and whose numbers may be among those
    bool is_whole = false;             ///< all the rows that the form has there are found, each with numbers
  };
  /// Says what belongs together before the row `next`, or at the end of a table where no row follows. Goes on behind it.
  Settled settle(int section, std::optional<std::int16_t> next);

 private:
  void add(const Piece& piece);

  std::vector<Piece> pieces_;
  std::size_t numbers_ = 0, added_ = 0;
  bool ends_with_numbers_ = false, is_spoiled_ = false;
  bool labels_come_first_ = false;       // as rows of this document showed
  std::optional<std::int16_t> last_;     // the row read whole before them
  std::vector<std::string_view> heads_;  // texts at the beginning of the table that are no labels
};

}  // namespace gongkai
