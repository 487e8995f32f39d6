// The register of bodies: what is read, what is refused and where, and who is expected to file.
#include "gongkai/bodies.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace gongkai;

namespace {

std::vector<Body> read(std::string_view csv) {
  Result<std::vector<Body>> bodies = bodies_from_csv(csv);
  if (!bodies) {
    FAIL(bodies.error().message_zh);
  }
  return std::move(bodies).value();
}
std::string refused(std::string_view csv) {
  const Result<std::vector<Body>> bodies = bodies_from_csv(csv);
  REQUIRE_FALSE(bodies);
  CHECK_FALSE(bodies.error().message_en.empty());
  return bodies.error().message_zh;
}
bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

constexpr std::string_view county =
    "名称,层级,上级,设立日期,撤销日期\n"
    "临江县人民政府,县,,,\n"
    "县政府办公室,县,临江县人民政府,,\n"
    "县农业局,县,临江县人民政府,,2024-06-30\n"
    "县农业农村局,县,临江县人民政府,2024-07-01,\n"
    "东镇,乡,临江县人民政府,,\n"
    "东镇一村,,东镇,,\n"
    "东镇二村,,东镇,,\n"
    "西镇,乡,临江县人民政府,,\n";

std::vector<std::string> names(const Gathered& gathered) {
  std::vector<std::string> result;
  for (const Child& child : gathered.children) {
    result.push_back(std::string(child.name) + (child.report != nullptr ? "" : "?"));
  }
  return result;
}
using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a register is read with heads in Chinese or English, columns in any order, and only the name required") {
  const std::vector<Body> bodies = read(county);
  REQUIRE(bodies.size() == 8);
  CHECK(bodies[2].name == "县农业局");
  CHECK(bodies[2].level == Level::county);
  CHECK(bodies[2].parent == "临江县人民政府");
  CHECK(bodies[2].valid_to == Date{2024, 6, 30});
  CHECK_FALSE(bodies[2].valid_from.is_known());
  CHECK(read("\xef\xbb\xbfparent,name\r\n,\"甲\"\r\n甲,乙\r\n\r\n").at(1).parent == "甲");
  CHECK(read("name\n甲\n").size() == 1);
}

TEST_CASE("the column of names may be called as registers call it, once") {
  for (const std::string head : {"名称", "机关", "单位", "机关名称", "单位名称", "name"}) {
    CAPTURE(head);
    const std::vector<Body> bodies = read(head + ",层级\n东镇,乡\n");
    REQUIRE(bodies.size() == 1);
    CHECK(bodies[0].name == "东镇");
  }
  CHECK(contains(refused("机关,单位\n东镇,东镇\n"), "出现了两次"));
  CHECK(contains(refused("机构,层级\n东镇,乡\n"), "名称（机关、单位）"));
}

TEST_CASE("what is not understood is refused with its line") {
  CHECK(contains(refused("name,parnt\n甲,\n"), "parnt"));
  CHECK(contains(bodies_from_csv("name,parnt\n甲,\n").error().message_en, "parent"));
  CHECK(contains(refused("level\n县\n"), "名称"));
  CHECK(contains(refused("name,name\n甲,甲\n"), "两次"));
  CHECK(contains(refused("name,level\n甲,县\n乙,村\n"), "第3行"));
  CHECK(contains(refused("name,valid_to\n甲,2024-02-30\n"), "2024-02-30"));
  CHECK(contains(refused("name,level\n,县\n"), "没有写单位名称"));
  CHECK(contains(refused("name\n甲\n甲\n"), "重叠"));
  CHECK(contains(refused("name,parent\n临江县政府,\n镇,临江县政俯\n"), "是不是：临江县政府"));
  CHECK(contains(refused("name,parent\n甲,乙\n乙,丙\n丙,乙\n"), "一圈"));
  CHECK(contains(refused("name,parent\n甲,甲\n"), "一圈"));
  CHECK(contains(refused("name\n\"甲\n"), "引号"));
  CHECK(contains(refused(""), "没有单位"));
  CHECK(contains(refused("name\n\xb9\xab\n"), "UTF-8"));
}

