// Findings as JSON Lines for many reports, schema "gongkai.check/2": what was found and the numbers in it, once. What is
// empty, false or null is left out, blank cells are keys alone, messages are in one language, and what a rule means is told
// by the catalogue of rules.
#include <algorithm>
#include <numeric>

#include "encode/findings_writers.hpp"
#include "gongkai/why.hpp"
#include "json/writer.hpp"

namespace gongkai {
namespace {

void member(json::Writer& json, std::string_view key, std::string_view value) {
  if (!value.empty()) {
    json.key(key).text(value);
  }
}
void member(json::Writer& json, std::string_view key, std::optional<std::int64_t> value, bool is_money) {
  if (value) {
    json.key(key).number(value, is_money);
  }
}
void mark(json::Writer& json, std::string_view key, bool is_true) {
  if (is_true) {
    json.key(key).Bool(true);
  }
}
void keys(json::Writer& json, std::string_view key, const std::vector<CellValue>& of, bool are_blank) {
  const auto is_one = [are_blank](const CellValue& value) { return !are_blank || !value.value; };
  if (std::none_of(of.begin(), of.end(), is_one)) {
    return;
  }
  json.key(key).StartArray();
  for (const CellValue& value : of) {
    if (is_one(value)) {
      json.text(cells[value.cell].key);
    }
  }
  json.EndArray();
}

class LeanFindings : public FindingsWriter {
 public:
  explicit LeanFindings(const FindingsStyle& style) : style_(style) {}

  void begin(std::string& /*out*/) override {}
  void end(std::string& /*out*/) override {}

  void add(const Checked& checked, std::string& out) override {
    json::Sink sink;
    json::Writer json(sink);
    json.StartObject();
    json.key("schema").text("gongkai.check/2");
    json.key("file").text(file_of(checked));
    if (checked.assessment != nullptr) {
      write(json, *checked.about, *checked.assessment);
    } else {
      write(json, *checked.unread);
    }
    json.EndObject();
    out += sink.text();
    out += "\n";
  }

 private:
  void write(json::Writer& json, const Unread& unread) const {
    json.key(unread.is_skipped ? "skipped" : "error").StartObject();
    json.key("code").text(unread.code);
    json.key("message").text(style_.message_of(unread));
    write_place(json, unread.where);
    json.EndObject();
  }

  void write(json::Writer& json, const About& about, const Assessment& assessment) const {
    member(json, "title", about.title);
    member(json, "authority", about.authority);
    member(json, "level", json::name_of(json::level_names, about.level));
    member(json, "kind", json::name_of(json::kind_names, about.kind));
    member(json, "year", about.year == 0 ? std::nullopt : std::optional<std::int64_t>(about.year), false);
    member(json, "edition", json::name_of(json::edition_names, about.edition));
    json.key("errors").Uint64(assessment.count(Severity::error));
    json.key("warnings").Uint64(assessment.count(Severity::warning));
    json.key("infos").Uint64(assessment.count(Severity::info));
    json.key("findings").StartArray();
    for (const Finding& finding : assessment.findings) {
      write(json, finding, about);
    }
    json.EndArray();
    if (style_.detail.coverage) {
      write_coverage(json, assessment);
    }
  }

  void write_coverage(json::Writer& json, const Assessment& assessment) const {
    json.key("coverage").StartArray();
    const auto write_one = [&json](std::string_view rule, const Coverage& coverage) {
      const std::uint32_t open = std::accumulate(coverage.open.begin(), coverage.open.end(), std::uint32_t{0});
      if (coverage.held + coverage.violated + open != 0) {
        json.StartObject();
        json.key("rule").text(rule);
        json.key("held").Uint(coverage.held);
        json.key("violated").Uint(coverage.violated);
        json.key("open").Uint(open);
        json.EndObject();
      }
    };
    for (std::size_t i = 0; i < rule_catalog.size(); ++i) {
      write_one(rule_catalog[i].id, assessment.coverage[i]);
    }
    for (std::size_t i = 0; i < style_.extra_rules.size() && i < assessment.extra_coverage.size(); ++i) {
      write_one(style_.extra_rules[i].id, assessment.extra_coverage[i]);
    }
    json.EndArray();
  }

