// The limits of the C border: sizes, dates, counts and constants beside the last that is taken, and what a caller gets who gives
// more. What each call does in the ordinary case is in capi_test.c.
#include <doctest/doctest.h>
#include <pthread.h>

#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai.h"
#include "gongkai_c.hpp"
#include "support/files.hpp"

namespace {

constexpr std::size_t too_many = std::numeric_limits<std::size_t>::max();

template <class T, void (*free_it)(T*)>
struct Free {
  void operator()(T* object) const { free_it(object); }
};
using Report = std::unique_ptr<gk_report, Free<gk_report, gk_report_free>>;
using Reading = std::unique_ptr<gk_reading, Free<gk_reading, gk_reading_free>>;
using Assessment = std::unique_ptr<gk_assessment, Free<gk_assessment, gk_assessment_free>>;
using Batch = std::unique_ptr<gk_batch, Free<gk_batch, gk_batch_free>>;

std::string last_message() {
  gk_error error = GK_ERROR_INIT;
  REQUIRE(gk_last_error(&error) == GK_OK);
  REQUIRE(std::strlen(error.message_en.data) == error.message_en.size);
  return error.message_en.data;
}

bool is_utf8(const std::string& text) {  // as the library itself takes texts
  gk_report* report = nullptr;
  REQUIRE(gk_report_new(GK_EDITION_2021, &report) == GK_OK);
  const gk_status status = gk_report_set_text(report, "narrative.overview", text.data(), text.size());
  gk_report_free(report);
  return status == GK_OK;
}

/// Whether the call failed for that argument.
bool is_refused(gk_status status, std::string_view argument) {
  return status == GK_E_ARGUMENT && last_message().find(argument) != std::string::npos;
}

std::size_t cell(const char* key) {
  std::size_t index = 0;
  REQUIRE(gk_cell_find(key, &index) == GK_OK);
  return index;
}

Report new_report(std::int32_t year = 2023) {
  gk_report* report = nullptr;
  REQUIRE(gk_report_new(GK_EDITION_2021, &report) == GK_OK);
  gk_about about = GK_ABOUT_INIT;
  about.edition = GK_EDITION_2021;
  about.year = year;
  REQUIRE(gk_report_set_about(report, &about) == GK_OK);
  return Report(report);
}

gk_status set_date(std::int32_t year, std::int32_t month, std::int32_t day) {
  gk_about about = GK_ABOUT_INIT;
  about.edition = GK_EDITION_2021;
  about.publication_year = year;
  about.publication_month = month;
  about.publication_day = day;
  return gk_report_set_about(new_report().get(), &about);
}

Reading read(std::string_view text, const gk_read_options* options = nullptr) {
  gk_reading* reading = nullptr;
  REQUIRE(gk_read(text.data(), text.size(), options, &reading) == GK_OK);
  return Reading(reading);
}

Batch check(const std::vector<std::string_view>& texts, std::int32_t keep, const gk_check_options* checking = nullptr) {
  std::vector<gk_input> inputs;
  for (const std::string_view text : texts) {
    inputs.push_back({text.data(), text.size()});
  }
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  how.threads = 1;
  how.keep = keep;
  gk_batch* batch = nullptr;
  REQUIRE(gk_inputs_check(inputs.data(), inputs.size(), nullptr, checking, &how, &batch) == GK_OK);
  return Batch(batch);
}

/// Columns that were exported.
struct Table {
  ArrowSchema schema{};
  ArrowArray array{};
  Table() = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() {
    if (schema.release != nullptr) {
      schema.release(&schema);
    }
    if (array.release != nullptr) {
      array.release(&array);
    }
  }
  const ArrowArray& column(std::string_view name) const {
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      if (schema.children[i]->name == name) {
        return *array.children[i];
      }
    }
    FAIL("no such column");
    return array;
  }
  std::string_view text(std::string_view name, std::size_t row) const {
    const ArrowArray& of = column(name);
    const auto* const ends = static_cast<const std::int32_t*>(of.buffers[1]);
    return {static_cast<const char*>(of.buffers[2]) + ends[row], static_cast<std::size_t>(ends[row + 1] - ends[row])};
  }
  template <class Value>
  const Value* values(std::string_view name) const {
    return static_cast<const Value*>(column(name).buffers[1]);
  }
};

}  // namespace

