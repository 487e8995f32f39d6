/* The C interface of gongkai, and its manual: read, hold and check 政府信息公开工作年度报告 from any language.
 *
 * gongkai reads the annual report on government information disclosure that every Chinese administrative organ
 * publishes (《政府信息公开条例》 art. 49-50), holds its 226 number cells, checks every relation that the form and the
 * law put on them, and says in Chinese and in English what is wrong, where, and on what ground.
 *
 * ---- What holds for every function --------------------------------------------------------------------------------
 *
 * Status. A function that can fail returns a gk_status: GK_OK, or one of the GK_E_ codes below. The result goes to the
 * last parameter, `out`. When a function fails, *out is untouched, unless its text says otherwise, and so is every
 * object that it was given. Functions that cannot fail return their answer directly.
 *
 * Failure. After a failure gk_last_error() says in words what was wrong, and where. No function throws, aborts, prints,
 * reads the clock, the locale, the environment or a file, or keeps any state besides the last error of each thread.
 *
 * Arguments. A NULL where a value is needed, an unknown constant, or a struct without its struct_size is
 * GK_E_ARGUMENT; a key, an id or an index that does not exist is GK_E_NOT_FOUND. Every gk_..._free() accepts NULL and
 * then does nothing. Besides the codes in its own text, every function that returns gk_status may return GK_E_ARGUMENT,
 * and every one that makes an object GK_E_MEMORY.
 *
 * Objects. gk_buffer, gk_report, gk_reading, gk_readings, gk_assessment and gk_batch are opaque. What arrives through a `T** out` is
 * yours: free it once with gk_T_free(). What arrives through a `const T** out` is lent: it lives as long as the object
 * that it was asked from, and is never freed by you.
 *
 * Texts. Every text is UTF-8. A gk_text is lent: its data is never NULL and ends in a NUL that size does not count. How
 * long it lives is said where you get it; texts of the catalogue live as long as the library is loaded. A text that you
 * pass in is copied.
 *
 * Threads. A const object may be used by any number of threads at once. An object that is not const belongs to one
 * thread at a time. Different objects never share anything.
 *
 * Structs. A struct that begins with struct_size may grow at its end in later versions. Initialise it with its _INIT
 * macro: the library reads and writes no more than the struct_size bytes that you have. In a struct that you pass in, a
 * member that this version of the library does not know must be 0. Structs without struct_size never change.
 *
 * Numbers. A cell holds a whole number or is blank: nothing was written there. Blank is never 0, and no number stands
 * for it. A cell of money holds 分 (1/100 yuan), exactly; JSON shows it as a decimal text in yuan ("126337813.74").
 *
 * Memory. A host cannot give an allocator, by decision: reports, findings and messages are made of standard C++
 * containers and of parsers that call operator new and malloc(), on several threads in the batch calls, so an allocator
 * would be honoured in part, and a part is worse than none. To bound memory, bound the input (gk_read_options); a
 * failed allocation anywhere is GK_E_MEMORY, with nothing lost and nothing left behind.
 *
 * Stack. No call needs more than 96 KiB of its thread's stack, whatever it is given, so a small thread will do.
 *
 * Versions. GK_ABI_VERSION is the number in libgongkai.so.N. Within one N, functions, constants and members of structs
 * are only ever added; keys of cells and ids of rules are never renamed or reused. It does not follow gk_version().
 *
 * This header is C99, C++98 and later. In C++11 and later, gongkai_c.hpp wraps it in classes that free themselves. */
#ifndef GONGKAI_H
#define GONGKAI_H

/* The _INIT macros would be taken apart. */
/* clang-format off */

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32) && defined(GK_BUILDING)
#define GK_API __declspec(dllexport)
#elif defined(_WIN32) && !defined(GK_STATIC) /* define it to link libgongkai_c.a */
#define GK_API __declspec(dllimport)
#elif defined(__GNUC__) && __GNUC__ >= 4
#define GK_API __attribute__((visibility("default")))
#else
#define GK_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ==== Status ====================================================================================================== */

/* GK_OK, or why not. Values are never reused; 1 to 19 are about the call, 20 to 99 about a document that was given. A
 * later version may add codes: treat one that you do not know as a failure. */
typedef int32_t gk_status;

#define GK_OK 0
#define GK_E_ARGUMENT 1      /* an argument is NULL or makes no sense: the calling code is wrong */
#define GK_E_RANGE 2         /* a number that the form cannot hold */
#define GK_E_NOT_FOUND 3     /* no cell, rule, field or kept result of that name or index */
#define GK_E_MEMORY 4        /* out of memory */
#define GK_E_INTERNAL 5      /* a fault in this library: please report it */
#define GK_E_EMPTY 20        /* there is nothing in the input */
#define GK_E_NOT_TEXT 21     /* the bytes are not text in a known encoding */
#define GK_E_UNSUPPORTED 22  /* a known format that this version cannot read */
#define GK_E_LIMIT 23        /* larger than the limits allow */
#define GK_E_NOT_A_REPORT 24 /* readable, but not an annual report on government information disclosure */
#define GK_E_MALFORMED 25    /* claims a format and breaks it */

/* ==== Small types ================================================================================================= */

/* A lent text, see "Texts" above. Print it with printf("%s", text.data). */
typedef struct gk_text {
  const char* data;
  size_t size;
} gk_text;

/* A place in a document. Numbers count from 1; 0 means unknown or not applicable. */
typedef struct gk_place {
  uint32_t line;        /* of the source text */
  uint32_t column;      /* in that line, in bytes */
  uint32_t table;       /* which table of the document */
  uint32_t row;         /* which row of that table */
  uint32_t cell;        /* which cell of that row */
  uint32_t page;        /* of a PDF; the sheet of a workbook */
  uint32_t reserved[2]; /* 0 */
} gk_place;

/* What stands in a cell. */
typedef struct gk_value {
  int64_t number;   /* a count, or 分 in a cell of money; 0 where blank */
  int32_t is_blank; /* 1: nothing stands there */
  int32_t reserved; /* 0 */
} gk_value;

/* The languages that messages come in. */
#define GK_LANGUAGE_DEFAULT 0 /* the one in the options of the check; Chinese where there are none */
#define GK_LANGUAGE_ZH 1
#define GK_LANGUAGE_EN 2

/* The editions of the form. A cell belongs to one or both; a report is written in one. */
#define GK_EDITION_UNKNOWN 0
#define GK_EDITION_2019 1 /* 国办公开办函〔2019〕60号, report years 2019 and 2020 */
#define GK_EDITION_2021 2 /* 国办公开办函〔2021〕30号, from report year 2021 */

/* How grave a finding is. */
#define GK_SEVERITY_INFO 0    /* 提示: worth a look */
#define GK_SEVERITY_WARNING 1 /* 核实: correct it or explain it */
#define GK_SEVERITY_ERROR 2   /* 错误: cannot be right */

/* Empty values, for the _INIT macros. */
#define GK_NO_TEXT {0, 0}
#define GK_NO_VALUE {0, 0, 0}
#define GK_NO_PLACE {0, 0, 0, 0, 0, 0, {0, 0}}

typedef struct gk_buffer gk_buffer;
typedef struct gk_report gk_report;
typedef struct gk_reading gk_reading;
typedef struct gk_readings gk_readings;
typedef struct gk_assessment gk_assessment;
typedef struct gk_batch gk_batch;

/* ==== Versions ==================================================================================================== */

/* The version of the interface that this header describes. */
#define GK_ABI_VERSION 0

/* The release of the loaded library, as "0.1.0". Lives as long as the library is loaded. Cannot fail. */
GK_API const char* gk_version(void);

/* The interface of the loaded library. A program that loads it at run time compares this with GK_ABI_VERSION first.
 * Cannot fail. */
GK_API int32_t gk_abi_version(void);

