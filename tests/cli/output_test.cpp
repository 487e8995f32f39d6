// Files that the program writes: in the format that the name says, never over what is read, whole or not at all.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "cli/output_file.hpp"
#include "gongkai/write.hpp"
#include "platform/files.hpp"
#include "support/program.hpp"
#include "support/random_report.hpp"

using namespace gongkai;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

Report some_report() {
  std::mt19937 random(5);
  Report report = random_clean_report(random, Edition::form_2021);
  report.about.title = "临江县人民政府2023年政府信息公开工作年度报告";
  report.about.authority = "临江县人民政府";
  report.about.year = 2023;
  return report;
}

/// What is beside the files that should be there.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string cells_of(const std::string& path) {
  const rapidjson::Document reading = parse(run("read --json '" + path + "'").out);
  std::string text;
  for (const auto& cell : reading["report"]["cells"].GetObject()) {
    text += cell.value.IsNull()     ? "-"
            : cell.value.IsString() ? cell.value.GetString()
                                    : std::to_string(cell.value.GetInt64());
    text += ' ';
  }
  return text;
}

mode_t mode_of(const std::string& path) {
  struct stat found {};
  REQUIRE(stat(path.c_str(), &found) == 0);
  return found.st_mode & 07777;
}

}  // namespace

TEST_CASE("check writes the format of the name, or refuses with the list") {
  const Folder folder;
  const std::string report = folder.write("in.json", to_json(some_report()));
  for (const char* name : {"r.xls", "r.md", "r.docx", "r.tsv", "r.html.bak"}) {
    CAPTURE(name);
    const Outcome outcome = run("check '" + report + "' -o '" + folder.path(name) + "'");
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, ".sarif"));
    CHECK_FALSE(fs::exists(folder.path(name)));
  }
  for (const char* options : {"--format csv -o R.html", "--json -o R.csv", "--format json -o R.JSONL"}) {
    CAPTURE(options);
    const Outcome outcome = run("check '" + report + "' " +
                                std::string(options).replace(std::string(options).find("R."), 2, folder.path("r.")));
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "--format"));
  }
  CHECK(names_in(folder.path(".")) == std::vector<std::string>{"in.json"});
  CHECK(run("check '" + report + "' -o '" + folder.path("R.HTML") + "'").code == 0);
  CHECK(contains(read_file(folder.path("R.HTML")).value_or(""), "<!DOCTYPE html>"));
  CHECK(run("check '" + report + "' --format json -o '" + folder.path("r.log") + "'").code == 0);
  CHECK(contains(read_file(folder.path("r.log")).value_or(""), "gongkai.check/1"));
}

TEST_CASE("read, convert, form and rollup write every format that the name can say, and refuse others with the list") {
  const Folder folder;
  const std::string in = folder.path("in");
  folder.write("in/甲镇.json", to_json(some_report()));
  const std::string report = folder.path("in/甲镇.json");
  const std::string expected = cells_of(report);
  const auto commands = [&](const std::string& out) {
    return std::vector<std::string>{"read '" + report + "' -o '" + out + "'", "convert '" + report + "' '" + out + "'",
                                    "rollup '" + in + "' -o '" + out + "'"};
  };
  for (const char* ending : {"docx", "xlsx", "html", "md", "csv", "json", "JSON"}) {
    for (const std::string& command : commands(folder.path(fmt::format("out.{}", ending)))) {
      CAPTURE(command);
      CHECK(run(command).code == 0);
      CHECK(cells_of(folder.path(fmt::format("out.{}", ending))) == expected);
    }
  }
  for (const auto& [ending, text] : {std::pair("tidy.csv", csv_tidy_head()), std::pair("wide.csv", csv_wide_head())}) {
    for (const std::string& command : commands(folder.path(fmt::format("out.{}", ending)))) {
      CAPTURE(command);
      CHECK(run(command).code == 0);
      CHECK(read_file(folder.path(fmt::format("out.{}", ending))).value_or("").substr(0, text.size()) == text);
    }
  }
  for (const char* ending : {"txt", "pdf", "xls", "xml", "tsv"}) {
    for (const std::string& command : commands(folder.path(fmt::format("no.{}", ending)))) {
      CAPTURE(command);
      const Outcome outcome = run(command);
      CHECK(outcome.code == 2);
      CHECK(contains(outcome.err, ".wide.csv"));
      CHECK_FALSE(fs::exists(folder.path(fmt::format("no.{}", ending))));
    }
  }
  CHECK(run("form -o '" + folder.path("f.txt") + "'").code == 2);
}

