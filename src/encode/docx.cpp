// The report as a Word document (Office Open XML, ISO/IEC 29500), as small as Word, WPS and LibreOffice open it.
#include <fmt/format.h>

#include <algorithm>

#include "encode/html_text.hpp"
#include "encode/report_tables.hpp"
#include "gongkai/model/about_fields.hpp"
#include "gongkai/write.hpp"
#include "office/package.hpp"

namespace gongkai {
namespace {

// Lengths are twentieths of a point: A4 with margins of 2 cm.
constexpr std::size_t page_width = 11906, page_height = 16838, margin = 1134, text_width = page_width - 2 * margin;

constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>)";
constexpr std::string_view package_relationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)";
constexpr std::string_view to_properties =
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>)";
constexpr std::string_view document_relationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";
constexpr std::string_view styles =
    R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="24"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Text"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Text"><w:name w:val="Text"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="320" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/><w:basedOn w:val="Cell"/><w:pPr><w:jc w:val="left"/></w:pPr></w:style></w:styles>)";

class Writer {
 public:
  explicit Writer(const Report& report, bool names_only = false) : report_(report), names_only_(names_only) {}

  std::string run() {
    out_ = R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)";
    out_ += '\n';
    paragraph("Title", names_only_ ? "{{about.title}}" : std::string_view(report_.about.title));
    if (names_only_) {
      for (std::size_t i = 0; i < about_field_names.size(); ++i) {
        paragraph("Text", fmt::format("{0}：{{{{{0}}}}}", about_field_names[i].zh));
      }
    }
    lines("narrative.preamble");
    for (const SectionInfo& section : sections) {
      paragraph("Heading1", section_title(section, Language::zh));
      for (const TextInfo& info : texts) {
        if (info.section == section.number) {
          lines(info.key);
        }
      }
      for (const LayoutTable& layout : report_layout(report_.about.edition)) {
        if (tables[layout.table].section == section.number) {
          official_table(layout);
          for (const LayoutTable& other : tables_outside_edition(report_, layout.table)) {
            official_table(other);
          }
          extensions(tables[layout.table].key);
        }
      }
    }
    out_ += fmt::format(
        R"(<w:sectPr><w:pgSz w:w="{0}" w:h="{1}"/><w:pgMar w:top="{2}" w:right="{2}" w:bottom="{2}" w:left="{2}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>)",
        page_width, page_height, margin);
    return std::move(out_);
  }

 private:
  using Row = std::vector<std::string>;

  void run_of(std::string_view content) {
    if (!content.empty()) {
      out_ += R"(<w:r><w:t xml:space="preserve">)";
      append_escaped(out_, content);
      out_ += "</w:t></w:r>";
    }
  }

  void paragraph(std::string_view style, std::string_view content) {
    out_.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
    run_of(content);
    out_ += "</w:p>\n";
  }

  /// A text of the report, each line a paragraph; of an example the field that stands for it.
  void lines(std::string_view key) {
    if (names_only_) {
      paragraph("Text", fmt::format("{{{{{}}}}}", key));
      return;
    }
    for (const std::string_view line : lines_of(*text(report_, key))) {
      paragraph("Text", line);
    }
  }

  // ---- Tables ----

  void begin_table(const std::vector<std::size_t>& widths) {
    out_ += fmt::format(R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>)",
                        text_width);
    for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      out_ += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="auto"/>)", side);
    }
    out_ +=
        R"(</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>)";
    for (const std::size_t width : widths) {
      out_ += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
    }
    out_ += "</w:tblGrid>\n";
  }
  /// Word puts tables together that have no paragraph between them.
  void end_table() { out_ += "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>\n"; }

  void begin_row(bool is_head) {
    out_ += is_head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
  }

  void cell(std::size_t width, std::size_t column_span, std::string_view merge, std::string_view style,
            std::string_view content) {
    out_ += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)", width);
    if (column_span > 1) {
      out_ += fmt::format(R"(<w:gridSpan w:val="{}"/>)", column_span);
    }
    out_.append(merge).append(R"(<w:vAlign w:val="center"/></w:tcPr>)");
    paragraph(style, content);
    out_ += "</w:tc>";
  }

  void official_table(const LayoutTable& layout) {
    const std::vector<std::size_t> widths = widths_of(layout);
    begin_table(widths);
    std::size_t row = 0;
    for (const std::vector<PlacedCell>& line : placed_rows(layout)) {
      begin_row(row++ < layout.head_rows);
      for (const PlacedCell& placed : line) {
        const LayoutCell& what = *placed.cell;
        std::size_t width = 0;
        for (std::size_t i = 0; i < what.column_span; ++i) {
          width += widths[placed.column + i];
        }
        const std::string_view merge = placed.is_continued ? "<w:vMerge/>"
                                       : what.row_span > 1 ? R"(<w:vMerge w:val="restart"/>)"
                                                           : "";
        const bool is_label = what.kind == LayoutCell::Kind::row_head && what.row_span == 1;
        cell(width, what.column_span, merge, is_label ? "Label" : "Cell", placed.is_continued ? "" : content_of(what));
      }
      out_ += "</w:tr>\n";
    }
    end_table();
  }

  std::string content_of(const LayoutCell& what) const {
    if (what.kind != LayoutCell::Kind::number) {
      return std::string(what.text.zh);
    }
    if (names_only_) {
      return fmt::format("{{{{{}}}}}", cells[what.cell].key);
    }
    const auto value = gongkai::cell(report_, what.cell);
    return value ? written_number(cells[what.cell], *value) : std::string();
  }

  /// The columns of labels are wider than those of numbers.
  static std::vector<std::size_t> widths_of(const LayoutTable& layout) {
    std::size_t numbers = 0;
    for (const LayoutCell& what : layout.rows.back()) {
      numbers += what.kind == LayoutCell::Kind::number;
    }
    const std::size_t labels = layout.columns - numbers;
    constexpr std::size_t group_width = 850, label_width = 1900, only_label_width = 3600;
    std::vector<std::size_t> widths(labels > 1 ? labels - 1 : 0, group_width);
    if (labels > 0) {
      widths.push_back(labels > 1 ? label_width : only_label_width);
    }
    std::size_t left = text_width;
    for (const std::size_t width : widths) {
      left -= width;
    }
    widths.insert(widths.end(), numbers, left / std::max<std::size_t>(numbers, 1));
    return widths;
  }

  void plain_table(const std::vector<Row>& rows, std::size_t head_rows) {
    const std::size_t columns = rows.front().size(), first = text_width * 2 / (columns + 1);
    std::vector<std::size_t> widths{first};
    widths.insert(widths.end(), columns - 1, columns > 1 ? (text_width - first) / (columns - 1) : 0);
    begin_table(widths);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      begin_row(row < head_rows);
      for (std::size_t column = 0; column < columns; ++column) {
        const std::string_view content = column < rows[row].size() ? std::string_view(rows[row][column]) : "";
        cell(widths[column], 1, "", column == 0 ? "Label" : "Cell", content);
      }
      out_ += "</w:tr>\n";
    }
    end_table();
  }

  void extensions(std::string_view table) {
    for (const ExtensionTable& group : extension_tables(report_, table)) {
      std::vector<Row> rows = group.as_text();
      for (std::size_t i = 1; i < rows.size(); ++i) {
        rows[0].resize(std::max(rows[0].size(), rows[i].size()));
      }
      plain_table(rows, 1);
    }
  }

  const Report& report_;
  bool names_only_;  ///< the names of fields stand where the report's own texts and numbers would
  std::string out_;
};

