// What is written as JSON has the promised shape and comes back unchanged; what breaks the shape is refused by name.
#include "gongkai/write.hpp"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "support/clean_reading.hpp"

using namespace gongkai;

namespace {

rapidjson::Document parse(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
  CAPTURE(json.substr(0, 200));
  REQUIRE_FALSE(document.HasParseError());
  return document;
}
std::string text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}
std::vector<std::string> keys_of(const rapidjson::Value& object) {
  std::vector<std::string> keys;
  for (const auto& member : object.GetObject()) {
    keys.push_back(text_of(member.name));
  }
  return keys;
}

/// Any code points at all: controls, quotes, Chinese, beyond the BMP.
std::string random_text(std::mt19937& random) {
  constexpr std::string_view pieces[] = {
      "\"",   "\\",     "/",      "\n",     "\t", "\r", "\b",     "\f", std::string_view("\0", 1),
      "\x1f", "\x7f",   "a",      "0",      "{",  "}",  ",",      "é",  "公",
      "〔",   "\u2028", "\ufeff", "\ufffd", "𠮷", "😀",  "\\u0041"};
  std::string text;
  for (int size = std::uniform_int_distribution<int>(0, 40)(random); size > 0; --size) {
    text += pieces[random() % std::size(pieces)];
  }
  return text;
}

Report random_report(std::mt19937& random) {
  const Edition edition = random() % 2 == 0 ? Edition::form_2019 : Edition::form_2021;
  Report report = testing::random_clean_report(random, edition);
  for (std::size_t i = 0; i < cell_count; ++i) {
    switch (random() % 8) {
      case 0:
        set_cell(report, i, std::nullopt);
        break;
      case 1:
        set_cell(report, i, -static_cast<std::int64_t>(random() % 1000));
        break;
      case 2:
        set_cell(report, i, random() % 2 == 0 ? Count::limit : -Count::limit);
        break;
      default:
        break;
    }
  }
  About& about = report.about;
  about.title = random_text(random);
  about.authority = random_text(random);
  about.level = static_cast<Level>(random() % 6);
  about.kind = static_cast<Kind>(random() % 5);
  about.coverage = static_cast<Extent>(random() % 3);
  about.edition = static_cast<Edition>(random() % 3);
  about.year = random() % 3 == 0 ? 0 : 2019;
  if (random() % 2 == 0) {
    about.publication_date = {2024, 2, 29};
  }
  report.narrative = {random_text(random), random_text(random), random_text(random), random_text(random)};
  for (std::size_t rows = random() % 3; rows > 0; --rows) {
    ExtensionRow row{random_text(random), random_text(random), {}, {}};
    for (std::size_t n = random() % 4; n > 0; --n) {
      row.columns.push_back(random_text(random));
      row.values.push_back(random_text(random));
    }
    report.extensions.push_back(row);
  }
  return report;
}

/// The error for a report whose members are these; fails the test where there is none.
Error refused(const std::string& json) {
  const Result<Report> report = report_from_json(json);
  CAPTURE(json.substr(0, 300));
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::malformed);
  CHECK(report.error().where.line >= 1);
  CHECK_FALSE(report.error().message_zh.empty());
  return report.error();
}
Error refused_members(const std::string& members) {
  return refused(R"({"schema":"gongkai.report/1",)" + members + "}");
}
bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Report accepted(const std::string& members) {
  const std::string json = R"({"schema":"gongkai.report/1",)" + members + "}";
  Result<Report> report = report_from_json(json);
  CAPTURE(json);
  REQUIRE(report);
  return std::move(report).value();
}

}  // namespace

