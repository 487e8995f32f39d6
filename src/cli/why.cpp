// `gongkai why`: where the faults of one report may lie, told so that a clerk can follow.
#include "gongkai/why.hpp"

#include <fmt/format.h>

#include "beside.hpp"
#include "commands.hpp"
#include "each_report.hpp"
#include "gongkai/write.hpp"

namespace gongkai::cli {
namespace {

/// The equations that fail, as `gongkai check` says them.
void print_findings(const Dossier& dossier, const Settings& settings, Output& out) {
  CheckOptions options;
  options.blanks = settings.check.blanks;
  const Assessment assessment = check(dossier, options);
  for (const Finding& finding : assessment.findings) {
    if (is_located(finding)) {
      out.line(fmt::format(
          "  {}", clean(message(finding, *find_rule(finding.rule), dossier.report->about, settings.language))));
    }
  }
}

void print_open(const Dossier& dossier, const Settings& settings, Output& out) {
  const std::vector<std::string> open = open_story(dossier, settings.check.blanks, settings.language);
  out.line(
      open.empty()
          ? settings.say("表三、表四的各项关系没有对不上的地方。", "The sums of tables three and four have no fault.")
          : settings.say("表三、表四已填的数没有对不上的地方，但不是每条关系都能断定。",
                         "What is filled in of tables three and four has no fault, but not every sum can be decided."));
  for (const std::string& line : open) {
    out.line(clean(line));
  }
}

void print_story(const Dossier& dossier, const Localization& localization, const Settings& settings, Output& out) {
  const About& about = dossier.report->about;
  print_head(about, settings, out);
  if (localization.faults.empty()) {
    print_open(dossier, settings, out);
    return;
  }
  out.line(settings.say("对不上的地方：", "What does not add up:"));
  print_findings(dossier, settings, out);
  for (const Fault& fault : localization.faults) {
    out.line();
    for (const std::string& line : story(fault, about, settings.language)) {
      out.line(clean(line));
    }
  }
  out.line();
  out.line(settings.say("以上只是推算，报告里的数一个也没有改。请对照台账核实后再改。",
                        "These are suggestions; no number was changed. Compare with the records before you correct."));
}

}  // namespace

int run_why(const Settings& settings, Output& out, Output& err) {
  Beside beside;
  if (!beside.load(settings, err)) {
    return exit_failed;
  }
  std::size_t sound = 0;
  const int code = for_each_report(settings, out, err, [&](const Named& name, const Loaded& loaded) -> int {
    const Report& report = loaded.reading.report;
    Dossier dossier{&report, loaded.document()};
    if (const std::string fault = beside.put(dossier, settings); !fault.empty()) {
      complain(err, name.path, fault);
      return exit_failed;
    }
    LocalizeOptions options;
    options.blanks = settings.check.blanks;
    const Localization localization = localize(dossier, options);
    if (settings.json) {
      out.line(to_json(localization, report.about));
    } else if (localization.faults.empty() && !name.heading.empty()) {
      ++sound;
    } else {
      out.print(name.heading);
      print_story(dossier, localization, settings, out);
    }
    return localization.faults.empty() ? exit_clean : exit_faults;
  });
  if (sound != 0) {
    out.line(
        fmt::format(fmt::runtime(settings.say("{}份报告的表三、表四没有对不上的地方。",
                                              "Reports in which the sums of tables three and four have no fault: {}.")),
                    sound));
  }
  return code;
}

}  // namespace gongkai::cli
