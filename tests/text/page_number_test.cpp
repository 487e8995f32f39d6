#include "text/page_number.hpp"

#include <doctest/doctest.h>

using gongkai::unicode::page_number;

TEST_CASE("page numbers, and which of them can be nothing else") {
  for (const char* framed : {"- 3 -", "—3—", "－ 12 －", "第3页", "第 3 页 共 8 页"}) {
    const auto page = page_number(framed);
    REQUIRE(page);
    CHECK_MESSAGE(page->is_framed, framed);
  }
  for (const char* plain : {"3", "-3", "3/8", "/ 3 /", "3-"}) {
    const auto page = page_number(plain);
    REQUIRE(page);
    CHECK_MESSAGE(!page->is_framed, plain);
  }
  for (const char* other : {"", "- -", "12345", "3 件", "1 2", "表3"}) {
    CHECK_MESSAGE(!page_number(other), other);
  }
}
