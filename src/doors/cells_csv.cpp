#include "doors/cells_csv.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "gongkai/model/about_fields.hpp"
#include "interpret/number.hpp"
#include "json/names.hpp"
#include "text/csv.hpp"
#include "text/csv_formula.hpp"
#include "text/near_names.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t most_columns = 2 * cell_count + 64;

/// Where the columns stand; -1 for one that is not there.
struct Columns {
  int authority = -1, year = -1, edition = -1, title = -1;
  int key = -1, value = -1, is_blank = -1, state = -1;  // of a table with a cell a row
  struct CellColumns {
    const CellInfo* cell;
    int value = -1, state = -1;
  };
  std::vector<CellColumns> cells;  // of one with a report a row

  bool is_tidy() const { return key >= 0 && value >= 0; }
  bool is_wide() const { return !is_tidy() && !cells.empty(); }
};

Columns columns_of(const std::vector<csv::Field>& head) {
  Columns result;
  for (std::size_t i = 0; i < head.size(); ++i) {
    // Of a file in another encoding: its columns are named in ASCII, what else is there may be any bytes.
    const bool is_text = unicode::find_invalid(head[i].text) == std::string_view::npos;
    const std::string_view name = is_text ? unicode::trim(head[i].text) : std::string_view(head[i].text);
    const auto at = static_cast<int>(i);
    const auto take = [&](std::string_view wanted, int& column) { column = name == wanted ? at : column; };
    take("authority", result.authority);
    take("year", result.year);
    take("edition", result.edition);
    take("title", result.title);
    take("key", result.key);
    take("value", result.value);
    take("is_blank", result.is_blank);
    take("state", result.state);
    if (const CellInfo* cell = find_cell(name)) {
      result.cells.push_back({cell, at});
    }
  }
  for (Columns::CellColumns& cell : result.cells) {
    const std::string state = std::string(cell.cell->key) + ".state";
    const auto found = std::find_if(head.begin(), head.end(), [&](const csv::Field& f) { return f.text == state; });
    cell.state = found == head.end() ? -1 : static_cast<int>(found - head.begin());
  }
  return result;
}

/// The delimiter and the columns of a text whose first line names them.
std::optional<char> delimiter_of(std::string_view text, Columns& found) {
  constexpr std::size_t longest = std::size_t{32} << 10U;
  std::string_view line = text.substr(0, longest);
  line = line.substr(0, line.find('\n'));
  line = line.substr(0, line.find('\r'));
  if (line.find("value") == std::string_view::npos && line.find("requests.") == std::string_view::npos) {
    return std::nullopt;
  }
  for (const char delimiter : {',', ';', '\t'}) {
    if (line.find(delimiter) == std::string_view::npos) {
      continue;
    }
    csv::Tokenizer tokens(line, delimiter);
    std::vector<csv::Field> head;
    csv::next_record(tokens, head, most_columns);
    found = columns_of(head);
    if (found.is_tidy() || found.is_wide()) {
      return delimiter;
    }
  }
  return std::nullopt;
}

Error malformed(const csv::Field& field, const std::string& zh, const std::string& en) {
  return {ErrorCode::malformed, zh, en, {field.line, field.column, 0, 0, 0, 0}};
}

class CellsReader {
 public:
  explicit CellsReader(const Columns& found) : columns_(found) {}

  std::optional<Error> take(const std::vector<csv::Field>& record) {
    record_ = &record;
    if (std::all_of(record.begin(), record.end(), [](const csv::Field& f) { return unicode::trim(f.text).empty(); })) {
      return std::nullopt;
    }
    const CellInfo* cell = nullptr;
    if (columns_.is_tidy()) {
      const std::string_view key = text(columns_.key);
      cell = find_cell(key);
      if (cell == nullptr) {
        return unknown_key(key);
      }
    }
    About about;
    if (auto error = take_about(about)) {
      return error;
    }
    const bool goes_on =
        cell != nullptr && !readings_.empty() && readings_.back().report.about == about && !taken_.has(cell->index);
    if (!goes_on) {
      taken_ = {};
      Reading& reading = readings_.emplace_back();
      reading.has_document = false;
      reading.decoding.format = Format::csv;
      reading.report.about = about;
      for (const CellInfo& info : cells) {
        reading.sources[info.index].state =
            has(info.editions, about.edition) ? CellState::absent : CellState::not_in_form;
      }
    }
    if (cell != nullptr) {
      put(*cell, columns_.value, stated_state(columns_.state, columns_.is_blank));
    }
    for (const Columns::CellColumns& of_cell : columns_.cells) {
      if (columns_.is_wide() && (has(of_cell.cell->editions, about.edition) || !text(of_cell.value).empty())) {
        put(*of_cell.cell, of_cell.value, stated_state(of_cell.state, -1));
      }
    }
    return std::nullopt;
  }

  std::size_t count() const { return readings_.size(); }
  std::vector<Reading> finish() { return std::move(readings_); }

