// bytes -> Document -> Reading; and data (JSON, cells by their keys in CSV), which holds reports already, -> Reading.
#include "gongkai/read.hpp"

#include "decode/check_text.hpp"
#include "doors/cells_csv.hpp"
#include "gongkai/write.hpp"
#include "interpret/about.hpp"
#include "text/encoding.hpp"

namespace gongkai {
namespace {

bool is_json_object(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf", rich_text = "{\\";
  bytes.remove_prefix(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' && bytes.substr(first, rich_text.size()) != rich_text;
}

Result<Reading> read_json(std::string_view bytes, const Hints& hints, const Limits& limits) {
  if (auto error = check_text(bytes, limits)) {
    return *std::move(error);
  }
  Result<Report> report = report_from_json(bytes);
  if (!report) {
    return report.error();
  }
  Result<Reading> result;
  Reading& reading = result.value();
  reading.report = std::move(report).value();
  reading.decoding = {Format::json, "UTF-8", EncodingReason::given};
  reading.has_document = false;
  reading.said = reading.report.about;
  take_hints(hints, reading);
  for (const CellInfo& info : cells) {
    reading.sources[info.index].state = cell(reading.report, info.index)                   ? CellState::read
                                        : has(info.editions, reading.report.about.edition) ? CellState::blank
                                                                                           : CellState::not_in_form;
  }
  return result;
}

Result<std::vector<Reading>> read_cells(std::string_view bytes, const Hints& hints, const Limits& limits) {
  const Result<unicode::Utf8> utf8 = unicode::to_utf8(bytes, {}, limits);
  if (!utf8) {
    return utf8.error();
  }
  Result<std::vector<Reading>> readings = read_cells_csv(utf8->text(), limits);
  if (readings) {
    for (Reading& reading : readings.value()) {
      reading.decoding = {Format::csv, utf8->encoding, utf8->reason};
      reading.said = reading.report.about;
      take_hints(hints, reading);
    }
  }
  return readings;
}

}  // namespace

Result<Reading> read(std::string_view bytes, const Hints& hints, const Limits& limits) {
  if (is_json_object(bytes)) {
    return read_json(bytes, hints, limits);
  }
  if (is_cells_csv(bytes)) {
    Result<std::vector<Reading>> readings = read_cells(bytes, hints, limits);
    if (!readings) {
      return readings.error();
    }
    Reading& first = readings->front();
    for (std::size_t i = 1; i < readings->size(); ++i) {
      first.notes.push_back({NoteKind::further_report, {}, -1, -1, readings.value()[i].report.about.authority});
    }
    return std::move(first);
  }
  const Result<Document> document = decode(bytes, hints, limits);
  if (!document) {
    return document.error();
  }
  return interpret(document.value(), hints);
}

Result<std::vector<Reading>> read_all(std::string_view bytes, const Hints& hints, const Limits& limits) {
  if (is_json_object(bytes)) {
    Result<Reading> reading = read_json(bytes, hints, limits);
    if (!reading) {
      return reading.error();
    }
    return std::vector<Reading>{std::move(reading).value()};
  }
  if (is_cells_csv(bytes)) {
    return read_cells(bytes, hints, limits);
  }
  const Result<Document> document = decode(bytes, hints, limits);
  if (!document) {
    return document.error();
  }
  return interpret_all(document.value(), hints);
}

}  // namespace gongkai
