// Findings as SARIF 2.1.0 (OASIS): the rules once, then a result for each finding. A file that cannot be read is a
// notification of the run. Columns are left out: ours count bytes, SARIF's characters.
#include <fmt/format.h>

#include <algorithm>

#include "encode/findings_writers.hpp"
#include "json/writer.hpp"
#include "text/uri.hpp"

namespace gongkai {
namespace {

using json::Writer;

std::string_view level_of(Severity severity) {
  constexpr std::string_view levels[] = {"note", "warning", "error"};
  return levels[static_cast<std::size_t>(severity)];
}

class SarifFindings : public FindingsWriter {
 public:
  explicit SarifFindings(const FindingsStyle& style) : style_(style) {}

  void begin(std::string& out) override {
    json_.StartObject();
    json_.key("$schema").text(
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    json_.key("version").text("2.1.0");
    json_.key("runs").StartArray();
    json_.StartObject();
    json_.key("tool").StartObject();
    json_.key("driver").StartObject();
    json_.key("name").text("gongkai");
    json_.key("language").text(style_.say("zh-CN", "en-US"));
    json_.key("rules").StartArray();
    for (const Rule& rule : rule_catalog) {
      write_rule(rule);
    }
    for (const Rule& rule : style_.extra_rules) {
      write_rule(rule);
    }
    json_.EndArray();
    json_.EndObject();
    json_.EndObject();
    json_.key("language").text(style_.say("zh-CN", "en-US"));
    json_.key("results").StartArray();
    hand_over(out);
  }

  void add(const Checked& checked, std::string& out) override {
    if (checked.assessment == nullptr) {
      unread_.push_back({std::string(checked.file), std::string(style_.message_of(*checked.unread)),
                         checked.unread->where.line, checked.unread->is_skipped});
      return;
    }
    for (const Finding& finding : checked.assessment->findings) {
      write_result(checked, finding);
    }
    hand_over(out);
  }

  void end(std::string& out) override {
    json_.EndArray();
    json_.key("invocations").StartArray();
    json_.StartObject();
    json_.key("executionSuccessful").Bool(std::all_of(unread_.begin(), unread_.end(), [](const Missing& missing) {
      return missing.is_skipped;
    }));
    json_.key("toolExecutionNotifications").StartArray();
    for (const Missing& missing : unread_) {
      json_.StartObject();
      json_.key("level").text(missing.is_skipped ? "note" : "error");
      write_text("message", missing.message);
      json_.key("locations").StartArray();
      json_.StartObject();
      write_place(missing.file, missing.line);
      json_.EndObject();
      json_.EndArray();
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
    json_.EndArray();
    json_.EndObject();
    json_.EndArray();
    json_.EndObject();
    sink_.text() += '\n';
    hand_over(out);
  }

 private:
  struct Missing {
    std::string file, message;
    std::uint32_t line = 0;
    bool is_skipped = false;
  };

  void hand_over(std::string& out) {
    out += sink_.text();
    sink_.text().clear();
  }

  void write_text(std::string_view key, std::string_view text) {
    json_.key(key).StartObject();
    json_.key("text").text(text);
    json_.EndObject();
  }

  void write_rule(const Rule& rule) {
    json_.StartObject();
    json_.key("id").text(rule.id);
    write_text("shortDescription", in(rule.statement, style_.language));
    write_text("fullDescription", std::string(in(rule.statement, style_.language)) +
                                      std::string(style_.say("依据：", " Ground: ")) +
                                      std::string(in(rule.citation, style_.language)));
    write_text("help", in(rule.example, style_.language));
    json_.key("defaultConfiguration").StartObject();
    json_.key("level").text(level_of(rule.severity));
    json_.EndObject();
    json_.key("properties").StartObject();
    json_.key("tags").StartArray();
    json_.text(json::name_of(json::scope_names, rule.scope));
    json_.text(json::name_of(json::ground_names, rule.ground));
    json_.EndArray();
    json_.EndObject();
    json_.EndObject();
  }

  void write_place(std::string_view file, std::uint32_t line) {
    json_.key("physicalLocation").StartObject();
    json_.key("artifactLocation").StartObject();
    json_.key("uri").text(uri_of(file));
    json_.EndObject();
    if (line != 0) {
      json_.key("region").StartObject();
      json_.key("startLine").Uint(line);
      json_.EndObject();
    }
    json_.EndObject();
  }

  void write_cell_name(const CellValue& value, Edition edition) {
    json_.StartObject();
    json_.key("fullyQualifiedName").text(cells[value.cell].key);
    json_.key("name").text(cell_name(cells[value.cell], edition, style_.language));
    json_.key("kind").text("member");
    json_.EndObject();
  }

  void write_result(const Checked& checked, const Finding& finding) {
    const About& about = *checked.about;
    json_.StartObject();
    json_.key("ruleId").text(finding.rule);
    json_.key("level").text(level_of(finding.severity));
    write_text("message", style_.message_of(finding, about));
    json_.key("locations").StartArray();
    json_.StartObject();
    write_place(checked.file, finding.place.line);
    json_.key("logicalLocations").StartArray();
    for (const CellValue& value : finding.cells) {
      write_cell_name(value, about.edition);
    }
    json_.EndArray();
    json_.EndObject();
    json_.EndArray();
    json_.key("partialFingerprints").StartObject();
    json_.key("gongkai/v1").text(fingerprint(finding));
    json_.EndObject();
    // An empty list says that nothing suppresses it, which is not the same as saying nothing.
    json_.key("suppressions").StartArray();
    if (finding.waiver) {
      json_.StartObject();
      json_.key("kind").text("external");
      json_.key("status").text("accepted");
      json_.key("justification").text(waiver_text(*finding.waiver, style_.language));
      json_.EndObject();
    }
    json_.EndArray();
    json_.key("properties").StartObject();
    json_.key("authority").text(about.authority);
    json_.key("year").number(about.year == 0 ? std::nullopt : std::optional<std::int64_t>(about.year), false);
    json_.key("explanation").text(style_.explanation_of(finding, about));
    json_.key("left").number(finding.left, finding.is_money);
    json_.key("right").number(finding.right, finding.is_money);
    json_.key("difference").number(finding.difference(), finding.is_money);
    json_.EndObject();
    json_.EndObject();
  }

  FindingsStyle style_;
  json::Sink sink_;
  Writer json_{sink_};
  std::vector<Missing> unread_;
};

}  // namespace

std::unique_ptr<FindingsWriter> sarif_findings(const FindingsStyle& style) {
  return std::make_unique<SarifFindings>(style);
}

}  // namespace gongkai
