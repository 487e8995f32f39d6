// What fields state, what the title names, and what only the lines around the report tell, in this order.
#include "interpret/about.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "gongkai/model/about_fields.hpp"
#include "interpret/fields.hpp"
#include "interpret/standing.hpp"
#include "interpret/written.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

// ---- Fields ----

/// What fields of metadata state, each by its first value. 未说明 in a report that gongkai wrote is a statement, too.
struct Stated {
  std::string title, publisher;
  Date published, written;
  std::optional<std::string> body;
  std::optional<int> year;
  std::optional<Edition> edition;
  std::optional<Level> level;
  std::optional<Kind> kind;
  std::optional<Extent> coverage;
};

/// Whether a report that gongkai wrote says that it does not state a field.
bool is_unstated(std::string_view value) {
  return unicode::simplified(value) == unstated.zh;
}

/// What a word stands for in the metadata of a report that gongkai wrote, in either writing.
template <class Enum, std::size_t n>
Enum enum_in(const std::array<Label, n>& words, std::string_view value) {
  return enum_of<Enum>(words, unicode::simplified(value));
}

/// A publisher as written, without what a page sets behind it; empty where a site only says that it is its own.
std::string publisher_of(std::string_view value) {
  std::string name = squeeze(value);
  for (const std::string_view mark : {"【", "[", "［", "|", "打印", "分享"}) {
    name.resize(std::min(name.find(mark), name.size()));
  }
  const bool is_none = is_unstated(name) || name == "本站" || name == "本网" || name == "本网站" || name == "原创";
  return is_none ? std::string() : name;
}

void take(Stated& stated, FieldKind kind, std::string_view value) {
  value = unicode::trim(value);
  if (value != unstated.zh && is_unstated(value)) {
    return;  // converted to traditional writing since, so that it is not ours to rely on
  }
  switch (kind) {
    case FieldKind::title:
      stated.title = stated.title.empty() && has_report_word(value) ? page_title(value) : stated.title;
      break;
    case FieldKind::publisher:
      stated.publisher = stated.publisher.empty() ? publisher_of(value) : stated.publisher;
      break;
    case FieldKind::published:
      stated.published = stated.published.is_known() ? stated.published : find_date(squeeze(value));
      break;
    case FieldKind::written:
      stated.written = stated.written.is_known() ? stated.written : find_date(squeeze(value));
      break;
    case FieldKind::body:
      stated.body = std::string(is_unstated(value) ? std::string_view() : value);
      break;
    case FieldKind::year:
      stated.year = find_year(squeeze(value) + "年").year;
      break;
    case FieldKind::edition:
      stated.edition = enum_in<Edition>(edition_words, value);
      break;
    case FieldKind::level:
      stated.level = stated.level ? stated.level : enum_in<Level>(level_words, value);
      break;
    case FieldKind::kind:
      stated.kind = stated.kind ? stated.kind : enum_in<Kind>(kind_words, value);
      break;
    case FieldKind::coverage:
      stated.coverage = stated.coverage ? stated.coverage : enum_in<Extent>(extent_words, value);
      break;
    case FieldKind::other:
      break;
  }
}

Stated stated_in(const Surroundings& around) {
  Stated stated;
  for (const Line& line : around.front) {
    if (contains(line.text, ":") || contains(line.text, "：")) {
      const std::string squeezed = squeeze(line.text);
      for (const FieldFound& field : fields_in(squeezed)) {
        take(stated, field.kind, field.value);
      }
    }
  }
  for (const Field& field : around.fields) {
    if (const std::optional<FieldKind> kind = field_kind(field.name)) {
      take(stated, *kind, field.value);
    }
  }
  return stated;
}

// ---- Date and year ----

/// The date in a short line with nothing else, such as "(2026年1月23日)".
Date date_alone(std::string_view line) {
  constexpr std::size_t longest = 60;  // bytes
  const bool is_else = line.size() > longest || contains(line, "至") || contains(line, "采集") ||
                       contains(line, "更新") || contains(line, "T");
  return is_else ? Date{} : find_date(squeeze(line));
}

/// The date that the report bears: in a field, on a line of its own before it, or at its end.
Date written_date(const Stated& stated, const Surroundings& around) {
  Date written = stated.written;
  std::string_view before;
  for (const Line& line : around.front) {
    const bool is_value = before.ends_with(":") || before.ends_with("：");  // of a field that nothing is known of
    if (!written.is_known() && !is_value) {
      written = date_alone(line.text);
    }
    before = line.text;
  }
  for (auto line = around.back.rbegin(); line != around.back.rend() && !written.is_known(); ++line) {
    constexpr std::size_t longest = 60;  // bytes
    written = line->text.size() <= longest ? find_date(squeeze(line->text)) : Date{};
  }
  return written;
}

/// The first year behind one of the words, which speak of the period of the figures; 0 where there is none.
int year_behind(std::string_view text) {
  for (const std::string_view words :
       {"统计期限", "统计时限", "统计周期", "统计时间", "统计截止", "统计截至", "报告期限", "所列数据", "統計期限",
        "統計時限", "統計週期", "統計時間", "所列數據"}) {
    if (const std::size_t at = text.find(words); at != std::string_view::npos) {
      return find_year(squeeze(text.substr(at))).year;
    }
  }
  return 0;
}

