// The parts of a worksheet in the order of the standard (ISO/IEC 29500).
#include "encode/xlsx_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "encode/html_text.hpp"
#include "text/sums_sheet.hpp"
#include "text/utf8.hpp"

namespace gongkai::xlsx {

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
  ++row_;
  rows_ += height == 0 ? fmt::format("<row r=\"{}\">", row_)
                       : fmt::format("<row r=\"{}\" ht=\"{}\" customHeight=\"1\">", row_, height);
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

void Sheet::empty(std::size_t column, Style style) {
  rows_ += fmt::format("<c r=\"{}\" s=\"{}\"/>", address(row_, column), static_cast<int>(style));
}

void Sheet::text(std::size_t column, std::string_view content, Style style) {
  rows_ += fmt::format("<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", address(row_, column),
                       static_cast<int>(style));
  append_escaped(rows_, office::without_codes(content));
  rows_ += "</t></is></c>";
}

void Sheet::number(std::size_t column, std::string_view content, Style style) {
  rows_ += fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", address(row_, column), static_cast<int>(style), content);
}

void Sheet::formula(std::size_t column, std::string_view formula, std::string_view result, bool is_text, Style style) {
  rows_ += fmt::format("<c r=\"{}\" s=\"{}\"{}><f>", address(row_, column), static_cast<int>(style),
                       is_text ? " t=\"str\"" : "");
  append_escaped(rows_, formula);
  rows_.append("</f><v>").append(result).append("</v></c>");
}

void Sheet::merge(std::size_t row, std::size_t column, std::size_t row_span, std::size_t column_span) {
  if (row_span * column_span > 1) {
    merges_ += fmt::format("<mergeCell ref=\"{}:{}\"/>", address(row, column),
                           address(row + row_span - 1, column + column_span - 1));
    ++merge_count_;
  }
}

void Sheet::choice(std::size_t column, std::string_view words) {
  choices_ += fmt::format(
      R"(<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请选择" error="请从下拉列表中选择。" sqref="{}"><formula1>"{}"</formula1></dataValidation>)",
      address(row_, column), words);
  ++choice_count_;
}

void Sheet::mark(std::size_t first_row, std::size_t first_column, std::size_t last_column) {
  const std::string first = address(first_row, first_column);
  const auto rule = [&](std::size_t priority, int format, std::string_view mark) {
    return fmt::format(
        R"(<cfRule type="expression" dxfId="{}" priority="{}"><formula>LEFT({},4)="{}"</formula></cfRule>)", format,
        priority, first, mark);
  };
  const std::size_t priority = marks_.size() + 1;  // grows from call to call
  marks_ += fmt::format("<conditionalFormatting sqref=\"{}:{}\">{}{}</conditionalFormatting>", first,
                        address(row_, last_column), rule(priority, 0, sums::off), rule(priority + 1, 1, sums::held));
}

void Sheet::freeze_above(std::size_t row) {
  frozen_ =
      fmt::format("<pane ySplit=\"{}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/>", row - 1, row);
}

void Sheet::end_print() {
  print_area_ = fmt::format("$A$1:${}${}", office::column_letters(columns()), row_);
}

office::Worksheet Sheet::finish(bool is_first) {
  end_row();
  std::string out =
      fmt::format("<worksheet xmlns=\"{}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>", office::sheet_namespace);
  out +=
      fmt::format("<sheetViews><sheetView showGridLines=\"0\"{} workbookViewId=\"0\">{}</sheetView></sheetViews><cols>",
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
      out += fmt::format(
          R"(<dataValidation type="{}" operator="between" allowBlank="1" showErrorMessage="1" errorTitle="请核对" error="{}" sqref="{}"><formula1>{}</formula1><formula2>{}</formula2></dataValidation>)",
          kinds[i].type, kinds[i].what, std::string_view(inputs_[i]).substr(1), kinds[i].least, kinds[i].most);
      ++count;
    }
  }
  return count == 0 ? out : fmt::format("<dataValidations count=\"{}\">{}</dataValidations>", count, out);
}

}  // namespace gongkai::xlsx
