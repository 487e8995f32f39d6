// What must hold whatever the bytes were. A broken promise ends the program, which is how a fuzzer learns of it.
#pragma once

#include <rapidjson/encodedstream.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "text/utf8.hpp"

namespace gongkai::fuzz {

inline void promise(bool kept, const char* what) {
  if (!kept) {
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
  }
}

inline bool is_utf8(std::string_view text) {
  return unicode::find_invalid(text) == std::string_view::npos;
}

inline void keep(const Error& error) {
  promise(!error.message_zh.empty() && !error.message_en.empty(), "an error says why, in both languages");
  promise(is_utf8(error.message_zh) && is_utf8(error.message_en), "messages are UTF-8");
}

inline void keep(const Document& document, const Limits& limits) {
  promise(is_utf8(document.text), "a document's text is UTF-8");
  promise(document.table_cells.size() <= limits.cells && document.blocks.size() <= limits.blocks, "limits hold");
  const auto lies_within = [&](Document::Text range) {
    return range.begin <= document.text.size() && range.size <= document.text.size() - range.begin &&
           is_utf8(document.view(range));
  };
  for (const Document::Block& block : document.blocks) {
    promise(lies_within(block.text), "a block's text is text of the document");
    promise(std::size_t{block.first_row} + block.row_count <= document.table_rows.size(), "a table's rows are there");
  }
  for (const Document::Row& row : document.table_rows) {
    promise(std::size_t{row.first_cell} + row.cell_count <= document.table_cells.size(), "a row's cells are there");
  }
  for (const Document::Cell& cell : document.table_cells) {
    promise(lies_within(cell.text), "a cell's text is text of the document");
    promise(
        cell.row_span >= 1 && cell.column_span >= 1 && cell.row_span <= limits.span && cell.column_span <= limits.span,
        "spans are at least 1 and within the limit");
  }
  for (const Document::Property& property : document.properties) {
    promise(lies_within(property.name) && lies_within(property.value), "properties are text of the document");
  }
}

/// The tables of a document in their order, to find the one of a place at once: a reading has hundreds of places.
inline std::vector<const Document::Block*> tables_of(const Document& document) {
  std::vector<const Document::Block*> found;
  for (const Document::Block& block : document.blocks) {
    if (block.kind == Document::BlockKind::table) {
      found.push_back(&block);
    }
  }
  return found;
}

/// Whether a place is one of the document's own.
inline bool lies_within(const Place& place, const Document& document, const std::vector<const Document::Block*>& all) {
  if (place.table == 0) {
    return place.row == 0 && place.cell == 0;
  }
  return place.table <= all.size() && place.row <= all[place.table - 1]->row_count &&
         (place.row == 0 || place.cell <= document.rows_of(*all[place.table - 1])[place.row - 1].cell_count);
}

inline void keep_json(const std::string& json) {
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> input(stream);
  rapidjson::BaseReaderHandler<> ignore;
  rapidjson::Reader reader;
  promise(
      !reader.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(input, ignore).IsError(),
      "what is written as JSON is JSON");
}

/// How often all promises are asked: of each input (in the replay), or of one in so many, by what it is. Writing a reading
/// and its findings as JSON and reading that takes ten times as long as making them, and has targets of its own.
inline std::size_t one_in = 32;

inline bool is_asked_all(const Reading& reading) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const Source& source : reading.sources) {
    hash = (hash ^ static_cast<std::uint64_t>(source.state) ^ source.text.size() << 3U) * 1099511628211ULL;
  }
  return (hash >> 32U) % one_in == 0;
}

/// The cells of the rows 其他处理: in the form of 2021 one such row may stand for that form's three.
inline const std::vector<bool>& cells_of_other_handling() {
  static const std::vector<bool> found = [] {
    std::vector<bool> made;
    for (const CellInfo& info : cells) {
      made.push_back(info.row_info().key.find("other_handling") != std::string_view::npos);
    }
    return made;
  }();
  return found;
}

inline void keep(const Reading& reading) {
  const Report& report = reading.report;
  const std::vector<bool>& of_other_handling = cells_of_other_handling();
  const bool has_other_row = std::any_of(cells.begin(), cells.end(), [&](const CellInfo& info) {
    return of_other_handling[info.index] && reading.sources[info.index].state != CellState::not_in_form;
  });
  for (const CellInfo& info : cells) {
    const Source& source = reading.sources[info.index];
    const bool has_value = source.state == CellState::read || source.state == CellState::inferred;
    promise(cell(report, info.index).has_value() == has_value, "a cell has a value where it is read or inferred");
    promise(source.state != CellState::not_in_form || !has(info.editions, report.about.edition) ||
                (of_other_handling[info.index] && has_other_row),
            "every cell of the form has a state");
    promise(is_utf8(source.text), "texts are UTF-8");
  }
  if (!is_asked_all(reading)) {
    return;
  }
  const Result<Report> again = report_from_json(to_json(report));
  promise(static_cast<bool>(again), "a report written as JSON can be read");
  promise(*static_cast<const Result<Report>&>(again).operator->() == report, "and is the same");
  keep_json(to_json(reading));
  const Assessment assessment = check(reading);
  keep_json(to_json(assessment, report.about));
}

inline void keep(const Reading& reading, const Document& document) {
  keep(reading);
  const std::vector<const Document::Block*> all = tables_of(document);
  for (const Source& source : reading.sources) {
    promise(lies_within(source.place, document, all), "places lie within the document");
  }
  for (const Note& note : reading.notes) {
    promise(lies_within(note.place, document, all), "notes lie within the document");
  }
}

}  // namespace gongkai::fuzz
