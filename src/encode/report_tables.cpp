// The official tables of a report, and those for what it holds beyond them.
#include "encode/report_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gongkai {

std::string section_title(const SectionInfo& section, Language language) {
  constexpr std::array<std::string_view, sections.size()> numbers{"一", "二", "三", "四", "五", "六"};
  return language == Language::zh
             ? fmt::format("{}、{}", numbers[static_cast<std::size_t>(section.number) - 1], section.heading.zh)
             : fmt::format("{}. {}", section.number, section.heading.en);
}

const std::vector<LayoutTable>& report_layout(Edition edition) {
  static const std::array layouts{form_layout(Edition::form_2019), form_layout(Edition::form_2021)};
  return layouts[edition == Edition::form_2019 ? 0 : 1];
}

std::string written_number(const CellInfo& cell, std::int64_t number, Language language) {
  const Label unit = cell.unit();
  const bool is_in_head = cell.column_info().label.zh_2021.find(unit.zh) != std::string_view::npos;
  const bool needs_unit = cell.is_money && language == Language::zh && !is_in_head;
  return form_text(cell, number).append(needs_unit ? unit.zh : std::string_view());
}

std::vector<LayoutTable> tables_outside_edition(const Report& report, std::uint8_t table) {
  const Edition own = report.about.edition == Edition::form_2019 ? Edition::form_2019 : Edition::form_2021;
  const Edition other = own == Edition::form_2019 ? Edition::form_2021 : Edition::form_2019;
  const auto is_filled = [&](const LayoutCell& cell) {
    return cell.kind == LayoutCell::Kind::number && !has(cells[cell.cell].editions, own) &&
           gongkai::cell(report, cell.cell).has_value();
  };
  bool any = false;
  for (const CellInfo& cell : cells) {
    any = any || (cell.row_info().table == table && !has(cell.editions, own) && gongkai::cell(report, cell.index));
  }
  std::vector<LayoutTable> result;
  if (!any) {
    return result;
  }
  for (const LayoutTable& official : report_layout(other)) {
    if (official.table != table) {
      continue;
    }
    LayoutTable part{official.table, official.columns, official.head_rows, {}};
    part.rows.assign(official.rows.begin(), official.rows.begin() + official.head_rows);
    for (std::size_t row = official.head_rows; row < official.rows.size(); ++row) {
      if (std::none_of(official.rows[row].begin(), official.rows[row].end(), is_filled)) {
        continue;
      }
      std::vector<LayoutCell> line;
      std::size_t label_columns = official.columns;
      for (const LayoutCell& cell : official.rows[row]) {
        label_columns -= cell.kind == LayoutCell::Kind::number;
      }
      for (const LayoutCell& cell : official.rows[row]) {
        if (cell.kind == LayoutCell::Kind::number) {
          line.push_back(cell);
        } else if (&cell + 1 == official.rows[row].data() + official.rows[row].size() ||
                   (&cell + 1)->kind == LayoutCell::Kind::number) {  // the row's own label, without its groups
          line.push_back({cell.kind, cell.text, 0, 1, static_cast<std::uint16_t>(label_columns)});
        }
      }
      part.rows.push_back(std::move(line));
    }
    result.push_back(std::move(part));
  }
  return result;
}

std::vector<std::vector<PlacedCell>> placed_rows(const LayoutTable& table) {
  struct Cover {
    const LayoutCell* cell = nullptr;
    std::size_t until = 0;  ///< the row behind the last one covered
  };
  std::vector<Cover> covers(table.columns);  // for each column where a cell begins
  std::vector<std::vector<PlacedCell>> result;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<PlacedCell>& line = result.emplace_back();
    auto next = table.rows[row].begin();
    for (std::uint16_t column = 0; column < table.columns;) {
      if (covers[column].until > row) {
        line.push_back({covers[column].cell, column, true});
      } else if (next != table.rows[row].end()) {
        covers[column] = {&*next, row + next->row_span};
        line.push_back({&*next++, column, false});
      } else {
        break;
      }
      column = static_cast<std::uint16_t>(column + line.back().cell->column_span);
    }
  }
  return result;
}

std::vector<ExtensionTable> extension_tables(const Report& report, std::string_view table) {
  std::vector<ExtensionTable> result;
  for (const ExtensionRow& row : report.extensions) {
    if (row.table != table) {
      continue;
    }
    if (result.empty() || result.back().columns != row.columns) {
      result.push_back({row.columns, {}});
    }
    result.back().rows.push_back(&row);
  }
  return result;
}

std::vector<std::vector<std::string>> ExtensionTable::as_text() const {
  std::vector<std::vector<std::string>> result{{std::string(information_head.zh)}};
  result[0].insert(result[0].end(), columns.begin(), columns.end());
  for (const ExtensionRow* row : rows) {
    std::vector<std::string>& line = result.emplace_back(std::vector<std::string>{row->label});
    line.insert(line.end(), row->values.begin(), row->values.end());
  }
  return result;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) {
      lines.push_back(text.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return lines;
}

}  // namespace gongkai
