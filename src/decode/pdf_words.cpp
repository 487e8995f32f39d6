// Each page is parsed by itself, so that the tree of one page is all the memory that a long document takes.
#include "decode/pdf_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <pugixml.hpp>

#include "text/input_errors.hpp"
#include "text/utf8.hpp"

namespace gongkai::pdf {
namespace {

Error malformed(std::uint32_t page) {
  return {ErrorCode::malformed,
          "这不是完整的 pdftotext -bbox-layout 输出（第" + std::to_string(page) + "页）。请重新转换PDF文件。",
          "This is not the whole output of pdftotext -bbox-layout (page " + std::to_string(page) +
              "). Convert the PDF again.",
          {0, 0, 0, 0, 0, page}};
}

/// Reads a whole text, which NUL ends, as a number.
bool decimal(std::string_view text, double& value) {
#ifdef __cpp_lib_to_chars
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
#else  // an older libc++, as Emscripten's; its strtod knows one locale only
  char* end = nullptr;
  value = std::strtod(text.data(), &end);
  return text.find_first_not_of("0123456789.eE-") == std::string_view::npos && end != text.data() &&
         end == text.data() + text.size();
#endif
}

bool number(const pugi::xml_node& node, const char* name, double& value) {
  constexpr double furthest = 1e6;  // points: 350 m
  return decimal(node.attribute(name).value(), value) && std::abs(value) <= furthest;
}

bool box(const pugi::xml_node& node, Box& result) {
  return number(node, "xMin", result.left) && number(node, "yMin", result.top) && number(node, "xMax", result.right) &&
         number(node, "yMax", result.bottom) && result.left <= result.right && result.top <= result.bottom;
}

/// Numbers with sign, separators and a short unit; marks for nothing.
bool is_value(std::string_view text) {
  bool digits = false, marks = true, first = true;
  int units = 0;
  char32_t c = 0;
  for (std::size_t i = 0; i < text.size(); first = false) {
    c = unicode::half_width(unicode::next(text, i));
    const bool is_dash = c == '-' || c == 0x2212 || (c >= 0x2010 && c <= 0x2015) || c == 0x2500;
    const bool is_digit = c >= '0' && c <= '9';
    marks = marks && (is_dash || c == '/' || c == '\\' || (c == U'无' && text.size() == 3));
    if (is_digit && units == 0) {
      digits = true;
    } else if (c == U'万' || c == U'元' || c == U'件' || c == U'项' || c == U'个' || c == U'条' || c == U'宗') {
      ++units;
    } else if (!(c == '.' || c == ',' || ((c == '+' || is_dash) && first)) || units != 0) {
      digits = false;
      if (!marks) {
        return false;
      }
    }
  }
  return marks || (digits && units <= 2 && c != '.' && c != ',');
}

/// The width of a Chinese character, from the width of a word that has some or that has digits; 0 for other words. The
/// height says nothing: fonts claim up to three times what their characters need. `quote`: the width of “, which some fonts
/// have as wide as a character.
double em_of(std::string_view text, const Box& box, double quote, bool& has_quotes) {
  double units = 0;
  bool is_known = false;
  has_quotes = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = unicode::next(text, i);
    if (c >= 0x2e80) {
      units += 1;
      is_known = true;
    } else if (c >= '0' && c <= '9') {
      units += 0.53;
      is_known = true;
    } else if (c >= 0x2010 && c <= 0x2027) {
      units += quote;
      has_quotes = true;
    } else {
      units += 0.4;
    }
  }
  return is_known ? box.width() / units : 0;
}

double median(std::vector<double>& of, double otherwise) {
  if (of.empty()) {
    return otherwise;
  }
  const auto middle = of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2);
  std::nth_element(of.begin(), middle, of.end());
  return *middle;
}

/// Gives words a size, and a height of as much.
void measure(Page& page) {
  constexpr double narrow = 0.4, wide = 1;
  std::vector<double> known, slimness;  // height in sizes
  std::vector<Word*> with_quotes;
  known.reserve(page.words.size());
  for (Word& word : page.words) {
    bool has_quotes = false;
    word.em = em_of(word.text, word, narrow, has_quotes);
    if (has_quotes) {
      with_quotes.push_back(&word);
    } else if (word.em > 0) {
      known.push_back(word.em);
    }
  }
  for (const Word& word : page.words) {
    if (!with_quotes.empty() && word.em > 0) {
      slimness.push_back(word.height() / word.em);
    }
  }
  const double usual_slimness = median(slimness, 1.2);
  for (Word* word : with_quotes) {
    bool has_quotes = false;
    const double if_wide = em_of(word->text, *word, wide, has_quotes);
    const auto off = [&](double em) { return std::abs(word->height() / std::max(em, 0.1) - usual_slimness); };
    word->em = off(if_wide) < off(word->em) ? if_wide : word->em;
  }
  const double usual = median(known, 10);
  for (Word& word : page.words) {
    word.em = std::max(word.em > 0 ? word.em : usual, 0.1);
    const double middle = word.centre();
    word.top = middle - word.em / 2;
    word.bottom = middle + word.em / 2;
  }
}

