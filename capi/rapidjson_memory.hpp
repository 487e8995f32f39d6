// Puts an allocator that throws std::bad_alloc in the place of RapidJSON's own, which goes on with a null pointer when
// there is no memory. Included before any header of RapidJSON, because 1.1.0 has no other way to set its default.
#pragma once

#include <cstdlib>
#include <new>

#define CrtAllocator NullCrtAllocator
#include <rapidjson/allocators.h>
#undef CrtAllocator

RAPIDJSON_NAMESPACE_BEGIN

class CrtAllocator {
 public:
  static const bool kNeedFree = true;
  void* Malloc(std::size_t size) { return size == 0 ? nullptr : checked(std::malloc(size)); }
  void* Realloc(void* block, std::size_t, std::size_t size) {
    if (size == 0) {
      std::free(block);
      return nullptr;
    }
    return checked(std::realloc(block, size));
  }
  static void Free(void* block) { std::free(block); }

 private:
  static void* checked(void* block) {
    if (block == nullptr) {
      throw std::bad_alloc();
    }
    return block;
  }
};

RAPIDJSON_NAMESPACE_END
