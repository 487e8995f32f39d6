// The program does what its help says: exit codes, input from files, folders and stdin, both languages, JSON.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>

#include "gongkai/write.hpp"
#include "support/program.hpp"
#include "support/random_report.hpp"

using namespace gongkai;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

Report clean_report(Edition edition) {
  std::mt19937 random(11);
  Report report = testing::random_clean_report(random, edition);
  report.about.title = "临江县人民政府年度报告";
  report.about.authority = "临江县人民政府";
  return report;
}
Report faulty_report() {
  Report report = clean_report(Edition::form_2021);
  report.requests.received.total = report.requests.received.total.value_or(0) + 1;
  return report;
}

/// Columns on a terminal: Chinese takes two, box lines and the quotation marks of Chinese (U+2xxx) one.
std::size_t width_of(std::string_view line) {
  std::size_t width = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    width += (byte & 0xc0U) == 0x80U ? 0 : byte >= 0xe3 ? 2 : 1;
  }
  return width;
}
bool is_of_box(std::string_view line) {
  return line.substr(0, 2) == "\xe2\x94";
}

/// Whether all lines of each box are equally wide; the text must have some.
bool has_straight_edges(const std::string& text) {
  std::size_t width = 0, boxes = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    boxes += is_of_box(line) && width == 0;
    if (is_of_box(line) && width != 0 && width_of(line) != width) {
      return false;
    }
    width = is_of_box(line) ? width_of(line) : 0;
    begin = end + 1;
  }
  return boxes == 3;
}

const std::string example = testing::source_folder() + "/examples/data/harbour-2020.txt";

}  // namespace

TEST_CASE("help and version are no error; a wrong command is one") {
  const Outcome help = run("--help");
  CHECK(help.code == 0);
  CHECK(contains(help.out, "gongkai check"));
  CHECK(help.err.empty());
  for (const char* subcommand : {"check", "show", "why", "cells", "rules", "explain"}) {
    const Outcome of_subcommand = run(std::string(subcommand) + " --help");
    CHECK(of_subcommand.code == 0);
    CHECK(contains(of_subcommand.out, std::string("gongkai ") + subcommand));
  }
  CHECK(run("--version").out.substr(0, 8) == "gongkai ");
  for (const char* wrong :
       {"", "''", "chek", "check", "check --no-such x", "check x --level village", "check x --only nothing",
        "check x --severity document", "check x --severity document=bad", "check x --severity nothing=info",
        "check x --year soon", "show", "show a b", "why", "why x --blanks some", "explain", "cells --edition 2022"}) {
    CAPTURE(wrong);
    const Outcome outcome = run(wrong);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, "--help"));
  }
  CHECK(contains(run("chek").err, "did you mean: check"));
  CHECK(contains(run("check --vebose x").err, "--verbose"));
  CHECK(contains(run("check").err, "还缺少FILE"));
  CHECK(contains(run("check x --json --format csv").err, "不能同时用"));
  CHECK(contains(run("check x --year").err, "要写一个值"));
  CHECK(contains(run("check x --year 1").err, "2008到9999"));
  CHECK(contains(run("show a b").err, "多出来的词"));
  CHECK(contains(run("check --no-such x").err, "gongkai check --help"));
}

TEST_CASE("each subcommand is explained by examples of its own, also as help SUBCOMMAND") {
  CHECK(run("help").out == run("--help").out);
  CHECK(run("help check").out == run("check --help").out);
  CHECK(run("version").out == run("--version").out);
  CHECK(run("help chek").code == 2);
  const std::string check_help = run("help check").out;
  CHECK(contains(check_help, "gongkai.waivers/1"));
  CHECK(contains(check_help, "valid_from"));
  CHECK_FALSE(contains(check_help, "gongkai rollup"));
  CHECK_FALSE(contains(run("help rules").out, "gongkai check"));
}

TEST_CASE("several rules may be given with commas between them, and --quiet leaves the exit code alone") {
  const Folder folder;
  const std::string path = folder.write("a.json", to_json(faulty_report()));
  CHECK(run("check --only requests.,review. '" + path + "'").out ==
        run("check --only requests. --only review. '" + path + "'").out);
  const Outcome quiet = run("check -q '" + path + "'");
  CHECK(quiet.code == 1);
  CHECK(quiet.out.empty());
  CHECK(quiet.err.empty());
}

