// The catalogue -> a JSON Schema of reports, so that other programs can check what they send before they send it.
#include <fmt/format.h>

#include "gongkai/message.hpp"
#include "gongkai/write.hpp"
#include "json/names.hpp"

namespace gongkai {
namespace {

using namespace json;

/// One of the names, or null. None of them needs an escape.
template <std::size_t n>
std::string names_or_null(const std::array<Name, n>& names) {
  std::string text = R"({"enum":[null)";
  for (std::size_t i = 1; i < n; ++i) {  // the first name stands for null
    text += fmt::format(R"(,"{}")", names[i]);
  }
  return text + "]}";
}

/// What a member must be: the definitions behind "$defs", and the rest in place.
std::string about_rule(Name key) {
  return key == "level"      ? names_or_null(level_names)
         : key == "kind"     ? names_or_null(kind_names)
         : key == "coverage" ? names_or_null(extent_names)
         : key == "edition"  ? names_or_null(edition_names)
         : key == "year"     ? R"({"type":["integer","null"],"minimum":1,"maximum":9999})"
         : key == "publication_date"
             ? R"({"type":["string","null"],"format":"date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})"
             : R"({"type":"string"})";
}

std::string_view extension_rule(Name key) {
  return key == "table" || key == "label" ? R"({"type":"string"})" : R"({"type":"array","items":{"type":"string"}})";
}

std::string cell_rule(const CellInfo& cell) {
  const Edition edition = has(cell.editions, Edition::form_2021) ? Edition::form_2021 : Edition::form_2019;
  const std::string_view form = cell.editions == Editions::both ? "2019, 2021"
                                : edition == Edition::form_2021 ? "2021"
                                                                : "2019";
  return fmt::format(R"json({{"$ref":"#/$defs/{}","title":"{}","description":"{} ({})"}})json",
                     cell.is_money ? "money" : "count", cell_name(cell, edition, Language::zh),
                     cell_name(cell, edition, Language::en), form);
}

/// An object of these members and no other, one a line.
template <class Keys, class KeyOf, class RuleOf>
std::string object(const Keys& keys, KeyOf key_of, RuleOf rule_of) {
  std::string text = "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{";
  const char* separator = "\n  ";
  for (const auto& key : keys) {
    text += fmt::format(R"({}"{}":{})", separator, key_of(key), rule_of(key));
    separator = ",\n  ";
  }
  return text + "}}";
}

/// At most 10^15 yuan with at most two places, as report_from_json() takes it.
constexpr std::string_view money_pattern = R"(^-?(0{0,2}[0-9]{1,15}(\\.[0-9]{1,2})?|0?10{15}(\\.0{1,2})?)$)";

}  // namespace

std::string report_json_schema() {
  const auto itself = [](Name key) { return key; };
  const std::string about = object(about_keys, itself, about_rule);
  const std::string numbers = object(
      cells, [](const CellInfo& cell) { return cell.key; }, cell_rule);
  const std::string narrative = object(narrative_keys, itself, [](Name) { return R"({"type":"string"})"; });
  const std::string extension = object(extension_keys, itself, extension_rule);
  return fmt::format(
      R"({{"$schema":"https://json-schema.org/draft/2020-12/schema",
"$id":"urn:gongkai:report:1",
"title":"政府信息公开工作年度报告",
"description":"An annual report on government information disclosure. Counts are whole numbers, amounts of money exact decimal strings in yuan; null is a blank cell, which is not 0. A cell that is left out is blank.",
"type":"object","additionalProperties":false,"required":["{key_schema}"],"properties":{{
"{key_schema}":{{"const":"{schema}"}},
"{key_about}":{about},
"{key_cells}":{numbers},
"{key_narrative}":{narrative},
"{key_extensions}":{{"type":"array","items":{extension}}}}},
"$defs":{{
"count":{{"type":["integer","null"],"minimum":-{limit},"maximum":{limit}}},
"money":{{"type":["string","null"],"pattern":"{money}"}}}}}}
)",
      fmt::arg("schema", report_schema), fmt::arg("key_schema", report_keys[0]), fmt::arg("key_about", report_keys[1]),
      fmt::arg("key_cells", report_keys[2]), fmt::arg("key_narrative", report_keys[3]),
      fmt::arg("key_extensions", report_keys[4]), fmt::arg("about", about), fmt::arg("numbers", numbers),
      fmt::arg("narrative", narrative), fmt::arg("extension", extension), fmt::arg("limit", Count::limit),
      fmt::arg("money", money_pattern));
}

}  // namespace gongkai
