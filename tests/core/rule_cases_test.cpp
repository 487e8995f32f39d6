// Every rule on the case it is for and on the nearest case that is right: tests/data/rule_cases.txt.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "gongkai/check.hpp"
#include "gongkai/compare/peers.hpp"
#include "gongkai/message.hpp"
#include "json/names.hpp"
#include "support/clean_reading.hpp"
#include "support/files.hpp"
#include "support/ledger.hpp"
#include "text/cut.hpp"

using namespace gongkai;

namespace {

/// The report of a case, and what stands beside it.
struct Case {
  Reading reading;
  std::optional<Reading> last;
  std::deque<std::pair<std::string, Reading>> children;
  std::vector<Child> listed;  ///< also those without a report
  std::deque<Report> peers;
};

Date date_of(const std::string& text) {
  Date date;
  char mark = 0;
  std::istringstream(text) >> date.year >> mark >> date.month >> mark >> date.day;
  return date;
}

template <class Names>
std::size_t index_in(const Names& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  REQUIRE(found != names.end());
  return static_cast<std::size_t>(found - names.begin());
}

/// "not_integer:requests.received.total:62.5", or a row's key, or nothing between the colons.
void add_note(Reading& reading, const std::string& value) {
  std::istringstream fields(value);
  std::string kind, key, text;
  std::getline(fields, kind, ':');
  std::getline(fields, key, ':');
  std::getline(fields, text, ':');
  Note note;
  note.kind = static_cast<NoteKind>(index_in(json::note_names, kind));
  note.text = text;
  if (const CellInfo* cell = find_cell(key)) {
    note.cell = static_cast<std::int16_t>(cell->index);
    note.row = cell->row;
  } else if (!key.empty()) {
    note.row = static_cast<std::int16_t>(catalog_detail::find_row(key));
  }
  reading.notes.push_back(note);
}

/// Puts one change into a reading; false where the name is not known.
bool change(Reading& reading, const std::string& name, const std::string& value) {
  About& about = reading.report.about;
  Narrative& narrative = reading.report.narrative;
  const std::map<std::string, std::string*> texts{
      {"overview", &narrative.overview},   {"problems", &narrative.problems_and_improvements},
      {"other", &narrative.other_matters}, {"preamble", &narrative.preamble},
      {"beside", &reading.table_text},     {"title", &about.title},
      {"authority", &about.authority}};
  if (const auto text = texts.find(name); text != texts.end()) {
    *text->second = value;
    for (std::size_t at = 0; (at = text->second->find("\\n", at)) != std::string::npos;) {
      text->second->replace(at, 2, "\n");
    }
  } else if (name == "long_overview" || name == "long_problems" ||
             name == "long_preamble") {  // as long as such a section is
    std::string& padded = name == "long_overview"   ? narrative.overview
                          : name == "long_problems" ? narrative.problems_and_improvements
                                                    : narrative.preamble;
    padded = value;
    while (padded.size() < 1600) {
      padded += "其余各项从略。";
    }
  } else if (name == "kind") {
    about.kind = static_cast<Kind>(index_in(json::kind_names, value));
  } else if (name == "level") {
    about.level = static_cast<Level>(index_in(json::level_names, value));
  } else if (name == "edition") {
    about.edition = static_cast<Edition>(index_in(json::edition_names, value));
  } else if (name == "year") {
    about.year = std::stoi(value);
  } else if (name == "published") {
    about.publication_date = date_of(value);
  } else if (name == "written") {
    reading.written_date = date_of(value);
  } else if (name == "note") {
    add_note(reading, value);
  } else if (name == "contradicted") {
    reading.contradicted = {static_cast<AboutField>(std::stoi(value))};
  } else if (name == "unread" || name == "inferred") {
    const CellInfo* const of = find_cell(value);
    CHECK(of != nullptr);
    reading.sources[of->index].state = name == "unread" ? CellState::unreadable : CellState::inferred;
    if (name == "unread") {
      set_cell(reading.report, of->index, std::nullopt);
    }
  } else if (name.substr(0, 5) == "said.") {  // what the document says where the caller contradicts it
    Reading other;
    other.report.about = reading.said;
    CHECK(change(other, name.substr(5), value));
    reading.said = other.report.about;
  } else if (name == "by_number" || name == "moved") {
    const auto heading = std::find_if(reading.headings.begin(), reading.headings.end(),
                                      [&](const Heading& one) { return one.section == std::stoi(value); });
    CHECK(heading != reading.headings.end());
    if (name == "moved") {  // to the end
      std::rotate(heading, heading + 1, reading.headings.end());
    } else {
      heading->is_by_number = true;
    }
  } else if (name == "ends_with_tables") {
    reading.ends_with_tables = true;
  } else if (name == "no_heading") {
    std::erase_if(reading.headings, [&](const Heading& heading) { return heading.section == std::stoi(value); });
  } else if (name == "no_table" || name == "blank_table" || name == "marked_table") {
    for (const CellInfo& cell : cells) {
      Source& source = reading.sources[cell.index];
      if (cell.table_info().key != value || source.state != CellState::read) {
        continue;
      }
      source.state = name == "no_table" ? CellState::absent : CellState::blank;
      source.text = name == "marked_table" ? "/" : "";
      set_cell(reading.report, cell.index, std::nullopt);
    }
  } else if (name == "extension") {
    reading.has_document = false;
    reading.report.extensions.push_back({"disclosure", value, {"数量"}, {"1"}});
  } else if (const CellInfo* cell = find_cell(name)) {
    const bool is_blank = value.empty();
    set_cell(reading.report, cell->index, is_blank ? std::nullopt : std::optional<std::int64_t>(std::stoll(value)));
    reading.sources[cell->index].state = is_blank ? CellState::blank : CellState::read;
    reading.sources[cell->index].text = value;
  } else if (name.size() > 2 && name.substr(name.size() - 2) == ".*") {  // all cells that begin so
    const std::string prefix = name.substr(0, name.size() - 1);
    for (const CellInfo& one : cells) {
      if (one.key.substr(0, prefix.size()) == prefix && has(one.editions, about.edition)) {
        change(reading, std::string(one.key), value);
      }
    }
  } else {
    return false;
  }
  return true;
}

/// A clean report of 2024, or before 2021 on the older form.
Reading base_of(const std::string& changes) {
  const bool is_old =
      changes.find("|year=2020|") != std::string::npos || changes.find("|year=2019|") != std::string::npos;
  Reading reading = testing::clean_reading(is_old ? Edition::form_2019 : Edition::form_2021);
  reading.report.about.year = 2024;
  reading.report.narrative.preamble = "统计期限为2024年1月1日至2024年12月31日。";
  reading.report.about.publication_date = {2025, 1, 20};
  reading.report.narrative.overview = "2024年，我县主动公开信息120条。工作考核、社会评议按规定开展，没有责任追究情形。";
  return reading;
}

/// Last year's report, which fits the report: what it carried forward was carried in, what was in force still is or was
/// repealed. In the last year of the older form its counts go on into the entries of this one.
Reading last_of(const Reading& reading, bool is_of_old_form) {
  Reading last = reading;
  if (is_of_old_form && reading.report.about.edition == Edition::form_2021) {
    last = testing::clean_reading(Edition::form_2019);
    last.report.about = reading.report.about;
    last.report.about.edition = Edition::form_2019;
  }
  last.report.about.year -= 1;
  last.report.narrative.overview = "上一年度，全县共举办培训三期，公开各类信息九十条，解读文件七件。";
  last.report.narrative.problems_and_improvements = "栏目较少，业务不熟，来年着力解决。";
  last.report.narrative.other_matters = "没有。";
  last.report.requests.carried_out = reading.report.requests.carried_in;
  const Disclosure& now = reading.report.disclosure;
  for (const auto row : {&Disclosure::government_rules, &Disclosure::normative_documents}) {
    Documents& before = last.report.disclosure.*row;
    const Documents& mine = now.*row;
    if (!mine.in_force.is_blank()) {
      const std::int64_t start = mine.in_force.raw() - mine.issued.value_or(0) + mine.repealed.value_or(0);
      (is_of_old_form ? before.total_disclosed : before.in_force) = start;
    }
  }
  for (const auto row :
       {&Disclosure::licensing, &Disclosure::other_services, &Disclosure::penalties, &Disclosure::compulsion}) {
    Actions& before = last.report.disclosure.*row;
    if (!before.items_prior_year.is_blank() && !(now.*row).items_prior_year.is_blank()) {
      before.items_prior_year = (now.*row).items_prior_year.raw() - before.items_change.raw();
    }
  }
  if (!last.report.disclosure.fees.items_prior_year.is_blank() && !now.fees.items_prior_year.is_blank()) {
    last.report.disclosure.fees.items_prior_year =
        now.fees.items_prior_year.raw() - last.report.disclosure.fees.items_change.raw();
  }
  return last;
}

/// Takes the prefix off a name that has it.
bool take_prefix(std::string& name, const std::string& prefix) {
  if (name.compare(0, prefix.size(), prefix) != 0) {
    return false;
  }
  name.erase(0, prefix.size());
  return true;
}

void put_beside(Case& made, std::string name, const std::string& value, const std::string& changes) {
  if (take_prefix(name, "last.")) {
    if (!made.last) {
      made.last = last_of(made.reading, changes.find("|last.old_form=") != std::string::npos);
    }
    CHECK((name == "same" || name == "old_form" || change(*made.last, name, value)));
  } else if (take_prefix(name, "child.")) {  // child.甲镇.KEY=1, child.甲镇.missing=
    const std::size_t dot = name.find('.');
    const std::string child = name.substr(0, dot), what = name.substr(dot + 1);
    auto found =
        std::find_if(made.children.begin(), made.children.end(), [&](const auto& c) { return c.first == child; });
    if (found == made.children.end()) {
      made.children.emplace_back(child, made.reading);
      found = std::prev(made.children.end());
      made.listed.push_back({found->first, what == "missing" ? nullptr : &found->second.report, nullptr, Gap::missing});
    }
    CHECK((what == "missing" || what == "same" || change(found->second, what, value)));
  } else if (take_prefix(name, "peers.")) {  // peers.count=5, then what all of them have
    if (name == "count") {
      for (int i = 0; i < std::stoi(value); ++i) {
        made.peers.push_back(made.reading.report);
        made.peers.back().about.authority = "临江县第" + std::to_string(i + 1) + "镇人民政府";
        made.peers.back().narrative.overview =
            "第" + std::string(static_cast<std::size_t>(i + 1), 'a') + "镇自有做法。";
      }
      return;
    }
    for (Report& peer : made.peers) {
      Reading changed;
      changed.report = peer;
      CHECK(change(changed, name, value));
      peer = changed.report;
    }
  } else {
    CHECK(change(made.reading, name, value));
  }
}

/// The case that a line tells of: a clean report with its changes ("name=value|..."), and what stands beside it.
Case case_of(const std::string& changes) {
  const std::string all = "|" + changes + "|";
  Case made{base_of(all), std::nullopt, {}, {}, {}};
  std::istringstream parts(changes);
  for (std::string part; std::getline(parts, part, '|');) {
    const std::size_t equals = part.find('=');
    CAPTURE(part);
    REQUIRE(equals != std::string::npos);
    put_beside(made, part.substr(0, equals), part.substr(equals + 1), all);
  }
  return made;
}

Assessment assessment_of(const Case& made, const std::string& rule, BlankPolicy blanks = BlankPolicy::as_zero) {
  Dossier dossier{&made.reading.report, &made.reading};
  if (made.last) {
    dossier.previous = &made.last->report;
    dossier.previous_reading = &*made.last;
  }
  dossier.children = made.listed;
  std::vector<const Report*> handed_in{&made.reading.report};
  for (const Report& peer : made.peers) {
    handed_in.push_back(&peer);
  }
  const Peers peers(handed_in);
  dossier.peers = made.peers.empty() ? nullptr : &peers;
  CheckOptions options;
  options.only = {rule};
  options.blanks = blanks;
  Assessment assessment = check(dossier, options);
  std::erase_if(assessment.findings, [&](const Finding& finding) { return finding.rule != rule; });
  return assessment;
}

/// How often the rule held and stayed open, and each finding with its severity, cells, other reports' cells and message.
std::string verdict_on(const Case& made, const Rule& rule, BlankPolicy blanks) {
  const Assessment assessment = assessment_of(made, std::string(rule.id), blanks);
  const auto at =
      std::find_if(rule_catalog.begin(), rule_catalog.end(), [&](const Rule& r) { return r.id == rule.id; });
  const Coverage& coverage = assessment.coverage[static_cast<std::size_t>(at - rule_catalog.begin())];
  std::ostringstream out;
  out << "held " << coverage.held;
  if (coverage.assumed != 0) {
    out << ", " << coverage.assumed << " of them by blanks";
  }
  for (std::size_t reason = 0; reason < open_reason_count; ++reason) {
    if (coverage.open[reason] != 0) {
      out << ", " << json::open_reason_names[reason] << ' ' << coverage.open[reason];
    }
  }
  const auto tell = [&](const CellValue& cell) {
    out << ' ' << cells[cell.cell].key << '=';
    if (cell.value) {
      out << *cell.value;
    }
  };
  for (const Finding& finding : assessment.findings) {
    out << "; " << json::severity_names[static_cast<std::size_t>(finding.severity)];
    std::for_each(finding.cells.begin(), finding.cells.end(), tell);
    for (const ComparedCell& other : finding.compared) {
      out << " of " << other.body << other.year;
      tell(other.cell);
    }
    out << ": " << message(finding, rule, made.reading.report.about, Language::zh);
    if (!finding.candidate_reason.empty()) {
      out << " [" << finding.candidate_reason << ']';
    }
  }
  std::string text = out.str();
  std::replace(text.begin(), text.end(), '\n', ' ');
  constexpr std::size_t longest = 500;  // bytes; of what is longer the beginning, and a number made of all of it
  if (text.size() > longest) {
    text = std::string(unicode::cut(text, longest)) + "… " + std::to_string(testing::checksum(text));
  }
  return text;
}
std::string verdict_on(const Case& made, const Rule& rule) {
  const std::string usual = verdict_on(made, rule, BlankPolicy::as_zero);
  const std::string strict = verdict_on(made, rule, BlankPolicy::unknown);
  return usual == strict ? usual : usual + "\tblanks unknown: " + strict;
}

std::string cases_file(const std::string& name) {
  return testing::read_file(testing::source_folder() + "/tests/data/" + name).value_or("");
}

}  // namespace

