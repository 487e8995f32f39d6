// Findings as JSON, schema "gongkai.check/1": which file, which report, and its assessment or why there is none.
#include "encode/findings_writers.hpp"
#include "gongkai/write.hpp"
#include "json/writer.hpp"

namespace gongkai {
namespace {

class JsonFindings : public FindingsWriter {
 public:
  JsonFindings(const FindingsStyle& style, bool is_array) : style_(style), is_array_(is_array) {}

  void begin(std::string& out) override { out += is_array_ ? "[" : ""; }

  void add(const Checked& checked, std::string& out) override {
    if (is_array_) {
      out += is_first_ ? "\n" : ",\n";
    }
    is_first_ = false;
    json::Sink sink;
    json::Writer json(sink);
    json.StartObject();
    json.key("schema").text("gongkai.check/1");
    json.key("file").text(checked.file);
    if (checked.assessment != nullptr) {
      const About& about = *checked.about;
      json.key("title").text(about.title);
      json.key("authority").text(about.authority);
      json.key("year").number(about.year == 0 ? std::nullopt : std::optional<std::int64_t>(about.year), false);
      json.key("edition").text_or_null(json::name_of(json::edition_names, about.edition));
      const std::string assessment = to_json(*checked.assessment, about, style_.extra_rules);
      json.key("assessment").RawValue(assessment.data(), assessment.size(), rapidjson::kObjectType);
    } else {
      const Unread& unread = *checked.unread;
      json.key(unread.is_skipped ? "skipped" : "error").StartObject();
      json.key("code").text(unread.code);
      json.key("message").label(unread.message_zh, unread.message_en);
      json.key("line").Uint(unread.where.line);
      json.key("column").Uint(unread.where.column);
      json.EndObject();
    }
    json.EndObject();
    out += sink.text();
    out += is_array_ ? "" : "\n";
  }

  void end(std::string& out) override { out += is_array_ ? "\n]\n" : ""; }

 private:
  FindingsStyle style_;
  bool is_array_, is_first_ = true;
};

}  // namespace

std::unique_ptr<FindingsWriter> json_findings(const FindingsStyle& style, bool is_array) {
  return std::make_unique<JsonFindings>(style, is_array);
}

}  // namespace gongkai
