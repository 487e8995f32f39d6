// Plain text whose encoding somebody has looked at already: to look again costs a fifth of reading a short text.
#pragma once

#include <string_view>

#include "gongkai/read.hpp"

namespace gongkai {

/// As decode_text(), for what is known to be UTF-8 without a zero byte.
Result<Document> decode_valid_text(std::string_view utf8, const Limits& limits);

}  // namespace gongkai
