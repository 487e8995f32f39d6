// Every encoding comes back as the text it was; what is damaged is named.
#include "text/encoding.hpp"

#include <doctest/doctest.h>
#include <iconv.h>

#include <random>
#include <string>
#include <vector>

#include "text/utf8.hpp"

using namespace gongkai;
using unicode::to_utf8;
using unicode::Utf8;

namespace {

/// Our own sentences, with what reports hold: signs, digits, brackets, rare characters.
const std::string report =
    "某市发展和改革局2024年政府信息公开工作年度报告\n一、总体情况\n本年度收到政府信息公开申请62件，办结69件。\n"
    "\t规章\t0\n\t行政规范性文件\t104\n二、主动公开政府信息情况（第二十条第（一）项）\n其他需要报告的事项：无。\n";
const std::string traditional =
    "某市政府資訊公開工作年度報告\n一、總體情況\n本年度收到政府資訊公開申請62件，辦結69件，其他事項無。\n中華民國的法律"
    "規定由機關處理。\n";

std::string encoded(std::string_view utf8, const char* encoding) {
  const iconv_t converter = iconv_open(encoding, "UTF-8");
  std::string result(utf8.size() * 4 + 16, '\0');
  std::string in(utf8);
  char* from = in.data();
  char* to = result.data();
  std::size_t left = in.size(), room = result.size();
  REQUIRE(iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1));
  iconv_close(converter);
  result.resize(result.size() - room);
  return result;
}
Utf8 converted(std::string_view bytes, std::string_view declared = {}) {
  auto result = to_utf8(bytes, declared);
  REQUIRE(result);
  return std::move(result).value();
}
Error error_of(std::string_view bytes, std::string_view declared = {}) {
  const auto result = to_utf8(bytes, declared);
  REQUIRE_FALSE(result);
  CHECK_FALSE(result.error().message_zh.empty());
  CHECK_FALSE(result.error().message_en.empty());
  return result.error();
}

}  // namespace

TEST_CASE("valid UTF-8 is not copied, and wins over a declaration") {
  const Utf8 plain = converted(report);
  CHECK(plain.text().data() == report.data());
  CHECK(plain.reason == EncodingReason::valid_utf8);
  CHECK_FALSE(plain.is_declared_wrongly);
  const Utf8 declared = converted(report, "gb2312");
  CHECK(declared.text() == report);
  CHECK(declared.encoding == "UTF-8");
  CHECK(declared.is_declared_wrongly);
  CHECK_FALSE(converted(report, "UTF-8").is_declared_wrongly);
  CHECK_FALSE(converted("62 cases", "gb2312").is_declared_wrongly);  // ASCII is right in both
}

TEST_CASE("GB18030, with GBK and GB2312 in it: declared, not declared, declared as something else") {
  for (const char* encoding : {"GB2312", "GBK", "GB18030"}) {
    CAPTURE(encoding);
    const std::string bytes = encoded(report, encoding);
    const Utf8 detected = converted(bytes);
    CHECK(detected.text() == report);
    CHECK(detected.encoding == "GB18030");
    CHECK(detected.reason == EncodingReason::detected);
    CHECK_FALSE(detected.is_declared_wrongly);
    CHECK(converted(bytes, "gb2312").reason == EncodingReason::declared);
    for (const char* wrong : {"utf-8", "iso-8859-1", "big5", "nonsense"}) {
      const Utf8 other = converted(bytes, wrong);
      CHECK(other.text() == report);
      CHECK(other.is_declared_wrongly);
    }
  }
}

TEST_CASE("every two-byte character, and four-byte ones, as iconv converts them") {
  std::string text = report;
  for (char32_t c = 0x80; c <= 0xffff; ++c) {
    if (c >= 0xd800 && c <= 0xf8ff) {
      continue;  // surrogates and private use
    }
    if (c < 0x800) {
      text += static_cast<char>(0xc0U | (c >> 6U));
    } else {
      text += static_cast<char>(0xe0U | (c >> 12U));
      text += static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
    }
    text += static_cast<char>(0x80U | (c & 0x3fU));
    if (c % 64 == 0) {
      text += report;
    }
  }
  text += "\U00020000\U0001f600" + report;
  const Utf8 result = converted(encoded(text, "GB18030"), "gb18030");
  CHECK(result.text() == text);
  CHECK(result.damaged == 0);
}

TEST_CASE("Big5, declared or not") {
  const std::string bytes = encoded(traditional, "BIG5");
  for (const char* declared : {"", "big5", "gb2312", "utf-8"}) {
    CAPTURE(declared);
    const Utf8 result = converted(bytes, declared);
    CHECK(result.text() == traditional);
    CHECK(result.encoding == "Big5");
  }
}

TEST_CASE("UTF-16 and UTF-32 with a mark, UTF-16 without") {
  const std::vector<std::pair<std::string, const char*>> marked = {{"\xff\xfe", "UTF-16LE"},
                                                                   {"\xfe\xff", "UTF-16BE"},
                                                                   {std::string("\xff\xfe\0\0", 4), "UTF-32LE"},
                                                                   {std::string("\0\0\xfe\xff", 4), "UTF-32BE"},
                                                                   {"\xef\xbb\xbf", "UTF-8"},
                                                                   {"\x84\x31\x95\x33", "GB18030"}};
  for (const auto& [mark, name] : marked) {
    const char* const encoding = name;  // a binding cannot be captured
    CAPTURE(encoding);
    const std::string bytes = mark + encoded(report, encoding);
    const Utf8 result = converted(bytes);
    CHECK(result.text() == report);
    CHECK(result.encoding == encoding);
    CHECK(result.reason == EncodingReason::byte_order_mark);
  }
  for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
    const Utf8 result = converted(encoded(report, encoding));
    CHECK(result.text() == report);
    CHECK(result.encoding == encoding);
    CHECK(result.reason == EncodingReason::detected);
  }
}

