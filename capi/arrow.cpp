// The C functions that hand a batch over as columns: Arrow's C data interface, in which a table goes from one library to
// another without a copy and without either having the other's headers (arrow.apache.org/docs/format/CDataInterface.html).
#include <fmt/format.h>

#include <chrono>
#include <functional>
#include <limits>

#include "batch.hpp"
#include "json/names.hpp"
#include "text/near_names.hpp"
#include "text/quoted.hpp"

namespace gongkai::capi {
namespace {

/// A column as Arrow has it: a bit for each value that is there, and the values. Grows value by value.
struct Column {
  std::string name, format;
  std::int64_t length = 0, blanks = 0;
  std::vector<std::uint8_t> there;
  std::vector<std::uint8_t> values;   ///< of fixed width, or the letters of all texts
  std::vector<std::int32_t> offsets;  ///< of texts and lists: where each ends, after a 0
  std::vector<Column> parts;          ///< of a list: what it is of; of a table: its columns

  bool has_offsets() const { return format == "u" || format == "+l"; }

  void count(bool is_there) {
    constexpr std::int64_t bits = 8;
    if (length % bits == 0) {
      there.push_back(0);
    }
    if (is_there) {
      there.back() = static_cast<std::uint8_t>(there.back() | 1U << static_cast<unsigned>(length % bits));
    } else {
      ++blanks;
    }
    ++length;
  }
  template <class Value>
  void add(std::optional<Value> value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    count(value.has_value());
    const Value given = value.value_or(Value{});
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(&given);
    values.insert(values.end(), bytes, bytes + sizeof given);
  }
  void add_text(std::string_view text, bool is_there) {
    count(is_there);
    values.insert(values.end(), text.begin(), text.end());
    end_at(values.size());
  }
  void end_at(std::size_t position) {
    if (position > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
      fail(GK_E_LIMIT, "一批里的文字超过2 GiB，请分成几批。",
           "The texts of one batch are more than 2 GiB: make it of fewer reports.");
    }
    if (offsets.empty()) {
      offsets.push_back(0);
    }
    offsets.push_back(static_cast<std::int32_t>(position));
  }
};

/// 128 bits, as Arrow has decimals.
struct Decimal {
  std::int64_t low, high;
};
Decimal decimal_of(std::int64_t hundredths) {
  return {hundredths, hundredths < 0 ? -1 : 0};
}
constexpr std::string_view money = "d:20,2";

// ---- What goes to the caller

template <class Struct>
struct Released {
  Struct value{};
  Released() = default;
  Released(Released&& other) noexcept : value(std::exchange(other.value, Struct{})) {}
  Released& operator=(Released&&) = delete;
  ~Released() {
    if (value.release != nullptr) {
      value.release(&value);
    }
  }
  void move_to(Struct* out) { *out = std::exchange(value, Struct{}); }
};

template <class Struct>
struct Parts {
  std::vector<Struct> all;
  std::vector<Struct*> pointers;

