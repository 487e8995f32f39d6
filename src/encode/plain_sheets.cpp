#include "encode/plain_sheets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "encode/html_text.hpp"

namespace gongkai {
namespace {

using office::column_letters;

constexpr std::string_view styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F2F5"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)";
constexpr std::string_view result_mark = "docProps/gongkai-result.xml";
constexpr int head_style = 1, link_style = 2;
constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_links = 65'530;  // of a sheet in Excel
constexpr std::size_t most_digits = 15;     // of a number in Excel

}  // namespace

std::size_t SharedTexts::index_of(const std::string& text) {
  const auto [at, is_new] = known_.emplace(text, known_.size());
  if (is_new) {
    items_ += "<si><t xml:space=\"preserve\">";
    append_escaped(items_, office::without_codes(text));
    items_ += "</t></si>";
  }
  return at->second;
}

std::string SharedTexts::part() const {
  return fmt::format(R"(<sst xmlns="{}" uniqueCount="{}">{}</sst>)", office::sheet_namespace, known_.size(), items_);
}

void PlainSheets::add(const TableRow& row) {
  if (heads_.empty()) {
    heads_ = row;
  } else if (rows_ == most_rows) {
    end_sheet();
    add(heads_);
  }
  ++rows_;
  columns_ = std::max(columns_, row.size());
  rows_xml_ += fmt::format("<row r=\"{}\">", rows_);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!row[i].text.empty()) {
      add_cell(row[i], i + 1);
    }
  }
  rows_xml_ += "</row>";
}

void PlainSheets::add_cell(const TableField& field, std::size_t column) {
  const std::string place = fmt::format("{}{}", column_letters(column), rows_);
  const bool is_link = !field.link.empty() && links_.size() < most_links;
  const int style = rows_ == 1 ? head_style : is_link ? link_style : 0;
  rows_xml_ += fmt::format("<c r=\"{}\"", place);
  rows_xml_ += style == 0 ? std::string() : fmt::format(" s=\"{}\"", style);
  if (field.is_number && field.text.size() <= most_digits) {
    rows_xml_ += fmt::format("><v>{}</v></c>", field.text);
  } else {
    rows_xml_ += fmt::format(" t=\"s\"><v>{}</v></c>", texts_.index_of(field.text));
  }
  if (is_link) {
    links_.push_back(field.link);
    links_xml_ += fmt::format(R"(<hyperlink ref="{}" r:id="rId{}"/>)", place, links_.size());
  }
}

void PlainSheets::end_sheet() {
  std::string widths;
  for (std::size_t i = 0; i < look_.widths.size(); ++i) {
    widths += fmt::format(R"(<col min="{0}" max="{0}" width="{1}" customWidth="1"/>)", i + 1, look_.widths[i]);
  }
  const std::string split = look_.frozen == 0 ? std::string() : fmt::format(" xSplit=\"{}\"", look_.frozen);
  const std::string links = links_.empty() ? std::string() : "<hyperlinks>" + links_xml_ + "</hyperlinks>";
  done_.push_back(
      {done_.empty() ? name_ : fmt::format("{}{}", name_, done_.size() + 1),
       fmt::format(
           R"(<worksheet xmlns="{}" xmlns:r="{}"><sheetViews><sheetView workbookViewId="0"><pane{} ySplit="1" topLeftCell="{}2" activePane="{}" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{}</cols><sheetData>{}</sheetData><autoFilter ref="A1:{}{}"/>{}</worksheet>)",
           office::sheet_namespace, office::relationships_namespace, split, column_letters(look_.frozen + 1),
           look_.frozen == 0 ? "bottomLeft" : "bottomRight", widths, rows_xml_, column_letters(columns_), rows_, links),
       std::move(links_)});
  rows_xml_.clear();
  links_xml_.clear();
  links_.clear();
  rows_ = 0;
}

void PlainSheets::finish(std::vector<office::Worksheet>& sheets) {
  end_sheet();
  std::move(done_.begin(), done_.end(), std::back_inserter(sheets));
  done_.clear();
}

std::string packed_sheets(std::initializer_list<PlainSheets*> all, const SharedTexts& words) {
  office::Workbook workbook{styles, {}, words.part(), false, result_mark};
  for (PlainSheets* sheets : all) {
    sheets->finish(workbook.sheets);
  }
  return office::packed(workbook);
}

}  // namespace gongkai
