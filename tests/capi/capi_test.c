/* The C interface used from C99: every function, what it gives and how it fails. Argument: the example report. */
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gongkai.h"

static int failures = 0;
static int checks = 0;

#define CHECK(condition)                                             \
  do {                                                               \
    ++checks;                                                        \
    if (!(condition)) {                                              \
      ++failures;                                                    \
      printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
    }                                                                \
  } while (0)

/* The last error has this code and words in both languages. */
static int last_is(gk_status code) {
  gk_error error = GK_ERROR_INIT;
  return gk_last_error(&error) == GK_OK && error.code == code && error.message_zh.size > 0 &&
         error.message_en.size == strlen(error.message_en.data);
}
#define FAILS(code, call)    \
  do {                       \
    CHECK((call) == (code)); \
    CHECK(last_is(code));    \
  } while (0)

static int text_is(gk_text text, const char* wanted) {
  return text.size == strlen(wanted) && strcmp(text.data, wanted) == 0;
}

static char* read_file(const char* path, size_t* size) {
  FILE* const file = fopen(path, "rb");
  char* bytes = NULL;
  if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
    *size = (size_t)ftell(file);
    rewind(file);
    bytes = malloc(*size + 1);
    if (bytes != NULL && fread(bytes, 1, *size, file) != *size) {
      free(bytes);
      bytes = NULL;
    }
  }
  if (file != NULL) {
    fclose(file);
  }
  return bytes;
}

static void versions_and_errors(void) {
  gk_error error = GK_ERROR_INIT;
  gk_buffer* buffer = NULL;
  size_t index = 77;
  CHECK(gk_abi_version() == GK_ABI_VERSION);
  CHECK(strchr(gk_version(), '.') != NULL);
  CHECK(strcmp(gk_status_name(GK_E_RANGE), "GK_E_RANGE") == 0);
  CHECK(strcmp(gk_status_name(-5), "GK_E_?") == 0);

  FAILS(GK_E_ARGUMENT, gk_cell_find(NULL, &index));
  FAILS(GK_E_ARGUMENT, gk_cell_find("x", NULL));
  FAILS(GK_E_NOT_FOUND, gk_cell_find("requests.recieved.total", &index));
  CHECK(index == 77);
  CHECK(gk_last_error(&error) == GK_OK);
  CHECK(strstr(error.message_en.data, "requests.received.total") != NULL);
  CHECK(error.row == -1 && error.cell == -1);
  CHECK(gk_cells_json(&buffer) == GK_OK); /* a call that works clears it */
  CHECK(gk_last_error(&error) == GK_OK && error.code == GK_OK && error.message_en.size == 0);
  gk_buffer_free(buffer);
  CHECK(gk_last_error(NULL) == GK_E_ARGUMENT);
  error.struct_size = 3;
  CHECK(gk_last_error(&error) == GK_E_ARGUMENT);
  FAILS(GK_E_ARGUMENT, gk_buffer_view(NULL, NULL));

  gk_buffer_free(NULL);
  gk_report_free(NULL);
  gk_reading_free(NULL);
  gk_assessment_free(NULL);
  gk_batch_free(NULL);
}

static void catalogue(void) {
  gk_cell_info cell = GK_CELL_INFO_INIT;
  gk_rule_info rule = GK_RULE_INFO_INIT;
  gk_edition_info edition = GK_EDITION_INFO_INIT;
  gk_field_info field = GK_FIELD_INFO_INIT;
  struct {
    gk_cell_info info;
    unsigned char more[8];
  } longer;
  size_t i, found, in_2019 = 0, in_2021 = 0;
  CHECK(gk_cell_count() > 200);
  for (i = 0; i < gk_cell_count(); ++i) {
    CHECK(gk_cell_get(i, &cell) == GK_OK);
    CHECK(cell.index == (int32_t)i);
    CHECK(gk_cell_find(cell.key.data, &found) == GK_OK && found == i);
    CHECK(cell.key.size == strlen(cell.key.data));
    CHECK(cell.row_label_zh.size > 0 && cell.column_label_zh.size > 0 && cell.unit_zh.size > 0);
    CHECK((cell.in_2019 != 0) == (cell.row_label_zh_2019.size > 0));
    CHECK((cell.in_2019 != 0) == (cell.position_2019[0] >= 0));
    CHECK((cell.in_2021 != 0) == (cell.position_2021[1] >= 0));
    in_2019 += (size_t)cell.in_2019;
    in_2021 += (size_t)cell.in_2021;
  }
  FAILS(GK_E_NOT_FOUND, gk_cell_get(gk_cell_count(), &cell));
  FAILS(GK_E_ARGUMENT, gk_cell_get(0, NULL));
  cell.struct_size = 0;
  FAILS(GK_E_ARGUMENT, gk_cell_get(0, &cell));

  /* A host that was built with a later header has a longer struct: the rest is set to 0. */
  memset(&longer, 0xff, sizeof longer);
  longer.info.struct_size = sizeof longer;
  CHECK(gk_cell_get(1, &longer.info) == GK_OK);
  CHECK(longer.info.struct_size == sizeof longer && longer.more[0] == 0 && longer.more[7] == 0);

  for (i = 0; i < gk_rule_count(); ++i) {
    CHECK(gk_rule_get(i, &rule) == GK_OK);
    CHECK(gk_rule_find(rule.id.data, &found) == GK_OK && found == i);
    CHECK(rule.statement_zh.size > 0 && rule.statement_en.size > 0 && rule.ground.size > 0 && rule.scope.size > 0);
  }
  CHECK(i > 10);
  FAILS(GK_E_NOT_FOUND, gk_rule_get(i, &rule));
  FAILS(GK_E_NOT_FOUND, gk_rule_find("no.such_rule", &found));

  CHECK(gk_edition_count() == 2);
  CHECK(gk_edition_get(0, &edition) == GK_OK && edition.edition == GK_EDITION_2019 && text_is(edition.name, "2019"));
  CHECK((size_t)edition.cell_count == in_2019);
  CHECK(gk_edition_get(1, &edition) == GK_OK && edition.edition == GK_EDITION_2021 && text_is(edition.name, "2021"));
  CHECK((size_t)edition.cell_count == in_2021);
  FAILS(GK_E_NOT_FOUND, gk_edition_get(2, &edition));

  for (i = 0; i < gk_field_count(); ++i) {
    CHECK(gk_field_get(i, &field) == GK_OK && field.key.size > 0 && field.label_zh.size > 0);
  }
  CHECK(i > 0);
  FAILS(GK_E_NOT_FOUND, gk_field_get(i, &field));
}

