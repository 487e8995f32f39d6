/* Made from gongkai.h, the manual, by capi/ffi_header.py: do not edit. Set struct_size of every struct that begins
 * with it to its size; everything else is 0 by default. */
/* clang-format off */
enum {
  GK_OK = 0,
  GK_E_ARGUMENT = 1,
  GK_E_RANGE = 2,
  GK_E_NOT_FOUND = 3,
  GK_E_MEMORY = 4,
  GK_E_INTERNAL = 5,
  GK_E_EMPTY = 20,
  GK_E_NOT_TEXT = 21,
  GK_E_UNSUPPORTED = 22,
  GK_E_LIMIT = 23,
  GK_E_NOT_A_REPORT = 24,
  GK_E_MALFORMED = 25,
  GK_LANGUAGE_DEFAULT = 0,
  GK_LANGUAGE_ZH = 1,
  GK_LANGUAGE_EN = 2,
  GK_EDITION_UNKNOWN = 0,
  GK_EDITION_2019 = 1,
  GK_EDITION_2021 = 2,
  GK_SEVERITY_INFO = 0,
  GK_SEVERITY_WARNING = 1,
  GK_SEVERITY_ERROR = 2,
  GK_ABI_VERSION = 0,
  GK_LEVEL_UNKNOWN = 0,
  GK_LEVEL_NATIONAL = 1,
  GK_LEVEL_PROVINCE = 2,
  GK_LEVEL_PREFECTURE = 3,
  GK_LEVEL_COUNTY = 4,
  GK_LEVEL_TOWNSHIP = 5,
  GK_KIND_UNKNOWN = 0,
  GK_KIND_GOVERNMENT = 1,
  GK_KIND_DEPARTMENT = 2,
  GK_KIND_AGENCY = 3,
  GK_KIND_INSTITUTION = 4,
  GK_EXTENT_UNKNOWN = 0,
  GK_EXTENT_OWN = 1,
  GK_EXTENT_TERRITORY = 2,
  GK_FORMAT_UNKNOWN = 0,
  GK_FORMAT_TEXT = 1,
  GK_FORMAT_HTML = 2,
  GK_FORMAT_DOCX = 3,
  GK_FORMAT_XLSX = 4,
  GK_FORMAT_CSV = 5,
  GK_FORMAT_JSON = 6,
  GK_FORMAT_PDF_LAYOUT = 7,
  GK_ENCODING_GIVEN = 0,
  GK_ENCODING_BYTE_ORDER_MARK = 1,
  GK_ENCODING_VALID_UTF8 = 2,
  GK_ENCODING_DECLARED = 3,
  GK_ENCODING_DETECTED = 4,
  GK_CONFIDENCE_NONE = 0,
  GK_CONFIDENCE_LIKELY = 1,
  GK_CONFIDENCE_CERTAIN = 2,
  GK_CONFIDENCE_GIVEN = 3,
  GK_STATE_NOT_IN_FORM = 0,
  GK_STATE_ABSENT = 1,
  GK_STATE_BLANK = 2,
  GK_STATE_READ = 3,
  GK_STATE_UNREADABLE = 4,
  GK_STATE_INFERRED = 5,
  GK_BLANKS_AS_ZERO = 0,
  GK_BLANKS_UNKNOWN = 1,
  GK_OPEN_BLANK_TOTAL = 0,
  GK_OPEN_ALL_BLANK = 1,
  GK_OPEN_UNKNOWN_BLANK = 2,
  GK_OPEN_UNREADABLE = 3,
  GK_OPEN_MISSING_INPUT = 4,
  GK_OPEN_NO_DOCUMENT = 5,
  GK_OPEN_NOT_ASSESSABLE = 6,
  GK_OPEN_UNCLASSIFIED = 7,
  GK_OPEN_NOT_COMPARABLE = 8,
  GK_OPEN_REPORTS_MISSING = 9,
  GK_OPEN_INFERRED = 10,
  GK_GAP_MISSING = 1,
  GK_GAP_UNREADABLE = 2,
  GK_WRITE_JSON = 0,
  GK_WRITE_HTML = 1,
  GK_WRITE_MARKDOWN = 2,
  GK_WRITE_CSV = 3,
  GK_WRITE_CSV_TIDY = 4,
  GK_WRITE_CSV_WIDE = 5,
  GK_WRITE_DOCX = 6,
  GK_WRITE_XLSX = 7,
  GK_FINDINGS_JSON = 0,
  GK_FINDINGS_JSONL = 1,
  GK_FINDINGS_SARIF = 2,
  GK_FINDINGS_JUNIT = 3,
  GK_FINDINGS_CSV = 4,
  GK_FINDINGS_HTML = 5,
  GK_FINDINGS_XLSX = 6,
  GK_FINDINGS_LEAN = 7,
  GK_KEEP_NOTHING = 0,
  GK_KEEP_ASSESSMENTS = 1,
  GK_KEEP_READINGS = 2,
  GK_TELL_COVERAGE = 1,
  GK_TELL_REPORT = 2,
  GK_TELL_READING = 4
};
typedef int32_t gk_status;
typedef struct gk_text {
  const char* data;
  size_t size;
} gk_text;
typedef struct gk_place {
  uint32_t line;
  uint32_t column;
  uint32_t table;
  uint32_t row;
  uint32_t cell;
  uint32_t page;
  uint32_t reserved[2];
} gk_place;
typedef struct gk_value {
  int64_t number;
  int32_t is_blank;
  int32_t reserved;
} gk_value;
typedef struct gk_buffer gk_buffer;
typedef struct gk_report gk_report;
typedef struct gk_reading gk_reading;
typedef struct gk_readings gk_readings;
typedef struct gk_assessment gk_assessment;
typedef struct gk_batch gk_batch;
const char* gk_version(void);
int32_t gk_abi_version(void);
typedef struct gk_error {
  size_t struct_size;
  int32_t code;
  int32_t cell;
  int64_t row;
  gk_text message_zh;
  gk_text message_en;
  gk_place place;
} gk_error;
gk_status gk_last_error(gk_error* out);
const char* gk_status_name(gk_status status);
gk_status gk_buffer_view(const gk_buffer* buffer, gk_text* out);
void gk_buffer_free(gk_buffer* buffer);
typedef struct gk_cell_info {
  size_t struct_size;
  gk_text key;
  int32_t index;
  int32_t section;
  int32_t in_2019;
  int32_t in_2021;
  int32_t is_money;
  int32_t is_signed;
  gk_text table_key;
  gk_text table_title_zh;
  gk_text table_title_en;
  gk_text row_key;
  gk_text row_group;
  gk_text row_label_zh;
  gk_text row_label_zh_2019;
  gk_text row_label_zh_2021;
  gk_text row_label_en;
  gk_text column_name;
  gk_text column_group;
  gk_text column_label_zh;
  gk_text column_label_zh_2019;
  gk_text column_label_zh_2021;
  gk_text column_label_en;
  gk_text unit_zh;
  gk_text unit_en;
  gk_text basis_zh;
  gk_text basis_en;
  int32_t position_2019[2];
  int32_t position_2021[2];
} gk_cell_info;
size_t gk_cell_count(void);
gk_status gk_cell_get(size_t index, gk_cell_info* out);
gk_status gk_cell_find(const char* key, size_t* out);
gk_status gk_cells_json(gk_buffer** out);
typedef struct gk_rule_info {
  size_t struct_size;
  gk_text id;
  int32_t severity;
  int32_t in_2019;
  int32_t in_2021;
  int32_t reserved;
  gk_text scope;
  gk_text ground;
  gk_text citation_zh;
  gk_text citation_en;
  gk_text statement_zh;
  gk_text statement_en;
  gk_text example_zh;
  gk_text example_en;
} gk_rule_info;
size_t gk_rule_count(void);
gk_status gk_rule_get(size_t index, gk_rule_info* out);
gk_status gk_rule_find(const char* id, size_t* out);
gk_status gk_rules_json(gk_buffer** out);
typedef struct gk_edition_info {
  size_t struct_size;
  gk_text name;
  int32_t edition;
  int32_t cell_count;
} gk_edition_info;
size_t gk_edition_count(void);
gk_status gk_edition_get(size_t index, gk_edition_info* out);
typedef struct gk_field_info {
  size_t struct_size;
  gk_text key;
  int32_t section;
  int32_t reserved;
  gk_text label_zh;
  gk_text label_en;
  gk_text basis_zh;
  gk_text basis_en;
} gk_field_info;
size_t gk_field_count(void);
gk_status gk_field_get(size_t index, gk_field_info* out);
typedef struct gk_about {
  size_t struct_size;
  int32_t edition;
  int32_t year;
  int32_t level;
  int32_t kind;
  int32_t coverage;
  int32_t publication_year;
  int32_t publication_month;
  int32_t publication_day;
  gk_text authority;
} gk_about;
gk_status gk_report_new(int32_t edition, gk_report** out);
gk_status gk_report_clone(const gk_report* report, gk_report** out);
void gk_report_free(gk_report* report);
gk_status gk_report_get(const gk_report* report, size_t index, gk_value* out);
gk_status gk_report_get_by_key(const gk_report* report, const char* key, gk_value* out);
gk_status gk_report_set(gk_report* report, size_t index, int64_t number);
gk_status gk_report_set_by_key(gk_report* report, const char* key, int64_t number);
gk_status gk_report_set_blank(gk_report* report, size_t index);
gk_status gk_report_set_blank_by_key(gk_report* report, const char* key);
gk_status gk_report_get_row(const gk_report* report, int64_t* cells, uint8_t* blanks);
gk_status gk_report_set_row(gk_report* report, const int64_t* cells, const uint8_t* blanks);
gk_status gk_report_get_text(const gk_report* report, const char* key, gk_text* out);
gk_status gk_report_set_text(gk_report* report, const char* key, const char* text, size_t size);
gk_status gk_report_get_about(const gk_report* report, gk_about* out);
gk_status gk_report_set_about(gk_report* report, const gk_about* about);
gk_status gk_report_json(const gk_report* report, gk_buffer** out);
gk_status gk_report_from_json(const char* json, size_t size, gk_report** out);
typedef struct gk_read_options {
  size_t struct_size;
  size_t max_bytes;
  size_t max_cells;
  size_t max_blocks;
  const char* authority;
  int32_t year;
  int32_t level;
  int32_t kind;
  int32_t coverage;
  int32_t publication_year;
  int32_t publication_month;
  int32_t publication_day;
  int32_t format;
  size_t max_depth;
  size_t max_span;
  size_t max_archive_entries;
  size_t max_unpacked_bytes;
  size_t max_unpacked_ratio;
  int32_t no_inference;
  int32_t reserved;
} gk_read_options;
gk_status gk_read(const void* bytes, size_t size, const gk_read_options* options, gk_reading** out);
gk_status gk_read_all(const void* bytes, size_t size, const gk_read_options* options, gk_readings** out);
gk_status gk_readings_count(const gk_readings* readings, size_t* out);
gk_status gk_readings_get(const gk_readings* readings, size_t index, const gk_reading** out);
void gk_readings_free(gk_readings* readings);
void gk_reading_free(gk_reading* reading);
gk_status gk_reading_report(const gk_reading* reading, const gk_report** out);
gk_status gk_reading_clone(const gk_reading* reading, gk_reading** out);
gk_status gk_reading_edit(gk_reading* reading, gk_report** out);
typedef struct gk_reading_info {
  size_t struct_size;
  int32_t format;
  int32_t encoding_reason;
  gk_text encoding;
  int32_t level;
  int32_t kind;
  int32_t confidence;
  int32_t has_document;
} gk_reading_info;
gk_status gk_reading_get_info(const gk_reading* reading, gk_reading_info* out);
typedef struct gk_table_summary {
  size_t struct_size;
  gk_text key;
  gk_text title_zh;
  gk_text title_en;
  uint32_t rows_expected;
  uint32_t rows_found;
  uint32_t rows_extra;
  uint32_t read;
  uint32_t blank;
  uint32_t unreadable;
  uint32_t absent;
  uint32_t inferred;
} gk_table_summary;
size_t gk_table_count(void);
gk_status gk_reading_table(const gk_reading* reading, size_t index, gk_table_summary* out);
typedef struct gk_source {
  size_t struct_size;
  int32_t state;
  int32_t reserved;
  gk_place place;
  gk_text text;
} gk_source;
gk_status gk_reading_source(const gk_reading* reading, size_t cell, gk_source* out);
typedef struct gk_note {
  size_t struct_size;
  gk_text kind;
  int32_t cell;
  int32_t reserved;
  gk_text row_key;
  gk_text text;
  gk_place place;
} gk_note;
gk_status gk_reading_note_count(const gk_reading* reading, size_t* out);
gk_status gk_reading_note(const gk_reading* reading, size_t index, gk_note* out);
gk_status gk_reading_note_message(const gk_reading* reading, size_t index, int32_t language, gk_buffer** out);
gk_status gk_reading_json(const gk_reading* reading, gk_buffer** out);
typedef struct gk_severity_override {
  const char* rule;
  int32_t severity;
  int32_t reserved;
} gk_severity_override;
typedef struct gk_check_options {
  size_t struct_size;
  int32_t blanks;
  int32_t language;
  const char* const* only;
  size_t only_count;
  const char* const* skip;
  size_t skip_count;
  const gk_severity_override* severities;
  size_t severity_count;
} gk_check_options;
gk_status gk_report_check(const gk_report* report, const gk_check_options* options, gk_assessment** out);
gk_status gk_reading_check(const gk_reading* reading, const gk_check_options* options, gk_assessment** out);
void gk_assessment_free(gk_assessment* assessment);
typedef struct gk_counts {
  size_t struct_size;
  size_t findings;
  size_t errors;
  size_t warnings;
  size_t infos;
  size_t waived;
} gk_counts;
gk_status gk_assessment_counts(const gk_assessment* assessment, gk_counts* out);
typedef struct gk_finding {
  size_t struct_size;
  gk_text rule;
  int32_t rule_index;
  int32_t severity;
  size_t cell_count;
  int32_t has_left;
  int32_t has_right;
  int32_t has_difference;
  int32_t left_is_bound;
  int32_t right_is_bound;
  int32_t is_money;
  int32_t assumed_zero;
  int32_t is_waived;
  int64_t left;
  int64_t right;
  int64_t difference;
  gk_text detail;
  gk_place place;
  char fingerprint[24];
  gk_text waiver_reason;
} gk_finding;
gk_status gk_assessment_finding(const gk_assessment* assessment, size_t index, gk_finding* out);
typedef struct gk_finding_cell {
  size_t struct_size;
  gk_text key;
  int32_t index;
  int32_t reserved;
  gk_value value;
  gk_place place;
} gk_finding_cell;
gk_status gk_assessment_finding_cell(const gk_assessment* assessment, size_t index, size_t cell,
                                            gk_finding_cell* out);
