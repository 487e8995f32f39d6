// The rules about what of the form a document has: sections, tables, or only a piece of them.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/rules/prose.hpp"

namespace gongkai::rules {

/// What the introduction says of the number of parts where that is not six: "全文由五部分组成".
inline std::string_view announced_parts(std::string_view text) {
  constexpr std::string_view numerals = "二三四五七八九";  // 一部分 is "some"
  for (std::size_t at = text.find("部分"); at != std::string_view::npos; at = text.find("部分", at + 3)) {
    for (const std::string_view counter : {"", "个", "大"}) {
      if (at < counter.size() + 3 || text.substr(at - counter.size(), counter.size()) != counter) {
        continue;
      }
      const std::size_t begin = at - counter.size() - 3;
      const bool is_number = numerals.find(text.substr(begin, 3)) != std::string_view::npos;
      if (is_number && (begin < 3 || text.substr(begin - 3, 3) != "第")) {
        return text.substr(begin, at + 6 - begin);
      }
    }
  }
  return {};
}

// ---- What of the form is there ----

/// What of the form a document has, and whether it is cut off at either end.
struct Parts {
  std::array<const Heading*, sections.size() + 1> heading{};
  std::array<bool, sections.size() + 1> has_rows{};
  std::array<bool, tables.size()> has_table{};
  std::size_t first_row = rows.size(), last_row = 0;  ///< of those whose place is known, in the order of the form
  int first = 0, last = 0;                            ///< sections of which anything is there; 0: none
  bool is_cut_before = false, is_cut_behind = false;

  bool has(int section) const {
    const auto i = static_cast<std::size_t>(section);
    return heading[i] != nullptr || has_rows[i];
  }
  /// Whether the cut took the section.
  bool is_cut_off(int section) const { return (is_cut_before && section < first) || (is_cut_behind && section > last); }
  /// Whether the cut took the row. The last one may be cut itself.
  bool is_row_cut_off(std::size_t row) const {
    return first_row == rows.size() ? is_cut_off(tables[rows[row].table].section)
                                    : (is_cut_before && row < first_row) || (is_cut_behind && row >= last_row);
  }
  /// Whether the cut took a table of which nothing is there.
  bool is_table_cut_off(std::size_t table, std::size_t first_row_of_table) const {
    const bool ends_above_rows = first_row == rows.size() && is_cut_behind && tables[table].section == last;
    return ends_above_rows || is_row_cut_off(first_row_of_table);
  }
};

/// Whether a text stops within a sentence.
inline bool ends_within_sentence(std::string_view text) {
  constexpr std::string_view ends[] = {"。", "！", "？", "；", "：", "…", "”", "』", "》", "）", ")", ".", ";", "]"};
  return !text.empty() &&
         std::none_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return text.ends_with(end); });
}

inline void find_cut(const Subject& subject, Parts& parts) {
  const About& about = subject.report().about;
  constexpr int last_tables = 4;
  const bool has_all_cases = parts.last_row + 1 == rows.size();  // the last row is of table four
  parts.is_cut_before = parts.first >= 3 || (parts.first == 2 && (about.title.empty() || parts.last <= last_tables));
  const std::string_view problems = subject.report().narrative.problems_and_improvements;
  parts.is_cut_behind =
      parts.last < last_tables ||
      (parts.last == last_tables && (!has_all_cases || parts.is_cut_before || subject.reading()->ends_with_tables)) ||
      (parts.last == 5 && (parts.is_cut_before || ends_within_sentence(problems)));
}

inline Parts parts_of(const Subject& subject) {
  const Reading& reading = *subject.reading();
  Parts parts;
  for (const CellInfo& cell : cells) {
    const CellState state = reading.sources[cell.index].state;
    if (state != CellState::absent && state != CellState::not_in_form) {
      parts.has_rows[static_cast<std::size_t>(cell.table_info().section)] = true;
      parts.has_table[cell.row_info().table] = true;
      const bool is_placed = state != CellState::unreadable || reading.sources[cell.index].place.is_known();
      parts.first_row = is_placed ? std::min<std::size_t>(parts.first_row, cell.row) : parts.first_row;
      parts.last_row = is_placed ? std::max<std::size_t>(parts.last_row, cell.row) : parts.last_row;
    }
  }
  for (const SectionInfo& section : sections) {
    parts.heading[static_cast<std::size_t>(section.number)] = reading.find_heading(section.number);
    if (parts.has(section.number)) {
      parts.first = parts.first == 0 ? section.number : parts.first;
      parts.last = section.number;
    }
  }
  if (parts.first != 0) {
    find_cut(subject, parts);
  }
  return parts;
}

inline std::string_view heading_of(int section) {
  return sections[static_cast<std::size_t>(section) - 1].heading.zh;
}

/// A report on a year before 2019 follows another form, of which nothing here is said but that; or its year is wrong.
inline void older_form(const Subject& subject, Verdicts& verdicts) {
  const About& about = subject.report().about;
  if (about.year == 0) {
    verdicts.open(OpenReason::missing_input);
  } else if (subject.is_before_the_form()) {
    verdicts.violated().reason = {"用的是当时各地自定的格式和统计表，没有核对",
                                  "it follows a local form of that time and was not checked"};
  } else if (about.year < 2019) {
    Finding& finding = verdicts.violated();
    finding.severity = Severity::warning;
    finding.detail = about.edition == Edition::form_2019 ? "2019" : "2021";
    finding.reason = {"用的却是{detail}年版格式，请核对年度", "yet it uses the {detail} form; check the year"};
  } else {
    verdicts.held();
  }
}

