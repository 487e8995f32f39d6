// A table of many reports as a workbook: its rows, on a further sheet where one is full, and what the keys mean.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "encode/html_text.hpp"
#include "encode/table_sink.hpp"
#include "gongkai/message.hpp"
#include "office/package.hpp"

namespace gongkai {
namespace {

constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relationship_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
constexpr std::string_view styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F2F5"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)";
constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_digits = 15;  // of a number in Excel

std::string column_letters(std::size_t column) {
  std::string letters;
  for (; column != 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

/// Excel takes _x0041_ in a text for a code; with its first sign written as one it stays as it is.
std::string without_codes(std::string text) {
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos;) {
    constexpr std::string_view code = "_x005F";
    text.insert(at, code);
    at += code.size() + 1;
  }
  return text;
}

/// Texts that stand in many cells are written once.
class SharedTexts {
 public:
  std::size_t index_of(const std::string& text) {
    const auto [at, is_new] = known_.emplace(text, known_.size());
    if (is_new) {
      items_ += "<si><t xml:space=\"preserve\">";
      append_escaped(items_, without_codes(text));
      items_ += "</t></si>";
    }
    return at->second;
  }
  std::string part() const {
    return fmt::format(R"(<sst xmlns="{}" uniqueCount="{}">{}</sst>)", main_namespace, known_.size(), items_);
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
        main_namespace, frozen_, corner, std::max<std::size_t>(frozen_, 1), xml_, column_letters(columns_), rows_);
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
    Package package;
    package.add_xml("[Content_Types].xml", content_types());
    package.add_xml(
        "_rels/.rels",
        fmt::format(
            R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{}/officeDocument" Target="xl/workbook.xml"/></Relationships>)",
            relationship_types));
    package.add_xml("xl/workbook.xml", workbook());
    package.add_xml("xl/_rels/workbook.xml.rels", relationships());
    package.add_xml("xl/styles.xml", styles);
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      package.add_xml(fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheets_[i].part());
    }
    package.add_xml("xl/sharedStrings.xml", texts_.part());
    out += package.finish();
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

  std::string content_types() const {
    std::string out = fmt::format(
        R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{0}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{0}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{0}.sharedStrings+xml"/>)",
        content_type);
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      out += fmt::format(R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="{}.worksheet+xml"/>)", i + 1,
                         content_type);
    }
    return out + "</Types>";
  }
  std::string workbook() const {
    std::string out = fmt::format(R"(<workbook xmlns="{}" xmlns:r="{}"><sheets>)", main_namespace, relationship_types);
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      out += fmt::format(R"(<sheet name="{0}" sheetId="{1}" r:id="rId{1}"/>)", sheets_[i].name(), i + 1);
    }
    return out + "</sheets></workbook>";
  }
  std::string relationships() const {
    std::string out = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    const auto add = [&](std::size_t id, std::string_view type, const std::string& target) {
      out +=
          fmt::format(R"(<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>)", id, relationship_types, type, target);
    };
    for (std::size_t i = 1; i <= sheets_.size(); ++i) {
      add(i, "worksheet", fmt::format("worksheets/sheet{}.xml", i));
    }
    add(sheets_.size() + 1, "styles", "styles.xml");
    add(sheets_.size() + 2, "sharedStrings", "sharedStrings.xml");
    return out + "</Relationships>";
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
