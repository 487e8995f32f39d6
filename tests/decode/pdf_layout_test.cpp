// What pdftotext finds in a PDF becomes paragraphs and tables again: every cell as printed, or named as not read.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "gongkai/message.hpp"
#include "gongkai/read.hpp"
#include "support/document.hpp"
#include "support/files.hpp"
#include "support/pdf_words.hpp"

using namespace gongkai;
using testing::paragraphs;
using testing::Rows;
using testing::table;

namespace {

/// Words placed by hand: a Chinese character is 10 points wide, a digit 5.
class Sheet {
 public:
  Sheet& at(double left, double top, const std::string& text) {
    std::size_t wide = 0;
    for (const char c : text) {
      wide += (static_cast<unsigned char>(c) & 0xc0U) == 0xc0U;
    }
    const auto narrow = static_cast<double>(
        std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    const double width = 10 * static_cast<double>(wide) + 5 * narrow;
    words_ += fmt::format(
        "<flow><block><line><word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word></line></block></flow>\n",
        left, top, left + width, top + 12, text);
    return *this;
  }
  /// A line on its side, read from the top.
  Sheet& on_side(double left, double top, const std::vector<std::string>& words) {
    words_ += "<flow><block><line>";
    for (const std::string& word : words) {
      const double length = 10.0 * static_cast<double>(word.size()) / 3;
      words_ += fmt::format("<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>", left, top, left + 12,
                            top + length, word);
      top += length + 5;
    }
    words_ += "</line></block></flow>\n";
    return *this;
  }
  Sheet& next_page() {
    words_ += "</page>\n<page width=\"600\" height=\"840\">\n";
    return *this;
  }
  std::string text() const {
    return "<!DOCTYPE html><html><head></head>\n<body>\n<doc>\n<page width=\"600\" height=\"840\">\n" + words_ +
           "</page>\n</doc>\n</body>\n</html>\n";
  }
  Document decoded() const {
    auto document = decode_pdf_layout(text());
    REQUIRE(document);
    return std::move(document).value();
  }

 private:
  std::string words_;
};

/// A table of three columns under their heads, with the labels left.
Sheet with_head() {
  Sheet sheet;
  sheet.at(100, 80, "信息内容").at(210, 80, "本年制发").at(310, 80, "本年废止").at(410, 80, "现行有效");
  return sheet;
}

ErrorCode error_of(const std::string& text, const Limits& limits = {}) {
  const auto document = decode_pdf_layout(text, limits);
  REQUIRE_FALSE(document);
  CHECK_FALSE(document.error().message_zh.empty());
  CHECK_FALSE(document.error().message_en.empty());
  return document.error().code;
}

struct Tally {
  int documents = 0, cells = 0, exact = 0, unread = 0, wrong = 0;
};

/// Reads each *.xhtml of the folder, changed, and compares it with the cells in the *.json beside it.
template <class Change>
Tally compare(const std::filesystem::path& folder, Change change) {
  Tally tally;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".xhtml") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (std::filesystem::path file : files) {
    CAPTURE(file);
    const auto words = testing::read_file(file.string());
    const auto expected_json = testing::read_file(file.replace_extension(".json").string());
    REQUIRE(words);
    REQUIRE(expected_json);
    rapidjson::Document expected;
    expected.Parse(expected_json->c_str());
    REQUIRE_FALSE(expected.HasParseError());
    const auto reading = read(change(*words));
    REQUIRE(reading);
    CHECK(reading.value().decoding.format == Format::pdf_layout);
    ++tally.documents;
    const rapidjson::Value& wanted_cells = expected["cells"];
    for (auto member = wanted_cells.MemberBegin(); member != wanted_cells.MemberEnd(); ++member) {
      const CellInfo* info = find_cell(member->name.GetString());
      REQUIRE(info != nullptr);
      ++tally.cells;
      const CellState state = reading.value().sources[info->index].state;
      if (state != CellState::read && state != CellState::blank) {
        ++tally.unread;
        continue;
      }
      const auto value = cell(reading.value().report, info->index);
      const std::string found = !value ? "blank" : info->is_money ? yuan_text(*value) : std::to_string(*value);
      const rapidjson::Value& wanted = member->value;
      const std::string expected_text = wanted.IsNull()     ? "blank"
                                        : wanted.IsString() ? wanted.GetString()
                                                            : std::to_string(wanted.GetInt64());
      CAPTURE(info->key);
      CHECK(found == expected_text);
      ++(found == expected_text ? tally.exact : tally.wrong);
    }
  }
  MESSAGE(folder.filename().string() << ": " << tally.documents << " documents, " << tally.cells << " cells, "
                                     << tally.exact << " exact, " << tally.unread << " named as unread, " << tally.wrong
                                     << " wrong");
  return tally;
}
Tally compare(const std::filesystem::path& folder) {
  return compare(folder, [](const std::string& words) { return words; });
}

}  // namespace

