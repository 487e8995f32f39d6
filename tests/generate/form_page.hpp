// A report -> a page: the tables of the form and the text around them, with the oddities that the format has no part in,
// and what a reading must make of every cell.
#pragma once

#include <algorithm>
#include <map>

#include "generate/numbers.hpp"
#include "generate/page.hpp"
#include "support/random_report.hpp"

namespace gongkai::testing {

class FormPage {
 public:
  explicit FormPage(const Spec& spec) : spec_(spec) {
    std::mt19937 random(spec.seed);
    page_.edition = dice(100).one_in(2) ? Edition::form_2019 : Edition::form_2021;
    report_ = random_clean_report(random, page_.edition);
    page_.year = report_.about.year;
    single_other_ = page_.edition == Edition::form_2021 && spec.has(Oddity::single_other);
    if (single_other_) {
      for (const CellInfo& cell : cells) {  // the first of the three rows becomes the one row of 2019
        if (cell.row_info().key == "requests.outcomes.other_handling.unspecified") {
          set_cell(report_, cell.index, gongkai::cell(report_, cell.index + 7));
        }
      }
    }
    write_cells();
  }

  Page make() && {
    constexpr std::string_view bodies[] = {"临江县人民政府", "青山市水利局", "东河镇人民政府", "高新区管理委员会"};
    page_.authority = dice(101).any_of(bodies);
    page_.title = page_.authority + std::to_string(page_.year) + "年政府信息公开工作年度报告";
    heading(1);
    paragraph(std::to_string(page_.year) +
              "年，我单位认真执行《条例》，主动公开信息1,284条，其中解读12条，答复率100%；办理申请"
              "36件。");
    heading(2);
    between("本单位按时公开各类信息，全年更新栏目35个。");
    disclosure();
    heading(3);
    between("本年度共收到申请，均按期答复，平均用时9个工作日。");
    requests();
    heading(4);
    between("全年没有因信息公开被纠错的案件，应诉2次以内的由法制机构承办。");
    case_table();
    heading(5);
    paragraph("解读形式不够多样，培训场次偏少。下一年将培训4次以上，并每月检查各栏目更新情况。");
    heading(6);
    paragraph("本年度没有收取信息处理费，收费0元。");
    return std::move(page_);
  }

 private:
  Dice dice(Oddity oddity) const { return {spec_.seed, static_cast<std::uint32_t>(oddity)}; }
  Dice dice(std::uint32_t purpose) const { return {spec_.seed, purpose}; }
  bool has(Oddity oddity) const { return spec_.has(oddity); }
  bool is_2019() const { return page_.edition == Edition::form_2019; }

  // ---- What stands in the cells ----

  bool is_printed(const CellInfo& cell) const {
    if (single_other_ && cell.row_info().key.find("other_handling") != std::string_view::npos) {
      return cell.row_info().editions == Editions::form_2019;
    }
    return gongkai::has(cell.editions, page_.edition);
  }

  void write_cells() {
    Dice blank = dice(Oddity::blanks), number = dice(102), damage = dice(Oddity::damaged_cells);
    const bool needs_mark = spec_.layout == Layout::aligned;
    money_in_head_ = is_2019() && has(Oddity::units) && dice(Oddity::units).one_in(2);
    const std::size_t cases_are = dice(103).below(12);  // in some documents, nothing is in section four
    const bool blank_cases = cases_are < 2,
               is_seen = !needs_mark && spec_.layout != Layout::csv && spec_.layout != Layout::tsv,  // an empty row
        empty_cases = cases_are == 0 && is_seen;
    bool blank_row = false;
    for (const CellInfo& cell : cells) {
      if (!is_printed(cell)) {
        continue;
      }
      if (cell.index == 0 || cells[cell.index - 1U].row != cell.row) {
        const bool is_case = cell.row_info().type == RowType::cases;
        blank_row = has(Oddity::blanks) && (blank.one_in(10) || (is_case && blank_cases));
      }
      const std::int64_t value = gongkai::cell(report_, cell.index).value_or(0);
      Expected& expected = page_.expected[cell.index];
      std::string& text = written_[cell.index];
      // Drawn for every cell, so that the oddities do not disturb one another.
      const bool is_blank = blank.one_in(6), is_damaged = damage.one_in(60);
      const std::string blank_written = blank_text(needs_mark, spec_, blank), damaged = damaged_text(value, damage);
      std::string written = value_text(cell, value, number);
      if (has(Oddity::damaged_cells) && is_damaged && !cell.is_money) {
        expected.state = CellState::unreadable;
        text = damaged;
      } else if (has(Oddity::blanks) && (blank_row || is_blank)) {
        const bool is_empty = empty_cases && cell.row_info().type == RowType::cases;
        expected.state = CellState::blank;
        text = is_empty ? std::string() : blank_written;
      } else {
        expected = {CellState::read, value};
        text = std::move(written);
      }
    }
  }

