// What ran together or stands apart is inferred only where it is sure: thousands of tables that lost their borders, half of
// them with an error of arithmetic. The setting GONGKAI_PROOFS says how many.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "interpret/partings.hpp"

using namespace gongkai;

namespace {

/// The cells of sections three and four, as a report that adds up may have them.
struct Sample {
  std::mt19937 random;
  Edition edition;
  std::vector<std::int64_t> value = std::vector<std::int64_t>(cell_count, 0);
  bool is_damaged = false;

  explicit Sample(std::uint32_t seed) : random(seed), edition(seed % 3 == 0 ? Edition::form_2019 : Edition::form_2021) {
    const int scale = pick(4);
    for (const Equation& equation : equations) {  // rows first
      if (equation.kind == Equation::Kind::row && has(cells[equation.total()].editions, edition)) {
        fill(equation, scale);
      }
    }
    for (const Equation& equation : equations) {
      if (equation.kind == Equation::Kind::column) {
        value[equation.total()] = sum(equation.left());
      }
    }
    for (const Equation& equation : equations) {  // what was received is what was done and is left
      if (equation.kind == Equation::Kind::balance) {
        const std::size_t received = equation.cell[0], carried_in = equation.cell[1];
        value[carried_in] = std::min(value[carried_in], sum(equation.right()));
        value[received] = sum(equation.right()) - value[carried_in];
      }
    }
    for (const Equation& equation : equations) {
      if (equation.kind == Equation::Kind::row) {
        value[equation.total()] = sum(equation.left());
      }
    }
    if (seed % 2 == 1) {
      damage();
    }
  }

  int pick(int n) { return static_cast<int>(random() % static_cast<std::uint32_t>(n)); }
  std::int64_t sum(std::span<const std::uint8_t> all) const {
    std::int64_t result = 0;
    for (const std::uint8_t cell : all) {
      result += value[cell];
    }
    return result;
  }
  void fill(const Equation& equation, int scale) {
    if (pick(3) == 0) {
      return;  // a row of zeros
    }
    for (std::size_t i = 0; i < equation.left().size(); ++i) {
      if (i == 0 || pick(4) == 0) {
        std::int64_t number = pick(10);
        for (int digit = pick(scale + 1); digit > 0; --digit) {
          number = number * 10 + pick(10);
        }
        value[equation.left()[i]] = number;
      }
    }
  }
  void damage() {
    for (int tries = 0; tries < 50 && !is_damaged; ++tries) {
      const auto cell = static_cast<std::size_t>(pick(static_cast<int>(cell_count)));
      const RowType type = cells[cell].row_info().type;
      if ((type == RowType::applicants || type == RowType::cases) && has(cells[cell].editions, edition)) {
        const std::int64_t other = pick(2) == 0 ? pick(10) : value[cell] * 10 + pick(10);
        is_damaged = other != value[cell];
        value[cell] = other;
      }
    }
  }

  /// The numbers of a row between marks.
  std::string numbers(std::size_t row, std::string_view mark) const {
    std::string text;
    bool is_first = true;
    for (const CellInfo& cell : cells) {
      if (cell.row == row) {
        text.append(is_first ? "" : mark).append(std::to_string(value[cell.index]));
        is_first = false;
      }
    }
    return text;
  }

  /// As BeautifulSoup writes it: no mark between cells, a row a line.
  std::string fused() const {
    std::string text = head() + "三、收到和处理政府信息公开申请情况\n";
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row].type == RowType::applicants && has(rows[row].editions, edition)) {
        text.append(rows[row].label.zh(edition)).append(numbers(row, "")).append("\n");
      }
    }
    text +=
        "四、政府信息公开行政复议、行政诉讼情况\n结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总"
        "计结果维持结果纠正"
        "其他结果尚未审结总计\n";
    for (std::size_t row = 0; row < rows.size(); ++row) {
      text += rows[row].type == RowType::cases ? numbers(row, "") : std::string();
    }
    return text + "\n五、存在的主要问题及改进情况\n无。\n";
  }

  /// As tables come out of a PDF: some rows stand without their labels.
  std::string detached() {
    return detached([this](std::string_view) { return pick(5) == 0; });
  }
  template <class IsTorn>
  std::string detached(IsTorn is_torn) const {
    std::string text = head() + "三、收到和处理政府信息公开申请情况\n";
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row].type != RowType::applicants || !has(rows[row].editions, edition)) {
        continue;
      }
      text.append("| ").append(is_torn(rows[row].key) ? "" : std::string(rows[row].label.zh(edition)) + " | ");
      text.append(numbers(row, " | ")).append(" |\n");
    }
    return text;
  }

  std::string head() const {
    return edition == Edition::form_2019 ? "清溪县水利局2020年政府信息公开工作年度报告\n"
                                         : "清溪县水利局2023年政府信息公开工作年度报告\n";
  }
};

