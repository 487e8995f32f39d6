// Which document to generate: a seed, a layout and the oddities that published reports are known for. All else follows
// from these, so a failure can be made again, and with fewer oddities.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::testing {

/// How the document is written down.
enum class Layout : std::uint8_t {
  flattened,
  tabbed,
  aligned,
  running,
  extracted,
  piped,
  markdown,
  csv,
  tsv,
  html,
  docx,
  xlsx,
  drawn
};
inline constexpr std::array<std::string_view, 13> layout_names{
    "flattened", "tabbed", "aligned", "running", "extracted", "piped", "markdown",
    "csv",       "tsv",    "html",    "docx",    "xlsx",      "drawn"};

/// What published reports do to the form. Each has dice of its own: leaving one out changes nothing in the others.
enum class Oddity : std::uint8_t {
  blanks,           ///< cells left empty, or with a mark for nothing
  spaces,           ///< NBSP and U+3000 around and instead of numbers
  separators,       ///< 1,234
  full_width,       ///< １２
  signs,            ///< +19, －8
  units,            ///< 62件; 251000元
  label_variants,   ///< wordings seen in published reports
  numbering,        ///< 1、 1． (1), brackets of the other width
  line_breaks,      ///< inside labels
  extra_rows,       ///< rows that a province or city added
  merged_tables,    ///< the tables of section two as one
  repeated_groups,  ///< the head of a group in each of its rows
  no_note_cell,     ///< no text in the corner of the table of requests
  split_tables,     ///< a table broken in two
  padding,          ///< empty cells behind the last
  single_other,     ///< one row 其他处理 in the form of 2021
  heading_variants,
  narrative,          ///< text with numbers between the tables
  chrome,             ///< navigation, metadata, buttons, footers
  damaged_cells,      ///< 3O, 1 2, 007
  fused_rows,         ///< the digits of a row run together in one cell
  wrong_spans,        ///< head and data rows that span columns differently
  nested_layout,      ///< tables for layout around the report
  split_labels,       ///< over <p>, <br>, <span>
  word_markup,        ///< attributes, comments and empty elements that Word leaves
  other_encoding,     ///< GB18030 under several names
  hidden_parts,       ///< rows, columns and texts that are not shown
  fields,             ///< numbers that the program works out; in HTML: in fields to fill in
  tracked_changes,    ///< in Word and HTML: insertions and deletions that nobody has accepted
  text_boxes,         ///< in Word: tables in a box
  content_controls,   ///< in Word: around tables, rows, cells and texts
  automatic_numbers,  ///< in Word: headings and rows that Word numbers
  old_merges,         ///< in Word: cells that are merged as programs before Word 2000 did
  number_cells,       ///< in Excel: numbers stored as numbers, with a format
  string_kinds,       ///< in Excel: texts in the cell, as references to characters, in several runs
  many_sheets,        ///< in Excel: a sheet for each table
  borders,            ///< in Excel: around the cells of tables, instead of empty rows between them
  merged_titles,      ///< in Excel: texts over the whole width, instead of empty rows before them
  leftovers,          ///< in Excel: texts under merged cells
  bare_cells,         ///< in Excel: cells that do not say where they are
  hidden_sheets,      ///< in Excel: lists to choose from, as programs leave them
  left_out_cells,     ///< in Word: rows that begin or end with nothing instead of an empty cell
  other_prefixes,     ///< in Word and Excel: names of elements as other programs write them
  packed_parts,       ///< in Word and Excel
  repeated_heads,     ///< above the second part of a table broken in two
  article_element,    ///< in HTML: around the article, by the names that portals give it
  tag_soup,           ///< in HTML: tags left out, to spare or in upper case, attributes without quotes
  references,         ///< in HTML: characters as references
  scripts,            ///< in HTML: scripts, styles and comments with figures in them
  table_groups,       ///< in HTML: heads and bodies of tables
  surplus_spans,      ///< in HTML: spans that reach out of the table, and of 1
};
inline constexpr std::size_t oddity_count = 51;
inline constexpr std::array<std::string_view, oddity_count> oddity_names{"blanks",
                                                                         "spaces",
                                                                         "separators",
                                                                         "full_width",
                                                                         "signs",
                                                                         "units",
                                                                         "label_variants",
                                                                         "numbering",
                                                                         "line_breaks",
                                                                         "extra_rows",
                                                                         "merged_tables",
                                                                         "repeated_groups",
                                                                         "no_note_cell",
                                                                         "split_tables",
                                                                         "padding",
                                                                         "single_other",
                                                                         "heading_variants",
                                                                         "narrative",
                                                                         "chrome",
                                                                         "damaged_cells",
                                                                         "fused_rows",
                                                                         "wrong_spans",
                                                                         "nested_layout",
                                                                         "split_labels",
                                                                         "word_markup",
                                                                         "other_encoding",
                                                                         "hidden_parts",
                                                                         "fields",
                                                                         "tracked_changes",
                                                                         "text_boxes",
                                                                         "content_controls",
                                                                         "automatic_numbers",
                                                                         "old_merges",
                                                                         "number_cells",
                                                                         "string_kinds",
                                                                         "many_sheets",
                                                                         "borders",
                                                                         "merged_titles",
                                                                         "leftovers",
                                                                         "bare_cells",
                                                                         "hidden_sheets",
                                                                         "left_out_cells",
                                                                         "other_prefixes",
                                                                         "packed_parts",
                                                                         "repeated_heads",
                                                                         "article_element",
                                                                         "tag_soup",
                                                                         "references",
                                                                         "scripts",
                                                                         "table_groups",
                                                                         "surplus_spans"};
