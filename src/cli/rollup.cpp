// `gongkai rollup`: adds the reports of subordinate bodies up, and says what is not in the total.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "beside.hpp"
#include "gongkai/aggregate.hpp"
#include "gongkai/write.hpp"
#include "output_file.hpp"
#include "report_file.hpp"
#include "text/near_names.hpp"

namespace gongkai::cli {
namespace {

/// The body whose total it is: the one named, or the only one at the top of the register.
const Body* find_body(const std::vector<Body>& bodies, const Settings& settings, Output& err) {
  const Body* found = nullptr;
  for (const Body& body : bodies) {
    if (settings.body.empty() ? body.parent.empty() : body.name == settings.body) {
      if (found != nullptr && settings.body.empty()) {
        complain(err, settings.bodies,
                 settings.say("名册有几个最上级单位，请用 --body 指明汇总哪一个。",
                              "The register has several bodies at the top. Say which with --body."));
        return nullptr;
      }
      found = &body;
    }
  }
  if (found == nullptr) {
    const auto near = near_names(settings.body, bodies, [](const Body& body) { return std::string_view(body.name); });
    complain(err, settings.bodies,
             fmt::format(fmt::runtime(settings.say("名册里没有“{}”。{}{}", "“{}” is not in the register.{}{}")),
                         settings.body, near.empty() ? "" : settings.say("是不是：", " Did you mean "),
                         joined(near, settings.say("、", ", "))));
  }
  return found;
}

/// The cells in words; of many, the first and how many there are.
std::string cell_list(const CellSet& set, Edition edition, const Settings& settings) {
  constexpr std::size_t most = 3;
  std::string list;
  std::size_t listed = 0;
  set.for_each([&](std::size_t cell) {
    if (listed++ < most) {
      list += list.empty() ? "" : settings.say("、", "; ");
      list += cell_name(cells[cell], edition, settings.language);
    }
  });
  return listed <= most ? list
                        : fmt::format(fmt::runtime(settings.say("{}等{}格", "{} and others, {} cells")), list, listed);
}

/// Of a report that is not in the total as a whole its file, and what is wrong with that.
std::string file_of(const NotAdded& part, const Collection& collection, const Settings& settings) {
  if (!part.cells.empty() || part.child == nullptr || part.gap == Gap::missing) {
    return {};
  }
  for (std::size_t i = 0; i < collection.items.size(); ++i) {
    const Collection::Item& item = collection.items[i];
    const Report* report = collection.filed[i].report;
    if (report != part.child->report || (report == nullptr && item.name != part.child->name)) {
      continue;
    }
    if (item.problem) {
      return fmt::format(fmt::runtime(settings.say("（{}：{}）", " ({}: {})")), clean(item.path),
                         clean(item.problem->in(settings.language)));
    }
    return part.gap == Gap::other_year && report != nullptr
               ? fmt::format(fmt::runtime(settings.say("（{}，{}年度）", " ({}, {})")), clean(item.path),
                             report->about.year)
               : fmt::format(fmt::runtime(settings.say("（{}）", " ({})")), clean(item.path));
  }
  return {};
}

void print_total(const Aggregate& total, const Collection& collection, const Settings& settings, Output& out) {
  out.line(fmt::format(fmt::runtime(settings.say("已汇总{}份年报。", "Reports added up: {}.")), total.added));
  if (total.not_added.empty()) {
    out.line(settings.say("没有未能计入的数。", "Nothing was left out."));
    return;
  }
  out.line(settings.say("未能计入：", "Not in the total:"));
  for (const NotAdded& part : total.not_added) {
    const std::string why =
        std::string(in(describe(part.gap), settings.language)) + file_of(part, collection, settings);
    if (part.cells.empty()) {
      out.line(fmt::format(fmt::runtime(settings.say("  {}：{}", "  {}: {}")), clean(part.body), why));
    } else {
      out.line(fmt::format(fmt::runtime(settings.say("  {}：{}（{}）", "  {}: {} ({})")), clean(part.body), why,
                           cell_list(part.cells, total.report.about.edition, settings)));
    }
  }
}

/// The bodies beside the total: not those whose figures are not in it because they are on another year or a second time.
std::vector<Child> columns_of(const std::vector<Child>& children, const Aggregate& total) {
  std::vector<Child> columns;
  for (const Child& child : children) {
    const bool is_out = std::any_of(total.not_added.begin(), total.not_added.end(), [&](const NotAdded& part) {
      return part.child == &child && (part.gap == Gap::other_year || part.gap == Gap::duplicate);
    });
    if (!is_out) {
      columns.push_back(child);
    }
  }
  return columns;
}

/// Whose total is made, and of what; nothing where the register does not say.
std::optional<Aggregate> added_up(const Settings& settings, Subordinates& subordinates, Output& err) {
  AggregateOptions options;
  options.blanks = settings.check.blanks;
  options.authority = settings.body;
  Level level = settings.hints.level.value_or(Level::unknown);
  if (!subordinates.bodies.empty()) {
    const Body* body = find_body(subordinates.bodies, settings, err);
    if (body == nullptr) {
      return std::nullopt;
    }
    options.authority = body->name;
    level = settings.hints.level.value_or(body->level);
  }
  subordinates.collection = collect(settings.paths, settings);
  options.year = settings.hints.year.value_or(common_year(subordinates.collection));
  place(subordinates, options.authority, options.year);
  Aggregate total = aggregate(subordinates.children, options);
  if (total.added == 0) {
    complain(err, settings.paths.front(),
             settings.say("没有可以汇总的年度报告。", "There is no annual report that can be added up."));
    return std::nullopt;
  }
  total.report.about.level = level;
  total.report.about.kind = settings.hints.kind.value_or(Kind::unknown);
  return total;
}

/// All that was read, none of which the output may overwrite.
std::vector<std::string> inputs_of(const Settings& settings, const Collection& collection) {
  std::vector<std::string> inputs = collection.no_reports;
  inputs.push_back(settings.bodies);
  for (const Collection::Item& item : collection.items) {
    inputs.push_back(item.path);
  }
  return inputs;
}

bool save_table(const std::string& table, const std::vector<std::string>& inputs, const Settings& settings,
                Output& err) {
  if (overwrites(settings.output, inputs, settings, err)) {
    return false;
  }
  if (const std::error_code error = write_file(settings.output, table)) {
    complain_of_writing(settings.output, error, settings, err);
    return false;
  }
  return true;
}

void print_in_words(const Aggregate& total, const Subordinates& subordinates, const Settings& settings, Output& out) {
  print_head(total.report.about, settings, out);
  print_subordinates(subordinates, settings, out);
  print_total(total, subordinates.collection, settings, out);
  print_form(total.report, settings, out);
  if (settings.output.empty()) {
    out.line(settings.say("要写出汇总结果，请加 -o 文件名。", "To write the total out, add -o FILE."));
  } else {
    out.line(
        fmt::format(fmt::runtime(settings.say("汇总结果已写入{}。", "The total is in {}.")), clean(settings.output)));
  }
}

}  // namespace

int run_rollup(const Settings& settings, Output& out, Output& err) {
  Subordinates subordinates;
  if (!settings.output.empty() && !(settings.by_body ? has_table_ending(settings.output, settings, err)
                                                     : has_report_ending(settings.output, settings, err))) {
    return exit_failed;
  }
  if (!load_bodies(settings, subordinates.bodies, err)) {
    return exit_failed;
  }
  const std::optional<Aggregate> total = added_up(settings, subordinates, err);
  if (!total) {
    return exit_failed;
  }
  const int code = total->not_added.empty() ? exit_clean : exit_faults;
  const std::vector<std::string> inputs = inputs_of(settings, subordinates.collection);
  if (settings.by_body) {
    const std::string table =
        parts_table(table_format(settings.output), total->report, columns_of(subordinates.children, *total));
    if (settings.output.empty()) {
      out.print(table);
      if (code != exit_clean) {
        print_total(*total, subordinates.collection, settings, err);
        err.flush();
      }
      return code;
    }
    if (!save_table(table, inputs, settings, err)) {
      return exit_failed;
    }
  } else if (!settings.output.empty() && !save_report(total->report, settings.output, inputs, settings, err)) {
    return exit_failed;
  }
  if (settings.json) {
    out.line(to_json(*total));
  } else {
    print_in_words(*total, subordinates, settings, out);
  }
  return code;
}

}  // namespace gongkai::cli
