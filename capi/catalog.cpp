// The C functions about the catalogue: cells, rules, editions and text fields.
#include <fmt/format.h>

#include "border.hpp"
#include "gongkai/rules/all.hpp"
#include "gongkai/write.hpp"
#include "json/names.hpp"
#include "text/near_names.hpp"
#include "text/quoted.hpp"

namespace gongkai::capi {
namespace {

// A lent text ends in NUL. That all texts of the catalogue do is proved by reading one character past each.
// (lend() gives an empty one a NUL of its own.)
constexpr bool ends(std::string_view text) {
  return text.empty() || text.data()[text.size()] == '\0';
}
constexpr bool ends(const Label& label) {
  return ends(label.zh) && ends(label.en);
}
constexpr bool ends(const EditionLabel& label) {
  return ends(label.zh_2019) && ends(label.zh_2021) && ends(label.en);
}
constexpr bool all_end() {
  bool all = true;
  for (const CellInfo& cell : cells) {
    all = all && ends(cell.key);
  }
  for (const TableInfo& table : tables) {
    all = all && ends(table.key) && ends(table.title);
  }
  for (const RowInfo& row : rows) {
    all = all && ends(row.key) && ends(row.group) && ends(row.label) && ends(row.basis);
  }
  for (const ColumnInfo& column : columns) {
    all = all && ends(column.name) && ends(column.group) && ends(column.label) && ends(column.unit);
  }
  for (const TextInfo& text : texts) {
    all = all && ends(text.key) && ends(text.label) && ends(text.basis);
  }
  for (const Rule& rule : rules::all) {
    all = all && ends(rule.id) && ends(rule.citation) && ends(rule.statement) && ends(rule.example);
  }
  return all;
}
static_assert(all_end());

int32_t in(Editions editions, Edition edition) {
  return has(editions, edition) ? 1 : 0;
}

gk_text label_in(const EditionLabel& label, Editions editions, Edition edition) {
  return lend(has(editions, edition) ? label.zh(edition) : std::string_view());
}
gk_text newest_label(const EditionLabel& label, Editions editions) {
  return lend(label.zh(has(editions, Edition::form_2021) ? Edition::form_2021 : Edition::form_2019));
}

void set_position(const Position& position, int32_t (&out)[2]) {
  out[0] = position.row;     // NOLINT(bugprone-signed-char-misuse): a number, no character
  out[1] = position.column;  // NOLINT(bugprone-signed-char-misuse)
}

gk_cell_info info_of(const CellInfo& cell) {
  const TableInfo& table = cell.table_info();
  const RowInfo& row = cell.row_info();
  const ColumnInfo& column = cell.column_info();
  gk_cell_info info = GK_CELL_INFO_INIT;
  info.key = lend(cell.key);
  info.index = cell.index;
  info.section = table.section;
  info.in_2019 = in(cell.editions, Edition::form_2019);
  info.in_2021 = in(cell.editions, Edition::form_2021);
  info.is_money = cell.is_money ? 1 : 0;
  info.is_signed = cell.is_signed ? 1 : 0;
  info.table_key = lend(table.key);
  info.table_title_zh = lend(table.title.zh);
  info.table_title_en = lend(table.title.en);
  info.row_key = lend(row.key);
  info.row_group = lend(row.group);
  info.row_label_zh = newest_label(row.label, cell.editions);
  info.row_label_zh_2019 = label_in(row.label, cell.editions, Edition::form_2019);
  info.row_label_zh_2021 = label_in(row.label, cell.editions, Edition::form_2021);
  info.row_label_en = lend(row.label.en);
  info.column_name = lend(column.name);
  info.column_group = lend(column.group);
  info.column_label_zh = newest_label(column.label, cell.editions);
  info.column_label_zh_2019 = label_in(column.label, cell.editions, Edition::form_2019);
  info.column_label_zh_2021 = label_in(column.label, cell.editions, Edition::form_2021);
  info.column_label_en = lend(column.label.en);
  info.unit_zh = lend(column.unit.zh);
  info.unit_en = lend(column.unit.en);
  info.basis_zh = lend(row.basis.zh);
  info.basis_en = lend(row.basis.en);
  set_position(cell.position_2019, info.position_2019);
  set_position(cell.position_2021, info.position_2021);
  return info;
}

gk_rule_info info_of(const Rule& rule) {
  gk_rule_info info = GK_RULE_INFO_INIT;
  info.id = lend(rule.id);
  info.severity = static_cast<int32_t>(rule.severity);
  info.in_2019 = in(rule.editions, Edition::form_2019);
  info.in_2021 = in(rule.editions, Edition::form_2021);
  info.scope = lend(json::name_of(json::scope_names, rule.scope));
  info.ground = lend(json::name_of(json::ground_names, rule.ground));
  info.citation_zh = lend(rule.citation.zh);
  info.citation_en = lend(rule.citation.en);
  info.statement_zh = lend(rule.statement.zh);
  info.statement_en = lend(rule.statement.en);
  info.example_zh = lend(rule.example.zh);
  info.example_en = lend(rule.example.en);
  return info;
}

/// The editions there are, without `unknown`.
constexpr std::size_t edition_count = json::edition_names.size() - 1;

template <class Known, class NameOf>
[[noreturn]] void fail_name(const char* what_zh, const char* what_en, std::string_view name, const Known& known,
                            NameOf name_of) {
  const std::string near = joined(near_names(name, known, name_of), ", ");
  const std::string shown = quoted(name);
  fail(GK_E_NOT_FOUND,
       fmt::format("没有{}“{}”{}", what_zh, shown, near.empty() ? "。" : fmt::format("，相近的有：{}。", near)),
       fmt::format("There is no {} “{}”{}", what_en, shown, near.empty() ? "." : fmt::format("; near it: {}.", near)));
}

}  // namespace

std::size_t cell_argument(const char* key) {
  const std::string_view wanted = &need(key, "key");
  const CellInfo* const cell = find_cell(wanted);
  if (cell == nullptr) {
    fail_name("格子", "cell", wanted, cells, [](const CellInfo& known) { return known.key; });
  }
  return cell->index;
}

const CellInfo& cell_argument(std::size_t index) {
  if (index >= cell_count) {
    fail_index("格子", "cell", index, cell_count);
  }
  return cells[index];
}

std::size_t rule_argument(std::size_t index) {
  if (index >= rule_catalog.size()) {
    fail_index("规则", "rule", index, rule_catalog.size());
  }
  return index;
}

void rule_prefix_argument(std::string_view prefix) {
  for (const Rule& rule : rule_catalog) {
    if (rule.id.substr(0, prefix.size()) == prefix) {
      return;
    }
  }
  fail_name("规则", "rule", prefix, rule_catalog, [](const Rule& known) { return known.id; });
}

void fail_field(std::string_view key) {
  fail_name("文字栏目", "text field", key, texts, [](const TextInfo& known) { return known.key; });
}

}  // namespace gongkai::capi

