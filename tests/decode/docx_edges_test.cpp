// What Word may hold beside plain paragraphs and tables: changes that nobody has accepted, signs of picture fonts, fields that do not
// end; it is read as Word shows it, and told where it cannot be.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/read.hpp"
#include "support/document.hpp"
#include "support/office.hpp"
#include "support/word_markup.hpp"

using namespace gongkai;
using namespace gongkai::testing::word;
using testing::Docx;
using testing::paragraphs;
using testing::Rows;
using testing::table;
using Lines = std::vector<std::string>;

namespace {

std::string in(const std::string& name, const std::string& content) {
  return "<w:" + name + ">" + content + "</w:" + name + ">";
}
std::string choice(const std::string& newer, const std::string& older) {
  return "<mc:AlternateContent><mc:Choice Requires=\"w14\">" + newer + "</mc:Choice><mc:Fallback>" + older +
         "</mc:Fallback></mc:AlternateContent>";
}
Document decoded(const std::string& body) {
  return testing::decoded(decode(Docx{body, "", "", {}}.file()), Format::docx);
}
bool has_change(const Document& document) {
  for (const Note& note : document.notes) {
    if (note.kind == NoteKind::tracked_change) {
      return true;
    }
  }
  return false;
}
/// The one line of a paragraph with this in it.
std::string line(const std::string& content) {
  const Lines lines = paragraphs(decoded(p(r(t("甲")) + content + r(t("乙")))));
  return lines.size() == 1 ? lines[0] : "not one line";
}

}  // namespace

TEST_CASE("Paragraphs that were inserted or moved here are read, those deleted or moved away are not, and it is said") {
  for (const char* const name : {"ins", "moveTo"}) {
    const Document document = decoded(text_p("甲") + in(name, text_p("乙")));
    CHECK(paragraphs(document) == Lines{"甲", "乙"});
    CHECK(has_change(document));
  }
  for (const char* const name : {"del", "moveFrom"}) {
    const Document document = decoded(text_p("甲") + in(name, text_p("乙")));
    CHECK(paragraphs(document) == Lines{"甲"});
    CHECK(has_change(document));
    const Document mark = decoded(p(r(t("甲")), "<w:rPr><w:" + std::string(name) + "/></w:rPr>") + text_p("乙"));
    CHECK(paragraphs(mark) == Lines{"甲乙"});
    CHECK(has_change(mark));
  }
  CHECK_FALSE(has_change(decoded(text_p("甲") + in("customXml", text_p("乙")))));
  CHECK(paragraphs(decoded(in("customXml", text_p("乙")) + choice(text_p("丙"), text_p("丁")))).size() == 2);
}

TEST_CASE("Rows and cells that were inserted are read, those deleted are not") {
  for (const char* const name : {"ins", "moveTo", "customXml"}) {
    const Document document = decoded(tbl(tr(tc("1") + tc("2")) + in(name, tr(tc("3") + tc("4")))));
    CHECK(table(document) == Rows{{"1", "2"}, {"3", "4"}});
    CHECK(has_change(document) == (std::string(name) != "customXml"));
  }
  for (const char* const name : {"del", "moveFrom"}) {
    const Document document = decoded(tbl(tr(tc("1") + tc("2")) + in(name, tr(tc("3") + tc("4")))));
    CHECK(table(document) == Rows{{"1", "2"}});
    CHECK(has_change(document));
  }
  const Document marked = decoded(tbl(tr(tc("1") + tc("2", "<w:cellIns/>") + tc("3", "<w:cellDel/>"))));
  CHECK(table(marked) == Rows{{"1", "2"}});
  CHECK(has_change(marked));
  CHECK(table(decoded(tbl(tr(in("sdt", in("sdtContent", tc("1"))) + tc("2"))))) == Rows{{"1", "2"}});
  CHECK(table(decoded(tbl(tr(choice(tc("1"), tc("9")) + tc("2")))))[0].size() == 2);
}

TEST_CASE("A sign of a picture font that stands for no character is told as one that cannot be read") {
  const auto sign = [](const std::string& code, const std::string& font) {
    return line(r("<w:sym w:font=\"" + font + "\" w:char=\"" + code + "\"/>"));
  };
  CHECK(sign("F037", "Symbol") == "甲7乙");
  CHECK(sign("f02f", "Symbol") == "甲/乙");
  for (const auto& unknown : {std::pair{"F037", "Wingdings"},
                              {"F01F", "Symbol"},
                              {"F0FC", "Symbol"},
                              {"F100", "Symbol"},
                              {"0001", "Symbol"},
                              {"D800", "Arial"},
                              {"E000", "Arial"},
                              {"zz", "Symbol"},
                              {"F0:7", "Symbol"},
                              {"F0G7", "Symbol"},
                              {"F0g7", "Symbol"},
                              {"", "Symbol"}}) {
    CAPTURE(unknown.first);
    CHECK(sign(unknown.first, unknown.second) == "甲\ufffd乙");
  }
  CHECK(sign("0041", "Arial") == "甲A乙");
  CHECK(sign("4E00", "Arial") == "甲一乙");
  CHECK(sign("F900", "Arial") == "甲\uf900乙");
}

