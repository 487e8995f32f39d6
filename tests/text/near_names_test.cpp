#include "text/near_names.hpp"

#include <doctest/doctest.h>

#include <random>

#include "gongkai/catalog.hpp"

namespace {

using namespace gongkai;

/// The textbook's: every name measured to its end.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      table[i][j] =
          i == 0   ? j
          : j == 0 ? i
                   : std::min({table[i - 1][j - 1] + (a[i - 1] != b[j - 1]), table[i - 1][j] + 1, table[i][j - 1] + 1});
    }
  }
  return table[a.size()][b.size()];
}

std::vector<std::string_view> plainly_near(std::string_view wanted) {
  std::vector<std::pair<std::size_t, std::string_view>> found;
  for (const CellInfo& cell : cells) {
    const bool is_part = wanted.size() >= 4 && cell.key.find(wanted) != std::string_view::npos;
    const std::size_t distance = std::min(plain_distance(wanted, cell.key), is_part ? 1 : std::size_t{1000});
    if (distance <= wanted.size() / 3 + 1) {
      found.emplace_back(distance, cell.key);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < found.size() && i < 3; ++i) {
    names.push_back(found[i].second);
  }
  return names;
}

TEST_CASE("the names that are near are those of the textbook's distance, whatever was mistyped") {
  std::mt19937 random(7);
  const auto up_to = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); };
  for (int i = 0; i < 150; ++i) {
    std::string wanted(cells[up_to(cells.size() - 1)].key);
    for (std::size_t slips = up_to(4); slips != 0 && !wanted.empty(); --slips) {
      const std::size_t at = up_to(wanted.size() - 1);
      switch (up_to(3)) {
        case 0:
          wanted.erase(at, 1);
          break;
        case 1:
          wanted.insert(at, 1, static_cast<char>('a' + up_to(25)));
          break;
        case 2:
          wanted[at] = static_cast<char>('a' + up_to(25));
          break;
        default:
          wanted = wanted.substr(at / 2);
      }
    }
    CAPTURE(wanted);
    CHECK(near_names(wanted, cells, [](const CellInfo& cell) { return std::string_view(cell.key); }) ==
          plainly_near(wanted));
  }
}

TEST_CASE("a distance beyond the bound is told as one more than it") {
  CHECK(edit_distance("total", "totals", 3) == 1);
  CHECK(edit_distance("abcdef", "uvwxyz", 3) == 4);
  CHECK(edit_distance("", "abcd", 3) == 4);
  CHECK(edit_distance("same", "same", 0) == 0);
}

}  // namespace
