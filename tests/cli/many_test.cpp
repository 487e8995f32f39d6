// Many reports at once: a list with the worst first, years compared by themselves, one table of all.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "gongkai/check.hpp"
#include "gongkai/write.hpp"
#include "gongkai/write_table.hpp"
#include "office/package.hpp"
#include "support/program.hpp"
#include "support/random_report.hpp"

using namespace gongkai;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

/// A report in which everything adds up and which carries `in` requests in and `out` on.
Report report_of(const std::string& body, int year, std::int64_t in, std::int64_t out) {
  std::mt19937 random(static_cast<std::mt19937::result_type>(year));
  Report report = random_clean_report(random, Edition::form_2021);
  static_cast<Figures&>(report) = Figures{};
  const auto set = [](auto& row, std::int64_t value) {
    row.natural_person = value;
    row.total = value;
  };
  const std::int64_t received = 10 + year % 7;
  set(report.requests.received, received);
  set(report.requests.carried_in, in);
  set(report.requests.outcomes.granted, received + in - out);
  set(report.requests.outcomes.total, received + in - out);
  set(report.requests.carried_out, out);
  report.about.authority = body;
  report.about.year = year;
  report.about.title = fmt::format("{}{}年政府信息公开工作年度报告", body, year);
  return report;
}

/// Four bodies over five years; in one of them a stock that is carried over changes.
void write_panel(const Folder& folder) {
  for (int body = 0; body < 4; ++body) {
    std::int64_t carried = 2;
    for (int year = 2021; year <= 2025; ++year) {
      const std::int64_t out = (3 * year + body) % 5;
      const bool is_planted = body == 1 && year == 2023;
      folder.write(fmt::format("in/第{}局{}.json", body, year),
                   to_json(report_of(fmt::format("第{}局", body), year, carried + (is_planted ? 3 : 0), out)));
      carried = out;
    }
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && line.back() == '\r') {
      line.pop_back();
    }
    lines.push_back(line);
  }
  return lines;
}
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');) {
    fields.push_back(field);
  }
  return fields;
}

}  // namespace

TEST_CASE("many reports are one line each, the worst first, with the first error in words; the last line counts all") {
  const Folder folder;
  folder.write("in/1好.json", to_json(report_of("甲局", 2023, 0, 0)));
  Report wrong = report_of("乙局", 2023, 1, 1);
  wrong.requests.outcomes.total.total = 99;
  folder.write("in/2坏.json", to_json(wrong));
  Report nameless = report_of("", 2023, 0, 0);
  nameless.requests.received.total = 98;
  folder.write("in/3无名.json", to_json(nameless));
  folder.write("in/4扫描.png", "\x89PNG");
  const Outcome outcome = run("check '" + folder.path("in") + "'");
  CHECK(outcome.code == 2);
  const std::vector<std::string> lines = lines_of(outcome.out);
  REQUIRE(lines.size() > 5);
  CHECK(contains(lines[0], "机关"));
  CHECK(contains(lines[1] + lines[2], "乙局"));
  CHECK(contains(lines[1] + lines[2], "3无名.json"));
  CHECK(contains(lines[1], "相差"));
  CHECK(contains(lines[1], "2023"));
  CHECK(contains(lines[3], "甲局"));
  CHECK(contains(outcome.out, "共检查3份报告，其中2份有错误；另有1个文件没有读出。"));
  CHECK_FALSE(contains(outcome.out, "检查范围"));
  CHECK(lines.size() < 10);

  const Outcome only = run("check --errors-only '" + folder.path("in") + "'");
  CHECK_FALSE(contains(only.out, "甲局"));
  CHECK(contains(only.out, "乙局"));
  CHECK(contains(only.out, "共检查3份报告"));

  const Outcome full = run("check -v '" + folder.path("in") + "'");
  for (const char* part : {"── ", "结论：", "检查范围", "申请（表三）", "机关：甲局"}) {
    CHECK(contains(full.out, part));
  }
  CHECK(contains(full.out, lines[1]));
  CHECK(contains(run("check --lang en '" + folder.path("in") + "'").out, "Reports checked: 3; with errors: 2"));
}

