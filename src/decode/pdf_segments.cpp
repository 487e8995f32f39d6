// The words of a line put together where they make one text, and kept apart where they are values of a table.
#include <algorithm>

#include "decode/pdf_table.hpp"

namespace gongkai::pdf {

void append_word(std::string& text, std::string_view word) {
  const auto is_narrow = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!text.empty() && !word.empty() && is_narrow(text.back()) && is_narrow(word.front())) {
    text.push_back(' ');
  }
  text.append(word);
}

namespace {

/// The heads of narrow columns stand nearer to each other than the words of a text do.
bool has_short_words_only(const Page& page, const Line& line) {
  constexpr std::size_t least_words = 4, longest = 4 * 3;  // bytes
  std::size_t single = 0;
  for (std::size_t i = line.first; i < line.first + line.count; ++i) {
    const std::string_view text = page.words[i].text;
    single += text.size() <= 3;
    if (text.size() > longest || text == "，" || text == "。" || text == "：" || text == "、" || text == "；") {
      return false;
    }
  }
  return line.count >= least_words && 2 * single <= line.count;
}

bool is_unit_of_money(std::string_view text) {
  return text == "元" || text == "万元";
}

}  // namespace

std::vector<Segment> segments_of(const Page& page, std::uint32_t page_index, std::uint32_t line_index) {
  constexpr double value_gap = 0.35, no_gap = 0.08, end_gap = 0.12;  // of a character
  const Line& line = page.lines[line_index];
  const double text_gap = has_short_words_only(page, line) ? 0.2 : 0.75;
  std::vector<Segment> segments;
  for (std::size_t i = line.first; i < line.first + line.count; ++i) {
    const Word& word = page.words[i];
    if (i > line.first) {
      const Word& before = page.words[i - 1];
      const double gap = (word.left - before.right) / std::max(word.em, before.em);
      const bool sign = !(before.is_value && word.is_value) || before.text.back() < '0' || word.text.front() < '0';
      // A value at the end of a text is less likely a part of it than one in the middle.
      const bool ends = i + 1 == line.first + line.count || page.words[i + 1].is_value ||
                        page.words[i + 1].left - word.right > value_gap * word.em;
      const double most = word.is_value && !before.is_value && ends ? end_gap
                          : before.is_value && word.is_value        ? (sign ? no_gap : -1)
                          : before.is_value || word.is_value        ? value_gap
                                                                    : text_gap;
      if (gap < most) {
        Segment& segment = segments.back();
        segment.add(word);
        ++segment.count;
        segment.is_value = segment.is_value && segment.count == 2 && is_unit_of_money(word.text);  // 530.65 元
        continue;
      }
    }
    Segment& segment = segments.emplace_back();
    static_cast<Box&>(segment) = word;
    segment.page = page_index;
    segment.line = line_index;
    segment.first = i;
    segment.count = 1;
    segment.is_value = word.is_value;
  }
  return segments;
}

}  // namespace gongkai::pdf
