// Rows of section three whose label and numbers a conversion to text set apart: "4 0 0 0 0 0 4" above, below or in the
// middle of "（二）部分公开（区分处理的，只计这一情" and "形，不计其他情形）".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gongkai {

/// What stands between two rows that were read whole, in document order. The form has its rows in one order: loose numbers
/// belong one by one to loose labels where these, pieced together, are just the rows that the form has in that place.
class TornRows {
 public:
  /// A text that is no whole row: a label, a piece of one, or the head of a group. Must outlive the object.
  void add_text(std::string_view text) { pieces_.push_back({text, false}); }
  /// The numbers of a whole row. What stood before them in their line is a text of its own.
  void add_numbers() {
    pieces_.push_back({{}, true});
    ++numbers_;
  }
  /// Something else with numbers in it: then nothing can be said up to the next whole row.
  void spoil() { is_spoiled_ = true; }

  /// The row that each of the numbers belongs to, where the row `next` follows them; empty where that cannot be said.
  /// Goes on behind that row.
  std::vector<std::int16_t> settle_before(std::int16_t next);
  /// The same where no row follows. Goes on as at the beginning.
  std::vector<std::int16_t> settle_at_end();

 private:
  struct Piece {
    std::string_view text;
    bool is_numbers = false;
  };

  std::vector<std::int16_t> rows_of_numbers(std::int16_t next) const;

  std::vector<Piece> pieces_;
  std::size_t numbers_ = 0;
  bool is_spoiled_ = false;
  std::int16_t last_ = -1;  // the row read whole before them
};

}  // namespace gongkai