  std::string value_text(const CellInfo& cell, std::int64_t value, Dice& number) {
    if (!cell.is_money) {
      return number_text(value, 0, cell.is_signed, cell.unit().zh, spec_, number);
    }
    const bool in_ten_thousands = !is_2019() || money_in_head_;
    return number_text(value, in_ten_thousands ? 6 : 2, false, in_ten_thousands ? "万元" : "元", spec_, number);
  }

  PageCell value_cell(std::size_t index) const { return {written_[index], 1, 1, true}; }

  /// The values of a row, or its digits run together in one cell.
  void add_values(PageRow& row, std::size_t first, std::size_t count) {
    if (has(Oddity::fused_rows) && is_fusible(first, count) && fused_.one_in(12)) {
      std::string digits;
      for (std::size_t i = first; i < first + count; ++i) {
        digits += std::to_string(*page_.expected[i].value);
        page_.expected[i] = {CellState::unreadable, std::nullopt};
      }
      row.push_back({digits, 1, count, true});
      return;
    }
    for (std::size_t i = first; i < first + count; ++i) {
      if (is_printed(cells[i])) {
        row.push_back(value_cell(i));
      }
    }
  }
  bool is_fusible(std::size_t first, std::size_t count) const {
    return cells[first].row_info().type == RowType::applicants &&
           std::all_of(page_.expected.begin() + static_cast<std::ptrdiff_t>(first),
                       page_.expected.begin() + static_cast<std::ptrdiff_t>(first + count),
                       [](const Expected& e) { return e.state == CellState::read; });
  }

  // ---- Labels ----

