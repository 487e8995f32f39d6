// JSON of schema "gongkai.report/1" -> Report, strictly: what the schema does not have is an error, never passed by.
#include <fmt/format.h>

#include <algorithm>
#include <bitset>

#include "gongkai/write.hpp"
#include "json/names.hpp"
#include "json/strict_reader.hpp"
#include "text/date.hpp"

namespace gongkai {
namespace {

using namespace json;

/// The 分 in an exact decimal of yuan with at most two places.
std::optional<std::int64_t> fen_of(std::string_view yuan) {
  const bool negative = yuan.starts_with("-");
  yuan.remove_prefix(negative ? 1 : 0);
  const std::size_t point = std::min(yuan.find('.'), yuan.size());
  std::string digits(yuan.substr(0, point));
  std::string_view places = yuan.substr(std::min(point + 1, yuan.size()));
  const bool has_point = point != yuan.size();
  if (digits.empty() || (has_point && places.empty()) || places.size() > 2 || digits.size() > 17) {
    return std::nullopt;
  }
  digits.append(places).append(2 - places.size(), '0');
  if (digits.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  const std::optional<std::int64_t> fen = whole_number(digits);
  return fen && negative ? -*fen : fen;
}

// Where the keys stand in json_names.hpp.
enum ReportKey : std::size_t { key_schema, key_about, key_cells, key_narrative, key_extensions };
enum AboutKey : std::size_t {
  key_title,
  key_authority,
  key_level,
  key_kind,
  key_coverage,
  key_year,
  key_edition,
  key_date,
  key_publisher
};
enum ExtensionKey : std::size_t { key_table, key_label, key_columns, key_values };
static_assert(report_keys[key_extensions] == "extensions" && about_keys[key_publisher] == "publisher" &&
              extension_keys[key_values] == "values");

/// Takes the parser's events. The shape is fixed, so the part that an event belongs to is one of a few: no stack, and
/// anything deeper than the shape is refused where it begins.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder>, public Faults {
 public:
  Builder(std::string_view json, Stream& stream) : Faults(json, stream, {"报告", "a report"}) {}

  bool Null() { return value(Value{Type::null, {}}); }
  bool Bool(bool value_) { return value(Value{Type::boolean, value_ ? "true" : "false"}); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return value(Value{Type::number, {text, size}}); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return is_text({text, size}) && value(Value{Type::string, {text, size}});
  }

  bool StartObject() {
    if (part_ == Part::document) {
      return enter(Part::report);
    }
    if (part_ == Part::report) {
      switch (field_) {
        case key_about:
          return enter(Part::about);
        case key_cells:
          return enter(Part::cells);
        case key_narrative:
          return enter(Part::narrative);
        default:
          break;
      }
    }
    if (part_ == Part::extensions) {
      report_.extensions.emplace_back();
      return enter(Part::extension);
    }
    return wrong_type(Type::object);
  }
  bool StartArray() {
    if (part_ == Part::report && field_ == key_extensions) {
      return enter(Part::extensions);
    }
    if (part_ == Part::extension && field_ == key_columns) {
      return enter(Part::columns);
    }
    if (part_ == Part::extension && field_ == key_values) {
      return enter(Part::values);
    }
    return wrong_type(Type::array);
  }
  bool EndObject(rapidjson::SizeType) {
    if (part_ == Part::report && !seen_report_[key_schema]) {
      return fail("缺少schema，无法确认这是年度报告的数据。请写明\"schema\":\"gongkai.report/1\"。",
                  "There is no schema, so this may not be a report. Write \"schema\":\"gongkai.report/1\".");
    }
    part_ = part_ == Part::report ? Part::document : part_ == Part::extension ? Part::extensions : Part::report;
    return true;
  }
  bool EndArray(rapidjson::SizeType) {
    part_ = part_ == Part::extensions ? Part::report : Part::extension;
    return true;
  }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view key(text, size);
    switch (part_) {
      case Part::report:
        return take_key(key, report_keys, seen_report_);
      case Part::about:
        return take_key(key, about_keys, seen_about_);
      case Part::narrative:
        return take_key(key, narrative_keys, seen_narrative_);
      case Part::extension:
        return take_key(key, extension_keys, seen_extension_);
      default:
        break;
    }
    // Written by a program they stand in the order of the form.
    const std::size_t next = seen_cells_.none() ? 0 : field_ + 1;
    const CellInfo* cell = next < cell_count && cells[next].key == key ? &cells[next] : find_cell(key);
    if (cell == nullptr) {
      return unknown_key(key, near_names(key, cells, [](const CellInfo& info) { return info.key; }));
    }
    field_ = cell->index;
    if (seen_cells_[field_]) {
      return twice(key);
    }
    seen_cells_.set(field_);
    return true;
  }