TEST_CASE("a line of the list is no wider than the terminal, and is whole where there is none") {
  const Folder folder;
  for (int i = 0; i < 3; ++i) {
    Report report = report_of(fmt::format("第{}个名称很长很长很长的开发区管理委员会办公室", i), 2023, 0, 0);
    report.requests.received.total = 50 + i;
    folder.write(fmt::format("in/{}.json", i), to_json(report));
  }
  const auto width_of = [](const std::string& line) {
    std::size_t width = 0;
    for (const char c : line) {
      const auto byte = static_cast<unsigned char>(c);
      width += (byte & 0xc0U) == 0x80U ? 0 : byte >= 0xe3 ? 2 : 1;
    }
    return width;
  };
  for (const std::size_t width : {60U, 80U, 120U}) {
    setenv("COLUMNS", std::to_string(width).c_str(), 1);
    const std::vector<std::string> lines = lines_of(run("check '" + folder.path("in") + "'").out);
    for (std::size_t i = 0; i < 4; ++i) {
      CAPTURE(lines[i]);
      CHECK(width_of(lines[i]) <= width);
      CHECK(width_of(lines[i]) > (i == 0 ? 30 : width - 3));
    }
  }
  unsetenv("COLUMNS");
  CHECK(contains(run("check '" + folder.path("in") + "'").out, "第2个名称很长很长很长的开发区管理委员会办公室"));
}

TEST_CASE(
    "one report: what was checked is one line, a table with -v, each rule with --coverage; errors alone where asked") {
  const Folder folder;
  Report report = report_of("甲局", 2023, 1, 1);
  report.requests.received.natural_person = 3;
  const std::string path = folder.write("a.json", to_json(report));
  const Outcome brief = run("check '" + path + "'");
  const std::vector<std::string> lines = lines_of(brief.out);
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const std::string& line) { return contains(line, "检查范围：成立"); }) == 1);
  CHECK(contains(brief.out, "把空白按0计算"));
  CHECK_FALSE(contains(brief.out, "申请（表三）"));
  CHECK(contains(run("check -v '" + path + "'").out, "申请（表三）"));
  CHECK(contains(run("check --coverage '" + path + "'").out, "requests.row_total"));
  CHECK(contains(brief.out, "  核实  "));
  const Outcome only = run("check --errors-only '" + path + "'");
  CHECK(contains(only.out, "  错误  "));
  CHECK_FALSE(contains(only.out, "  核实  "));
  CHECK_FALSE(contains(only.out, "  提示  "));
  CHECK(contains(only.out, "结论：错误"));
  const rapidjson::Document json = parse(run("check --json --errors-only '" + path + "'").out);
  CHECK(json["assessment"]["findings"].Size() > 0);
  for (const auto& finding : json["assessment"]["findings"].GetArray()) {
    CHECK(finding["severity"] == "error");
  }
}