/// A piece of a report, as programs cut it out of a page, a book or a file: one finding for all that is not in it.
inline void cut(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
    return;
  }
  const Parts parts = parts_of(subject);
  if (!parts.is_cut_before && !parts.is_cut_behind) {
    verdicts.held();
    return;
  }
  const auto name_of = [&](int section, std::size_t row) {
    return std::string(parts.has_rows[static_cast<std::size_t>(section)] && row < rows.size()
                           ? rows[row].label.zh(subject.edition())
                           : heading_of(section));
  };
  Finding& finding = verdicts.violated();
  const std::string first = name_of(parts.first, parts.first_row), last = name_of(parts.last, parts.last_row);
  finding.detail = !parts.is_cut_behind ? first : !parts.is_cut_before ? last : first + "”到“" + last;
  finding.reason =
      !parts.is_cut_behind
          ? Label{"从“{detail}”开始，前面的部分不在文件里", "begins with “{detail}”; what comes before is not in it"}
      : !parts.is_cut_before
          ? Label{"到“{detail}”为止，后面的部分不在文件里", "ends with “{detail}”; what follows is not in it"}
          : Label{"只有从“{detail}”的部分，前面和后面都不在文件里",
                  "holds only “{detail}”; what comes before and what follows is not in it"};
  for (const CellInfo& cell : cells) {
    const bool is_absent = subject.reading()->sources[cell.index].state == CellState::absent;
    if (is_absent && (parts.is_cut_off(cell.table_info().section) || parts.is_row_cut_off(cell.row))) {
      finding.cells.push_back(subject.cell_value(cell.index));
    } else if (!is_absent && parts.is_cut_behind && cell.row == parts.last_row) {
      finding.place = subject.reading()->sources[cell.index].place;
    }
  }
}

/// Whether a text that belongs into a section without a heading stands before or behind it.
inline bool has_text_for(const Subject& subject, int section) {
  constexpr std::size_t shortest = 900;  // bytes: longer than what introductions tell
  const Narrative& narrative = subject.report().narrative;
  switch (section) {
    case 1:
      return narrative.preamble.size() >= shortest;
    case 5:
      return contains_any(subject.reading()->table_text, {"存在的问题", "存在问题", "主要问题", "不足"}) &&
             contains_any(subject.reading()->table_text, {"改进", "下一步", "加强"});
    case 6:
      return contains_any(narrative.problems_and_improvements, {"信息处理费", "其他需要报告", "其他需要说明"});
    default:
      return false;
  }
}

inline void sections_present(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
    return;
  }
  const Parts parts = parts_of(subject);
  int last = 0;  // the section that came last in the document
  for (const SectionInfo& section : sections) {
    const auto number = static_cast<std::size_t>(section.number);
    const Heading* heading = parts.heading[number];
    const auto tell = [&](const Place& place, Label reason, bool is_wording = false) {
      Finding& finding = verdicts.violated_at(place, std::string(section.heading.zh));
      finding.severity = is_wording ? Severity::info : finding.severity;
      finding.reason = reason;
    };
    const bool begins_behind_heading = parts.is_cut_before && section.number == parts.first && heading == nullptr;
    if (parts.is_cut_off(section.number) || begins_behind_heading) {
      continue;
    }
    if (heading == nullptr && parts.has_rows[number]) {
      tell({}, {"的表格在，没有找到它的标题", "has its table, but its heading was not found"}, true);
    } else if (heading == nullptr && has_text_for(subject, section.number)) {
      tell({},
           {"没有找到标题，看来文字并在相邻的部分里", "has no heading; its text seems to stand in the part beside it"},
           true);
    } else if (heading == nullptr) {
      tell({}, {"缺失", "is missing"});
    } else if (heading->is_by_number) {
      tell(heading->place,
           {"的标题用了别的文字，请改用统一格式的标题", "has a heading of its own wording; use the form's"}, true);
    } else if (const int order = static_cast<int>(heading - subject.reading()->headings.data()) + 1; order < last) {
      tell(heading->place, {"不在应有的位置", "is out of place"});
    } else {
      last = order;
      verdicts.held();
    }
  }
  if (const std::string_view announced = announced_parts(subject.report().narrative.preamble); !announced.empty()) {
    Finding& finding = verdicts.violated_at({}, std::string(announced));
    finding.severity = Severity::info;
    finding.reason = {"（前言所说）与格式的六个部分不符", "(as the introduction says) is not the form's six"};
  }
}

/// A table is named once: not where the section, or all that follows, is missing.
inline void table_missing(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
    return;
  }
  const Parts parts = parts_of(subject);
  const std::vector<Note>& notes = subject.reading()->notes;
  const bool any_picture =
      std::any_of(notes.begin(), notes.end(), [](const Note& note) { return note.kind == NoteKind::picture; });
  const auto first_row_of = [](std::size_t table) {
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const RowInfo& row) { return row.table == table; });
    return static_cast<std::size_t>(first - rows.begin());
  };
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (subject.edition() != Edition::unknown && !has(tables[i].editions, subject.edition())) {
      continue;
    }
    if (parts.has_table[i]) {
      verdicts.held();
    } else if (parts.has(tables[i].section) && !parts.is_table_cut_off(i, first_row_of(i))) {
      Finding& finding = verdicts.violated_at({}, std::string(tables[i].title.zh));
      finding.reason =
          any_picture ? Label{"如果表格是图片，请换成文字表格。", " If it is a picture, replace it by a table of text."}
                      : Label{};
    }
  }
}

}  // namespace gongkai::rules
