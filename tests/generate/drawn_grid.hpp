// A table of a page -> text that draws it: between rules, with merged cells or without, or as AsciiDoc.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "generate/page.hpp"
#include "generate/spec.hpp"

namespace gongkai::testing {

class DrawnGrid {
 public:
  DrawnGrid(const PageBlock& block, const Spec& spec) : covers_(covers_of(block.rows)) {
    Dice dice(spec.seed, 2004);
    style_ = static_cast<Style>(dice.below(4));
    column_width_ = 4 + 2 * dice.below(5);
    for (const PageRow& row : block.rows) {
      for (const PageCell& cell : row) {  // a space at the end of a line would be lost
        const bool has_space = cell.is_value && cell.text.find(' ') != std::string::npos;
        column_width_ = has_space ? std::max(column_width_, width_of(cell.text) + 1) : column_width_;
      }
    }
    columns_ = covers_.empty() ? 0 : covers_[0].size();
    if (!is_merged()) {
      for (std::size_t row = 0; row < covers_.size(); ++row) {
        for (std::size_t column = 0; column < columns_; ++column) {
          Cover& cover = covers_[row][column];
          cover = cover.row == row && cover.column == column ? cover : Cover{nullptr, row, column};
        }
      }
    } else {
      for (std::size_t row = 0; row < covers_.size(); ++row) {
        for (std::size_t column = 0; column < columns_; ++column) {
          if (covers_[row][column].cell == nullptr) {
            covers_[row][column] = {nullptr, row, column};
          }
        }
      }
    }
  }

  std::string write() {
    if (style_ == Style::asciidoc) {
      return asciidoc();
    }
    std::vector<std::size_t> heights(covers_.size(), 1);
    for (std::size_t row = 0; row < covers_.size(); ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        const std::size_t last = last_row(row, column);
        if (begins(row, column)) {
          std::size_t above = last - row;  // lines of rules between its rows
          for (std::size_t r = row; r < last; ++r) {
            above += heights[r];
          }
          const std::size_t lines = lines_of(row, column).size();
          heights[last] = std::max(heights[last], lines > above ? lines - above : 1);
        }
      }
    }
    std::string text = "\n";
    for (std::size_t row = 0; row <= covers_.size(); ++row) {
      text += rule(row, heights);
      for (std::size_t line = 0; row < covers_.size() && line < heights[row]; ++line) {
        text += row_line(row, line, heights);
      }
    }
    return text + "\n";
  }

 private:
  enum class Style : std::uint8_t { grid, merged_grid, merged_box, asciidoc };
  bool is_merged() const { return style_ == Style::merged_grid || style_ == Style::merged_box; }
  bool is_box() const { return style_ == Style::merged_box; }

  bool begins(std::size_t row, std::size_t column) const {
    return covers_[row][column].row == row && covers_[row][column].column == column;
  }
  bool is_same(std::size_t row, std::size_t column, std::size_t other_row, std::size_t other_column) const {
    const Cover &a = covers_[row][column], &b = covers_[other_row][other_column];
    return a.row == b.row && a.column == b.column;
  }
  std::size_t last_row(std::size_t row, std::size_t column) const {
    while (row + 1 < covers_.size() && is_same(row, column, row + 1, column)) {
      ++row;
    }
    return row;
  }
  std::size_t last_column(std::size_t row, std::size_t column) const {
    while (column + 1 < columns_ && is_same(row, column, row, column + 1)) {
      ++column;
    }
    return column;
  }

  // ---- Text in columns of a screen ----

