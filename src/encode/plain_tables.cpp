// Merged cells are told one by one, and section four has a row for each of the form's three blocks.
#include "encode/plain_tables.hpp"

#include <algorithm>

#include "encode/report_tables.hpp"
#include "gongkai/model/about_fields.hpp"

namespace gongkai {
namespace {

/// The rows of a table with the columns of one edition; with `only_filled` those that hold a number there.
void write_table(const Report& report, std::size_t table, Edition edition, bool only_foreign, const PlainWriter& out) {
  bool has_head = false;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].table != table || !has(rows[row].editions, edition)) {
      continue;
    }
    std::vector<std::string> head{std::string(information_head.zh)}, line{std::string(rows[row].label.zh(edition))};
    bool any_foreign = false;
    for (const CellInfo& cell : cells) {
      if (cell.row != row || !has(cell.editions, edition)) {
        continue;
      }
      const auto value = gongkai::cell(report, cell.index);
      head.emplace_back(cell.column_info().label.zh(edition));
      line.push_back(value ? written_number(cell, *value) : std::string());
      any_foreign = any_foreign || (value && cell.editions != Editions::both);
    }
    if (only_foreign && !any_foreign) {
      continue;
    }
    if (!has_head) {
      out.begin_table(head);
      has_head = true;
    }
    out.row(line);
  }
}

void write_extensions(const Report& report, const TableInfo& table, const PlainWriter& out) {
  for (const ExtensionTable& group : extension_tables(report, table.key)) {
    const std::vector<std::vector<std::string>> lines = group.as_text();
    out.begin_table(lines[0]);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      out.row(lines[i]);
    }
  }
}

}  // namespace

void write_plain(const Report& report, const PlainWriter& out) {
  const Edition edition = report.about.edition == Edition::form_2019 ? Edition::form_2019 : Edition::form_2021;
  const Edition other = edition == Edition::form_2019 ? Edition::form_2021 : Edition::form_2019;
  out.title(report.about.title);
  for (std::size_t i = 0; i < about_field_names.size(); ++i) {
    const std::vector<std::string> field{std::string(about_field_names[i].zh),
                                         about_text(report.about, static_cast<AboutField>(i))};
    if (i == 0) {
      out.begin_table(field);
    } else {
      out.row(field);
    }
  }
  for (const std::string_view line : lines_of(report.narrative.preamble)) {
    out.paragraph(line);
  }
  for (const SectionInfo& section : sections) {
    out.section(section_title(section, Language::zh));
    for (const TextInfo& info : texts) {
      const std::string_view text =
          info.section == section.number ? *gongkai::text(report, info.key) : std::string_view();
      for (const std::string_view line : lines_of(text)) {
        out.paragraph(line);
      }
    }
    for (std::size_t table = 0; table < tables.size(); ++table) {
      if (tables[table].section != section.number) {
        continue;
      }
      if (section.number == 2 && has(tables[table].editions, edition)) {
        out.caption(tables[table].title.zh);
      }
      write_table(report, table, edition, false, out);
      write_table(report, table, other, true, out);
      write_extensions(report, tables[table], out);
    }
  }
}

}  // namespace gongkai
