// Fails every allocation of read, check and JSON in turn, once and from then on. Argument: the example report.
//
// Each must give GK_E_MEMORY (or, where the standard library makes do without, the same result), leave *out alone and
// lose nothing. Each is tried in a fresh process too, where tables that are built at first use do not stand yet.
// Natively malloc() itself is replaced, for all libraries; under a sanitizer, which has its own, the calls of the code
// under test are wrapped by the linker (GONGKAI_WRAP_MALLOC).
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <new>
#include <string>
#include <vector>

#include "gongkai.h"

// ---- The allocator -----------------------------------------------------------------------------------------------------

namespace {

bool armed = false;
bool from_then_on = false;
long countdown = 0;  // allocations until the one that fails
long failed = 0;     // how many were refused while armed
long seen = 0;       // how many were asked for while armed
long live = 0;       // blocks that were given and not taken back

bool refuse() {
  if (!armed) {
    return false;
  }
  ++seen;
  if (--countdown == 0 || (from_then_on && countdown < 0)) {
    ++failed;
    return true;
  }
  return false;
}

}  // namespace

#ifdef GONGKAI_WRAP_MALLOC
#define REAL(name) __real_##name
#define NAME(name) __wrap_##name
#else
#define REAL(name) __libc_##name
#define NAME(name) name
#endif

extern "C" {
void* REAL(malloc)(size_t size);
void* REAL(calloc)(size_t count, size_t size);
void* REAL(realloc)(void* block, size_t size);
void REAL(free)(void* block);
void* NAME(malloc)(size_t size);
void* NAME(calloc)(size_t count, size_t size);
void* NAME(realloc)(void* block, size_t size);
void NAME(free)(void* block);

void* NAME(malloc)(size_t size) {
  if (refuse()) {
    errno = ENOMEM;
    return nullptr;
  }
  ++live;
  return REAL(malloc)(size);
}
void* NAME(calloc)(size_t count, size_t size) {
  if (refuse()) {
    errno = ENOMEM;
    return nullptr;
  }
  ++live;
  return REAL(calloc)(count, size);
}
void* NAME(realloc)(void* block, size_t size) {
  if (refuse()) {
    errno = ENOMEM;
    return nullptr;
  }
  live += block == nullptr;
  return REAL(realloc)(block, size);
}
void NAME(free)(void* block) {
  live -= block != nullptr;
  REAL(free)(block);
}
}

