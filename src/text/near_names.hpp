// Finds the names that a mistyped name may have meant.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {

/// How many letters must be added, dropped or replaced to make one name of the other.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

/// Up to three names of `known` that lie near `wanted`, nearest first. `name_of` gives the name of an element.
template <class Known, class NameOf>
std::vector<std::string_view> near_names(std::string_view wanted, const Known& known, NameOf name_of) {
  constexpr std::size_t most = 3, longest = 200;
  std::vector<std::pair<std::size_t, std::string_view>> found;
  if (wanted.empty() || wanted.size() > longest) {
    return {};
  }
  for (const auto& element : known) {
    const std::string_view name = name_of(element);
    std::size_t distance = edit_distance(wanted, name);
    if (wanted.size() >= 4 && name.find(wanted) != std::string_view::npos) {
      distance = std::min(distance, std::size_t{1});  // a part of the dotted name was left out
    }
    if (distance <= wanted.size() / 3 + 1) {
      found.emplace_back(distance, name);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < found.size() && i < most; ++i) {
    names.push_back(found[i].second);
  }
  return names;
}

/// The names with `separator` between them.
inline std::string joined(const std::vector<std::string_view>& names, std::string_view separator) {
  std::string text;
  for (const std::string_view name : names) {
    text.append(text.empty() ? std::string_view() : separator).append(name);
  }
  return text;
}

}  // namespace gongkai