TEST_CASE("A message is cut at 1000 bytes, between characters") {
  for (std::size_t lead = 0; lead < 3; ++lead) {
    std::string field(lead, 'x');
    for (int i = 0; i < 700; ++i) {
      field += "政";
    }
    const std::string text = "{{" + field + "}}";
    const Report report = new_report();
    REQUIRE(gk_report_set_text(report.get(), "narrative.overview", text.data(), text.size()) == GK_OK);
    gk_buffer *document = nullptr, *filled = nullptr;
    gk_text bytes{};
    REQUIRE(gk_report_write(report.get(), GK_WRITE_DOCX, GK_LANGUAGE_ZH, &document) == GK_OK);
    REQUIRE(gk_buffer_view(document, &bytes) == GK_OK);
    REQUIRE(gk_report_fill_docx(report.get(), bytes.data, bytes.size, &filled) == GK_E_MALFORMED);
    gk_buffer_free(document);
    gk_error error = GK_ERROR_INIT;
    REQUIRE(gk_last_error(&error) == GK_OK);
    for (const gk_text& message : {error.message_zh, error.message_en}) {
      CHECK(message.size <= 1000);
      CHECK(message.size > 1000 - 3);
      CHECK(message.data[message.size] == '\0');
      CHECK(std::string_view(message.data + message.size - 3, 3) == "政");
    }
  }
}

TEST_CASE("A name that a message quotes is cut between characters, and where it is no UTF-8") {
  const std::string lone(100, '\x80'), bad = "requests\xff.total";
  std::string name;
  for (int i = 0; i < 100; ++i) {
    name += "政";
  }
  const Batch batch = check({}, GK_KEEP_NOTHING);
  for (std::string given : {name, "x" + name, "xx" + name, bad, lone, std::string("requests.recieved")}) {
    CAPTURE(given);
    std::size_t index = 0;
    gk_assessment* assessment = nullptr;
    gk_text text{};
    const char* const column = given.c_str();
    gk_check_options only = GK_CHECK_OPTIONS_INIT;
    only.only = &column;
    only.only_count = 1;
    gk_export_options options = GK_EXPORT_OPTIONS_INIT;
    options.columns = &column;
    options.column_count = 1;
    const Report report = new_report();
    const auto is_text = [&](gk_status status) {
      gk_error error = GK_ERROR_INIT;
      const bool is_told = status == GK_E_NOT_FOUND && gk_last_error(&error) == GK_OK;
      const std::string zh(error.message_zh.data, error.message_zh.size),
          en(error.message_en.data, error.message_en.size);
      return is_told && is_utf8(zh) && is_utf8(en) && zh.size() < 400 && en.size() < 400;
    };
    ArrowSchema schema{};
    CHECK(is_text(gk_cell_find(column, &index)));
    CHECK(is_text(gk_rule_find(column, &index)));
    CHECK(is_text(gk_report_get_text(report.get(), column, &text)));
    CHECK(is_text(gk_report_check(report.get(), &only, &assessment)));
    CHECK(is_text(gk_batch_export_reports(batch.get(), &options, &schema, nullptr)));
  }
}

TEST_CASE("A struct_size that nobody set is refused, whether too small or too large") {
  gk_error error = GK_ERROR_INIT;
  error.struct_size = 65537;
  CHECK(gk_last_error(&error) == GK_E_ARGUMENT);
  gk_counts counts = GK_COUNTS_INIT;
  gk_assessment* made = nullptr;
  REQUIRE(gk_report_check(new_report().get(), nullptr, &made) == GK_OK);
  const Assessment assessment(made);
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{65537}, too_many}) {
    counts.struct_size = size;
    CHECK(is_refused(gk_assessment_counts(assessment.get(), &counts), "struct_size"));
  }
}

