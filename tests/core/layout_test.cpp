// The printed tables hold every cell of their edition once, in grids without holes or overlaps.
#include "gongkai/model/layout.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace gongkai;

namespace {

/// How often each place of the grid is covered; every span stays inside it.
std::vector<int> covered(const LayoutTable& table) {
  std::vector<int> places(table.rows.size() * table.columns);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::size_t column = 0;
    for (const LayoutCell& cell : table.rows[row]) {
      while (column < table.columns && places[row * table.columns + column] != 0) {
        ++column;
      }
      for (std::size_t i = 0; i < cell.row_span; ++i) {
        for (std::size_t k = 0; k < cell.column_span; ++k) {
          REQUIRE(row + i < table.rows.size());
          REQUIRE(column + k < table.columns);
          ++places[(row + i) * table.columns + column + k];
        }
      }
      column += cell.column_span;
    }
  }
  return places;
}

}  // namespace

TEST_CASE("every cell of the edition is printed once, and every grid is whole") {
  for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
    std::set<std::uint16_t> printed;
    for (const LayoutTable& table : form_layout(edition)) {
      for (const int times : covered(table)) {
        CHECK(times == 1);
      }
      for (const auto& row : table.rows) {
        for (const LayoutCell& cell : row) {
          if (cell.kind == LayoutCell::Kind::number) {
            CHECK(printed.insert(cell.cell).second);
            CHECK(has(cells[cell.cell].editions, edition));
            CHECK(cells[cell.cell].row_info().table == table.table);
          } else {
            CHECK_FALSE(cell.text.zh.empty());
            CHECK_FALSE(cell.text.en.empty());
          }
        }
      }
    }
    CHECK(printed.size() == (edition == Edition::form_2019 ? 198 : 200));
  }
}

TEST_CASE("section three prints its groups as the form does") {
  const std::vector<LayoutTable> tables_2021 = form_layout(Edition::form_2021);
  const LayoutTable& requests = tables_2021[4];
  CHECK(requests.rows.size() == 3 + 25);
  CHECK(requests.rows[0][0].text.zh == balance_note.zh);
  CHECK(requests.rows[5][0].text.zh == "三、本年度办理结果");
  CHECK(requests.rows[5][0].row_span == 22);
  CHECK(requests.rows[7][0].text.zh == "（三）不予公开");
  CHECK(requests.rows[7][0].row_span == 8);
  CHECK(requests.rows.back()[0].column_span == 3);
  const LayoutTable requests_2019 = form_layout(Edition::form_2019)[5];
  CHECK(requests_2019.rows[5][0].row_span == 20);
}

TEST_CASE("every head of a group has its English") {
  for (const RowInfo& row : rows) {
    for (const std::string_view group : layout_detail::Form::groups_of(static_cast<std::size_t>(&row - rows.data()))) {
      CHECK(group_label(group).en != group);
    }
  }
}
