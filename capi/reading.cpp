// The C functions on readings.
#include "border.hpp"
#include "gongkai/model/summary.hpp"
#include "gongkai/write.hpp"
#include "json/names.hpp"

namespace gongkai::capi {

static_assert(static_cast<int>(CellState::not_in_form) == GK_STATE_NOT_IN_FORM);
static_assert(static_cast<int>(CellState::absent) == GK_STATE_ABSENT);
static_assert(static_cast<int>(CellState::blank) == GK_STATE_BLANK);
static_assert(static_cast<int>(CellState::read) == GK_STATE_READ);
static_assert(static_cast<int>(CellState::unreadable) == GK_STATE_UNREADABLE);
static_assert(static_cast<int>(CellState::inferred) == GK_STATE_INFERRED);
static_assert(static_cast<int>(Format::text) == GK_FORMAT_TEXT);
static_assert(static_cast<int>(Format::html) == GK_FORMAT_HTML);
static_assert(static_cast<int>(Format::docx) == GK_FORMAT_DOCX);
static_assert(static_cast<int>(Format::xlsx) == GK_FORMAT_XLSX);
static_assert(static_cast<int>(Format::csv) == GK_FORMAT_CSV);
static_assert(static_cast<int>(Format::json) == GK_FORMAT_JSON);
static_assert(static_cast<int>(Format::pdf_layout) == GK_FORMAT_PDF_LAYOUT);
static_assert(static_cast<int>(EncodingReason::given) == GK_ENCODING_GIVEN);
static_assert(static_cast<int>(EncodingReason::byte_order_mark) == GK_ENCODING_BYTE_ORDER_MARK);
static_assert(static_cast<int>(EncodingReason::valid_utf8) == GK_ENCODING_VALID_UTF8);
static_assert(static_cast<int>(EncodingReason::declared) == GK_ENCODING_DECLARED);
static_assert(static_cast<int>(EncodingReason::detected) == GK_ENCODING_DETECTED);
static_assert(static_cast<int>(Confidence::none) == GK_CONFIDENCE_NONE);
static_assert(static_cast<int>(Confidence::likely) == GK_CONFIDENCE_LIKELY);
static_assert(static_cast<int>(Confidence::certain) == GK_CONFIDENCE_CERTAIN);
static_assert(static_cast<int>(Confidence::given) == GK_CONFIDENCE_GIVEN);

ReadOptions read_options(const gk_read_options* options) {
  ReadOptions result;
  if (options == nullptr) {
    return result;
  }
  const gk_read_options in = take(options, "options");
  const auto limit = [](std::size_t& ours, std::size_t theirs) { ours = theirs == 0 ? ours : theirs; };
  limit(result.limits.bytes, in.max_bytes);
  limit(result.limits.cells, in.max_cells);
  limit(result.limits.blocks, in.max_blocks);
  limit(result.limits.depth, in.max_depth);
  limit(result.limits.span, in.max_span);
  limit(result.limits.archive_entries, in.max_archive_entries);
  limit(result.limits.unpacked_bytes, in.max_unpacked_bytes);
  limit(result.limits.unpacked_ratio, in.max_unpacked_ratio);
  result.hints.infer = in.no_inference == 0;
  result.hints.format = enum_argument(in.format, Format::pdf_layout, "options.format");
  if (in.authority != nullptr) {
    result.hints.authority = text_argument(in.authority, std::strlen(in.authority), "options.authority");
  }
  if (!is_year_or_0(in.year)) {
    fail_argument("options.year", "不是年份", "is no year");
  }
  if (in.year != 0) {
    result.hints.year = in.year;
  }
  if (const Level level = enum_argument(in.level, Level::township, "options.level"); level != Level::unknown) {
    result.hints.level = level;
  }
  if (const Kind kind = enum_argument(in.kind, Kind::institution, "options.kind"); kind != Kind::unknown) {
    result.hints.kind = kind;
  }
  if (const Extent extent = enum_argument(in.coverage, Extent::territory, "options.coverage");
      extent != Extent::unknown) {
    result.hints.coverage = extent;
  }
  if (const Date date = date_argument(in.publication_year, in.publication_month, in.publication_day); date.is_known()) {
    result.hints.publication_date = date;
  }
  return result;
}

std::string_view bytes_argument(const void* bytes, std::size_t size, const char* name) {
  return size == 0 ? std::string_view() : std::string_view(&need(static_cast<const char*>(bytes), name), size);
}

namespace {

const Note& note_argument(const gk_reading* reading, std::size_t index) {
  const std::vector<Note>& notes = need(reading, "reading").reading.notes;
  if (index >= notes.size()) {
    fail_index("说明", "note", index, notes.size());
  }
  return notes[index];
}

}  // namespace
}  // namespace gongkai::capi

using namespace gongkai;
using namespace gongkai::capi;

