// Whether bytes are a PDF, which a text that only names a PDF's header is not.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gongkai {

/// The header stands at the beginning, or, as readers of PDF allow, within the first kilobyte of bytes that hold a PDF's
/// objects: there at the start of a line or behind a byte that no text has.
inline bool is_pdf(std::string_view bytes) {
  constexpr std::string_view header = "%PDF-", bom = "\xef\xbb\xbf", blanks = " \t";
  constexpr std::size_t searched = 1024, npos = std::string_view::npos;
  const auto is_space = [](char c) { return c == '\0' || c == ' ' || (c >= '\t' && c <= '\r'); };
  const auto begins_anew = [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\v'; };
  if (bytes.starts_with(bom)) {
    bytes.remove_prefix(bom.size());
  }
  const std::string_view head = bytes.substr(0, searched);
  for (std::size_t at = head.find(header); at != npos; at = head.find(header, at + 1)) {
    const std::string_view before = head.substr(0, at);
    if (std::all_of(before.begin(), before.end(), is_space)) {
      return true;
    }
    const std::size_t last = before.find_last_not_of(blanks);
    if (last != npos && begins_anew(before[last])) {
      return bytes.find("endobj") != npos;
    }
  }
  return false;
}

}  // namespace gongkai