static void reports(void) {
  gk_report *report = NULL, *copy = NULL, *again = NULL;
  gk_buffer *json = NULL, *other = NULL;
  gk_text text, text_2;
  gk_value value;
  gk_about about = GK_ABOUT_INIT;
  gk_cell_info cell = GK_CELL_INFO_INIT;
  gk_field_info field = GK_FIELD_INFO_INIT;
  gk_error error = GK_ERROR_INIT;
  const size_t count = gk_cell_count();
  int64_t* const cells = malloc(count * sizeof *cells);
  uint8_t* const blanks = malloc(count);
  size_t i, money = count;
  if (cells == NULL || blanks == NULL) {
    abort();
  }

  FAILS(GK_E_ARGUMENT, gk_report_new(GK_EDITION_2021, NULL));
  FAILS(GK_E_ARGUMENT, gk_report_new(3, &report));
  FAILS(GK_E_ARGUMENT, gk_report_new(-1, &report));
  CHECK(report == NULL);
  CHECK(gk_report_new(GK_EDITION_2021, &report) == GK_OK);
  for (i = 0; i < count; ++i) {
    CHECK(gk_report_get(report, i, &value) == GK_OK && value.is_blank == 1 && value.number == 0);
  }

  /* A cell: blank, 0, and a number are three different things. */
  CHECK(gk_report_set(report, 3, 0) == GK_OK);
  CHECK(gk_report_get(report, 3, &value) == GK_OK && value.is_blank == 0 && value.number == 0);
  CHECK(gk_report_set_blank(report, 3) == GK_OK);
  CHECK(gk_report_get(report, 3, &value) == GK_OK && value.is_blank == 1);
  for (i = 0; i < count; ++i) {
    CHECK(gk_cell_get(i, &cell) == GK_OK);
    CHECK(gk_report_set_by_key(report, cell.key.data, (int64_t)i - 5) == GK_OK);
    CHECK(gk_report_get(report, i, &value) == GK_OK && value.number == (int64_t)i - 5);
    CHECK(gk_report_get_by_key(report, cell.key.data, &value) == GK_OK && value.number == (int64_t)i - 5);
    money = cell.is_money ? i : money;
  }
  CHECK(gk_report_set_blank_by_key(report, cell.key.data) == GK_OK);
  CHECK(gk_report_get_by_key(report, cell.key.data, &value) == GK_OK && value.is_blank == 1);

  FAILS(GK_E_NOT_FOUND, gk_report_get(report, count, &value));
  FAILS(GK_E_NOT_FOUND, gk_report_set(report, count, 1));
  FAILS(GK_E_NOT_FOUND, gk_report_set_blank(report, SIZE_MAX));
  FAILS(GK_E_NOT_FOUND, gk_report_set_by_key(report, "", 1));
  FAILS(GK_E_NOT_FOUND, gk_report_get_by_key(report, "requests", &value));
  FAILS(GK_E_NOT_FOUND, gk_report_set_blank_by_key(report, "x"));
  FAILS(GK_E_ARGUMENT, gk_report_get(NULL, 0, &value));
  FAILS(GK_E_ARGUMENT, gk_report_get(report, 0, NULL));
  FAILS(GK_E_ARGUMENT, gk_report_set(NULL, 0, 1));
  FAILS(GK_E_ARGUMENT, gk_report_set_by_key(report, NULL, 1));
  CHECK(gk_cell_get(0, &cell) == GK_OK && !cell.is_money);
  CHECK(gk_report_set(report, 0, INT64_C(1000000000000000)) == GK_OK);
  FAILS(GK_E_RANGE, gk_report_set(report, 0, INT64_C(1000000000000001)));
  FAILS(GK_E_RANGE, gk_report_set(report, 0, INT64_MIN));
  FAILS(GK_E_RANGE, gk_report_set(report, 0, INT64_MAX));
  CHECK(gk_last_error(&error) == GK_OK && error.cell == 0 && strstr(error.message_en.data, cell.key.data) != NULL);
  CHECK(gk_report_get(report, 0, &value) == GK_OK && value.number == INT64_C(1000000000000000));
  CHECK(money < count);
  CHECK(gk_report_set(report, money, INT64_C(1000000000000001)) == GK_OK);
  FAILS(GK_E_RANGE, gk_report_set(report, money, INT64_C(100000000000000001)));

  /* Rows. */
  CHECK(gk_report_get_row(report, cells, blanks) == GK_OK);
  for (i = 0; i < count; ++i) {
    CHECK(gk_report_get(report, i, &value) == GK_OK);
    CHECK(value.number == cells[i] && value.is_blank == blanks[i]);
  }
  CHECK(gk_report_new(GK_EDITION_2021, &copy) == GK_OK);
  cells[count - 1] = INT64_MAX; /* under a blank: does not count */
  CHECK(blanks[count - 1] == 1 && gk_report_set_row(copy, cells, blanks) == GK_OK);
  CHECK(gk_report_json(report, &json) == GK_OK && gk_report_json(copy, &other) == GK_OK);
  CHECK(gk_buffer_view(json, &text) == GK_OK && gk_buffer_view(other, &text_2) == GK_OK);
  CHECK(text.size == text_2.size && memcmp(text.data, text_2.data, text.size) == 0);
  FAILS(GK_E_RANGE, gk_report_set_row(copy, cells, NULL));
  CHECK(gk_last_error(&error) == GK_OK && error.cell == (int32_t)count - 1 && error.row == -1);
  CHECK(gk_report_get(copy, count - 1, &value) == GK_OK && value.is_blank == 1); /* unchanged */
  cells[count - 1] = 1;
  CHECK(gk_report_set_row(copy, cells, NULL) == GK_OK);
  CHECK(gk_report_get(copy, count - 1, &value) == GK_OK && value.number == 1);
  CHECK(gk_report_get_row(copy, cells, NULL) == GK_OK);
  FAILS(GK_E_ARGUMENT, gk_report_get_row(copy, NULL, blanks));
  FAILS(GK_E_ARGUMENT, gk_report_set_row(copy, NULL, blanks));
  gk_buffer_free(other);
  gk_report_free(copy);
  copy = NULL;

  /* Texts and what the report is about. */
  for (i = 0; i < gk_field_count(); ++i) {
    CHECK(gk_field_get(i, &field) == GK_OK);
    CHECK(gk_report_set_text(report, field.key.data, "一\n“二”", strlen("一\n“二”")) == GK_OK);
    CHECK(gk_report_get_text(report, field.key.data, &text) == GK_OK && text_is(text, "一\n“二”"));
    FAILS(GK_E_NOT_TEXT, gk_report_set_text(report, field.key.data, "\xff", 1));
    FAILS(GK_E_ARGUMENT, gk_report_set_text(report, field.key.data, NULL, 1));
    CHECK(gk_report_set_text(report, field.key.data, NULL, 0) == GK_OK);
    CHECK(gk_report_get_text(report, field.key.data, &text) == GK_OK && text_is(text, ""));
  }
  FAILS(GK_E_NOT_FOUND, gk_report_set_text(report, "narrative", "x", 1));
  FAILS(GK_E_NOT_FOUND, gk_report_get_text(report, "", &text));
  about.edition = GK_EDITION_2021;
  about.year = 2023;
  about.level = GK_LEVEL_COUNTY;
  about.kind = GK_KIND_GOVERNMENT;
  about.coverage = GK_EXTENT_TERRITORY;
  about.publication_year = 2024;
  about.publication_month = 2;
  about.publication_day = 29;
  about.authority.data = "某县人民政府";
  about.authority.size = strlen(about.authority.data);
  CHECK(gk_report_set_about(report, &about) == GK_OK);
  memset(&about, 0, sizeof about);
  about.struct_size = sizeof about;
  CHECK(gk_report_get_about(report, &about) == GK_OK);
  CHECK(about.year == 2023 && about.level == GK_LEVEL_COUNTY && about.publication_day == 29);
  CHECK(text_is(about.authority, "某县人民政府"));
  CHECK(gk_report_set_about(report, &about) == GK_OK); /* the authority is the report's own */
  CHECK(gk_report_get_about(report, &about) == GK_OK && text_is(about.authority, "某县人民政府"));
  about.publication_year = 2023;
  FAILS(GK_E_ARGUMENT, gk_report_set_about(report, &about)); /* no such day */
  about.publication_year = 2024;
  about.year = 10000;
  FAILS(GK_E_ARGUMENT, gk_report_set_about(report, &about));
  about.year = 2023;
  about.kind = 9;
  FAILS(GK_E_ARGUMENT, gk_report_set_about(report, &about));
  FAILS(GK_E_ARGUMENT, gk_report_set_about(report, NULL));

  /* JSON there and back. */
  gk_buffer_free(json);
  json = NULL;
  CHECK(gk_report_json(report, &json) == GK_OK && gk_buffer_view(json, &text) == GK_OK);
  CHECK(strstr(text.data, "\"gongkai.report/1\"") != NULL);
  CHECK(gk_report_from_json(text.data, text.size, &again) == GK_OK);
  CHECK(gk_report_json(again, &other) == GK_OK && gk_buffer_view(other, &text_2) == GK_OK);
  CHECK(text.size == text_2.size && memcmp(text.data, text_2.data, text.size) == 0);
  CHECK(gk_report_from_json("{", 1, &copy) >= 20 && copy == NULL);
  CHECK(gk_report_from_json(NULL, 0, &copy) >= 20 && copy == NULL);
  FAILS(GK_E_ARGUMENT, gk_report_from_json(NULL, 1, &copy));
  CHECK(gk_report_clone(report, &copy) == GK_OK);
  CHECK(gk_report_set(copy, 5, 123) == GK_OK);
  CHECK(gk_report_get(report, 5, &value) == GK_OK && value.number == 0);

  gk_buffer_free(json);
  gk_buffer_free(other);
  gk_report_free(copy);
  gk_report_free(again);
  gk_report_free(report);
  free(blanks);
  free(cells);
}