gk_status gk_read(const void* bytes, size_t size, const gk_read_options* options, gk_reading** out) {
  return guard([&] {
    need(out, "out");
    const ReadOptions how = read_options(options);
    *out = new gk_reading(value_or_fail(read(bytes_argument(bytes, size, "bytes"), how.hints, how.limits)));
  });
}

gk_status gk_read_all(const void* bytes, size_t size, const gk_read_options* options, gk_readings** out) {
  return guard([&] {
    need(out, "out");
    const ReadOptions how = read_options(options);
    std::vector<Reading> all = value_or_fail(read_all(bytes_argument(bytes, size, "bytes"), how.hints, how.limits));
    auto readings = std::make_unique<gk_readings>();
    for (Reading& reading : all) {
      readings->readings.emplace_back(std::move(reading));
    }
    *out = readings.release();
  });
}

gk_status gk_readings_count(const gk_readings* readings, size_t* out) {
  return guard([&] { need(out, "out") = need(readings, "readings").readings.size(); });
}

gk_status gk_readings_get(const gk_readings* readings, size_t index, const gk_reading** out) {
  return guard([&] {
    const std::deque<gk_reading>& all = need(readings, "readings").readings;
    if (index >= all.size()) {
      fail_index("报告", "reading", index, all.size());
    }
    need(out, "out") = &all[index];
  });
}

void gk_readings_free(gk_readings* readings) {
  delete readings;
}

void gk_reading_free(gk_reading* reading) {
  delete reading;
}

gk_status gk_reading_report(const gk_reading* reading, const gk_report** out) {
  return guard([&] {
    need(out, "out");
    *out = &need(reading, "reading").report;
  });
}

gk_status gk_reading_clone(const gk_reading* reading, gk_reading** out) {
  return guard([&] {
    need(out, "out");
    *out = new gk_reading(Reading(need(reading, "reading").reading));
  });
}

gk_status gk_reading_edit(gk_reading* reading, gk_report** out) {
  return guard([&] {
    need(out, "out");
    *out = &need(reading, "reading").report;
  });
}

gk_status gk_reading_get_info(const gk_reading* reading, gk_reading_info* out) {
  return guard([&] {
    const Reading& from = need(reading, "reading").reading;
    put(gk_reading_info{sizeof(gk_reading_info), static_cast<int32_t>(from.decoding.format),
                        static_cast<int32_t>(from.decoding.reason), lend(from.decoding.encoding),
                        static_cast<int32_t>(from.standing.level), static_cast<int32_t>(from.standing.kind),
                        static_cast<int32_t>(from.standing.confidence), from.has_document ? 1 : 0},
        out);
  });
}

size_t gk_table_count(void) {
  return tables.size();
}

gk_status gk_reading_table(const gk_reading* reading, size_t index, gk_table_summary* out) {
  return guard([&] {
    const Reading& from = need(reading, "reading").reading;
    if (index >= tables.size()) {
      fail_index("表", "table", index, tables.size());
    }
    const TableInfo& info = tables[index];
    const TableSummary table = summarize(from)[index];
    put(gk_table_summary{sizeof(gk_table_summary), lend(info.key), lend(info.title.zh), lend(info.title.en),
                         table.rows_expected, table.rows_found, table.rows_extra, table.read, table.blank,
                         table.unreadable, table.absent, table.inferred},
        out);
  });
}

gk_status gk_reading_source(const gk_reading* reading, size_t cell, gk_source* out) {
  return guard([&] {
    const Source& source = need(reading, "reading").reading.sources[cell_argument(cell).index];
    put(gk_source{sizeof(gk_source), static_cast<int32_t>(source.state), 0, place_of(source.place), lend(source.text)},
        out);
  });
}

gk_status gk_reading_note_count(const gk_reading* reading, size_t* out) {
  return guard([&] { need(out, "out") = need(reading, "reading").reading.notes.size(); });
}

gk_status gk_reading_note(const gk_reading* reading, size_t index, gk_note* out) {
  return guard([&] {
    const Note& note = note_argument(reading, index);
    put(gk_note{sizeof(gk_note), lend(json::name_of(json::note_names, note.kind)), note.cell, 0,
                lend(note.row < 0 ? std::string_view() : rows[static_cast<std::size_t>(note.row)].key), lend(note.text),
                place_of(note.place)},
        out);
  });
}

gk_status gk_reading_note_message(const gk_reading* reading, size_t index, int32_t language, gk_buffer** out) {
  return guard([&] {
    const Note& note = note_argument(reading, index);
    const Language in = language_argument(language, Language::zh);
    put_buffer(out, [&] { return message(note, reading->reading.report.about.edition, in); });
  });
}

gk_status gk_reading_json(const gk_reading* reading, gk_buffer** out) {
  return guard([&] { put_buffer(out, [&] { return to_json(need(reading, "reading").reading); }); });
}