  Report& report() { return report_; }

 private:
  enum class Part : std::uint8_t { document, report, about, cells, narrative, extensions, extension, columns, values };
  struct Value {
    Type type;
    std::string_view text;
  };

  // ---- Faults

  bool unknown_key(std::string_view key, const std::vector<std::string_view>& near) {
    return Faults::unknown_key(key, part_name(), near);
  }
  bool wrong_type(Type type) { return Faults::wrong_type(path(), expected(), type); }
  bool wrong_value(std::string_view text) { return Faults::wrong_value(path(), expected(), text); }

  std::string part_name() const {
    switch (part_) {
      case Part::about:
        return "about";
      case Part::cells:
        return "cells";
      case Part::narrative:
        return "narrative";
      case Part::extensions:
        return "extensions";
      case Part::extension:
      case Part::columns:
      case Part::values:
        return fmt::format("extensions[{}]", report_.extensions.size() - 1);
      default:
        return {};
    }
  }
  std::string path() const {
    std::string_view field;
    switch (part_) {
      case Part::document:
        return "JSON";
      case Part::report:
        return std::string(report_keys[field_]);
      case Part::extensions:
        return fmt::format("extensions[{}]", report_.extensions.size());
      case Part::about:
        field = about_keys[field_];
        break;
      case Part::cells:
        field = gongkai::cells[field_].key;
        break;
      case Part::narrative:
        field = narrative_keys[field_];
        break;
      default:
        field = extension_keys[field_];
        break;
    }
    return fmt::format("{}.{}", part_name(), field);
  }
  /// What must stand here.
  Label expected() const {
    switch (part_) {
      case Part::document:
      case Part::extensions:
        return {"对象", "an object"};
      case Part::report:
        return field_ == key_schema       ? Label{"\"gongkai.report/1\"", "\"gongkai.report/1\""}
               : field_ == key_extensions ? Label{"数组", "an array"}
                                          : Label{"对象", "an object"};
      case Part::cells:
        return gongkai::cells[field_].is_money
                   ? Label{"以元为单位、最多两位小数的十进制字符串（不超过1000万亿元，如\"12.50\"）或null",
                           "an exact decimal string in yuan with at most 2 places, up to 10^15 yuan (\"12.50\"), or "
                           "null"}
                   : Label{"不超过1000万亿的整数或null", "a whole number up to 10^15 or null"};
      case Part::columns:
      case Part::values:
        return {"字符串的数组", "an array of strings"};
      case Part::extension:
        return field_ < key_columns ? Label{"字符串", "a string"} : Label{"数组", "an array"};
      case Part::narrative:
        return {"字符串", "a string"};
      case Part::about:
        break;
    }
    switch (field_) {
      case key_level:
        return {"national、province、prefecture、county、township之一或null",
                "one of national, province, prefecture, county, township, or null"};
      case key_kind:
        return {"government、department、agency、institution之一或null",
                "one of government, department, agency, institution, or null"};
      case key_coverage:
        return {"own、territory之一或null", "one of own, territory, or null"};
      case key_year:
        return {"1至9999的整数或null", "a whole number from 1 to 9999 or null"};
      case key_edition:
        return {"\"2019\"、\"2021\"之一或null", "one of \"2019\", \"2021\", or null"};
      case key_date:
        return {"\"YYYY-MM-DD\"形式的日期或null", "a date \"YYYY-MM-DD\" or null"};
      default:
        return {"字符串", "a string"};
    }
  }

  // ---- Parts

  bool enter(Part part) {
    if (part == Part::extension) {
      seen_extension_.reset();
    }
    part_ = part;
    return true;
  }

  template <std::size_t n>
  bool take_key(std::string_view key, const std::array<Name, n>& names, std::bitset<n>& seen) {
    field_ = static_cast<std::size_t>(std::find(names.begin(), names.end(), key) - names.begin());
    if (field_ == n) {
      return unknown_key(key, near_names(key, names, [](Name name) { return name; }));
    }
    if (seen[field_]) {
      return twice(key);
    }
    seen.set(field_);
    return true;
  }

