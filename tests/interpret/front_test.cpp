// What stands around a report: who put it up, and when it was written; what only looks like it is not taken.
#include <doctest/doctest.h>

#include <string>

#include "gongkai/read.hpp"
#include "support/files.hpp"

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
