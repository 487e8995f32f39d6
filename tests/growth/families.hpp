// Input that grows: each family makes, for a size n, a piece of work whose cost must grow as n does and no faster.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::growth {

/// What is measured; its input is made already.
using Work = std::function<void()>;

struct Family {
  std::string_view name;
  std::size_t n = 0;  ///< the smaller size
  Work (*make)(std::size_t n) = nullptr;
};

std::vector<Family> reading_families();
std::vector<Family> office_families();
std::vector<Family> core_families();

inline std::string repeated(std::string_view text, std::size_t n) {
  std::string result;
  result.reserve(text.size() * n);
  for (std::size_t i = 0; i < n; ++i) {
    result += text;
  }
  return result;
}
/// The text n times, with the number of the time in place of '#', from `first` on.
inline std::string counted(std::string_view text, std::size_t n, std::size_t first = 1) {
  std::string result;
  for (std::size_t i = 0; i < n; ++i) {
    for (const char c : text) {
      c == '#' ? result += std::to_string(first + i) : result += c;
    }
  }
  return result;
}

/// Reads and checks the bytes.
Work reads(std::string bytes);

}  // namespace gongkai::growth