TEST_CASE(
    "reports of a folder are seen beside each other: a text that is another body's is named, set phrases are not") {
  const Folder folder;
  const std::string own =
      "把惠农补贴、土地流转、村级财务逐村张贴，邀请村民代表到镇里看账本、问去向，还在赶集日设点答疑，把政策讲到田间地头"
      "，"
      "全年集中答疑16次，受理村民提问203个，件件都有回音，村民说账目清楚了心里就亮堂了，干部说晒出来的是底气，换回来的"
      "是信任，"
      "下一步还要把集体资产出租合同也一并晒出来，并请第三方逐项核对，核对结果在村口公示栏公开三个月，期间任何人都可以查"
      "阅复制。";
  const std::string set = "认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，公开信息";
  for (const char* body : {"甲镇", "乙镇", "丙镇", "丁镇", "戊镇", "己镇", "庚镇"}) {
    Report report = report_of(std::string(body) + "人民政府", 2023, 0, 0);
    const bool is_copy = body == std::string("甲镇") || body == std::string("乙镇");
    report.narrative.overview = set + "120条。" + (is_copy ? own : std::string(body) + "自有特色。");
    folder.write("in/" + std::string(body) + ".json", to_json(report));
  }
  const std::string out = run("check -v --only peers. '" + folder.path("in") + "'").out;
  CHECK(contains(out, "同一批报告中的另一份相同（超过50%）：乙镇人民政府，“"));
  CHECK(contains(out, "同一批报告中的另一份相同（超过50%）：甲镇人民政府，“"));
  CHECK(contains(out, "规则 peers.look_alike"));
  CHECK_FALSE(contains(out, "丙镇人民政府，“"));
  CHECK_FALSE(contains(run("check -v --similarity 100 --only peers. '" + folder.path("in") + "'").out, "peers.look"));
  // One report alone has no others beside it.
  CHECK_FALSE(contains(run("check -v '" + folder.path("in/甲镇.json") + "'").out, "peers."));
}

TEST_CASE("where one cell explains a fault the finding says so and points to why; where several may, it does not") {
  const Folder folder;
  Report one = report_of("甲局", 2023, 1, 1);
  one.requests.outcomes.granted.natural_person = one.requests.outcomes.granted.natural_person.value_or(0) + 9;
  const std::string single = folder.write("in/one.json", to_json(one));
  const Outcome outcome = run("check '" + single + "'");
  CHECK(contains(outcome.out, "很可能是表三“（一）予以公开”行“自然人”列：填的是"));
  CHECK_FALSE(contains(outcome.out, "推算："));  // the message has said it
  CHECK(contains(outcome.out, "错误1处"));       // what the one cell breaks is one finding
  CHECK(contains(outcome.out, "用 gongkai why 看推算"));
  CHECK(contains(run("check --lang en '" + single + "'").out, "Most likely "));
  CHECK(parse(run("check --json '" + single + "'").out)["assessment"]["findings"][0]["suspects"].Size() == 1);
  CHECK(parse(run("check --json '" + single + "'").out)["assessment"]["findings"][0]["same_cause"].Size() == 1);

  Report several = report_of("乙局", 2023, 1, 1);
  several.review.upheld = 1;
  several.review.total = 3;  // either may be wrong
  const std::string open = folder.write("in/several.json", to_json(several));
  CHECK_FALSE(contains(run("check '" + open + "'").out, "推算"));
  CHECK(contains(run("check '" + folder.path("in") + "'").out, "有1份能推算出错在哪一格，用 gongkai why 看推算。"));
  const std::string clean = folder.write("in/clean.json", to_json(report_of("丙局", 2023, 0, 0)));
  CHECK_FALSE(contains(run("check '" + clean + "'").out, "推算"));
}

TEST_CASE("why, show and read take a folder") {
  const Folder folder;
  write_panel(folder);
  Report wrong = report_of("第9局", 2023, 1, 1);
  wrong.requests.outcomes.granted.natural_person = 1;
  folder.write("in/第9局2023.json", to_json(wrong));
  folder.write("in/通知.txt", "关于报送年度报告的通知。\n");
  const std::string in = "'" + folder.path("in") + "'";
  const Outcome why = run("why " + in);
  CHECK(why.code == 1);
  CHECK(contains(why.out, "第9局2023.json"));
  CHECK_FALSE(contains(why.out, "第0局2021.json"));
  CHECK(contains(why.out, "20份报告的表三、表四没有对不上的地方。"));
  CHECK(contains(why.out, "跳过1个"));
  for (const char* command : {"show ", "read "}) {
    const Outcome outcome = run(command + in);
    CHECK(outcome.code == 0);
    CHECK(contains(outcome.out, "第0局2021.json"));
    CHECK(contains(outcome.out, "第9局2023.json"));
    CHECK(contains(outcome.out, "跳过1个"));
    CHECK(lines_of(run(command + ("--json " + in)).out).size() == 21);
  }
  folder.write("in/坏.docx", "PK\x03\x04");
  CHECK(run("show " + in).code == 2);
  CHECK(run("read -o '" + folder.path("x.json") + "' " + in).code == 2);
  fs::create_directories(folder.path("none"));
  CHECK(run("why '" + folder.path("none") + "'").code == 2);
}

