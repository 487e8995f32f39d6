// What every decoder of text asks before it begins: not too large, not empty, valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "gongkai/read.hpp"

namespace gongkai {

/// Why the bytes are no text that can be decoded; nothing where they are.
std::optional<Error> check_text(std::string_view bytes, const Limits& limits);
/// The same for what is known to be UTF-8 without a zero byte.
std::optional<Error> check_valid_text(std::string_view utf8, const Limits& limits);

/// The span of a cell, at least 1 and within the limits.
std::uint16_t cut_span(std::size_t span, const Limits& limits);

}  // namespace gongkai