gk_status gk_assessment_message(const gk_assessment* assessment, size_t index, int32_t language,
                                       gk_buffer** out);
gk_status gk_assessment_explanation(const gk_assessment* assessment, size_t index, int32_t language,
                                           gk_buffer** out);
typedef struct gk_coverage {
  size_t struct_size;
  uint32_t held;
  uint32_t violated;
  uint32_t assumed;
  uint32_t open_total;
  uint32_t open[16];
} gk_coverage;
gk_status gk_assessment_coverage(const gk_assessment* assessment, size_t rule, gk_coverage* out);
gk_status gk_assessment_json(const gk_assessment* assessment, gk_buffer** out);
gk_status gk_assessment_findings_json(const gk_assessment* assessment, gk_buffer** out);
typedef struct gk_child {
  const char* name;
  const gk_report* report;
  const gk_reading* reading;
  int32_t gap;
  int32_t reserved;
} gk_child;
typedef struct gk_dossier {
  size_t struct_size;
  const gk_report* report;
  const gk_reading* reading;
  const gk_report* previous;
  const gk_reading* previous_reading;
  const gk_child* children;
  size_t child_count;
  int32_t children_are_complete;
  int32_t reserved;
} gk_dossier;
gk_status gk_dossier_check(const gk_dossier* dossier, const gk_check_options* options, gk_assessment** out);
gk_status gk_dossier_localize_json(const gk_dossier* dossier, int32_t blanks, gk_buffer** out);
gk_status gk_dossier_why(const gk_dossier* dossier, int32_t blanks, int32_t language, gk_buffer** out);
gk_status gk_dossier_diff_json(const gk_dossier* before, const gk_dossier* after,
                                      const gk_check_options* options, gk_buffer** out);
