// The sections of a report, and what stands in them as text.
#include "interpret/walk.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "gongkai/model/contains.hpp"
#include "interpret/page_noise.hpp"
#include "interpret/running_text.hpp"
#include "text/sums_sheet.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// Whether a short text says in which unit amounts are: （单位：万元）, 注：金额单位为元.
bool names_unit(std::string_view text) {
  constexpr std::size_t longest = 60;  // bytes
  constexpr std::string_view words[] = {"单位：", "单位:", "单位为", "单位是", "單位：", "單位:", "單位為", "單位是"};
  return text.size() < longest && std::any_of(std::begin(words), std::end(words), [text](std::string_view word) {
           return text.find(word) != std::string_view::npos;
         });
}

/// What stands between a heading and the text behind it in one line.
struct HeadingMark {
  enum Kind : std::uint8_t {
    strong,  ///< ends a heading in any wording; within brackets it may be part of one
    space,   ///< may also stand within a heading
    weak     ///< behind the form's own heading alone
  };
  std::string_view text;
  Kind kind;
  bool is_of_text = false;  ///< begins the text
};
constexpr HeadingMark heading_marks[] = {
    {"。", HeadingMark::strong},      {"：", HeadingMark::strong},     {":", HeadingMark::strong},
    {"\n", HeadingMark::space},       {" ", HeadingMark::space},       {"　", HeadingMark::space},
    {"\t", HeadingMark::space},       {"，", HeadingMark::weak},       {",", HeadingMark::weak},
    {"；", HeadingMark::weak},        {";", HeadingMark::weak},        {"-", HeadingMark::weak},
    {"—", HeadingMark::weak},         {"（", HeadingMark::weak, true}, {"(", HeadingMark::weak, true},
    {"无", HeadingMark::weak, true},  {"無", HeadingMark::weak, true}, {"暂无", HeadingMark::weak, true},
    {"没有", HeadingMark::weak, true}};

/// The first bytes of the marks: most others need not be looked at.
constexpr std::string_view first_of_marks = "\n \t:,;-(\xe2\xe3\xe6\xe7\xef";
static_assert(std::all_of(std::begin(heading_marks), std::end(heading_marks), [](const HeadingMark& mark) {
  return first_of_marks.find(mark.text[0]) != std::string_view::npos;
}));

const HeadingMark* heading_mark_at(std::string_view text) {
  const auto* const found = std::find_if(std::begin(heading_marks), std::end(heading_marks),
                                         [text](const HeadingMark& mark) { return text.starts_with(mark.text); });
  return found == std::end(heading_marks) ? nullptr : found;
}

/// The text behind a heading, without the marks before it.
std::string_view trim_heading_mark(std::string_view text) {
  const HeadingMark* mark = heading_mark_at(text);
  for (; mark != nullptr && !mark->is_of_text; mark = heading_mark_at(text)) {
    text.remove_prefix(mark->text.size());
  }
  return unicode::trim(text);
}

}  // namespace