using namespace gongkai;
using namespace gongkai::capi;

size_t gk_cell_count(void) {
  return cell_count;
}

gk_status gk_cell_get(size_t index, gk_cell_info* out) {
  return guard([&] { put(info_of(cell_argument(index)), out); });
}

gk_status gk_cell_find(const char* key, size_t* out) {
  return guard([&] {
    need(out, "out");
    *out = cell_argument(key);
  });
}

gk_status gk_cells_json(gk_buffer** out) {
  return guard([&] { put_buffer(out, cells_to_json); });
}

size_t gk_rule_count(void) {
  return rule_catalog.size();
}

gk_status gk_rule_get(size_t index, gk_rule_info* out) {
  return guard([&] { put(info_of(rule_catalog[rule_argument(index)]), out); });
}

gk_status gk_rule_find(const char* id, size_t* out) {
  return guard([&] {
    need(out, "out");
    const std::string_view wanted = &need(id, "id");
    const Rule* const rule = find_rule(wanted);
    if (rule == nullptr) {
      fail_name("规则", "rule", wanted, rule_catalog, [](const Rule& known) { return known.id; });
    }
    *out = static_cast<size_t>(rule - rule_catalog.data());
  });
}

gk_status gk_rules_json(gk_buffer** out) {
  return guard([&] { put_buffer(out, [] { return rules_to_json(); }); });
}

size_t gk_edition_count(void) {
  return edition_count;
}

gk_status gk_edition_get(size_t index, gk_edition_info* out) {
  return guard([&] {
    if (index >= edition_count) {
      fail_index("格式版本", "edition", index, edition_count);
    }
    const auto edition = static_cast<Edition>(index + 1);
    put(gk_edition_info{sizeof(gk_edition_info), lend(json::name_of(json::edition_names, edition)),
                        static_cast<int32_t>(edition), static_cast<int32_t>(cells_of(edition).size())},
        out);
  });
}

size_t gk_field_count(void) {
  return texts.size();
}

gk_status gk_field_get(size_t index, gk_field_info* out) {
  return guard([&] {
    if (index >= texts.size()) {
      fail_index("文字栏目", "text field", index, texts.size());
    }
    const TextInfo& field = texts[index];
    put(gk_field_info{sizeof(gk_field_info), lend(field.key), field.section, 0, lend(field.label.zh),
                      lend(field.label.en), lend(field.basis.zh), lend(field.basis.en)},
        out);
  });
}