TEST_CASE("every rule fires on the case it is for, and is silent on the nearest case that is right") {
  std::istringstream lines(cases_file("rule_cases.txt"));
  std::map<std::string_view, std::pair<int, int>> cases;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    CAPTURE(line);
    std::istringstream fields(line);
    std::string rule, sign, changes;
    std::getline(fields, rule, '\t');
    std::getline(fields, sign, '\t');
    std::getline(fields, changes, '\t');
    REQUIRE(find_rule(rule) != nullptr);
    const Case made = case_of(changes);
    const std::vector<Finding> findings = assessment_of(made, rule).findings;
    std::string said;
    for (const Finding& finding : findings) {
      said += message(finding, *find_rule(finding.rule), made.reading.report.about, Language::zh) + "\n";
    }
    CAPTURE(said);
    // One cause, one finding: "+" is one of the rule's own severity, "?" one that is milder, "!" one that is graver.
    const std::size_t expected = sign == "-" ? 0 : 1;
    CHECK(findings.size() == expected);
    if (findings.size() == 1 && expected == 1) {
      const Severity own = find_rule(rule)->severity, found = findings[0].severity;
      CHECK((sign == "+" ? found == own : sign == "?" ? found < own : found > own));
      CHECK(said.find('{') == std::string::npos);  // every part of the message is filled in
    }
    auto& counted = cases[find_rule(rule)->id];
    (sign == "-" ? counted.second : counted.first) += 1;
  }
  for (const Rule& rule : rule_catalog) {
    CAPTURE(rule.id);
    CHECK_FALSE(rule.citation.zh.empty());
    if (rule.run != nullptr) {
      CHECK(cases[rule.id].first > 0);
      CHECK(cases[rule.id].second > 0);
    }
  }
}

