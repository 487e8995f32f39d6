// Writing reports, findings and the catalogue. Implemented in the library gongkai::gongkai.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/aggregate.hpp"
#include "gongkai/check.hpp"
#include "gongkai/diff.hpp"
#include "gongkai/localize.hpp"
#include "gongkai/message.hpp"
#include "gongkai/model/result.hpp"
#include "gongkai/read.hpp"

namespace gongkai {

/// A report as JSON, schema "gongkai.report/1": `about`, `cells` (one flat object, key -> null for blank, an integer,
/// or an exact decimal string in yuan for money; the cells of the report's edition and any other that is filled),
/// `narrative`, `extensions`. Keys stand in the order of the form; equal reports give equal bytes.
std::string to_json(const Report& report);

/// A reading as JSON, schema "gongkai.reading/1": the report, and for each cell its state, text and place, then the
/// notes.
std::string to_json(const Reading& reading);

/// An assessment as JSON, schema "gongkai.assessment/1": a summary, the findings with messages in both languages and
/// fingerprints, the cells of other reports that they take in, waivers, suspects where they were attached, and, unless it
/// is not wanted, the coverage of every rule. `extra_rules` are those that the check was given.
std::string to_json(const Assessment& assessment, const About& about, std::span<const Rule> extra_rules = {},
                    bool with_coverage = true);

/// A report of a document and what a check found in it.
struct CheckedReport {
  const Reading* reading = nullptr;
  const Assessment* assessment = nullptr;
};
/// What is told of each beside its findings.
struct CheckedParts {
  bool coverage = false;  ///< of every rule
  bool report = false;    ///< schema "gongkai.report/1"
  bool reading = false;   ///< schema "gongkai.reading/1", which has the report in it
};
/// All that was read and found in one document, on one line, schema "gongkai.checked/1": `reports`, each with `about` and
/// `assessment` and the parts that are wanted; or, of a document that cannot be read, `error`: code, message, place.
std::string checked_to_json(std::span<const CheckedReport> reports, const CheckedParts& wanted = {});
std::string checked_to_json(const Error& error);

/// A localisation as JSON, schema "gongkai.localization/1": for each fault the smallest number of wrong cells, all answers
/// of that size (each a list of suspects), shifted rows, and the story in both languages.
std::string to_json(const Localization& localization, const About& about);

/// What differs between two reports, schema "gongkai.diff/1": both reports' `about`, the cells that moved with both values
/// and the change, the texts that differ, and the findings opened, closed and remaining.
std::string to_json(const Diff& diff);

/// A total, schema "gongkai.rollup/1": the report, how many reports are in it, and what could not be added and why.
std::string to_json(const Aggregate& aggregate);

/// Waivers, schema "gongkai.waivers/1", and back. Strict: an unknown key is an error that names near matches, and all but
/// `expiry` must be there.
std::string to_json(std::span<const Waiver> waivers);
Result<std::vector<Waiver>> waivers_from_json(std::string_view json);

/// The catalogue of cells, schema "gongkai.cells/1", and of rules, schema "gongkai.rules/1".
std::string cells_to_json();
std::string rules_to_json(std::span<const Rule> extra_rules = {});
/// One rule, schema "gongkai.rule/1".
std::string to_json(const Rule& rule);

/// A JSON Schema (draft 2020-12) of "gongkai.report/1", made from the catalogue; include/gongkai/report.schema.json is
/// its text. It accepts what report_from_json() accepts, save that it knows neither a day that the month does not have
/// nor a key that stands twice, and lets 5.0 pass for 5.
std::string report_json_schema();

/// The report in a JSON text of schema "gongkai.report/1". Strict: an unknown key is an error that names near matches.
Result<Report> report_from_json(std::string_view json);

/// How a report becomes a web page.
struct HtmlOptions {
  Language language = Language::zh;        ///< of all that is not the report's own text
  const Assessment* assessment = nullptr;  ///< its findings are listed before the form and marked in it
  std::span<const Rule> extra_rules{};     ///< those that the check was given
  const Reading* reading = nullptr;  ///< the report's: beside the findings, what was not read or was inferred is marked
};

/// The report as one self-contained web page in the official layout, UTF-8. Blank stays blank; all text is escaped.
std::string to_html(const Report& report, const HtmlOptions& options = {});

/// The report as a Word document (.docx) in the official layout, A4.
std::string to_docx(const Report& report);

/// A Word document of one's own filled in: `{{requests.received.total}}` and the like, anywhere in its text, header or
/// footer, become what the report has there, also where Word cut a field into pieces or spaces stand in the braces. Names
/// are keys of cells; of texts, whole, by their last part or in Chinese (`narrative.overview`, `overview`, `总体情况`); and
/// of what the report is (`about.year`, `year`, `报告年度`, `年度`: the year alone). A blank cell leaves nothing. All else
/// stays as it is. Errors: unsupported, malformed (fields that reports do not have, each with the nearest right name, or no
/// field at all), limit_exceeded.
Result<std::string> fill_docx(std::string_view document, const Report& report, const Limits& limits = {});
/// An example of such a document: laid out like the form of the edition, with every cell's key in its place.
std::string docx_template_example(Edition edition);

/// How a report becomes a workbook.
struct XlsxOptions {
  bool values_only = false;  ///< no formula anywhere: every total is the number written, and nothing is marked
};

/// The report as a workbook (.xlsx): the official tables as sheets, numbers as numbers, that add up as they are filled in.
/// A total is a protected formula where that gives what is written in it, which may be nothing; any other stays as it was
/// written. Marks beside the rows and below the columns say whether they add up, and the sheet 核对 lists what does not,
/// in words. Labels are protected too, without a password, and the cells to fill in are not: the workbook of a report
/// without figures is the form to fill in. A text of more than 32,767 characters is cut into several cells.
std::string to_xlsx(const Report& report);
std::string to_xlsx(const Report& report, const XlsxOptions& options);

/// The report in Markdown (UTF-8). Merged cells of the form are told one by one.
std::string to_markdown(const Report& report);

/// The report in CSV (RFC 4180, UTF-8 with a byte order mark) as it reads: title, fields, sections and tables in rows.
std::string csv_form(const Report& report);
/// One cell a row, blank told from 0 and from what could not be read; money in yuan, exact. Many reports: the head once,
/// then each report's rows. `state` has the words of "gongkai.reading/1" (read, blank, unreadable, inferred, absent, not_in_form), and
/// `is_blank` is 1 for "blank" alone; of a report without its reading, every cell without a number is blank.
std::string csv_tidy_head();
std::string csv_tidy(const Report& report);
std::string csv_tidy(const Reading& reading);
/// One report a row, a column for each cell of the superset, named by its key. The head once, then each report's row.
std::string csv_wide_head();
std::string csv_wide(const Report& report);

}  // namespace gongkai
