// The other reports of a dossier, last year's and those of subordinate bodies, prepared for the rules that compare.
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "gongkai/rule.hpp"

namespace gongkai {

/// Whether two names may be of one body: equal, or one without the place in front. An empty name may be any.
inline bool is_same_name(std::string_view a, std::string_view b) {
  const std::string_view longer = a.size() > b.size() ? a : b, shorter = a.size() > b.size() ? b : a;
  return longer.substr(longer.size() - shorter.size()) == shorter;
}

/// Each report is prepared like the report itself.
struct Others {
  struct ChildSubject {
    const Child* child = nullptr;
    Gap gap = Gap::none;
    std::optional<Subject> subject;  ///< where there is no gap
  };
  std::optional<Subject> previous;
  std::vector<ChildSubject> children;  ///< in the order of the dossier

  /// Whether the previous report, which there is, is another body's: the names have neither their place nor their end
  /// in common. Names that are not known are taken on trust; a body of one place may have been renamed.
  bool is_of_other_body(const About& about) const {
    constexpr std::size_t place = 6;  // two characters
    const std::string_view name = about.authority;
    const std::string_view old_name = previous->report().about.authority;
    return !is_same_name(name, old_name) && name.substr(0, place) != old_name.substr(0, place);
  }

  /// Whether the previous report can be the one on the year before; years that are not known are taken on trust.
  bool is_year_before(const About& about) const {
    const int year = previous ? previous->report().about.year : 0;
    return previous && (year == 0 || about.year == 0 || year + 1 == about.year);
  }
};

/// Prepares children, and finds those that cannot be added up as a whole; `year` 0 accepts any.
inline std::vector<Others::ChildSubject> prepare(std::span<const Child> children, int year, BlankPolicy blanks) {
  std::vector<Others::ChildSubject> prepared;
  prepared.reserve(children.size());
  std::set<std::string_view> names;
  for (const Child& child : children) {
    Others::ChildSubject& next = prepared.emplace_back();
    next.child = &child;
    if (child.report == nullptr) {
      next.gap = child.gap;
    } else if (const int own = child.report->about.year; year != 0 && own != 0 && own != year) {
      next.gap = Gap::other_year;
    } else if (!child.name.empty() && !names.insert(child.name).second) {
      next.gap = Gap::duplicate;
    } else {
      next.subject.emplace(Dossier{child.report, child.reading}, blanks);
    }
  }
  return prepared;
}

/// Prepares a dossier that has other reports.
inline Others others_of(const Dossier& dossier, BlankPolicy blanks) {
  Others others;
  if (dossier.previous != nullptr) {
    others.previous.emplace(Dossier{dossier.previous, dossier.previous_reading}, blanks);
  }
  others.children = prepare(dossier.children, dossier.report->about.year, blanks);
  return others;
}

}  // namespace gongkai
