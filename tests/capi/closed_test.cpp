// Makes every call of the C interface in a process that may ask its system for memory and threads alone, and asks for the
// environment in vain: the library opens no file, socket or process and reads no environment, but for libxml2's switches for
// tracing its memory. Arguments: as memory_test.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "every_call.hpp"

namespace {

const char* current = "";     // the call under way
bool is_closed = false;       // from when on nothing may be asked for
const char* asked = nullptr;  // for the environment

void refused(int, siginfo_t* info, void*) {
  char text[256];
  const int size = std::snprintf(text, sizeof text, "%s asks for system call %d\n", current, info->si_syscall);
  (void)!write(1, text, static_cast<std::size_t>(size));
  _exit(1);
}

/// Memory, threads, how many processors there are, and the end; writing is for this test's own words.
constexpr long allowed[] = {
    SYS_brk,   SYS_mmap,  SYS_munmap,     SYS_mremap,          SYS_madvise,       SYS_mprotect,
    SYS_futex, SYS_clone, SYS_clone3,     SYS_set_robust_list, SYS_rseq,          SYS_sched_getaffinity,
    SYS_write, SYS_exit,  SYS_exit_group, SYS_rt_sigreturn,    SYS_rt_sigprocmask};

bool close_all() {
  struct sigaction action {};
  action.sa_sigaction = refused;
  action.sa_flags = SA_SIGINFO;
  if (sigaction(SIGSYS, &action, nullptr) != 0) {
    return false;
  }
  std::vector<sock_filter> filter{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offsetof(seccomp_data, nr)))};
  for (const long number : allowed) {
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(number), 0, 1));
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  }
  filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP));
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/// What the child does: each call for the first time in a closed process.
[[noreturn]] void make_calls(const std::vector<Call>& all) {
  is_closed = true;
  if (!close_all()) {
    std::printf("the kernel has no seccomp filter\n");
    std::fflush(stdout);
    _exit(77);
  }
  for (const Call& call : all) {
    current = call.name.c_str();
    Made made;
    if (call.prepare != nullptr) {
      call.prepare(made);
    }
    if (call.run(made) != call.expected || asked != nullptr) {
      char text[256];
      const int size =
          std::snprintf(text, sizeof text, "%s %s %s\n", current,
                        asked == nullptr ? "fails" : "reads the environment:", asked == nullptr ? "" : asked);
      (void)!write(1, text, static_cast<std::size_t>(size));
      _exit(1);
    }
  }
  _exit(0);
}

/// Whether the closed process notices what it must not do.
bool is_noticed(const std::vector<Call>& wrong) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    make_calls(wrong);
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

}  // namespace

extern "C" {
extern char** environ;

// In the place of the C library's, for the library and what it is linked with.
char* getenv(const char* name) noexcept {
  if (is_closed) {
    const bool is_of_libxml2 = std::strncmp(name, "XML_MEM_", 8) == 0;  // once, to trace its own memory
    asked = is_of_libxml2 ? asked : name;
    return nullptr;
  }
  const std::size_t size = std::strlen(name);
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    if (std::strncmp(*variable, name, size) == 0 && (*variable)[size] == '=') {
      return *variable + size + 1;
    }
  }
  return nullptr;
}
char* secure_getenv(const char* name) noexcept {
  return getenv(name);
}
}

int main(int argc, char** argv) {
  if (argc != 6) {
    std::printf("usage: closed_test REPORT JSON PDF_WORDS BIG5 VERSION_SCRIPT\n");
    return 2;
  }
  World world(make_inputs(read_file(argv[1]), read_file(argv[2]), read_file(argv[3]), read_file(argv[4])));
  world.make_objects();
  const std::vector<Call> all = calls(world);
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    make_calls(all);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status)) {
    std::printf("the closed process ended by a signal\n");
    return 1;
  }
  if (WEXITSTATUS(status) == 77) {
    return 77;
  }
  const bool are_noticed =
      is_noticed(
          {{"a file", [](Made&) { return std::fopen("/etc/hostname", "r") == nullptr ? GK_OK : GK_E_ARGUMENT; }}}) &&
      is_noticed({{"the environment", [](Made&) { return std::getenv("HOME") == nullptr ? GK_OK : GK_E_ARGUMENT; }}});
  std::printf("%zu calls in a process that may ask for memory and threads alone: %s; what is wrong is %s\n", all.size(),
              WEXITSTATUS(status) == 0 ? "none asked for more" : "FAILED", are_noticed ? "noticed" : "NOT noticed");
  return WEXITSTATUS(status) == 0 && are_noticed ? 0 : 1;
}
