// Numbers of workbooks at the edges: which formats are dates, how day counts become dates, what is rounded away.
#include "decode/xlsx_number.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gongkai;
using FormatKind = NumberFormat::Kind;

namespace {

std::string shown(std::string_view stored, const NumberFormat& format = {}) {
  return shown_number(stored, format, false);
}
std::string date(std::string_view stored, bool counts_from_1904 = false) {
  return shown_number(stored, {FormatKind::date, 0, {}}, counts_from_1904);
}
std::string time(std::string_view stored) {
  return shown_number(stored, {FormatKind::time, 0, {}}, false);
}

}  // namespace

TEST_CASE("of the formats without a code those that the standard or Chinese programs make dates and times are these") {
  const auto wanted = [](std::uint32_t id) {
    for (const auto& [first, last] : {std::pair{14U, 17U}, {22U, 22U}, {27U, 31U}, {36U, 36U}, {50U, 58U}}) {
      if (id >= first && id <= last) {
        return FormatKind::date;
      }
    }
    for (const auto& [first, last] : {std::pair{18U, 21U}, {32U, 35U}, {45U, 47U}}) {
      if (id >= first && id <= last) {
        return FormatKind::time;
      }
    }
    return id == 9 || id == 10 ? FormatKind::percent : FormatKind::number;
  };
  for (std::uint32_t id = 0; id < 70; ++id) {
    CAPTURE(id);
    CHECK(built_in_number_format(id).kind == wanted(id));
    CHECK(built_in_number_format(id).shift == 0);
    CHECK(built_in_number_format(id).unit.empty());
  }
}

TEST_CASE("a day count is the date that the cell shows, on both sides of the day that never was") {
  CHECK(date("1") == "1900-01-01");
  CHECK(date("59") == "1900-02-28");
  CHECK(date("61") == "1900-03-01");
  CHECK(date("60") == "1900-02-28");  // Excel's 29 February: the day before 1 March
  CHECK(date("45657") == "2024-12-31");
  CHECK(date("0") == "1899-12-31");
  CHECK(date("0", true) == "1904-01-01");
  CHECK(date("44195", true) == "2024-12-31");
  CHECK(date("2958465") == "9999-12-31");
  CHECK(date("2958466") == "2958466");  // no date any more: the number
  CHECK(date("-1") == "-1");
  CHECK(date("1e30") == "1" + std::string(30, '0'));
}

TEST_CASE("the fraction of a day is the time of day, to the second") {
  CHECK(date("45657.5") == "2024-12-31 12:00:00");
  CHECK(date("45657.999988426") == "2024-12-31 23:59:59");
  CHECK(date("45657.999999") == "2025-01-01");  // rounds up into the next day
  CHECK(date("45657.000001") == "2024-12-31");
  CHECK(date("45657.000006") == "2024-12-31 00:00:01");
  CHECK(date("45657.0000057") == "2024-12-31");            // 0.49 s
  CHECK(date("45657.0000058") == "2024-12-31 00:00:01");   // 0.501 s
  CHECK(date("45657.00015625") == "2024-12-31 00:00:14");  // 13.5 s
  CHECK(time("0.75") == "18:00:00");
  CHECK(time("0.0423726851851852") == "01:01:01");
  CHECK(time("1.25") == "1900-01-01 06:00:00");  // more than a day
  CHECK(date("0.25") == "1899-12-31 06:00:00");
}

TEST_CASE("digits behind the fifteenth are rounded away where they stand behind the point, and there alone") {
  CHECK(shown("0.123456789012345") == "0.123456789012345");
  CHECK(shown("0.1234567890123454") == "0.123456789012345");
  CHECK(shown("0.1234567890123455") == "0.123456789012346");
  CHECK(shown("1234567890123456") == "1234567890123456");
  CHECK(shown("12345678901234567.8") == "12345678901234568");
  CHECK(shown("12345678901234567.4") == "12345678901234567");
  CHECK(shown("99999999999999.96") == "100000000000000");
  CHECK(shown("0.9999999999999999") == "1");
  CHECK(shown("57.390000000000001") == "57.39");
  CHECK(shown("1.99999999999999996") == "2");
  CHECK(shown("12.3456789012999999") == "12.3456789013");
}

