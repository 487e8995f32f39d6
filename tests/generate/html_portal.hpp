// What a portal puts around an article: menus, paths, lists of other reports, descriptions, buttons and footers.
#pragma once

#include "generate/page.hpp"
#include "generate/spec.hpp"

namespace gongkai::testing {

inline std::string html_link(const std::string& text, const std::string& target = "./t20240120_4431.shtml") {
  return "<a href=\"" + target + "\">" + text + "</a>";
}

/// The reports of other years, which are not this one's title.
inline std::string html_other_reports(const Page& page, Dice& dice) {
  std::string list = "<div class=\"side\"><h3>政府信息公开年报</h3><ul>";
  for (int year = page.year + 1; year > page.year - 4; --year) {
    if (year != page.year || dice.one_in(2)) {
      list += "<li>" + html_link(page.authority + std::to_string(year) + "年政府信息公开工作年度报告") +
              (dice.one_in(2) ? "<span>" + std::to_string(year + 1) + "-01-19</span>" : "") + "</li>";
    }
  }
  return list + "</ul></div>";
}

inline std::string html_menu(Dice& dice) {
  std::string menu = "<div class=\"nav\"><ul>";
  for (const char* entry : {"首页", "政务公开", "政务服务", "互动交流", "政府信息公开指南", "政府信息公开年报"}) {
    menu += "<li>" + html_link(entry, "/") + "</li>";
  }
  menu += "</ul></div><form action=\"/search\"><input type=\"text\" name=\"q\" value=\"请输入关键字\">";
  if (dice.one_in(2)) {
    menu += "<select><option value=\"2\">2019</option><option>2020</option></select>";
  }
  menu += "<input type=\"submit\" value=\"搜索\"></form>";
  if (dice.one_in(3)) {
    menu +=
        "<table "
        "class=\"weather\"><tr><td>今日访问</td><td>128</td></tr><tr><td>累计访问</td><td>98,412</td></tr></table>";
  }
  if (dice.one_in(3)) {  // entries that are labels of the form elsewhere
    menu += "<table class=\"menu\"><tr>";
    for (const char* entry :
         {"规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费", "办事指南"}) {
      menu += "<td>" + html_link(entry, "/zwgk") + "</td>";
    }
    menu += "</tr></table>";
  }
  if (dice.one_in(4)) {
    menu += "<table class=\"count\"><tr><td>其他</td><td>12</td></tr><tr><td>总计</td><td>98,412</td></tr></table>";
  }
  if (dice.one_in(2)) {
    menu += "<div>今天是：<span id=\"date\">2025年3月7日 星期五</span>　无障碍浏览 | 长者模式</div>";
  }
  return menu;
}

inline std::string html_path(Dice& dice) {
  const std::string separators[] = {" &gt; ", "&gt;&gt;", " » ", "-", " > "};
  const std::string& separator = dice.any_of(separators);
  return in_order({"<div class=\"path\">", std::string(dice.one_in(2) ? "您现在的位置：" : "当前位置："),
                   html_link("首页", "/"), separator, html_link("政务公开", "/zwgk"), separator,
                   (dice.one_in(2) ? html_link("政府信息公开年报", "/nb") : "政府信息公开年报"), "</div>"});
}

/// A table of contents, with links to places on the page.
inline std::string html_contents(const Page& page) {
  std::string list = "<div class=\"toc\">";
  for (const PageBlock& block : page.blocks) {
    if (block.kind == PageBlock::Kind::heading) {
      list += "<p>" + html_link(block.text, "#s") + "</p>";
    }
  }
  return list + "</div>";
}

/// The metadata: a table with one or two pairs in a row, a list of definitions, or lines.
inline std::string html_description(const Page& page, Dice& dice) {
  const std::string year = std::to_string(page.year + 1);
  const std::vector<std::pair<std::string, std::string>> fields{{"索引号", "11330400/" + year + "-00317"},
                                                                {"发布机构", page.authority},
                                                                {"主题分类", "其他"},
                                                                {"发布日期", year + "-01-20"},
                                                                {"文　　号", "无"},
                                                                {"公开方式", "主动公开"}};
  const std::size_t form = dice.below(4);
  std::string text = form < 2 ? "<table class=\"headInfo\">" : form == 2 ? "<dl>" : "<div class=\"info\">";
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& [name, value] = fields[i];
    const std::string pair = "<td><b>" + name + "：</b></td><td>" + value + "</td>";
    text += form == 0   ? "<tr>" + pair + "</tr>"
            : form == 1 ? (i % 2 == 0 ? "<tr>" : "") + pair + (i % 2 == 0 ? "" : "</tr>")
            : form == 2 ? "<dt>" + name + "：</dt><dd>" + value + "</dd>"
                        : "<span>" + name + "：" + value + "</span>　";
  }
  return text + (form < 2 ? "</table>" : form == 2 ? "</dl>" : "</div>");
}

inline std::string html_line_below_title(const Page& page, Dice& dice) {
  const std::string year = std::to_string(page.year + 1);
  return in_order(
      {"<div class=\"info\"><span>发布时间：", year, "-01-20 10:28</span><span>来源：", page.authority, "</span>",
       (dice.one_in(2) ? "<span>浏览次数：<em id=\"hits\">1284</em> 次</span>" : ""),
       (dice.one_in(2) ? "<span>字体：[<a href=\"javascript:f(16)\">大</a> <a href=\"javascript:f(14)\">中</a> <a "
                         "href=\"javascript:f(12)\">小</a>]</span>"
                       : ""),
       "</div>"});
}

inline std::string html_behind(const Page& page, Dice& dice) {
  std::string text;
  if (dice.one_in(2)) {
    text += "<p>附件：" + html_link(page.title + ".docx", "./P020240120.docx") + "</p>";
  }
  if (dice.one_in(2)) {
    text += "<div class=\"pn\"><p>上一篇：" +
            html_link(page.authority + std::to_string(page.year - 1) + "年政府信息公开工作年度报告") +
            "</p><p>下一篇：没有了</p></div>";
  }
  if (dice.one_in(2)) {
    text += "<div class=\"share\">分享到：<a href=\"#\">微信</a><img src=\"qr.png\" alt=\"二维码\"></div>";
  }
  if (dice.one_in(2)) {
    text +=
        "<div class=\"tools\">【<a href=\"javascript:window.print()\">打印本页</a>】【<a "
        "href=\"javascript:window.close()\">关闭窗口</a>】</div>";
  }
  if (dice.one_in(3)) {
    text += html_other_reports(page, dice);
  }
  if (dice.one_in(4)) {
    text += "<table class=\"count\"><tr><td>其他</td><td>12</td></tr><tr><td>行政许可</td><td>3,204</td></tr></table>";
  }
  if (dice.one_in(2)) {
    text +=
        "<table class=\"foot\"><tr><td>主办：某人民政府办公室</td><td>承办：某信息中心</td></tr><tr><td "
        "colspan=\"2\">网站标识码：3304000012　浙ICP备05000001号-1</td></tr></table>";
  } else {
    text +=
        "<div class=\"foot\"><p>版权所有：某人民政府　联系电话：0573-82110000</p><p>浙ICP备05000001号-1　<a "
        "href=\"http://www.beian.gov.cn\">浙公网安备 33040002000012号</a></p></div>";
  }
  return text;
}

}  // namespace gongkai::testing
