// The catalogue and the structs list the same cells, and keys are their names everywhere.
#include "gongkai/catalog.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <tuple>

using namespace gongkai;

TEST_CASE("the form has 226 number cells: 172 in both editions, 26 only in 2019, 28 only in 2021") {
  int both = 0, only_2019 = 0, only_2021 = 0;
  for (const CellInfo& cell : cells) {
    both += cell.editions == Editions::both;
    only_2019 += cell.editions == Editions::form_2019;
    only_2021 += cell.editions == Editions::form_2021;
  }
  CHECK(cells.size() == 226);
  CHECK(both == 172);
  CHECK(only_2019 == 26);
  CHECK(only_2021 == 28);
}

TEST_CASE("every key finds its own cell and nothing else does") {
  std::set<std::string_view> keys;
  for (const CellInfo& cell : cells) {
    CHECK(keys.insert(cell.key).second);
    REQUIRE(find_cell(cell.key) != nullptr);
    CHECK(find_cell(cell.key)->index == cell.index);
  }
  CHECK(find_cell("") == nullptr);
  CHECK(find_cell("requests.received") == nullptr);
  CHECK(find_cell("requests.received.totals") == nullptr);
  CHECK(find_cell("requests.received.total ") == nullptr);
}

TEST_CASE("a key is the path of a member") {
  Report report;
  report.requests.outcomes.denied.state_secret.natural_person = 4;
  report.disclosure.fees.amount = Money::yuan(3);
  report.litigation.after_review.pending = 9;
  CHECK(cell(report, "requests.outcomes.denied.state_secret.natural_person") == 4);
  CHECK(cell(report, "disclosure.fees.amount") == 300);
  CHECK(cell(report, "litigation.after_review.pending") == 9);
  CHECK(cell(report, "requests.received.total") == std::nullopt);
  CHECK(cell(report, "no.such.cell") == std::nullopt);
}

TEST_CASE("what is set by index is read by member, and blank again when it is cleared") {
  Report report;
  for (const CellInfo& info : cells) {
    set_cell(report, info.index, 1000 + info.index);
  }
  for_each_cell(report, [](const CellInfo& info, auto& value) {
    CHECK(value.get() == 1000 + info.index);
    CHECK(info.is_money == std::is_same_v<std::remove_reference_t<decltype(value)>, Money>);
  });
  for (const CellInfo& info : cells) {
    set_cell(report, info.index, std::nullopt);
  }
  CHECK(static_cast<const Figures&>(report) == Figures{});
  CHECK_THROWS_AS(set_cell(report, 0, Count::limit + 1), std::out_of_range);
}

TEST_CASE("the official form has each position once, in the order it is printed") {
  for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
    std::set<std::tuple<int, int, int>> seen;
    for (const CellInfo& info : cells) {
      const Position at = info.position(edition);
      CHECK((at.row >= 0) == has(info.editions, edition));
      if (at.row >= 0) {
        CHECK(seen.emplace(info.row_info().table, at.row, at.column).second);
      }
    }
    CHECK(seen.size() == (edition == Edition::form_2019 ? 198 : 200));
  }
  const CellInfo& last = *find_cell("litigation.after_review.total");
  CHECK(last.position(Edition::form_2021).row == 0);
  CHECK(last.position(Edition::form_2021).column == 14);
  const CellInfo& carried_out = *find_cell("requests.carried_out.total");
  CHECK(carried_out.position(Edition::form_2019).row == 22);
  CHECK(carried_out.position(Edition::form_2021).row == 24);
  CHECK(carried_out.position(Edition::form_2021).column == 6);
}

TEST_CASE("every cell has labels, a unit and a legal basis in both languages") {
  for (const CellInfo& info : cells) {
    CHECK_FALSE(info.row_info().label.zh_2019.empty());
    CHECK_FALSE(info.row_info().label.en.empty());
    CHECK_FALSE(info.column_info().label.zh_2021.empty());
    CHECK_FALSE(info.column_info().label.en.empty());
    CHECK_FALSE(info.unit().zh.empty());
    CHECK_FALSE(info.basis().zh.empty());
    CHECK_FALSE(info.basis().en.empty());
  }
}

TEST_CASE("the text fields are found by key") {
  Report report;
  *text(report, "about.title") = "a";
  *text(report, "narrative.preamble") = "c";
  *text(report, "narrative.other_matters") = "b";
  CHECK(report.about.title == "a");
  CHECK(report.narrative.preamble == "c");
  CHECK(report.narrative.other_matters == "b");
  CHECK(text(report, "about.authority") == nullptr);
}

TEST_CASE("reports are equal when every part of them is") {
  Report a, b;
  CHECK(a == b);
  b.requests.carried_out.total = 0;
  CHECK_FALSE(a == b);
  a.requests.carried_out.total = 0;
  CHECK(a == b);
  b.extensions.push_back({"requests", "另外一行", {}, {"1"}});
  CHECK_FALSE(a == b);
}

TEST_CASE("a row or a group that the form does not have is none, or called as it stands") {
  CHECK(catalog_detail::find_row("requests.recieved") == catalog_detail::none);
  CHECK(catalog_detail::find_row("requests.received") < rows.size());
  CHECK(group_label("法人或其他组织").en == "Legal persons or other organizations");
  CHECK(group_label("另外一组").zh == "另外一组");
  CHECK(group_label("另外一组").en == "另外一组");
}