TEST_CASE("a decimal with an exponent is written out, and what is no decimal stays as it stands") {
  CHECK(shown("1.5E+3") == "1500");
  CHECK(shown("1.5e3") == "1500");
  CHECK(shown("15E-1") == "1.5");
  CHECK(shown("1E-2") == "0.01");
  CHECK(shown("0E5") == "0");
  CHECK(shown("1E40") == "1" + std::string(40, '0'));
  CHECK(shown("1E-40") == "0." + std::string(39, '0') + "1");
  CHECK(shown("-0") == "0");
  CHECK(shown("-0.00") == "0");
  CHECK(shown("+7") == "7");
  CHECK(shown("-7.50") == "-7.5");
  CHECK(shown("007") == "7");
  CHECK(shown(".5") == "0.5");
  CHECK(shown("5.") == "5");
  for (const char* text :
       {"1E41", "1E-41", "1E", "1E+", "E5", "1.2.3", "1,2", "", "-", ".", "+", "12a", "1e5x", "1e+-5", "--1"}) {
    CAPTURE(text);
    CHECK(shown(text) == text);
  }
  const std::string longest = std::string(399, '0') + "7";
  CHECK(shown(longest) == "7");
  CHECK(shown("0" + longest) == "0" + longest);
}

TEST_CASE("a percentage and a scaling format show the number moved, without a zero too many") {
  const NumberFormat percent{FormatKind::percent, 0, {}};
  CHECK(shown("0.125", percent) == "12.5%");
  CHECK(shown("1", percent) == "100%");
  CHECK(shown("0", percent) == "0%");
  CHECK(shown("12", {FormatKind::number, 3, {}}) == "0.012");
  CHECK(shown("125000", {FormatKind::number, 4, "万"}) == "12.5万");
  CHECK(shown("0", {FormatKind::number, 4, "万元"}) == "0万元");
}

TEST_CASE("a code of a format says what it shows: a date, a time, a percentage, thousands left out, a unit of money") {
  const auto kind = [](std::string_view code) { return number_format(code).kind; };
  for (const char* code : {"yyyy-mm-dd", "m/d", "d", "YYYY", "mmm", "[$-804]yyyy\"年\"m\"月\"", "dd hh:mm", "D"}) {
    CAPTURE(code);
    CHECK(kind(code) == FormatKind::date);
  }
  for (const char* code : {"h:mm", "mm:ss", "[h]:mm", "[mm]:ss", "s", "[HH]", "S", "H"}) {
    CAPTURE(code);
    CHECK(kind(code) == FormatKind::time);
  }
  for (const char* code :
       {"0", "General", "[]0", "[Red]0", "[$¥-804]0.00", "\"day\"0", "_d0", "*d0", "\\d0", "!d0", "0;d", "\"y"}) {
    CAPTURE(code);
    CHECK(kind(code) == (std::string_view(code) == "General" ? kind("General") : FormatKind::number));
  }
  CHECK(kind("0.00%") == FormatKind::percent);
  CHECK(kind("0;0%") == FormatKind::number);  // what negative numbers show
  CHECK(kind("\"%\"0") == FormatKind::number);
  CHECK(number_format("0,").shift == 3);
  CHECK(number_format("0,,").shift == 6);
  CHECK(number_format("#,##0").shift == 0);
  CHECK(number_format("0.0,").shift == 3);
  CHECK(number_format("0!.0,").shift == 4);
  CHECK(number_format("0\\.00").shift == 2);
  CHECK(number_format("0\".\"000").shift == 3);
  CHECK(number_format("?,?").shift == 0);
  CHECK(number_format("0\"元\"").unit == "元");
  CHECK(number_format("0!万").unit == "万");
  CHECK(number_format("0\\万\\元").unit == "万元");
  CHECK(number_format("0万元").unit == "万元");
  CHECK(number_format("0\"件\"").unit.empty());
  CHECK(number_format("G/通用格式\"元\"").unit == "元");
  CHECK(number_format("\"元").unit == "元");
  CHECK(number_format("0\\").unit.empty());
}