  std::string label(std::string_view official, bool is_row) {
    std::string text(official);
    if (has(Oddity::label_variants) && variants_.one_in(2)) {
      text = variant_of(text, is_row);
    }
    if (has(Oddity::numbering) && numbering_.one_in(2)) {
      text = renumbered(text);
    }
    if (has(Oddity::line_breaks) && breaks_.one_in(2) && text.size() > 9) {
      std::size_t at = 3 * (1 + breaks_.below(text.size() / 3 - 1));
      while ((static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) {
        ++at;
      }
      text.insert(at, "\n");
    }
    return text;
  }

  std::string variant_of(const std::string& text, bool is_row) {
    struct Variant {
      std::string_view official, seen;
      bool is_row;
    };
    static constexpr Variant seen[] = {
        {"行政规范性文件", "规范性文件", true},
        {"规范性文件", "规范性文件(行政机关制定发布的决定、公告、通告等一般情况下属于规范性文件)", true},
        {"规章", "规 章", true},
        {"规章", "规章(设区的市、自治州人民政府应提供相关数据)", true},
        {"其他对外管理服务事项", "其他对外管理服务事项(指行政许可以外的政务服务事项，含行政确认、行政奖励等)", true},
        {"现行有效件数", "现行有效件", false},
        {"现行有效件数", "现行有效件数 (历史累计)", false},
        {"上一年项目数量", "上一年项目数量(指2019年事项数)", false},
        {"本年增/减", "本年增/减(指2020年增加或减少的事项数，减用负值表示，如-8)", false},
        {"处理决定数量", "处理决定数量(指2020年办件量)", false},
        {"商业企业", "商 业 企 业", false},
        {"（七）总计", "（七）总 计", true},
        {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开", true},
        {"3.危及“三安全一稳定”", "3.危及\"三安全一稳定\"", true},
    };
    std::vector<std::string_view> found;
    for (const Variant& variant : seen) {
      if (variant.official == text && variant.is_row == is_row) {
        found.push_back(variant.seen);
      }
    }
    return found.empty() ? text : std::string(variants_.any_of(found));
  }

  std::string renumbered(std::string text) {
    struct Change {
      std::string_view from;
      std::array<std::string_view, 3> to;
    };
    static constexpr Change changes[] = {{"1.", {"1、", "1．", "1"}},   {"2.", {"2、", "2．", "2 ."}},
                                         {"3.", {"3、", "3．", "3. "}}, {"4.", {"4、", "4．", "4"}},
                                         {"5.", {"5、", "5．", "5. "}}, {"6.", {"6、", "6．", "6 ."}},
                                         {"7.", {"7、", "7．", "7"}},   {"8.", {"8、", "8．", "8. "}},
                                         {"（", {"(", "（ ", "("}},     {"一、", {"一.", "一．", "一 、"}}};
    for (const Change& change : changes) {
      if (text.substr(0, change.from.size()) == change.from) {
        text.replace(0, change.from.size(), numbering_.any_of(change.to));
        if (change.from == "（" && text.find("）") != std::string::npos && text[0] == '(') {
          text.replace(text.find("）"), std::string_view("）").size(), ")");
        }
        break;
      }
    }
    return text;
  }

  // ---- Text ----

  void heading(int section) {
    static const std::map<int, std::vector<std::string_view>> seen{
        {2, {"二、主动公开政府信息的情况", "二、政府信息主动公开情况"}},
        {3, {"三、收到和处理政府信息公开申请的情况"}},
        {4, {"四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "四、政府信息公开行政复议和行政诉讼情况"}},
        {5, {"五、政府信息公开工作存在的主要问题及改进情况", "五、存在问题及改进情况", "五、存在的主要问题和改进措施"}},
        {6, {"六、其他需要报告的事项情况", "六、需要报告的其他事项"}}};
    constexpr std::string_view digits[] = {"", "一", "二", "三", "四", "五", "六"};
    std::string text =
        std::string(digits[section]) + "、" + std::string(sections[static_cast<std::size_t>(section) - 1].heading.zh);
    Dice which(spec_.seed, 200 + static_cast<std::uint32_t>(section));
    if (const auto variants = seen.find(section); has(Oddity::heading_variants) && variants != seen.end()) {
      text = which.any_of(variants->second);
    }
    page_.blocks.push_back({PageBlock::Kind::heading, text, {}});
  }
  void paragraph(std::string text) { page_.blocks.push_back({PageBlock::Kind::paragraph, std::move(text), {}}); }
  void between(std::string text) {
    if (has(Oddity::narrative)) {
      paragraph(std::move(text));
    }
  }

  // ---- Tables ----

  static std::pair<std::size_t, std::size_t> cells_of_row(std::size_t row) {
    std::size_t first = 0;
    while (cells[first].row != row) {
      ++first;
    }
    std::size_t count = 0;
    while (first + count < cell_count && cells[first + count].row == row) {
      ++count;
    }
    return {first, count};
  }

  void disclosure() {
    std::vector<PageRow> rows;
    for (std::size_t table = 0; table < 5; ++table) {
      if (!gongkai::has(tables[table].editions, page_.edition)) {
        continue;
      }
      sub_table(table, rows);
      if (!has(Oddity::merged_tables)) {
        add_table(std::move(rows));
        rows.clear();
      }
    }
    if (!rows.empty()) {
      add_table(std::move(rows));
    }
  }

  void sub_table(std::size_t table, std::vector<PageRow>& rows_out) {
    constexpr std::size_t width = 4;
    rows_out.push_back({{std::string(tables[table].title.zh), 1, width, false}});
    bool has_head = false;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const RowInfo& info = rows[row];
      if (info.table != table || !gongkai::has(info.editions, page_.edition)) {
        continue;
      }
      const auto [first, count] = cells_of_row(row);
      if (!has_head) {
        has_head = true;
        PageRow head{{"信息内容"}};
        for (std::size_t i = first; i < first + count; ++i) {
          if (is_printed(cells[i])) {
            std::string_view text = cells[i].column_info().label.zh(page_.edition);
            head.push_back({cells[i].is_money && money_in_head_ ? "采购总金额(万元)" : label(text, false)});
          }
        }
        widen(head, width);
        rows_out.push_back(std::move(head));
      }
      PageRow line{{label(info.label.zh(page_.edition), true)}};
      add_values(line, first, count);
      widen(line, width);
      rows_out.push_back(std::move(line));
      if (has(Oddity::extra_rows) && is_2019() && info.key == "disclosure.normative_documents") {
        rows_out.push_back({{"其他主动公开文件(含以本单位或本单位办公室名义正式签发的文件)"},
                            {"15", 1, 1, true},
                            {"15", 1, 1, true},
                            {"60", 1, 1, true}});
      }
      if (has(Oddity::extra_rows) && is_2019() && info.key == "disclosure.other_services") {
        rows_out.push_back({{"行政检查"}, {"3", 1, 1, true}, {"0", 1, 1, true}, {"41", 1, 1, true}});
      }
    }
  }

  /// Makes the row as wide as the table by letting its last cells span more; which do is not the same in every row.
  void widen(PageRow& row, std::size_t width) {
    std::size_t missing = width - row.size();
    while (missing > 0) {
      const std::size_t cell = has(Oddity::wrong_spans) ? spans_.below(row.size()) : row.size() - 1;
      ++row[cell].columns;
      --missing;
    }
  }

  void requests() {
    std::vector<PageRow> table;
    const bool no_note = has(Oddity::no_note_cell);
    table.push_back(
        {{no_note ? "" : "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3, false},
         {"申请人情况", 1, 7, false}});
    table.push_back({{"自然人", 2, 1, false}, {"法人或其他组织", 1, 5, false}, {"总计", 2, 1, false}});
    PageRow organisations;
    for (const ColumnInfo& column : columns) {
      if (column.type == RowType::applicants && !column.group.empty()) {
        organisations.push_back({label(column.label.zh_2021, false)});
      }
    }
    table.push_back(std::move(organisations));
    std::string group_before;
    std::size_t results_head = 0, results = 0, group_head = 0;  // where the cells stand that span rows
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const RowInfo& info = rows[row];
      const auto [first, count] = cells_of_row(row);
      if (info.type != RowType::applicants || !is_printed(cells[first])) {
        continue;
      }
      PageRow line;
      const std::string group(info.group);
      const std::size_t slash = group.find('/');
      if (!group.empty()) {
        if (group_before.empty()) {
          line.push_back({"三、本年度办理结果", 1, 1, false});
          results_head = table.size();
        } else if (has(Oddity::repeated_groups)) {
          line.push_back({"三、本年度办理结果", 1, 1, false});
        }
        ++results;
      }
      if (slash != std::string::npos) {
        const std::string head = group.substr(slash + 1);
        if (group != group_before) {
          line.push_back({head, 1, 1, false});
          group_head = table.size();
        } else if (has(Oddity::repeated_groups)) {
          line.push_back({head, 1, 1, false});
        } else {
          ++group_cell(table[group_head]).rows;
        }
      }
      line.push_back({label(info.label.zh(page_.edition), true), 1,
                      group.empty()                ? 3U
                      : slash == std::string::npos ? 2U
                                                   : 1U,
                      false});
      add_values(line, first, count);
      table.push_back(std::move(line));
      group_before = group;
    }
    if (!has(Oddity::repeated_groups)) {
      table[results_head][0].rows = results;
    }
    constexpr std::size_t head_rows = 3;
    add_table(std::move(table), head_rows);
  }
  /// The head of a group in the group's first row: before the row's label, which is before its values.
  static PageCell& group_cell(PageRow& row) {
    const auto values = static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [](const PageCell& cell) { return cell.is_value; }));
    return row[row.size() - values - 2];
  }

  void case_table() {
    std::vector<PageRow> table(4);
    table[0] = {{"行政复议", 1, 5, false}, {"行政诉讼", 1, 10, false}};
    for (const ColumnInfo& column : columns) {
      if (column.type == RowType::cases) {
        table[1].push_back({label(column.label.zh_2021, false), 2, 1, false});
      }
    }
    table[1].push_back({"未经复议直接起诉", 1, 5, false});
    table[1].push_back({"复议后起诉", 1, 5, false});
    for (int block = 0; block < 2; ++block) {
      for (const ColumnInfo& column : columns) {
        if (column.type == RowType::cases) {
          table[2].push_back({label(column.label.zh_2021, false)});
        }
      }
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row].type == RowType::cases) {
        const auto [first, count] = cells_of_row(row);
        add_values(table[3], first, count);
      }
    }
    add_table(std::move(table));
  }

