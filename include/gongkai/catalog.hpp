// What the form prints around its numbers: for every cell its labels in both editions, unit, legal basis and position.
//
// Three tables hold the facts (tables of the form, rows, columns); a cell is a row crossed with a column. A cell of
// report.hpp without a row or column here does not compile, and the error names its key.
//
// Behind this door: model/ holds the reflection over the structs, sets of cells and the layout.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "gongkai/model/cell_set.hpp"
#include "gongkai/model/reflect.hpp"
#include "gongkai/report.hpp"

namespace gongkai {

/// A text in Chinese and in English. Official labels are Chinese; the English is ours.
struct Label {
  std::string_view zh, en;
};

/// The editions a thing belongs to.
enum class Editions : std::uint8_t { form_2019 = 1, form_2021 = 2, both = 3 };

constexpr bool has(Editions editions, Edition edition) {
  return edition != Edition::unknown &&
         (static_cast<unsigned>(editions) & (edition == Edition::form_2019 ? 1U : 2U)) != 0;
}
constexpr Editions intersection(Editions a, Editions b) {
  return static_cast<Editions>(static_cast<unsigned>(a) & static_cast<unsigned>(b));
}

/// A text that may differ between the editions.
struct EditionLabel {
  std::string_view zh_2019, zh_2021, en;
  constexpr std::string_view zh(Edition edition) const { return edition == Edition::form_2019 ? zh_2019 : zh_2021; }
};

/// One of the six sections of the report (art. 50).
struct SectionInfo {
  int number;
  Label heading;  ///< as the form prints it, without its number
};
inline constexpr std::array<SectionInfo, 6> sections{{
    {1, {"总体情况", "Overview"}},
    {2, {"主动公开政府信息情况", "Proactive disclosure"}},
    {3, {"收到和处理政府信息公开申请情况", "Requests received and handled"}},
    {4, {"政府信息公开行政复议、行政诉讼情况", "Administrative review and litigation"}},
    {5, {"存在的主要问题及改进情况", "Main problems and improvements"}},
    {6, {"其他需要报告的事项", "Other matters to report"}},
}};

/// A table of the form.
struct TableInfo {
  std::string_view key;
  int section;
  Editions editions;
  Label title;
};
inline constexpr std::array<TableInfo, 7> tables{{
    {"article_20_1", 2, Editions::both, {"第二十条第（一）项", "Article 20 (1)"}},
    {"article_20_5", 2, Editions::both, {"第二十条第（五）项", "Article 20 (5)"}},
    {"article_20_6", 2, Editions::both, {"第二十条第（六）项", "Article 20 (6)"}},
    {"article_20_8", 2, Editions::both, {"第二十条第（八）项", "Article 20 (8)"}},
    {"article_20_9", 2, Editions::form_2019, {"第二十条第（九）项", "Article 20 (9)"}},
    {"requests", 3, Editions::both, {"收到和处理政府信息公开申请情况", "Requests received and handled"}},
    {"cases", 4, Editions::both, {"政府信息公开行政复议、行政诉讼情况", "Administrative review and litigation"}},
}};

/// What the form prints beside the names of its rows and columns.
inline constexpr Label information_head{"信息内容", "Item"};  ///< above the rows of section two
inline constexpr Label applicants_head{"申请人情况", "Applicants"};
inline constexpr Label balance_note{"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                                    "(In each column: item 1 plus item 2 equals item 3 plus item 4)"};

/// The struct of report.hpp that a row is made of, which says what columns it has.
enum class RowType : std::uint8_t { documents, actions, fees, procurement, applicants, cases };

/// A row of a table. (In section four the form lays the three rows side by side in one line.)
struct RowInfo {
  std::string_view key;
  std::uint8_t table;
  RowType type;
  Editions editions;
  std::string_view group;  ///< heads of the groups around the row, outermost first, separated by '/'
  EditionLabel label;
  Label basis;
};

namespace catalog_detail {
using enum RowType;
inline constexpr auto y2019 = Editions::form_2019;
inline constexpr auto y2021 = Editions::form_2021;
inline constexpr auto both = Editions::both;
inline constexpr std::string_view results = "三、本年度办理结果";
inline constexpr std::string_view denied = "三、本年度办理结果/（三）不予公开";
inline constexpr std::string_view unavailable = "三、本年度办理结果/（四）无法提供";
inline constexpr std::string_view not_processed = "三、本年度办理结果/（五）不予处理";
inline constexpr std::string_view other_handling = "三、本年度办理结果/（六）其他处理";
constexpr EditionLabel same(std::string_view zh, std::string_view en) {
  return {zh, zh, en};
}
}  // namespace catalog_detail

// clang-format off
inline constexpr auto rows = [] {
  using namespace catalog_detail;
  return std::to_array<RowInfo>({
    {"disclosure.government_rules", 0, documents, both, "", same("规章", "Government rules"), {"《条例》第二十条第（一）项、第五十条第一款第（一）项；《立法法》第九十一条、第九十三条", "Regulations art. 20(1), 50(1)(1); Legislation Law (2023) art. 91, 93"}},
    {"disclosure.normative_documents", 0, documents, both, "", {"规范性文件", "行政规范性文件", "Normative documents"}, {"《条例》第二十条第（一）项、第五十条第一款第（一）项", "Regulations art. 20(1), 50(1)(1)"}},
    {"disclosure.licensing", 1, actions, both, "", same("行政许可", "Licensing"), {"《条例》第二十条第（五）项、第五十条第一款第（一）项", "Regulations art. 20(5), 50(1)(1)"}},
    {"disclosure.other_services", 1, actions, y2019, "", same("其他对外管理服务事项", "Other services to the public"), {"《条例》第二十条第（五）项、第五十条第一款第（一）项", "Regulations art. 20(5), 50(1)(1)"}},
    {"disclosure.penalties", 2, actions, both, "", same("行政处罚", "Penalties"), {"《条例》第二十条第（六）项、第五十条第一款第（一）项", "Regulations art. 20(6), 50(1)(1)"}},
    {"disclosure.compulsion", 2, actions, both, "", same("行政强制", "Compulsion"), {"《条例》第二十条第（六）项、第五十条第一款第（一）项", "Regulations art. 20(6), 50(1)(1)"}},
    {"disclosure.fees", 3, fees, both, "", same("行政事业性收费", "Administrative fees"), {"《条例》第二十条第（八）项、第五十条第一款第（一）项；含信息处理费（国办函〔2020〕109号）", "Regulations art. 20(8), 50(1)(1); includes the information-processing fee (国办函〔2020〕109号)"}},
    {"disclosure.procurement", 4, procurement, y2019, "", same("政府集中采购", "Central procurement"), {"《条例》第二十条第（九）项、第五十条第一款第（一）项", "Regulations art. 20(9), 50(1)(1)"}},

    {"requests.received", 5, applicants, both, "", same("一、本年新收政府信息公开申请数量", "1. Requests received this year"), {"《条例》第二十七条、第二十九条、第三十一条、第五十条第一款第（二）项", "Regulations art. 27, 29, 31, 50(1)(2)"}},
    {"requests.carried_in", 5, applicants, both, "", same("二、上年结转政府信息公开申请数量", "2. Requests carried over from last year"), {"《条例》第三十三条、第五十条第一款第（二）项", "Regulations art. 33 (still open on 31 December), 50(1)(2)"}},
    {"requests.outcomes.granted", 5, applicants, both, results, same("（一）予以公开", "3(1) Granted"), {"《条例》第三十六条第（一）（二）项", "Regulations art. 36(1), 36(2)"}},
    {"requests.outcomes.partially_granted", 5, applicants, both, results, same("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "3(2) Partially granted"), {"《条例》第三十七条；表中行名所印计数规则", "Regulations art. 37; counting rule printed in the row's label"}},
    {"requests.outcomes.denied.state_secret", 5, applicants, both, denied, same("1.属于国家秘密", "3(3)1 Denied: state secret"), {"《条例》第十四条（国家秘密）、第三十六条第（三）项", "Regulations art. 14 (state secrets), 36(3)"}},
    {"requests.outcomes.denied.other_legal_prohibition", 5, applicants, both, denied, same("2.其他法律行政法规禁止公开", "3(3)2 Denied: barred by law"), {"《条例》第十四条（法律、行政法规禁止公开）、第三十六条第（三）项", "Regulations art. 14 (barred by law or administrative regulation), 36(3)"}},
    {"requests.outcomes.denied.security_and_stability", 5, applicants, both, denied, same("3.危及“三安全一稳定”", "3(3)3 Denied: security and stability"), {"《条例》第十四条（国家安全、公共安全、经济安全、社会稳定）、第三十六条第（三）项", "Regulations art. 14 (national, public, economic security; social stability), 36(3)"}},
    {"requests.outcomes.denied.third_party_rights", 5, applicants, both, denied, same("4.保护第三方合法权益", "3(3)4 Denied: third party's rights"), {"《条例》第十五条、第三十二条、第三十六条第（三）项", "Regulations art. 15, 32, 36(3)"}},
    {"requests.outcomes.denied.internal_affairs", 5, applicants, both, denied, same("5.属于三类内部事务信息", "3(3)5 Denied: internal affairs"), {"《条例》第十六条第一款（人事管理、后勤管理、内部工作流程）、第三十六条第（三）项", "Regulations art. 16 para 1 (personnel, logistics, internal workflow), 36(3)"}},
    {"requests.outcomes.denied.deliberative_process", 5, applicants, both, denied, same("6.属于四类过程性信息", "3(3)6 Denied: deliberative process"), {"《条例》第十六条第二款（讨论记录、过程稿、磋商信函、请示报告）、第三十六条第（三）项", "Regulations art. 16 para 2 (discussion records, drafts, consultation letters, requests and reports), 36(3)"}},
    {"requests.outcomes.denied.enforcement_file", 5, applicants, both, denied, same("7.属于行政执法案卷", "3(3)7 Denied: enforcement file"), {"《条例》第十六条第二款、第三十六条第（三）项", "Regulations art. 16 para 2, 36(3)"}},
    {"requests.outcomes.denied.administrative_query", 5, applicants, both, denied, same("8.属于行政查询事项", "3(3)8 Denied: matter of a public registry"), {"《条例》第三十六条第（七）项", "Regulations art. 36(7) (registries with their own access regime)"}},
    {"requests.outcomes.unavailable.not_held", 5, applicants, both, unavailable, same("1.本机关不掌握相关政府信息", "3(4)1 Unavailable: not held"), {"《条例》第三十六条第（四）（五）项", "Regulations art. 36(4), 36(5)"}},
    {"requests.outcomes.unavailable.requires_creation", 5, applicants, both, unavailable, same("2.没有现成信息需要另行制作", "3(4)2 Unavailable: would have to be made"), {"《条例》第三十八条", "Regulations art. 38"}},
    {"requests.outcomes.unavailable.still_unclear", 5, applicants, both, unavailable, same("3.补正后申请内容仍不明确", "3(4)3 Unavailable: still unclear after correction"), {"《条例》第二十九条第二款第（二）项、第三十条", "Regulations art. 29 para 2 (2), 30"}},
    {"requests.outcomes.not_processed.petition_or_complaint", 5, applicants, both, not_processed, same("1.信访举报投诉类申请", "3(5)1 Not processed: petition or complaint"), {"《条例》第三十九条第一款", "Regulations art. 39 para 1"}},
    {"requests.outcomes.not_processed.repeat_request", 5, applicants, both, not_processed, same("2.重复申请", "3(5)2 Not processed: repeat request"), {"《条例》第三十六条第（六）项", "Regulations art. 36(6)"}},
    {"requests.outcomes.not_processed.published_material", 5, applicants, both, not_processed, same("3.要求提供公开出版物", "3(5)3 Not processed: published material"), {"《条例》第三十九条第二款", "Regulations art. 39 para 2"}},
    {"requests.outcomes.not_processed.excessive_requests", 5, applicants, both, not_processed, same("4.无正当理由大量反复申请", "3(5)4 Not processed: excessive requests"), {"《条例》第三十五条", "Regulations art. 35"}},
    {"requests.outcomes.not_processed.confirm_or_reissue", 5, applicants, both, not_processed, same("5.要求行政机关确认或重新出具已获取信息", "3(5)5 Not processed: confirm or reissue"), {"报告格式所定", "Defined by the form; cf. Regulations art. 2, 36(6), 38"}},
    {"requests.outcomes.other_handling.unspecified", 5, applicants, y2019, results, same("（六）其他处理", "3(6) Other handling"), {"报告格式（2019年版）所定", "Defined by the form (2019)"}},
    {"requests.outcomes.other_handling.no_correction_in_time", 5, applicants, y2021, other_handling, same("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "3(6)1 Other: not corrected in time"), {"《条例》第三十条", "Regulations art. 30"}},
    {"requests.outcomes.other_handling.fee_not_paid_in_time", 5, applicants, y2021, other_handling, same("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3(6)2 Other: fee not paid in time"), {"《条例》第四十二条；国办函〔2020〕109号", "Regulations art. 42; 国办函〔2020〕109号 (20 working days)"}},
    {"requests.outcomes.other_handling.miscellaneous", 5, applicants, y2021, other_handling, same("3.其他", "3(6)3 Other"), {"报告格式所定（如申请人撤回）", "Defined by the form (withdrawals and the like)"}},
    {"requests.outcomes.total", 5, applicants, both, results, same("（七）总计", "3(7) Total of outcomes"), {"报告格式：各项办理结果之和", "The form: sum of all outcome rows"}},
    {"requests.carried_out", 5, applicants, both, "", same("四、结转下年度继续办理", "4. Carried over to next year"), {"《条例》第三十条、第三十二条、第三十三条、第三十五条", "Regulations art. 30, 32, 33, 35 (still within time on 31 December)"}},

    {"review", 6, cases, both, "", same("行政复议", "Administrative review"), {"《条例》第五十条第一款第（三）项、第五十一条；《行政复议法》", "Regulations art. 50(1)(3), 51; Administrative Reconsideration Law"}},
    {"litigation.direct", 6, cases, both, "行政诉讼", same("未经复议直接起诉", "Litigation without prior review"), {"《条例》第五十条第一款第（三）项、第五十一条；《行政诉讼法》；国办公开办函〔2016〕201号", "Regulations art. 50(1)(3), 51; Administrative Litigation Law; 国办公开办函〔2016〕201号"}},
    {"litigation.after_review", 6, cases, both, "行政诉讼", same("复议后起诉", "Litigation after review"), {"《条例》第五十条第一款第（三）项、第五十一条；《行政诉讼法》；国办公开办函〔2016〕201号", "Regulations art. 50(1)(3), 51; Administrative Litigation Law; 国办公开办函〔2016〕201号"}},
  });
}();

/// A column of numbers.
struct ColumnInfo {
  RowType type;
  std::string_view name;  ///< last part of the cell's key
  Editions editions;
  std::string_view group;  ///< head above the column's own, or empty
  EditionLabel label;
  Label unit;  ///< 元 or 万元 for money, as the form has it; the value itself is exact
};
inline constexpr auto columns = [] {
  using namespace catalog_detail;
  constexpr Label pieces{"件", "items"}, entries{"项", "entries"}, projects{"个", "projects"};
  constexpr std::string_view organization = "法人或其他组织";
  return std::to_array<ColumnInfo>({
    {documents, "newly_made", y2019, "", same("本年新制作数量", "newly made"), pieces},
    {documents, "newly_disclosed", y2019, "", same("本年新公开数量", "newly disclosed"), pieces},
    {documents, "total_disclosed", y2019, "", same("对外公开总数量", "total disclosed"), pieces},
    {documents, "issued", y2021, "", same("本年制发件数", "issued"), pieces},
    {documents, "repealed", y2021, "", same("本年废止件数", "repealed"), pieces},
    {documents, "in_force", y2021, "", same("现行有效件数", "in force"), pieces},
    {actions, "items_prior_year", y2019, "", same("上一年项目数量", "entries last year"), entries},
    {actions, "items_change", y2019, "", same("本年增/减", "change this year"), entries},
    {actions, "decisions", both, "", {"处理决定数量", "本年处理决定数量", "decisions"}, pieces},
    {fees, "items_prior_year", y2019, "", same("上一年项目数量", "entries last year"), entries},
    {fees, "items_change", y2019, "", same("本年增/减", "change this year"), entries},
    {fees, "amount", y2021, "", same("本年收费金额（单位：万元）", "amount collected (10,000 yuan)"), {"万元", "10,000 yuan"}},
    {RowType::procurement, "projects", y2019, "", same("采购项目数量", "projects"), projects},
    {RowType::procurement, "amount", y2019, "", same("采购总金额", "total amount (yuan)"), {"元", "yuan"}},
    {applicants, "natural_person", both, "", same("自然人", "natural persons"), pieces},
    {applicants, "commercial_enterprise", both, organization, same("商业企业", "commercial enterprises"), pieces},
    {applicants, "research_institution", both, organization, same("科研机构", "research institutions"), pieces},
    {applicants, "public_welfare_organization", both, organization, same("社会公益组织", "public-welfare organizations"), pieces},
    {applicants, "legal_service_organization", both, organization, same("法律服务机构", "legal-service organizations"), pieces},
    {applicants, "other", both, organization, same("其他", "other organizations"), pieces},
    {applicants, "total", both, "", same("总计", "total"), pieces},
    {cases, "upheld", both, "", same("结果维持", "upheld"), pieces},
    {cases, "corrected", both, "", same("结果纠正", "corrected"), pieces},
    {cases, "other", both, "", same("其他结果", "other result"), pieces},
    {cases, "pending", both, "", same("尚未审结", "pending"), pieces},
    {cases, "total", both, "", same("总计", "total"), pieces},
  });
}();
// clang-format on

/// The heads of groups of rows and columns, with their English.
inline constexpr Label groups[] = {
    {"三、本年度办理结果", "3. Outcomes of this year"},
    {"（三）不予公开", "3(3) Denied"},
    {"（四）无法提供", "3(4) Unavailable"},
    {"（五）不予处理", "3(5) Not processed"},
    {"（六）其他处理", "3(6) Other handling"},
    {"法人或其他组织", "Legal persons or other organizations"},
    {"行政诉讼", "Litigation"},
};
constexpr Label group_label(std::string_view zh) {
  for (const Label& group : groups) {
    if (group.zh == zh) {
      return group;
    }
  }
  return {zh, zh};
}

/// Where a cell stands among the numbers of its table in the official form of an edition, counted from 0; -1: not
/// there.
struct Position {
  std::int8_t row = -1, column = -1;
};

/// One number cell of the form.
struct CellInfo {
  static constexpr std::uint8_t undescribed = 0xff;

  std::string_view key;
  std::uint16_t index = 0;  ///< its place in the order of the form, 0..225
  std::uint8_t row = 0;     ///< index into `rows`
  std::uint8_t column = 0;  ///< index into `columns`
  Editions editions = Editions::both;
  bool is_money = false;
  bool is_signed = false;  ///< may be negative (本年增/减)
  Position position_2019, position_2021;

  constexpr const RowInfo& row_info() const { return rows[row]; }
  constexpr const ColumnInfo& column_info() const { return columns[column]; }
  constexpr const TableInfo& table_info() const { return tables[rows[row].table]; }
  constexpr Label unit() const { return column_info().unit; }
  constexpr Label basis() const { return row_info().basis; }
  constexpr Position position(Edition edition) const {
    return edition == Edition::form_2019 ? position_2019 : position_2021;
  }
};

namespace catalog_detail {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

constexpr std::size_t find_row(std::string_view key) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].key == key) {
      return i;
    }
  }
  return none;
}
constexpr std::size_t find_column(RowType type, std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].type == type && columns[i].name == name) {
      return i;
    }
  }
  return none;
}

