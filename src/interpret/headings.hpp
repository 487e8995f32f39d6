// Which section of the form a line is the heading of, in the wordings that reports use.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/fold.hpp"

namespace gongkai {

/// How the order number of a heading is written.
enum class OrderStyle : std::uint8_t { none, chinese /* 一、 第一部分 */, digits /* 1. */, bracketed /* （一） */ };

/// A line that may be a heading.
struct HeadingLine {
  unicode::Folded folded;  ///< without its order number, also where that is written 第五部分, Ⅴ or 五 without a mark
  OrderStyle style = OrderStyle::none;
  bool is_sentence = false;  ///< ends as no heading does
};

/// Takes a line apart. Reuse one object for many lines: it keeps its memory.
void take_apart(std::string_view line, HeadingLine& out);

/// Whether a line begins as the order numbers do that reports give their sections: a quick test before taking it apart.
bool may_begin_with_order_number(std::string_view line);

/// Whether a line is the beginning of an official heading, with its order number.
bool begins_heading(const HeadingLine& line);

/// The section that a line is the heading of by its words, 0 where it is none; -5 for a line that opens section five only
/// where its heading is lost. `behind`: the section that it stands in; a free wording leads on, never back.
int section_of_heading(const HeadingLine& line, int behind = 0);

/// Whether a line is the form's own heading, to the letter.
bool is_official_heading(const HeadingLine& line);

/// Whether a line is nothing but 概述 or its like, which menus have, too.
bool is_bare_overview(const HeadingLine& line);

/// The headings of a document so far, which say what another line can be.
class HeadingOrder {
 public:
  /// As section_of_heading, for a line that stands here: a report numbers its headings in one way.
  int section_of(const HeadingLine& line) const;

  /// The section that the line opens by its number alone, whatever it says; 0 where it may be of a list in the text.
  int section_by_number(const HeadingLine& line) const;

  void open(int section, OrderStyle style);

  /// Takes a paragraph that is no heading: it may begin a list with numbers like the headings'.
  void pass_by(std::string_view paragraph);

 private:
  int section_ = 0;
  OrderStyle style_ = OrderStyle::none;  ///< of the first heading
  bool is_list_inside_ = false;
};

}  // namespace gongkai
