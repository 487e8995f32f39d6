// The reports of a folder beside each other: whose text stands in another body's, and which bodies are of a kind.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/compare/similarity.hpp"
#include "gongkai/model/reading.hpp"

namespace gongkai {

/// How much of a report's text stands in another body's.
struct Alike {
  const Report* other = nullptr;
  int percent = 0;
};

/// Reports that were handed in together, prepared once; shared by the checks of all of them, on any thread. Reports that
/// do not state their body and year are left out.
class Peers {
 public:
  Peers() = default;
  /// What the pointers point to must stay.
  explicit Peers(std::span<const Report* const> reports) {
    for (const Report* report : reports) {
      if (!report->about.authority.empty() && report->about.year != 0) {
        reports_.push_back(report);
      }
    }
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      for (const std::uint64_t shingle : shingles_of(*reports_[i])) {
        index_.push_back({shingle, static_cast<std::uint32_t>(i)});
      }
    }
    std::sort(index_.begin(), index_.end());
  }

  /// Sections one and five: where bodies tell of themselves.
  static std::string text_of(const Report& report) {
    return report.narrative.overview + '\n' + report.narrative.problems_and_improvements;
  }

  /// The other body of the same year in whose report most of this one's text stands. What many bodies have is a set phrase
  /// or what all were told to write, and is left out, and so are figures. Nothing where too little is left to tell.
  std::optional<Alike> nearest(const Report& report) const {
    constexpr std::size_t too_short = 120;  // characters that are the body's own, or shared with few
    const std::size_t most_bodies = std::clamp<std::size_t>(reports_.size() / 4, 5, 20);
    std::vector<std::uint32_t> shared(reports_.size(), 0);
    std::vector<std::uint32_t> others;
    std::size_t counted = 0;
    for (const std::uint64_t shingle : shingles_of(report)) {
      find_others(report, shingle, most_bodies, others);
      if (others.size() >= most_bodies) {
        continue;
      }
      ++counted;
      for (const std::uint32_t other : others) {
        ++shared[other];
      }
    }
    const auto most = std::max_element(shared.begin(), shared.end());
    if (counted < too_short || most == shared.end() || *most == 0) {
      return std::nullopt;
    }
    return Alike{reports_[static_cast<std::size_t>(most - shared.begin())], static_cast<int>(*most * 100 / counted)};
  }

  /// The reports of other governments of the same level, year and edition. Departments have each their own duties, so that
  /// their numbers tell nothing of each other.
  std::vector<const Report*> of_a_kind(const Report& report) const {
    std::vector<const Report*> result;
    const About& mine = report.about;
    for (const Report* other : reports_) {
      const About& about = other->about;
      if (mine.kind == Kind::government && about.kind == mine.kind && mine.level != Level::unknown &&
          about.level == mine.level && about.edition == mine.edition && is_other_body(report, *other)) {
        result.push_back(other);
      }
    }
    return result;
  }

 private:
  struct Entry {
    std::uint64_t shingle;
    std::uint32_t report;
    friend constexpr auto operator<=>(const Entry&, const Entry&) = default;
  };

  /// The reports of other bodies that have the passage, `most` at the most.
  void find_others(const Report& report, std::uint64_t shingle, std::size_t most,
                   std::vector<std::uint32_t>& others) const {
    constexpr std::size_t most_entries = 200;  // of all years and copies: what so many have is common too
    others.clear();
    std::size_t seen = 0;
    for (auto entry = std::lower_bound(index_.begin(), index_.end(), Entry{shingle, 0});
         entry != index_.end() && entry->shingle == shingle && others.size() < most; ++entry) {
      const bool is_mine = !is_other_body(report, *reports_[entry->report]);
      if (++seen > most_entries) {
        others.assign(most, entry->report);
      } else if (!is_mine) {
        others.push_back(entry->report);
      }
    }
  }

  static bool is_other_body(const Report& a, const Report& b) {
    return a.about.year == b.about.year && a.about.authority != b.about.authority;
  }

  /// Every passage of this many characters that count, once, in order.
  static std::vector<std::uint64_t> shingles_of(const Report& report) {
    constexpr std::size_t length = 12, most = 50'000;
    const similarity_detail::Letters letters = similarity_detail::letters_of(text_of(report), most);
    const std::u32string_view text = letters.text;
    std::vector<std::uint64_t> shingles;
    for (std::size_t at = 0; at + length <= text.size(); ++at) {
      shingles.push_back(similarity_detail::hash_of(text.substr(at, length)));
    }
    std::sort(shingles.begin(), shingles.end());
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
  }

  std::vector<const Report*> reports_;
  std::vector<Entry> index_;
};

}  // namespace gongkai