static_assert(oddity_names[static_cast<std::size_t>(Oddity::surplus_spans)] == oddity_names.back());

struct Spec {
  std::uint32_t seed = 0;
  Layout layout{};
  std::bitset<oddity_count> oddities;

  bool has(Oddity oddity) const { return oddities[static_cast<std::size_t>(oddity)]; }
  void drop(Oddity oddity) { oddities.reset(static_cast<std::size_t>(oddity)); }
};

/// A source of chance that depends on the document's seed and on what it is for.
class Dice {
 public:
  Dice(std::uint32_t seed, std::uint32_t purpose) {
    std::seed_seq mixed{seed, purpose};
    random_.seed(mixed);
  }
  /// From 0 to n - 1.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class Choices>
  const auto& any_of(const Choices& choices) {
    return choices[below(std::size(choices))];
  }

 private:
  std::minstd_rand random_;
};

/// The dice of each oddity, for a writer that throws them in turn.
class OddityDice {
 public:
  explicit OddityDice(const Spec& spec) : spec_(spec) {
    for (std::size_t i = 0; i < oddity_count; ++i) {
      dice_.emplace_back(spec.seed, static_cast<std::uint32_t>(i));
    }
  }
  Dice& of(Oddity oddity) { return dice_[static_cast<std::size_t>(oddity)]; }
  /// Never where the document has no such oddity.
  bool one_in(std::size_t n, Oddity oddity) { return spec_.has(oddity) && of(oddity).one_in(n); }

 private:
  const Spec& spec_;
  std::vector<Dice> dice_;
};

/// The texts one behind the other. In a list they are made in this order; in a sum of texts each compiler has an order of
/// its own, and the same seed would make another document where two of them throw dice.
inline std::string in_order(std::initializer_list<std::string> texts) {
  std::string all;
  for (const std::string& text : texts) {
    all += text;
  }
  return all;
}

/// Half of the documents have a few oddities, the others about half of them all.
inline Spec spec_of(std::uint32_t seed, Layout layout) {
  Dice dice(seed, 1000);
  Spec spec{seed, layout, {}};
  const std::size_t one_in = dice.one_in(2) ? 2 : 8;
  for (std::size_t i = 0; i < oddity_count; ++i) {
    spec.oddities[i] = dice.one_in(one_in);
  }
  return spec;
}

/// The arguments that make the document again: seed, layout, oddities.
inline std::string arguments_of(const Spec& spec) {
  std::string text = std::to_string(spec.seed) + " " + std::string(layout_names[static_cast<std::size_t>(spec.layout)]);
  for (std::size_t i = 0; i < oddity_count; ++i) {
    if (spec.oddities[i]) {
      text.append(" ").append(oddity_names[i]);
    }
  }
  return text;
}

}  // namespace gongkai::testing
