// `gongkai show`: the tables of one report as the official form lays them out.
#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "each_report.hpp"
#include "gongkai/write.hpp"
#include "grid.hpp"

namespace gongkai::cli {
namespace {

using Align = Grid::Align;

/// The edition to lay the report out in: its own, or else the one that more of its numbers belong to.
Edition layout_edition(const Report& report) {
  if (report.about.edition != Edition::unknown) {
    return report.about.edition;
  }
  int newer = 0;
  for (const CellInfo& cell : cells) {
    if (gongkai::cell(report, cell.index)) {
      newer += (has(cell.editions, Edition::form_2021) ? 1 : 0) - (has(cell.editions, Edition::form_2019) ? 1 : 0);
    }
  }
  return newer < 0 ? Edition::form_2019 : Edition::form_2021;
}

class Sheet {
 public:
  Sheet(const Loaded& loaded, const Settings& settings)
      : loaded_(loaded),
        settings_(settings),
        report_(loaded.reading.report),
        edition_(layout_edition(report_)),
        zh_(settings.language == Language::zh) {}

  void print(Output& out) {
    width_ = out.width();
    for (const int section : {2, 3, 4}) {
      out.line();
      const SectionInfo& info = sections[static_cast<std::size_t>(section) - 1];
      constexpr std::string_view numbers[] = {"一", "二", "三", "四", "五", "六"};
      out.line(out.bold(zh_ ? fmt::format("{}、{}", numbers[section - 1], info.heading.zh)
                            : fmt::format("{}. {}", section, info.heading.en)));
      out.print(section == 2 ? disclosure() : section == 3 ? by_row(5) : zh_ ? cases() : by_row(6));
    }
    out.line(
        settings_.say("空白＝未填　?＝未能读出或没有找到", "empty: left blank   ?: could not be read or not found"));
    print_rest(out);
  }

 private:
  std::vector<const RowInfo*> rows_of(std::size_t table) const {
    std::vector<const RowInfo*> result;
    for (const RowInfo& row : rows) {
      if (row.table == table && has(row.editions, edition_)) {
        result.push_back(&row);
      }
    }
    return result;
  }
  std::vector<const ColumnInfo*> columns_of(RowType type) const {
    std::vector<const ColumnInfo*> result;
    for (const ColumnInfo& column : columns) {
      if (column.type == type && has(column.editions, edition_)) {
        result.push_back(&column);
      }
    }
    return result;
  }
  const CellInfo& cell_at(const RowInfo& row, const ColumnInfo& column) const {
    return *find_cell(fmt::format("{}.{}", row.key, column.name));
  }
  std::string row_label(const RowInfo& row) const {
    for (const CellInfo& cell : gongkai::cells) {
      if (&cell.row_info() == &row) {
        return row_name(cell, edition_, settings_.language);
      }
    }
    return {};
  }
  std::string column_label(const ColumnInfo& column) const {
    return std::string(zh_ ? column.label.zh(edition_) : column.label.en);
  }

  /// The number as the form has it; nothing for a blank.
  std::string value(const CellInfo& cell) const {
    const std::optional<std::int64_t> number = gongkai::cell(report_, cell.index);
    if (!number) {
      const CellState state = loaded_.reading.sources[cell.index].state;
      return state == CellState::unreadable || state == CellState::absent ? "?" : "";
    }
    return form_text(cell, *number);
  }

  /// Columns of numbers are as wide as the widest number, and not narrower than `least`.
  std::size_t number_width(std::size_t table, std::size_t least) const {
    for (const CellInfo& cell : gongkai::cells) {
      if (cell.row_info().table == table) {
        least = std::max(least, value(cell).size());
      }
    }
    return least;
  }

