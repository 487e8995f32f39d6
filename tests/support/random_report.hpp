// Reports for tests: of zeros, and random ones: right in every way, or as they are published, with blanks, text and added rows.
#pragma once

#include <cstdint>
#include <random>

#include "gongkai/gongkai.hpp"

namespace gongkai::testing {

/// A report with a zero in every cell of the edition.
inline Report report_of_zeros(Edition edition) {
  Report report;
  report.about.edition = edition;
  for (const CellInfo& info : cells) {
    if (has(info.editions, edition)) {
      set_cell(report, info.index, 0);
    }
  }
  return report;
}

/// A report of the edition with every cell of it filled, which no rule finds fault with.
inline Report random_clean_report(std::mt19937& random, Edition edition) {
  const auto up_to = [&random](std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(0, most)(random);
  };
  const bool is_2019 = edition == Edition::form_2019;
  Report report;
  report.about.edition = edition;
  report.about.year = static_cast<int>(is_2019 ? 2019 + up_to(1) : 2021 + up_to(2));

  Disclosure& d = report.disclosure;
  for (Documents* row : {&d.government_rules, &d.normative_documents}) {
    if (is_2019) {
      const std::int64_t disclosed = 1 + up_to(50);
      row->newly_made = up_to(50);
      row->newly_disclosed = disclosed;
      row->total_disclosed = disclosed + up_to(500);
    } else {
      const std::int64_t issued = up_to(50);
      row->issued = issued;
      row->repealed = up_to(50);
      row->in_force = issued + up_to(500);
    }
  }
  for (Actions* row : {&d.licensing, &d.penalties, &d.compulsion, &d.other_services}) {
    if (is_2019) {
      const std::int64_t prior = up_to(900), change = up_to(900) - prior;
      row->items_prior_year = prior;
      row->items_change = change;
      row->decisions = prior + change + 1 + up_to(100'000);
    } else if (row != &d.other_services) {
      row->decisions = up_to(12'000'000);
    }
  }
  if (is_2019) {
    const std::int64_t prior = up_to(40);
    d.fees.items_prior_year = prior;
    d.fees.items_change = up_to(40) - prior;
    d.procurement.projects = up_to(900);
    d.procurement.amount = Money::fen(up_to(900'000'000'000));
  } else {
    d.fees.amount = Money::fen(up_to(900'000'000'000));
  }

  Requests& r = report.requests;
  const std::size_t first = 29, columns = 7;  // the table of requests, row by row; see catalog.hpp
  const auto put = [&report](std::size_t index, std::int64_t value) { set_cell(report, index, value); };
  const auto get = [&report](std::size_t index) { return cell(report, index).value_or(0); };
  for (std::size_t column = 0; column + 1 < columns; ++column) {
    std::int64_t outcomes = 0;
    const std::size_t total = first + 24 * columns + column;
    for (std::size_t index = first + 2 * columns + column; index < total; index += columns) {
      if (has(cells[index].editions, edition)) {
        put(index, up_to(3) == 0 ? up_to(column == 0 ? 900 : 60) : 0);
        outcomes += get(index);
      }
    }
    put(total, outcomes);
    const std::int64_t carried_out = up_to(40), all = outcomes + carried_out, carried_in = up_to(all);
    put(total + columns, carried_out);
    put(first + columns + column, carried_in);
    put(first + column, all - carried_in);
  }
  for (std::size_t row = 0; row < 26; ++row) {
    const std::size_t begin = first + row * columns;
    if (has(cells[begin].editions, edition)) {
      std::int64_t sum = 0;
      for (std::size_t column = 0; column + 1 < columns; ++column) {
        sum += get(begin + column);
      }
      put(begin + columns - 1, sum);
    }
  }
  const bool any_request = r.received.total.value_or(0) + r.carried_in.total.value_or(0) > 0;
  for (Cases* block : {&report.review, &report.litigation.direct, &report.litigation.after_review}) {
    const std::int64_t most = any_request ? 90 : 0;
    const std::int64_t upheld = up_to(most), corrected = up_to(most), other = up_to(most), pending = up_to(most);
    block->upheld = upheld;
    block->corrected = corrected;
    block->other = other;
    block->pending = pending;
    block->total = upheld + corrected + other + pending;
  }
  return report;
}

/// A random report with blanks, text, and sometimes a row that a province added.
inline Report random_published_report(std::mt19937& random, Edition edition) {
  const auto up_to = [&random](std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(0, most)(random);
  };
  Report report = random_clean_report(random, edition);
  for (const CellInfo& info : cells) {
    if (has(info.editions, edition) && up_to(4) == 0) {
      set_cell(report, info.index, std::nullopt);
    }
  }
  About& about = report.about;
  about.authority = up_to(1) == 0 ? "临江县人民政府" : "临江市教育局";
  about.title = about.authority + std::to_string(about.year) + "年政府信息公开工作年度报告";
  about.level = static_cast<Level>(up_to(5));
  about.kind = static_cast<Kind>(up_to(4));
  about.coverage = static_cast<Extent>(up_to(2));
  if (up_to(1) == 0) {
    about.publication_date = {about.year + 1, 1, static_cast<int>(1 + up_to(30))};
  }
  const std::string year = std::to_string(about.year);
  report.narrative.preamble =
      "根据《政府信息公开条例》编写本报告。\n所列数据的统计期限为" + year + "年1月1日至" + year + "年12月31日。";
  const std::string published = std::to_string(up_to(900)), answered = std::to_string(up_to(90));  // in this order
  report.narrative.overview = "全年公开信息" + published + "条，答复“<申请>”&咨询\"" + answered +
                              "\"件。\n（一）主动公开。栏目有更新，形式有图解。";
  report.narrative.problems_and_improvements = up_to(3) == 0 ? "" : "解读形式单一，下一年增加图解，每月检查栏目。";
  report.narrative.other_matters = "没有收取信息处理费。";
  if (edition == Edition::form_2021 && up_to(2) == 0) {
    ExtensionRow row{"article_20_1", "其他主动公开文件", {}, {}};
    for (const char* column : {"本年制发件数", "本年废止件数", "现行有效件数"}) {
      row.columns.emplace_back(column);
      row.values.push_back(std::to_string(up_to(300)));
    }
    report.extensions.push_back(row);
  }
  if (edition == Edition::form_2021 && up_to(3) == 0) {  // one row 其他处理, as in 2019
    report.requests.outcomes.other_handling.unspecified.natural_person = up_to(9);
    report.requests.outcomes.other_handling.unspecified.total = up_to(9);
  }
  return report;
}

}  // namespace gongkai::testing
