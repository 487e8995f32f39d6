#include "decode/check_text.hpp"

#include <algorithm>
#include <limits>

#include "text/input_errors.hpp"
#include "text/utf8.hpp"

namespace gongkai {

std::optional<Error> check_valid_text(std::string_view utf8, const Limits& limits) {
  if (utf8.size() > limits.bytes) {
    return input_too_large(limits.bytes);
  }
  return unicode::trim(utf8).empty()
             ? std::optional(Error{ErrorCode::empty, "文件是空的，没有可读的内容。", "The input is empty.", {}})
             : std::nullopt;
}

std::optional<Error> check_text(std::string_view bytes, const Limits& limits) {
  const std::size_t bad =
      bytes.size() > limits.bytes ? std::string_view::npos : std::min(unicode::find_invalid(bytes), bytes.find('\0'));
  if (bad == std::string_view::npos) {
    return check_valid_text(bytes, limits);
  }
  const std::string_view before = bytes.substr(0, bad);
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return Error{
      ErrorCode::not_text,
      "文件不是UTF-8文字（第" + std::to_string(line) + "行有无法识别的字节）。请另存为UTF-8编码的文本文件后再读。",
      "The input is not UTF-8 text (unreadable byte in line " + std::to_string(line) +
          "). Save it as UTF-8 text and read it again.",
      {line, static_cast<std::uint32_t>(bad - begin + 1), 0, 0, 0}};
}

std::uint16_t cut_span(std::size_t span, const Limits& limits) {
  const std::size_t most = std::min<std::size_t>(limits.span, std::numeric_limits<std::uint16_t>::max());
  return static_cast<std::uint16_t>(std::clamp<std::size_t>(span, 1, std::max<std::size_t>(most, 1)));
}

}  // namespace gongkai
