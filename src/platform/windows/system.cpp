#include "platform/system.hpp"

#include <algorithm>
#include <ctime>
#include <thread>

namespace gongkai::platform {

std::size_t processors() {
  return std::max(1U, std::thread::hardware_concurrency());
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_s(&local, &now);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace gongkai::platform
