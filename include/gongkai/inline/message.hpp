// The bodies of message.hpp.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "gongkai/inline/linkage.hpp"
#include "gongkai/message.hpp"
#include "gongkai/model/about_fields.hpp"
#include "gongkai/model/suspect.hpp"
#include "gongkai/rules/rules.hpp"

namespace gongkai {

GONGKAI_INLINE std::string_view name(Severity severity, Language language) {
  constexpr Label names[] = {{"提示", "info"}, {"核实", "warning"}, {"错误", "error"}};
  return in(names[static_cast<std::size_t>(severity)], language);
}

GONGKAI_INLINE std::string_view name(Ground ground, Language language) {
  constexpr Label names[] = {{"表内勾稽", "printed on the form"},
                             {"合计关系", "meaning of a total"},
                             {"栏目含义", "meaning of a column"},
                             {"法律规定", "law"},
                             {"通行做法", "practice"},
                             {"格式规定", "layout of the form"}};
  return in(names[static_cast<std::size_t>(ground)], language);
}

GONGKAI_INLINE std::string_view name(OpenReason reason, Language language) {
  constexpr Label names[] = {{"合计未填", "the total is blank"},
                             {"有关格子空白", "the cells are blank"},
                             {"空白可能是任何数", "a blank may be any number"},
                             {"有数未能读出", "a cell could not be read"},
                             {"报告没有写明所需信息", "the report does not say what the rule needs"},
                             {"没有原文", "there is no document"},
                             {"单份报告无法判断", "no single report can show it"},
                             {"文中的数不知所指", "a number of the text is not told what it counts"},
                             {"与另一份报告不可比", "the other report is not comparable"},
                             {"有单位缺报", "reports of some bodies are missing"},
                             {"数由勾稽关系推定", "a number was inferred from the equation"}};
  return in(names[static_cast<std::size_t>(reason)], language);
}

GONGKAI_INLINE std::string_view name(CellState state, Language language) {
  constexpr Label names[] = {{"本版格式无此栏", "not in this form"},
                             {"未找到", "not found"},
                             {"空白", "blank"},
                             {"已读出", "read"},
                             {"未读出", "unreadable"},
                             {"推定", "inferred"}};
  return in(names[static_cast<std::size_t>(state)], language);
}

GONGKAI_INLINE std::string_view name(NoteKind kind, Language language) {
  return in(describe(kind), language);
}
namespace message_detail {

inline void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace message_detail

GONGKAI_INLINE std::string row_name(const CellInfo& cell, Edition edition, Language language) {
  const EditionLabel& label = cell.row_info().label;
  if (language == Language::en) {
    return std::string(label.en);
  }
  const std::string_view zh = label.zh(has(cell.row_info().editions, edition) || edition == Edition::unknown ? edition
                                       : cell.row_info().editions == Editions::form_2019 ? Edition::form_2019
                                                                                         : Edition::form_2021);
  return std::string(zh.substr(0, zh.find("（区分处理")));
}

GONGKAI_INLINE std::string column_name(const CellInfo& cell, Edition edition, Language language) {
  const ColumnInfo& column = cell.column_info();
  if (language == Language::en) {
    return std::string(column.label.en);
  }
  const std::string_view label = column.label.zh(edition);
  const std::string_view bare = label.substr(0, label.find("（单位"));
  return column.group.empty() ? std::string(bare) : fmt::format("{}—{}", column.group, bare);
}

GONGKAI_INLINE std::string cell_name(const CellInfo& cell, Edition edition, Language language) {
  const std::string row = row_name(cell, edition, language), column = column_name(cell, edition, language);
  if (language == Language::en) {
    return fmt::format("{} / {}", row, column);
  }
  return cell.row_info().type == RowType::cases ? fmt::format("{}—{}", row, column)
                                                : fmt::format("{}—{}列", row, column);
}

GONGKAI_INLINE std::string number_text(std::int64_t number, bool is_money) {
  return is_money ? yuan_text(number) : std::to_string(number);
}

GONGKAI_INLINE std::string number_text(std::int64_t number, bool is_money, Edition edition, Language language) {
  return !is_money || language == Language::en ? number_text(number, is_money)
         : edition == Edition::form_2021       ? decimal_text(number, 6) + "万元"
                                               : decimal_text(number, 2) + "元";
}
namespace message_detail {

/// The finding's cells as a list; three and more cells of one row are named as a row.
inline std::string cell_list(const Finding& finding, Edition edition, Language language) {
  const bool zh = language == Language::zh;
  std::string list;
  for (std::size_t i = 0; i < finding.cells.size();) {
    const CellInfo& first = cells[finding.cells[i].cell];
    std::size_t end = i + 1;
    while (end < finding.cells.size() && cells[finding.cells[end].cell].row == first.row) {
      ++end;
    }
    list += list.empty() ? "" : zh ? "、" : "; ";
    if (end - i >= 3) {
      list +=
          fmt::format(fmt::runtime(zh ? "“{}”行{}格" : "{}, {} cells"), row_name(first, edition, language), end - i);
    } else {
      list += cell_name(first, edition, language);
      end = i + 1;
    }
    i = end;
  }
  return !list.empty() ? list : zh ? "不知属于哪几格" : "not known which";
}

}  // namespace message_detail

GONGKAI_INLINE std::string compared_text(const Finding& finding, Edition edition, Language language) {
  constexpr std::size_t most = 20;
  const bool zh = language == Language::zh;
  std::string list;
  for (std::size_t i = 0; i < std::min(most, finding.compared.size()); ++i) {
    const ComparedCell& other = finding.compared[i];
    const CellInfo& info = cells[other.cell.cell];
    list += list.empty() ? "" : zh ? "，" : "; ";
    list += other.body;
    if (other.body.empty() || finding.cells.size() > 1) {
      list += fmt::format(fmt::runtime(other.body.empty() ? "{}"
                                       : zh               ? "（{}）"
                                                          : " ({})"),
                          cell_name(info, edition, language));
    }
    list += '=';
    list += other.cell.value ? number_text(*other.cell.value, info.is_money, edition, language)
                             : std::string(zh ? "不明" : "not known");
  }
  if (finding.compared.size() > most) {
    list += fmt::format(fmt::runtime(zh ? "……共{}项" : "... {} in all"), finding.compared.size());
  }
  return list;
}

GONGKAI_INLINE std::string waiver_text(const Waiver& waiver, Language language) {
  const bool zh = language == Language::zh;
  return fmt::format(fmt::runtime(zh ? "已豁免：{}（{}，{}起，至{}）" : "Waived: {} ({}, from {}, until {})"),
                     waiver.reason, waiver.author, iso_date(waiver.date),
                     waiver.expiry.is_known() ? iso_date(waiver.expiry)
                     : zh                     ? "数变动时"
                                              : "a value moves");
}

GONGKAI_INLINE std::string place_text(const Place& place, Language language) {
  const bool zh = language == Language::zh;
  std::string text;
  if (place.page != 0) {
    text = fmt::format(fmt::runtime(zh ? "第{}页" : "page {}"), place.page);
  }
  if (place.line != 0) {
    text += fmt::format(fmt::runtime(zh ? "{}第{}行" : "{}line {}"), text.empty() ? "" : zh ? "，" : ", ", place.line);
  }
  if (place.table != 0) {
    text += fmt::format(fmt::runtime(zh ? "{}第{}个表第{}行" : "{}table {}, row {}"),
                        text.empty() ? ""
                        : zh         ? "，"
                                     : ", ",
                        place.table, place.row);
  }
  if (place.cell != 0) {
    text += fmt::format(fmt::runtime(zh ? "第{}格" : ", cell {}"), place.cell);
  }
  return text;
}

GONGKAI_INLINE std::string place_text(const Place& place, const Reading* reading, Language language) {
  const bool zh = language == Language::zh;
  const Format format = reading == nullptr ? Format::unknown : reading->decoding.format;
  if (format == Format::xlsx && place.line != 0 && place.column != 0) {
    std::string column;
    for (std::uint32_t rest = place.column; rest != 0; rest = (rest - 1) / 26) {
      column.insert(column.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    const std::size_t sheet = place.page;
    const std::string sheet_name = sheet != 0 && sheet <= reading->sheets.size()
                                       ? reading->sheets[sheet - 1]
                                       : fmt::format(fmt::runtime(zh ? "第{}张工作表" : "sheet {}"), sheet);
    return fmt::format("{}!{}{}", sheet_name, column, place.line);
  }
  if (format == Format::docx && place.line != 0 && place.table == 0) {
    return fmt::format(fmt::runtime(zh ? "第{}段" : "paragraph {}"), place.line);
  }
  return place_text(place, language);
}

GONGKAI_INLINE std::string form_place(const CellInfo& cell, Edition edition, Language language) {
  if (language == Language::en) {
    return cell_name(cell, edition, language);
  }
  constexpr std::string_view names[] = {"表二", "表三", "表四"};
  return fmt::format("{}“{}”行“{}”列", names[static_cast<std::size_t>(cell.table_info().section - 2)],
                     row_name(cell, edition, language), column_name(cell, edition, language));
}

namespace message_detail {

/// What the rule says of the finding.
inline std::string statement_of(const Finding& finding, const Rule& rule, const About& about, Language language) {
  const bool zh = language == Language::zh;
  std::string text(in(rule.message, language));
  replace_all(text, "{reason}", in(finding.reason, language));  // first: it may ask for the others
  const auto side = [&](std::optional<std::int64_t> number, bool is_bound) {
    return !number ? std::string("?")
                   : (is_bound ? (zh ? "至少" : "at least ") : "") +
                         number_text(*number, finding.is_money, about.edition, language);
  };
  if (!finding.cells.empty()) {
    const CellInfo& first = cells[finding.cells.front().cell];
    replace_all(text, "{cell}", cell_name(first, about.edition, language));
    replace_all(text, "{value}",
                finding.cells.front().value
                    ? number_text(*finding.cells.front().value, first.is_money, about.edition, language)
                    : std::string(zh ? "空白" : "blank"));
    replace_all(text, "{row}", row_name(first, about.edition, language));
    replace_all(text, "{column}", column_name(first, about.edition, language));
  }
  if (text.find("{cells}") != std::string::npos) {
    replace_all(text, "{cells}", message_detail::cell_list(finding, about.edition, language));
  }
  replace_all(text, "{left}", side(finding.left, finding.left_is_bound));
  replace_all(text, "{right}", side(finding.right, finding.right_is_bound));
  if (const auto difference = finding.difference()) {
    replace_all(text, "{difference}",
                number_text(*difference < 0 ? -*difference : *difference, finding.is_money, about.edition, language));
  }
  std::string same;
  for (const CellValue& cell : finding.same) {
    same += fmt::format(fmt::runtime(zh ? "；{}正是“{}”的数" : "; {} is the number of {}"), side(finding.left, false),
                        cell_name(cells[cell.cell], about.edition, language));
  }
  replace_all(text, "{same}", same);
  replace_all(text, "{year}", std::to_string(about.year));
  replace_all(text, "{detail}", finding.detail);  // last: it is the document's text and may hold braces
  return text;
}

/// Which cell it most likely is, how the slip may have come about, and what else says so.
inline std::string likely_text(const Suspect& likely, const About& about, Language language) {
  const bool zh = language == Language::zh;
  const CellInfo& cell = cells[likely.cell];
  const auto number = [&](std::int64_t value) { return number_text(value, cell.is_money, about.edition, language); };
  const std::string place = form_place(cell, about.edition, language), right = number(likely.low);
  std::string text = likely.value ? fmt::format(fmt::runtime(zh ? "很可能是{}：填的是{}，应为{}"
                                                                : " Most likely {}: it says {} and should say {}"),
                                                place, number(*likely.value), right)
                                  : fmt::format(fmt::runtime(zh ? "很可能是{}：没有填，应为{}"
                                                                : " Most likely {}: it is blank and should say {}"),
                                                place, right);
  if (likely.slip != Slip::unexplained && likely.slip != Slip::omitted) {
    const std::string other =
        likely.other < 0 ? "" : cell_name(cells[static_cast<std::size_t>(likely.other)], about.edition, language);
    text += fmt::format(fmt::runtime(zh ? "，像是{}" : " ({})"),
                        fmt::format(fmt::runtime(in(describe(likely.slip), language)), other));
  }
  for (const Witness& witness : likely.witnesses) {
    text += fmt::format(fmt::runtime(zh ? "；{}也是{}" : "; {} says {} too"), in(describe(witness.kind), language),
                        number(witness.value));
  }
  return text + (zh ? "。" : ".");
}

/// What else has the same cause; of many, the first.
inline std::string same_cause_text(const Finding& finding, const About& about, Language language) {
  constexpr std::size_t most = 3;
  const bool zh = language == Language::zh;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, finding.same_cause.size()); ++i) {
    const Finding& other = finding.same_cause[i];
    const Rule* rule = find_rule(other.rule);
    std::string said = rule == nullptr ? std::string(other.rule) : statement_of(other, *rule, about, language);
    const std::string_view stop = zh ? "。" : ".";
    if (said.ends_with(stop)) {
      said.resize(said.size() - stop.size());
    }
    text += (text.empty() ? "" : zh ? "；" : "; ") + said;
  }
  if (finding.same_cause.size() > most) {
    text += fmt::format(fmt::runtime(zh ? "；等共{}处" : "; and others, {} in all"), finding.same_cause.size());
  }
  return text.empty() ? text : fmt::format(fmt::runtime(zh ? "同因：{}。" : " Of the same cause: {}."), text);
}

}  // namespace message_detail

GONGKAI_INLINE std::string message(const Finding& finding, const Rule& rule, const About& about, Language language) {
  std::string text = message_detail::statement_of(finding, rule, about, language);
  if (const Suspect* likely = finding.likely()) {
    text += message_detail::likely_text(*likely, about, language);
  }
  return text + message_detail::same_cause_text(finding, about, language);
}

GONGKAI_INLINE std::string explanation(const Finding& finding, const Rule& rule, const About& about,
                                       Language language) {
  const bool zh = language == Language::zh;
  std::string text =
      fmt::format(fmt::runtime(zh ? "规则：{}依据：{}（{}）。" : "Rule: {} Ground: {} ({})."),
                  in(rule.statement, language), in(rule.citation, language), name(rule.ground, language));
  std::string values;
  std::size_t listed = 0;
  for (const CellValue& cell : finding.cells) {
    if (!cell.value || (*cell.value == 0 && &cell != &finding.cells.back())) {
      continue;  // blanks and zeros add nothing to a sum
    }
    values += fmt::format("{}{}={}",
                          listed++ == 0 ? ""
                          : zh          ? "，"
                                        : "; ",
                          cell_name(cells[cell.cell], about.edition, language),
                          number_text(*cell.value, cells[cell.cell].is_money, about.edition, language));
  }
  if (listed != 0) {
    text += fmt::format(
        fmt::runtime(zh ? "表中所填（0和空白从略）：{}。" : " Reported (zeros and blanks left out): {}."), values);
  }
  if (!finding.compared.empty()) {
    const bool is_last_year = finding.compared.front().body.empty();
    text += fmt::format(fmt::runtime(zh ? "{}：{}。" : " {}: {}."),
                        is_last_year ? (zh ? "上年报告" : "Last year's report") : (zh ? "各单位" : "Bodies"),
                        compared_text(finding, about.edition, language));
  }
  if (finding.assumed_zero) {
    text += zh ? "空白的格子按0计算。" : " Blank cells were counted as 0.";
  }
  if (finding.place.is_known()) {
    text += fmt::format(fmt::runtime(zh ? "位置：{}。" : " Place: {}."), place_text(finding.place, language));
  }
  return text;
}

GONGKAI_INLINE std::string message(const Note& note, Edition edition, Language language) {
  const bool zh = language == Language::zh;
  std::string where;
  if (note.cell >= 0) {
    where = cell_name(cells[static_cast<std::size_t>(note.cell)], edition, language);
  } else if (note.row >= 0) {
    where = language == Language::zh ? rows[static_cast<std::size_t>(note.row)].label.zh(edition)
                                     : rows[static_cast<std::size_t>(note.row)].label.en;
  }
  std::string text(name(note.kind, language));
  if (!where.empty()) {
    text = fmt::format(fmt::runtime(zh ? "{}：{}" : "{}: {}"), where, text);
  }
  if (!note.text.empty() && note.text != where) {
    text += fmt::format(fmt::runtime(zh ? "：“{}”" : ": “{}”"), note.text);
  }
  if (note.place.is_known()) {
    text += fmt::format(fmt::runtime(zh ? "（{}）" : " ({})"), place_text(note.place, language));
  }
  return text;
}

}  // namespace gongkai