TEST_CASE("values stand under their heads, and a column without values is blank") {
  const Document document = with_head()
                                .at(60, 110, "规章")
                                .at(225, 110, "0")
                                .at(420, 110, "17")
                                .at(60, 140, "行政规范性文件")
                                .at(225, 140, "5")
                                .at(422, 140, "8")
                                .decoded();
  CHECK(table(document) == Rows{{"信息内容", "本年制发", "本年废止", "现行有效"},
                                {"规章", "0", "", "17"},
                                {"行政规范性文件", "5", "", "8"}});
}

TEST_CASE("a label of two lines belongs to the values beside its middle") {
  const Document document = with_head()
                                .at(60, 110, "1.一个很长的行名写到格子边")
                                .at(60, 123, "上才换行")
                                .at(228, 116, "3")
                                .at(328, 116, "4")
                                .at(428, 116, "5")
                                .at(60, 140, "2.短的行名")
                                .at(228, 140, "6")
                                .at(328, 140, "7")
                                .at(428, 140, "8")
                                .decoded();
  CHECK(table(document)[1] == std::vector<std::string>{"1.一个很长的行名写到格子边上才换行", "3", "4", "5"});
  CHECK(table(document)[2] == std::vector<std::string>{"2.短的行名", "6", "7", "8"});
}

TEST_CASE("digits that run over the border of two columns stay together") {
  const Document document = with_head()
                                .at(60, 110, "规章")
                                .at(228, 110, "3")
                                .at(328, 110, "4")
                                .at(428, 110, "5")
                                .at(60, 140, "行政规范性文件")
                                .at(222, 140, "123456789012345678901234")
                                .at(428, 140, "8")
                                .decoded();
  CHECK(table(document)[2] == std::vector<std::string>{"行政规范性文件", "123456789012345678901234", "8"});
}

TEST_CASE("a value of two lines makes its row unclear, not shorter") {
  const Document document = with_head()
                                .at(60, 116, "规章")
                                .at(205, 110, "1234567890")
                                .at(205, 122, "12")
                                .at(328, 116, "4")
                                .at(428, 116, "5")
                                .decoded();
  CHECK(table(document)[1] == std::vector<std::string>{"规章", "1234567890…12 4 5"});
}

TEST_CASE("a table goes on over a page break and the page number in it") {
  const Document document = with_head()
                                .at(60, 770, "规章")
                                .at(228, 770, "1")
                                .at(328, 770, "2")
                                .at(428, 770, "3")
                                .at(290, 810, "- 1 -")
                                .next_page()
                                .at(60, 60, "行政规范性文件")
                                .at(228, 60, "4")
                                .at(428, 60, "6")
                                .at(290, 810, "- 2 -")
                                .decoded();
  CHECK(table(document) == Rows{{"信息内容", "本年制发", "本年废止", "现行有效"},
                                {"规章", "1", "2", "3"},
                                {"行政规范性文件", "4", "", "6"}});
  CHECK(paragraphs(document).empty());
}

TEST_CASE("below heads, labels without any value are rows of blanks") {
  const Document document =
      Sheet()
          .at(250, 60, "第二十条第（一）项")
          .at(100, 80, "信息内容")
          .at(210, 80, "本年制发")
          .at(310, 80, "本年废止")
          .at(60, 100, "规章")
          .at(60, 120, "行政规范性文件")
          .at(250, 160, "第二十条第（五）项")
          .at(60, 300, "下文一行写到页边，比行名长得多，不是表里的一行，也不在表里，表在上面已经写完，下面是文字。")
          .decoded();
  CHECK(table(document) == Rows{{"信息内容", "本年制发", "本年废止"}, {"规章", "", ""}, {"行政规范性文件", "", ""}});
}

