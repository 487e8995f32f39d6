// Reads a register of bodies and lays the reports at hand on it.
#include "gongkai/bodies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "text/csv.hpp"
#include "text/date.hpp"
#include "text/fold.hpp"
#include "text/near_names.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

struct Word {
  std::string_view en, zh;
};
constexpr Word columns_of_register[] = {
    {"name", "名称"}, {"level", "层级"}, {"parent", "上级"}, {"valid_from", "设立日期"}, {"valid_to", "撤销日期"}};
/// What registers call the column of names, beside 名称.
constexpr std::string_view names_of_body[] = {"机关", "单位", "机关名称", "单位名称"};
enum Column : std::size_t { column_name, column_level, column_parent, column_from, column_to, column_count };
static_assert(std::size(columns_of_register) == column_count);

/// In the order of Level.
constexpr Word levels[] = {{"", ""},         {"national", "国家"}, {"province", "省"}, {"prefecture", "市"},
                           {"county", "县"}, {"township", "乡"}};

template <std::size_t n>
std::optional<std::size_t> find(const Word (&words)[n], std::string_view text) {
  for (std::size_t i = 0; i < n; ++i) {
    if (words[i].en == text || words[i].zh == text) {
      return i;
    }
  }
  return std::nullopt;
}

Error fault(const csv::Field& field, std::string_view zh, std::string_view en) {
  return {ErrorCode::malformed,
          fmt::format("单位名册第{}行：{}", field.line, zh),
          fmt::format("Register of bodies, line {}: {}", field.line, en),
          {field.line, field.column, 0, 0, 0}};
}

using Columns = std::array<std::size_t, column_count>;  ///< where each stands; `most_columns`: nowhere
constexpr std::size_t most_columns = 64;

std::optional<Error> read_head(const std::vector<csv::Field>& head, Columns& places) {
  places.fill(most_columns);
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::string_view name = unicode::trim(head[i].text);
    const bool is_name = std::find(std::begin(names_of_body), std::end(names_of_body), name) != std::end(names_of_body);
    const std::optional<std::size_t> column =
        is_name ? std::optional<std::size_t>(column_name) : find(columns_of_register, name);
    if (!column) {
      const auto near = near_names(name, columns_of_register, [](const Word& word) { return word.en; });
      return fault(head[i],
                   fmt::format("不认识列名“{}”。可用的列：名称（机关、单位）、层级、上级、设立日期、撤销日期。",
                               name.substr(0, 80)),
                   fmt::format("unknown column “{}”{}. Columns: name, level, parent, valid_from, valid_to.",
                               name.substr(0, 80), near.empty() ? "" : "; did you mean " + joined(near, ", ")));
    }
    if (places[*column] != most_columns) {
      return fault(head[i], fmt::format("“{}”列出现了两次。", name), fmt::format("column “{}” appears twice.", name));
    }
    places[*column] = i;
  }
  if (places[column_name] == most_columns) {
    return fault(head.front(), "缺少“名称”（机关、单位，name）列。", "there is no column “name”.");
  }
  return std::nullopt;
}

std::optional<Error> read_date(const csv::Field& field, Date& date) {
  const std::string_view text = unicode::trim(field.text);
  if (text.empty()) {
    return std::nullopt;
  }
  const std::optional<Date> read = date_of(text);
  if (!read) {
    return fault(field, fmt::format("“{}”不是日期，应写成2024-01-31的形式。", text.substr(0, 80)),
                 fmt::format("“{}” is not a date; write 2024-01-31.", text.substr(0, 80)));
  }
  date = *read;
  return std::nullopt;
}