TEST_CASE("A caller with an older, shorter struct gets what it has room for, and no byte beyond it is written") {
  const Report report = new_report();
  REQUIRE(gk_report_set_by_key(report.get(), "requests.received.total", 12) == GK_OK);
  gk_assessment* made = nullptr;
  REQUIRE(gk_report_check(report.get(), nullptr, &made) == GK_OK);
  const Assessment assessment(made);
  gk_counts all = GK_COUNTS_INIT;
  REQUIRE(gk_assessment_counts(assessment.get(), &all) == GK_OK);
  REQUIRE(all.findings > 0);
  gk_counts old = GK_COUNTS_INIT;
  old.struct_size = offsetof(gk_counts, waived);
  old.waived = 77;
  REQUIRE(gk_assessment_counts(assessment.get(), &old) == GK_OK);
  CHECK(old.struct_size == offsetof(gk_counts, waived));
  CHECK(old.findings == all.findings);
  CHECK(old.errors == all.errors);
  CHECK(old.waived == 77);
}

TEST_CASE("A date is taken where the calendar has it, and no other") {
  CHECK(set_date(0, 0, 0) == GK_OK);  // not known
  CHECK(set_date(1, 1, 1) == GK_OK);
  CHECK(set_date(9999, 12, 31) == GK_OK);
  CHECK(set_date(2024, 2, 29) == GK_OK);
  CHECK(set_date(2000, 2, 29) == GK_OK);
  const int wrong[][3] = {{0, 1, 1},     {0, 1, 0},     {0, 0, 1},     {-1, 1, 1},    {10000, 1, 1}, {2023, 0, 1},
                          {2023, 13, 1}, {2023, -1, 1}, {2023, 1, 0},  {2023, 1, -1}, {2023, 1, 32}, {2023, 4, 31},
                          {2023, 2, 29}, {1900, 2, 29}, {2100, 2, 29}, {2024, 2, 30}};
  for (const auto& date : wrong) {
    CAPTURE(date[0]);
    CAPTURE(date[1]);
    CAPTURE(date[2]);
    CHECK(is_refused(set_date(date[0], date[1], date[2]), "publication"));
  }
}

TEST_CASE("The day of publication that a caller gives is the report's") {
  gk_read_options options = GK_READ_OPTIONS_INIT;
  options.publication_year = 2021;
  options.publication_month = 1;
  options.publication_day = 30;
  const Reading reading = read(gongkai::testing::example_report(), &options);
  const gk_report* report = nullptr;
  gk_about about = GK_ABOUT_INIT;
  REQUIRE(gk_reading_report(reading.get(), &report) == GK_OK);
  REQUIRE(gk_report_get_about(report, &about) == GK_OK);
  CHECK(about.publication_year == 2021);
  CHECK(about.publication_month == 1);
  CHECK(about.publication_day == 30);
}

TEST_CASE("Constants below the first are refused like those beyond the last") {
  const Report report = new_report();
  gk_buffer* buffer = nullptr;
  for (const std::int32_t language : {-1, 3}) {
    CHECK(is_refused(gk_report_write(report.get(), GK_WRITE_HTML, language, &buffer), "language"));
  }
  gk_batch* batch = nullptr;
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  for (const std::int32_t keep : {-1, 4}) {
    how.keep = keep;
    CHECK(is_refused(gk_inputs_check(nullptr, 0, nullptr, nullptr, &how, &batch), "how.keep"));
  }
  CHECK(batch == nullptr);
}

TEST_CASE("A count that no memory could hold is refused before anything is looked at") {
  gk_batch* batch = nullptr;
  const gk_input input{"x", 1};
  CHECK(is_refused(gk_inputs_check(&input, too_many, nullptr, nullptr, nullptr, &batch), "count"));
  gk_dossier dossier = GK_DOSSIER_INIT;
  CHECK(is_refused(gk_dossiers_check(&dossier, too_many, nullptr, nullptr, &batch), "count"));
}

