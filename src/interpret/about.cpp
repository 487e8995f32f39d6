// Finding the title, the body, the year and the date of publication.
#include "interpret/about.hpp"

#include <algorithm>
#include <array>

#include "unicode/fold.hpp"
#include "unicode/utf8.hpp"

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
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (!unicode::is_space(unicode::next(text, i))) {
      result.append(text.substr(begin, i - begin));
    }
  }
  return result;
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

/// The value of a metadata line such as "发布时间: 2021-03-05", or nothing.
std::optional<std::string_view> metadata(std::string_view line, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (line.substr(0, name.size()) != name) {
      continue;
    }
    std::string_view rest = unicode::trim(line.substr(name.size()));
    if (rest.substr(0, 1) == ":") {
      return unicode::trim(rest.substr(1));
    }
    if (rest.substr(0, 3) == "：") {
      return unicode::trim(rest.substr(3));
    }
  }
  return std::nullopt;
}

constexpr std::size_t longest_title = 180;  // bytes: 60 characters

bool may_be_title_part(std::string_view squeezed) {
  return squeezed.size() <= longest_title && !contains(squeezed, "，") && !contains(squeezed, "。") &&
         !contains(squeezed, "；") && !contains(squeezed, ":") && !contains(squeezed, "：");
}

/// The body that a title names: "嘉兴港区2020年度…", "2024年上海市科委…".
std::string authority_in(const std::string& title) {
  const YearAt year = find_year(title);
  std::string name = title.substr(0, year.year == 0 ? std::min(title.find("政府信息公开"), title.size()) : year.begin);
  if (name.empty() && year.year != 0) {
    std::size_t begin = year.end;
    if (title.compare(begin, 3, "度") == 0) {
      begin += 3;
    }
    const std::size_t end = title.find("政府信息公开", begin);
    name = end == std::string::npos ? std::string() : title.substr(begin, end - begin);
  }
  if (name.substr(0, 6) == "关于") {
    name.erase(0, 6);
  }
  return name;
}

}  // namespace

void classify(std::string_view authority, Level& level, Kind& kind) {
  if (ends_with(authority, "人民政府")) {
    kind = Kind::government;
    const std::string_view place = authority.substr(0, authority.size() - std::string_view("人民政府").size());
    level = place == "北京市" || place == "上海市" || place == "天津市" || place == "重庆市" ||
                    ends_with(place, "省") || ends_with(place, "自治区")
                ? Level::province
            : ends_with(place, "自治州") || ends_with(place, "盟")                       ? Level::prefecture
            : ends_with(place, "县") || ends_with(place, "区") || ends_with(place, "旗") ? Level::county
            : ends_with(place, "镇") || ends_with(place, "乡")                           ? Level::township
                                                                                         : Level::unknown;
  } else if (ends_with(authority, "街道办事处") || ends_with(authority, "街道办")) {
    kind = Kind::agency;
    level = Level::township;
  } else if (ends_with(authority, "管理委员会") || ends_with(authority, "管委会")) {
    kind = Kind::agency;
  } else if (ends_with(authority, "局") || ends_with(authority, "委员会") || ends_with(authority, "厅")) {
    kind = Kind::department;
    level = contains(authority, "县") || (contains(authority, "区") && contains(authority, "市")) ? Level::county
            : contains(authority, "省") || ends_with(authority, "厅")                             ? Level::province
                                                                                                  : Level::unknown;
  }
}

std::vector<std::size_t> describe(About& about, const std::vector<Line>& front, const std::vector<Line>& back,
                                  const Hints& hints) {
  std::vector<std::size_t> title_lines;
  std::string metadata_title, metadata_authority;
  Date published, written;
  for (std::size_t i = 0; i < front.size(); ++i) {
    const std::string_view line = front[i].text;
    if (const auto value = metadata(line, {"标题", "名称", "信息名称"})) {
      metadata_title = squeeze(*value);
    } else if (const auto body = metadata(line, {"发布机构", "发布单位", "信息来源"})) {
      metadata_authority = squeeze(*body);
    } else if (const auto date = metadata(line, {"发布时间", "发布日期", "公开日期", "发文日期"})) {
      published = published.is_known() ? published : find_date(squeeze(*date));
    } else if (const auto made = metadata(line, {"成文日期", "生成日期"})) {
      written = written.is_known() ? written : find_date(squeeze(*made));
    } else if (title_lines.empty() && contains(line, "政府信息公开")) {
      std::string title = squeeze(line);
      std::size_t last = i;
      while (may_be_title_part(title) && !contains(title, "报告") && !contains(title, "年报") &&
             last + 1 < front.size() && last < i + 2) {
        title += squeeze(front[++last].text);
      }
      if (!may_be_title_part(title) || (!contains(title, "报告") && !contains(title, "年报"))) {
        continue;
      }
      std::size_t first = i;
      if (find_year(title).begin == 0 && authority_in(title).empty() &&
          i > 0) {  // the body's name on a line of its own
        const std::string before = squeeze(front[i - 1].text);
        if (may_be_title_part(before) && before.size() >= 9 && before != title) {
          title.insert(0, before);
          first = i - 1;
        }
      }
      for (std::size_t k = first; k <= last; ++k) {
        title_lines.push_back(k);
      }
      about.title = title;
      i = last;
    } else if (!written.is_known() && line.size() <= 60 && !contains(line, "至")) {
      written = find_date(squeeze(line));
    }
  }
  if (about.title.empty()) {
    about.title = metadata_title;
  }
  if (!written.is_known()) {
    for (auto line = back.rbegin(); line != back.rend() && !written.is_known(); ++line) {
      written = line->text.size() <= 60 ? find_date(squeeze(line->text)) : Date{};
    }
  }
  about.year = hints.year.value_or(find_year(about.title).year);
  about.authority = !hints.authority.empty()      ? std::string(hints.authority)
                    : !metadata_authority.empty() ? metadata_authority
                                                  : authority_in(about.title);
  about.publication_date = hints.publication_date.value_or(published.is_known() ? published : written);
  classify(about.authority, about.level, about.kind);
  about.level = hints.level.value_or(about.level);
  about.kind = hints.kind.value_or(about.kind);
  about.coverage = hints.coverage.value_or(Extent::unknown);
  return title_lines;
}

}  // namespace gongkai