TEST_CASE("a report is written with its keys in the order of the form, and every byte is known") {
  Report report;
  report.about.edition = Edition::form_2021;
  report.about.level = Level::county;
  report.about.title = "甲县\"年报\"\n\x01";
  report.about.year = 2023;
  report.about.publication_date = {2024, 1, 9};
  report.disclosure.fees.amount = Money::fen(-105);
  report.requests.received.total = -7;
  report.extensions.push_back({"requests", "其他", {"列"}, {"1", ""}});
  const std::string json = to_json(report);
  const std::string head =
      R"({"schema":"gongkai.report/1","about":{"title":"甲县\"年报\"\n\u0001","authority":"","level":"county","kind":null,)"
      R"("coverage":null,"year":2023,"edition":"2021","publication_date":"2024-01-09"},"cells":{)"
      R"("disclosure.government_rules.issued":null,)";
  CHECK(json.substr(0, head.size()) == head);
  CHECK(contains(json, R"("disclosure.fees.amount":"-1.05",)"));
  CHECK(contains(json, R"("requests.received.total":-7,)"));
  CHECK(contains(
      json,
      R"("litigation.after_review.total":null},"narrative":{"preamble":"","overview":"","problems_and_improvements":"",)"
      R"("other_matters":""},"extensions":[{"table":"requests","label":"其他","columns":["列"],"values":["1",""]}]})"));
  const rapidjson::Document document = parse(json);
  CHECK(document["cells"].MemberCount() == 200);
}

TEST_CASE("a filled cell of the other edition is written, a blank one is not") {
  Report report;
  report.about.edition = Edition::form_2019;
  CHECK(parse(to_json(report))["cells"].MemberCount() == 198);
  report.disclosure.fees.amount = Money::yuan(3);
  const rapidjson::Document document = parse(to_json(report));
  CHECK(document["cells"].MemberCount() == 199);
  CHECK(text_of(document["cells"]["disclosure.fees.amount"]) == "3.00");
  CHECK(parse(to_json(Report{}))["cells"].MemberCount() == 0);
}

TEST_CASE("any report comes back from its JSON unchanged, and gives the same bytes again") {
  std::mt19937 random(20190515);
  for (int i = 0; i < 200; ++i) {
    const Report report = random_report(random);
    const std::string json = to_json(report);
    const Result<Report> again = report_from_json(json);
    CAPTURE(i);
    if (!again) {
      FAIL(again.error().message_en);
    }
    CHECK(again.value() == report);
    CHECK(to_json(again.value()) == json);
  }
}

TEST_CASE("bytes that are not UTF-8 do not make the JSON invalid") {
  Report report;
  report.about.title = "年\xff报\xe5";
  const std::string json = to_json(report);
  CHECK(text_of(parse(json)["about"]["title"]) == "年\ufffd报\ufffd");
}

TEST_CASE("white space, another order and missing parts are no fault") {
  const Report report = accepted(R"( "narrative" : { "overview" : "甲" } , "about":{"year":2023},
      "cells": { "requests.received.total" : 5, "disclosure.fees.amount":"12.5" } )");
  CHECK(report.requests.received.total == Count(5));
  CHECK(report.disclosure.fees.amount == Money::fen(1250));
  CHECK(report.requests.carried_in.total.is_blank());
  CHECK(report.about.year == 2023);
  CHECK(report_from_json("\xef\xbb\xbf{\"schema\":\"gongkai.report/1\"}\n"));
}

