#include "office/workbook.hpp"

#include <fmt/format.h>

#include "office/package.hpp"

namespace gongkai::office {
namespace {

constexpr std::string_view content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

std::string content_types(const Workbook& workbook) {
  std::string out =
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>)";
  const auto add = [&](std::string_view part, std::string_view kind) {
    out += fmt::format(R"(<Override PartName="/xl/{}.xml" ContentType="{}.{}+xml"/>)", part, content_type, kind);
  };
  add("workbook", "sheet.main");
  add("styles", "styles");
  if (!workbook.shared_texts.empty()) {
    add("sharedStrings", "sharedStrings");
  }
  for (std::size_t i = 1; i <= workbook.sheets.size(); ++i) {
    add(fmt::format("worksheets/sheet{}", i), "worksheet");
  }
  return out + "</Types>";
}

std::string list_of_sheets(const Workbook& workbook) {
  std::string out =
      fmt::format(R"(<workbook xmlns="{}" xmlns:r="{}"><sheets>)", sheet_namespace, relationships_namespace);
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    out += fmt::format(R"(<sheet name="{0}" sheetId="{1}" r:id="rId{1}"/>)", workbook.sheets[i].name, i + 1);
  }
  out += "</sheets>";
  std::string areas;
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const Worksheet& sheet = workbook.sheets[i];
    if (!sheet.print_area.empty()) {
      areas += fmt::format(R"(<definedName name="_xlnm.Print_Area" localSheetId="{}">'{}'!{}</definedName>)", i,
                           sheet.name, sheet.print_area);
    }
  }
  out += areas.empty() ? areas : "<definedNames>" + areas + "</definedNames>";
  out += workbook.calculates_on_opening ? R"(<calcPr calcId="0" fullCalcOnLoad="1"/>)" : "";
  return out + "</workbook>";
}

constexpr std::string_view relationships_open =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";

std::string relationship(std::size_t id, std::string_view type, std::string_view target, std::string_view mode = {}) {
  return fmt::format(R"(<Relationship Id="rId{}" Type="{}/{}" Target="{}"{}/>)", id, relationships_namespace, type,
                     target, mode);
}

std::string relationships(const Worksheet& sheet) {
  std::string out(relationships_open);
  for (std::size_t i = 0; i < sheet.links.size(); ++i) {
    out += relationship(i + 1, "hyperlink", sheet.links[i], R"( TargetMode="External")");
  }
  return out + "</Relationships>";
}

std::string relationships(const Workbook& workbook) {
  std::string out(relationships_open);
  const std::size_t count = workbook.sheets.size();
  for (std::size_t i = 1; i <= count; ++i) {
    out += relationship(i, "worksheet", fmt::format("worksheets/sheet{}.xml", i));
  }
  out += relationship(count + 1, "styles", "styles.xml");
  out += workbook.shared_texts.empty() ? "" : relationship(count + 2, "sharedStrings", "sharedStrings.xml");
  return out + "</Relationships>";
}

}  // namespace

std::string packed(const Workbook& workbook) {
  Package package;
  package.add_xml("[Content_Types].xml", content_types(workbook));
  if (!workbook.mark.empty()) {
    package.add_xml(workbook.mark, "<mark/>");
  }
  package.add_xml("_rels/.rels", std::string(relationships_open) +
                                     relationship(1, "officeDocument", "xl/workbook.xml") + "</Relationships>");
  package.add_xml("xl/workbook.xml", list_of_sheets(workbook));
  package.add_xml("xl/_rels/workbook.xml.rels", relationships(workbook));
  package.add_xml("xl/styles.xml", workbook.styles);
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    package.add_xml(fmt::format("xl/worksheets/sheet{}.xml", i + 1), workbook.sheets[i].xml);
    if (!workbook.sheets[i].links.empty()) {
      package.add_xml(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", i + 1), relationships(workbook.sheets[i]));
    }
  }
  if (!workbook.shared_texts.empty()) {
    package.add_xml("xl/sharedStrings.xml", workbook.shared_texts);
  }
  return package.finish();
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (; column != 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

std::string without_codes(std::string_view text) {
  std::string result;
  for (std::size_t at = text.find("_x"); at != std::string_view::npos; at = text.find("_x")) {
    result.append(text.substr(0, at)).append("_x005F_x");
    text.remove_prefix(at + 2);
  }
  return result.append(text);
}

}  // namespace gongkai::office