TEST_CASE("of several reports in a file each is written in the same format") {
  const Folder folder;
  const std::string text = read_file(source_folder() + "/examples/data/harbour-2020.txt").value_or("");
  const std::string two = folder.write("two.txt", text + "\n" + text);
  CHECK(run("convert '" + two + "' '" + folder.path("out.tidy.csv") + "'").code == 0);
  CHECK(read_file(folder.path("out.tidy.csv")) == read_file(folder.path("out-2.tidy.csv")));
}

TEST_CASE("no output overwrites an input, by whatever name or link") {
  const Folder folder;
  const std::string json = to_json(some_report()) + "\n", docx = to_docx(some_report());
  folder.write("dir/own.json", json);
  folder.write("dir/own.docx", docx);
  const std::string own = folder.path("dir/own.json");
  fs::create_hard_link(own, folder.path("hard.json"));
  fs::create_symlink("dir/own.json", folder.path("soft.json"));
  fs::create_symlink("dir", folder.path("there"));
  fs::create_hard_link(own, folder.path("hard.html"));
  const std::string names[] = {own, folder.path("hard.json"), folder.path("soft.json"), folder.path("there/own.json"),
                               folder.path("dir/../dir/./own.json")};
  const std::string register_file = folder.write("名册.csv", "名称,层级,上级\n县,县,\n临江县人民政府,乡,县\n");
  fs::create_hard_link(register_file, folder.path("register.json"));
  const std::string waivers = folder.write("waivers.json", to_json(std::span<const Waiver>{}));
  std::vector<std::string> commands;
  for (const std::string& name : names) {
    for (const char* command : {"convert '{0}' '{1}'", "read '{0}' -o '{1}'", "check '{0}' -o '{1}'",
                                "rollup '{2}' -o '{1}'", "check '{2}' -o '{1}'", "convert - '{1}' <'{0}'",
                                "check - -o '{1}' <'{0}'", "convert /dev/stdin '{1}' <'{0}'"}) {
      commands.push_back(fmt::format(fmt::runtime(command), own, name, folder.path("dir")));
    }
  }
  commands.push_back(fmt::format("check '{}' -o '{}'", own, folder.path("hard.html")));
  commands.push_back("convert '" + folder.path("dir/own.docx") + "' '" + folder.path("there/own.docx") + "'");
  commands.push_back(fmt::format("rollup '{}' --register '{}' --body 县 -o '{}'", folder.path("dir"), register_file,
                                 folder.path("register.json")));
  commands.push_back(fmt::format("check '{}' --waivers '{}' -o '{}'", own, waivers, waivers));
  commands.push_back(fmt::format("check '{}' --previous '{}' -o '{}'", folder.path("dir/own.docx"), own, own));
  commands.push_back(fmt::format("check '{}' --children '{}' -o '{}'", register_file, folder.path("dir"), own));
  for (const std::string& command : commands) {
    CAPTURE(command);
    const Outcome outcome = run(command);
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "覆盖"));
  }
  CHECK(read_file(own) == json);
  CHECK(read_file(folder.path("dir/own.docx")) == docx);
  CHECK(contains(run("convert --lang en '" + own + "' '" + own + "'").err, "overwritten"));
}

TEST_CASE("results of an earlier run in the folder are no input: they are skipped, and written again") {
  const Folder folder;
  folder.write("in/a.json", to_json(some_report()));
  folder.write("in/~$年报.docx", "x");
  folder.write("in/Thumbs.db", "x");
  for (const char* ending : {"html", "txt", "csv", "json", "jsonl", "sarif", "xml", "xlsx"}) {
    CAPTURE(ending);
    const std::string result = folder.path(fmt::format("in/结果.{}", ending));
    const std::string command = "check '" + folder.path("in") + "' -o '" + result + "'";
    CHECK(run(command).code == 0);
    const std::string first = read_file(result).value_or("");
    CHECK(first.size() > 10);
    const Outcome again = run(command);
    CHECK(again.code == 0);
    CHECK(contains(again.out, "共检查1份报告"));
    CHECK(read_file(result) == first);
    const Outcome all = run("check '" + folder.path("in") + "'");
    CHECK(all.code == 0);
    CHECK(contains(all.out, "共检查1份报告"));
    CHECK(contains(all.out, "核对结果，不是报告"));
    CHECK(contains(all.out, "临时文件"));
    CHECK(run("check '" + result + "'").code == 2);
    fs::remove(result);
  }
  CHECK(run("check '" + folder.path("in/a.json") + "' --format html -o '" + folder.path("in/一份.html") + "'").code ==
        0);
  CHECK(contains(run("check '" + folder.path("in") + "'").out, "共检查1份报告"));
}

