// The words that pdftotext -bbox-layout prints, with their boxes, page by page and line by line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/read.hpp"

namespace gongkai::pdf {

/// A box on a page, in points from its top left corner.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle() const { return (left + right) / 2; }
  double centre() const { return (top + bottom) / 2; }
  void add(const Box& other);
};

/// How far two boxes share a range of x (of y); negative: how far they are apart.
double shared_x(const Box& a, const Box& b);
double shared_y(const Box& a, const Box& b);

struct Word : Box {
  std::string_view text;  ///< in Words::text
  double em = 0;          ///< width of a Chinese character of this word's size
  bool is_value = false;  ///< a number or a mark for nothing, as cells hold them
};
/// Words on one base line, from left to right: a range of Page::words.
struct Line : Box {
  std::size_t first = 0, count = 0;
};
struct Page {
  double width = 0, height = 0;
  std::vector<Word> words;  ///< in the order of the lines
  std::vector<Line> lines;  ///< from top to bottom
};
struct Words {
  std::vector<char> text;
  std::vector<Page> pages;
};

/// Parses what pdftotext prints. Pages whose words stand upright or upside down are turned.
Result<Words> parse_words(std::string_view xhtml, const Limits& limits);

}  // namespace gongkai::pdf