TEST_CASE("tables are as narrow as the terminal, and no line of them is broken") {
  for (const char* width : {"60", "80", "200"}) {
    for (const char* command : {"show", "show --lang en"}) {
      CAPTURE(width);
      CAPTURE(command);
      const Outcome outcome = shell(fmt::format("COLUMNS={} '{}' {} '{}'", width, program(), command, example));
      CHECK(outcome.code == 0);
      std::istringstream lines(outcome.out);
      for (std::string line; std::getline(lines, line);) {
        const bool is_of_table = is_of_box(line);
        CHECK((!is_of_table || width_of(line) <= std::stoul(width)));
      }
      CHECK(contains(outcome.out, "126337813.74"));
    }
  }
}

TEST_CASE("shells complete subcommands, options and the words that options have") {
  const std::string complete =
      "bash -c 'eval \"$(" + program() +
      " completion bash)\"; COMP_WORDS=(gongkai \"$@\"); COMP_CWORD=$#; _gongkai; echo \"${COMPREPLY[*]}\"' - ";
  CHECK(shell(complete + "ch").out == "check\n");
  CHECK(shell(complete + "check --lan").out == "--lang\n");
  CHECK(shell(complete + "check --lang ''").out == "zh en\n");
  CHECK(shell(complete + "explain requests.flow").out == "requests.flow_balance\n");
  CHECK(run("completion ksh").code == 2);
  CHECK(contains(run("completion zsh").out, "#compdef gongkai"));
  CHECK(contains(run("completion fish").out, "complete -c gongkai"));
  CHECK(contains(run("help --man").out, ".TH GONGKAI 1"));
}

TEST_CASE("Ctrl-C ends the reading, and says what was not done") {
  // Not looking for leaks, which at the end of an interrupted program has been seen to wait for itself for ever.
  const Outcome broken_off =
      shell("sleep 2 | ASAN_OPTIONS=detect_leaks=0 timeout -k 20 -s INT 1 '" + program() + "' check -");
  CHECK(contains(broken_off.err, "已中断"));
}

TEST_CASE("the example report reads and has no error") {
  const Outcome outcome = run("check '" + example + "'");
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(contains(outcome.out, "2019年版"));
  CHECK(contains(outcome.out, "结论："));
  CHECK(contains(outcome.out, "检查范围"));
  CHECK_FALSE(contains(outcome.out, "\x1b"));
  CHECK(run("check '" + example + "'").out == outcome.out);
}

TEST_CASE("a report with an error: what, where, both languages, exit code 1") {
  const Folder folder;
  const std::string path = folder.write("a.json", to_json(faulty_report()));
  const Outcome zh = run("check '" + path + "'");
  CHECK(zh.code == 1);
  CHECK(contains(zh.out, "错误"));
  CHECK(contains(zh.out, "requests.row_total"));
  const Outcome en = run("check --lang en '" + path + "'");
  CHECK(en.code == 1);
  CHECK(contains(en.out, "Result: errors"));
  CHECK_FALSE(contains(en.out, "结论"));
  CHECK(contains(run("check --coverage '" + path + "'").out, "litigation.after_review_total"));

  CHECK(run("check --except requests. '" + path + "'").code == 0);
  CHECK(run("check --only review '" + path + "'").code == 0);
  CHECK(run("check --only requests.row_total --only review '" + path + "'").code == 1);
  CHECK(run("check --severity requests.=warning '" + path + "'").code == 0);
  CHECK(run("check --blanks unknown '" + path + "'").code == 1);
  const Outcome other_year = run("check --year 2019 '" + path + "'");
  CHECK(contains(other_year.out, "document.hint_contradicts"));
  CHECK_FALSE(contains(other_year.out, "document.edition_year"));  // one cause, one finding
}

