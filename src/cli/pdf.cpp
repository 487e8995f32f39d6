// The program runs as a process of its own, with limits: a PDF is untrusted input to a large parser.
#include "pdf.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <thread>

namespace gongkai::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr rlim_t most_memory = rlim_t{1} << 30U;
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

Problem unusable(std::string zh, std::string en) {
  return {"unsupported", std::move(zh), std::move(en), {}};
}

/// In the child: only calls that are safe between fork and exec.
[[noreturn]] void become_pdftotext(const Pipe& input, const Pipe& output, const PdfLimits& limits) {
  const auto seconds = static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(limits.time).count());
  const rlimit time{seconds, seconds}, memory{most_memory, most_memory}, none{0, 0};
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
  ::execlp("pdftotext", "pdftotext", "-bbox-layout", "-q", "-", "-", static_cast<char*>(nullptr));
  ::_exit(not_found);
}

enum class End { done, too_late, too_much };

/// Writes the PDF and reads the words as each end is ready, so that neither side waits for the other for ever.
End exchange(std::string_view pdf, Pipe& input, Pipe& output, std::string& words, std::size_t most,
             Clock::time_point deadline) {
  constexpr std::size_t step = std::size_t{1} << 16U;
  ::fcntl(input.write_end, F_SETFL, O_NONBLOCK);
  while (output.read_end >= 0) {
    std::array<pollfd, 2> ends{pollfd{output.read_end, POLLIN, 0}, pollfd{input.write_end, POLLOUT, 0}};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0 || (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR)) {
      return End::too_late;
    }
    if ((ends[1].revents & (POLLOUT | POLLERR)) != 0) {
      const ssize_t put = ::write(input.write_end, pdf.data(), std::min(step, pdf.size()));
      if (put > 0) {
        pdf.remove_prefix(static_cast<std::size_t>(put));
      }
      if (pdf.empty() || (put < 0 && errno != EAGAIN && errno != EINTR)) {
        Pipe::close(input.write_end);  // it may have read enough, or have failed: its exit code tells
      }
    }
    if ((ends[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
      const std::size_t before = words.size();
      words.resize(before + step);
      const ssize_t got = ::read(output.read_end, words.data() + before, step);
      words.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
      if (got == 0 || (got < 0 && errno != EINTR)) {
        Pipe::close(output.read_end);
      }
      if (words.size() > most) {
        return End::too_much;
      }
    }
  }
  return End::done;
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

Problem passed_limit(End end, const PdfLimits& limits) {
  if (end == End::too_much) {
    return unusable(
        fmt::format("pdftotext 从这个PDF读出的内容超过{} MiB，已停止。请使用原来的Word文件。", limits.output >> 20U),
        fmt::format("pdftotext printed more than {} MiB for this PDF and was stopped. Use the Word file.",
                    limits.output >> 20U));
  }
  const double seconds = std::chrono::duration<double>(limits.time).count();
  return unusable(
      fmt::format("pdftotext 在{}秒内没有读完这个PDF，已停止。请使用原来的Word文件。", seconds),
      fmt::format("pdftotext did not finish this PDF within {} seconds and was stopped. Use the Word file.", seconds));
}

}  // namespace

std::optional<Problem> words_of_pdf(std::string_view pdf, std::string& words, const PdfLimits& limits) {
  words.clear();
  Pipe input, output;
  if (!input.open() || !output.open()) {
    return unusable("无法启动 pdftotext。", "Cannot start pdftotext.");
  }
  ::signal(SIGPIPE, SIG_IGN);  // a child that stops reading is an exit code, not the end of this program
  const pid_t child = ::fork();
  if (child < 0) {
    return unusable("无法启动 pdftotext。", "Cannot start pdftotext.");
  }
  if (child == 0) {
    become_pdftotext(input, output, limits);
  }
  ::setpgid(child, child);  // whichever of the two comes first
  Pipe::close(input.read_end);
  Pipe::close(output.write_end);
  const Clock::time_point deadline = Clock::now() + limits.time;
  End end = exchange(pdf, input, output, words, limits.output, deadline);
  Pipe::close(input.write_end);
  if (end == End::done && !has_ended(child, deadline)) {
    end = End::too_late;
  }
  ::kill(-child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (end != End::done) {
    return passed_limit(end, limits);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == not_found) {
    return unusable(
        "读取PDF需要 pdftotext，这台电脑上没有。请先安装（Debian、Ubuntu、统信、麒麟：apt install poppler-utils），"
        "或在Word、WPS里另存为其他格式。",
        "Reading a PDF needs pdftotext, which is not installed. Install it (apt install poppler-utils), or save the "
        "report in another format.");
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return unusable("pdftotext 读不出这个PDF：文件可能已损坏，或加了密码。",
                    "pdftotext cannot read this PDF: it may be damaged, or locked with a password.");
  }
  return std::nullopt;
}

}  // namespace gongkai::cli