TEST_CASE("A year of rows must have four digits at most") {
  const std::vector<std::int64_t> numbers(gk_cell_count());
  gk_rows rows = GK_ROWS_INIT;
  rows.count = 1;
  rows.cells = numbers.data();
  rows.edition = GK_EDITION_2021;
  gk_batch* made = nullptr;
  for (const std::int32_t year : {-1, 10000}) {
    rows.year = year;
    CHECK(is_refused(gk_rows_check(&rows, nullptr, nullptr, &made), "rows.year"));
  }
  rows.year = 9999;
  CHECK(gk_rows_check(&rows, nullptr, nullptr, &made) == GK_OK);
  gk_batch_free(made);
}

TEST_CASE("JSON lines keep nothing, and say so to who asks for readings or assessments") {
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  gk_buffer* buffer = nullptr;
  for (const std::int32_t keep : {GK_KEEP_ASSESSMENTS, GK_KEEP_READINGS}) {
    how.keep = keep;
    CHECK(is_refused(gk_inputs_check_json(nullptr, 0, nullptr, &how, &buffer), "how.keep"));
  }
}

TEST_CASE("Of many rows that are out of range the first is told, whichever thread comes first") {
  constexpr std::size_t count = 2048, piece = 64, first = 5 * piece - 1;
  std::vector<std::int64_t> numbers(count * gk_cell_count());
  for (std::size_t row = first; row < count;
       row += piece) {  // at the end of each piece of work: several fail close together
    numbers[row * gk_cell_count() + 3] = std::numeric_limits<std::int64_t>::max();
  }
  gk_rows rows = GK_ROWS_INIT;
  rows.count = count;
  rows.cells = numbers.data();
  rows.edition = GK_EDITION_2021;
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  how.threads = 8;
  for (int i = 0; i < 20; ++i) {
    gk_batch* batch = nullptr;
    REQUIRE(gk_rows_check(&rows, nullptr, &how, &batch) == GK_E_RANGE);
    gk_error error = GK_ERROR_INIT;
    REQUIRE(gk_last_error(&error) == GK_OK);
    CHECK(error.row == first);
    CHECK(error.cell == 3);
    CHECK(batch == nullptr);
  }
}

TEST_CASE("Where the system gives no more threads, a batch is done by those that there are") {
  pthread_attr_t usual, huge;
  REQUIRE(pthread_getattr_default_np(&usual) == 0);
  REQUIRE(pthread_attr_init(&huge) == 0);
  REQUIRE(pthread_attr_setstacksize(&huge, std::size_t{1} << 46U) == 0);  // of which no thread can be made
  const std::string report = gongkai::testing::example_report();
  const std::vector<gk_input> inputs(5, gk_input{report.data(), report.size()});
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  how.threads = 4;
  gk_batch* made = nullptr;
  REQUIRE(pthread_setattr_default_np(&huge) == 0);
  const gk_status status = gk_inputs_check(inputs.data(), inputs.size(), nullptr, nullptr, &how, &made);
  REQUIRE(pthread_setattr_default_np(&usual) == 0);
  pthread_attr_destroy(&huge);
  pthread_attr_destroy(&usual);
  REQUIRE(status == GK_OK);
  const Batch batch(made);
  const gk_summary* summaries = nullptr;
  REQUIRE(gk_batch_summaries(batch.get(), &summaries) == GK_OK);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    CHECK(summaries[i].status == GK_OK);
    CHECK(summaries[i].errors == summaries[0].errors);
  }
}

