// Cuts prose into sentences of tokens: numbers with their units, the words of words.hpp, and the marks between clauses.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gongkai/claims/words.hpp"
#include "gongkai/model/value.hpp"

namespace gongkai::claims_detail {

/// What is counted by the word behind a number.
/// `loose` (条, 个) counts requests and documents only where they are named beside it.
enum class Unit : std::uint8_t { none, pieces, documents, loose, yuan, percent, year, month, day, other };

struct Token {
  enum class Kind : std::uint8_t { word, number, comma, semicolon, pause, open, close };
  Kind kind{};
  Word word{};
  Unit unit{};
  bool is_inexact = false;  ///< a range, 余, 左右, several numbers in a row
  bool is_chinese = false;
  std::uint8_t decimals = 0;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  std::int64_t value = 0;  ///< a count, an amount in 分; percent and others: digits, of which `decimals` are decimals
  std::int64_t step = 1;   ///< the last place that is written: 1.2万 is 12000 in steps of 1000
};

/// The tokens of one sentence. A longer one is cut: what follows is then taken for a sentence that nothing is known of.
struct Sentence {
  static constexpr std::size_t capacity = 160;
  std::array<Token, capacity> token;
  std::size_t size = 0;
  std::uint32_t begin = 0, end = 0;
  bool begins_paragraph = false;  ///< with a number such as （二）: another subject
  bool ends_paragraph = false;
  bool is_cut = false;     ///< the rest of a sentence that was too long
  bool may_claim = false;  ///< has a number with a unit, or says that there is none
};

/// The value of 零..九 as 0..9 and of 十 百 千 万 亿 as it is; -1 for any other character.
constexpr std::int64_t numeral_value(std::uint32_t character) {
  struct Numeral {
    std::uint32_t character;
    std::int64_t value;
  };
  constexpr std::string_view digits = "零一二三四五六七八九";
  for (std::size_t i = 0; i < digits.size(); i += 3) {
    if (character == character_at(digits, i)) {
      return static_cast<std::int64_t>(i / 3);
    }
  }
  for (const Numeral& other :
       {Numeral{character_at("〇", 0), 0}, Numeral{character_at("○", 0), 0}, Numeral{character_at("两", 0), 2},
        Numeral{character_at("十", 0), 10}, Numeral{character_at("百", 0), 100}, Numeral{character_at("千", 0), 1000},
        Numeral{character_at("万", 0), 10'000}, Numeral{character_at("亿", 0), 100'000'000}}) {
    if (character == other.character) {
      return other.value;
    }
  }
  return -1;
}

/// Reads numbers as officials write them.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}

  /// The number at `at`, which is a digit of any kind; false where the characters are no number (一是, 第一).
  bool read(std::size_t at, Token& token) {
    at_ = at;
    if (at < numeral_end_) {  // within numerals that are no number, however many of them are left out
      return false;
    }
    token = {};
    token.kind = Token::Kind::number;
    token.begin = static_cast<std::uint32_t>(at);
    digits_ = 0;
    scale_ = 1;
    decimals_ = 0;
    token.is_chinese = digit() < 0;
    if (token.is_chinese) {
      read_chinese(token);
    } else {
      read_digits(token);
    }
    if (take("余") || take("多") || take("来") || take("几")) {
      token.is_inexact = true;
    }
    const std::size_t number_end = at_;
    skip_spaces();
    token.unit = read_unit(token);
    if (token.unit == Unit::none) {
      at_ = number_end;
      if (token.is_chinese) {
        numeral_end_ = number_end;
        return false;
      }
    }
    token.end = static_cast<std::uint32_t>(at_);
    settle(token);
    read_what_follows(token);
    return true;
  }
  std::size_t end() const { return at_; }

 private:
  bool take(std::string_view word) {
    if (!at_word(word)) {
      return false;
    }
    at_ += word.size();
    return true;
  }
  bool at_word(std::string_view word) const {
    return at_ < text_.size() && text_[at_] == word[0] && text_.compare(at_, word.size(), word) == 0;
  }
  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || at_word("\u00a0") || at_word("\u3000"))) {
      at_ += text_[at_] == '\n' || text_[at_] == ' ' ? 1U : at_word("\u00a0") ? 2U : 3U;
    }
  }
  /// The digit at the cursor, ASCII or full-width, or -1.
  int digit() const {
    if (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
      return text_[at_] - '0';
    }
    if (at_ + 2 < text_.size() && text_[at_] == '\xef' && text_[at_ + 1] == '\xbc' && text_[at_ + 2] >= '\x90' &&
        text_[at_ + 2] <= '\x99') {
      return text_[at_ + 2] - '\x90';
    }
    return -1;
  }
  void step_digit() { at_ += text_[at_] == '\xef' ? 3U : 1U; }

  void read_digits(Token& token) {
    int written = 0, group = 0;
    bool grouped = false;
    for (;;) {
      if (const int d = digit(); d >= 0) {
        token.is_inexact = token.is_inexact || ++written > 15;
        digits_ = written > 15 ? digits_ : digits_ * 10 + d;
        decimals_ = static_cast<std::uint8_t>(decimals_ + (in_decimals_ ? 1 : 0));
        ++group;
        step_digit();
        continue;
      }
      const std::size_t mark = at_;
      if (!in_decimals_ && (grouped ? group == 3 : group <= 3) && take(",") && three_digits()) {
        grouped = true;
        group = 0;
        continue;
      }
      at_ = mark;
      if (!in_decimals_ && (take(".") || take("．")) && digit() >= 0) {
        in_decimals_ = true;
        continue;
      }
      at_ = mark;
      break;
    }
    in_decimals_ = false;
    const std::size_t number_end = at_;
    skip_spaces();
    if (digit() >= 0) {  // two numbers in a row: which digits belong together is not said
      token.is_inexact = true;
    }
    scale_ = take("万") ? 10'000 : take("亿") ? 100'000'000 : take("千") ? 1'000 : take("百") ? 100 : 1;
    if (scale_ == 1) {
      at_ = number_end;
    }
  }
  bool three_digits() {
    const std::size_t start = at_;
    int n = 0;
    for (; n < 4 && digit() >= 0; ++n) {
      step_digit();
    }
    at_ = start;
    return n == 3;
  }

  std::int64_t chinese() const { return numeral_value(character_at(text_, at_)); }
  /// Reads all numerals in a row; what is no regular number (三四十, 百, 十十) is inexact.
  void read_chinese(Token& token) {
    constexpr std::int64_t ten_thousand = 10'000;
    std::int64_t total = 0, section = 0, last = -1, row = 0, power = ten_thousand;
    int plain = 0;  // digits before any power
    bool powers = false;
    for (std::int64_t numeral = chinese(); numeral >= 0; numeral = chinese()) {
      at_ += 3;
      if (numeral < 10) {
        token.is_inexact = token.is_inexact || (powers && last > 0) || plain > 4;
        row = row * 10 % Count::limit + numeral;
        plain += !powers;
        last = numeral;
        continue;
      }
      token.is_inexact = token.is_inexact || (!powers && (plain > 1 || (plain == 0 && numeral != 10)));
      powers = true;
      if (numeral < ten_thousand) {
        token.is_inexact = token.is_inexact || numeral >= power;
        section = (section + (last <= 0 ? 1 : last) * numeral) % Count::limit;
        power = numeral;
      } else {
        total += section + (last < 0 ? 0 : last);
        token.is_inexact = token.is_inexact || total > Count::limit / numeral;
        total = token.is_inexact ? 0 : total * numeral;
        section = 0;
        power = ten_thousand;
      }
      last = -1;
    }
    token.is_inexact = token.is_inexact || (!powers && plain > 1 && plain != 4);
    digits_ = powers ? total + section + (last < 0 ? 0 : last) : row;
  }

  Unit read_unit(const Token& token) {
    struct UnitName {
      std::string_view text;
      Unit unit;
    };
    static constexpr UnitName names[] = {{"件次", Unit::pieces},    {"件", Unit::pieces},    {"份", Unit::pieces},
                                         {"宗", Unit::pieces},      {"例", Unit::pieces},    {"起", Unit::pieces},
                                         {"个百分点", Unit::other}, {"部", Unit::documents}, {"万元", Unit::yuan},
                                         {"亿元", Unit::yuan},      {"元", Unit::yuan},      {"%", Unit::percent},
                                         {"％", Unit::percent},     {"年", Unit::year},      {"月", Unit::month},
                                         {"日", Unit::day},         {"条", Unit::loose},     {"个", Unit::loose},
                                         {"项", Unit::other},       {"次", Unit::other},     {"人", Unit::other}};
    const char first = at_ < text_.size() ? text_[at_] : ' ';
    for (const UnitName& name : names) {
      if (name.text[0] != first || !at_word(name.text)) {
        continue;
      }
      at_ += name.text.size();
      if (name.unit == Unit::yuan && name.text != "元") {
        scale_ *= name.text == "万元" ? 10'000 : 100'000'000;
      }
      const bool is_together = name.text == "起" && token.is_chinese && digits_ == 1;  // 一起
      const bool is_matter = name.text == "件" && token.is_chinese && digits_ == 1 && (at_word("事") || at_word("件"));
      const bool is_other = (name.unit == Unit::documents && (at_word("门") || at_word("分"))) ||
                            (name.unit == Unit::pieces && (at_word("额") || at_word("如") || at_word("外"))) ||
                            (name.unit == Unit::loose && is_of_other_things());
      return is_together || is_matter || is_other ? Unit::other : name.unit;
    }
    return Unit::none;
  }

  /// Whether 个 or 条 counts what no report counts in documents or requests: 3个月, 12个部门.
  bool is_of_other_things() const {
    for (const std::string_view thing :
         {"月", "工作日", "小时", "部门", "单位", "机关", "乡",   "镇",   "街道", "县",  "区",
          "市", "科室",   "处室", "站所", "村",   "社区", "栏目", "专栏", "平台", "渠道"}) {
      if (at_word(thing)) {
        return true;
      }
    }
    return false;
  }

  /// Puts digits, scale and decimals together.
  void settle(Token& token) const {
    token.value = digits_;
    token.decimals = decimals_;
    if (token.unit < Unit::pieces || token.unit > Unit::yuan) {
      return;
    }
    std::int64_t scale = token.unit == Unit::yuan ? scale_ * 100 : scale_;  // to 分
    for (int i = 0; i < decimals_; ++i) {
      if (scale % 10 != 0) {
        token.is_inexact = true;
        return;
      }
      scale /= 10;
    }
    const auto value = checked_multiply(digits_, scale);
    if (!value || *value > Count::limit) {
      token.is_inexact = true;
      return;
    }
    token.value = *value;
    token.step = scale;
    token.decimals = 0;
  }

  void read_what_follows(Token& token) {
    const std::size_t end = at_;
    skip_spaces();
    if (at_word("左右") || at_word("以上") || at_word("以下") || at_word("以内") || at_word("余") || at_word("多")) {
      token.is_inexact = true;
    }
    if (token.unit != Unit::month && token.unit != Unit::day &&
        (take("-") || take("—") || take("－") || take("~") || take("～") || take("至") || take("到"))) {
      skip_spaces();
      token.is_inexact = token.is_inexact || digit() >= 0 || chinese() >= 0;
    }
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t numeral_end_ = 0;  // of the Chinese numerals without a unit that were read last
  std::int64_t digits_ = 0, scale_ = 1;
  std::uint8_t decimals_ = 0;
  bool in_decimals_ = false;
};

