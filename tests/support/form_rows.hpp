// A report as the rows of the form's tables, for tests that write it in some format and read it back.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/gongkai.hpp"
#include "gongkai/read.hpp"

namespace gongkai::testing {

/// A table of the form: the section it is in, and its rows of texts; a blank cell is an empty text.
struct FormTable {
  int section = 0;
  std::vector<std::vector<std::string>> rows;
};

/// A whole number of units of 10^-decimals, as decimal text.
inline std::string decimal_text(std::int64_t value, std::size_t decimals) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  if (digits.size() <= decimals) {
    digits.insert(0, decimals + 1 - digits.size(), '0');
  }
  digits.insert(digits.size() - decimals, ".");
  return (value < 0 ? "-" : "") + digits;
}

inline std::string cell_text(const Report& report, const CellInfo& info) {
  const auto value = cell(report, info.index);
  return !value                     ? std::string()
         : !info.is_money           ? std::to_string(*value)
         : info.unit().zh == "万元" ? decimal_text(*value, 6)
                                    : decimal_text(*value, 2);
}

inline std::vector<FormTable> form_tables(const Report& report, Edition edition) {
  std::vector<FormTable> result;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    FormTable& table = result.emplace_back();
    table.section = tables[t].section;
    const bool is_cases = tables[t].section == 4;
    std::vector<std::string> head, line;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows[r].table != t || !has(rows[r].editions, edition)) {
        continue;
      }
      std::vector<std::string> row{std::string(rows[r].label.zh(edition))};
      const bool is_first = head.empty();
      for (const CellInfo& info : cells) {
        if (info.row == r && has(info.editions, edition)) {
          if (is_first || is_cases) {
            head.emplace_back(info.column_info().label.zh(edition));
          }
          (is_cases ? line : row).push_back(cell_text(report, info));
        }
      }
      if (is_first && !is_cases) {
        table.rows.push_back(head);
        table.rows.back().insert(table.rows.back().begin(), t < 5 ? "信息内容" : "申请人情况");
      }
      if (!is_cases) {
        table.rows.push_back(std::move(row));
      }
    }
    if (is_cases) {
      table.rows = {head, line};
    }
  }
  return result;
}

/// The text of a heading as the form prints it.
inline std::string heading_text(const SectionInfo& section) {
  constexpr std::string_view numbers[] = {"一", "二", "三", "四", "五", "六"};
  return std::string(numbers[section.number - 1]) + "、" + std::string(section.heading.zh);
}

/// That every cell of the edition was read as it was written, a blank one as blank.
inline void check_every_cell(const Result<Reading>& reading, const Report& written, Edition edition) {
  CAPTURE((reading ? std::string() : reading.error().message_zh));
  REQUIRE(reading);
  CHECK(reading->report.about.edition == edition);
  for (const CellInfo& info : cells) {
    if (has(info.editions, edition)) {
      CAPTURE(info.key);
      const auto wanted = cell(written, info.index);
      CHECK(cell(reading->report, info.index) == wanted);
      CHECK(reading->sources[info.index].state == (wanted ? CellState::read : CellState::blank));
    }
  }
}

}  // namespace gongkai::testing
