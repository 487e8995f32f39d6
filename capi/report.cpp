// The C functions on reports.
#include "border.hpp"
#include "gongkai/write.hpp"

namespace gongkai::capi {
namespace {

static_assert(static_cast<int>(Level::township) == GK_LEVEL_TOWNSHIP);
static_assert(static_cast<int>(Kind::institution) == GK_KIND_INSTITUTION);
static_assert(static_cast<int>(Extent::territory) == GK_EXTENT_TERRITORY);

Report& data_of(gk_report* report) {
  return *need(report, "report").data;
}
const Report& data_of(const gk_report* report) {
  return *need(report, "report").data;
}

/// What stands in a cell is no more what the reader made of it.
void forget_cell(Reading* reading, std::size_t cell) {
  if (reading != nullptr) {
    reading->sources[cell].state = gongkai::cell(reading->report, cell) ? CellState::read : CellState::blank;
    std::erase_if(reading->notes, [cell](const Note& note) { return note.cell == static_cast<int>(cell); });
  }
}

/// The places of a text's paragraphs are those of the text as it was.
void forget_text(Reading* reading, const std::string* text) {
  if (reading == nullptr) {
    return;
  }
  const Narrative& narrative = reading->report.narrative;
  std::erase_if(reading->passages, [&](const Passage& passage) {
    switch (passage.prose) {
      case Prose::overview:
        return text == &narrative.overview;
      case Prose::problems:
        return text == &narrative.problems_and_improvements;
      case Prose::other_matters:
        return text == &narrative.other_matters;
      case Prose::beside_tables:
        return false;
    }
    return false;
  });
}

void set(gk_report* report, std::size_t cell, std::optional<std::int64_t> number) {
  Report& data = data_of(report);
  if (number && !fits(cells[cell], *number)) {
    fail_range(cell, *number);
  }
  set_cell(data, cell, number);
  forget_cell(report->reading, cell);
}

}  // namespace
}  // namespace gongkai::capi

using namespace gongkai;
using namespace gongkai::capi;

gk_status gk_report_new(int32_t edition, gk_report** out) {
  return guard([&] {
    need(out, "out");
    auto report = std::make_unique<OwnedReport>();
    report->storage.about.edition = edition_argument(edition);
    *out = report.release();
  });
}

gk_status gk_report_clone(const gk_report* report, gk_report** out) {
  return guard([&] {
    need(out, "out");
    *out = new OwnedReport(data_of(report));
  });
}

void gk_report_free(gk_report* report) {
  delete static_cast<OwnedReport*>(report);
}

gk_status gk_report_get(const gk_report* report, size_t index, gk_value* out) {
  return guard([&] { need(out, "out") = value_of(cell(data_of(report), cell_argument(index).index)); });
}

gk_status gk_report_get_by_key(const gk_report* report, const char* key, gk_value* out) {
  return guard([&] { need(out, "out") = value_of(cell(data_of(report), cell_argument(key))); });
}

gk_status gk_report_set(gk_report* report, size_t index, int64_t number) {
  return guard([&] { set(report, cell_argument(index).index, number); });
}

gk_status gk_report_set_by_key(gk_report* report, const char* key, int64_t number) {
  return guard([&] { set(report, cell_argument(key), number); });
}

gk_status gk_report_set_blank(gk_report* report, size_t index) {
  return guard([&] { set(report, cell_argument(index).index, std::nullopt); });
}

gk_status gk_report_set_blank_by_key(gk_report* report, const char* key) {
  return guard([&] { set(report, cell_argument(key), std::nullopt); });
}

gk_status gk_report_get_row(const gk_report* report, int64_t* numbers, uint8_t* blanks) {
  return guard([&] {
    const Report& data = data_of(report);
    need(numbers, "cells");
    for (std::size_t i = 0; i < cell_count; ++i) {
      const std::optional<std::int64_t> value = cell(data, i);
      numbers[i] = value.value_or(0);
      if (blanks != nullptr) {
        blanks[i] = value ? 0 : 1;
      }
    }
  });
}

gk_status gk_report_set_row(gk_report* report, const int64_t* numbers, const uint8_t* blanks) {
  return guard([&] {
    Report& data = data_of(report);
    Figures figures;
    need(numbers, "cells");
    set_row(figures, numbers, blanks, -1);
    const Report before = data;
    static_cast<Figures&>(data) = figures;
    for (std::size_t i = 0; i < cell_count; ++i) {
      if (cell(before, i) != cell(data, i)) {
        forget_cell(report->reading, i);
      }
    }
  });
}

gk_status gk_report_get_text(const gk_report* report, const char* key, gk_text* out) {
  return guard([&] {
    need(out, "out");
    const std::string* const field = text(data_of(report), &need(key, "key"));
    if (field == nullptr) {
      fail_field(key);
    }
    *out = lend(*field);
  });
}

gk_status gk_report_set_text(gk_report* report, const char* key, const char* text, size_t size) {
  return guard([&] {
    std::string* const field = gongkai::text(data_of(report), &need(key, "key"));
    if (field == nullptr) {
      fail_field(key);
    }
    *field = std::string(text_argument(text, size, "text"));
    forget_text(report->reading, field);
  });
}

gk_status gk_report_get_about(const gk_report* report, gk_about* out) {
  return guard([&] {
    const About& about = data_of(report).about;
    put(gk_about{sizeof(gk_about), static_cast<int32_t>(about.edition), about.year, static_cast<int32_t>(about.level),
                 static_cast<int32_t>(about.kind), static_cast<int32_t>(about.coverage), about.publication_date.year,
                 about.publication_date.month, about.publication_date.day, lend(about.authority)},
        out);
  });
}

gk_status gk_report_set_about(gk_report* report, const gk_about* about) {
  return guard([&] {
    Report& data = data_of(report);
    const gk_about in = take(about, "about");
    if (!is_year_or_0(in.year)) {
      fail_argument("about.year", "不是年份", "is no year");
    }
    About set;
    set.title = data.about.title;
    set.publisher = data.about.publisher;
    set.authority = std::string(text_argument(in.authority.data, in.authority.size, "about.authority"));
    set.level = enum_argument(in.level, Level::township, "about.level");
    set.kind = enum_argument(in.kind, Kind::institution, "about.kind");
    set.coverage = enum_argument(in.coverage, Extent::territory, "about.coverage");
    set.year = in.year;
    set.edition = edition_argument(in.edition);
    set.publication_date = date_argument(in.publication_year, in.publication_month, in.publication_day);
    data.about = std::move(set);
  });
}

gk_status gk_report_json(const gk_report* report, gk_buffer** out) {
  return guard([&] { put_buffer(out, [&] { return to_json(data_of(report)); }); });
}

gk_status gk_report_from_json(const char* json, size_t size, gk_report** out) {
  return guard([&] {
    need(out, "out");
    *out = new OwnedReport(value_or_fail(report_from_json(bytes_argument(json, size, "json"))));
  });
}
