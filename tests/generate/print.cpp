// Prints a generated document, and on stderr what its reading gets wrong: the arguments are those that a failing test shows.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "generate/sample.hpp"

int main(int argc, char** argv) {
  using namespace gongkai::testing;
  const auto layout = argc < 3 ? layout_names.end() : std::find(layout_names.begin(), layout_names.end(), argv[2]);
  if (layout == layout_names.end()) {
    std::fputs("usage: generate_print SEED LAYOUT [ODDITY...] >document\n", stderr);
    return 2;
  }
  Spec spec{static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10)),
            static_cast<Layout>(layout - layout_names.begin()),
            {}};
  for (int i = 3; i < argc; ++i) {
    const auto oddity = std::find(oddity_names.begin(), oddity_names.end(), argv[i]);
    if (oddity == oddity_names.end()) {
      std::fprintf(stderr, "there is no oddity %s\n", argv[i]);
      return 2;
    }
    spec.oddities.set(static_cast<std::size_t>(oddity - oddity_names.begin()));
  }
  const Sample sample = sample_of(spec);
  std::fwrite(sample.bytes.data(), 1, sample.bytes.size(), stdout);
  const Verdict verdict = judge(sample, gongkai::read(sample.bytes));
  std::fputs(verdict.text.c_str(), stderr);
  return verdict.worst == Fault::none ? 0 : 1;
}
