// What a file is told to be that holds no report that can be read: nothing of the kind, a title alone, or tables that are pictures.
#include <doctest/doctest.h>

#include <string>

#include "gongkai/read.hpp"

using namespace gongkai;

namespace {

const std::string title = "<h1>临江县人民政府2024年政府信息公开工作年度报告</h1>";
const std::string with_pictures =
    "<p>一、总体情况</p><p>2024年，我县公开信息120条。</p><p>二、主动公开政府信息情况</p><p><img src='a.png'></p>"
    "<p>三、收到和处理政府信息公开申请情况</p><p><img src='b.png'></p>"
    "<p>四、政府信息公开行政复议、行政诉讼情况</p><p><img src='c.png'></p>";

struct Refusal {
  ErrorCode code = ErrorCode::empty;
  std::string words;
};
Refusal refusal(const std::string& body) {
  const std::string page = "<html><body>" + body + "</body></html>";
  const auto one = read(page);
  const auto all = read_all(page);
  REQUIRE_FALSE(one);
  REQUIRE_FALSE(all);
  CHECK(one.error().code == all.error().code);
  CHECK(one.error().message_zh == all.error().message_zh);
  CHECK_FALSE(one.error().message_en.empty());
  return {one.error().code, one.error().message_zh};
}
bool has(const Refusal& refusal, const char* words) {
  return refusal.words.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("A file without heading, section or table of a report is none, whatever pictures it has") {
  for (const char* const body : {"<p>今天天气很好。</p>", "<p>今天天气很好。</p><p><img src='a.png'></p>"}) {
    const Refusal none = refusal(body);
    CHECK(none.code == ErrorCode::not_a_report);
    CHECK(has(none, "请确认选对了文件"));
  }
}

TEST_CASE("A title without a report is told by its words") {
  const Refusal alone = refusal(title + "<p>详见附件。</p>");
  CHECK(alone.code == ErrorCode::not_a_report);
  CHECK(has(alone, "临江县人民政府2024年政府信息公开工作年度报告"));
  CHECK(has(alone, "附件"));
}

TEST_CASE("A report whose tables are pictures is told to be that, also where there are several") {
  for (const std::string& body : {title + with_pictures, title + with_pictures + title + with_pictures}) {
    const Refusal pictures = refusal(body);
    CHECK(pictures.code == ErrorCode::unsupported);
    CHECK(has(pictures, "图片里的数无法读取"));
  }
}
