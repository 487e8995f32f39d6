// Report, reading, assessment and catalogue -> JSON.
#include "gongkai/write.hpp"

#include <charconv>
#include <cstring>

#include "gongkai/message.hpp"
#include "gongkai/model/summary.hpp"
#include "gongkai/why.hpp"
#include "json/names.hpp"
#include "json/writer.hpp"

namespace gongkai {
namespace {

using namespace json;

// ---- The report ----

/// For every cell its key as JSON has it: "key":
constexpr auto cell_keys = [] {
  std::array<reflect::Key, cell_count> result{};
  for (std::size_t i = 0; i < cell_count; ++i) {
    char* at = result[i].text;
    *at++ = '"';
    for (const char c : cells[i].key) {
      *at++ = c;
    }
    *at++ = '"';
    *at++ = ':';
    result[i].size = static_cast<std::size_t>(at - result[i].text);
  }
  return result;
}();

/// No number is longer: a sign, 18 digits, a point, two quotes, and the comma after it.
constexpr std::size_t longest_number = 24;

constexpr std::size_t cells_size = [] {
  std::size_t size =
      sizeof(reflect::Key::text);  // keys are copied at their full width, so the last one reaches further
  for (const reflect::Key& key : cell_keys) {
    size += key.size + longest_number;
  }
  return size;
}();

char* put_number(char* at, std::uint64_t number) {
  if (number < 10) {
    *at = static_cast<char>('0' + number);
    return at + 1;
  }
  return std::to_chars(at, at + longest_number, number).ptr;
}
char* put_value(char* at, std::int64_t raw, bool is_money) {
  if (raw == Reported::blank_raw) {
    std::memcpy(at, "null", 4);
    return at + 4;
  }
  if (is_money) {
    *at++ = '"';
  }
  if (raw < 0) {
    *at++ = '-';
  }
  const auto magnitude = static_cast<std::uint64_t>(raw < 0 ? -raw : raw);
  if (!is_money) {
    return put_number(at, magnitude);
  }
  at = put_number(at, magnitude / 100);
  *at++ = '.';
  *at++ = static_cast<char>('0' + magnitude % 100 / 10);
  *at++ = static_cast<char>('0' + magnitude % 10);
  *at++ = '"';
  return at;
}

/// Writes the members of `cells` straight into the text, past the writer: nine tenths of a report are here.
void append_cells(std::string& out, const Report& report) {
  const std::size_t begin = out.size();
  out.resize(begin + cells_size);
  char* const first = out.data() + begin;
  char* at = first;
  for (std::size_t i = 0; i < cell_count; ++i) {
    const std::int64_t raw = raw_cell(report, i);
    if (raw == Reported::blank_raw && !has(cells[i].editions, report.about.edition)) {
      continue;
    }
    if (at != first) {
      *at++ = ',';
    }
    std::memcpy(at, cell_keys[i].text, sizeof cell_keys[i].text);
    at = put_value(at + cell_keys[i].size, raw, cells[i].is_money);
  }
  out.resize(static_cast<std::size_t>(at - out.data()));
}

void write_about(Writer& json, const About& about) {
  json.StartObject();
  json.key("title").text(about.title);
  json.key("authority").text(about.authority);
  json.key("level").text_or_null(name_of(level_names, about.level));
  json.key("kind").text_or_null(name_of(kind_names, about.kind));
  json.key("coverage").text_or_null(name_of(extent_names, about.coverage));
  json.key("year").number(about.year == 0 ? std::nullopt : std::optional<std::int64_t>(about.year), false);
  json.key("edition").text_or_null(name_of(edition_names, about.edition));
  json.key("publication_date").date(about.publication_date);
  if (!about.publisher.empty()) {
    json.key("publisher").text(about.publisher);
  }
  json.EndObject();
}

void write_report(Writer& json, const Report& report) {
  json.StartObject();
  json.key("schema").text(report_schema);
  json.key("about");
  write_about(json, report.about);
  json.key("cells").StartObject();
  append_cells(json.out(), report);
  json.EndObject();
  json.key("narrative").StartObject();
  json.key("preamble").text(report.narrative.preamble);
  json.key("overview").text(report.narrative.overview);
  json.key("problems_and_improvements").text(report.narrative.problems_and_improvements);
  json.key("other_matters").text(report.narrative.other_matters);
  json.EndObject();
  json.key("extensions").StartArray();
  for (const ExtensionRow& row : report.extensions) {
    json.StartObject();
    json.key("table").text(row.table);
    json.key("label").text(row.label);
    json.key("columns").texts(row.columns);
    json.key("values").texts(row.values);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

/// Makes the text, with memory for about `size` bytes set aside.
template <class Write>
std::string make(std::size_t size, Write write) {
  Sink sink;
  sink.text().reserve(size);
  Writer json(sink);
  write(json);
  return std::move(sink.text());
}

std::size_t expected_size(const Report& report) {
  return cells_size + 1024 + report.about.title.size() + report.narrative.preamble.size() +
         report.narrative.overview.size() + report.narrative.problems_and_improvements.size() +
         report.narrative.other_matters.size();
}

// ---- The reading ----

void write_sources(Writer& json, const Reading& reading) {
  json.StartObject();
  for (const CellInfo& cell : cells) {
    const Source& source = reading.sources[cell.index];
    if (source.state == CellState::not_in_form) {
      continue;
    }
    json.key(cell.key).StartObject();
    json.key("state").text(name_of(state_names, source.state));
    json.key("text").text(source.text);
    json.place_members(source.place);
    json.EndObject();
  }
  json.EndObject();
}

void write_tables(Writer& json, const Reading& reading) {
  const auto summaries = summarize(reading);
  json.StartArray();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const TableSummary& table = summaries[i];
    if (!has(tables[i].editions, reading.report.about.edition) && !table.is_found()) {
      continue;
    }
    json.StartObject();
    json.key("table").text(tables[i].key);
    json.key("found").Bool(table.is_found());
    json.key("rows_expected").Uint(table.rows_expected);
    json.key("rows_found").Uint(table.rows_found);
    json.key("rows_extra").Uint(table.rows_extra);
    json.key("read").Uint(table.read);
    json.key("blank").Uint(table.blank);
    json.key("unreadable").Uint(table.unreadable);
    json.key("absent").Uint(table.absent);
    json.key("inferred").Uint(table.inferred);
    json.EndObject();
  }
  json.EndArray();
}

void write_note(Writer& json, const Note& note, Edition edition) {
  json.StartObject();
  json.key("kind").text(name_of(note_names, note.kind));
  json.key("row").text_or_null(note.row < 0 ? std::string_view() : rows[static_cast<std::size_t>(note.row)].key);
  json.key("cell").text_or_null(note.cell < 0 ? std::string_view() : cells[static_cast<std::size_t>(note.cell)].key);
  json.key("text").text(note.text);
  json.key("message").label(message(note, edition, Language::zh), message(note, edition, Language::en));
  json.key("place").place(note.place);
  json.EndObject();
}

// ---- Where the faults may lie ----

void write_suspect(Writer& json, const Suspect& suspect, const About& about) {
  json.StartObject();
  json.key("key").text(cells[suspect.cell].key);
  json.key("value").number(suspect.value, false);
  json.key("low").Int64(suspect.low);
  json.key("high").Int64(suspect.high);
  json.key("slip").text_or_null(name_of(slip_names, suspect.slip));
  json.key("other").text_or_null(suspect.other < 0 ? std::string_view()
                                                   : cells[static_cast<std::size_t>(suspect.other)].key);
  json.key("witnesses").StartArray();
  for (const Witness& witness : suspect.witnesses) {
    json.StartObject();
    json.key("kind").text(name_of(witness_names, witness.kind));
    json.key("value").Int64(witness.value);
    json.key("place").place(witness.place);
    json.EndObject();
  }
  json.EndArray();
  json.key("answers").Uint(suspect.answers);
  json.key("of").Uint(suspect.of);
  json.key("message").label(message(suspect, about, Language::zh), message(suspect, about, Language::en));
  json.key("place").place(suspect.place);
  json.EndObject();
}

void write_answers(Writer& json, const std::vector<Answer>& answers, const About& about) {
  json.StartArray();
  for (const Answer& answer : answers) {
    json.StartArray();
    for (const Suspect& suspect : answer.suspects) {
      write_suspect(json, suspect, about);
    }
    json.EndArray();
  }
  json.EndArray();
}

void write_fault(Writer& json, const Fault& fault, const About& about) {
  json.StartObject();
  json.key("least").Uint64(fault.least);
  json.key("is_complete").Bool(fault.is_complete);
  json.key("answers");
  write_answers(json, fault.answers, about);
  json.key("shifts");
  write_answers(json, fault.shifts, about);
  json.key("story").StartObject();
  json.key("zh").texts(story(fault, about, Language::zh));
  json.key("en").texts(story(fault, about, Language::en));
  json.EndObject();
  json.EndObject();
}

// ---- The assessment ----

void write_compared(Writer& json, const ComparedCell& other) {
  const CellValue& value = other.cell;
  json.StartObject();
  json.key("body").text_or_null(other.body);
  json.key("year").number(other.year == 0 ? std::nullopt : std::optional<std::int64_t>(other.year), false);
  json.key("key").text(cells[value.cell].key);
  json.key("value").number(value.value, cells[value.cell].is_money);
  json.key("place").place(value.place);
  json.EndObject();
}

void write_waiver(Writer& json, const Waiver& waiver) {
  json.StartObject();
  json.key("fingerprint").text(waiver.fingerprint);
  json.key("reason").text(waiver.reason);
  json.key("author").text(waiver.author);
  json.key("date").date(waiver.date);
  json.key("expiry").date(waiver.expiry);
  json.EndObject();
}

void write_cells(Writer& json, const std::vector<CellValue>& values) {
  json.StartArray();
  for (const CellValue& value : values) {
    json.StartObject();
    json.key("key").text(cells[value.cell].key);
    json.key("value").number(value.value, cells[value.cell].is_money);
    json.place_members(value.place);
    json.EndObject();
  }
  json.EndArray();
}

void write_finding(Writer& json, const Finding& finding, const About& about, std::span<const Rule> extra_rules) {
  json.StartObject();
  json.key("rule").text(finding.rule);
  json.key("severity").text(name_of(severity_names, finding.severity));
  json.key("cells");
  write_cells(json, finding.cells);
  json.key("same").StartArray();
  for (const CellValue& value : finding.same) {
    json.text(cells[value.cell].key);
  }
  json.EndArray();
  json.key("compared").StartArray();
  for (const ComparedCell& other : finding.compared) {
    write_compared(json, other);
  }
  json.EndArray();
  json.key("left").number(finding.left, finding.is_money);
  json.key("right").number(finding.right, finding.is_money);
  json.key("difference").number(finding.difference(), finding.is_money);
  json.key("left_is_bound").Bool(finding.left_is_bound);
  json.key("right_is_bound").Bool(finding.right_is_bound);
  json.key("assumed_zero").Bool(finding.assumed_zero);
  json.key("detail").text(finding.detail);
  if (const Rule* rule = find_rule(finding.rule, extra_rules); rule != nullptr) {
    json.key("message").label(message(finding, *rule, about, Language::zh),
                              message(finding, *rule, about, Language::en));
    json.key("explanation")
        .label(explanation(finding, *rule, about, Language::zh), explanation(finding, *rule, about, Language::en));
  }
  if (!finding.suspects.empty()) {
    json.key("suspects").StartArray();
    for (const Suspect& suspect : finding.suspects) {
      write_suspect(json, suspect, about);
    }
    json.EndArray();
  }
  if (!finding.same_cause.empty()) {
    json.key("same_cause").StartArray();
    for (const Finding& other : finding.same_cause) {
      write_finding(json, other, about, extra_rules);
    }
    json.EndArray();
  }
  json.key("fingerprint").text(fingerprint(finding));
  json.key("waiver");
  if (finding.waiver) {
    write_waiver(json, *finding.waiver);
  } else {
    json.Null();
  }
  json.key("candidate_reason").text_or_null(finding.candidate_reason);
  json.key("place").place(finding.place);
  json.EndObject();
}

void write_coverage(Writer& json, std::string_view rule, const Coverage& coverage) {
  json.StartObject();
  json.key("rule").text(rule);
  json.key("held").Uint(coverage.held);
  json.key("violated").Uint(coverage.violated);
  json.key("assumed").Uint(coverage.assumed);
  json.key("open").StartObject();
  for (std::size_t reason = 0; reason < open_reason_count; ++reason) {
    if (coverage.open[reason] != 0) {
      json.key(open_reason_names[reason]).Uint(coverage.open[reason]);
    }
  }
  json.EndObject();
  json.EndObject();
}

void write_coverages(Writer& json, const Assessment& assessment, std::span<const Rule> extra_rules) {
  json.key("coverage").StartArray();
  for (std::size_t i = 0; i < rule_catalog.size(); ++i) {
    write_coverage(json, rule_catalog[i].id, assessment.coverage[i]);
  }
  for (std::size_t i = 0; i < extra_rules.size() && i < assessment.extra_coverage.size(); ++i) {
    write_coverage(json, extra_rules[i].id, assessment.extra_coverage[i]);
  }
  json.EndArray();
}

// ---- The catalogues ----

void write_edition_label(Writer& json, const EditionLabel& label, Editions editions) {
  json.StartObject();
  json.key("zh_2019").text_or_null(has(editions, Edition::form_2019) ? label.zh_2019 : "");
  json.key("zh_2021").text_or_null(has(editions, Edition::form_2021) ? label.zh_2021 : "");
  json.key("en").text(label.en);
  json.EndObject();
}

void write_position(Writer& json, const Position& position) {
  if (position.row < 0) {
    json.Null();
    return;
  }
  json.StartObject();
  json.key("row").Int(position.row);
  json.key("column").Int(position.column);
  json.EndObject();
}

void write_cell_info(Writer& json, const CellInfo& cell) {
  json.StartObject();
  json.key("key").text(cell.key);
  json.key("index").Uint(cell.index);
  json.key("editions").editions(cell.editions);
  json.key("section").Int(cell.table_info().section);
  json.key("table").text(cell.table_info().key);
  json.key("row").StartObject();
  json.key("key").text(cell.row_info().key);
  json.key("group").text(cell.row_info().group);
  json.key("label");
  write_edition_label(json, cell.row_info().label, cell.editions);
  json.EndObject();
  json.key("column").StartObject();
  json.key("name").text(cell.column_info().name);
  json.key("group").text(cell.column_info().group);
  json.key("label");
  write_edition_label(json, cell.column_info().label, cell.editions);
  json.EndObject();
  json.key("unit").label(cell.unit());
  json.key("basis").label(cell.basis());
  json.key("is_money").Bool(cell.is_money);
  json.key("is_signed").Bool(cell.is_signed);
  json.key("positions").StartObject();
  json.key("2019");
  write_position(json, cell.position_2019);
  json.key("2021");
  write_position(json, cell.position_2021);
  json.EndObject();
  json.EndObject();
}

void write_rule_members(Writer& json, const Rule& rule) {
  json.key("id").text(rule.id);
  json.key("severity").text(name_of(severity_names, rule.severity));
  json.key("scope").text(name_of(scope_names, rule.scope));
  json.key("editions").editions(rule.editions);
  json.key("ground").text(name_of(ground_names, rule.ground));
  json.key("citation").label(rule.citation);
  json.key("statement").label(rule.statement);
  json.key("message").label(rule.message);
  json.key("example").label(rule.example);
}

void write_rule(Writer& json, const Rule& rule) {
  json.StartObject();
  write_rule_members(json, rule);
  json.EndObject();
}

}  // namespace

std::string to_json(const Report& report) {
  return make(expected_size(report), [&](Writer& json) { write_report(json, report); });
}

std::string to_json(const Reading& reading) {
  return make(expected_size(reading.report) + cell_count * 160, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text("gongkai.reading/1");
    json.key("decoding").StartObject();
    json.key("format").text_or_null(name_of(format_names, reading.decoding.format));
    json.key("encoding").text(reading.decoding.encoding);
    json.key("reason").text(name_of(encoding_reason_names, reading.decoding.reason));
    json.EndObject();
    json.key("standing").StartObject();
    json.key("level").text_or_null(name_of(level_names, reading.standing.level));
    json.key("kind").text_or_null(name_of(kind_names, reading.standing.kind));
    json.key("confidence").text(name_of(confidence_names, reading.standing.confidence));
    json.EndObject();
    json.key("report");
    write_report(json, reading.report);
    json.key("tables");
    write_tables(json, reading);
    json.key("sources");
    write_sources(json, reading);
    json.key("notes").StartArray();
    for (const Note& note : reading.notes) {
      write_note(json, note, reading.report.about.edition);
    }
    json.EndArray();
    json.key("headings").StartArray();
    for (const Heading& heading : reading.headings) {
      json.StartObject();
      json.key("section").Int(heading.section);
      json.key("text").text(heading.text);
      json.key("place").place(heading.place);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  });
}

std::string to_json(const Assessment& assessment, const About& about, std::span<const Rule> extra_rules,
                    bool with_coverage) {
  return make((with_coverage ? 8192 : 256) + assessment.findings.size() * 2048, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text("gongkai.assessment/1");
    json.key("summary").StartObject();
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      json.key(name_of(severity_names, severity)).Uint64(assessment.count(severity));
    }
    json.key("waived").Uint64(assessment.count_waived());
    json.EndObject();
    json.key("findings").StartArray();
    for (const Finding& finding : assessment.findings) {
      write_finding(json, finding, about, extra_rules);
    }
    json.EndArray();
    if (with_coverage) {
      write_coverages(json, assessment, extra_rules);
    }
    json.EndObject();
  });
}