typedef struct gk_rollup_options {
  size_t struct_size;
  const char* authority;
  int32_t year;
  int32_t blanks;
} gk_rollup_options;
gk_status gk_rollup(const gk_child* children, size_t count, const gk_rollup_options* options, gk_report** out,
                                 gk_buffer** rest);
gk_status gk_assessment_waive(gk_assessment* assessment, const char* json, size_t size, int32_t year,
                                     int32_t month, int32_t day, size_t* out);
gk_status gk_report_write(const gk_report* report, int32_t format, int32_t language, gk_buffer** out);
gk_status gk_report_fill_docx(const gk_report* report, const void* bytes, size_t size, gk_buffer** out);
gk_status gk_assessment_html(const gk_assessment* assessment, const gk_report* report, int32_t language,
                                    gk_buffer** out);
gk_status gk_assessment_write(const gk_assessment* assessment, const char* file, int32_t format,
                                     int32_t language, gk_buffer** out);
typedef struct gk_batch_options {
  size_t struct_size;
  int32_t threads;
  int32_t keep;
} gk_batch_options;
typedef struct gk_rows {
  size_t struct_size;
  size_t count;
  size_t stride;
  const int64_t* cells;
  const uint8_t* blanks;
  const int32_t* editions;
  const int32_t* years;
  int32_t edition;
  int32_t year;
} gk_rows;
typedef struct gk_input {
  const void* bytes;
  size_t size;
} gk_input;
typedef struct gk_summary {
  int32_t status;
  uint32_t errors;
  uint32_t warnings;
  uint32_t infos;
} gk_summary;
gk_status gk_rows_check(const gk_rows* rows, const gk_check_options* options, const gk_batch_options* how,
                               gk_batch** out);