TEST_CASE("the standard input is a file like others") {
  const Folder folder;
  const std::string path = folder.write("a.json", to_json(faulty_report()));
  CHECK(run("check - <'" + path + "'").code == 1);
  CHECK(run("check - <'" + example + "'").code == 0);
  const Outcome empty = run("check - </dev/null");
  CHECK(empty.code == 2);
  CHECK(contains(empty.err, "标准输入"));
}

TEST_CASE("JSON: one object for one file, an array for several") {
  const Folder folder;
  const std::string bad = folder.write("b \"x\".json", to_json(faulty_report()));
  const Outcome one = run("check --json '" + bad + "'");
  CHECK(one.code == 1);
  const rapidjson::Document object = parse(one.out);
  CHECK(object["schema"] == "gongkai.check/1");
  CHECK(object["file"].GetString() == bad);
  CHECK(object["assessment"]["summary"]["error"].GetInt() >= 1);

  const Outcome several = run("check --json '" + bad + "' '" + example + "' /no/such/file");
  CHECK(several.code == 2);
  const rapidjson::Document array = parse(several.out);
  REQUIRE(array.Size() == 3);
  CHECK(array[1]["edition"] == "2019");
  CHECK(array[2]["error"]["code"] == "io");

  CHECK(parse(run("show --json '" + bad + "'").out)["schema"] == "gongkai.report/1");
  CHECK(parse(run("show --json '" + example + "'").out)["schema"] == "gongkai.reading/1");
  CHECK(parse(run("cells --json").out)["cells"].Size() == cell_count);
  CHECK(parse(run("rules --json").out)["rules"].Size() == rule_catalog.size());
  CHECK(parse(run("explain --json requests.row_total").out)["severity"] == "error");
}

TEST_CASE("a folder is searched; what is no report is listed, hidden files are left out") {
  const Folder folder;
  folder.write("in/b/clean.json", to_json(clean_report(Edition::form_2019)));
  folder.write("in/a/faulty.json", to_json(faulty_report()));
  folder.write("in/readme.txt", "这里没有报告。\n");
  folder.write("in/.hidden", "x");
  folder.write("in/.git/config", "x");
  const Outcome outcome = run("check '" + folder.path("in") + "'");
  CHECK(outcome.code == 1);
  CHECK(outcome.err.empty());
  CHECK(outcome.out.find("faulty.json") < outcome.out.find("clean.json"));
  CHECK(contains(outcome.out, "readme.txt"));
  CHECK(contains(outcome.out, "跳过1个"));
  CHECK(contains(outcome.out, "共检查2份"));
  CHECK_FALSE(contains(outcome.out, "hidden"));
  CHECK_FALSE(contains(outcome.out, "config"));

  const rapidjson::Document array = parse(run("check --json '" + folder.path("in") + "'").out);
  REQUIRE(array.Size() == 3);
  CHECK(array[2].HasMember("skipped"));

  folder.write("in/c/broken.json", R"({"schema":"gongkai.report/1","cells":{"x":1}})");
  const Outcome broken = run("check '" + folder.path("in") + "'");
  CHECK(broken.code == 2);
  CHECK(contains(broken.err, "broken.json"));

  CHECK(contains(broken.out, "共检查2份报告，其中1份有错误；另有1个文件没有读出。"));

  fs::create_directories(folder.path("none"));
  const Outcome none = run("check '" + folder.path("none") + "'");
  CHECK(none.code == 2);
  CHECK(contains(none.err, "没有可以读取的年度报告"));
}

