// What all rules say of sentences beside tables, and of reports beside those of other years and bodies, is what it was: a
// ledger (support/ledger.hpp), kept in tests/data/verdicts.txt. The other tests of rules say what is right.
#include <doctest/doctest.h>

#include <deque>
#include <random>
#include <sstream>

#include "gongkai/aggregate.hpp"
#include "gongkai/check.hpp"
#include "gongkai/claims/claims.hpp"
#include "gongkai/compare/peers.hpp"
#include "gongkai/message.hpp"
#include "gongkai/write.hpp"
#include "support/ledger.hpp"
#include "support/random_dossier.hpp"
#include "support/slips.hpp"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const Ledger& ledger() {
  static const Ledger of_verdicts("verdicts");
  return of_verdicts;
}

std::string told(const Assessment& assessment, const About& about) {
  std::ostringstream out;
  for (const Finding& finding : assessment.findings) {
    out << finding.rule << ' ' << static_cast<int>(finding.severity) << ' '
        << message(finding, *find_rule(finding.rule), about, Language::zh) << ' ' << finding.candidate_reason << ' '
        << fingerprint(finding) << ' ' << finding.left_is_bound << finding.right_is_bound << finding.is_money
        << finding.assumed_zero << ' ' << finding.same.size() << ' ' << finding.compared.size() << '\n';
  }
  for (const Coverage& coverage : assessment.coverage) {
    out << coverage.held << '/' << coverage.violated << '/' << coverage.assumed;
    for (const std::uint32_t open : coverage.open) {
      out << ' ' << open;
    }
    out << '\n';
  }
  return out.str();
}

std::string told_under_both(const Dossier& dossier) {
  CheckOptions strict;
  strict.blanks = BlankPolicy::unknown;
  return told(check(dossier), dossier.report->about) + "blanks unknown\n" +
         told(check(dossier, strict), dossier.report->about);
}

/// The texts of the files of sentences, without their marks.
std::vector<std::string> sentences() {
  std::vector<std::string> all;
  for (const std::string file : {"claims", "claims_edges", "table_claims"}) {
    std::istringstream lines(read_file(source_folder() + "/tests/data/" + file + ".txt").value_or(""));
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line[0] == '#' || line[0] == '=') {
        continue;
      }
      std::string text = file == "table_claims" ? line.substr(2) : line.substr(0, line.find('\t'));
      std::erase_if(text, [](char c) { return c == '[' || c == ']' || c == '<' || c == '>'; });
      all.push_back(text);
    }
  }
  return all;
}

/// Some cells of a report blank, mistyped, or another's.
void spoil(Report& report, std::mt19937& random, std::size_t count) {
  for (; count > 0; --count) {
    const std::size_t at = below(random, cell_count);
    const std::optional<std::int64_t> value = cell(report, at);
    if (!value) {
      continue;
    }
    const std::size_t way = below(random, 7);
    if (way == 4) {
      set_cell(report, at, std::nullopt);
    } else if (way == 5) {
      set_cell(report, at, *value * 7);
    } else if (way == 6) {
      set_cell(report, at, cell(report, below(random, cell_count)).value_or(0));
    } else if (*value >= 0) {
      set_cell(report, at, mistyped(random, *value, way).value_or(*value));
    }
  }
}

/// The report as read from a document in which some numbers could not be read.
Reading with_unread(const Report& report, std::mt19937& random) {
  Reading reading;
  reading.report = report;
  for (const CellInfo& info : cells) {
    if (!has(info.editions, report.about.edition)) {
      continue;
    }
    const bool is_lost = random() % 30 == 0;
    if (is_lost) {
      set_cell(reading.report, info.index, std::nullopt);
    }
    reading.sources[info.index].state = is_lost                                        ? CellState::unreadable
                                        : cell(reading.report, info.index).has_value() ? CellState::read
                                                                                       : CellState::blank;
  }
  return reading;
}

/// Rows without any number, as many bodies leave them.
void empty_rows(Report& report, std::mt19937& random) {
  for (const CellInfo& info : cells) {
    if (random() % 8 == 0) {
      set_cell(report, info.index, std::nullopt);
    }
  }
}

void name(Report& report, const std::string& body, std::size_t kind) {
  report.about.authority = body;
  report.about.title = body + std::to_string(report.about.year) + "年政府信息公开工作年度报告";
  report.about.kind = kind % 2 == 0 ? Kind::government : Kind::department;
  report.about.level = kind % 3 == 0 ? Level::county : Level::township;
}

}  // namespace

TEST_CASE("what is said of each sentence beside three tables is what it was") {
  std::mt19937 random(7);
  std::vector<Report> bases{report_of_zeros(Edition::form_2021), random_clean_report(random, Edition::form_2021),
                            random_clean_report(random, Edition::form_2019)};
  bases[0].about.year = 2024;
  const std::vector<std::string> all = sentences();
  CHECK(all.size() > 900);
  for (const std::string& sentence : all) {
    std::string said;
    for (std::size_t i = 0; i < bases.size(); ++i) {
      Report report = bases[i];
      name(report, "临江县人民政府", 0);
      report.narrative.overview = sentence;
      // The sentence's own numbers in the table, so that some of it holds.
      Dossier dossier;
      dossier.report = &report;
      said += told(check(dossier), report.about);
      Claims claims;
      find_claims(sentence, Prose::overview, report.about, claims);
      for (const Claim& claim : claims) {
        report.requests.received.total = std::min(claim.value, Count::limit);
        report.review.total = std::min<std::int64_t>(claim.value, 1000);
      }
      said += told(check(dossier), report.about);
    }
    std::ostringstream key;
    key << "sentence " << std::hex << checksum(sentence);
    CAPTURE(sentence);
    ledger().meet(key.str(), {{"said", said}});
  }
}

