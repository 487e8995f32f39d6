// The rules about single cells: what may stand in one.
#pragma once

#include "gongkai/rule.hpp"
#include "gongkai/rules/equations.hpp"

namespace gongkai::rules {

inline constexpr CellSet signed_cells = [] {
  CellSet set;
  for (const CellInfo& cell : cells) {
    if (cell.is_signed) {
      set.add(cell.index);
    }
  }
  return set;
}();

inline void non_negative(const Subject& subject, Verdicts& verdicts) {
  const CellSet wrong = subject.negative() - signed_cells;
  verdicts.held(cell_count - (subject.blank() | signed_cells).size() - wrong.size());
  wrong.for_each([&](std::size_t cell) { verdicts.violated(std::array{cell}).left = subject.value(cell); });
}

/// Adds the cells that a note is of to a finding.
inline void add_cells(const Subject& subject, const Note& note, Finding& finding) {
  if (note.cell >= 0) {
    finding.cells.push_back(subject.cell_value(static_cast<std::size_t>(note.cell)));
    return;
  }
  for (const CellInfo& cell : cells) {
    if (cell.row == note.row && (subject.edition() == Edition::unknown || has(cell.editions, subject.edition()))) {
      finding.cells.push_back(subject.cell_value(cell.index));
    }
  }
}

/// One finding for each note that is wanted.
template <class Wanted>
void report_notes_that(const Subject& subject, Verdicts& verdicts, Wanted is_wanted) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
    return;
  }
  bool any = false;
  for (const Note& note : subject.reading()->notes) {
    if (!is_wanted(note)) {
      continue;
    }
    any = true;
    Finding& finding = verdicts.violated_at(note.place, note.text);
    finding.reason = describe(note.kind);
    add_cells(subject, note, finding);
  }
  if (!any) {
    verdicts.held();
  }
}
inline void report_notes(const Subject& subject, Verdicts& verdicts, std::initializer_list<NoteKind> kinds) {
  report_notes_that(subject, verdicts, [kinds](const Note& note) {
    return std::find(kinds.begin(), kinds.end(), note.kind) != kinds.end();
  });
}

