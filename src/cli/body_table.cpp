// The table of bodies at the end of a long run.
#include "body_table.hpp"

#include <algorithm>
#include <tuple>

namespace gongkai::cli {

void BodyTable::add(const About& about, const Assessment& assessment) {
  Row& row = rows_[about.authority];
  ++row.reports;
  row.errors += assessment.count(Severity::error);
  row.warnings += assessment.count(Severity::warning);
  row.infos += assessment.count(Severity::info);
}

void BodyTable::print(const Settings& settings, Output& out) const {
  std::vector<const std::pair<const std::string, Row>*> order;
  const std::string_view title = settings.say("机关", "Body"),
                         unknown = settings.say("（未写明机关）", "(body not stated)");
  std::size_t width = display_width(title);
  for (const auto& entry : rows_) {
    order.push_back(&entry);
    width = std::max(width, display_width(entry.first.empty() ? std::string(unknown) : clean(entry.first)));
  }
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    const auto weight = [](const Row& row) { return std::tuple(row.errors, row.warnings, row.infos); };
    return weight(a->second) > weight(b->second);
  });
  constexpr std::size_t number = 8;
  out.line(out.dim(padded(title, width) + led(settings.say("报告", "reports"), number) +
                   led(settings.say("错误", "errors"), number) + led(settings.say("核实", "warnings"), number + 2) +
                   led(settings.say("提示", "info"), number)));
  for (const auto* entry : order) {
    const Row& row = entry->second;
    const std::string errors = led(std::to_string(row.errors), number);
    out.line(padded(entry->first.empty() ? std::string(unknown) : clean(entry->first), width) +
             led(std::to_string(row.reports), number) + (row.errors == 0 ? errors : out.bold(errors)) +
             led(std::to_string(row.warnings), number + 2) + led(std::to_string(row.infos), number));
  }
}

}  // namespace gongkai::cli
