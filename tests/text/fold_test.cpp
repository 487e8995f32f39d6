// Labels fold to what they say, however a document writes them.
#include "text/fold.hpp"

#include <doctest/doctest.h>

#include "text/utf8.hpp"

using namespace gongkai;
using unicode::Numbering;

namespace {
unicode::Folded folded(std::string_view label) {
  unicode::Folded result;
  unicode::fold(label, result);
  return result;
}
}  // namespace

TEST_CASE("width, spaces, line breaks and marks are put aside") {
  for (const char* label : {"危及“三安全一稳定”", "危及\"三安全一稳定\"", "危及 “三安全\n一稳定”",
                            "危及\u3000“三安全\u00a0一稳定”", "危及﹁三安全一稳定﹂", "危及\u200b三安全一稳定"}) {
    CAPTURE(label);
    CHECK(folded(label).text == u"危及三安全一稳定");
  }
  CHECK(folded("ＡＢ１２").text == u"ab12");
}

TEST_CASE("radicals that a PDF puts in place of characters are unified") {
  CHECK(folded("⼯作").text == u"工作");  // Kangxi radical
  CHECK(folded("意⻅").text == u"意见");  // CJK radicals supplement
  CHECK(folded("⽹站").text == u"网站");
}

TEST_CASE("numbering is told apart from words that begin with a number") {
  CHECK(folded("一、本年新收").text == u"本年新收");
  CHECK(folded("一、本年新收").numbering == Numbering::plain);
  CHECK(folded("一、本年新收").number == 1);
  CHECK(folded("（七）总计").text == u"总计");
  CHECK(folded("（七）总计").numbering == Numbering::bracketed);
  CHECK(folded("(七)总计").number == 7);
  CHECK(folded("10.其他").number == 10);
  CHECK(folded("十二、其他").number == 12);
  CHECK(folded("3、其他").text == u"其他");
  CHECK(folded("3．其他").text == u"其他");
  CHECK(folded("三类内部事务").text == u"三类内部事务");
  CHECK(folded("三类内部事务").numbering == Numbering::none);
  CHECK(folded("第二十条第（一）项").text == u"第二十条第一项");
}

TEST_CASE("the head of a label ends at its first bracket") {
  CHECK(folded("规章（设区的市应提供）").head() == u"规章");
  CHECK(folded("规章").head() == u"规章");
  CHECK(folded("（二）部分公开（区分处理的，只计这一情形）").head() == u"部分公开");
}

TEST_CASE("UTF-8 is checked to the letter") {
  using unicode::find_invalid;
  CHECK(find_invalid("中文 text \U00020000") == std::string_view::npos);
  CHECK(find_invalid("ab\xff") == 2);
  CHECK(find_invalid("\xe4\xb8") == 0);          // cut off
  CHECK(find_invalid("\xc0\xaf") == 0);          // overlong
  CHECK(find_invalid("\xe0\x80\xaf") == 0);      // overlong
  CHECK(find_invalid("\xed\xa0\x80") == 0);      // a surrogate
  CHECK(find_invalid("\xf4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(find_invalid("a\x80") == 1);
}

TEST_CASE("trimming takes every kind of white space from both ends") {
  CHECK(unicode::trim(" \t\u00a0\u300062\u3000\r\n") == "62");
  CHECK(unicode::trim("\u3000").empty());
  CHECK(unicode::trim("一 二") == "一 二");
}
