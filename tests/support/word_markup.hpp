// The elements of a Word document for tests, in the order of WordprocessingML: text in a run in a paragraph; cells, rows, tables.
#pragma once

#include <string>

namespace gongkai::testing::word {

inline std::string t(const std::string& text) {
  return "<w:t xml:space=\"preserve\">" + text + "</w:t>";
}
/// A run of what is in it already an element.
inline std::string r(const std::string& content, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr>" + content + "</w:r>";
}
inline std::string run(const std::string& text, const std::string& properties = "") {
  return r(t(text), properties);
}
inline std::string p(const std::string& content, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
}
inline std::string text_p(const std::string& text, const std::string& properties = "") {
  return p(run(text), properties);
}
inline std::string tc(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + text_p(text) + "</w:tc>";
}
inline std::string tr(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
inline std::string tbl(const std::string& rows) {
  return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
}

}  // namespace gongkai::testing::word
