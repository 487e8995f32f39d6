// What several subcommands print alike.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "commands.hpp"
#include "gongkai/why.hpp"

namespace gongkai::cli {

void complain(Output& err, std::string_view about, std::string_view message) {
  err.line(about.empty() ? fmt::format("gongkai: {}", clean(message))
                         : fmt::format("gongkai: {}: {}", clean(about), clean(message)));
  err.flush();
}

std::string edition_name(Edition edition, Language language) {
  const bool zh = language == Language::zh;
  switch (edition) {
    case Edition::form_2019:
      return zh ? "2019年版" : "2019";
    case Edition::form_2021:
      return zh ? "2021年版" : "2021";
    case Edition::unknown:
      break;
  }
  return zh ? "未能确定" : "not known";
}

std::string editions_name(Editions editions, Language language) {
  return editions == Editions::both
             ? language == Language::zh ? "两版" : "both"
             : edition_name(has(editions, Edition::form_2019) ? Edition::form_2019 : Edition::form_2021, language);
}

namespace {

/// The finding's rule, and those of the others that have its cause.
std::string rules_of(const Finding& finding) {
  std::vector<std::string_view> ids{finding.rule};
  for (const Finding& other : finding.same_cause) {
    if (std::find(ids.begin(), ids.end(), other.rule) == ids.end()) {
      ids.push_back(other.rule);
    }
  }
  return fmt::format("{}", fmt::join(ids, ", "));
}

}  // namespace

void print_finding(const Finding& finding, const About& about, const Reading* reading, const Settings& settings,
                   Output& out) {
  const Rule* rule = find_rule(finding.rule);
  const std::string word(name(finding.severity, settings.language));
  const std::string place = place_text(finding.place, reading, settings.language);
  out.line(fmt::format("  {}  {}",
                       out.painted(finding.severity, padded(word, settings.say("错误", "warning").size() / 3 * 2)),
                       clean(message(finding, *rule, about, settings.language))));
  std::string origin = fmt::format("{}{}{}", place, place.empty() ? "" : settings.say("　", "   "),
                                   fmt::format(fmt::runtime(settings.say("规则 {}", "rule {}")), rules_of(finding)));
  if (!settings.waivers.empty()) {
    origin += fmt::format(fmt::runtime(settings.say("　指纹 {}", "   fingerprint {}")), fingerprint(finding));
  }
  out.line(out.dim(fmt::format("        {}", origin)));
  if (!finding.compared.empty() && !finding.compared.front().body.empty()) {
    out.line(fmt::format(fmt::runtime(settings.say("        各单位：{}", "        Bodies: {}")),
                         clean(compared_text(finding, about.edition, settings.language))));
  }
  for (const Suspect& suspect : finding.suspects) {
    if (&suspect == finding.likely()) {
      continue;  // the message says it
    }
    out.line(fmt::format(fmt::runtime(settings.say("        推算：{}", "        Suggestion: {}")),
                         clean(message(suspect, about, settings.language))));
  }
  if (!finding.candidate_reason.empty()) {
    out.line(fmt::format(
        fmt::runtime(settings.say("        第六部分可能的说明：“{}”", "        Section six may explain it: “{}”")),
        clean(finding.candidate_reason)));
  }
  if (finding.waiver) {
    out.line("        " + clean(waiver_text(*finding.waiver, settings.language)));
  }
}

void print_head(const About& about, const Settings& settings, Output& out) {
  const std::string_view unknown = settings.say("未写明", "not stated");
  if (!about.title.empty()) {
    out.line(out.bold(clean(about.title)));
  }
  const std::string authority = about.authority.empty() ? std::string(unknown) : clean(about.authority);
  const std::string year = about.year == 0 ? std::string(unknown) : std::to_string(about.year);
  out.line(fmt::format(fmt::runtime(settings.say("机关：{}　年度：{}　格式：{}", "Body: {}   Year: {}   Form: {}")),
                       authority, year, edition_name(about.edition, settings.language)));
}

void print_note(const Note& note, const About& about, const Settings& settings, Output& out) {
  out.line(fmt::format("  {}", clean(message(note, about.edition, settings.language))));
}

}  // namespace gongkai::cli
