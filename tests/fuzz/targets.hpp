// What is fuzzed: a row for each decoder, for the interpretation, for what can be done in two ways, and for the C interface. A new one takes a row here and a folder of first
// inputs in corpus/.
#pragma once

#include <zlib.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/bytes_to_document.hpp"
#include "fuzz/calls.hpp"
#include "fuzz/promises.hpp"
#include "fuzz/ways.hpp"

namespace gongkai::fuzz {

using Decoder = Result<Document> (*)(std::string_view, const Limits&);

inline void keep_all(const Result<Document>& document, const Limits& limits) {
  if (!document) {
    keep(document.error());
    return;
  }
  keep(document.value(), limits);
  const Result<Reading> reading = interpret(document.value());
  reading ? keep(reading.value(), document.value()) : keep(reading.error());
}

/// Decodes with the usual limits, or with ones so small that they are met: as the size of the input has it.
template <Decoder decode>
void run_decoder(std::string_view bytes) {
  constexpr std::size_t small_one_in = 4;
  if (one_in != 1 && bytes.size() % small_one_in != 0) {
    keep_all(decode(bytes, {}), {});
    return;
  }
  if (one_in == 1) {
    keep_all(decode(bytes, {}), {});
  }
  Limits small;
  small.cells = 40;
  small.blocks = 40;
  small.depth = 8;
  small.span = 4;
  keep_all(decode(bytes, small), small);
}

/// A package whose main part, or parts, are the input: a fuzzer does not get through the packing.
using Pack = std::string (*)(std::string_view parts);

/// An archive of parts as they are: packing them would be most of the work.
class StoredPackage {
 public:
  void add(std::string_view name, std::string_view content) {
    const auto offset = static_cast<std::uint32_t>(bytes_.size());
    const auto sum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
    std::string fields;  // the part of the header that the directory has too
    put(fields, 20, 2);  // version needed; then flags, method, time, date
    put(fields, 0, 8);
    put(fields, sum, 4);
    put(fields, content.size(), 4);
    put(fields, content.size(), 4);
    put(fields, name.size(), 2);
    put(fields, 0, 2);
    bytes_.append("PK\x03\x04").append(fields).append(name).append(content);
    directory_ += "PK\x01\x02";
    put(directory_, 20, 2);
    directory_ += fields;
    put(directory_, 0, 10);
    put(directory_, offset, 4);
    directory_ += name;
    ++count_;
  }
  std::string finish() {
    std::string made = bytes_ + directory_ + std::string("PK\x05\x06\0\0\0\0", 8);
    put(made, count_, 2);
    put(made, count_, 2);
    put(made, directory_.size(), 4);
    put(made, bytes_.size(), 4);
    put(made, 0, 2);
    return made;
  }

 private:
  static void put(std::string& to, std::size_t number, int size) {
    for (int i = 0; i < size; ++i, number >>= 8U) {
      to += static_cast<char>(number & 0xffU);
    }
  }
  std::string bytes_, directory_;
  std::size_t count_ = 0;
};

inline std::string word_package(std::string_view document) {
  StoredPackage package;
  package.add("[Content_Types].xml", "<Types/>");
  package.add("word/document.xml", document);
  return package.finish();
}

/// The sheet, and behind lines of "--" the shared strings and the styles.
inline std::string workbook_package(std::string_view parts) {
  constexpr std::string_view separator = "\n--\n";
  constexpr std::string_view names[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"};
  StoredPackage package;
  package.add("[Content_Types].xml", "<Types/>");
  package.add("xl/workbook.xml",
              R"(<workbook xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="a"/></sheets></workbook>)");
  package.add("xl/_rels/workbook.xml.rels",
              R"(<Relationships><Relationship Id="a" Type="t/worksheet" Target="worksheets/sheet1.xml"/>)"
              R"(<Relationship Id="b" Type="t/sharedStrings" Target="sharedStrings.xml"/>)"
              R"(<Relationship Id="c" Type="t/styles" Target="styles.xml"/></Relationships>)");
  for (const std::string_view name : names) {
    const std::size_t end = std::min(parts.find(separator), parts.size());
    package.add(name, parts.substr(0, end));
    parts.remove_prefix(std::min(end + separator.size(), parts.size()));
  }
  return package.finish();
}

/// Bytes that begin as an archive does are one.
template <Decoder decode, Pack pack>
void run_packed(std::string_view bytes) {
  run_decoder<decode>(bytes.substr(0, 2) == "PK" ? std::string(bytes) : pack(bytes));
}

inline void run_json(std::string_view bytes) {
  const Result<Report> report = report_from_json(bytes);
  if (!report) {
    keep(report.error());
    return;
  }
  const std::string json = to_json(report.value());
  const Result<Report> again = report_from_json(json);
  promise(static_cast<bool>(again) && again.value() == report.value(), "a report written as JSON reads back");
}

inline void run_read(std::string_view bytes) {
  const Result<std::vector<Reading>> readings = read_all(bytes);
  if (!readings) {
    keep(readings.error());
    return;
  }
  promise(!readings.value().empty(), "reading gives a report or an error");
  for (const Reading& reading : readings.value()) {
    keep(reading);
  }
}

inline void run_interpret(std::string_view bytes) {
  const Document document = document_of(bytes);
  const Result<Reading> reading = interpret(document);
  reading ? keep(reading.value(), document) : keep(reading.error());
#ifdef GONGKAI_PLANT_BUG  // of the kind that a fuzzer without the form's labels does not find: see prove.sh
  const CellInfo* const deep = find_cell("requests.outcomes.denied.enforcement_file.natural_person");
  promise(!reading || reading.value().sources[deep->index].state != CellState::read, "planted");
#endif
}

struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};
inline constexpr Target targets[] = {
    {"text", run_decoder<decode_text>},
    {"csv", run_decoder<decode_csv>},
    {"html", run_decoder<decode_html>},
    {"docx", run_packed<decode_docx, word_package>},
    {"xlsx", run_packed<decode_xlsx, workbook_package>},
    {"pdf_layout", run_decoder<decode_pdf_layout>},
    {"json", run_json},
    {"interpret", run_interpret},
    {"round_trip", run_round_trip},
    {"check", run_check},
    {"calls", run_calls},
    {"read", run_read},
};

inline const Target* find_target(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(targets), std::end(targets), [&](const Target& target) { return target.name == name; });
  return found == std::end(targets) ? nullptr : found;
}

}  // namespace gongkai::fuzz