/// Calls take(sentence) for each sentence of valid UTF-8.
template <class Take>
class Tokenizer {
 public:
  Tokenizer(std::string_view text, Take take) : text_(text), take_(take), numbers_(text) {}

  void run() {
    sentence_.begins_paragraph = is_numbered(0);
    std::size_t at = 0;
    while (at < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte >= 0xe4 && byte < 0xef && at + 2 < text_.size()) {  // nearly all: one Chinese character
        at = may_be_token(at) ? take_character(at) : at + 3;
      } else if (byte < 0x80) {
        at = take_ascii(at);
      } else if (byte == 0xef && at + 2 < text_.size()) {
        at = take_full_width(at);
      } else if (byte == 0xe3 && at + 2 < text_.size()) {
        at = take_mark(at);
      } else {
        at += byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      }
    }
    end_sentence(text_.size(), true);
  }

 private:
  using Kind = Token::Kind;

  void push(const Token& token) {
    if (sentence_.size == Sentence::capacity) {
      end_sentence(token.begin, false);
      sentence_.is_cut = true;
    }
    sentence_.token[sentence_.size++] = token;
  }
  void push_mark(Kind kind, std::size_t at) {
    Token token;
    token.kind = kind;
    token.begin = static_cast<std::uint32_t>(at);
    token.end = token.begin;
    push(token);
  }

  void end_sentence(std::size_t end, bool ends_paragraph) {
    sentence_.end = static_cast<std::uint32_t>(end);
    sentence_.ends_paragraph = ends_paragraph;
    take_(sentence_);
    sentence_.size = 0;
    sentence_.begin = sentence_.end;
    sentence_.begins_paragraph = false;
    sentence_.is_cut = false;
    sentence_.may_claim = false;
  }

  std::size_t take_ascii(std::size_t at) {
    const char c = text_[at];
    if (c >= '0' && c <= '9') {
      return take_number(at);
    }
    if (c == '\n') {
      take_line_break(at);
    } else if (c == ',') {
      push_mark(Kind::comma, at);
    } else if (c == ';') {
      push_mark(Kind::semicolon, at);
    } else if (c == '(' || c == ')') {
      push_mark(c == '(' ? Kind::open : Kind::close, at);
    }
    return at + 1;
  }

  /// A line that does not end a sentence is wrapped, unless the next begins with a number of its own.
  void take_line_break(std::size_t at) {
    const std::string_view before = text_.substr(0, at);
    const bool ended = sentence_.begin == at || before.ends_with("；") || before.ends_with("：") || is_heading(at);
    if (ended || is_numbered(at + 1)) {
      end_sentence(at, true);
      sentence_.begin = static_cast<std::uint32_t>(at + 1);
      sentence_.begins_paragraph = is_numbered(at + 1);
    }
  }
  /// Whether the line that ends at `at` is a heading, which no full stop ends.
  bool is_heading(std::size_t at) const {
    constexpr std::size_t longest = 75;  // bytes
    const std::string_view line = text_.substr(sentence_.begin, at - sentence_.begin);
    if (line.size() > longest || sentence_.may_claim) {
      return false;
    }
    for (const std::string_view end : {"情况", "工作", "方面", "管理", "建设", "保障", "诉讼"}) {
      if (line.ends_with(end)) {
        return true;
      }
    }
    return false;
  }
  /// Whether a line begins with （一）, 一、 or 1.
  bool is_numbered(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_.compare(at, 3, "\u3000") == 0)) {
      at += text_[at] == ' ' ? 1U : 3U;
    }
    std::size_t end = at;
    if (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') {
      while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') {
        ++end;
      }
      return text_.compare(end, 1, ".") == 0 || text_.compare(end, 3, "、") == 0 || text_.compare(end, 3, "．") == 0;
    }
    return text_.compare(at, 3, "（") == 0 || text_.compare(at, 1, "(") == 0 ||
           (at + 6 <= text_.size() && text_.compare(at + 3, 3, "、") == 0);
  }

  std::size_t take_mark(std::size_t at) {
    const std::uint32_t mark = character_at(text_, at);
    if (mark == character_at("。", 0)) {
      end_sentence(at + 3, false);
    } else if (mark == character_at("、", 0)) {
      push_mark(Kind::pause, at);
    } else if (mark == character_at("《", 0)) {  // the name of a law or notice says nothing of this report
      constexpr std::size_t longest = 300;
      const std::size_t close = text_.substr(at, longest).find("》");
      return close == std::string_view::npos ? at + 3 : at + close + 3;
    } else if (mark == character_at("〇", 0)) {
      const std::size_t end = take_number(at);
      return end == at ? at + 3 : end;
    }
    return at + 3;
  }

  /// Looks at the character and the last byte of the next: by far the most are no token.
  bool may_be_token(std::size_t at) const {
    const std::size_t bucket = WordIndex::bucket(character_at(text_, at));
    if (at + 5 >= text_.size()) {
      return true;
    }
    const auto next = static_cast<unsigned char>(text_[at + 3]);
    return word_index.may_begin(bucket, static_cast<unsigned char>(text_[at + 5])) || numeral_buckets[bucket] ||
           (next <= ' ' && word_index.begin[bucket] != word_index.begin[bucket + 1]);
  }
  static constexpr std::string_view numerals = "零一二两三四五六七八九十百千○";
  static constexpr auto numeral_buckets = [] {
    std::array<bool, WordIndex::buckets> result{};
    for (std::size_t i = 0; i < numerals.size(); i += 3) {
      result[WordIndex::bucket(character_at(numerals, i))] = true;
    }
    return result;
  }();

  std::size_t take_character(std::size_t at) {
    const std::uint32_t first = character_at(text_, at), second = character_at(text_, at + 3);
    const std::size_t bucket = WordIndex::bucket(first);
    const bool is_spaced = at + 3 < text_.size() && static_cast<unsigned char>(text_[at + 3]) <= ' ';
    for (std::size_t i = word_index.begin[bucket]; i < word_index.begin[bucket + 1]; ++i) {
      if (word_index.first[i] != first || (word_index.second[i] != second && word_index.second[i] != 0 && !is_spaced)) {
        continue;
      }
      const WordEntry& entry = word_list[word_index.order[i]];
      const bool is_matched = entry.text.size() <= 6 && (word_index.second[i] == 0 || word_index.second[i] == second);
      if (const std::size_t end = is_matched ? at + entry.text.size() : match(at, entry.text); end != 0) {
        take_word(entry.word, at, end);
        return end;
      }
    }
    const std::size_t end = numeral_buckets[bucket] && numeral_value(first) >= 0 ? take_number(at) : at;
    return end == at ? at + 3 : end;
  }

  std::size_t take_full_width(std::size_t at) {
    const std::uint32_t mark = character_at(text_, at);
    if (mark == character_at("，", 0) || mark == character_at("：", 0)) {
      push_mark(Kind::comma, at);
    } else if (mark == character_at("；", 0)) {
      push_mark(Kind::semicolon, at);
    } else if (mark == character_at("（", 0) || mark == character_at("）", 0)) {
      push_mark(mark == character_at("（", 0) ? Kind::open : Kind::close, at);
    } else if (mark == character_at("！", 0) || mark == character_at("？", 0)) {
      end_sentence(at + 3, false);
    } else if (mark >= character_at("０", 0) && mark <= character_at("９", 0)) {
      return take_number(at);
    }
    return at + 3;
  }

  /// The end of the word at `at`, or 0. Spaces and line breaks inside it do not count.
  std::size_t match(std::size_t at, std::string_view word) const {
    for (std::size_t i = 0; i < word.size(); i += 3) {
      while (i != 0 && at < text_.size() && (text_[at] == ' ' || text_[at] == '\n')) {
        ++at;
      }
      if (character_at(text_, at) != character_at(word, i)) {
        return 0;
      }
      at += 3;
    }
    return at;
  }

  void take_word(Word word, std::size_t begin, std::size_t end) {
    if (word == Word::ignored) {
      return;
    }
    Token token;
    token.word = word;
    if (word == Word::zero) {
      token.kind = Kind::number;
      token.unit = Unit::pieces;
    }
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    sentence_.may_claim = sentence_.may_claim || word >= Word::none || word == Word::upheld || word == Word::zero;
    push(token);
  }

  std::size_t take_number(std::size_t at) {
    Token token;
    if (!numbers_.read(at, token)) {
      return at;
    }
    if (sentence_.size != 0) {
      const Token& before = sentence_.token[sentence_.size - 1];
      const bool adjacent =
          before.kind == Kind::word &&
          text_.substr(before.end, token.begin - before.end).find_first_not_of(" \n") == std::string_view::npos;
      token.is_inexact = token.is_inexact || (before.kind == Kind::number && before.unit == Unit::none &&
                                              before.is_inexact);  // the second of two in a row, or of a range
      if (adjacent && before.word == Word::ordinal) {
        token.unit = Unit::other;
      } else if (adjacent && before.word == Word::approximate) {
        const std::string_view word = text_.substr(before.begin, 3);
        token.is_inexact = token.is_inexact || token.is_chinese || (word != "数" && word != "几" && word != "上");
      } else if (adjacent && (before.word == Word::is || before.word == Word::all_are) && token.value == 0 &&
                 token.unit == Unit::none) {
        token.unit = Unit::pieces;
      } else if (adjacent && before.word >= Word::granted && before.word <= Word::other_handling &&
                 token.unit == Unit::none && !token.is_inexact && token.decimals == 0 && at_clause_end(token.end)) {
        token.unit = Unit::pieces;  // 部分公开67，
      }
    }
    sentence_.may_claim = sentence_.may_claim || (token.unit >= Unit::pieces && token.unit <= Unit::percent);
    push(token);
    return numbers_.end();
  }

  bool at_clause_end(std::size_t at) const {
    const std::string_view rest = text_.substr(at, 3);
    return rest == "，" || rest == "、" || rest == "；" || rest == "。" || rest == "（" || rest.empty() ||
           rest[0] == ',' || rest[0] == ';' || rest[0] == '(';
  }

  std::string_view text_;
  Take take_;
  NumberReader numbers_;
  Sentence sentence_;
};

}  // namespace gongkai::claims_detail
