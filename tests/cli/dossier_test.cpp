// The program beside other reports: last year's, the bodies included, waivers, two versions, and the total.
#include <doctest/doctest.h>

#include <deque>

#include "gongkai/write.hpp"
#include "support/program.hpp"
#include "support/random_report.hpp"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

Report named(Report report, const std::string& name, int year) {
  report.about.authority = name;
  report.about.year = year;
  report.about.title = name + std::to_string(year) + "年政府信息公开工作年度报告";
  return report;
}

/// A county, last year's report of it, and a folder with the reports of three of its bodies, whose sum it is.
struct County {
  Folder folder;
  std::string report, previous, children, bodies;
  Report data;
  std::deque<Report> towns;

  County() {
    std::mt19937 random(51);
    std::vector<Child> all;
    for (const char* name : {"县政府办公室", "东镇", "西镇"}) {
      towns.push_back(named(random_clean_report(random, Edition::form_2021), name, 2023));
      all.push_back({towns.back().about.authority, &towns.back()});
      folder.write("towns/" + std::string(name) + ".json", to_json(towns.back()));
    }
    data = named(aggregate(all).report, "临江县人民政府", 2023);
    report = folder.write("county.json", to_json(data));
    Report last = named(data, "临江县人民政府", 2022);
    last.requests.carried_out = data.requests.carried_in;
    previous = folder.write("last.json", to_json(last));
    children = folder.path("towns");
    bodies = folder.write("bodies.csv",
                          "名称,层级,上级,设立日期,撤销日期\n临江县人民政府,县,,,\n县政府办公室,县,临江县人民政府,,\n"
                          "东镇,乡,临江县人民政府,,\n西镇,乡,临江县人民政府,,\n旧镇,乡,临江县人民政府,,2020-12-31\n");
  }
  Outcome check(const std::string& options) const { return run("check '" + report + "' " + options); }
  std::string beside() const { return "--children '" + children + "' --register '" + bodies + "'"; }
};

std::string fingerprint_of(const Outcome& json, std::string_view rule) {
  const rapidjson::Document document = parse(json.out);
  for (const auto& finding : document["assessment"]["findings"].GetArray()) {
    if (finding["rule"].GetString() == rule) {
      return finding["fingerprint"].GetString();
    }
  }
  FAIL("no such finding");
  return {};
}
std::string waivers_with(const std::string& fingerprint, const std::string& expiry) {
  return R"({"schema":"gongkai.waivers/1","waivers":[{"fingerprint":")" + fingerprint +
         R"(","reason":"机构改革","author":"张三","date":"2020-01-01","expiry":")" + expiry + R"("}]})";
}

}  // namespace

TEST_CASE("beside last year's report the rules between years are checked, and only then") {
  const County county;
  CHECK_FALSE(contains(county.check("--coverage").out, "years."));
  const Outcome outcome = county.check("--coverage --only years.carry --previous '" + county.previous + "'");
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "years.carry_by_column"));

  Report last = named(county.data, "临江县人民政府", 2022);
  last.requests.carried_out.total = 999'999;
  const std::string wrong = county.folder.write("wrong.json", to_json(last));
  const Outcome found = county.check("--only years.carry --previous '" + wrong + "'");
  CHECK(found.code == 1);
  CHECK(contains(found.out, "上年报告“结转下年度继续办理”的总计是999999"));
  CHECK(contains(county.check("--lang en --only years.carry --previous '" + wrong + "'").out,
                 "carried forward in last year's"));
  const rapidjson::Document json = parse(county.check("--json --only years.carry --previous '" + wrong + "'").out);
  CHECK(json["assessment"]["findings"][0]["compared"][0]["value"].GetInt() == 999'999);
}

TEST_CASE("why says what else speaks for a suggestion: last year's report, the subordinate bodies") {
  County county;
  Report wrong = county.data;
  wrong.requests.carried_in.natural_person = wrong.requests.carried_in.natural_person.value_or(0) + 1000;
  const std::string report = county.folder.write("wrong.json", to_json(wrong));
  CHECK_FALSE(contains(run("why '" + report + "'").out, "上一年度报告"));
  const Outcome outcome = run("why '" + report + "' --previous '" + county.previous + "' " + county.beside());
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "；上一年度报告也是"));
  CHECK(contains(outcome.out, "；下级各单位之和也是"));
  CHECK(run("why '" + report + "' --previous /no/such/file").code == 2);
  CHECK(run("why '" + report + "' --previous '" + report + "'").code == 2);  // on the same year
}

