// Findings of many reports as one page: how many there are, how often each rule was broken, and each report with its
// findings. Self-contained; without its script all is there but sorting, searching and filtering.
#include <fmt/format.h>

#include <algorithm>

#include "encode/findings_page.hpp"
#include "encode/findings_writers.hpp"
#include "encode/html_text.hpp"
#include "json/names.hpp"

namespace gongkai {
namespace {

constexpr Severity severities[] = {Severity::error, Severity::warning, Severity::info};

std::string_view class_of(Severity severity) {
  return json::name_of(json::severity_names, severity);
}

class HtmlFindings : public FindingsWriter {
 public:
  explicit HtmlFindings(const FindingsStyle& style) : style_(style) {}

  void begin(std::string& out) override {
    const std::string_view title =
        style_.say("政府信息公开工作年度报告：核对结果", "Annual reports on disclosure: what was found");
    out += fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
        "<meta name=\"generator\" content=\"gongkai check\">"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{}</title>\n<style>{}</style>"
        "<script>{}</script></head>\n<body><main><h1>{}</h1>\n",
        style_.say("zh-CN", "en"), title, findings_page_style, findings_page_start, title);
    out += fmt::format("<section aria-labelledby=\"reports\"><h2 id=\"reports\">{}</h2>\n",
                       style_.say("各份报告", "Reports"));
    write_filter(out);
    out += "<table id=\"list\" aria-labelledby=\"reports\"><thead><tr>";
    const Label heads[] = {
        {"机关", "Body"}, {"年度", "Year"}, {"错误", "Errors"}, {"核实", "Warnings"}, {"提示", "Info"}};
    for (const Label& head : heads) {
      out +=
          fmt::format("<th scope=\"col\"{}>{}</th>", &head == heads ? "" : " class=\"n\"", in(head, style_.language));
    }
    out += "</tr></thead>\n";
  }

  void add(const Checked& checked, std::string& out) override {
    if (checked.assessment == nullptr) {
      add_unread(checked, out);
      return;
    }
    ++reports_;
    const Assessment& assessment = *checked.assessment;
    const About& about = *checked.about;
    out += "<tbody>";
    open_row(about.authority.empty() ? style_.say("（没有写明机关）", "(body not stated)")
                                     : std::string_view(about.authority),
             checked, out);
    out += fmt::format("<td class=\"n\">{}</td>", about.year == 0 ? std::string() : std::to_string(about.year));
    with_errors_ += assessment.count(Severity::error) != 0;
    waived_ += assessment.count_waived();
    for (const Severity severity : severities) {
      const std::size_t count = assessment.count(severity);
      out += fmt::format("<td class=\"n{}{}\">{}</td>", count == 0 ? "" : " ",
                         count == 0 ? std::string_view() : class_of(severity), count);
    }
    out += "</tr>";
    if (!assessment.findings.empty()) {
      list(assessment.findings, about, out);
    }
    out += "</tbody>\n";
  }

  void end(std::string& out) override {
    out += fmt::format("</table><button type=\"button\" id=\"more\" hidden>{}</button></section>\n",
                       style_.say("显示更多", "Show more"));
    out += fmt::format("<section id=\"summary\" aria-label=\"{}\">", style_.say("汇总", "Summary"));
    summary(out);
    chart(out);
    out.append("</section></main><script>").append(findings_page_script).append("</script></body></html>\n");
  }

 private:
  /// How often a rule was broken in how many reports, and how grave the worst of it is.
  struct Tally {
    std::string_view rule;
    std::size_t number = 0;  ///< by which the page knows it
    std::size_t count = 0, reports = 0, last_report = 0;
    Severity worst = Severity::info;
  };

