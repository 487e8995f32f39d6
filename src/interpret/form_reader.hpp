// Puts the rows of a document's tables into the cells of the form: each number where the labels around it say.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "gongkai/model/reading.hpp"
#include "interpret/labels.hpp"
#include "interpret/number.hpp"
#include "interpret/torn_rows.hpp"
#include "text/fold.hpp"

namespace gongkai {

/// A cell of a table row under interpretation.
struct Item {
  enum class Kind : std::uint8_t { blank, number, text };
  std::string_view text;
  Place place;
  std::uint32_t column = 0, column_span = 1;  ///< in the grid of the table
  Kind kind = Kind::blank;
  const Meaning* meaning = nullptr;  ///< of a text
  ParsedNumber number;               ///< of what is no known label
};

constexpr std::size_t case_count = 15;  ///< numbers in the one line of section four

/// Numbers that count rows or columns, from 0 or 1 on.
class Counting {
 public:
  /// Whether the item is the next number.
  bool goes_on(const Item& item) {
    const std::optional<std::int64_t> value = item.kind == Item::Kind::number ? item.number.as_count() : std::nullopt;
    const bool result = value && (count_ == 0 ? *value == 0 || *value == 1 : *value == next_);
    next_ = result ? *value + 1 : next_;
    count_ += result;
    return result;
  }
  std::size_t count() const { return count_; }

 private:
  std::int64_t next_ = 0;
  std::size_t count_ = 0;
};

/// What became of a row.
enum class RowFate : std::uint8_t {
  nothing,  ///< nothing of the form was in it
  head,     ///< labels, without numbers
  taken,    ///< numbers, put into cells, kept as an extension or named in a note
};

/// Takes rows in document order. Cells are matched by the order of the numbers in a row, never by grid column:
/// published tables span their head and their data rows differently.
class FormReader {
 public:
  explicit FormReader(Reading& reading) : reading_(reading) {}

  /// The text as a cell: trimmed, and looked up or parsed.
  Item item(std::string_view text, const Place& place);

  /// The label of a row in a line of text, without a piece of a merged head before it: 果 （七）总计.
  Item label_in_line(std::string_view text, const Place& place);

  /// Says which section the rows that follow stand in, 0 before the first.
  void begin_section(int section);
  void begin_table();
  /// A unit of money that a line above a table names.
  void set_unit(Unit unit) { note_unit_ = unit; }

  /// Takes a row of cells, from a table or from a line that reads as one. May change the items.
  RowFate take(std::vector<Item>& items);
  /// Takes the numbers of one row of the form.
  void take_row(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values);
  /// Takes the cells below the heads of section four.
  void take_case_line(std::vector<Item>& values);
  /// Says that the table's rows are filled up with empty cells at their ends.
  void set_filled_up_behind() { is_filled_up_behind_ = true; }
  /// Marks the cells of a row whose numbers cannot be told apart.
  void mark_unreadable(std::int16_t row, std::string_view text, const Place& place, NoteKind kind);
  /// Counts for the editions that have a label.
  void vote(Editions editions);
  /// Takes a line of text among the rows: it may be the label of numbers that stand apart, or part of it.
  void take_text(std::string_view text);
  /// Says that a line left out may have been numbers.
  void doubt_rows() { torn_.spoil(); }
  /// Takes a number or blank mark that is a line.
  void take_single_value(const Item& value);

  /// How many numbers the row has under the current head.
  std::size_t width(std::int16_t row) { return targets(row).size(); }
  bool is_read(std::int16_t row) const;
  bool is_in_cases() const { return section_ == 4; }
  bool any_row_found() const;
  /// Whether it is 信息内容, which begins a table of section two.
  bool begins_table(const Item& item) const { return item.meaning != nullptr && item.meaning == information_; }

  /// The edition that the labels speak for; unknown where they do not.
  Edition edition_of_labels() const;
  /// Says the edition where the labels do not: the columns of a row without a head depend on it.
  void set_likely_edition(Edition edition) { likely_edition_ = edition; }

