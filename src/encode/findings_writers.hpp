// The writers of findings, one for each format.
#pragma once

#include "gongkai/write_findings.hpp"
#include "text/utf8.hpp"

namespace gongkai {

/// What every writer is made with.
struct FindingsStyle {
  Language language = Language::zh;
  std::span<const Rule> extra_rules;
  FindingsDetail detail;

  std::string_view say(std::string_view zh, std::string_view en) const { return language == Language::zh ? zh : en; }
  std::string message_of(const Finding& finding, const About& about) const {
    const Rule* rule = find_rule(finding.rule, extra_rules);
    return rule == nullptr ? std::string(finding.rule) : message(finding, *rule, about, language);
  }
  std::string explanation_of(const Finding& finding, const About& about) const {
    const Rule* rule = find_rule(finding.rule, extra_rules);
    return rule == nullptr ? std::string() : explanation(finding, *rule, about, language);
  }
  std::string_view message_of(const Unread& unread) const { return say(unread.message_zh, unread.message_en); }
};

/// The path as text: names of files need not be UTF-8.
inline std::string file_of(const Checked& checked) {
  return unicode::repaired(checked.file);
}

std::unique_ptr<FindingsWriter> json_findings(const FindingsStyle& style, bool is_array);
std::unique_ptr<FindingsWriter> lean_findings(const FindingsStyle& style);
std::unique_ptr<FindingsWriter> sarif_findings(const FindingsStyle& style);
std::unique_ptr<FindingsWriter> junit_findings(const FindingsStyle& style);
std::unique_ptr<FindingsWriter> csv_findings(const FindingsStyle& style);
std::unique_ptr<FindingsWriter> html_findings(const FindingsStyle& style);
std::unique_ptr<FindingsWriter> xlsx_findings(const FindingsStyle& style);

}  // namespace gongkai
