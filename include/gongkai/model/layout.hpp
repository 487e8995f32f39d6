// The tables of the official form as they are printed: which label or number stands in which cell, spanning what.
//
// Made from the catalogue; whatever writes the form out walks this, and contains no label of its own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "gongkai/catalog.hpp"

namespace gongkai {

/// One cell of a printed table.
struct LayoutCell {
  enum class Kind : std::uint8_t {
    column_head,  ///< names the columns that it spans
    row_head,     ///< names the rows that it spans
    number,       ///< holds a cell of the form
  };
  Kind kind = Kind::number;
  Label text{};            ///< of a head
  std::uint16_t cell = 0;  ///< of a number: index into `cells`
  std::uint16_t row_span = 1, column_span = 1;
};

/// One printed table.
struct LayoutTable {
  std::uint8_t table = 0;       ///< index into `tables`
  std::uint16_t columns = 0;    ///< in its grid
  std::uint16_t head_rows = 0;  ///< rows of column heads at its top
  std::vector<std::vector<LayoutCell>> rows;
};

namespace layout_detail {

using Kind = LayoutCell::Kind;

struct Form {
  Edition edition;

  std::vector<std::size_t> rows_of(std::size_t table) const {
    std::vector<std::size_t> result;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row].table == table && has(rows[row].editions, edition)) {
        result.push_back(row);
      }
    }
    return result;
  }
  std::vector<std::size_t> columns_of(RowType type) const {
    std::vector<std::size_t> result;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (columns[column].type == type && has(columns[column].editions, edition)) {
        result.push_back(column);
      }
    }
    return result;
  }
  Label label(const EditionLabel& label) const { return {label.zh(edition), label.en}; }

  LayoutCell column_head(const Label& text, std::size_t column_span = 1, std::size_t row_span = 1) const {
    return {Kind::column_head, text, 0, static_cast<std::uint16_t>(row_span), static_cast<std::uint16_t>(column_span)};
  }
  LayoutCell row_head(const Label& text, std::size_t column_span = 1, std::size_t row_span = 1) const {
    return {Kind::row_head, text, 0, static_cast<std::uint16_t>(row_span), static_cast<std::uint16_t>(column_span)};
  }
  void add_numbers(std::vector<LayoutCell>& line, std::size_t row) const {
    for (const CellInfo& cell : cells) {
      if (cell.row == row && has(cell.editions, edition)) {
        line.push_back({Kind::number, {}, cell.index, 1, 1});
      }
    }
  }

  /// Section two: the table's title, the names of its columns, a line for each row.
  LayoutTable disclosure(std::size_t table) const {
    const std::vector<std::size_t> lines = rows_of(table);
    const std::vector<std::size_t> heads = columns_of(rows[lines.front()].type);
    LayoutTable result{static_cast<std::uint8_t>(table), static_cast<std::uint16_t>(heads.size() + 1), 2, {}};
    result.rows.push_back({column_head(tables[table].title, heads.size() + 1)});
    result.rows.push_back({column_head(information_head)});
    for (const std::size_t column : heads) {
      result.rows.back().push_back(column_head(label(columns[column].label)));
    }
    for (const std::size_t row : lines) {
      result.rows.push_back({row_head(label(rows[row].label))});
      add_numbers(result.rows.back(), row);
    }
    return result;
  }

  /// The groups that a row is in, outermost first.
  static std::vector<std::string_view> groups_of(std::size_t row) {
    std::vector<std::string_view> result;
    const std::string_view group = rows[row].group;
    for (std::size_t begin = 0; begin < group.size();) {
      const std::size_t end = std::min(group.find('/', begin), group.size());
      result.push_back(group.substr(begin, end - begin));
      begin = end + 1;
    }
    return result;
  }

  /// Section three: names of groups and rows in three columns, seven columns of numbers.
  LayoutTable requests(std::size_t table) const {
    constexpr std::size_t label_columns = 3;
    const std::vector<std::size_t> lines = rows_of(table);
    const std::vector<std::size_t> heads = columns_of(RowType::applicants);
    LayoutTable result{
        static_cast<std::uint8_t>(table), static_cast<std::uint16_t>(label_columns + heads.size()), 3, {}};
    result.rows.resize(3);
    result.rows[0] = {column_head(balance_note, label_columns, 3), column_head(applicants_head, heads.size())};
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const ColumnInfo& column = columns[heads[i]];
      if (column.group.empty()) {
        result.rows[1].push_back(column_head(label(column.label), 1, 2));
        continue;
      }
      if (i == 0 || columns[heads[i - 1]].group != column.group) {
        const auto same = std::count_if(heads.begin(), heads.end(),
                                        [&](std::size_t other) { return columns[other].group == column.group; });
        result.rows[1].push_back(column_head(group_label(column.group), static_cast<std::size_t>(same)));
      }
      result.rows[2].push_back(column_head(label(column.label)));
    }
    std::vector<std::string_view> open;  // the groups that the row before is in
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::vector<std::string_view> inside = groups_of(lines[i]);
      std::vector<LayoutCell>& line = result.rows.emplace_back();
      for (std::size_t depth = 0; depth < inside.size(); ++depth) {
        if (depth < open.size() &&
            std::equal(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(depth) + 1, open.begin())) {
          continue;
        }
        std::size_t span = 0;
        while (i + span < lines.size()) {
          const std::vector<std::string_view> others = groups_of(lines[i + span]);
          if (others.size() <= depth || others[depth] != inside[depth]) {
            break;
          }
          ++span;
        }
        line.push_back(row_head(group_label(inside[depth]), 1, span));
      }
      open = inside;
      line.push_back(row_head(label(rows[lines[i]].label), label_columns - inside.size()));
      add_numbers(line, lines[i]);
    }
    return result;
  }

  /// Section four: its rows side by side in one line.
  LayoutTable cases(std::size_t table) const {
    const std::vector<std::size_t> blocks = rows_of(table);
    const std::vector<std::size_t> heads = columns_of(RowType::cases);
    LayoutTable result{
        static_cast<std::uint8_t>(table), static_cast<std::uint16_t>(blocks.size() * heads.size()), 3, {}};
    result.rows.resize(4);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const RowInfo& block = rows[blocks[i]];
      if (block.group.empty()) {
        result.rows[0].push_back(column_head(label(block.label), heads.size(), 2));
      } else {
        if (i == 0 || rows[blocks[i - 1]].group != block.group) {
          const auto same = std::count_if(blocks.begin(), blocks.end(),
                                          [&](std::size_t other) { return rows[other].group == block.group; });
          result.rows[0].push_back(
              column_head(group_label(block.group), heads.size() * static_cast<std::size_t>(same)));
        }
        result.rows[1].push_back(column_head(label(block.label), heads.size()));
      }
      for (const std::size_t column : heads) {
        result.rows[2].push_back(column_head(label(columns[column].label)));
      }
      add_numbers(result.rows[3], blocks[i]);
    }
    return result;
  }
};

}  // namespace layout_detail

/// The tables of an edition of the form, in its order; of the 2021 edition where it is not known.
inline std::vector<LayoutTable> form_layout(Edition edition) {
  const layout_detail::Form form{edition == Edition::form_2019 ? edition : Edition::form_2021};
  std::vector<LayoutTable> result;
  for (std::size_t table = 0; table < tables.size(); ++table) {
    if (has(tables[table].editions, form.edition)) {
      result.push_back(tables[table].section == 2   ? form.disclosure(table)
                       : tables[table].section == 3 ? form.requests(table)
                                                    : form.cases(table));
    }
  }
  return result;
}

}  // namespace gongkai