static void readings(const char* bytes, size_t size) {
  gk_reading *reading = NULL, *none = NULL;
  const gk_report* report = NULL;
  gk_assessment* assessment = NULL;
  gk_read_options options = GK_READ_OPTIONS_INIT;
  gk_source source = GK_SOURCE_INIT;
  gk_note note = GK_NOTE_INIT;
  gk_error error = GK_ERROR_INIT;
  gk_about about = GK_ABOUT_INIT;
  gk_value value;
  gk_buffer* buffer = NULL;
  gk_text text;
  size_t i, count = 0, read = 0;

  CHECK(gk_read(bytes, size, NULL, &reading) == GK_OK);
  CHECK(gk_reading_report(reading, &report) == GK_OK);
  CHECK(gk_report_get_about(report, &about) == GK_OK && about.year == 2020 && about.edition == GK_EDITION_2019);
  for (i = 0; i < gk_cell_count(); ++i) {
    CHECK(gk_reading_source(reading, i, &source) == GK_OK);
    CHECK(gk_report_get(report, i, &value) == GK_OK);
    CHECK((source.state == GK_STATE_READ) == !value.is_blank);
    CHECK(source.state != GK_STATE_READ || source.place.line > 0);
    read += source.state == GK_STATE_READ;
  }
  CHECK(read > 20);
  FAILS(GK_E_NOT_FOUND, gk_reading_source(reading, i, &source));
  CHECK(gk_reading_json(reading, &buffer) == GK_OK && gk_buffer_view(buffer, &text) == GK_OK && text.size > 1000);
  gk_buffer_free(buffer);
  gk_reading_free(reading);

  /* Hints and limits. */
  options.year = 2021;
  options.authority = "某局";
  CHECK(gk_read(bytes, size, &options, &reading) == GK_OK && gk_reading_report(reading, &report) == GK_OK);
  CHECK(gk_report_get_about(report, &about) == GK_OK && about.year == 2021 && text_is(about.authority, "某局"));
  CHECK(gk_reading_check(reading, NULL, &assessment) == GK_OK); /* the title says 2020 and another body */
  CHECK(gk_assessment_json(assessment, &buffer) == GK_OK && gk_buffer_view(buffer, &text) == GK_OK);
  CHECK(strstr(text.data, "document.hint_contradicts") != NULL && strstr(text.data, "指定的是2021年") != NULL);
  gk_buffer_free(buffer);
  gk_assessment_free(assessment);
  gk_reading_free(reading);
  options.max_bytes = size - 1;
  FAILS(GK_E_LIMIT, gk_read(bytes, size, &options, &none));
  options.max_bytes = 0;
  options.level = 6;
  FAILS(GK_E_ARGUMENT, gk_read(bytes, size, &options, &none));
  options.level = 0;
  options.authority = "\xff";
  FAILS(GK_E_NOT_TEXT, gk_read(bytes, size, &options, &none));
  options.struct_size = 1;
  FAILS(GK_E_ARGUMENT, gk_read(bytes, size, &options, &none));
  FAILS(GK_E_ARGUMENT, gk_read(NULL, 1, NULL, &none));
  FAILS(GK_E_ARGUMENT, gk_read(bytes, size, NULL, NULL));
  FAILS(GK_E_EMPTY, gk_read(NULL, 0, NULL, &none));
  FAILS(GK_E_UNSUPPORTED, gk_read("%PDF-1.4", 8, NULL, &none));
  FAILS(GK_E_NOT_A_REPORT, gk_read("a letter", 8, NULL, &none));
  CHECK(none == NULL);
  (void)error;

  /* A report with a cell that cannot be read gives a note about that cell. */
  {
    char* const broken = malloc(size + 1);
    char* at;
    if (broken == NULL) {
      abort();
    }
    memcpy(broken, bytes, size);
    broken[size] = '\0';
    at = strstr(broken, "1484");
    CHECK(at != NULL);
    if (at != NULL) {
      memcpy(at, "14x4", 4);
    }
    CHECK(gk_read(broken, size, NULL, &reading) == GK_OK);
    CHECK(gk_reading_note_count(reading, &count) == GK_OK && count >= 1);
    for (i = 0; i < count; ++i) {
      CHECK(gk_reading_note(reading, i, &note) == GK_OK && note.kind.size > 0);
      if (text_is(note.kind, "unparsable")) {
        CHECK(text_is(note.text, "14x4") && note.cell >= 0 && note.place.line > 0);
        CHECK(gk_reading_source(reading, (size_t)note.cell, &source) == GK_OK);
        CHECK(source.state == GK_STATE_UNREADABLE && text_is(source.text, "14x4"));
        CHECK(gk_reading_note_message(reading, i, GK_LANGUAGE_EN, &buffer) == GK_OK);
        CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "not a number") != NULL);
        gk_buffer_free(buffer);
        break;
      }
    }
    CHECK(i < count);
    FAILS(GK_E_NOT_FOUND, gk_reading_note(reading, count, &note));
    FAILS(GK_E_NOT_FOUND, gk_reading_note_message(reading, count, 0, &buffer));
    FAILS(GK_E_ARGUMENT, gk_reading_note_message(reading, 0, 7, &buffer));
    gk_reading_free(reading);
    free(broken);
  }
}

/* A report with one fault: a row whose total is off by one. */
static gk_report* faulty(void) {
  gk_report* report = NULL;
  CHECK(gk_report_new(GK_EDITION_2021, &report) == GK_OK);
  CHECK(gk_report_set_by_key(report, "review.upheld", 2) == GK_OK);
  CHECK(gk_report_set_by_key(report, "review.total", 3) == GK_OK);
  return report;
}

/* A correction keeps what is known of the rest of the document, above all which cells could not be read. */
static void corrections(void) {
  static const char document[] =
      "某县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
      "| 一、本年新收政府信息公开申请数量 | 约5 | 0 | 0 | 0 | 0 | 0 | 5 |\n";
  gk_reading *reading = NULL, *copy = NULL;
  gk_report* report = NULL;
  gk_assessment* assessment = NULL;
  gk_source source = GK_SOURCE_INIT;
  gk_buffer *findings = NULL, *all = NULL;
  gk_text text, text_2;
  int64_t* row = (int64_t*)malloc(gk_cell_count() * sizeof *row);
  unsigned char* blanks = (unsigned char*)malloc(gk_cell_count());
  size_t unread = 0, total = 0, notes = 0, notes_of_copy = 0;
  CHECK(row != NULL && blanks != NULL);
  CHECK(gk_cell_find("requests.received.natural_person", &unread) == GK_OK);
  CHECK(gk_cell_find("requests.received.total", &total) == GK_OK);
  CHECK(gk_read(document, sizeof document - 1, NULL, &reading) == GK_OK && gk_reading_clone(reading, &copy) == GK_OK);

  CHECK(gk_reading_edit(copy, &report) == GK_OK && gk_report_set(report, total, 7) == GK_OK);
  CHECK(gk_reading_source(copy, unread, &source) == GK_OK && source.state == GK_STATE_UNREADABLE);
  CHECK(gk_reading_check(copy, NULL, &assessment) == GK_OK);
  CHECK(gk_assessment_findings_json(assessment, &findings) == GK_OK && gk_buffer_view(findings, &text) == GK_OK);
  CHECK(strstr(text.data, "requests.row_total") == NULL && strstr(text.data, "\"coverage\"") == NULL);
  CHECK(gk_assessment_json(assessment, &all) == GK_OK && gk_buffer_view(all, &text_2) == GK_OK);
  CHECK(text_2.size > text.size && memcmp(text.data, text_2.data, text.size - 1) == 0); /* all but its last brace */
  gk_buffer_free(findings);
  gk_buffer_free(all);
  gk_assessment_free(assessment);

  CHECK(gk_report_set(report, unread, 5) == GK_OK);
  CHECK(gk_reading_source(copy, unread, &source) == GK_OK && source.state == GK_STATE_READ && source.place.line == 3);
  CHECK(gk_reading_note_count(reading, &notes) == GK_OK && gk_reading_note_count(copy, &notes_of_copy) == GK_OK);
  CHECK(notes_of_copy < notes);
  CHECK(gk_reading_check(copy, NULL, &assessment) == GK_OK);
  CHECK(gk_assessment_findings_json(assessment, &findings) == GK_OK && gk_buffer_view(findings, &text) == GK_OK);
  CHECK(strstr(text.data, "requests.row_total") != NULL); /* 5 and 7 */
  gk_buffer_free(findings);
  gk_assessment_free(assessment);

  CHECK(gk_report_set_blank(report, total) == GK_OK);
  CHECK(gk_reading_source(copy, total, &source) == GK_OK && source.state == GK_STATE_BLANK);
  CHECK(gk_reading_source(reading, total, &source) == GK_OK && source.state == GK_STATE_READ);
  gk_reading_free(copy);

  CHECK(gk_reading_edit(reading, &report) == GK_OK && gk_report_get_row(report, row, blanks) == GK_OK);
  row[total] = 6;
  CHECK(gk_report_set_row(report, row, blanks) == GK_OK);
  CHECK(gk_reading_source(reading, unread, &source) == GK_OK && source.state == GK_STATE_UNREADABLE); /* as it was */
  CHECK(gk_report_set_text(report, "narrative.overview", "x", 1) == GK_OK);
  gk_reading_free(reading);
  free(row);
  free(blanks);
}

