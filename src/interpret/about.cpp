// Finding the title, the body, the year and the date of publication.
#include "interpret/about.hpp"

#include <algorithm>
#include <array>

#include "gongkai/model/about_fields.hpp"
#include "interpret/prefecture_cities.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}
bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

/// The text without any white space, so that "2024 年 上海市" reads as one word.
std::string squeeze(std::string_view text) {
  std::string result;
  bool any_radical = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = unicode::next(text, i);
    any_radical = any_radical || (c >= 0x2e80 && c <= 0x2fdf);
    if (!unicode::is_space(c) && c != '*') {  // marks of Markdown and Org
      result.append(text.substr(begin, i - begin));
    }
  }
  return any_radical ? unicode::without_radicals(result) : result;
}

/// A year from 1990 to 2099 written as four ASCII, full-width or Chinese digits before 年, and where it stands.
struct YearAt {
  int year = 0;
  std::size_t begin = 0, end = 0;  ///< of the digits and 年
};
YearAt find_year(std::string_view squeezed) {
  constexpr std::u32string_view chinese = U"〇一二三四五六七八九";
  std::array<std::size_t, 4> starts{};
  std::size_t count = 0;
  int value = 0;
  for (std::size_t i = 0; i < squeezed.size();) {
    const std::size_t begin = i;
    char32_t c = unicode::next(squeezed, i);
    if (c >= 0xff10 && c <= 0xff19) {
      c = c - 0xff10 + '0';
    } else if (const std::size_t digit = chinese.find(c == U'零' || c == U'○' ? U'〇' : c); digit != chinese.npos) {
      c = static_cast<char32_t>('0' + digit);
    }
    if (c >= '0' && c <= '9') {
      if (count == 4) {
        std::rotate(starts.begin(), starts.begin() + 1, starts.end());
        --count;
        value %= 1000;
      }
      starts[count++] = begin;
      value = value * 10 + static_cast<int>(c - '0');
      continue;
    }
    if (c == U'年' && count == 4 && value >= 1990 && value <= 2099) {
      return {value, starts[0], i};
    }
    count = 0;
    value = 0;
  }
  return {};
}

/// "2026年1月23日", "2021-03-05 08:58", "2021/03/05".
Date find_date(std::string_view squeezed) {
  for (std::size_t i = 0; i + 8 <= squeezed.size(); ++i) {
    std::array<int, 3> part{};
    std::size_t at = i, taken = 0;
    for (; taken < 3; ++taken) {
      const std::size_t start = at;
      while (at < squeezed.size() && squeezed[at] >= '0' && squeezed[at] <= '9' &&
             at - start < (taken == 0 ? 4U : 2U)) {
        part[taken] = part[taken] * 10 + (squeezed[at++] - '0');
      }
      if (at == start || (taken == 0 && at - start != 4)) {
        break;
      }
      if (taken == 2) {
        ++taken;
        break;
      }
      const std::string_view mark = taken == 0 ? "年" : "月";
      if (squeezed.substr(at, mark.size()) == mark) {
        at += mark.size();
      } else if (at < squeezed.size() && (squeezed[at] == '-' || squeezed[at] == '/' || squeezed[at] == '.')) {
        ++at;
      } else {
        break;
      }
    }
    if (taken == 3 && part[0] >= 1990 && part[0] <= 2099 && part[1] >= 1 && part[1] <= 12 && part[2] >= 1 &&
        part[2] <= 31) {
      return {part[0], part[1], part[2]};
    }
  }
  return {};
}