/// The year of the work that a line before section one announces: 现将2023年度政府信息公开工作情况报告如下.
int announced_year(std::string_view line) {
  const std::string squeezed = squeeze(line);
  const YearAt year = find_year(squeezed);
  const std::string_view front = std::string_view(squeezed).substr(0, year.begin);
  const std::string_view rest = std::string_view(squeezed).substr(year.end);
  const bool is_announced = front.ends_with("现将") || front.ends_with("现将我局") || front.ends_with("現將") ||
                            front.ends_with("编制") || front.ends_with("特编制") || front.ends_with("公布");
  constexpr std::size_t nearest = 60;  // bytes
  return is_announced &&
                 (contains(rest.substr(0, nearest), "信息公开") || contains(rest.substr(0, nearest), "信息公開"))
             ? year.year
             : 0;
}

/// The year where no title names it; 0 where the text does not say, either.
int year_of_text(const std::vector<Line>& front, std::string_view overview) {
  for (const Line& line : front) {
    if (const int year = year_behind(line.text); year != 0) {
      return year;
    }
  }
  if (const int year = year_behind(overview); year != 0) {
    return year;
  }
  for (const Line& line : front) {
    if (const int year = announced_year(line.text); year != 0) {
      return year;
    }
  }
  return 0;
}

// ---- The body ----

/// Whether a publisher puts up pages for others.
bool is_office(std::string_view publisher) {
  if (publisher.ends_with("办公室") || publisher.ends_with("办公厅") || publisher.ends_with("办")) {
    return true;
  }
  for (const std::string_view word : {"政务", "数据", "信息中心", "融媒", "新闻", "宣传", "网"}) {
    if (contains(publisher, word)) {
      return true;
    }
  }
  return false;
}

/// The body of a name below the title: 政府信息公开工作年度报告 / 清溪县水利局.
std::string name_below(const std::vector<Line>& front, const TitleCandidate& title) {
  const std::size_t at = title.last + 1;
  if (title.score < 0 || at >= front.size()) {
    return {};
  }
  const std::string name = squeeze(front[at].text);
  constexpr std::size_t longest = 60;  // bytes
  const bool is_name = name.size() <= longest && standing_of(name).confidence == Confidence::certain &&
                       fields_in(name).empty() && !contains(name, "，") && !contains(name, "。");
  return is_name ? name : std::string();
}

/// The title names whose report it is; a publisher, whose page it stands on, unless it is the same in full.
std::string body_of(const std::string& named, const std::string& publisher) {
  if (publisher.empty() || named.empty() || named.starts_with("我") || named.starts_with("本")) {
    return publisher.empty() ? named : publisher;
  }
  const bool is_fuller = publisher.ends_with(named) || (publisher.starts_with(named) && !is_office(publisher));
  return is_fuller && standing_of(named).confidence != Confidence::certain ? publisher : named;
}

/// Fills the body with what its name, or what is stated, says of its rank and kind.
void settle_body(Reading& reading, std::string_view name, const Stated& stated) {
  About& about = reading.report.about;
  about.authority = name;
  Standing& standing = reading.standing = standing_of(name);
  const bool is_certain = standing.confidence == Confidence::certain;
  about.level = stated.level.value_or(is_certain ? standing.level : Level::unknown);
  about.kind = stated.kind.value_or(is_certain ? standing.kind : Kind::unknown);
  if (stated.level || stated.kind) {
    standing = {stated.level.value_or(standing.level), stated.kind.value_or(standing.kind), Confidence::given};
  }
}

}  // namespace

int year_of(const TitleCandidate& title, const Surroundings& around, const Hints& hints) {
  const int of_title = hints.year.value_or(year_in_title(title.text));
  return of_title != 0 ? of_title : year_of_text(around.front, {});
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
  const Stated stated = stated_in(around);

  const TitleCandidate found = around.title ? *around.title : find_title(around.front);
  std::vector<std::size_t> title_lines;
  const bool is_in_text = found.score >= 0 && (stated.title.empty() || found.score >= title_score(stated.title));
  about.title = is_in_text ? found.text : stated.title;
  for (std::size_t i = found.first; is_in_text && i <= found.last; ++i) {
    title_lines.push_back(i);
  }

  about.year = stated.year.value_or(year_in_title(about.title));
  if (about.year == 0) {
    about.year = year_of_text(around.front, reading.report.narrative.overview);
  }
  about.edition = stated.edition.value_or(Edition::unknown);
  about.coverage = stated.coverage.value_or(Extent::unknown);
  about.publisher = stated.publisher;
  reading.written_date = written_date(stated, around);
  about.publication_date = stated.published.is_known() ? stated.published : reading.written_date;

  std::string named = authority_in(about.title);
  named = named.empty() && is_in_text ? name_below(around.front, found) : named;
  settle_body(reading, stated.body ? *stated.body : body_of(named, stated.publisher), stated);
  reading.said = about;
  reading.said.publication_date = stated.published;  // a text may be published after the day under it
  if (!hints.authority.empty()) {
    settle_body(reading, hints.authority, stated);
  }
  take_hints(hints, reading);
  if (hints.level || hints.kind) {
    Standing& standing = reading.standing;
    standing = {hints.level.value_or(standing.level), hints.kind.value_or(standing.kind), Confidence::given};
  }
  return title_lines;
}

}  // namespace gongkai