/// For each row or column, how many of the same table stand before it in the edition. (Those of one table are
/// adjacent.)
template <std::size_t n, class Thing, class Table>
constexpr std::array<std::int8_t, n> positions(const std::array<Thing, n>& things, Edition edition, Table table) {
  std::array<std::int8_t, n> result{};
  for (std::size_t i = 1; i < n; ++i) {
    if (table(things[i]) == table(things[i - 1])) {
      result[i] = static_cast<std::int8_t>(result[i - 1] + has(things[i - 1].editions, edition));
    }
  }
  return result;
}
constexpr auto row_positions(Edition edition) {
  return positions(rows, edition, [](const RowInfo& row) { return row.table; });
}
constexpr auto column_positions(Edition edition) {
  return positions(columns, edition, [](const ColumnInfo& column) { return column.type; });
}
inline constexpr std::array row_at{row_positions(Edition::form_2019), row_positions(Edition::form_2021)};
inline constexpr std::array column_at{column_positions(Edition::form_2019), column_positions(Edition::form_2021)};

constexpr Position position(std::size_t row, std::size_t column, Edition edition) {
  if (!has(intersection(rows[row].editions, columns[column].editions), edition)) {
    return {};
  }
  const std::size_t e = edition == Edition::form_2019 ? 0 : 1;
  if (rows[row].type == cases) {  // the form prints the three rows of section four as one line of 15 numbers
    return {0, static_cast<std::int8_t>(5 * row_at[e][row] + column_at[e][column])};
  }
  return {row_at[e][row], column_at[e][column]};
}

