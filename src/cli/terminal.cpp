// Writes to the terminal and measures text for it.
#include "terminal.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdlib>

#include "platform/console.hpp"
#include "platform/files.hpp"

namespace gongkai::cli {
namespace {

/// The code point at `at`, moving past it; U+FFFD for a byte that is not UTF-8.
utf8proc_int32_t next(std::string_view text, std::size_t& at) {
  utf8proc_int32_t c = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
  if (size <= 0) {
    ++at;
    return 0xfffd;
  }
  at += static_cast<std::size_t>(size);
  return c;
}

bool is_bidirectional_control(utf8proc_int32_t c) {
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

std::size_t width_of(utf8proc_int32_t c) {
  return static_cast<std::size_t>(utf8proc_charwidth(c));
}

bool wants_colours(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  return (no_color == nullptr || *no_color == '\0') && platform::obeys_escapes(descriptor);
}

}  // namespace

std::string clean(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const utf8proc_int32_t c = next(text, at);
    if (utf8proc_category(c) == UTF8PROC_CATEGORY_CC || c == 0x2028 || c == 0x2029) {
      result += ' ';
    } else if (c == 0xfffd) {
      result += "\ufffd";
    } else if (!is_bidirectional_control(c)) {
      result += text.substr(begin, at - begin);
    }
  }
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    width += width_of(next(text, at));
  }
  return width;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return std::string(text) + std::string(taken < width ? width - taken : 0, ' ');
}

std::string led(std::string_view text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return std::string(taken < width ? width - taken : 0, ' ') + std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t begin = 0, taken = 0, space = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const utf8proc_int32_t c = next(text, at);
    taken += width_of(c);
    if (taken > width && here > begin) {
      const bool at_space = space != std::string_view::npos && space > begin && c < 0x2e80;
      const std::size_t end = at_space ? space : here;
      lines.emplace_back(text.substr(begin, end - begin));
      begin = at_space ? space + 1 : c == ' ' ? at : here;
      at = begin;
      taken = 0;
      space = std::string_view::npos;
      continue;
    }
    if (c == ' ') {
      space = here;
    }
  }
  if (begin < text.size() || lines.empty()) {
    lines.emplace_back(text.substr(begin));
  }
  return lines;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::string(text);
  }
  std::size_t end = 0, taken = 1;  // “…” takes one
  for (std::size_t at = 0; at < text.size();) {
    taken += width_of(next(text, at));
    if (taken > width) {
      break;
    }
    end = at;
  }
  return std::string(text.substr(0, end)) + "…";
}

Output::Output(int descriptor)
    : descriptor_(descriptor),
      is_terminal_(platform::is_terminal(descriptor)),
      has_colours_(wants_colours(descriptor)) {}

std::size_t Output::width() const {
  if (const char* columns = std::getenv("COLUMNS"); columns != nullptr && *columns != '\0') {
    return std::strtoul(columns, nullptr, 10);
  }
  return is_terminal_ ? platform::columns_of_terminal(descriptor_) : 0;
}

void Output::flush() {
  for (std::size_t done = 0; done < buffer_.size() && !is_closed_;) {
    const std::ptrdiff_t written = platform::write(descriptor_, buffer_.data() + done, buffer_.size() - done);
    if (written >= 0) {
      done += static_cast<std::size_t>(written);
    } else if (errno != EINTR) {
      is_closed_ = true;
      if (errno != EPIPE) {
        error_ = {errno, std::generic_category()};
      }
    }
  }
  buffer_.clear();
}

std::string Output::painted(Severity severity, std::string_view text) const {
  return painted(severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;36", text);
}

std::string Output::painted(std::string_view code, std::string_view text) const {
  return has_colours_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

Progress::Progress(std::size_t total, Language language)
    : total_(total), language_(language), is_enabled_(total > 1 && platform::obeys_escapes(platform::standard_error)) {}

void Progress::show(Label label, std::size_t done, std::string_view name) {
  if (!is_enabled_) {
    return;
  }
  const Clock::time_point now = Clock::now();
  if (label_ != label.zh) {
    label_ = label.zh;
    begun_ = now;
  } else if (is_shown_ && now - drawn_ < std::chrono::milliseconds(100)) {
    return;
  }
  drawn_ = now;
  const bool zh = language_ == Language::zh;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  std::string pace;
  if (done != 0 && seconds > 1) {
    const double rate = static_cast<double>(done) / seconds;
    const auto left = static_cast<std::size_t>(std::lround(static_cast<double>(total_ - done) / rate));
    pace = fmt::format(fmt::runtime(zh ? "每秒{:.0f}份，还要{}:{:02} " : "{:.0f}/s, {}:{:02} left "), rate, left / 60,
                       left % 60);
  }
  constexpr std::size_t bar = 24, usual_width = 80;
  const std::size_t full = bar * done / total_, columns = platform::columns_of_terminal(platform::standard_error);
  const std::string text = fmt::format("{} [{}{}] {}/{} {}{}", in(label, language_), std::string(full, '#'),
                                       std::string(bar - full, '.'), done, total_, pace, clean(name));
  const std::string line = "\r\x1b[K" + shortened(text, (columns == 0 ? usual_width : columns) - 1);
  is_shown_ = platform::write(platform::standard_error, line.data(), line.size()) >= 0;
}

void Progress::clear() {
  constexpr std::string_view erase = "\r\x1b[K";
  if (is_shown_) {
    is_shown_ = platform::write(platform::standard_error, erase.data(), erase.size()) < 0;
  }
}

}  // namespace gongkai::cli
