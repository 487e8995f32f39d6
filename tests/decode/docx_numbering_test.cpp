// The numbers that Word sets before a paragraph by itself, in every way that they are counted and written.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "gongkai/read.hpp"
#include "support/document.hpp"
#include "support/office.hpp"

using namespace gongkai;
using testing::Docx;
using testing::paragraphs;
using Lines = std::vector<std::string>;

namespace {

std::string val(const std::string& name, const std::string& value) {
  return "<w:" + name + " w:val=\"" + value + "\"/>";
}
std::string level(int index, const std::string& content) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\">" + content + "</w:lvl>";
}
std::string scheme(const std::string& id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + levels + "</w:abstractNum>";
}
std::string list(const std::string& id, const std::string& of, const std::string& changes = "") {
  return "<w:num w:numId=\"" + id + "\">" + val("abstractNumId", of) + changes + "</w:num>";
}
/// A paragraph 文 in a list.
std::string item(int in_list, int at_level = 0, const std::string& more = "") {
  return "<w:p><w:pPr>" + more + "<w:numPr>" + val("ilvl", std::to_string(at_level)) +
         val("numId", std::to_string(in_list)) + "</w:numPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p>";
}
std::string styled(const std::string& style, const std::string& more = "") {
  return "<w:p><w:pPr>" + val("pStyle", style) + more + "</w:pPr><w:r><w:t>文</w:t></w:r></w:p>";
}
Lines lines(const std::string& body, const std::string& numbering, const std::string& styles = "") {
  return paragraphs(testing::decoded(decode(Docx{body, styles, numbering, {}}.file()), Format::docx));
}
/// A count as Word writes it in the format.
std::string written(const std::string& format, std::uint32_t count) {
  const std::string numbering =
      scheme("1", level(0, val("start", std::to_string(count)) + val("numFmt", format) + val("lvlText", "%1、"))) +
      list("1", "1");
  const Lines all = lines(item(1), numbering);
  REQUIRE(all.size() == 1);
  const std::string mark = "、文";
  return all[0].size() > mark.size() ? all[0].substr(0, all[0].size() - mark.size()) : all[0];
}

}  // namespace