/// The keys of all cells, which CellInfo::key shows.
inline constexpr auto keys = [] {
  std::array<reflect::Key, cell_count> result{};
  reflect::Key row;
  for (std::size_t i = 0; i < parts.size; ++i) {
    if (reflect::is_row(i)) {
      row = reflect::key_of(i);
    } else if (parts[i].is_cell) {
      result[parts[i].first] = row;
      result[parts[i].first].append(parts[i].name);
    }
  }
  return result;
}();

}  // namespace catalog_detail

/// Every number cell, in the order of the form.
inline constexpr auto cells = [] {
  using namespace catalog_detail;
  std::array<CellInfo, cell_count> result{};
  std::size_t row = none;
  for (std::size_t i = 0; i < parts.size; ++i) {
    const reflect::Part& part = parts[i];
    if (reflect::is_row(i)) {
      row = find_row(reflect::key_of(i).view());
    }
    if (!part.is_cell) {
      continue;
    }
    CellInfo& cell = result[part.first];
    cell.key = keys[part.first].view();
    cell.index = part.first;
    const std::size_t column = row == none ? none : find_column(rows[row].type, part.name);
    if (column == none) {
      cell.row = CellInfo::undescribed;
      continue;
    }
    cell.row = static_cast<std::uint8_t>(row);
    cell.column = static_cast<std::uint8_t>(column);
    cell.editions = intersection(rows[row].editions, columns[column].editions);
    cell.is_money = part.is_money;
    cell.is_signed = columns[column].name == "items_change";
    cell.position_2019 = position(row, column, Edition::form_2019);
    cell.position_2021 = position(row, column, Edition::form_2021);
  }
  return result;
}();

