// Lines that a web page prints below an article.
#pragma once

#include <string_view>

namespace gongkai {

/// Whether a short line belongs to the page rather than to the report: what follows it does too.
inline bool is_page_noise(std::string_view line) {
  constexpr std::string_view beginnings[] = {
      "核对结果", "扫一扫",   "分享到",   "【打印",   "【关闭",   "打印本页", "关闭窗口", "相关链接", "相关附件",
      "相关信息", "相关文档", "相关文章", "上一篇",   "下一篇",   "主办单位", "主办：",   "承办单位", "版权所有",
      "网站地图", "网站标识", "联系我们", "责任编辑", "信息来源", "打印 ",    "[打印"};
  for (const std::string_view beginning : beginnings) {
    if (line.starts_with(beginning)) {
      return true;
    }
  }
  return line == "Findings" || line.find("ICP备") != std::string_view::npos ||
         line.find("公网安备") != std::string_view::npos;
}

}  // namespace gongkai
