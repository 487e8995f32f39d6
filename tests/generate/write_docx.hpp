// A page -> a Word file: its tables with merged cells, in whatever Word and other programs wrap around and between texts.
#pragma once

#include "generate/page.hpp"
#include "generate/spec.hpp"
#include "generate/write_text.hpp"
#include "generate/xml_text.hpp"
#include "support/office.hpp"

namespace gongkai::testing {

class DocxWriter {
 public:
  DocxWriter(const Page& page, const Spec& spec) : page_(page), spec_(spec), dice_(spec) {}

  std::string write() {
    std::string body;
    const bool chrome = spec_.has(Oddity::chrome);
    for (const std::string& line : chrome ? lines_before(page_) : std::vector<std::string>()) {
      body += paragraph(line);
    }
    body += one_in(4, Oddity::text_boxes) ? in_box(paragraph(page_.title)) : paragraph(page_.title);
    for (const PageBlock& block : page_.blocks) {
      switch (block.kind) {
        case PageBlock::Kind::table:
          body += in_order({deleted_table(), placed(table(block.rows)), "<w:p/>"});  // Word would join adjacent tables
          break;
        case PageBlock::Kind::heading:
          body += heading(block.text);
          break;
        case PageBlock::Kind::paragraph:
          body += in_order({deleted_paragraph(), paragraph(block.text)});
          break;
      }
    }
    for (const std::string& line : chrome ? lines_behind(page_) : std::vector<std::string>()) {
      body += paragraph(line);
    }
    for (const char* change : {"<w:ins ", "<w:del ", "<w:moveFrom>", "<w:cellDel ", "<w:strike/>"}) {
      has_changes_ = has_changes_ || body.find(change) != std::string::npos;
    }
    static const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 1\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"3\"><w:name w:val=\"heading 1 numbered\"/><w:basedOn w:val=\"2\"/>"
        "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    std::string numbering =
        "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
        "w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:abstractNum "
        "w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
        "w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";
    for (int list = first_list; list <= list_; ++list) {
      numbering += "<w:num w:numId=\"" + std::to_string(list) +
                   "\"><w:abstractNumId w:val=\"8\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                   "w:val=\"1\"/></w:lvlOverride></w:num>";
    }
    const Docx docx{body + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>", styles, numbering, {}};
    std::vector<ZipPart> parts = docx.parts();
    for (ZipPart& part : parts) {
      const bool is_word = part.name.compare(0, 5, "word/") == 0 && part.name.find("_rels") == std::string::npos;
      if (is_word && spec_.has(Oddity::other_prefixes)) {
        part.bytes = with_prefix(part.bytes, "w:", "ns0:");
      }
      part.packed = one_in(2, Oddity::packed_parts);
    }
    return zip(parts);
  }

  std::size_t hidden_parts() const { return hidden_parts_; }
  bool has_changes() const { return has_changes_; }

 private:
  bool one_in(std::size_t n, Oddity oddity) { return dice_.one_in(n, oddity); }

  // ---- Blocks ----

  std::string paragraph(const std::string& text, const std::string& properties = "") {
    return p(runs(text), properties);
  }
  std::string p(const std::string& content, const std::string& properties = "") {
    const char* mark = one_in(3, Oddity::word_markup) ? "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>" : "";
    return "<w:p" + identity() + "><w:pPr>" + properties + mark + "</w:pPr>" + content + "</w:p>";
  }

  std::string heading(const std::string& text) {
    constexpr std::string_view comma = "、";
    if (!spec_.has(Oddity::automatic_numbers)) {
      return paragraph(text, "<w:pStyle w:val=\"2\"/>");
    }
    return paragraph(text.substr(text.find(comma) + comma.size()), "<w:pStyle w:val=\"3\"/>");
  }

  /// The table where it stands in the text, in a frame, in a table of layout or in a box.
  std::string placed(const std::string& table) {
    const std::string inside = table + "<w:p/>";  // a cell and a box end with a paragraph
    if (one_in(2, Oddity::text_boxes)) {
      return in_box(inside);
    }
    if (one_in(2, Oddity::nested_layout)) {
      const std::string cell = "<w:tc><w:tcPr/>" + inside + "</w:tc>", aside = "<w:tc><w:tcPr/>" + p("") + "</w:tc>";
      const std::string rows[] = {cell, cell + aside, aside + cell,
                                  "<w:tc>" + tbl("<w:tr>" + aside + cell + "</w:tr>") + "<w:p/></w:tc>"};
      return tbl("<w:tr>" + dice_.of(Oddity::nested_layout).any_of(rows) + "</w:tr>");
    }
    return controlled(table);
  }
  /// A box as Word writes it, once for itself and once for older programs.
  std::string in_box(const std::string& content) {
    return p(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"4\"/>"
        "<wps:txbx><w:txbxContent>" +
        content +
        "</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        "<w:txbxContent>" +
        content + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>");
  }
  static std::string tbl(const std::string& rows) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>"; }

  /// Figures of another year that were struck out, and are no part of the document.
  std::string deleted_table() {
    if (!one_in(6, Oddity::tracked_changes)) {
      return "";
    }
    std::string row = "<w:tr><w:trPr><w:del w:id=\"9\"/></w:trPr>";
    for (const char* text : {"规章", "41", "42", "43"}) {
      row += "<w:tc><w:tcPr/><w:p>" + deleted(text) + "</w:p></w:tc>";
    }
    return tbl(row + "</w:tr>" + row + "</w:tr>");
  }
  std::string deleted_paragraph() {
    return one_in(4, Oddity::tracked_changes) ? "<w:p><w:pPr><w:rPr><w:del w:id=\"8\"/></w:rPr></w:pPr>" +
                                                    deleted("全年收到申请77件，收费8元。") + "</w:p>"
                                              : "";
  }

  // ---- Tables ----

  std::string table(const std::vector<PageRow>& rows) {
    const auto covers = covers_of(rows);
    const bool has_deleted_column = one_in(6, Oddity::tracked_changes);
    std::string text;
    for (std::size_t row = 0; row < covers.size(); ++row) {
      std::string line, properties;
      const std::size_t left_out = trailing_empty(covers[row]);
      for (std::size_t column = 0; column < covers[row].size() - left_out;) {
        const Cover& cover = covers[row][column];
        if (cover.cell == nullptr) {
          break;
        }
        if (column == 0 && is_left_out(cover)) {
          properties += "<w:gridBefore w:val=\"" + std::to_string(cover.cell->columns) + "\"/>";
          column += cover.cell->columns;
          continue;
        }
        line += cell(cover, row);
        column += cover.cell->columns;
      }
      if (line.empty()) {
        continue;  // a row of Word has a cell
      }
      if (left_out != 0) {
        properties += "<w:gridAfter w:val=\"" + std::to_string(left_out) + "\"/>";
      }
      if (one_in(12, Oddity::hidden_parts)) {
        ++hidden_parts_;
        properties += "<w:hidden/>";
      }
      if (one_in(10, Oddity::tracked_changes)) {
        properties += "<w:ins w:id=\"5\"/>";
      }
      text += deleted_row();
      text += controlled(in_order({"<w:tr", identity(), "><w:trPr>", properties, "</w:trPr>",
                                   (has_deleted_column ? deleted_cell() : ""), line,
                                   (one_in(15, Oddity::tracked_changes) ? deleted_cell() : ""), "</w:tr>"}));
    }
    return tbl(text);
  }
  bool is_left_out(const Cover& cover) const {
    return spec_.has(Oddity::left_out_cells) && cover.cell != nullptr && !cover.cell->is_value &&
           cover.cell->text.empty();
  }
  /// How many positions at the end of a row are left out: not all of it, and no value that is blank.
  std::size_t trailing_empty(const std::vector<Cover>& row) const {
    std::size_t count = 0;
    while (count + 1 < row.size() && is_left_out(row[row.size() - 1 - count])) {
      ++count;
    }
    return count;
  }
  std::string deleted_row() {
    if (!one_in(15, Oddity::tracked_changes)) {
      return "";
    }
    std::string row = "<w:tr><w:trPr><w:del w:id=\"6\"/></w:trPr>";
    for (int i = 0; i < 4; ++i) {
      row += "<w:tc><w:tcPr/><w:p>" + deleted("7") + "</w:p></w:tc>";
    }
    return row + "</w:tr>";
  }
  static std::string deleted_cell() {
    return "<w:tc><w:tcPr><w:cellDel w:id=\"3\"/></w:tcPr><w:p>" + deleted("6") + "</w:p></w:tc>";
  }

  std::string cell(const Cover& cover, std::size_t row) {
    const PageCell& cell = *cover.cell;
    const bool begins = cover.row == row;
    const std::string merge_down = cell.rows == 1 ? "" : begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
    const std::string content = begins ? cell_content(cell) : "<w:p/>";
    if (cell.columns > 1 && spec_.has(Oddity::old_merges)) {
      std::string cells = tc("<w:hMerge w:val=\"restart\"/>" + merge_down, content);
      for (std::size_t i = 1; i < cell.columns; ++i) {
        cells += tc("<w:hMerge/>" + merge_down, "<w:p/>");
      }
      return cells;
    }
    const std::string span = cell.columns == 1 ? "" : "<w:gridSpan w:val=\"" + std::to_string(cell.columns) + "\"/>";
    return controlled(tc(span + merge_down, content));
  }
  static std::string tc(const std::string& properties, const std::string& content) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }

  std::string cell_content(const PageCell& cell) {
    if (cell.is_value) {  // with an empty line above or below
      const std::string above = one_in(12, Oddity::split_labels) ? p("") : "",
                        below = one_in(12, Oddity::split_labels) ? p("") : "";
      return above + p(value_runs(cell.text)) + below;
    }
    std::string content, properties = list_number(cell.text);
    for (std::size_t begin = properties.empty() ? 0 : 2; begin <= cell.text.size();) {
      std::size_t end = std::min(cell.text.find('\n', begin), cell.text.size());
      if (!one_in(2, Oddity::split_labels)) {  // a line of a label is a line or a paragraph
        end = cell.text.size();
      }
      content += paragraph(cell.text.substr(begin, end - begin), properties);
      properties.clear();
      begin = end + 1;
    }
    return content;
  }

  /// The properties that make Word write the "1." of a label, or nothing where it cannot.
  std::string list_number(const std::string& label) {
    const bool has_number = label.size() > 3 && label[0] >= '1' && label[0] <= '9' && label[1] == '.';
    if (!has_number || !spec_.has(Oddity::automatic_numbers)) {
      return "";
    }
    const int number = label[0] - '0';
    if (number == 1) {
      ++list_;
      counted_ = 0;
    }
    if (number != counted_ + 1) {
      return "";
    }
    ++counted_;
    return "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + std::to_string(list_) + "\"/></w:numPr>";
  }

  // ---- Text ----

  std::string identity() {
    return one_in(3, Oddity::word_markup) ? " w:rsidR=\"00A77B3E\" w:rsidRDefault=\"00A77B3E\"" : "";
  }

  std::string run(std::string_view text, const char* properties = "") {
    std::string content;
    const bool has_hyphen = one_in(3, Oddity::word_markup);
    for (const std::string_view character : characters_of(text)) {
      content += character == "\n"                ? "</w:t><w:br/><w:t xml:space=\"preserve\">"
                 : has_hyphen && character == "-" ? "</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">"
                                                  : escaped(character);
    }
    return "<w:r" + identity() + "><w:rPr>" + properties + "<w:sz w:val=\"21\"/></w:rPr><w:t xml:space=\"preserve\">" +
           content + "</w:t></w:r>";
  }
  static std::string deleted(std::string_view text) {
    return "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText xml:space=\"preserve\">" + escaped(text) +
           "</w:delText></w:r></w:del>";
  }
  static std::string inserted(const std::string& runs) {
    return "<w:ins w:id=\"2\" w:author=\"x\">" + runs + "</w:ins>";
  }

  std::string runs(const std::string& text) {
    if (text.empty()) {
      return "";
    }
    std::vector<std::string> pieces{text};
    if (spec_.has(Oddity::split_labels)) {
      pieces = pieces_of(text, 5, dice_.of(Oddity::split_labels));
    }
    std::string result;
    for (const std::string& piece : pieces) {
      result += in_order({between(), wrapped(run(piece))});
    }
    return result;
  }
  /// What stands between runs and shows nothing.
  std::string between() {
    constexpr std::string_view marks[] = {"<w:proofErr w:type=\"spellStart\"/>",
                                          "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd "
                                          "w:id=\"0\"/>",
                                          "<w:r><w:lastRenderedPageBreak/></w:r>",
                                          "<w:commentRangeStart w:id=\"1\"/>",
                                          "<w:r><w:commentReference w:id=\"1\"/></w:r>",
                                          "<w:permStart w:id=\"3\"/>",
                                          "<w:r><w:t/></w:r>",
                                          "<w:r><w:softHyphen/></w:r>"};
    std::string result;
    if (one_in(4, Oddity::word_markup)) {
      result += dice_.of(Oddity::word_markup).any_of(marks);
    }
    if (one_in(8, Oddity::hidden_parts)) {
      result += run("8", "<w:vanish/>");
    }
    if (one_in(8, Oddity::tracked_changes)) {
      result += deleted("5");
    }
    return result;
  }
  std::string wrapped(const std::string& run) {
    if (one_in(6, Oddity::word_markup)) {
      constexpr std::string_view names[] = {"w:hyperlink", "w:smartTag", "w:customXml"};
      const std::string name(dice_.of(Oddity::word_markup).any_of(names));
      return "<" + name + ">" + run + "</" + name + ">";
    }
    if (one_in(6, Oddity::tracked_changes)) {
      return inserted(run);
    }
    return controlled(run);
  }
  std::string controlled(const std::string& content) {
    return one_in(8, Oddity::content_controls)
               ? "<w:sdt><w:sdtPr><w:id w:val=\"11\"/></w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>"
               : content;
  }

  /// A number may replace one that was deleted, or be the result of a field.
  std::string value_runs(const std::string& text) {
    std::string content = runs(text);
    if (one_in(4, Oddity::tracked_changes)) {
      content = deleted("97") + (content.empty() ? "" : inserted(content));
    } else if (one_in(8, Oddity::tracked_changes)) {
      content = "<w:moveFrom><w:r><w:t>31</w:t></w:r></w:moveFrom>" +
                (content.empty() ? "" : "<w:moveTo>" + content + "</w:moveTo>");
    }
    if (one_in(12, Oddity::tracked_changes)) {  // by hand
      content = run("97", "<w:strike/>") + content;
    }
    if (!text.empty() && one_in(12, Oddity::fields)) {  // a formula of the other kind
      return "<m:oMath><m:r><m:t>" + escaped(text) + "</m:t></m:r></m:oMath>";
    }
    if (one_in(8, Oddity::spaces)) {
      content = "<w:r><w:tab/></w:r>" + content;
    }
    if (!text.empty() && one_in(4, Oddity::fields)) {
      const auto mark = [](const char* type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
      };
      content = dice_.of(Oddity::fields).one_in(2)
                    ? "<w:fldSimple w:instr=\" =SUM(LEFT) \">" + content + "</w:fldSimple>"
                    : in_order({mark("begin"), "<w:r><w:instrText xml:space=\"preserve\"> =B2+12 </w:instrText></w:r>",
                                mark("separate"), content, mark("end")});
    }
    return content;
  }

  const Page& page_;
  const Spec& spec_;
  OddityDice dice_;
  static constexpr int first_list = 2;
  int list_ = first_list - 1, counted_ = 0;  ///< the list of the label numbered last, and its number
  std::size_t hidden_parts_ = 0;
  bool has_changes_ = false;
};

}  // namespace gongkai::testing
