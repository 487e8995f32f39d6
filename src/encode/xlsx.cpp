// The report as a workbook (Office Open XML, ISO/IEC 29500): sheets that read like the form and add up as they are filled in.
#include <fmt/format.h>

#include <algorithm>
#include <list>

#include "encode/report_tables.hpp"
#include "encode/xlsx_sheet.hpp"
#include "encode/xlsx_sums.hpp"
#include "gongkai/model/about_fields.hpp"
#include "gongkai/write.hpp"
#include "text/sums_sheet.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

using xlsx::height_of;
using xlsx::Sheet;
using xlsx::Style;

/// A table of a sheet: one of the form, or the rows that a report has beside it.
struct Block {
  const LayoutTable* layout = nullptr;
  ExtensionTable extension{};
  std::size_t rows() const { return layout != nullptr ? layout->rows.size() : extension.rows.size() + 1; }
};

class Workbook {
 public:
  Workbook(const Report& report, const XlsxOptions& options) : report_(report), options_(options) {}

  std::string run() {
    for (const int section : {2, 3, 4}) {
      place(section);
    }
    if (!options_.values_only) {
      sums_.emplace(report_, spots_);
    }
    overview();
    for (const int section : {2, 3, 4}) {
      figures(section);
    }
    if (sums_) {
      sheets_.push_back(sums_->sheet());
    }
    rest();
    office::Workbook workbook{xlsx::styles, {}, "", sums_.has_value()};
    for (Sheet& sheet : sheets_) {
      workbook.sheets.push_back(sheet.finish(workbook.sheets.empty()));
    }
    return office::packed(workbook);
  }

 private:
  // ---- Text ----

  void full_row(Sheet& sheet, std::string_view content, Style style, double height) {
    sheet.begin_row(height);
    if (content.empty()) {
      for (std::size_t column = 1; column <= sheet.columns(); ++column) {  // each has its side of the border
        sheet.empty(column, style);
      }
    } else {
      sheet.text(1, content, style);
    }
    sheet.merge(sheet.row(), 1, 1, sheet.columns());
  }
  void heading(Sheet& sheet, int section) {
    full_row(sheet, section_title(sections[static_cast<std::size_t>(section) - 1], Language::zh), Style::heading, 24);
    sheet.skip_row();
  }
  /// Each line of a section's text in a row as high as it needs; one empty row to fill in where there is no text.
  void narrative(Sheet& sheet, int section) {
    constexpr double empty_height = 160;  // points
    for (const TextInfo& info : texts) {
      if (info.section != section) {
        continue;
      }
      const std::string_view content = *text(report_, info.key);
      if (content.empty()) {
        full_row(sheet, "", Style::box, empty_height);
      }
      paragraphs(sheet, content);
    }
    sheet.skip_row();
  }
  /// Each line in a row as high as it needs.
  void paragraphs(Sheet& sheet, std::string_view content) {
    constexpr std::size_t most = 32767;
    constexpr double tallest = 409;  // points, by the standard
    for (std::string_view line : lines_of(content)) {
      while (!line.empty()) {
        std::size_t size = 0, characters = 0;
        while (size < line.size() && characters < most) {
          unicode::next(line, size);
          ++characters;
        }
        const std::string_view part = line.substr(0, size);
        full_row(sheet, part, Style::text, std::min(tallest, height_of(part, sheet.width(1, sheet.columns()))));
        line.remove_prefix(size);
      }
    }
  }

  static std::string choices_of(AboutField field) {
    const auto list = [](const auto& words) {
      std::string out;
      for (const Label& word : words) {
        out.append(out.empty() ? "" : ",").append(word.zh);
      }
      return out;
    };
    return field == AboutField::level      ? list(level_words)
           : field == AboutField::kind     ? list(kind_words)
           : field == AboutField::coverage ? list(extent_words)
                                           : std::string();
  }