enum class Turn : std::uint8_t { none, left, right, over };

/// How a page has to be turned to read it: seen from the way from word to word in its lines, from the shape of its words and,
/// where each line is one word, from the way from one line to the next. A stamp or a word on its side turns no page.
class TurnVotes {
 public:
  void add(const Word& word) {
    constexpr std::size_t shortest = 9;  // bytes: fonts leave room above two characters, which may be higher than wide
    const bool is_long = word.text.size() >= shortest;
    on_side_ += is_long && word.height() > word.width();
    upright_ += is_long && word.height() < word.width();
  }
  void add_step(const Word& from, const Word& to) {
    const double across = to.middle() - from.middle(), below = to.centre() - from.centre();
    if (std::abs(below) > std::abs(across)) {
      ++on_side_;
      down_ += below > 0 ? 1 : -1;
    } else if (across != 0) {
      ++upright_;
      right_ += across > 0 ? 1 : -1;
    }
  }
  void add_next_line(const Word& from, const Word& to) {
    lines_right_ += way_of(to.middle() - from.middle(), std::min(from.width(), to.width()));
    lines_down_ += way_of(to.centre() - from.centre(), std::min(from.height(), to.height()));
  }
  Turn result() const {
    if (on_side_ > upright_) {
      return (down_ != 0 ? down_ > 0 : lines_right_ <= 0) ? Turn::left : Turn::right;
    }
    const bool is_leftward = right_ != 0 ? right_ < 0 : lines_right_ <= 0;
    return is_leftward && lines_down_ < 0 && upright_ > 0 ? Turn::over : Turn::none;
  }

 private:
  /// 1 or -1; 0 where the lines are beside each other, as the cells of a row are where each is a line.
  static int way_of(double step, double size) { return std::abs(step) < size / 2 ? 0 : step > 0 ? 1 : -1; }

  int on_side_ = 0, upright_ = 0;
  int right_ = 0, down_ = 0;              ///< steps that go there, less those that go left, or up
  int lines_right_ = 0, lines_down_ = 0;  ///< the same from line to line
};

void turn(Page& page, Turn way) {
  const double width = page.width, height = page.height;
  for (Word& word : page.words) {
    const Box old = word;
    Box& box = word;
    box = way == Turn::left    ? Box{old.top, width - old.right, old.bottom, width - old.left}
          : way == Turn::right ? Box{height - old.bottom, old.left, height - old.top, old.right}
                               : Box{width - old.right, height - old.bottom, width - old.left, height - old.top};
  }
  if (way != Turn::over) {
    std::swap(page.width, page.height);
  }
}

/// Puts the words in lines: those whose middles are on one height.
void sort_lines(Page& page) {
  std::vector<Word>& words = page.words;
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.centre() < b.centre(); });
  constexpr double same_line = 0.4;  // of the lower height
  for (std::size_t begin = 0; begin < words.size();) {
    Line line{words[begin], begin, 1};
    double sum = words[begin].centre(), lowest = words[begin].height();
    std::size_t end = begin + 1;
    for (; end < words.size(); ++end) {
      lowest = std::min(lowest, words[end].height());
      if (words[end].centre() - sum / static_cast<double>(end - begin) > same_line * lowest) {
        break;
      }
      sum += words[end].centre();
      line.add(words[end]);
    }
    line.count = end - begin;
    std::stable_sort(words.begin() + static_cast<std::ptrdiff_t>(begin),
                     words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Word& a, const Word& b) { return a.left < b.left; });
    page.lines.push_back(line);
    begin = end;
  }
}

