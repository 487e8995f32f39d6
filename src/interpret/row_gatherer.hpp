// Evidence from rows of cells and from lines that read as such: each number where the labels around it say.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "interpret/columns_used.hpp"
#include "interpret/evidence.hpp"
#include "interpret/items.hpp"
#include "interpret/row_cells.hpp"
#include "interpret/torn_rows.hpp"

namespace gongkai {

/// What became of a row.
enum class RowFate : std::uint8_t {
  nothing,  ///< nothing of the form was in it
  head,     ///< labels, without numbers
  taken,    ///< numbers, now in the evidence
};

/// Takes rows in document order. Cells are matched by the order of the numbers in a row, never by grid column:
/// published tables span their head and their data rows differently.
class RowGatherer {
 public:
  explicit RowGatherer(Evidence& evidence) : evidence_(evidence) {}

  /// The label of a row in a line of text, without a piece of a merged head before it: 果 （七）总计.
  Item label_in_line(std::string_view text, const Place& place);

  /// Says which section the rows that follow stand in, 0 before the first; `is_headed` unless only their labels say so.
  void begin_section(int section, bool is_headed = true);
  void begin_table(const Document& document, const Document::Block& table);
  /// A unit of money that a line above a table names.
  void set_unit(Unit unit) { note_unit_ = unit; }
  /// Says that the table's rows are filled up with empty cells at their ends.
  void set_filled_up_behind() { is_filled_up_behind_ = true; }
  /// Says the edition where the labels do not: the columns of a row without a head depend on it.
  void set_likely_edition(Edition edition) { likely_edition_ = edition; }

  /// Takes a row of cells, from a table or from a line that reads as one. May change the items.
  RowFate take(std::vector<Item>& items);
  /// Takes the numbers of one row of the form.
  void take_row(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values);
  /// Takes the line of section four: the numbers of its three rows.
  void take_cases(std::vector<Item> line);
  /// Takes that line where its numbers cannot be told apart, or not put to its columns.
  void take_unclear_cases(std::string_view digits, const Place& place, NoteKind why = NoteKind::fused);
  /// Takes the cells below the heads of section four.
  void take_case_line(std::vector<Item>& values);
  /// Takes a row whose numbers cannot be told apart.
  void take_unreadable(std::int16_t row, std::string_view text, const Place& place, NoteKind fault);
  /// Takes a line of text among the rows: it may be the label of numbers that stand apart, or part of it.
  void take_text(std::string_view text);
  /// Says that a line left out may have been numbers.
  void doubt_rows() { torn_.spoil(); }
  /// Takes a number or blank mark that is a line.
  void take_single_value(const Item& value);
  /// Ends what is open.
  void finish();

  /// How many numbers the row has under the current head.
  std::size_t width(std::int16_t row) { return targets(row).size(); }
  int section() const { return section_; }
  bool is_in_cases() const { return section_ == 4; }
  /// Whether a head of the table has begun and lacks the rest of its words.
  bool is_in_head() const { return !pieces_of_head_.empty(); }
  /// Counts for the editions that have a label.
  void vote(Editions editions);

 private:
  /// Where the head of a column stands in the grid of the table.
  struct GridColumn {
    std::string_view name;  ///< of ColumnInfo
    std::string_view text;
    std::uint32_t column = 0, column_span = 1;
  };
  /// Numbers whose row is not known until more of the document is.
  struct TornNumbers {
    std::vector<Item> values;
    bool is_run = false;       ///< from lines of one number each
    ExtensionRow unknown_row;  ///< what they are if the text before them in their line is a row's own label
    std::string_view label;    ///< that text; empty where there is none
  };

  std::vector<Item>& values_after(const std::vector<Item>& items, std::size_t label);
  void take_head(const std::vector<Item>& items);
  bool take_piece_of_head(const std::vector<Item>& items);
  void set_head(const std::vector<Item>& items, std::size_t first);
  void leave_out_part_of_head(const Item& beginning);
  RowFate take_unlabelled(std::vector<Item>& items, std::size_t numbers);
  std::vector<Item> cases_by_column(const std::vector<Item>& items) const;
  bool are_below_other_heads(const std::vector<Item>& line) const;
  RowFate take_unknown(std::vector<Item>& items, std::size_t numbers);
  bool has_torn_rows() const { return section_ == 2 || section_ == 3; }
  bool hold(const std::vector<Item>& items, std::size_t first_value);
  void settle_case_run();
  void settle_torn(std::optional<std::int16_t> next);
  ExtensionRow unknown_row(const std::vector<Item>& items, std::size_t label) const;
  std::vector<std::size_t>& targets(std::int16_t row);
  bool fits(std::int16_t row, std::vector<Item> values);
  bool fit_to(const std::vector<std::size_t>& wanted, std::vector<Item>& values);
  auto head_of(std::size_t cell) const;
  bool stand_as_heads(const std::vector<Item>& values, const std::vector<std::size_t>& wanted,
                      bool are_some_left_out_before);
  bool are_between_heads(const std::vector<Item>& values, const std::vector<std::size_t>& wanted) const;
  bool stand_in_columns_used(const std::vector<Item>& values);
  bool fit_by_column(std::vector<Item>& values, const std::vector<std::size_t>& wanted);
  void offer(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values,
             bool is_apart = false);
  void read_once(RowCandidate& candidate, const std::vector<Item>& values) const;
  void add(RowCandidate candidate);
  void note_loose_number(const Item& value);
  void note_unlabelled(const std::vector<Item>& values);
  void note(NoteKind kind, const Place& place, std::string_view text, std::int16_t row = -1);
  bool is_seen(std::int16_t row) const { return is_seen_[static_cast<std::size_t>(row)]; }

  Evidence& evidence_;
  const Labels& labels_ = Labels::instance();
  int section_ = 0;
  bool is_headed_ = true;             // a heading said so
  bool cases_seen_ = false;           // a head of section four came
  std::int16_t case_row_ = -1;        // the row of section four named last
  std::vector<HeadColumn> head_;      // the last row of column heads
  std::vector<Item> pieces_of_head_;  // a head whose words are still to come
  std::vector<GridColumn> grid_;      // all heads of the table so far
  const Document* document_ = nullptr;
  const Document::Block* table_block_ = nullptr;            // the table at hand; none before the first
  std::optional<std::vector<std::uint32_t>> columns_used_;  // of it, once asked for
  bool is_filled_up_behind_ = false;                        // the table's rows have empty cells added, at their ends
  TornRows torn_;
  std::vector<TornNumbers> torn_numbers_;
  std::vector<Item> case_run_;  // numbers of section four in lines of one each
  Unit note_unit_ = Unit::none;
  std::uint16_t table_ = 0;  // of the form; the one that the last row is of
  Edition likely_edition_ = Edition::unknown;
  std::array<bool, rows.size()> is_seen_{};  // rows among the sightings
  // Reused from row to row.
  unicode::Folded folded_;
  std::vector<Item> values_;
  std::vector<std::size_t> targets_;
};

}  // namespace gongkai