struct Tally {
  std::size_t wrong = 0, documents = 0;
  std::size_t inferred[2]{}, unread[2]{};  ///< of section three, of section four
};

void judge(const Sample& sample, const std::string& text, bool has_cases, Tally& tally) {
  const auto reading = read(text);
  REQUIRE(reading);
  ++tally.documents;
  for (const CellInfo& cell : cells) {
    const RowType type = cell.row_info().type;
    const std::size_t section = type == RowType::cases ? 1 : 0;
    if ((type != RowType::applicants && !(type == RowType::cases && has_cases)) ||
        !has(cell.editions, sample.edition)) {
      continue;
    }
    const CellState state = reading->sources[cell.index].state;
    const std::optional<std::int64_t> found = gongkai::cell(reading->report, cell.index);
    if (found && *found != sample.value[cell.index]) {
      ++tally.wrong;
      MESSAGE(cell.key << " is " << *found << ", not " << sample.value[cell.index] << " in\n" << text);
    }
    tally.inferred[section] += state == CellState::inferred;
    tally.unread[section] += state != CellState::inferred && state != CellState::read;
  }
}

std::uint32_t wanted_documents() {
  const char* setting = std::getenv("GONGKAI_PROOFS");
  return setting == nullptr ? 400 : static_cast<std::uint32_t>(std::strtoul(setting, nullptr, 10));
}

}  // namespace

TEST_CASE(
    "tables without borders or with detached rows: nothing inferred is wrong, and most of what adds up is inferred") {
  Tally whole[2], damaged[2];
  for (std::uint32_t seed = 1; seed <= wanted_documents(); ++seed) {
    Sample sample(seed);
    const int layout = sample.pick(2);
    const std::string text = layout == 0 ? sample.fused() : sample.detached();
    judge(sample, text, layout == 0, (sample.is_damaged ? damaged : whole)[layout]);
  }
  for (const int layout : {0, 1}) {
    const Tally &right = whole[layout], &wrong = damaged[layout];
    const std::string name = layout == 0 ? "fused" : "detached";
    MESSAGE(name << ": " << right.documents << " whole documents, inferred " << right.inferred[0] << " and "
                 << right.inferred[1] << ", unread " << right.unread[0] << " and " << right.unread[1] << "; "
                 << wrong.documents << " damaged, inferred " << wrong.inferred[0] << " and " << wrong.inferred[1]
                 << ", unread " << wrong.unread[0] << " and " << wrong.unread[1]);
    CHECK(right.wrong == 0);
    CHECK(wrong.wrong == 0);
    CHECK(right.inferred[0] > 20 * right.unread[0]);
  }
}

TEST_CASE("a run of digits is parted where it adds up, no number beginning with 0") {
  SearchBudget budget{1'000'000};
  const auto digits = fused_digits("640020470");
  REQUIRE(digits);
  const std::vector<Parting> ways = partings(*digits, 0, 7, true, true, budget);
  for (const Parting& way : ways) {
    CHECK(way.numbers.size() == 7);
    CHECK(way.numbers[0] + way.numbers[1] + way.numbers[2] + way.numbers[3] + way.numbers[4] + way.numbers[5] ==
          way.numbers[6]);
  }
  CHECK_FALSE(fused_digits("64a0"));
  CHECK(partings(*fused_digits("200 000121"), 0, 7, true, true, budget).size() == 1);
}

