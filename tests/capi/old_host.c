/* A host that was compiled long ago: each struct that may grow is as long as it was then. The library writes no further and
 * reads no further (in-structs end where their memory does, which a sanitizer watches). Compiled by old_hosts.py against the
 * header of the first day, and against headers that are older than that. Argument: the example report. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gongkai.h"

enum { guard_size = 64, guard = 0xa5 };

static int failures = 0, checks = 0;

static void check(int holds, const char* what, int line) {
  ++checks;
  if (!holds) {
    ++failures;
    printf("old_host.c:%d: not so: %s\n", line, what);
  }
}
#define CHECK(condition) check(condition, #condition, __LINE__)

static int is_untouched(const unsigned char* bytes) {
  int i;
  for (i = 0; i < guard_size; ++i) {
    if (bytes[i] != guard) {
      return 0;
    }
  }
  return 1;
}

/* The call fills `it`, and nothing behind it. */
#define FILLED(type, initialiser, call)                           \
  do {                                                            \
    static const type empty = initialiser;                        \
    type* const it = malloc(sizeof(type) + guard_size);           \
    memcpy(it, &empty, sizeof empty);                             \
    memset((unsigned char*)it + sizeof(type), guard, guard_size); \
    CHECK((call) == GK_OK);                                       \
    CHECK(it->struct_size == sizeof(type));                       \
    CHECK(is_untouched((unsigned char*)it + sizeof(type)));       \
    free(it);                                                     \
  } while (0)

/* The call takes `it`, which has room for no more than its type has. */
#define TAKEN(type, initialiser, call)     \
  do {                                     \
    static const type empty = initialiser; \
    type* const it = malloc(sizeof(type)); \
    memcpy(it, &empty, sizeof empty);      \
    CHECK(is_understood(call));            \
    free(it);                              \
  } while (0)

/* What an empty struct of options asks for may be too little to work on, which is said. */
static int is_understood(gk_status status) {
  return status == GK_OK || status == GK_E_ARGUMENT || status == GK_E_NOT_FOUND;
}

int main(int argc, char** argv) {
  static char bytes[1 << 16];
  FILE* const file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  const size_t size = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
  gk_reading* reading = NULL;
  const gk_report* report = NULL;
  gk_assessment* assessment = NULL;
  gk_batch* batch = NULL;
  gk_report* another = NULL;
  gk_buffer* buffer = NULL;
  const gk_input input = {bytes, size};
  size_t cell = 0, rule = 0, notes = 0;
  if (file == NULL || size == 0) {
    printf("usage: old_host REPORT\n");
    return 2;
  }
  fclose(file);

  /* What never changes: the number of the interface, keys and ids. */
  CHECK(gk_abi_version() == GK_ABI_VERSION);
  CHECK(gk_cell_find("requests.received.total", &cell) == GK_OK && cell < gk_cell_count());
  CHECK(gk_rule_find("requests.flow_balance", &rule) == GK_OK && rule < gk_rule_count());

  FILLED(gk_cell_info, GK_CELL_INFO_INIT, gk_cell_get(cell, it));
  FILLED(gk_rule_info, GK_RULE_INFO_INIT, gk_rule_get(rule, it));
  FILLED(gk_edition_info, GK_EDITION_INFO_INIT, gk_edition_get(0, it));
  FILLED(gk_field_info, GK_FIELD_INFO_INIT, gk_field_get(0, it));

  TAKEN(gk_read_options, GK_READ_OPTIONS_INIT,
        (gk_reading_free(reading), reading = NULL, gk_read(bytes, size, it, &reading)));
  CHECK(reading != NULL && gk_reading_report(reading, &report) == GK_OK);
  FILLED(gk_reading_info, GK_READING_INFO_INIT, gk_reading_get_info(reading, it));
  FILLED(gk_table_summary, GK_TABLE_SUMMARY_INIT, gk_reading_table(reading, 0, it));
  FILLED(gk_source, GK_SOURCE_INIT, gk_reading_source(reading, cell, it));
  CHECK(gk_reading_note_count(reading, &notes) == GK_OK);
  if (notes != 0) {
    FILLED(gk_note, GK_NOTE_INIT, gk_reading_note(reading, 0, it));
  }
  FILLED(gk_about, GK_ABOUT_INIT, gk_report_get_about(report, it));
  CHECK(gk_report_clone(report, &another) == GK_OK);
  TAKEN(gk_about, GK_ABOUT_INIT, gk_report_set_about(another, it));
  gk_report_free(another);
  another = NULL;

  TAKEN(gk_check_options, GK_CHECK_OPTIONS_INIT,
        (gk_assessment_free(assessment), assessment = NULL, gk_reading_check(reading, it, &assessment)));
  CHECK(assessment != NULL);
  FILLED(gk_counts, GK_COUNTS_INIT, gk_assessment_counts(assessment, it));
  FILLED(gk_finding, GK_FINDING_INIT, gk_assessment_finding(assessment, 0, it));
  FILLED(gk_finding_cell, GK_FINDING_CELL_INIT, gk_assessment_finding_cell(assessment, 0, 0, it));
  FILLED(gk_coverage, GK_COVERAGE_INIT, gk_assessment_coverage(assessment, rule, it));
  gk_assessment_free(assessment);
  assessment = NULL;

  TAKEN(gk_dossier, GK_DOSSIER_INIT, gk_dossier_check(it, NULL, &assessment)); /* which names no report */
  gk_assessment_free(assessment);
  TAKEN(gk_dossier, GK_DOSSIER_INIT, gk_dossiers_check(it, 1, NULL, NULL, &batch));
  gk_batch_free(batch);
  batch = NULL;
  TAKEN(gk_rollup_options, GK_ROLLUP_OPTIONS_INIT, gk_rollup(NULL, 0, it, &another, NULL));
  gk_report_free(another);
  TAKEN(gk_rows, GK_ROWS_INIT, gk_rows_check(it, NULL, NULL, &batch));
  gk_batch_free(batch);
  batch = NULL;
  TAKEN(gk_json_options, GK_JSON_OPTIONS_INIT, gk_check_json(bytes, size, it, &buffer));
  gk_buffer_free(buffer);
  TAKEN(gk_batch_options, GK_BATCH_OPTIONS_INIT,
        (gk_batch_free(batch), batch = NULL, gk_inputs_check(&input, 1, NULL, NULL, it, &batch)));
  CHECK(batch != NULL);
  FILLED(gk_error, GK_ERROR_INIT, gk_batch_error(batch, 0, it));
  {
    struct ArrowSchema schema = {0};
    struct ArrowArray array = {0};
    TAKEN(gk_export_options, GK_EXPORT_OPTIONS_INIT, gk_batch_export_reports(batch, it, &schema, &array));
    if (schema.release != NULL) {
      schema.release(&schema);
    }
    if (array.release != NULL) {
      array.release(&array);
    }
  }
  gk_batch_free(batch);
  gk_reading_free(reading);
  CHECK(gk_cell_find("no.such.cell", &cell) == GK_E_NOT_FOUND);
  FILLED(gk_error, GK_ERROR_INIT, gk_last_error(it));
  printf("%d checks, %d failed\n", checks, failures);
  return failures == 0 ? 0 : 1;
}
