// Fails every allocation of every function of the C interface in turn, once and from then on.
//
// Each must give GK_E_MEMORY (or, where the standard library makes do without, the very same result), leave what it was
// given and *out alone, and lose nothing. Reading is tried in a fresh process too, where tables that are built at first
// use do not stand yet, and in a new thread. Of calls with many allocations a part is tried, spread over all of them;
// with GONGKAI_EVERY_ALLOCATION set each one is.
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "every_call.hpp"
#include "failing_allocator.hpp"

namespace {

int failures = 0;

void expect(bool holds, const Call& call, long n, bool then_all, const char* what) {
  if (!holds) {
    ++failures;
    std::printf("%s, allocation %ld%s: %s\n", call.name.c_str(), n, then_all ? " and all after it" : "", what);
  }
}

void run_in_new_thread(void (*body)(void*), void* argument) {
  struct Start {
    void (*body)(void*);
    void* argument;
  } start{body, argument};
  pthread_t thread{};
  const auto run = [](void* from) -> void* {
    const Start& what = *static_cast<Start*>(from);
    what.body(what.argument);
    return nullptr;
  };
  if (pthread_create(&thread, nullptr, run, &start) != 0) {
    std::printf("no thread\n");
    std::exit(2);
  }
  pthread_join(thread, nullptr);
}

/// A call with its n-th allocation failing; with n = 0 none does.
struct Attempt {
  Attempt(const Call& of, long n, bool then_all) : call(of) {
    if (call.prepare != nullptr) {
      call.prepare(made);
    }
    before = contents(made);
    const auto run = [](void* self) { static_cast<Attempt*>(self)->run(); };
    count = n;
    all_after = then_all;
    if (call.in_new_thread) {
      run_in_new_thread(run, this);
    } else {
      this->run();
    }
    after = contents(made);
  }
  void run() {
    failing::arm(count, all_after);
    status = call.run(made);
    gk_error error = GK_ERROR_INIT;
    has_error = gk_last_error(&error) == GK_OK && error.code == status && error.message_zh.size > 0 &&
                error.message_en.size > 0;
    failing::disarm();
    asked = failing::asked();
    refused = failing::refused();
  }

