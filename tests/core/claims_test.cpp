// What is taken from prose as a claim and what is left alone, measured on sentences as officials write them.
#include "gongkai/claims/claims.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/files.hpp"

using namespace gongkai;

namespace {

std::string joined(std::uint8_t parts, std::initializer_list<std::pair<unsigned, const char*>> names) {
  std::string text;
  for (const auto& [bits, name] : names) {
    if ((parts & bits) == bits) {
      text += (text.empty() ? "" : "+") + std::string(name);
      parts = static_cast<std::uint8_t>(parts & ~bits);
    }
  }
  return text;
}
std::string groups(std::uint8_t parts) {
  return joined(parts, {{Claim::granted, "granted"},
                        {Claim::partially_granted, "partial"},
                        {Claim::denied, "denied"},
                        {Claim::unavailable, "unavailable"},
                        {Claim::not_processed, "notprocessed"},
                        {Claim::other, "other"}});
}
std::string blocks(std::uint8_t parts) {
  return joined(parts, {{Claim::review, "review"},
                        {Claim::direct | Claim::after_review, "litigation"},
                        {Claim::direct, "direct"},
                        {Claim::after_review, "after"}});
}

/// What the claim counts, in the words of tests/data/claims.txt.
std::string kind_of(const Claim& claim) {
  using Kind = Claim::Kind;
  switch (claim.kind) {
    case Kind::received:
      return claim.is_none ? "none:requests" : "received";
    case Kind::newly_received:
      return "new";
    case Kind::handled:
      return "handled";
    case Kind::processed:
      return "processed";
    case Kind::carried_in:
      return "in";
    case Kind::carried_out:
      return "out";
    case Kind::carried:
      return "carried";
    case Kind::group:
      return groups(claim.parts);
    case Kind::share:
      return "share:" + groups(claim.parts);
    case Kind::cases: {
      constexpr const char* results[] = {"", ".upheld", ".corrected", ".other", ".pending"};
      return (claim.is_none ? "none:" : "") + blocks(claim.parts) + results[static_cast<std::size_t>(claim.result)];
    }
    case Kind::row:
      return std::string(cells[claim.cell].row_info().key);
    case Kind::applicants:
      return claim.parts == Claim::all_organizations ? "organizations"
                                                     : std::string(cells[claim.cell].column_info().name);
    case Kind::upheld_all:
      return "upheld:" + blocks(claim.parts);
    case Kind::cell: {
      const std::string key(cells[claim.cell].key);
      const std::string row = key.substr(11, key.rfind('.') - 11), column = key.substr(key.rfind('.') + 1);
      return row == "government_rules" ? "rules." + column : row == "normative_documents" ? "norm." + column : row;
    }
    case Kind::lapsed:
      return "lapsed";
    case Kind::processing_fee:
      return "fee";
  }
  return "?";
}
std::string text_of(const Claim& claim) {
  std::string number = std::to_string(claim.value);
  if (claim.kind == Claim::Kind::share && claim.decimals != 0) {
    number.insert(0, number.size() > claim.decimals ? 0 : claim.decimals + 1 - number.size(), '0');
    number.insert(number.size() - claim.decimals, ".");
  } else if (claim.kind == Claim::Kind::processing_fee ||
             (claim.kind == Claim::Kind::cell && cells[claim.cell].is_money)) {
    number = yuan_text(claim.value);
    number = number.substr(number.size() - 3) == ".00" ? number.substr(0, number.size() - 3)
             : number.back() == '0'                    ? number.substr(0, number.size() - 1)
                                                       : number;
  }
  const std::string kind = kind_of(claim);
  return kind.substr(0, 5) == "none:" || kind.substr(0, 7) == "upheld:" ? kind
                                                                        : kind + (claim.is_part ? "<=" : "=") + number;
}

About about_body(std::string authority) {
  About about;
  about.year = 2024;
  about.authority = std::move(authority);
  about.kind = about.authority.find("人民政府办") != std::string::npos ? Kind::unknown
               : about.authority.find("人民政府") != std::string::npos ? Kind::government
                                                                       : Kind::department;
  return about;
}
std::vector<std::string> claims_in(std::string_view text, const About& about) {
  Claims claims;
  find_claims(text, Prose::overview, about, claims);
  std::vector<std::string> found;
  for (const Claim& claim : claims) {
    found.push_back(text_of(claim));
  }
  return found;
}
std::vector<std::string> claims_in(std::string_view text) {
  return claims_in(text, about_body("临江县人民政府"));
}
std::string quotes_in(std::string_view text) {
  Claims claims;
  find_claims(text, Prose::overview, about_body("临江县人民政府"), claims);
  std::string quotes;
  for (const Claim& claim : claims) {
    quotes += (quotes.empty() ? "" : "|") + std::string(text.substr(claim.begin, claim.end - claim.begin));
  }
  return quotes;
}
using Texts = std::vector<std::string>;

struct Line {
  std::string text;
  About about;
  Texts claims;
};

/// The sentences of a file such as tests/data/claims.txt, which says how it is written.
std::vector<Line> sentences_of(const std::string& file) {
  std::istringstream lines(
      testing::read_file(testing::source_folder() + "/tests/data/" + file).value_or(std::string()));
  std::vector<Line> sentences;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#') {
      continue;
    }
    REQUIRE(tab != std::string::npos);
    Line& sentence = sentences.emplace_back(Line{line.substr(0, tab), about_body("临江县人民政府"), {}});
    std::string& text = sentence.text;
    if (text[0] == '@') {
      sentence.about = about_body(text.substr(1, text.find(' ') - 1));
      text.erase(0, text.find(' ') + 1);
    }
    for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos;) {
      text.replace(at, 2, "\n");
    }
    std::istringstream words(line.substr(tab + 1));
    for (std::string word; words >> word;) {
      if (word != "-") {
        sentence.claims.push_back(word);
      }
    }
  }
  return sentences;
}

