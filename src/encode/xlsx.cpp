// The report as a workbook (Office Open XML, ISO/IEC 29500): sheets that read like the form, and one that adds up.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "encode/html_text.hpp"
#include "encode/report_tables.hpp"
#include "gongkai/model/about_fields.hpp"
#include "gongkai/model/equation.hpp"
#include "gongkai/write.hpp"
#include "office/workbook.hpp"
#include "text/sums_sheet.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// The formats of cells, in the order in which styles.xml lists them.
enum class Style : std::uint8_t {
  plain,
  title,
  heading,
  text,
  head,
  label,
  count,
  ten_thousand_yuan,
  yuan,
  sum,
  verdict
};

constexpr std::string_view styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.######"/><numFmt numFmtId="165" formatCode="0.##&quot;元&quot;"/></numFmts>
<fonts count="4"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font><font><b/><sz val="13"/><name val="黑体"/></font><font><b/><sz val="10"/><name val="宋体"/></font></fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F2F5"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFBE6"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="11"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center" wrapText="1"/><protection locked="0"/></xf>
<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf>
<xf numFmtId="0" fontId="3" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="center" wrapText="1"/></xf>
<xf numFmtId="1" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center"/><protection locked="0"/></xf>
<xf numFmtId="164" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center"/><protection locked="0"/></xf>
<xf numFmtId="165" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center"/><protection locked="0"/></xf>
<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
<dxfs count="1"><dxf><font><b/><color rgb="FFB3001B"/></font><fill><patternFill patternType="solid"><bgColor rgb="FFFDECEE"/></patternFill></fill></dxf></dxfs></styleSheet>)";

std::string address(std::size_t row, std::size_t column) {
  return office::column_letters(column) + std::to_string(row);
}

/// How high a row must be for a text in a column of a width in (narrow) characters; Chinese ones are twice as wide.
double height_of(std::string_view text, std::size_t width) {
  constexpr double line_height = 15, padding = 4;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    taken += unicode::next(text, at) < 0x80 ? 1U : 2U;
  }
  const std::size_t fits = std::max<std::size_t>(2, width - 1);
  return padding + line_height * static_cast<double>(std::max<std::size_t>(1, (taken + fits - 1) / fits));
}

/// One sheet, written row after row.
class Sheet {
 public:
  Sheet(std::string_view name, const std::vector<std::size_t>& widths) : name_(name), widths_(widths) {}

  std::string_view name() const { return name_; }
  std::size_t columns() const { return widths_.size(); }
  std::size_t width(std::size_t column, std::size_t span) const {
    return std::accumulate(widths_.begin() + static_cast<std::ptrdiff_t>(column) - 1,
                           widths_.begin() + static_cast<std::ptrdiff_t>(column + span) - 1, std::size_t{0});
  }
  std::size_t row() const { return row_; }

  /// Begins the next row; a height of 0 is the program's own.
  void begin_row(double height = 0) {
    end_row();
    ++row_;
    rows_ += height == 0 ? fmt::format("<row r=\"{}\">", row_)
                         : fmt::format("<row r=\"{}\" ht=\"{}\" customHeight=\"1\">", row_, height);
    is_open_ = true;
  }
  void skip_row() {
    end_row();
    ++row_;
  }

  void empty(std::size_t column, Style style) {
    rows_ += fmt::format("<c r=\"{}\" s=\"{}\"/>", address(row_, column), static_cast<int>(style));
  }
  void text(std::size_t column, std::string_view content, Style style) {
    rows_ += fmt::format("<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", address(row_, column),
                         static_cast<int>(style));
    append_escaped(rows_, office::without_codes(content));
    rows_ += "</t></is></c>";
  }
  void number(std::size_t column, std::string_view content, Style style) {
    rows_ += fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", address(row_, column), static_cast<int>(style), content);
  }
  void formula(std::size_t column, std::string_view formula, std::string_view result, bool is_text, Style style) {
    rows_ += fmt::format("<c r=\"{}\" s=\"{}\"{}><f>", address(row_, column), static_cast<int>(style),
                         is_text ? " t=\"str\"" : "");
    append_escaped(rows_, formula);
    rows_ += fmt::format("</f><v>{}</v></c>", result);
  }
  void merge(std::size_t row, std::size_t column, std::size_t row_span, std::size_t column_span) {
    if (row_span * column_span > 1) {
      merges_ += fmt::format("<mergeCell ref=\"{}:{}\"/>", address(row, column),
                             address(row + row_span - 1, column + column_span - 1));
      ++merge_count_;
    }
  }
  /// A count or an amount is filled in here.
  void input(std::size_t column, bool is_money) { (is_money ? amounts_ : counts_) += " " + address(row_, column); }
  /// Marks the cells of the column that say so in red.
  void mark(std::size_t column, std::size_t first_row, std::string_view word) {
    marks_ = fmt::format(
        "<conditionalFormatting sqref=\"{0}:{1}\"><cfRule type=\"cellIs\" dxfId=\"0\" priority=\"1\" "
        "operator=\"equal\"><formula>\"{2}\"</formula></cfRule></conditionalFormatting>",
        address(first_row, column), address(row_, column), word);
  }
  void freeze_above(std::size_t row) {
    frozen_ = fmt::format("<pane ySplit=\"{}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/>",
                          row - 1, row);
  }