  void take(std::vector<Released<Struct>>&& from) {
    all.resize(from.size());
    pointers.resize(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
      from[i].move_to(&all[i]);
      pointers[i] = &all[i];
    }
  }
  ~Parts() {
    for (Struct& part : all) {
      if (part.release != nullptr) {  // the caller may have taken it out
        part.release(&part);
      }
    }
  }
};

struct ArrayOwner {
  Column column;
  Parts<ArrowArray> parts;
  std::array<const void*, 3> buffers{};
};
struct SchemaOwner {
  std::string name, format;
  Parts<ArrowSchema> parts;
};

template <class Owner, class Struct>
void release(Struct* given) {
  delete static_cast<Owner*>(given->private_data);
  given->release = nullptr;
}

Released<ArrowArray> array_of(Column&& column) {
  std::vector<Released<ArrowArray>> parts;
  for (Column& part : column.parts) {
    parts.push_back(array_of(std::move(part)));
  }
  auto owner = std::make_unique<ArrayOwner>();
  owner->column = std::move(column);
  owner->parts.take(std::move(parts));
  Column& own = owner->column;
  if (own.has_offsets() && own.offsets.empty()) {
    own.offsets.push_back(0);
  }
  own.values.reserve(1);  // a buffer is somewhere, also an empty one
  Released<ArrowArray> result;
  ArrowArray& array = result.value;
  array.length = own.length;
  array.null_count = own.blanks;
  std::int64_t buffers = 0;
  owner->buffers[static_cast<std::size_t>(buffers++)] = own.blanks == 0 ? nullptr : own.there.data();
  if (own.has_offsets()) {
    owner->buffers[static_cast<std::size_t>(buffers++)] = own.offsets.data();
  }
  if (own.parts.empty()) {
    owner->buffers[static_cast<std::size_t>(buffers++)] = own.values.data();
  }
  array.n_buffers = buffers;
  array.buffers = owner->buffers.data();
  array.n_children = static_cast<std::int64_t>(owner->parts.all.size());
  array.children = owner->parts.pointers.data();
  array.release = release<ArrayOwner, ArrowArray>;
  array.private_data = owner.release();
  return result;
}

Released<ArrowSchema> schema_of(const Column& column) {
  constexpr std::int64_t may_be_blank = 2;
  std::vector<Released<ArrowSchema>> parts;
  for (const Column& part : column.parts) {
    parts.push_back(schema_of(part));
  }
  auto owner = std::make_unique<SchemaOwner>();
  owner->name = column.name;
  owner->format = column.format;
  owner->parts.take(std::move(parts));
  Released<ArrowSchema> result;
  ArrowSchema& schema = result.value;
  schema.format = owner->format.c_str();
  schema.name = owner->name.c_str();
  schema.flags = may_be_blank;
  schema.n_children = static_cast<std::int64_t>(owner->parts.all.size());
  schema.children = owner->parts.pointers.data();
  schema.release = release<SchemaOwner, ArrowSchema>;
  schema.private_data = owner.release();
  return result;
}

// ---- The columns that there are

/// A result of the batch, for one row of a table.
struct Row {
  std::size_t index;
  const char* file;
  const char* problem;     ///< why its bytes could not be had; then there is none of the next three
  const Failure* failure;  ///< why there is neither of the next two
  const Reading* reading;
  const gk_assessment* assessment;
  const Finding* finding;  ///< in the table of findings
  Language language;

