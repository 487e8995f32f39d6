// Titles stand among menus, paths and links, behind numbers and tags, on one line or on several.
#include "interpret/title.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "interpret/fields.hpp"
#include "interpret/written.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t longest_title = 180;  // bytes: 60 characters

using Words = std::initializer_list<std::string_view>;

/// The first of the words that the text begins with; empty where it begins with none.
std::string_view front_word(std::string_view text, Words words) {
  const auto found =
      std::find_if(words.begin(), words.end(), [text](std::string_view word) { return text.starts_with(word); });
  return found == words.end() ? std::string_view() : *found;
}

/// The text behind the characters of the set that it begins with.
std::string_view behind(std::string_view text, std::u32string_view set) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size() && set.find(unicode::next(text, at)) != set.npos;) {
    end = at;
  }
  return text.substr(end);
}

std::string_view behind_digits(std::string_view text) {
  return behind(text, U"0123456789０１２３４５６７８９一二三四五六七八九十");
}

std::string_view behind_marks(std::string_view text) {
  return behind(text, U":：、.．-—–·•#＃_)）●★■□◆◇▲►▶※|*");
}

/// Whether the text speaks of this kind of report: 政府信息公开, in either writing.
bool has_subject(std::string_view text) {
  return contains(text, "信息公开") || contains(text, "信息公開") || contains(text, "資訊公開") ||
         contains(text, "政务公开") || contains(text, "政務公開");
}

/// The text behind a tag in brackets at its front, such as 【年度报告】, （附件） or [1]; the text where there is none, or where
/// it names the year.
std::string_view behind_tag(std::string_view text) {
  constexpr std::size_t longest_tag = 30;  // bytes
  constexpr std::pair<std::string_view, std::string_view> brackets[] = {{"【", "】"}, {"[", "]"}, {"［", "］"},
                                                                        {"（", "）"}, {"(", ")"}, {"〔", "〕"}};
  for (const auto& [open, close] : brackets) {
    const std::size_t end = text.find(close);
    if (text.starts_with(open) && end <= longest_tag && end + close.size() < text.size() &&
        find_year(text.substr(0, end)).year == 0) {
      return text.substr(end + close.size());
    }
  }
  return text;
}

/// The text behind a number of a page, an appendix or an item of a list: Page8-, 附件1：, 第8页, 1., 01.
std::string_view behind_number(std::string_view text) {
  if (const std::string_view word = front_word(text, {"Page", "page", "PAGE", "P.", "p."}); !word.empty()) {
    return behind_marks(behind_digits(behind_marks(text.substr(word.size()))));
  }
  if (const std::string_view word = front_word(text, {"附件", "附表"}); !word.empty()) {
    return behind_marks(behind_digits(text.substr(word.size())));
  }
  if (text.starts_with("P") || text.starts_with("第")) {
    const std::string_view number = text.substr(text.starts_with("P") ? 1 : std::string_view("第").size());
    const std::string_view rest = behind_digits(number);
    const bool is_page = text.starts_with("P") || rest.starts_with("页") || rest.starts_with("頁");
    return rest.size() == number.size() || !is_page ? text : behind(rest, U"页頁");
  }
  constexpr std::size_t longest_number = 6;  // bytes; not 2024年
  const std::string_view rest = behind_digits(text);
  const bool is_item = rest.size() != text.size() && text.size() - rest.size() <= longest_number &&
                       (behind_marks(rest).size() != rest.size() || text.starts_with("0"));
  return is_item ? behind_marks(rest) : text;
}

/// What stands behind the last colon, or the last step of a path, where that speaks of a report on a year by itself.
std::string_view behind_colon_or_path(std::string_view text) {
  for (const std::string_view mark : {"：", ":", ">", "›", "»", "＞"}) {
    const std::size_t at = text.rfind(mark);
    if (at == std::string_view::npos) {
      continue;
    }
    const std::string_view rest = text.substr(at + mark.size());
    text = has_subject(rest) && has_report_word(rest) && find_year(rest).year != 0 ? rest : text;
  }
  return text;
}