static void reading_of_many(const char* bytes, size_t size) {
  gk_readings* readings = NULL;
  const gk_reading* lent = NULL;
  gk_reading* one = NULL;
  const gk_report* lent_report = NULL;
  gk_reading_info info = GK_READING_INFO_INIT;
  gk_table_summary table = GK_TABLE_SUMMARY_INIT;
  gk_read_options options = GK_READ_OPTIONS_INIT;
  gk_assessment *of_reading = NULL, *of_report = NULL;
  gk_buffer *json = NULL, *json_2 = NULL;
  gk_text text, text_2;
  size_t count = 0, i, cells = 0;
  char* const twice = malloc(2 * size);
  CHECK(twice != NULL);
  memcpy(twice, bytes, size);
  memcpy(twice + size, bytes, size);
  CHECK(gk_read_all(twice, 2 * size, NULL, &readings) == GK_OK);
  CHECK(gk_readings_count(readings, &count) == GK_OK && count == 2);
  for (i = 0; i < count; ++i) {
    CHECK(gk_readings_get(readings, i, &lent) == GK_OK);
    CHECK(gk_reading_get_info(lent, &info) == GK_OK);
    CHECK(info.format == GK_FORMAT_TEXT && info.encoding_reason == GK_ENCODING_VALID_UTF8 && info.has_document == 1);
    CHECK(text_is(info.encoding, "UTF-8"));
  }
  FAILS(GK_E_NOT_FOUND, gk_readings_get(readings, 2, &lent));
  FAILS(GK_E_ARGUMENT, gk_readings_get(NULL, 0, &lent));
  FAILS(GK_E_ARGUMENT, gk_readings_count(NULL, &count));
  gk_readings_free(readings);
  gk_readings_free(NULL);
  readings = NULL;
  FAILS(GK_E_NOT_A_REPORT, gk_read_all("a letter", 8, NULL, &readings));
  CHECK(readings == NULL);
  free(twice);

  CHECK(gk_read(bytes, size, NULL, &one) == GK_OK);
  CHECK(gk_table_count() > 5);
  for (i = 0; i < gk_table_count(); ++i) {
    CHECK(gk_reading_table(one, i, &table) == GK_OK);
    CHECK(table.key.size > 0 && table.title_zh.size > 0 && table.title_en.size > 0);
    CHECK(table.rows_found == table.rows_expected && table.absent == 0 && table.unreadable == 0);
    cells += table.read + table.blank;
  }
  CHECK(cells > 150);
  FAILS(GK_E_NOT_FOUND, gk_reading_table(one, i, &table));

  /* A report read from data has no document, and its check does not look for one. */
  CHECK(gk_reading_report(one, &lent_report) == GK_OK && gk_report_json(lent_report, &json) == GK_OK);
  gk_reading_free(one);
  CHECK(gk_buffer_view(json, &text) == GK_OK && gk_read(text.data, text.size, NULL, &one) == GK_OK);
  CHECK(gk_reading_get_info(one, &info) == GK_OK && info.format == GK_FORMAT_JSON && info.has_document == 0);
  gk_buffer_free(json);
  CHECK(gk_reading_report(one, &lent_report) == GK_OK);
  CHECK(gk_reading_check(one, NULL, &of_reading) == GK_OK && gk_report_check(lent_report, NULL, &of_report) == GK_OK);
  CHECK(gk_assessment_json(of_reading, &json) == GK_OK && gk_assessment_json(of_report, &json_2) == GK_OK);
  CHECK(gk_buffer_view(json, &text) == GK_OK && gk_buffer_view(json_2, &text_2) == GK_OK);
  CHECK(text_is(text, text_2.data));
  gk_buffer_free(json);
  gk_buffer_free(json_2);
  gk_assessment_free(of_reading);
  gk_assessment_free(of_report);
  gk_reading_free(one);

  /* The format is a hint for what does not show it; a host built with the first header has a shorter struct. */
  one = NULL;
  options.format = GK_FORMAT_PDF_LAYOUT + 1;
  FAILS(GK_E_ARGUMENT, gk_read(bytes, size, &options, &one));
  options.format = GK_FORMAT_TEXT;
  options.max_depth = 3;
  CHECK(gk_read(bytes, size, &options, &one) == GK_OK);
  gk_reading_free(one);
  one = NULL;
  options.format = GK_FORMAT_UNKNOWN;
  FAILS(GK_E_LIMIT, gk_read("<p><b><i><u>x</u></i></b></p>", 29, &options, &one));
  options.struct_size = offsetof(gk_read_options, max_depth); /* what follows is not looked at */
  FAILS(GK_E_NOT_A_REPORT, gk_read("<p><b><i><u>x</u></i></b></p>", 29, &options, &one));
  options.struct_size -= sizeof(size_t);
  FAILS(GK_E_ARGUMENT, gk_read(bytes, size, &options, &one));
}

static void dossiers(const char* bytes, size_t size) {
  gk_reading* reading = NULL;
  gk_report *faulty = NULL, *total = NULL;
  gk_assessment* assessment = NULL;
  gk_buffer* buffer = NULL;
  gk_text text;
  gk_value value;
  gk_counts counts = GK_COUNTS_INIT;
  gk_finding finding = GK_FINDING_INIT;
  gk_dossier dossier = GK_DOSSIER_INIT, after = GK_DOSSIER_INIT;
  gk_rollup_options options = GK_ROLLUP_OPTIONS_INIT;
  gk_child children[2] = {{"\xe7\x94\xb2\xe9\x95\x87", NULL, NULL, 0, 0},
                          {"\xe4\xb9\x99\xe9\x95\x87", NULL, NULL, GK_GAP_MISSING, 0}};
  char waivers[300];
  size_t accepted = 77;
  int rollup_rules = 0;
  size_t i;
  const gk_report* lent = NULL;
  CHECK(gk_read(bytes, size, NULL, &reading) == GK_OK);
  CHECK(gk_reading_report(reading, &lent) == GK_OK && gk_report_clone(lent, &faulty) == GK_OK);
  CHECK(gk_report_set_by_key(faulty, "review.total", 1000) == GK_OK);

  FAILS(GK_E_ARGUMENT, gk_dossier_check(NULL, NULL, &assessment));
  FAILS(GK_E_ARGUMENT, gk_dossier_check(&dossier, NULL, &assessment)); /* neither report nor reading */
  dossier.report = faulty;
  children[0].reading = reading;
  dossier.children = children;
  dossier.child_count = 2;
  dossier.previous_reading = reading;
  CHECK(gk_dossier_check(&dossier, NULL, &assessment) == GK_OK);
  CHECK(gk_assessment_counts(assessment, &counts) == GK_OK && counts.findings > 1 && counts.waived == 0);
  for (i = 0; i < counts.findings; ++i) {
    gk_rule_info rule = GK_RULE_INFO_INIT;
    CHECK(gk_assessment_finding(assessment, i, &finding) == GK_OK && finding.is_waived == 0);
    CHECK(finding.waiver_reason.data != NULL && finding.waiver_reason.size == 0);
    CHECK(gk_rule_get((size_t)finding.rule_index, &rule) == GK_OK);
    rollup_rules += text_is(rule.scope, "rollup");
  }
  CHECK(rollup_rules > 0);
  gk_assessment_free(assessment);
  children[1].gap = 0;
  FAILS(GK_E_ARGUMENT, gk_dossier_check(&dossier, NULL, &assessment));
  children[1].gap = GK_GAP_UNREADABLE;
  children[1].name = NULL;
  FAILS(GK_E_ARGUMENT, gk_dossier_check(&dossier, NULL, &assessment));
  children[1].name = "\xe4\xb9\x99\xe9\x95\x87";

  CHECK(gk_dossier_localize_json(&dossier, GK_BLANKS_AS_ZERO, &buffer) == GK_OK);
  CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "review.total") != NULL);
  gk_buffer_free(buffer);
  CHECK(gk_dossier_why(&dossier, GK_BLANKS_AS_ZERO, GK_LANGUAGE_EN, &buffer) == GK_OK);
  CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "1000") != NULL);
  gk_buffer_free(buffer);
  FAILS(GK_E_ARGUMENT, gk_dossier_why(&dossier, 9, GK_LANGUAGE_EN, &buffer));
  after.reading = reading;
  CHECK(gk_dossier_diff_json(&dossier, &after, NULL, &buffer) == GK_OK);
  CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "gongkai.diff/1") != NULL);
  gk_buffer_free(buffer);

  CHECK(gk_rollup(children, 2, NULL, &total, NULL) == GK_OK);
  CHECK(gk_report_get_by_key(total, "requests.received.total", &value) == GK_OK && value.number == 62);
  gk_report_free(total);
  options.authority = "\xe4\xb8\x99\xe5\x8e\xbf";
  options.year = 2020;
  children[1].reading = reading;
  CHECK(gk_rollup(children, 2, &options, &total, &buffer) == GK_OK);
  CHECK(gk_report_get_by_key(total, "requests.received.total", &value) == GK_OK && value.number == 124);
  CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, options.authority) != NULL);
  gk_buffer_free(buffer);
  gk_report_free(total);
  options.year = -1;
  FAILS(GK_E_ARGUMENT, gk_rollup(children, 2, &options, &total, NULL));

  /* Waivers: counted apart, decided anew each time, and unchanged by a failure. */
  CHECK(gk_report_check(faulty, NULL, &assessment) == GK_OK);
  CHECK(gk_assessment_finding(assessment, 0, &finding) == GK_OK);
  CHECK(gk_assessment_counts(assessment, &counts) == GK_OK);
  i = counts.errors + counts.warnings + counts.infos;
  sprintf(waivers,
          "{\"schema\": \"gongkai.waivers/1\", \"waivers\": [{\"fingerprint\": \"%s\", \"reason\": \"known\", "
          "\"author\": \"A\", \"date\": \"2021-02-01\", \"expiry\": \"2021-12-31\"}]}",
          finding.fingerprint);
  CHECK(gk_assessment_waive(assessment, waivers, strlen(waivers), 2021, 3, 1, &accepted) == GK_OK && accepted == 1);
  CHECK(gk_assessment_counts(assessment, &counts) == GK_OK && counts.waived == 1);
  CHECK(counts.errors + counts.warnings + counts.infos == i - 1);
  CHECK(gk_assessment_finding(assessment, 0, &finding) == GK_OK && finding.is_waived == 1);
  CHECK(text_is(finding.waiver_reason, "known"));
  FAILS(GK_E_MALFORMED, gk_assessment_waive(assessment, "{]", 2, 2021, 3, 1, &accepted));
  FAILS(GK_E_ARGUMENT, gk_assessment_waive(assessment, waivers, strlen(waivers), 0, 0, 0, &accepted));
  CHECK(gk_assessment_counts(assessment, &counts) == GK_OK && counts.waived == 1);
  CHECK(gk_assessment_waive(assessment, waivers, strlen(waivers), 2022, 1, 1, &accepted) == GK_OK && accepted == 0);
  CHECK(gk_assessment_counts(assessment, &counts) == GK_OK && counts.waived == 0);
  gk_assessment_free(assessment);
  gk_report_free(faulty);
  gk_reading_free(reading);
}