  /// Section two: small tables of one to three columns, below each other in one box.
  std::string disclosure() const {
    std::size_t label_width = 12, number_width = zh_ ? 16 : 18;
    for (std::size_t table = 0; table < tables.size() && tables[table].section == 2; ++table) {
      number_width = this->number_width(table, number_width);
      for (const RowInfo* row : rows_of(table)) {
        label_width = std::max(label_width, display_width(row_label(*row)));
      }
    }
    Grid grid({label_width, number_width, number_width, number_width});
    for (std::size_t table = 0; table < tables.size() && tables[table].section == 2; ++table) {
      const std::vector<const RowInfo*> lines = rows_of(table);
      if (lines.empty()) {
        continue;
      }
      grid.add({{std::string(in(tables[table].title, settings_.language)), 4, Align::center}});
      const std::vector<const ColumnInfo*> heads = columns_of(lines.front()->type);
      std::vector<Grid::Cell> head{{std::string(in(information_head, settings_.language))}};
      const auto span = [&](std::size_t i) { return i + 1 == heads.size() ? 4 - heads.size() : 1; };
      for (std::size_t i = 0; i < heads.size(); ++i) {
        head.push_back({column_label(*heads[i]), span(i), Align::center});
      }
      grid.add(std::move(head));
      for (const RowInfo* row : lines) {
        std::vector<Grid::Cell> line{{row_label(*row)}};
        for (std::size_t i = 0; i < heads.size(); ++i) {
          line.push_back({value(cell_at(*row, *heads[i])), span(i), Align::right});
        }
        grid.add(std::move(line));
      }
    }
    grid.fit(width_);
    return grid.draw();
  }

  /// A table with one line for each row: section three, and section four in English.
  std::string by_row(std::size_t table) const {
    const std::vector<const RowInfo*> lines = rows_of(table);
    const std::vector<const ColumnInfo*> heads = columns_of(lines.front()->type);
    std::vector<std::size_t> widths{zh_ ? std::size_t{34} : std::size_t{42}};
    widths.resize(heads.size() + 1, number_width(table, zh_ ? 6 : 14));
    Grid grid(std::move(widths));
    add_heads(grid, heads);
    std::string_view group;
    for (const RowInfo* row : lines) {
      if (zh_) {
        add_group_heads(grid, group, row->group, heads.size() + 1);
        group = row->group;
      }
      const std::size_t depth = depth_of(row->group);
      std::vector<Grid::Cell> line{{std::string(zh_ ? 2 * depth : 0, ' ') + row_label(*row)}};
      for (const ColumnInfo* column : heads) {
        line.push_back({value(cell_at(*row, *column)), 1, Align::right});
      }
      grid.add(std::move(line), depth < (zh_ ? 2 : 1) || row == lines.front());
    }
    grid.fit(width_);
    return grid.draw();
  }

  void add_heads(Grid& grid, const std::vector<const ColumnInfo*>& heads) const {
    const bool has_groups =
        zh_ && std::any_of(heads.begin(), heads.end(), [](const ColumnInfo* c) { return !c->group.empty(); });
    if (has_groups) {
      std::vector<Grid::Cell> upper{{""}};
      for (std::size_t i = 0; i < heads.size();) {
        std::size_t end = i + 1;
        while (!heads[i]->group.empty() && end < heads.size() && heads[end]->group == heads[i]->group) {
          ++end;
        }
        upper.push_back(
            {heads[i]->group.empty() ? column_label(*heads[i]) : std::string(heads[i]->group), end - i, Align::center});
        i = end;
      }
      grid.add(std::move(upper));
    }
    std::vector<Grid::Cell> lower{{"", 1, Align::left, has_groups}};
    for (const ColumnInfo* column : heads) {
      const bool is_said = has_groups && column->group.empty();
      lower.push_back({is_said ? std::string() : column_label(*column), 1, Align::center, is_said});
    }
    grid.add(std::move(lower));
  }