TEST_CASE("an output is written under a name of its own, through links, with the mode it had") {
  const Folder folder;
  const std::string in = folder.write("a.json", to_json(some_report()));
  const std::string victim = folder.write("victim", "victim");
  const std::string out = folder.path("out.json");
  fs::create_symlink(victim, out + ".partial");
  const std::string command = "convert '" + in + "' '" + out + "'";
  CHECK(run(command).code == 0);
  CHECK(read_file(victim) == "victim");
  CHECK(fs::is_symlink(out + ".partial"));
  fs::remove(out + ".partial");
  folder.write("out.json.partial", "mine");
  CHECK(run(command).code == 0);
  CHECK(read_file(out + ".partial") == "mine");

  for (const mode_t mode : {0600U, 0640U, 0666U}) {
    chmod(out.c_str(), mode);
    CHECK(run(command).code == 0);
    CHECK(mode_of(out) == mode);
  }
  fs::remove(out);
  const mode_t before = umask(027);
  CHECK(run(command).code == 0);
  umask(before);
  CHECK(mode_of(out) == 0640);

  folder.write("target/real.json", "old");
  chmod(folder.path("target/real.json").c_str(), 0600);
  fs::create_symlink("target/real.json", folder.path("link.json"));
  fs::create_symlink("link.json", folder.path("second.json"));
  fs::create_symlink("target/new.json", folder.path("dangling.json"));
  CHECK(run("convert '" + in + "' '" + folder.path("second.json") + "'").code == 0);
  CHECK(fs::is_symlink(folder.path("second.json")));
  CHECK(fs::is_symlink(folder.path("link.json")));
  CHECK(contains(read_file(folder.path("target/real.json")).value_or(""), "gongkai.report/1"));
  CHECK(mode_of(folder.path("target/real.json")) == 0600);
  CHECK(run("convert '" + in + "' '" + folder.path("dangling.json") + "'").code == 0);
  CHECK(fs::is_symlink(folder.path("dangling.json")));
  CHECK(fs::exists(folder.path("target/new.json")));
  CHECK(names_in(folder.path("target")) == std::vector<std::string>{"new.json", "real.json"});

  const std::string longest(250, 'x');
  CHECK(run("convert '" + in + "' '" + folder.path(longest + ".json") + "'").code == 0);
  CHECK(run("convert '" + in + "' '" + folder.path(longest + "x.json") + "'").code == 2);
  CHECK(run("check '" + in + "' -o /dev/stdout").code == 0);
  CHECK(contains(run("check '" + in + "' -o /dev/full").err, "磁盘已满"));
  CHECK(contains(run("convert '" + in + "' /no/such/x.json").err, "找不到"));
  for (const std::string& name : names_in(folder.path("."))) {
    CHECK_FALSE(contains(name, ".gongkai-"));
  }
}

TEST_CASE("a signal removes what is not yet whole and leaves what stood there") {
  const Folder folder;
  const std::string out = folder.write("out.txt", "old");
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      platform::remove_remembered_on_signals();
      cli::OutputFile file;
      if (!file.open(out)) {
        _exit(3);
      }
      file.output().print("half");
      file.output().flush();
      ::raise(signal);
      _exit(4);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == signal);
    CHECK(names_in(folder.path(".")) == std::vector<std::string>{"out.txt"});
    CHECK(read_file(out) == "old");
  }
}

TEST_CASE("the program itself removes its file when it is interrupted") {
  const Folder folder;
  const std::string fifo = folder.path("in");
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  fs::create_directories(folder.path("out"));
  const std::string shell = fmt::format(
      "'{}' check '{}' -o '{}' & p=$!; for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; ls -A '{}' | grep -q gongkai && "
      "break; done; ls -A '{}'; kill -TERM $p; wait $p; echo $?",
      program(), fifo, folder.path("out/r.txt"), folder.path("out"), folder.path("out"));
  FILE* pipe = popen(shell.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string printed;
  char buffer[256];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    printed.append(buffer, got);
  }
  pclose(pipe);
  CHECK(contains(printed, ".gongkai-"));
  CHECK(contains(printed, "143"));
  CHECK(names_in(folder.path("out")).empty());
}