/// What a field of metadata is about. Portals name the same thing in several ways.
enum class FieldKind : std::uint8_t {
  title,
  body,       ///< the reporting body itself
  authority,  ///< who published the page, mostly the same
  published,
  written,
  year,
  edition,
  level,
  kind,
  coverage,
  other,
};
struct FieldName {
  std::string_view name;
  FieldKind kind;
};
constexpr FieldName field_names[] = {
    {"标题", FieldKind::title},         {"名称", FieldKind::title},
    {"信息名称", FieldKind::title},     {"ArticleTitle", FieldKind::title},
    {"title", FieldKind::title},        {"发布机构", FieldKind::authority},
    {"发布单位", FieldKind::authority}, {"公开主体", FieldKind::authority},
    {"发文机关", FieldKind::authority}, {"制发机关", FieldKind::authority},
    {"发文单位", FieldKind::authority}, {"信息来源", FieldKind::authority},
    {"来源", FieldKind::authority},     {"ContentSource", FieldKind::authority},
    {"发布时间", FieldKind::published}, {"发布日期", FieldKind::published},
    {"公开日期", FieldKind::published}, {"公开时间", FieldKind::published},
    {"发文日期", FieldKind::published}, {"PubDate", FieldKind::published},
    {"成文日期", FieldKind::written},   {"生成日期", FieldKind::written},
    {"更新时间", FieldKind::other},     {"更新日期", FieldKind::other},
    {"报告机关", FieldKind::body},      {"报告年度", FieldKind::year},
    {"报告格式", FieldKind::edition},   {"机关层级", FieldKind::level},
    {"机关性质", FieldKind::kind},      {"统计范围", FieldKind::coverage},
    {"索引号", FieldKind::other},       {"文号", FieldKind::other},
    {"发文字号", FieldKind::other},     {"发布文号", FieldKind::other},
    {"主题分类", FieldKind::other},     {"组配分类", FieldKind::other},
    {"主题词", FieldKind::other},       {"关键词", FieldKind::other},
    {"体裁", FieldKind::other},         {"有效性", FieldKind::other},
    {"浏览次数", FieldKind::other},     {"点击数", FieldKind::other},
    {"阅读次数", FieldKind::other},     {"访问量", FieldKind::other},
    {"字体", FieldKind::other},         {"字号", FieldKind::other},
    {"信息索引号", FieldKind::other},   {"内容概述", FieldKind::other},
    {"主题导航", FieldKind::other},     {"分类", FieldKind::other},
    {"作者", FieldKind::other},         {"责任编辑", FieldKind::other},
    {"信息类别", FieldKind::other},     {"公开方式", FieldKind::other},
    {"公开范围", FieldKind::other},     {"公开形式", FieldKind::other},
    {"公开类型", FieldKind::other},     {"统一登记号", FieldKind::other},
};

const FieldName* find_field(std::string_view squeezed) {
  const std::string plain = unicode::simplified(squeezed);
  for (const FieldName& field : field_names) {
    if (field.name == plain) {
      return &field;
    }
  }
  return nullptr;
}

/// The length of a colon at the front of the text, with the bracket that may stand before it; 0 where there is none.
std::size_t colon_size(std::string_view text) {
  std::size_t size = 0;
  for (const std::string_view bracket : {"】", "]", "］"}) {
    size = text.substr(0, bracket.size()) == bracket ? bracket.size() : size;
  }
  for (const std::string_view colon : {":", "："}) {
    if (text.substr(size, colon.size()) == colon) {
      return size + colon.size();
    }
  }
  return 0;
}

/// Calls f(kind, value) for each field in a line: "发布时间：2021-03-05  来源：县教育局  浏览次数：12".
template <class F>
void for_each_field(std::string_view squeezed, F f) {
  struct Hit {
    const FieldName* field;
    std::size_t begin, value;
  };
  std::vector<Hit> hits;
  const std::string plain = unicode::simplified(squeezed);
  for (std::size_t at = 0; at < squeezed.size(); ++at) {
    const FieldName* longest = nullptr;
    std::size_t value = 0;
    for (const FieldName& field : field_names) {
      if (plain.compare(at, field.name.size(), field.name) != 0 ||
          (longest != nullptr && longest->name.size() > field.name.size())) {
        continue;
      }
      if (const std::size_t colon = colon_size(squeezed.substr(at + field.name.size())); colon != 0) {
        longest = &field;
        value = at + field.name.size() + colon;
      }
    }
    if (longest != nullptr) {
      hits.push_back({longest, at, value});
      at = value - 1;
    }
  }
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const std::size_t end = i + 1 < hits.size() ? hits[i + 1].begin : squeezed.size();
    f(hits[i].field->kind, squeezed.substr(hits[i].value, end - hits[i].value));
  }
}

