// Draws the lines and texts of a table.
#include "grid.hpp"

#include <algorithm>

#include "terminal.hpp"

namespace gongkai::cli {

namespace {

/// The text of a cell in lines: heads in lines of like length, labels with their indentation on every line.
std::vector<std::string> lines_of(const Grid::Cell& cell, std::size_t width) {
  if (cell.align == Grid::Align::center) {
    const std::size_t taken = display_width(cell.text), count = (taken + width - 1) / width;
    const bool is_wide = cell.text.find(' ') == std::string::npos;
    return wrapped(cell.text, count < 2 || !is_wide ? width : std::min(width, (taken / count + 1) / 2 * 2));
  }
  const std::size_t spaces = std::min(cell.text.find_first_not_of(' '), cell.text.size());
  const std::size_t indent = std::min(spaces, width / 4);
  std::vector<std::string> lines = wrapped(std::string_view(cell.text).substr(spaces), width - indent);
  for (std::string& line : lines) {
    line.insert(0, indent, ' ');
  }
  return lines;
}

}  // namespace

void Grid::add(std::vector<Cell> cells, bool has_line_above) {
  rows_.push_back({std::move(cells), has_line_above});
}

std::size_t Grid::least_width(std::size_t column) const {
  constexpr std::size_t narrowest = 4;  // two characters
  std::size_t least = std::min(narrowest, widths_[column]);
  for (const Row& row : rows_) {
    std::size_t at = 0;
    for (const Cell& cell : row.cells) {
      if (at == column && cell.span == 1 && cell.align == Align::right) {
        least = std::max(least, std::min(widths_[column], display_width(cell.text)));
      }
      at += cell.span;
    }
  }
  return least;
}

bool Grid::fit(std::size_t most) {
  const auto width = [&](const std::vector<std::size_t>& widths) {
    std::size_t sum = 1;
    for (const std::size_t one : widths) {
      sum += one + 3;
    }
    return sum;
  };
  std::vector<std::size_t> least, narrowed = widths_;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    least.push_back(least_width(i));
  }
  if (most != 0 && width(least) > most) {
    return false;
  }
  while (most != 0 && width(narrowed) > most) {
    std::size_t widest = narrowed.size();
    for (std::size_t i = 0; i < narrowed.size(); ++i) {
      if (narrowed[i] > least[i] && (widest == narrowed.size() || narrowed[i] > narrowed[widest])) {
        widest = i;
      }
    }
    --narrowed[widest];
  }
  widths_ = std::move(narrowed);
  return true;
}

std::size_t Grid::width_of(std::size_t column, std::size_t span) const {
  std::size_t width = 3 * (span - 1);
  for (std::size_t i = column; i < column + span; ++i) {
    width += widths_[i];
  }
  return width;
}

void Grid::draw_line(const Row* above, const Row* below, std::string& out) const {
  constexpr std::string_view corners[] = {" ", "╵", "╷", "│", "╴", "┘", "┐", "┤",
                                          "╶", "└", "┌", "├", "─", "┴", "┬", "┼"};
  constexpr unsigned up = 1, down = 2, left = 4, right = 8;
  const std::size_t n = widths_.size();
  std::vector<unsigned> joints(n + 1);
  std::vector<bool> has_line(n, true);
  const auto mark = [&](const Row* row, unsigned side) {
    if (row == nullptr) {
      return;
    }
    std::size_t column = 0;
    for (const Cell& cell : row->cells) {
      joints[column] |= side;
      for (std::size_t i = column; i < column + cell.span; ++i) {
        has_line[i] = has_line[i] && !(side == down && cell.joins_above);
      }
      column += cell.span;
    }
    joints[column] |= side;
  };
  mark(above, up);
  mark(below, down);
  for (std::size_t i = 0; i <= n; ++i) {
    joints[i] |= (i > 0 && has_line[i - 1] ? left : 0U) | (i < n && has_line[i] ? right : 0U);
    out += corners[joints[i]];
    for (std::size_t k = 0; i < n && k < widths_[i] + 2; ++k) {
      out += has_line[i] ? "─" : " ";
    }
  }
  out += '\n';
}

void Grid::draw_row(const Row& row, std::string& out) const {
  std::vector<std::vector<std::string>> texts;
  std::size_t height = 1, column = 0;
  for (const Cell& cell : row.cells) {
    texts.push_back(lines_of(cell, width_of(column, cell.span)));
    height = std::max(height, texts.back().size());
    column += cell.span;
  }
  for (std::size_t line = 0; line < height; ++line) {
    column = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      const std::size_t width = width_of(column, cell.span);
      const std::string text = line < texts[i].size() ? texts[i][line] : std::string();
      const std::size_t slack = width - std::min(width, display_width(text));
      const std::size_t before = cell.align == Align::left ? 0 : cell.align == Align::right ? slack : slack / 2;
      out.append("│ ").append(before, ' ').append(text).append(slack - before + 1, ' ');
      column += cell.span;
    }
    out += "│\n";
  }
}

std::string Grid::draw() const {
  std::string out;
  const Row* above = nullptr;
  for (const Row& row : rows_) {
    if (above == nullptr || row.has_line_above) {
      draw_line(above, &row, out);
    }
    draw_row(row, out);
    above = &row;
  }
  draw_line(above, nullptr, out);
  return out;
}

}  // namespace gongkai::cli
