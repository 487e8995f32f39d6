// Makes every call of the C interface in processes that do what hosts do: other locales, rounding and time zones, a umask that
// allows nothing, closed files, forks while other threads are in calls, and very many calls. What comes out is what comes out in
// a plain process, and afterwards no more memory is in use than before. Arguments: as memory_test, and for the long form how many
// calls the last are (20 rounds if not given).
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cfenv>
#include <chrono>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <locale>
#include <string>
#include <thread>
#include <vector>

#include "every_call.hpp"

namespace {

int failures = 0;

/// What each call makes, in the order of the calls; a call that does not end as expected is told.
std::vector<std::size_t> made_by_all(const std::vector<Call>& all) {
  std::vector<std::size_t> hashes;
  for (const Call& call : all) {
    Made made;
    if (call.prepare != nullptr) {
      call.prepare(made);
    }
    if (call.run(made) != call.expected) {
      std::printf("%s fails\n", call.name.c_str());
    }
    hashes.push_back(std::hash<std::string>()(contents(made)));
  }
  return hashes;
}

/// In a new process that no call was made in: set_up(), and all calls. Empty where it did not come to its end in five minutes.
std::vector<std::size_t> in_host(World& world, const std::vector<Call>& all, const std::function<bool()>& set_up) {
  FILE* const file = std::tmpfile();
  in_fresh_process([&] {
    alarm(300);
    if (!set_up()) {
      return 1;
    }
    world.make_objects();
    const std::vector<std::size_t> hashes = made_by_all(all);
    const ssize_t size = static_cast<ssize_t>(hashes.size() * sizeof hashes[0]);
    return pwrite(fileno(file), hashes.data(), static_cast<std::size_t>(size), 0) == size ? 0 : 1;
  });
  std::vector<std::size_t> hashes(all.size());
  hashes.resize(std::fread(hashes.data(), sizeof hashes[0], hashes.size(), file));
  std::fclose(file);
  return hashes;
}

struct Comma : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

/// Compiled into FOLDER, for a system has only those that were asked for; false where its sources are not installed.
bool compile_locale(const std::string& folder, const char* of, const char* encoding) {
  const std::string name = std::string(of) + "." + encoding;
  return std::system(
             ("localedef -i " + std::string(of) + " -f " + encoding + " " + folder + "/" + name + " 2>/dev/null")
                 .c_str()) == 0;
}

struct Host {
  const char* name;
  std::function<bool()> set_up;
};

std::vector<Host> hosts() {
  const auto with_locale = [](const char* name) { return [=] { return std::setlocale(LC_ALL, name) != nullptr; }; };
  return {{"German: a comma in numbers", with_locale("de_DE.UTF-8")},
          {"Turkish: i is not the small I", with_locale("tr_TR.UTF-8")},
          {"Chinese, GB18030", with_locale("zh_CN.GB18030")},
          {"C++ streams with commas",
           [] {
             std::locale::global(std::locale(std::locale::classic(), new Comma));
             return true;
           }},
          {"rounding upwards", [] { return std::fesetround(FE_UPWARD) == 0; }},
          {"another time zone and language",
           [] {
             return setenv("TZ", "Pacific/Kiritimati", 1) == 0 && setenv("LC_ALL", "ar_EG", 1) == 0 &&
                    setenv("LANG", "ar_EG", 1) == 0;
           }},
          {"umask 0777, no file may be opened, stdin to stderr closed, and no folder to be in",
           [] {
             char folder[] = "/tmp/gongkai-host-XXXXXX";
             const rlimit none{0, 0};
             umask(0777);
             return mkdtemp(folder) != nullptr && chdir(folder) == 0 && rmdir(folder) == 0 && std::fclose(stdin) == 0 &&
                    close(1) == 0 && close(2) == 0 && setrlimit(RLIMIT_NOFILE, &none) == 0;
           }},
          {"all signals ignored", [] {
             for (const int number : {SIGPIPE, SIGCHLD, SIGUSR1, SIGINT}) {
               signal(number, SIG_IGN);
             }
             return true;
           }}};
}

/// Forks while four threads make calls, and again and again; returns how many children made something else or did not end. Each
/// call was made once before: a child of a process in which another thread was at its first use would wait for that for ever.
int forked(World& world, const std::vector<Call>& all, const std::vector<std::size_t>& plain, int times) {
  return in_fresh_process([&] {
    world.make_objects();
    static_cast<void>(made_by_all(all));
    std::atomic<bool> is_over{false};
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < 4; ++number) {
      threads.emplace_back([&, number] {
        for (std::size_t i = number * all.size() / 4; !is_over; i = (i + 1) % all.size()) {
          Made made;
          if (all[i].prepare != nullptr) {
            all[i].prepare(made);
          }
          static_cast<void>(all[i].run(made));
        }
      });
    }
    int wrong = 0;
    for (int i = 0; i < times; ++i) {
      std::this_thread::sleep_for(std::chrono::microseconds(700 * i % 5000));
      const int result = in_fresh_process([&] {
        alarm(300);
        return made_by_all(all) == plain ? 0 : 1;
      });
      if (result != 0) {
        ++wrong;
        std::printf("child %d %s\n", i, result == 1 ? "makes something else" : "does not end");
      }
    }
    is_over = true;
    for (std::thread& thread : threads) {
      thread.join();
    }
    return wrong;
  });
}

