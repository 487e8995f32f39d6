// Walks the blocks of a document in order, tells sections, text and tables apart, and has the rows gathered as evidence.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/read.hpp"
#include "interpret/about.hpp"
#include "interpret/cell_rows.hpp"
#include "interpret/grid.hpp"
#include "interpret/headings.hpp"
#include "interpret/line_rows.hpp"
#include "interpret/row_gatherer.hpp"

namespace gongkai {

class Walk {
 public:
  Walk(const Document& document, const Hints& hints, Reading& reading)
      : document_(document),
        hints_(hints),
        reading_(reading),
        gatherer_(evidence_),
        lines_(gatherer_),
        cell_rows_(gatherer_) {}

  /// Takes one report from the block on, and returns the block at which another one begins, or the number of blocks. Fills
  /// the reading's texts and headings.
  std::size_t run(std::size_t first);

  const Evidence& evidence() const { return evidence_; }
  /// The block behind those in which the tables may stand: where the text behind them begins, or the report's end.
  std::size_t end_of_tables() const { return end_of_tables_; }
  const Surroundings& around() const { return around_; }
  /// Whether the tables of the form are there as pictures only.
  bool has_only_pictures() const { return pictures_in_tables_ != 0 && !evidence_.any_row; }

 private:
  static constexpr std::size_t longest_heading = 150;  // bytes
  static constexpr std::size_t longest_row = 400;      // a label may explain itself
  static constexpr int behind_the_report = 7;          // what a page says below it

  // Paragraphs.
  void take_paragraph(std::string_view paragraph, const Place& place);
  void look_for_unit(std::string_view text);
  bool take_heading(std::string_view paragraph, const Place& place);
  bool opens_by_number();
  bool has_title() const;
  bool take_broken_heading(std::size_t at, const Place& place);
  struct LeadingHeading {
    std::size_t end = 0;          ///< 0: there is none
    bool is_before_text = false;  ///< where a short paragraph might be a heading as a whole
  };
  LeadingHeading leading_heading(std::string_view paragraph);
  void take_running_paragraph(std::string_view paragraph, const Place& place);
  void take_running_table(std::string_view paragraph, const Place& place);
  void take_case_digits(std::string_view digits, const Place& place);
  std::size_t words_of_heading(const std::vector<std::string_view>& words, std::size_t at);
  void take_heading_of(const std::vector<std::string_view>& words, std::size_t first, std::size_t count,
                       const Place& place);
  bool take_words(std::string_view paragraph, const Place& place);
  void open_section(int section, std::string_view heading, const Place& place, bool is_by_number = false);
  static int begins_tables(std::string_view line);
  static constexpr bool is_in_tables(int section) { return section >= 2 && section <= 4; }
  void enter_tables(std::string_view line);
  void add_narrative(std::string_view paragraph, const Place& place);
  std::size_t end_of_contents(std::size_t at);
  int heading_at(std::size_t at);
  bool has_heading(const Document::Block& block, int section);
  int headed_section(std::string_view text);
  /// Whether section four and what stands before it has been seen: another title then begins another report.
  bool is_complete() const { return section_ >= 4 && evidence_.any_row; }
  /// The section whose rows are gathered: the one whose heading came last, or that labels without a heading are of.
  int section_of_rows() const { return section_ == 0 ? gatherer_.section() : section_; }

  // Tables and pictures.
  void take_table(const Document::Block& block, std::uint32_t table);
  void read_items(const Document::Row& row, Place place, bool has_row_numbers);
  bool take_table_row(bool is_cell_a_row);
  bool has_cell_a_row(const Document::Block& block) const;
  bool begins_with_row_numbers(const Document::Block& block) const;
  void leave_out_repetitions();
  bool take_single_cell(const Item& item);
  bool has_heading_alone();
  bool is_row_of_sums() const;
  void take_cells_as_lines();
  bool names_field() const;
  void take_other_row();
  std::string first_text(const Document::Block& block) const;
  void take_picture(std::string_view alternative, const Place& place);

  const Document& document_;
  const Hints& hints_;
  Reading& reading_;
  Evidence evidence_;
  RowGatherer gatherer_;
  LineRows lines_;
  CellRows cell_rows_;
  Surroundings around_;
  int section_ = 0;  // the one whose heading came last
  HeadingOrder order_;
  std::array<bool, sections.size() + 1> is_never_by_number_{};  // their headings come later, or nothing follows
  std::size_t at_ = 0;                                          // the block at hand
  std::string_view paragraph_;                                  // the one at hand; empty in a table
  std::deque<std::string> rows_of_text_;                        // for around_ to point into
  std::size_t pictures_in_tables_ = 0;
  std::size_t end_of_tables_ = 0;  // block
  bool is_text_last_ = false;      // rather than a row
  // Reused from row to row.
  HeadingLine line_;
  std::vector<Item> items_;
  bool any_mark_ = false;  // beside them, of a workbook of ours
  Grid grid_;
};

}  // namespace gongkai
