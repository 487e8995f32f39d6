// What every writer of the form needs beside the layout: the official tables, and what a report holds beyond them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gongkai/message.hpp"
#include "gongkai/model/layout.hpp"
#include "gongkai/report.hpp"

namespace gongkai {

/// The heading of a section with its number: "一、总体情况".
std::string section_title(const SectionInfo& section, Language language);

/// form_layout() of the edition, made once.
const std::vector<LayoutTable>& report_layout(Edition edition);

/// The number of a cell as a table of the form shows it. Where no head names the unit of money, as the form of 2019 has it,
/// the number does.
std::string written_number(const CellInfo& cell, std::int64_t number, Language language = Language::zh);

/// The part of another edition's layout of a table that the report fills all the same: a 2021 report with one row
/// 其他处理. Empty where there is none.
std::vector<LayoutTable> tables_outside_edition(const Report& report, std::uint8_t table);

/// A cell of a printed table in its place: from which column of the grid on, and whether it is only what a cell from the
/// row above still covers.
struct PlacedCell {
  const LayoutCell* cell;
  std::uint16_t column;
  bool is_continued;
};
/// The rows of the table, each covering its whole width.
std::vector<std::vector<PlacedCell>> placed_rows(const LayoutTable& table);

/// Extension rows of one table of the form that stood under the same heads.
struct ExtensionTable {
  std::vector<std::string> columns;
  std::vector<const ExtensionRow*> rows;

  /// Head and rows as a table of texts, the labels first.
  std::vector<std::vector<std::string>> as_text() const;
};
std::vector<ExtensionTable> extension_tables(const Report& report, std::string_view table);

/// The lines of a text that are not empty: a paragraph each.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace gongkai