TEST_CASE(
    "a file that is meant as a report and cannot be read is counted and is an error, in a folder as by its name") {
  const Folder folder;
  const std::string whole = to_docx(clean_report(Edition::form_2021));
  folder.write("in/a.json", to_json(clean_report(Edition::form_2021)));
  folder.write("in/other.json", R"({"name":"data of some other program"})");
  folder.write("in/通知.txt", "关于报送年度报告的通知。\n");
  CHECK(run("check '" + folder.path("in") + "'").code == 0);
  const std::pair<const char*, std::string> unread[] = {
      {"encrypted.docx",
       std::string("\xd0\xcf\x11\xe0") + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)},
      {"damaged.docx", whole.substr(0, whole.size() / 2)},
      {"scan.png", std::string("\x89PNG\r\n\x1a\n")},
      {"damaged.pdf", "%PDF-1.7\nnothing"},
      {"empty.docx", ""},
      {"old.doc", std::string("\xd0\xcf\x11\xe0") + std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24)},
      {"reports.7z", "7z\xbc\xaf\x27\x1c"},
  };
  std::size_t count = 0;
  for (const auto& [name, bytes] : unread) {
    const std::string name_text = name;
    CAPTURE(name_text);
    folder.write("in/" + name_text, bytes);
    ++count;
    CHECK(run("check '" + folder.path("in/" + name_text) + "'").code == 2);
    const Outcome outcome = run("check '" + folder.path("in") + "'");
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.out, fmt::format("共检查1份报告，其中0份有错误；另有{}个文件没有读出。", count)));
    CHECK(contains(outcome.err, name_text));
    CHECK(contains(outcome.out, "跳过2个"));
  }
  const rapidjson::Document array = parse(run("check --json '" + folder.path("in") + "'").out);
  CHECK(std::count_if(array.Begin(), array.End(), [](const auto& one) { return one.HasMember("error"); }) ==
        static_cast<std::ptrdiff_t>(count));
  CHECK(contains(run("check --lang en '" + folder.path("in") + "'").out, "could not be read: 7."));
}

TEST_CASE("a file that cannot be read is an error that says what and where; it wins over faults") {
  const Folder folder;
  const std::string faulty = folder.write("faulty.json", to_json(faulty_report()));
  const std::string empty = folder.write("empty.txt", "");
  const std::string other = folder.write("other.txt", "今天天气很好。\n");
  const std::string binary = folder.write("binary.txt", std::string("\x00\x01\xff\xfe", 4));
  const std::string pdf = folder.write("a.pdf", "%PDF-1.7\n");
  const std::string typo =
      folder.write("typo.json", "{\"schema\":\"gongkai.report/1\",\n\"cells\":{\"review.totl\":1}}");
  for (const std::string& path : {empty, other, binary, pdf, typo, folder.path("missing.txt")}) {
    CAPTURE(path);
    for (const char* subcommand : {"check", "show"}) {
      const Outcome outcome = run(std::string(subcommand) + " '" + path + "'");
      CHECK(outcome.code == 2);
      CHECK(contains(outcome.err, path));
    }
    const Outcome both = run("check -v '" + faulty + "' '" + path + "'");
    CHECK(both.code == 2);
    CHECK(contains(both.out, "requests.row_total"));
  }
  CHECK(contains(run("check '" + empty + "'").err, "空"));
  CHECK(contains(run("check --lang en '" + empty + "'").err, "empty"));
  CHECK(contains(run("check '" + typo + "'").err, "review.total"));
  const Outcome shown = run("show '" + folder.path("") + "'");
  CHECK(shown.code == 2);
  CHECK(contains(shown.out, "faulty.json"));
  CHECK(contains(run("diff '" + faulty + "' '" + folder.path("") + "'").err, "文件夹"));
}

TEST_CASE("the tables are drawn with straight edges, blanks blank and unread cells marked") {
  const Outcome outcome = run("show '" + example + "'");
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "│ 一、本年新收政府信息公开申请数量   │     62 │        │"));
  CHECK(contains(outcome.out, "政府集中采购"));
  CHECK(contains(outcome.out, "126337813.74"));
  CHECK(has_straight_edges(outcome.out));
  CHECK(has_straight_edges(run("show --lang en '" + example + "'").out));

  Report report = clean_report(Edition::form_2021);
  report.disclosure.fees.amount = Money::fen(123'456'700);
  report.disclosure.procurement.projects = 77;
  report.extensions.push_back({"requests", "增设\x1b[31m行", {}, {"8"}});
  const Folder folder;
  const Outcome drawn = run("show '" + folder.write("a.json", to_json(report)) + "'");
  CHECK(contains(drawn.out, "123.4567"));
  CHECK(has_straight_edges(drawn.out));
  CHECK(contains(drawn.out, "另一版格式里的栏目"));
  CHECK(contains(drawn.out, "增设 [31m行"));
  CHECK_FALSE(contains(drawn.out, "\x1b"));
  CHECK(contains(run("show --lang en '" + folder.path("a.json") + "'").out, "3(1) Granted"));
}