constexpr std::size_t longest_title = 180;  // bytes: 60 characters

bool may_be_title_part(std::string_view squeezed) {
  return squeezed.size() <= longest_title && !contains(squeezed, "，") && !contains(squeezed, "。") &&
         !contains(squeezed, "；") && !contains(squeezed, ":") && !contains(squeezed, "：");
}

/// The text behind digits, Chinese or not.
std::string_view behind_digits(std::string_view text) {
  constexpr std::string_view chinese[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (bool goes_on = true; goes_on;) {
    goes_on = !text.empty() && text[0] >= '0' && text[0] <= '9';
    text.remove_prefix(goes_on ? 1 : 0);
    for (const std::string_view digit : chinese) {
      if (text.starts_with(digit)) {
        text.remove_prefix(digit.size());
        goes_on = true;
      }
    }
  }
  return text;
}

/// The text without marks in front of it, such as colons and dashes.
std::string_view behind_marks(std::string_view text) {
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (const std::string_view mark :
         {":", "：", "、", ".", "．", "-", "—", "–", "·", "•", "#", "_", ")", "）", "●", "★"}) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        goes_on = true;
      }
    }
  }
  return text;
}

/// A title without what a page or a list sets before it: 附件1：, 1., 【年度报告】, Page8-, -8-.
std::string without_front(const std::string& title) {
  std::string_view text = title;
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    constexpr std::string_view appendix = "附件", bracket = "【", closing = "】";
    constexpr std::size_t longest_tag = 30;  // bytes
    for (const std::string_view page : {"Page", "page", "PAGE", "P."}) {
      if (text.starts_with(page)) {
        text = behind_marks(behind_digits(behind_marks(text.substr(page.size()))));
      }
    }
    if (text.starts_with(appendix)) {
      text = behind_marks(behind_digits(text.substr(appendix.size())));
    }
    if (const std::size_t end = text.find(closing); text.starts_with(bracket) && end != std::string_view::npos &&
                                                    end <= longest_tag && end + closing.size() < text.size()) {
      text.remove_prefix(end + closing.size());
    }
    text = behind_marks(text);
    const std::string_view behind = behind_digits(text);  // 1. and 8-, but not 2024年
    if (behind.size() != text.size() && text.size() - behind.size() < 4 &&
        behind_marks(behind).size() != behind.size()) {
      text = behind_marks(behind);
    }
  }
  return std::string(text);
}

/// The body that a title names: "嘉兴港区2020年度…", "2024年上海市科委…".
std::string authority_in(const std::string& title) {
  const YearAt year = find_year(title);
  const std::string plain = unicode::simplified(title);
  std::string name = title.substr(0, year.year == 0 ? std::min(plain.find("政府信息公开"), title.size()) : year.begin);
  if ((name.empty() || unicode::simplified(name) == "关于") && year.year != 0) {
    std::size_t begin = year.end;
    if (title.compare(begin, 3, "度") == 0) {
      begin += 3;
    }
    const std::size_t end = plain.find("政府信息公开", begin);
    name = end == std::string::npos ? std::string() : title.substr(begin, end - begin);
  }
  constexpr std::string_view about = "关于";
  if (unicode::simplified(name).starts_with(about)) {
    name.erase(0, about.size());
  }
  if (unicode::simplified(name).ends_with(about)) {
    name.resize(name.size() - about.size());
  }
  return name;
}

