#include "platform/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "platform/interrupt.hpp"

namespace gongkai::platform {

bool separates_folders(char c) {
  return c == '/';
}
std::filesystem::path path_of(std::string_view name) {
  return {name};
}
std::string name_of(const std::filesystem::path& path) {
  return path.string();
}

namespace {

FileInfo info_from(const struct stat& found) {
  return {S_ISREG(found.st_mode),
          true,
          {static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino)},
          found.st_mode,
          found.st_uid,
          found.st_gid};
}

}  // namespace

std::optional<FileInfo> info_of(const std::string& name) {
  struct stat found {};
  if (::stat(name.c_str(), &found) != 0) {
    return std::nullopt;
  }
  FileInfo info = info_from(found);
  info.is_writable = ::access(name.c_str(), W_OK) == 0;
  return info;
}
std::optional<FileInfo> info_of(int descriptor) {
  struct stat found {};
  return ::fstat(descriptor, &found) == 0 ? std::optional(info_from(found)) : std::nullopt;
}

int open_to_read(const std::string& name) {
  return ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
}
int open_to_write(const std::string& name) {
  return ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
}
int make_file(const std::string& name, bool is_private) {
  constexpr mode_t own = 0600, usual = 0666;
  return ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, is_private ? own : usual);
}

std::ptrdiff_t read(int descriptor, char* to, std::size_t size) {
  return ::read(descriptor, to, size);
}
std::ptrdiff_t write(int descriptor, const char* from, std::size_t size) {
  return ::write(descriptor, from, size);
}
bool close(int descriptor) {
  return ::close(descriptor) == 0;
}

void take_over(int descriptor, const FileInfo& from) {
  constexpr mode_t modes = 07777, of_owner = 06000;
  const bool is_owned = ::fchown(descriptor, from.owner, from.group) == 0;
  ::fchmod(descriptor, from.mode & (is_owned ? modes : modes & ~of_owner));
}
bool replace(const std::string& target, const std::string& by) {
  return std::rename(by.c_str(), target.c_str()) == 0;
}
void remove_file(const std::string& name) {
  ::unlink(name.c_str());
}

// ---- Signals ----

namespace {

constexpr std::array ending_signals{SIGHUP, SIGINT, SIGTERM};
constexpr std::size_t most_remembered = 4;
std::array<std::atomic<char*>, most_remembered> remembered{};

extern "C" void remove_and_end(int signal) {
  if (signal == SIGINT && InterruptNoted::note()) {
    struct sigaction again {};
    again.sa_handler = remove_and_end;
    again.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &again, nullptr);
    return;
  }
  for (const std::atomic<char*>& name : remembered) {
    if (const char* path = name.load(); path != nullptr) {
      ::unlink(path);
    }
  }
  ::raise(signal);  // its own action again: the program ends by it
}

}  // namespace

struct SignalsWait::State {
  sigset_t before{};
};
SignalsWait::SignalsWait() : state_(new State) {
  sigset_t ending;
  ::sigemptyset(&ending);
  for (const int signal : ending_signals) {
    ::sigaddset(&ending, signal);
  }
  ::pthread_sigmask(SIG_BLOCK, &ending, &state_->before);
}
SignalsWait::~SignalsWait() {
  ::pthread_sigmask(SIG_SETMASK, &state_->before, nullptr);
  delete state_;
}

void remove_remembered_on_signals() {
  for (const int signal : ending_signals) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) {
      continue;  // nohup
    }
    action = {};
    action.sa_handler = remove_and_end;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
  }
}

void remember(const std::string& name) {
  char* const copy = ::strdup(name.c_str());
  for (std::atomic<char*>& place : remembered) {
    char* none = nullptr;
    if (place.compare_exchange_strong(none, copy)) {
      return;
    }
  }
  std::free(copy);
}

void forget(const std::string& name) {
  const SignalsWait wait;
  for (std::atomic<char*>& place : remembered) {
    char* known = place.load();
    if (known != nullptr && known == name && place.compare_exchange_strong(known, nullptr)) {
      std::free(known);
      return;
    }
  }
}

}  // namespace gongkai::platform
