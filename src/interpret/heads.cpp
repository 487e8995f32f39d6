// The form's order of columns is fixed, so what a layout broke or cut can be set against it.
#include "interpret/heads.hpp"

#include <algorithm>
#include <string>

#include "gongkai/catalog.hpp"
#include "text/fold.hpp"

namespace gongkai {
namespace {

/// The heads of a table of section two in one edition.
struct HeadLine {
  std::vector<std::string_view> names;
  std::vector<std::u16string> labels;
  std::u16string whole;
};

std::u16string folded(std::string_view text) {
  unicode::Folded result;
  unicode::fold(text, result);
  return result.text;
}

const std::vector<HeadLine>& head_lines() {
  static const std::vector<HeadLine> lines = [] {
    std::vector<HeadLine> result;
    for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
      for (std::size_t table = 0; table < tables.size(); ++table) {
        if (tables[table].section != 2 || !has(tables[table].editions, edition)) {
          continue;
        }
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const RowInfo& info) {
          return info.table == table && has(info.editions, edition);
        });
        HeadLine line;
        for (const ColumnInfo& column : columns) {
          if (column.type == row->type && has(column.editions, edition)) {
            line.names.push_back(column.name);
            line.labels.push_back(folded(column.label.zh(edition)));
            line.whole += line.labels.back();
          }
        }
        result.push_back(std::move(line));
      }
    }
    return result;
  }();
  return lines;
}

}  // namespace

std::vector<std::string_view> columns_of_heads(const std::vector<std::string_view>& heads) {
  std::vector<std::u16string> pieces;
  std::u16string whole;
  for (const std::string_view text : heads) {
    pieces.push_back(folded(text));
    whole += pieces.back();
  }
  for (const HeadLine& line : head_lines()) {
    if (whole == line.whole) {
      return line.names;
    }
  }
  constexpr std::size_t fewest = 3;  // letters of a head that a layout cut
  for (const HeadLine& line : head_lines()) {
    bool is_line = pieces.size() == line.labels.size() && pieces.size() > 1, any_whole = false;
    for (std::size_t i = 0; is_line && i < pieces.size(); ++i) {
      any_whole = any_whole || pieces[i] == line.labels[i];
      is_line = pieces[i].size() >= fewest && line.labels[i].starts_with(pieces[i]);
    }
    if (is_line && any_whole) {
      return line.names;
    }
  }
  return {};
}

bool are_all_columns(const std::vector<std::string_view>& names) {
  return std::any_of(head_lines().begin(), head_lines().end(),
                     [&](const HeadLine& line) { return line.names == names; });
}

bool may_begin_heads(const std::vector<std::string_view>& heads) {
  std::u16string whole;
  for (const std::string_view text : heads) {
    whole += folded(text);
  }
  return std::any_of(head_lines().begin(), head_lines().end(), [&](const HeadLine& line) {
    return whole.size() < line.whole.size() && line.whole.starts_with(whole);
  });
}

}  // namespace gongkai