TEST_CASE("read: every table with what was found and what was not; the report as JSON that reads back") {
  Folder folder;
  const std::string output = folder.path("out.json");
  const Outcome outcome = run("read '" + example + "' -o '" + output + "'");
  CHECK(outcome.code == 0);
  for (const TableInfo& table : tables) {
    CHECK(contains(outcome.out, table.title.zh));
  }
  CHECK(contains(outcome.out, "编码：UTF-8（内容是UTF-8）"));
  CHECK(contains(outcome.out, output));
  CHECK(run("check '" + output + "'").code == 0);
  CHECK(contains(run("read --json '" + example + "'").out, "\"schema\":\"gongkai.reading/1\""));

  std::string text = read_file(example).value();
  text.replace(text.find("1484"), 4, "14x4");
  const Outcome damaged = run("read '" + folder.write("damaged.txt", text) + "'");
  CHECK(damaged.code == 1);
  CHECK(contains(damaged.out, "不完整"));
  CHECK(contains(damaged.out, "14x4"));
  CHECK(run("read '" + example + "' -o /no/such/folder/x.json").code == 2);
  CHECK(run("read /no/such/file").code == 2);
}

TEST_CASE("read: a file with several reports gives several") {
  Folder folder;
  const std::string text = read_file(example).value();
  const std::string file = folder.write("two.txt", text + "\n" + text);
  const Outcome outcome = run("read '" + file + "' -o '" + folder.path("out.json") + "'");
  CHECK(outcome.code == 0);
  CHECK(run("check '" + folder.path("out.json") + "' '" + folder.path("out-2.json") + "'").code == 0);
}

TEST_CASE("why names what is open where nothing is broken: the equation, and the cells that are blank or unread") {
  const Folder folder;
  Report report = faulty_report();
  report.requests.received.total = Count();
  const Outcome blank = run("why '" + folder.write("a.json", to_json(report)) + "'");
  CHECK(blank.code == 0);
  CHECK(contains(blank.out, "不能断定"));
  CHECK(
      contains(blank.out,
               "“一、本年新收政府信息公开申请数量”行：各项相加＝总计；空白：一、本年新收政府信息公开申请数量—总计列"));
  std::string text = read_file(example).value();
  const std::size_t at = text.find("59\n");
  REQUIRE(at != std::string::npos);
  const Outcome unread = run("why '" + folder.write("unread.txt", text.replace(at, 2, "5x9")) + "'");
  CHECK(contains(unread.out, "；未读出："));
}

TEST_CASE("a year given that contradicts the title is an error of its own, in documents and in data") {
  const Folder folder;
  const std::string json = folder.path("a.json");
  REQUIRE(run("read '" + example + "' -o '" + json + "'").code == 0);
  for (const std::string& path : {example, json}) {
    CHECK(run("check '" + path + "'").code == 0);
    CHECK(run("check --year 2020 '" + path + "'").code == 0);
    const Outcome outcome = run("check --year 2019 '" + path + "'");
    CHECK(outcome.code == 1);
    CHECK(contains(outcome.out, "报告年度是2020年（指定的是2019年）"));
  }
}

TEST_CASE("why: the smallest answers as a story or as JSON; exit code 1 where something does not add up") {
  const Folder folder;
  const std::string path = folder.write("a.json", to_json(faulty_report()));
  const Outcome zh = run("why '" + path + "'");
  CHECK(zh.code == 1);
  CHECK(zh.err.empty());
  CHECK(contains(zh.out, "对不上的地方："));
  CHECK(contains(zh.out, "“一、本年新收政府信息公开申请数量”行"));
  CHECK(contains(zh.out, "最少要改1格才能全部对上，这样的改法只有一种："));
  CHECK(contains(zh.out, "一个也没有改"));
  const Outcome en = run("why --lang en '" + path + "'");
  CHECK(contains(en.out, "At least one cell must change"));
  CHECK_FALSE(contains(en.out, "对不上"));
  const Outcome json = run("why --json '" + path + "'");
  CHECK(json.code == 1);
  const rapidjson::Document object = parse(json.out);
  CHECK(object["schema"] == "gongkai.localization/1");
  CHECK(object["faults"][0]["answers"][0][0]["key"] == "requests.received.total");

  const Outcome clean = run("why '" + example + "'");
  CHECK(clean.code == 0);
  CHECK(contains(clean.out, "没有对不上的地方"));
  CHECK(contains(clean.out, "有27条关系不能断定"));  // nothing is filled in
  CHECK(contains(run("why --lang en '" + example + "'").out, "cannot be decided: 27"));
  CHECK(parse(run("why --json - <'" + example + "'").out)["faults"].Empty());
  CHECK(run("why --blanks unknown '" + example + "'").code == 0);
  CHECK(run("why /no/such/file").code == 2);
  CHECK(contains(run("why /no/such/file").err, "/no/such/file"));
}