TEST_CASE("several years of one body in a folder are compared by themselves: what was carried over wrongly is found") {
  const Folder folder;
  write_panel(folder);
  const std::string in = "'" + folder.path("in") + "'";
  const Outcome outcome = run("check " + in);
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "共检查20份报告，其中1份有错误。有16份与上年的报告对照过。"));
  CHECK(contains(lines_of(outcome.out)[1], "第1局"));
  CHECK(contains(lines_of(outcome.out)[1], "2023"));
  CHECK(contains(lines_of(outcome.out)[1], "上年结转"));
  CHECK(contains(run("check -v " + in).out, "已与上年报告对照：" + folder.path("in/第1局2022.json")));
  CHECK(run("check --jobs 1 " + in).out == run("check --jobs 5 " + in).out);
  const rapidjson::Document array = parse(run("check --json " + in).out);
  std::size_t carried = 0;
  for (const auto& one : array.GetArray()) {
    for (const auto& finding : one["assessment"]["findings"].GetArray()) {
      carried += finding["rule"] == "years.carry";
    }
  }
  CHECK(carried == 1);
  // Named one by one they are compared as well.
  CHECK(run("check '" + folder.path("in/第1局2023.json") + "' '" + folder.path("in/第1局2022.json") + "'").code == 1);
  CHECK(run("check '" + folder.path("in/第1局2023.json") + "'").code == 0);
}

TEST_CASE("--previous takes a folder of last year's reports") {
  const Folder folder;
  write_panel(folder);
  for (int body = 0; body < 4; ++body) {
    fs::create_directories(folder.path("this"));
    const std::string name = fmt::format("第{}局2023.json", body);
    fs::rename(folder.path("in/" + name), folder.path("this/" + name));
  }
  const std::string previous = " --previous '" + folder.path("in") + "'";
  const Outcome outcome = run("check '" + folder.path("this") + "'" + previous);
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "其中1份有错误。有4份与上年的报告对照过。"));
  const std::string one = "'" + folder.path("this/第1局2023.json") + "'";
  CHECK(contains(run("check " + one + previous).out, "已与上年报告对照：" + folder.path("in/第1局2022.json")));
  CHECK(run("check " + one + previous).code == 1);
  CHECK(run("why " + one + previous).code == 0);
  const std::string first = folder.write("第7局2023.json", to_json(report_of("第7局", 2023, 0, 0)));
  const Outcome without = run("check '" + first + "'" + previous);
  CHECK(without.code == 2);
  CHECK(contains(without.err, "2022年度"));
  fs::create_directories(folder.path("none"));
  CHECK(run("check " + one + " --previous '" + folder.path("none") + "'").code == 2);
}

TEST_CASE("two reports of one body and year are named; where they differ neither stands for the year before") {
  const Folder folder;
  folder.write("in/a2022.json", to_json(report_of("甲局", 2022, 0, 4)));
  folder.write("in/a2023.json", to_json(report_of("甲局", 2023, 1, 1)));
  const std::string in = "'" + folder.path("in") + "'";
  CHECK(run("check " + in).code == 1);
  CHECK_FALSE(contains(run("check " + in).out, "请确认以哪一份为准"));
  folder.write("in/副本.docx", to_docx(report_of("甲局", 2022, 0, 4)));
  const Outcome same = run("check " + in);
  CHECK(same.code == 1);
  CHECK(contains(same.out, "请确认以哪一份为准"));
  CHECK(contains(same.out, "甲局2022年度：" + folder.path("in/a2022.json") + "、" + folder.path("in/副本.docx")));
  folder.write("in/更正.json", to_json(report_of("甲局", 2022, 0, 1)));
  CHECK(run("check " + in).code == 0);
}