/// A title without the fields that a page prints in its line: …年度报告 发布时间：2024-01-30.
std::string_view before_fields(std::string_view line) {
  for (const FieldFound& field : fields_in(line)) {
    std::string_view before = line.substr(0, field.begin);
    if (!has_subject(before) || !has_report_word(before) || year_in_title(std::string(before)) == 0) {
      continue;
    }
    for (const std::string_view mark : {"【", "[", "［", "（", "(", "|", "｜"}) {
      before.remove_suffix(before.ends_with(mark) ? mark.size() : 0);
    }
    return before;
  }
  return line;
}

/// A title without what a page or a list sets before it: 附件1：, 1., 【年度报告】, Page8-, -8-, 《.
std::string without_front(const std::string& title) {
  std::string_view text = title;
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text = behind_number(behind_marks(behind_tag(behind_marks(text))));
  }
  constexpr std::string_view open = "《", close = "》";
  if (text.starts_with(open) && text.ends_with(close)) {
    text = text.substr(open.size(), text.size() - open.size() - close.size());
  }
  return std::string(text);
}

/// Whether a text is short and whole enough to be a part of a title.
bool may_be_title_part(std::string_view squeezed) {
  return squeezed.size() <= longest_title && !contains(squeezed, "，") && !contains(squeezed, "。") &&
         !contains(squeezed, "；") && !contains(squeezed, ":") && !contains(squeezed, "：");
}

/// Whether a line is nothing but a year, in brackets or not: （2023年度）.
bool is_year_alone(std::string_view squeezed) {
  const YearAt year = find_year(squeezed);
  return year.year != 0 && behind(squeezed.substr(0, year.begin), U"（(").empty() &&
         behind(squeezed.substr(year.end), U"度）)").empty();
}

/// Whether a line may be the name of the body, above or below the rest of its title.
bool may_be_name(const std::string& line) {
  constexpr std::size_t shortest = 9;  // bytes
  return may_be_title_part(line) && line.size() >= shortest && !has_report_word(line) && title_score(line) >= 0 &&
         find_date(line).year == 0;
}

/// Adds the lines that go on with a title: its other half, and a year below it.
void take_lines_below(const std::vector<Line>& front, TitleCandidate& candidate) {
  constexpr std::size_t most = 2;
  while (may_be_title_part(candidate.text) && !has_report_word(candidate.text) && candidate.last + 1 < front.size() &&
         candidate.last < candidate.first + most) {
    candidate.text += squeeze(front[++candidate.last].text);
  }
  if (has_report_word(candidate.text) && year_in_title(candidate.text) == 0 && candidate.last + 1 < front.size()) {
    if (const std::string below = squeeze(front[candidate.last + 1].text); is_year_alone(below)) {
      candidate.text += below;
      ++candidate.last;
    }
  }
}

/// Puts the lines before a title that begins with its year, or with nothing, to it: the year and the body's name.
void take_lines_above(const std::vector<Line>& front, TitleCandidate& candidate) {
  const auto above = [&] { return candidate.first == 0 ? std::string() : squeeze(front[candidate.first - 1].text); };
  const auto take = [&](const std::string& line) {
    candidate.text.insert(0, line);
    --candidate.first;
  };
  if (year_in_title(candidate.text) == 0 && is_year_alone(above())) {
    take(above());
  }
  const std::string name = above();
  if (find_year(candidate.text).begin == 0 && authority_in(candidate.text).empty() && may_be_name(name) &&
      name != candidate.text) {
    take(name);
  }
}

/// The name without 关于 and what goes on with it at either end.
std::string without_about(std::string name) {
  constexpr std::string_view about = "关于";
  for (const std::string_view word : {about, std::string_view("印发"), std::string_view("公布")}) {
    if (unicode::simplified(name).starts_with(word)) {
      name.erase(0, word.size());
    }
  }
  if (unicode::simplified(name).ends_with(about)) {
    name.resize(name.size() - about.size());
  }
  return name;
}

