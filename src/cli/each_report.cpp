// `show`, `why` and `read` do the same for every report of a folder.
#include "each_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gongkai::cli {

int for_each_report(const Settings& settings, Output& out, Output& err,
                    const std::function<int(const Named& name, const Loaded& loaded)>& take) {
  const Files files = find_files(settings.paths);
  Loader loader(settings.hints);
  int worst = exit_clean;
  std::size_t reports = 0, skipped = 0;
  for (const File& file : files.files) {
    std::vector<Loaded> all(1);
    if (file.problem) {
      all[0].problem = file.problem;
    } else {
      all = loader.load_all(file.path);
    }
    if (const std::optional<Problem>& problem = all[0].problem) {
      if (file.folder && !problem->is_report) {
        ++skipped;
        continue;
      }
      out.flush();
      complain(err, file.path == "-" ? settings.say("标准输入", "standard input") : std::string_view(file.path),
               problem->in(settings.language));
      worst = exit_failed;
      continue;
    }
    for (std::size_t i = 0; i < all.size(); ++i, ++reports) {
      const std::string name = i == 0 ? file.path : fmt::format("{}#{}", file.path, i + 1);
      const bool is_headed = !settings.json && (file.folder || all.size() > 1);
      if (all[i].is_converted && !settings.json) {
        complain(err, file.path, in(converted_by_soffice, settings.language));
      }
      worst = std::max(worst, take({file.path, is_headed ? out.dim("── " + clean(name)) + "\n" : ""}, all[i]));
    }
    out.flush();
  }
  if (skipped != 0 && !settings.json) {
    out.line(fmt::format(fmt::runtime(settings.say("\n跳过{}个不是年度报告的文件。",
                                                   "\nSkipped, because they are no annual reports: {}.")),
                         skipped));
  }
  if (!files.folders.empty() && reports == 0) {
    complain(
        err, files.folders.front(),
        settings.say("文件夹里没有可以读取的年度报告。", "There is no annual report in this folder that can be read."));
    return exit_failed;
  }
  return worst;
}

}  // namespace gongkai::cli
