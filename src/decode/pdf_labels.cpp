// Among all ways to cut the lines into labels the one of least cost is taken: labels want to stand beside one row each, at
// the height that the table's rows have, and a line wants to end where its text had to wrap.
#include "decode/pdf_labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gongkai::pdf {
namespace {

constexpr std::size_t most_lines = 10;  // of one label

// Costs, in units of a quarter of a line's height between a row and its label.
constexpr double beside_no_row = 1.3, row_without_label = 4, several_rows = 4, begins_with_number = 3, breaks_early = 2,
                 wide_gap = 2, cut_where_full = 2, at_top_of_rest = 0.5;

double height_of(Vertical vertical, const LabelLine& first, const LabelLine& last) {
  return vertical == Vertical::top      ? first.centre()
         : vertical == Vertical::bottom ? last.centre()
                                        : (first.centre() + last.centre()) / 2;
}

/// What it costs that a row does not stand at the height of the label.
double off_height(const Box& row, std::span<const LabelLine> label, Vertical vertical, bool is_head, bool ends_page) {
  const LabelLine& first = label.front();
  const double weight = is_head ? 1 : 4;  // a head has lines of its own, so that its middle says little
  const auto cost = [&](double wanted) { return weight * std::abs(row.centre() - wanted) / first.height(); };
  const double off = cost(height_of(vertical, first, label.back()));
  // A row that the end of the page cut stands at the top of what is left of it.
  return ends_page ? std::min(off, at_top_of_rest + cost(first.centre())) : off;
}

}  // namespace

bool is_full(const LabelLine& line, double right_edge) {
  return line.right + 1.3 * line.em > right_edge;
}

bool are_aligned(const LabelLine& above, const LabelLine& below) {
  return shared_x(above, below) > 0 && (std::abs(above.left - below.left) < 2.3 * above.em ||
                                        std::abs(above.middle() - below.middle()) < 0.8 * above.em);
}

std::vector<Label> group_labels(std::span<const LabelLine> lines, std::span<const Box> rows, double right_edge,
                                Vertical vertical, bool has_head, double& cost) {
  struct Best {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t begin = 0;      // of the last label
    std::ptrdiff_t row = -1;    // beside it
    std::size_t rows_past = 0;  // above its end
  };
  const auto rows_above = [&](double y) {
    return static_cast<std::size_t>(
        std::lower_bound(rows.begin(), rows.end(), y, [](const Box& row, double at) { return row.centre() < at; }) -
        rows.begin());
  };
  std::vector<Best> best(lines.size() + 1);
  best[0] = {0, 0, -1, 0};
  for (std::size_t end = 1; end <= lines.size(); ++end) {
    const LabelLine& last = lines[end - 1];
    double inside = 0;
    for (std::size_t begin = end; begin-- > 0 && end - begin <= most_lines;) {
      const LabelLine& first = lines[begin];
      if (begin + 1 < end) {
        const LabelLine& next = lines[begin + 1];
        if (!are_aligned(first, next)) {
          break;
        }
        const double gap = (next.top - first.bottom) / first.height();
        inside += (next.is_numbered ? begins_with_number : 0) + (is_full(first, right_edge) ? 0 : breaks_early) +
                  wide_gap * std::max(0.0, gap - 0.6);
      }
      const Best& before = best[begin];
      const double reach = 0.3 * first.height();
      const std::size_t from = std::max(before.rows_past, rows_above(first.top - reach));
      const std::size_t to = std::max(from, rows_above(last.bottom + reach));
      double beside = beside_no_row;
      std::ptrdiff_t row = -1;
      for (std::size_t i = from; i < to && i < from + most_lines; ++i) {
        const double off =
            off_height(rows[i], lines.subspan(begin, end - begin), vertical, has_head && i == 0, end == lines.size());
        if (row < 0 || off < beside) {
          beside = off;
          row = static_cast<std::ptrdiff_t>(i);
        }
      }
      beside += to > from + 1 ? several_rows * static_cast<double>(to - from - 1) : 0;
      const bool cuts_wrapped_text = begin > 0 && !first.is_numbered && are_aligned(lines[begin - 1], first) &&
                                     (is_full(lines[begin - 1], right_edge) || lines[before.begin].is_numbered);
      const double total = before.cost + inside + beside + (cuts_wrapped_text ? cut_where_full : 0) +
                           row_without_label * static_cast<double>(from - before.rows_past);
      if (total < best[end].cost) {
        best[end] = {total, begin, row, to};
      }
    }
  }
  const Best& whole = best[lines.size()];
  cost += whole.cost + row_without_label * static_cast<double>(rows.size() - whole.rows_past);
  std::vector<Label> labels;
  for (std::size_t end = lines.size(); end > 0; end = best[end].begin) {
    labels.push_back({best[end].begin, end - best[end].begin, best[end].row});
  }
  std::reverse(labels.begin(), labels.end());
  return labels;
}

}  // namespace gongkai::pdf