  std::string finish(bool is_first) {
    end_row();
    std::string out = fmt::format("<worksheet xmlns=\"{}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>",
                                  office::sheet_namespace);
    out += fmt::format(
        "<sheetViews><sheetView showGridLines=\"0\"{} workbookViewId=\"0\">{}</sheetView></sheetViews><cols>",
        is_first ? " tabSelected=\"1\"" : "", frozen_);
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      out += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1, widths_[i]);
    }
    out += "</cols>\n<sheetData>" + rows_ + "</sheetData>\n";
    out += "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>";
    if (merge_count_ != 0) {
      out += fmt::format("<mergeCells count=\"{}\">{}</mergeCells>", merge_count_, merges_);
    }
    out += marks_;
    out += validations();
    out +=
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        "<pageSetup paperSize=\"9\" fitToHeight=\"0\"/></worksheet>";
    return out;
  }

 private:
  void end_row() {
    rows_ += is_open_ ? "</row>\n" : "";
    is_open_ = false;
  }

  std::string validations() const {
    std::string out;
    const auto add = [&](const std::string& where, std::string_view type, std::string_view what) {
      if (!where.empty()) {
        out += fmt::format(
            "<dataValidation type=\"{}\" operator=\"greaterThanOrEqual\" allowBlank=\"1\" showErrorMessage=\"1\" "
            "errorStyle=\"warning\" errorTitle=\"请核对\" error=\"{}\" "
            "sqref=\"{}\"><formula1>0</formula1></dataValidation>",
            type, what, where.substr(1));
      }
    };
    add(counts_, "whole", "这一格应填0或正整数。没有的填0，不要留空。");
    add(amounts_, "decimal", "这一格应填0或正数，单位见表头。没有的填0，不要留空。");
    const int count = (counts_.empty() ? 0 : 1) + (amounts_.empty() ? 0 : 1);
    return out.empty() ? out : fmt::format("<dataValidations count=\"{}\">{}</dataValidations>", count, out);
  }

  std::string name_;
  std::vector<std::size_t> widths_;  ///< in characters
  std::size_t row_ = 0, merge_count_ = 0;
  bool is_open_ = false;
  std::string rows_, merges_, marks_, frozen_, counts_, amounts_;
};

class Workbook {
 public:
  explicit Workbook(const Report& report) : report_(report) {}

  std::string run() {
    overview();
    for (const int section : {2, 3, 4}) {
      figures(section);
    }
    sums();  // before the last sections: a table behind section six would be read as its text
    rest();
    office::Workbook workbook{styles, {}, "", true};
    for (Sheet& sheet : sheets_) {
      workbook.sheets.push_back({std::string(sheet.name()), sheet.finish(workbook.sheets.empty())});
    }
    return office::packed(workbook);
  }

 private:
  // ---- Text ----