/* ==== Errors ======================================================================================================
 *
 * Each thread has its own last error. Every function that returns gk_status, but gk_last_error(), first clears it and
 * on failure sets it; functions that cannot fail leave it alone. */

/* What went wrong and where. */
typedef struct gk_error {
  size_t struct_size;
  int32_t code;       /* GK_OK when the last call did not fail */
  int32_t cell;       /* index of the cell that was at fault, or -1 */
  int64_t row;        /* index of the row or input of a batch that was at fault, or -1 */
  gk_text message_zh; /* one sentence; empty when the last call did not fail */
  gk_text message_en;
  gk_place place; /* in the document, where that is known */
} gk_error;
#define GK_ERROR_INIT {sizeof(gk_error), 0, 0, 0, GK_NO_TEXT, GK_NO_TEXT, GK_NO_PLACE}

/* Tells the last error of this thread. Its texts live until this thread's next call that returns gk_status, other than
 * gk_last_error() itself; copy them to keep them. Longer texts than 1000 bytes are cut between characters. Does not
 * allocate, so it also works when memory is gone.
 *
 * Example:
 *   gk_report* report = NULL;
 *   gk_error error = GK_ERROR_INIT;
 *   if (gk_report_from_json("{", 1, &report) != GK_OK && gk_last_error(&error) == GK_OK) {
 *     printf("%s: %s (line %u)\n", gk_status_name(error.code), error.message_en.data, (unsigned)error.place.line);
 *   }
 */
GK_API gk_status gk_last_error(gk_error* out);

/* The name of a code: "GK_E_RANGE"; "GK_E_?" for a code that this version does not have. Lives as long as the library
 * is loaded. Cannot fail. */
GK_API const char* gk_status_name(gk_status status);

/* ==== Buffers =====================================================================================================
 *
 * Bytes that the library made for you: JSON, or a message.
 *
 * Example:
 *   gk_buffer* json = NULL;
 *   gk_text text;
 *   if (gk_rules_json(&json) == GK_OK && gk_buffer_view(json, &text) == GK_OK) {
 *     fwrite(text.data, 1, text.size, stdout);
 *   }
 *   gk_buffer_free(json);
 */

/* Shows what is in a buffer. The text lives until gk_buffer_free(). */
GK_API gk_status gk_buffer_view(const gk_buffer* buffer, gk_text* out);

/* Frees a buffer; accepts NULL. */
GK_API void gk_buffer_free(gk_buffer* buffer);

/* ==== The catalogue: cells ========================================================================================
 *
 * A cell is a number that the form asks for. Its index counts in the order of the form, over the superset of all
 * editions; its key ("requests.received.total") is its name everywhere: in JSON, in Python, in findings. Ask for keys
 * and labels here rather than writing them into your program.
 *
 * Example:
 *   size_t i;
 *   for (i = 0; i < gk_cell_count(); ++i) {
 *     gk_cell_info cell = GK_CELL_INFO_INIT;
 *     if (gk_cell_get(i, &cell) == GK_OK) {
 *       printf("%s %s\n", cell.key.data, cell.row_label_zh.data);
 *     }
 *   }
 */

/* What the form prints around one cell. All texts live as long as the library is loaded. */
typedef struct gk_cell_info {
  size_t struct_size;
  gk_text key;
  int32_t index;
  int32_t section;           /* of the report: 2, 3 or 4 */
  int32_t in_2019;           /* 1: the edition has this cell */
  int32_t in_2021;           /* */
  int32_t is_money;          /* 1: numbers are 分 */
  int32_t is_signed;         /* 1: may be negative */
  gk_text table_key;         /* "requests" */
  gk_text table_title_zh;    /* as the form prints it */
  gk_text table_title_en;    /* */
  gk_text row_key;           /* the cell's key without its last part */
  gk_text row_group;         /* heads around the row, outermost first, separated by '/'; may be empty */
  gk_text row_label_zh;      /* in the cell's newest edition */
  gk_text row_label_zh_2019; /* empty where the edition does not have the cell */
  gk_text row_label_zh_2021; /* */
  gk_text row_label_en;
  gk_text column_name; /* the last part of the cell's key */
  gk_text column_group;
  gk_text column_label_zh;
  gk_text column_label_zh_2019;
  gk_text column_label_zh_2021;
  gk_text column_label_en;
  gk_text unit_zh; /* as the form has it, such as 件 or 万元; the number itself is always a count or 分 */
  gk_text unit_en;
  gk_text basis_zh; /* the articles that ask for it */
  gk_text basis_en;
  int32_t position_2019[2]; /* row and column among the numbers of its table, from 0; -1, -1: not in the edition */
  int32_t position_2021[2];
} gk_cell_info;
#define GK_CELL_INFO_INIT \
  {sizeof(gk_cell_info), GK_NO_TEXT, 0, 0, 0, 0, 0, 0, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, \
   GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, \
   GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, \
   GK_NO_TEXT}

/* How many cells there are. It is the width of a row in gk_rows_check(), and the same for as long as the library is
 * loaded; a later version may have more, at the end. Cannot fail. */
GK_API size_t gk_cell_count(void);

/* Tells about the cell with this index. GK_E_NOT_FOUND: index is gk_cell_count() or more. */
GK_API gk_status gk_cell_get(size_t index, gk_cell_info* out);

/* Finds the index of the cell with this key. GK_E_NOT_FOUND: there is none; the last error names keys that are near. */
GK_API gk_status gk_cell_find(const char* key, size_t* out);

/* Makes the catalogue of cells as JSON, schema "gongkai.cells/1". */
GK_API gk_status gk_cells_json(gk_buffer** out);

/* ==== The catalogue: rules ========================================================================================
 *
 * A rule is a relation that must hold in a report. Its id ("requests.row_total") stands in findings, and its beginning
 * chooses rules in gk_check_options. Findings come in the order of the rules.
 *
 * Example:
 *   size_t index;
 *   gk_rule_info rule = GK_RULE_INFO_INIT;
 *   if (gk_rule_get(0, &rule) == GK_OK && gk_rule_find(rule.id.data, &index) == GK_OK) {
 *     printf("%s: %s (%s)\n", rule.id.data, rule.statement_zh.data, rule.citation_zh.data);
 *   }
 */

/* What one rule says. All texts live as long as the library is loaded. */
typedef struct gk_rule_info {
  size_t struct_size;
  gk_text id;
  int32_t severity; /* GK_SEVERITY_: what it finds is, unless the options of a check say otherwise */
  int32_t in_2019;  /* 1: holds for reports of the edition */
  int32_t in_2021;
  int32_t reserved;     /* 0 */
  gk_text scope;        /* what it compares: "report", "document", "years", "rollup", "narrative",
                           "peers" */
  gk_text ground;       /* why it must hold: "form", "arithmetic", "definition", "law", "practice",
                           "layout" */
  gk_text citation_zh;  /* the ground in words */
  gk_text citation_en;  /* */
  gk_text statement_zh; /* what must hold */
  gk_text statement_en; /* */
  gk_text example_zh;   /* a case in point */
  gk_text example_en;   /* */
} gk_rule_info;
#define GK_RULE_INFO_INIT \
  {sizeof(gk_rule_info), GK_NO_TEXT, 0, 0, 0, 0, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, \
   GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT}

/* How many rules there are. Cannot fail. */
GK_API size_t gk_rule_count(void);

/* Tells about the rule with this index. GK_E_NOT_FOUND: index is gk_rule_count() or more. */
GK_API gk_status gk_rule_get(size_t index, gk_rule_info* out);

/* Finds the index of the rule with this id. GK_E_NOT_FOUND: there is none; the last error names ids that are near.
 * An index is good for this version of the library only; to store a rule, store its id. */
GK_API gk_status gk_rule_find(const char* id, size_t* out);

/* Makes the catalogue of rules as JSON, schema "gongkai.rules/1". */
GK_API gk_status gk_rules_json(gk_buffer** out);

