// Page numbers, as a page's foot or head prints them: 3, - 3 -, 第3页, 3/8, 第3页 共8页.
#pragma once

#include <optional>
#include <string_view>

namespace gongkai::unicode {

struct PageNumber {
  int numbers = 0;  ///< one, or two with that of all pages
  long first = 0;
  bool is_decorated = false;  ///< with more than digits
  bool is_framed = false;     ///< between dashes or words, so that it is no number of a table: - 3 -, 第3页
};

/// Nothing where the text is none.
std::optional<PageNumber> page_number(std::string_view text);

}  // namespace gongkai::unicode
