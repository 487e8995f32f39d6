// The rank and kind of a body, as its name says them; where it does not say, nothing is guessed.
#include "interpret/standing.hpp"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

struct Case {
  const char* name;
  Level level;
  Kind kind;
  Confidence confidence;
};

}  // namespace

TEST_CASE("a government has the rank of its place") {
  for (const Case& body : {Case{"东山省人民政府", Level::province, Kind::government, Confidence::certain},
                           Case{"内蒙古自治区人民政府", Level::province, Kind::government, Confidence::certain},
                           Case{"北京市人民政府", Level::province, Kind::government, Confidence::certain},
                           Case{"天津市人民政府", Level::province, Kind::government, Confidence::certain},
                           Case{"上海市人民政府", Level::province, Kind::government, Confidence::certain},
                           Case{"重庆市人民政府", Level::province, Kind::government, Confidence::certain},
                           Case{"延边朝鲜族自治州人民政府", Level::prefecture, Kind::government, Confidence::certain},
                           Case{"锡林郭勒盟人民政府", Level::prefecture, Kind::government, Confidence::certain},
                           Case{"大兴安岭地区人民政府", Level::prefecture, Kind::government, Confidence::certain},
                           Case{"江苏省南京市人民政府", Level::prefecture, Kind::government, Confidence::certain},
                           Case{"临江县人民政府", Level::county, Kind::government, Confidence::certain},
                           Case{"正蓝旗人民政府", Level::county, Kind::government, Confidence::certain},
                           Case{"昆山市人民政府", Level::county, Kind::government, Confidence::certain},
                           Case{"城关镇人民政府", Level::township, Kind::government, Confidence::certain},
                           Case{"某苏木人民政府", Level::township, Kind::government, Confidence::certain},
                           Case{"临江人民政府", Level::unknown, Kind::government, Confidence::likely},
                           Case{"市人民政府", Level::unknown, Kind::government, Confidence::likely},
                           Case{"临江縣人民政府", Level::county, Kind::government, Confidence::certain},
                           Case{"临江县政府", Level::county, Kind::government, Confidence::certain},
                           Case{"临江政府", Level::unknown, Kind::unknown, Confidence::none},
                           Case{"政府", Level::unknown, Kind::unknown, Confidence::none},
                           Case{"临江县", Level::county, Kind::government, Confidence::likely},
                           Case{"城关镇", Level::township, Kind::government, Confidence::certain}}) {
    CAPTURE(body.name);
    const Standing found = standing_of(body.name);
    CHECK(found.level == body.level);
    CHECK(found.kind == body.kind);
    CHECK(found.confidence == body.confidence);
  }
}

TEST_CASE("a department has the rank of the lowest place in its name; a zone is no district") {
  for (const Case& body : {Case{"临江县水利局", Level::county, Kind::department, Confidence::certain},
                           Case{"正蓝旗教育局", Level::county, Kind::department, Confidence::certain},
                           Case{"桐江市海曙区水利局", Level::county, Kind::department, Confidence::certain},
                           Case{"鼓楼区教育局", Level::county, Kind::department, Confidence::certain},
                           Case{"南京市水利局", Level::prefecture, Kind::department, Confidence::certain},
                           Case{"东山省水利厅", Level::province, Kind::department, Confidence::certain},
                           Case{"水利厅", Level::province, Kind::department, Confidence::certain},
                           Case{"国家税务总局办公厅", Level::national, Kind::department, Confidence::certain},
                           Case{"国务院办公厅", Level::national, Kind::department, Confidence::certain},
                           Case{"城关镇人民政府办公室", Level::township, Kind::department, Confidence::certain},
                           Case{"高新区税务局", Level::unknown, Kind::department, Confidence::certain},
                           Case{"区税务局", Level::unknown, Kind::department, Confidence::certain},
                           Case{"河东街道办事处", Level::township, Kind::agency, Confidence::certain},
                           Case{"经济开发区管理委员会", Level::unknown, Kind::agency, Confidence::certain},
                           Case{"临江县人民医院", Level::unknown, Kind::institution, Confidence::likely},
                           Case{"一个名字", Level::unknown, Kind::unknown, Confidence::none},
                           Case{"", Level::unknown, Kind::unknown, Confidence::none}}) {
    CAPTURE(body.name);
    const Standing found = standing_of(body.name);
    CHECK(found.level == body.level);
    CHECK(found.kind == body.kind);
    CHECK(found.confidence == body.confidence);
  }
}
