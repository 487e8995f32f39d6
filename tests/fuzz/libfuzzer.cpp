// One target for libFuzzer, the one that GONGKAI_FUZZ_TARGET names.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "fuzz/mutator.hpp"
#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const gongkai::fuzz::Target& target = *gongkai::fuzz::find_target(GONGKAI_FUZZ_TARGET);
  target.run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t room, unsigned seed) {
  const std::string made = gongkai::fuzz::mutated({reinterpret_cast<const char*>(bytes), size}, room, seed);
  std::memcpy(bytes, made.data(), std::min(made.size(), room));
  return std::min(made.size(), room);
}
