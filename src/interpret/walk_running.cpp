// Tables that ran together into text: cut at headings, told apart by labels, or word by word.
#include <algorithm>
#include <utility>

#include "interpret/running_text.hpp"
#include "interpret/walk.hpp"
#include "text/utf8.hpp"

namespace gongkai {

/// Takes a paragraph in which tables ran together, section by section where their headings stand in it.
void Walk::take_running_paragraph(std::string_view paragraph, const Place& place) {
  std::size_t begin = 0;
  const auto take_part = [&](std::string_view part) {
    if (is_running_table(part)) {
      take_running_table(unicode::trim(part), place);
    } else {
      take_paragraph(part, place);
    }
  };
  for (const SectionStart& start : section_starts(paragraph)) {
    take_part(paragraph.substr(begin, start.begin - begin));
    const std::string_view heading = paragraph.substr(start.begin, start.end - start.begin);
    take_apart(heading, line_);
    open_section(start.section, heading, {});
    begin = start.end;
  }
  take_part(paragraph.substr(begin));
}

/// A table that lost its borders. Its numbers can be told apart only where all of its rows have as many as they should; else
/// their digits are kept as they are.
void Walk::take_running_table(std::string_view paragraph, const Place& place) {
  is_text_last_ = false;
  const std::vector<RunningRow> found =
      running_rows(paragraph, Labels::instance(), is_in_tables(section_) ? section_ : 0);
  std::vector<std::vector<Item>> values;
  bool all_fit = true;
  for (const RunningRow& row : found) {
    values.push_back(lines_.values_in(row.text, place));
    all_fit = all_fit && values.back().size() == gatherer_.width(row.row);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (all_fit) {
      gatherer_.take_row(found[i].row, {}, place, values[i]);
    } else {
      // Which edition's row a label belongs to is seen from the whole; until then keep both.
      gatherer_.take_unreadable(found[i].row, found[i].text, place, NoteKind::fused);
      gatherer_.vote(rows[static_cast<std::size_t>(found[i].row)].editions);
    }
  }
  if (const std::string_view cases = running_cases(paragraph); !cases.empty()) {
    take_case_digits(cases, place);
  }
}

void Walk::take_case_digits(std::string_view digits, const Place& place) {
  std::vector<Item> line = lines_.values_in(digits, place);
  if (line.size() == case_count) {
    gatherer_.take_cases(line);
    return;
  }
  gatherer_.take_unclear_cases(digits, place);
}

/// A whole document in one line, its cells set apart by spaces: each word is a line where tables stand.
bool Walk::take_words(std::string_view paragraph, const Place& place) {
  constexpr std::size_t fewest = 8;  // labels of rows that are words
  std::size_t labels = 0;
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < paragraph.size();) {
    const std::size_t end = unicode::find_ascii(paragraph, ' ', begin);
    if (end > begin) {
      words.push_back(paragraph.substr(begin, end - begin));
      const Meaning* meaning = words.back().size() <= longest_heading ? meaning_of(words.back()) : nullptr;
      labels += meaning != nullptr && meaning->is_row();
    }
    begin = end + 1;
  }
  if (labels < fewest) {
    return false;
  }
  std::string_view prose;
  const auto end_prose = [&] {
    if (!prose.empty()) {
      take_paragraph(std::exchange(prose, {}), place);
    }
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (const std::size_t count = words_of_heading(words, i); count != 0) {
      end_prose();
      take_heading_of(words, i, count, place);
      i += count - 1;
    } else if (is_in_tables(section_of_rows()) || headed_section(word) != 0 || begins_tables(word) != 0) {
      end_prose();
      take_paragraph(word, place);
    } else {
      const char* begin = prose.empty() ? word.data() : prose.data();
      prose = {begin, static_cast<std::size_t>(word.data() + word.size() - begin)};
    }
  }
  end_prose();
  return true;
}

void Walk::take_heading_of(const std::vector<std::string_view>& words, std::size_t first, std::size_t count,
                           const Place& place) {
  std::string& heading = rows_of_text_.emplace_back();
  for (std::size_t i = first; i < first + count; ++i) {
    heading += words[i];
  }
  take_heading(heading, place);
}

/// How many words from one on are a heading that was broken, the longest that they make; 0 where they are none.
std::size_t Walk::words_of_heading(const std::vector<std::string_view>& words, std::size_t at) {
  constexpr std::size_t most = 4;
  take_apart(words[at], line_);
  if (words[at].size() > longest_heading || !begins_heading(line_)) {
    return 0;
  }
  std::string heading(words[at]);
  std::size_t found = 0;
  for (std::size_t count = 1; count < most && at + count < words.size(); ++count) {
    heading += words[at + count];
    found = headed_section(heading) != 0 ? count + 1 : found;
    if (found != 0 && !begins_heading(line_)) {
      break;
    }
  }
  return found;
}

}  // namespace gongkai
