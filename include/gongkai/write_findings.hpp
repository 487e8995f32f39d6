// Writing what a run found, for programs and people: JSON, SARIF, JUnit, CSV, an overview page, a workbook. Implemented in the
// library gongkai::gongkai.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"

namespace gongkai {

enum class FindingsFormat : std::uint8_t {
  json,   ///< schema "gongkai.check/1": an array of objects, one for each report
  jsonl,  ///< the same objects, one a line, without the array
  sarif,  ///< SARIF 2.1.0, for editors and build systems
  junit,  ///< JUnit XML: a suite for each report, a case for each rule that was asked; an error fails it
  csv,    ///< one finding a row (RFC 4180, UTF-8 with a byte order mark)
  html,  ///< one self-contained page: how often each rule was broken, and the reports with their findings, which its script
         ///< sorts, searches and filters
  xlsx,  ///< a workbook, a sheet of reports and one of findings; bytes, which come with end()
  lean,  ///< schema "gongkai.check/2" (check.schema.json), an object a line: what was found and the numbers in it, once
};

/// What FindingsFormat::lean tells besides.
struct FindingsDetail {
  bool places = false;    ///< where in the document each cell stands
  bool coverage = false;  ///< how far every rule got
};

/// Why a file is without an assessment.
struct Unread {
  std::string_view code;  ///< "io", "empty", "not_a_report" ...
  std::string_view message_zh, message_en;
  Place where;
  bool is_skipped = false;  ///< one of many files, and not meant as an annual report
};

/// What became of one report of a run. All is needed during the call only.
struct Checked {
  std::string_view file;  ///< path as given; "-" is standard input
  const About* about = nullptr;
  const Assessment* assessment = nullptr;  ///< null: `unread` says why
  const Unread* unread = nullptr;
  std::string_view link = {};  ///< percent-encoded address of the file as seen from the results, or empty
};

/// Writes what a run found, report after report. Memory does not grow with their number; that of SARIF does with the
/// number of unreadable files, and a workbook is held until it is whole.
class FindingsWriter {
 public:
  virtual ~FindingsWriter() = default;
  /// Each appends to the text what comes next; begin() first, end() last.
  virtual void begin(std::string& out) = 0;
  virtual void add(const Checked& checked, std::string& out) = 0;
  virtual void end(std::string& out) = 0;
};

/// A writer. Messages are in the language where a format has one message. `extra_rules` are those that the checks were
/// given; they must outlive the writer.
std::unique_ptr<FindingsWriter> findings_writer(FindingsFormat format, Language language,
                                                std::span<const Rule> extra_rules = {}, FindingsDetail detail = {});

}  // namespace gongkai