static void writing(const char* bytes, size_t size) {
  gk_reading *reading = NULL, *again = NULL;
  const gk_report *report = NULL, *other = NULL;
  gk_assessment* assessment = NULL;
  gk_buffer* buffer = NULL;
  gk_text text;
  gk_value value, value_2;
  int32_t format;
  size_t i;
  CHECK(gk_read(bytes, size, NULL, &reading) == GK_OK && gk_reading_report(reading, &report) == GK_OK);
  for (format = GK_WRITE_JSON; format <= GK_WRITE_XLSX; ++format) {
    CHECK(gk_report_write(report, format, GK_LANGUAGE_DEFAULT, &buffer) == GK_OK);
    CHECK(gk_buffer_view(buffer, &text) == GK_OK && text.size > 1000);
    if (format != GK_WRITE_CSV_TIDY && format != GK_WRITE_CSV_WIDE) {
      CHECK(gk_read(text.data, text.size, NULL, &again) == GK_OK && gk_reading_report(again, &other) == GK_OK);
      for (i = 0; i < gk_cell_count(); ++i) {
        CHECK(gk_report_get(report, i, &value) == GK_OK && gk_report_get(other, i, &value_2) == GK_OK);
        CHECK(value.is_blank == value_2.is_blank && value.number == value_2.number);
      }
      gk_reading_free(again);
    }
    gk_buffer_free(buffer);
  }
  FAILS(GK_E_ARGUMENT, gk_report_write(report, GK_WRITE_XLSX + 1, GK_LANGUAGE_DEFAULT, &buffer));
  FAILS(GK_E_ARGUMENT, gk_report_write(report, GK_WRITE_HTML, 9, &buffer));
  FAILS(GK_E_ARGUMENT, gk_report_write(NULL, GK_WRITE_HTML, GK_LANGUAGE_DEFAULT, &buffer));
  CHECK(gk_report_write(report, GK_WRITE_DOCX, GK_LANGUAGE_DEFAULT, &buffer) == GK_OK);
  CHECK(gk_buffer_view(buffer, &text) == GK_OK);
  {
    gk_buffer* filled = NULL;
    FAILS(GK_E_MALFORMED, gk_report_fill_docx(report, text.data, text.size, &filled)); /* it has no field */
    FAILS(GK_E_UNSUPPORTED, gk_report_fill_docx(report, "no archive", 10, &filled));
    FAILS(GK_E_MALFORMED, gk_report_fill_docx(report, "PK\3\4 cut", 8, &filled));
    FAILS(GK_E_ARGUMENT, gk_report_fill_docx(NULL, text.data, text.size, &filled));
    CHECK(filled == NULL);
  }
  gk_buffer_free(buffer);
  CHECK(gk_reading_check(reading, NULL, &assessment) == GK_OK);
  CHECK(gk_assessment_html(assessment, report, GK_LANGUAGE_EN, &buffer) == GK_OK);
  CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "<html") != NULL);
  gk_buffer_free(buffer);
  FAILS(GK_E_ARGUMENT, gk_assessment_html(assessment, NULL, GK_LANGUAGE_EN, &buffer));
  for (format = GK_FINDINGS_JSON; format <= GK_FINDINGS_HTML; ++format) {
    CHECK(gk_assessment_write(assessment, "a b.txt", format, GK_LANGUAGE_EN, &buffer) == GK_OK);
    CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "narrative.processed") != NULL);
    CHECK(strstr(text.data, format == GK_FINDINGS_SARIF ? "a%20b.txt" : "a b.txt") != NULL);
    gk_buffer_free(buffer);
  }
  CHECK(gk_assessment_write(assessment, NULL, GK_FINDINGS_CSV, GK_LANGUAGE_DEFAULT, &buffer) == GK_OK);
  gk_buffer_free(buffer);
  FAILS(GK_E_ARGUMENT, gk_assessment_write(assessment, NULL, GK_FINDINGS_LEAN + 1, GK_LANGUAGE_EN, &buffer));
  gk_assessment_free(assessment);
  gk_reading_free(reading);
}