  /// Settles what only the whole shows, once the edition is known.
  void finish();

 private:
  /// A column of numbers announced by a head: a name of ColumnInfo, or empty for one that is not on the form.
  struct HeadColumn {
    std::string_view name;
    std::string_view text;
    Unit unit = Unit::none;
  };

  /// Where the head of a column stands in the grid of the table.
  struct GridColumn {
    std::string_view name;  ///< of ColumnInfo
    std::string_view text;
    std::uint32_t column = 0, column_span = 1;
  };

  const Meaning* meaning_of(std::string_view label);
  std::vector<Item>& values_after(const std::vector<Item>& items, std::size_t label);
  void take_head(const std::vector<Item>& items);
  RowFate take_unlabelled(std::vector<Item>& items, std::size_t numbers);
  void take_cases(const std::vector<Item>& line);
  std::vector<Item> cases_by_column(const std::vector<Item>& items) const;
  RowFate take_unknown(std::vector<Item>& items, std::size_t numbers);
  bool has_torn_rows() const { return section_ == 2 || section_ == 3; }
  bool hold(const std::vector<Item>& items, std::size_t first_value);
  void settle_case_run();
  void settle_torn(std::optional<std::int16_t> next);
  ExtensionRow unknown_row(const std::vector<Item>& items, std::size_t label) const;
  void keep_extension(ExtensionRow extension, const Place& place, std::string_view name);
  std::vector<std::size_t>& targets(std::int16_t row);
  bool fits(std::int16_t row, std::vector<Item> values);
  bool fit_to(const std::vector<std::size_t>& wanted, std::vector<Item>& values);
  bool fit_by_column(std::vector<Item>& values, const std::vector<std::size_t>& wanted);
  void forget_astray(std::int16_t row);
  void note_loose_number(const Item& value);
  void put_row(std::int16_t row, std::string_view label, const Place& place, std::vector<Item>& values);
  void put(std::size_t index, const Item& item, Unit head_unit);
  void put_both(std::size_t index, const Item& one, const Item& other);
  void put_money(std::size_t index, const Item& item, const ParsedNumber& number, Unit head_unit);
  void settle_astray();
  void settle_edition();
  void settle_absent();
  void settle_doubtful();
  void note(NoteKind kind, const Place& place, std::string_view text, std::int16_t row = -1, std::int16_t cell = -1);

  Reading& reading_;
  const Labels& labels_ = Labels::instance();
  const Meaning* const information_ = labels_.find_verbatim(information_head.zh);
  int section_ = 0;
  bool cases_seen_ = false;           // a head of section four came
  std::int16_t case_row_ = -1;        // the row of section four named last
  std::vector<HeadColumn> head_;      // the last row of column heads
  std::vector<GridColumn> grid_;      // all heads of the table so far
  bool is_filled_up_behind_ = false;  // the table's rows have empty cells added, at their ends
  /// Numbers whose row is not known until more of the document is.
  struct TornNumbers {
    std::vector<Item> values;
    bool is_run = false;       ///< from lines of one number each
    ExtensionRow unknown_row;  ///< what they are if the text before them in their line is a row's own label
    std::string_view label;    ///< that text; empty where there is none
  };
  TornRows torn_;
  std::vector<TornNumbers> torn_numbers_;
  std::vector<std::int16_t> rows_alone_;  // their labels are there, and their numbers cannot be told from others
  std::vector<Item> case_run_;            // numbers of section four in lines of one each
  Unit note_unit_ = Unit::none;
  std::string_view current_table_ = tables[0].key;
  int votes_2019_ = 0, votes_2021_ = 0;
  Edition likely_edition_ = Edition::unknown;
  std::array<bool, sections.size() + 1> loose_number_{};
  std::array<bool, rows.size()> is_astray_{};  // rows read outside of sections 1 to 4
  // Reused from row to row.
  unicode::Folded folded_;
  std::vector<Item> values_;
  std::vector<std::size_t> targets_;
};

/// The cells of the items as one text, for a note.
std::string joined(const std::vector<Item>& items);

}  // namespace gongkai
