// bytes -> Document -> Reading, and JSON, which is a report already, -> Reading.
#include "gongkai/read.hpp"

#include "decode/check_text.hpp"
#include "gongkai/write.hpp"
#include "interpret/about.hpp"

namespace gongkai {
namespace {

bool is_json_object(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf", rich_text = "{\\";
  bytes.remove_prefix(bytes.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0);
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

}  // namespace

Result<Reading> read(std::string_view bytes, const Hints& hints, const Limits& limits) {
  if (is_json_object(bytes)) {
    return read_json(bytes, hints, limits);
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
  const Result<Document> document = decode(bytes, hints, limits);
  if (!document) {
    return document.error();
  }
  return interpret_all(document.value(), hints);
}

}  // namespace gongkai