static void assessments(const char* bytes, size_t size) {
  gk_report* const report = faulty();
  gk_reading* reading = NULL;
  gk_assessment *assessment = NULL, *none = NULL, *same = NULL;
  gk_check_options options = GK_CHECK_OPTIONS_INIT;
  gk_severity_override grade = {NULL, GK_SEVERITY_INFO, 0};
  gk_counts counts = GK_COUNTS_INIT;
  gk_finding finding = GK_FINDING_INIT;
  gk_finding_cell cell = GK_FINDING_CELL_INIT;
  gk_coverage coverage = GK_COVERAGE_INIT;
  gk_rule_info rule = GK_RULE_INFO_INIT;
  gk_buffer *buffer = NULL, *other = NULL;
  gk_text text, text_2;
  const char* prefix = "no.such_rule";
  char id[64];
  size_t i, with_sides = 0, violated = 0;

  CHECK(gk_report_check(report, NULL, &assessment) == GK_OK);
  CHECK(gk_assessment_counts(assessment, &counts) == GK_OK && counts.errors == 1);
  CHECK(counts.findings == counts.errors + counts.warnings + counts.infos);
  id[0] = '\0';
  for (i = 0; i < counts.findings; ++i) {
    CHECK(gk_assessment_finding(assessment, i, &finding) == GK_OK);
    CHECK(gk_rule_get((size_t)finding.rule_index, &rule) == GK_OK && strcmp(rule.id.data, finding.rule.data) == 0);
    CHECK(strlen(finding.fingerprint) == 16);
    if (finding.severity == GK_SEVERITY_ERROR) {
      strncpy(id, finding.rule.data, sizeof id - 1);
      id[sizeof id - 1] = '\0';
      CHECK(finding.has_left && finding.has_right && finding.has_difference && !finding.is_money);
      CHECK(finding.left - finding.right == finding.difference);
      CHECK(finding.difference == 1 || finding.difference == -1);
      CHECK(finding.cell_count == 5);
      CHECK(gk_assessment_finding_cell(assessment, i, 0, &cell) == GK_OK);
      CHECK(strncmp(cell.key.data, "review.", 7) == 0 && cell.place.line == 0);
      FAILS(GK_E_NOT_FOUND, gk_assessment_finding_cell(assessment, i, 5, &cell));
      CHECK(gk_assessment_message(assessment, i, GK_LANGUAGE_DEFAULT, &buffer) == GK_OK);
      CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "行政复议") != NULL);
      gk_buffer_free(buffer);
      CHECK(gk_assessment_message(assessment, i, GK_LANGUAGE_EN, &buffer) == GK_OK);
      CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "add up to 2") != NULL);
      gk_buffer_free(buffer);
      CHECK(gk_assessment_explanation(assessment, i, GK_LANGUAGE_ZH, &buffer) == GK_OK);
      CHECK(gk_buffer_view(buffer, &text) == GK_OK && text.size > 20);
      gk_buffer_free(buffer);
      ++with_sides;
    }
  }
  CHECK(with_sides == 1);
  FAILS(GK_E_NOT_FOUND, gk_assessment_finding(assessment, counts.findings, &finding));
  FAILS(GK_E_NOT_FOUND, gk_assessment_message(assessment, counts.findings, 0, &buffer));
  FAILS(GK_E_ARGUMENT, gk_assessment_message(assessment, 0, 3, &buffer));
  for (i = 0; i < gk_rule_count(); ++i) {
    CHECK(gk_assessment_coverage(assessment, i, &coverage) == GK_OK);
    violated += coverage.violated;
  }
  CHECK(violated == counts.findings);
  FAILS(GK_E_NOT_FOUND, gk_assessment_coverage(assessment, i, &coverage));

  /* The assessment needs the report no more, and is the same every time. */
  CHECK(gk_report_check(report, NULL, &same) == GK_OK);
  gk_report_free(report);
  CHECK(gk_assessment_json(assessment, &buffer) == GK_OK && gk_buffer_view(buffer, &text) == GK_OK);
  CHECK(gk_assessment_json(same, &other) == GK_OK && gk_buffer_view(other, &text_2) == GK_OK);
  CHECK(text.size == text_2.size && memcmp(text.data, text_2.data, text.size) == 0);
  gk_buffer_free(buffer);
  gk_buffer_free(other);
  gk_assessment_free(same);
  gk_assessment_free(assessment);

  /* Options. */
  {
    gk_report* const again = faulty();
    const char* only = id;
    options.only = &only;
    options.only_count = 1;
    options.language = GK_LANGUAGE_EN;
    CHECK(gk_report_check(again, &options, &assessment) == GK_OK);
    CHECK(gk_assessment_counts(assessment, &counts) == GK_OK && counts.findings == 1);
    CHECK(gk_assessment_message(assessment, 0, GK_LANGUAGE_DEFAULT, &buffer) == GK_OK);
    CHECK(gk_buffer_view(buffer, &text) == GK_OK && strstr(text.data, "复议") == NULL);
    gk_buffer_free(buffer);
    gk_assessment_free(assessment);
    grade.rule = id;
    options.severities = &grade;
    options.severity_count = 1;
    CHECK(gk_report_check(again, &options, &assessment) == GK_OK);
    CHECK(gk_assessment_counts(assessment, &counts) == GK_OK && counts.infos == 1 && counts.errors == 0);
    gk_assessment_free(assessment);
    grade.severity = 3;
    FAILS(GK_E_ARGUMENT, gk_report_check(again, &options, &none));
    options.severity_count = 0;
    options.skip = &only;
    options.skip_count = 1;
    CHECK(gk_report_check(again, &options, &assessment) == GK_OK);
    CHECK(gk_assessment_counts(assessment, &counts) == GK_OK && counts.findings == 0);
    gk_assessment_free(assessment);
    options.skip = &prefix;
    FAILS(GK_E_NOT_FOUND, gk_report_check(again, &options, &none));
    prefix = NULL;
    FAILS(GK_E_ARGUMENT, gk_report_check(again, &options, &none));
    options.skip = NULL;
    FAILS(GK_E_ARGUMENT, gk_report_check(again, &options, &none));
    options.skip_count = 0;
    options.blanks = 2;
    FAILS(GK_E_ARGUMENT, gk_report_check(again, &options, &none));
    options.blanks = GK_BLANKS_UNKNOWN;
    options.only_count = 0;
    CHECK(gk_report_check(again, &options, &assessment) == GK_OK);
    gk_assessment_free(assessment);
    {
      struct {
        gk_check_options known;
        int64_t newer;
      } longer;
      memset(&longer, 0, sizeof longer);
      longer.known.struct_size = sizeof longer;
      CHECK(gk_report_check(again, &longer.known, &assessment) == GK_OK);
      gk_assessment_free(assessment);
      longer.newer = 1; /* says something that this version cannot do */
      FAILS(GK_E_ARGUMENT, gk_report_check(again, &longer.known, &none));
    }
    FAILS(GK_E_ARGUMENT, gk_report_check(NULL, NULL, &none));
    FAILS(GK_E_ARGUMENT, gk_report_check(again, NULL, NULL));
    gk_report_free(again);
  }

  /* With the document, cells have places. */
  CHECK(gk_read(bytes, size, NULL, &reading) == GK_OK);
  CHECK(gk_reading_check(reading, NULL, &assessment) == GK_OK);
  gk_reading_free(reading);
  CHECK(gk_assessment_json(assessment, &buffer) == GK_OK);
  gk_buffer_free(buffer);
  gk_assessment_free(assessment);
  FAILS(GK_E_ARGUMENT, gk_reading_check(NULL, NULL, &none));
  CHECK(none == NULL);
}

/* The columns of a batch of 40, of which every fourth input is no report. */
static void test_columns(const gk_batch* batch) {
  struct ArrowSchema schema, only_schema;
  struct ArrowArray array, taken;
  gk_export_options options = GK_EXPORT_OPTIONS_INIT;
  const char* files[40];
  const char* problems[40] = {0};
  const char* some[2];
  const int64_t* received;
  const uint8_t* there;
  const int8_t* states;
  const char* letters;
  const int32_t* ends;
  int i;
  for (i = 0; i < 40; ++i) {
    files[i] = "a.txt";
  }
  options.files = files;
  problems[1] = "gone";
  options.problems = problems; /* of the first 30, which are reports */
  CHECK(gk_batch_export_reports(batch, &options, &schema, &array) == GK_OK);
  CHECK(array.children[10]->null_count == 29 && array.children[4]->null_count == 11);
  ends = (const int32_t*)array.children[10]->buffers[1];
  letters = (const char*)array.children[10]->buffers[2];
  CHECK(ends[1] == 0 && ends[2] == 4 && memcmp(letters, "gone", 4) == 0);
  schema.release(&schema);
  array.release(&array);
  options.problems = NULL;
  CHECK(gk_batch_export_reports(batch, &options, &schema, &array) == GK_OK);
  CHECK(strcmp(schema.format, "+s") == 0 && schema.n_children == 11 + (int64_t)gk_cell_count());
  CHECK(array.length == 40 && array.n_children == schema.n_children && array.null_count == 0);
  CHECK(strcmp(schema.children[0]->name, "file") == 0 && strcmp(schema.children[0]->format, "u") == 0);
  ends = (const int32_t*)array.children[0]->buffers[1];
  letters = (const char*)array.children[0]->buffers[2];
  CHECK(ends[0] == 0 && ends[1] == 5 && ends[40] == 200 && memcmp(letters, "a.txta.txt", 10) == 0);
  CHECK(array.children[4]->null_count == 10); /* the year of what is no report */
  CHECK(strcmp(schema.children[10]->name, "problem") == 0 && array.children[10]->null_count == 30);
  taken = *array.children[1]; /* a part may be taken out, and outlives the rest */
  array.children[1]->release = NULL;
  schema.release(&schema);
  array.release(&array);
  CHECK(schema.release == NULL && array.release == NULL && taken.length == 40);
  taken.release(&taken);

  some[0] = "requests.received.total.state";
  some[1] = "requests.received.total";
  options.columns = some;
  options.column_count = 2;
  CHECK(gk_batch_export_reports(batch, &options, &schema, &array) == GK_OK);
  CHECK(array.n_children == 2 && strcmp(schema.children[0]->format, "c") == 0);
  states = (const int8_t*)array.children[0]->buffers[1];
  received = (const int64_t*)array.children[1]->buffers[1];
  there = (const uint8_t*)array.children[1]->buffers[0];
  CHECK(states[0] == GK_STATE_READ && received[0] == 62 && there[0] == 0x77 && array.children[1]->null_count == 10);
  schema.release(&schema);
  array.release(&array);
  some[1] = "requests.recieved.total";
  FAILS(GK_E_NOT_FOUND, gk_batch_export_reports(batch, &options, &schema, &array));
  some[1] = NULL;
  FAILS(GK_E_ARGUMENT, gk_batch_export_reports(batch, &options, &schema, &array));

  CHECK(gk_batch_export_findings(batch, NULL, &only_schema, NULL) == GK_OK);
  CHECK(only_schema.n_children == 10 && strcmp(only_schema.children[4]->format, "+l") == 0);
  only_schema.release(&only_schema);
  CHECK(gk_batch_export_findings(batch, NULL, NULL, &array) == GK_OK);
  CHECK(array.length > 0 && array.length % 30 == 0 && array.children[1]->null_count == array.length);
  array.release(&array);
  FAILS(GK_E_ARGUMENT, gk_batch_export_reports(NULL, NULL, &schema, &array));
  FAILS(GK_E_ARGUMENT, gk_batch_export_findings(NULL, NULL, &schema, &array));
}

