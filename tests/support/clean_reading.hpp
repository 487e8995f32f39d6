// A reading of a report that is right in every way, to be spoiled one way at a time.
#pragma once

#include "support/random_report.hpp"

namespace gongkai::testing {

/// A county government's report of the edition, as read from a document without a fault.
inline Reading clean_reading(Edition edition) {
  std::mt19937 random(7);
  Reading reading;
  Report& report = reading.report;
  report = random_clean_report(random, edition);
  About& about = report.about;
  const std::string year = std::to_string(about.year);
  about.title = "临江县人民政府" + year + "年政府信息公开工作年度报告";
  about.authority = "临江县人民政府";
  about.level = Level::county;
  about.kind = Kind::government;
  about.publication_date = {about.year + 1, 1, 20};
  for (Count* count :
       {&report.disclosure.government_rules.newly_made, &report.disclosure.government_rules.newly_disclosed,
        &report.disclosure.government_rules.total_disclosed, &report.disclosure.government_rules.issued,
        &report.disclosure.government_rules.repealed, &report.disclosure.government_rules.in_force}) {
    if (!count->is_blank()) {
      *count = 0;
    }
  }
  const std::string notice = edition == Edition::form_2019 ? "国办公开办函〔2019〕60号" : "国办公开办函〔2021〕30号";
  report.narrative.preamble = "根据《" + notice + "》编制，统计期限为" + year + "年1月1日至" + year + "年12月31日。";
  report.narrative.overview = year + "年，我县主动公开信息120条。工作考核、社会评议按规定开展，没有责任追究情形。";
  report.narrative.problems_and_improvements = "解读形式单一，下一年将增加图解，并安排专人每月检查各栏目更新情况。";
  report.narrative.other_matters = "本年度没有收取信息处理费。";
  for (const SectionInfo& section : sections) {
    reading.headings.push_back({section.number,
                                {static_cast<std::uint32_t>(section.number * 10), 1, 0, 0, 0},
                                std::string(section.heading.zh)});
  }
  for (const CellInfo& cell : cells) {
    if (has(cell.editions, edition)) {
      reading.sources[cell.index] = {CellState::read, {100, 1, 1, 1, 1}, "0"};
    }
  }
  return reading;
}

}  // namespace gongkai::testing