TEST_CASE("heads of many columns without a label and a value, and room below: a row of blanks") {
  Sheet sheet;
  sheet.at(60, 80, "行政复议").at(360, 80, "行政诉讼").at(60, 100, "结果维持").at(160, 100, "结果纠正");
  const Document with_room = sheet.at(260, 100, "其他结果").at(360, 100, "尚未审结").at(60, 140, "五、问题").decoded();
  CHECK(table(with_room).back() == std::vector<std::string>{"", "", "", ""});
  const Document without = Sheet()
                               .at(60, 80, "行政复议")
                               .at(360, 80, "行政诉讼")
                               .at(60, 100, "结果维持")
                               .at(160, 100, "结果纠正")
                               .at(60, 114, "五、问题")
                               .decoded();
  CHECK(table(without).back() != std::vector<std::string>{"", ""});
}

TEST_CASE("heads that wrap beside one that does not are the head of the values below them") {
  const Document one = Sheet()
                           .at(500, 80, "本年处理")
                           .at(200, 87, "信息内容")
                           .at(500, 94, "决定数量")
                           .at(60, 114, "行政许可")
                           .at(512, 114, "409")
                           .decoded();
  CHECK(table(one) == Rows{{"信息内容", "本年处理决定数量"}, {"行政许可", "409"}});
  const Document money = Sheet()  // the last line is wider than the one above it
                             .at(500, 80, "本年收费")
                             .at(200, 92, "信息内容")
                             .at(500, 92, "金额（单")
                             .at(495, 104, "位：万元）")
                             .at(60, 124, "行政事业性收费")
                             .at(505, 124, "0.048")
                             .decoded();
  CHECK(table(money) == Rows{{"信息内容", "本年收费金额（单位：万元）"}, {"行政事业性收费", "0.048"}});
  const Document two = Sheet()
                           .at(400, 80, "上一年项目")
                           .at(200, 87, "信息内容")
                           .at(500, 87, "本年增/减")
                           .at(415, 94, "数量")
                           .at(60, 114, "行政事业性收费")
                           .at(415, 114, "4154")
                           .at(515, 114, "4442")
                           .decoded();
  CHECK(table(two) == Rows{{"信息内容", "上一年项目数量", "本年增/减"}, {"行政事业性收费", "4154", "4442"}});
}

TEST_CASE("a merged head of a group is no part of the labels right of it, however near it stands") {
  Sheet sheet = with_head();
  const std::vector<std::string> group{"三、本年", "度办理结"}, labels{"（一）予以公开", "（二）部分公开"};
  double top = 110;
  for (std::size_t i = 0; i < labels.size(); ++i, top += 14) {
    sheet.at(40, top, group[i]).at(86, top, labels[i]).at(228, top, "3").at(328, top, "4").at(428, top, "5");
  }
  sheet.at(53, top, "果").at(86, top, "（三）不予公开").at(228, top, "6").at(328, top, "7").at(428, top, "8");
  const Rows read = table(sheet.decoded());
  for (std::size_t i = 1; i < read.size(); ++i) {
    CHECK(read[i][read[i].size() - 4] ==
          std::vector<std::string>{"（一）予以公开", "（二）部分公开", "（三）不予公开"}[i - 1]);
  }
}

TEST_CASE("lines of the labels' head beside a head of columns are no columns") {
  const Document document = Sheet()
                                .at(45, 70, "本列数据为第一项")
                                .at(400, 76, "法人或其他组织")
                                .at(45, 82, "加第二项之和等于")
                                .at(60, 94, "第三项之和")
                                .at(240, 92, "自然人")
                                .at(340, 92, "商业企业")
                                .at(440, 92, "科研机构")
                                .at(60, 120, "一个行名写得很长")
                                .at(60, 132, "直到格子的边上才")
                                .at(250, 132, "1")
                                .at(355, 132, "2")
                                .at(455, 132, "3")
                                .at(60, 144, "要换行到第三行")
                                .decoded();
  CHECK(document.blocks.size() == 1);
}