  const About* about() const { return reading == nullptr ? nullptr : &reading->report.about; }
};

struct Known {
  std::string name;
  std::string_view format;
  std::function<void(Column& column, const Row& row)> add;
};

using Text = std::optional<std::string>;
template <class Get>
Known text(std::string name, Get get) {
  return {std::move(name), "u", [get](Column& column, const Row& row) {
            const Text value = get(row);
            column.add_text(value.value_or(std::string()), value.has_value());
          }};
}
template <class Value, class Get>
Known number(std::string name, std::string_view format, Get get) {
  return {std::move(name), format,
          [get](Column& column, const Row& row) { column.add(std::optional<Value>(get(row))); }};
}

Text unless_empty(std::string_view value) {
  return value.empty() ? Text() : Text(value);
}
Text file_of(const Row& row) {
  return row.file == nullptr ? Text() : Text(row.file);
}

template <std::size_t n, class Get>
Known about_word(std::string name, const std::array<json::Name, n>& names, Get get) {
  return text(std::move(name), [&names, get](const Row& row) {
    return row.about() == nullptr ? Text() : unless_empty(json::name_of(names, get(*row.about())));
  });
}

Known severities(std::string name, Severity severity) {
  return number<std::int32_t>(std::move(name), "i", [severity](const Row& row) {
    return row.assessment == nullptr
               ? std::optional<std::int32_t>()
               : std::optional<std::int32_t>(static_cast<std::int32_t>(row.assessment->assessment.count(severity)));
  });
}

std::optional<std::int32_t> days_since_1970(const Date& date) {
  if (!date.is_known()) {
    return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  return static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count());
}

Known cell_column(const CellInfo& cell) {
  const auto value = [index = cell.index](const Row& row) {
    return row.reading == nullptr ? std::optional<std::int64_t>() : gongkai::cell(row.reading->report, index);
  };
  if (!cell.is_money) {
    return number<std::int64_t>(std::string(cell.key), "l", value);
  }
  return number<Decimal>(std::string(cell.key), money, [value](const Row& row) {
    const std::optional<std::int64_t> fen = value(row);
    return fen ? std::optional<Decimal>(decimal_of(*fen)) : std::optional<Decimal>();
  });
}
Known state_column(const CellInfo& cell) {
  return number<std::int8_t>(std::string(cell.key) + ".state", "c", [index = cell.index](const Row& row) {
    return row.reading == nullptr
               ? std::optional<std::int8_t>()
               : std::optional<std::int8_t>(static_cast<std::int8_t>(row.reading->sources[index].state));
  });
}

/// Of a report. The states of the cells come last, and are not among those that are told unless asked for.
std::vector<Known> report_columns() {
  std::vector<Known> known{
      text("file", file_of),
      text("authority", [](const Row& row) { return row.about() ? unless_empty(row.about()->authority) : Text(); }),
      about_word("level", json::level_names, [](const About& about) { return about.level; }),
      about_word("kind", json::kind_names, [](const About& about) { return about.kind; }),
      number<std::int32_t>("year", "i",
                           [](const Row& row) {
                             return row.about() == nullptr || row.about()->year == 0
                                        ? std::optional<std::int32_t>()
                                        : std::optional<std::int32_t>(row.about()->year);
                           }),
      about_word("edition", json::edition_names, [](const About& about) { return about.edition; }),
      number<std::int32_t>("published", "tdD",
                           [](const Row& row) {
                             return row.about() == nullptr ? std::optional<std::int32_t>()
                                                           : days_since_1970(row.about()->publication_date);
                           }),
      severities("errors", Severity::error),
      severities("warnings", Severity::warning),
      severities("infos", Severity::info),
      text("problem", [](const Row& row) {
        return row.problem != nullptr         ? Text(row.problem)
               : row.failure == nullptr       ? Text()
               : row.language == Language::zh ? Text(row.failure->message_zh)
                                              : Text(row.failure->message_en);
      })};
  for (const CellInfo& cell : cells) {
    known.push_back(cell_column(cell));
  }
  for (const CellInfo& cell : cells) {
    known.push_back(state_column(cell));
  }
  return known;
}
std::size_t usual_report_columns(const std::vector<Known>& known) {
  return known.size() - cell_count;
}

template <class Get>
Known side(std::string name, Get get) {
  return number<Decimal>(std::move(name), money, [get](const Row& row) {
    const std::optional<std::int64_t> value = get(*row.finding);
    constexpr std::int64_t hundredths = 100;
    return value ? std::optional<Decimal>(decimal_of(row.finding->is_money ? *value : *value * hundredths))
                 : std::optional<Decimal>();
  });
}

std::vector<Known> finding_columns() {
  std::vector<Known> known{
      number<std::int64_t>(
          "report", "l",
          [](const Row& row) { return std::optional<std::int64_t>(static_cast<std::int64_t>(row.index)); }),
      text("file", file_of),
      text("rule", [](const Row& row) { return Text(row.finding->rule); }),
      text("severity", [](const Row& row) { return Text(json::name_of(json::severity_names, row.finding->severity)); }),
      {"cells", "+l",
       [](Column& column, const Row& row) {
         Column& keys = column.parts.front();
         for (const CellValue& value : row.finding->cells) {
           keys.add_text(cells[value.cell].key, true);
         }
         column.count(true);
         column.end_at(static_cast<std::size_t>(keys.length));
       }},
      side("left", [](const Finding& finding) { return finding.left; }),
      side("right", [](const Finding& finding) { return finding.right; }),
      side("difference", [](const Finding& finding) { return finding.difference(); }),
      text("message",
           [](const Row& row) {
             const Rule& rule = *find_rule(row.finding->rule);  // every rule here is of the catalogue
             return Text(message(*row.finding, rule, row.assessment->about, row.language));
           }),
      text("place",
           [](const Row& row) { return unless_empty(place_text(row.finding->place, row.reading, row.language)); })};
  return known;
}

// ---- The table

struct Export {
  gk_export_options options = GK_EXPORT_OPTIONS_INIT;
  std::vector<const Known*> wanted;
  Column table;