TEST_CASE(
    "of many files that are no reports, or of many repeated ones, ten are named and the rest counted; -v names all") {
  const Folder folder;
  for (int i = 10; i < 23; ++i) {
    folder.write(fmt::format("in/说明{}.txt", i), "这里没有报告。\n");
    folder.write(fmt::format("in/a{}.json", i), to_json(report_of(fmt::format("第{}局", i), 2022, 0, 0)));
    folder.write(fmt::format("in/b{}.json", i), to_json(report_of(fmt::format("第{}局", i), 2022, 0, 0)));
  }
  const std::string in = " '" + folder.path("in") + "'";
  const std::string some = run("check" + in).out;
  CHECK(contains(some, "跳过13个"));
  CHECK(contains(some, "说明19.txt"));
  CHECK_FALSE(contains(some, "说明20.txt"));
  CHECK_FALSE(contains(some, "第20局2022年度："));
  CHECK(contains(some, "b19.json\n  ……还有3个，加 -v 全部列出。"));
  const std::string all = run("check -v" + in).out;
  CHECK(contains(all, "说明22.txt"));
  CHECK(contains(all, "第22局2022年度："));
  CHECK_FALSE(contains(all, "还有"));
}

TEST_CASE("table: one report a row or one cell a row, with states and counts, as CSV and as a workbook") {
  const Folder folder;
  write_panel(folder);
  std::mt19937 random(3);
  Report old = random_clean_report(random, Edition::form_2019);
  old.about.authority = "旧局";
  old.about.year = 2019;
  folder.write("in/旧局2019.json", to_json(old));
  std::string text = read_file(source_folder() + "/examples/data/harbour-2020.txt").value_or("");
  text.replace(text.find("1484"), 4, "14x4");
  folder.write("in/damaged.txt", text);
  const std::string in = "'" + folder.path("in") + "'";

  const Outcome wide = run("table " + in);
  CHECK(wide.code == 1);  // a cell could not be read
  const std::vector<std::string> lines = lines_of(wide.out);
  REQUIRE(lines.size() == 23);
  const std::vector<std::string> heads = fields_of(lines[0]);
  CHECK(heads.size() == 10 + 2 * cell_count);
  const auto column = [&](const std::string& name) {
    const auto at = std::find_if(heads.begin(), heads.end(), [&](const std::string& head) {
      return contains(head, name) && head.size() <= name.size() + 3;
    });
    REQUIRE(at != heads.end());
    return static_cast<std::size_t>(at - heads.begin());
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    std::vector<std::string> fields = fields_of(lines[i]);
    CAPTURE(lines[i].substr(0, 80));
    REQUIRE(fields.size() == heads.size());
    if (contains(fields[0], "damaged")) {
      CHECK(fields[column("disclosure.licensing.decisions")].empty());
      CHECK(fields[column("disclosure.licensing.decisions.state")] == "unreadable");
      CHECK(fields[column("requests.received.total")] == "62");
      CHECK(fields[column("requests.received.total.state")] == "read");
      CHECK(fields[column("requests.received.other.state")] == "blank");
      CHECK(fields[column("review.total.state")] == "read");
    } else if (contains(fields[0], "旧局")) {
      CHECK(fields[column("year")] == "2019");
      CHECK(fields[column("edition")] == "2019");
      CHECK(fields[column("disclosure.licensing.items_change.state")] == "read");
    } else {
      CHECK(fields[column("edition")] == "2021");
      CHECK(fields[column("disclosure.licensing.items_change.state")] == "not_in_form");
      CHECK(fields[column("errors")] == (contains(fields[0], "第1局2023") ? "1" : "0"));
    }
  }
  const Outcome tidy = run("table --tidy " + in);
  CHECK(lines_of(tidy.out).size() == 1 + 20 * 200 + 2 * 198);
  CHECK(contains(tidy.out, "disclosure.licensing.decisions,2,"));

  for (const std::string options : {"", "--tidy "}) {
    const std::string csv = folder.path("all.csv"), xlsx = folder.path("all.xlsx");
    CHECK(run("table " + options + in + " -o '" + csv + "'").code == 1);
    CHECK(read_file(csv) == run("table " + options + in).out);
    const Outcome told = run("table " + options + in + " -o '" + xlsx + "'");
    CHECK(contains(told.out, "结果已写入"));
    CHECK(read_file(xlsx).value_or("").substr(0, 4) == "PK\x03\x04");
  }
  for (const char* name : {"all.json", "all.parquet", "all.html"}) {
    const Outcome refused = run("table " + in + " -o '" + folder.path(name) + "'");
    CHECK(refused.code == 2);
    CHECK(contains(refused.err, ".xlsx"));
  }
  fs::remove(folder.path("in/damaged.txt"));
  CHECK(run("table " + in).code == 0);
  folder.write("in/坏.docx", "PK\x03\x04");
  CHECK(run("table " + in).code == 2);
}

