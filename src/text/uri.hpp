// Names of files as addresses (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// The bytes of a path with / between its parts, each that means something in an address as %XX.
inline std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : path) {
    if (kept.find(c) != std::string_view::npos) {
      result += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      ((result += '%') += digits[byte / digits.size()]) += digits[byte % digits.size()];
    }
  }
  return result;
}

/// A path as a URI reference; an absolute one as a file URI.
inline std::string uri_of(std::string_view path) {
  return (path.starts_with("/") ? "file://" : "") + percent_encoded(path);
}

}  // namespace gongkai
