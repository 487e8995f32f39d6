// The program runs as a process of its own, with limits: a PDF is untrusted input to a large parser.
#include "pdf.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <memory>

namespace gongkai::cli {
namespace {

constexpr int most_seconds = 60;
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
  return {"unsupported", std::move(zh), std::move(en), {}, false};
}

/// In the child: only calls that are safe between fork and exec.
[[noreturn]] void become_pdftotext(const Pipe& input, const Pipe& output) {
  const rlimit time{most_seconds, most_seconds}, memory{most_memory, most_memory}, none{0, 0};
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

/// Writes the PDF and reads the words as each end is ready, so that neither side waits for the other for ever. False where
/// time is up or the output grows over the limit.
bool exchange(std::string_view pdf, Pipe& input, Pipe& output, std::string& words) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::seconds(most_seconds);
  constexpr std::size_t step = std::size_t{1} << 16U;
  ::fcntl(input.write_end, F_SETFL, O_NONBLOCK);
  while (output.read_end >= 0) {
    std::array<pollfd, 2> ends{pollfd{output.read_end, POLLIN, 0}, pollfd{input.write_end, POLLOUT, 0}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) {
      return false;
    }
    if (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR) {
      return false;
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
      if (words.size() > Limits{}.bytes) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

std::optional<Problem> words_of_pdf(std::string_view pdf, std::string& words) {
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
    become_pdftotext(input, output);
  }
  Pipe::close(input.read_end);
  Pipe::close(output.write_end);
  const bool finished = exchange(pdf, input, output, words);
  if (!finished) {
    ::kill(child, SIGKILL);
  }
  Pipe::close(input.write_end);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!finished) {
    return unusable(
        "这个PDF太大或太复杂，pdftotext 没有在限定的时间和大小内读完。请使用原来的Word文件。",
        "This PDF is too large or too complex: pdftotext did not finish within the limits. Use the Word file.");
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