  void write(json::Writer& json, const Finding& finding, const About& about) const {
    json.StartObject();
    json.key("rule").text(finding.rule);
    json.key("severity").text(json::name_of(json::severity_names, finding.severity));
    write_cells(json, finding);
    keys(json, "blank", finding.cells, true);
    keys(json, "same", finding.same, false);
    write_compared(json, finding);
    member(json, "left", finding.left, finding.is_money);
    member(json, "right", finding.right, finding.is_money);
    member(json, "difference", finding.difference(), finding.is_money);
    mark(json, "left_is_bound", finding.left_is_bound);
    mark(json, "right_is_bound", finding.right_is_bound);
    mark(json, "assumed_zero", finding.assumed_zero);
    json.key("message").text(style_.message_of(finding, about));
    write_suspects(json, finding, about);
    if (!finding.same_cause.empty()) {
      json.key("same_cause").StartArray();
      for (const Finding& other : finding.same_cause) {
        write(json, other, about);
      }
      json.EndArray();
    }
    json.key("fingerprint").text(fingerprint(finding));
    member(json, "waived", finding.waiver ? finding.waiver->reason : std::string_view());
    write_place(json, finding.place);
    json.EndObject();
  }

  void write_cells(json::Writer& json, const Finding& finding) const {
    const auto is_told = [this](const CellValue& of) { return of.value || style_.detail.places; };
    if (std::none_of(finding.cells.begin(), finding.cells.end(), is_told)) {
      return;
    }
    json.key("cells").StartArray();
    for (const CellValue& value : finding.cells) {
      if (is_told(value)) {
        json.StartObject();
        json.key("key").text(cells[value.cell].key);
        member(json, "value", value.value, cells[value.cell].is_money);
        write_place(json, value.place);
        json.EndObject();
      }
    }
    json.EndArray();
  }

  void write_compared(json::Writer& json, const Finding& finding) const {
    if (finding.compared.empty()) {
      return;
    }
    json.key("compared").StartArray();
    for (const ComparedCell& other : finding.compared) {
      json.StartObject();
      member(json, "body", other.body);
      member(json, "year", other.year == 0 ? std::nullopt : std::optional<std::int64_t>(other.year), false);
      json.key("key").text(cells[other.cell.cell].key);
      member(json, "value", other.cell.value, cells[other.cell.cell].is_money);
      write_place(json, other.cell.place);
      json.EndObject();
    }
    json.EndArray();
  }

  void write_suspects(json::Writer& json, const Finding& finding, const About& about) const {
    if (finding.suspects.empty()) {
      return;
    }
    json.key("suspects").StartArray();
    for (const Suspect& suspect : finding.suspects) {
      json.StartObject();
      json.key("key").text(cells[suspect.cell].key);
      member(json, "value", suspect.value, false);
      json.key("low").Int64(suspect.low);
      json.key("high").Int64(suspect.high);
      member(json, "slip", json::name_of(json::slip_names, suspect.slip));
      json.key("message").text(message(suspect, about, style_.language));
      json.EndObject();
    }
    json.EndArray();
  }

  void write_place(json::Writer& json, const Place& place) const {
    if (!style_.detail.places || !place.is_known()) {
      return;
    }
    json.key("place").StartObject();
    for (const auto& [key, number] : {std::pair{"page", place.page},
                                      {"line", place.line},
                                      {"column", place.column},
                                      {"table", place.table},
                                      {"row", place.row},
                                      {"cell", place.cell}}) {
      if (number != 0) {
        json.key(key).Uint(number);
      }
    }
    json.EndObject();
  }

  FindingsStyle style_;
};

}  // namespace

std::unique_ptr<FindingsWriter> lean_findings(const FindingsStyle& style) {
  return std::make_unique<LeanFindings>(style);
}

}  // namespace gongkai