 private:
  std::string_view text(int column) const {
    return column < 0 || static_cast<std::size_t>(column) >= record_->size()
               ? std::string_view()
               : unicode::trim(csv::plain((*record_)[static_cast<std::size_t>(column)].text));
  }

  std::optional<Error> take_about(About& about) const {
    about.authority = text(columns_.authority);
    about.title = text(columns_.title);
    const std::string_view edition = text(columns_.edition);  // in words, or as JSON names it
    about.edition = edition == "2019"   ? Edition::form_2019
                    : edition == "2021" ? Edition::form_2021
                                        : enum_of<Edition>(edition_words, edition);
    if (const std::string_view year = text(columns_.year); !year.empty()) {
      const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), about.year);
      if (error != std::errc() || end != year.data() + year.size() || about.year < 1 || about.year > 9999) {
        return malformed((*record_)[static_cast<std::size_t>(columns_.year)], "“" + std::string(year) + "”不是年度。",
                         "“" + std::string(year) + "” is no year.");
      }
    }
    return std::nullopt;
  }

  Error unknown_key(std::string_view key) const {
    const std::string near = joined(near_names(key, cells, [](const CellInfo& info) { return info.key; }), ", ");
    const std::string name(key);
    return malformed((*record_)[static_cast<std::size_t>(columns_.key)],
                     "没有“" + name + "”这个格子。" + (near.empty() ? "" : "是不是：" + near + "？"),
                     "There is no cell “" + name + "”." + (near.empty() ? "" : " Did you mean: " + near + "?"));
  }

  /// What the table says of a cell.
  CellState stated_state(int state_column, int is_blank) const {
    const std::string_view word = text(state_column);
    const auto found = std::find(json::state_names.begin(), json::state_names.end(), word);
    const auto state = static_cast<CellState>(found - json::state_names.begin());
    if (found != json::state_names.end()) {
      return state;
    }
    return word.empty() && text(is_blank) == "0" ? CellState::unreadable : CellState::blank;
  }

  void put(const CellInfo& info, int column, CellState stated) {
    Reading& reading = readings_.back();
    Source& source = reading.sources[info.index];
    taken_.add(info.index);
    source.text = text(column);
    const bool is_of_number = stated == CellState::read || stated == CellState::inferred;
    source.state = is_of_number ? CellState::blank : stated;  // whose number was taken out
    if (source.text.empty()) {
      return;
    }
    const csv::Field& field = (*record_)[static_cast<std::size_t>(column)];
    source.place = {field.line, field.column, 0, 0, 0, 0};
    const ParsedNumber number = parse_number(source.text);
    const std::optional<std::int64_t> value = info.is_money ? number.as_fen(Unit::yuan) : number.as_count();
    const std::int64_t limit = info.is_money ? Money::limit : Count::limit;
    const bool is_value = number.kind == ParsedNumber::Kind::number && value && *value <= limit && *value >= -limit;
    if (is_value) {
      source.state = stated == CellState::inferred ? CellState::inferred : CellState::read;
      set_cell(reading.report, info.index, *value);
    } else if (number.kind != ParsedNumber::Kind::blank) {
      source.state = CellState::unreadable;
      reading.notes.push_back({NoteKind::unparsable, source.place, static_cast<std::int16_t>(info.row),
                               static_cast<std::int16_t>(info.index), source.text});
    }
  }

  const Columns& columns_;
  const std::vector<csv::Field>* record_ = nullptr;
  std::vector<Reading> readings_;
  CellSet taken_;  // cells of the report under way: one that comes again is of the next
};

}  // namespace

bool is_cells_csv(std::string_view bytes) {
  Columns found;
  return delimiter_of(bytes, found).has_value();
}

Result<std::vector<Reading>> read_cells_csv(std::string_view utf8, const Limits& limits) {
  Columns found;
  csv::Tokenizer tokens(utf8, delimiter_of(utf8, found).value_or(','));
  CellsReader reader(found);
  std::vector<csv::Field> record;
  csv::next_record(tokens, record, most_columns);  // the head
  for (std::size_t fields = 0; csv::next_record(tokens, record, most_columns); fields += record.size()) {
    if (fields / 16 > limits.cells ||
        reader.count() > limits.unpacked_bytes / (sizeof(Reading) + cell_count * sizeof(Source))) {
      return Error{ErrorCode::limit_exceeded,
                   "表格太大，超出了读取上限。请分成几个文件。",
                   "The table has more cells than the limits allow. Split it.",
                   {record[0].line, 0, 0, 0, 0, 0}};
    }
    if (auto error = reader.take(record)) {
      return *std::move(error);
    }
  }
  std::vector<Reading> readings = reader.finish();
  if (readings.empty()) {
    return Error{ErrorCode::empty, "表格只有表头，没有数据。", "The table has a head and no data.", {}};
  }
  return readings;
}

}  // namespace gongkai
