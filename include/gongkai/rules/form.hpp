// The rules about how the document follows the official form: its rows, its labels, its edition.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "gongkai/rule.hpp"
#include "gongkai/rules/document_parts.hpp"
#include "gongkai/rules/value.hpp"

namespace gongkai::rules {

/// What is beyond the form in an extension: the row or, where the form has the row, its one column.
inline std::string_view name_of(const ExtensionRow& extension) {
  const bool is_row_of_form = std::any_of(rows.begin(), rows.end(), [&](const RowInfo& row) {
    return row.label.zh_2019 == extension.label || row.label.zh_2021 == extension.label;
  });
  return is_row_of_form && extension.columns.size() == 1 ? extension.columns[0] : extension.label;
}

inline void unknown_row(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() != nullptr) {
    report_notes(subject, verdicts, {NoteKind::unknown_row});
    return;
  }
  for (const ExtensionRow& row : subject.report().extensions) {
    Finding& finding = verdicts.violated();
    finding.detail = name_of(row);
    finding.reason = describe(NoteKind::unknown_row);
  }
  if (subject.report().extensions.empty()) {
    verdicts.held();
  }
}
inline void label_variant(const Subject& subject, Verdicts& verdicts) {
  report_notes(subject, verdicts, {NoteKind::label_variant});
}
/// Notes that have one cause where they are many.
struct NoteGroup {
  NoteKind kind{};
  std::vector<const Note*> notes;
};

/// The titles of the tables that notes are of, or the first note's text where they are of none.
inline std::string titles_of(const std::vector<const Note*>& notes) {
  std::array<bool, tables.size()> seen{};
  std::string titles;
  for (const Note* note : notes) {
    const auto row = note->cell >= 0 ? cells[static_cast<std::size_t>(note->cell)].row : note->row;
    if (row >= 0 && !std::exchange(seen[rows[static_cast<std::size_t>(row)].table], true)) {
      titles.append(titles.empty() ? "" : "、").append(tables[rows[static_cast<std::size_t>(row)].table].title.zh);
    }
  }
  return titles.empty() ? notes.front()->text : titles;
}

/// One finding for each note of a group or, where they are many, one that names their tables and all their cells.
inline void report_group(const Subject& subject, Verdicts& verdicts, const NoteGroup& group) {
  constexpr std::size_t most_alone = 3;
  if (group.notes.size() <= most_alone) {
    for (const Note* note : group.notes) {
      Finding& finding = verdicts.violated_at(note->place, note->text);
      finding.reason = describe(group.kind);
      add_cells(subject, *note, finding);
    }
    return;
  }
  Finding& finding = verdicts.violated_at(group.notes.front()->place, titles_of(group.notes));
  finding.reason = describe(group.kind);
  finding.left = static_cast<std::int64_t>(group.notes.size());
  for (const Note* note : group.notes) {
    add_cells(subject, *note, finding);
  }
}

/// One cause is one finding: what a cut took is named by document.cut, a table that is missing by document.table_missing.
inline void unread_row(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
    return;
  }
  const Parts parts = parts_of(subject);
  NoteGroup groups[] = {{NoteKind::row_missing, {}},    {NoteKind::fused, {}},          {NoteKind::row_length, {}},
                        {NoteKind::doubtful, {}},       {NoteKind::unlabelled_row, {}}, {NoteKind::loose_number, {}},
                        {NoteKind::torn_row, {}},       {NoteKind::inferred, {}},       {NoteKind::inferred_alone, {}},
                        {NoteKind::inferred_stated, {}}};
  bool any = false;
  for (NoteGroup& group : groups) {
    for (const Note& note : subject.reading()->notes) {
      const auto row = static_cast<std::size_t>(note.row);
      const bool is_of_row = note.row >= 0 && note.kind != NoteKind::inferred;
      const bool is_named = note.cell >= 0 && note.kind == NoteKind::fused;  // by form.unread_cell
      const bool is_table_named = is_of_row && note.kind == NoteKind::row_missing &&
                                  (!parts.has_table[rows[row].table] || parts.is_table_cut_off(rows[row].table, row));
      const bool is_elsewhere = is_of_row && (parts.is_row_cut_off(row) || is_table_named);
      if (note.kind == group.kind && !is_named && !is_elsewhere) {
        group.notes.push_back(&note);
      }
    }
    any = any || !group.notes.empty();
    report_group(subject, verdicts, group);
  }
  if (!any) {
    verdicts.held();
  }
}

