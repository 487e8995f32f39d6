// Tells damage from want of memory where a C library reports both alike, or goes on without what it could not get.
#pragma once

#include <cerrno>
#include <new>

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

/// What the work gives, under a watch; std::bad_alloc where memory was short. It is tried twice: where the heap cannot
/// grow in its place glibc finds room elsewhere and leaves errno as if there were none; what was found then is there now.
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
    return attempt();
  }
}

}  // namespace gongkai