TEST_CASE("an unknown key is refused by name, wherever it is, with near matches") {
  const Error cell = refused_members("\n\"cells\":{\"requests.received.totl\":1}");
  CHECK(contains(cell.message_zh, "requests.received.totl"));
  CHECK(contains(cell.message_zh, "requests.received.total"));
  CHECK(contains(cell.message_en, "requests.received.total"));
  CHECK(cell.where.line == 2);
  CHECK(contains(refused_members(R"("about":{"levle":null})").message_en, "level"));
  CHECK(contains(refused_members(R"("narative":{})").message_en, "narrative"));
  CHECK(contains(refused_members(R"("narrative":{"overveiw":""})").message_en, "overview"));
  CHECK(contains(refused_members(R"("extensions":[{"lable":""}])").message_en, "extensions[0]"));
  CHECK_FALSE(contains(refused_members("\"" + std::string(100'000, 'x') + "\":1").message_en, std::string(200, 'x')));
}

TEST_CASE("a key that appears twice is refused, wherever it is") {
  for (const char* members : {R"("cells":{"review.total":1,"review.total":1})", R"("about":{"year":2020,"year":2020})",
                              R"("cells":{},"cells":{})", R"("narrative":{"overview":"","overview":""})",
                              R"("extensions":[{"label":"","label":""}])"}) {
    CHECK(contains(refused_members(members).message_zh, "两次"));
  }
  CHECK_NOTHROW(accepted(R"("extensions":[{"label":"a"},{"label":"a"}])"));
}

TEST_CASE("a value of the wrong type or size is refused, and the message names its cell") {
  for (const char* value : {"1.0", "1e3", "\"1\"", "true", "[]", "{}", "1000000000000001", "-1000000000000001",
                            "99999999999999999999999", "1.5"}) {
    CHECK(
        contains(refused_members(std::string(R"("cells":{"review.total":)") + value + "}").message_en, "review.total"));
  }
  for (const char* value :
       {"1", "\"1.234\"", "\"1.\"", "\".5\"", "\"\"", "\"1,000\"", "\"+1\"", "\"1e3\"", "\" 1\"", "\"1元\"", "\"--1\"",
        "\"1000000000000000.01\"", "\"99999999999999999999\"", "[]", "false", "12.50"}) {
    CHECK(contains(refused_members(std::string(R"("cells":{"disclosure.fees.amount":)") + value + "}").message_en,
                   "disclosure.fees.amount"));
  }
  CHECK(accepted(R"("cells":{"disclosure.fees.amount":"-1000000000000000.00"})").disclosure.fees.amount ==
        Money::fen(-Money::limit));
  CHECK(accepted(R"("cells":{"disclosure.fees.amount":"0.1"})").disclosure.fees.amount == Money::fen(10));
}

TEST_CASE("what is said of the report is checked") {
  for (const char* about : {R"("level":"village")", R"("level":"")", R"("level":3)", R"("kind":"x")",
                            R"("coverage":"all")", R"("edition":2021)", R"("edition":"form_2021")", R"("year":"2021")",
                            R"("year":0)", R"("year":2021.0)", R"("year":10000)", R"("publication_date":"2024-1-9")",
                            R"("publication_date":"2023-02-29")", R"("publication_date":"2023-13-01")",
                            R"("publication_date":"0000-01-01")", R"("publication_date":"+024-01-01")",
                            R"("publication_date":20240109)", R"("title":null)", R"("authority":1)"}) {
    CHECK(contains(refused_members(std::string("\"about\":{") + about + "}").message_en, "about."));
  }
  refused_members(R"("about":null)");
  refused_members(R"("cells":[])");
  refused_members(R"("narrative":"")");
  refused_members(R"("narrative":{"overview":null})");
  refused_members(R"("extensions":{})");
  refused_members(R"("extensions":[[]])");
  refused_members(R"("extensions":[null])");
  refused_members(R"("extensions":[{"columns":[1]}])");
  refused_members(R"("extensions":[{"values":[["1"]]}])");
  refused_members(R"("extensions":[{"values":"1"}])");
}

TEST_CASE("only the schema that is known is read") {
  CHECK(contains(refused(R"({"about":{}})").message_en, "schema"));
  CHECK(contains(refused(R"({"schema":"gongkai.report/2"})").message_en, "gongkai.report/1"));
  CHECK(contains(refused(R"({"schema":"gongkai.reading/1"})").message_en, "gongkai.reading/1"));
  refused(R"({"schema":1})");
  refused("[]");
  refused("null");
  refused("\"x\"");
}

TEST_CASE("what is not JSON is refused with its place") {
  CHECK(refused("{\"schema\":\"gongkai.report/1\",\n\n}").where.line == 3);
  refused("{");
  refused("{\"schema\":\"gongkai.report/1\"} x");
  refused("{\"schema\":\"gongkai.report/1\",}");
  refused("{\"schema\":\"gongkai.report/1\",\"about\":{\"title\":\"\xff\"}}");
  for (const char* half : {"\\ud800", "\\udc00", "\\ud800\\u0041", "x\\udfff"}) {
    refused(std::string("{\"schema\":\"gongkai.report/1\",\"about\":{\"title\":\"") + half + "\"}}");
  }
  refused(std::string("{\"schema\":\"gongkai.report/1\"}\0x", 31));
  refused("{\"schema\":\"gongkai.report/1\",\"cells\":{\"review.total\":01}}");
  refused(std::string(5'000'000, '['));
  refused("{\"schema\":\"gongkai.report/1\",\"extensions\":" + std::string(5'000'000, '['));
  std::string objects;
  for (int i = 0; i < 200'000; ++i) {
    objects += "{\"about\":";
  }
  refused(objects);
  const Result<Report> empty = report_from_json(" \n");
  REQUIRE_FALSE(empty);
  CHECK(empty.error().code == ErrorCode::empty);
}

TEST_CASE("the place is where the key or value that is at fault begins") {
  const std::string head = "{\"schema\":\"gongkai.report/1\",\"cells\":{\n  ";
  const Place of_key = refused(head + "\"review.totl\": 1}}").where;
  CHECK(of_key.line == 2);
  CHECK(of_key.column == 3);
  const Place of_value = refused(head + "\"review.total\": \"12\"}}").where;
  CHECK(of_value.line == 2);
  CHECK(of_value.column == 19);
  CHECK(refused("\ufeff" + head + "\"review.total\": \xff}}").where.column == 19);
}

TEST_CASE("texts are the same wherever their escapes stand") {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t at = 0; at <= size; ++at) {
      const std::string before(at, 'a'), behind(size - at, 'b');
      const std::string json = before + "\\n\\u516c\\ud83d\\ude00\\\"" + behind;
      CHECK(accepted("\"about\":{\"title\":\"" + json + "\"}").about.title == before + "\n公\U0001f600\"" + behind);
    }
  }
}

TEST_CASE("every text cut short is an error, never a crash") {
  std::mt19937 random(5);
  const std::string json = to_json(random_report(random));
  for (std::size_t size = 0; size < json.size(); size += 7) {
    CHECK_FALSE(report_from_json(std::string_view(json).substr(0, size)));
  }
}

TEST_CASE("a reading tells the state and place of every cell of the form") {
  Reading reading = testing::clean_reading(Edition::form_2021);
  const CellInfo& total = *find_cell("requests.received.total");
  reading.sources[total.index] = {CellState::unreadable, {12, 3, 2, 4, 8}, "1 2"};
  reading.notes.push_back(
      {NoteKind::fused, {12, 3, 2, 4, 8}, total.row, static_cast<std::int16_t>(total.index), "1 2"});
  const rapidjson::Document document = parse(to_json(reading));
  CHECK(keys_of(document) ==
        std::vector<std::string>{"schema", "decoding", "standing", "report", "tables", "sources", "notes", "headings"});
  CHECK(text_of(document["schema"]) == "gongkai.reading/1");
  CHECK(text_of(document["report"]["schema"]) == "gongkai.report/1");
  CHECK(document["sources"].MemberCount() == 200);
  const rapidjson::Value& source = document["sources"]["requests.received.total"];
  CHECK(keys_of(source) == std::vector<std::string>{"state", "text", "page", "line", "column", "table", "row", "cell"});
  CHECK(text_of(source["state"]) == "unreadable");
  CHECK(text_of(source["text"]) == "1 2");
  CHECK(source["cell"].GetInt() == 8);
  const rapidjson::Value& note = document["notes"][0];
  CHECK(text_of(note["kind"]) == "fused");
  CHECK(text_of(note["row"]) == "requests.received");
  CHECK(text_of(note["cell"]) == "requests.received.total");
  CHECK(note["place"]["line"].GetInt() == 12);
  CHECK(document["headings"].Size() == 6);
  CHECK(document["headings"][1]["section"].GetInt() == 2);
}

TEST_CASE("an assessment has its findings in words, its fingerprints and its coverage") {
  std::mt19937 random(3);
  Report report = testing::random_clean_report(random, Edition::form_2021);
  report.requests.received.total = report.requests.received.total.value_or(0) + 1;
  const Rule extra[] = {{"mine.fees",
                         Severity::info,
                         Scope::report,
                         Editions::both,
                         Ground::practice,
                         {"据", "ground"},
                         {"须", "must"},
                         {"费{left}", "fees {left}"},
                         {"例", "e.g."},
                         [](const Subject&, Verdicts& verdicts) {
                           Finding& finding = verdicts.violated(std::array{find_cell("disclosure.fees.amount")->index});
                           finding.left = 1250;
                           finding.right = 1000;
                         }}};
  CheckOptions options;
  options.extra_rules = extra;
  const Assessment assessment = check(report, options);
  const rapidjson::Document document = parse(to_json(assessment, report.about, extra));
  CHECK(keys_of(document) == std::vector<std::string>{"schema", "summary", "findings", "coverage"});
  CHECK(document["summary"]["error"].GetUint() == assessment.count(Severity::error));
  CHECK(document["summary"]["error"].GetUint() >= 2);
  CHECK(document["findings"].Size() == assessment.findings.size());
  CHECK(document["coverage"].Size() == rule_catalog.size() + 1);
  const rapidjson::Value& first = document["findings"][0];
  CHECK(text_of(first["rule"]) == "requests.flow_balance");
  CHECK(text_of(first["severity"]) == "error");
  CHECK(text_of(first["cells"][0]["key"]) == "requests.received.total");
  CHECK(first["difference"].GetInt64() == 1);
  CHECK(text_of(first["fingerprint"]).size() == 16);
  CHECK_FALSE(text_of(first["message"]["zh"]).empty());
  CHECK_FALSE(text_of(first["explanation"]["en"]).empty());
  const rapidjson::Value& last = document["findings"][document["findings"].Size() - 1];
  CHECK(text_of(last["rule"]) == "mine.fees");
  CHECK(text_of(last["left"]) == "12.50");
  CHECK(text_of(last["difference"]) == "2.50");
  CHECK(text_of(last["message"]["en"]) == "fees 12.50");
  bool any_open = false;
  for (const rapidjson::Value& coverage : document["coverage"].GetArray()) {
    for (const auto& open : coverage["open"].GetObject()) {
      CHECK(open.value.GetUint() > 0);
      any_open = true;
    }
  }
  CHECK(any_open);
}

TEST_CASE("the catalogues list every cell and every rule") {
  const std::string cells_json = cells_to_json(), rules_json = rules_to_json();
  const rapidjson::Document cells_document = parse(cells_json), rules_document = parse(rules_json);
  REQUIRE(cells_document["cells"].Size() == cell_count);
  for (const CellInfo& cell : cells) {
    const rapidjson::Value& written = cells_document["cells"][cell.index];
    CHECK(text_of(written["key"]) == cell.key);
    CHECK(written["row"]["label"]["zh_2019"].IsNull() != has(cell.editions, Edition::form_2019));
    CHECK(written["positions"]["2021"].IsNull() != has(cell.editions, Edition::form_2021));
    CHECK(written["is_money"].GetBool() == cell.is_money);
  }
  REQUIRE(rules_document["rules"].Size() == rule_catalog.size());
  for (rapidjson::SizeType i = 0; i < rules_document["rules"].Size(); ++i) {
    CHECK(text_of(rules_document["rules"][i]["id"]) == rule_catalog[i].id);
    CHECK(text_of(rules_document["rules"][i]["example"]["zh"]) == rule_catalog[i].example.zh);
  }
  CHECK(cells_to_json() == cells_json);
  CHECK(rules_to_json() == rules_json);
}

TEST_CASE("a finding tells the cells of other reports that it takes in, and by which waiver it is accepted") {
  Report report = testing::clean_reading(Edition::form_2021).report, previous = report;
  previous.about.year = report.about.year - 1;
  previous.requests.carried_out.total = *report.requests.carried_in.total.get() + 3;
  Dossier dossier;
  dossier.report = &report;
  dossier.previous = &previous;
  CheckOptions options;
  options.only = {"years.carry"};
  Assessment assessment = check(dossier, options);
  REQUIRE(assessment.findings.size() >= 1);
  assessment.findings[0].waiver = Waiver{"0123456789abcdef", "已核实", "张三", {2026, 1, 2}, {}};
  assessment.findings[0].candidate_reason = "由于机构改革";
  const rapidjson::Document json = parse(to_json(assessment, report.about));
  const rapidjson::Value& finding = json["findings"][0];
  REQUIRE(finding["compared"].Size() == 1);
  const rapidjson::Value& other = finding["compared"][0];
  CHECK(keys_of(other) == std::vector<std::string>{"body", "year", "key", "value", "place"});
  CHECK(other["body"].IsNull());
  CHECK(other["year"].GetInt() == previous.about.year);
  CHECK(other["key"] == "requests.carried_out.total");
  CHECK(other["value"].GetInt64() == previous.requests.carried_out.total.get());
  CHECK(finding["waiver"]["author"] == "张三");
  CHECK(finding["waiver"]["date"] == "2026-01-02");
  CHECK(finding["waiver"]["expiry"].IsNull());
  CHECK(finding["candidate_reason"] == "由于机构改革");
  CHECK(json["summary"]["waived"].GetInt() == 1);
  CHECK(json["summary"]["error"].GetInt() == 0);
}

TEST_CASE("a difference lists cells with both values, texts, and findings") {
  Report before = testing::clean_reading(Edition::form_2021).report, after = before;
  after.review.total = *before.review.total.get() + 2;
  after.disclosure.fees.amount = Money();
  after.narrative.overview = "改写";
  const rapidjson::Document json = parse(to_json(diff(Dossier{&before}, Dossier{&after})));
  CHECK(keys_of(json) ==
        std::vector<std::string>{"schema", "before", "after", "cells", "texts", "opened", "closed", "remaining"});
  CHECK(json["schema"] == "gongkai.diff/1");
  REQUIRE(json["cells"].Size() == 2);
  CHECK(json["cells"][0]["key"] == "disclosure.fees.amount");
  CHECK(json["cells"][0]["before"].IsString());
  CHECK(json["cells"][0]["after"].IsNull());
  CHECK(json["cells"][0]["change"].IsNull());
  CHECK(json["cells"][1]["change"].GetInt() == 2);
  CHECK(json["texts"][0] == "narrative.overview");
  CHECK(json["opened"][0]["rule"] == "review.total");
}

TEST_CASE("a total tells what is in it and what is not") {
  const Report report = testing::clean_reading(Edition::form_2021).report;
  const Child children[] = {{"东镇", &report}, {"西镇"}};
  const rapidjson::Document json = parse(to_json(aggregate(children)));
  CHECK(json["schema"] == "gongkai.rollup/1");
  CHECK(json["report"]["schema"] == "gongkai.report/1");
  CHECK(json["added"].GetInt() == 1);
  REQUIRE(json["not_added"].Size() == 1);
  CHECK(json["not_added"][0]["body"] == "西镇");
  CHECK(json["not_added"][0]["why"] == "missing");
  CHECK(json["not_added"][0]["cells"].Empty());
}

TEST_CASE("waivers come back from their JSON unchanged") {
  const std::vector<Waiver> waivers{{"0123456789abcdef", "5件\"失效\"", "张三", {2026, 1, 2}, {2026, 12, 31}},
                                    {"fedcba9876543210", "机构改革", "李四", {2026, 2, 3}, {}}};
  const Result<std::vector<Waiver>> read = waivers_from_json(to_json(waivers));
  REQUIRE(read);
  CHECK(read.value() == waivers);
  CHECK(waivers_from_json(R"({"schema":"gongkai.waivers/1","waivers":[]})").value().empty());
}

TEST_CASE("a file of waivers with anything else in it is refused by name") {
  const auto refused = [](const std::string& json) {
    const Result<std::vector<Waiver>> read = waivers_from_json(json);
    REQUIRE_FALSE(read);
    CHECK(read.error().message_zh.find("JSON第") != std::string::npos);
    return read.error().message_en;
  };
  const auto file_with = [](const std::string& members) {
    return R"({"schema":"gongkai.waivers/1","waivers":[{)" + members + "}]}";
  };
  const std::string whole = R"("fingerprint":"0123456789abcdef","reason":"r","author":"a","date":"2026-01-02")";
  REQUIRE(waivers_from_json(file_with(whole)));
  const auto has = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };
  CHECK(has(refused(file_with(whole + R"(,"expires":null)")), "Did you mean expiry"));
  CHECK(has(refused(R"({"schema":"gongkai.waivers/1","waiver":[]})"), "waivers"));
  CHECK(has(refused(file_with(whole + R"(,"author":"b")")), "twice"));
  CHECK(has(refused(file_with(R"("fingerprint":"0123456789abcdef","reason":"r","date":"2026-01-02")")), "author"));
  CHECK(has(refused(file_with(R"("fingerprint":"0123")")), "waivers[0].fingerprint"));
  CHECK(has(refused(file_with(R"("fingerprint":"0123456789ABCDEF")")), "16"));
  CHECK(has(refused(file_with(R"("reason":"")")), "not empty"));
  CHECK(has(refused(file_with(R"("date":"2026-02-30")")), "2026-02-30"));
  CHECK(has(refused(file_with(R"("date":null)")), "null"));
  CHECK(has(refused(file_with(R"("reason":{})")), "an object"));
  CHECK(has(refused(R"({"schema":"gongkai.waivers/2","waivers":[]})"), "gongkai.waivers/1"));
  CHECK(has(refused(R"({"waivers":[]})"), "schema"));
  CHECK(has(refused(R"({"schema":"gongkai.waivers/1"})"), "waivers"));
  CHECK(has(refused(R"({"schema":"gongkai.waivers/1","waivers":{}})"), "an array"));
  CHECK(has(refused("[]"), "an object"));
  const std::string file = file_with(whole);
  for (std::size_t size = 0; size < file.size(); ++size) {
    CHECK_FALSE(waivers_from_json(file.substr(0, size)));
  }
}

TEST_CASE("a localisation: every answer with its suspects, and the story in both languages") {
  std::mt19937 random(8);
  Report report = testing::random_clean_report(random, Edition::form_2021);
  report.litigation.direct = {5, 0, 0, 0, 0};
  const CellInfo& total = *find_cell("litigation.direct.total");
  const Witness witness{total.index, WitnessKind::previous, 5, {3, 1, 0, 0, 0}};
  const Localization localization = localize(report, {BlankPolicy::as_zero, {&witness, 1}, 100});
  const rapidjson::Document json = parse(to_json(localization, report.about));
  CHECK(keys_of(json) == std::vector<std::string>{"schema", "faults"});
  CHECK(json["schema"] == "gongkai.localization/1");
  REQUIRE(json["faults"].Size() == 1);
  const rapidjson::Value& fault = json["faults"][0];
  CHECK(keys_of(fault) == std::vector<std::string>{"least", "is_complete", "answers", "shifts", "story"});
  CHECK(fault["least"].GetInt() == 1);
  CHECK(fault["is_complete"].IsTrue());
  REQUIRE(fault["answers"].Size() == 2);
  const rapidjson::Value& suspect = fault["answers"][0][0];
  CHECK(keys_of(suspect) == std::vector<std::string>{"key", "value", "low", "high", "slip", "other", "witnesses",
                                                     "answers", "of", "message", "place"});
  CHECK(suspect["key"] == "litigation.direct.total");
  CHECK(suspect["value"].GetInt() == 0);
  CHECK(suspect["low"].GetInt() == 5);
  CHECK(suspect["high"].GetInt() == 5);
  CHECK(suspect["slip"] == "digit_changed");
  CHECK(suspect["other"].IsNull());
  CHECK(suspect["of"].GetInt() == 2);
  REQUIRE(suspect["witnesses"].Size() == 1);
  CHECK(suspect["witnesses"][0]["kind"] == "previous");
  CHECK(suspect["witnesses"][0]["place"]["line"].GetInt() == 3);
  CHECK(fault["story"]["zh"].Size() == 3);
  CHECK(fault["story"]["en"].Size() == 3);

  Assessment assessment = check(report);
  CHECK(to_json(assessment, report.about).find("suspects") == std::string::npos);
  attach_suspects(assessment, localization);
  const rapidjson::Document findings = parse(to_json(assessment, report.about));
  CHECK(findings["findings"][0]["suspects"].Size() == 2);
  CHECK(parse(to_json(Localization{}, report.about))["faults"].Empty());
}