std::string checked_to_json(std::span<const CheckedReport> reports, const CheckedParts& wanted) {
  return make(1024, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text(checked_schema);
    json.key("reports").StartArray();
    for (const CheckedReport& checked : reports) {
      const Report& report = checked.reading->report;
      const auto put = [&json](std::string_view key, const std::string& object) {
        json.key(key).RawValue(object.data(), object.size(), rapidjson::kObjectType);
      };
      json.StartObject();
      json.key("about");
      write_about(json, report.about);
      put("assessment", to_json(*checked.assessment, report.about, {}, wanted.coverage));
      if (wanted.report) {
        put("report", to_json(report));
      }
      if (wanted.reading) {
        put("reading", to_json(*checked.reading));
      }
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  });
}

std::string checked_to_json(const Error& error) {
  return make(1024, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text(checked_schema);
    json.key("error").StartObject();
    json.key("code").text(code_name(error.code));
    json.key("message").label(error.message_zh, error.message_en);
    json.key("place").place(error.where);
    json.EndObject();
    json.EndObject();
  });
}

std::string to_json(const Localization& localization, const About& about) {
  return make(1024, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text("gongkai.localization/1");
    json.key("faults").StartArray();
    for (const Fault& fault : localization.faults) {
      write_fault(json, fault, about);
    }
    json.EndArray();
    json.EndObject();
  });
}

