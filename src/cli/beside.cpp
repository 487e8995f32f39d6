// Loads what stands beside a report.
#include "beside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "gongkai/model/summary.hpp"
#include "platform/files.hpp"

namespace gongkai::cli {
namespace {

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(platform::path_of(path), ignored);
}

/// A file's name without folder and ending: what is known of a report that cannot be read.
std::string stem(const std::string& path) {
  return platform::name_of(platform::path_of(path).stem());
}

}  // namespace

Collection collect(const std::vector<std::string>& paths, const Settings& settings) {
  Collection collection;
  Loader loader{Hints{}};
  const Files files = find_files(paths);
  Progress progress(files.files.size(), settings.language);
  for (const File& file : files.files) {
    progress.show({"读取", "reading"}, collection.items.size(), file.path);
    Loaded loaded;
    if (file.problem) {
      loaded.problem = file.problem;
    } else {
      loaded = loader.load(file.path);
    }
    if (loaded.problem && !loaded.problem->is_report) {
      collection.no_reports.push_back(file.path);
      continue;
    }
    Collection::Item& item = collection.items.emplace_back();
    item.path = file.path;
    if (loaded.problem) {
      item.name = stem(file.path);
      item.problem = std::move(loaded.problem);
      collection.filed.push_back({item.name, nullptr, nullptr, Gap::unreadable});
      continue;
    }
    if (loaded.reading.has_document && !is_complete(loaded.reading)) {
      item.reading = std::make_unique<Reading>(std::move(loaded.reading));
    } else {
      item.report = std::move(loaded.reading.report);
    }
    const Report& report = item.reading ? item.reading->report : item.report;
    item.name = report.about.authority.empty() ? stem(file.path) : report.about.authority;
    collection.filed.push_back({item.name, &report, item.reading.get()});
  }
  return collection;
}

int common_year(const Collection& collection) {
  std::map<int, std::size_t> years;
  for (const Child& child : collection.filed) {
    if (child.report != nullptr && child.report->about.year != 0) {
      ++years[child.report->about.year];
    }
  }
  const auto most =
      std::max_element(years.begin(), years.end(), [](const auto& a, const auto& b) { return a.second <= b.second; });
  return most == years.end() ? 0 : most->first;
}

void place(Subordinates& subordinates, const std::string& authority, int year) {
  const Collection& collection = subordinates.collection;
  if (subordinates.bodies.empty()) {
    std::copy_if(collection.filed.begin(), collection.filed.end(), std::back_inserter(subordinates.children),
                 [&](const Child& child) { return authority.empty() || child.name != authority; });
    return;
  }
  Gathered gathered = gather(subordinates.bodies, authority, year, collection.filed);
  subordinates.children = std::move(gathered.children);
  for (const std::size_t index : gathered.elsewhere) {
    if (collection.items[index].name != authority) {
      subordinates.elsewhere.push_back(collection.items[index].path);
    }
  }
}

bool load_bodies(const Settings& settings, std::vector<Body>& bodies, Output& err) {
  if (settings.bodies.empty()) {
    return true;
  }
  if (const auto problem = Loader({}).load_other(settings.bodies, bodies_from_csv, bodies)) {
    complain(err, settings.bodies, problem->in(settings.language));
    return false;
  }
  return true;
}

bool Beside::is_for_one(const Settings& settings) {
  return !settings.children.empty() || (!settings.previous.empty() && !is_folder(settings.previous));
}

bool Beside::load(const Settings& settings, Output& err) {
  if (!settings.bodies.empty() && settings.children.empty()) {
    complain(err, settings.bodies,
             settings.say("--register 要与 --children 一起用。", "--register goes with --children."));
    return false;
  }
  if (is_folder(settings.previous)) {
    previous_folder = collect({settings.previous}, settings);
    for (std::size_t i = 0; i < previous_folder.items.size(); ++i) {
      if (const Child& child = previous_folder.filed[i]; child.report != nullptr) {
        previous_years.add({previous_folder.items[i].path, child.report, child.reading});
      }
    }
    if (previous_years.is_empty()) {
      complain(err, settings.previous,
               settings.say("文件夹里没有写明机关和年度的年度报告。",
                            "There is no annual report in this folder that states its body and year."));
      return false;
    }
  } else if (!settings.previous.empty()) {
    previous = Loader({}).load(settings.previous);
    if (previous.problem) {
      complain(err, settings.previous, previous.problem->in(settings.language));
      return false;
    }
  }
  if (!load_bodies(settings, subordinates.bodies, err)) {
    return false;
  }
  if (!settings.children.empty()) {
    subordinates.collection = collect({settings.children}, settings);
  }
  return true;
}

std::string Beside::put(Dossier& dossier, const Settings& settings) {
  const About& about = dossier.report->about;
  if (const Years::Known* known = last_year(about)) {
    dossier.previous = known->report;
    dossier.previous_reading = known->reading;
  } else if (!previous_years.is_empty() && settings.paths.size() == 1 && !is_folder(settings.paths.front())) {
    return fmt::format(
        fmt::runtime(settings.say("文件夹{}里没有“{}”{}年度的报告，或有几份互不相同的。",
                                  "In the folder {} there is no report of “{}” on {}, or several that differ.")),
        settings.previous, about.authority, about.year - 1);
  }
  if (!settings.previous.empty() && previous_years.is_empty()) {
    dossier.previous = &previous.reading.report;
    dossier.previous_reading = previous.document();
    const int year = dossier.previous->about.year;
    if (year != 0 && about.year != 0 && year + 1 != about.year) {
      return fmt::format(fmt::runtime(settings.say("--previous 应是{}年度的报告，而{}是{}年度的。",
                                                   "--previous must be the report on {}, but {} is on {}.")),
                         about.year - 1, settings.previous, year);
    }
  }
  if (!settings.children.empty()) {
    place(subordinates, about.authority, about.year);
    dossier.children = subordinates.children;
    dossier.children_are_complete = settings.children_are_complete;
    if (subordinates.children.empty()) {
      return fmt::format(
          fmt::runtime(settings.say("没有找到“{}”所含的单位，请检查文件夹{}和名册。",
                                    "No body included in “{}” was found. Check the folder {} and the register.")),
          about.authority, settings.children);
    }
  }
  return {};
}

void print_subordinates(const Subordinates& subordinates, const Settings& settings, Output& out) {
  const auto filed = std::count_if(subordinates.children.begin(), subordinates.children.end(),
                                   [](const Child& child) { return child.report != nullptr; });
  out.line(fmt::format(fmt::runtime(settings.say("所含单位：{}个，其中有年报的{}个。",
                                                 "Bodies included: {}, of which {} have a report.")),
                       subordinates.children.size(), filed));
  for (const std::string& path : subordinates.elsewhere) {
    out.line(fmt::format(fmt::runtime(settings.say("  不属于名册中所含单位，没有计入：{}",
                                                   "  Of no such body of the register, not counted: {}")),
                         clean(path)));
  }
  for (const std::string& path : subordinates.collection.no_reports) {
    out.line(
        fmt::format(fmt::runtime(settings.say("  不是年度报告，没有计入：{}", "  No annual report, not counted: {}")),
                    clean(path)));
  }
}

}  // namespace gongkai::cli
