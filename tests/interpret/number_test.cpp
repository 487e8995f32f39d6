// What is written in a cell, as a number or as a reason why it is none.
#include "interpret/number.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gongkai;
using NumberKind = ParsedNumber::Kind;

TEST_CASE("counts as they are written") {
  const struct {
    const char* text;
    std::int64_t value;
  } table[] = {
      {"0", 0},
      {"62", 62},
      {" 62 ", 62},
      {"\u00a062\u3000", 62},
      {"+107", 107},
      {"-18", -18},
      {"－18", -18},
      {"−18", -18},
      {"＋5", 5},
      {"１２", 12},
      {"1,234", 1234},
      {"12,345,678", 12345678},
      {"1，234", 1234},
      {"5.0", 5},
      {"7件", 7},
      {"7 件", 7},
      {"11398889", 11398889},
      {"- 3", -3},
      {"减3", -3},
      {"减少 12项", -12},
      {"增加5", 5},
      {"增０", 0},
      {"12（件）", 12},
      {"1\u200b2", 12},
      {"1,2\u00ad34\ufeff", 1234},
      {"\u00ad7", 7},
      {"1\u200b2\u200b3", 123},
      {"123,456", 123456},
      {"123456789012345678", 123456789012345678},
      {"1,234.0", 1234},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    REQUIRE(parse_number(row.text).kind == NumberKind::number);
    CHECK(parse_number(row.text).as_count() == row.value);
  }
  CHECK(parse_number("（7）件").kind ==
        NumberKind::not_a_number);  // an accountant's negative, or a note: not for us to say
}

TEST_CASE("marks for nothing are blank, and blank is not zero") {
  for (const char* text : {"", " ", "\u00a0", "/", "-", "—", "——", "--", "无", "不适用", "／", "－", "\\", "\u00ad",
                           "—\u200b—", "不\u2060适用"}) {
    CAPTURE(text);
    CHECK(parse_number(text).kind == NumberKind::blank);
  }
}

TEST_CASE("whatever dash an editor made of a minus, it is one before digits and a blank alone") {
  for (const char* dash : {"-", "－", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\ufe63",
                           "\ufe58", "\u2500"}) {
    CAPTURE(dash);
    CHECK(parse_number(dash).kind == NumberKind::blank);
    REQUIRE(parse_number(dash + std::string("18")).kind == NumberKind::number);
    CHECK(parse_number(dash + std::string("18")).as_count() == -18);
  }
}

TEST_CASE("a cell longer than any number is none, though it begins with a word for a change") {
  CHECK(parse_number("增" + std::string(96, ' ') + "5").as_count() == 5);
  CHECK(parse_number("增" + std::string(97, ' ') + "5").kind == NumberKind::not_a_number);
}

TEST_CASE("what is not one number is not read as one") {
  for (const char* text : {"1 2",      "200 000121", "12件以上", "约5",
                           "1,23",     "12,3456",    "1.2.3",    "五",
                           "abc",      "5.",         "3-4",      "2/3",
                           "1234,567", "1,23.4",     "￥",       "12件，其中主动公开的有十件，依申请公开的有两件",
                           "1e5",      "+-5",        "一",       "35-15",
                           "1,234,",   "增",         "增-3",     "增3减6",
                           "减",       "增减3"}) {
    CAPTURE(text);
    CHECK(parse_number(text).kind == NumberKind::not_a_number);
  }
  for (const char* text : {"007", "000", "0000000", "-07", "00.5"}) {
    CAPTURE(text);
    CHECK(parse_number(text).kind == NumberKind::fused);
  }
  CHECK(parse_number("1234567890123456789").kind == NumberKind::out_of_range);
  CHECK(parse_number(std::string(5000, '9')).kind == NumberKind::out_of_range);
  CHECK(parse_number("62.5").as_count() == std::nullopt);
}

