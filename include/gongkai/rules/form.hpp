// The rules about how the document follows the official form: its rows, its labels, its edition.
#pragma once

#include <algorithm>
#include <array>

#include "gongkai/rule.hpp"
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
/// Whether rows of a table of the form were found: one that is missing as a whole is a finding of its own.
inline std::array<bool, tables.size()> tables_found(const Reading& reading) {
  std::array<bool, tables.size()> found{};
  for (const CellInfo& cell : cells) {
    const CellState state = reading.sources[cell.index].state;
    found[cell.row_info().table] =
        found[cell.row_info().table] || (state != CellState::absent && state != CellState::not_in_form);
  }
  return found;
}

/// One cause is one finding: the rows that a table lacks, or whose numbers ran together or stand apart, are one where they
/// are many.
inline void unread_row(const Subject& subject, Verdicts& verdicts) {
  report_notes(
      subject, verdicts,
      {NoteKind::row_length, NoteKind::doubtful, NoteKind::unlabelled_row, NoteKind::loose_number, NoteKind::inferred});
  if (subject.reading() == nullptr || is_before_the_form(subject.report().about)) {
    return;
  }
  constexpr std::size_t most_alone = 3;
  const std::array<bool, tables.size()> found = tables_found(*subject.reading());
  for (const NoteKind kind : {NoteKind::row_missing, NoteKind::fused, NoteKind::torn_row}) {
    for (std::size_t table = 0; table < tables.size(); ++table) {
      const auto is_wanted = [&](const Note& note) {
        return note.kind == kind && note.cell < 0 && note.row >= 0 && found[table] &&
               rows[static_cast<std::size_t>(note.row)].table == table;
      };
      const std::vector<Note>& notes = subject.reading()->notes;
      const auto count = static_cast<std::size_t>(std::count_if(notes.begin(), notes.end(), is_wanted));
      Finding* finding = nullptr;
      for (const Note& note : notes) {
        if (!is_wanted(note)) {
          continue;
        }
        if (finding == nullptr || count <= most_alone) {
          finding =
              &verdicts.violated_at(note.place, count <= most_alone ? note.text : std::string(tables[table].title.zh));
          finding->reason = describe(kind);
        }
        for (const CellInfo& cell : cells) {
          if (cell.row == note.row &&
              (subject.edition() == Edition::unknown || has(cell.editions, subject.edition()))) {
            finding->cells.push_back(subject.cell_value(cell.index));
          }
        }
      }
    }
  }
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
