// What is read of a sample of documents, whole and damaged, and found in it, is what it was, to the last note, place and word: a
// ledger (support/ledger.hpp), kept in tests/data/readings.txt. The other tests of reading say what is right.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include "generate/damage.hpp"
#include "generate/sample.hpp"
#include "gongkai/check.hpp"
#include "support/files.hpp"
#include "support/ledger.hpp"
#include "support/sanitized.hpp"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

namespace fs = std::filesystem;

/// All that was read of a document and found in it, in words; a chapter for what changes for one reason.
struct Account {
  std::ostringstream cells, places, notes, about, prose, findings;
};

std::ostream& operator<<(std::ostream& out, const Place& place) {
  out << place.line << ':' << place.column << '/' << place.table << '.' << place.row << '.' << place.cell;
  return place.page == 0 ? out : out << " page " << place.page;
}
std::ostream& operator<<(std::ostream& out, const Date& date) {
  return out << date.year << '-' << date.month << '-' << date.day;
}
std::ostream& operator<<(std::ostream& out, const About& about) {
  return out << about.authority << '|' << about.title << '|' << about.publisher << '|' << about.year << '|'
             << about.publication_date << '|' << static_cast<int>(about.edition) << static_cast<int>(about.level)
             << static_cast<int>(about.kind) << static_cast<int>(about.coverage) << '\n';
}

void tell_cells(const Reading& reading, Account& account) {
  constexpr std::string_view states[] = {"", "absent", "blank", "read", "unreadable", "inferred"};
  for (const CellInfo& info : cells) {
    const Source& source = reading.sources[info.index];
    if (source.state == CellState::not_in_form) {
      continue;
    }
    const std::optional<std::int64_t> value = cell(reading.report, info.index);
    account.cells << info.key << ' ' << states[static_cast<std::size_t>(source.state)] << ' '
                  << (value ? std::to_string(*value) : "-") << ' ' << source.text << '\n';
    account.places << info.key << ' ' << source.place << '\n';
  }
  for (const ExtensionRow& row : reading.report.extensions) {
    account.cells << row.table << '|' << row.label;
    for (const std::vector<std::string>* texts : {&row.columns, &row.values}) {
      for (const std::string& text : *texts) {
        account.cells << '|' << text;
      }
    }
    account.cells << '\n';
  }
}

void tell_text(const Reading& reading, Account& account) {
  const Narrative& narrative = reading.report.narrative;
  account.prose << narrative.preamble << "\n--\n"
                << narrative.overview << "\n--\n"
                << narrative.problems_and_improvements << "\n--\n"
                << narrative.other_matters << "\n--\n"
                << reading.table_text << "\n--\n";
  for (const Heading& heading : reading.headings) {
    account.prose << heading.section << ' ' << heading.place << ' ' << heading.text
                  << (heading.is_by_number ? " (number)\n" : "\n");
  }
  for (const Passage& passage : reading.passages) {
    account.prose << static_cast<int>(passage.prose) << ' ' << passage.begin << ' ' << passage.place << '\n';
  }
}

/// What the rules of the form and of the law make of it, without words.
void tell_findings(const Reading& reading, Account& account) {
  const Assessment assessment = check(reading);
  for (const Finding& finding : assessment.findings) {
    account.findings << finding.rule << ' ' << static_cast<int>(finding.severity) << ' ' << fingerprint(finding) << ' '
                     << finding.place << ' ' << finding.left.value_or(-1) << ' ' << finding.right.value_or(-1) << ' '
                     << finding.left_is_bound << finding.right_is_bound << finding.assumed_zero << ' '
                     << finding.candidate_reason << '\n';
  }
  for (const Coverage& coverage : assessment.coverage) {
    account.findings << coverage.held << ' ' << coverage.violated << ' ' << coverage.assumed << ' '
                     << coverage.open_total() << ';';
  }
}

