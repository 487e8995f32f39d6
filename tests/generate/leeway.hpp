// Where a reading may fall short, and why. Never by a wrong number: mostly by naming a cell that a person might have read.
#pragma once

#include <initializer_list>

#include "generate/sample.hpp"

namespace gongkai::testing {

struct Leeway {
  std::string_view why;
  std::initializer_list<Layout> layouts;   ///< none: all
  std::initializer_list<Oddity> together;  ///< all of them
  Fault up_to = Fault::cautious;

  bool holds_for(const Spec& spec) const {
    const bool any_layout =
        layouts.size() == 0 || std::find(layouts.begin(), layouts.end(), spec.layout) != layouts.end();
    return any_layout && std::all_of(together.begin(), together.end(), [&](Oddity oddity) { return spec.has(oddity); });
  }
};

inline const Leeway leeways[] = {
    {"digits that run together are no numbers", {Layout::running}, {}},
    {"numbers that stand apart from labels are put to them only where nothing else is possible",
     {Layout::extracted},
     {}},
    {"behind a break a table has no head that would say which of its empty cells are blanks",
     {Layout::markdown, Layout::csv, Layout::tsv, Layout::tabbed, Layout::xlsx, Layout::drawn},
     {Oddity::blanks, Oddity::split_tables}},
    {"where rows run together in one cell, a number beside blanks may be one of them",
     {Layout::markdown, Layout::csv, Layout::tsv, Layout::tabbed, Layout::drawn},
     {Oddity::blanks, Oddity::fused_rows}},
    {"nor which of them stand behind it",
     {Layout::docx, Layout::html},
     {Oddity::blanks, Oddity::split_tables, Oddity::padding}},
    {"below heads that span other columns, nothing says which empty cells stand behind the table",
     {Layout::docx, Layout::html},
     {Oddity::blanks, Oddity::wrong_spans, Oddity::padding}},
    {"a span that reaches into the next row moves its cells, and nothing says which empty ones stand behind the table",
     {Layout::html},
     {Oddity::blanks, Oddity::padding, Oddity::surplus_spans}},
    {"two numbers in a cell beside an empty one may be the numbers of both",
     {},
     {Oddity::blanks, Oddity::damaged_cells}},
    {"without columns, nothing says which empty cells are blanks",
     {Layout::flattened, Layout::piped},
     {Oddity::blanks, Oddity::padding}},
    {"two words in a line are a row only where the second begins like a number",
     {Layout::aligned},
     {Oddity::damaged_cells}},
    // Faults of the interpretation, to be mended there.
    {"a line of section four that begins with a text is taken for one with a label",
     {Layout::flattened, Layout::piped},
     {Oddity::damaged_cells}},
};

inline Fault worst_allowed(const Spec& spec) {
  Fault worst = Fault::none;
  for (const Leeway& leeway : leeways) {
    worst = leeway.holds_for(spec) ? std::max(worst, leeway.up_to) : worst;
  }
  return worst;
}

}  // namespace gongkai::testing