std::size_t Walk::run(std::size_t first) {
  reading_.decoding = document_.decoding;
  reading_.notes = document_.notes;
  std::string_view sheet;
  for (const Document::Property& property : document_.properties) {
    const std::string_view name = document_.view(property.name), value = document_.view(property.value);
    around_.fields.push_back({name, value});
    if (name == "sheet") {
      sheet = value;
    } else if (name == "sheet_number") {  // which the decoder has kept within its limits
      std::size_t number = 0;
      std::from_chars(value.data(), value.data() + value.size(), number);
      reading_.sheets.resize(std::max(reading_.sheets.size(), number));
      reading_.sheets[number - 1] = sheet;
    }
  }
  std::uint32_t table = static_cast<std::uint32_t>(
      std::count_if(document_.blocks.begin(), document_.blocks.begin() + static_cast<std::ptrdiff_t>(first),
                    [](const Document::Block& block) { return block.kind == Document::BlockKind::table; }));
  std::size_t at = first;
  for (; at < document_.blocks.size(); ++at) {
    const Document::Block& block = document_.blocks[at];
    const Place place{block.line, block.column, 0, 0, 0, block.page};
    at_ = at;
    if (block.kind == Document::BlockKind::paragraph) {
      const std::string_view text = document_.view(block.text);
      paragraph_ = text;
      if (const std::size_t end = section_ == 0 ? end_of_contents(at) : at; end != at) {
        at = end - 1;
        continue;
      }
      if (is_complete() && is_whole_title(text)) {
        break;
      }
      if (take_broken_heading(at, place)) {
        ++at;
        continue;
      }
      if (is_running_table(text)) {
        if (!take_words(text, place)) {
          take_running_paragraph(text, place);
        }
      } else {
        take_paragraph(text, place);
      }
    } else if (block.kind == Document::BlockKind::table) {
      lines_.flush();
      paragraph_ = {};
      take_table(block, ++table);
    } else {
      take_picture(document_.view(block.text), place);
    }
  }
  lines_.flush();
  gatherer_.finish();
  reading_.ends_with_tables = section_ == 4 && !is_text_last_ && at == document_.blocks.size();
  end_of_tables_ = end_of_tables_ == 0 ? at : end_of_tables_;
  return at;
}

void Walk::take_paragraph(std::string_view paragraph, const Place& place) {
  paragraph = unicode::trim(paragraph);
  if (paragraph.empty() || section_ == behind_the_report || sums::is_mark(paragraph)) {
    return;
  }
  const bool is_short = paragraph.size() <= longest_heading;
  if (constexpr std::string_view left_out = "[TABLE]"; paragraph == left_out) {  // of pandoc
    evidence_.lost_table[static_cast<std::size_t>(section_of_rows())] = true;
  }
  enter_tables(paragraph);
  look_for_unit(paragraph);
  const LeadingHeading leading = leading_heading(paragraph);
  if (is_short && !leading.is_before_text && take_heading(paragraph, place)) {
    return;
  }
  if (leading.end != 0) {
    take_heading(paragraph.substr(0, leading.end), place);
    paragraph = trim_heading_mark(paragraph.substr(leading.end));
  } else if (is_short && section_ >= 5 && is_page_noise(paragraph)) {
    section_ = behind_the_report;
    return;
  } else if (paragraph.size() <= longest_row && is_in_tables(section_of_rows()) && lines_.take(paragraph, place)) {
    is_text_last_ = false;
    return;
  }
  lines_.flush();
  order_.pass_by(paragraph);
  gatherer_.take_text(paragraph);
  add_narrative(paragraph, place);
}

/// A unit may be named in a line of its own, below the table, or on the second line of a head.
void Walk::look_for_unit(std::string_view text) {
  if (section_of_rows() == 2 && evidence_.unit_beside == Unit::none && names_unit(text)) {
    evidence_.unit_beside = unit_in(text);
  }
}

/// Behind a table of contents that begins at the block: the headings of three sections or more with nothing between
/// them, the first of which comes again. The block itself where none does.
std::size_t Walk::end_of_contents(std::size_t at) {
  int section = 0;
  std::size_t end = at, headings = 0;
  for (int next = heading_at(at); next > section; next = heading_at(end)) {
    section = next;
    ++end;
    ++headings;
  }
  constexpr std::size_t fewest = 3;
  if (headings < fewest) {
    return at;
  }
  const int first = heading_at(at);
  for (std::size_t i = end; i < document_.blocks.size(); ++i) {
    if (heading_at(i) == first || has_heading(document_.blocks[i], first)) {
      return end;
    }
  }
  return at;
}
/// The section whose heading the block is; 0 where it is none.
int Walk::heading_at(std::size_t at) {
  return at < document_.blocks.size() && document_.blocks[at].kind == Document::BlockKind::paragraph
             ? headed_section(document_.view(document_.blocks[at].text))
             : 0;
}
/// Whether a row of the table is the heading.
bool Walk::has_heading(const Document::Block& block, int section) {
  if (block.kind != Document::BlockKind::table) {
    return false;
  }
  const auto table_rows = document_.rows_of(block);
  return std::any_of(table_rows.begin(), table_rows.end(), [&](const Document::Row& row) {
    const auto row_cells = document_.cells_of(row);
    return row_cells.size() == 1 && headed_section(document_.view(row_cells.front().text)) == section;
  });
}
int Walk::headed_section(std::string_view text) {
  if (text.size() > longest_heading) {
    return 0;
  }
  take_apart(unicode::trim(text), line_);
  return std::max(section_of_heading(line_), 0);
}

