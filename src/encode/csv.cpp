// Reports in CSV: the form as it stands, one cell a row, or one report a row.
#include "encode/plain_tables.hpp"
#include "gongkai/message.hpp"
#include "gongkai/model/about_fields.hpp"
#include "gongkai/model/layout.hpp"
#include "gongkai/write.hpp"
#include "json/names.hpp"
#include "text/csv_record.hpp"

namespace gongkai {
namespace {

using csv::add_record;
using csv::byte_order_mark;

/// Exact, in yuan for money, as in JSON; empty for blank.
std::string value_text(const Report& report, const CellInfo& cell) {
  const auto value = gongkai::cell(report, cell.index);
  return !value ? std::string() : number_text(*value, cell.is_money);
}

/// What became of a cell. A number that was put in or taken out since the report was read is read or blank.
CellState state_of(const Report& report, const Reading* reading, const CellInfo& cell) {
  const CellState state = reading == nullptr ? CellState::blank : reading->sources[cell.index].state;
  const bool is_number = state == CellState::read || state == CellState::inferred;
  return is_number == gongkai::cell(report, cell.index).has_value() ? state
         : is_number                                                ? CellState::blank
                                                                    : CellState::read;
}

bool is_listed(const Report& report, const CellInfo& cell, CellState state) {
  return report.about.edition == Edition::unknown || has(cell.editions, report.about.edition) ||
         (state != CellState::blank && state != CellState::absent && state != CellState::not_in_form);
}

std::string tidy_rows(const Report& report, const Reading* reading) {
  std::string out;
  const About& about = report.about;
  const std::string year = about.year == 0 ? std::string() : std::to_string(about.year);
  for (const CellInfo& cell : cells) {
    const CellState state = state_of(report, reading, cell);
    if (!is_listed(report, cell, state)) {
      continue;
    }
    add_record(out, std::array<std::string, 12>{
                        about.authority, year, about_text(about, AboutField::edition), std::string(cell.key),
                        std::to_string(cell.table_info().section), std::string(cell.table_info().title.zh),
                        row_name(cell, about.edition, Language::zh), column_name(cell, about.edition, Language::zh),
                        cell.is_money ? "元" : std::string(cell.unit().zh), value_text(report, cell),
                        state == CellState::blank ? "1" : "0",
                        std::string(json::state_names[static_cast<std::size_t>(state)])});
  }
  return out;
}

}  // namespace

std::string csv_form(const Report& report) {
  std::string out(byte_order_mark);
  const auto line = [&out](std::string_view text) { add_record(out, std::array{text}); };
  const auto row = [&out](const std::vector<std::string>& fields) { add_record(out, fields); };
  write_plain(report, {line, row, row, line, line, line});
  return out;
}

std::string csv_tidy_head() {
  std::string out(byte_order_mark);
  add_record(out, std::array<std::string_view, 12>{"authority", "year", "edition", "key", "section", "table", "row",
                                                   "column", "unit", "value", "is_blank", "state"});
  return out;
}

std::string csv_tidy(const Report& report) {
  return tidy_rows(report, nullptr);
}
std::string csv_tidy(const Reading& reading) {
  return tidy_rows(reading.report, &reading);
}

std::string csv_wide_head() {
  std::string out(byte_order_mark);
  std::vector<std::string_view> fields{"authority", "year", "edition", "title"};
  for (const CellInfo& cell : cells) {
    fields.push_back(cell.key);
  }
  add_record(out, fields);
  return out;
}

std::string csv_wide(const Report& report) {
  const About& about = report.about;
  std::vector<std::string> fields{about.authority, about.year == 0 ? std::string() : std::to_string(about.year),
                                  about_text(about, AboutField::edition), about.title};
  for (const CellInfo& cell : cells) {
    fields.push_back(value_text(report, cell));
  }
  std::string out;
  add_record(out, fields);
  return out;
}

}  // namespace gongkai