TEST_CASE("digits are parted in every way, into numbers of at most twelve digits, within a budget") {
  const auto ways = [](const std::string& text, std::size_t count, bool to_end, std::size_t steps = 1'000) {
    SearchBudget budget{steps};
    std::string result;
    for (const Parting& way : partings(*fused_digits(text), 0, count, false, to_end, budget)) {
      for (const std::int64_t number : way.numbers) {
        result += std::to_string(number) + " ";
      }
      result += "| ";
    }
    return result + (budget.is_used_up() ? "used up" : "");
  };
  CHECK(ways("123", 1, false) == "1 | 12 | 123 | ");
  CHECK(ways("123", 1, true) == "123 | ");
  CHECK(ways("123", 2, true) == "1 23 | 12 3 | ");
  CHECK(ways("102", 2, true) == "10 2 | ");  // no number but 0 begins with 0
  CHECK(ways("1 23", 2, true) == "1 23 | ");
  CHECK(ways("12", 3, true).empty());
  CHECK(ways("12", 2, true, 2) == "1 2 | used up");
  CHECK(ways("1234567890123", 1, true).empty());
  CHECK(ways("123456789012", 1, true) == "123456789012 | ");
  CHECK(fused_digits(std::string(120, '1')).has_value());
  CHECK_FALSE(fused_digits(std::string(121, '1')).has_value());
}

TEST_CASE("a row that lost its label is known again up to the largest number that a cell can hold") {
  Sample sample(4);
  const auto state_with = [&](std::int64_t number) {
    std::fill(sample.value.begin(), sample.value.end(), 0);
    for (const std::string_view row : {"requests.received", "requests.outcomes.granted", "requests.outcomes.total"}) {
      for (const std::string_view column : {".natural_person", ".total"}) {
        sample.value[find_cell(std::string(row).append(column))->index] = number;
      }
    }
    const auto reading = read(sample.detached([](std::string_view row) { return row == "requests.outcomes.granted"; }));
    REQUIRE(reading);
    return reading->sources[find_cell("requests.outcomes.granted.total")->index].state;
  };
  CHECK(state_with(7) == CellState::inferred);
  CHECK(state_with(Count::limit) == CellState::inferred);
  CHECK(state_with(Count::limit + 1) != CellState::inferred);
}

TEST_CASE(
    "a line of section four that could be parted otherwise is parted where the text states its totals as whole "
    "numbers") {
  Sample sample(4);
  std::fill(sample.value.begin(), sample.value.end(), 0);
  const std::size_t first = find_cell("review.upheld")->index, total = find_cell("review.total")->index;
  const auto state_with = [&](std::int64_t number, const std::string& overview) {
    sample.value[first] = sample.value[first + 1] = number / 2;
    sample.value[total] = number;
    std::string text = sample.fused();
    text.insert(text.find("三、"), "一、总体情况\n" + overview + "\n");
    const auto reading = read(text);
    REQUIRE(reading);
    return reading->sources[total].state;
  };
  for (const std::int64_t number : {10, 12, 90, 98}) {
    const std::string wanted = std::to_string(number);
    for (const std::string& said : {"本年度行政复议" + wanted + "件。", wanted, wanted + "件", "行政复议" + wanted,
                                    "公开信息1" + wanted + "条，行政复议" + wanted + "件。"}) {
      CAPTURE(said);
      CHECK(state_with(number, said) == CellState::inferred);
    }
    for (const std::string& said :
         {std::string("本年度无行政复议。"), "公开信息1" + wanted + "条。", "公开信息" + wanted + "0条。",
          "公开信息" + wanted + "9条。", "公开信息0" + wanted + "条。", "公开信息9" + wanted + "条。"}) {
      CAPTURE(said);
      CHECK(state_with(number, said) == CellState::unreadable);
    }
  }
}

