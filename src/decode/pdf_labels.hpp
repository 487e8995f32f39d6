// Which lines of text make one label, and which row of values each label stands beside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "decode/pdf_words.hpp"

namespace gongkai::pdf {

/// One line of a label.
struct LabelLine : Box {
  std::string text;
  std::uint32_t page = 0, line = 0;
  double em = 0;
  bool is_numbered = false;  ///< begins with a numbering, such as "1." or "（一）"
};

/// Lines that make one label, and the row beside it.
struct Label {
  std::size_t first = 0, count = 0;  ///< of the lines
  std::ptrdiff_t row = -1;           ///< -1: no values stand beside it
};

/// How the values of a table stand beside labels of several lines.
enum class Vertical : std::uint8_t { middle, top, bottom };

/// Whether a line reaches so near to the right edge that its text had to go on in the next line.
bool is_full(const LabelLine& line, double right_edge);

/// Whether one line can continue the text of the other: they begin on one edge, or have one middle.
bool are_aligned(const LabelLine& above, const LabelLine& below);

/// The best grouping of the lines of a page, which are in order from top to bottom, as are the rows; with `has_head`
/// the first row is the table's head. Adds its cost to `cost`, to compare ways of alignment with.
std::vector<Label> group_labels(std::span<const LabelLine> lines, std::span<const Box> rows, double right_edge,
                                Vertical vertical, bool has_head, double& cost);

}  // namespace gongkai::pdf
