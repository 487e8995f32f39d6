#include "platform/files.hpp"

#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#include <windows.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <vector>

#include "platform/interrupt.hpp"
#include "platform/windows/wide.hpp"

namespace gongkai::platform {

std::wstring wide(std::string_view utf8) {
  const int size = static_cast<int>(std::min<std::size_t>(utf8.size(), INT_MAX));
  std::wstring result(static_cast<std::size_t>(::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, nullptr, 0)),
                      L'\0');
  ::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, result.data(), static_cast<int>(result.size()));
  return result;
}
std::string narrow(std::wstring_view utf16) {
  const int size = static_cast<int>(std::min<std::size_t>(utf16.size(), INT_MAX));
  const int needed = ::WideCharToMultiByte(CP_UTF8, 0, utf16.data(), size, nullptr, 0, nullptr, nullptr);
  std::string result(static_cast<std::size_t>(needed), '\0');
  ::WideCharToMultiByte(CP_UTF8, 0, utf16.data(), size, result.data(), needed, nullptr, nullptr);
  return result;
}

int failed_as_windows_says() {
  switch (::GetLastError()) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME:
      errno = ENOENT;
      break;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:  // another program, such as Excel, has it open
    case ERROR_LOCK_VIOLATION:
      errno = EACCES;
      break;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
      errno = EEXIST;
      break;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
      errno = ENOSPC;
      break;
    case ERROR_WRITE_PROTECT:
      errno = EROFS;
      break;
    case ERROR_FILENAME_EXCED_RANGE:
      errno = ENAMETOOLONG;
      break;
    case ERROR_BROKEN_PIPE:
    case ERROR_NO_DATA:
      errno = EPIPE;
      break;
    default:
      errno = EIO;
  }
  return -1;
}

bool separates_folders(char c) {
  return c == '/' || c == '\\';
}
std::filesystem::path path_of(std::string_view name) {
  return {wide(name)};
}
std::string name_of(const std::filesystem::path& path) {
  return narrow(path.native());
}

namespace {

HANDLE handle_of(int descriptor) {
  return reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor));
}

std::optional<FileInfo> info_of(HANDLE file) {
  FileInfo info;
  BY_HANDLE_FILE_INFORMATION found{};
  if (::GetFileType(file) == FILE_TYPE_DISK && ::GetFileInformationByHandle(file, &found) != 0) {
    info.is_regular = (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
    info.is_writable = (found.dwFileAttributes & FILE_ATTRIBUTE_READONLY) == 0;
    info.identity = {found.dwVolumeSerialNumber,
                     (static_cast<std::uint64_t>(found.nFileIndexHigh) << 32U) | found.nFileIndexLow};
  }
  return info;
}

/// A descriptor of the file that CreateFile() gives.
int opened(const std::string& name, DWORD access, DWORD creation, int flags) {
  const HANDLE file = ::CreateFileW(wide(name).c_str(), access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    nullptr, creation, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) {
    const DWORD error = ::GetLastError();
    const DWORD attributes = ::GetFileAttributesW(wide(name).c_str());
    if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
      errno = EISDIR;
      return -1;
    }
    ::SetLastError(error);
    return failed_as_windows_says();
  }
  return ::_open_osfhandle(reinterpret_cast<std::intptr_t>(file), flags | _O_BINARY | _O_NOINHERIT);
}

}  // namespace

std::optional<FileInfo> info_of(const std::string& name) {
  const HANDLE file = ::CreateFileW(wide(name).c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
  if (file == INVALID_HANDLE_VALUE) {
    failed_as_windows_says();
    return std::nullopt;
  }
  const std::optional<FileInfo> info = info_of(file);
  ::CloseHandle(file);
  return info;
}
std::optional<FileInfo> info_of(int descriptor) {
  return info_of(handle_of(descriptor));
}

int open_to_read(const std::string& name) {
  return opened(name, GENERIC_READ, OPEN_EXISTING, _O_RDONLY);
}
int open_to_write(const std::string& name) {
  return opened(name, GENERIC_WRITE, OPEN_EXISTING, _O_WRONLY);
}
int make_file(const std::string& name, bool) {
  return opened(name, GENERIC_WRITE, CREATE_NEW, _O_WRONLY);
}

// In pieces, for a console takes no more at once than some ten thousand bytes.
constexpr std::size_t most_at_once = std::size_t{1} << 14U;

std::ptrdiff_t read(int descriptor, char* to, std::size_t size) {
  return ::_read(descriptor, to, static_cast<unsigned>(std::min(size, most_at_once)));
}
std::ptrdiff_t write(int descriptor, const char* from, std::size_t size) {
  DWORD written = 0;
  const auto piece = static_cast<DWORD>(std::min(size, most_at_once));
  if (::WriteFile(handle_of(descriptor), from, piece, &written, nullptr) == 0) {
    return failed_as_windows_says();
  }
  return static_cast<std::ptrdiff_t>(written);
}
bool close(int descriptor) {
  return ::_close(descriptor) == 0;
}

void take_over(int, const FileInfo&) {}

bool replace(const std::string& target, const std::string& by) {
  if (::MoveFileExW(wide(by).c_str(), wide(target).c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0) {
    return true;
  }
  failed_as_windows_says();
  return false;
}
void remove_file(const std::string& name) {
  ::DeleteFileW(wide(name).c_str());
}

// ---- Ctrl-C, and a window that is closed: Windows calls a handler on a thread of its own ----

namespace {

CRITICAL_SECTION& lock() {
  static CRITICAL_SECTION* const section = [] {
    auto* const made = new CRITICAL_SECTION;
    ::InitializeCriticalSection(made);
    return made;
  }();
  return *section;
}
std::vector<std::wstring>& remembered() {
  static auto* const names = new std::vector<std::wstring>;
  return *names;
}

BOOL WINAPI remove_and_end(DWORD signal) {
  if (signal == CTRL_C_EVENT && InterruptNoted::note()) {
    return TRUE;
  }
  ::EnterCriticalSection(&lock());
  for (const std::wstring& name : remembered()) {
    ::DeleteFileW(name.c_str());
  }
  ::LeaveCriticalSection(&lock());
  return FALSE;  // what Windows does by itself: the program ends
}

}  // namespace

struct SignalsWait::State {};
SignalsWait::SignalsWait() : state_(nullptr) {
  ::EnterCriticalSection(&lock());
}
SignalsWait::~SignalsWait() {
  ::LeaveCriticalSection(&lock());
}

void remove_remembered_on_signals() {
  ::SetConsoleCtrlHandler(remove_and_end, TRUE);
}
void remember(const std::string& name) {
  const SignalsWait wait;
  remembered().push_back(wide(name));
}
void forget(const std::string& name) {
  const SignalsWait wait;
  std::erase(remembered(), wide(name));
}

}  // namespace gongkai::platform
