// The check and what stands beside it: claims, similarity, comparisons, localisation, sums, registers, waivers.
#include <memory>

#include "gongkai/aggregate.hpp"
#include "gongkai/bodies.hpp"
#include "gongkai/check.hpp"
#include "gongkai/compare/similarity.hpp"
#include "gongkai/diff.hpp"
#include "gongkai/localize.hpp"
#include "gongkai/waiver.hpp"
#include "gongkai/why.hpp"
#include "gongkai/write.hpp"
#include "growth/families.hpp"
#include "support/random_report.hpp"

namespace gongkai::growth {
namespace {

Report report_of(Edition edition = Edition::form_2021) {
  std::mt19937 random(7);
  Report report = testing::random_clean_report(random, edition);
  report.about.authority = "临江县人民政府";
  return report;
}

/// Checks a report with that text in sections one, five and six.
Work claims(std::string text) {
  Report report = report_of();
  report.narrative.overview = report.narrative.problems_and_improvements = report.narrative.other_matters = text;
  return [report = std::move(report)] {
    Assessment assessment = check(report);
    offer_candidate_reasons(report, assessment.findings);
  };
}
Work similar(std::string text, std::string other) {
  return [text = std::move(text), other = std::move(other)] { similarity(text, other); };
}

/// A reading with n notes of a kind, each a finding.
Reading with_notes(std::size_t n, const char* word) {
  Reading reading;
  reading.report = report_of();
  for (std::size_t i = 0; i < n; ++i) {
    reading.notes.push_back({NoteKind::unknown_row, {}, -1, -1, word + std::to_string(i)});
  }
  return reading;
}

struct Bodies {
  std::vector<std::string> names;
  std::vector<Report> reports;
  std::vector<Child> children;
};
/// n bodies that file; the lists point into one another, so they are shared.
std::shared_ptr<Bodies> bodies_of(std::size_t n, bool same_name = false) {
  auto bodies = std::make_shared<Bodies>();
  for (std::size_t i = 0; i < n; ++i) {
    bodies->names.push_back("第" + std::to_string(same_name ? 0 : i) + "镇");
    bodies->reports.push_back(report_of(i % 2 == 0 ? Edition::form_2021 : Edition::form_2019));
    bodies->reports.back().about.year = 2022;
    if (i % 3 == 0) {
      set_cell(bodies->reports.back(), i % cell_count, std::nullopt);
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    bodies->children.push_back({bodies->names[i], i % 7 == 0 ? nullptr : &bodies->reports[i], nullptr, Gap::missing});
  }
  return bodies;
}
std::string register_of(std::size_t n, bool is_chain) {
  std::string csv = "name,parent\n临江县人民政府,\n第0镇,临江县人民政府\n";
  for (std::size_t i = 1; i < n; ++i) {
    csv +=
        "第" + std::to_string(i) + "镇," + (is_chain ? "第" + std::to_string(i - 1) + "镇" : "临江县人民政府") + "\n";
  }
  return csv;
}
template <bool is_chain>
Work gathers(std::size_t n) {
  const auto bodies = bodies_of(n);
  return [bodies, csv = register_of(n, is_chain)] {
    const auto register_ = bodies_from_csv(csv);
    gather(register_.value(), "临江县人民政府", 2022, std::span(bodies->children).first(bodies->children.size() / 2));
  };
}

}  // namespace

std::vector<Family> core_families() {
  return {
      // Claims
      {"claims Chinese numerals", 2000, [](std::size_t n) { return claims(repeated("一二三", n)); }},
      {"claims tens of thousands", 2000, [](std::size_t n) { return claims(repeated("万一亿", n)); }},
      {"claims digits", 5000, [](std::size_t n) { return claims(repeated("1", n)); }},
      {"claims digits apart", 2000, [](std::size_t n) { return claims(repeated("1 ", n)); }},
      {"claims grouped digits", 2000, [](std::size_t n) { return claims("1" + repeated(",234", n)); }},
      {"claims sentences", 500, [](std::size_t n) { return claims(counted("收到申请#件，办结2件。", n)); }},
      {"claims one sentence", 500, [](std::size_t n) { return claims(counted("收到申请#件，予以公开2件，", n)); }},
      {"claims paragraphs", 1000, [](std::size_t n) { return claims(counted("（#）未收到申请\n", n)); }},
      {"claims denials", 1000, [](std::size_t n) { return claims(repeated("未发生行政复议、行政诉讼", n)); }},
      {"claims titles begun", 1000, [](std::size_t n) { return claims(repeated("《", n)); }},
      {"claims spaces", 5000, [](std::size_t n) { return claims("收到" + repeated(" ", n) + "申请1件"); }},
      {"claims spaced numerals", 1000, [](std::size_t n) { return claims(repeated("一  ", n) + repeated(" ", n)); }},
      {"claims years", 1000, [](std::size_t n) { return claims(counted("2019年1月1日至2019年12月31日，", n)); }},
      {"claims brackets", 2000, [](std::size_t n) { return claims(repeated("（收到申请", n)); }},
      {"claims citations", 500, [](std::size_t n) { return claims(repeated("国务院令第492号《条例》第#条，", n)); }},
      {"claims line breaks", 5000, [](std::size_t n) { return claims(repeated("\n", n)); }},
      {"reasons line by line", 2000,
       [](std::size_t n) {
         Reading reading = with_notes(5, "行");
         reading.report.narrative.other_matters = repeated("申请由于\n", n);
         return Work([reading] {
           Assessment assessment = check(reading);
           offer_candidate_reasons(reading.report, assessment.findings);
         });
       }},
      {"reasons for many findings", 300,
       [](std::size_t n) {
         Reading reading = with_notes(n, "行");
         reading.report.narrative.other_matters = repeated("申请增多。", n);
         return Work([reading] {
           Assessment assessment = check(reading);
           offer_candidate_reasons(reading.report, assessment.findings);
         });
       }},
      // Similarity
      {"similarity the same", 2000,
       [](std::size_t n) { return similar(counted("公开信息第#条工作", n), counted("公开信息第#条工作", n)); }},
      {"similarity one character", 5000, [](std::size_t n) { return similar(repeated("公", n), repeated("公", n)); }},
      {"similarity almost", 1000,
       [](std::size_t n) {
         return similar(repeated("公开信息工作年度报告甲", n), repeated("公开信息工作年度报告乙", n));
       }},
      {"similarity of the text", 500,
       [](std::size_t n) {
         Report report = report_of(), previous = report_of();
         report.narrative.overview = previous.narrative.overview = repeated("公开信息工作年度报告，", n);
         previous.about.year = report.about.year - 1;
         return Work([report, previous] { check(Dossier{&report, nullptr, &previous}); });
       }},
      // Comparisons
      {"diff findings", 300,
       [](std::size_t n) {
         return Work([before = with_notes(n, "甲"), after = with_notes(n, "乙")] {
           to_json(diff(Dossier{&before.report, &before}, Dossier{&after.report, &after}));
         });
       }},
      {"waivers", 300,
       [](std::size_t n) {
         Assessment assessment = check(with_notes(n, "甲"));
         std::vector<Waiver> waivers;
         for (const Finding& finding : assessment.findings) {
           waivers.push_back({fingerprint(finding), "已核实", "甲", {2022, 1, 1}, {}});
         }
         return Work([assessment, json = to_json(waivers)]() mutable {
           const auto read = waivers_from_json(json);
           apply(read.value(), {2023, 1, 1}, assessment);
         });
       }},
      // Which cell is wrong
      {"why with witnesses", 300,
       [](std::size_t n) {
         Report report = report_of();
         report.requests.received.total = *report.requests.received.total.get() + 1;
         std::vector<Witness> witnesses;
         for (std::size_t i = 0; i < n; ++i) {
           witnesses.push_back({static_cast<std::uint16_t>(i % cell_count), WitnessKind::text, 5, {}});
         }
         return Work([report, witnesses] {
           LocalizeOptions options;
           options.witnesses = witnesses;
           Assessment assessment = check(report);
           attach_suspects(assessment, localize(report, options));
         });
       }},
      {"why on many findings", 300,
       [](std::size_t n) {
         Reading reading = with_notes(n, "甲");
         reading.report.requests.received.total = *reading.report.requests.received.total.get() + 1;
         return Work([reading] {
           Assessment assessment = check(reading);
           const Localization localization = localize(reading);
           attach_suspects(assessment, localization);
           for (const Fault& fault : localization.faults) {
             story(fault, reading.report.about, Language::zh);
           }
         });
       }},
      {"why on a long text", 300,
       [](std::size_t n) {
         Report report = report_of();
         report.requests.received.total = *report.requests.received.total.get() + 1;
         report.narrative.overview = repeated("收到申请5件，办结2件。", n);
         return Work([report] { localize(report); });
       }},
      // Sums over bodies
      {"aggregate", 30,
       [](std::size_t n) { return Work([bodies = bodies_of(n)] { to_json(aggregate(bodies->children)); }); }},
      {"aggregate of one name", 30,
       [](std::size_t n) { return Work([bodies = bodies_of(n, true)] { to_json(aggregate(bodies->children)); }); }},
      {"roll-up", 20,
       [](std::size_t n) {
         return Work([bodies = bodies_of(n), report = report_of()] {
           Dossier dossier{&report, nullptr};
           dossier.children = bodies->children;
           dossier.children_are_complete = true;
           const Assessment assessment = check(dossier);
           to_json(assessment, report.about);
         });
       }},
      {"why with bodies", 20,
       [](std::size_t n) {
         return Work([bodies = bodies_of(n), report = report_of()]() mutable {
           report.requests.received.total = *report.requests.received.total.get() + 1;
           Dossier dossier{&report, nullptr};
           dossier.children = bodies->children;
           localize(dossier);
         });
       }},
      {"register", 300, gathers<false>},
      {"register, one below the other", 300, gathers<true>},
      {"register, one name in many times", 200,
       [](std::size_t n) {
         std::string csv = "name,valid_from,valid_to\n";
         for (std::size_t i = 0; i < n; ++i) {
           csv += "甲镇," + std::to_string(1000 + i) + "-01-01," + std::to_string(1000 + i) + "-12-31\n";
         }
         return Work([csv] { bodies_from_csv(csv); });
       }},
  };
}

}  // namespace gongkai::growth
