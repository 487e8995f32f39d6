// Text against table on whole reports: no false finding, and a changed number is noticed: tests/data/table_claims.txt.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "support/files.hpp"

using namespace gongkai;

namespace {

/// A text of the file: marks of numbers taken out, and where they stood.
struct Marked {
  struct Number {
    std::size_t begin = 0, size = 0;
    bool must_be_noticed = false;
  };
  std::string text;
  std::vector<Number> numbers;
};

Marked marked(const std::string& line) {
  Marked result;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && line.compare(i, 2, "\\n") == 0) {
      result.text += '\n';
      ++i;
    } else if (line[i] == '[' || line[i] == '<') {
      result.numbers.push_back({result.text.size(), 0, line[i] == '['});
    } else if (line[i] == ']' || line[i] == '>') {
      result.numbers.back().size = result.text.size() - result.numbers.back().begin;
    } else {
      result.text += line[i];
    }
  }
  return result;
}

/// Another number of the same shape, which no other cell of the table holds.
std::string other_than(const std::string& number) {
  const std::size_t point = number.find('.');
  const std::string whole = number.substr(0, point);
  return std::to_string(std::stoll(whole) + 777) + (point == std::string::npos ? "" : number.substr(point));
}

struct Body {
  std::string name = "青川市农业农村局";
  Kind kind = Kind::department;
};

Report report_of(const Body& body, const std::vector<std::pair<std::size_t, std::int64_t>>& figures) {
  Report report;
  About& about = report.about;
  about.authority = body.name;
  about.title = body.name + "2024年政府信息公开工作年度报告";
  about.year = 2024;
  about.kind = body.kind;
  about.level = Level::prefecture;
  about.edition = Edition::form_2021;
  for (const CellInfo& cell : cells) {
    if (has(cell.editions, Edition::form_2021)) {
      set_cell(report, cell.index, 0);
    }
  }
  for (const auto& [cell, value] : figures) {
    set_cell(report, cell, value);
  }
  report.narrative.problems_and_improvements = "主要是解读形式单一，下一年将增加图解，并安排专人每月检查栏目。";
  report.narrative.other_matters = "没有收取信息处理费。";
  return report;
}

std::vector<std::string> findings_of(Report report, const std::string& text) {
  report.narrative.overview = text;
  CheckOptions options;
  options.only = {"narrative.", "document.stale_year"};
  std::vector<std::string> said;
  for (const Finding& finding : check(report, options).findings) {
    said.push_back(std::string(finding.rule) + ": " +
                   message(finding, *find_rule(finding.rule), report.about, Language::zh));
  }
  return said;
}

std::string all_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("what the text says of the table is noticed where it is wrong, and nothing else ever is") {
  std::istringstream lines(testing::read_file(testing::source_folder() + "/tests/data/table_claims.txt").value_or(""));
  std::vector<std::pair<std::size_t, std::int64_t>> figures;
  const std::string heading = "（二）依申请公开情况。",
                    counted = "2024年，我局共收到政府信息公开申请111件，办结105件。";
  int silent = 0, changed = 0, missed = 0, contrary = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    CAPTURE(line);
    if (line[0] == '=') {
      std::istringstream fields(line.substr(1));
      std::string key;
      std::int64_t value = 0;
      fields >> key >> value;
      const CellInfo* cell = find_cell(key);
      REQUIRE(cell != nullptr);
      figures.emplace_back(cell->index, value);
      continue;
    }
    const char sign = line[0];
    std::string rest = line.substr(2);
    Body body;
    const bool is_of_other = rest[0] == '@';
    if (is_of_other) {
      const std::size_t slash = rest.find('/');
      body.name = rest.substr(1, slash - 1);
      body.kind = rest[slash + 1] == 'g' ? Kind::government : rest[slash + 1] == 'd' ? Kind::department : Kind::agency;
      rest = rest.substr(slash + 3);
    }
    const Marked sentence = marked(rest);
    const bool is_bare = is_of_other || sentence.text.rfind("（", 0) == 0 || sentence.text[0] == '(' ||
                         (sentence.text[0] >= '0' && sentence.text[0] <= '9' && sentence.text[1] == '.');
    const std::string before = is_bare ? "" : heading;
    const Report report = report_of(body, sign == '0' ? std::vector<std::pair<std::size_t, std::int64_t>>() : figures);
    const std::vector<std::string> found = findings_of(report, before + sentence.text);
    const std::string said = all_of(found);
    CAPTURE(said);
    if (sign == '!') {
      ++contrary;
      CHECK_FALSE(found.empty());
      continue;
    }
    ++silent;
    CHECK(found.empty());
    if (sign == '-' && !is_bare) {  // the same behind a sentence that states the table's numbers
      const std::string later = all_of(findings_of(report, heading + counted + sentence.text));
      CAPTURE(later);
      CHECK(later.empty());
      ++silent;
    }
    for (const Marked::Number& number : sentence.numbers) {
      const std::string wrong = other_than(sentence.text.substr(number.begin, number.size));
      std::string text = sentence.text;
      text.replace(number.begin, number.size, wrong);
      const std::vector<std::string> noticed = findings_of(report, before + text);
      const bool is_noticed = std::any_of(noticed.begin(), noticed.end(), [&](const std::string& finding) {
        return finding.find(wrong) != std::string::npos;
      });
      ++changed;
      missed += is_noticed ? 0 : 1;
      CAPTURE(wrong);
      CHECK((is_noticed || !number.must_be_noticed));
    }
  }
  MESSAGE(silent << " that must be silent, " << changed << " changed of which " << missed << " unnoticed, " << contrary
                 << " contrary");
  CHECK(silent > 300);
  CHECK(changed > 150);
}