  bool value(const Value& value) {
    switch (part_) {
      case Part::document:
      case Part::extensions:
        return wrong_type(value.type);
      case Part::report:
        return field_ == key_schema ? take_schema(value) : wrong_type(value.type);
      case Part::about:
        return take_about(value);
      case Part::cells:
        return take_cell(value);
      case Part::narrative: {
        Narrative& narrative = report_.narrative;
        std::string* const fields[] = {&narrative.preamble, &narrative.overview, &narrative.problems_and_improvements,
                                       &narrative.other_matters};
        return take_text(value, *fields[field_]);
      }
      case Part::extension: {
        ExtensionRow& row = report_.extensions.back();
        return field_ < key_columns ? take_text(value, field_ == key_table ? row.table : row.label)
                                    : wrong_type(value.type);
      }
      case Part::columns:
        return take_text(value, report_.extensions.back().columns.emplace_back());
      case Part::values:
        return take_text(value, report_.extensions.back().values.emplace_back());
    }
    return false;
  }

  bool take_schema(const Value& value) {
    if (value.type != Type::string) {
      return wrong_type(value.type);
    }
    return value.text == report_schema || wrong_value(value.text);
  }
  bool take_text(const Value& value, std::string& text) {
    if (value.type != Type::string) {
      return wrong_type(value.type);
    }
    text = value.text;
    return true;
  }
  template <std::size_t n, class Enum>
  bool take_name(const Value& value, const std::array<Name, n>& names, Enum& result) {
    if (value.type != Type::string && value.type != Type::null) {
      return wrong_type(value.type);
    }
    const auto index = std::find(names.begin(), names.end(), value.text) - names.begin();
    if (index == n || (index == 0 && value.type == Type::string)) {
      return wrong_value(value.text);
    }
    result = static_cast<Enum>(index);
    return true;
  }
  bool take_about(const Value& value) {
    About& about = report_.about;
    switch (field_) {
      case key_title:
        return take_text(value, about.title);
      case key_authority:
        return take_text(value, about.authority);
      case key_publisher:
        return take_text(value, about.publisher);
      case key_level:
        return take_name(value, level_names, about.level);
      case key_kind:
        return take_name(value, kind_names, about.kind);
      case key_coverage:
        return take_name(value, extent_names, about.coverage);
      case key_edition:
        return take_name(value, edition_names, about.edition);
      default:
        break;
    }
    if (value.type == Type::null) {
      return true;
    }
    if (value.type != (field_ == key_year ? Type::number : Type::string)) {
      return wrong_type(value.type);
    }
    if (field_ == key_year) {
      const std::optional<std::int64_t> year = whole_number(value.text);
      if (!year || *year < 1 || *year > 9999) {
        return wrong_value(value.text);
      }
      about.year = static_cast<int>(*year);
      return true;
    }
    const std::optional<Date> date = date_of(value.text);
    if (!date) {
      return wrong_value(value.text);
    }
    about.publication_date = *date;
    return true;
  }
  bool take_cell(const Value& value) {
    if (value.type == Type::null) {
      return true;
    }
    const bool is_money = gongkai::cells[field_].is_money;
    if (value.type != (is_money ? Type::string : Type::number)) {
      return wrong_type(value.type);
    }
    const std::optional<std::int64_t> number = is_money ? fen_of(value.text) : whole_number(value.text);
    const std::int64_t limit = is_money ? Money::limit : Count::limit;
    if (!number || *number > limit || *number < -limit) {
      return wrong_value(value.text);
    }
    set_cell(report_, field_, number);
    return true;
  }

  Report report_;
  Part part_ = Part::document;
  std::size_t field_ = 0;  ///< index of the key last seen, in the keys of its part
  std::bitset<report_keys.size()> seen_report_;
  std::bitset<about_keys.size()> seen_about_;
  std::bitset<narrative_keys.size()> seen_narrative_;
  std::bitset<extension_keys.size()> seen_extension_;
  std::bitset<cell_count> seen_cells_;
};

}  // namespace

Result<Report> report_from_json(std::string_view json) {
  std::optional<Builder> builder;
  if (std::optional<Error> error = parse_strictly(json, builder)) {
    return std::move(*error);
  }
  return std::move(builder->report());
}

}  // namespace gongkai
