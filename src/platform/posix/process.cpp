#include "platform/process.hpp"

#include <fcntl.h>
#include <poll.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <thread>

namespace gongkai::platform {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int not_found = 127;  // as a shell says it

struct Pipe {
  int read_end = -1, write_end = -1;

  bool open() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
      return false;
    }
    read_end = ends[0];
    write_end = ends[1];
    return true;
  }
  static void close(int& end) {
    if (end >= 0) {
      ::close(end);
    }
    end = -1;
  }
  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(read_end);
    close(write_end);
  }
};

/// In the child: only calls that are safe between fork and exec.
[[noreturn]] void become(char* const* command, const Pipe& input, const Pipe& output, const ProcessLimits& limits) {
  const auto seconds = static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(limits.time).count());
  const rlimit time{seconds, seconds}, memory{limits.memory, limits.memory}, none{0, 0};
  ::setpgid(0, 0);  // a group of its own, which can be ended as a whole
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // which Ctrl-C does not reach
#endif
  ::setrlimit(RLIMIT_CPU, &time);
  ::setrlimit(RLIMIT_AS, &memory);
  ::setrlimit(RLIMIT_CORE, &none);
  ::dup2(input.read_end, STDIN_FILENO);
  ::dup2(output.write_end, STDOUT_FILENO);
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  ::dup2(nowhere, STDERR_FILENO);
  ::execvp(command[0], command);
  ::_exit(not_found);
}

/// Writes the input and reads the output as each end is ready, so that neither side waits for the other for ever.
ProcessEnd exchange(std::string_view bytes, Pipe& input, Pipe& output, std::string& printed, std::size_t most,
                    Clock::time_point deadline) {
  constexpr std::size_t step = std::size_t{1} << 16U;
  ::fcntl(input.write_end, F_SETFL, O_NONBLOCK);
  while (output.read_end >= 0) {
    std::array<pollfd, 2> ends{pollfd{output.read_end, POLLIN, 0}, pollfd{input.write_end, POLLOUT, 0}};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0 || (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR)) {
      return ProcessEnd::too_late;
    }
    if ((ends[1].revents & (POLLOUT | POLLERR)) != 0) {
      const ssize_t put = ::write(input.write_end, bytes.data(), std::min(step, bytes.size()));
      if (put > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(put));
      }
      if (bytes.empty() || (put < 0 && errno != EAGAIN && errno != EINTR)) {
        Pipe::close(input.write_end);  // it may have read enough, or have failed: its exit code tells
      }
    }
    if ((ends[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
      const std::size_t before = printed.size();
      printed.resize(before + step);
      const ssize_t got = ::read(output.read_end, printed.data() + before, step);
      printed.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
      if (got == 0 || (got < 0 && errno != EINTR)) {
        Pipe::close(output.read_end);
      }
      if (printed.size() > most) {
        return ProcessEnd::too_much;
      }
    }
  }
  return ProcessEnd::succeeded;
}

/// Whether the child has ended by then. It is not taken away: until that is done its number names no other group.
bool has_ended(pid_t child, Clock::time_point deadline) {
  constexpr auto pause = std::chrono::milliseconds(2);
  for (;;) {
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT | WNOHANG) != 0 || info.si_pid != 0) {
      return true;
    }
    if (Clock::now() >= deadline) {
      return false;
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

ProcessEnd run_filter(const std::vector<std::string>& command, std::string_view input_bytes, std::string& printed,
                      const ProcessLimits& limits) {
  std::vector<char*> words;
  for (const std::string& word : command) {
    words.push_back(const_cast<char*>(word.c_str()));  // NOLINT: execvp() does not change them
  }
  words.push_back(nullptr);
  printed.clear();
  Pipe input, output;
  if (!input.open() || !output.open()) {
    return ProcessEnd::not_started;
  }
  std::signal(SIGPIPE, SIG_IGN);  // a child that stops reading is an exit code, not the end of this program
  const pid_t child = ::fork();
  if (child < 0) {
    return ProcessEnd::not_started;
  }
  if (child == 0) {
    become(words.data(), input, output, limits);
  }
  ::setpgid(child, child);  // whichever of the two comes first
  Pipe::close(input.read_end);
  Pipe::close(output.write_end);
  const Clock::time_point deadline = Clock::now() + limits.time;
  ProcessEnd end = exchange(input_bytes, input, output, printed, limits.output, deadline);
  Pipe::close(input.write_end);
  if (end == ProcessEnd::succeeded && !has_ended(child, deadline)) {
    end = ProcessEnd::too_late;
  }
  ::kill(-child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (end != ProcessEnd::succeeded) {
    return end;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0           ? ProcessEnd::succeeded
         : WIFEXITED(status) && WEXITSTATUS(status) == not_found ? ProcessEnd::not_found
                                                                 : ProcessEnd::failed;
}

}  // namespace gongkai::platform