TEST_CASE("A finding says which of its sides is only a bound: that in which a cell is not known") {
  const auto bounds_of = [](std::initializer_list<std::pair<const char*, std::int64_t>> numbers) {
    const Report report = new_report();
    for (const auto& [key, number] : numbers) {
      REQUIRE(gk_report_set_by_key(report.get(), key, number) == GK_OK);
    }
    gk_check_options options = GK_CHECK_OPTIONS_INIT;
    options.blanks = GK_BLANKS_UNKNOWN;
    gk_assessment* made = nullptr;
    REQUIRE(gk_report_check(report.get(), &options, &made) == GK_OK);
    const Assessment assessment(made);
    gk_counts counts = GK_COUNTS_INIT;
    REQUIRE(gk_assessment_counts(assessment.get(), &counts) == GK_OK);
    REQUIRE(counts.findings > 0);
    gk_finding finding = GK_FINDING_INIT;
    REQUIRE(gk_assessment_finding(assessment.get(), 0, &finding) == GK_OK);
    CHECK(finding.is_money == 0);
    return std::pair(finding.left_is_bound == 1, finding.right_is_bound == 1);
  };
  // Seven of all, though twelve of one kind; one and none carried over, though a hundred are handed on.
  const auto [parts_left, parts_right] =
      bounds_of({{"requests.received.commercial_enterprise", 12}, {"requests.received.total", 7}});
  CHECK(parts_left != parts_right);
  const auto [left, right] = bounds_of(
      {{"requests.received.total", 1}, {"requests.carried_in.total", 0}, {"requests.carried_out.total", 100}});
  CHECK_FALSE(left);
  CHECK(right);
}

