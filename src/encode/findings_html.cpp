// Findings of many reports as one page: a table of reports that the reader can sort, each with its findings, and how
// often each rule was broken. Self-contained; without its script everything but the sorting is there.
#include <fmt/format.h>

#include <algorithm>

#include "encode/findings_writers.hpp"
#include "encode/html_text.hpp"
#include "json/names.hpp"

namespace gongkai {
namespace {

constexpr std::string_view style_sheet = R"(
:root{color-scheme:light;--line:#8a8f98;--head:#f3f5f7;--error:#b3001b;--warning:#8a4b00;--info:#1a4f8a}
*{box-sizing:border-box}
body{margin:0;color:#1b1b1b;background:#fff;font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;margin:.5rem 0 1rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
.scroll{overflow-x:auto}
.scroll:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid var(--info)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;padding:.3rem 0;color:#444}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top;font-weight:normal;overflow-wrap:anywhere}
thead th{background:var(--head);font-weight:bold;white-space:nowrap}
thead button{all:unset;cursor:pointer;font-weight:bold}
thead button::after{content:" \2195";color:#555}
th[aria-sort=ascending] button::after{content:" \2191"}
th[aria-sort=descending] button::after{content:" \2193"}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
td.file{color:#444;font-size:.85rem}
.error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}
summary{cursor:pointer}
details ol{margin:.3rem 0;padding-left:1.6rem}
rect.error{fill:var(--error)}rect.warning{fill:var(--warning)}rect.info{fill:var(--info)}
svg text{font-size:13px;fill:#1b1b1b}
@media print{details:not([open])>ol{display:block}thead button::after{content:""}}
)";

// Sorts the rows by the column of the button; numbers as numbers. A second click turns the order round.
constexpr std::string_view script = R"(
for(const button of document.querySelectorAll("thead button")){button.addEventListener("click",()=>{
const th=button.closest("th"),body=th.closest("table").tBodies[0],at=th.cellIndex,
down=th.getAttribute("aria-sort")!=="descending";
for(const other of th.parentNode.cells)other.removeAttribute("aria-sort");
th.setAttribute("aria-sort",down?"descending":"ascending");
const order=new Intl.Collator(document.documentElement.lang,{numeric:true}).compare;
[...body.rows].sort((a,b)=>(down?-1:1)*order(a.cells[at].textContent,b.cells[at].textContent))
.forEach(row=>body.append(row));});}
)";

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
        "</head>\n<body><main><h1>{}</h1>\n",
        style_.say("zh-CN", "en"), title, style_sheet, title);
    out += fmt::format(
        "<h2 id=\"reports\">{0}</h2>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
        "aria-labelledby=\"reports\"><table><caption>{1}</caption><thead><tr>",
        style_.say("各份报告", "Reports"),
        style_.say("点列名可按该列排序。", "A click on the name of a column sorts by it."));
    const auto head = [&](std::string_view zh, std::string_view en, bool is_number) {
      out += fmt::format("<th scope=\"col\"{}><button type=\"button\">{}</button></th>",
                         is_number ? " class=\"number\"" : "", style_.say(zh, en));
    };
    head("机关", "Body", false);
    head("年度", "Year", true);
    head("错误", "Errors", true);
    head("核实", "Warnings", true);
    head("提示", "Info", true);
    out += fmt::format("<th scope=\"col\">{}</th>", style_.say("问题", "Findings"));
    head("文件", "File", false);
    out += "</tr></thead><tbody>\n";
  }

