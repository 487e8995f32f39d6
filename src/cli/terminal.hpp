// Text for a terminal: written whole and checked, coloured only where that is wanted, aligned by display width.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "gongkai/message.hpp"

namespace gongkai::cli {

/// The text without what could steer a terminal: documents are not trusted. Line breaks and controls become spaces.
std::string clean(std::string_view text);

/// How many columns the text takes; East Asian wide characters take two, ambiguous ones what utf8proc says (one).
std::size_t display_width(std::string_view text);

/// The text followed (or, for a number, led) by spaces up to the width.
std::string padded(std::string_view text, std::size_t width);
std::string led(std::string_view text, std::size_t width);

/// The text in lines no wider than `width`; English breaks at spaces.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The text, cut to the width with “…” at its end where it is wider.
std::string shortened(std::string_view text, std::size_t width);

/// Collects what is to be printed and writes it to a file descriptor.
class Output {
 public:
  explicit Output(int descriptor);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  bool is_terminal() const { return is_terminal_; }
  /// In columns: what COLUMNS says, or the terminal; 0: lines may be of any length.
  std::size_t width() const;
  /// Prints the text as it is; with a new line after it.
  void print(std::string_view text) { buffer_ += text; }
  void line(std::string_view text = {}) { (buffer_ += text) += '\n'; }
  /// Writes out what was collected. After a failure everything printed is dropped.
  void flush();
  /// Nothing more is written.
  void silence() { is_closed_ = true; }
  /// Whether some text could not be written for another reason than that the reader went away.
  bool has_failed() const { return bool(error_); }
  std::error_code error() const { return error_; }

  // The text in a colour, where there are colours.
  std::string bold(std::string_view text) const { return painted("1", text); }
  std::string dim(std::string_view text) const { return painted("2", text); }
  std::string painted(Severity severity, std::string_view text) const;

 private:
  std::string painted(std::string_view code, std::string_view text) const;

  int descriptor_;
  bool is_terminal_, has_colours_;
  bool is_closed_ = false;
  std::error_code error_;
  std::string buffer_;
};

/// A bar on stderr that shows how far a long run has got, how fast it goes and how long it may still take; nothing where
/// stderr is no terminal or there is little to do. Drawn at most ten times a second.
class Progress {
 public:
  Progress(std::size_t total, Language language);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` of all files, counted from the beginning of what the label names.
  void show(Label label, std::size_t done, std::string_view name);
  void clear();  ///< before anything else is printed

 private:
  using Clock = std::chrono::steady_clock;

  std::size_t total_;
  Language language_;
  std::string_view label_;  ///< in Chinese, of what goes on
  Clock::time_point begun_, drawn_;
  bool is_enabled_, is_shown_ = false;
};

}  // namespace gongkai::cli