TEST_CASE("a ZIP file of reports is read as a folder, also where its names are in GBK") {
  const Folder folder;
  const std::string gbk = "\xbc\xd7\xd5\xf2.docx";  // 甲镇.docx
  Package package;
  package.add(gbk, to_docx(report_of("甲镇", 2024, 2, 3)));
  package.add("各镇街/乙镇.json", to_json(report_of("乙镇", 2024, 2, 3)));
  package.add("各镇街/说明.txt", "不是报告");
  package.add("__MACOSX/._乙镇.json", "x");
  folder.write("in/年报.zip", package.finish());
  for (const char* input : {"in", "in/年报.zip"}) {
    CAPTURE(input);
    const Outcome outcome = run("check '" + folder.path(input) + "'");
    CHECK(outcome.code == 0);
    CHECK(contains(outcome.out, "共检查2份报告"));
    CHECK(contains(outcome.out, "甲镇.docx"));
    CHECK(contains(outcome.out, "跳过1个"));
    CHECK(contains(outcome.out, "年报.zip/各镇街/说明.txt"));
  }
  CHECK(run("show '" + folder.path("in/年报.zip/各镇街/乙镇.json") + "'").code == 0);
  CHECK(run("check '" + folder.path("in/年报.zip/没有.json") + "'").code == 2);
  folder.write("坏.zip", "PK\x03\x04");
  const Outcome damaged = run("check '" + folder.path("坏.zip") + "'");
  CHECK(damaged.code == 2);
  CHECK(std::count(damaged.err.begin(), damaged.err.end(), '\n') == 1);  // one cause, one sentence
  folder.write("名字.zip", to_docx(report_of("丙镇", 2024, 2, 3)));
  CHECK(run("show '" + folder.path("名字.zip") + "'").code == 0);
}

TEST_CASE("LibreOffice converts what is not read without it, where it is installed") {
  if (std::system("command -v soffice >/dev/null") != 0) {
    MESSAGE("soffice is not installed: not tested");
    return;
  }
  const Folder folder;
  Report faulty = report_of("甲镇", 2024, 2, 3);
  faulty.requests.outcomes.total.total = 1;
  folder.write("年报.docx", to_docx(faulty));
  const std::string there = "cd '" + folder.path(".") + "' && ";
  REQUIRE(shell(there + "soffice --headless '-env:UserInstallation=file://" + folder.path("profile") +
                "' --convert-to rtf 年报.docx >/dev/null")
              .code == 0);
  const Outcome word = run("check '" + folder.path("年报.docx") + "'"),
                rtf = run("check '" + folder.path("年报.rtf") + "'");
  CHECK(rtf.code == word.code);
  CHECK(contains(rtf.out, "已由LibreOffice"));
  CHECK(
      contains(rtf.out, word.out.substr(word.out.find("结论："), word.out.find("检查范围") - word.out.find("结论："))));
}