std::optional<Error> read_body(const std::vector<csv::Field>& record, const Columns& places, Body& body) {
  static const csv::Field none;
  const auto field = [&](Column column) -> const csv::Field& {
    return places[column] < record.size() ? record[places[column]] : none;
  };
  body.name = unicode::trim(field(column_name).text);
  body.parent = unicode::trim(field(column_parent).text);
  if (body.name.empty()) {
    return fault(record.front(), "没有写单位名称。", "the body has no name.");
  }
  const std::string_view level = unicode::trim(field(column_level).text);
  const std::optional<std::size_t> index = find(levels, level);
  if (!index) {
    return fault(field(column_level),
                 fmt::format("层级“{}”应当是国家、省、市、县、乡之一或空白。", level.substr(0, 80)),
                 fmt::format("level “{}” must be one of national, province, prefecture, county, township, or blank.",
                             level.substr(0, 80)));
  }
  body.level = static_cast<Level>(*index);
  if (std::optional<Error> error = read_date(field(column_from), body.valid_from)) {
    return error;
  }
  return read_date(field(column_to), body.valid_to);
}

bool overlap(const Body& a, const Body& b) {
  const auto ends_before = [](const Body& first, const Body& second) {
    return first.valid_to.is_known() && second.valid_from.is_known() && first.valid_to < second.valid_from;
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

/// The bodies of each name, as indexes.
using Names = std::unordered_map<std::string_view, std::vector<std::size_t>>;

std::optional<Error> check_names(const std::vector<Body>& bodies, const std::vector<csv::Field>& lines, Names& names) {
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    std::vector<std::size_t>& same = names[bodies[i].name];
    // Sorted by time each need only be compared with its neighbours; a name is rarely there more than twice.
    constexpr std::size_t most_of_one_name = 100;
    if (same.size() >= most_of_one_name ||
        std::any_of(same.begin(), same.end(), [&](std::size_t other) { return overlap(bodies[i], bodies[other]); })) {
      return fault(lines[i], fmt::format("“{}”出现了两次，而且存续时间重叠。", bodies[i].name),
                   fmt::format("“{}” appears twice for the same time.", bodies[i].name));
    }
    same.push_back(i);
  }
  return std::nullopt;
}

std::optional<Error> check_parents(const std::vector<Body>& bodies, const std::vector<csv::Field>& lines,
                                   const Names& names) {
  std::unordered_map<std::string_view, std::size_t> above;  // for each name, how many entries with a parent are left
  std::unordered_map<std::string_view, std::vector<std::string_view>> below;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const Body& body = bodies[i];
    if (!body.parent.empty() && names.find(body.parent) == names.end()) {
      const auto near = near_names(body.parent, bodies, [](const Body& b) { return std::string_view(b.name); });
      return fault(lines[i],
                   fmt::format("上级“{}”不在名册里。{}", body.parent,
                               near.empty() ? "" : "是不是：" + joined(near, "、") + "？"),
                   fmt::format("parent “{}” is not in the register.{}", body.parent,
                               near.empty() ? "" : " Did you mean " + joined(near, ", ") + "?"));
    }
    std::size_t& count = above[body.name];
    if (!body.parent.empty()) {
      ++count;
      below[body.parent].push_back(body.name);
    }
  }
  std::vector<std::string_view> free;  // from the top down; what stands in a ring, or below one, is never reached
  for (const auto& [name, count] : above) {
    if (count == 0) {
      free.push_back(name);
    }
  }
  for (std::size_t i = 0; i < free.size(); ++i) {
    for (const std::string_view name : below[free[i]]) {
      if (--above[name] == 0) {
        free.push_back(name);
      }
    }
  }
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    if (above[bodies[i].name] != 0) {
      return fault(lines[i], fmt::format("“{}”往上的各级上级绕成了一圈。", bodies[i].name),
                   fmt::format("the bodies above “{}” form a ring.", bodies[i].name));
    }
  }
  return std::nullopt;
}

/// A name without what does not tell bodies apart: width, spaces, case.
std::u16string folded(std::string_view name) {
  std::u16string result;
  if (unicode::find_invalid(name) != std::string_view::npos) {
    return result;
  }
  for (std::size_t at = 0; at < name.size();) {
    if (const char16_t c = unicode::fold_char(unicode::next(name, at)); c != 0) {
      result.push_back(c);
    }
  }
  return result;
}

}  // namespace

