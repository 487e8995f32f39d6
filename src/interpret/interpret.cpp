// Document -> sections -> evidence -> decision -> proof -> Readings: the story of interpretation, see README.md.
#include <algorithm>

#include "gongkai/read.hpp"
#include "interpret/decide.hpp"
#include "interpret/fields.hpp"
#include "interpret/prove.hpp"
#include "interpret/put_report.hpp"
#include "interpret/rows_named.hpp"
#include "interpret/walk.hpp"
#include "text/cut.hpp"

namespace gongkai {
namespace {

/// As much of a line as may tell that it begins with the name of a field: a paragraph may be long.
std::string_view beginning_of(std::string_view line) {
  return unicode::cut(line, 200);
}

/// Reads one report from the block on. Returns the block at which another one begins.
std::size_t read_report(const Document& document, const Hints& hints, std::size_t first, Reading& reading,
                        bool& has_only_pictures) {
  Walk walk(document, hints, reading);
  const std::size_t end = walk.run(first);
  has_only_pictures = walk.has_only_pictures();

  const std::vector<std::size_t> title_lines = describe(reading, walk.around(), hints);
  const std::vector<Line>& front = walk.around().front;
  std::string& preamble = reading.report.narrative.preamble;
  for (std::size_t i = title_lines.empty() ? 0 : title_lines.front(); i < front.size();
       ++i) {  // before it is the page's
    const bool is_title = std::find(title_lines.begin(), title_lines.end(), i) != title_lines.end();
    if (!is_title && !front[i].is_field && !is_field_line(beginning_of(front[i].text))) {
      preamble.append(preamble.empty() ? "" : "\n").append(front[i].text);
    }
  }
  const Report& report = reading.report;
  const Decision decision = decide(walk.evidence(), report.about.edition, report.about.year);
  const Proof proof = hints.infer ? prove(walk.evidence(), decision, reading) : Proof();
  put_report(walk.evidence(), decision, proof, reading,
             [&] { return rows_named(document, first, walk.end_of_tables()); });
  return end;
}

bool found_nothing(const Reading& reading) {
  const auto by_words = std::count_if(reading.headings.begin(), reading.headings.end(),
                                      [](const Heading& heading) { return !heading.is_by_number; });
  return by_words < 2 && std::none_of(reading.sources.begin(), reading.sources.end(), [](const Source& source) {
           return source.state != CellState::not_in_form && source.state != CellState::absent;
         });
}

Error nothing_found() {
  return {ErrorCode::not_a_report,
          "没有在文件里找到政府信息公开年度报告的标题、部分或表格。请确认选对了文件。",
          "No heading, section or table of an annual report on government information disclosure was found. "
          "Check that this is the right file.",
          {}};
}

Error only_title(const std::string& title) {
  return {ErrorCode::not_a_report,
          "文件里有标题“" + title +
              "”，但没有找到报告的任何部分或表格。如果正文是图片或附件，请换用可以选中文字的原文件再读。",
          "The file has the title “" + title +
              "”, but no section or table of a report. If the report is a picture or an attachment, use the original "
              "with its text.",
          {}};
}

Error only_pictures() {
  return {ErrorCode::unsupported,
          "报告里的表格是图片，图片里的数无法读取。请换用表格可以选中文字的原文件（Word、Excel或网页）再读。",
          "The tables of the report are pictures, whose numbers cannot be read. Use the original with tables of text "
          "(Word, Excel or a web page).",
          {}};
}

/// Reads the next report from block `at` on into an empty reading; moves `at` behind it. False where none is left.
bool read_next(const Document& document, const Hints& hints, std::size_t& at, bool& any_pictures, Reading& reading,
               std::string& title) {
  for (;;) {
    bool has_only_pictures = false;
    at = read_report(document, hints, at, reading, has_only_pictures);
    any_pictures = any_pictures || has_only_pictures;
    if (!found_nothing(reading) && !has_only_pictures) {
      return true;
    }
    if (reading.report.about.year != 0 && title.empty()) {
      title = reading.report.about.title;
    }
    if (at >= document.blocks.size()) {
      return false;
    }
    reading = {};
  }
}

}  // namespace

Result<std::vector<Reading>> interpret_all(const Document& document, const Hints& hints) {
  std::vector<Reading> readings;
  std::size_t at = 0;
  bool any_pictures = false;
  std::string title;
  do {
    if (!read_next(document, hints, at, any_pictures, readings.emplace_back(), title)) {
      readings.pop_back();
    }
  } while (at < document.blocks.size());
  if (readings.empty()) {
    return any_pictures ? only_pictures() : !title.empty() ? only_title(title) : nothing_found();
  }
  return readings;
}

Result<Reading> interpret(const Document& document, const Hints& hints) {
  Result<Reading> result;
  std::size_t at = 0;
  bool any_pictures = false;
  std::string title;
  if (!read_next(document, hints, at, any_pictures, result.value(), title)) {
    return any_pictures ? only_pictures() : !title.empty() ? only_title(title) : nothing_found();
  }
  while (at < document.blocks.size()) {
    Reading further;
    if (read_next(document, hints, at, any_pictures, further, title)) {
      result->notes.push_back({NoteKind::further_report, {}, -1, -1, further.report.about.title});
    }
  }
  return result;
}

}  // namespace gongkai