TEST_CASE("what is inferred says so, its equations stay open, and one setting leaves it unread") {
  Sample sample(4);
  const std::string text = sample.fused();
  const auto reading = read(text);
  REQUIRE(reading);
  const std::size_t total = find_cell("requests.outcomes.total.total")->index;
  REQUIRE(reading->sources[total].state == CellState::inferred);
  CHECK(std::any_of(reading->notes.begin(), reading->notes.end(),
                    [](const Note& note) { return note.kind == NoteKind::inferred; }));
  const Assessment assessment = check(reading.value());
  std::size_t open = 0, errors = 0;
  for (const Coverage& coverage : assessment.coverage) {
    open += coverage.open[static_cast<std::size_t>(OpenReason::inferred)];
  }
  for (const Finding& finding : assessment.findings) {
    errors += finding.rule.starts_with("requests.");
  }
  CHECK(open > 20);
  CHECK(errors == 0);
  Hints hints;
  hints.infer = false;
  const auto unread = read(text, hints);
  REQUIRE(unread);
  CHECK(unread->sources[total].state == CellState::unreadable);
}

namespace {

/// The three columns of 行政规范性文件 and what the text says of each; -1: nothing.
struct DocumentRow {
  std::int64_t value[3];
  std::int64_t said[3];

  std::string text() const {
    constexpr std::string_view words[] = {"制发行政规范性文件", "废止行政规范性文件", "现行有效行政规范性文件"};
    std::string text = "清溪县水利局2023年政府信息公开工作年度报告\n一、总体情况\n本年度";
    for (std::size_t i = 0; i < 3; ++i) {
      if (said[i] >= 0) {
        text.append(words[i]).append(std::to_string(said[i])).append("件。");
      }
    }
    text +=
        "\n二、主动公开政府信息情况\n第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文"
        "件";
    for (const std::int64_t number : value) {
      text += std::to_string(number);
    }
    return text + "第二十条第（五）项信息内容本年处理决定数量行政许可0\n三、收到和处理政府信息公开申请情况\n";
  }
};

const std::size_t issued = find_cell("disclosure.normative_documents.issued")->index;

std::string states(const Reading& reading) {
  std::string result;
  for (std::size_t i = issued; i < issued + 3; ++i) {
    const auto value = cell(reading.report, i);
    result += reading.sources[i].state == CellState::inferred ? std::to_string(value.value_or(-1)) : "unread";
    result += ' ';
  }
  return result;
}

}  // namespace

TEST_CASE("digits of section two are parted where the text states each number of the row, or one way is left") {
  const auto states_of = [](const DocumentRow& documents) {
    const auto reading = read(documents.text());
    REQUIRE(reading);
    return states(reading.value());
  };
  CHECK(states_of({{12, 0, 5}, {12, 0, 5}}) == "12 0 5 ");
  CHECK(states_of({{564, 984, 4185}, {564, 984, 4185}}) == "564 984 4185 ");
  CHECK(states_of({{564, 984, 4185}, {564, -1, 4185}}) == "unread unread unread ");  // two of three
  CHECK(states_of({{12, 3, 45}, {1, -1, 45}}) == "unread unread unread ");           // the text has lost a digit
  CHECK(states_of({{12, 3, 45}, {1, 3, 45}}) == "unread unread unread ");
  CHECK(states_of({{0, 0, 55}, {-1, -1, -1}}) == "0 0 55 ");  // no other way
  CHECK(states_of({{0, 0, 55}, {3, -1, -1}}) == "unread unread unread ");
  CHECK(states_of({{0, 1, 0}, {-1, -1, -1}}) == "unread unread unread ");  // or 0, 10 and a blank
}

TEST_CASE("a space among the digits of section two may stand within a number: without the text nothing is inferred") {
  const auto states_of = [](DocumentRow documents, std::string_view digits, std::string_view written) {
    std::string text = documents.text();
    text.replace(text.find(digits), digits.size(), written);
    const auto reading = read(text);
    REQUIRE(reading);
    return states(reading.value());
  };
  CHECK(states_of({{0, 0, 55}, {-1, -1, -1}}, "0055", "00 55") == "unread unread unread ");
  CHECK(states_of({{30, 3, 79}, {-1, -1, -1}}, "30379", "30 3  79") == "unread unread unread ");
  CHECK(states_of({{30, 3, 79}, {30, 3, 79}}, "30379", "30 379") == "30 3 79 ");
}

