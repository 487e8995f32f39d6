// One row for each ending.
#include "report_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "gongkai/write.hpp"
#include "input.hpp"
#include "output_file.hpp"
#include "platform/files.hpp"

namespace gongkai::cli {
namespace {

std::string all_csv_tidy(const Report& report) {
  return csv_tidy_head() + csv_tidy(report);
}
std::string all_csv_wide(const Report& report) {
  return csv_wide_head() + csv_wide(report);
}
std::string workbook(const Report& report) {
  return to_xlsx(report);
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
constexpr Writer writers[] = {{".docx", to_docx},          {".xlsx", workbook}, {".html", html_page},
                              {".md", to_markdown},        {".csv", csv_form},  {".tidy.csv", all_csv_tidy},
                              {".wide.csv", all_csv_wide}, {".json", json_line}};

/// The writer of the longest ending that the name has.
const Writer* find_writer(std::string_view path) {
  const Writer* found = nullptr;
  for (const Writer& writer : writers) {
    if (path.size() > writer.ending.size() && ends_in(path, writer.ending) &&
        (found == nullptr || found->ending.size() < writer.ending.size())) {
      found = &writer;
    }
  }
  return found;
}

std::optional<Problem> fill(const Report& report, const std::string& form, std::string& bytes) {
  const auto fill_in = [&report](std::string_view document) { return fill_docx(document, report); };
  return Loader({}).load_other(form, fill_in, bytes);
}

}  // namespace

std::string report_endings(std::string_view between) {
  std::string list;
  for (const Writer& writer : writers) {
    list.append(list.empty() ? "" : between).append(writer.ending);
  }
  return list;
}

void complain_of_ending(const std::string& path, const std::vector<std::string_view>& endings, const Settings& settings,
                        Output& err) {
  complain(err, path,
           fmt::format(fmt::runtime(settings.say("不知道写成什么格式。文件名应以下列之一结尾：{}",
                                                 "The name does not say which format. It must end in one of: {}")),
                       fmt::join(endings, settings.say("、", ", "))));
}

bool has_report_ending(const std::string& path, const Settings& settings, Output& err) {
  const Writer* writer = find_writer(path);
  if (writer == nullptr) {
    std::vector<std::string_view> known;
    for (const Writer& one : writers) {
      known.push_back(one.ending);
    }
    complain_of_ending(path, known, settings, err);
    return false;
  }
  if ((!settings.form.empty() || settings.template_example) && writer->write != to_docx) {
    complain(err, path,
             settings.say("模板和用模板写出的都是Word文件（.docx）。",
                          "A template, and what is written with one, is a .docx."));
    return false;
  }
  if (settings.values_only && writer->write != workbook) {
    complain(err, path, settings.say("--values只用于Excel文件（.xlsx）。", "--values is for a workbook (.xlsx) only."));
    return false;
  }
  return true;
}

TableFormat table_format(const std::string& path) {
  return ends_in(path, ".xlsx") ? TableFormat::xlsx : TableFormat::csv;
}

bool has_table_ending(const std::string& path, const Settings& settings, Output& err) {
  if (ends_in(path, ".csv") || ends_in(path, ".xlsx") || platform::path_of(path).extension().empty()) {
    return true;
  }
  complain_of_ending(path, {".csv", ".xlsx"}, settings, err);
  return false;
}

bool overwrites(const std::string& output, const std::vector<std::string>& inputs, const Settings& settings,
                Output& err) {
  const auto lost = std::find_if(inputs.begin(), inputs.end(),
                                 [&](const std::string& input) { return would_overwrite(output, input); });
  if (lost == inputs.end()) {
    return false;
  }
  complain(err, output,
           fmt::format(fmt::runtime(settings.say("这就是要读的文件（{}），写出会覆盖它。请换一个文件名。",
                                                 "This is the file that is read ({}), and would be overwritten. "
                                                 "Give another name.")),
                       *lost == "-" ? settings.say("标准输入", "standard input") : *lost));
  return true;
}

void complain_of_writing(const std::string& path, std::error_code error, const Settings& settings, Output& err) {
  complain(err, path,
           fmt::format(fmt::runtime(settings.say("无法写入这个文件：{}。", "Cannot write this file: {}.")),
                       reason(error, settings.language)));
}

std::string numbered(const std::string& path, std::size_t index) {
  if (index == 0) {
    return path;
  }
  const Writer* writer = find_writer(path);
  const std::size_t stem = path.size() - (writer == nullptr ? 0 : writer->ending.size());
  return fmt::format("{}-{}{}", path.substr(0, stem), index + 1, path.substr(stem));
}

bool save_report(const Report& report, const std::string& path, const std::vector<std::string>& inputs,
                 const Settings& settings, Output& err, const Reading* reading) {
  if (!has_report_ending(path, settings, err) || overwrites(path, inputs, settings, err)) {
    return false;
  }
  std::string bytes;
  const Writer* writer = find_writer(path);
  if (settings.template_example) {
    bytes = docx_template_example(report.about.edition);
  } else if (settings.form.empty() && writer->write == all_csv_tidy && reading != nullptr) {
    bytes = csv_tidy_head() + csv_tidy(*reading);
  } else if (settings.form.empty()) {
    bytes = settings.values_only ? to_xlsx(report, {true}) : writer->write(report);
  } else if (const auto problem = fill(report, settings.form, bytes)) {
    complain(err, settings.form, problem->in(settings.language));
    return false;
  }
  if (const std::error_code error = write_file(path, bytes)) {
    complain_of_writing(path, error, settings, err);
    return false;
  }
  return true;
}

}  // namespace gongkai::cli
