// Runs a target over every file of a folder, in builds without libFuzzer: what was found once stays found. With MUTATIONS,
// also over so many random changes of these files: without the coverage that guides libFuzzer, but at full speed.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "fuzz/mutator.hpp"
#include "fuzz/targets.hpp"

namespace {

gongkai::fuzz::Random bytes_random;

/// Words that a report is made of.
std::vector<std::string> words() {
  std::vector<std::string> made{"\x1c", "\x1d", "\x1e", "\x1f", "\t",    "|",    ",",
                                "\n",   "0",    "12",   "件",   "</td>", "<tr>", "\"\""};
  for (const gongkai::RowInfo& row : gongkai::rows) {
    made.emplace_back(row.label.zh_2021.empty() ? row.label.zh_2019 : row.label.zh_2021);
  }
  for (const gongkai::ColumnInfo& column : gongkai::columns) {
    made.emplace_back(column.label.zh_2021);
  }
  return made;
}

}  // namespace

/// What stands for libFuzzer's mutations of bytes: one bit, one byte, a piece left out, doubled or moved, a word put in.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most) {
  using gongkai::fuzz::up_to;
  static const std::vector<std::string> dictionary = words();
  std::string text(reinterpret_cast<const char*>(data), size);
  constexpr std::size_t piece = 64, ways = 4;
  const std::size_t at = up_to(bytes_random, size);
  switch (up_to(bytes_random, ways)) {
    case 0:
      if (at < size) {
        text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << up_to(bytes_random, 7)));
      }
      break;
    case 1:
      text.erase(at, up_to(bytes_random, piece));
      break;
    case 2:
      text.insert(up_to(bytes_random, size), text.substr(at, up_to(bytes_random, piece)));
      break;
    case 3:
      text.insert(at, dictionary[up_to(bytes_random, dictionary.size() - 1)]);
      break;
    default:
      text.insert(at, 1, static_cast<char>(up_to(bytes_random, 255)));
  }
  text.resize(std::min(text.size(), most));
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

namespace {

namespace fs = std::filesystem;
using gongkai::fuzz::Target;

/// Every file, and what is left of it when the transfer breaks off.
std::size_t replay(const Target& target, const std::vector<std::string>& files) {
  gongkai::fuzz::one_in = 1;
  constexpr std::size_t cuts = 25;
  for (const std::string& bytes : files) {
    target.run(bytes);
    for (std::size_t cut = 1; cut < cuts; ++cut) {
      target.run(std::string_view(bytes).substr(0, bytes.size() * cut / cuts));
    }
  }
  return files.size() * cuts;
}

/// Each input is a file changed up to eight times. One that breaks a promise is left in fuzz_last_TARGET.
void mutate(const Target& target, const std::vector<std::string>& files, std::size_t count, unsigned seed) {
  constexpr std::size_t room = 65'536, most_changes = 8;
  gongkai::fuzz::one_in = 32;
  gongkai::fuzz::Random random(seed);
  bytes_random.seed(seed + 1);
  const std::string last = "fuzz_last_" + std::string(target.name);
  for (std::size_t i = 0; i < count; ++i) {
    std::string bytes = files[gongkai::fuzz::up_to(random, files.size() - 1)];
    for (std::size_t change = gongkai::fuzz::up_to(random, most_changes); change != 0; --change) {
      bytes = gongkai::fuzz::mutated(bytes, room, static_cast<unsigned>(random()));
    }
    std::ofstream(last, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    target.run(bytes);
  }
  fs::remove(last);
}

}  // namespace

int main(int argc, char** argv) {
  const Target* const target = argc >= 3 ? gongkai::fuzz::find_target(argv[1]) : nullptr;
  if (target == nullptr || argc > 5) {
    std::fputs("usage: fuzz_replay TARGET FOLDER [MUTATIONS [SEED]]\n", stderr);
    return 2;
  }
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(argv[2])) {
    std::ifstream file(entry.path(), std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  const std::size_t mutations = argc >= 4 ? std::strtoull(argv[3], nullptr, 10) : 0;
  const unsigned seed = argc >= 5 ? static_cast<unsigned>(std::strtoul(argv[4], nullptr, 10)) : 1;
  const std::size_t inputs = replay(*target, files);
  const std::clock_t begin = std::clock();
  if (!files.empty()) {
    mutate(*target, files, mutations, seed);
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("%s: %zu files, %zu inputs", argv[1], files.size(), inputs);
  if (mutations != 0) {
    std::printf(", %zu mutations, %.0f a second of CPU", mutations, static_cast<double>(mutations) / seconds);
  }
  std::printf("\n");
  return files.empty() ? 1 : 0;
}
