// Finding the labels of the form, in their order, in text without borders.
#include "interpret/running_text.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "gongkai/model/contains.hpp"
#include "interpret/headings.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// A character folded; 0 for one that parts words or shows nothing.
char16_t letter(char32_t character) {
  const char16_t c = unicode::fold_char(character);
  return c == u'(' || c == u')' || c == u'.' || c == u',' || c == u'、' ? u'\0' : c;
}

/// Folded text that remembers where each of its characters came from.
struct Traced {
  std::u16string text;
  std::vector<std::size_t> offset;  ///< byte where each character begins; one more for the end

  explicit Traced(std::string_view source) {
    for (std::size_t i = 0; i < source.size();) {
      const std::size_t begin = i;
      if (const char16_t c = letter(unicode::next(source, i)); c != 0) {
        text.push_back(c);
        offset.push_back(begin);
      }
    }
    offset.push_back(source.size());
  }
};

/// What may follow the numbers of a row, besides the next row's label: heads of groups and tables, and headings.
constexpr std::u16string_view stops[] = {u"三本年度办理结果", u"三不予公开",   u"四无法提供",     u"五不予处理",
                                         u"六其他处理",       u"七总计",       u"二部分公开",     u"第二十条第",
                                         u"信息内容",         u"三收到和处理", u"四政府信息公开", u"四结转下",
                                         u"二上年结转",       u"五存在",       u"六其他需要"};

/// The text without the next row's numbering ("2.", "（") that stands before its label.
std::string_view without_next_numbering(std::string_view text) {
  for (const std::string_view mark : {"（", "("}) {
    if (text.ends_with(mark)) {
      return unicode::trim(text.substr(0, text.size() - mark.size()));
    }
  }
  for (const std::string_view mark : {".", "、", "．"}) {
    if (text.ends_with(mark)) {
      const std::string_view before = text.substr(0, text.size() - mark.size());
      const bool is_number = !before.empty() && before.back() >= '0' && before.back() <= '9';
      return is_number ? unicode::trim(before.substr(0, before.size() - 1)) : text;
    }
  }
  return text;
}

/// What numbers are written with.
bool may_be_in_numbers(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19) || c == '-' || c == '/' || c == '+' || c == '.' ||
         unicode::is_space(c);
}

/// The numbers that a text begins with.
std::string_view numbers_in_front(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t next = end;
    if (!may_be_in_numbers(unicode::next(text, next))) {
      break;
    }
    end = next;
  }
  return unicode::trim(text.substr(0, end));
}

/// The text without a numbering at its end: "（三）不予公开1." and "三、本年度办理结果（一）".
std::string_view without_numbering_behind(std::string_view text) {
  constexpr std::string_view digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  text = unicode::trim(text);
  for (const std::string_view mark : {"）", ")", "、", ".", "．"}) {
    if (!text.ends_with(mark)) {
      continue;
    }
    std::string_view rest = text.substr(0, text.size() - mark.size());
    for (const std::string_view digit : digits) {
      if (rest.ends_with(digit)) {
        rest.remove_suffix(digit.size());
      }
    }
    while (!rest.empty() && rest.back() >= '0' && rest.back() <= '9') {
      rest.remove_suffix(1);
    }
    for (const std::string_view bracket : {"（", "("}) {
      if (rest.ends_with(bracket)) {
        rest.remove_suffix(bracket.size());
      }
    }
    return unicode::trim(rest);
  }
  return text;
}

/// Where the longest label of the row that ends here begins: 行政规范性文件 holds the other edition's 规范性文件.
std::size_t begin_of_longest(std::u16string_view text, const Labels& labels, const Labels::RowLabel& found,
                             std::size_t at) {
  const std::u16string_view before = text.substr(0, at + found.text.size());
  std::size_t begin = at;
  for (const Labels::RowLabel& label : labels.row_labels()) {
    const std::size_t size = label.text.size();
    if (label.row == found.row && size <= before.size() && before.substr(before.size() - size) == label.text) {
      begin = std::min(begin, before.size() - size);
    }
  }
  return begin;
}

/// Whether a number or a mark for nothing begins there in folded text.
bool is_before_number(std::u16string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= u'0' && text[at] <= u'9') || text[at] == u'-' || text[at] == u'/' ||
                              text[at] == u'+' || text[at] == u'无');
}

/// Where the words that a heading ends with end in a text that begins with one; 0 where they do not come soon.
std::size_t end_of_wording(std::string_view text) {
  constexpr std::size_t longest = 100;  // bytes
  std::size_t end = 0;
  for (const std::string_view last : {"情况", "事项"}) {
    const std::size_t at = text.substr(0, longest).find(last);
    end = at == std::string_view::npos || (end != 0 && end < at) ? end : at + last.size();
  }
  return end;
}

}  // namespace

void append_letters(std::string_view source, std::u16string& text) {
  for (std::size_t i = 0; i < source.size();) {
    if (const char16_t c = letter(unicode::next(source, i)); c != 0) {
      text.push_back(c);
    }
  }
}

std::u16string letters_of(std::u16string_view folded) {
  std::u16string text;
  for (const char16_t source : folded) {
    if (const char16_t c = letter(source); c != 0) {
      text.push_back(c);
    }
  }
  return text;
}

