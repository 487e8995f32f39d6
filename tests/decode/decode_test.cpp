// Formats are told apart by what is in the file, and each that cannot be read says which program saves it anew.
#include <doctest/doctest.h>
#include <iconv.h>

#include <random>
#include <string>

#include "gongkai/read.hpp"
#include "support/document.hpp"
#include "text/encoding.hpp"

using namespace gongkai;
using testing::paragraphs;
using testing::Rows;
using testing::table;

namespace {

Error error_of(std::string_view bytes, const Hints& hints = {}) {
  return testing::refused(decode(bytes, hints));
}
/// The refusal of a known format that is not read.
std::string refusal(std::string_view bytes) {
  const Error error = error_of(bytes);
  CHECK(error.code == ErrorCode::unsupported);
  return error.message_zh;
}
Format format_of(std::string_view bytes, const Hints& hints = {}) {
  const auto document = decode(bytes, hints);
  return document ? document.value().decoding.format : Format::unknown;
}
bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}
std::string ole(std::string_view stream) {
  std::string file = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(100, '\0');
  for (const char c : stream) {
    file += c;
    file += '\0';
  }
  return file;
}

}  // namespace

TEST_CASE("old office files are told apart by what is in them, and the advice names the program") {
  CHECK(has(refusal(ole("WordDocument")), "Word或WPS"));
  CHECK(has(refusal(ole("WordDocument")), ".docx"));
  CHECK(has(refusal(ole("Workbook")), ".xlsx"));
  CHECK(has(refusal(ole("EncryptedPackage")), "密码"));
  CHECK(has(refusal(ole("")), "Office"));
}

TEST_CASE("other files that are no text") {
  CHECK(has(refusal("%PDF-1.7\n"), "pdftotext"));
  CHECK(has(refusal("\n%PDF-1.4"), "PDF"));
  for (const std::string_view picture :
       {std::string_view("\x89PNG\r\n"), std::string_view("\xff\xd8\xff\xe0"), std::string_view("GIF89a"),
        std::string_view("II*\0", 4), std::string_view("BM1234\0\0\0\0", 10), std::string_view("RIFF1234WEBP")}) {
    CHECK(has(refusal(picture), "图片"));
  }
  for (const std::string_view archive :
       {std::string_view("\x1f\x8b\x08"), std::string_view("Rar!\x1a"), std::string_view("7z\xbc\xaf\x27\x1c")}) {
    CHECK(has(refusal(archive), "解压"));
  }
  CHECK(has(refusal("{\\rtf1\\ansi"), ".docx"));
  CHECK(has(refusal("BZh91AY&SY"), "解压"));
  CHECK(format_of("BM25公里\n") == Format::text);
  CHECK(format_of("BZh镇\n") == Format::text);
}

TEST_CASE("the header of a PDF shows one at its place only: a text may name it") {
  const std::string objects = "\n1 0 obj\n<<>>\nendobj\n";
  for (const std::string& pdf : {std::string("\xef\xbb\xbf%PDF-1.4"), std::string("\xef\xbb\xbf\r\n\t %PDF-1.4"),
                                 std::string(128, '\0') + "%PDF-1.4",
                                 "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4" + objects,
                                 "\x1b%-12345X@PJL JOB\n  %PDF-1.4" + objects, "\1\2\3%PDF-1.4" + objects}) {
    CAPTURE(pdf);
    CHECK(has(refusal(pdf), "pdftotext"));
  }
  for (const std::string& text :
       {std::string("本文由%PDF-1.7文件转换而成。\n"), std::string("转换说明\n%PDF-1.7\n\n一、总体情况\n"),
        std::string("%-12345X %PDF-1.7 endobj\n"), std::string(2000, 'x') + "\n%PDF-1.4" + objects,
        std::string("标题\t%PDF-1.7\tendobj\n")}) {
    CAPTURE(text);
    CHECK(format_of(text) == Format::text);
  }
}

TEST_CASE("files of text that is not the report's own") {
  CHECK(has(refusal("From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n<html>"),
            "浏览器"));
  CHECK(has(refusal("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>"), ".docx"));
  CHECK(has(refusal("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>"), ".xlsx"));
  CHECK(has(refusal("{\n \"schema\": \"gongkai.report/1\"}"), "JSON"));
  CHECK_FALSE(decode("<html><body><doc>\n<page width=\"595\" height=\"842\">"));
}