TEST_CASE("a body may change its place in time, but never into a ring") {
  const std::string_view moved = "name,parent,valid_from,valid_to\n甲,,,2019-12-31\n乙,,,\n甲,乙,2020-01-01,\n";
  const std::vector<Body> bodies = read(moved);
  CHECK(names(gather(bodies, "乙", 2021, {})) == Names{"甲?"});
  CHECK(names(gather(bodies, "乙", 2019, {})).empty());
  CHECK(contains(refused("name,parent,valid_from,valid_to\n甲,,,2019-12-31\n甲,乙,2020-01-01,\n乙,甲,,\n"), "一圈"));
}

TEST_CASE("who exists at the end of the year is expected to file") {
  const std::vector<Body> bodies = read(county);
  CHECK(names(gather(bodies, "临江县人民政府", 2023, {})) == Names{"县政府办公室?", "县农业局?", "东镇?", "西镇?"});
  CHECK(names(gather(bodies, "临江县人民政府", 2024, {})) == Names{"县政府办公室?", "县农业农村局?", "东镇?", "西镇?"});
  CHECK(gather(bodies, "不在名册", 2024, {}).children.empty());
}

TEST_CASE("reports find their bodies, by names that differ in width and spaces only; the rest is named") {
  const std::vector<Body> bodies = read(county);
  const Report report;
  const std::vector<Child> filed{
      {"东 镇", &report}, {"南镇", &report}, {"西镇", nullptr, nullptr, Gap::unreadable}, {"县政府办公室", &report}};
  const Gathered gathered = gather(bodies, "临江县人民政府", 2024, filed);
  CHECK(names(gathered) == Names{"县政府办公室", "县农业农村局?", "东镇", "西镇?"});
  CHECK(gathered.children[3].gap == Gap::unreadable);
  CHECK(gathered.elsewhere == std::vector<std::size_t>{1});
}

TEST_CASE(
    "for a body that has not filed, those below it stand; one that covers its own figures only stands beside them") {
  const std::vector<Body> bodies = read(county);
  Report report;
  const std::vector<Child> villages{{"东镇一村", &report}, {"西镇", &report}};
  CHECK(names(gather(bodies, "临江县人民政府", 2024, villages)) ==
        Names{"县政府办公室?", "县农业农村局?", "东镇一村", "东镇二村?", "西镇"});
  Report own;
  own.about.coverage = Extent::own;
  const std::vector<Child> both{{"东镇", &own}, {"东镇一村", &report}};
  CHECK(names(gather(bodies, "临江县人民政府", 2024, both)) ==
        Names{"县政府办公室?", "县农业农村局?", "东镇", "东镇一村", "东镇二村?", "西镇?"});
}

TEST_CASE("a deep register is no danger, and neither is one with a ring that was not read from CSV") {
  std::vector<Body> chain;
  for (int i = 0; i < 50'000; ++i) {
    chain.push_back({"单位" + std::to_string(i), Level::unknown, i == 0 ? "" : "单位" + std::to_string(i - 1), {}, {}});
  }
  CHECK(names(gather(chain, "单位0", 2024, {})) == Names{"单位1?"});
  const Report report;
  const std::vector<Child> last{{"单位49999", &report}};
  CHECK(names(gather(chain, "单位0", 2024, last)) == Names{"单位49999"});
  chain.front().parent = "单位49999";
  CHECK(gather(chain, "单位0", 2024, {}).children.size() == 1);
}

TEST_CASE("any bytes are a register or an error") {
  std::mt19937 random(5);
  const std::string pieces[] = {"name", ",", "\n", "\"", "甲", "乙", "parent", "valid_to", "2024-01-01", "县", "\xff"};
  for (int round = 0; round < 3000; ++round) {
    std::string csv = "name,parent,valid_to\n";
    for (std::size_t n = random() % 20; n > 0; --n) {
      csv += pieces[random() % std::size(pieces)];
    }
    const Result<std::vector<Body>> bodies = bodies_from_csv(csv);
    if (bodies) {
      CHECK_FALSE(bodies.value().empty());
      CHECK(gather(bodies.value(), bodies.value().front().name, 2023, {}).children.size() <= bodies.value().size());
    } else {
      CHECK_FALSE(bodies.error().message_zh.empty());
    }
  }
}