/* ==== The catalogue: editions and text fields ===================================================================== */

/* One edition of the form. The text lives as long as the library is loaded. */
typedef struct gk_edition_info {
  size_t struct_size;
  gk_text name;       /* "2019", as JSON has it */
  int32_t edition;    /* GK_EDITION_ */
  int32_t cell_count; /* how many cells the edition has */
} gk_edition_info;
#define GK_EDITION_INFO_INIT {sizeof(gk_edition_info), GK_NO_TEXT, 0, 0}

/* How many editions there are. Cannot fail. */
GK_API size_t gk_edition_count(void);

/* Tells about an edition, by index from 0 in the order of their years. GK_E_NOT_FOUND: index is gk_edition_count() or
 * more. */
GK_API gk_status gk_edition_get(size_t index, gk_edition_info* out);

/* One text field of a report. All texts live as long as the library is loaded. */
typedef struct gk_field_info {
  size_t struct_size;
  gk_text key;      /* for gk_report_get_text() */
  int32_t section;  /* of the report; 0: its head */
  int32_t reserved; /* 0 */
  gk_text label_zh; /* as the form prints it */
  gk_text label_en;
  gk_text basis_zh; /* the articles that ask for it */
  gk_text basis_en;
} gk_field_info;
#define GK_FIELD_INFO_INIT \
  {sizeof(gk_field_info), GK_NO_TEXT, 0, 0, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT}

/* How many text fields a report has. Cannot fail. */
GK_API size_t gk_field_count(void);

/* Tells about the text field with this index. GK_E_NOT_FOUND: index is gk_field_count() or more. */
GK_API gk_status gk_field_get(size_t index, gk_field_info* out);

/* ==== Reports =====================================================================================================
 *
 * A report holds one value for each cell, a few texts, and what it is about. It holds what was reported and nothing
 * else: no call derives, corrects or fills in a number.
 *
 * Example:
 *   gk_report* report = NULL;
 *   gk_buffer* json = NULL;
 *   gk_value value;
 *   gk_text text;
 *   if (gk_report_new(GK_EDITION_2021, &report) == GK_OK) {
 *     gk_report_set_by_key(report, "requests.received.total", 12);
 *     gk_report_set_blank_by_key(report, "requests.received.other");
 *     gk_report_get_by_key(report, "requests.received.other", &value);
 *     printf("blank: %d\n", (int)value.is_blank);
 *     if (gk_report_json(report, &json) == GK_OK && gk_buffer_view(json, &text) == GK_OK) {
 *       printf("%s\n", text.data);
 *     }
 *   }
 *   gk_buffer_free(json);
 *   gk_report_free(report);
 */

/* The rank of the body that reports. */
#define GK_LEVEL_UNKNOWN 0
#define GK_LEVEL_NATIONAL 1
#define GK_LEVEL_PROVINCE 2
#define GK_LEVEL_PREFECTURE 3 /* 设区的市, 自治州 */
#define GK_LEVEL_COUNTY 4
#define GK_LEVEL_TOWNSHIP 5

/* What kind of body reports. */
#define GK_KIND_UNKNOWN 0
#define GK_KIND_GOVERNMENT 1
#define GK_KIND_DEPARTMENT 2  /* of a government */
#define GK_KIND_AGENCY 3      /* 派出机关, a development zone */
#define GK_KIND_INSTITUTION 4 /* 公共企事业单位 and the like */

/* Whether the figures are the body's own or those of its whole territory. */
#define GK_EXTENT_UNKNOWN 0
#define GK_EXTENT_OWN 1
#define GK_EXTENT_TERRITORY 2

/* Which report it is. */
typedef struct gk_about {
  size_t struct_size;
  int32_t edition;           /* GK_EDITION_ */
  int32_t year;              /* the year reported on, 1 to 9999; 0: not known */
  int32_t level;             /* GK_LEVEL_ */
  int32_t kind;              /* GK_KIND_ */
  int32_t coverage;          /* GK_EXTENT_ */
  int32_t publication_year;  /* 0: no date is known */
  int32_t publication_month; /* 1 to 12 */
  int32_t publication_day;   /* 1 to 31 */
  gk_text authority;         /* the body as it names itself; in what you pass in, {0, 0} is empty */
} gk_about;
#define GK_ABOUT_INIT {sizeof(gk_about), 0, 0, 0, 0, 0, 0, 0, 0, GK_NO_TEXT}

/* Makes a report of an edition (GK_EDITION_) with every cell blank and every text empty. */
GK_API gk_status gk_report_new(int32_t edition, gk_report** out);

/* Makes a copy that is yours, also of a report that is lent. */
GK_API gk_status gk_report_clone(const gk_report* report, gk_report** out);

/* Frees a report; accepts NULL. Never for a report that is lent (gk_reading_report()). */
GK_API void gk_report_free(gk_report* report);

/* Tells what stands in the cell with this index. GK_E_NOT_FOUND: there is no such cell. */
GK_API gk_status gk_report_get(const gk_report* report, size_t index, gk_value* out);

/* The same by the cell's key. GK_E_NOT_FOUND: there is no such cell; the last error names keys that are near. */
GK_API gk_status gk_report_get_by_key(const gk_report* report, const char* key, gk_value* out);

/* Puts a number into the cell with this index (分 into a cell of money). A cell that the report's edition does not have
 * can be filled too; a check then says so. GK_E_NOT_FOUND: there is no such cell. GK_E_RANGE: the form cannot hold the
 * number (a count beyond 10^15, money beyond 10^17 分, either side of 0). */
GK_API gk_status gk_report_set(gk_report* report, size_t index, int64_t number);

/* The same by the cell's key. */
GK_API gk_status gk_report_set_by_key(gk_report* report, const char* key, int64_t number);

/* Makes the cell with this index blank. GK_E_NOT_FOUND: there is no such cell. */
GK_API gk_status gk_report_set_blank(gk_report* report, size_t index);

/* The same by the cell's key. */
GK_API gk_status gk_report_set_blank_by_key(gk_report* report, const char* key);

/* Copies all cells to your memory in the order of the catalogue: gk_cell_count() numbers, 0 where blank, and as many
 * bytes, 1 where blank. blanks may be NULL when you do not want to tell blank from 0. */
GK_API gk_status gk_report_get_row(const gk_report* report, int64_t* cells, uint8_t* blanks);

/* Sets all cells from such a row; what stands in cells under a blank does not count. blanks may be NULL: no cell is
 * blank. GK_E_RANGE: a number that the form cannot hold; gk_error.cell says which; the report is unchanged. */
GK_API gk_status gk_report_set_row(gk_report* report, const int64_t* cells, const uint8_t* blanks);

/* Shows the text field with this key (gk_field_get()). The text lives until the report is changed or freed.
 * GK_E_NOT_FOUND: there is no such field. */
GK_API gk_status gk_report_get_text(const gk_report* report, const char* key, gk_text* out);

/* Sets the text field with this key to `size` bytes of UTF-8; text may be NULL when size is 0. GK_E_NOT_FOUND: there is
 * no such field. GK_E_NOT_TEXT: the bytes are not UTF-8. */
GK_API gk_status gk_report_set_text(gk_report* report, const char* key, const char* text, size_t size);

/* Tells which report it is. The authority lives until the report is changed or freed. */
GK_API gk_status gk_report_get_about(const gk_report* report, gk_about* out);

/* Says which report it is; to change one member, get, change and set. GK_E_ARGUMENT: an unknown constant, a year out of
 * 0 to 9999, or a date that does not exist. GK_E_NOT_TEXT: the authority is not UTF-8. */
GK_API gk_status gk_report_set_about(gk_report* report, const gk_about* about);

/* Makes the report as JSON, schema "gongkai.report/1": about, cells (one flat object: key -> null for blank, an
 * integer, or a decimal text in yuan), narrative, extensions. Equal reports give equal bytes. */
