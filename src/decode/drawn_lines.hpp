// Lines of text in which a table is drawn: their columns on a screen, what is drawing and what is text, cells of several lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decode/drawn_table.hpp"

namespace gongkai::drawn_lines {

constexpr std::size_t most_lines = 4'000;  // of a table; the form's largest has a few hundred

/// The lines of a text, at most so many.
std::vector<std::string_view> lines_of(std::string_view text, std::size_t most);

/// Says that the table takes so many of the text's lines.
void take_lines(DrawnTable& table, const std::vector<std::string_view>& lines, std::size_t count,
                std::string_view text);

/// Where the character that begins at or behind each screen column begins in the line, and one more for the end. `ambiguous`
/// is the width of what East Asian fonts may draw wide or not.
std::vector<std::size_t> bytes_by_column(std::string_view line, std::size_t ambiguous);

/// What a character of a drawing is: '|' a wall, '-' a rule, '+' where they meet; 0 for text.
char drawn(std::string_view line, std::size_t at);

/// Whether all of a text is drawing, with a rule in it.
bool is_all_rule(std::string_view text);

bool is_ascii_digit(char c);

/// Adds a line to the text of a cell. Chinese and numbers go on where they were broken.
void join(std::string& text, std::string_view line, bool is_paragraph);

/// The three kinds of drawing; nothing where the text begins with none of the kind.
std::optional<DrawnTable> grid_table(std::string_view text);
std::optional<DrawnTable> dashed_table(std::string_view text);
std::optional<DrawnTable> asciidoc_table(std::string_view text, std::string_view options);

}  // namespace gongkai::drawn_lines
