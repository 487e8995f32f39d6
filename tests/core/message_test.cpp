// What a reader is told of a finding, in both languages: lists are cut and counted, what is not known is said to be so, and a place
// is named as the reader's own program names it.
#include "gongkai/message.hpp"

#include <doctest/doctest.h>

#include "gongkai/check.hpp"

using namespace gongkai;

namespace {

std::uint16_t cell(std::string_view key) {
  return find_cell(key)->index;
}
CellValue value(std::string_view key, std::optional<std::int64_t> number) {
  return {cell(key), number, {}};
}
constexpr Edition edition = Edition::form_2021;
constexpr Language zh = Language::zh, en = Language::en;

About about_2021() {
  About about;
  about.edition = edition;
  about.year = 2021;
  return about;
}
/// A rule that says nothing but this.
Rule rule_saying(Label message) {
  Rule rule = rule_catalog[0];
  rule.id = "own.rule";
  rule.message = message;
  return rule;
}

}  // namespace

TEST_CASE("Cells in a message: three of a row are named as the row, and none as not known") {
  const Rule rule = rule_saying({"{cells}", "{cells}"});
  Finding finding;
  CHECK(message(finding, rule, about_2021(), zh) == "不知属于哪几格");
  CHECK(message(finding, rule, about_2021(), en) == "not known which");
  finding.cells = {value("review.upheld", 1), value("requests.received.natural_person", 1),
                   value("requests.received.other", 2), value("requests.received.total", 3)};
  const std::string row = row_name(cells[cell("requests.received.total")], edition, zh);
  CHECK(message(finding, rule, about_2021(), zh).find("、“" + row + "”行3格") != std::string::npos);
  CHECK(message(finding, rule, about_2021(), en)
            .find("; " + row_name(cells[cell("requests.received.total")], edition, en) + ", 3 cells") !=
        std::string::npos);
}

TEST_CASE("A side that is not known is a question mark, and one that is a bound is “at least”") {
  const Rule rule = rule_saying({"{left}，{right}，{value}", "{left}, {right}, {value}"});
  Finding finding;
  finding.left = 5;
  finding.left_is_bound = true;
  finding.cells = {value("review.upheld", std::nullopt)};
  CHECK(message(finding, rule, about_2021(), zh) == "至少5，?，空白");
  CHECK(message(finding, rule, about_2021(), en) == "at least 5, ?, blank");
}

TEST_CASE("Figures of other reports: of many the first twenty, each with its body, and blanks are not known") {
  Finding finding;
  finding.cells = {value("review.upheld", 9)};
  finding.compared = {{"甲局", 2021, value("review.upheld", 5)}, {"乙局", 2021, value("review.upheld", std::nullopt)}};
  CHECK(compared_text(finding, edition, zh) == "甲局=5，乙局=不明");
  CHECK(compared_text(finding, edition, en) == "甲局=5; 乙局=not known");
  const std::string name_zh = cell_name(cells[cell("review.upheld")], edition, zh);
  const std::string name_en = cell_name(cells[cell("review.upheld")], edition, en);
  finding.compared[0].body.clear();  // last year's
  CHECK(compared_text(finding, edition, zh) == name_zh + "=5，乙局=不明");
  finding.cells.push_back(value("review.corrected", 1));  // several: each is named
  CHECK(compared_text(finding, edition, zh) == name_zh + "=5，乙局（" + name_zh + "）=不明");
  CHECK(compared_text(finding, edition, en) == name_en + "=5; 乙局 (" + name_en + ")=not known");
  finding.cells.pop_back();
  finding.compared.assign(20, {"甲局", 2021, value("review.upheld", 5)});
  CHECK(compared_text(finding, edition, en).find("in all") == std::string::npos);
  finding.compared.emplace_back(finding.compared.front());
  CHECK(compared_text(finding, edition, zh).find("……共21项") != std::string::npos);
  CHECK(compared_text(finding, edition, en).find("... 21 in all") != std::string::npos);
}