GK_API gk_status gk_report_json(const gk_report* report, gk_buffer** out);

/* Makes the report that gk_report_json() wrote. GK_E_MALFORMED and the other codes from 20 on: it is not such JSON; a
 * key that does not exist is named together with those that are near. */
GK_API gk_status gk_report_from_json(const char* json, size_t size, gk_report** out);

/* ==== Reading =====================================================================================================
 *
 * A reading is a report as it was read from a document, with what the reader knows besides: where each value stood and
 * how it was written, and notes on what could not be read. No value is guessed.
 *
 * Example:
 *   gk_reading* reading = NULL;
 *   const gk_report* report = NULL;
 *   gk_source source = GK_SOURCE_INIT;
 *   gk_value value;
 *   if (gk_read(bytes, size, NULL, &reading) == GK_OK && gk_reading_report(reading, &report) == GK_OK) {
 *     gk_report_get(report, 0, &value);
 *     gk_reading_source(reading, 0, &source);
 *     printf("%ld, as \"%s\" in line %u\n", (long)value.number, source.text.data, (unsigned)source.place.line);
 *   }
 *   gk_reading_free(reading);
 */

/* The formats that can be read, or were. A PDF is read through the words and boxes that `pdftotext -bbox-layout` (Debian
 * package poppler-utils) prints for it: hand over its output. The bytes of a PDF itself are GK_E_UNSUPPORTED. */
#define GK_FORMAT_UNKNOWN 0
#define GK_FORMAT_TEXT 1 /* plain text, Markdown */
#define GK_FORMAT_HTML 2
#define GK_FORMAT_DOCX 3
#define GK_FORMAT_XLSX 4
#define GK_FORMAT_CSV 5
#define GK_FORMAT_JSON 6 /* schema "gongkai.report/1" */
#define GK_FORMAT_PDF_LAYOUT 7

/* Limits on untrusted input, and what the caller knows and the document may not say. 0 everywhere is the default. More
 * than a limit is GK_E_LIMIT, but for max_span. A hint wins over what the document seems to say; where
 * the document contradicts it, a check finds document.hint_contradicts. */
typedef struct gk_read_options {
  size_t struct_size;
  size_t max_bytes;         /* of input; 0: 64 MiB */
  size_t max_cells;         /* of all tables together; 0: 200,000 */
  size_t max_blocks;        /* paragraphs and tables; 0: 1,000,000 */
  const char* authority;    /* the body that reports; NULL: no hint */
  int32_t year;             /* the year reported on; 0: no hint */
  int32_t level;            /* GK_LEVEL_ */
  int32_t kind;             /* GK_KIND_ */
  int32_t coverage;         /* GK_EXTENT_ */
  int32_t publication_year; /* 0: no hint */
  int32_t publication_month;
  int32_t publication_day;
  int32_t format;             /* GK_FORMAT_: tried where the content does not show the format */
  size_t max_depth;           /* of elements in one another, in HTML and XML; 0: 256; in Word 64 at most */
  size_t max_span;            /* rows or columns of one cell; a larger span is cut to it; 0: 1,000 */
  size_t max_archive_entries; /* in a Word or Excel file; 0: 2,000 */
  size_t max_unpacked_bytes;  /* of the parts of such a file that are read, together; 0: 256 MiB */
  size_t max_unpacked_ratio;  /* unpacked to packed size of one part, above the first MiB; 0: 200 */
  int32_t no_inference;       /* 1: cells that only the form's equations settle stay GK_STATE_UNREADABLE; 0: they are
                                 given as GK_STATE_INFERRED */
  int32_t reserved;           /* 0 */
} gk_read_options;
#define GK_READ_OPTIONS_INIT {sizeof(gk_read_options), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

/* Reads a report from `size` bytes; bytes may be NULL when size is 0, options may be NULL. The bytes are not needed any
 * more once the call returns. Fails with a code from 20 on where the bytes hold no annual report at all; whatever could
 * not be read inside one is in the notes. */
GK_API gk_status gk_read(const void* bytes, size_t size, const gk_read_options* options, gk_reading** out);

/* Reads every report in the bytes: some files hold those of several bodies, one after the other, of which gk_read() gives
 * the first. Otherwise like gk_read(). */
GK_API gk_status gk_read_all(const void* bytes, size_t size, const gk_read_options* options, gk_readings** out);

/* Tells how many readings there are: at least one. */
GK_API gk_status gk_readings_count(const gk_readings* readings, size_t* out);

/* Lends the reading with this index, in document order, until the readings are freed. GK_E_NOT_FOUND: there is no such
 * reading. */
GK_API gk_status gk_readings_get(const gk_readings* readings, size_t index, const gk_reading** out);

/* Frees readings and all that they lent; accepts NULL. */
GK_API void gk_readings_free(gk_readings* readings);

/* Frees a reading and the report in it; accepts NULL. Never for a reading that is lent (gk_batch_reading(),
 * gk_readings_get()). */
GK_API void gk_reading_free(gk_reading* reading);

/* Lends the report in a reading, until the reading is freed. To change it, gk_report_clone() it first, or
 * gk_reading_edit(). */
GK_API gk_status gk_reading_report(const gk_reading* reading, const gk_report** out);

/* Makes a copy that is yours, also of a reading that is lent. */
GK_API gk_status gk_reading_clone(const gk_reading* reading, gk_reading** out);

/* Lends the report in a reading of your own to be changed, until the reading is freed: for corrections after which all else
 * that is known of the document stays known. A cell that is set is GK_STATE_READ or GK_STATE_BLANK from then on, and there
 * are no more notes on it; its place and its text stay those of the document. */
GK_API gk_status gk_reading_edit(gk_reading* reading, gk_report** out);

/* Why the bytes were taken to be in an encoding. */
#define GK_ENCODING_GIVEN 0           /* the format says it */
#define GK_ENCODING_BYTE_ORDER_MARK 1 /* the file begins with one */
#define GK_ENCODING_VALID_UTF8 2      /* the bytes are UTF-8, whatever the file declares */
#define GK_ENCODING_DECLARED 3        /* the file declares it, and the bytes are valid in it */
#define GK_ENCODING_DETECTED 4        /* nothing valid is declared; the bytes are valid in it and read as Chinese */

/* How sure the rank and kind of a body are. */
#define GK_CONFIDENCE_NONE 0
#define GK_CONFIDENCE_LIKELY 1  /* most bodies with such a name are; gk_about does not have it */
#define GK_CONFIDENCE_CERTAIN 2 /* the name says it */
#define GK_CONFIDENCE_GIVEN 3   /* the caller said it */

/* How a document was read. The text lives as long as the library is loaded. */
typedef struct gk_reading_info {
  size_t struct_size;
  int32_t format;          /* GK_FORMAT_ */
  int32_t encoding_reason; /* GK_ENCODING_ */
  gk_text encoding;        /* "UTF-8", "GB18030", ... */
  int32_t level;           /* GK_LEVEL_ that the body's name suggests */
  int32_t kind;            /* GK_KIND_ */
  int32_t confidence;      /* GK_CONFIDENCE_ of both */
  int32_t has_document;    /* 0: read from JSON; there are no places and no text around the tables */
} gk_reading_info;
#define GK_READING_INFO_INIT {sizeof(gk_reading_info), 0, 0, GK_NO_TEXT, 0, 0, 0, 0}

/* Tells how the document was read. */
GK_API gk_status gk_reading_get_info(const gk_reading* reading, gk_reading_info* out);

/* How much of one table of the form was found. Rows and cells are those of the report's edition. Texts live as long as
 * the library is loaded. */
