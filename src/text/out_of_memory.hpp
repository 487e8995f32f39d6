// Tells damage from want of memory where a C library reports both alike, or goes on without what it could not get.
#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

namespace gongkai {

/// Notices, from its making on, that malloc() failed on this thread, by whatever library it was called: POSIX has it
/// set errno, and nothing that reads from memory sets that otherwise. No hook is put into libraries that the host uses too.
class OutOfMemoryWatch {
 public:
  OutOfMemoryWatch() { errno = 0; }

  /// Throws std::bad_alloc where it did.
  static void check() {
    if (errno == ENOMEM) {
      throw std::bad_alloc();
    }
  }
};

/// Whether memory of every size is had without a word from malloc().
inline bool is_had_at_once() {
  constexpr std::size_t least = std::size_t{1} << 16U, most = std::size_t{1} << 25U;  // beyond glibc asks the system
  for (std::size_t size = least; size <= most; size *= 2) {
    errno = 0;
    void* volatile const had = std::malloc(size);  // volatile, or the compiler asks for nothing
    std::free(had);
    if (errno == ENOMEM) {
      return false;
    }
  }
  return true;
}

/// Takes up what is left of the heap of this thread. At its end glibc refuses what does not fit and takes it from
/// another, time and again, until something small has begun a new one.
inline std::vector<std::vector<char>> rest_of_heap() {
  constexpr std::size_t piece = std::size_t{1} << 10U, pieces_at_once = 64, most_pieces = std::size_t{1} << 16U;
  std::vector<std::vector<char>> pieces;
  while (pieces.size() < most_pieces && !is_had_at_once()) {
    for (std::size_t i = 0; i < pieces_at_once; ++i) {
      pieces.emplace_back().reserve(piece);
    }
  }
  return pieces;
}

/// What the work gives, under a watch; std::bad_alloc where memory was short. It is tried twice: where the heap cannot
/// grow in its place glibc finds room elsewhere and leaves errno as if there were none.
template <class Work>
auto with_memory_watched(const Work& work) {
  const auto attempt = [&work] {
    const OutOfMemoryWatch memory;
    auto result = work();
    memory.check();
    return result;
  };
  try {
    return attempt();
  } catch (const std::bad_alloc&) {
    const auto rest = rest_of_heap();
    return attempt();
  }
}

}  // namespace gongkai