struct Score {
  int expected = 0, found = 0, right = 0;
};

}  // namespace

TEST_CASE("of the sentences that officials write, 99 in 100 claims taken are right") {
  std::map<std::string, Score> by_kind;
  Score all;
  int sentences = 0;
  for (auto& [text, about, expected] : sentences_of("claims.txt")) {
    ++sentences;
    const Texts found = claims_in(text, about);
    const auto kind = [](const std::string& claim) { return claim.substr(0, claim.find('=')); };
    for (const std::string& claim : expected) {
      ++all.expected;
      ++by_kind[kind(claim)].expected;
    }
    for (const std::string& claim : found) {
      const auto match = std::find(expected.begin(), expected.end(), claim);
      const bool is_right = match != expected.end();
      if (is_right) {
        expected.erase(match);
      } else {
        MESSAGE("taken wrongly: " << claim << " in " << text);
      }
      for (Score* score : {&all, &by_kind[kind(claim)]}) {
        ++score->found;
        score->right += is_right;
      }
    }
    for (const std::string& claim : expected) {
      MESSAGE("not taken: " << claim << " in " << text);
    }
  }
  for (const auto& [kind, score] : by_kind) {
    MESSAGE(kind << ": " << score.expected << " in the texts, " << score.found << " taken, " << score.right
                 << " right");
  }
  MESSAGE("all: " << sentences << " sentences, " << all.expected << " claims, " << all.found << " taken, " << all.right
                  << " right");
  REQUIRE(sentences >= 150);
  REQUIRE(all.found >= 150);
  CHECK(all.right * 100 >= all.found * 99);
  CHECK(all.right * 100 >= all.expected * 90);
}

TEST_CASE("at the edges of what can be told, a sentence says what is certain and nothing else") {
  const std::vector<Line> sentences = sentences_of("claims_edges.txt");
  REQUIRE(sentences.size() >= 300);
  for (const auto& sentence : sentences) {
    CAPTURE(sentence.text);
    CHECK(claims_in(sentence.text, sentence.about) == sentence.claims);
  }
}

TEST_CASE("of a sentence that is longer than what is held, nothing is taken behind the cut") {
  std::string marks;
  for (int i = 0; i < 170; ++i) {
    marks += "，";
  }
  for (const std::string end : {"2024年收到政府信息公开申请5件", "2024年没有收到政府信息公开申请"}) {
    CAPTURE(end);
    CHECK(claims_in("全县" + marks + end + "。") == Texts{});
    CHECK(claims_in("全县" + marks + "。" + end + "。").size() == 1);
  }
}

TEST_CASE("words between a number and its name are plain up to 300 bytes") {
  const auto with = [](int words) {
    std::string between;
    for (int i = 0; i < words; ++i) {
      between += "共";
    }
    return claims_in("全县" + between + "共收到政府信息公开申请5件。");
  };
  CHECK(with(100) == Texts{"received=5"});
  CHECK(with(101) == Texts{});
}