long resident_kilobytes() {
  long all = 0, resident = 0;
  FILE* const file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr || std::fscanf(file, "%ld %ld", &all, &resident) != 2) {
    resident = -1;
  }
  if (file != nullptr) {
    std::fclose(file);
  }
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

/// Bytes in use and kilobytes resident, after a tenth of the calls and after all.
int stays_flat(World& world, const std::vector<Call>& all, long calls) {
  return in_fresh_process([&] {
    world.make_objects();
    const long rounds = std::max(calls / static_cast<long>(all.size()), 20L);
    std::size_t used = 0;
    long resident = 0;
    for (long round = 0; round < rounds; ++round) {
      for (const Call& call : all) {
        Made made;
        if (call.prepare != nullptr) {
          call.prepare(made);
        }
        static_cast<void>(call.run(made));
      }
      if (round == rounds / 10) {
        used = mallinfo2().uordblks;
        resident = resident_kilobytes();
      }
    }
    const long grown = static_cast<long>(mallinfo2().uordblks) - static_cast<long>(used);
    const long grown_resident = resident_kilobytes() - resident;
    std::printf("%ld calls: %zu bytes in use, %ld more at the end; %ld KB resident, %ld more\n",
                rounds * static_cast<long>(all.size()), used, grown, resident, grown_resident);
    return grown < 64 * 1024 && grown_resident < 4096 ? 0 : 1;
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6 && argc != 7) {
    std::printf("usage: host_test REPORT JSON PDF_WORDS BIG5 VERSION_SCRIPT [CALLS]\n");
    return 2;
  }
  World world(inputs_from_elsewhere(argv + 1));
  const std::vector<Call> all = calls(world);
  const std::vector<std::size_t> plain = in_host(world, all, [] { return true; });
  if (plain.size() != all.size()) {
    std::printf("the calls do not come to an end\n");
    return 1;
  }

  char folder[] = "/tmp/gongkai-locales-XXXXXX";
  const bool has_locales = mkdtemp(folder) != nullptr && compile_locale(folder, "de_DE", "UTF-8") &&
                           compile_locale(folder, "tr_TR", "UTF-8") && compile_locale(folder, "zh_CN", "GB18030");
  setenv("LOCPATH", folder, 1);
  for (const Host& host : hosts()) {
    const std::vector<std::size_t> made = in_host(world, all, host.set_up);
    if (made.empty() && !has_locales) {
      std::printf("%s: NOT tried, Debian's package locales is not installed\n", host.name);
      continue;
    }
    std::size_t wrong = made.size() == plain.size() ? 0 : 1;
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (made[i] != plain[i]) {
        ++wrong;
        std::printf("%s: %s makes something else\n", host.name, all[i].name.c_str());
      }
    }
    std::printf("%s: %s\n", host.name,
                wrong == 0                    ? "the same"
                : made.size() == plain.size() ? "NOT the same"
                                              : "did not end");
    failures += wrong != 0;
  }
  std::system(("rm -rf " + std::string(folder)).c_str());

  const int children = argc == 7 ? 500 : 25;
  const int wrong = forked(world, all, plain, children);
  std::printf("%d forks while four threads make calls: %d children made something else or did not end\n", children,
              wrong);
  failures += wrong != 0;
  failures += stays_flat(world, all, argc == 7 ? std::atol(argv[6]) : 0) != 0;
  std::printf("%zu calls in each kind of process, %d failures\n", all.size(), failures);
  return failures == 0 ? 0 : 1;
}