TEST_CASE("a number begins a label, though a head of its group stands near before it in one row only") {
  const Document document = with_head()
                                .at(40, 110, "二、上年结转")
                                .at(228, 110, "1")
                                .at(328, 110, "2")
                                .at(428, 110, "3")
                                .at(41, 124, "三、本年")
                                .at(86, 124, "（一）予以公开")
                                .at(228, 124, "4")
                                .at(328, 124, "5")
                                .at(428, 124, "6")
                                .decoded();
  CHECK(table(document).back() == std::vector<std::string>{"三、本年", "（一）予以公开", "4", "5", "6"});
}

TEST_CASE("a row that the end of the page cut stands at its top, with all lines of its label") {
  const Document document = with_head()
                                .at(60, 700, "1.一个行名")
                                .at(228, 700, "1")
                                .at(328, 700, "2")
                                .at(428, 700, "3")
                                .at(60, 720, "2.一个很长的行名写到了")
                                .at(228, 720, "4")
                                .at(328, 720, "5")
                                .at(428, 720, "6")
                                .at(60, 733, "格子边上就要换行它还没")
                                .at(60, 746, "有写完所以又要换行到第")
                                .at(60, 759, "四行")
                                .decoded();
  CHECK(table(document).back() ==
        std::vector<std::string>{"2.一个很长的行名写到了格子边上就要换行它还没有写完所以又要换行到第四行", "4", "5",
                                 "6"});
}

TEST_CASE("a unit that a program set apart stays with its value") {
  const Document document = Sheet()
                                .at(100, 80, "信息内容")
                                .at(210, 80, "采购项目数量")
                                .at(410, 80, "采购总金额")
                                .at(60, 110, "政府集中采购")
                                .at(415, 110, "530.65")
                                .at(447, 110, "元")
                                .decoded();
  CHECK(table(document).back() == std::vector<std::string>{"政府集中采购", "", "530.65元"});
}

TEST_CASE("lines that reach the margin go on, headings and indented lines begin anew") {
  const Document document = Sheet()
                                .at(80, 60, "一、总体情况")
                                .at(80, 80, "这一行写到了页边的最右边所以下面的一行接着它")
                                .at(60, 100, "才写完。")
                                .at(80, 120, "另一段。")
                                .decoded();
  CHECK(paragraphs(document) ==
        std::vector<std::string>{"一、总体情况", "这一行写到了页边的最右边所以下面的一行接着它才写完。", "另一段。"});
  CHECK(document.blocks[1].page == 1);
  CHECK(document.blocks[1].line == 2);
}

TEST_CASE("a scan is refused with what to do") {
  CHECK(error_of(Sheet().text()) == ErrorCode::unsupported);
  CHECK(error_of(Sheet().at(290, 810, "- 1 -").next_page().at(290, 810, "- 2 -").text()) == ErrorCode::unsupported);
}

TEST_CASE("real programs' PDFs read without a wrong cell") {
  const Tally tally = compare(testing::source_folder() + "/tests/data/pdf");
  CHECK(tally.documents >= 10);
  CHECK(tally.wrong == 0);
  CHECK(tally.unread <= 7);  // one row, whose label and values run over a page break
}

TEST_CASE("pages that lie on their side or on their head are read as if they stood") {
  const std::string folder = testing::source_folder() + "/tests/data/pdf";
  const Tally upright = compare(folder);
  for (const testing::PdfTurn way : {testing::PdfTurn::left, testing::PdfTurn::right, testing::PdfTurn::over}) {
    CAPTURE(static_cast<int>(way));
    const Tally tally = compare(folder, [way](const std::string& words) { return testing::turned(words, way); });
    CHECK(tally.wrong == 0);
    CHECK(tally.exact * 20 >= upright.exact * 19);  // the same but for what a hair decides
  }
}

TEST_CASE("words that each are a line of their own, as pdf.js tells them, are the same lines, also on pages that lie") {
  using testing::PdfTurn;
  const std::string folder = testing::source_folder() + "/tests/data/pdf";
  const Tally upright = compare(folder);
  const Tally in_lines = compare(folder, testing::in_lines);
  CHECK(in_lines.wrong == 0);
  CHECK(in_lines.exact == upright.exact);
  for (const PdfTurn way : {PdfTurn::left, PdfTurn::right, PdfTurn::over}) {
    CAPTURE(static_cast<int>(way));
    const Tally turned =
        compare(folder, [way](const std::string& words) { return testing::in_lines(testing::turned(words, way)); });
    CHECK(turned.wrong == 0);
    CHECK(turned.exact * 20 >= upright.exact * 19);
  }
}

