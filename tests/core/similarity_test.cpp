// How much of a text stands in another: what counts, where the shared passages are, and that no text takes long.
#include "gongkai/compare/similarity.hpp"

#include <doctest/doctest.h>

#include <random>

#include "gongkai/rules/alike.hpp"

using namespace gongkai;

namespace {

const std::string sentence = "公开目录按季度更新镇街公开专区全部建成并由专人维护";

std::string words(std::string_view text, std::size_t begin, std::size_t end) {
  return std::string(text.substr(begin, end - begin));
}

}  // namespace

TEST_CASE("a text stands wholly in itself, and not at all in another") {
  CHECK(similarity(sentence, sentence).percent() == 100);
  CHECK(similarity(sentence, "年内组织两轮培训参训人员覆盖全部单位").percent() == 0);
  CHECK(similarity("", sentence).percent() == 0);
  CHECK(similarity(sentence, "").percent() == 0);
}

TEST_CASE("digits, spaces and marks are passed by, in a passage and around it") {
  const Similarity found = similarity("2024年，公开目录 按季度更新12次；镇街公开专区全部建成。",
                                      "2023年公开目录按季度更新9次，镇街公开专区全部建成");
  CHECK(found.percent() == 100);
  CHECK(found.passages.size() == 1);
}

TEST_CASE("the shared passage is given in both texts") {
  const std::string text = "今年新写的开头。" + sentence + "今年的结尾",
                    other = "去年另一种说法，" + sentence + "。往事";
  const Similarity found = similarity(text, other);
  REQUIRE(found.passages.size() == 1);
  const SharedPassage& passage = found.passages.front();
  CHECK(words(text, passage.begin, passage.end) == sentence);
  CHECK(words(other, passage.other_begin, passage.other_end) == sentence);
  CHECK(found.shared == passage.characters);
  CHECK(found.characters == found.shared + 12);
}

TEST_CASE("a run shorter than a passage does not count") {
  CHECK(similarity("政府信息公开工作好", "政府信息公开工作忙").shared == 0);
  CHECK(similarity("政府信息公开工作好", "政府信息公开工作忙", 8).shared == 8);
}

TEST_CASE("of the text no character counts twice, whatever the other text holds") {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::string a, b;
    for (int i = 0; i < 200; ++i) {  // few different characters: everything repeats
      a += random() % 2 == 0 ? "甲" : "乙";
      b += random() % 2 == 0 ? "甲" : "乙";
    }
    const Similarity found = similarity(a, b, 4);
    std::size_t end = 0, shared = 0;
    for (const SharedPassage& passage : found.passages) {
      CHECK(passage.begin >= end);
      CHECK(words(a, passage.begin, passage.end) == words(b, passage.other_begin, passage.other_end));
      end = passage.end;
      shared += passage.characters;
    }
    CHECK(shared == found.shared);
    CHECK(found.shared <= found.characters);
  }
}

TEST_CASE("large, repetitive and broken texts are taken as they are") {
  const std::string same(3'000'000, 'a');
  const Similarity found = similarity(same, same);
  CHECK(found.characters == 200'000);
  CHECK(found.percent() == 100);
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    std::string noise(1 + random() % 300, '\0');
    for (char& c : noise) {
      c = static_cast<char>(random());
    }
    CHECK(similarity(noise, noise.substr(noise.size() / 2)).shared <= noise.size());
  }
}

TEST_CASE("a shared passage is quoted on one line, the longest first, and cut between characters") {
  const std::string text = sentence + "\n" + sentence, other = sentence + sentence;
  const Similarity found = similarity(text, other);
  REQUIRE_FALSE(found.passages.empty());
  const std::string quoted = rules::quote_passages(text, found.passages);
  CHECK(quoted.find('\n') == std::string::npos);
  CHECK(quoted.substr(0, 3) == "“");
  CHECK(quoted.find("……”") != std::string::npos);
  const std::vector<SharedPassage> whole{{0, sentence.size(), 0, 0, 25}};
  CHECK(rules::quote_passages(sentence, whole) == "“" + sentence + "”");
  for (std::size_t lead = 0; lead < 3; ++lead) {
    const std::string longer = std::string(lead, 'x') + sentence + sentence;
    const std::vector<SharedPassage> all{{0, longer.size(), 0, 0, 50}};
    const std::string cut = rules::quote_passages(longer, all);
    CHECK(cut.size() <= 3 + 120 + 6 + 3);
    CHECK(longer.find(cut.substr(3, cut.size() - 3 - 9)) == 0);
  }
}

TEST_CASE("a middle dot between names counts as little as any mark") {
  CHECK(similarity(sentence, "公开目录・按季度更新・镇街公开专区・全部建成并由专人维护").percent() == 100);
}
