// What stands around a report: who put it up, and when it was written; what only looks like it is not taken.
#include <doctest/doctest.h>

#include <string>

#include "gongkai/read.hpp"
#include "interpret/written.hpp"
#include "support/files.hpp"
#include "support/reading.hpp"

using namespace gongkai;

namespace {

Reading with_front(const std::string& line) {
  Result<Reading> reading = read(line + "\n" + testing::example_report());
  REQUIRE(reading);
  return std::move(reading).value();
}
std::string publisher(const std::string& line) {
  return with_front(line).report.about.publisher;
}

}  // namespace

TEST_CASE("A publisher is taken as written, without the page's buttons; a site that names itself is none") {
  CHECK(publisher("来源：临江县人民政府办公室") == "临江县人民政府办公室");
  CHECK(publisher("来源：临江县人民政府办公室 打印") == "临江县人民政府办公室");
  CHECK(publisher("来源：临江县人民政府办公室【字体：大 中 小】") == "临江县人民政府办公室");
  for (const char* const own : {"本站", "本网", "本网站", "原创"}) {
    CHECK(publisher(std::string("来源：") + own).empty());
  }
}

TEST_CASE("A date is found in each way in which pages write it, and half a date is none") {
  for (const char* const written : {"2021年1月20日", "2021年01月20日", "2021-01-20", "2021-1-20", "2021/01/20",
                                    "2021.1.20", "2021-01-20T08:58", "（2021年1月20日）", "2021-2022年，2021.1.20"}) {
    CAPTURE(std::string(written));
    CHECK(find_date(written) == Date{2021, 1, 20});
  }
  CHECK(find_date("1990-12-31") == Date{1990, 12, 31});
  CHECK(find_date("2099-1-1") == Date{2099, 1, 1});
  for (const char* const other :
       {"2021年1月", "2021年1月日", "2021年第20号", "2021-01-", "2021-1", "2021_1_20", "2021:1:20", "2021-13-20",
        "2021-0-20", "2021-1-32", "2021-1-0", "1989-12-31", "2100-1-1", "21-01-2021", "202101200", "2021"}) {
    CAPTURE(std::string(other));
    CHECK(find_date(other).year == 0);
  }
}

TEST_CASE("The day on which a report was written is that of its field or of a line alone, not of a machine's") {
  const Date day{2021, 1, 20};
  CHECK(with_front("成文日期：2021年1月20日").written_date == day);
  CHECK(with_front("成文日期：2021年1月20日\n成文日期：2021年3月9日").written_date == day);
  CHECK(with_front("（2021年1月20日）").written_date == day);
  for (const char* const other :
       {"数据采集2021年1月20日", "更新于2021年1月20日", "2021年1月20日至2021年2月1日", "2021-01-20T08:00:00"}) {
    CAPTURE(std::string(other));
    CHECK_FALSE(with_front(other).written_date == day);
  }
}

TEST_CASE("The day below a report that ends with section five is when it was written") {
  const Reading reading = testing::reading_of(
      "清溪县水利局2020年政府信息公开工作年度报告\n一、总体情况\n正文。\n二、主动公开政府信息情况\n行政处罚 5\n"
      "五、存在的主要问题及改进情况\n形式单一。\n清溪县水利局\n2021年1月20日\n");
  CHECK(reading.written_date == Date{2021, 1, 20});
}