/// Where 政府信息公开 or its like begins in a text in simplified writing; its size where nowhere.
std::size_t find_subject(std::string_view plain, std::size_t from) {
  std::size_t at = plain.size();
  for (const std::string_view word : {"政府信息公开", "信息公开", "政务公开"}) {
    at = std::min(at, plain.find(word, from));
  }
  return at;
}

}  // namespace

bool has_report_word(std::string_view title) {
  return contains(title, "报告") || contains(title, "年报") || contains(title, "報告") || contains(title, "年報");
}

int year_in_title(const std::string& title) {
  return find_year(title, true).year;
}

std::string authority_in(const std::string& title) {
  const YearAt year = find_year(title, true);
  const std::string plain = unicode::simplified(title);
  const std::size_t subject = find_subject(plain, 0);
  const std::size_t first = std::min(subject, year.year == 0 ? title.size() : year.begin);
  std::string name = without_about(title.substr(0, first));
  if (name.empty() && year.year != 0 && year.begin == first) {  // "2024年上海市科委…", "关于2024年度…的年度报告"
    constexpr std::string_view degree = "度";
    const std::size_t begin = year.end + (plain.compare(year.end, degree.size(), degree) == 0 ? degree.size() : 0);
    const std::size_t end = find_subject(plain, begin);
    name = end == title.size() ? std::string() : without_about(title.substr(begin, end - begin));
  }
  constexpr std::size_t shortest = 9;  // bytes: 政府 and the like name no body
  return has_report_word(name) || name.size() < shortest ? std::string() : name;
}

int title_score(const std::string& title) {
  int score = 0;
  score += year_in_title(title) != 0 ? 4 : 0;
  score += contains(title, "年度报告") || contains(title, "年度報告") ? 2 : 0;
  score += !authority_in(title).empty() ? 2 : 0;
  score -= contains(title, "政务公开") || contains(title, "政務公開") ? 1 : 0;
  for (const std::string_view path : {">", "›", "»", "首页", "当前位置", "|"}) {
    score -= contains(title, path) ? 6 : 0;
  }
  score -= front_word(title, {"现公布", "现将", "根据", "按照", "本报告", "附件", "关于印发"}).empty() ? 0 : 6;
  return score;
}

TitleCandidate find_title(const std::vector<Line>& front) {
  TitleCandidate best;
  for (std::size_t i = 0; i < front.size(); ++i) {
    if (front[i].text.size() > 2 * longest_title) {
      continue;
    }
    const std::string line = squeeze(front[i].text);
    if (!has_subject(line) || !front_word(line, {"上一篇", "下一篇", "上一条", "下一条"}).empty()) {
      continue;
    }
    const std::string alone(behind_colon_or_path(before_fields(line)));
    TitleCandidate candidate{without_front(alone), i, i};
    take_lines_below(front, candidate);
    if (!may_be_title_part(candidate.text) || !has_report_word(candidate.text) || !has_subject(candidate.text)) {
      continue;
    }
    take_lines_above(front, candidate);
    candidate.score = title_score(candidate.text) - (alone.size() == line.size() ? 0 : 1);
    if (candidate.score >= best.score) {
      std::swap(best, candidate);
    }
  }
  return best;
}

std::string page_title(std::string_view value) {
  std::string title = without_front(squeeze(value));
  for (const std::string_view word : {"年度报告", "年报"}) {
    if (const std::size_t at = unicode::simplified(title).find(word); at != std::string::npos) {
      const std::size_t end = at + word.size();
      const std::string_view rest = std::string_view(title).substr(end);
      title.resize(end + rest.size() - behind(rest, U"》）)").size());
      break;
    }
  }
  return title;
}

bool is_whole_title(std::string_view line) {
  const bool may_have_report_word = line.find("报") != line.npos || line.find("報") != line.npos;
  if (line.size() > 2 * longest_title || !may_have_report_word) {
    return false;
  }
  const std::string title = without_front(squeeze(line));
  const bool has_full_subject =
      contains(title, "信息公开") || contains(title, "信息公開") || contains(title, "資訊公開");
  return has_full_subject && may_be_title_part(title) && has_report_word(title) && find_year(title).year != 0 &&
         title_score(title) >= 6;
}

}  // namespace gongkai