/// Whether the text of a cell is something else than a number in the report itself (详见附件, 若干, 10余件, #REF!), and not
/// what became of a number on the way: letters for digits, digits run together, or a sentence from elsewhere.
inline bool says_words(std::string_view text) {
  constexpr std::size_t longest = 60;  // bytes
  if (text.starts_with("#")) {         // what spreadsheets show for a broken formula
    return text.size() > 1;
  }
  bool any_ideograph = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') {
      return false;
    }
    any_ideograph = any_ideograph || (byte >= 0xe4 && byte <= 0xe9);
  }
  constexpr std::string_view marks[] = {"。", "，", "；", "|", "\ufffd"};
  return any_ideograph && text.size() <= longest &&
         std::none_of(std::begin(marks), std::end(marks),
                      [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// Whether the text is a label of the form, which came into a cell from elsewhere.
inline bool is_label_of_form(std::string_view text) {
  const auto is_label = [&](const EditionLabel& label) { return label.zh_2019 == text || label.zh_2021 == text; };
  return std::any_of(rows.begin(), rows.end(), [&](const RowInfo& row) { return is_label(row.label); }) ||
         std::any_of(columns.begin(), columns.end(),
                     [&](const ColumnInfo& column) { return is_label(column.label); }) ||
         std::any_of(std::begin(groups), std::end(groups), [&](const Label& group) { return group.zh == text; });
}

/// Whether a note on a single cell is of what the report says there; else it is of what could not be read.
inline bool is_of_report(const Note& note) {
  return note.kind == NoteKind::unparsable && says_words(note.text) && !is_label_of_form(note.text);
}
inline bool is_unread_cell(const Note& note) {
  const bool is_unread =
      note.kind == NoteKind::unparsable || note.kind == NoteKind::fused || note.kind == NoteKind::out_of_range;
  return is_unread && note.cell >= 0 && !is_of_report(note);
}

inline void integer(const Subject& subject, Verdicts& verdicts) {
  report_notes(subject, verdicts, {NoteKind::not_integer});
}
inline void unparsable(const Subject& subject, Verdicts& verdicts) {
  report_notes_that(subject, verdicts, [](const Note& note) { return note.cell >= 0 && is_of_report(note); });
}

inline void uncalculated(const Subject& subject, Verdicts& verdicts) {
  report_notes(subject, verdicts, {NoteKind::uncalculated});
}

/// The cells of a section of the form.
constexpr CellSet cells_of_section(int section) {
  CellSet set;
  for (const CellInfo& cell : cells) {
    if (cell.table_info().section == section) {
      set.add(cell.index);
    }
  }
  return set;
}

/// Totals left blank though something is written of what they add up: in their row or, of a total of outcomes, their
/// column.
inline CellSet blank_totals(const Subject& subject) {
  CellSet result;
  const CellSet missing = subject.missing() - subject.unread();
  for (std::size_t i = 0; i < equations.size(); ++i) {
    if (equations[i].kind != Equation::Kind::balance && missing.has(equations[i].total()) &&
        !(equation_sets[i] - (subject.blank() - subject.unread())).empty()) {
      result.add(equations[i].total());
    }
  }
  return result;
}

/// One finding for each blank total; of many in one section, which have one cause, one that names them all.
inline void blank_total(const Subject& subject, Verdicts& verdicts) {
  if (subject.edition() == Edition::unknown) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  constexpr std::size_t most = 3;
  static constexpr std::array table_sections{cells_of_section(3), cells_of_section(4)};
  const CellSet blank = blank_totals(subject);
  for (const CellSet& section : table_sections) {
    const CellSet mine = blank & section;
    if (mine.size() > most) {
      Finding& finding = verdicts.violated();
      finding.reason = {"这些合计都没有填", "these totals are blank"};
      mine.for_each([&](std::size_t cell) { finding.cells.push_back(subject.cell_value(cell)); });
      finding.place = finding.cells.front().place;
      continue;
    }
    mine.for_each([&](std::size_t cell) {
      Finding& finding = verdicts.violated(std::array{cell});
      const Bounds sum = bounds_of(subject, cell);
      finding.left = sum.low;
      finding.left_is_bound = !sum.is_exact;
      finding.reason = {"合计没有填，所列各项相加是{left}", "the total is blank; its parts add up to {left}"};
    });
  }
  if (blank.empty()) {
    verdicts.held();
  }
}

/// The table of requests filled in its last column only.
inline void only_totals(const Subject& subject, Verdicts& verdicts) {
  if (subject.edition() == Edition::unknown) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  const CellSet totals = totals_alone(subject);
  if (totals.empty()) {
    verdicts.held();
    return;
  }
  Finding& finding = verdicts.violated();
  totals.for_each([&](std::size_t cell) { finding.cells.push_back(subject.cell_value(cell)); });
  finding.left = static_cast<std::int64_t>(totals.size());
  finding.place = finding.cells.front().place;
}

/// The blank cells of the rows that only_totals() names.
inline CellSet parts_left_out(const Subject& subject) {
  CellSet parts;
  const CellSet totals = totals_alone(subject);
  for (std::size_t i = 0; i < equations.size() && !totals.empty(); ++i) {
    if (equations[i].kind == Equation::Kind::row && totals.has(equations[i].total())) {
      parts = parts | (equation_sets[i] - totals);
    }
  }
  return parts;
}

/// One finding for each section that has blank cells; a section with nothing but blanks is a warning. Blank totals of
/// what is filled in have findings of their own.
inline void blank(const Subject& subject, Verdicts& verdicts) {
  if (subject.edition() == Edition::unknown) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  static constexpr std::array table_sections{cells_of_section(2), cells_of_section(3), cells_of_section(4)};
  const CellSet missing = subject.missing() - subject.unread() - marked_as_none(subject);
  const CellSet elsewhere = blank_totals(subject) | parts_left_out(subject);
  verdicts.held((subject.in_edition() - subject.missing()).size());
  for (std::size_t i = 0; i < table_sections.size() && !missing.empty(); ++i) {
    const CellSet expected = (table_sections[i] & subject.in_edition()) - subject.unread();
    const CellSet empty = (expected & missing) - elsewhere;
    if (empty.empty()) {
      continue;
    }
    Finding& finding = verdicts.violated();
    if (empty.size() == expected.size()) {  // what a caller grades otherwise is graded when all is found
      finding.severity = Severity::warning;
    }
    finding.left = static_cast<std::int64_t>(empty.size());
    finding.reason = sections[i + 1].heading;
    finding.cells.reserve(empty.size());
    empty.for_each([&](std::size_t cell) { finding.cells.push_back(subject.cell_value(cell)); });
    finding.place = finding.cells.front().place;
  }
}

// clang-format off
inline constexpr Rule value_rules[] = {
  {"value.non_negative", Severity::error, Scope::report, Editions::both, Ground::arithmetic,
   {"件数、项数、金额的含义", "What counts and amounts are"},
   {"除“本年增/减”外，各格的数不能小于0。", "No cell is below 0, except the change of entries in the 2019 form."},
   {"“{cell}”填的是{left}，不能是负数。", "{cell} is {left}; it cannot be negative."},
   {"“行政处罚”填-3：件数不能是负数。", "Penalties: -3. A number of cases cannot be negative."}, non_negative},
  {"value.integer", Severity::error, Scope::document, Editions::both, Ground::arithmetic,
   {"件数、项数的含义", "What counts are"},
   {"除金额外，各格的数必须是整数。", "Every cell but the amounts of money is a whole number."},
   {"“{cell}”填的是“{detail}”，应当是整数。", "{cell} says “{detail}”; it must be a whole number."},
   {"“自然人”填62.5。", "Natural persons: 62.5."}, integer},
  {"value.blank", Severity::info, Scope::report, Editions::both, Ground::practice,
   {"空白与0不是一回事；“/”“-”“无”表示没有，不算空白", "Blank is not 0; “/”, “-” and “无” say none and are not blank"},
   {"每格都应填数，没有的填0。", "Every cell holds a number; 0 where there is none."},
   {"“{reason}”部分有{left}格空白。没有的请填0，以免被当作漏填。", "Section “{reason}” has {left} blank cells. Write 0 where there is none."},
   {"五类组织各列全部空白。", "All columns of organizations left blank."}, blank},
  {"value.blank_total", Severity::warning, Scope::report, Editions::both, Ground::practice,
   {"“总计”是一栏数，空白就看不出各项有没有填错", "A total is a number of the form; where it is blank nothing shows a slip among its parts"},
   {"有数的行和列，其总计都已填写。", "Wherever parts are filled in, their total is."},
   {"{cells}：{reason}。请核实后填上。", "{cells}: {reason}. Fill it in."},
   {"自然人5件、商业企业2件，“总计”空着。", "5 natural persons, 2 enterprises, and no total."}, blank_total},
  {"value.only_totals", Severity::warning, Scope::report, Editions::both, Ground::layout,
   {"表三各列按申请人类别填写", "Table three has a column for each kind of applicant"},
   {"表三各行写明各类申请人各有几件，不只填“总计”。", "The rows of table three say how many each kind of applicant asked for, not the total alone."},
   {"表三有{left}行只填了“总计”，申请人各列空白，各行各列的关系无法核对。请补填，没有的填0。", "Of {left} rows of table three only the total is filled in, so that rows and columns cannot be checked. Fill in the columns of applicants, 0 where there is none."},
   {"表三只有最后一列有数，其余各列全部空白。", "Only the last column of table three has numbers."}, only_totals},
  {"value.unparsable", Severity::error, Scope::document, Editions::both, Ground::practice,
   {"每格填一个数", "A cell holds one number"},
   {"每格只能是一个数（可带单位），不能写文字。", "A cell holds one number, with its unit at most, and no words."},
   {"“{detail}”不是一个数（{cells}）。请填数，没有的填0。", "“{detail}” is no number ({cells}). Write a number; 0 where there is none."},
   {"一格里写的是“详见附件”。", "A cell says “see the appendix”."}, unparsable},
  {"value.uncalculated", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"没有读出的内容一律列明，不作猜测", "What cannot be read is listed and never guessed"},
   {"表格里的公式在文件里存有结果。", "Every formula in a table has its result stored in the file."},
   {"“{detail}”是公式，文件里没有存下结果（{cells}）。请用Excel或WPS打开这个文件，保存后再读。", "“{detail}” is a formula whose result is not in the file ({cells}). Open the file in Excel or WPS, save it, and read it again."},
   {"由程序生成、没有用Excel打开过的工作簿里，“总计”是“=SUM(B2:G2)”。", "A total that is =SUM(B2:G2) in a workbook that no spreadsheet program has saved."}, uncalculated},
};
// clang-format on

}  // namespace gongkai::rules