/// A line that may be the title, alone or with the lines around it.
struct TitleCandidate {
  std::string text;  ///< squeezed
  std::size_t first = 0, last = 0;
  int score = 0;
};

/// The same in simplified or traditional writing.
bool contains_either(std::string_view text, std::string_view simplified_word) {
  return contains(unicode::simplified(text), simplified_word);
}

bool has_report_word(std::string_view title) {
  const std::string plain = unicode::simplified(title);
  return contains(plain, "报告") || contains(plain, "年报");
}

/// How much a text looks like the title of this report rather than a menu, a path or another report's link.
int title_score(const std::string& title) {
  int score = 0;
  score += find_year(title).year != 0 ? 4 : 0;
  score += contains_either(title, "年度报告") ? 2 : 0;
  score += !authority_in(title).empty() ? 2 : 0;
  for (const std::string_view path : {">", "›", "»", "首页", "当前位置", "|"}) {
    score -= contains(title, path) ? 6 : 0;
  }
  for (const std::string_view verb :
       {"现公布", "现将", "根据", "按照", "本报告", "附件", "上一篇", "下一篇", "关于印发"}) {
    score -= title.find(verb) == 0 ? 6 : 0;
  }
  return score;
}

/// The best candidate among the lines; with equals the last, which stands closest to the report.
TitleCandidate find_title(const std::vector<Line>& front) {
  TitleCandidate best;
  best.score = -1;
  for (std::size_t i = 0; i < front.size(); ++i) {
    if (front[i].text.size() > 2 * longest_title) {
      continue;
    }
    TitleCandidate candidate{without_front(squeeze(front[i].text)), i, i, 0};
    if (!contains_either(candidate.text, "信息公开")) {
      continue;
    }
    while (may_be_title_part(candidate.text) && !has_report_word(candidate.text) && candidate.last + 1 < front.size() &&
           candidate.last < i + 2) {
      candidate.text += squeeze(front[++candidate.last].text);
    }
    if (!may_be_title_part(candidate.text) || !has_report_word(candidate.text) ||
        !contains_either(candidate.text, "信息公开")) {
      continue;
    }
    if (find_year(candidate.text).begin == 0 && authority_in(candidate.text).empty() && i > 0) {
      const std::string before = squeeze(front[i - 1].text);  // the body's name on a line of its own
      if (may_be_title_part(before) && before.size() >= 9 && before != candidate.text && !has_report_word(before) &&
          title_score(before) >= 0 && find_date(before).year == 0) {
        candidate.text.insert(0, before);
        candidate.first = i - 1;
      }
    }
    candidate.score = title_score(candidate.text);
    if (candidate.score >= best.score) {
      std::swap(best, candidate);
    }
  }
  return best;
}

/// Cuts what a site adds to the title of its page: "…年度报告_临江县人民政府".
std::string page_title(std::string_view value) {
  std::string title = without_front(squeeze(value));
  for (const std::string_view word : {"年度报告", "年报"}) {
    if (const std::size_t at = unicode::simplified(title).find(word); at != std::string::npos) {
      std::size_t end = at + word.size();
      for (const std::string_view closing : {"》", "）", ")"}) {
        end += title.compare(end, closing.size(), closing) == 0 ? closing.size() : 0;
      }
      title.resize(end);
      break;
    }
  }
  return title;
}

/// The rank of the city that a name begins with: "江苏省淮安市…"; unknown where there is none.
Level rank_of_city(std::string_view name) {
  for (const std::string_view region : {"省", "自治区"}) {
    if (const std::size_t at = name.find(region); at != std::string_view::npos) {
      name.remove_prefix(at + region.size());
    }
  }
  const std::size_t end = name.find("市");
  if (end == std::string_view::npos || end == 0) {
    return Level::unknown;
  }
  name = name.substr(0, end);
  return name == "北京" || name == "上海" || name == "天津" || name == "重庆" ? Level::province
         : is_prefecture_city(name)                                           ? Level::prefecture
                                                                              : Level::county;
}

}  // namespace

