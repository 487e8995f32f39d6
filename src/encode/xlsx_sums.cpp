// Each sum stands here twice: as it comes out now, and as a formula that says the same of whatever is typed.
//
// A mark says no more than the rules do: what blanks leave open is 未定, not 不符.
#include "encode/xlsx_sums.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "gongkai/catalog.hpp"
#include "text/sums_sheet.hpp"

namespace gongkai::xlsx {
namespace {

constexpr std::size_t most_slips = 3;  // more rows that have nothing but a total are how the report is written
constexpr std::size_t first_row = 3;
// Columns of the sheet: what is off, then every sum with what it takes to tell.
constexpr std::size_t list_column = 1, name_column = 3, left_column = 4, right_column = 5, verdict_column = 6,
                      gap_column = 7, rank_column = 8, words_column = 9;
constexpr std::string_view no_total = "○ 未定：总计没有填", only_total = "○ 未定：只填了总计",
                           has_gaps = "○ 未定：有的行没有填全", too_long = "○ 未定：数字太长";

bool is_of_requests(const Equation& equation) {
  return cells[equation.right()[0]].row_info().type == RowType::applicants;
}

std::string_view sheet_of(const Equation& equation) {
  return is_of_requests(equation) ? "'依申请公开'!" : "'复议诉讼'!";
}

/// Ranges of the form's sheet, as another sheet names them.
std::string named(const std::string& ranges, std::string_view sheet) {
  std::string out(sheet);
  for (const char c : ranges) {
    out += c;
    out += c == ',' ? sheet : std::string_view();
  }
  return out;
}

}  // namespace

Sums::Sums(const Report& report, const Spots& spots)
    : report_(report),
      spots_(spots),
      edition_(report.about.edition == Edition::form_2019 ? Edition::form_2019 : Edition::form_2021) {
  add_lines(Equation::Kind::row, true);
  rows_ = lines_.size();
  add_lines(Equation::Kind::column, true);
  add_lines(Equation::Kind::balance, true);
  add_lines(Equation::Kind::row, false);
  judge();
}

// ---- The totals in the tables ----

/// Cells that stand in one row or column without a gap are one range.
Sums::Side Sums::side_of(std::span<const std::uint8_t> indexes) const {
  Side side;
  Spot first, last;
  const auto end_range = [&] {
    if (first.row != 0) {
      side.ranges += side.ranges.empty() ? "" : ",";
      side.ranges += address(first.row, first.column);
      side.ranges += first.row == last.row && first.column == last.column ? "" : ":" + address(last.row, last.column);
    }
  };
  for (const std::uint8_t index : indexes) {
    const Spot at = spots_[index];
    if (at.row == 0) {
      continue;
    }
    const bool goes_right = at.row == last.row && at.column == last.column + 1 && first.row == at.row;
    const bool goes_down = at.column == last.column && at.row == last.row + 1 && first.column == at.column;
    if (!goes_right && !goes_down) {
      end_range();
      first = at;
    }
    last = at;
    if (const auto value = cell(report_, index)) {
      ++side.count;
      side.is_kept = side.is_kept && is_kept(*value);
      side.sum += side.is_kept ? *value : 0;
    }
  }
  end_range();
  side.is_kept = side.is_kept && is_kept(side.sum);
  return side;
}

std::optional<std::string> Sums::total(std::size_t index) const {
  if (sum_of[index] < 0) {
    return std::nullopt;
  }
  for (const Equation& equation : equations) {
    if (equation.kind != Equation::Kind::balance && equation.total() == index) {
      const Side parts = side_of(equation.left());
      const auto written = cell(report_, index);
      if (!parts.is_kept || written.has_value() != (parts.count != 0) || written.value_or(0) != parts.sum) {
        return std::nullopt;
      }
    }
  }
  const std::string parts = side_of(equations[static_cast<std::size_t>(sum_of[index])].left()).ranges;
  return fmt::format(R"(IF(COUNT({0})=0,"",SUM({0})))", parts);
}

void Sums::mark(Sheet& sheet, std::size_t column, Equation::Kind kind, std::size_t total, Style style) const {
  const auto line = std::find_if(lines_.begin(), lines_.end(), [&](const Line& one) {
    return one.equation->kind == kind && one.equation->right()[0] == total;
  });
  if (line != lines_.end()) {
    const std::size_t row = row_of(static_cast<std::size_t>(line - lines_.begin()));
    sheet.formula(column, fmt::format("'{}'!{}", sheet_name, address(row, verdict_column)), line->verdict, true, style);
  }
}

// ---- How the sums fare ----

void Sums::add_lines(Equation::Kind kind, bool of_requests) {
  for (const Equation& equation : equations) {
    const auto right = equation.right();
    const bool is_here =
        std::all_of(right.begin(), right.end(), [&](std::uint8_t index) { return spots_[index].row != 0; });
    if (equation.kind == kind && is_of_requests(equation) == of_requests && is_here) {
      Line& line = lines_.emplace_back(Line{&equation, side_of(equation.left()), side_of(right)});
      line.has_total = cell(report_, right[0]).has_value();
    }
  }
}

Sums::Gap Sums::gap_of(const Line& line) const {
  const CellInfo& total = cells[line.equation->right()[0]];
  if (!has(total.editions, edition_) || (line.left.count > 0) == line.has_total) {
    return Gap::none;
  }
  return !line.has_total ? Gap::no_total : line.right.sum == 0 ? Gap::only_zero : Gap::only_total;
}

bool Sums::has_gap(std::size_t first, std::size_t end, bool in_totals) const {
  return std::any_of(
      lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.begin() + static_cast<std::ptrdiff_t>(end),
      [&](const Line& line) { return line.gap != Gap::none && (line.gap == Gap::no_total) == in_totals; });
}

/// Whether it is the row （七）总计, whose parts are sums themselves.
bool Sums::is_of_sums(const Line& line) {
  return line.equation->kind == Equation::Kind::row && sum_of[line.equation->left().front()] >= 0;
}

/// Whether the two sides, which differ, differ whatever stands in the blanks.
bool Sums::is_off(const Line& line) const {
  const Equation::Kind kind = line.equation->kind;
  if (kind == Equation::Kind::row) {
    if (is_of_sums(line) && line.left.sum < line.right.sum && line.left.count < line.equation->left().size()) {
      return false;  // a blank total of a column may be any sum
    }
    const auto alone = std::count_if(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(rows_),
                                     [](const Line& one) { return one.gap == Gap::only_total; });
    return line.gap != Gap::only_total || static_cast<std::size_t>(alone) <= most_slips;
  }
  const bool in_totals = cells[line.equation->right()[0]].column_info().name == "total";
  const bool is_balance = kind == Equation::Kind::balance;
  const bool left_is_open = is_balance ? has_gap(0, 2, in_totals) : has_gap(2, rows_ - 2, in_totals);
  const bool right_is_open = is_balance && has_gap(rows_ - 2, rows_, in_totals);
  return line.left.sum > line.right.sum ? !right_is_open : !left_is_open;
}

void Sums::judge() {
  for (std::size_t i = 0; i < rows_; ++i) {
    lines_[i].gap = gap_of(lines_[i]);
  }
  for (Line& line : lines_) {
    const std::int64_t off = line.left.sum - line.right.sum;
    if (!line.left.is_kept || !line.right.is_kept) {
      line.verdict = too_long;
    } else if (line.left.count + line.right.count != 0) {
      line.verdict = !line.has_total ? no_total
                     : off == 0      ? sums::held
                     : is_off(line)  ? fmt::format("{}，相差{}", sums::off, off < 0 ? -off : off)
                     : line.equation->kind == Equation::Kind::row && !is_of_sums(line) ? std::string(only_total)
                                                                                       : std::string(has_gaps);
    }
  }
}

// ---- The same as formulas ----

std::size_t Sums::row_of(std::size_t line) const {
  return first_row + line;
}

/// How many of the rows have a gap of one kind or the other.
std::string Sums::gaps_in(std::size_t first, std::size_t end, bool in_totals) const {
  return fmt::format(R"(COUNTIF(G{}:G{},"{}"))", row_of(first), row_of(end - 1), in_totals ? "3" : "<3");
}

std::string Sums::gap_formula(std::size_t line) const {
  const Line& what = lines_[line];
  const std::string parts = named(what.left.ranges, sheet_of(*what.equation)),
                    total = named(what.right.ranges, sheet_of(*what.equation));
  return fmt::format(R"(IF((COUNT({})>0)=(COUNT({})>0),"",IF(COUNT({})=0,3,IF(E{}=0,1,2))))", parts, total, total,
                     row_of(line));
}

std::string Sums::verdict_formula(std::size_t line) const {
  const Equation& equation = *lines_[line].equation;
  const Spot total = spots_[equation.right()[0]];
  const bool in_totals = cells[equation.right()[0]].column_info().name == "total";
  const bool is_row = equation.kind == Equation::Kind::row, is_balance = equation.kind == Equation::Kind::balance;
  const std::size_t row = row_of(line);
  const bool is_sums = is_of_sums(lines_[line]);
  std::string off =
      is_row && line >= rows_ ? "TRUE"
      : is_row ? fmt::format("OR(G{}<>2,COUNTIF(G{}:G{},2)<={})", row, row_of(0), row_of(rows_ - 1), most_slips)
               : fmt::format("IF(D{0}>E{0},{1},{2})=0", row, is_balance ? gaps_in(rows_ - 2, rows_, in_totals) : "0",
                             is_balance ? gaps_in(0, 2, in_totals) : gaps_in(2, rows_ - 2, in_totals));
  if (is_sums) {
    off = fmt::format("AND({0},OR(D{1}>E{1},COUNT({2})={3}))", off, row,
                      named(lines_[line].left.ranges, sheet_of(equation)), equation.left().size());
  }
  return fmt::format(
      R"(IF(D{0}="","",IF(COUNT({1}{2})=0,"{3}",IF(D{0}=E{0},"{4}",IF({5},"{6}，相差"&ABS(D{0}-E{0}),"{7}"))))", row,
      sheet_of(equation), address(total.row, total.column), no_total, sums::held, off, sums::off,
      is_row && !is_sums ? only_total : has_gaps);
}

// ---- In words ----

std::string Sums::name_of(const Equation& equation) const {
  const CellInfo& total = cells[equation.right()[0]];
  return fmt::format("“{}”", equation.kind == Equation::Kind::row ? total.row_info().label.zh(edition_)
                                                                  : total.column_info().label.zh(edition_));
}

/// What a line says where it is off; {} stand for the numbers of both sides and for their difference.
constexpr std::string_view words_for(Equation::Kind kind) {
  return kind == Equation::Kind::row ? "行各列相加是{}，“总计”填的是{}，相差{}。"
         : kind == Equation::Kind::column ? "列各项办理结果相加是{}，“（七）总计”填的是{}，相差{}。"
                                          : "列本年新收加上年结转是{}，办理结果总计加结转下年度是{}，相差{}。";
}

std::string Sums::words_of(const Line& line) const {
  const std::int64_t off = line.left.sum - line.right.sum;
  return fmt::format("{}：{}", sums::off, name_of(*line.equation)) +
         fmt::format(fmt::runtime(words_for(line.equation->kind)), line.left.sum, line.right.sum, off < 0 ? -off : off);
}

std::string Sums::words_formula(std::size_t line) const {
  const std::size_t row = row_of(line);
  const std::string words =
      fmt::format(fmt::runtime(words_for(lines_[line].equation->kind)), fmt::format("\"&D{}&\"", row),
                  fmt::format("\"&E{}&\"", row), fmt::format("\"&ABS(D{0}-E{0})&\"", row));
  return fmt::format(R"(IF(H{}="","","{}：{}{}"))", row, sums::off, name_of(*lines_[line].equation), words);
}

std::string Sums::summary() const {
  const auto count = [&](std::string_view mark) {
    return std::count_if(lines_.begin(), lines_.end(),
                         [&](const Line& line) { return line.verdict.starts_with(mark); });
  };
  const auto off = count(sums::off), open = count(sums::open), held = count(sums::held);
  return off + open + held == 0 ? ""
         : off != 0             ? fmt::format("{}：共{}处，列在下面", sums::off, off)
         : open != 0            ? fmt::format("{}：没有不符的，有{}处没有填全", sums::open, open)
                                : fmt::format("{}：填好的各行各列都相符", sums::held);
}

std::string Sums::summary_formula() const {
  return fmt::format(
      R"(IF(COUNT(D{0}:D{1})=0,"",IF(MAX(H{0}:H{1})>0,"{2}：共"&MAX(H{0}:H{1})&"处，列在下面",IF(COUNTIF(F{0}:F{1},"{3}*")>0,"{3}：没有不符的，有"&COUNTIF(F{0}:F{1},"{3}*")&"处没有填全","{4}：填好的各行各列都相符"))))",
      first_row, row_of(lines_.size() - 1), sums::off, sums::open, sums::held);
}

// ---- The sheet ----

namespace {

bool says_off(std::string_view verdict) {
  return verdict.starts_with(sums::off);
}

}  // namespace

void Sums::add_row(Sheet& sheet, std::size_t line, std::size_t rank, std::string_view listed) const {
  const Line& what = lines_[line];
  const Equation& equation = *what.equation;
  const std::string left = named(what.left.ranges, sheet_of(equation)),
                    right = named(what.right.ranges, sheet_of(equation));
  const bool is_empty = what.left.count + what.right.count == 0;
  const std::size_t row = row_of(line), last_row = row_of(lines_.size() - 1);
  const auto number = [&](std::size_t column, const std::string& formula, std::string_view result) {
    sheet.formula(column, formula, result, result.empty(), Style::sum);
  };
  const auto side = [&](std::size_t column, const std::string& ranges, const Side& value) {
    number(column, fmt::format(R"(IF(COUNT({},{})=0,"",SUM({})))", left, right, ranges),
           is_empty ? "" : std::to_string(value.sum));
  };
  sheet.begin_row(16);
  sheet.formula(list_column,
                fmt::format(R"(IF({0}>MAX(H{1}:H{2}),"",INDEX(I{1}:I{2},MATCH({0},H{1}:H{2},0))))", line + 1, first_row,
                            last_row),
                listed, true, Style::line);
  sheet.text(name_column,
             name_of(equation).append(equation.kind == Equation::Kind::row      ? sums::row
                                      : equation.kind == Equation::Kind::column ? sums::column
                                                                                : sums::balance),
             Style::label);
  side(left_column, left, what.left);
  side(right_column, right, what.right);
  if (what.verdict == too_long) {  // which no formula could tell
    sheet.text(verdict_column, what.verdict, Style::verdict);
  } else {
    sheet.formula(verdict_column, verdict_formula(line), what.verdict, true, Style::verdict);
  }
  if (line < rows_ && has(cells[equation.total()].editions, edition_)) {
    number(gap_column, gap_formula(line), what.gap == Gap::none ? "" : std::to_string(static_cast<int>(what.gap)));
  }
  number(rank_column, fmt::format(R"(IF(LEFT(F{},4)="{}",MAX(H${}:H{})+1,""))", row, sums::off, first_row - 1, row - 1),
         rank == 0 ? "" : std::to_string(rank));
  sheet.formula(words_column, words_formula(line), rank == 0 ? "" : words_of(what), true, Style::line);
}

Sheet Sums::sheet() const {
  Sheet sheet(sheet_name, {84, 3});  // printed with the gap: LibreOffice makes no single column fit a page
  sheet.begin_row(28);
  sheet.formula(list_column, summary_formula(), summary(), true, Style::heading);
  sheet.begin_row(24);
  constexpr std::pair<std::size_t, std::string_view> heads[] = {
      {name_column, sums::head}, {left_column, "左边"}, {right_column, "右边"}, {verdict_column, "核对"},
      {gap_column, "空缺"},      {rank_column, "次序"}, {words_column, "说明"}};
  for (const auto& [column, head] : heads) {
    sheet.text(column, head, Style::head);
  }
  sheet.freeze_above(first_row);
  std::vector<std::string> list;
  for (const Line& line : lines_) {
    if (says_off(line.verdict)) {
      list.push_back(words_of(line));
    }
  }
  std::size_t rank = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    add_row(sheet, i, says_off(lines_[i].verdict) ? ++rank : 0, i < list.size() ? list[i] : std::string_view());
  }
  sheet.mark(first_row, list_column, list_column);
  sheet.mark(first_row, verdict_column, verdict_column);
  sheet.end_print();
  for (const std::size_t width : std::initializer_list<std::size_t>{62, 10, 10, 20, 6, 6, 84}) {
    sheet.add_column(width);
  }
  return sheet;
}

}  // namespace gongkai::xlsx