  /// What the script needs; it shows it.
  void write_filter(std::string& out) const {
    out += fmt::format("<form id=\"filter\" role=\"search\" hidden data-shown=\"{}\">\n",
                       style_.say("显示{}行，共{}行；问题{}处。", "Shown: {} of {} rows, {} findings."));
    out += fmt::format(
        "<label class=\"wide\">{}<input id=\"find\" type=\"search\" autocomplete=\"off\"></label>"
        "<label class=\"wide\">{}<input id=\"body\" list=\"bodies\" autocomplete=\"off\"></label>"
        "<datalist id=\"bodies\"></datalist>\n<label>{}<select id=\"grade\"><option value=\"\">{}</option>",
        style_.say("搜索（机关、文件、问题）", "Search (bodies, files, findings)"), style_.say("机关", "Body"),
        style_.say("级别", "Severity"), style_.say("全部", "all"));
    for (const Severity severity : severities) {
      out += fmt::format("<option value=\"{}\">{}</option>", class_of(severity), name(severity, style_.language));
    }
    out += fmt::format(
        "<option value=\"none\">{}</option><option value=\"unread\">{}</option></select></label>\n"
        "<label>{}<select id=\"year\"><option value=\"\">{}</option></select></label>"
        "<label class=\"wide\">{}<select id=\"rule\"><option value=\"\">{}</option></select></label>"
        "<button type=\"reset\">{}</button><button type=\"button\" id=\"all\">{}</button></form>"
        "<p id=\"shown\" role=\"status\"></p>\n",
        style_.say("没有问题", "nothing found"), style_.say("没有读出", "not read"), style_.say("年度", "Year"),
        style_.say("全部", "all"), style_.say("规则", "Rule"), style_.say("全部", "all"), style_.say("清除", "Clear"),
        style_.say("全部展开或收起", "Open or close all"));
  }

  /// The row's first cell: the name, and below it the file.
  void open_row(std::string_view name, const Checked& checked, std::string& out) const {
    out += "<tr><th scope=\"row\"><span>";
    append_escaped(out, name);
    out += "</span>";
    const std::string file =
        checked.file == "-" ? std::string(style_.say("标准输入", "standard input")) : file_of(checked);
    if (checked.link.empty()) {
      out += "<span class=\"file\">";
      append_escaped(out, file);
      out += "</span>";
    } else {
      out += "<a class=\"file\" href=\"";
      append_escaped(out, checked.link);
      out += "\">";
      append_escaped(out, file);
      out += "</a>";
    }
    out += "</th>";
  }

  void add_unread(const Checked& checked, std::string& out) {
    const Unread& unread = *checked.unread;
    ++(unread.is_skipped ? skipped_ : unread_);
    const std::string_view what =
        unread.is_skipped ? style_.say("跳过", "Skipped") : style_.say("没有读出", "Not read");
    out += fmt::format("<tbody data-s=\"{}\">", unread.is_skipped ? "skipped" : "unread");
    open_row(what, checked, out);
    out += "<td></td><td></td><td></td><td></td></tr><tr><td colspan=\"5\">";
    append_escaped(out, style_.message_of(unread));
    out += "</td></tr></tbody>\n";
  }

  void list(const std::vector<Finding>& findings, const About& about, std::string& out) {
    out += "<tr><td colspan=\"5\"><ol>";
    for (const Severity severity : severities) {
      for (const Finding& finding : findings) {
        if (finding.severity != severity) {
          continue;
        }
        out += fmt::format("<li class=\"{}\" data-r=\"{}\"><b>{}</b> ", class_of(severity), tally(finding),
                           name(severity, style_.language));
        append_escaped(out, style_.message_of(finding, about));
        if (finding.waiver) {
          out += ' ';
          append_escaped(out, waiver_text(*finding.waiver, style_.language));
        }
        out += "</li>";
      }
    }
    out += "</ol></td></tr>";
  }

  /// The number of its rule. What is waived is not counted.
  std::size_t tally(const Finding& finding) {
    auto at = std::find_if(tallies_.begin(), tallies_.end(), [&](const Tally& t) { return t.rule == finding.rule; });
    if (at == tallies_.end()) {
      at = tallies_.insert(tallies_.end(), Tally{finding.rule, tallies_.size()});
    }
    if (!finding.waiver) {
      ++at->count;
      ++found_[static_cast<std::size_t>(finding.severity)];
      at->reports += at->last_report != reports_;
      at->last_report = reports_;
      at->worst = std::max(at->worst, finding.severity);
    }
    return at->number;
  }