typedef struct gk_table_summary {
  size_t struct_size;
  gk_text key;
  gk_text title_zh; /* as the form prints it */
  gk_text title_en;
  uint32_t rows_expected; /* 0: the edition does not have this table */
  uint32_t rows_found;    /* 0: the table was not found */
  uint32_t rows_extra;    /* not of the form; kept as they are */
  uint32_t read;          /* cells by GK_STATE_ */
  uint32_t blank;
  uint32_t unreadable;
  uint32_t absent;
  uint32_t inferred;
} gk_table_summary;
#define GK_TABLE_SUMMARY_INIT \
  {sizeof(gk_table_summary), GK_NO_TEXT, GK_NO_TEXT, GK_NO_TEXT, 0, 0, 0, 0, 0, 0, 0, 0}

/* How many tables the form has, over all editions. Cannot fail. */
GK_API size_t gk_table_count(void);

/* Tells how much of the table with this index was found. GK_E_NOT_FOUND: index is gk_table_count() or more. */
GK_API gk_status gk_reading_table(const gk_reading* reading, size_t index, gk_table_summary* out);

/* What the reader made of a cell of the form. */
#define GK_STATE_NOT_IN_FORM 0 /* the document's form has no such cell */
#define GK_STATE_ABSENT 1      /* the form has it, but its row was not found in the document */
#define GK_STATE_BLANK 2       /* found, and nothing, or a mark for nothing such as "/", is written there */
#define GK_STATE_READ 3
#define GK_STATE_UNREADABLE 4 /* found, but what is written there cannot be taken as one number */
#define GK_STATE_INFERRED 5   /* has a number, which only the form's equations say is its own */

/* Where a cell of the form stood and what was written there. */
typedef struct gk_source {
  size_t struct_size;
  int32_t state;    /* GK_STATE_ */
  int32_t reserved; /* 0 */
  gk_place place;
  gk_text text; /* as written, trimmed */
} gk_source;
#define GK_SOURCE_INIT {sizeof(gk_source), 0, 0, GK_NO_PLACE, GK_NO_TEXT}

/* Tells where the cell with this index stood. The text lives as long as the reading. GK_E_NOT_FOUND: there is no such
 * cell. */
GK_API gk_status gk_reading_source(const gk_reading* reading, size_t cell, gk_source* out);

/* One thing that the reader noticed. */
typedef struct gk_note {
  size_t struct_size;
  gk_text kind;     /* "unparsable", "fused", "row_missing", ...; names are never changed, and new ones may come */
  int32_t cell;     /* index of the cell, or -1 */
  int32_t reserved; /* 0 */
  gk_text row_key;  /* key of the row, or empty */
  gk_text text;     /* as written */
  gk_place place;
} gk_note;
#define GK_NOTE_INIT {sizeof(gk_note), GK_NO_TEXT, 0, 0, GK_NO_TEXT, GK_NO_TEXT, GK_NO_PLACE}

/* Tells how many notes there are. */
GK_API gk_status gk_reading_note_count(const gk_reading* reading, size_t* out);

/* Tells about the note with this index, in document order. Its texts live as long as the reading. GK_E_NOT_FOUND: there
 * is no such note. */
GK_API gk_status gk_reading_note(const gk_reading* reading, size_t index, gk_note* out);

/* Makes one line of words about the note with this index, in a language (GK_LANGUAGE_). GK_E_NOT_FOUND: there is no
 * such note. */
GK_API gk_status gk_reading_note_message(const gk_reading* reading, size_t index, int32_t language, gk_buffer** out);

/* Makes the reading as JSON, schema "gongkai.reading/1": the report, for each cell its state, text and place, and the
 * notes. */
GK_API gk_status gk_reading_json(const gk_reading* reading, gk_buffer** out);

/* ==== Checking ====================================================================================================
 *
 * An assessment is what a check found, and how far each rule got: a report without findings may also be one in which
 * there was nothing to decide, and the coverage tells the two apart.
 *
 * Example:
 *   gk_reading* reading = NULL;
 *   gk_assessment* assessment = NULL;
 *   gk_counts counts = GK_COUNTS_INIT;
 *   size_t i;
 *   if (gk_read(bytes, size, NULL, &reading) == GK_OK && gk_reading_check(reading, NULL, &assessment) == GK_OK) {
 *     gk_assessment_counts(assessment, &counts);
 *     for (i = 0; i < counts.findings; ++i) {
 *       gk_buffer* message = NULL;
 *       gk_text text;
 *       if (gk_assessment_message(assessment, i, GK_LANGUAGE_ZH, &message) == GK_OK) {
 *         gk_buffer_view(message, &text);
 *         printf("%s\n", text.data);
 *       }
 *       gk_buffer_free(message);
 *     }
 *   }
 *   gk_assessment_free(assessment);
 *   gk_reading_free(reading);
 */

/* What a blank cell counts as. */
#define GK_BLANKS_AS_ZERO 0 /* the form's practice: a blank part is 0, a blank total the sum of its parts */
#define GK_BLANKS_UNKNOWN 1 /* any number from 0 up: only what holds or fails for all of them is decided */

/* Says that findings of the rules whose id begins so are graded otherwise. */
typedef struct gk_severity_override {
  const char* rule;
  int32_t severity; /* GK_SEVERITY_ */
  int32_t reserved; /* 0 */
} gk_severity_override;

/* How to check. 0 everywhere is the default. The arrays are needed during the call only. Each text in them is an id of
 * a rule or the beginning of some; one that no rule begins with is GK_E_NOT_FOUND, so that no check is left out by a
 * slip of the pen. */
typedef struct gk_check_options {
  size_t struct_size;
  int32_t blanks;          /* GK_BLANKS_ */
  int32_t language;        /* GK_LANGUAGE_: what GK_LANGUAGE_DEFAULT means for the assessment */
  const char* const* only; /* run these rules only; NULL: all */
  size_t only_count;
  const char* const* skip; /* do not run these */
  size_t skip_count;
  const gk_severity_override* severities; /* where several fit, the last one counts */
  size_t severity_count;
} gk_check_options;
#define GK_CHECK_OPTIONS_INIT {sizeof(gk_check_options), 0, 0, 0, 0, 0, 0, 0, 0}

/* Checks a report. options may be NULL. Rules about the document stay open. The assessment does not need the report any
 * more. Faults in the report are findings, never a failure. GK_E_NOT_FOUND: see gk_check_options. */
GK_API gk_status gk_report_check(const gk_report* report, const gk_check_options* options, gk_assessment** out);

/* Checks a report together with the document that it was read from: findings then have places. */
GK_API gk_status gk_reading_check(const gk_reading* reading, const gk_check_options* options, gk_assessment** out);

/* Frees an assessment; accepts NULL. Never for an assessment that is lent (gk_batch_assessment()). */
GK_API void gk_assessment_free(gk_assessment* assessment);

/* How many findings there are, and of what severity. */
typedef struct gk_counts {
  size_t struct_size;
  size_t findings; /* all of them */
  size_t errors;
  size_t warnings;
  size_t infos;
  size_t waived; /* accepted by a waiver; not among errors, warnings and infos */
} gk_counts;
#define GK_COUNTS_INIT {sizeof(gk_counts), 0, 0, 0, 0, 0}

/* Counts the findings. */
GK_API gk_status gk_assessment_counts(const gk_assessment* assessment, gk_counts* out);

/* One fault, or one thing to look at. Its texts live as long as the assessment. */
typedef struct gk_finding {
  size_t struct_size;
  gk_text rule;           /* its id */
  int32_t rule_index;     /* for gk_rule_get() */
  int32_t severity;       /* GK_SEVERITY_ */
  size_t cell_count;      /* for gk_assessment_finding_cell() */
  int32_t has_left;       /* 1: the rule compares numbers, and left is one side */
  int32_t has_right;      /* */
  int32_t has_difference; /* 1: both sides are known */
  int32_t left_is_bound;  /* 1: left is "at least", because some cell of it is not known */
  int32_t right_is_bound; /* */
  int32_t is_money;       /* 1: left, right and difference are 分 */
  int32_t assumed_zero;   /* 1: a blank part was counted as 0 */
  int32_t is_waived;      /* 1: a waiver accepts it */
  int64_t left;
  int64_t right;
  int64_t difference;   /* left - right */
  gk_text detail;       /* the text in question, as written; may be empty */
  gk_place place;       /* where to look, where that is known */
  char fingerprint[24]; /* 16 hexadecimal digits and NUL: the same in every run while rule, cells and values are */
  gk_text waiver_reason; /* why it is accepted; empty where it is not */
} gk_finding;
#define GK_FINDING_INIT \
  {sizeof(gk_finding), GK_NO_TEXT, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, GK_NO_TEXT, GK_NO_PLACE, {0}, GK_NO_TEXT}

