// A tag may last several lines: its line breaks move behind the line that it stands in, so that the lines below keep their
// numbers.
#include "decode/inline_markup.hpp"

#include <algorithm>
#include <vector>

#include "decode/drawn_table.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t longest_tag = 4'000;  // bytes

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The name of the tag that a text begins with, in lower case; empty where it begins with none.
std::string name_of_tag(std::string_view text) {
  std::string name;
  for (std::size_t i = text.size() > 1 && text[1] == '/' ? 2 : 1; i < text.size() && name.size() < 12; ++i) {
    const char c = text[i];
    if (!is_letter(c) && (name.empty() || (c != ':' && (c < '0' || c > '9')))) {
      break;
    }
    name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return name;
}

bool is_inline(std::string_view name) {
  constexpr std::string_view names[] = {"span", "br",  "font",   "b",   "i",   "u",       "em",    "strong", "a",
                                        "p",    "div", "center", "sub", "sup", "o:p",     "small", "big",    "s",
                                        "del",  "ins", "mark",   "img", "hr",  "section", "st1",   "wbr",    "article"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view text) : text_(text) { result_.reserve(text.size()); }

  std::optional<std::string> run() {
    for (std::size_t i = 0; i < text_.size();) {
      if (i == 0 || text_[i - 1] == '\n') {
        if (text_.substr(i).starts_with(":::")) {
          leave_out(i, unicode::find_ascii(text_, '\n', i));
          continue;
        }
        begin_line(i);
        if (const std::size_t size = drawn_size(i); size != 0) {  // its columns are where they are
          result_.append(text_.substr(i, size));
          i += size;
          continue;
        }
      }
      const std::size_t end = text_[i] == '<'   ? end_of_tag(i)
                              : text_[i] == ']' ? end_of_attributes(i)
                              : text_[i] == '{' ? end_of_heading(i)
                                                : i;
      if (end != i) {
        leave_out(i, end);
        continue;
      }
      if (text_[i] == '<' && text_.substr(i).starts_with("<table")) {
        const std::size_t table = text_.find("</table>", i);
        if (table != std::string_view::npos) {
          result_.append(text_.substr(i, table - i));
          i = table;
        }
      }
      if (text_[i] == '[') {
        open_.push_back(result_.size());
      } else if (text_[i] == '\n') {
        result_.append(pending_, '\n');
        pending_ = 0;
      }
      const std::size_t end_of_plain = text_[i] == '\n' ? i + 1 : next_mark(i + 1);
      result_.append(text_.substr(i, end_of_plain - i));
      i = end_of_plain;
    }
    return any_ ? std::optional(std::move(result_)) : std::nullopt;
  }

 private:
  void begin_line(std::size_t i) {
    is_heading_ = text_[i] == '#';
    if (text_[i] == '\n') {
      open_.clear();  // a span ends with its paragraph
    }
  }

  /// The next place that may be more than plain text.
  std::size_t next_mark(std::size_t i) const {
    const auto is_mark = [](char c) { return c == '<' || c == ']' || c == '{' || c == '[' || c == '\n'; };
    return static_cast<std::size_t>(std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(i), text_.end(), is_mark) -
                                    text_.begin());
  }

  std::size_t drawn_size(std::size_t i) {
    constexpr std::size_t most_misses = 100;
    if (misses_ > most_misses || !may_begin_drawn_table(text_.substr(i, unicode::find_ascii(text_, '\n', i) - i))) {
      return 0;
    }
    const std::optional<DrawnTable> table = drawn_table(text_.substr(i), {});
    misses_ += !table;
    return table ? table->size : 0;
  }

  void leave_out(std::size_t& i, std::size_t end) {
    const std::string_view part = text_.substr(i, end - i);
    pending_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
    any_ = true;
    i = end;
  }

  std::size_t end_of_tag(std::size_t i) {
    const std::string_view tag = text_.substr(i, longest_tag);
    const std::string name = name_of_tag(tag);
    if (!is_inline(name)) {
      return i;
    }
    const std::size_t end = tag.find('>');
    if (end == std::string_view::npos || tag.substr(1, end - 1).find('<') != std::string_view::npos) {
      return i;
    }
    if (name == "br") {
      result_.push_back(' ');
    }
    return i + end + 1;
  }

  /// Behind the attributes of a bracketed span, whose opening bracket goes, too.
  std::size_t end_of_attributes(std::size_t i) {
    const std::size_t open = open_.empty() ? std::string::npos : open_.back();
    if (!open_.empty()) {
      open_.pop_back();
    }
    const std::string_view rest = text_.substr(i, longest_tag);
    if (open == std::string::npos || rest.size() < 3 || rest[1] != '{' ||
        (rest[2] != '.' && rest[2] != '#' && !is_letter(rest[2]))) {
      return i;
    }
    const std::size_t end = rest.find('}');
    if (end == std::string_view::npos) {
      return i;
    }
    result_.erase(open, 1);
    return i + end + 1;
  }

  /// Behind the attributes at the end of a heading.
  std::size_t end_of_heading(std::size_t i) const {
    const std::string_view rest = text_.substr(i, longest_tag);
    const bool has_attributes = is_heading_ && rest.size() > 1 && (rest[1] == '#' || rest[1] == '.');
    const std::size_t end = has_attributes ? rest.find('}') : std::string_view::npos;
    return end == std::string_view::npos ? i : i + end + 1;
  }

  std::string_view text_;
  std::string result_;
  std::vector<std::size_t> open_;  // brackets in the result that may begin spans
  std::size_t misses_ = 0;
  std::size_t pending_ = 0;  // line breaks left out in the line at hand
  bool any_ = false, is_heading_ = false;
};

}  // namespace

std::optional<std::string> without_inline_markup(std::string_view text) {
  const bool may_have = text.find('<') != std::string_view::npos || text.find("]{") != std::string_view::npos ||
                        text.find(" {#") != std::string_view::npos || text.find(":::") != std::string_view::npos;
  return may_have ? Cleaner(text).run() : std::nullopt;
}

}  // namespace gongkai