  void full_row(Sheet& sheet, std::string_view content, Style style, double height) {
    sheet.begin_row(height);
    if (content.empty()) {
      sheet.empty(1, style);
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
        full_row(sheet, "", Style::text, empty_height);
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

  void overview() {
    Sheet& sheet = sheets_.emplace_back("总体情况", std::vector<std::size_t>{24, 66});
    full_row(sheet, report_.about.title, Style::title, 40);
    sheet.skip_row();
    for (std::size_t i = 0; i < about_field_names.size(); ++i) {
      sheet.begin_row();
      sheet.text(1, about_field_names[i].zh, Style::label);
      sheet.text(2, about_text(report_.about, static_cast<AboutField>(i)), Style::text);
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

  void figures(int section) {
    constexpr std::string_view names[] = {"主动公开", "依申请公开", "复议诉讼"};
    // A column for each of the grid; those of labels are wider.
    const std::vector<std::size_t> widths = section == 2   ? std::vector<std::size_t>{34, 18, 18, 18}
                                            : section == 3 ? std::vector<std::size_t>{11, 11, 30, 9, 9, 9, 9, 9, 9, 9}
                                                           : std::vector<std::size_t>(15, 8);
    Sheet& sheet = sheets_.emplace_back(names[section - 2], widths);
    heading(sheet, section);
    for (const LayoutTable& layout : report_layout(report_.about.edition)) {
      if (tables[layout.table].section == section) {
        official_table(sheet, layout);
        for (const LayoutTable& other : tables_outside_edition(report_, layout.table)) {
          official_table(sheet, other);
        }
        extensions(sheet, tables[layout.table].key);
      }
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
    }
    sheet.skip_row();
  }

  void number(Sheet& sheet, std::size_t column, std::size_t index) {
    const CellInfo& info = cells[index];
    const Style style = !info.is_money             ? Style::count
                        : info.unit().zh == "万元" ? Style::ten_thousand_yuan
                                                   : Style::yuan;
    const auto value = cell(report_, index);
    constexpr std::int64_t most_exact = 999'999'999'999'999;  // fifteen digits are all that a spreadsheet keeps
    if (!value) {
      sheet.empty(column, style);
    } else if (*value > most_exact || *value < -most_exact) {
      sheet.text(column, written_number(info, *value), style);
    } else {
      sheet.number(column, form_text(info, *value), style);
    }
    sheet.input(column, info.is_money);
    places_[index] = fmt::format("'{}'!{}", sheet.name(), address(sheet.row(), column));
  }

  void extensions(Sheet& sheet, std::string_view table) {
    for (const ExtensionTable& group : extension_tables(report_, table)) {
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
      sheet.skip_row();
    }
  }

  // ---- The sums ----

  /// One side of an equation as a formula, and what it comes to now; blanks count as 0, as the form has it.
  struct Side {
    std::string formula = "SUM(";
    std::int64_t sum = 0;
  };
  Side side_of(std::span<const std::uint8_t> indexes) const {
    Side side;
    for (const std::uint8_t index : indexes) {
      side.formula += (side.formula.back() == '(' ? "" : ",") + places_[index];
      side.sum += cell(report_, index).value_or(0);
    }
    side.formula += ')';
    return side;
  }

  std::string words_of(const Equation& equation) const {
    const Edition edition = report_.about.edition;
    if (equation.kind == Equation::Kind::balance) {
      return fmt::format("“{}”{}", cells[equation.cell[0]].column_info().label.zh(edition), sums::balance);
    }
    const CellInfo& total = cells[equation.total()];
    return equation.kind == Equation::Kind::column
               ? fmt::format("“{}”{}", total.column_info().label.zh(edition), sums::column)
               : fmt::format("“{}”{}", total.row_info().label.zh(edition), sums::row);
  }

  /// The edition has all of its cells but parts that only the other edition has.
  static bool belongs(const Equation& equation, Edition edition) {
    const std::span<const std::uint8_t> right = equation.right();
    return std::all_of(right.begin(), right.end(),
                       [&](std::uint8_t index) { return has(cells[index].editions, edition); });
  }

  void sums() {
    Sheet& sheet = sheets_.emplace_back("核对", std::vector<std::size_t>{6, 60, 12, 12, 12, 10});
    sheet.begin_row(24);
    constexpr std::string_view heads[] = {"序号", sums::head, "左边", "右边", "相差", "核对"};
    for (std::size_t i = 0; i < std::size(heads); ++i) {
      sheet.text(i + 1, heads[i], Style::head);
    }
    const std::size_t first = sheet.row() + 1;
    sheet.freeze_above(first);
    const Edition edition = report_.about.edition == Edition::form_2019 ? Edition::form_2019 : Edition::form_2021;
    std::size_t number = 0;
    for (const Equation& equation : equations) {
      if (!belongs(equation, edition)) {
        continue;
      }
      std::vector<std::uint8_t> left;
      for (const std::uint8_t index : equation.left()) {
        if (!places_[index].empty()) {
          left.push_back(index);
        }
      }
      const Side a = side_of(left), b = side_of(equation.right());
      const std::string words = words_of(equation);
      sheet.begin_row(height_of(words, sheet.width(2, 1)));
      sheet.number(1, std::to_string(++number), Style::sum);
      sheet.text(2, words, Style::label);
      sheet.formula(3, a.formula, std::to_string(a.sum), false, Style::sum);
      sheet.formula(4, b.formula, std::to_string(b.sum), false, Style::sum);
      const std::size_t row = sheet.row();
      sheet.formula(5, fmt::format("C{0}-D{0}", row), std::to_string(a.sum - b.sum), false, Style::sum);
      sheet.formula(6, fmt::format("IF(E{}=0,\"相符\",\"不符\")", row), a.sum == b.sum ? "相符" : "不符", true,
                    Style::verdict);
    }
    sheet.mark(6, first, "不符");
  }

  const Report& report_;
  std::vector<Sheet> sheets_;
  std::array<std::string, cell_count> places_;  ///< where each cell of the form stands, for formulas
};

}  // namespace

std::string to_xlsx(const Report& report) {
  return Workbook(report).run();
}

}  // namespace gongkai