  static std::size_t depth_of(std::string_view group) {
    return group.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(group.begin(), group.end(), '/'));
  }
  /// Adds the heads of the groups that `group` is in and `previous` is not.
  static void add_group_heads(Grid& grid, std::string_view previous, std::string_view group, std::size_t width) {
    std::size_t depth = 0;
    for (std::size_t begin = 0; begin < group.size(); ++depth) {
      const std::size_t end = std::min(group.find('/', begin), group.size());
      const std::string_view path = group.substr(0, end);
      const bool is_new = previous.substr(0, end) != path || (previous.size() > end && previous[end] != '/');
      if (is_new) {
        grid.add({{std::string(2 * depth, ' ') + std::string(group.substr(begin, end - begin)), width}});
      }
      begin = end + 1;
    }
  }

  /// Section four in Chinese: the form prints its three rows side by side in one line, where there is room.
  std::string cases() const {
    constexpr std::size_t table = 6;
    const std::vector<const RowInfo*> parts = rows_of(table);
    const std::vector<const ColumnInfo*> heads = columns_of(RowType::cases);
    Grid grid(std::vector<std::size_t>(parts.size() * heads.size(), number_width(table, 4)));
    std::vector<Grid::Cell> upper, lower, labels, values;
    for (const RowInfo* row : parts) {
      const bool is_alone = row->group.empty();
      if (!is_alone && !upper.empty() && upper.back().text == row->group) {
        upper.back().span += heads.size();
      } else {
        upper.push_back({is_alone ? row_label(*row) : std::string(row->group), heads.size(), Align::center});
      }
      lower.push_back({is_alone ? std::string() : row_label(*row), heads.size(), Align::center, is_alone});
      for (const ColumnInfo* column : heads) {
        labels.push_back({column_label(*column), 1, Align::center});
        values.push_back({value(cell_at(*row, *column)), 1, Align::right});
      }
    }
    grid.add(std::move(upper));
    grid.add(std::move(lower));
    grid.add(std::move(labels));
    grid.add(std::move(values));
    return grid.fit(width_) ? grid.draw() : by_row(table);
  }

  /// What the form has no place for is still shown.
  void print_rest(Output& out) const {
    bool any = false;
    for (const CellInfo& cell : gongkai::cells) {
      if (has(cell.editions, edition_) || value(cell).empty() || value(cell) == "?") {
        continue;
      }
      if (!any) {
        out.line(settings_.say("另一版格式里的栏目：", "Cells of the other edition of the form:"));
        any = true;
      }
      out.line(fmt::format("  {}  {} {}", cell_name(cell, edition_, settings_.language), value(cell),
                           in(cell.unit(), settings_.language)));
    }
    if (!report_.extensions.empty()) {
      out.line(settings_.say("格式以外的行（原样）：", "Rows that are not on the form, as written:"));
    }
    for (const ExtensionRow& row : report_.extensions) {
      std::string values;
      for (const std::string& text : row.values) {
        values += " │ " + clean(text);
      }
      out.line("  " + clean(row.label) + values);
    }
  }

  const Loaded& loaded_;
  const Settings& settings_;
  const Report& report_;
  Edition edition_;
  bool zh_;
  std::size_t width_ = 0;  ///< what the tables are to fit in; 0: anything
};

}  // namespace

void print_form(const Report& report, const Settings& settings, Output& out) {
  Loaded loaded;
  loaded.reading.report = report;
  loaded.reading.has_document = false;
  Sheet(loaded, settings).print(out);
}

int run_show(const Settings& settings, Output& out, Output& err) {
  return for_each_report(settings, out, err, [&](const Named& name, const Loaded& loaded) {
    if (settings.json) {
      out.line(loaded.reading.has_document ? to_json(loaded.reading) : to_json(loaded.reading.report));
      return exit_clean;
    }
    out.print(name.heading);
    print_head(loaded.reading.report.about, settings, out);
    Sheet(loaded, settings).print(out);
    return exit_clean;
  });
}

}  // namespace gongkai::cli