TEST_CASE("the whole territory's number is the body's own, unless it is an office or a department") {
  const auto of = [](const char* name, Kind kind) {
    About about;
    about.year = 2024;
    about.authority = name;
    about.kind = kind;
    return claims_in("全县收到政府信息公开申请5件。", about).size();
  };
  CHECK(of("某县", Kind::unknown) == 1);
  CHECK(of("临江县人民政府", Kind::unknown) == 1);
  CHECK(of("临江县人民政府办公室", Kind::unknown) == 0);
  CHECK(of("某省人民政府办公厅", Kind::unknown) == 0);
  CHECK(of("临江县水利局", Kind::department) == 0);
}

TEST_CASE("numbers are read in every way they are written") {
  const auto number_in = [](const std::string& number) {
    const Texts claims = claims_in("全年收到政府信息公开申请" + number + "件。");
    return claims.size() == 1 ? claims[0] : std::string("none");
  };
  struct Case {
    const char *written, *value;
  };
  for (const Case& number : std::vector<Case>{
           {"62", "62"},
           {" 62 ", "62"},
           {"６２", "62"},
           {"1,376", "1376"},
           {"1.2万", "12000"},
           {"六十二", "62"},
           {"两千零三", "2003"},
           {"十", "10"},
           {"十二", "12"},
           {"一百零五", "105"},
           {"一万二千三百", "12300"},
           {"二百一十", "210"},
           {"0", "0"},
           {"3千", "3000"},
           {"1亿", "100000000"},
           {"一千一百一十一", "1111"},
       }) {
    CAPTURE(number.written);
    CHECK(number_in(number.written) == std::string("received=") + number.value);
  }
  for (const std::string unclear : {"60余", "数十", "几十", "近100", "约60", "50-60", "50至60", "1 376", "三四十",
                                    "十十", "百十", "一百二百", "1.25", "1,37", "99999999999999999999", "百", "第3"}) {
    CAPTURE(unclear);
    CHECK(number_in(unclear) == "none");
  }
}

TEST_CASE("a claim quotes the words it was taken from, a wrapped line and all") {
  CHECK(quotes_in("2024年共依法办结政府信息依申请公开件62件，其他从略。") == "办结政府信息依申请公开件62件");
  CHECK(quotes_in("全年未发生行政复议和行政诉讼。") == "未发生行政复议和行政诉讼");
  CHECK(quotes_in("有3件政府信息公开申请转下一年度办理。") == "3件政府信息公开申请转下一年度办理");
  CHECK(quotes_in("信息公开行政复议7件，均获维持。") == "行政复议7件|均获维持");
}

TEST_CASE("what a paragraph is about reaches its later sentences and ends with it") {
  const std::string heading = "（二）依申请公开情况。", other = "（三）信息管理。";
  CHECK(claims_in(heading + "全年收到62件。办结60件。") == Texts{"received=62", "processed=60"});
  CHECK(claims_in(heading + "\n全年收到62件。") == Texts{"received=62"});
  CHECK(claims_in(heading + "规范办理，认真做好登记、审核、答复各环节的工作，做到件件有着落。\n" + other +
                  "办结60件。") == Texts{});
  CHECK(claims_in("全年收到62件。") == Texts{});
}

TEST_CASE("numbers that cannot be told what they count are counted by topic") {
  Claims claims;
  find_claims("政府信息公开申请涉及土地12件。信息公开行政诉讼败诉1件。公开规范性文件9件。", Prose::overview,
              about_body("临江县人民政府"), claims);
  CHECK(claims.size() == 0);
  CHECK(claims.unclassified == std::array<std::uint16_t, 3>{1, 1, 1});
}

TEST_CASE("any bytes and any length give claims within the limits") {
  const About about = about_body("临江县人民政府");
  std::string many, one_sentence;
  for (int i = 0; i < 300; ++i) {
    many += "收到政府信息公开申请" + std::to_string(i) + "件。";
    one_sentence += "收到政府信息公开申请" + std::to_string(i) + "件，";
  }
  Claims claims;
  find_claims(many, Prose::overview, about, claims);
  CHECK(claims.size() == Claims::capacity);
  CHECK(claims.left_out == 300 - Claims::capacity);
  CHECK_FALSE(claims_in(one_sentence).empty());
  std::uint32_t random = 7;
  const std::string text = "全年收到政府信息公开申请1,376件（占33.9%），《条例》施行；零复议，一百零五件均维持。";
  for (int round = 0; round < 2000; ++round) {
    std::string broken = text;
    for (int i = 0; i < 6; ++i) {
      random = random * 1664525U + 1013904223U;
      broken[(random >> 8U) % broken.size()] = static_cast<char>(random >> 24U);
    }
    broken.resize((random >> 4U) % broken.size());
    for (const std::string& claim : claims_in(broken)) {
      CHECK_FALSE(claim.empty());
    }
  }
}
