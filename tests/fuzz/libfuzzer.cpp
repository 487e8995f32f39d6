// One target for libFuzzer, the one that GONGKAI_FUZZ_TARGET names.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const gongkai::fuzz::Target& target = *gongkai::fuzz::find_target(GONGKAI_FUZZ_TARGET);
  target.run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
