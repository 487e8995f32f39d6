// Keeps spreadsheets from working out a field of CSV as a formula, by the usual convention: an apostrophe before it.
#pragma once

#include <string>
#include <string_view>

namespace gongkai::csv {

/// Whether behind any apostrophes the text begins as a formula does.
inline bool begins_like_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  constexpr std::string_view beginnings = "=+-@\t\r\n";
  return first != std::string_view::npos && beginnings.find(text[first]) != std::string_view::npos;
}

/// Whether it is a number with its sign, or a mark for none: no formula.
inline bool is_figure(std::string_view text) {
  return text == "-" || text == "+" ||
         ((text.starts_with('-') || text.starts_with('+')) && text.size() > 1 && text[1] >= '0' && text[1] <= '9' &&
          text.find_first_not_of("0123456789.,", 1) == std::string_view::npos);
}

/// The text as no spreadsheet takes it for a formula; plain() gives it back.
inline std::string neutral(std::string text) {
  if (begins_like_formula(text) && !is_figure(text)) {
    text.insert(text.begin(), '\'');
  }
  return text;
}

/// The text without the apostrophe that keeps it from being a formula.
inline std::string_view plain(std::string_view text) {
  return text.starts_with('\'') && begins_like_formula(text) ? text.substr(1) : text;
}

}  // namespace gongkai::csv
