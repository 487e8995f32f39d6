// The C functions on reports that stand beside each other, and on waivers.
#include "dossier.hpp"

#include "border.hpp"
#include "gongkai/aggregate.hpp"
#include "gongkai/diff.hpp"
#include "gongkai/localize.hpp"
#include "gongkai/waiver.hpp"
#include "gongkai/why.hpp"
#include "gongkai/write.hpp"

namespace gongkai::capi {

static_assert(static_cast<int>(Gap::missing) == GK_GAP_MISSING);
static_assert(static_cast<int>(Gap::unreadable) == GK_GAP_UNREADABLE);

std::vector<Child> children_argument(const gk_child* children, std::size_t count) {
  std::vector<Child> result;
  for (std::size_t i = 0; i < count; ++i) {
    const gk_child& child = (&need(children, "children"))[i];
    const char* const name = &need(child.name, "children.name");
    Child& next = result.emplace_back();
    next.name = text_argument(name, std::strlen(name), "children.name");
    next.report = report_of(child.report, child.reading);
    next.reading = reading_of(child.reading);
    if (next.report == nullptr) {
      if (child.gap != GK_GAP_MISSING && child.gap != GK_GAP_UNREADABLE) {
        fail_argument("children.gap", "没有报告时应说明原因（GK_GAP_）", "must say why there is no report (GK_GAP_)");
      }
      next.gap = static_cast<Gap>(child.gap);
    }
  }
  return result;
}

GivenDossier::GivenDossier(const gk_dossier* dossier, const char* name) {
  const gk_dossier in = take(dossier, name);
  given_.report = report_of(in.report, in.reading);
  if (given_.report == nullptr) {
    fail_argument(name, "应给出report或reading", "needs a report or a reading");
  }
  given_.reading = reading_of(in.reading);
  given_.previous = report_of(in.previous, in.previous_reading);
  given_.previous_reading = reading_of(in.previous_reading);
  children_ = children_argument(in.children, in.child_count);
  given_.children = children_;
  given_.children_are_complete = in.children_are_complete != 0;
}

namespace {

Localization localization_of(const Dossier& dossier, std::int32_t blanks) {
  LocalizeOptions options;
  options.blanks = blanks_argument(blanks, "blanks");
  return localize(dossier, options);
}

}  // namespace
}  // namespace gongkai::capi

using namespace gongkai;
using namespace gongkai::capi;

gk_status gk_dossier_check(const gk_dossier* dossier, const gk_check_options* options, gk_assessment** out) {
  return guard([&] { put_assessment(*GivenDossier(dossier, "dossier"), options, out); });
}

gk_status gk_dossier_localize_json(const gk_dossier* dossier, int32_t blanks, gk_buffer** out) {
  return guard([&] {
    const GivenDossier given(dossier, "dossier");
    put_buffer(out, [&] { return to_json(localization_of(*given, blanks), (*given).report->about); });
  });
}

gk_status gk_dossier_why(const gk_dossier* dossier, int32_t blanks, int32_t language, gk_buffer** out) {
  return guard([&] {
    const GivenDossier given(dossier, "dossier");
    const Language in = language_argument(language, Language::zh);
    put_buffer(out, [&] {
      std::string text;
      for (const Fault& fault : localization_of(*given, blanks).faults) {
        for (const std::string& line : story(fault, (*given).report->about, in)) {
          text += line + "\n";
        }
      }
      return text;
    });
  });
}

gk_status gk_dossier_diff_json(const gk_dossier* before, const gk_dossier* after, const gk_check_options* options,
                               gk_buffer** out) {
  return guard([&] {
    const GivenDossier first(before, "before"), second(after, "after");
    const Checking how = check_options(options);
    put_buffer(out, [&] { return to_json(diff(*first, *second, how.options)); });
  });
}

gk_status gk_rollup(const gk_child* children, size_t count, const gk_rollup_options* options, gk_report** out,
                    gk_buffer** rest) {
  return guard([&] {
    need(out, "out");
    AggregateOptions how;
    if (options != nullptr) {
      const gk_rollup_options in = take(options, "options");
      if (in.authority != nullptr) {
        how.authority = text_argument(in.authority, std::strlen(in.authority), "options.authority");
      }
      if (!is_year_or_0(in.year)) {
        fail_argument("options.year", "不是年份", "is no year");
      }
      how.year = in.year;
      how.blanks = blanks_argument(in.blanks, "options.blanks");
    }
    Aggregate total = aggregate(children_argument(children, count), std::move(how));
    std::unique_ptr<gk_buffer> json(rest == nullptr ? nullptr : new gk_buffer{to_json(total)});
    *out = new OwnedReport(std::move(total.report));
    if (rest != nullptr) {
      *rest = json.release();
    }
  });
}

gk_status gk_assessment_waive(gk_assessment* assessment, const char* json, size_t size, int32_t year, int32_t month,
                              int32_t day, size_t* out) {
  return guard([&] {
    need(out, "out");
    gk_assessment& to = need(assessment, "assessment");
    const Date today = date_argument(year, month, day);
    if (!today.is_known()) {
      fail_argument("year", "应给出当天的日期", "must be today's date");
    }
    const std::vector<Waiver> waivers = value_or_fail(waivers_from_json(bytes_argument(json, size, "json")));
    Assessment waived = to.assessment;
    apply(waivers, today, waived);
    std::swap(waived, to.assessment);
    *out = to.assessment.count_waived();
  });
}
