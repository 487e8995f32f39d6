// What is read of a sample of documents, whole and damaged, and found in it, is what it was, to the last note, place and word: a
// ledger (support/ledger.hpp), kept in tests/data/readings.txt. The other tests of reading say what is right.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>
#include <sstream>

#include "generate/damage.hpp"
#include "generate/sample.hpp"
#include "gongkai/check.hpp"
#include "gongkai/write.hpp"
#include "support/files.hpp"
#include "support/ledger.hpp"
#include "support/random_report.hpp"
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

using Variants = std::vector<std::pair<std::string, std::string>>;  ///< a name and the bytes of each

void meet(const std::string& name, const Variants& documents) {
  static const Ledger ledger("readings");
  Ledger::Chapters all{{"cells", ""}, {"places", ""}, {"notes", ""}, {"about", ""}, {"prose", ""}, {"findings", ""}};
  for (const auto& [variant, bytes] : documents) {
    const Account account = account_of(bytes);
    const std::ostringstream* const told[] = {&account.cells, &account.places, &account.notes,
                                              &account.about, &account.prose,  &account.findings};
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i].second.append("-- ").append(variant).append("\n").append(told[i]->str());
    }
  }
  ledger.meet(name, all);
}

/// The document, and with every damage that it may come to.
Variants damaged(const std::string& bytes, std::uint32_t seed) {
  Variants all;
  const auto add = [&](const Damage& damage) {
    Dice dice(seed, 2000);
    all.emplace_back(damage.name, damage.to(bytes, dice));
  };
  if (bytes.starts_with("PK")) {
    add(damages[0]);
    return all;
  }
  std::for_each(std::begin(damages), std::end(damages), add);
  if (bytes.find("<word xMin=") != std::string::npos) {
    std::for_each(std::begin(damages_of_words), std::end(damages_of_words), add);
  }
  return all;
}

/// Under the address sanitizer a few; the other build reads them all.
constexpr std::uint32_t documents = is_address_sanitized ? 4 : 64;

void meet_all(Layout layout) {
  for (std::uint32_t seed = 1; seed <= documents; ++seed) {
    meet(std::string(layout_names[static_cast<std::size_t>(layout)]) + " " + std::to_string(seed),
         damaged(sample_of(spec_of(seed, layout)).bytes, seed));
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
    meet(file, damaged(read_file(root + "/" + file).value_or(""), 1));
  }
}

TEST_CASE("what is read of titles, and of what stands before and below them, is what it was") {
  const std::vector<std::string> titles{"临江县2023年政府信息公开工作年度报告",
                                        "临江县人民政府2023年度政府信息公开工作\n年度报告",
                                        "2023年临江县教育局政府信息公开\n工作\n年度报告",
                                        "2023年政府信息公开工作年度报告",
                                        "政府信息公开工作年度报告",
                                        "《临江县2023年政府信息公开工作年度报告》",
                                        "【年报】临江县2023年政府信息公开工作年度报告",
                                        "（附件）[1] 临江县2023年政务公开工作年报",
                                        "● 3. 临江县二〇二三年政府信息公开工作年度报告",
                                        "临江县２０２３年政府信息公开年度报告",
                                        "临 江 县 2 0 2 3 年 政 府 信 息 公 开 工 作 年 度 报 告",
                                        "关于临江县2023年政府信息公开工作年度报告的公告",
                                        "臨江縣2023年政府資訊公開工作年度報告",
                                        "标题：临江县水利局2023年政府信息公开工作年度报告",
                                        "临江县2023年政府信息公开工作年度报告 发布时间：2024-01-30",
                                        "2022年和2023年临江县政府信息公开工作年度报告",
                                        "临江县大河镇2023年政府信息公开工作报告",
                                        "年度报告",
                                        "临江县2023年法治政府建设年度报告",
                                        "一段很长的话，说的是2023年政府信息公开工作年度报告。后面还有：许多；话",
                                        "临江县统计局1989年政府信息公开工作年度报告",
                                        "临江县统计局2100年政府信息公开工作年度报告",
                                        "Linjiang County 2023 Annual Report on Government Information Disclosure",
                                        "临江县财政局2023年政府信息公开工作年度报告（修订版）"};
  const std::vector<std::string> before{"",
                                        "首页 > 政府信息公开 > 年报\n",
                                        "索引号：0123\n发布机构：临江县教育局\n\n",
                                        "附件1\n",
                                        "临江县人民政府\n",
                                        "（2023年度）\n",
                                        "2023年\n",
                                        "信息公开年报 2020-03-05\n",
                                        "上一篇：临江县2022年政府信息公开工作年度报告\n",
                                        "# ",
                                        "来源：本站 浏览次数：12\n"};
  const std::vector<std::string> below{"",
                                       "\n（2023年度）",
                                       "\n2023年",
                                       "\n（2024年1月31日）",
                                       "\n2024-01-30 08:58",
                                       "\n2024/12/31",
                                       "\n2024.13.01",
                                       "\n2024年0月5日",
                                       "\n2024年1月32日",
                                       "\n1990-01-01",
                                       "\n1989-12-31",
                                       "\n2099-12-31",
                                       "\n2100-01-01",
                                       "\n24-01-30",
                                       "\n发布日期：2024年2月1日",
                                       "\n临江县教育局\n2024年1月30日",
                                       "\n临江县"};
  constexpr std::size_t each = 12;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    Variants all;
    for (std::size_t j = 0; j < each; ++j) {
      const std::size_t number = i * each + j;
      const std::string front = before[number % before.size()] + titles[i] + below[number % below.size()];
      all.emplace_back(
          front,
          front + "\n一、总体情况\n正文\n二、主动公开政府信息情况\n行政处罚 5\n三、收到和处理政府信息公开申请情况\n");
    }
    meet("title " + std::to_string(i), all);
  }
}

TEST_CASE("what is read of our own pages, in both languages and editions, is what it was") {
  std::mt19937 random(77);
  for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
    const Report report = random_published_report(random, edition);
    HtmlOptions english;
    english.language = Language::en;
    const std::string name = edition == Edition::form_2019 ? "own 2019 " : "own 2021 ";
    meet(name + "page", damaged(to_html(report), 1));
    meet(name + "English page", damaged(to_html(report, english), 1));
    meet(name + "markdown", damaged(to_markdown(report), 1));
    meet(name + "csv", damaged(csv_form(report), 1));
  }
}
