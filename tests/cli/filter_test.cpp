// The program as a filter: names of files on the standard input, a line of JSON for each on the standard output.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "gongkai/write.hpp"
#include "support/program.hpp"
#include "support/random_report.hpp"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string report(const std::string& body, int year) {
  std::mt19937 random(static_cast<std::mt19937::result_type>(year));
  Report report = random_clean_report(random, Edition::form_2021);
  report.about.authority = body;
  report.about.year = year;
  return to_json(report);
}

/// A folder whose names only NUL can stand between.
void write_folder(const Folder& folder) {
  folder.write("in/1 甲局.json", report("甲局", 2023));
  folder.write("in/2\n乙局.json", report("乙局", 2023));
  folder.write("in/3 '丙局'.json", report("丙局", 2024));
}

std::string filter(const Folder& folder, const std::string& arguments, const std::string& names) {
  return fmt::format("cd '{}' && {} | '{}' check {}", folder.path("in"), names, program(), arguments);
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("names with NUL between them on stdin are as names on the command line, whatever is in the names") {
  const Folder folder;
  write_folder(folder);
  const std::string named = "cd '" + folder.path("in") + "' && '" + program() + "' check ./* --format ";
  for (const std::string format : {"jsonl", "json", "csv", "sarif"}) {
    const Outcome outcome = shell(filter(folder, "--stdin0 --format " + format, "printf '%s\\0' ./*"));
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out == shell(named + format).out);
  }
  const Outcome found = shell(filter(folder, "--stdin0 --format jsonl", "find . -type f -print0"));
  CHECK(lines_in(found.out) == 3);
  CHECK(contains(found.out, R"("./2\n乙局.json")"));
}

TEST_CASE("the last name may end with the input; empty names are none; no name is no line, and a list of nothing") {
  const Folder folder;
  write_folder(folder);
  CHECK(lines_in(
            shell(filter(folder, "--stdin0 --format jsonl", "printf '\\0./1 甲局.json\\0\\0./3 '\\''丙局'\\''.json'"))
                .out) == 2);
  const Outcome none = shell(filter(folder, "--stdin0 --format jsonl", "printf ''"));
  CHECK(none.code == 0);
  CHECK(none.out.empty());
  CHECK(none.err.empty());
  CHECK(parse(shell(filter(folder, "--stdin0 --json", "printf ''")).out).Empty());
  // One name in a list is a list of one, as it is with two.
  CHECK(parse(shell(filter(folder, "--stdin0 --json", "printf './1 甲局.json'")).out).IsArray());
}

TEST_CASE("names may stand one a line, as Spark and Hadoop write them") {
  const Folder folder;
  write_folder(folder);
  const Outcome outcome = shell(
      filter(folder, "--stdin-lines --format jsonl", "printf '%s\\r\\n\\n%s' './1 甲局.json' \"./3 '丙局'.json\""));
  CHECK(outcome.code == 0);
  CHECK(lines_in(outcome.out) == 2);
}

TEST_CASE(
    "a file that cannot be read is a line with its reason; --exit-zero leaves the exit code to the command itself") {
  const Folder folder;
  write_folder(folder);
  folder.write("in/4.docx", "PK\x03\x04 and nothing more");
  folder.write("in/5.txt", "");
  const std::string names = "printf '%s\\0' ./* ./no";
  const Outcome told = shell(filter(folder, "--stdin0 --format jsonl", names));
  const Outcome zero = shell(filter(folder, "--stdin0 --format jsonl --exit-zero", names));
  CHECK(told.code == 2);
  CHECK(zero.code == 0);
  CHECK(zero.out == told.out);
  CHECK(lines_in(zero.out) == 6);
  CHECK(contains(zero.out, "找不到"));

  CHECK(shell(filter(folder, "--stdin0 --exit-zero -o /no/such/folder/x.jsonl", names)).code == 2);
  CHECK(shell(filter(folder, "--stdin0 --exit-zero --nonsense", names)).code == 2);
}

TEST_CASE("without comparisons between reports, the lines do not depend on how the names are divided among processes") {
  const Folder folder;
  for (int year = 2021; year <= 2024; ++year) {
    folder.write(fmt::format("in/{}.json", year), report("甲局", year));
  }
  const std::string options = "--stdin0 --format jsonl --exit-zero --except years.,peers.";
  const std::string whole = shell(filter(folder, options, "printf '%s\\0' ./*")).out;
  const std::string divided =
      shell(fmt::format("cd '{}' && for file in ./*; do printf '%s' \"$file\" | '{}' check {}; done", folder.path("in"),
                        program(), options))
          .out;
  CHECK(lines_in(whole) == 4);
  CHECK(divided == whole);
  CHECK(shell(filter(folder, "--stdin0 --format jsonl --exit-zero", "printf '%s\\0' ./*")).out != whole);
}

TEST_CASE("a list goes with no names on the command line, and with no other list; tables take one too") {
  const Folder folder;
  write_folder(folder);
  for (const char* arguments : {"--stdin0 x.json", "--stdin0 --stdin-lines", ""}) {
    const Outcome outcome = shell(filter(folder, arguments, "printf ''"));
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "命令有误"));
  }
  CHECK(contains(shell(filter(folder, "", "printf ''")).err, "还缺少FILE"));
  const std::string table =
      fmt::format("cd '{}' && find . -type f -print0 | '{}' table --stdin0", folder.path("in"), program());
  const Outcome outcome = shell(table);
  CHECK(lines_in(outcome.out) > 3);
  CHECK(contains(outcome.out, "丙局"));
}