  static std::size_t size_of_character(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  }
  static std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); i += size_of_character(text, i)) {
      const std::string_view character = text.substr(i, size_of_character(text, i));
      const bool is_narrow =
          character.size() < 3 || character.substr(0, 2) == "\xe2\x80" || character.substr(0, 2) == "\xe2\x88";
      width += is_narrow ? 1U : 2U;
    }
    return width;
  }
  static std::string without_breaks(const std::string& text) {
    std::string line;
    std::copy_if(text.begin(), text.end(), std::back_inserter(line), [](char c) { return c != '\n'; });
    return line;
  }
  std::size_t inner_width(std::size_t row, std::size_t column) const {
    return (last_column(row, column) - column + 1) * (column_width_ + 3) - 3;
  }
  std::vector<std::string> lines_of(std::size_t row, std::size_t column) const {
    const Cover& cover = covers_[row][column];
    const std::string text = cover.cell == nullptr ? std::string() : without_breaks(cover.cell->text);
    const std::size_t width = inner_width(row, column);
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i < text.size();) {
      const std::string character = text.substr(i, size_of_character(text, i));
      if (width_of(lines.back()) + width_of(character) > width) {
        lines.emplace_back();
      }
      lines.back() += character;
      i += character.size();
    }
    return lines;
  }

  // ---- Lines of the drawing ----

  bool has_rule(std::size_t row, std::size_t column) const {
    return row == 0 || row == covers_.size() || !is_same(row - 1, column, row, column);
  }
  bool has_wall(std::size_t row, std::size_t column) const {
    return column == 0 || column == columns_ || !is_same(row, column - 1, row, column);
  }
  std::string corner(std::size_t row, std::size_t column) const {
    const bool up = row > 0 && has_wall(row - 1, column), down = row < covers_.size() && has_wall(row, column);
    const bool left = column > 0 && has_rule(row, column - 1), right = column < columns_ && has_rule(row, column);
    if (!is_box()) {
      return left || right ? "+" : up || down ? "|" : " ";
    }
    constexpr std::string_view marks[] = {" ", "─", "─", "─", "│", "┐", "┌", "┬",
                                          "│", "┘", "└", "┴", "│", "┤", "├", "┼"};
    return std::string(marks[(left ? 1U : 0U) + (right ? 2U : 0U) + (down ? 4U : 0U) + (up ? 8U : 0U)]);
  }
  /// The line of the cell's text that stands so many lines below its row's first.
  std::string text_line(std::size_t row, std::size_t column, std::size_t line,
                        const std::vector<std::size_t>& heights) const {
    const Cover& cover = covers_[row][column];
    for (std::size_t r = cover.row; r < row; ++r) {
      line += heights[r] + 1;
    }
    const std::vector<std::string> lines = lines_of(cover.row, cover.column);
    std::string text = line < lines.size() ? lines[line] : std::string();
    return text + std::string(inner_width(cover.row, cover.column) - width_of(text), ' ');
  }
  std::string rule(std::size_t row, const std::vector<std::size_t>& heights) const {
    std::string text;
    for (std::size_t column = 0; column < columns_;) {
      text += corner(row, column);
      if (has_rule(row, column)) {
        for (std::size_t i = 0; i < column_width_ + 2; ++i) {
          text += is_box() ? "─" : "-";
        }
        ++column;
      } else {  // a cell goes on below
        text += " " + text_line(row - 1, column, heights[row - 1], heights) + " ";
        column = last_column(row, column) + 1;
      }
    }
    return text + corner(row, columns_) + "\n";
  }
  std::string row_line(std::size_t row, std::size_t line, const std::vector<std::size_t>& heights) const {
    const std::string wall = is_box() ? "│" : "|";
    std::string text;
    for (std::size_t column = 0; column < columns_; column = last_column(row, column) + 1) {
      text += wall + " " + text_line(row, column, line, heights) + " ";
    }
    return text + wall + "\n";
  }

  std::string asciidoc() const {
    std::string text = "\n[cols=\"" + std::string(columns_ == 0 ? 0 : columns_ - 1, ',') + "\"]\n|===\n";
    for (const std::vector<Cover>& row : covers_) {
      for (std::size_t column = 0; column < columns_; ++column) {
        text += "|" + (row[column].cell == nullptr ? std::string() : without_breaks(row[column].cell->text));
        text += column % 3 == 2 ? "\n" : " ";
      }
      text += "\n\n";
    }
    return text + "|===\n\n";
  }

  std::vector<std::vector<Cover>> covers_;
  std::size_t columns_ = 0, column_width_ = 0;
  Style style_{};
};

}  // namespace gongkai::testing