gk_status gk_inputs_check(const gk_input* inputs, size_t count, const gk_read_options* reading,
                                 const gk_check_options* options, const gk_batch_options* how, gk_batch** out);
gk_status gk_dossiers_check(const gk_dossier* dossiers, size_t count, const gk_check_options* options,
                                   const gk_batch_options* how, gk_batch** out);
void gk_batch_free(gk_batch* batch);
gk_status gk_batch_count(const gk_batch* batch, size_t* out);
gk_status gk_batch_summaries(const gk_batch* batch, const gk_summary** out);
gk_status gk_batch_error(const gk_batch* batch, size_t index, gk_error* out);
gk_status gk_batch_assessment(const gk_batch* batch, size_t index, const gk_assessment** out);
gk_status gk_batch_reading(const gk_batch* batch, size_t index, const gk_reading** out);
struct ArrowSchema;
struct ArrowArray;
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
typedef struct gk_export_options {
  size_t struct_size;
  const char* const* files;
  const char* const* columns;
  size_t column_count;
  int32_t language;
  int32_t reserved;
  const char* const* problems;
} gk_export_options;
gk_status gk_batch_export_reports(const gk_batch* batch, const gk_export_options* options,
                                         struct ArrowSchema* schema, struct ArrowArray* array);
gk_status gk_batch_export_findings(const gk_batch* batch, const gk_export_options* options,
                                          struct ArrowSchema* schema, struct ArrowArray* array);
typedef struct gk_json_options {
  size_t struct_size;
  const gk_read_options* reading;
  const gk_check_options* checking;
  int32_t tell;
  int32_t all_reports;
} gk_json_options;
gk_status gk_check_json(const void* bytes, size_t size, const gk_json_options* options, gk_buffer** out);
gk_status gk_inputs_check_json(const gk_input* inputs, size_t count, const gk_json_options* options,
                                      const gk_batch_options* how, gk_buffer** out);
