// UTF-8 and the UTF-16 of Windows, both ways.
#pragma once

#include <string>
#include <string_view>

namespace gongkai::platform {

/// Never fails: what is not valid becomes U+FFFD.
std::wstring wide(std::string_view utf8);
std::string narrow(std::wstring_view utf16);

/// Sets errno as the last error of Windows means it, and gives -1.
int failed_as_windows_says();

}  // namespace gongkai::platform
