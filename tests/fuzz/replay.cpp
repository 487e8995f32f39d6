// Runs a target over every file of its corpus, in builds without libFuzzer: what was found once stays found.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/targets.hpp"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  const gongkai::fuzz::Target* const target = argc == 3 ? gongkai::fuzz::find_target(argv[1]) : nullptr;
  if (target == nullptr) {
    std::fputs("usage: fuzz_replay TARGET FOLDER\n", stderr);
    return 2;
  }
  std::size_t files = 0, inputs = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(argv[2])) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    ++files;
    std::fprintf(stderr, "%s\n", entry.path().c_str());
    target->run(bytes);
    constexpr std::size_t cuts = 25;  // and what is left of it when the transfer breaks off
    for (std::size_t cut = 1; cut < cuts; ++cut, ++inputs) {
      target->run(std::string_view(bytes).substr(0, bytes.size() * cut / cuts));
    }
    ++inputs;
  }
  std::printf("%s: %zu files, %zu inputs\n", argv[1], files, inputs);
  return files == 0 ? 1 : 0;
}