TEST_CASE("the catalogues are listed; a rule is explained; an unknown one has near matches") {
  const Outcome cells_2019 = run("cells --edition 2019"), cells_all = run("cells");
  CHECK(std::count(cells_2019.out.begin(), cells_2019.out.end(), '\n') == 198);
  CHECK(std::count(cells_all.out.begin(), cells_all.out.end(), '\n') == static_cast<std::ptrdiff_t>(cell_count));
  const Outcome rules = run("rules --lang en");
  CHECK(std::count(rules.out.begin(), rules.out.end(), '\n') == static_cast<std::ptrdiff_t>(rule_catalog.size()));
  for (const Rule& rule : rule_catalog) {
    const Outcome explained = run("explain " + std::string(rule.id));
    CHECK(explained.code == 0);
    CHECK(contains(explained.out, rule.id));
    CHECK_FALSE(contains(explained.out, "{"));
  }
  const Outcome unknown = run("explain requests.row_totl");
  CHECK(unknown.code == 2);
  CHECK(contains(unknown.err, "requests.row_total"));
  CHECK(unknown.out.empty());
}

TEST_CASE("output that cannot be written is an error, a reader that goes away is none") {
  CHECK(run("cells > /dev/full").code == 2);
  const Outcome cut = run("cells | head -n 1");
  CHECK(cut.err.empty());
  const Outcome piped = run("cells | (exec true); exit 0");
  CHECK(piped.err.empty());
}

TEST_CASE("a folder is checked on any number of threads with the same words, and ends in a list of reports") {
  Folder folder;
  for (int i = 0; i < 12; ++i) {
    Report report = i % 3 == 0 ? faulty_report() : clean_report(Edition::form_2021);
    report.about.authority = fmt::format("第{}镇人民政府", i % 4);
    folder.write(fmt::format("{:02}.json", i), to_json(report));
  }
  folder.write("不是年报.txt", "通知");
  const Outcome one = run("check --jobs 1 '" + folder.path(".") + "'"),
                many = run("check --jobs 7 '" + folder.path(".") + "'");
  CHECK(one.code == 1);
  CHECK(many.code == 1);
  CHECK(one.out == many.out);
  CHECK(contains(one.out, "共检查12份报告，其中4份有错误。"));
  CHECK(contains(one.out, "机关           年度  错误  核实  提示  第一处问题"));
  const std::size_t lines = static_cast<std::size_t>(
      std::count(one.out.begin(), one.out.begin() + static_cast<std::ptrdiff_t>(one.out.find("\n\n")), '\n'));
  CHECK(lines + 1 == 1 + 12);
  CHECK(run("check --jobs -1 '" + folder.path(".") + "'").code == 2);
}

