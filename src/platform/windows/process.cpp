#include "platform/process.hpp"

#include <windows.h>

#include <algorithm>
#include <thread>

#include "platform/windows/wide.hpp"

namespace gongkai::platform {
namespace {

using Clock = std::chrono::steady_clock;

/// Closes what it holds.
class Handle {
 public:
  Handle() = default;
  explicit Handle(HANDLE handle) : handle_(handle) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { close(); }

  HANDLE get() const { return handle_; }
  HANDLE* put() { return &handle_; }
  explicit operator bool() const { return handle_ != nullptr && handle_ != INVALID_HANDLE_VALUE; }
  void close() {
    if (*this) {
      ::CloseHandle(handle_);
    }
    handle_ = nullptr;
  }

 private:
  HANDLE handle_ = nullptr;
};

/// A word of a command line, so that the program gets it as it is.
std::wstring quoted(const std::wstring& word) {
  std::wstring result = L"\"";
  std::size_t backslashes = 0;
  for (const wchar_t c : word) {
    if (c == L'"') {
      result.append(backslashes + 1, L'\\');  // those before a quote are doubled, and the quote has one of its own
    }
    backslashes = c == L'\\' ? backslashes + 1 : 0;
    result += c;
  }
  return result.append(backslashes, L'\\') + L'"';
}

/// All that the program starts ends with the job, at the latest when this program does.
HANDLE limited_job(const ProcessLimits& limits) {
  const HANDLE job = ::CreateJobObjectW(nullptr, nullptr);
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION info{};
  info.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_PROCESS_MEMORY;
  info.ProcessMemoryLimit = limits.memory;
  ::SetInformationJobObject(job, JobObjectExtendedLimitInformation, &info, sizeof info);
  return job;
}

/// A pipe, of which the program gets one end and nothing else does.
bool make_pipe(Handle& read_end, Handle& write_end, const Handle& theirs) {
  SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
  return ::CreatePipe(read_end.put(), write_end.put(), &inherited, 0) != 0 &&
         ::SetHandleInformation((&theirs == &read_end ? write_end : read_end).get(), HANDLE_FLAG_INHERIT, 0) != 0;
}

struct Running {
  Handle process, thread, input, output, job;
};

ProcessEnd start(const std::vector<std::string>& command, const ProcessLimits& limits, Running& running) {
  Handle their_input, their_output;
  if (!make_pipe(their_input, running.input, their_input) || !make_pipe(running.output, their_output, their_output)) {
    return ProcessEnd::not_started;
  }
  SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
  const Handle nowhere(
      ::CreateFileW(L"NUL", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, nullptr));
  std::wstring line;
  for (const std::string& word : command) {
    line += (line.empty() ? L"" : L" ") + quoted(wide(word));
  }
  STARTUPINFOW how{};
  how.cb = sizeof how;
  how.dwFlags = STARTF_USESTDHANDLES;
  how.hStdInput = their_input.get();
  how.hStdOutput = their_output.get();
  how.hStdError = nowhere.get();
  PROCESS_INFORMATION made{};
  if (::CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, CREATE_SUSPENDED | CREATE_NO_WINDOW, nullptr,
                       nullptr, &how, &made) == 0) {
    return ::GetLastError() == ERROR_FILE_NOT_FOUND ? ProcessEnd::not_found : ProcessEnd::not_started;
  }
  *running.process.put() = made.hProcess;
  *running.thread.put() = made.hThread;
  *running.job.put() = limited_job(limits);
  ::AssignProcessToJobObject(running.job.get(), running.process.get());
  ::ResumeThread(running.thread.get());
  return ProcessEnd::succeeded;
}

/// Reads until the program closes its output, or a limit is passed. Pipes of Windows have no poll(): it is looked whether
/// something is there.
ProcessEnd read_all(HANDLE output, std::string& printed, std::size_t most, Clock::time_point deadline) {
  constexpr std::size_t step = std::size_t{1} << 16U;
  for (;;) {
    DWORD there = 0;
    if (::PeekNamedPipe(output, nullptr, 0, nullptr, &there, nullptr) == 0) {
      return ProcessEnd::succeeded;  // closed
    }
    if (there == 0) {
      if (Clock::now() >= deadline) {
        return ProcessEnd::too_late;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      continue;
    }
    const std::size_t before = printed.size();
    printed.resize(before + step);
    DWORD got = 0;
    ::ReadFile(output, printed.data() + before, static_cast<DWORD>(std::min<std::size_t>(step, there)), &got, nullptr);
    printed.resize(before + got);
    if (printed.size() > most) {
      return ProcessEnd::too_much;
    }
  }
}

}  // namespace

ProcessEnd run_filter(const std::vector<std::string>& command, std::string_view input, std::string& output,
                      const ProcessLimits& limits) {
  output.clear();
  Running running;
  if (const ProcessEnd end = start(command, limits, running); end != ProcessEnd::succeeded) {
    return end;
  }
  const Clock::time_point deadline = Clock::now() + limits.time;
  std::thread writing([&running, input]() mutable {
    while (!input.empty()) {
      DWORD written = 0;
      const auto piece = static_cast<DWORD>(std::min<std::size_t>(input.size(), std::size_t{1} << 16U));
      if (::WriteFile(running.input.get(), input.data(), piece, &written, nullptr) == 0) {
        break;  // it may have read enough, or have failed: its exit code tells
      }
      input.remove_prefix(written);
    }
    running.input.close();
  });
  ProcessEnd end = read_all(running.output.get(), output, limits.output, deadline);
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  if (end == ProcessEnd::succeeded &&
      ::WaitForSingleObject(running.process.get(), static_cast<DWORD>(std::max<std::int64_t>(left, 0))) !=
          WAIT_OBJECT_0) {
    end = ProcessEnd::too_late;
  }
  DWORD code = 1;
  ::GetExitCodeProcess(running.process.get(), &code);
  ::TerminateJobObject(running.job.get(), 1);  // after which a writer that waits is told that nobody reads
  running.output.close();
  writing.join();
  return end != ProcessEnd::succeeded ? end : code == 0 ? ProcessEnd::succeeded : ProcessEnd::failed;
}

}  // namespace gongkai::platform