TEST_CASE("a previous report on another year, or one that cannot be read, is refused") {
  const County county;
  const std::string older = county.folder.write("older.json", to_json(named(county.data, "临江县人民政府", 2020)));
  const Outcome outcome = county.check("--previous '" + older + "'");
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "2022年度"));
  CHECK(county.check("--previous /no/such/file").code == 2);
  CHECK(run("check '" + county.report + "' '" + county.previous + "' --previous '" + county.previous + "'").code == 2);
}

TEST_CASE("the text alike to last year's is told from the share that one sets") {
  const County county;
  Report now = county.data, last = named(county.data, "临江县人民政府", 2022);
  now.narrative.overview = last.narrative.overview =
      "公开目录按季度更新，镇街公开专区全部建成并由专人维护，年内组织两轮培训，参训人员覆盖全部单位，群众办事更加方便"
      "。";
  now.narrative.overview +=
      "新增一处公开专区，设在政务服务中心一楼大厅，全年接待群众来访，解答各类问题，"
      "收集意见建议，并按月公布办理结果，接受社会监督。";
  const std::string report = county.folder.write("now.json", to_json(now));
  const std::string previous = county.folder.write("before.json", to_json(last));
  const std::string command = "check '" + report + "' --only years.text --previous '" + previous + "'";
  CHECK_FALSE(contains(run(command).out, "years.text_similarity"));
  CHECK(contains(run(command + " --similarity 20").out, "镇街公开专区全部建成"));
  CHECK(run(command + " --similarity 120").code == 2);
}

TEST_CASE("the sum of the bodies is checked; one that has not filed is named from the register and makes it a bound") {
  const County county;
  Outcome outcome = county.check("--only rollup " + county.beside());
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "所含单位：3个，其中有年报的3个。"));
  CHECK_FALSE(contains(outcome.out, "旧镇"));

  Report wrong = county.data;
  wrong.disclosure.penalties.decisions = *wrong.disclosure.penalties.decisions.get() - 1;
  county.folder.write("county.json", to_json(wrong));
  outcome = county.check("--only rollup " + county.beside());
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "rollup.sum"));
  CHECK(contains(outcome.out, "东镇=" + std::to_string(*county.towns[1].disclosure.penalties.decisions.get())));
  CHECK(county.check("--only rollup --complete " + county.beside()).code == 1);

  std::filesystem::remove(county.children + "/西镇.json");
  county.folder.write("towns/备注.txt", "今天没有别的事。\n");
  county.folder.write("towns/南镇.json", to_json(named(county.towns[1], "南镇", 2023)));
  outcome = county.check("--only rollup --lang en --complete " + county.beside());
  CHECK(contains(outcome.out, "西镇: no report"));
  CHECK(contains(outcome.out, "南镇.json"));
  CHECK(contains(outcome.out, "备注.txt"));
  CHECK_FALSE(contains(outcome.out, "rollup.sum\n"));

  county.folder.write("towns/西镇.pdf", "%PDF-1.7\n");
  CHECK(contains(county.check("--only rollup " + county.beside()).out, "西镇”：年报读不出"));
}

TEST_CASE("without a register every report in the folder but the body's own is that of a body included") {
  const County county;
  county.folder.write("towns/copy.json", to_json(county.data));
  const Outcome outcome = county.check("--only rollup --complete --children '" + county.children + "'");
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "所含单位：3个"));
  CHECK(county.check("--register '" + county.bodies + "'").code == 2);
  const std::string other = county.folder.write("other.csv", "name,parent\n甲,\n乙,甲\n");
  const Outcome none = county.check("--children '" + county.children + "' --register '" + other + "'");
  CHECK(none.code == 2);
  CHECK(contains(none.err, "临江县人民政府"));
  const std::string bad = county.folder.write("bad.csv", "name,parnt\n甲,\n");
  CHECK(contains(county.check("--children '" + county.children + "' --register '" + bad + "'").err, "parnt"));
}