  Export(const gk_export_options* given, const std::vector<Known>& known, std::size_t usual) {
    if (given != nullptr) {
      options = take(given, "options");
    }
    for (std::size_t i = 0; options.columns == nullptr && i < usual; ++i) {
      wanted.push_back(&known[i]);
    }
    for (std::size_t i = 0; options.columns != nullptr && i < options.column_count; ++i) {
      const std::string_view name = &need(options.columns[i], "options.columns");
      const auto found =
          std::find_if(known.begin(), known.end(), [name](const Known& column) { return column.name == name; });
      if (found == known.end()) {
        const std::string near =
            joined(near_names(name, known, [](const Known& column) { return std::string_view(column.name); }), ", ");
        fail(GK_E_NOT_FOUND, fmt::format("没有列“{}”。{}{}", quoted(name), near.empty() ? "" : "是不是：", near),
             fmt::format("There is no column “{}”.{}{}", quoted(name), near.empty() ? "" : " Did you mean: ", near));
      }
      wanted.push_back(&*found);
    }
    table.format = "+s";
    for (const Known* one : wanted) {
      Column& column = table.parts.emplace_back();
      column.name = one->name;
      column.format = one->format;
      if (column.format == "+l") {
        column.parts.emplace_back();
        column.parts.front().name = "item";
        column.parts.front().format = "u";
      }
    }
  }
  void add(const Row& row) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      wanted[i]->add(table.parts[i], row);
    }
    table.count(true);
  }
  void finish(ArrowSchema* schema, ArrowArray* array) {
    Released<ArrowSchema> own_schema = schema_of(table);
    Released<ArrowArray> own_array = array_of(std::move(table));
    if (schema != nullptr) {
      own_schema.move_to(schema);
    }
    if (array != nullptr) {
      own_array.move_to(array);
    }
  }
};

/// The rows of the results, of which both parts must have been kept.
Row row_of(const gk_batch& batch, std::size_t index, const gk_export_options& options, Language language) {
  Row row{};
  row.index = index;
  row.language = language;
  row.file = options.files == nullptr ? nullptr : options.files[index];
  row.problem = options.problems == nullptr ? nullptr : options.problems[index];
  row.failure = batch.failures.empty() ? nullptr : batch.failures[index].get();
  if (row.problem == nullptr && row.failure == nullptr) {
    row.assessment = batch.assessments[index].get();
    row.reading = batch.readings.empty() ? nullptr : &batch.readings[index]->reading;
  }
  return row;
}
void need_kept(bool is_kept, const char* what) {
  if (!is_kept) {
    fail(GK_E_NOT_FOUND, fmt::format("这一批没有保留所需的内容（how.keep应含{}）。", what),
         fmt::format("The batch did not keep what is needed (how.keep must have {}).", what));
  }
}

}  // namespace
}  // namespace gongkai::capi

using namespace gongkai;
using namespace gongkai::capi;

gk_status gk_batch_export_reports(const gk_batch* batch, const gk_export_options* options, ArrowSchema* schema,
                                  ArrowArray* array) {
  return guard([&] {
    const gk_batch& from = need(batch, "batch");
    need_kept(from.summaries.empty() || !from.readings.empty(), "GK_KEEP_READINGS");
    need_kept(from.summaries.empty() || !from.assessments.empty(), "GK_KEEP_ASSESSMENTS");
    const std::vector<Known> known = report_columns();
    Export table(options, known, usual_report_columns(known));
    const Language language = language_argument(table.options.language, Language::zh);
    for (std::size_t i = 0; i < from.summaries.size(); ++i) {
      table.add(row_of(from, i, table.options, language));
    }
    table.finish(schema, array);
  });
}

gk_status gk_batch_export_findings(const gk_batch* batch, const gk_export_options* options, ArrowSchema* schema,
                                   ArrowArray* array) {
  return guard([&] {
    const gk_batch& from = need(batch, "batch");
    need_kept(from.summaries.empty() || !from.assessments.empty(), "GK_KEEP_ASSESSMENTS");
    const std::vector<Known> known = finding_columns();
    Export table(options, known, known.size());
    const Language language = language_argument(table.options.language, Language::zh);
    for (std::size_t i = 0; i < from.summaries.size(); ++i) {
      Row row = row_of(from, i, table.options, language);
      if (row.assessment == nullptr) {
        continue;
      }
      for (const Finding& finding : row.assessment->assessment.findings) {
        row.finding = &finding;
        table.add(row);
      }
    }
    table.finish(schema, array);
  });
}
