// Many pieces of work on several threads, their results taken one after the other.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace gongkai::cli {

/// Makes `count` results on `jobs` threads and takes them in order on this one. Few are made ahead of the one that is
/// taken next, so memory does not grow with their number. `new_worker()` gives what makes a result of an index; it is
/// called once for each thread. What a worker throws is thrown here in its turn.
template <class NewWorker, class Take>
void in_order(std::size_t count, std::size_t jobs, NewWorker new_worker, Take take) {
  using Result = decltype(new_worker()(std::size_t{}));
  if (jobs <= 1 || count <= 1) {
    auto worker = new_worker();
    for (std::size_t i = 0; i < count; ++i) {
      take(i, worker(i));
    }
    return;
  }
  struct Made {
    std::optional<Result> result;
    std::exception_ptr fault;
  };
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Made> made;
  std::size_t next = 0, taken = 0;
  bool is_over = false;
  const std::size_t ahead = 2 * jobs;

  const auto work = [&] {
    auto worker = new_worker();
    for (;;) {
      std::size_t index = 0;
      {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return is_over || next >= count || next < taken + ahead; });
        if (is_over || next >= count) {
          return;
        }
        index = next++;
      }
      Made one;
      try {
        one.result.emplace(worker(index));
      } catch (...) {
        one.fault = std::current_exception();
      }
      const std::lock_guard lock(mutex);
      made.emplace(index, std::move(one));
      changed.notify_all();
    }
  };
  std::vector<std::thread> threads;
  /// Ends the threads however this function is left.
  struct Joining {
    std::vector<std::thread>& threads;
    std::mutex& mutex;
    std::condition_variable& changed;
    bool& is_over;
    ~Joining() {
      {
        const std::lock_guard lock(mutex);
        is_over = true;
      }
      changed.notify_all();
      for (std::thread& thread : threads) {
        thread.join();
      }
    }
  } const joining{threads, mutex, changed, is_over};
  for (std::size_t i = 0; i < jobs && i < count; ++i) {
    threads.emplace_back(work);
  }
  for (std::size_t i = 0; i < count; ++i) {
    Made one;
    {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return made.count(i) != 0; });
      one = std::move(made.extract(i).mapped());
      taken = i + 1;
    }
    changed.notify_all();
    if (one.fault) {
      std::rethrow_exception(one.fault);
    }
    take(i, std::move(*one.result));
  }
}

}  // namespace gongkai::cli