bool is_whole_title(std::string_view line) {
  if (line.size() > 2 * longest_title) {
    return false;
  }
  const std::string title = without_front(squeeze(line));
  return contains_either(title, "信息公开") && may_be_title_part(title) && has_report_word(title) &&
         find_year(title).year != 0 && title_score(title) >= 6;
}

bool is_field_line(std::string_view line) {
  const std::string squeezed = squeeze(line);
  bool begins_with_field = false;
  for_each_field(squeezed, [&](FieldKind, std::string_view value) {
    const std::string_view before =
        std::string_view(squeezed).substr(0, static_cast<std::size_t>(value.data() - squeezed.data()));
    begins_with_field = begins_with_field || is_field_name(before);
  });
  return begins_with_field;
}

bool is_field_name(std::string_view text) {
  std::string name = squeeze(text);
  for (const std::string_view mark : {"：", ":", "】", "【"}) {
    for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark)) {
      name.erase(at, mark.size());
    }
  }
  return find_field(name) != nullptr;
}

Standing standing_of(std::string_view written) {
  const std::string simplified = unicode::simplified(written);
  const std::string_view authority = simplified;
  const auto ends = [&](std::initializer_list<std::string_view> tails) {
    return std::any_of(tails.begin(), tails.end(), [&](std::string_view tail) { return ends_with(authority, tail); });
  };
  constexpr std::string_view government = "人民政府";
  if (ends_with(authority, government)) {
    const std::string_view place = authority.substr(0, authority.size() - government.size());
    if (ends_with(place, "省") || ends_with(place, "自治区")) {
      return {Level::province, Kind::government, Confidence::certain};
    }
    if (ends_with(place, "自治州") || ends_with(place, "盟") || ends_with(place, "地区")) {
      return {Level::prefecture, Kind::government, Confidence::certain};
    }
    if (ends_with(place, "县") || ends_with(place, "区") || ends_with(place, "旗")) {
      return {Level::county, Kind::government, Confidence::certain};
    }
    if (ends_with(place, "镇") || ends_with(place, "乡") || ends_with(place, "苏木")) {
      return {Level::township, Kind::government, Confidence::certain};
    }
    const Level rank = ends_with(place, "市") ? rank_of_city(place) : Level::unknown;
    return {rank, Kind::government, rank == Level::unknown ? Confidence::likely : Confidence::certain};
  }
  if (ends({"街道办事处", "街道办", "街道"})) {
    return {Level::township, Kind::agency, Confidence::certain};
  }
  if (ends({"管理委员会", "管委会"})) {
    return {Level::unknown, Kind::agency, Confidence::certain};
  }
  if (ends({"医院", "学校", "中学", "小学", "大学", "学院", "集团", "公司", "中心", "图书馆", "博物馆", "幼儿园"})) {
    return {Level::unknown, Kind::institution, Confidence::likely};
  }
  if (ends({"局", "委员会", "厅", "办公厅", "办公室", "委", "署", "总队", "支队", "大队", "队"})) {
    const bool is_national = authority.substr(0, 6) == "国家" || authority.substr(0, 9) == "国务院" ||
                             authority.substr(0, 18) == "中华人民共和国";
    const Level level = is_national                                                  ? Level::national
                        : contains(authority, "自治区") || contains(authority, "省") ? Level::unknown
                        : contains(authority, "县") || contains(authority, "旗")     ? Level::county
                        : contains(authority, "区") && contains(authority, "市")     ? Level::county
                                                                                     : rank_of_city(authority);
    if (level == Level::unknown && ends_with(authority, "厅") && !contains(authority, "市")) {
      return {Level::province, Kind::department, Confidence::certain};
    }
    if (level == Level::unknown && contains(authority, "省") && !contains(authority, "市")) {
      return {Level::province, Kind::department, Confidence::certain};
    }
    return {level, Kind::department, Confidence::certain};
  }
  if (ends({"镇", "乡"})) {
    return {Level::township, Kind::government, Confidence::certain};
  }
  if (ends({"县", "市", "区", "州", "旗", "盟"})) {
    return {ends({"县", "旗"}) ? Level::county : rank_of_city(authority), Kind::government, Confidence::likely};
  }
  return {};
}

