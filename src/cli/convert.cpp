// `gongkai convert` and `gongkai form`: reports in the formats that people publish, and the form to fill in.
#include "commands.hpp"
#include "gongkai/model/summary.hpp"
#include "gongkai/write.hpp"
#include "input.hpp"
#include "output_file.hpp"

namespace gongkai::cli {
namespace {

std::string all_csv_tidy(const Report& report) {
  return csv_tidy_head() + csv_tidy(report);
}
std::string html_page(const Report& report) {
  return to_html(report);
}
std::string json_line(const Report& report) {
  return to_json(report) + "\n";
}

struct Writer {
  std::string_view ending;
  std::string (*write)(const Report& report);
};
constexpr Writer writers[] = {{".html", html_page}, {".docx", to_docx}, {".xlsx", to_xlsx},
                              {".md", to_markdown}, {".csv", csv_form}, {".tidy.csv", all_csv_tidy},
                              {".json", json_line}};

/// The writer of the longest ending that the name has.
const Writer* find_writer(std::string_view path) {
  const Writer* found = nullptr;
  for (const Writer& writer : writers) {
    const bool fits =
        path.size() > writer.ending.size() && path.substr(path.size() - writer.ending.size()) == writer.ending;
    if (fits && (found == nullptr || found->ending.size() < writer.ending.size())) {
      found = &writer;
    }
  }
  return found;
}

std::optional<Problem> fill(const Report& report, const std::string& form, std::string& bytes) {
  const auto fill_in = [&report](std::string_view document) { return fill_docx(document, report); };
  return Loader({}).load_other(form, fill_in, bytes);
}

bool write_report(const Report& report, const std::string& path, const Settings& settings, Output& out, Output& err) {
  const Writer* writer = find_writer(path);
  if (writer == nullptr) {
    std::vector<std::string_view> endings;
    for (const Writer& known : writers) {
      endings.push_back(known.ending);
    }
    complain(err, path,
             fmt::format(fmt::runtime(settings.say("不知道写成什么格式。文件名应以下列之一结尾：{}",
                                                   "The name does not say which format. It must end in one of: {}")),
                         fmt::join(endings, settings.say("、", ", "))));
    return false;
  }
  std::string bytes;
  if (settings.form.empty()) {
    bytes = writer->write(report);
  } else if (writer->write != to_docx) {
    complain(err, path, settings.say("用模板时写出的是Word文件（.docx）。", "With a template a .docx is written."));
    return false;
  } else if (const auto problem = fill(report, settings.form, bytes)) {
    complain(err, settings.form, problem->in(settings.language));
    return false;
  }
  if (!write_file(path, bytes)) {
    complain(err, path, settings.say("无法写入这个文件。", "Cannot write this file."));
    return false;
  }
  out.line(fmt::format(fmt::runtime(settings.say("已写入{}。", "Written: {}")), clean(path)));
  return true;
}

}  // namespace

int run_convert(const Settings& settings, Output& out, Output& err) {
  const std::string& from = settings.paths.front();
  const std::vector<Loaded> all = Loader(settings.hints).load_all(from);
  if (all.front().problem) {
    complain(err, from == "-" ? settings.say("标准输入", "standard input") : from,
             all.front().problem->in(settings.language));
    return exit_failed;
  }
  bool complete = true;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Reading& reading = all[i].reading;
    if (!write_report(reading.report, numbered(settings.output, i), settings, out, err)) {
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
  return write_report(report, settings.output, settings, out, err) ? exit_clean : exit_failed;
}

}  // namespace gongkai::cli