TEST_CASE("money is exact, in the unit of the cell or else of its head") {
  const auto fen = [](const char* text, Unit otherwise) { return parse_number(text).as_fen(otherwise); };
  CHECK(fen("126337813.74（单位：元）", Unit::yuan) == 12633781374);
  CHECK(fen("251000元", Unit::ten_thousand_yuan) == 25100000);
  CHECK(fen("477.35", Unit::ten_thousand_yuan) == 477350000);
  CHECK(fen("96171.6", Unit::ten_thousand_yuan) == 96171600000);
  CHECK(fen("4068.208", Unit::ten_thousand_yuan) == 4068208000);
  CHECK(fen("0.000001万元", Unit::yuan) == 1);
  CHECK(fen("0.0000001万元", Unit::yuan) == std::nullopt);  // finer than a fen
  CHECK(fen("1.5（万元）", Unit::yuan) == 1500000);
  CHECK(fen("0.10", Unit::yuan) == 10);
  CHECK(fen("999999999999999999", Unit::ten_thousand_yuan) == std::nullopt);  // no overflow
  CHECK(fen("9999999999999999.99", Unit::yuan) == 999999999999999999);
  CHECK(fen("1.230", Unit::yuan) == 123);
  CHECK(fen("0.10000", Unit::yuan) == 10);
  CHECK(fen("1.234", Unit::yuan) == std::nullopt);
  CHECK(fen("126337813.74                    （单位：人民币元）", Unit::ten_thousand_yuan) == 12633781374);
}

TEST_CASE("the unit is found in heads and notes") {
  CHECK(unit_in("采购总金额(万元)") == Unit::ten_thousand_yuan);
  CHECK(unit_in("本年收费金额（单位：万元）") == Unit::ten_thousand_yuan);
  CHECK(unit_in("本年收费金额（单位：万\n元）") == Unit::ten_thousand_yuan);  // found by the layout generator
  CHECK(unit_in("单位：元") == Unit::yuan);
  CHECK(unit_in("采购总金额") == Unit::none);
  CHECK(unit_in("万元") == Unit::ten_thousand_yuan);
  CHECK(unit_in("單位：萬元") == Unit::ten_thousand_yuan);
  CHECK(unit_in("Fees collected (10,000 yuan)") == Unit::ten_thousand_yuan);
  CHECK(unit_in("Fees collected (yuan)") == Unit::yuan);
}

TEST_CASE("every dash that stands before a number is a minus, and alone a mark for nothing") {
  for (const char* dash : {"-", "\u2212", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\ufe63",
                           "\ufe58", "\u2500", "\uff0d"}) {
    CAPTURE(dash);
    CHECK(parse_number(std::string(dash) + "18").as_count() == -18);
    CHECK(parse_number(dash).kind == NumberKind::blank);
  }
}

TEST_CASE("separators stand between threes and before the point, or there is no number") {
  CHECK(parse_number("1,234.5").digits == 12345);
  CHECK(parse_number("1,234.5").decimals == 1);
  for (const char* text : {",5", "1.2,345", "1,2345", "1,23.4", ".5", ".", "1..2", "1,234,5", "12,34,567"}) {
    CAPTURE(text);
    CHECK(parse_number(text).kind == NumberKind::not_a_number);
  }
}

TEST_CASE("a count may carry the word that it is counted with, and no other") {
  for (const char* unit : {"件", "项", "个", "条", "宗", "件次", "例", "（件）", "( 件 次 )"}) {
    CAPTURE(unit);
    CHECK(parse_number(std::string("12") + unit).as_count() == 12);
  }
  for (const char* unit : {"人", "次", "件人", "万件", "元件"}) {
    CAPTURE(unit);
    CHECK(parse_number(std::string("12") + unit).kind == NumberKind::not_a_number);
  }
}

TEST_CASE("an amount may carry its unit behind it or its sign before it, and no sign of two kinds") {
  CHECK(parse_number("12人民币元").unit == Unit::yuan);
  CHECK(parse_number("12人民幣元").unit == Unit::yuan);
  CHECK(parse_number("12萬元").unit == Unit::ten_thousand_yuan);
  CHECK(parse_number("￥12").as_fen(Unit::ten_thousand_yuan) == 1200);
  CHECK(parse_number("¥12万元").as_fen(Unit::yuan) == 12'000'000);
  for (const char* text : {"￥", "￥-12", "12美元"}) {
    CAPTURE(text);
    CHECK(parse_number(text).kind == NumberKind::not_a_number);
  }
  CHECK(parse_number("0.125").as_fen(Unit::yuan) == std::nullopt);
  CHECK(parse_number("0.120").as_fen(Unit::yuan) == 12);
  CHECK(unit_in("（元）") == Unit::yuan);
  CHECK(unit_in("元") == Unit::yuan);
  CHECK(unit_in("美圆") == Unit::none);
}
