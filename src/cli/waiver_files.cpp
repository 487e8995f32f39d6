#include "waiver_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "gongkai/message.hpp"
#include "gongkai/write.hpp"
#include "input.hpp"
#include "output_file.hpp"
#include "platform/system.hpp"
#include "report_file.hpp"

namespace gongkai::cli {
namespace {

// What a person has to replace in a waiver that --write-waivers made.
constexpr std::string_view no_reason = "（请写明理由）", no_author = "（请写明姓名）";

}  // namespace

bool WaiverFiles::load(const Settings& settings, Output& err) {
  if (settings.waivers.empty()) {
    return true;
  }
  if (const auto problem = Loader({}).load_other(settings.waivers, waivers_from_json, waivers_)) {
    complain(err, settings.waivers, problem->in(settings.language));
    return false;
  }
  for (const Waiver& waiver : waivers_) {
    if (waiver.reason.starts_with(no_reason) || waiver.author == no_author) {
      complain(err, settings.waivers,
               fmt::format(fmt::runtime(settings.say("豁免{}还没有写明理由和姓名，没有采用这个文件：{}",
                                                     "Waiver {} lacks its reason or its author; the file is not "
                                                     "used: {}")),
                           waiver.fingerprint, waiver.reason));
      return false;
    }
  }
  uses_.assign(waivers_.size(), WaiverUse::unused);
  return true;
}

void WaiverFiles::take(Assessment& assessment) {
  if (waivers_.empty()) {
    return;
  }
  const std::vector<WaiverUse> uses = apply(waivers_, platform::today(), assessment);
  for (std::size_t i = 0; i < uses.size(); ++i) {
    uses_[i] = uses_[i] == WaiverUse::used ? WaiverUse::used : uses[i];
  }
}

void WaiverFiles::make(const Settings& settings, const About& about, const Assessment& assessment) {
  if (settings.write_waivers.empty()) {
    return;
  }
  for (const Finding& finding : assessment.findings) {
    if (finding.waiver) {
      made_.push_back(*finding.waiver);
    } else if (finding.severity != Severity::info) {
      made_.push_back({fingerprint(finding),
                       fmt::format("{}{}{}：{}", no_reason, about.authority,
                                   about.year == 0 ? std::string() : std::to_string(about.year),
                                   message(finding, *find_rule(finding.rule), about, settings.language)),
                       std::string(no_author),
                       platform::today(),
                       {}});
    }
  }
}
bool WaiverFiles::write(const Settings& settings, bool for_people, Output& out, Output& err) {
  if (settings.write_waivers.empty()) {
    return true;
  }
  const auto by_fingerprint = [](const Waiver& a, const Waiver& b) { return a.fingerprint < b.fingerprint; };
  std::stable_sort(made_.begin(), made_.end(), by_fingerprint);
  const auto is_same = [](const Waiver& a, const Waiver& b) { return a.fingerprint == b.fingerprint; };
  made_.erase(std::unique(made_.begin(), made_.end(), is_same), made_.end());
  if (const std::error_code error = write_file(settings.write_waivers, to_json(made_) + "\n")) {
    complain_of_writing(settings.write_waivers, error, settings, err);
    return false;
  }
  if (for_people) {
    out.line(fmt::format(
        fmt::runtime(settings.say("豁免{}条已写入{}：请逐条写明理由和姓名，删去不能接受的，再用 --waivers。",
                                  "Waivers written: {}, to {}. Fill in reason and author, delete what cannot be "
                                  "accepted, then use --waivers.")),
        made_.size(), clean(settings.write_waivers)));
    out.flush();
  }
  return true;
}

void WaiverFiles::print(const Settings& settings, Output& out) const {
  for (std::size_t i = 0; i < waivers_.size(); ++i) {
    if (uses_[i] == WaiverUse::used) {
      continue;
    }
    const std::string_view why = uses_[i] == WaiverUse::expired  ? settings.say("已到期", "expired")
                                 : uses_[i] == WaiverUse::future ? settings.say("尚未生效", "not yet in force")
                                                                 : settings.say("没有对应的问题（或数已变动）",
                                                                                "no such finding, or a value moved");
    out.line(
        fmt::format(fmt::runtime(settings.say("豁免{}没有用上：{}。理由：{}", "Waiver {} not used: {}. Reason: {}")),
                    waivers_[i].fingerprint, why, clean(waivers_[i].reason)));
  }
}

}  // namespace gongkai::cli
