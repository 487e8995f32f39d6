// Natively malloc() itself is replaced, for all libraries; under a sanitizer, which has its own, the calls of the code
// under test are wrapped by the linker (GONGKAI_WRAP_MALLOC).
#include "failing_allocator.hpp"

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <new>

namespace {

std::atomic<bool> is_armed{false}, from_then_on{false};
std::atomic<long> countdown{0};  // allocations until the one that fails
std::atomic<long> asked_for{0}, refused_ones{0}, live_ones{0};

bool refuse() {
  if (!is_armed) {
    return false;
  }
  ++asked_for;
  const long left = --countdown;
  if (left == 0 || (from_then_on && left < 0)) {
    ++refused_ones;
    return true;
  }
  return false;
}

}  // namespace

namespace failing {

void arm(long n, bool then_all) {
  asked_for = refused_ones = 0;
  countdown = n;
  from_then_on = then_all;
  is_armed = true;
}
void disarm() {
  is_armed = false;
}
long asked() {
  return asked_for;
}
long refused() {
  return refused_ones;
}
long live() {
  return live_ones;
}

}  // namespace failing

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
  ++live_ones;
  return REAL(malloc)(size);
}
void* NAME(calloc)(size_t count, size_t size) {
  if (refuse()) {
    errno = ENOMEM;
    return nullptr;
  }
  ++live_ones;
  return REAL(calloc)(count, size);
}
void* NAME(realloc)(void* block, size_t size) {
  if (refuse()) {
    errno = ENOMEM;
    return nullptr;
  }
  live_ones += block == nullptr;
  return REAL(realloc)(block, size);
}
void NAME(free)(void* block) {
  live_ones -= block != nullptr;
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
