// The tables of a report as rows of plain text, for formats without merged cells: a head, then a label and its numbers.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/report.hpp"

namespace gongkai {

/// Takes what a report holds, in the order of the form.
struct PlainWriter {
  std::function<void(std::string_view title)> title;
  std::function<void(const std::vector<std::string>& head)> begin_table;
  std::function<void(const std::vector<std::string>& row)> row;
  std::function<void(std::string_view heading)> section;
  std::function<void(std::string_view caption)> caption;
  std::function<void(std::string_view paragraph)> paragraph;
};

/// Walks the whole report: title, fields, sections, tables, extension rows.
void write_plain(const Report& report, const PlainWriter& out);

}  // namespace gongkai