  const Call& call;
  Made made;
  long count = 0, asked = 0, refused = 0;
  bool all_after = false, has_error = false;
  gk_status status = GK_OK;
  std::string before, after;
};

/// Whether a call gave what the undisturbed one gave, or said that there is no memory. Returns whether one was refused.
bool survives(const Call& call, const Attempt& undisturbed, long n, bool then_all) {
  const Attempt attempt(call, n, then_all);
  if (attempt.status == GK_E_MEMORY && attempt.refused != 0) {
    expect(attempt.after == attempt.before, call, n, then_all, "GK_E_MEMORY, and something was changed");
  } else {
    expect(attempt.status == call.expected, call, n, then_all, gk_status_name(attempt.status));
    expect(attempt.after == undisturbed.after, call, n, then_all, "another result");
  }
  expect(attempt.has_error || attempt.status == GK_OK, call, n, then_all, "no last error");
  return attempt.refused != 0;
}

/// How many of a call's allocations to try: all, or about so many of them.
long step_of(long allocations, long wanted) {
  static const bool every = std::getenv("GONGKAI_EVERY_ALLOCATION") != nullptr;
  return every ? 1 : std::max(1L, allocations / wanted);
}
constexpr int too_many_failures = 40;

/// Calls test(n, then_all), until it returns false, for allocations spread over all of a call.
template <class Test>
long for_allocations(const Call& call, long allocations, long wanted, Test test) {
  long tried = 0;
  for (const bool then_all : {false, true}) {
    const long step = step_of(allocations, wanted);
    for (long n = 1; failures < too_many_failures && !(call.in_new_thread && then_all) && test(n, then_all);
         n += step) {
      ++tried;
    }
  }
  return tried;
}

#ifndef GONGKAI_WRAP_MALLOC
/// False when the call has fewer allocations than n.
bool survives_at_first_use(const Call& call, long n, bool then_all) {
  enum { fine, broken, was_not_refused };
  const int result = in_fresh_process([&] {
    failures = 0;
    Made made;
    failing::arm(n, then_all);
    const gk_status status = call.run(made);
    failing::disarm();
    const bool was_refused = failing::refused() != 0;
    expect(status == call.expected || (status == GK_E_MEMORY && was_refused), call, n, then_all,
           gk_status_name(status));
    // The same call must work once there is memory again.
    const Attempt again(call, 0, false);
    expect(again.status == call.expected, call, n, then_all, "does not recover");
    expect(status != call.expected || contents(made) == again.after, call, n, then_all, "another result at first use");
    return failures != 0 ? broken : was_refused ? fine : was_not_refused;
  });
  expect(result == fine || result == was_not_refused, call, n, then_all,
         result == broken ? "failed in a fresh process" : "crashed in a fresh process");
  return result != was_not_refused;
}
#endif

std::string function_of(const Call& call) {
  return call.name.substr(0, call.name.find(','));
}

/// Every function that the library exports must have a call.
void expect_all_functions(const std::vector<Call>& all, const std::string& version_script) {
  std::set<std::string> called;
  for (const Call& call : all) {
    called.insert(function_of(call));
  }
  std::size_t exported = 0;
  for (std::size_t at = version_script.find("\n    gk_"); at != std::string::npos;
       at = version_script.find("\n    gk_", at + 1)) {
    const std::string name = version_script.substr(at + 5, version_script.find(';', at) - at - 5);
    ++exported;
    if (called.count(name) == 0) {
      ++failures;
      std::printf("%s is exported and not tried\n", name.c_str());
    }
  }
  if (exported != called.size()) {
    ++failures;
    std::printf("%zu functions exported, %zu tried\n", exported, called.size());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::printf("usage: memory_test REPORT JSON PDF_WORDS BIG5 VERSION_SCRIPT\n");
    return 2;
  }
  World world(inputs_from_elsewhere(argv + 1));
  const std::vector<Call> all = calls(world);
  expect_all_functions(all, read_file(argv[5]));
  long fresh = 0, tried = 0;

#ifndef GONGKAI_WRAP_MALLOC
  for (const Call& call : all) {
    if (call.at_first_use) {
      long allocations = 0;
      FILE* const file = std::tmpfile();
      in_fresh_process([&] {
        std::fprintf(file, "%ld", Attempt(call, 0, false).asked);
        return std::fflush(file);
      });
      std::rewind(file);
      if (std::fscanf(file, "%ld", &allocations) != 1) {
        expect(false, call, 0, false, "crashed");
      }
      std::fclose(file);
      fresh += for_allocations(call, allocations, 40,
                               [&](long n, bool then_all) { return survives_at_first_use(call, n, then_all); });
    }
  }
#endif
  world.make_objects();
  // Twice: first while tables are built for the first time, then when all stand and no block may be lost.
  std::map<std::string, std::pair<long, long>> by_function;  // allocations, tried
  for (const bool is_warm : {false, true}) {
    for (const Call& call : all) {
      const Attempt undisturbed(call, 0, false);
      expect(undisturbed.status == call.expected, call, 0, false, gk_status_name(undisturbed.status));
      const long of_call = for_allocations(call, undisturbed.asked, is_warm ? 100 : 25, [&](long n, bool then_all) {
        const long before = failing::live();
        const bool was_refused = survives(call, undisturbed, n, then_all);
        // The record of the last error is made once for each thread, when there is memory for it.
        expect(!is_warm || failing::live() == before, call, n, then_all, "memory was lost");
        return was_refused;
      });
      if (is_warm) {
        by_function[function_of(call)].first += undisturbed.asked;
        by_function[function_of(call)].second += of_call;
        tried += of_call;
      }
    }
  }
  std::printf("%-28s %11s %6s\n", "function", "allocations", "failed");
  for (const auto& [name, counts] : by_function) {
    std::printf("%-28s %11ld %6ld\n", name.c_str(), counts.first, counts.second);
  }
  std::printf("%zu functions, %zu calls: %ld failing allocations survived, and %ld in fresh processes; %d failures\n",
              by_function.size(), all.size(), tried, fresh, failures);
  return failures == 0 && tried > 100 ? 0 : 1;
}
