// `gongkai convert` and `gongkai form`: reports in the formats that people publish, and the form to fill in.
#include <fmt/format.h>

#include "commands.hpp"
#include "gongkai/model/summary.hpp"
#include "input.hpp"
#include "report_file.hpp"

namespace gongkai::cli {
namespace {

bool write_report(const Report& report, const std::string& path, const std::vector<std::string>& inputs,
                  const Settings& settings, Output& out, Output& err, const Reading* reading = nullptr) {
  if (!save_report(report, path, inputs, settings, err, reading)) {
    return false;
  }
  out.line(fmt::format(fmt::runtime(settings.say("已写入{}。", "Written: {}")), clean(path)));
  return true;
}

}  // namespace

int run_convert(const Settings& settings, Output& out, Output& err) {
  const std::string& from = settings.paths.front();
  if (!has_report_ending(settings.output, settings, err)) {
    return exit_failed;
  }
  const std::vector<Loaded> all = Loader(settings.hints).load_all(from);
  if (all.front().problem) {
    complain(err, from == "-" ? settings.say("标准输入", "standard input") : from,
             all.front().problem->in(settings.language));
    return exit_failed;
  }
  bool complete = true;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Reading& reading = all[i].reading;
    if (!write_report(reading.report, numbered(settings.output, i), {from, settings.form}, settings, out, err,
                      &reading)) {
      return exit_failed;
    }
    complete = complete && is_complete(reading);
  }
  if (!complete) {
    complain(err, from,
             settings.say("有的格子没有读出，写出的文件里是空白。详见 gongkai read。",
                          "Some cells could not be read and are blank in what was written. See gongkai read."));
    return exit_faults;
  }
  return exit_clean;
}

int run_form(const Settings& settings, Output& out, Output& err) {
  Report report;
  report.about.edition = settings.edition == Edition::unknown ? Edition::form_2021 : settings.edition;
  report.about.title = "政府信息公开工作年度报告";
  return write_report(report, settings.output, {}, settings, out, err) ? exit_clean : exit_failed;
}

}  // namespace gongkai::cli