/// A heading on two lines: "三、收到和处理" and "政府信息公开申请情况".
bool Walk::take_broken_heading(std::size_t at, const Place& place) {
  const std::string_view text = unicode::trim(document_.view(document_.blocks[at].text));
  constexpr std::string_view mark = "、";
  if (text.size() > longest_heading || text.size() < 2 * mark.size() || text.substr(3, mark.size()) != mark ||
      at + 1 >= document_.blocks.size() || document_.blocks[at + 1].kind != Document::BlockKind::paragraph) {
    return false;
  }
  take_apart(text, line_);
  if (!begins_heading(line_)) {
    return false;
  }
  const std::string_view next = unicode::trim(document_.view(document_.blocks[at + 1].text));
  if (next.size() > longest_heading) {
    return false;
  }
  const std::string& whole = rows_of_text_.emplace_back(std::string(text).append(next));
  return headed_section(whole) != 0 && take_heading(whole, place);
}

bool Walk::take_heading(std::string_view paragraph, const Place& place) {
  take_apart(paragraph, line_);
  int section = order_.section_of(line_);
  if (section < 0) {  // "（一）主要问题" opens section five only where its own heading is lost
    if (section_ != 4) {
      return false;
    }
    section = -section;
    open_section(section, paragraph, place);
    add_narrative(paragraph, place);
    return true;
  }
  if (section == 0 && section_ == 0 && is_bare_overview(line_) && has_title()) {
    section = 1;
  }
  const bool is_by_number = section == 0 && opens_by_number();
  section = is_by_number ? section_ + 1 : section;
  if (section != 0) {
    open_section(section, paragraph, place, is_by_number);
  }
  return section != 0;
}

/// Whether the report's title came before.
bool Walk::has_title() const {
  return std::any_of(around_.front.begin(), around_.front.end(),
                     [](const Line& line) { return is_whole_title(line.text); });
}

/// Whether the line opens the next section by its order number alone: another section follows, or it is one of the last, and
/// no other line is the section's heading by its words.
bool Walk::opens_by_number() {
  const int number = order_.section_by_number(line_);
  if (number == 0 || is_never_by_number_[static_cast<std::size_t>(number)] || at_ + 1 == document_.blocks.size()) {
    return false;
  }
  bool is_followed = number >= 5;
  int section = 0;
  for (std::size_t i = at_ + 1; i < document_.blocks.size() && (section == 0 || section > number); ++i) {
    section = heading_at(i);
    is_followed = section != number && (is_followed || section > number);
  }
  is_never_by_number_[static_cast<std::size_t>(number)] = !is_followed;
  return is_followed;
}

/// The heading of a paragraph that begins with one and goes on: "一、总体情况。2023年，……", "六、其他需要报告的事项：无".
Walk::LeadingHeading Walk::leading_heading(std::string_view paragraph) {
  constexpr std::size_t farthest = 120, most_marks = 4;  // bytes; a line of numbers has many spaces
  const std::string_view head = paragraph.substr(0, farthest);
  LeadingHeading found;
  if (!may_begin_with_order_number(head)) {
    return found;
  }
  std::size_t marks = 0;
  bool is_official = false;
  for (std::size_t at = head.find_first_of(first_of_marks, 1);
       at != std::string_view::npos && marks < most_marks && !is_official;
       at = head.find_first_of(first_of_marks, at + 1)) {
    const HeadingMark* const mark = heading_mark_at(head.substr(at));
    if (mark == nullptr) {
      continue;
    }
    ++marks;
    take_apart(head.substr(0, at), line_);
    const int section = order_.section_of(line_);
    is_official = is_official_heading(line_);
    if (section <= 0 || (!is_official && (mark->kind == HeadingMark::weak || found.end != 0))) {
      continue;
    }
    const bool is_whole = is_official || (mark->kind == HeadingMark::strong && !contains(head.substr(0, at), "（"));
    found = {at, is_whole && !is_in_tables(section) && !trim_heading_mark(paragraph.substr(at)).empty()};
  }
  return found;
}

