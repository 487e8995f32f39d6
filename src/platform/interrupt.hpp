// Ctrl-C, for the work to be ended in order. What hears of it is each system's own: the handlers in files.cpp.
#pragma once

#include <atomic>

namespace gongkai::platform {

/// While one lives, the first Ctrl-C is noted; a second one ends the program.
class InterruptNoted {
 public:
  InterruptNoted() { state = State::is_awaited; }
  ~InterruptNoted() { state = State::ends; }
  InterruptNoted(const InterruptNoted&) = delete;
  InterruptNoted& operator=(const InterruptNoted&) = delete;

  /// On any thread.
  static bool came() { return state == State::came; }

  /// For the handlers: whether this Ctrl-C is noted, and does not end the program. Safe in a signal's handler.
  static bool note() {
    State awaited = State::is_awaited;
    return state.compare_exchange_strong(awaited, State::came);
  }

 private:
  enum class State : int { ends, is_awaited, came };
  static inline std::atomic<State> state{State::ends};
  static_assert(std::atomic<State>::is_always_lock_free);
};

}  // namespace gongkai::platform
