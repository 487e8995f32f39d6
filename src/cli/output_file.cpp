// Files of results, written under another name until they are whole.
#include "output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>

namespace gongkai::cli {
namespace {

std::error_code last_error() {
  return {errno, std::generic_category()};
}

// ---- What a signal removes ----

constexpr std::array ending_signals{SIGHUP, SIGINT, SIGTERM};
constexpr std::size_t most_open = 4;
std::array<std::atomic<char*>, most_open> partial_names{};

void remember(const std::string& path) {
  char* const copy = ::strdup(path.c_str());
  for (std::atomic<char*>& name : partial_names) {
    char* none = nullptr;
    if (name.compare_exchange_strong(none, copy)) {
      return;
    }
  }
  std::free(copy);
}
extern "C" void remove_and_end(int signal) {
  for (const std::atomic<char*>& name : partial_names) {
    if (const char* path = name.load(); path != nullptr) {
      ::unlink(path);
    }
  }
  ::raise(signal);  // its own action again: the program ends by it
}

/// No signal comes between the making of a file and the remembering of its name.
class SignalsWait {
 public:
  SignalsWait() {
    sigset_t ending;
    ::sigemptyset(&ending);
    for (const int signal : ending_signals) {
      ::sigaddset(&ending, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  ~SignalsWait() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;

 private:
  sigset_t before_{};
};

void forget(const std::string& path) {
  const SignalsWait wait;
  for (std::atomic<char*>& name : partial_names) {
    char* known = name.load();
    if (known != nullptr && known == path && name.compare_exchange_strong(known, nullptr)) {
      std::free(known);
      return;
    }
  }
}

// ---- Where the file is ----

/// Where links lead to, whether or not there is something.
std::string followed(const std::string& path) {
  constexpr int most_links = 40;  // as Linux has it
  std::filesystem::path file(path);
  std::error_code ignored;
  for (int i = 0; i < most_links && std::filesystem::is_symlink(file, ignored); ++i) {
    file = file.parent_path() / std::filesystem::read_symlink(file, ignored);
  }
  return file.string();
}

/// A hidden name of its own beside the file; the file's name is not in it, because it may be as long as names can be.
std::string new_name_beside(const std::string& target) {
  std::random_device random;
  return (std::filesystem::path(target).parent_path() /
          fmt::format(".gongkai-{:08x}{:08x}.partial", random(), random()))
      .string();
}

}  // namespace

void remove_partial_files_on_signals() {
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

bool OutputFile::open(const std::string& path) {
  struct stat found {};
  const bool is_there = ::stat(path.c_str(), &found) == 0;
  if (!is_there && errno != ENOENT) {
    error_ = last_error();
    return false;
  }
  if (is_there && !S_ISREG(found.st_mode)) {  // a pipe or a device cannot be replaced
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else if (is_there && ::access(path.c_str(), W_OK) != 0) {
    error_ = last_error();  // a file that may not be written is not replaced either
    return false;
  } else if (constexpr mode_t own = 0600, others = 0666;
             open_partial(followed(path), is_there ? own : others) && is_there) {
    constexpr mode_t modes = 07777, of_owner = 06000;
    const bool is_owned = ::fchown(descriptor_, found.st_uid, found.st_gid) == 0;
    ::fchmod(descriptor_, found.st_mode & (is_owned ? modes : modes & ~of_owner));
  }
  if (descriptor_ < 0) {
    error_ = error_ ? error_ : last_error();
    return false;
  }
  output_.emplace(descriptor_);
  return true;
}

bool OutputFile::open_partial(const std::string& target, mode_t mode) {
  constexpr int tries = 16;
  target_ = target;
  const SignalsWait wait;
  for (int i = 0; i < tries && descriptor_ < 0; ++i) {
    partial_ = new_name_beside(target);
    descriptor_ = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (descriptor_ < 0 && errno != EEXIST) {
      break;
    }
  }
  if (descriptor_ < 0) {
    error_ = last_error();
    partial_.clear();
    return false;
  }
  remember(partial_);
  return true;
}

bool OutputFile::finish() {
  output_->flush();
  if (output_->has_failed()) {
    error_ = output_->error();
    return false;
  }
  const bool is_closed = ::close(descriptor_) == 0;
  descriptor_ = -1;
  if (!is_closed || (!partial_.empty() && std::rename(partial_.c_str(), target_.c_str()) != 0)) {
    error_ = last_error();
    return false;
  }
  forget(partial_);
  partial_.clear();
  return true;
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
  if (!partial_.empty()) {
    std::remove(partial_.c_str());
    forget(partial_);
  }
}

std::error_code write_file(const std::string& path, std::string_view bytes) {
  OutputFile file;
  if (!file.open(path)) {
    return file.error();
  }
  file.output().print(bytes);
  return file.finish() ? std::error_code() : file.error();
}

bool ends_in(std::string_view path, std::string_view ending) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
  return path.size() >= ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), path.rbegin(), [&](char b, char a) { return same(a, b); });
}

bool would_overwrite(const std::string& output, const std::string& input) {
  struct stat out {
  }, in{};
  return ::stat(output.c_str(), &out) == 0 && S_ISREG(out.st_mode) &&
         (input == "-" ? ::fstat(STDIN_FILENO, &in) : ::stat(input.c_str(), &in)) == 0 && out.st_dev == in.st_dev &&
         out.st_ino == in.st_ino;
}

}  // namespace gongkai::cli