namespace catalog_detail {

/// The key of the first cell without a row or a column; empty where all have one.
constexpr std::string_view first_undescribed() {
  for (const CellInfo& cell : cells) {
    if (cell.row == CellInfo::undescribed) {
      return cell.key;
    }
  }
  return {};
}
/// Names the cell in the compiler's error, letter by letter, because not every compiler prints a string.
template <char... cell_without_row_or_column_in_catalog>
constexpr bool is_complete() {
  static_assert(sizeof...(cell_without_row_or_column_in_catalog) == 0,
                "a cell of report.hpp has no row or column in catalog.hpp");
  return true;
}
template <std::size_t... letter>
constexpr bool all_described(std::index_sequence<letter...>) {
  return is_complete<first_undescribed()[letter]...>();
}
static_assert(all_described(std::make_index_sequence<first_undescribed().size()>()));

}  // namespace catalog_detail

/// The cells that belong to an edition; with the edition unknown, all.
constexpr CellSet cells_of(Edition edition) {
  constexpr auto of = [](Edition wanted) {
    CellSet set;
    for (const CellInfo& cell : cells) {
      if (wanted == Edition::unknown || has(cell.editions, wanted)) {
        set.add(cell.index);
      }
    }
    return set;
  };
  constexpr std::array sets{of(Edition::unknown), of(Edition::form_2019), of(Edition::form_2021)};
  return sets[static_cast<std::size_t>(edition)];
}