#ifdef GONGKAI_WRAP_MALLOC
// The linker wraps no calls inside libstdc++.so, so operator new is replaced as well.
void* operator new(std::size_t size) {
  void* const block = NAME(malloc)(size == 0 ? 1 : size);
  if (block == nullptr) {
    throw std::bad_alloc();
  }
  return block;
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return NAME(malloc)(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return NAME(malloc)(size == 0 ? 1 : size);
}
void operator delete(void* block) noexcept {
  NAME(free)(block);
}
void operator delete[](void* block) noexcept {
  NAME(free)(block);
}
void operator delete(void* block, std::size_t) noexcept {
  NAME(free)(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  NAME(free)(block);
}
#endif

// ---- The calls ---------------------------------------------------------------------------------------------------------

namespace {

std::string report_text, report_json;
gk_report* report = nullptr;
gk_reading* reading = nullptr;
gk_assessment* assessment = nullptr;

int failures = 0;

void expect(bool holds, const char* call, long n, const char* what) {
  if (!holds) {
    ++failures;
    std::printf("%s, allocation %ld%s: %s\n", call, n, from_then_on ? " and all after it" : "", what);
  }
}

/// A call, which gives an object in *out (NULL before), and how to free that.
struct Call {
  const char* name;
  std::function<gk_status(void**)> run;
  void (*free)(void*);
  bool at_first_use;  ///< worth a fresh process: needs no object that was made before
};

template <class T, void (*free_object)(T*)>
void free_as(void* object) {
  free_object(static_cast<T*>(object));
}
constexpr auto free_buffer = free_as<gk_buffer, gk_buffer_free>;

/// Wraps a function with a typed `out`.
template <class T, class F>
std::function<gk_status(void**)> calling(F f) {
  return [f](void** out) {
    T* object = nullptr;
    const gk_status status = f(&object);
    *out = object;
    return status;
  };
}

std::vector<Call> calls() {
  return {
      {"gk_read", calling<gk_reading>([](gk_reading** out) {
         return gk_read(report_text.data(), report_text.size(), nullptr, out);
       }),
       free_as<gk_reading, gk_reading_free>, true},
      {"gk_reading_check",
       calling<gk_assessment>([](gk_assessment** out) { return gk_reading_check(reading, nullptr, out); }),
       free_as<gk_assessment, gk_assessment_free>, false},
      {"gk_report_check", calling<gk_assessment>([](gk_assessment** out) {
         static const char* const only[] = {"requests", "review", "value"};
         static const gk_severity_override grade = {"requests", GK_SEVERITY_INFO, 0};
         gk_check_options options = GK_CHECK_OPTIONS_INIT;
         options.only = only;
         options.only_count = 3;
         options.severities = &grade;
         options.severity_count = 1;
         return gk_report_check(report, &options, out);
       }),
       free_as<gk_assessment, gk_assessment_free>, false},
      {"gk_report_json", calling<gk_buffer>([](gk_buffer** out) { return gk_report_json(report, out); }), free_buffer,
       false},
      {"gk_reading_json", calling<gk_buffer>([](gk_buffer** out) { return gk_reading_json(reading, out); }),
       free_buffer, false},
      {"gk_assessment_json", calling<gk_buffer>([](gk_buffer** out) { return gk_assessment_json(assessment, out); }),
       free_buffer, false},
      {"gk_assessment_explanation", calling<gk_buffer>([](gk_buffer** out) {
         return gk_assessment_explanation(assessment, 0, GK_LANGUAGE_ZH, out);
       }),
       free_buffer, false},
      {"gk_cells_json", calling<gk_buffer>(gk_cells_json), free_buffer, true},
      {"gk_rules_json", calling<gk_buffer>(gk_rules_json), free_buffer, true},
      {"gk_report_from_json", calling<gk_report>([](gk_report** out) {
         return gk_report_from_json(report_json.data(), report_json.size(), out);
       }),
       free_as<gk_report, gk_report_free>, true},
      {"gk_report_clone", calling<gk_report>([](gk_report** out) { return gk_report_clone(report, out); }),
       free_as<gk_report, gk_report_free>, false},
      {"gk_read_all", calling<gk_readings>([](gk_readings** out) {
         return gk_read_all(report_text.data(), report_text.size(), nullptr, out);
       }),
       free_as<gk_readings, gk_readings_free>, false},
      {"gk_dossier_check", calling<gk_assessment>([](gk_assessment** out) {
         const gk_child children[2] = {{"甲镇", nullptr, reading, 0, 0}, {"乙镇", nullptr, nullptr, GK_GAP_MISSING, 0}};
         gk_dossier dossier = GK_DOSSIER_INIT;
         dossier.report = report;
         dossier.previous_reading = reading;
         dossier.children = children;
         dossier.child_count = 2;
         return gk_dossier_check(&dossier, nullptr, out);
       }),
       free_as<gk_assessment, gk_assessment_free>, false},
      {"gk_dossier_localize_json", calling<gk_buffer>([](gk_buffer** out) {
         gk_dossier dossier = GK_DOSSIER_INIT;
         dossier.report = report;
         return gk_dossier_localize_json(&dossier, GK_BLANKS_AS_ZERO, out);
       }),
       free_buffer, false},
      {"gk_dossier_diff_json", calling<gk_buffer>([](gk_buffer** out) {
         gk_dossier before = GK_DOSSIER_INIT, after = GK_DOSSIER_INIT;
         before.reading = reading;
         after.report = report;
         return gk_dossier_diff_json(&before, &after, nullptr, out);
       }),
       free_buffer, false},
      {"gk_rollup", calling<gk_report>([](gk_report** out) {
         const gk_child child = {"甲镇", nullptr, reading, 0, 0};
         gk_buffer* rest = nullptr;
         const gk_status status = gk_rollup(&child, 1, nullptr, out, &rest);
         gk_buffer_free(rest);
         return status;
       }),
       free_as<gk_report, gk_report_free>, false},
      {"gk_report_write", calling<gk_buffer>([](gk_buffer** out) {
         return gk_report_write(report, GK_WRITE_MARKDOWN, GK_LANGUAGE_ZH, out);
       }),
       free_buffer, false},
      {"gk_report_write, Excel",
       calling<gk_buffer>([](gk_buffer** out) { return gk_report_write(report, GK_WRITE_XLSX, GK_LANGUAGE_ZH, out); }),
       free_buffer, false},
      {"gk_assessment_html",
       calling<gk_buffer>([](gk_buffer** out) { return gk_assessment_html(assessment, report, GK_LANGUAGE_ZH, out); }),
       free_buffer, false},
      {"gk_assessment_write", calling<gk_buffer>([](gk_buffer** out) {
         return gk_assessment_write(assessment, "a.txt", GK_FINDINGS_SARIF, GK_LANGUAGE_ZH, out);
       }),
       free_buffer, false},
      {"gk_inputs_check", calling<gk_batch>([](gk_batch** out) {
         const gk_input inputs[2] = {{report_text.data(), report_text.size()}, {"no report", 9}};
         gk_batch_options how = GK_BATCH_OPTIONS_INIT;
         how.threads = 1;
         how.keep = GK_KEEP_ASSESSMENTS | GK_KEEP_READINGS;
         return gk_inputs_check(inputs, 2, nullptr, nullptr, &how, out);
       }),
       free_as<gk_batch, gk_batch_free>, true},
      {"a failure with words", calling<gk_report>([](gk_report** out) {
         const gk_status status = gk_report_from_json("{\"cells\": {\"requests.recieved.total\": 1}}", 41, out);
         return status >= 20 ? GK_OK : status;
       }),
       free_as<gk_report, gk_report_free>, true},
  };
}

/// Runs the call with its n-th allocation failing. False when it has fewer.
bool survives(const Call& call, long n, bool then_all) {
  void* out = nullptr;
  seen = failed = 0;
  countdown = n;
  from_then_on = then_all;
  armed = true;
  const gk_status status = call.run(&out);
  gk_error error = GK_ERROR_INIT;
  const gk_status asked = gk_last_error(&error);
  armed = false;
  if (failed != 0 && status != GK_OK) {
    expect(status == GK_E_MEMORY, call.name, n, "another status than GK_E_MEMORY");
    expect(asked == GK_OK && error.code == GK_E_MEMORY && error.message_zh.size > 0 && error.message_en.size > 0,
           call.name, n, "no last error");
    expect(out == nullptr, call.name, n, "*out was touched");
  } else {
    expect(status == GK_OK, call.name, n, "failed without a reason");
  }
  call.free(out);
  return failed != 0;
}

void prepare() {
  if (gk_read(report_text.data(), report_text.size(), nullptr, &reading) != GK_OK ||
      gk_report_from_json(report_json.data(), report_json.size(), &report) != GK_OK ||
      gk_report_set_by_key(report, "requests.received.total", 5) != GK_OK ||
      gk_report_check(report, nullptr, &assessment) != GK_OK) {
    std::printf("the example report cannot be read\n");
    std::exit(2);
  }
}

/// In a process of its own, because what is built at first use stands from then on. False when the call has fewer
/// allocations than n.
[[maybe_unused]] bool survives_at_first_use(const Call& call, long n, bool then_all) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    failures = 0;
    const bool was_refused = survives(call, n, then_all);
    // The same call must work once there is memory again.
    void* out = nullptr;
    expect(call.run(&out) == GK_OK, call.name, n, "does not recover");
    call.free(out);
    std::fflush(stdout);
    _exit(failures != 0 ? 1 : was_refused ? 0 : 3);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const bool exited = WIFEXITED(status);
  expect(exited && WEXITSTATUS(status) != 1, call.name, n,
         exited ? "failed in a fresh process" : "crashed in a fresh process");
  return exited && WEXITSTATUS(status) != 3;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::printf("usage: memory_test REPORT JSON\n");
    return 2;
  }
  const auto read_file = [](const char* path) {
    std::ifstream file(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  };
  report_text = read_file(argv[1]);
  report_json = read_file(argv[2]);
  constexpr long too_many = 100000;
  long points = 0, fresh = 0;

#ifndef GONGKAI_WRAP_MALLOC
  for (const Call& call : calls()) {
    for (const bool then_all : {false, true}) {
      for (long n = 1; call.at_first_use && n < too_many && failures < 20 && survives_at_first_use(call, n, then_all);
           ++n) {
        ++fresh;
      }
    }
  }
#endif
  prepare();
  // Twice: first while tables are built for the first time, allocation by allocation, then when all stand.
  for (const bool is_warm : {false, true}) {
    for (const Call& call : calls()) {
      long of_call = 0;
      for (const bool then_all : {false, true}) {
        for (long n = 1; n < too_many && failures < 20; ++n) {
          const long before = live;
          const bool was_refused = survives(call, n, then_all);
          // The record of the last error is made once for each thread, when there is memory for it.
          expect(!is_warm || live == before, call.name, n, "memory was lost");
          if (!was_refused) {
            break;
          }
          ++of_call;
        }
      }
      if (is_warm) {
        std::printf("%-26s %6ld points\n", call.name, of_call / 2);
        points += of_call;
      }
    }
  }
  gk_assessment_free(assessment);
  gk_reading_free(reading);
  gk_report_free(report);
  std::printf("%ld failing allocations survived, and %ld in fresh processes; %d failures\n", points, fresh, failures);
  return failures == 0 && points > 100 ? 0 : 1;
}