TEST_CASE("a number of section two that the text confirms names the words, and its rule stays open") {
  const auto reading = read(DocumentRow{{12, 0, 5}, {12, 0, 5}}.text());
  REQUIRE(reading);
  const auto note = std::find_if(reading->notes.begin(), reading->notes.end(),
                                 [](const Note& found) { return found.kind == NoteKind::inferred_stated; });
  REQUIRE(note != reading->notes.end());
  CHECK(note->text.find("行政规范性文件：") == 0);
  CHECK(note->text.find("12件") != std::string::npos);
  std::size_t open = 0;
  for (const Coverage& coverage : check(reading.value()).coverage) {
    open += coverage.open[static_cast<std::size_t>(OpenReason::inferred)];
  }
  CHECK(open == 3);  // the claims that were relied on
}

TEST_CASE("a row of section two whose digits can be parted in one way only says so, once") {
  const auto reading = read(DocumentRow{{0, 0, 55}, {-1, -1, -1}}.text());
  REQUIRE(reading);
  REQUIRE(states(reading.value()) == "0 0 55 ");
  CHECK(reading->sources[find_cell("disclosure.government_rules.issued")->index].state ==
        CellState::inferred);  // 规章000
  CHECK(std::count_if(reading->notes.begin(), reading->notes.end(), [](const Note& note) {
          return note.kind == NoteKind::inferred_alone && note.row == -1 && note.cell == -1;
        }) == 1);
}

TEST_CASE("digits of section two are not parted into a number that is longer than any") {
  const auto parted = [](std::int64_t last) { return read(DocumentRow{{0, 0, last}, {-1, -1, -1}}.text()); };
  const auto longest = parted(123456789), longer = parted(1234567890);
  REQUIRE(longest);
  REQUIRE(longer);
  CHECK(states(longest.value()) == "0 0 123456789 ");
  CHECK(states(longer.value()) == "unread unread unread ");
}

TEST_CASE("digits of section two say no amount of money but none: of which unit it would be is not known") {
  const auto procurement = [](const std::string& digits) {
    const auto reading = read(
        "清溪县水利局2020年政府信息公开工作年度报告\n一、总体情况\n正文\n二、主动公开政府信息情况\n第二十条第（一）"
        "项信息内容本年新制作数量本年新公开数量对外公开总数量规章000规范性文件000第二十条第（九）项信息内容采购项目"
        "数量采购总金额政府集中采购" +
        digits + "\n三、收到和处理政府信息公开申请情况\n");
    REQUIRE(reading);
    return reading->sources[find_cell("disclosure.procurement.amount")->index].state;
  };
  CHECK(procurement("00") == CellState::inferred);
  CHECK(procurement("05") == CellState::unreadable);
}

TEST_CASE("no number of section two is inferred wrongly, though the text states it with a digit too few or too many") {
  std::mt19937 random(7);
  const auto pick = [&random](int n) { return static_cast<int>(random() % static_cast<std::uint32_t>(n)); };
  std::size_t inferred = 0, wrong = 0, documents = 0;
  for (std::uint32_t i = 0; i < wanted_documents(); ++i) {
    DocumentRow sample{};
    for (std::size_t column = 0; column < 3; ++column) {
      std::int64_t& value = sample.value[column];
      for (int digits = pick(4); digits > 0; --digits) {
        value = value * 10 + pick(10);
      }
      sample.said[column] = pick(5) == 0 ? -1 : value;
    }
    if (i % 2 == 1) {
      std::int64_t& said = sample.said[static_cast<std::size_t>(pick(3))];
      said = pick(2) == 0 ? said / 10 : said * 10 + pick(10);
    }
    const auto reading = read(sample.text());
    REQUIRE(reading);
    ++documents;
    for (std::size_t column = 0; column < 3; ++column) {
      const bool is_inferred = reading->sources[issued + column].state == CellState::inferred;
      inferred += is_inferred;
      wrong += is_inferred && cell(reading->report, issued + column) != sample.value[column];
    }
  }
  MESSAGE(documents << " documents, inferred " << inferred << " of " << 3 * documents << " numbers of section two");
  CHECK(wrong == 0);
  CHECK(inferred > documents / 2);
}