TEST_CASE("what a rule says of a case and what it leaves open is what was read and found right") {
  std::map<std::string, std::string> wanted;
  std::istringstream known(cases_file("rule_verdicts.txt"));
  for (std::string line; std::getline(known, line);) {
    const std::size_t end_of_rule = line.find('\t'), end_of_case = line.find('\t', end_of_rule + 1);
    if (end_of_case != std::string::npos && line[0] != '#') {
      wanted[line.substr(0, end_of_case)] = line.substr(end_of_case + 1);
    }
  }
  CHECK(wanted.size() > 400);
  const char* const anew = std::getenv("GONGKAI_WRITE_VERDICTS");  // writes the file, to be read before it is kept
  std::ofstream out(anew != nullptr ? anew : "/dev/null");
  std::size_t met = 0;
  const auto meet = [&](const std::string& rule, const std::string& changes, const std::string& verdict) {
    out << rule << '\t' << changes << '\t' << verdict << '\n';
    const auto found = wanted.find(rule + '\t' + changes);
    CAPTURE(rule);
    CAPTURE(changes);
    CHECK(verdict ==
          (found == wanted.end() ? "no line of rule_verdicts.txt: write it anew, and read it" : found->second));
    met += found != wanted.end();
  };
  std::istringstream lines(cases_file("rule_cases.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    std::istringstream fields(line);
    std::string rule, sign, changes;
    std::getline(fields, rule, '\t');
    std::getline(fields, sign, '\t');
    std::getline(fields, changes, '\t');
    meet(rule, changes, verdict_on(case_of(changes), *find_rule(rule)));
  }
  // A report that does not say something, or beside which something stands: where a rule says something else of it.
  const std::string beside = "|last.same=|child.甲镇.same=|child.乙镇.requests.*=0";
  for (const std::string plain : {"year=2024", "year=2020"}) {
    const Case usual = case_of(plain + beside);
    std::istringstream variants(cases_file("rule_variants.txt"));
    for (std::string variant; std::getline(variants, variant);) {
      if (variant.empty() || variant[0] == '#') {
        continue;
      }
      const std::string changes = plain + "|" + variant + beside;
      const Case made = case_of(changes);
      for (const Rule& rule : rule_catalog) {
        const std::string verdict = verdict_on(made, rule);
        if (rule.run != nullptr && verdict != verdict_on(usual, rule)) {
          meet(std::string(rule.id), plain + "|" + variant + "|...", verdict);
        }
      }
    }
  }
  CHECK(met == wanted.size());
}

TEST_CASE("a rule whose ground could not be looked up says so") {
  for (const std::string_view id : {"document.processing_fee", "disclosure.fee_covers_processing_fee"}) {
    CHECK(find_rule(id)->citation.zh.find("未能核对") != std::string_view::npos);
    CHECK(find_rule(id)->citation.en.find("not") != std::string_view::npos);
  }
}
