#include "platform/system.hpp"

#ifdef __linux__
#include <sched.h>
#endif

#include <algorithm>
#include <ctime>
#include <thread>

namespace gongkai::platform {

std::size_t processors() {
#ifdef __linux__
  cpu_set_t set;
  CPU_ZERO(&set);
  return ::sched_getaffinity(0, sizeof set, &set) == 0 ? static_cast<std::size_t>(std::max(CPU_COUNT(&set), 1)) : 1;
#else
  return std::max(1U, std::thread::hardware_concurrency());
#endif
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace gongkai::platform