TEST_CASE("Amounts in findings are 分 in the structs and yuan in columns") {
  std::size_t money = 0;
  gk_cell_info info = GK_CELL_INFO_INIT;
  while (gk_cell_get(money, &info) == GK_OK && (info.is_money == 0 || info.in_2021 == 0)) {
    ++money;
  }
  const char* const key = info.key.data;
  const Report part = new_report(), whole = new_report();
  REQUIRE(gk_report_set_by_key(part.get(), key, 12'345) == GK_OK);
  REQUIRE(gk_report_set_by_key(whole.get(), key, 12'300) == GK_OK);
  const gk_child child{"a", part.get(), nullptr, 0, 0};
  gk_dossier dossier = GK_DOSSIER_INIT;
  dossier.report = whole.get();
  dossier.children = &child;
  dossier.child_count = 1;
  dossier.children_are_complete = 1;
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  how.keep = GK_KEEP_ASSESSMENTS;
  gk_batch* made = nullptr;
  REQUIRE(gk_dossiers_check(&dossier, 1, nullptr, &how, &made) == GK_OK);
  const Batch batch(made);
  const gk_assessment* assessment = nullptr;
  REQUIRE(gk_batch_assessment(batch.get(), 0, &assessment) == GK_OK);
  Table table;
  REQUIRE(gk_batch_export_findings(batch.get(), nullptr, &table.schema, &table.array) == GK_OK);
  int of_money = 0;
  for (std::int64_t i = 0; i < table.array.length; ++i) {
    const auto at = static_cast<std::size_t>(i);
    gk_finding finding = GK_FINDING_INIT;
    REQUIRE(gk_assessment_finding(assessment, at, &finding) == GK_OK);
    if (finding.is_money == 1) {
      ++of_money;
      CHECK(finding.difference == finding.left - finding.right);
      CHECK(table.values<std::int64_t>("difference")[2 * at] == finding.difference);  // hundredths, in 128 bits
    } else if (finding.has_left == 1) {
      CHECK(table.values<std::int64_t>("left")[2 * at] == 100 * finding.left);
    }
  }
  CHECK(of_money > 0);
}

TEST_CASE("A note of the document as a whole has no row") {
  const std::string text = gongkai::testing::example_report() + "\n" + gongkai::testing::example_report();
  const Reading reading = read(text);
  std::size_t count = 0;
  REQUIRE(gk_reading_note_count(reading.get(), &count) == GK_OK);
  bool has_further = false;
  for (std::size_t i = 0; i < count; ++i) {
    gk_note note = GK_NOTE_INIT;
    REQUIRE(gk_reading_note(reading.get(), i, &note) == GK_OK);
    if (std::string_view(note.kind.data) == "further_report") {
      has_further = true;
      CHECK(note.row_key.size == 0);
      CHECK(note.cell == -1);
    }
  }
  CHECK(has_further);
}

TEST_CASE(
    "A text that is set in a reading no longer has the places of the text that it was, and every other text keeps its "
    "own") {
  std::string text = gongkai::testing::example_report();
  const std::string head = "三、收到和处理政府信息公开申请情况\n";
  const std::size_t at = text.find(head);
  REQUIRE(at != std::string::npos);
  text.insert(at + head.size(), "说明：本年度收到政府信息公开申请62件。\n");  // which no field of the report has
  const std::string told = "2020年，全区共收到政府信息公开申请99件。";
  const auto places_of = [](const gk_reading* reading, std::string_view words) {  // of findings on these words
    gk_assessment* made = nullptr;
    REQUIRE(gk_reading_check(reading, nullptr, &made) == GK_OK);
    const Assessment assessment(made);
    gk_counts counts = GK_COUNTS_INIT;
    REQUIRE(gk_assessment_counts(assessment.get(), &counts) == GK_OK);
    int found = 0, known = 0;
    for (std::size_t i = 0; i < counts.findings; ++i) {
      gk_finding finding = GK_FINDING_INIT;
      REQUIRE(gk_assessment_finding(assessment.get(), i, &finding) == GK_OK);
      if (std::string_view(finding.detail.data).find(words) != std::string_view::npos) {
        ++found;
        known += finding.place.line != 0 ? 1 : 0;
      }
    }
    return std::pair(found, known);
  };
  std::string as_read = text;
  as_read.replace(as_read.find("一、总体情况\n"), std::strlen("一、总体情况\n"), "一、总体情况\n" + told + "\n");
  const auto [found_as_read, known_as_read] = places_of(read(as_read).get(), "99件");
  CHECK(found_as_read > 0);
  CHECK(known_as_read == found_as_read);
  for (const char* const key :
       {"narrative.overview", "narrative.problems_and_improvements", "narrative.other_matters"}) {
    CAPTURE(std::string(key));
    const Reading reading = read(text);
    gk_report* report = nullptr;
    REQUIRE(gk_reading_edit(reading.get(), &report) == GK_OK);
    REQUIRE(gk_report_set_text(report, key, told.data(), told.size()) == GK_OK);
    const auto [found, known] = places_of(reading.get(), "99件");
    CHECK((found > 0) ==
          (std::string_view(key) != "narrative.problems_and_improvements"));  // where no number is a claim
    CHECK(known == 0);
    const auto [found_other, known_other] = places_of(reading.get(), "办结政府信息公开申请62件");
    CHECK((found_other > 0) == (std::string_view(key) != "narrative.overview"));  // in which they stood
    CHECK(known_other == found_other);
  }
}

TEST_CASE("Columns need what was not kept, and say which") {
  const std::string report = gongkai::testing::example_report();
  Table table;
  CHECK(gk_batch_export_reports(check({report}, GK_KEEP_NOTHING).get(), nullptr, &table.schema, nullptr) ==
        GK_E_NOT_FOUND);
  CHECK(last_message().find("GK_KEEP_READINGS") != std::string::npos);
  CHECK(gk_batch_export_reports(check({report}, GK_KEEP_READINGS).get(), nullptr, &table.schema, nullptr) ==
        GK_E_NOT_FOUND);
  CHECK(last_message().find("GK_KEEP_ASSESSMENTS") != std::string::npos);
  CHECK(gk_batch_export_findings(check({report}, GK_KEEP_READINGS).get(), nullptr, &table.schema, nullptr) ==
        GK_E_NOT_FOUND);
  CHECK(last_message().find("GK_KEEP_ASSESSMENTS") != std::string::npos);
  CHECK((table.schema.release == nullptr));
}

TEST_CASE("A batch of nothing is a table of no rows, whatever was kept") {
  Table reports, findings;
  REQUIRE(gk_batch_export_reports(check({}, GK_KEEP_NOTHING).get(), nullptr, &reports.schema, &reports.array) == GK_OK);
  REQUIRE(gk_batch_export_findings(check({}, GK_KEEP_NOTHING).get(), nullptr, &findings.schema, &findings.array) ==
          GK_OK);
  CHECK(reports.array.length == 0);
  CHECK(findings.array.length == 0);
  CHECK(static_cast<const std::int32_t*>(findings.column("rule").buffers[1])[0] ==
        0);  // Arrow wants one offset more than texts
  CHECK(static_cast<const std::int32_t*>(findings.column("cells").buffers[1])[0] == 0);
}

TEST_CASE("The findings of rows, which have no document, are columns too") {
  std::vector<std::int64_t> numbers(gk_cell_count());
  numbers[cell("requests.received.total")] = 7;
  gk_rows rows = GK_ROWS_INIT;
  rows.count = 1;
  rows.cells = numbers.data();
  rows.edition = GK_EDITION_2021;
  rows.year = 2023;
  gk_batch_options how = GK_BATCH_OPTIONS_INIT;
  how.keep = GK_KEEP_ASSESSMENTS;
  gk_batch* made = nullptr;
  REQUIRE(gk_rows_check(&rows, nullptr, &how, &made) == GK_OK);
  const Batch batch(made);
  Table table;
  REQUIRE(gk_batch_export_findings(batch.get(), nullptr, &table.schema, &table.array) == GK_OK);
  REQUIRE(table.array.length > 0);
  CHECK(table.column("place").null_count == table.array.length);
  CHECK(table.column("message").null_count == 0);
  CHECK(gk_batch_export_reports(batch.get(), nullptr, &table.schema, nullptr) == GK_E_NOT_FOUND);
}

TEST_CASE(
    "A report says its day and its year in columns, or null, and why it could not be read in the language asked for") {
  const std::string report = gongkai::testing::example_report();
  const std::string known = "发布日期：2021-01-30\n" + report;
  const std::string json = R"({"schema": "gongkai.report/1", "about": {"edition": "2021"}, "cells": {}})";
  const Batch batch = check({known, json, "no report"}, GK_KEEP_READINGS | GK_KEEP_ASSESSMENTS);
  gk_export_options options = GK_EXPORT_OPTIONS_INIT;
  options.language = GK_LANGUAGE_EN;
  Table table;
  REQUIRE(gk_batch_export_reports(batch.get(), &options, &table.schema, &table.array) == GK_OK);
  CHECK(table.values<std::int32_t>("year")[0] == 2020);
  CHECK(table.column("year").null_count == 2);
  CHECK(table.column("published").null_count == 2);
  CHECK(table.values<std::int32_t>("published")[0] == 18657);  // days from 1970-01-01 to 2021-01-30
  gk_error error = GK_ERROR_INIT;
  REQUIRE(gk_batch_error(batch.get(), 2, &error) == GK_OK);
  CHECK(table.text("problem", 2) == error.message_en.data);
}

TEST_CASE("A column's name that is like no other is refused without a guess") {
  const Batch batch = check({}, GK_KEEP_NOTHING);
  const char* const name = "zzzzzzzzzzzzzzzzzzzzzzzz";
  gk_export_options options = GK_EXPORT_OPTIONS_INIT;
  options.columns = &name;
  options.column_count = 1;
  Table table;
  CHECK(gk_batch_export_reports(batch.get(), &options, &table.schema, nullptr) == GK_E_NOT_FOUND);
  CHECK(last_message().find(name) != std::string::npos);
  CHECK(last_message().find("Did you mean") == std::string::npos);
}

TEST_CASE("A total of bodies needs neither a name of its own nor the JSON of what is missing") {
  const Report part = new_report();
  REQUIRE(gk_report_set_by_key(part.get(), "requests.received.total", 5) == GK_OK);
  const gk_child children[] = {{"a", part.get(), nullptr, 0, 0}, {"b", part.get(), nullptr, 0, 0}};
  gk_rollup_options options = GK_ROLLUP_OPTIONS_INIT;
  options.year = 2023;
  gk_report* total = nullptr;
  REQUIRE(gk_rollup(children, 2, &options, &total, nullptr) == GK_OK);
  const Report owned(total);
  gk_value value{};
  gk_about about = GK_ABOUT_INIT;
  REQUIRE(gk_report_get_by_key(total, "requests.received.total", &value) == GK_OK);
  REQUIRE(gk_report_get_about(total, &about) == GK_OK);
  CHECK(value.number == 10);
  CHECK(about.year == 2023);
  CHECK(about.authority.size == 0);
}
