// Findings as CSV: one a row, and a row for each file that could not be read.
#include "encode/findings_writers.hpp"
#include "text/csv_record.hpp"

namespace gongkai {
namespace {

class CsvFindings : public FindingsWriter {
 public:
  explicit CsvFindings(const FindingsStyle& style) : style_(style) {}

  void begin(std::string& out) override {
    constexpr std::array<std::string_view, 16> zh = {"文件", "机关", "年度", "级别", "规则", "问题",   "左边", "右边",
                                                     "相差", "格子", "页",   "行",   "表",   "表中行", "豁免", "指纹"};
    constexpr std::array<std::string_view, 16> en = {
        "file",       "authority", "year", "severity", "rule",  "message", "left",   "right",
        "difference", "cells",     "page", "line",     "table", "row",     "waiver", "fingerprint"};
    out += csv::byte_order_mark;
    csv::add_record(out, style_.language == Language::zh ? zh : en);
  }

  void add(const Checked& checked, std::string& out) override {
    if (checked.assessment == nullptr) {
      const Unread& unread = *checked.unread;
      const Place& where = unread.where;
      csv::add_record(
          out, std::array<std::string, 16>{
                   file_of(checked), "", "",
                   std::string(unread.is_skipped ? style_.say("跳过", "skipped") : style_.say("读不出", "unread")),
                   std::string(unread.code), std::string(style_.message_of(unread)), "", "", "", "", number(where.page),
                   number(where.line), number(where.table), number(where.row), "", ""});
      return;
    }
    const About& about = *checked.about;
    for (const Finding& finding : checked.assessment->findings) {
      std::string keys;
      for (const CellValue& value : finding.cells) {
        keys += (keys.empty() ? "" : " ") + std::string(cells[value.cell].key);
      }
      const auto side = [&](std::optional<std::int64_t> value) {
        return value ? number_text(*value, finding.is_money) : std::string();
      };
      const Place& where = finding.place;
      csv::add_record(
          out,
          std::array<std::string, 16>{
              file_of(checked), about.authority, number(static_cast<std::uint32_t>(about.year)),
              std::string(name(finding.severity, style_.language)), std::string(finding.rule),
              style_.message_of(finding, about), side(finding.left), side(finding.right), side(finding.difference()),
              keys, number(where.page), number(where.line), number(where.table), number(where.row),
              finding.waiver ? waiver_text(*finding.waiver, style_.language) : std::string(), fingerprint(finding)});
    }
  }

  void end(std::string&) override {}

 private:
  /// Empty where it is not known.
  static std::string number(std::uint32_t value) { return value == 0 ? std::string() : std::to_string(value); }

  FindingsStyle style_;
};

}  // namespace

std::unique_ptr<FindingsWriter> csv_findings(const FindingsStyle& style) {
  return std::make_unique<CsvFindings>(style);
}

}  // namespace gongkai
