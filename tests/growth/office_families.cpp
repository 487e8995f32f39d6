// Word files and workbooks, and what is written.
#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "gongkai/write_findings.hpp"
#include "growth/families.hpp"
#include "support/office.hpp"

namespace gongkai::growth {
namespace {

using testing::Docx;
using testing::Xlsx;
using testing::ZipPart;

Work docx(const std::string& body, const std::string& styles = "", const std::string& numbering = "") {
  return reads(Docx{
      "<w:p><w:r><w:t>临江县教育局2022年政府信息公开工作年度报告</w:t></w:r></w:p>" + body,
      styles,
      numbering,
      {}}.file());
}
std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
std::string row(int cells, const std::string& properties = "") {
  return "<w:tr>" +
         repeated("<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph("1") + "</w:tc>",
                  static_cast<std::size_t>(cells)) +
         "</w:tr>";
}
std::string table(const std::string& rows) {
  return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
}
std::string numbered(std::size_t n) {
  return "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + std::to_string(n) + "\"/></w:numPr>";
}

Work xlsx(const std::string& rows, const std::string& behind = "", const std::string& strings = "",
          const std::string& styles = "") {
  return reads(Xlsx{{{rows, behind, ""}}, strings, styles, "", {}}.file());
}

Report report_with(std::size_t n) {
  Report report;
  report.about.year = 2022;
  report.about.edition = Edition::form_2021;
  report.about.title = "临江县教育局2022年政府信息公开工作年度报告";
  report.narrative.overview = repeated("主动公开“信息”<5>条，=1；\n", n);
  for (std::size_t i = 0; i < n; ++i) {
    report.extensions.push_back({"requests", "第" + std::to_string(i) + "行", {"甲", "乙"}, {"1", "=2"}});
  }
  return report;
}
template <auto write>
Work writes(std::size_t n) {
  return [report = report_with(n)] { write(report); };
}
/// Writes n findings of one report.
template <FindingsFormat format>
Work findings(std::size_t n) {
  return [report = report_with(n)] {
    const Assessment assessment = check(report);
    const Checked checked{"年报.docx", &report.about, &assessment, nullptr};
    const auto writer = findings_writer(format, Language::zh);
    std::string out;
    writer->begin(out);
    writer->add(checked, out);
    writer->end(out);
  };
}
/// Writes the findings of n reports.
template <FindingsFormat format>
Work runs(std::size_t n) {
  return [n] {
    Report report = report_with(1);
    const Unread unread{"damaged", "文件损坏。", "damaged", {}, false};
    const auto writer = findings_writer(format, Language::zh);
    std::string out;
    writer->begin(out);
    for (std::size_t i = 0; i < n; ++i) {
      report.about.authority = "第" + std::to_string(i) + "局";
      const std::string file = std::to_string(i) + ".docx";
      const Assessment assessment = check(report);
      writer->add({file, &report.about, &assessment, nullptr}, out);
      writer->add({file, nullptr, nullptr, &unread}, out);
    }
    writer->end(out);
  };
}
Work fills(const std::string& body) {
  return [file = Docx{body, "", "", {}}.file(), report = report_with(1)] { fill_docx(file, report); };
}

}  // namespace

std::vector<Family> office_families() {
  return {
      // Word
      {"docx paragraphs", 500, [](std::size_t n) { return docx(repeated(paragraph("公开信息"), n)); }},
      {"docx runs", 1000,
       [](std::size_t n) { return docx("<w:p>" + repeated("<w:r><w:t>公开</w:t></w:r>", n) + "</w:p>"); }},
      {"docx rows", 200, [](std::size_t n) { return docx(table(repeated(row(5), n))); }},
      {"docx one row", 1000, [](std::size_t n) { return docx(table(row(static_cast<int>(n)))); }},
      {"docx cells merged down", 200,
       [](std::size_t n) { return docx(table(repeated(row(5, "<w:vMerge/><w:gridSpan w:val=\"900\"/>"), n))); }},
      {"docx tables", 500, [](std::size_t n) { return docx(repeated(table(row(2)) + paragraph(""), n)); }},
      {"docx nested tables", 20,
       [](std::size_t n) {
         return docx(repeated(
             repeated("<w:tbl><w:tr><w:tc><w:p/>", 40) + paragraph("1") + repeated("</w:tc></w:tr></w:tbl>", 40), n));
       }},
      {"docx numbered paragraphs", 200,
       [](std::size_t n) {
         std::string body, numbering;
         for (std::size_t i = 1; i <= n; ++i) {
           const std::string id = std::to_string(i);
           body += paragraph("公开", numbered(i));
           numbering += "<w:abstractNum w:abstractNumId=\"" + id +
                        "\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
                        "</w:abstractNum><w:num w:numId=\"" +
                        id + "\"><w:abstractNumId w:val=\"" + id + "\"/></w:num>";
         }
         return docx(body, "", numbering);
       }},
      {"docx one list", 500,
       [](std::size_t n) {
         return docx(repeated(paragraph("公开", numbered(1)), n), "",
                     "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                     "w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num "
                     "w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>");
       }},
      {"docx styles", 500,
       [](std::size_t n) {
         std::string body;
         for (std::size_t i = 1; i <= n; ++i) {
           body += paragraph("公开", "<w:pStyle w:val=\"s" + std::to_string(i) + "\"/>");
         }
         return docx(body,
                     counted("<w:style w:type=\"paragraph\" w:styleId=\"s#\"><w:name w:val=\"n#\"/></w:style>", n));
       }},
      {"docx styles in a chain", 200,
       [](std::size_t n) {
         std::string body, styles;
         for (std::size_t i = 1; i <= n; ++i) {
           const std::string id = std::to_string(i);
           body += paragraph("公开", "<w:pStyle w:val=\"s" + id + "\"/>");
           styles += "<w:style w:type=\"paragraph\" w:styleId=\"s" + id + "\"><w:basedOn w:val=\"s" +
                     std::to_string(i - 1) + "\"/></w:style>";
         }
         return docx(body, styles);
       }},
      {"docx changes", 500,
       [](std::size_t n) {
         return docx(
             repeated("<w:p><w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins><w:r><w:t>2</w:t></w:r>"
                      "</w:ins></w:p>",
                      n));
       }},
      {"docx fields", 500,
       [](std::size_t n) {
         return docx("<w:p>" + repeated("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", n) + "</w:p>");
       }},
      {"docx packed", 2000,
       [](std::size_t n) {
         Docx file{repeated(paragraph("公"), n), "", "", {}};
         auto parts = file.parts();
         for (ZipPart& part : parts) {
           part.packed = true;
         }
         return reads(testing::zip(parts));
       }},
      {"archive entries", 150,
       [](std::size_t n) {
         Docx file{paragraph("公开"), "", "", {}};
         for (std::size_t i = 0; i < n; ++i) {
           file.more.push_back({"word/x" + std::to_string(i) + ".xml", "<x/>"});
         }
         return reads(file.file());
       }},
      {"docx relationships", 500,
       [](std::size_t n) {
         Docx file{paragraph("公开"), "", "", {}};
         auto parts = file.parts();
         parts[2] = testing::relationships("word/_rels/document.xml.rels",
                                           counted(R"(<Relationship Id="r#" Type="x" Target="t#"/>)", n));
         return reads(testing::zip(parts));
       }},
      // Workbooks
      {"xlsx rows", 300,
       [](std::size_t n) {
         return xlsx(counted("<row r=\"#\"><c r=\"A#\"><v>1</v></c><c r=\"B#\"><v>2</v></c></row>", n));
       }},
      {"xlsx rows far apart", 500,
       [](std::size_t n) { return xlsx(counted("<row r=\"#00\"><c r=\"A#00\"><v>1</v></c></row>", n)); }},
      {"xlsx one row", 1000,
       [](std::size_t n) { return xlsx("<row r=\"1\">" + repeated("<c><v>1</v></c>", n) + "</row>"); }},
      {"xlsx one cell", 1000,
       [](std::size_t n) { return xlsx("<row r=\"1\">" + repeated("<c r=\"A1\"><v>1</v></c>", n) + "</row>"); }},
      {"xlsx merged cells", 300,
       [](std::size_t n) {
         return xlsx(counted("<row r=\"#\"><c r=\"A#\"><v>1</v></c><c r=\"D#\"><v>2</v></c></row>", n),
                     "<mergeCells>" + counted("<mergeCell ref=\"A#:B#\"/>", n) + "</mergeCells>");
       }},
      {"xlsx cells merged over all", 15,
       [](std::size_t n) {
         return xlsx(counted("<row r=\"#\"><c r=\"A#\"><v>1</v></c><c r=\"D#\"><v>2</v></c></row>", n),
                     "<mergeCells>" + counted("<mergeCell ref=\"A#:XFD1048576\"/>", n) + "</mergeCells>");
       }},
      {"xlsx shared strings", 500,
       [](std::size_t n) {
         std::string rows;
         for (std::size_t i = 0; i < n; ++i) {
           const std::string row = std::to_string(i + 1);
           rows += "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>" + std::to_string(i) + "</v></c></row>";
         }
         return xlsx(rows, "", counted("<si><t>第#行</t></si>", n));
       }},
      {"xlsx styles", 500,
       [](std::size_t n) {
         std::string rows;
         for (std::size_t i = 0; i < n; ++i) {
           const std::string row = std::to_string(i + 1), style = std::to_string(i);
           rows += "<row r=\"" + row + "\"><c r=\"A" + row + "\" s=\"" + style + "\"><v>1.5</v></c></row>";
         }
         return xlsx(rows, "", "",
                     "<numFmts>" + counted("<numFmt numFmtId=\"20#\" formatCode=\"0.#0\"/>", n) +
                         "</numFmts><cellXfs>" + counted("<xf numFmtId=\"20#\"/>", n) + "</cellXfs>");
       }},
      {"xlsx long format", 500,
       [](std::size_t n) {
         return xlsx("<row r=\"1\">" + repeated("<c s=\"0\"><v>1.5</v></c>", n) + "</row>", "", "",
                     "<numFmts><numFmt numFmtId=\"200\" formatCode=\"0.0\"/></numFmts><cellXfs><xf "
                     "numFmtId=\"200\"/></cellXfs>");
       }},
      {"xlsx formulas", 300,
       [](std::size_t n) {
         return xlsx(
             counted("<row r=\"#\"><c r=\"A#\"><f t=\"shared\" si=\"0\"/></c><c r=\"B#\"><f>1+1</f></c></row>", n));
       }},
      {"xlsx columns", 500,
       [](std::size_t n) {
         Xlsx book{{{"<row r=\"1\">" + repeated("<c><v>1</v></c>", n) + "</row>", "",
                     "<cols>" + counted("<col min=\"#\" max=\"#\" hidden=\"1\"/>", n) + "</cols>"}},
                   "",
                   "",
                   "",
                   {}};
         return reads(book.file());
       }},
      {"xlsx sheets", 50,
       [](std::size_t n) {
         Xlsx book;
         for (std::size_t i = 0; i < n; ++i) {
           book.sheets.push_back({"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "", ""});
         }
         return reads(book.file());
       }},
      // Templates
      {"template fields", 200,
       [](std::size_t n) { return fills(repeated(paragraph("{{requests.received.total}}件"), n)); }},
      {"template fields in one line", 200,
       [](std::size_t n) {
         return fills("<w:p>" + repeated("<w:r><w:t>{{review</w:t></w:r><w:r><w:t>.total}}</w:t></w:r>", n) + "</w:p>");
       }},
      {"template fields begun", 500,
       [](std::size_t n) {
         return fills(paragraph("{{review.total}}") + "<w:p>" + repeated("<w:r><w:t>{{</w:t></w:r>", n) + "</w:p>");
       }},
      {"template long field", 1000,
       [](std::size_t n) { return fills(paragraph("{{" + repeated("review.", n) + "}}")); }},
      // What is written
      {"write json", 300, writes<[](const Report& report) { return to_json(report); }>},
      {"write html", 300, writes<[](const Report& report) { return to_html(report); }>},
      {"write docx", 300, writes<[](const Report& report) { return to_docx(report); }>},
      {"write xlsx", 300, writes<[](const Report& report) { return to_xlsx(report); }>},
      {"write markdown", 300, writes<[](const Report& report) { return to_markdown(report); }>},
      {"write csv", 300, writes<[](const Report& report) { return csv_form(report); }>},
      {"write html with findings", 300, writes<[](const Report& report) {
         const Assessment assessment = check(report);
         return to_html(report, {Language::zh, &assessment, {}});
       }>},
      {"findings json", 200, findings<FindingsFormat::json>},
      {"findings sarif", 300, findings<FindingsFormat::sarif>},
      {"findings junit", 300, findings<FindingsFormat::junit>},
      {"findings csv", 300, findings<FindingsFormat::csv>},
      {"findings html", 300, findings<FindingsFormat::html>},
      {"findings xlsx", 300, findings<FindingsFormat::xlsx>},
      {"findings sarif of reports", 20, runs<FindingsFormat::sarif>},
      {"findings junit of reports", 50, runs<FindingsFormat::junit>},
      {"findings html of reports", 50, runs<FindingsFormat::html>},
  };
}

}  // namespace gongkai::growth
