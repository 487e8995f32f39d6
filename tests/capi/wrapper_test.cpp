// gongkai_c.hpp used from C++11: objects free themselves, failures are exceptions. Argument: the example report.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "gongkai_c.hpp"

namespace {

int failures = 0;
int checks = 0;

void check(bool holds, const char* what, int line) {
  ++checks;
  if (!holds) {
    ++failures;
    std::printf("wrapper_test.cpp:%d: not so: %s\n", line, what);
  }
}
#define CHECK(condition) check(condition, #condition, __LINE__)

template <class F>
gk_status status_of(F f) {
  try {
    f();
    return GK_OK;
  } catch (const gk::Error& error) {
    CHECK(error.what()[0] != '\0' && !error.message_zh().empty());
    return error.code();
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::printf("usage: wrapper_test REPORT\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());

  const gk::Reading reading = gk::Reading::read(bytes);
  gk::Report report = reading.report();
  const gk::Report untouched(report);
  CHECK(report.about().year == 2020);
  CHECK(!report.get("requests.received.total").is_blank());
  report.set("requests.received.total", gk::Value());
  CHECK(report.get("requests.received.total").is_blank());
  report.set("requests.received.total", 1000);
  CHECK(report.get("requests.received.total").number_or(0) == 1000);
  CHECK(untouched.get("requests.received.total").number_or(0) == 62);
  report.set_text("narrative.overview", "概述");
  CHECK(report.text("narrative.overview") == "概述");
  CHECK(gk::Report::from_json(report.json()).json() == report.json());

  CHECK(reading.check().ok());
  const gk::Assessment assessment = report.check();
  CHECK(!assessment.ok() && assessment.size() >= 1);
  for (std::size_t i = 0; i < assessment.size(); ++i) {
    const gk_finding finding = assessment.finding(i);
    CHECK(!assessment.message(i).empty() && !assessment.explanation(i, GK_LANGUAGE_EN).empty());
    for (std::size_t cell = 0; cell < finding.cell_count; ++cell) {
      CHECK(assessment.finding_cell(i, cell).key.size > 0);
    }
  }
  const std::string rule = assessment.finding(0).rule.data;
  CHECK(report.check(gk::CheckOptions().only(rule).severity(rule, GK_SEVERITY_INFO)).ok());
  CHECK(report.check(gk::CheckOptions().only(rule).skip(rule)).size() == 0);
  CHECK(assessment.json() == report.check().json());
  CHECK(reading.json().size() > report.json().size());
  CHECK(reading.source(0).state == GK_STATE_READ || reading.source(0).place.line == 0);
  CHECK(reading.notes().size() < 1000);
  const gk::Reading spoilt = reading.corrected(gk::catalog::find_cell("requests.received.total"), 1000);
  CHECK(spoilt.check().findings_json().find("1000") != std::string::npos && spoilt.json() != reading.json());
  CHECK(reading.corrected(0, gk::Value()).report().get(std::size_t{0}).is_blank());

  CHECK(reading.info().format == GK_FORMAT_TEXT && reading.info().has_document == 1);
  CHECK(reading.table(0).rows_found > 0);
  const std::vector<gk::Reading> all = gk::Reading::read_all(bytes);
  CHECK(all.size() == 1 && all[0].json() == reading.json());

  CHECK(report.write(GK_WRITE_JSON) == report.json());
  CHECK(gk::Reading::read(report.write(GK_WRITE_HTML)).report().get("requests.received.total").number_or(0) == 1000);
  CHECK(assessment.html(report.get()).size() > report.write(GK_WRITE_HTML).size());

  CHECK(assessment.write(GK_FINDINGS_SARIF, "a.txt").find("\"uri\":\"a.txt\"") != std::string::npos);

  const gk::Report last_year(untouched);
  gk::Dossier dossier(reading);
  dossier.child("甲镇", reading).child_without_report("乙镇", GK_GAP_MISSING).previous(last_year);
  CHECK(dossier.check().size() > reading.check().size());
  CHECK(dossier.why().empty() && !gk::Dossier(report).why().empty());
  CHECK(dossier.localize_json().find("gongkai.localization/1") != std::string::npos);
  CHECK(gk::Dossier(untouched).diff_json(gk::Dossier(report)).find("requests.received.total") != std::string::npos);
  std::string rest;
  CHECK(dossier.rollup(nullptr, &rest).get("requests.received.total").number_or(0) == 62);
  CHECK(dossier.rollup().get("requests.received.total").number_or(0) == 62); /* of whom nobody asks what is missing */
  CHECK(rest.find("乙镇") != std::string::npos);

  gk::Assessment waived = report.check();
  CHECK(waived.waive("{\"schema\": \"gongkai.waivers/1\", \"waivers\": [{\"fingerprint\": \"" +
                         std::string(waived.finding(0).fingerprint) +
                         "\", \"reason\": \"已核实\", \"author\": \"张三\", \"date\": \"2021-02-01\"}]}",
                     2021, 3, 1) == 1);
  CHECK(waived.counts().waived == 1 && waived.finding(0).is_waived == 1);
  CHECK(std::string(waived.finding(0).waiver_reason.data) == "已核实");

  std::vector<gk_input> inputs(3);
  inputs[0].bytes = inputs[1].bytes = bytes.data();
  inputs[0].size = inputs[1].size = bytes.size();
  const gk::Batch batch = gk::Batch::check(inputs);
  CHECK(batch.size() == 3 && batch.summaries()[0].status == GK_OK && batch.summaries()[2].status == GK_E_EMPTY);

  CHECK(batch.error(0).code == GK_OK && batch.error(2).code == GK_E_EMPTY && batch.error(2).message_zh.size > 0);
  CHECK(status_of([&] { batch.assessment(0); }) == GK_E_NOT_FOUND);
  gk_batch_options keep = GK_BATCH_OPTIONS_INIT;
  keep.keep = GK_KEEP_ASSESSMENTS | GK_KEEP_READINGS;
  gk::Batch kept = gk::Batch::check(inputs, gk::CheckOptions(), &keep);
  gk::Assessment first = kept.assessment(0);
  const gk::Reading second = kept.reading(1);
  kept = batch;  // what was taken out of it lives on
  CHECK(first.json() == reading.check().json() && second.json() == reading.json());
  CHECK(status_of([&] { first.waive("{}", 2021, 3, 1); }) == GK_E_ARGUMENT);

  gk_dossier beside = GK_DOSSIER_INIT;
  beside.reading = beside.previous_reading = reading.get();
  const gk::Batch dossiers = gk::Batch::check(std::vector<gk_dossier>(3, beside), gk::CheckOptions(), &keep);
  CHECK(dossiers.size() == 3 && dossiers.assessment(2).json() == dossiers.assessment(0).json());

  gk_json_options telling = GK_JSON_OPTIONS_INIT;
  telling.tell = GK_TELL_COVERAGE;
  const std::string told = gk::check_json(bytes, &telling);
  CHECK(told.find(reading.check().json()) != std::string::npos);
  CHECK(gk::check_json(inputs, &telling).find(told + '\n' + told + '\n') == 0);
  CHECK(status_of([] { gk::check_json("a letter"); }) == GK_E_NOT_A_REPORT);

  CHECK(gk::version().size() >= 5 && gk::abi_version() == GK_ABI_VERSION);
  CHECK(gk::status_name(GK_E_RANGE) == "GK_E_RANGE");
  CHECK(gk::catalog::cell(gk::catalog::find_cell("requests.received.total")).section == 3);
  CHECK(gk::catalog::find_cell(gk::catalog::cell(gk::catalog::cell_count() - 1).key.data) ==
        gk::catalog::cell_count() - 1);
  CHECK(gk::catalog::find_rule(gk::catalog::rule(gk::catalog::rule_count() - 1).id.data) ==
        gk::catalog::rule_count() - 1);
  CHECK(gk::catalog::cells_json().find("gongkai.cells/1") != std::string::npos);
  CHECK(gk::catalog::rules_json().find("gongkai.rules/1") != std::string::npos);
  CHECK(gk::catalog::edition(gk::catalog::edition_count() - 1).edition == GK_EDITION_2021);
  CHECK(gk::catalog::field(gk::catalog::field_count() - 1).key.size > 0);
  CHECK(reading.table(gk::catalog::table_count() - 1).key.size > 0);
  CHECK(status_of([&] { gk::catalog::find_cell("requests.recieved.total"); }) == GK_E_NOT_FOUND);

  gk::Report by_index(untouched);
  const std::size_t total = gk::catalog::find_cell("requests.received.total");
  CHECK(by_index.get(total).number_or(0) == 62);
  by_index.set(total, 63);
  CHECK(by_index.get("requests.received.total").number_or(0) == 63);
  by_index.set(total, gk::Value());
  CHECK(by_index.row()[total].is_blank() && by_index.row().size() == gk::catalog::cell_count());
  by_index.set_row(untouched.row());
  CHECK(by_index.json() == untouched.json());
  bool is_refused = false;
  try {
    by_index.set_row(std::vector<gk::Value>(3));
  } catch (const std::invalid_argument&) {
    is_refused = true;
  }
  CHECK(is_refused);

  const gk::Reading noted = gk::Reading::read(
      "某县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
      "| 一、本年新收政府信息公开申请数量 | 约5 | 0 | 0 | 0 | 0 | 0 | 5 |\n");
  CHECK(noted.note_count() > 0 && noted.notes().size() == noted.note_count() && noted.note(0).kind.size > 0);

  CHECK(status_of([&] { report.get("no.such.cell"); }) == GK_E_NOT_FOUND);
  CHECK(status_of([&] { report.set("review.total", INT64_MAX); }) == GK_E_RANGE);
  CHECK(status_of([&] { report.check(gk::CheckOptions().only("no.such.rule")); }) == GK_E_NOT_FOUND);
  CHECK(status_of([&] { gk::Reading::read("a letter"); }) == GK_E_NOT_A_REPORT);
  CHECK(status_of([&] { gk::Report::from_json("[]"); }) >= 20);

  std::printf("%d checks, %d failed\n", checks, failures);
  return failures == 0 && checks > 0 ? 0 : 1;
}
