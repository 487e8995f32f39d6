// The parts of a worksheet in the order of the standard (ISO/IEC 29500).
#include "encode/xlsx_sheet.hpp"

#include <algorithm>
#include <initializer_list>
#include <numeric>

#include "encode/html_text.hpp"
#include "text/sums_sheet.hpp"
#include "text/utf8.hpp"

namespace gongkai::xlsx {
namespace {

/// One after the other. (What fmt would bring along once more is larger than this file.)
std::string joined(std::initializer_list<std::string_view> pieces) {
  std::string text;
  for (const std::string_view piece : pieces) {
    text += piece;
  }
  return text;
}

}  // namespace

const std::string_view styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.######"/><numFmt numFmtId="165" formatCode="0.##&quot;元&quot;"/></numFmts>
<fonts count="5"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font><font><b/><sz val="13"/><name val="黑体"/></font><font><b/><sz val="10"/><name val="宋体"/></font><font><sz val="10"/><name val="宋体"/></font></fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F2F5"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFBE6"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="17"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center" wrapText="1"/><protection locked="0"/></xf>
<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf>
<xf numFmtId="0" fontId="3" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="center" wrapText="1"/></xf>
<xf numFmtId="1" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center"/><protection locked="0"/></xf>
<xf numFmtId="164" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center"/><protection locked="0"/></xf>
<xf numFmtId="165" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center"/><protection locked="0"/></xf>
<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
<xf numFmtId="49" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="center" wrapText="1"/><protection locked="0"/></xf>
<xf numFmtId="49" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf>
<xf numFmtId="1" fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
<xf numFmtId="0" fontId="4" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf numFmtId="0" fontId="4" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
<xf numFmtId="0" fontId="4" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" shrinkToFit="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
<dxfs count="2"><dxf><font><b/><color rgb="FFB3001B"/></font><fill><patternFill patternType="solid"><bgColor rgb="FFFDECEE"/></patternFill></fill></dxf><dxf><font><color rgb="FF1B6E3C"/></font></dxf></dxfs></styleSheet>)";

std::string address(std::size_t row, std::size_t column) {
  return office::column_letters(column) + std::to_string(row);
}

double height_of(std::string_view text, std::size_t width) {
  constexpr double line_height = 15, padding = 4;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    taken += unicode::next(text, at) < 0x80 ? 1U : 2U;
  }
  const std::size_t fits = std::max<std::size_t>(2, width - 1);
  return padding + line_height * static_cast<double>(std::max<std::size_t>(1, (taken + fits - 1) / fits));
}

std::size_t Sheet::width(std::size_t column, std::size_t span) const {
  const auto first = widths_.begin() + static_cast<std::ptrdiff_t>(column) - 1;
  return std::accumulate(first, first + static_cast<std::ptrdiff_t>(span), std::size_t{0});
}

void Sheet::begin_row(double height) {
  end_row();
  const std::string number = std::to_string(++row_);
  const std::string points = std::to_string(static_cast<int>(height));
  rows_ += height == 0 ? joined({"<row r=\"", number, "\">"})
                       : joined({"<row r=\"", number, "\" ht=\"", points, "\" customHeight=\"1\">"});
  is_open_ = true;
}

void Sheet::skip_row() {
  end_row();
  ++row_;
}

void Sheet::end_row() {
  rows_ += is_open_ ? "</row>\n" : "";
  is_open_ = false;
}

/// Opens a cell, up to the end of its tag.
void Sheet::begin_cell(std::size_t column, Style style, std::string_view rest_of_tag) {
  rows_ +=
      joined({"<c r=\"", address(row_, column), "\" s=\"", std::to_string(static_cast<int>(style)), "\"", rest_of_tag});
}

void Sheet::empty(std::size_t column, Style style) {
  begin_cell(column, style, "/>");
}