static void batches(const char* bytes, size_t size) {
  enum { row_count = 300 };
  const size_t count = gk_cell_count(), stride = count + 3;
  int64_t* const cells = calloc(row_count * stride, sizeof *cells);
  uint8_t* const blanks = calloc(row_count * stride, 1);
  int32_t editions[row_count], years[row_count];
  gk_rows rows = GK_ROWS_INIT;
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  gk_batch *batch = NULL, *none = NULL;
  const gk_summary *summaries = NULL, *summaries_2 = NULL;
  const gk_assessment* assessment = NULL;
  const gk_reading* reading = NULL;
  gk_assessment* single = NULL;
  gk_counts counts = GK_COUNTS_INIT;
  gk_error error = GK_ERROR_INIT;
  gk_input inputs[40];
  gk_buffer *json = NULL, *json_2 = NULL;
  gk_text text, text_2;
  size_t i, j, n = 0, upheld = 0, total = 0;
  int threads;
  if (cells == NULL || blanks == NULL) {
    abort();
  }
  CHECK(gk_cell_find("review.upheld", &upheld) == GK_OK && gk_cell_find("review.total", &total) == GK_OK);
  for (i = 0; i < row_count; ++i) {
    for (j = 0; j < count; ++j) {
      blanks[i * stride + j] = (j + i) % 3 == 0;
      cells[i * stride + j] = blanks[i * stride + j] ? INT64_MIN : 0;
    }
    blanks[i * stride + upheld] = blanks[i * stride + total] = 0;
    cells[i * stride + upheld] = 4;
    cells[i * stride + total] = i % 2 == 0 ? 4 : 5;
    editions[i] = i % 5 == 0 ? GK_EDITION_2019 : GK_EDITION_2021;
    years[i] = i % 5 == 0 ? 2020 : 2023;
  }
  rows.count = row_count;
  rows.stride = stride;
  rows.cells = cells;
  rows.blanks = blanks;
  rows.editions = editions;
  rows.years = years;

  /* The same as one by one, on any number of threads. */
  for (threads = 0; threads <= 4; ++threads) {
    how.threads = threads;
    how.keep = threads == 3 ? GK_KEEP_ASSESSMENTS : GK_KEEP_NOTHING;
    CHECK(gk_rows_check(&rows, NULL, &how, &batch) == GK_OK);
    CHECK(gk_batch_count(batch, &n) == GK_OK && n == row_count);
    CHECK(gk_batch_summaries(batch, &summaries) == GK_OK);
    for (i = 0; i < row_count; ++i) {
      gk_report* report = NULL;
      gk_about about = GK_ABOUT_INIT;
      CHECK(gk_report_new(editions[i], &report) == GK_OK);
      CHECK(gk_report_get_about(report, &about) == GK_OK);
      about.year = years[i];
      CHECK(gk_report_set_about(report, &about) == GK_OK);
      CHECK(gk_report_set_row(report, cells + i * stride, blanks + i * stride) == GK_OK);
      CHECK(gk_report_check(report, NULL, &single) == GK_OK && gk_assessment_counts(single, &counts) == GK_OK);
      CHECK(summaries[i].status == GK_OK && summaries[i].errors == counts.errors);
      CHECK(summaries[i].warnings == counts.warnings && summaries[i].infos == counts.infos);
      CHECK((summaries[i].errors != 0) == (i % 2 != 0));
      if (how.keep != 0 && i % 50 == 0) {
        CHECK(gk_batch_assessment(batch, i, &assessment) == GK_OK);
        CHECK(gk_assessment_json(assessment, &json) == GK_OK && gk_assessment_json(single, &json_2) == GK_OK);
        CHECK(gk_buffer_view(json, &text) == GK_OK && gk_buffer_view(json_2, &text_2) == GK_OK);
        CHECK(text.size == text_2.size && memcmp(text.data, text_2.data, text.size) == 0);
        gk_buffer_free(json);
        gk_buffer_free(json_2);
      }
      gk_assessment_free(single);
      gk_report_free(report);
    }
    if (how.keep == 0) {
      FAILS(GK_E_NOT_FOUND, gk_batch_assessment(batch, 0, &assessment));
    }
    FAILS(GK_E_NOT_FOUND, gk_batch_assessment(batch, row_count, &assessment));
    FAILS(GK_E_NOT_FOUND, gk_batch_reading(batch, 0, &reading));
    CHECK(gk_batch_error(batch, 0, &error) == GK_OK && error.code == GK_OK);
    gk_batch_free(batch);
    batch = NULL;
  }

  /* The first number that the form cannot hold is named, whatever the threads do. */
  cells[250 * stride + 7] = INT64_MAX;
  blanks[250 * stride + 7] = 0;
  cells[131 * stride + 9] = INT64_C(-1000000000000001);
  blanks[131 * stride + 9] = 0;
  for (threads = 1; threads <= 4; ++threads) {
    how.threads = threads;
    FAILS(GK_E_RANGE, gk_rows_check(&rows, NULL, &how, &none));
    CHECK(gk_last_error(&error) == GK_OK && error.row == 131 && error.cell == 9);
  }
  rows.count = 131;
  CHECK(gk_rows_check(&rows, NULL, NULL, &batch) == GK_OK);
  gk_batch_free(batch);
  rows.blanks = NULL; /* then what stood under the blanks counts */
  FAILS(GK_E_RANGE, gk_rows_check(&rows, NULL, NULL, &none));
  rows.blanks = blanks;
  rows.stride = count - 1;
  FAILS(GK_E_ARGUMENT, gk_rows_check(&rows, NULL, NULL, &none));
  rows.stride = SIZE_MAX / 4;
  FAILS(GK_E_ARGUMENT, gk_rows_check(&rows, NULL, NULL, &none));
  rows.stride = stride;
  editions[7] = 5;
  FAILS(GK_E_ARGUMENT, gk_rows_check(&rows, NULL, NULL, &none));
  rows.editions = NULL;
  rows.edition = GK_EDITION_2021;
  years[7] = -1;
  FAILS(GK_E_ARGUMENT, gk_rows_check(&rows, NULL, NULL, &none));
  rows.years = NULL;
  rows.year = 2023;
  CHECK(gk_rows_check(&rows, NULL, NULL, &batch) == GK_OK);
  gk_batch_free(batch);
  how.threads = -1;
  FAILS(GK_E_ARGUMENT, gk_rows_check(&rows, NULL, &how, &none));
  how.threads = 0;
  how.keep = 4;
  FAILS(GK_E_ARGUMENT, gk_rows_check(&rows, NULL, &how, &none));
  rows.cells = NULL;
  FAILS(GK_E_ARGUMENT, gk_rows_check(&rows, NULL, NULL, &none));
  rows.count = 0;
  CHECK(gk_rows_check(&rows, NULL, NULL, &batch) == GK_OK && gk_batch_count(batch, &n) == GK_OK && n == 0);
  CHECK(gk_batch_summaries(batch, &summaries) == GK_OK);
  gk_batch_free(batch);
  FAILS(GK_E_ARGUMENT, gk_rows_check(NULL, NULL, NULL, &none));

  /* Bytes: the good ones as gk_read() has them, the bad ones with their reason. */
  for (i = 0; i < 40; ++i) {
    inputs[i].bytes = i % 4 == 3 ? "a letter" : bytes;
    inputs[i].size = i % 4 == 3 ? 8 : size;
  }
  inputs[11].bytes = NULL;
  inputs[11].size = 0;
  how.threads = 4;
  how.keep = GK_KEEP_ASSESSMENTS | GK_KEEP_READINGS;
  CHECK(gk_inputs_check(inputs, 40, NULL, NULL, &how, &batch) == GK_OK);
  CHECK(gk_batch_summaries(batch, &summaries_2) == GK_OK);
  for (i = 0; i < 40; ++i) {
    CHECK(gk_batch_error(batch, i, &error) == GK_OK && error.code == summaries_2[i].status);
    if (i % 4 == 3) {
      CHECK(summaries_2[i].status == (i == 11 ? GK_E_EMPTY : GK_E_NOT_A_REPORT));
      CHECK(error.row == (int64_t)i && error.message_zh.size > 0);
      FAILS(GK_E_NOT_FOUND, gk_batch_reading(batch, i, &reading));
      FAILS(GK_E_NOT_FOUND, gk_batch_assessment(batch, i, &assessment));
    } else {
      CHECK(summaries_2[i].status == GK_OK && memcmp(&summaries_2[i], &summaries_2[0], sizeof summaries_2[0]) == 0);
      CHECK(gk_batch_reading(batch, i, &reading) == GK_OK && gk_batch_assessment(batch, i, &assessment) == GK_OK);
      CHECK(gk_reading_check(reading, NULL, &single) == GK_OK);
      CHECK(gk_assessment_json(assessment, &json) == GK_OK && gk_assessment_json(single, &json_2) == GK_OK);
      CHECK(gk_buffer_view(json, &text) == GK_OK && gk_buffer_view(json_2, &text_2) == GK_OK);
      CHECK(text.size == text_2.size && memcmp(text.data, text_2.data, text.size) == 0);
      gk_buffer_free(json);
      gk_buffer_free(json_2);
      gk_assessment_free(single);
    }
  }
  test_columns(batch);
  gk_batch_free(batch);
  inputs[2].bytes = NULL;
  FAILS(GK_E_ARGUMENT, gk_inputs_check(inputs, 40, NULL, NULL, NULL, &none));
  FAILS(GK_E_ARGUMENT, gk_inputs_check(NULL, 1, NULL, NULL, NULL, &none));
  CHECK(gk_inputs_check(NULL, 0, NULL, NULL, NULL, &batch) == GK_OK);
  gk_batch_free(batch);
  FAILS(GK_E_ARGUMENT, gk_batch_count(NULL, &n));
  FAILS(GK_E_ARGUMENT, gk_batch_summaries(NULL, &summaries));
  CHECK(none == NULL);
  free(blanks);
  free(cells);
}