TEST_CASE("a run writes the waivers of what it found, and takes them once reason and author are filled in") {
  const County county;
  Report wrong = county.data;
  wrong.review.total = *wrong.review.total.get() + 1;
  county.folder.write("county.json", to_json(wrong));
  const std::string made = county.folder.path("made.json");
  Outcome outcome = county.check("--write-waivers '" + made + "'");
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "请逐条写明理由和姓名"));
  std::string text = read_file(made).value_or("");
  CHECK(contains(text, fingerprint_of(county.check("--json"), "review.total")));

  outcome = county.check("--waivers '" + made + "'");  // as it was written
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "还没有写明理由"));

  for (const auto& [from, to] : {std::pair("（请写明理由）", "已核实："), {"（请写明姓名）", "张三"}}) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from)) {
      text.replace(at, std::string_view(from).size(), to);
    }
  }
  county.folder.write("filled.json", text);
  outcome = county.check("--waivers '" + county.folder.path("filled.json") + "' --write-waivers '" + made + "'");
  CHECK(outcome.code == 0);
  CHECK(read_file(made) == text);  // what is in use is kept
  CHECK(county.check("--write-waivers '" + county.folder.path("county.json") + "'").code == 2);
}

TEST_CASE("a waived finding is shown with its reason and fails nothing, until it expires or a value moves") {
  const County county;
  Report wrong = county.data;
  wrong.review.total = *wrong.review.total.get() + 1;
  county.folder.write("county.json", to_json(wrong));
  const std::string fingerprint = fingerprint_of(county.check("--json"), "review.total");
  const std::string waivers = county.folder.write("waivers.json", waivers_with(fingerprint, "2999-12-31"));
  Outcome outcome = county.check("--waivers '" + waivers + "'");
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "review.total"));
  CHECK(contains(outcome.out, "已豁免：机构改革（张三，2020-01-01起，至2999-12-31）"));
  CHECK(contains(outcome.out, "指纹 " + fingerprint));
  CHECK(contains(outcome.out, "另有1处已豁免"));
  const rapidjson::Document json = parse(county.check("--json --waivers '" + waivers + "'").out);
  CHECK(json["assessment"]["summary"]["waived"].GetInt() == 1);

  county.folder.write("waivers.json", waivers_with(fingerprint, "2020-12-31"));
  outcome = county.check("--waivers '" + waivers + "'");
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "已到期"));

  county.folder.write("waivers.json", waivers_with(fingerprint, "2999-12-31"));
  wrong.review.total = *wrong.review.total.get() + 1;
  county.folder.write("county.json", to_json(wrong));
  outcome = county.check("--waivers '" + waivers + "' --lang en");
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "a value moved"));

  county.folder.write("waivers.json", R"({"schema":"gongkai.waivers/1","waiver":[]})");
  outcome = county.check("--waivers '" + waivers + "'");
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "waivers"));
}

TEST_CASE("what section six says may explain a finding is shown beside it and waives nothing") {
  const County county;
  Report report = county.data;
  report.disclosure.normative_documents = {Count(), Count(), Count(), 10, 2, 5};
  report.narrative.other_matters = "行政规范性文件件数较少，原因是5件已宣布失效。";
  county.folder.write("county.json", to_json(report));
  const Outcome outcome = county.check("--only disclosure.in_force_floor --severity disclosure.=error");
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "第六部分可能的说明：“行政规范性文件件数较少，原因是5件已宣布失效”"));
}

TEST_CASE("diff shows the cells that moved and the findings that opened and closed") {
  const County county;
  Report wrong = county.data;
  wrong.review.total = *wrong.review.total.get() + 1;
  const std::string draft = county.folder.write("draft.json", to_json(wrong));
  const Outcome corrected = run("diff '" + draft + "' '" + county.report + "'");
  CHECK(corrected.code == 0);
  CHECK(contains(corrected.out, "数格变动：1格"));
  CHECK(contains(corrected.out, "行政复议—总计：" + std::to_string(*wrong.review.total.get())));
  CHECK(contains(corrected.out, "（-1）"));
  CHECK(contains(corrected.out, "已消除的问题：1处"));
  const Outcome spoiled = run("diff --lang en '" + county.report + "' '" + draft + "'");
  CHECK(spoiled.code == 1);
  CHECK(contains(spoiled.out, "Findings opened: 1"));
  CHECK(parse(run("diff --json '" + county.report + "' '" + draft + "'").out)["schema"] == "gongkai.diff/1");
  CHECK(run("diff '" + draft + "'").code == 2);
  CHECK(run("diff '" + draft + "' /no/such/file").code == 2);

  const Outcome forms = run("diff '" + testing::source_folder() + "/examples/data/harbour-2020.txt' '" + draft + "'");
  CHECK(contains(forms.out, "无此栏 → "));
}