TEST_CASE("findings go to a file in the format of its name, and the rest is told on the terminal") {
  Folder folder;
  const std::string good = folder.write("a.json", to_json(clean_report(Edition::form_2021)));
  const std::string bad = folder.write("b.json", to_json(faulty_report()));
  for (const char* format : {"json", "jsonl", "sarif", "junit", "csv", "html", "xlsx"}) {
    CAPTURE(format);
    const Outcome shown = run(fmt::format("check --format {} '{}' '{}'", format, good, bad));
    CHECK(shown.code == 1);
    const bool is_workbook = std::string_view(format) == "xlsx";
    CHECK(contains(shown.out, is_workbook ? "xl/worksheets/sheet2.xml" : "requests.flow_balance"));
    CHECK_FALSE(contains(shown.out, "共检查"));
    const std::string ending = std::string_view(format) == "junit" ? "xml" : format;
    const std::string path = folder.path("result." + ending);
    const Outcome written = run(fmt::format("check '{}' '{}' -o '{}'", good, bad, path));
    CHECK(written.code == 1);
    CHECK(contains(written.out, "共检查2份报告，其中1份有错误。"));
    CHECK(contains(written.out, "结果已写入"));
    if (!is_workbook) {  // whose links lead from where it lies
      std::string expected = shown.out;
      for (const char* name : {"a.json", "b.json"}) {  // as those of a page do
        const std::string link = fmt::format("href=\"file://{}\"", folder.path(name));
        CHECK((std::string_view(format) == "html") == contains(expected, link));
        if (contains(expected, link)) {
          expected.replace(expected.find(link), link.size(), fmt::format("href=\"{}\"", name));
        }
      }
      CHECK(read_file(path) == expected);
    }
  }
  const std::string words = folder.path("result.txt");
  CHECK(run("check '" + bad + "' -o '" + words + "'").code == 1);
  CHECK(contains(read_file(words).value_or(""), "结论：错误"));
  const Outcome page = run("check --format html '" + bad + "'");
  CHECK(contains(page.out, "<table"));
  CHECK(contains(page.out, "data-finding"));  // the form itself, with its findings marked
  CHECK(run("check '" + bad + "' -o /no/such/folder/x.csv").code == 2);
  CHECK(run("check '" + bad + "' --format word").code == 2);
}

TEST_CASE("every report of a file is checked, under a name of its own") {
  Folder folder;
  const std::string text = read_file(example).value_or("");
  const std::string path = folder.write("汇编.txt", text + text);
  const Outcome outcome = run("check --format csv '" + path + "'");
  CHECK(contains(outcome.out, path + ","));
  CHECK(contains(outcome.out, path + "#2,"));
  CHECK(run("check '" + path + "' --previous '" + example + "'").code == 2);
}

TEST_CASE("convert writes what the ending of the name says, and it reads back; form is the form to fill in") {
  Folder folder;
  const std::string json = folder.write("a.json", to_json(faulty_report()));
  for (const char* ending : {"docx", "xlsx", "html", "md", "csv", "json"}) {
    CAPTURE(ending);
    const std::string path = folder.path(fmt::format("b.{}", ending));
    CHECK(run("convert '" + json + "' '" + path + "'").code == 0);
    CHECK(parse(run("read --json '" + path + "'").out)["report"]["cells"] ==
          parse(run("read --json '" + json + "'").out)["report"]["cells"]);
  }
  CHECK(run("convert '" + json + "' '" + folder.path("c.tidy.csv") + "'").code == 0);
  CHECK(read_file(folder.path("c.tidy.csv")).value_or("") != read_file(folder.path("b.csv")).value_or(""));
  CHECK(contains(run("convert '" + json + "' '" + folder.path("b.doc") + "'").err, ".docx"));
  CHECK(run("convert '" + folder.path("none.txt") + "' '" + folder.path("b.docx") + "'").code == 2);
  const std::string damaged = folder.write(
      "d.txt",
      std::string(read_file(example).value_or("")).replace(read_file(example).value_or("").find("1484"), 4, "14x4"));
  CHECK(run("convert '" + damaged + "' '" + folder.path("d.xlsx") + "'").code == 1);

  for (const char* edition : {"2019", "2021"}) {
    const std::string form = folder.path(fmt::format("form-{}.xlsx", edition));
    CHECK(run(fmt::format("form --edition {} -o '{}'", edition, form)).code == 0);
    const rapidjson::Document reading = parse(run("read --json '" + form + "'").out);
    CHECK(std::string_view(reading["report"]["about"]["edition"].GetString()) == edition);
    for (const auto& one : reading["report"]["cells"].GetObject()) {
      CHECK(one.value.IsNull());
    }
  }
  CHECK(run("form").code == 2);
}