bool is_running_table(std::string_view paragraph) {
  constexpr std::size_t shortest = 120;  // bytes; a label with its numbers is shorter
  const auto has = [&](std::string_view word) { return contains(paragraph, word); };
  // Prose names labels, too; but not heads one behind the other.
  const auto has_digit = [&] {
    return std::any_of(paragraph.begin(), paragraph.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  return paragraph.size() >= shortest &&
         ((has(information_head.zh) && (has("件数") || has("数量") || has("金额"))) ||
          (has(applicants_head.zh) && has("自然人")) ||
          (has("尚未审结") && Traced(paragraph).text.find(case_heads) != std::u16string::npos)) &&
         has_digit();
}

std::vector<RunningRow> running_rows(std::string_view paragraph, const Labels& labels, int section) {
  const Traced traced(paragraph);
  struct Hit {
    std::int16_t row;
    std::size_t begin, end;  ///< of the label
  };
  std::vector<Hit> hits;
  std::size_t from = 0;
  for (const Labels::RowLabel& label : labels.row_labels()) {
    const RowInfo& info = rows[static_cast<std::size_t>(label.row)];
    if (info.type == RowType::cases || (section != 0 && tables[info.table].section != section)) {
      continue;
    }
    std::size_t at = traced.text.find(label.text, from);
    constexpr std::size_t ambiguous =
        2;  // 规章, 总计, 其他 also stand in other words: only before numbers, close behind a row
    while (label.text.size() <= ambiguous && at != std::u16string::npos &&
           !is_before_number(traced.text, at + label.text.size())) {
      at = traced.text.find(label.text, at + 1);
    }
    if (at == std::u16string::npos || (label.text.size() <= ambiguous && !hits.empty() && at > hits.back().end + 40)) {
      continue;
    }
    hits.push_back({label.row, begin_of_longest(traced.text, labels, label, at), at + label.text.size()});
    from = at + label.text.size();
  }
  std::vector<RunningRow> result;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    std::size_t end = i + 1 < hits.size() ? hits[i + 1].begin : traced.text.size();
    for (const std::u16string_view stop : stops) {
      end = std::min(end, traced.text.find(stop, hits[i].end));
    }
    const std::size_t begin_byte = traced.offset[hits[i].end], end_byte = traced.offset[end];
    const std::string_view numbers = unicode::trim(paragraph.substr(begin_byte, end_byte - begin_byte));
    result.push_back({hits[i].row, without_next_numbering(numbers)});
  }
  return result;
}

std::string_view running_cases(std::string_view paragraph) {
  const Traced traced(paragraph);
  const std::size_t at = traced.text.rfind(case_heads);
  return at == std::u16string::npos ? std::string_view()
                                    : numbers_in_front(paragraph.substr(traced.offset[at + case_heads.size()]));
}

bool ends_with_case_heads(std::string_view text) {
  const Traced traced(text);
  return traced.text.ends_with(case_heads);
}

RunningRow row_before_digits(std::string_view line, int section) {
  std::size_t end = line.size();
  while (end > 0 && ((line[end - 1] >= '0' && line[end - 1] <= '9') || line[end - 1] == ' ')) {
    --end;
  }
  const std::string_view label = line.substr(0, end), digits = unicode::trim(line.substr(end));
  if (label.empty() || digits.empty()) {
    return {};
  }
  const Traced traced(label);
  const Labels::RowLabel* longest = nullptr;
  for (const Labels::RowLabel& candidate : Labels::instance().row_labels()) {
    const RowInfo& info = rows[static_cast<std::size_t>(candidate.row)];
    if (tables[info.table].section == section && info.type != RowType::cases && traced.text.ends_with(candidate.text) &&
        (longest == nullptr || candidate.text.size() > longest->text.size())) {
      longest = &candidate;
    }
  }
  if (longest == nullptr) {
    return {};
  }
  const std::size_t begin = traced.offset[traced.text.size() - longest->text.size()];
  unicode::Folded before;
  unicode::fold(without_numbering_behind(label.substr(0, begin)), before);
  return is_part_of_head(before, section) ? RunningRow{longest->row, digits} : RunningRow{};
}

std::vector<SectionStart> section_starts(std::string_view paragraph) {
  constexpr std::array<std::string_view, sections.size()> numbers{"一、", "二、", "三、", "四、", "五、", "六、"};
  std::vector<SectionStart> starts;
  HeadingLine line;
  std::size_t from = 0;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const std::string heading = std::string(numbers[i]) + std::string(sections[i].heading.zh);
    std::size_t at = paragraph.find(heading, from), end = at + heading.size();
    if (at == std::string_view::npos) {  // in other words
      for (at = paragraph.find(numbers[i], from); at != std::string_view::npos;
           at = paragraph.find(numbers[i], at + 1)) {
        end = at + end_of_wording(paragraph.substr(at));
        take_apart(paragraph.substr(at, end - at), line);
        if (end != at && section_of_heading(line) == sections[i].number) {
          break;
        }
      }
    }
    if (at != std::string_view::npos) {
      starts.push_back({sections[i].number, at, end});
      from = end;
    }
  }
  return starts;
}

}  // namespace gongkai
