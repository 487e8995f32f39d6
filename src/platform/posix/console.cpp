#include "platform/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>

namespace gongkai::platform {

void prepare_standard_streams() {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away shows as EPIPE
}

std::vector<std::string> arguments(int argc, char** argv) {
  return {argv, argv + argc};
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

std::size_t columns_of_terminal(int descriptor) {
  winsize size{};
  return is_terminal(descriptor) && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool obeys_escapes(int descriptor) {
  const char* terminal = std::getenv("TERM");
  return is_terminal(descriptor) && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace gongkai::platform