TEST_CASE("An explanation says whose figures were compared: last year's, or the bodies'") {
  const Rule& rule = *find_rule("rollup.sum");
  Finding finding;
  finding.rule = rule.id;
  finding.cells = {value("review.upheld", 9)};
  finding.compared = {{"甲局", 2021, value("review.upheld", 5)}};
  CHECK(explanation(finding, rule, about_2021(), zh).find("各单位：甲局=5。") != std::string::npos);
  CHECK(explanation(finding, rule, about_2021(), en).find(" Bodies: 甲局=5.") != std::string::npos);
  finding.compared[0].body.clear();
  CHECK(explanation(finding, rule, about_2021(), zh).find("上年报告：") != std::string::npos);
  CHECK(explanation(finding, rule, about_2021(), en).find(" Last year's report: ") != std::string::npos);
}

TEST_CASE("A waiver says how long it holds: until a day, or until a value moves") {
  Waiver waiver;
  waiver.reason = "known";
  waiver.author = "Li";
  waiver.date = {2024, 1, 2};
  CHECK(waiver_text(waiver, zh) == "已豁免：known（Li，2024-01-02起，至数变动时）");
  CHECK(waiver_text(waiver, en) == "Waived: known (Li, from 2024-01-02, until a value moves)");
  waiver.expiry = {2024, 12, 31};
  CHECK(waiver_text(waiver, zh) == "已豁免：known（Li，2024-01-02起，至2024-12-31）");
  CHECK(waiver_text(waiver, en) == "Waived: known (Li, from 2024-01-02, until 2024-12-31)");
}

TEST_CASE("A place is named as the program of its format names it") {
  Place place;
  CHECK(place_text(place, en).empty());
  place.page = 2;
  CHECK(place_text(place, zh) == "第2页");
  CHECK(place_text(place, en) == "page 2");
  CHECK(place_text(Place{0, 0, 2, 30, 0, 0}, zh) == "第2个表第30行");
  CHECK(place_text(Place{0, 0, 2, 30, 0, 0}, en) == "table 2, row 30");
  CHECK(place_text(Place{0, 0, 2, 30, 1, 0}, en) == "table 2, row 30, cell 1");
  place.line = 30;
  CHECK(place_text(place, zh) == "第2页，第30行");
  CHECK(place_text(place, en) == "page 2, line 30");
  place.table = 1;
  place.row = 4;
  place.cell = 5;
  CHECK(place_text(place, zh) == "第2页，第30行，第1个表第4行第5格");
  CHECK(place_text(place, en) == "page 2, line 30, table 1, row 4, cell 5");
  CHECK(place_text({0, 0, 1, 2, 3, 0}, en) == "table 1, row 2, cell 3");

  Reading workbook;
  workbook.decoding.format = Format::xlsx;
  workbook.sheets = {"年报"};
  place = {30, 28, 0, 0, 0, 1};
  CHECK(place_text(place, &workbook, zh) == "年报!AB30");
  place.page = 2;  // a sheet whose name is not known
  CHECK(place_text(place, &workbook, zh) == "第2张工作表!AB30");
  CHECK(place_text(place, &workbook, en) == "sheet 2!AB30");
  place.page = 0;
  CHECK(place_text(place, &workbook, en) == "sheet 0!AB30");
  place.column = 0;  // a whole row
  CHECK(place_text(place, &workbook, en) == "line 30");
  place.line = 0;
  CHECK(place_text(place, &workbook, en).empty());

  Reading document;
  document.decoding.format = Format::docx;
  CHECK(place_text({7, 0, 0, 0, 0, 0}, &document, zh) == "第7段");
  CHECK(place_text({7, 0, 0, 0, 0, 0}, &document, en) == "paragraph 7");
  CHECK(place_text({7, 0, 1, 2, 3, 0}, &document, en) == "line 7, table 1, row 2, cell 3");
  CHECK(place_text({0, 0, 1, 2, 3, 0}, &document, en) == "table 1, row 2, cell 3");
  CHECK(place_text({7, 0, 0, 0, 0, 0}, nullptr, en) == "line 7");
}