/// A text field of the form, beside the number cells.
struct TextInfo {
  std::string_view key;
  int section;  ///< 0: the head of the report
  Label label;
  Label basis;
};
inline constexpr std::array<TextInfo, 6> texts{{
    {"about.title", 0, {"标题", "Title"}, {"《条例》第四十九条、第五十条", "Regulations art. 49, 50"}},
    {"narrative.preamble", 0, {"前言", "Preamble"}, {"《条例》第四十九条、第五十条", "Regulations art. 49, 50"}},
    {"narrative.overview",
     1,
     sections[0].heading,
     {"《条例》第五十条第一款第（一）（二）（四）项", "Regulations art. 50(1)(1), (2), (4)"}},
    {"narrative.problems_and_improvements",
     5,
     sections[4].heading,
     {"《条例》第五十条第一款第（四）项", "Regulations art. 50(1)(4)"}},
    {"narrative.other_matters",
     6,
     sections[5].heading,
     {"《条例》第五十条第一款第（五）项", "Regulations art. 50(1)(5)"}},
    {"about.publisher", 0, {"发布机构", "Publisher"}, {"《条例》第四十九条", "Regulations art. 49"}},
}};

namespace catalog_detail {

/// The cells' keys hashed with open addressing: slot -> index of a cell + 1.
class KeyIndex {
 public:
  KeyIndex() {
    for (const CellInfo& cell : cells) {
      std::size_t slot = first_slot(cell.key);
      while (slots_[slot] != 0) {
        slot = (slot + 1) % slots_.size();
      }
      slots_[slot] = static_cast<std::uint8_t>(cell.index + 1);
    }
  }
  const CellInfo* find(std::string_view key) const {
    for (std::size_t slot = first_slot(key); slots_[slot] != 0; slot = (slot + 1) % slots_.size()) {
      const CellInfo& cell = cells[slots_[slot] - 1U];
      if (cell.key == key) {
        return &cell;
      }
    }
    return nullptr;
  }