  void overview() {
    Sheet& sheet = sheets_.emplace_back("总体情况", std::vector<std::size_t>{24, 66});
    full_row(sheet, report_.about.title, Style::title, 40);
    sheet.skip_row();
    for (std::size_t i = 0; i < about_field_names.size(); ++i) {
      const auto field = static_cast<AboutField>(i);
      const std::string value = about_text(report_.about, field);
      sheet.begin_row(height_of(value, sheet.width(2, 1)));
      sheet.text(1, about_field_names[i].zh, Style::label);
      sheet.text(2, value, field == AboutField::edition ? Style::label : Style::field);
      if (const std::string words = choices_of(field); !words.empty()) {
        sheet.choice(2, words);
      }
    }
    sheet.skip_row();
    if (!report_.narrative.preamble.empty()) {
      paragraphs(sheet, report_.narrative.preamble);
      sheet.skip_row();
    }
    heading(sheet, 1);
    narrative(sheet, 1);
  }

  void rest() {
    Sheet& sheet = sheets_.emplace_back("问题与其他", std::vector<std::size_t>{24, 66});
    for (const int section : {5, 6}) {
      heading(sheet, section);
      narrative(sheet, section);
    }
  }

  // ---- The tables ----

  std::vector<Block>& blocks_of(int section) { return blocks_[static_cast<std::size_t>(section - 2)]; }

  /// The tables of a section, and where their numbers will stand: formulas name cells that come after them.
  void place(int section) {
    constexpr std::size_t first_row = 3;  // behind the heading
    std::vector<Block>& blocks = blocks_of(section);
    for (const LayoutTable& layout : report_layout(report_.about.edition)) {
      if (tables[layout.table].section == section) {
        blocks.push_back({&layout});
        for (LayoutTable& other : tables_outside_edition(report_, layout.table)) {
          blocks.push_back({&others_.emplace_back(std::move(other))});
        }
        for (ExtensionTable& extension : extension_tables(report_, tables[layout.table].key)) {
          blocks.push_back({nullptr, std::move(extension)});
        }
      }
    }
    std::size_t row = first_row;
    for (const Block& block : blocks) {
      std::size_t at = row;
      for (const std::vector<PlacedCell>& line :
           block.layout == nullptr ? std::vector<std::vector<PlacedCell>>() : placed_rows(*block.layout)) {
        for (const PlacedCell& placed : line) {
          if (placed.cell->kind == LayoutCell::Kind::number) {
            spots_[placed.cell->cell] = {at, placed.column + std::size_t{1}};
          }
        }
        ++at;
      }
      row += block.rows() + 1;
    }
  }

  void figures(int section) {
    constexpr std::string_view names[] = {"主动公开", "依申请公开", "复议诉讼"};
    // A column for each of the grid; those of labels are wider.
    const std::vector<std::size_t> widths = section == 2 ? std::vector<std::size_t>{28, 26, 26, 26}
                                            : section == 3
                                                ? std::vector<std::size_t>{11, 11, 30, 10, 10, 10, 10, 10, 10, 10}
                                                : std::vector<std::size_t>(15, 8);
    Sheet& sheet = sheets_.emplace_back(names[section - 2], widths);
    heading(sheet, section);
    for (const Block& block : blocks_of(section)) {
      if (block.layout != nullptr) {
        official_table(sheet, *block.layout);
      } else {
        extension(sheet, block.extension);
      }
      sheet.skip_row();
    }
    if (sums_ && section != 2) {
      sheet.end_print();
      if (section == 3) {
        constexpr std::size_t mark_width = 18;
        sheet.mark(1, sheet.columns() + 1, sheet.columns() + 1);
        sheet.add_column(mark_width);
      }
      marks_below(sheet, section);
    }
  }