std::string to_json(const Diff& diff) {
  return make(8192, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text("gongkai.diff/1");
    json.key("before");
    write_about(json, diff.before);
    json.key("after");
    write_about(json, diff.after);
    json.key("cells").StartArray();
    for (const CellChange& change : diff.cells) {
      const bool is_money = cells[change.cell].is_money;
      json.StartObject();
      json.key("key").text(cells[change.cell].key);
      json.key("before").number(change.before, is_money);
      json.key("after").number(change.after, is_money);
      json.key("change").number(change.change(), is_money);
      json.EndObject();
    }
    json.EndArray();
    json.key("texts").StartArray();
    for (const std::uint8_t index : diff.texts) {
      json.text(texts[index].key);
    }
    json.EndArray();
    const auto write_findings = [&](std::string_view key, const std::vector<Finding>& findings, const About& about) {
      json.key(key).StartArray();
      for (const Finding& finding : findings) {
        write_finding(json, finding, about, {});
      }
      json.EndArray();
    };
    write_findings("opened", diff.opened, diff.after);
    write_findings("closed", diff.closed, diff.before);
    write_findings("remaining", diff.remaining, diff.after);
    json.EndObject();
  });
}

std::string to_json(const Aggregate& aggregate) {
  return make(expected_size(aggregate.report), [&](Writer& json) {
    json.StartObject();
    json.key("schema").text("gongkai.rollup/1");
    json.key("report");
    write_report(json, aggregate.report);
    json.key("added").Uint64(aggregate.added);
    json.key("not_added").StartArray();
    for (const NotAdded& part : aggregate.not_added) {
      json.StartObject();
      json.key("body").text(part.body);
      json.key("why").text(name_of(gap_names, part.gap));
      json.key("message").label(describe(part.gap));
      json.key("cells").StartArray();
      part.cells.for_each([&](std::size_t cell) { json.text(cells[cell].key); });
      json.EndArray();
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  });
}

std::string to_json(std::span<const Waiver> waivers) {
  return make(64 + waivers.size() * 256, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text(waivers_schema);
    json.key("waivers").StartArray();
    for (const Waiver& waiver : waivers) {
      json.out() += '\n';  // people edit it
      write_waiver(json, waiver);
    }
    json.EndArray();
    json.EndObject();
  });
}

std::string cells_to_json() {
  return make(cell_count * 1024, [](Writer& json) {
    json.StartObject();
    json.key("schema").text("gongkai.cells/1");
    json.key("cells").StartArray();
    for (const CellInfo& cell : cells) {
      write_cell_info(json, cell);
    }
    json.EndArray();
    json.EndObject();
  });
}

std::string to_json(const Rule& rule) {
  return make(1024, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text("gongkai.rule/1");
    write_rule_members(json, rule);
    json.EndObject();
  });
}

std::string rules_to_json(std::span<const Rule> extra_rules) {
  return make(rule_catalog.size() * 1024, [&](Writer& json) {
    json.StartObject();
    json.key("schema").text("gongkai.rules/1");
    json.key("rules").StartArray();
    for (const Rule& rule : rule_catalog) {
      write_rule(json, rule);
    }
    for (const Rule& rule : extra_rules) {
      write_rule(json, rule);
    }
    json.EndArray();
    json.EndObject();
  });
}

}  // namespace gongkai