/// The year of the period that the figures are of; 0 where the lines do not say.
int year_of_period(const std::vector<Line>& front, std::string_view overview) {
  const auto year_in = [](std::string_view text) {
    for (const std::string_view words : {"统计期限", "统计时限", "统计周期", "所列数据"}) {
      if (const std::size_t at = text.find(words); at != std::string_view::npos) {
        return find_year(squeeze(text.substr(at))).year;
      }
    }
    return 0;
  };
  for (const Line& line : front) {
    if (const int year = year_in(line.text); year != 0) {
      return year;
    }
  }
  return year_in(overview);
}

int year_of(const Surroundings& around, const Hints& hints) {
  const int of_title = hints.year.value_or(find_year(find_title(around.front).text).year);
  return of_title != 0 ? of_title : year_of_period(around.front, {});
}

void take_hints(const Hints& hints, Reading& reading) {
  About& about = reading.report.about;
  const auto take = [&](AboutField field, auto& value, const auto& said, const auto& hint) {
    using Value = std::decay_t<decltype(said)>;
    if (!hint) {
      return;
    }
    if (said != Value() && *hint != Value() && said != *hint) {
      reading.contradicted.push_back(field);
    }
    value = *hint;
  };
  take(AboutField::year, about.year, reading.said.year, hints.year);
  take(AboutField::level, about.level, reading.said.level, hints.level);
  take(AboutField::kind, about.kind, reading.said.kind, hints.kind);
  take(AboutField::coverage, about.coverage, reading.said.coverage, hints.coverage);
  take(AboutField::publication_date, about.publication_date, reading.said.publication_date, hints.publication_date);
  if (!hints.authority.empty()) {
    // A title may shorten the name: one that is part of the other is the same.
    const std::string said = squeeze(reading.said.authority), hint = squeeze(hints.authority);
    if (!said.empty() && !contains(said, hint) && !contains(hint, said)) {
      reading.contradicted.push_back(AboutField::authority);
    }
    about.authority = hints.authority;
  }
}

