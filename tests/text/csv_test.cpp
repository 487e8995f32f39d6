// CSV as spreadsheets write it comes apart into its fields, with the place of each.
#include "text/csv.hpp"

#include <doctest/doctest.h>

#include <random>

#include "text/csv_record.hpp"

using namespace gongkai;

namespace {

using Records = std::vector<std::vector<std::string>>;

Records records_of(std::string_view text, char delimiter = ',') {
  csv::Tokenizer tokens(text, delimiter);
  std::vector<csv::Field> fields;
  Records records;
  while (csv::next_record(tokens, fields, 100)) {
    std::vector<std::string>& record = records.emplace_back();
    for (const csv::Field& field : fields) {
      record.push_back(field.text);
    }
  }
  return records;
}

}  // namespace

TEST_CASE("fields end at the delimiter, records at any line ending") {
  CHECK(records_of("a,b\r\nc,d\ne,f\rg,h") == Records{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}});
  CHECK(records_of("a;b,c\n", ';') == Records{{"a", "b,c"}});
  CHECK(records_of("甲\t乙\n", '\t') == Records{{"甲", "乙"}});
}

TEST_CASE("an empty field is a field, an empty line a record of one, and the last line end begins no record") {
  CHECK(records_of("").empty());
  CHECK(records_of("a,\n,b\n") == Records{{"a", ""}, {"", "b"}});
  CHECK(records_of(",") == Records{{"", ""}});
  CHECK(records_of("a\n\nb\n") == Records{{"a"}, {""}, {"b"}});
  CHECK(records_of("\"\"") == Records{{""}});
}

TEST_CASE("quotes protect delimiters, line breaks and doubled quotes") {
  CHECK(records_of("\"a,b\",\"c\r\nd\",\"e \"\"f\"\"\"\n") == Records{{"a,b", "c\nd", "e \"f\""}});
  CHECK(records_of("a\"b,\"c\"d,e") == Records{{"a\"b", "cd", "e"}});
}

TEST_CASE("a byte order mark is no part of the first field") {
  CHECK(records_of("\xef\xbb\xbfname,level\n") == Records{{"name", "level"}});
  CHECK(records_of("\xef\xbb\xbf\"name\"") == Records{{"name"}});
}

TEST_CASE("a quote that is never closed takes the rest, and is told") {
  csv::Tokenizer tokens("a,\"b\nc,d");
  csv::Field field;
  REQUIRE(tokens.next(field));
  REQUIRE(tokens.next(field));
  CHECK(field.text == "b\nc,d");
  CHECK(tokens.is_unterminated());
  CHECK_FALSE(tokens.next(field));
}

TEST_CASE("every field has its place, also behind line breaks in quotes") {
  csv::Tokenizer tokens("\xef\xbb\xbf甲,\"b\nb\",c\nd");
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  for (csv::Field field; tokens.next(field);) {
    places.emplace_back(field.line, field.column);
  }
  CHECK(places == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 1}, {1, 5}, {2, 4}, {3, 1}});
}

TEST_CASE("a record keeps no more fields than asked for") {
  csv::Tokenizer tokens("a,b,c,d\ne");
  std::vector<csv::Field> fields;
  REQUIRE(csv::next_record(tokens, fields, 2));
  CHECK(fields.size() == 2);
  REQUIRE(csv::next_record(tokens, fields, 2));
  CHECK(fields.front().text == "e");
  CHECK_FALSE(csv::next_record(tokens, fields, 2));
}

TEST_CASE("no field is a formula to a spreadsheet, figures stay figures, and the text comes back") {
  const auto written = [](std::string_view text) {
    std::string out;
    csv::add_field(out, text, true);
    return out;
  };
  CHECK(written("=cmd|'/C calc'!A0") == "'=cmd|'/C calc'!A0");
  CHECK(written("@SUM(1)") == "'@SUM(1)");
  CHECK(written("+A1") == "'+A1");
  CHECK(written("-2+3") == "'-2+3");
  CHECK(written("\t=1") == "'\t=1");
  CHECK(written("-3") == "-3");
  CHECK(written("-1,234.50") == "\"-1,234.50\"");
  CHECK(written("-1234.50") == "-1234.50");
  CHECK(written("-") == "-");
  CHECK(written("甲县") == "甲县");
  CHECK(written("a\x1b[31mb\x07\u0085") == "a[31mb");
  std::mt19937 random(13);
  constexpr std::string_view letters = "='+-@\t\n12,.\"a";
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t size = random() % 7; size > 0; --size) {
      text += letters[random() % letters.size()];
    }
    std::string line = written(text);
    const Records records = records_of(line + ",end");
    CAPTURE(line);
    REQUIRE(records.size() == 1);
    const std::string& field = records[0][0];
    REQUIRE(csv::plain(field) == text);
    REQUIRE((!csv::begins_like_formula(field) || field[0] == '\'' || csv::is_figure(field)));
  }
}