TEST_CASE("A note names its cell or its row in the reader's language, quotes what stood there once, and says where") {
  Note note;
  note.kind = NoteKind::unparsable;
  CHECK(message(note, edition, en) == "not a number");
  note.text = "五六";
  CHECK(message(note, edition, zh) == "不是数字：“五六”");
  note.row = static_cast<std::int16_t>(cells[cell("requests.received.total")].row);
  const RowInfo& row = rows[static_cast<std::size_t>(note.row)];
  CHECK(message(note, edition, zh) == std::string(row.label.zh(edition)) + "：不是数字：“五六”");
  CHECK(message(note, edition, en) == std::string(row.label.en) + ": not a number: “五六”");
  note.text = row.label.en;  // nothing new
  CHECK(message(note, edition, en) == std::string(row.label.en) + ": not a number");
  note.cell = static_cast<std::int16_t>(cell("requests.received.total"));
  note.place.line = 3;
  note.text.clear();
  CHECK(message(note, edition, en) ==
        cell_name(cells[cell("requests.received.total")], edition, en) + ": not a number (line 3)");
}

TEST_CASE("The cell that is most likely wrong is told with its slip, its witnesses and what it should say") {
  const Rule rule = rule_saying({"错。", "Wrong."});
  Finding finding;
  Suspect suspect;
  suspect.cell = cell("requests.received.other");
  suspect.low = suspect.high = 12;
  suspect.of = 1;
  suspect.slip = Slip::omitted;
  finding.suspects = {suspect};
  const std::string place = form_place(cells[suspect.cell], edition, zh),
                    place_en = form_place(cells[suspect.cell], edition, en);
  CHECK(message(finding, rule, about_2021(), zh) == "错。很可能是" + place + "：没有填，应为12。");
  CHECK(message(finding, rule, about_2021(), en) ==
        "Wrong. Most likely " + place_en + ": it is blank and should say 12.");
  finding.suspects[0].value = 21;
  finding.suspects[0].slip = Slip::digits_transposed;
  CHECK(message(finding, rule, about_2021(), en).find("it says 21 and should say 12 (") != std::string::npos);
  finding.suspects[0].of = 2;  // one of two that must change together, and nothing else says so
  CHECK(message(finding, rule, about_2021(), en) == "Wrong.");
  finding.suspects[0].witnesses = {{suspect.cell, WitnessKind::children, 12, {}}};
  CHECK(message(finding, rule, about_2021(), en).find(" says 12 too.") != std::string::npos);
  finding.suspects.push_back(finding.suspects[0]);  // two are backed: neither stands out
  CHECK(message(finding, rule, about_2021(), en) == "Wrong.");
  finding.suspects[1].witnesses.clear();
  CHECK(message(finding, rule, about_2021(), en).find(" says 12 too.") != std::string::npos);
  finding.suspects[0].high = 13;  // a range is no suggestion
  CHECK(message(finding, rule, about_2021(), en) == "Wrong.");
}

TEST_CASE("Findings of the same cause: three are told, without a second full stop, and more are counted") {
  const Rule rule = rule_saying({"错。", "Wrong."});
  Finding finding;
  Finding other;
  other.rule = "own.rule";  // of which the catalogue knows no words
  finding.same_cause = {other};
  CHECK(message(finding, rule, about_2021(), zh) == "错。同因：own.rule。");
  other.rule = "requests.row_total";
  other.cells = {value("requests.received.total", 5)};
  finding.same_cause.assign(3, other);
  const std::string three = message(finding, rule, about_2021(), en);
  CHECK(three.find("in all") == std::string::npos);
  CHECK(three.find("..") == std::string::npos);
  CHECK(three.find("; ") != std::string::npos);
  CHECK(message(finding, rule, about_2021(), zh).find("。；") == std::string::npos);
  finding.same_cause.push_back(other);
  CHECK(message(finding, rule, about_2021(), zh).find("；等共4处。") != std::string::npos);
  CHECK(message(finding, rule, about_2021(), en).find("; and others, 4 in all.") != std::string::npos);
}

TEST_CASE(
    "A finding keeps its name while its rule, its cells and their values stay, and has another when one of them "
    "moves") {
  Finding finding;
  finding.rule = "rollup.sum";
  finding.cells = {value("review.upheld", 9)};
  finding.compared = {{"甲局", 2021, value("review.upheld", 5)}};
  const std::string name = fingerprint(finding);
  CHECK(name.size() == 16);
  CHECK(fingerprint(finding) == name);
  finding.compared[0].cell.value = 6;
  const std::string other = fingerprint(finding);
  CHECK(other != name);
  finding.compared[0].cell.value.reset();
  CHECK(fingerprint(finding) != other);
  CHECK(fingerprint(finding) != name);
}