void Walk::open_section(int section, std::string_view heading, const Place& place, bool is_by_number) {
  lines_.flush();
  cell_rows_.end();
  if (section_ == 0) {  // no line comes in front any more
    around_.title = find_title(around_.front);
    const int year = year_of(*around_.title, around_, hints_);
    gatherer_.set_likely_edition(year >= 2021   ? Edition::form_2021
                                 : year >= 2019 ? Edition::form_2019
                                                : Edition::unknown);
  }
  if (is_in_tables(section_) && section > 4 && end_of_tables_ == 0) {
    end_of_tables_ = at_ + 1;
  }
  section_ = section;
  order_.open(section, line_.style);
  gatherer_.begin_section(section);
  if (reading_.find_heading(section) == nullptr) {
    reading_.headings.push_back({section, place, std::string(heading), is_by_number});
  }
}

void Walk::add_narrative(std::string_view paragraph, const Place& place) {
  is_text_last_ = true;
  Narrative& narrative = reading_.report.narrative;
  std::string* text = section_ == 1   ? &narrative.overview
                      : section_ == 5 ? &narrative.problems_and_improvements
                      : section_ == 6 ? &narrative.other_matters
                      : section_ == 0 ? nullptr
                                      : &reading_.table_text;
  if (text == nullptr) {
    around_.front.push_back({paragraph, place, false});
    return;
  }
  if (!text->empty()) {
    text->push_back('\n');
  }
  Place begin = place;
  if (!paragraph_.empty()) {  // what is taken is the end of it, without the spaces and the heading before
    begin.column += static_cast<std::uint32_t>(paragraph.data() - paragraph_.data());
  }
  reading_.passages.push_back({section_ == 1   ? Prose::overview
                               : section_ == 5 ? Prose::problems
                               : section_ == 6 ? Prose::other_matters
                                               : Prose::beside_tables,
                               static_cast<std::uint32_t>(text->size()), begin});
  text->append(paragraph);
  if (section_ >= 5) {
    around_.back.push_back({paragraph, place, false});
  }
  if (section_ == 2 && names_unit(paragraph)) {
    gatherer_.set_unit(unit_in(paragraph));
  }
}

/// The section of whose tables a line is a head that stands nowhere else; 0 where it is none.
int Walk::begins_tables(std::string_view line) {
  if (line.starts_with(information_head.zh) || line.starts_with("第二十条第")) {
    return line.size() <= longest_heading ? 2 : 0;
  }
  if (line.starts_with(applicants_head.zh) || line.find("本列数据的勾稽关系") != std::string_view::npos) {
    return line.size() <= longest_heading ? 3 : 0;
  }
  return 0;
}

/// Rows may stand before the first heading, in a page cut out of a report: heads and whole rows of a table show it.
void Walk::enter_tables(std::string_view line) {
  if (section_ != 0) {
    return;
  }
  int section = begins_tables(line);
  if (section == 0 && !line.empty() && line.back() >= '0' && line.back() <= '9') {
    std::vector<Item> values;
    const std::size_t end = lines_.split_values(line, {}, values);
    const Meaning* meaning = values.size() == 7 && end != 0 ? meaning_of(line.substr(0, end)) : nullptr;
    section = meaning != nullptr && meaning->is_row() && meaning->is_official ? 3 : 0;
  }
  if (section > gatherer_.section()) {
    lines_.flush();
    gatherer_.begin_section(section, false);
  }
}

}  // namespace gongkai
