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

}  // namespace gongkai
