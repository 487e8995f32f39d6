// Chooses the writer of a format.
#include "encode/findings_writers.hpp"

namespace gongkai {

std::unique_ptr<FindingsWriter> findings_writer(FindingsFormat format, Language language,
                                                std::span<const Rule> extra_rules, FindingsDetail detail) {
  const FindingsStyle style{language, extra_rules, detail};
  switch (format) {
    case FindingsFormat::json:
    case FindingsFormat::jsonl:
      return json_findings(style, format == FindingsFormat::json);
    case FindingsFormat::lean:
      return lean_findings(style);
    case FindingsFormat::sarif:
      return sarif_findings(style);
    case FindingsFormat::junit:
      return junit_findings(style);
    case FindingsFormat::csv:
      return csv_findings(style);
    case FindingsFormat::html:
      return html_findings(style);
    case FindingsFormat::xlsx:
      return xlsx_findings(style);
  }
  return nullptr;
}

}  // namespace gongkai