  void add_table(std::vector<PageRow> rows_in, std::size_t head_rows = 0) {
    if (has(Oddity::padding)) {
      const std::size_t more = 1 + padding_.below(3);
      for (PageRow& row : rows_in) {
        row.insert(row.end(), more, PageCell{});
      }
    }
    // A table is broken behind its head and before its last row.
    const std::size_t split = rows_in.size() > 8 ? 4 + splits_.below(rows_in.size() - 5) : 0;
    if (has(Oddity::split_tables) && split != 0) {
      if (dice(104).one_in(2) || has(Oddity::repeated_heads)) {  // or the heads would stand above other columns
        continue_spans(rows_in, split);
      }
      page_.blocks.push_back(
          {PageBlock::Kind::table, {}, {rows_in.begin(), rows_in.begin() + static_cast<std::ptrdiff_t>(split)}});
      rows_in.erase(rows_in.begin(), rows_in.begin() + static_cast<std::ptrdiff_t>(split));
      if (has(Oddity::repeated_heads)) {
        const std::vector<PageRow>& above = page_.blocks.back().rows;
        rows_in.insert(rows_in.begin(), above.begin(), above.begin() + static_cast<std::ptrdiff_t>(head_rows));
      }
    }
    page_.blocks.push_back({PageBlock::Kind::table, {}, std::move(rows_in)});
  }

  /// Behind the break, an empty cell stands for what is left of each cell that spans it.
  static void continue_spans(std::vector<PageRow>& table, std::size_t split) {
    const std::vector<Cover> covers = covers_of(table)[split];
    PageRow row;
    for (std::size_t column = 0; column < covers.size() && covers[column].cell != nullptr;) {
      const Cover& cover = covers[column];
      const std::size_t rows_above = split - cover.row;
      row.push_back(rows_above == 0 ? *cover.cell
                                    : PageCell{"", cover.cell->rows - rows_above, cover.cell->columns, false});
      column += cover.cell->columns;
    }
    table[split] = std::move(row);
  }

  const Spec& spec_;
  Report report_;
  Page page_;
  std::array<std::string, cell_count> written_;
  bool single_other_ = false, money_in_head_ = false;
  Dice variants_ = dice(Oddity::label_variants), numbering_ = dice(Oddity::numbering),
       breaks_ = dice(Oddity::line_breaks), fused_ = dice(Oddity::fused_rows), spans_ = dice(Oddity::wrong_spans),
       padding_ = dice(Oddity::padding), splits_ = dice(Oddity::split_tables);
};

}  // namespace gongkai::testing