TEST_CASE("rollup writes a total that is a report again, and says what is not in it") {
  const County county;
  const std::string total = county.folder.path("total.json");
  const std::string command = "rollup '" + county.children + "' --register '" + county.bodies + "' -o '" + total + "'";
  Outcome outcome = run(command);
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "已汇总3份年报"));
  const Result<Report> read = report_from_json(read_file(total).value());
  REQUIRE(read);
  CHECK(static_cast<const Figures&>(read.value()) == static_cast<const Figures&>(county.data));
  CHECK(read->about.authority == "临江县人民政府");
  CHECK(read->about.year == 2023);
  CHECK(read->about.level == Level::county);
  CHECK(run("check --only rollup --complete '" + total + "' --children '" + county.children + "'").code == 0);

  std::filesystem::remove(county.children + "/东镇.json");
  county.folder.write("towns/北镇.json", to_json(named(county.towns[0], "西镇", 2022)));
  outcome = run(command);
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "东镇：没有年报"));
  CHECK(contains(outcome.out, "西镇：年报是另一年度的"));
  CHECK(contains(outcome.out, "北镇.json，2022年度）"));
  CHECK(contains(outcome.out, "│ 一、本年新收政府信息公开申请数量"));
  county.folder.write("towns/坏.docx", "PK\x03\x04");
  CHECK(contains(run("rollup '" + county.children + "'").out, "坏：年报读不出（" + county.children + "/坏.docx："));
  std::filesystem::remove(county.children + "/坏.docx");
  const rapidjson::Document json = parse(run("rollup --json '" + county.children + "'").out);
  CHECK(json["schema"] == "gongkai.rollup/1");
  CHECK(json["added"].GetInt() == 2);
  CHECK(run("rollup '" + county.folder.path("nothing") + "'").code == 2);
  CHECK(run(command + " --body 没有").code == 2);
  CHECK(run("rollup '" + county.children + "' -o /no/such/folder/total.json").code == 2);
}

TEST_CASE("rollup can give each body a column beside the total") {
  const County county;
  const std::string command = "rollup '" + county.children + "' --register '" + county.bodies + "' --by-body";
  const Outcome outcome = run(command);
  CHECK(outcome.code == 0);
  std::string expected = "table,row,column,unit,key,total", row = ",requests.received.total,";
  const auto number = [](const Report& report) { return std::to_string(report.requests.received.total.value_or(-1)); };
  row += number(county.data);
  for (const Report& town : county.towns) {
    expected += "," + town.about.authority;
    row += "," + number(town);
  }
  CHECK(outcome.out.find(expected) < 10);
  CHECK(contains(outcome.out, row));
  const std::string path = county.folder.path("分列.csv");
  CHECK(run(command + " -o '" + path + "'").code == 0);
  CHECK(read_file(path) == outcome.out);
  CHECK(run(command + " -o '" + county.folder.path("分列.xlsx") + "'").code == 0);
  CHECK(read_file(county.folder.path("分列.xlsx")).value_or("").substr(0, 2) == "PK");
  CHECK(run(command + " -o '" + county.folder.path("分列.json") + "'").code == 2);
  CHECK(run(command + " -o '" + county.bodies + "'").code == 2);

  county.folder.write("towns/旧.json", to_json(named(county.towns[1], "东镇", 2022)));
  const Outcome older = run("rollup '" + county.children + "' --by-body --year 2023");
  CHECK(older.code == 1);
  CHECK(contains(older.err, "旧.json，2022年度"));
  const std::string heads = older.out.substr(0, older.out.find('\r'));
  CHECK(heads.find("东镇") != std::string::npos);
  CHECK(heads.find("东镇") == heads.rfind("东镇"));
}

TEST_CASE("totals are added up to totals: towns to counties, counties to a city") {
  const Folder folder;
  std::mt19937 random(52);
  std::deque<Report> towns;
  std::vector<Child> children;
  std::filesystem::create_directories(folder.path("counties"));
  for (const std::string county : {"甲县", "乙县"}) {
    for (int i = 1; i <= 3; ++i) {
      const std::string town = county + std::to_string(i) + "镇";
      towns.push_back(named(random_clean_report(random, Edition::form_2021), town, 2023));
      children.push_back({towns.back().about.authority, &towns.back()});
      folder.write(county + "/" + town + ".json", to_json(towns.back()));
    }
    const std::string total = folder.path("counties/" + county + ".json");
    CHECK(run("rollup '" + folder.path(county) + "' --body " + county + " -o '" + total + "'").code == 0);
  }
  const std::string city = folder.path("city.json");
  CHECK(run("rollup '" + folder.path("counties") + "' --body 某市 -o '" + city + "'").code == 0);
  CHECK(static_cast<const Figures&>(report_from_json(read_file(city).value()).value()) ==
        static_cast<const Figures&>(aggregate(children).report));
}
