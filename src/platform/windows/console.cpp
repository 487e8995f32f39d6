#include "platform/console.hpp"

#include <fcntl.h>
#include <io.h>
#include <windows.h>
// After windows.h, which it needs.
#include <shellapi.h>

#include "platform/files.hpp"
#include "platform/windows/wide.hpp"

namespace gongkai::platform {
namespace {

HANDLE handle_of(int descriptor) {
  return reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor));
}

}  // namespace

void prepare_standard_streams() {
  for (const int stream : {standard_input, standard_output, standard_error}) {
    ::_setmode(stream, _O_BINARY);
    DWORD mode = 0;
    if (stream != standard_input && ::GetConsoleMode(handle_of(stream), &mode) != 0) {
      ::SetConsoleMode(handle_of(stream), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);  // from Windows 10 on
    }
  }
  ::SetConsoleOutputCP(CP_UTF8);
  ::SetConsoleCP(CP_UTF8);
}

std::vector<std::string> arguments(int, char**) {
  int count = 0;
  std::vector<std::string> result;
  if (wchar_t** const words = ::CommandLineToArgvW(::GetCommandLineW(), &count); words != nullptr) {
    for (int i = 0; i < count; ++i) {
      result.push_back(narrow(words[i]));
    }
    ::LocalFree(words);
  }
  return result;
}

bool is_terminal(int descriptor) {
  DWORD mode = 0;
  return ::GetConsoleMode(handle_of(descriptor), &mode) != 0;
}

std::size_t columns_of_terminal(int descriptor) {
  CONSOLE_SCREEN_BUFFER_INFO info{};
  return ::GetConsoleScreenBufferInfo(handle_of(descriptor), &info) != 0
             ? static_cast<std::size_t>(info.srWindow.Right - info.srWindow.Left + 1)
             : 0;
}

bool obeys_escapes(int descriptor) {
  DWORD mode = 0;
  return ::GetConsoleMode(handle_of(descriptor), &mode) != 0 && (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

}  // namespace gongkai::platform
