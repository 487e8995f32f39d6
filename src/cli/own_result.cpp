// Each format of results is known by how it begins.
#include "own_result.hpp"

#include <algorithm>
#include <iterator>

namespace gongkai::cli {

bool is_own_result(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  constexpr std::string_view beginnings[] = {
      own_result_mark,
      "文件,机关,年度,级别,规则,问题,",
      "file,authority,year,severity,rule,message,",
      "file,authority,level,kind,",
      "{\"schema\":\"gongkai.check/",
      "[\n{\"schema\":\"gongkai.check/",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gongkai\"",
  };
  constexpr std::string_view in_head[] = {
      "docProps/gongkai-result.xml",
      "\"tool\":{\"driver\":{\"name\":\"gongkai\"",
      "<meta name=\"generator\" content=\"gongkai check\">",
  };
  constexpr std::size_t head_size = 1024;
  if (bytes.starts_with(byte_order_mark)) {
    bytes.remove_prefix(byte_order_mark.size());
  }
  const std::string_view head = bytes.substr(0, head_size);
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view mark) { return head.starts_with(mark); }) ||
         std::any_of(std::begin(in_head), std::end(in_head),
                     [&](std::string_view mark) { return head.find(mark) != std::string_view::npos; });
}

}  // namespace gongkai::cli