Account account_of(std::string_view bytes) {
  Account account;
  const Result<std::vector<Reading>> readings = read_all(bytes);
  if (!readings) {
    account.about << static_cast<int>(readings.error().code) << ' ' << readings.error().message_en;
    return account;
  }
  for (const Reading& reading : readings.value()) {
    account.about << static_cast<int>(reading.decoding.format) << ' ' << reading.decoding.encoding << ' '
                  << static_cast<int>(reading.decoding.reason) << '\n'
                  << reading.report.about << reading.said << static_cast<int>(reading.standing.level)
                  << static_cast<int>(reading.standing.kind) << static_cast<int>(reading.standing.confidence) << ' '
                  << reading.written_date << ' ' << reading.ends_with_tables << '\n';
    for (const std::string& sheet : reading.sheets) {
      account.about << sheet << '\n';
    }
    for (const Note& note : reading.notes) {
      account.notes << static_cast<int>(note.kind) << ' ' << note.place << ' ' << note.row << ' ' << note.cell << ' '
                    << note.text << '\n';
    }
    tell_cells(reading, account);
    tell_text(reading, account);
    tell_findings(reading, account);
  }
  return account;
}

std::vector<Damage> damages_to(const std::string& bytes) {
  if (bytes.starts_with("PK")) {
    return {damages[0]};
  }
  std::vector<Damage> all(std::begin(damages), std::end(damages));
  if (bytes.find("<word xMin=") != std::string::npos) {
    all.insert(all.end(), std::begin(damages_of_words), std::end(damages_of_words));
  }
  return all;
}

void meet(const std::string& name, const std::string& bytes, std::uint32_t seed) {
  static const Ledger ledger("readings");
  Ledger::Chapters all{{"cells", ""}, {"places", ""}, {"notes", ""}, {"about", ""}, {"prose", ""}, {"findings", ""}};
  for (const Damage& damage : damages_to(bytes)) {
    Dice dice(seed, 2000);
    const Account account = account_of(damage.to(bytes, dice));
    const std::ostringstream* const told[] = {&account.cells, &account.places, &account.notes,
                                              &account.about, &account.prose,  &account.findings};
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i].second.append("-- ").append(damage.name).append("\n").append(told[i]->str());
    }
  }
  ledger.meet(name, all);
}

/// Under the address sanitizer a few; the other build reads them all.
constexpr std::uint32_t documents = is_address_sanitized ? 4 : 64;

void meet_all(Layout layout) {
  for (std::uint32_t seed = 1; seed <= documents; ++seed) {
    meet(std::string(layout_names[static_cast<std::size_t>(layout)]) + " " + std::to_string(seed),
         sample_of(spec_of(seed, layout)).bytes, seed);
  }
}

}  // namespace

TEST_CASE("what is read of tab-flattened text is what it was") {
  meet_all(Layout::flattened);
}
TEST_CASE("what is read of text with tabs between cells is what it was") {
  meet_all(Layout::tabbed);
}
TEST_CASE("what is read of text with wide gaps between cells is what it was") {
  meet_all(Layout::aligned);
}
TEST_CASE("what is read of text taken out of a PDF is what it was") {
  meet_all(Layout::extracted);
}
TEST_CASE("what is read of text made of a web page is what it was") {
  meet_all(Layout::piped);
}
TEST_CASE("what is read of Markdown is what it was") {
  meet_all(Layout::markdown);
}
TEST_CASE("what is read of tables drawn with rules is what it was") {
  meet_all(Layout::drawn);
}
TEST_CASE("what is read of CSV is what it was") {
  meet_all(Layout::csv);
}
TEST_CASE("what is read of TSV is what it was") {
  meet_all(Layout::tsv);
}
TEST_CASE("what is read of HTML is what it was") {
  meet_all(Layout::html);
}
TEST_CASE("what is read of Word is what it was") {
  meet_all(Layout::docx);
}
TEST_CASE("what is read of Excel is what it was") {
  meet_all(Layout::xlsx);
}
TEST_CASE("what is read of text that lost its borders is what it was") {
  meet_all(Layout::running);
}

TEST_CASE("what is read of the files of the tests and examples is what it was") {
  const std::string root = source_folder();
  std::vector<std::string> files;
  for (const std::string folder : {"/examples/data", "/tests/data/office", "/tests/data/pdf", "/tests/data/traditional",
                                   "/tests/fuzz/corpus/read", "/tests/fuzz/corpus/text", "/tests/fuzz/corpus/html"}) {
    for (const fs::directory_entry& entry : fs::directory_iterator(root + folder)) {
      files.push_back(folder.substr(1) + "/" + entry.path().filename().string());
    }
  }
  std::sort(files.begin(), files.end());
  CHECK(files.size() > 40);
  for (const std::string& file : files) {
    if (file.ends_with(".py")) {
      continue;
    }
    meet(file, read_file(root + "/" + file).value_or(""), 1);
  }
}