TEST_CASE("pages and parts of pages are HTML, whatever stands before them") {
  for (const char* page :
       {"<!DOCTYPE html><p>一</p>", "\xef\xbb\xbf \n<HTML><body>一", "<p>一</p>", "<!-- 注 -->\n<div>一</div>",
        "标题\n\n<table><tr><td>一</td></tr></table>", "# 标题\n\n表<table><tr><td>一</td></tr></table>",
        "一\n<TD>二</TD>", "<?xml version=\"1.0\"?>\n<html><body>一</body></html>"}) {
    CAPTURE(page);
    CHECK(format_of(page) == Format::html);
  }
  for (const char* text :
       {"一\n", "a < b，c > d\n", "<!-- 注 -->\n# 标题\n", "# 标题\n\n<table><tr><td>一</td></tr></table>",
        "| 规章 | <b>1</b> |\n", "<一>\n", "{一}\n"}) {
    CAPTURE(text);
    CHECK(format_of(text) == Format::text);
  }
}

TEST_CASE("where the content shows nothing the hint says the format; where it does the hint says nothing") {
  Hints hints;
  hints.format = Format::html;
  CHECK(format_of("甲<b>乙</b>", hints) == Format::html);
  hints.format = Format::text;
  CHECK(format_of("<p>一</p>", hints) == Format::html);
  hints.format = Format::docx;
  CHECK(format_of("一\n", hints) == Format::text);
}

TEST_CASE("text, Markdown and pages in GBK and UTF-16 read like those in UTF-8") {
  const std::string text = "一、总体情况\n本年度政府信息公开工作情况。\n\t规章\n\t3\n\n";
  const std::string page =
      "<meta "
      "charset=\"utf-8\"><p>一、总体情况</p><p>本年度政府信息公开工作情况。</p><table><tr><td>规章</td><td>3</td></"
      "tr></table>";
  for (const std::string& source : {text, page}) {
    for (const char* encoding : {"GBK", "UTF-16LE", "UTF-8"}) {
      CAPTURE(encoding);
      const iconv_t converter = iconv_open(encoding, "UTF-8");
      std::string bytes(source.size() * 2, '\0'), in = source;
      char* from = in.data();
      char* to = bytes.data();
      std::size_t left = in.size(), room = bytes.size();
      REQUIRE(iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1));
      iconv_close(converter);
      bytes.resize(bytes.size() - room);
      const auto document = decode(bytes);
      REQUIRE(document);
      CHECK(table(document.value()) == Rows{{"规章", "3"}});
      CHECK(paragraphs(document.value()) == std::vector<std::string>{"一、总体情况", "本年度政府信息公开工作情况。"});
      CHECK(document.value().decoding.format == (&source == &text || source == text ? Format::text : Format::html));
      const bool is_gbk_page = source == page && std::string_view(encoding) == "GBK";
      REQUIRE(document.value().notes.size() == (is_gbk_page ? 1 : 0));
      if (is_gbk_page) {
        CHECK(document.value().notes[0].kind == NoteKind::charset_conflict);
        CHECK(document.value().notes[0].text == "utf-8");
        CHECK(document.value().notes[0].place.line == 1);
        CHECK(document.value().decoding.encoding == "GB18030");
      }
    }
  }
}

TEST_CASE("a damaged byte is noted and stays out of the numbers") {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += "本年度政府信息公开工作情况\n";
  }
  const auto document = decode(text +
                               "\t规章\n\t1\xff"
                               "2\n");
  REQUIRE(document);
  CHECK(table(document.value()) == Rows{{"规章", "1\ufffd2"}});
  REQUIRE(document.value().notes.size() == 1);
  CHECK(document.value().notes[0].kind == NoteKind::damaged_text);
  CHECK(document.value().notes[0].place.line == 102);
}

TEST_CASE("empty, blank, binary and too large files") {
  CHECK(error_of("").code == ErrorCode::empty);
  CHECK(error_of(" \n\t\n").code == ErrorCode::empty);
  CHECK(error_of("\xef\xbb\xbf").code == ErrorCode::empty);
  CHECK(error_of(std::string_view("\x7f"
                                  "ELF\0\0\0\1\0\2",
                                  10))
            .code == ErrorCode::not_text);
  Limits limits;
  limits.bytes = 3;
  const auto document = decode("1234", {}, limits);
  REQUIRE_FALSE(document);
  CHECK(document.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("any bytes give a document or an error") {
  std::mt19937 random(5);
  const std::string heads[] = {"",    "<table><tr><td>", "PK\x03\x04", "\xff\xfe", "\xef\xbb\xbf",
                               "{\"", "<?xml encoding="};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = heads[random() % std::size(heads)];
    for (std::size_t i = 0, size = random() % 200; i < size; ++i) {
      bytes += static_cast<char>(random() % 256);
    }
    const auto document = decode(bytes);
    CHECK((document || !document.error().message_zh.empty()));
  }
}