TEST_CASE("a few damaged characters become U+FFFD, and the rest is read") {
  std::string long_report;
  for (int i = 0; i < 5; ++i) {
    long_report += report;
  }
  for (const char* encoding : {"UTF-8", "GB18030"}) {
    CAPTURE(encoding);
    std::string bytes = encoded(long_report, encoding);
    const std::size_t digits = bytes.find("104");
    bytes.insert(digits + 1, "\xff");
    const Utf8 result = converted(bytes);
    CHECK(result.encoding == encoding);
    CHECK(result.damaged == 1);
    CHECK(result.text().substr(result.first_damage, 5) == "\ufffd04");
    CHECK(result.text().substr(0, result.first_damage) == std::string_view(long_report).substr(0, result.first_damage));
  }
}

TEST_CASE("bytes that are no text are refused, with the place") {
  const Error bad = error_of("一\n二\xff\n");
  CHECK(bad.code == ErrorCode::not_text);
  CHECK(bad.where.line == 2);
  CHECK(bad.where.column == 4);
  CHECK(error_of(std::string_view("ab\0cd", 5)).code == ErrorCode::not_text);
  CHECK(error_of("\xff\xff\xff\xff").code == ErrorCode::not_text);
}

TEST_CASE("text that was converted wrongly before is refused as garbled") {
  // UTF-8 read as GBK and saved as UTF-8, the lost bytes taken out.
  CHECK(error_of("鏌愬競鍙戝睍鍜屾敼闈╁眬2024骞存斂搴滀俊鎭叕宸ヤ綔骞村害鎶ュ憡\n鏈勾搴︽敹鍒版斂搴滀俊鎭叕鐢宠62浠讹紝"
                 "鍔炵粨69浠躲")
            .message_zh.find("乱码") != std::string::npos);

  std::string as_latin;
  for (const char c : encoded(report, "GBK")) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      as_latin += c;
    } else {
      as_latin += static_cast<char>(0xc0U | (byte >> 6U));
      as_latin += static_cast<char>(0x80U | (byte & 0x3fU));
    }
  }
  const Error latin = error_of(as_latin);
  CHECK(latin.code == ErrorCode::not_text);
  CHECK(latin.message_zh.find("乱码") != std::string::npos);

  CHECK(error_of("\n某局锟斤拷锟斤拷锟斤拷").where.line == 2);
  CHECK(error_of("某局\ufffd\ufffd\ufffd报告").code == ErrorCode::not_text);
  CHECK(to_utf8(report + report + report + "\ufffd", ""));  // one lost character is not a lost report
}

TEST_CASE("cut off at every byte, each encoding gives the beginning of the text or an error") {
  for (const char* encoding : {"UTF-8", "GB18030", "BIG5", "UTF-16LE", "UTF-16BE"}) {
    CAPTURE(encoding);
    const std::string& text = std::string_view(encoding) == "BIG5" ? traditional : report;
    const std::string bytes = encoded(text, encoding);
    std::size_t read = 0;
    for (std::size_t size = 1; size < bytes.size(); ++size) {
      CAPTURE(size);
      const auto result = to_utf8(std::string_view(bytes).substr(0, size), encoding);
      if (!result) {
        CHECK_FALSE(result.error().message_zh.empty());
        continue;
      }
      if (size > bytes.size() / 2) {
        const std::string_view found = result.value().text();
        const std::size_t sound = result.value().damaged == 0 ? found.size() : result.value().first_damage;
        CHECK(found.substr(0, sound) == std::string_view(text).substr(0, sound));
        ++read;
      }
    }
    CHECK(read >= bytes.size() / 2 - 2);
  }
}

TEST_CASE("the limit of bytes is kept, and random bytes give valid UTF-8 or an error") {
  Limits limits;
  limits.bytes = 10;
  const auto too_large = to_utf8(report, {}, limits);
  REQUIRE_FALSE(too_large);
  CHECK(too_large.error().code == ErrorCode::limit_exceeded);
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 300, '\0');
    for (char& byte : bytes) {
      byte = static_cast<char>(random() % 4 == 0 ? 0x20 + random() % 0x5f : 0x01 + random() % 0xff);
    }
    const auto result = to_utf8(bytes, round % 2 == 0 ? "gbk" : "");
    CHECK((!result || unicode::find_invalid(result.value().text()) == std::string_view::npos));
  }
}

TEST_CASE("what a page declares") {
  using unicode::declared_encoding;
  CHECK(declared_encoding("<html><head><meta charset=gb2312>") == "gb2312");
  CHECK(declared_encoding("<META http-equiv=\"Content-Type\" content=\"text/html; CHARSET=GBK\" />") == "GBK");
  CHECK(declared_encoding("<meta name=a content=b><meta charset = 'utf-8'/>") == "utf-8");
  CHECK(declared_encoding("<?xml version=\"1.0\" encoding=\"GB18030\"?><html>") == "GB18030");
  CHECK(declared_encoding("<meta charset>").empty());
  CHECK(declared_encoding("<meta charset").empty());
  CHECK(declared_encoding("charset=gbk").empty());
  CHECK(declared_encoding("").empty());
}