/* Tells about the finding with this index, in the order of the rules, then of the cells. Its texts live as long as the
 * assessment. GK_E_NOT_FOUND: there is no such finding. */
GK_API gk_status gk_assessment_finding(const gk_assessment* assessment, size_t index, gk_finding* out);

/* A cell that a finding speaks of, as it was at the time of the check. */
typedef struct gk_finding_cell {
  size_t struct_size;
  gk_text key;      /* lives as long as the library is loaded */
  int32_t index;    /* for gk_cell_get() */
  int32_t reserved; /* 0 */
  gk_value value;
  gk_place place;
} gk_finding_cell;
#define GK_FINDING_CELL_INIT {sizeof(gk_finding_cell), GK_NO_TEXT, 0, 0, GK_NO_VALUE, GK_NO_PLACE}

/* Tells about a cell of the finding with this index; `cell` counts from 0 in the order of the relation: left side, then
 * right side. GK_E_NOT_FOUND: there is no such finding or cell. */
GK_API gk_status gk_assessment_finding_cell(const gk_assessment* assessment, size_t index, size_t cell,
                                            gk_finding_cell* out);

/* Makes the finding in one line, with both sides and the difference, in a language (GK_LANGUAGE_). GK_E_NOT_FOUND:
 * there is no such finding. */
GK_API gk_status gk_assessment_message(const gk_assessment* assessment, size_t index, int32_t language,
                                       gk_buffer** out);

/* Makes the finding in one paragraph: what must hold and why, the numbers involved, what was assumed, where to look. */
GK_API gk_status gk_assessment_explanation(const gk_assessment* assessment, size_t index, int32_t language,
                                           gk_buffer** out);

/* Why an instance of a rule could not be decided: indexes into gk_coverage.open. */
#define GK_OPEN_BLANK_TOTAL 0    /* the total is blank: its own sum is not stated */
#define GK_OPEN_ALL_BLANK 1      /* nothing is written in any of the cells */
#define GK_OPEN_UNKNOWN_BLANK 2  /* a blank may be any number (GK_BLANKS_UNKNOWN) */
#define GK_OPEN_UNREADABLE 3     /* a cell could not be read */
#define GK_OPEN_MISSING_INPUT 4  /* the report does not say something that the rule needs */
#define GK_OPEN_NO_DOCUMENT 5    /* there is only the data, not the document it was read from */
#define GK_OPEN_NOT_ASSESSABLE 6 /* no single report can show it; the rule explains the form */
#define GK_OPEN_UNCLASSIFIED 7   /* a number in the text of which it cannot be told what it counts */
#define GK_OPEN_NOT_COMPARABLE 8 /* the other report's form does not have it */
#define GK_OPEN_REPORTS_MISSING 9 /* some subordinate body has no report: its figures are not known */
#define GK_OPEN_INFERRED 10      /* the equation itself settled a number (GK_STATE_INFERRED) */

/* How far one rule got: how many instances of its relation held, were violated, or stayed open and why. */
typedef struct gk_coverage {
  size_t struct_size;
  uint32_t held;
  uint32_t violated;
  uint32_t assumed;    /* of those held, how many count a blank as 0 */
  uint32_t open_total; /* all that stayed open */
  uint32_t open[16];   /* by reason, GK_OPEN_ */
} gk_coverage;
#define GK_COVERAGE_INIT {sizeof(gk_coverage), 0, 0, 0, 0, {0}}

/* Tells how far the rule with this index (gk_rule_get()) got. GK_E_NOT_FOUND: there is no such rule. */
GK_API gk_status gk_assessment_coverage(const gk_assessment* assessment, size_t rule, gk_coverage* out);

/* Makes the assessment as JSON, schema "gongkai.assessment/1": summary, findings with messages in both languages, and
 * the coverage of every rule. Equal assessments give equal bytes. */
GK_API gk_status gk_assessment_json(const gk_assessment* assessment, gk_buffer** out);

/* The same without the coverage: a tenth of it where there is little to find, for a check after every key stroke. */
GK_API gk_status gk_assessment_findings_json(const gk_assessment* assessment, gk_buffer** out);

/* ==== Reports beside each other ===================================================================================
 *
 * A dossier is a report with what stands beside it: last year's report of the same body, and the reports of the bodies
 * whose figures it includes. The rules of scope "years" and "rollup" then apply.
 *
 * Example:
 *   gk_reading* reading = NULL;
 *   gk_assessment* assessment = NULL;
 *   gk_buffer* story = NULL;
 *   gk_dossier dossier = GK_DOSSIER_INIT;
 *   gk_counts counts = GK_COUNTS_INIT;
 *   gk_text text;
 *   if (gk_read(bytes, size, NULL, &reading) == GK_OK) {
 *     dossier.reading = reading;
 *     dossier.previous_reading = reading;
 *     if (gk_dossier_check(&dossier, NULL, &assessment) == GK_OK &&
 *         gk_assessment_counts(assessment, &counts) == GK_OK) {
 *       printf("%lu findings\n", (unsigned long)counts.findings);
 *     }
 *     if (gk_dossier_why(&dossier, GK_BLANKS_AS_ZERO, GK_LANGUAGE_ZH, &story) == GK_OK &&
 *         gk_buffer_view(story, &text) == GK_OK) {
 *       printf("%s", text.data);
 *     }
 *   }
 *   gk_buffer_free(story);
 *   gk_assessment_free(assessment);
 *   gk_reading_free(reading);
 */

/* Why there is no report of a body. */
#define GK_GAP_MISSING 1    /* none was filed */
#define GK_GAP_UNREADABLE 2 /* there is one that cannot be read */

/* A body whose figures a report includes. */
typedef struct gk_child {
  const char* name;          /* as findings shall call it */
  const gk_report* report;   /* NULL where the reading is given, or there is none: then gap says why */
  const gk_reading* reading; /* or NULL */
  int32_t gap;               /* GK_GAP_; 0 with a report */
  int32_t reserved;          /* 0 */
} gk_child;

/* A report and what stands beside it. Of report and reading give one; all else may be NULL. Needed during the call
 * only. */
typedef struct gk_dossier {
  size_t struct_size;
  const gk_report* report;
  const gk_reading* reading;          /* the report with its document */
  const gk_report* previous;          /* the same body's report on the year before */
  const gk_reading* previous_reading; /* the same, with its document */
  const gk_child* children;
  size_t child_count;
  int32_t children_are_complete; /* 1: these are all the bodies included; a sum that differs is then an error */
  int32_t reserved;              /* 0 */
} gk_dossier;
#define GK_DOSSIER_INIT {sizeof(gk_dossier), 0, 0, 0, 0, 0, 0, 0, 0}

/* Checks a report together with what stands beside it; otherwise like gk_reading_check(). The messages name the other
 * reports' figures; gk_assessment_json() lists them one by one. */
GK_API gk_status gk_dossier_check(const gk_dossier* dossier, const gk_check_options* options, gk_assessment** out);

/* Finds which cells may be wrong: the smallest sets of cells whose change satisfies every equation, as JSON, schema
 * "gongkai.localization/1". blanks: GK_BLANKS_. Text, last year and children serve as witnesses. Nothing is changed. */