 private:
  std::size_t first_slot(std::string_view key) const {
    std::uint32_t hash = 2166136261U;
    for (const char c : key) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash % slots_.size();
  }
  std::array<std::uint8_t, 512> slots_{};
};

}  // namespace catalog_detail

/// The cell with this key, or nullptr. Does not allocate.
inline const CellInfo* find_cell(std::string_view key) {
  static const catalog_detail::KeyIndex index;
  return index.find(key);
}

/// Calls f(const CellInfo&, Count& or Money&) for every cell of the report, in the order of the form.
template <class R, class F>
constexpr void for_each_cell(R& figures, F&& f) {
  std::size_t index = 0;
  const auto visit = [&](auto& self, auto& part) {
    using Part = std::remove_cvref_t<decltype(part)>;
    if constexpr (reflect::is_cell<Part>) {
      f(cells[index++], part);
    } else {
      reflect::for_each_member<Part>([&](auto member, auto) { self(self, part.*member.pointer); });
    }
  };
  if constexpr (std::is_const_v<R>) {
    visit(visit, static_cast<const Figures&>(figures));
  } else {
    visit(visit, static_cast<Figures&>(figures));
  }
}

/// The number in the cell with this index (a Money cell in 分); nothing where it is blank.
/// Precondition: index < cell_count.
inline std::optional<std::int64_t> cell(const Figures& figures, std::size_t index) {
  const std::int64_t raw = raw_cell(figures, index);
  return raw == Reported::blank_raw ? std::nullopt : std::optional(raw);
}