TEST_CASE("a stamp on its side turns no page") {
  const Document document = with_head()
                                .at(100, 110, "政府规章和规范性文件")
                                .at(225, 110, "3")
                                .at(325, 110, "4")
                                .at(425, 110, "5")
                                .at(100, 140, "其他对外管理服务事项")
                                .at(225, 140, "6")
                                .at(325, 140, "7")
                                .at(425, 140, "8")
                                .on_side(560, 200, {"仅供内部", "使用", "不得外传"})
                                .decoded();
  CHECK(table(document) == Rows{{"信息内容", "本年制发", "本年废止", "现行有效"},
                                {"政府规章和规范性文件", "3", "4", "5"},
                                {"其他对外管理服务事项", "6", "7", "8"}});
}

TEST_CASE("words that a PDF has in pieces, or a little out of line, make no number that is not there") {
  const std::string folder = testing::source_folder() + "/tests/data/pdf";
  for (const std::uint32_t one_in : {1U, 2U, 3U, 20U}) {
    CAPTURE(one_in);
    const Tally tally =
        compare(folder, [one_in](const std::string& words) { return testing::in_characters(words, one_in); });
    CHECK(tally.wrong == 0);
    CHECK(tally.exact > tally.cells / 2);
  }
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    const Tally tally = compare(folder, [seed](const std::string& words) { return testing::shaken(words, 1.5, seed); });
    CHECK(tally.wrong == 0);
    CHECK(tally.exact > tally.cells / 2);
  }
}

TEST_CASE("words in any disorder make a document or an error") {
  for (const auto& entry : std::filesystem::directory_iterator(testing::source_folder() + "/tests/data/pdf")) {
    if (entry.path().extension() != ".xhtml") {
      continue;
    }
    CAPTURE(entry.path());
    const std::string words = testing::read_file(entry.path().string()).value_or("");
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
      CHECK(decode_pdf_layout(testing::jumbled(words, seed)));
    }
  }
}

TEST_CASE("a folder of generated PDFs reads without a wrong cell") {
  const char* folder = std::getenv("GONGKAI_PDF_SWEEP");
  if (folder == nullptr || *folder == '\0') {
    MESSAGE("skipped: GONGKAI_PDF_SWEEP names no folder that tests/data/pdf/make.py filled");
    return;
  }
  const Tally tally = compare(folder);
  CHECK(tally.documents > 0);
  CHECK(tally.wrong == 0);
}

TEST_CASE("output that is cut anywhere is an error, never a part of a report") {
  const std::string whole = with_head().at(60, 110, "规章").at(228, 110, "1").next_page().at(60, 110, "正文").text();
  const std::size_t end = whole.find("</doc>");
  for (std::size_t size = 0; size < end; ++size) {
    CHECK(error_of(whole.substr(0, size)) == ErrorCode::malformed);
  }
}

TEST_CASE("any bytes give a document or an error") {
  std::mt19937 random(11);
  const std::string whole = with_head().at(60, 110, "规章").at(228, 110, "1").text();
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = whole;
    for (int k = 0; k < 3; ++k) {
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    }
    const auto document = decode_pdf_layout(bytes);
    CHECK(
        (document || document.error().code == ErrorCode::malformed || document.error().code == ErrorCode::unsupported));
  }
}

TEST_CASE("limits are kept") {
  const std::string text = with_head().at(60, 110, "规章").at(228, 110, "1").at(60, 200, "正文").text();
  Limits limits;
  limits.bytes = 100;
  CHECK(error_of(text, limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.cells = 3;
  CHECK(error_of(text, limits) == ErrorCode::limit_exceeded);
  limits = {};
  limits.blocks = 0;
  CHECK(error_of(text, limits) == ErrorCode::limit_exceeded);
}

TEST_CASE("a very long document is read") {
  Sheet sheet;
  for (int page = 0; page < 200; ++page) {
    for (int line = 0; line < 50; ++line) {
      sheet.at(60, 40 + 15 * line, "正文").at(300, 40 + 15 * line, std::to_string(line)).at(400, 40 + 15 * line, "7");
    }
    sheet.next_page();
  }
  const auto document = decode_pdf_layout(sheet.text());
  REQUIRE(document);
  CHECK(document.value().table_cells.size() >= 30'000);
}