  void summary(std::string& out) const {
    out += fmt::format(
        fmt::runtime(style_.say("<p>检查了{}份报告，其中{}份有错误", "<p>Reports checked: {}, with errors: {}")),
        reports_, with_errors_);
    const auto add = [&](std::size_t count, std::string_view zh, std::string_view en) {
      out += count == 0 ? std::string() : fmt::format(fmt::runtime(style_.say(zh, en)), count);
    };
    add(unread_, "；另有{}个文件没有读出", "; files that could not be read: {}");
    add(skipped_, "；跳过{}个不是年度报告的文件", "; files that are no annual reports: {}");
    out += fmt::format(
        fmt::runtime(style_.say("。共错误{}处，核实{}处，提示{}处", ". Errors: {}, warnings: {}, info: {}")), found_[2],
        found_[1], found_[0]);
    add(waived_, "；另有{}处已豁免，不计在内", "; waived, and not counted: {}");
    out += style_.say("。</p>\n", ".</p>\n");
  }

  /// What the rule asks for; of several sentences the first.
  std::string title_of(std::string_view id) const {
    const Rule* rule = find_rule(id, style_.extra_rules);
    const std::string_view text = rule == nullptr ? id : in(rule->statement, style_.language);
    const std::size_t stop = std::min(text.find("。"), text.find(". "));
    return std::string(text.substr(0, stop));
  }

  void chart(std::string& out) {
    std::erase_if(tallies_, [](const Tally& one) { return one.count == 0; });
    std::stable_sort(tallies_.begin(), tallies_.end(), [](const Tally& a, const Tally& b) {
      return a.worst != b.worst ? a.worst > b.worst : a.count > b.count;
    });
    if (tallies_.empty()) {
      out += fmt::format("<p>{}</p>\n", reports_ == 0 ? style_.say("没有读到报告。", "No report was read.")
                                                      : style_.say("没有发现问题。", "Nothing was found."));
      return;
    }
    std::size_t most = 0;
    for (const Tally& one : tallies_) {
      most = std::max(most, one.count);
    }
    out += fmt::format(
        "<h2 id=\"broken\">{0}</h2><div id=\"rules\" role=\"region\" tabindex=\"0\" aria-labelledby=\"broken\">"
        "<table aria-labelledby=\"broken\"><thead><tr><th class=\"grade\" scope=\"col\">{1}</th>"
        "<th class=\"rule\" scope=\"col\">{2}</th>"
        "<th class=\"bar\" scope=\"col\">{3}</th><th class=\"n\" scope=\"col\">{4}</th></tr></thead><tbody>\n",
        style_.say("各条规则", "Rules"), style_.say("级别", "Severity"), style_.say("要求", "What it asks for"),
        style_.say("不符处数", "Findings"), style_.say("报告份数", "Reports"));
    for (const Tally& one : tallies_) {
      out += fmt::format("<tr data-r=\"{}\"><td class=\"grade {}\">{}</td><th scope=\"row\"><span>", one.number,
                         class_of(one.worst), name(one.worst, style_.language));
      append_escaped(out, title_of(one.rule));
      out += "</span><small>";
      append_escaped(out, one.rule);
      out += fmt::format(
          "</small></th><td class=\"bar {}\"><i style=\"--part:{:.3f}\"></i>{}</td><td class=\"n\">{}</td></tr>\n",
          class_of(one.worst), static_cast<double>(one.count) / static_cast<double>(most), one.count, one.reports);
    }
    out += "</tbody></table></div>\n";
  }

  FindingsStyle style_;
  std::size_t reports_ = 0, with_errors_ = 0, unread_ = 0, skipped_ = 0, waived_ = 0;
  std::size_t found_[3] = {};  ///< by severity
  std::vector<Tally> tallies_;
};

}  // namespace

std::unique_ptr<FindingsWriter> html_findings(const FindingsStyle& style) {
  return std::make_unique<HtmlFindings>(style);
}

}  // namespace gongkai
