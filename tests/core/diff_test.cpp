// What differs between two versions of a report: cells, texts, and findings opened and closed.
#include "gongkai/diff.hpp"

#include <doctest/doctest.h>

#include "support/clean_reading.hpp"

using namespace gongkai;
using testing::clean_reading;

namespace {

Diff diff_of(const Reading& before, const Reading& after) {
  Dossier a, b;
  a.report = &before.report;
  a.reading = &before;
  b.report = &after.report;
  b.reading = &after;
  return diff(a, b);
}

}  // namespace

TEST_CASE("a report does not differ from itself") {
  const Reading reading = clean_reading(Edition::form_2021);
  const Diff none = diff_of(reading, reading);
  CHECK(none.cells.empty());
  CHECK(none.texts.empty());
  CHECK(none.opened.empty());
  CHECK(none.closed.empty());
  CHECK(none.remaining.empty());
}

TEST_CASE("a correction: the cells that moved, the finding that closed, the one that opened, the one that stays") {
  Reading wrong = clean_reading(Edition::form_2021), corrected = wrong;
  Report &before = wrong.report, &after = corrected.report;
  before.requests.outcomes.granted.total = *after.requests.outcomes.granted.total.get() + 2;
  before.review.total = *after.review.total.get() + 5;
  after.review.total = *after.review.total.get() + 4;  // still wrong, by less
  after.disclosure.compulsion.decisions = Count();
  after.narrative.overview += "更正。";
  const Diff found = diff_of(wrong, corrected);

  REQUIRE(found.cells.size() == 3);
  CHECK(cells[found.cells[0].cell].key == "disclosure.compulsion.decisions");
  CHECK_FALSE(found.cells[0].after.has_value());
  CHECK_FALSE(found.cells[0].change().has_value());
  CHECK(cells[found.cells[1].cell].key == "requests.outcomes.granted.total");
  CHECK(found.cells[1].change() == -2);
  CHECK(found.cells[2].change() == -1);
  CHECK(found.texts == std::vector<std::uint8_t>{2});
  CHECK(texts[found.texts[0]].key == "narrative.overview");

  REQUIRE(found.opened.size() == 1);
  CHECK(found.opened[0].rule == "value.blank");
  REQUIRE_FALSE(found.closed.empty());
  for (const Finding& finding : found.closed) {
    CHECK(finding.rule.substr(0, 9) == "requests.");
  }
  REQUIRE(found.remaining.size() == 1);
  CHECK(found.remaining[0].rule == "review.total");
  CHECK(found.remaining[0].difference() == -4);
}

TEST_CASE("two findings that are alike are two") {
  Reading one = clean_reading(Edition::form_2021), two = one;
  const Note note{NoteKind::duplicate_row, {}, 10, -1, "（一）予以公开"};
  one.notes = {note};
  two.notes = {note, note};
  const Diff found = diff_of(one, two);
  CHECK(found.remaining.size() == 1);
  CHECK(found.opened.size() == 1);
  CHECK(diff_of(two, one).closed.size() == 1);
}
