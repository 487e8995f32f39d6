// How the batch calls share their work out among threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

#include "border.hpp"

namespace gongkai::capi {

/// What gk_batch_options says.
struct How {
  std::size_t threads = 1;
  bool keep_assessments = false, keep_readings = false;
};
How batch_options(const gk_batch_options* options);
/// Looks through the inputs of a batch before any work is begun.
void inputs_argument(const gk_input* inputs, std::size_t count);

/// Shares out 0..count among threads. Pieces are taken in order, and a piece that fails only keeps later ones from
/// being started: so the failure that is thrown is the first one, whatever the threads did.
class Sharing {
 public:
  Sharing(std::size_t count, std::size_t piece) : count_(count), piece_(piece) {}

  /// Calls make_worker() on each thread, and what that returns with the index of each element.
  template <class MakeWorker>
  void run(std::size_t threads, const MakeWorker& make_worker) {
    const std::size_t pieces = count_ / piece_ + (count_ % piece_ != 0 ? 1 : 0);
    threads = std::min(threads, pieces);
    {
      Helpers helpers;
      for (std::size_t i = 1; i < threads && helpers.start([&] { work(make_worker); }); ++i) {
      }
      work(make_worker);
    }
    if (failure_) {
      std::rethrow_exception(failure_);
    }
  }

 private:
  /// Threads that are waited for on every way out.
  class Helpers {
   public:
    Helpers() = default;
    Helpers(const Helpers&) = delete;
    Helpers& operator=(const Helpers&) = delete;
    ~Helpers() {
      for (std::thread& thread : threads_) {
        thread.join();
      }
    }
    /// False where the system gives no more threads: the work is then done by fewer.
    template <class Work>
    bool start(Work work) {
      try {
        threads_.reserve(threads_.size() + 1);
        threads_.emplace_back(std::move(work));
        return true;
      } catch (const std::system_error&) {
        return false;
      } catch (const std::bad_alloc&) {
        return false;
      }
    }

   private:
    std::vector<std::thread> threads_;
  };

  template <class MakeWorker>
  void work(const MakeWorker& make_worker) noexcept {
    std::size_t index = 0;
    try {
      auto worker = make_worker();
      while ((index = next_.fetch_add(piece_)) < end_.load()) {
        for (const std::size_t end = std::min(index + piece_, count_); index < end; ++index) {
          worker(index);
        }
      }
    } catch (...) {
      while (lock_.test_and_set(std::memory_order_acquire)) {
      }
      if (index < end_.load() || !failure_) {
        failure_ = std::current_exception();
        end_.store(std::min(index, end_.load()));
      }
      lock_.clear(std::memory_order_release);
    }
  }

  std::size_t count_, piece_;
  std::atomic<std::size_t> next_{0}, end_{count_};
  std::atomic_flag lock_;
  std::exception_ptr failure_;
};

}  // namespace gongkai::capi