GK_API gk_status gk_dossier_localize_json(const gk_dossier* dossier, int32_t blanks, gk_buffer** out);

/* The same told in words, one line after the other, in a language (GK_LANGUAGE_); empty where everything adds up. */
GK_API gk_status gk_dossier_why(const gk_dossier* dossier, int32_t blanks, int32_t language, gk_buffer** out);

/* Compares two reports, or two versions of one, as JSON, schema "gongkai.diff/1": the cells and texts that differ, and
 * the findings closed, opened and remaining. options may be NULL. */
GK_API gk_status gk_dossier_diff_json(const gk_dossier* before, const gk_dossier* after,
                                      const gk_check_options* options, gk_buffer** out);

/* What a total is of. 0 everywhere is the default. */
typedef struct gk_rollup_options {
  size_t struct_size;
  const char* authority; /* the body whose total it is; NULL: not stated */
  int32_t year;          /* reports on another year are not added; 0: the year of the first that has one */
  int32_t blanks;        /* GK_BLANKS_ */
} gk_rollup_options;
#define GK_ROLLUP_OPTIONS_INIT {sizeof(gk_rollup_options), 0, 0, 0}

/* Adds up reports, exactly. options may be NULL; rest may be NULL, otherwise it receives JSON, schema
 * "gongkai.rollup/1": the total, how many reports are in it, and what could not be added and why. */
GK_API gk_status gk_rollup(const gk_child* children, size_t count, const gk_rollup_options* options, gk_report** out,
                                 gk_buffer** rest);

/* Marks the findings that `size` bytes of JSON, schema "gongkai.waivers/1", accept on a day (its year, month and day):
 * they stay, and are no more counted as errors, warnings or infos. *out tells how many were accepted. Called again it
 * decides anew. GK_E_MALFORMED: the JSON is not of the schema; the assessment is unchanged. */
GK_API gk_status gk_assessment_waive(gk_assessment* assessment, const char* json, size_t size, int32_t year,
                                     int32_t month, int32_t day, size_t* out);

/* ==== Writing =====================================================================================================
 *
 * The report in the formats that people publish. Each is read back as the same report; tidy and wide CSV hold its cells and
 * no text, and are read back as data.
 *
 * Example:
 *   gk_report* report = NULL;
 *   gk_buffer* page = NULL;
 *   gk_text text;
 *   if (gk_report_new(GK_EDITION_2021, &report) == GK_OK &&
 *       gk_report_write(report, GK_WRITE_HTML, GK_LANGUAGE_ZH, &page) == GK_OK && gk_buffer_view(page, &text) == GK_OK) {
 *     fwrite(text.data, 1, text.size, stdout);
 *   }
 *   gk_buffer_free(page);
 *   gk_report_free(report);
 */

#define GK_WRITE_JSON 0     /* what gk_report_json() makes */
#define GK_WRITE_HTML 1     /* a self-contained page in the official layout */
#define GK_WRITE_MARKDOWN 2
#define GK_WRITE_CSV 3      /* the form as it reads */
#define GK_WRITE_CSV_TIDY 4 /* one cell a row, with keys and labels */
#define GK_WRITE_CSV_WIDE 5 /* one row, with a column for each cell */
#define GK_WRITE_DOCX 6     /* Word */
#define GK_WRITE_XLSX 7     /* Excel, with sums that work; of an empty report the form to fill in */

/* Writes a report in a format (GK_WRITE_); Word and Excel are no text, so use the size. The language (GK_LANGUAGE_) is that of the page around the form, in HTML. */
GK_API gk_status gk_report_write(const gk_report* report, int32_t format, int32_t language, gk_buffer** out);

/* Fills in a Word document of your own (`size` bytes): {{requests.received.total}} and the like, keys of cells and texts or
 * the Chinese names of what the report is ({{报告机关}}), become what the report has there. GK_E_UNSUPPORTED: no Word
 * document; GK_E_MALFORMED: a field that reports do not have, or none at all. */
GK_API gk_status gk_report_fill_docx(const gk_report* report, const void* bytes, size_t size, gk_buffer** out);

/* Writes the report that was checked as an HTML page in which the findings are marked and explained. Give the same
 * report that the assessment is of. */
GK_API gk_status gk_assessment_html(const gk_assessment* assessment, const gk_report* report, int32_t language,
                                    gk_buffer** out);

#define GK_FINDINGS_JSON 0  /* schema "gongkai.check/1", an array */
#define GK_FINDINGS_JSONL 1 /* the same object on one line */
#define GK_FINDINGS_SARIF 2 /* SARIF 2.1.0 */
#define GK_FINDINGS_JUNIT 3 /* JUnit XML */
#define GK_FINDINGS_CSV 4
#define GK_FINDINGS_HTML 5 /* the overview page that is made of many reports */
#define GK_FINDINGS_XLSX 6 /* an Excel workbook, bytes */
#define GK_FINDINGS_LEAN 7 /* schema "gongkai.check/2", on one line, for many reports: what is empty left out, messages in one language */

/* Writes what was found for another program, in a format (GK_FINDINGS_). file is the path that findings shall name; it
 * may be NULL. Messages are in the language (GK_LANGUAGE_) where the format has one only. */
GK_API gk_status gk_assessment_write(const gk_assessment* assessment, const char* file, int32_t format,
                                     int32_t language, gk_buffer** out);

/* ==== Batches =====================================================================================================
 *
 * One call for many reports, because from a scripting language a call for each cell or each report costs many times
 * what the check itself does. Nothing is called back. Results stand in the order of the input and do not depend on the
 * number of threads.
 *
 * Example:
 *   gk_input inputs[2];
 *   gk_batch* batch = NULL;
 *   gk_batch_options how = GK_BATCH_OPTIONS_INIT;
 *   const gk_summary* summaries = NULL;
 *   size_t i;
 *   inputs[0].bytes = bytes;
 *   inputs[0].size = size;
 *   inputs[1].bytes = "no report";
 *   inputs[1].size = 9;
 *   how.threads = 2;
 *   if (gk_inputs_check(inputs, 2, NULL, NULL, &how, &batch) == GK_OK &&
 *       gk_batch_summaries(batch, &summaries) == GK_OK) {
 *     for (i = 0; i < 2; ++i) {
 *       printf("%s: %u errors\n", gk_status_name(summaries[i].status), (unsigned)summaries[i].errors);
 *     }
 *   }
 *   gk_batch_free(batch);
 */

/* What a batch keeps besides its summaries; add them up. */
#define GK_KEEP_NOTHING 0
#define GK_KEEP_ASSESSMENTS 1 /* for gk_batch_assessment(): about 1 KiB each, and more where there are findings */
#define GK_KEEP_READINGS 2    /* for gk_batch_reading(): 20 KiB and more each */

/* How to run a batch. 0 everywhere is the default. */
typedef struct gk_batch_options {
  size_t struct_size;
  int32_t threads; /* 0: one for each processor; the calling thread is one of them; at most 256 are used */
  int32_t keep;    /* GK_KEEP_ */
} gk_batch_options;
#define GK_BATCH_OPTIONS_INIT {sizeof(gk_batch_options), 0, 0}

/* Many reports as rows of numbers in your own memory, which the library only reads, and only during the call. A NumPy
 * array or a column store can be handed over without a copy. */
typedef struct gk_rows {
  size_t struct_size;
  size_t count;            /* of rows */
  size_t stride;           /* numbers from one row to the next; 0: gk_cell_count(). The same for cells and blanks */
  const int64_t* cells;    /* in the order of the catalogue; 分 in cells of money */
  const uint8_t* blanks;   /* not 0: the cell is blank, and its number does not count; NULL: no cell is blank */
  const int32_t* editions; /* GK_EDITION_ of each row; NULL: that of `edition` for all */
  const int32_t* years;    /* reported on, 0 to 9999; NULL: that of `year` for all */
  int32_t edition;
  int32_t year;
} gk_rows;
#define GK_ROWS_INIT {sizeof(gk_rows), 0, 0, 0, 0, 0, 0, 0, 0}