/// Cells whose text could not be read as a number though the report may well have one there.
inline void unread_cell(const Subject& subject, Verdicts& verdicts) {
  if (subject.reading() == nullptr) {
    verdicts.open(OpenReason::no_document);
    return;
  }
  NoteGroup group{NoteKind::unparsable, {}};
  for (const Note& note : subject.reading()->notes) {
    if (is_unread_cell(note)) {
      group.notes.push_back(&note);
    }
  }
  if (group.notes.empty()) {
    verdicts.held();
    return;
  }
  report_group(subject, verdicts, group);
}

inline void duplicate_row(const Subject& subject, Verdicts& verdicts) {
  report_notes(subject, verdicts, {NoteKind::duplicate_row});
}

/// Numbers in cells that the report's edition does not have: one finding for each such row.
inline void other_edition(const Subject& subject, Verdicts& verdicts) {
  if (subject.edition() == Edition::unknown) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  const CellSet filled = cells_of(Edition::unknown) - subject.in_edition() - subject.blank();
  if (filled.empty()) {
    verdicts.held();
    return;
  }
  const Edition other = subject.edition() == Edition::form_2019 ? Edition::form_2021 : Edition::form_2019;
  Finding* finding = nullptr;
  std::size_t row = rows.size();
  filled.for_each([&](std::size_t cell) {
    if (cells[cell].row != row) {
      row = cells[cell].row;
      finding = &verdicts.violated();
      finding->place = subject.cell_value(cell).place;
      finding->detail = rows[row].label.zh(other);
    }
    finding->cells.push_back(subject.cell_value(cell));
  });
}

// clang-format off
inline constexpr Rule form_rules[] = {
  {"form.unknown_row", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"全国统一格式的各行", "The rows of the national form"},
   {"表格里没有格式以外的行。", "The tables have no row beyond the form."},
   {"“{detail}”不是统一格式里的行，其数字已原样保留，不计入任何合计。", "“{detail}” is not a row of the form; its numbers are kept as written and count in no sum."},
   {"增加了“其他主动公开文件”一行。", "A row for other documents was added."}, unknown_row},
  {"form.other_edition", Severity::warning, Scope::report, Editions::both, Ground::layout,
   {"国办公开办函〔2019〕60号与〔2021〕30号两版格式", "The two editions of the form"},
   {"只填写本年度所用版本格式里的栏目。", "Only cells of the report's own edition are filled."},
   {"“{detail}”是另一版格式里的栏目（{cells}），数字已保留并计入合计，请改用本年度的格式。", "“{detail}” belongs to the other edition of the form ({cells}); its numbers are kept and counted. Use the form for the year."},
   {"2023年度报告的“（六）其他处理”仍为一行。", "A report for 2023 with row (6) in one line."}, other_edition},
  {"form.unread_row", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"没有读出的内容一律列明，不作猜测", "What cannot be read is listed and never guessed"},
   {"格式里的每一行都能在文件中找到并读出。", "Every row of the form is found and read."},
   {"“{detail}”：{reason}。按“未读出”处理的格子：{cells}。", "“{detail}”: {reason}. Cells that count as unread: {cells}."},
   {"文件转换后，行名与数字错开。", "After a conversion the labels came loose from their numbers."}, unread_row},
  {"form.unread_cell", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"没有读出的内容一律列明，不作猜测", "What cannot be read is listed and never guessed"},
   {"每格的内容都能读成一个数。", "What stands in each cell reads as one number."},
   {"“{detail}”没有能读成一个数，按“未读出”处理（{cells}）。请对照原件核实。", "“{detail}” was not read as a number; it counts as unread ({cells}). Compare with the original."},
   {"扫描识别的文字里，10成了“1O”。", "Text of a scan in which 10 became “1O”."}, unread_cell},
  {"form.duplicate_row", Severity::warning, Scope::document, Editions::both, Ground::layout,
   {"全国统一格式的各行", "The rows of the national form"},
   {"格式里的每一行只出现一次。", "Every row of the form stands there once."},
   {"“{detail}”一行出现了两次，以前一处的数字为准，请删去多余的一处。", "Row “{detail}” appears twice; the first counts. Delete the other."},
   {"“（一）予以公开”写了两行，数字不同。", "Row 3(1) stands there twice with different numbers."}, duplicate_row},
  {"form.label_variant", Severity::info, Scope::document, Editions::both, Ground::practice,
   {"全国统一格式的文字", "The wording of the national form"},
   {"行名、列名与统一格式一致。", "Labels are those of the form."},
   {"“{detail}”与统一格式的文字不同，已按相应栏目读取。", "“{detail}” differs from the form's wording; it was read as the cell it stands for."},
   {"“2.其他法律行政止公开”少了字。", "“2.其他法律行政止公开” lacks characters."}, label_variant},
};
// clang-format on

}  // namespace gongkai::rules
