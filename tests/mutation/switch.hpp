// The switch of mutants: which one is on comes from the environment (GONGKAI_MUTANT), so that one program holds them all.
#pragma once

#include <cstdlib>

namespace gongkai_mutant {

inline constexpr unsigned most = 20'000;
inline constexpr unsigned recording = ~0U;  // GONGKAI_MUTANT=record: none is on, and those that are reached are noted

inline unsigned chosen() {
  const char* name = std::getenv("GONGKAI_MUTANT");
  return name == nullptr ? 0 : *name == 'r' ? recording : static_cast<unsigned>(std::strtoul(name, nullptr, 10));
}
inline const unsigned active = chosen();
inline unsigned char reached[most] = {};

// What the compiler works out is not mutated: it would have to be compiled for each mutant.
constexpr bool on(unsigned mutant) {
  if (__builtin_is_constant_evaluated()) {
    return false;
  }
  if (active == recording) {
    reached[mutant] = 1;
  }
  return active == mutant;
}
constexpr bool flip(unsigned mutant, bool value) {
  return value != on(mutant);
}
template <class Number>
constexpr Number more(unsigned mutant, Number value) {
  return on(mutant) ? static_cast<Number>(value + 1) : value;
}

}  // namespace gongkai_mutant
