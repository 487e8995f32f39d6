// Findings in a list, and which cells they mark how: the one that is wrong strongly, the others of its sums lightly.
#include "encode/marked_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "encode/html_text.hpp"
#include "encode/report_tables.hpp"
#include "gongkai/localize.hpp"
#include "gongkai/message.hpp"
#include "json/names.hpp"

namespace gongkai {
namespace {

/// What is accepted by a waiver is shown like a remark.
Severity shown(const Finding& finding) {
  return finding.waiver ? Severity::info : finding.severity;
}

std::string severity_class(Severity severity) {
  return fmt::format(" class=\"{}\"", json::name_of(json::severity_names, severity));
}

/// The cell that a finding and its mark lead to: the one that is wrong, the total of a sum, the first of others.
std::size_t main_cell(const Finding& finding) {
  const Suspect* likely = finding.likely();
  if (likely != nullptr || !finding.suspects.empty()) {
    return likely != nullptr ? likely->cell : finding.suspects.front().cell;
  }
  return is_located(finding) ? finding.cells.back().cell : finding.cells.front().cell;
}

}  // namespace

std::string_view MarkedFindings::style() {
  return R"(
.findings ol{padding-left:1.8em}
.findings li{margin:.6rem 0}
.findings p{text-indent:0}
.findings li p{color:#333;font-size:.92rem}
.error>strong{color:var(--error)}.warning>strong{color:var(--warning)}.info>strong{color:var(--info)}
.about,.legend{text-indent:0;color:#444;font-size:.9rem}
.counts{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;font-size:1.1rem}
#report{border-top:1px solid var(--line);margin-top:2rem;padding-top:1rem}
a{color:var(--info)}
:target{background:#fff8c5}
td,.key{--at:var(--info);--tint:#eaf2fb;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.error{--at:var(--error);--tint:#fdecee}.warning{--at:var(--warning);--tint:#fff4e0}
.part{background:var(--tint);outline:1px dotted var(--at);outline-offset:-2px}
.possible{background:var(--tint);outline:2px dashed var(--at);outline-offset:-3px}
.faulty{background:var(--tint);outline:3px solid var(--at);outline-offset:-3px;font-weight:bold}
.unread{background:repeating-linear-gradient(45deg,#e4e4e4 0 4px,#fff 4px 8px)}
.inferred{font-style:italic}
.legend>span{margin-right:1.5em;white-space:nowrap}
.key{display:inline-block;padding:0 .6em;margin-right:.4em;border:1px solid var(--line)}
[data-say]::after{content:attr(data-say)}
td [data-say]{display:block;font:normal .85em/1.3 sans-serif;color:#444}
td .likely{color:var(--at);font-weight:bold}
.mark{display:inline-block;min-width:1.5em;margin-left:.25em;border-radius:.75em;background:var(--at);color:#fff;
font:bold .7em/1.5 sans-serif;vertical-align:super;text-decoration:none}
.mark::after{content:attr(data-finding)}
@media print{.findings{break-after:page}#report{border:0;margin:0;padding:0}.to{display:none}a{color:inherit;text-decoration:none}.mark{color:#fff}.part{outline-width:.5px}
.findings li{break-inside:avoid}}
)";
}

MarkedFindings::MarkedFindings(const Report& report, const HtmlOptions& options)
    : report_(report), options_(options), marks_(cell_count) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    for (const Finding& finding : options.assessment->findings) {
      if (shown(finding) == severity) {
        listed_.push_back(&finding);
      }
    }
  }
  for (std::size_t i = 0; i < listed_.size(); ++i) {
    mark(*listed_[i], i + 1);
  }
}

std::string_view MarkedFindings::say(std::string_view zh, std::string_view en) const {
  return options_.language == Language::zh ? zh : en;
}

CellState MarkedFindings::state_of(std::size_t cell) const {
  return options_.reading == nullptr ? CellState::read : options_.reading->sources[cell].state;
}
bool MarkedFindings::is_unread(std::size_t cell) const {
  return state_of(cell) == CellState::unreadable || state_of(cell) == CellState::absent;
}

void MarkedFindings::raise(std::size_t cell, Rank rank, Severity severity) {
  Mark& mark = marks_[cell];
  if (rank > mark.rank || (rank == mark.rank && severity > mark.severity)) {
    mark.rank = rank;
    mark.severity = severity;
  }
}

void MarkedFindings::mark_cells(const Finding& finding, Severity severity) {
  for (const CellValue& cell : finding.cells) {
    raise(cell.cell, Rank::part, severity);
  }
}

void MarkedFindings::mark(const Finding& finding, std::size_t number) {
  const Severity severity = shown(finding);
  constexpr std::size_t most = 30;
  if (finding.cells.empty() || (severity == Severity::info && finding.cells.size() > most)) {
    return;  // a remark on half of the form marks nothing in particular
  }
  mark_cells(finding, severity);
  for (const Finding& other : finding.same_cause) {
    mark_cells(other, severity);
  }
  const auto lead = [&](std::size_t cell, Rank rank) {
    raise(cell, rank, severity);
    std::vector<std::size_t>& numbers = marks_[cell].findings;
    if (numbers.empty() || numbers.back() != number) {
      numbers.push_back(number);
    }
  };
  if (const Suspect* likely = finding.likely()) {
    lead(likely->cell, Rank::faulty);
    marks_[likely->cell].suggestion = likely;
  } else if (!finding.suspects.empty()) {
    for (const Suspect& suspect : finding.suspects) {
      lead(suspect.cell, Rank::possible);
    }
  } else {
    lead(main_cell(finding), finding.cells.size() == 1 ? Rank::faulty : Rank::part);
  }
}

std::string MarkedFindings::rank_classes(Rank rank, Severity severity) {
  constexpr std::string_view ranks[] = {"", "part", "possible", "faulty"};
  return rank == Rank::none ? std::string()
                            : fmt::format("{} {}", json::name_of(json::severity_names, severity),
                                          ranks[static_cast<std::size_t>(rank)]);
}

void MarkedFindings::write_classes(std::size_t cell, std::string& out) const {
  const Mark& mark = marks_[cell];
  std::string classes = rank_classes(mark.rank, mark.severity);
  if (is_unread(cell) || state_of(cell) == CellState::inferred) {
    classes.append(classes.empty() ? "" : " ").append(is_unread(cell) ? "unread" : "inferred");
  }
  if (!classes.empty()) {
    out.append(" class=\"").append(classes).append("\"");
  }
}

void MarkedFindings::write_beside(std::size_t cell, std::string& out) const {
  const Mark& mark = marks_[cell];
  for (const std::size_t number : mark.findings) {
    out += fmt::format("<a class=\"mark\" href=\"#f{0}\" aria-label=\"{1}{0}\" data-finding=\"{0}\"></a>", number,
                       say("见问题", "see finding "));
  }
  if (mark.suggestion != nullptr) {
    out += fmt::format("<span class=\"likely\" data-say=\"{}{}\"></span>", say("推算", "likely "),
                       written_number(cells[cell], mark.suggestion->low, options_.language));
  }
  if (is_unread(cell) || state_of(cell) == CellState::inferred) {
    out += fmt::format("<span data-say=\"{}\"></span>", name(state_of(cell), options_.language));
  }
}

void MarkedFindings::write_legend(std::string& out) const {
  std::array<std::optional<Severity>, 4> ranks;  // the gravest that occurs
  bool has_unread = false, has_inferred = false, is_suggested = false;
  for (std::size_t cell = 0; cell < cell_count; ++cell) {
    const Mark& mark = marks_[cell];
    std::optional<Severity>& worst = ranks[static_cast<std::size_t>(mark.rank)];
    worst = std::max(worst.value_or(Severity::info), mark.severity);
    has_unread = has_unread || is_unread(cell);
    has_inferred = has_inferred || state_of(cell) == CellState::inferred;
    is_suggested = is_suggested || mark.suggestion != nullptr;
  }
  struct Key {
    bool occurs;
    std::string classes;
    Label meaning;
  };
  const auto of_rank = [&](Rank rank, Label meaning) {
    const std::optional<Severity> severity = ranks[static_cast<std::size_t>(rank)];
    return Key{severity.has_value(), rank_classes(rank, severity.value_or(Severity::info)), meaning};
  };
  const Key keys[] = {
      of_rank(Rank::faulty, {"有错或要核实的一格", "wrong, or to be looked at"}),
      of_rank(Rank::possible, {"可能有错的几格", "one of these may be wrong"}),
      of_rank(Rank::part, {"同一算式或问题里的其他格", "the others of its sum or finding"}),
      {has_unread, "unread", {"没有读出，不是空白", "could not be read; not blank"}},
      {has_inferred, "inferred", {"按勾稽关系推定的数", "inferred from the equations"}},
  };
  std::string legend;
  for (const Key& key : keys) {
    if (key.occurs) {
      legend += fmt::format("<span><span class=\"key {}\">{}</span>{}</span> ", key.classes, say("数", "12"),
                            in(key.meaning, options_.language));
    }
  }
  if (!legend.empty()) {
    out += fmt::format("<p class=\"legend\" data-gongkai=\"legend\" lang=\"{}\">{}{}{}</p>\n", say("zh-CN", "en"),
                       say("图例：", "Legend: "), legend,
                       is_suggested ? say("“推算”是使各算式都成立的数，请对照台账核实。",
                                          "“Likely” is the number with which every sum agrees; verify it.")
                                    : "");
  }
}

void MarkedFindings::write_list(std::string& out) const {
  out += fmt::format(
      "<section class=\"findings\" data-gongkai=\"findings\" lang=\"{}\" aria-labelledby=\"findings\">"
      "<h1 id=\"findings\">{}</h1>\n<p class=\"about\" lang=\"zh-CN\">",
      say("zh-CN", "en"), say("核对结果", "Findings"));
  append_escaped(out, report_.about.title);
  out += "</p>\n<p class=\"counts\">";
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    const std::size_t count = options_.assessment->count(severity);
    out += fmt::format("<span{}><strong>{}</strong> {}</span>", count == 0 ? std::string() : severity_class(severity),
                       name(severity, options_.language), count);
  }
  if (const std::size_t waived = options_.assessment->count_waived(); waived != 0) {
    out += fmt::format("<span>{} {}</span>", say("已豁免", "Waived"), waived);
  }
  out += fmt::format("</p>\n<p class=\"to\"><a href=\"#report\">{}</a></p>\n",
                     say("到报告（问题标在格中）", "To the report, where they are marked"));
  if (listed_.empty()) {
    out += say("<p>没有发现问题。</p>", "<p>Nothing was found.</p>");
  } else {
    out += "<ol>\n";
    for (std::size_t i = 0; i < listed_.size(); ++i) {
      write_finding(*listed_[i], i + 1, out);
    }
    out += "</ol>";
  }
  out += "</section>\n";
}

void MarkedFindings::write_finding(const Finding& finding, std::size_t number, std::string& out) const {
  const auto paragraph = [&out](std::string_view text) {
    out += "<p>";
    append_escaped(out, text);
    out += "</p>";
  };
  const Rule* rule = find_rule(finding.rule, options_.extra_rules);
  out += fmt::format("<li id=\"f{}\"{}><strong>{}</strong> ", number, severity_class(shown(finding)),
                     name(finding.severity, options_.language));
  append_escaped(
      out, rule == nullptr ? std::string(finding.rule) : message(finding, *rule, report_.about, options_.language));
  if (!finding.cells.empty()) {
    const CellInfo& cell = cells[main_cell(finding)];
    out += fmt::format(" <a class=\"to\" href=\"#{}\">{}", cell.key, say("到", "to "));
    append_escaped(out, form_place(cell, report_.about.edition, options_.language));
    out += "</a>";
  }
  write_suspects(finding, out);
  if (finding.waiver) {
    paragraph(waiver_text(*finding.waiver, options_.language));
  }
  if (rule != nullptr) {
    paragraph(explanation(finding, *rule, report_.about, options_.language));
  }
  out += "</li>\n";
}

/// Where no cell stands out, each that may be wrong. (The one that does stands in the message.)
void MarkedFindings::write_suspects(const Finding& finding, std::string& out) const {
  if (finding.suspects.empty() || finding.likely() != nullptr) {
    return;
  }
  constexpr std::size_t most = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, finding.suspects.size()); ++i) {
    const Suspect& suspect = finding.suspects[i];
    const auto number = [&](std::int64_t value) {
      return number_text(value, cells[suspect.cell].is_money, report_.about.edition, options_.language);
    };
    text += fmt::format(
        fmt::runtime(say("{}{}：{}→{}", "{}{}: {} → {}")), i == 0 ? "" : say("；", "; "),
        form_place(cells[suspect.cell], report_.about.edition, options_.language),
        suspect.value ? number(*suspect.value) : std::string(say("空白", "blank")),
        suspect.is_exact() ? number(suspect.low) : fmt::format("{}–{}", number(suspect.low), number(suspect.high)));
  }
  out += say("<p>推算，可能错在其中一格：", "<p>One of these may be wrong: ");
  append_escaped(out, text);
  out += finding.suspects.size() > most
             ? fmt::format(fmt::runtime(say("……共{}种</p>", "... {} in all</p>")), finding.suspects.size())
             : std::string(say("。</p>", ".</p>"));
}

}  // namespace gongkai