std::vector<std::size_t> describe(Reading& reading, const Surroundings& around, const Hints& hints) {
  About& about = reading.report.about;
  std::string title, authority;
  Date published, written;
  // What the metadata of a report that gongkai wrote state; 未说明 is a statement too.
  std::optional<std::string> body;
  std::optional<int> stated_year;
  std::optional<Edition> edition;
  std::optional<Level> level;
  std::optional<Kind> body_kind;
  std::optional<Extent> coverage;
  const auto take = [&](FieldKind kind, std::string_view value) {
    value = unicode::trim(value);
    if (kind == FieldKind::title && title.empty() && has_report_word(value)) {
      title = page_title(value);
    } else if (kind == FieldKind::authority && authority.empty()) {
      authority = squeeze(value);
    } else if (kind == FieldKind::published && !published.is_known()) {
      published = find_date(squeeze(value));
    } else if (kind == FieldKind::written && !written.is_known()) {
      written = find_date(squeeze(value));
    } else if (kind == FieldKind::body) {
      body = std::string(value == unstated.zh ? std::string_view() : value);
    } else if (kind == FieldKind::year) {
      stated_year = find_year(squeeze(value) + "年").year;
    } else if (kind == FieldKind::edition) {
      edition = enum_of<Edition>(edition_words, value);
    } else if (kind == FieldKind::level) {
      level = level ? level : enum_of<Level>(level_words, value);
    } else if (kind == FieldKind::kind) {
      body_kind = body_kind ? body_kind : enum_of<Kind>(kind_words, value);
    } else if (kind == FieldKind::coverage) {
      coverage = coverage ? coverage : enum_of<Extent>(extent_words, value);
    }
  };
  for (const Line& line : around.front) {
    if (contains(line.text, ":") || contains(line.text, "：")) {
      const std::string squeezed = squeeze(line.text);
      for_each_field(squeezed, take);
    }
  }
  for (const Field& field : around.fields) {
    std::string name = squeeze(field.name);
    while (ends_with(name, "：") || ends_with(name, ":")) {
      name.resize(name.size() - (name.back() == ':' ? 1 : 3));
    }
    if (const FieldName* known = find_field(name)) {
      take(known->kind, field.value);
    }
  }

  const TitleCandidate found = find_title(around.front);
  std::vector<std::size_t> title_lines;
  if (found.score >= 0 && (title.empty() || found.score >= title_score(title))) {
    about.title = found.text;
    for (std::size_t i = found.first; i <= found.last; ++i) {
      title_lines.push_back(i);
    }
  } else {
    about.title = title;
  }

  std::string_view before;
  for (const Line& line : around.front) {  // a short line with nothing but a date, such as "(2026年1月23日)"
    const bool is_value = before.ends_with(":") || before.ends_with("：");  // of a field that nothing is known of
    if (!written.is_known() && line.text.size() <= 60 && !contains(line.text, "至") && !is_value &&
        !contains(line.text, "采集") && !contains(line.text, "更新") && !contains(line.text, "T")) {
      written = find_date(squeeze(line.text));
    }
    before = line.text;
  }
  for (auto line = around.back.rbegin(); line != around.back.rend() && !written.is_known(); ++line) {
    written = line->text.size() <= 60 ? find_date(squeeze(line->text)) : Date{};
  }

  about.year = stated_year.value_or(find_year(about.title).year);
  if (about.year == 0) {
    about.year = year_of_period(around.front, reading.report.narrative.overview);
  }
  about.edition = edition.value_or(Edition::unknown);
  about.publication_date = published.is_known() ? published : written;
  about.coverage = coverage.value_or(Extent::unknown);
  Standing& standing = reading.standing;
  const auto settle = [&](std::string_view name) {
    about.authority = name;
    standing = standing_of(name);
    const bool is_certain = standing.confidence == Confidence::certain;
    about.level = level.value_or(is_certain ? standing.level : Level::unknown);
    about.kind = body_kind.value_or(is_certain ? standing.kind : Kind::unknown);
    if (level || body_kind) {
      standing = {level.value_or(standing.level), body_kind.value_or(standing.kind), Confidence::given};
    }
  };
  const std::string named = authority_in(about.title);
  // The title names whose report it is; a source or publisher, whose page it stands on, unless it is the same in full.
  const bool is_office = authority.ends_with("办公室") || authority.ends_with("办公厅");
  const bool is_fuller = authority.ends_with(named) || (authority.starts_with(named) && !is_office);
  const bool title_names_body = standing_of(named).confidence == Confidence::certain ||
                                (standing_of(named).confidence != Confidence::none && !is_fuller);
  settle(body                                                                     ? *body
         : title_names_body || authority.empty()                                  ? named
         : standing_of(authority).confidence != Confidence::none || named.empty() ? authority
                                                                                  : named);
  reading.said = about;
  reading.said.publication_date = published;  // a text may be published after the day under it
  if (!hints.authority.empty()) {
    settle(hints.authority);
  }
  take_hints(hints, reading);
  reading.written_date = written;
  if (hints.level || hints.kind) {
    standing = {hints.level.value_or(standing.level), hints.kind.value_or(standing.kind), Confidence::given};
  }
  return title_lines;
}

}  // namespace gongkai