/// What the report is, in fields that do not show in the text.
std::string properties(const About& about) {
  std::string out =
      R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">)";
  constexpr std::size_t first_id = 2;  // by the standard
  for (std::size_t i = 0; i < about_field_names.size(); ++i) {
    out += fmt::format(R"(<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{}" name="{}"><vt:lpwstr>)",
                       i + first_id, about_field_names[i].zh);
    append_escaped(out, about_text(about, static_cast<AboutField>(i)));
    out += "</vt:lpwstr></property>";
  }
  return out + "</Properties>";
}

}  // namespace

namespace {

std::string packed(const Report& report, bool names_only) {
  Package package;
  package.add_xml("[Content_Types].xml", content_types);
  package.add_xml(
      "_rels/.rels",
      std::string(package_relationships).append(names_only ? "" : to_properties).append("</Relationships>"));
  if (!names_only) {  // which would say that nothing is stated
    package.add_xml("docProps/custom.xml", properties(report.about));
  }
  package.add_xml("word/document.xml", Writer(report, names_only).run());
  package.add_xml("word/styles.xml", styles);
  package.add_xml("word/_rels/document.xml.rels", document_relationships);
  return package.finish();
}

}  // namespace

std::string to_docx(const Report& report) {
  return packed(report, false);
}

std::string docx_template_example(Edition edition) {
  Report report;
  report.about.edition = edition;
  return packed(report, true);
}

}  // namespace gongkai
