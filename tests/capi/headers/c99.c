/* gongkai.h compiles as C99 and gives every struct an initialiser. */
#include "gongkai.h"

int header_c99(void);
int header_c99(void) {
  gk_error error = GK_ERROR_INIT;
  gk_cell_info cell = GK_CELL_INFO_INIT;
  gk_rule_info rule = GK_RULE_INFO_INIT;
  gk_edition_info edition = GK_EDITION_INFO_INIT;
  gk_field_info field = GK_FIELD_INFO_INIT;
  gk_about about = GK_ABOUT_INIT;
  gk_read_options reading = GK_READ_OPTIONS_INIT;
  gk_source source = GK_SOURCE_INIT;
  gk_note note = GK_NOTE_INIT;
  gk_check_options checking = GK_CHECK_OPTIONS_INIT;
  gk_counts counts = GK_COUNTS_INIT;
  gk_finding finding = GK_FINDING_INIT;
  gk_finding_cell finding_cell = GK_FINDING_CELL_INIT;
  gk_coverage coverage = GK_COVERAGE_INIT;
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  gk_rows rows = GK_ROWS_INIT;
  return error.struct_size && cell.struct_size && rule.struct_size && edition.struct_size && field.struct_size &&
         about.struct_size && reading.struct_size && source.struct_size && note.struct_size && checking.struct_size &&
         counts.struct_size && finding.struct_size && finding_cell.struct_size && coverage.struct_size &&
         how.struct_size && rows.struct_size;
}
