// What a report is, as named fields in words: how writers carry it in the metadata of a file, and readers find it
// again.
#pragma once

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "gongkai/catalog.hpp"
#include "gongkai/report.hpp"

namespace gongkai {

/// Said of what the report does not state.
inline constexpr Label unstated{"未说明", "not stated"};

/// The words for ranks, kinds of bodies, extents and editions.
inline constexpr std::array<Label, 6> level_words{{unstated,
                                                   {"国家级", "national"},
                                                   {"省级", "province"},
                                                   {"市级", "prefecture"},
                                                   {"县级", "county"},
                                                   {"乡级", "township"}}};
inline constexpr std::array<Label, 5> kind_words{
    {unstated, {"政府", "government"}, {"部门", "department"}, {"派出机关", "agency"}, {"企事业单位", "institution"}}};
inline constexpr std::array<Label, 3> extent_words{{unstated, {"本机关", "own"}, {"全辖区", "territory"}}};
inline constexpr std::array<Label, 3> edition_words{{unstated, {"2019年版", "2019"}, {"2021年版", "2021"}}};

/// A member of About as a field of metadata.
enum class AboutField : std::uint8_t { authority, publication_date, year, edition, level, kind, coverage, publisher };
inline constexpr std::array<Label, 8> about_field_names{{{"报告机关", "Authority"},
                                                         {"发布日期", "Published"},
                                                         {"报告年度", "Year"},
                                                         {"报告格式", "Edition of the form"},
                                                         {"机关层级", "Rank of the body"},
                                                         {"机关性质", "Kind of body"},
                                                         {"统计范围", "Extent"},
                                                         {"发布机构", "Publisher"}}};

/// The enumerator that a Chinese word stands for, or the first one (unknown).
template <class Enum, std::size_t n>
constexpr Enum enum_of(const std::array<Label, n>& words, std::string_view word) {
  for (std::size_t i = 1; i < n; ++i) {
    if (words[i].zh == word) {
      return static_cast<Enum>(i);
    }
  }
  return Enum{};
}

/// A known date as 2024-01-20.
inline std::string iso_date(const Date& date) {
  std::array<char, 48> day{};  // for any three numbers
  std::snprintf(day.data(), day.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return day.data();
}

/// What the report says in a field, in Chinese; 未说明 where it does not. The title is no field: every format has a place
/// for it.
inline std::string about_text(const About& about, AboutField field) {
  const auto word = [](const auto& words, auto value) {
    return std::string(words[static_cast<std::size_t>(value)].zh);
  };
  switch (field) {
    case AboutField::authority:
      return about.authority.empty() ? std::string(unstated.zh) : about.authority;
    case AboutField::publication_date:
      return about.publication_date.is_known() ? iso_date(about.publication_date) : std::string(unstated.zh);
    case AboutField::year:
      return about.year == 0 ? std::string(unstated.zh) : std::to_string(about.year);
    case AboutField::edition:
      return word(edition_words, about.edition);
    case AboutField::level:
      return word(level_words, about.level);
    case AboutField::kind:
      return word(kind_words, about.kind);
    case AboutField::coverage:
      return word(extent_words, about.coverage);
    case AboutField::publisher:
      return about.publisher.empty() ? std::string(unstated.zh) : about.publisher;
  }
  return {};
}

}  // namespace gongkai