  void add(const Checked& checked, std::string& out) override {
    out += "<tr><th scope=\"row\">";
    if (checked.assessment == nullptr) {
      out += "</th><td></td><td></td><td></td><td></td><td>";
      append_escaped(
          out, checked.unread->is_skipped ? style_.say("跳过：", "Skipped: ") : style_.say("读不出：", "Unread: "));
      append_escaped(out, style_.message_of(*checked.unread));
      out += "</td>";
    } else {
      ++reports_;
      const Assessment& assessment = *checked.assessment;
      const About& about = *checked.about;
      append_escaped(out, about.authority);
      out += fmt::format("</th><td class=\"number\">{}</td>",
                         about.year == 0 ? std::string() : std::to_string(about.year));
      for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        out += fmt::format("<td class=\"number\">{}</td>", assessment.count(severity));
      }
      out += "<td>";
      if (!assessment.findings.empty()) {
        list(assessment.findings, about, out);
      }
      out += "</td>";
    }
    out += "<td class=\"file\">";
    append_escaped(out, file_of(checked));
    out += "</td></tr>\n";
  }

  void end(std::string& out) override {
    out += "</tbody></table></div>\n";
    chart(out);
    out.append("</main><script>").append(script).append("</script></body></html>\n");
  }

 private:
  /// How often a rule was broken, and how grave the worst of it is.
  struct Tally {
    std::string_view rule;
    std::size_t count = 0;
    Severity worst = Severity::info;
  };

  void list(const std::vector<Finding>& findings, const About& about, std::string& out) {
    out += fmt::format("<details><summary>{}</summary><ol>",
                       fmt::format(fmt::runtime(style_.say("共{}处", "{} in all")), findings.size()));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      for (const Finding& finding : findings) {
        if (finding.severity != severity) {
          continue;
        }
        out += fmt::format("<li><strong class=\"{}\">{}</strong> ", json::name_of(json::severity_names, severity),
                           name(severity, style_.language));
        append_escaped(out, style_.message_of(finding, about));
        if (finding.waiver) {
          out += ' ';
          append_escaped(out, waiver_text(*finding.waiver, style_.language));
        } else {
          tally(finding);
        }
        out += "</li>";
      }
    }
    out += "</ol></details>";
  }

  void tally(const Finding& finding) {
    auto at = std::find_if(tallies_.begin(), tallies_.end(), [&](const Tally& t) { return t.rule == finding.rule; });
    if (at == tallies_.end()) {
      at = tallies_.insert(tallies_.end(), Tally{finding.rule});
    }
    ++at->count;
    at->worst = std::max(at->worst, finding.severity);
  }

  void chart(std::string& out) {
    std::stable_sort(tallies_.begin(), tallies_.end(),
                     [](const Tally& a, const Tally& b) { return a.count > b.count; });
    out += fmt::format("<h2 id=\"rules\">{}</h2>\n", style_.say("各条规则", "Rules"));
    if (tallies_.empty()) {
      out += fmt::format("<p>{}</p>\n", reports_ == 0 ? style_.say("没有读到报告。", "No report was read.")
                                                      : style_.say("没有发现问题。", "Nothing was found."));
      return;
    }
    constexpr std::size_t line = 22, names = 290, widest = 400, numbers = 90;
    std::string title;
    for (const Tally& one : tallies_) {
      title += fmt::format("{} {}; ", one.rule, one.count);
    }
    out += fmt::format(
        "<svg role=\"img\" aria-labelledby=\"chart\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">"
        "<title id=\"chart\">{2}{3}</title>",
        names + widest + numbers, line * tallies_.size(), style_.say("各条规则的问题数：", "Findings by rule: "),
        escaped(title));
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
      const Tally& one = tallies_[i];
      const std::size_t width = std::max<std::size_t>(2, widest * one.count / tallies_.front().count);
      out += fmt::format(
          "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>"
          "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/><text x=\"{}\" y=\"{}\">{}</text>",
          names - 10, i * line + 16, escaped(one.rule), json::name_of(json::severity_names, one.worst), names,
          i * line + 3, width, line - 6, names + width + 6, i * line + 16, one.count);
    }
    out += "</svg>\n";
  }

  FindingsStyle style_;
  std::size_t reports_ = 0;
  std::vector<Tally> tallies_;
};

}  // namespace

std::unique_ptr<FindingsWriter> html_findings(const FindingsStyle& style) {
  return std::make_unique<HtmlFindings>(style);
}

}  // namespace gongkai