Result<std::vector<Body>> bodies_from_csv(std::string_view bytes) {
  if (const std::size_t bad = unicode::find_invalid(bytes); bad != std::string_view::npos) {
    return Error{ErrorCode::not_text,
                 "单位名册不是UTF-8编码。请在Excel里另存为“CSV UTF-8（逗号分隔）”。",
                 "The register of bodies is not UTF-8. Save it as “CSV UTF-8”.",
                 {}};
  }
  csv::Tokenizer tokens(bytes);
  std::vector<csv::Field> record, lines;
  std::vector<Body> bodies;
  Columns places{};
  bool has_head = false;
  while (csv::next_record(tokens, record, most_columns)) {
    if (std::all_of(record.begin(), record.end(), [](const csv::Field& f) { return unicode::trim(f.text).empty(); })) {
      continue;
    }
    std::optional<Error> error;
    if (has_head) {
      error = read_body(record, places, bodies.emplace_back());
      record.front().text.clear();
      lines.push_back(record.front());
    } else {
      error = read_head(record, places);
      has_head = true;
    }
    if (error) {
      return std::move(*error);
    }
  }
  if (tokens.is_unterminated()) {
    return Error{
        ErrorCode::malformed, "单位名册里有一个引号没有结束。", "A quote in the register is never closed.", {}};
  }
  if (bodies.empty()) {
    return Error{ErrorCode::empty, "单位名册里没有单位。", "The register has no body.", {}};
  }
  Names names;
  std::optional<Error> error = check_names(bodies, lines, names);
  if (!error) {
    error = check_parents(bodies, lines, names);
  }
  if (error) {
    return std::move(*error);
  }
  return bodies;
}

Gathered gather(std::span<const Body> register_, std::string_view authority, int year, std::span<const Child> filed) {
  const Date day{year, 12, 31};
  std::unordered_map<std::string_view, std::vector<std::size_t>> below;
  for (std::size_t i = 0; i < register_.size(); ++i) {
    if (year == 0 || register_[i].exists_on(day)) {
      below[register_[i].parent].push_back(i);
    }
  }
  std::unordered_map<std::u16string, std::vector<std::size_t>> at_hand;
  for (std::size_t i = 0; i < filed.size(); ++i) {
    at_hand[folded(filed[i].name)].push_back(i);
  }

  Gathered result;
  std::vector<bool> is_placed(filed.size());
  /// A body to look at; or, for one that has not filed, to come back to when all below it have been looked at.
  struct Step {
    std::size_t body = 0;
    bool is_return = false;
    std::size_t children_before = 0, reports_before = 0;
  };
  std::size_t reports = 0;  // of the children so far
  std::vector<Step> steps;
  std::vector<bool> is_seen(register_.size());  // a register that was not read by bodies_from_csv may have rings
  const auto push_below = [&](std::string_view name) {
    const auto found = below.find(name);
    if (found == below.end()) {
      return;
    }
    for (auto body = found->second.rbegin(); body != found->second.rend(); ++body) {
      if (!is_seen[*body]) {
        is_seen[*body] = true;
        steps.push_back({*body});
      }
    }
  };
  push_below(authority);
  while (!steps.empty()) {
    const Step step = steps.back();
    steps.pop_back();
    const Body& body = register_[step.body];
    if (step.is_return) {
      if (reports == step.reports_before) {  // none below it has filed either: it is missing as a whole
        result.children.resize(step.children_before);
        result.children.push_back({body.name});
      }
      continue;
    }
    bool has_filed = false, covers_own_only = false;
    if (const auto found = at_hand.find(folded(body.name)); found != at_hand.end()) {
      for (const std::size_t index : found->second) {
        const Child& report = filed[index];
        result.children.push_back({body.name, report.report, report.reading, report.gap});
        is_placed[index] = has_filed = true;
        reports += report.report != nullptr;
        covers_own_only = report.report != nullptr && report.report->about.coverage == Extent::own;
      }
    }
    if (has_filed && !covers_own_only) {
      continue;
    }
    if (!has_filed) {
      steps.push_back({step.body, true, result.children.size(), reports});
    }
    push_below(body.name);
  }
  for (std::size_t i = 0; i < filed.size(); ++i) {
    if (!is_placed[i]) {
      result.elsewhere.push_back(i);
    }
  }
  return result;
}

}  // namespace gongkai