/// The number in the cell with this key (a Money cell in 分). Nothing where it is blank, and where there is no such
/// cell: ask find_cell() to tell the two apart.
inline std::optional<std::int64_t> cell(const Figures& figures, std::string_view key) {
  const CellInfo* info = find_cell(key);
  return info == nullptr ? std::nullopt : cell(figures, info->index);
}

/// The number of a cell as the form shows it: a count, or money in the unit of its column, exact and without zeros at
/// its end.
inline std::string form_text(const CellInfo& cell, std::int64_t number) {
  constexpr std::size_t fen_in_yuan = 2, fen_in_ten_thousand_yuan = 6;  // decimal places
  return !cell.is_money             ? std::to_string(number)
         : cell.unit().zh == "万元" ? decimal_text(number, fen_in_ten_thousand_yuan)
                                    : decimal_text(number, fen_in_yuan);
}

/// Writes a number (a Money cell in 分) or, with nothing, a blank. Precondition: index < cell_count.
/// Throws std::out_of_range for a number that the form cannot hold.
inline void set_cell(Figures& figures, std::size_t index, std::optional<std::int64_t> value) {
  const std::int64_t raw = !value                  ? Reported::blank_raw
                           : cells[index].is_money ? Money::fen(*value).raw()
                                                   : Count(*value).raw();
  std::memcpy(reinterpret_cast<std::byte*>(&figures) + index * sizeof raw, &raw, sizeof raw);
}

/// The text field with this key, or nullptr where there is none.
inline const std::string* text(const Report& report, std::string_view key) {
  const Narrative& narrative = report.narrative;
  const std::string* fields[] = {&report.about.title,      &narrative.preamble,
                                 &narrative.overview,      &narrative.problems_and_improvements,
                                 &narrative.other_matters, &report.about.publisher};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].key == key) {
      return fields[i];
    }
  }
  return nullptr;
}
inline std::string* text(Report& report, std::string_view key) {
  return const_cast<std::string*>(text(static_cast<const Report&>(report), key));
}

}  // namespace gongkai
