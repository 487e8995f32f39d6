// Finds the names that a mistyped name may have meant.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {

/// What the distance is no less than: letters that one has and the other lacks. Letters alike in their last bits count as one.
inline std::size_t least_distance(std::string_view a, std::string_view b) {
  constexpr std::size_t kinds = 32;
  std::array<int, kinds> more{};
  for (const char c : a) {
    ++more[static_cast<unsigned char>(c) % kinds];
  }
  for (const char c : b) {
    --more[static_cast<unsigned char>(c) % kinds];
  }
  int only_a = 0, only_b = 0;
  for (const int count : more) {
    only_a += std::max(count, 0);
    only_b += std::max(-count, 0);
  }
  return static_cast<std::size_t>(std::max(only_a, only_b));
}

/// How many letters must be added, dropped or replaced to make one name of the other; `most` + 1 where it is more than that.
inline std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  const auto [a_rest, b_rest] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  a.remove_prefix(static_cast<std::size_t>(a_rest - a.begin()));  // keys share their beginnings, and often their ends
  b.remove_prefix(static_cast<std::size_t>(b_rest - b.begin()));
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (least_distance(a, b) > most) {  // as for nearly all names
    return most + 1;
  }
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    std::size_t least = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
      least = std::min(least, row[j]);
    }
    if (least > most) {
      return most + 1;
    }
  }
  return std::min(row[b.size()], most + 1);
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
    // A name that is no nearer than three before it is not among them.
    const std::size_t bound = found.size() < most ? wanted.size() / 3 + 1 : found.back().first;
    std::size_t distance = edit_distance(wanted, name, bound);
    if (wanted.size() >= 4 && name.find(wanted) != std::string_view::npos) {
      distance = std::min(distance, std::size_t{1});  // a part of the dotted name was left out
    }
    if (distance > bound || (found.size() == most && distance == bound)) {
      continue;
    }
    const auto after = [](std::size_t mine, const auto& other) { return mine < other.first; };
    found.insert(std::upper_bound(found.begin(), found.end(), distance, after), {distance, name});
    found.resize(std::min(found.size(), most));
  }
  std::vector<std::string_view> names;
  names.reserve(found.size());
  for (const auto& [distance, name] : found) {
    names.push_back(name);
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