  void official_table(Sheet& sheet, const LayoutTable& layout) {
    for (const std::vector<PlacedCell>& line : placed_rows(layout)) {
      double height = height_of({}, 0);
      for (const PlacedCell& placed : line) {
        const LayoutCell& what = *placed.cell;
        if (what.kind != LayoutCell::Kind::number && what.row_span == 1) {
          height = std::max(height, height_of(what.text.zh, sheet.width(placed.column + 1U, what.column_span)));
        }
      }
      sheet.begin_row(height);
      for (const PlacedCell& placed : line) {
        const LayoutCell& what = *placed.cell;
        const std::size_t column = placed.column + std::size_t{1};
        if (what.kind == LayoutCell::Kind::number) {
          number(sheet, column, what.cell);
          continue;
        }
        const bool is_label = what.kind == LayoutCell::Kind::row_head && what.row_span == 1;
        const Style style = is_label ? Style::label : Style::head;
        if (placed.is_continued) {
          sheet.empty(column, style);
        } else {
          sheet.text(column, what.text.zh, style);
          sheet.merge(sheet.row(), column, what.row_span, what.column_span);
        }
        for (std::size_t i = 1; i < what.column_span; ++i) {  // the border of merged cells is that of all of them
          sheet.empty(column + i, style);
        }
      }
      if (sums_ && tables[layout.table].section == 3 && line.back().cell->kind == LayoutCell::Kind::number) {
        sums_->mark(sheet, layout.columns + std::size_t{1}, Equation::Kind::row, line.back().cell->cell, Style::remark);
      }
    }
  }

  void number(Sheet& sheet, std::size_t column, std::size_t index) {
    const CellInfo& info = cells[index];
    const Style style = !info.is_money             ? Style::count
                        : info.unit().zh == "万元" ? Style::ten_thousand_yuan
                                                   : Style::yuan;
    const auto value = cell(report_, index);
    if (const auto formula = sums_ ? sums_->total(index) : std::nullopt) {
      sheet.formula(column, *formula, value ? std::to_string(*value) : "", !value, Style::total);
      return;
    }
    if (!value) {
      sheet.empty(column, style);
    } else if (!xlsx::is_kept(*value)) {
      sheet.text(column, written_number(info, *value), style);
    } else {
      sheet.number(column, form_text(info, *value), style);
    }
    sheet.input(column, info.is_money    ? xlsx::Input::amount
                        : info.is_signed ? xlsx::Input::change
                                         : xlsx::Input::count);
  }

  void extension(Sheet& sheet, const ExtensionTable& group) {
    const auto line = [&](std::string_view label, const std::vector<std::string>& values, Style style) {
      sheet.begin_row();
      sheet.text(1, label, style == Style::head ? style : Style::label);
      for (std::size_t i = 0; i < values.size(); ++i) {
        sheet.text(i + 2, values[i], style);
      }
    };
    line(information_head.zh, group.columns, Style::head);
    for (const ExtensionRow* row : group.rows) {
      line(row->label, row->values, Style::verdict);
    }
  }

  /// Beside and below the tables, and not printed: how the rows and columns of requests fare, and each block of cases.
  void marks_below(Sheet& sheet, int section) {
    constexpr double height = 48;
    const std::size_t first = sheet.row() + 1;
    for (const Equation::Kind kind : {Equation::Kind::row, Equation::Kind::column, Equation::Kind::balance}) {
      if ((kind == Equation::Kind::row) == (section == 3)) {
        continue;
      }
      sheet.begin_row(height);
      if (section == 3) {
        sheet.text(1, fmt::format("各{}", kind == Equation::Kind::column ? sums::column : sums::balance),
                   Style::remark);
        sheet.merge(sheet.row(), 1, 1, 3);
      }
      for (const Equation& equation : equations) {
        const std::size_t total = equation.right()[0];
        if (equation.kind != kind || cells[total].table_info().section != section) {
          continue;
        }
        const std::size_t span = section == 4 ? equation.all().size() : 1, column = spots_[total].column + 1 - span;
        sums_->mark(sheet, column, kind, total, Style::mark);
        sheet.merge(sheet.row(), column, 1, span);
      }
    }
    sheet.mark(first, 1, sheet.columns());
  }

  const Report& report_;
  const XlsxOptions& options_;
  std::list<LayoutTable> others_;  ///< parts of the other edition, which blocks point to
  std::array<std::vector<Block>, 3> blocks_;
  xlsx::Spots spots_{};
  std::optional<xlsx::Sums> sums_;
  std::vector<Sheet> sheets_;
};

}  // namespace

std::string to_xlsx(const Report& report, const XlsxOptions& options) {
  return Workbook(report, options).run();
}

std::string to_xlsx(const Report& report) {
  return to_xlsx(report, {});
}

}  // namespace gongkai