/// Whether a text may be a part of a number: digits, points, signs, in either width.
bool is_piece(std::string_view text) {
  constexpr std::string_view marks = "0123456789.,+-";
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = unicode::half_width(unicode::next(text, i));
    if (c > 0x7f || marks.find(static_cast<char>(c)) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

/// Whether two pieces touch. They may be one number that the PDF has in pieces, or two that fill their cells.
bool is_piece_of(const Word& word, const Word& before) {
  constexpr double least_gap = 0.08;  // of a character, between the numbers of two cells
  return is_piece(before.text) && is_piece(word.text) &&
         std::abs(word.left - before.right) < least_gap * std::max(word.em, before.em);
}

class Parser {
 public:
  Parser(Words& words, std::size_t most_text) : words_(words) { words_.text.reserve(most_text); }

  /// False where the page is not as pdftotext prints it.
  bool page(std::string_view xhtml) {
    pugi::xml_document tree;
    const auto parsed = tree.load_buffer(xhtml.data(), xhtml.size(), pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node node = tree.child("page");
    Page& page = words_.pages.emplace_back();
    if (!parsed || !number(node, "width", page.width) || !number(node, "height", page.height)) {
      return false;
    }
    TurnVotes votes;
    for (const pugi::xml_node flow : node.children("flow")) {
      for (const pugi::xml_node block : flow.children("block")) {
        std::size_t line_before = page.words.size();
        for (const pugi::xml_node line : block.children("line")) {
          const std::size_t begin = page.words.size();
          if (!take_line(line, page, votes)) {
            return false;
          }
          if (line_before < begin && begin < page.words.size()) {
            votes.add_next_line(page.words[line_before], page.words[begin]);
          }
          line_before = begin;
        }
      }
    }
    if (const Turn way = votes.result(); way != Turn::none) {
      turn(page, way);
    }
    measure(page);
    sort_lines(page);
    return join_pieces(page);
  }

 private:
  /// Numbers that touch become one word with spaces in it, which is no number: nobody knows whether they are one or two.
  /// False where there is no room for the texts.
  bool join_pieces(Page& page) {
    std::size_t kept = 0;  // words, at the front of all
    for (Line& line : page.lines) {
      const std::size_t first = kept, line_end = line.first + line.count;
      for (std::size_t i = line.first, end = 0; i < line_end; i = end) {
        Word whole = page.words[i];
        std::string text;  // of several pieces alone
        for (end = i + 1; end < line_end && is_piece_of(page.words[end], page.words[end - 1]); ++end) {
          whole.is_value = whole.is_value || page.words[end].is_value;
          whole.add(page.words[end]);
          text.append(text.empty() ? whole.text : std::string_view()).append(" ").append(page.words[end].text);
        }
        if (end > i + 1 && !keep(text, whole)) {
          return false;
        }
        page.words[kept++] = whole;
      }
      line.first = first;
      line.count = kept - first;
    }
    page.words.resize(kept);
    return true;
  }

  /// Puts the text where the word's view of it stays; false where there is no room.
  bool keep(std::string_view text, Word& word) {
    const std::size_t begin = words_.text.size();
    if (text.size() > words_.text.capacity() - begin) {
      return false;
    }
    words_.text.insert(words_.text.end(), text.begin(), text.end());
    word.text = {words_.text.data() + begin, text.size()};
    return true;
  }

  bool take_line(const pugi::xml_node& line, Page& page, TurnVotes& votes) {
    const std::size_t before = page.words.size();
    for (const pugi::xml_node node : line.children("word")) {
      const std::string_view text = unicode::trim(node.text().get());
      if (text.empty()) {
        continue;
      }
      Word word;
      if (!box(node, word) || !keep(text, word)) {
        return false;
      }
      word.is_value = is_value(text);
      if (page.words.size() > before) {
        votes.add_step(page.words.back(), word);
      }
      votes.add(word);
      page.words.push_back(word);
    }
    return true;
  }

  Words& words_;
};

}  // namespace

void Box::add(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

double shared_x(const Box& a, const Box& b) {
  return std::min(a.right, b.right) - std::max(a.left, b.left);
}
double shared_y(const Box& a, const Box& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

Result<Words> parse_words(std::string_view xhtml, const Limits& limits) {
  if (xhtml.size() > limits.bytes) {
    return input_too_large(limits.bytes);
  }
  // What stands before <doc> are the PDF's properties, which are often not what they claim to be.
  const std::size_t begin = xhtml.find("<doc>"), end = xhtml.rfind("</doc>");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
    return malformed(0);
  }
  const std::string_view doc = xhtml.substr(begin, end - begin);
  if (unicode::find_invalid(doc) != std::string_view::npos || doc.find('\0') != std::string_view::npos) {
    return malformed(0);
  }
  Result<Words> result;
  Parser parser(result.value(), doc.size());
  constexpr std::string_view page_end = "</page>";
  for (std::size_t at = doc.find("<page "); at != std::string_view::npos;) {
    const std::size_t close = doc.find(page_end, at);
    const auto number = static_cast<std::uint32_t>(result->pages.size() + 1);
    if (close == std::string_view::npos || !parser.page(doc.substr(at, close + page_end.size() - at))) {
      return malformed(number);
    }
    at = doc.find("<page ", close);
  }
  return result;
}

}  // namespace gongkai::pdf
