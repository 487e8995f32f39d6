// Runs each family at n and at 10 n under valgrind's callgrind, prints what each cost in instructions and in bytes
// allocated, and fails where ten times the input costs more than twelve times as much.
//
// Instructions are counted, those of libc, libxml2 and zlib too, and not seconds: the same run gives the same numbers on
// any machine, however busy.
#include <valgrind/callgrind.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <new>

#include "growth/families.hpp"

namespace {

std::uint64_t allocated = 0;

struct Cost {
  std::uint64_t instructions = 0, bytes = 0;
};

/// The sum at the end of a file of callgrind's.
std::uint64_t total_in(const std::filesystem::path& path) {
  std::ifstream file(path);
  const std::string word = "totals: ";
  std::uint64_t total = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.compare(0, word.size(), word) == 0) {
      total = std::strtoull(line.c_str() + word.size(), nullptr, 10);
    }
  }
  return total;
}

class Meter {
 public:
  /// `path` is what callgrind was told to write to: its n-th dump has .n behind it.
  explicit Meter(std::string path) : path_(std::move(path)) {}

  Cost measure(const gongkai::growth::Work& work) {
    const std::uint64_t allocated_before = allocated;
    CALLGRIND_ZERO_STATS;
    work();
    CALLGRIND_DUMP_STATS;
    const std::filesystem::path dump = path_ + "." + std::to_string(++dumps_);
    const Cost cost{total_in(dump), allocated - allocated_before};
    std::filesystem::remove(dump);
    return cost;
  }

 private:
  std::string path_;
  int dumps_ = 0;
};

double ratio(std::uint64_t small, std::uint64_t large) {
  return small == 0 ? 0 : static_cast<double>(large) / static_cast<double>(small);
}

}  // namespace

void* operator new(std::size_t size) {
  allocated += size;
  if (void* memory = std::malloc(size)) {
    return memory;
  }
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

int main(int argc, char** argv) {
  if (argc < 2 || !RUNNING_ON_VALGRIND) {
    std::cerr << "usage: valgrind --tool=callgrind --callgrind-out-file=PATH growth PATH [FAMILY]\n";
    return 2;
  }
  constexpr double most = 12;
  constexpr double most_bytes = 2 * most;  // a list that grows by doubling takes two to four times its size
  Meter meter(argv[1]);
  const std::string_view only = argc > 2 ? argv[2] : "";
  int measured = 0, failed = 0;
  std::printf("%-28s %8s %15s %15s %7s %7s\n", "family", "n", "n: instr.", "10 n: instr.", "ratio", "bytes");
  for (const auto& families :
       {gongkai::growth::reading_families(), gongkai::growth::office_families(), gongkai::growth::core_families()}) {
    for (const gongkai::growth::Family& family : families) {
      if (family.name.substr(0, only.size()) != only) {
        continue;
      }
      family.make(1)();  // what is made once
      const Cost small = meter.measure(family.make(family.n)), large = meter.measure(family.make(10 * family.n));
      const double instructions = ratio(small.instructions, large.instructions),
                   bytes = ratio(small.bytes, large.bytes);
      const bool is_too_much = small.instructions == 0 || instructions > most || bytes > most_bytes;
      std::printf("%-28s %8zu %15llu %15llu %7.2f %7.2f%s\n", std::string(family.name).c_str(), family.n,
                  static_cast<unsigned long long>(small.instructions),
                  static_cast<unsigned long long>(large.instructions), instructions, bytes,
                  is_too_much ? "  TOO MUCH" : "");
      std::fflush(stdout);
      ++measured;
      failed += is_too_much;
    }
  }
  std::printf("%d families, %d grow faster than their input\n", measured, failed);
  return measured == 0 || failed != 0 ? 1 : 0;
}
