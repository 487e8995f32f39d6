// Lets a library that is built on Debian 12 load on systems with glibc 2.17: what the compiler's runtime takes from newer
// versions of glibc stands here, and functions that moved from libpthread to libc are taken by the names that they had before.
// Linked with --wrap for each of the wrapped functions (capi/CMakeLists.txt); capi/floor.sh reads the outcome.
#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <sys/stat.h>

#include <cstdint>

#define GONGKAI_HIDDEN __attribute__((visibility("hidden")))

#if defined(__x86_64__)
#define GONGKAI_FIRST_VERSION "GLIBC_2.2.5"
#elif defined(__aarch64__)
#define GONGKAI_FIRST_VERSION "GLIBC_2.17"
#else
#error "no first version of glibc is known for this architecture"
#endif

/// Has calls of `name` go to the function of that name in the first version of glibc for this architecture.
#define GONGKAI_TAKE_FIRST(result, name, parameters, arguments)                              \
  __asm__(".symver first_" #name "," #name "@" GONGKAI_FIRST_VERSION);                       \
  extern "C" result first_##name parameters;                                                 \
  extern "C" GONGKAI_HIDDEN result __wrap_##name parameters; /* NOLINT: the linker's name */ \
  extern "C" result __wrap_##name parameters {               /* NOLINT */                    \
    return first_##name arguments;                                                           \
  }

using Routine = void*(void*);
using Destructor = void(void*);
GONGKAI_TAKE_FIRST(int, pthread_create, (pthread_t * a, const pthread_attr_t* b, Routine* c, void* d), (a, b, c, d))
GONGKAI_TAKE_FIRST(int, pthread_join, (pthread_t a, void** b), (a, b))
GONGKAI_TAKE_FIRST(int, pthread_once, (pthread_once_t * a, void (*b)()), (a, b))
GONGKAI_TAKE_FIRST(int, pthread_key_create, (pthread_key_t * a, Destructor* b), (a, b))
GONGKAI_TAKE_FIRST(int, __pthread_key_create, (pthread_key_t * a, Destructor* b), (a, b))
GONGKAI_TAKE_FIRST(int, pthread_key_delete, (pthread_key_t a), (a))
GONGKAI_TAKE_FIRST(void*, pthread_getspecific, (pthread_key_t a), (a))
GONGKAI_TAKE_FIRST(int, pthread_setspecific, (pthread_key_t a, const void* b), (a, b))

// Until 2.33 stat was an inline function over one that is told which struct it is to fill.
#if defined(__x86_64__)
constexpr int stat_version = 1;
#else
constexpr int stat_version = 0;
#endif
__asm__(".symver first_xstat64,__xstat64@" GONGKAI_FIRST_VERSION);
extern "C" int first_xstat64(int version, const char* path, struct stat64* out);
extern "C" GONGKAI_HIDDEN int __wrap_stat64(const char* path, struct stat64* out);
extern "C" int __wrap_stat64(const char* path, struct stat64* out) {
  return first_xstat64(stat_version, path, out);
}

extern "C" {

// Since 2.32 libstdc++ asks whether there is one thread only; no is always a safe answer.
GONGKAI_HIDDEN extern char __libc_single_threaded;
char __libc_single_threaded = 0;

// Since 2.35 the unwinder asks glibc for the tables of the object that an address lies in; before, everybody looked it up.
GONGKAI_HIDDEN int _dl_find_object(void* address, dl_find_object* result) noexcept;

namespace {
struct Search {
  std::uintptr_t address;
  dl_find_object* result;
  bool found;
};
int look(dl_phdr_info* object, std::size_t, void* data) {
  auto& search = *static_cast<Search*>(data);
  const ElfW(Phdr)* tables = nullptr;
  std::uintptr_t low = UINTPTR_MAX, high = 0;
  bool is_inside = false;
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type == PT_GNU_EH_FRAME) {
      tables = &segment;
    } else if (segment.p_type == PT_LOAD) {
      const std::uintptr_t begin = object->dlpi_addr + segment.p_vaddr, end = begin + segment.p_memsz;
      low = begin < low ? begin : low;
      high = end > high ? end : high;
      is_inside = is_inside || (search.address >= begin && search.address < end);
    }
  }
  if (!is_inside) {
    return 0;
  }
  search.found = tables != nullptr;
  if (search.found) {
    *search.result = {};
    search.result->dlfo_map_start = reinterpret_cast<void*>(low);
    search.result->dlfo_map_end = reinterpret_cast<void*>(high);
    search.result->dlfo_eh_frame = reinterpret_cast<void*>(object->dlpi_addr + tables->p_vaddr);
  }
  return 1;
}
}  // namespace

int _dl_find_object(void* address, dl_find_object* result) noexcept {
  Search search{reinterpret_cast<std::uintptr_t>(address), result, false};
  dl_iterate_phdr(look, &search);
  return search.found ? 0 : -1;
}
}
