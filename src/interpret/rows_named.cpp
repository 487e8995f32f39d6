// The document as one folded text, in which a label is found wherever a layout broke it.
#include "interpret/rows_named.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "interpret/labels.hpp"
#include "interpret/running_text.hpp"
#include "text/sums_sheet.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

std::u16string folded_text(const Document& document, std::size_t first_block, std::size_t end_block) {
  std::u16string text;
  for (std::size_t i = first_block; i < end_block; ++i) {
    const Document::Block& block = document.blocks[i];
    if (block.kind == Document::BlockKind::paragraph) {
      append_letters(document.view(block.text), text);
    } else if (block.kind == Document::BlockKind::table) {
      for (const Document::Row& row : document.rows_of(block)) {
        const auto row_cells = document.cells_of(row);
        const bool is_of_sums = std::any_of(row_cells.begin(), row_cells.end(), [&](const Document::Cell& cell) {
          return sums::is_of_sheet(unicode::trim(document.view(cell.text)));
        });
        for (std::size_t c = 0; !is_of_sums && c < row_cells.size(); ++c) {
          append_letters(document.view(row_cells[c].text), text);
        }
      }
    }
  }
  return text;
}

std::u16string letters_of(std::string_view text) {
  std::u16string result;
  append_letters(text, result);
  return result;
}

/// What stands above the rows of a table of section two: its caption and the heads of its columns.
std::vector<std::u16string> heads_above(const RowInfo& row) {
  std::vector<std::u16string> heads{letters_of(tables[row.table].title.zh)};
  for (const ColumnInfo& column : columns) {
    if (column.type == row.type) {
      heads.push_back(letters_of(column.label.zh_2019));
      heads.push_back(letters_of(column.label.zh_2021));
    }
  }
  return heads;
}

/// A label of a row; in section two with what stands above the row.
struct NamedRow {
  std::int16_t row;
  std::u16string label;
  std::vector<std::u16string> heads;
};

/// Every label of every row, of letters alone: made once, for it takes longer than to read a short report.
const std::vector<NamedRow>& named_rows() {
  static const std::vector<NamedRow> made = [] {
    std::vector<NamedRow> all;
    for (const Labels::RowLabel& label : Labels::instance().row_labels()) {
      const RowInfo& row = rows[static_cast<std::size_t>(label.row)];
      const bool is_in_two = tables[row.table].section == 2;
      all.push_back(
          {label.row, gongkai::letters_of(label.text), is_in_two ? heads_above(row) : std::vector<std::u16string>()});
    }
    return all;
  }();
  return made;
}

/// Whether the label stands close behind a head of its table, or anywhere where the caption does.
bool is_below_head(std::u16string_view text, const NamedRow& row) {
  constexpr std::size_t shortest = 4;
  const std::u16string_view label = row.label;
  const std::vector<std::u16string>& heads = row.heads;
  if (label.size() >= shortest && text.find(heads[0]) != std::u16string_view::npos &&
      text.find(label) != std::u16string_view::npos) {
    return true;
  }
  constexpr std::size_t farthest = 150;  // letters: another row and its numbers may stand between
  for (std::size_t at = text.find(label); at != std::u16string_view::npos; at = text.find(label, at + 1)) {
    const std::size_t begin = at - std::min(at, farthest);
    const std::u16string_view before = text.substr(begin, at - begin);
    if (std::any_of(heads.begin(), heads.end(), [&](const std::u16string& head) {
          return !head.empty() && before.find(head) != std::u16string_view::npos;
        })) {
      return true;
    }
  }
  return false;
}

}  // namespace

RowsNamed rows_named(const Document& document, std::size_t first_block, std::size_t end_block) {
  constexpr std::size_t shortest = 6;  // letters of a label of the table of requests that nothing else is written with
  constexpr std::size_t fewest = 5;    // of them, where the table is there
  RowsNamed named{};
  const std::u16string text = folded_text(document, first_block, end_block);
  std::size_t requests = 0;
  for (const NamedRow& wanted : named_rows()) {
    const auto row = static_cast<std::size_t>(wanted.row);
    if (!wanted.heads.empty()) {
      named[row] = named[row] || is_below_head(text, wanted);
    } else if (rows[row].type == RowType::applicants && !named[row]) {
      named[row] = text.find(wanted.label) != std::u16string::npos;
      requests += named[row] && wanted.label.size() >= shortest;
    }
  }
  const bool has_cases =
      text.find(case_heads) != std::u16string::npos ||
      (text.find(u"未经复议直接起诉") != std::u16string::npos && text.find(u"复议后起诉") != std::u16string::npos);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    named[row] = rows[row].type == RowType::cases        ? has_cases
                 : rows[row].type == RowType::applicants ? named[row] && requests >= fewest
                                                         : named[row];
  }
  return named;
}

}  // namespace gongkai
