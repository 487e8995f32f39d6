// Findings of many reports as a workbook: a sheet of reports and one of findings, each row linked to its file.
#include "encode/findings_writers.hpp"
#include "encode/plain_sheets.hpp"

namespace gongkai {
namespace {

class XlsxFindings : public FindingsWriter {
 public:
  explicit XlsxFindings(const FindingsStyle& style)
      : style_(style),
        reports_(std::string(style.say("报告", "Reports")), {1, {36, 30, 8, 8, 8, 8, 100}}, texts_),
        findings_(std::string(style.say("问题", "Findings")), {0, {36, 30, 8, 8, 100, 12, 12, 12, 44, 30, 40, 30}},
                  texts_) {}

  void begin(std::string&) override {
    reports_.add(row_of_texts({style_.say("文件", "file"), style_.say("机关", "authority"), style_.say("年度", "year"),
                               style_.say("错误", "errors"), style_.say("核实", "warnings"),
                               style_.say("提示", "infos"), style_.say("首要问题", "first finding")}));
    findings_.add(
        row_of_texts({style_.say("文件", "file"), style_.say("机关", "authority"), style_.say("年度", "year"),
                      style_.say("级别", "severity"), style_.say("问题", "message"), style_.say("左边", "left"),
                      style_.say("右边", "right"), style_.say("相差", "difference"), style_.say("位置", "place"),
                      style_.say("规则", "rule"), style_.say("豁免", "waiver"), style_.say("指纹", "fingerprint")}));
  }

  void add(const Checked& checked, std::string&) override {
    const TableField file{file_of(checked), false, std::string(checked.link)};
    if (checked.assessment == nullptr) {
      const Unread& unread = *checked.unread;
      const std::string_view what =
          unread.is_skipped ? style_.say("跳过：", "skipped: ") : style_.say("读不出：", "unread: ");
      const TableField none;
      reports_.add({file, none, none, none, none, none, {std::string(what) + std::string(style_.message_of(unread))}});
      return;
    }
    const About& about = *checked.about;
    const Assessment& assessment = *checked.assessment;
    const TableField body{about.authority}, year = number(about.year);
    const Finding* first = nullptr;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      for (const Finding& finding : assessment.findings) {
        if (finding.severity == severity) {
          first = first == nullptr && !finding.waiver ? &finding : first;
          add(finding, about, {file, body, year});
        }
      }
    }
    TableRow fields{file, body, year};
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      fields.push_back({std::to_string(assessment.count(severity)), true});
    }
    fields.push_back({first == nullptr ? std::string() : style_.message_of(*first, about)});
    reports_.add(fields);
  }

  void end(std::string& out) override { out += packed_sheets({&reports_, &findings_}, texts_); }

 private:
  static TableField number(int year) { return year == 0 ? TableField{} : TableField{std::to_string(year), true}; }

  void add(const Finding& finding, const About& about, TableRow fields) {
    const auto side = [&](std::optional<std::int64_t> value) {
      return value ? TableField{number_text(*value, finding.is_money), true} : TableField{};
    };
    fields.insert(fields.end(), {{std::string(name(finding.severity, style_.language))},
                                 {style_.message_of(finding, about)},
                                 side(finding.left),
                                 side(finding.right),
                                 side(finding.difference()),
                                 {place_text(finding.place, nullptr, style_.language)},
                                 {std::string(finding.rule)},
                                 {finding.waiver ? waiver_text(*finding.waiver, style_.language) : std::string()},
                                 {fingerprint(finding)}});
    findings_.add(fields);
  }

  FindingsStyle style_;
  SharedTexts texts_;
  PlainSheets reports_, findings_;
};

}  // namespace

std::unique_ptr<FindingsWriter> xlsx_findings(const FindingsStyle& style) {
  return std::make_unique<XlsxFindings>(style);
}

}  // namespace gongkai