TEST_CASE("Counts in words are written as Chinese writes them") {
  for (const char* format : {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                             "taiwaneseCountingThousand"}) {
    CAPTURE(format);
    CHECK(written(format, 1) == "一");
    CHECK(written(format, 10) == "十");
    CHECK(written(format, 12) == "十二");
    CHECK(written(format, 20) == "二十");
    CHECK(written(format, 101) == "一百零一");
    CHECK(written(format, 110) == "一百一十");
    CHECK(written(format, 1001) == "一千零一");
    CHECK(written(format, 9999) == "九千九百九十九");
    CHECK(written(format, 10'000) == "10000");
    CHECK(written(format, 0) == "0");
  }
  CHECK(written("chineseLegalSimplified", 10) == "壹拾");
  CHECK(written("chineseLegalSimplified", 203) == "贰佰零叁");
  CHECK(written("chineseLegalSimplified", 10'000) == "10000");
}

TEST_CASE("Counts digit by digit, in circles, letters and Roman numerals") {
  CHECK(written("ideographDigital", 205) == "二〇五");
  CHECK(written("japaneseDigitalTenThousand", 10) == "一〇");
  CHECK(written("decimalFullWidth", 205) == "２０５");
  CHECK(written("decimalFullWidth2", 7) == "７");
  CHECK(written("decimalEnclosedCircle", 1) == "①");
  CHECK(written("decimalEnclosedCircleChinese", 20) == "⑳");
  CHECK(written("decimalEnclosedCircle", 21) == "21");
  CHECK(written("decimalEnclosedCircle", 0) == "0");
  CHECK(written("upperLetter", 1) == "A");
  CHECK(written("lowerLetter", 26) == "z");
  CHECK(written("lowerLetter", 28) == "bb");
  CHECK(written("lowerLetter", 9'999) == "oooooooo");  // no longer than a number could be meant to be
  CHECK(written("upperLetter", 0) == "0");
  CHECK(written("upperRoman", 1994) == "MCMXCIV");
  CHECK(written("lowerRoman", 48) == "xlviii");
  CHECK(written("upperRoman", 0) == "0");
  CHECK(written("decimalZero", 7) == "07");
  CHECK(written("decimalZero", 17) == "17");
  CHECK(written("decimal", 7) == "7");
  CHECK(written("aFormatToCome", 7) == "7");
  CHECK(written("bullet", 7) == "文");
  CHECK(written("none", 7) == "文");
}

TEST_CASE(
    "Levels above that were passed over count from their start, and levels below begin anew, unless they say "
    "otherwise") {
  const std::string decimal = val("numFmt", "decimal");
  const std::string three = level(0, val("start", "3") + decimal + val("lvlText", "%1、")) +
                            level(1, decimal + val("start", "1") + val("lvlText", "%1.%2、"));
  const auto third = [&](const std::string& restart) {
    return scheme("1", three + level(2, decimal + val("start", "1") + val("lvlText", "%3、") + restart)) +
           list("1", "1");
  };
  CHECK(lines(item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1), third("")) ==
        Lines{"3.1、文", "3.2、文", "4、文", "4.1、文"});
  const std::string body = item(1, 2) + item(1, 2) + item(1, 1) + item(1, 2) + item(1, 0) + item(1, 2);
  CHECK(lines(body, third("")) == Lines{"1、文", "2、文", "3.2、文", "1、文", "4、文", "1、文"});
  CHECK(lines(body, third(val("lvlRestart", "0"))) == Lines{"1、文", "2、文", "3.2、文", "3、文", "4、文", "4、文"});
  CHECK(lines(body, third(val("lvlRestart", "1"))) == Lines{"1、文", "2、文", "3.2、文", "3、文", "4、文", "1、文"});
}

TEST_CASE("A level's text is shown with the counts in it, and what is no count as it stands") {
  const auto shown = [](const std::string& text, const std::string& more = "") {
    return lines(item(1), scheme("1", level(0, val("start", "2") + val("numFmt", "chineseCounting") +
                                                   val("lvlText", text) + more)) +
                              list("1", "1"))
        .at(0);
  };
  CHECK(shown("第%1章") == "第二章文");
  CHECK(shown("%1") == "二文");
  CHECK(shown("%1.") == "二. 文");
  CHECK(shown("%1.", val("suff", "nothing")) == "二.文");
  CHECK(shown("%1.", val("suff", "space")) == "二. 文");
  CHECK(shown("%0%:%") == "%0%:% 文");
  CHECK(shown("") == "文");
  CHECK(shown("%1、", "<w:isLgl/>") == "2、文");
  CHECK(shown("%1、", "<w:isLgl w:val=\"0\"/>") == "二、文");
  CHECK(shown(std::string(65, 'x')) == "文");  // no real one is so long
  CHECK(shown(std::string(64, 'x')) == std::string(64, 'x') + " 文");
  CHECK(shown("%1、",
              "<mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\"/></mc:Choice><mc:Fallback>" +
                  val("numFmt", "decimal") + "</mc:Fallback></mc:AlternateContent>") == "2、文");
}

TEST_CASE("A list may start elsewhere, and have levels of its own") {
  const std::string plain =
      scheme("1", level(0, val("start", "1") + val("numFmt", "decimal") + val("lvlText", "%1、")));
  const auto changed = [](const std::string& what, int at = 0) {
    return "<w:lvlOverride w:ilvl=\"" + std::to_string(at) + "\">" + what + "</w:lvlOverride>";
  };
  const std::string own = level(0, val("numFmt", "upperRoman") + val("start", "4") + val("lvlText", "%1、"));
  CHECK(lines(item(1) + item(2) + item(2), plain + list("1", "1") + list("2", "1", changed(own))) ==
        Lines{"1、文", "IV、文", "V、文"});
  CHECK(
      lines(item(1) + item(2) + item(1), plain + list("1", "1") + list("2", "1", changed(val("startOverride", "9")))) ==
      Lines{"1、文", "9、文", "10、文"});
  CHECK(lines(item(1), plain + list("1", "1", changed(own, 9) + "<w:other/>")) == Lines{"1、文"});  // no tenth level
  CHECK(lines(item(1), plain + list("1", "7")) == Lines{"文"});  // of a scheme that is not there
  CHECK(lines(item(1) + item(5), plain + "<w:other/>" + list("1", "1")) ==
        Lines{"1、文", "文"});  // a list that is not there
  CHECK(lines(item(1, 99), plain + list("1", "1")).size() == 1);
}

TEST_CASE("A style puts its paragraphs in a list, at its own level or at that which names it") {
  const std::string numbering =
      scheme("1", "<w:other/>" + level(0, val("numFmt", "decimal") + val("start", "1") + val("lvlText", "%1、")) +
                      level(1, val("numFmt", "decimal") + val("start", "1") + val("pStyle", "two") +
                                   val("lvlText", "（%2）")) +
                      level(9, val("numFmt", "decimal") + val("lvlText", "no"))) +
      list("1", "1");
  const auto style = [](const std::string& id, const std::string& content) {
    return "<w:style w:styleId=\"" + id + "\">" + content + "</w:style>";
  };
  const std::string in_list = "<w:pPr><w:numPr>" + val("numId", "1") + "</w:numPr></w:pPr>";
  const std::string styles =
      style("one", in_list) + style("two", in_list) + style("three", val("basedOn", "two")) +
      style("level", "<w:pPr><w:numPr>" + val("ilvl", "1") + val("numId", "1") + "</w:numPr></w:pPr>") +
      style("circle", val("basedOn", "round")) + style("round", val("basedOn", "circle")) +
      style("TOC1", val("name", "TOC 1"));
  CHECK(lines(styled("one") + styled("two") + styled("three") + styled("level"), numbering, styles) ==
        Lines{"1、文", "（1）文", "2、文", "（1）文"});
  CHECK(lines(styled("one") + styled("one", "<w:numPr>" + val("ilvl", "1") + "</w:numPr>"), numbering, styles) ==
        Lines{"1、文", "（1）文"});
  CHECK(lines(styled("circle") + styled("unknown"), numbering, styles) == Lines{"文", "文"});  // based on one another
  CHECK(lines(styled("TOC1") + styled("one"), numbering, styles) == Lines{"1、文"});           // a table of contents
}