TEST_CASE("what is said of two years of a body is what it was") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    std::mt19937 random(seed);
    const bool changes_form = seed % 5 == 0;
    Years years = random_clean_years(random, seed % 2 == 0 || changes_form ? Edition::form_2019 : Edition::form_2021,
                                     changes_form);
    spoil(years.report, random, seed % 6);
    spoil(years.previous, random, seed % 4);
    if (seed % 7 == 0) {
      empty_rows(years.report, random);
    }
    name(years.report, "临江县人民政府", seed);
    name(years.previous, seed % 11 == 0 ? "临江县教育局" : "临江县人民政府", seed);
    Dossier dossier;
    dossier.report = &years.report;
    dossier.previous = &years.previous;
    const Reading read = with_unread(years.report, random), read_before = with_unread(years.previous, random);
    if (seed % 3 == 0) {
      dossier.report = &read.report;
      dossier.reading = &read;
    }
    if (seed % 9 == 0) {
      dossier.previous = &read_before.report;
      dossier.previous_reading = &read_before;
    }
    ledger().meet("years " + std::to_string(seed), {{"said", told_under_both(dossier)}});
  }
}

TEST_CASE("what is said of a body and those below it, and what they add up to, is what it was") {
  for (unsigned seed = 1; seed <= 250; ++seed) {
    std::mt19937 random(seed);
    const Edition edition = seed % 3 == 0 ? Edition::form_2019 : Edition::form_2021;
    std::deque<Report> reports;
    std::deque<std::string> names;
    std::vector<Child> children;
    for (std::size_t i = 0; i < 2 + seed % 4; ++i) {
      Report& report = reports.emplace_back(random_clean_report(random, edition));
      report.about.year = edition == Edition::form_2019 ? 2020 : 2023;
      names.push_back("第" + std::to_string(i + 1) + "镇人民政府");
      name(report, names.back(), 0);
      children.push_back({names.back(), &report});
    }
    Report whole = aggregate(children).report;
    if (seed % 4 == 0) {
      spoil(reports[0], random, 3);
    }
    if (seed % 5 == 0) {
      empty_rows(reports[1], random);
    }
    if (seed % 6 == 0) {
      children.push_back({"第九镇人民政府", nullptr, nullptr, seed % 12 == 0 ? Gap::missing : Gap::unreadable});
    }
    if (seed % 7 == 0) {
      reports[1].about.year -= 1;
    }
    if (seed % 8 == 0) {
      children.pop_back();
    }
    for (std::size_t i = 0; i < seed % 10 && seed % 10 < 4; ++i) {  // some figures of a body left out, or added twice
      const std::size_t at = below(random, cell_count);
      const std::optional<std::int64_t> sum = cell(whole, at), own = cell(reports[0], at);
      if (sum && own && *own >= 0 && *sum >= *own) {
        set_cell(whole, at, seed % 2 == 0 ? *sum - *own : *sum + *own);
      }
    }
    if (seed % 13 == 0) {  // a body of the same figures
      reports[1] = reports[0];
      name(reports[1], names[1], 0);
    }
    spoil(whole, random, seed % 3);
    name(whole, "临江县人民政府", 0);
    Dossier dossier;
    dossier.report = &whole;
    const Reading read = with_unread(reports[0], random);
    if (seed % 9 == 0) {
      children[0].report = &read.report;
      children[0].reading = &read;
    }
    dossier.children = children;
    dossier.children_are_complete = seed % 2 == 0;
    AggregateOptions strict;
    strict.blanks = BlankPolicy::unknown;
    ledger().meet("family " + std::to_string(seed), {{"said", told_under_both(dossier)},
                                                     {"sum", to_json(aggregate(children))},
                                                     {"strict_sum", to_json(aggregate(children, strict))}});
  }
}

TEST_CASE("what is said of a body among others of its kind is what it was") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::mt19937 random(seed);
    const std::vector<std::string> words = sentences();
    std::deque<Report> reports;
    std::vector<const Report*> handed_in;
    const auto some_text = [&](std::size_t count) {
      std::string text;
      for (; count > 0; --count) {
        text += words[below(random, words.size())];
      }
      return text;
    };
    const std::string shared = some_text(12);
    for (std::size_t i = 0; i < 4 + seed % 5; ++i) {
      Report& report = reports.emplace_back(random_clean_report(random, Edition::form_2021));
      report.about.year = 2023;
      name(report, "第" + std::to_string(i + 1) + "镇人民政府", 0);
      report.about.level = Level::township;
      std::string& overview = report.narrative.overview;  // piece by piece, so that the dice fall in one order
      overview = i % 2 == 0 ? shared : "";
      overview += some_text(6) + "。";
      overview += some_text(i);
      report.narrative.problems_and_improvements = some_text(5);
      handed_in.push_back(&report);
    }
    spoil(reports[0], random, 12);
    const Peers peers(handed_in);
    Dossier dossier;
    dossier.report = &reports[0];
    dossier.peers = &peers;
    ledger().meet("peers " + std::to_string(seed), {{"said", told_under_both(dossier)}});
  }
}
