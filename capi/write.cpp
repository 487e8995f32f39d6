// The C functions that write a report, and what was found in it, as others read it.
#include "gongkai/write.hpp"

#include "border.hpp"
#include "gongkai/write_findings.hpp"

static_assert(static_cast<int>(gongkai::FindingsFormat::json) == GK_FINDINGS_JSON);
static_assert(static_cast<int>(gongkai::FindingsFormat::jsonl) == GK_FINDINGS_JSONL);
static_assert(static_cast<int>(gongkai::FindingsFormat::sarif) == GK_FINDINGS_SARIF);
static_assert(static_cast<int>(gongkai::FindingsFormat::junit) == GK_FINDINGS_JUNIT);
static_assert(static_cast<int>(gongkai::FindingsFormat::csv) == GK_FINDINGS_CSV);
static_assert(static_cast<int>(gongkai::FindingsFormat::html) == GK_FINDINGS_HTML);
static_assert(static_cast<int>(gongkai::FindingsFormat::xlsx) == GK_FINDINGS_XLSX);
static_assert(static_cast<int>(gongkai::FindingsFormat::lean) == GK_FINDINGS_LEAN);

using namespace gongkai;
using namespace gongkai::capi;

gk_status gk_report_write(const gk_report* report, int32_t format, int32_t language, gk_buffer** out) {
  return guard([&] {
    const Report& from = *need(report, "report").data;
    HtmlOptions html;
    html.language = language_argument(language, Language::zh);
    put_buffer(out, [&]() -> std::string {
      switch (format) {
        case GK_WRITE_JSON:
          return to_json(from);
        case GK_WRITE_HTML:
          return to_html(from, html);
        case GK_WRITE_MARKDOWN:
          return to_markdown(from);
        case GK_WRITE_CSV:
          return csv_form(from);
        case GK_WRITE_CSV_TIDY:
          return csv_tidy_head() + (report->reading != nullptr ? csv_tidy(*report->reading) : csv_tidy(from));
        case GK_WRITE_CSV_WIDE:
          return csv_wide_head() + csv_wide(from);
        case GK_WRITE_DOCX:
          return to_docx(from);
        case GK_WRITE_XLSX:
          return to_xlsx(from);
        default:
          fail_argument("format", "不是已知的常数", "is not a known constant");
      }
    });
  });
}

gk_status gk_report_fill_docx(const gk_report* report, const void* bytes, size_t size, gk_buffer** out) {
  return guard([&] {
    need(out, "out");
    put_buffer(out, [&] {
      return value_or_fail(fill_docx(bytes_argument(bytes, size, "bytes"), *need(report, "report").data));
    });
  });
}

gk_status gk_assessment_html(const gk_assessment* assessment, const gk_report* report, int32_t language,
                             gk_buffer** out) {
  return guard([&] {
    const gk_assessment& from = need(assessment, "assessment");
    HtmlOptions html;
    html.language = language_argument(language, from.language);
    html.assessment = &from.assessment;
    const gk_report& checked = need(report, "report");
    html.reading = checked.reading;
    put_buffer(out, [&] { return to_html(*checked.data, html); });
  });
}

gk_status gk_assessment_write(const gk_assessment* assessment, const char* file, int32_t format, int32_t language,
                              gk_buffer** out) {
  return guard([&] {
    const gk_assessment& from = need(assessment, "assessment");
    const FindingsFormat as = enum_argument(format, FindingsFormat::lean, "format");
    const auto writer = findings_writer(as, language_argument(language, from.language));
    const std::string_view name = file == nullptr ? std::string_view() : std::string_view(file);
    put_buffer(out, [&] {
      std::string text;
      writer->begin(text);
      writer->add({name, &from.about, &from.assessment, nullptr}, text);
      writer->end(text);
      return text;
    });
  });
}