/* Bytes to read a report from. bytes may be NULL when size is 0. */
typedef struct gk_input {
  const void* bytes;
  size_t size;
} gk_input;

/* What became of one report of a batch. */
typedef struct gk_summary {
  int32_t status; /* GK_OK, or why it could not be read: then see gk_batch_error() */
  uint32_t errors;
  uint32_t warnings;
  uint32_t infos;
} gk_summary;

/* Checks reports that are rows of numbers. Both options may be NULL; GK_KEEP_READINGS does not apply. GK_E_RANGE: a
 * number that the form cannot hold; gk_error.row and gk_error.cell say which is the first; nothing was checked.
 * GK_E_NOT_FOUND: see gk_check_options. */
GK_API gk_status gk_rows_check(const gk_rows* rows, const gk_check_options* options, const gk_batch_options* how,
                               gk_batch** out);

/* Reads and checks reports from bytes. All three options may be NULL; hints hold for every input. An input that cannot
 * be read is told in its summary and is no failure of the call. */
GK_API gk_status gk_inputs_check(const gk_input* inputs, size_t count, const gk_read_options* reading,
                                 const gk_check_options* options, const gk_batch_options* how, gk_batch** out);

/* Checks reports each with what stands beside it, otherwise like gk_dossier_check(). dossiers is an array of structs of one
 * size, all with the same struct_size; they may share readings. Both options may be NULL; GK_KEEP_READINGS does not
 * apply. */
GK_API gk_status gk_dossiers_check(const gk_dossier* dossiers, size_t count, const gk_check_options* options,
                                   const gk_batch_options* how, gk_batch** out);

/* Frees a batch and all that it lent; accepts NULL. */
GK_API void gk_batch_free(gk_batch* batch);

/* Tells how many results a batch has: one for each row or input. */
GK_API gk_status gk_batch_count(const gk_batch* batch, size_t* out);

/* Lends the summaries, an array of gk_batch_count(), until the batch is freed. */
GK_API gk_status gk_batch_summaries(const gk_batch* batch, const gk_summary** out);

/* Tells why the input with this index could not be read; code is GK_OK where it could. Its texts live as long as the
 * batch. GK_E_NOT_FOUND: there is no such result. */
GK_API gk_status gk_batch_error(const gk_batch* batch, size_t index, gk_error* out);

/* Lends the assessment of the result with this index, until the batch is freed. GK_E_NOT_FOUND: there is no such
 * result, its input could not be read, or GK_KEEP_ASSESSMENTS was not asked for. */
GK_API gk_status gk_batch_assessment(const gk_batch* batch, size_t index, const gk_assessment** out);

/* Lends the reading of the result with this index, until the batch is freed. GK_E_NOT_FOUND: likewise, with
 * GK_KEEP_READINGS. */
GK_API gk_status gk_batch_reading(const gk_batch* batch, size_t index, const gk_reading** out);

/* ==== Columns =====================================================================================================
 *
 * A batch as a table of columns: Arrow's C data interface, which pandas, polars, DuckDB, R and Spark take without a copy. The
 * two structs are the specification's own, behind its guard. What is exported is the caller's, and freed by its own
 * release(), independently of the batch.
 */

struct ArrowSchema;
struct ArrowArray;

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
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
#endif

/* What is exported. 0 everywhere is the default; what is pointed to is needed during the call only. */
typedef struct gk_export_options {
  size_t struct_size;
  const char* const* files;   /* gk_batch_count() names for the column `file`, UTF-8; NULL: it is empty */
  const char* const* columns; /* the names of those wanted, in that order; NULL: all, without the states of cells */
  size_t column_count;        /* of `columns` */
  int32_t language;           /* GK_LANGUAGE_ of messages */
  int32_t reserved;           /* 0 */
  const char* const* problems; /* gk_batch_count() reasons, UTF-8, why the bytes of an input could not be had; such a
                                  one is told in the column `problem`, and all else of that result is null. NULL, also in
                                  it: they could be had */
} gk_export_options;
#define GK_EXPORT_OPTIONS_INIT {sizeof(gk_export_options), 0, 0, 0, 0, 0, 0}

/* Exports a row for each result of a batch of inputs, which must have kept assessments and readings: file, authority, level,
 * kind, edition (texts as in JSON), year (int32), published (date32), errors, warnings, infos (int32), problem (why it could
 * not be read), every cell by its key (int64; amounts in yuan as decimal128(20, 2)), and, where `columns` names them, the
 * states of cells (int8, GK_STATE_) as key.state. What is not known, blank or unread is null. schema or array may be
 * NULL. GK_E_NOT_FOUND: something was not kept, or there is no such column. options may be NULL. */
GK_API gk_status gk_batch_export_reports(const gk_batch* batch, const gk_export_options* options,
                                         struct ArrowSchema* schema, struct ArrowArray* array);

/* Exports a row for each finding of a batch that kept assessments: report (int64, the index of the result), file, rule,
 * severity, cells (a list of keys), left, right, difference (decimal128(20, 2)), message, place. Otherwise likewise. */
GK_API gk_status gk_batch_export_findings(const gk_batch* batch, const gk_export_options* options,
                                          struct ArrowSchema* schema, struct ArrowArray* array);

/* ==== All in one call =============================================================================================
 *
 * For bindings: bytes in, JSON out, and nothing to hold. With these, gk_buffer_view(), gk_buffer_free(), gk_last_error()
 * and gk_abi_version() a binding has what most programs ask of it.
 *
 * Example:
 *   gk_buffer* json = NULL;
 *   gk_error error = GK_ERROR_INIT;
 *   gk_text text;
 *   if (gk_check_json(bytes, size, NULL, &json) == GK_OK && gk_buffer_view(json, &text) == GK_OK) {
 *     printf("%s\n", text.data);
 *   } else if (gk_last_error(&error) == GK_OK) {
 *     printf("%s\n", error.message_zh.data);
 *   }
 *   gk_buffer_free(json);
 */

/* What is told of each report beside what it is and the findings; add them up. */
#define GK_TELL_COVERAGE 1 /* how far every rule got */
#define GK_TELL_REPORT 2   /* the report, schema "gongkai.report/1" */
#define GK_TELL_READING 4  /* the reading, schema "gongkai.reading/1", which has the report in it */

/* How to read, check and tell. 0 everywhere is the default; what is pointed to is needed during the call only. */
typedef struct gk_json_options {
  size_t struct_size;
  const gk_read_options* reading;
  const gk_check_options* checking;
  int32_t tell;        /* GK_TELL_ */
  int32_t all_reports; /* 1: of every report in the bytes, as gk_read_all(); 0: of the first, as gk_read() */
} gk_json_options;
#define GK_JSON_OPTIONS_INIT {sizeof(gk_json_options), 0, 0, 0, 0}

/* Reads and checks what is in `size` bytes and makes JSON of it on one line, schema "gongkai.checked/1": `reports`, an
 * array of objects with `about` and `assessment` (schema "gongkai.assessment/1") and the parts that options ask for.
 * options may be NULL. Fails like gk_read() and gk_reading_check(). */
GK_API gk_status gk_check_json(const void* bytes, size_t size, const gk_json_options* options, gk_buffer** out);

/* The same of many inputs: a line for each, in their order, ended by a newline. Of an input that cannot be read the line
 * has `error` (`code`, `message` in both languages, `place`) and no `reports`; that is no failure of the call. Both
 * options may be NULL; how.keep must be GK_KEEP_NOTHING. */
GK_API gk_status gk_inputs_check_json(const gk_input* inputs, size_t count, const gk_json_options* options,
                                      const gk_batch_options* how, gk_buffer** out);

#ifdef __cplusplus
}
#endif

#endif /* GONGKAI_H */
