// Many reports as one table: what its columns are.
#include <fmt/format.h>

#include "encode/table_sink.hpp"
#include "gongkai/message.hpp"
#include "gongkai/write_table.hpp"
#include "json/names.hpp"

namespace gongkai {
namespace {

TableField number(std::optional<std::int64_t> value, bool is_money = false) {
  return value ? TableField{number_text(*value, is_money), true} : TableField{};
}
TableField text(std::string_view value) {
  return {std::string(value)};
}

std::unique_ptr<TableSink> sink_of(TableFormat format, std::size_t frozen) {
  return format == TableFormat::csv ? csv_table() : xlsx_table(frozen);
}

CellState state_of(const TableReport& entry, const CellInfo& cell) {
  if (entry.reading != nullptr) {
    const CellState state = entry.reading->sources[cell.index].state;
    if (entry.reading->has_document || state == CellState::unreadable || state == CellState::absent ||
        state == CellState::inferred) {
      return state;
    }
  }
  const Edition edition = entry.report->about.edition;
  return gongkai::cell(*entry.report, cell.index)                     ? CellState::read
         : edition == Edition::unknown || has(cell.editions, edition) ? CellState::blank
                                                                      : CellState::not_in_form;
}
TableField state_field(const TableReport& entry, const CellInfo& cell) {
  return text(json::name_of(json::state_names, state_of(entry, cell)));
}

/// What is said of each report, in whichever shape.
constexpr std::string_view about_heads[] = {"file",    "authority", "level",  "kind",     "year",
                                            "edition", "title",     "errors", "warnings", "infos"};
constexpr std::size_t frozen_columns = 2;

TableRow about_fields(const TableReport& entry) {
  const About& about = entry.report->about;
  TableRow row{text(entry.file),
               text(about.authority),
               text(json::name_of(json::level_names, about.level)),
               text(json::name_of(json::kind_names, about.kind)),
               number(about.year == 0 ? std::nullopt : std::optional<std::int64_t>(about.year)),
               text(json::name_of(json::edition_names, about.edition)),
               text(about.title)};
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    row.push_back(entry.assessment == nullptr ? TableField{}
                                              : number(static_cast<std::int64_t>(entry.assessment->count(severity))));
  }
  return row;
}
TableRow heads() {
  TableRow row;
  for (const std::string_view head : about_heads) {
    row.push_back(text(head));
  }
  return row;
}

class Wide : public TableWriter {
 public:
  explicit Wide(std::unique_ptr<TableSink> sink) : sink_(std::move(sink)) {}

  void begin(std::string& out) override {
    TableRow row = heads();
    for (const CellInfo& cell : cells) {
      row.push_back(text(cell.key));
    }
    for (const CellInfo& cell : cells) {
      row.push_back(text(fmt::format("{}.state", cell.key)));
    }
    sink_->add(row, out);
  }
  void add(const TableReport& entry, std::string& out) override {
    TableRow row = about_fields(entry);
    for (const CellInfo& cell : cells) {
      row.push_back(number(gongkai::cell(*entry.report, cell.index), cell.is_money));
    }
    for (const CellInfo& cell : cells) {
      row.push_back(state_field(entry, cell));
    }
    sink_->add(row, out);
  }
  void end(std::string& out) override { sink_->end(out); }

 private:
  std::unique_ptr<TableSink> sink_;
};

class Tidy : public TableWriter {
 public:
  explicit Tidy(std::unique_ptr<TableSink> sink) : sink_(std::move(sink)) {}

  void begin(std::string& out) override {
    TableRow row = heads();
    for (const std::string_view head : {"key", "section", "table", "row", "column", "unit", "value", "state"}) {
      row.push_back(text(head));
    }
    sink_->add(row, out);
  }
  void add(const TableReport& entry, std::string& out) override {
    const TableRow about = about_fields(entry);
    const Edition edition = entry.report->about.edition;
    for (const CellInfo& cell : cells) {
      const auto value = gongkai::cell(*entry.report, cell.index);
      if (!value && state_of(entry, cell) == CellState::not_in_form) {
        continue;
      }
      TableRow row = about;
      row.insert(row.end(),
                 {text(cell.key), number(cell.table_info().section), text(cell.table_info().title.zh),
                  text(row_name(cell, edition, Language::zh)), text(column_name(cell, edition, Language::zh)),
                  text(cell.is_money ? "元" : cell.unit().zh), number(value, cell.is_money), state_field(entry, cell)});
      sink_->add(row, out);
    }
  }
  void end(std::string& out) override { sink_->end(out); }

 private:
  std::unique_ptr<TableSink> sink_;
};

}  // namespace

std::string parts_table(TableFormat format, const Report& total, std::span<const Child> children) {
  constexpr std::size_t frozen = 4;
  const std::unique_ptr<TableSink> sink = sink_of(format, frozen);
  std::string out;
  TableRow row{text("table"), text("row"), text("column"), text("unit"), text("key"), text("total")};
  for (const Child& child : children) {
    row.push_back(text(child.name));
  }
  sink->add(row, out);
  const Edition edition = total.about.edition;
  for (const CellInfo& cell : cells) {
    if (edition != Edition::unknown && !has(cell.editions, edition) && !gongkai::cell(total, cell.index)) {
      continue;
    }
    row = {text(cell.table_info().title.zh),
           text(row_name(cell, edition, Language::zh)),
           text(column_name(cell, edition, Language::zh)),
           text(cell.is_money ? "元" : cell.unit().zh),
           text(cell.key),
           number(gongkai::cell(total, cell.index), cell.is_money)};
    for (const Child& child : children) {
      row.push_back(child.report == nullptr ? TableField{}
                                            : number(gongkai::cell(*child.report, cell.index), cell.is_money));
    }
    sink->add(row, out);
  }
  sink->end(out);
  return out;
}

std::unique_ptr<TableWriter> table_writer(TableFormat format, TableShape shape) {
  std::unique_ptr<TableSink> sink = sink_of(format, frozen_columns);
  if (shape == TableShape::wide) {
    return std::make_unique<Wide>(std::move(sink));
  }
  return std::make_unique<Tidy>(std::move(sink));
}

}  // namespace gongkai
