// A table of many reports as a workbook: its rows, on a further sheet where one is full, and what the keys mean.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "encode/html_text.hpp"
#include "encode/table_sink.hpp"
#include "gongkai/message.hpp"
#include "office/workbook.hpp"

namespace gongkai {
namespace {

using office::column_letters;

constexpr std::string_view styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F2F5"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)";
constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_digits = 15;  // of a number in Excel

/// Texts that stand in many cells are written once.
class SharedTexts {
 public:
  std::size_t index_of(const std::string& text) {
    const auto [at, is_new] = known_.emplace(text, known_.size());
    if (is_new) {
      items_ += "<si><t xml:space=\"preserve\">";
      append_escaped(items_, office::without_codes(text));
      items_ += "</t></si>";
    }
    return at->second;
  }
  std::string part() const {
    return fmt::format(R"(<sst xmlns="{}" uniqueCount="{}">{}</sst>)", office::sheet_namespace, known_.size(), items_);
  }

 private:
  std::map<std::string, std::size_t> known_;
  std::string items_;
};

class Sheet {
 public:
  Sheet(std::string name, std::size_t frozen) : name_(std::move(name)), frozen_(frozen) {}

  const std::string& name() const { return name_; }
  bool is_full() const { return rows_ == most_rows; }

  void add(const TableRow& row, SharedTexts& texts) {
    ++rows_;
    columns_ = std::max(columns_, row.size());
    xml_ += fmt::format("<row r=\"{}\">", rows_);
    const std::string_view style = rows_ == 1 ? " s=\"1\"" : "";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const TableField& field = row[i];
      if (field.text.empty()) {
        continue;
      }
      const std::string place = fmt::format("{}{}", column_letters(i + 1), rows_);
      if (field.is_number && field.text.size() <= most_digits) {
        xml_ += fmt::format("<c r=\"{}\"{}><v>{}</v></c>", place, style, field.text);
      } else {
        xml_ += fmt::format("<c r=\"{}\"{} t=\"s\"><v>{}</v></c>", place, style, texts.index_of(field.text));
      }
    }
    xml_ += "</row>";
  }

  std::string part() const {
    const std::string corner = fmt::format("{}2", column_letters(frozen_ + 1));
    return fmt::format(
        R"(<worksheet xmlns="{}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="{}" ySplit="1" topLeftCell="{}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="{}" width="24" customWidth="1"/></cols><sheetData>{}</sheetData><autoFilter ref="A1:{}{}"/></worksheet>)",
        office::sheet_namespace, frozen_, corner, std::max<std::size_t>(frozen_, 1), xml_, column_letters(columns_),
        rows_);
  }

 private:
  std::string name_, xml_;
  std::size_t frozen_, rows_ = 0, columns_ = 1;
};

class XlsxTable : public TableSink {
 public:
  explicit XlsxTable(std::size_t frozen) : frozen_(frozen) {}

  void add(const TableRow& row, std::string&) override {
    if (heads_.empty()) {
      heads_ = row;
    }
    if (sheets_.empty() || sheets_.back().is_full()) {
      sheets_.emplace_back(sheets_.empty() ? "报告" : fmt::format("报告{}", sheets_.size() + 1), frozen_);
      if (sheets_.size() > 1) {
        sheets_.back().add(heads_, texts_);
      }
    }
    sheets_.back().add(row, texts_);
  }

  void end(std::string& out) override {
    add_keys();
    office::Workbook workbook{styles, {}, texts_.part()};
    for (const Sheet& sheet : sheets_) {
      workbook.sheets.push_back({sheet.name(), sheet.part()});
    }
    out += office::packed(workbook);
  }

 private:
  /// Each key in the words of the form.
  void add_keys() {
    Sheet& sheet = sheets_.emplace_back("栏目", 1);
    const auto row = [&](std::initializer_list<std::string_view> fields) {
      TableRow fields_of_row;
      for (const std::string_view field : fields) {
        fields_of_row.push_back({std::string(field)});
      }
      sheet.add(fields_of_row, texts_);
    };
    row({"键", "表", "行", "列", "单位", "格式"});
    for (const CellInfo& cell : cells) {
      const bool in_both = cell.editions == Editions::both;
      const Edition edition = has(cell.editions, Edition::form_2021) ? Edition::form_2021 : Edition::form_2019;
      row({cell.key, cell.table_info().title.zh, row_name(cell, edition, Language::zh),
           column_name(cell, edition, Language::zh), cell.is_money ? "元" : cell.unit().zh,
           in_both                         ? "两版"
           : edition == Edition::form_2021 ? "2021年版"
                                           : "2019年版"});
    }
  }

  std::size_t frozen_;
  TableRow heads_;
  std::vector<Sheet> sheets_;
  SharedTexts texts_;
};

}  // namespace

std::unique_ptr<TableSink> xlsx_table(std::size_t frozen) {
  return std::make_unique<XlsxTable>(frozen);
}

}  // namespace gongkai