void Sheet::text(std::size_t column, std::string_view content, Style style) {
  begin_cell(column, style, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
  append_escaped(rows_, office::without_codes(content));
  rows_ += "</t></is></c>";
}

void Sheet::number(std::size_t column, std::string_view content, Style style) {
  begin_cell(column, style, "><v>");
  rows_ += joined({content, "</v></c>"});
}

void Sheet::formula(std::size_t column, std::string_view formula, std::string_view result, bool is_text, Style style) {
  begin_cell(column, style, is_text ? " t=\"str\"><f>" : "><f>");
  append_escaped(rows_, formula);
  rows_ += joined({"</f><v>", result, "</v></c>"});
}

void Sheet::merge(std::size_t row, std::size_t column, std::size_t row_span, std::size_t column_span) {
  if (row_span * column_span > 1) {
    merges_ += joined({"<mergeCell ref=\"", address(row, column), ":",
                       address(row + row_span - 1, column + column_span - 1), "\"/>"});
    ++merge_count_;
  }
}

void Sheet::choice(std::size_t column, std::string_view words) {
  choices_ += joined(
      {R"(<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请选择" error="请从下拉列表中选择。" sqref=")",
       address(row_, column), R"("><formula1>")", words, R"("</formula1></dataValidation>)"});
  ++choice_count_;
}

void Sheet::mark(std::size_t first_row, std::size_t first_column, std::size_t last_column) {
  const std::string first = address(first_row, first_column);
  const auto rule = [&](std::size_t priority, std::string_view format, std::string_view mark) {
    return joined({R"(<cfRule type="expression" dxfId=")", format, R"(" priority=")", std::to_string(priority),
                   R"("><formula>LEFT()", first, R"(,4)=")", mark, R"("</formula></cfRule>)"});
  };
  const std::size_t priority = marks_.size() + 1;  // grows from call to call
  marks_ += joined({"<conditionalFormatting sqref=\"", first, ":", address(row_, last_column), "\">",
                    rule(priority, "0", sums::off), rule(priority + 1, "1", sums::held), "</conditionalFormatting>"});
}

void Sheet::freeze_above(std::size_t row) {
  frozen_ = joined({"<pane ySplit=\"", std::to_string(row - 1), "\" topLeftCell=\"A", std::to_string(row),
                    "\" activePane=\"bottomLeft\" state=\"frozen\"/>"});
}

void Sheet::end_print() {
  print_area_ = joined({"$A$1:$", office::column_letters(columns()), "$", std::to_string(row_)});
}

office::Worksheet Sheet::finish(bool is_first) {
  end_row();
  std::string out = joined(
      {"<worksheet xmlns=\"", office::sheet_namespace,
       "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\"",
       is_first ? " tabSelected=\"1\"" : "", " workbookViewId=\"0\">", frozen_, "</sheetView></sheetViews><cols>"});
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    const std::string column = std::to_string(i + 1);
    out += joined({"<col min=\"", column, "\" max=\"", column, "\" width=\"", std::to_string(widths_[i]),
                   "\" customWidth=\"1\"/>"});
  }
  out += joined({"</cols>\n<sheetData>", rows_, "</sheetData>\n",
                 "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>"});
  if (merge_count_ != 0) {
    out += joined({"<mergeCells count=\"", std::to_string(merge_count_), "\">", merges_, "</mergeCells>"});
  }
  out += joined({marks_, validations(),
                 "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                 "<pageSetup paperSize=\"9\" fitToHeight=\"0\"/></worksheet>"});
  return {name_, std::move(out), {}, print_area_};
}

std::string Sheet::validations() const {
  struct Kind {
    std::string_view type, least, most, what;
  };
  constexpr std::string_view most = "999999999999999";  // fifteen digits, as many as are kept
  constexpr Kind kinds[] = {
      {"whole", "0", most, "这一格只能填0或正整数，不能填文字、负数或小数。没有的填0。"},
      {"whole", "-999999999999999", most, "这一格只能填整数，减少的填负数。没有的填0。"},
      {"decimal", "0", most, "这一格只能填0或正数，不能填文字或负数，单位见表头。没有的填0。"},
  };
  std::string out = choices_;
  int count = choice_count_;
  for (std::size_t i = 0; i < std::size(kinds); ++i) {
    if (!inputs_[i].empty()) {
      out += joined({"<dataValidation type=\"", kinds[i].type,
                     R"(" operator="between" allowBlank="1" showErrorMessage="1" errorTitle="请核对" error=")",
                     kinds[i].what, "\" sqref=\"", std::string_view(inputs_[i]).substr(1), "\"><formula1>",
                     kinds[i].least, "</formula1><formula2>", kinds[i].most, "</formula2></dataValidation>"});
      ++count;
    }
  }
  return count == 0 ? out
                    : joined({"<dataValidations count=\"", std::to_string(count), "\">", out, "</dataValidations>"});
}

}  // namespace gongkai::xlsx
