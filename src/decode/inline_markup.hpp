// Markup inside lines of text, which says how they look and not what they say: <span style=…>, <br>, [text]{style=…}, :::.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

/// The text without such markup, each line still where it was; nothing where it has none. Tables in tags stay as they are.
std::optional<std::string> without_inline_markup(std::string_view text);

}  // namespace gongkai