/* Many dossiers in one call, as gk_dossier_check() has them one by one; also from a program whose struct is longer. */
static void batches_of_dossiers(const char* bytes, size_t size) {
  struct longer {
    gk_dossier known;
    size_t later;
  } dossiers[20];
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  const gk_dossier empty = GK_DOSSIER_INIT;
  gk_reading* reading = NULL;
  gk_report* report = NULL;
  gk_batch *batch = NULL, *none = NULL;
  const gk_assessment* assessment = NULL;
  gk_assessment* single = NULL;
  gk_buffer *json = NULL, *json_2 = NULL;
  gk_text text = {"", 0}, text_2 = {"", 0};
  size_t i;
  CHECK(gk_read(bytes, size, NULL, &reading) == GK_OK && gk_report_new(GK_EDITION_2021, &report) == GK_OK);
  for (i = 0; i < 20; ++i) {
    dossiers[i].known = empty;
    dossiers[i].known.struct_size = sizeof dossiers[0];
    dossiers[i].known.reading = i % 2 == 0 ? reading : NULL;
    dossiers[i].known.report = i % 2 == 0 ? NULL : report;
    dossiers[i].known.previous_reading = i % 3 == 0 ? reading : NULL;
    dossiers[i].later = 0;
  }
  how.threads = 3;
  how.keep = GK_KEEP_ASSESSMENTS;
  CHECK(gk_dossiers_check(&dossiers[0].known, 20, NULL, &how, &batch) == GK_OK);
  for (i = 0; i < 20; ++i) {
    CHECK(gk_batch_assessment(batch, i, &assessment) == GK_OK);
    CHECK(gk_dossier_check(&dossiers[i].known, NULL, &single) == GK_OK);
    CHECK(gk_assessment_json(assessment, &json) == GK_OK && gk_assessment_json(single, &json_2) == GK_OK);
    CHECK(gk_buffer_view(json, &text) == GK_OK && gk_buffer_view(json_2, &text_2) == GK_OK);
    CHECK(text.size == text_2.size && memcmp(text.data, text_2.data, text.size) == 0);
    gk_buffer_free(json);
    gk_buffer_free(json_2);
    gk_assessment_free(single);
  }
  gk_batch_free(batch);
  dossiers[7].later = 1;
  FAILS(GK_E_ARGUMENT, gk_dossiers_check(&dossiers[0].known, 20, NULL, NULL, &none));
  dossiers[7].later = 0;
  dossiers[7].known.struct_size = sizeof(gk_dossier);
  FAILS(GK_E_ARGUMENT, gk_dossiers_check(&dossiers[0].known, 20, NULL, NULL, &none));
  dossiers[7].known = empty; /* neither report nor reading */
  dossiers[7].known.struct_size = sizeof dossiers[0];
  FAILS(GK_E_ARGUMENT, gk_dossiers_check(&dossiers[0].known, 20, NULL, NULL, &none));
  FAILS(GK_E_ARGUMENT, gk_dossiers_check(NULL, 1, NULL, NULL, &none));
  CHECK(gk_dossiers_check(NULL, 0, NULL, NULL, &batch) == GK_OK);
  gk_batch_free(batch);
  CHECK(none == NULL);
  gk_report_free(report);
  gk_reading_free(reading);
}

static int has(gk_text text, const char* part) {
  return strstr(text.data, part) != NULL;
}

/* Bytes in, JSON out: what the calls one by one say, and nothing that was not asked for. */
static void told_as_json(const char* bytes, size_t size) {
  gk_json_options options = GK_JSON_OPTIONS_INIT;
  gk_read_options reading_options = GK_READ_OPTIONS_INIT;
  gk_check_options checking_options = GK_CHECK_OPTIONS_INIT;
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  const char* const only[] = {"requests"};
  gk_input inputs[3];
  gk_reading* reading = NULL;
  gk_assessment* assessment = NULL;
  gk_buffer *json = NULL, *part = NULL, *lines = NULL, *none = NULL;
  gk_text text = {"", 0}, part_text = {"", 0}, lines_text = {"", 0};
  const char* second;

  CHECK(gk_check_json(bytes, size, NULL, &json) == GK_OK && gk_buffer_view(json, &text) == GK_OK);
  CHECK(has(text, "{\"schema\":\"gongkai.checked/1\",\"reports\":[{\"about\":{") && strchr(text.data, '\n') == NULL);
  CHECK(has(text, "\"findings\":[") && !has(text, "\"coverage\":[") && !has(text, "gongkai.report/1"));
  gk_buffer_free(json);
  options.tell = GK_TELL_REPORT | GK_TELL_READING | GK_TELL_COVERAGE;
  options.all_reports = 1;
  CHECK(gk_check_json(bytes, size, &options, &json) == GK_OK && gk_buffer_view(json, &text) == GK_OK);
  CHECK(gk_read(bytes, size, NULL, &reading) == GK_OK && gk_reading_check(reading, NULL, &assessment) == GK_OK);
  CHECK(gk_assessment_json(assessment, &part) == GK_OK && gk_buffer_view(part, &part_text) == GK_OK);
  CHECK(has(text, part_text.data));
  gk_buffer_free(part);
  CHECK(gk_reading_json(reading, &part) == GK_OK && gk_buffer_view(part, &part_text) == GK_OK);
  CHECK(has(text, part_text.data));
  gk_buffer_free(part);
  gk_assessment_free(assessment);
  gk_reading_free(reading);

  /* A line for each input. */
  inputs[0].bytes = inputs[2].bytes = bytes;
  inputs[0].size = inputs[2].size = size;
  inputs[1].bytes = "a letter";
  inputs[1].size = 8;
  how.threads = 2;
  CHECK(gk_inputs_check_json(inputs, 3, &options, &how, &lines) == GK_OK &&
        gk_buffer_view(lines, &lines_text) == GK_OK);
  CHECK(lines_text.size > 2 * text.size && memcmp(lines_text.data, text.data, text.size) == 0);
  second = lines_text.data + text.size + 1;
  CHECK(second[-1] == '\n' &&
        strstr(second, "{\"schema\":\"gongkai.checked/1\",\"error\":{\"code\":\"not_a_report\"") == second);
  second = strchr(second, '\n') + 1;
  CHECK(strlen(second) == text.size + 1 && memcmp(second, text.data, text.size) == 0 && second[text.size] == '\n');
  gk_buffer_free(lines);
  gk_buffer_free(json);
  CHECK(gk_inputs_check_json(NULL, 0, NULL, NULL, &lines) == GK_OK && gk_buffer_view(lines, &lines_text) == GK_OK);
  CHECK(lines_text.size == 0);
  gk_buffer_free(lines);

  /* Options are those of reading and checking. */
  reading_options.year = 2019;
  checking_options.only = only;
  checking_options.only_count = 1;
  options.reading = &reading_options;
  options.checking = &checking_options;
  options.tell = 0;
  CHECK(gk_check_json(bytes, size, &options, &json) == GK_OK && gk_buffer_view(json, &text) == GK_OK);
  CHECK(has(text, "\"year\":2019") && !has(text, "document."));
  gk_buffer_free(json);
  reading_options.max_bytes = 10;
  FAILS(GK_E_LIMIT, gk_check_json(bytes, size, &options, &none));
  reading_options.max_bytes = 0;
  reading_options.year = -1;
  FAILS(GK_E_ARGUMENT, gk_check_json(bytes, size, &options, &none));
  options.reading = NULL;
  options.tell = 8;
  FAILS(GK_E_ARGUMENT, gk_check_json(bytes, size, &options, &none));
  options.tell = 0;
  FAILS(GK_E_EMPTY, gk_check_json(NULL, 0, NULL, &none));
  FAILS(GK_E_NOT_A_REPORT, gk_check_json("a letter", 8, NULL, &none));
  FAILS(GK_E_ARGUMENT, gk_check_json(bytes, size, NULL, NULL));
  FAILS(GK_E_ARGUMENT, gk_inputs_check_json(NULL, 1, NULL, NULL, &none));
  how.keep = GK_KEEP_READINGS;
  FAILS(GK_E_ARGUMENT, gk_inputs_check_json(inputs, 3, NULL, &how, &none));
  CHECK(none == NULL);
}

int main(int argc, char** argv) {
  size_t size = 0;
  char* const bytes = argc == 2 ? read_file(argv[1], &size) : NULL;
  if (bytes == NULL) {
    printf("usage: capi_test REPORT\n");
    return 2;
  }
  versions_and_errors();
  catalogue();
  reports();
  readings(bytes, size);
  corrections();
  reading_of_many(bytes, size);
  dossiers(bytes, size);
  writing(bytes, size);
  assessments(bytes, size);
  batches(bytes, size);
  batches_of_dossiers(bytes, size);
  told_as_json(bytes, size);
  free(bytes);
  printf("%d checks, %d failed\n", checks, failures);
  return failures == 0 && checks > 0 ? 0 : 1;
}