TEST_CASE("Tabs, breaks, readings above characters and text set in another direction") {
  CHECK(line(r("<w:ptab/>")) == line(r("<w:tab/>")));
  CHECK(paragraphs(decoded(p(r(t("甲") + "<w:cr/>" + t("乙"))))) ==
        paragraphs(decoded(p(r(t("甲") + "<w:br/>" + t("乙"))))));
  CHECK(line(r("<w:ruby><w:rt>" + r(t("yi")) + "</w:rt><w:rubyBase>" + r(t("一")) + "</w:rubyBase></w:ruby>")) ==
        "甲一乙");
  for (const char* const name : {"hyperlink", "smartTag", "customXml", "dir", "bdo"}) {
    CHECK(line(in(name, r(t("一")))) == "甲一乙");
  }
  CHECK(line(choice(r(t("一")), r(t("二")))).size() == 9);
  CHECK(line(r(choice(t("一"), t("二")))).size() == 9);
  CHECK(line("<w:unknown>" + r(t("一")) + "</w:unknown>") == "甲乙");
}

TEST_CASE("A field shows its result; one that is not opened, or does not end, swallows nothing") {
  const auto mark = [](const std::string& type) { return r("<w:fldChar w:fldCharType=\"" + type + "\"/>"); };
  const std::string code = r("<w:instrText>PAGE</w:instrText>");
  CHECK(line(mark("begin") + code + mark("separate") + r(t("7")) + mark("end")) == "甲7乙");
  CHECK(line(mark("separate") + r(t("7"))) == "甲7乙");
  CHECK(line(mark("end") + r(t("7"))) == "甲7乙");
  CHECK(line(mark("other") + r(t("7"))) == "甲7乙");
  CHECK(line(code + r(t("7"))) == "甲7乙");
  CHECK(line(mark("begin") + mark("begin") + code + mark("separate") + r(t("6")) + mark("end") + mark("separate") +
             r(t("7")) + mark("end")) == "甲7乙");
  CHECK(line(mark("begin") + mark("separate") + code + r(t("7")) + mark("end")) == "甲7乙");
  CHECK(line(mark("begin") + r("<w:instrText>PAGE</w:instrText>", "<w:vanish/>") + mark("separate") + r(t("7")) +
             mark("end")) == "甲7乙");
  CHECK(paragraphs(decoded(p(mark("begin") + code + r(t("没有结束"))) + text_p("下一段"))).back() == "下一段");
}

TEST_CASE("Text that is struck out by hand is not read and told; a mark for it without text is nothing") {
  const Document struck = decoded(p(r(t("甲")) + r(t("乙"), "<w:strike/>")));
  CHECK(paragraphs(struck) == Lines{"甲"});
  CHECK(has_change(struck));
  CHECK_FALSE(has_change(decoded(p(r(t("甲")) + r("<w:tab/>", "<w:dstrike/>")))));
  CHECK_FALSE(has_change(decoded(p(r(t("甲")) + r(t("乙"), "<w:strike/><w:vanish/>")))));
}

TEST_CASE("Pictures and charts are told once, with what stands for them where something does") {
  const auto pictures = [](const std::string& content) {
    Lines found;
    for (const Document document = decoded(p(r(t("见图")) + r(content)));
         const Document::Block& block : document.blocks) {
      if (block.kind == Document::BlockKind::picture) {
        found.emplace_back(document.view(block.text));
      }
    }
    return found;
  };
  CHECK(pictures("<w:drawing><wp:docPr descr=\"甲\"/><wp:docPr descr=\"乙\"/><pic:blip/></w:drawing>") == Lines{"甲"});
  CHECK(pictures("<w:pict><v:shape alt=\"甲\"/><v:imagedata/></w:pict>").size() == 1);
  CHECK(pictures("<w:drawing><wp:docPr descr=\"甲\"/><c:chart/></w:drawing>") == Lines{"甲"});
  CHECK(pictures("<w:drawing><wp:docPr descr=\"甲\"/><dgm:relIds/></w:drawing>") == Lines{"甲"});
  CHECK(pictures("<w:object><v:imagedata/></w:object>") == Lines{""});
  CHECK(pictures("<w:drawing><wp:docPr descr=\"甲\"/></w:drawing>").empty());
  CHECK(pictures("<w:drawing>" + choice("<pic:blip/>", "<pic:blip/>") + "</w:drawing>").size() == 1);
}
