// Title, body, publisher, year and rank, as pages set them: what the title names wins over who put the page up.
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "interpret/title.hpp"
#include "interpret/written.hpp"
#include "support/reading.hpp"

using namespace gongkai;

namespace {

const std::string title = "清溪县水利局2023年政府信息公开工作年度报告";
const std::string body =
    "一、总体情况\n公开信息5条。\n二、主动公开政府信息情况\n信息内容 本年处理决定数量\n行政处罚 5\n"
    "三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n";

Reading reading_of(const std::string& head) {
  return testing::reading_of(head + "\n" + body);
}
About about(const std::string& head) {
  return reading_of(head).report.about;
}

/// That the title is found as it is, and in it the body and the year.
void check_whole(const About& found) {
  CHECK(found.title == title);
  CHECK(found.authority == "清溪县水利局");
  CHECK(found.year == 2023);
}

}  // namespace

TEST_CASE("what a page or a list sets before a title is no part of it") {
  for (const std::string front : {"附件：",
                                  "附件1：",
                                  "附件 1 ",
                                  "附件1\n",
                                  "附件一：",
                                  "附表：",
                                  "附：",
                                  "1.",
                                  "1、",
                                  "（1）",
                                  "01 ",
                                  "２．",
                                  "【年度报告】",
                                  "【2023】",
                                  "[年报]",
                                  "（附件）",
                                  "(公开)",
                                  "Page8-",
                                  "Page 8 - ",
                                  "- 8 -",
                                  "第8页 ",
                                  "P8 ",
                                  "★",
                                  "■",
                                  "► ",
                                  "* ",
                                  "# ",
                                  "＃",
                                  "标题：",
                                  "名称：",
                                  "文章标题：",
                                  "年度报告：",
                                  "政府信息公开年报：",
                                  "当前位置：首页 > 政府信息公开 > 年报 > ",
                                  "附件3\n\n"}) {
    CAPTURE(front);
    check_whole(about(front + title));
  }
  CHECK(about("《" + title + "》").title == title);
}

TEST_CASE("what a page sets behind a title in its line, and the report before or after it, is no part of it") {
  for (const std::string behind : {" 发布时间：2024-01-30", "　　来源：县水利局　浏览次数：12",
                                   "【发布日期：2024年1月30日】", " 字体：大 中 小"}) {
    CAPTURE(behind);
    check_whole(about(title + behind));
  }
  CHECK(about("索引号：0123 标题：" + title + " 发布时间：2024-01-30").title == title);
  for (const std::string other : {"上一篇：", "上一条：", "下一篇："}) {
    CAPTURE(other);
    CHECK(about(other + "清溪县水利局2022年政府信息公开工作年度报告\n2023年政府信息公开工作年度报告").year == 2023);
  }
}

TEST_CASE("what stands behind a colon is a title where it names its year, and may be a link where it does not") {
  check_whole(about("公开栏目：" + title));
  CHECK(about("相关阅读：清溪县水利局政府信息公开工作年度报告").title.empty());
}

TEST_CASE("a page's title ends behind the report's name in full, though 年报 stands before it") {
  CHECK(page_title("清溪县年报 " + title + "》_清溪县人民政府") == "清溪县年报" + title + "》");
  CHECK(page_title("清溪县水利局2023年年报 - 清溪县人民政府") == "清溪县水利局2023年年报");
}

TEST_CASE("of two titles the one that speaks of 政府信息公开 is the report's, and of 政务公开 another's") {
  CHECK(title_score("清溪县水利局2023年政务公开工作年度报告") < title_score(title));
  CHECK(title_score("清溪县水利局政府信息公开工作年度报告") < title_score(title));  // and of which year
  CHECK(title_score("清溪縣水利局2023年政務公開工作年度報告") <
        title_score("清溪縣水利局2023年政府資訊公開工作年度報告"));
}

TEST_CASE("the field of a page names the title where it is a report's, and the first such field does") {
  const auto titled = [](const std::string& fields) {
    const auto reading = read("<html><head>" + fields + "</head><body><p>" + body.substr(0, body.find("\n")) +
                              "</p><p>" + body.substr(body.find("\n") + 1) + "</p></body></html>");
    REQUIRE(reading);
    return reading->report.about.title;
  };
  const std::string first = "<meta name=\"ArticleTitle\" content=\"" + title + "\">";
  CHECK(titled(first + "<meta name=\"ArticleTitle\" content=\"清溪县林业局2022年政府信息公开工作年度报告\">") == title);
  CHECK(titled("<meta name=\"ArticleTitle\" content=\"清溪县人民政府门户网站\">" + first) == title);
}

TEST_CASE("a year is the four digits before its word, where more stand before them") {
  const YearAt found = find_year("第12023年度");
  CHECK(found.year == 2023);
  CHECK(found.begin == std::string("第1").size());
  CHECK(find_year("第2023456年").year == 0);
}

TEST_CASE("a sentence, a link and a step of a path that name a report are not its title, above it or below") {
  const std::string other = "青石镇人民政府2022年政府信息公开工作年度报告";
  for (const std::string& line : {other + "，已经公布", other + "。", other + "；", "附：县级：" + other + "：见附件",
                                  other + ":见附件", "首页 > 年报 > " + other, "年报：" + other}) {
    CAPTURE(line);
    check_whole(about(title + "\n" + line));
    check_whole(about(line + "\n" + title));
  }
}

TEST_CASE("a line above the title is the body's name from three letters on") {
  const std::string rest = "2023年政府信息公开工作年度报告";
  CHECK(about("水利局\n" + rest).authority == "水利局");
  CHECK(about("政府\n" + rest).authority.empty());
}

TEST_CASE("a title is found up to a length that no body's name needs, and a longer line is none") {
  constexpr std::size_t longest = 180;  // bytes
  const std::string behind = "局2023年政府信息公开工作年度报告";
  std::string line = behind;
  while (line.size() + 3 <= longest) {
    line.insert(0, "溪");
  }
  line.insert(0, longest - line.size(), 'A');
  CHECK(about(line).title == line);
  CHECK(about("A" + line).title.empty());
}

TEST_CASE("the title names body and year, in whatever order and on however many lines") {
  for (const std::string text :
       {"关于2023年度清溪县水利局政府信息公开工作的年度报告", "清溪县水利局关于2023年度政府信息公开工作的年度报告",
        "关于清溪县水利局2023年政府信息公开工作的年度报告", "清溪县水利局\n2023年政府信息公开工作年度报告",
        "清溪县水利局2023年\n政府信息公开工作年度报告", "清溪县水利局2023年政府信息公开\n工作年度报告",
        "清溪县水利局\n2023年度\n政府信息公开工作年度报告", "2023年度清溪县水利局政府信息公开年度报告",
        "清溪县水利局政府信息公开工作年度报告（2023年）", "清溪县水利局政府信息公开工作年度报告\n（2023年度）",
        "清溪县水利局政府信息公开2023年度报告", "清溪县水利局2023政府信息公开工作年度报告",
        "清溪县水利局二○二三年度政府信息公开工作年度报告", "清溪县水利局２０２３年政府信息公开工作年报",
        "清溪县水利局2023年政务公开工作年度报告", "政府信息公开工作年度报告\n（2023年）\n清溪县水利局",
        "清溪县水利局 2023 年 政府信息公开 工作年度报告", "清溪縣水利局2023年政府信息公開工作年度報告"}) {
    CAPTURE(text);
    const About found = about(text);
    CHECK((found.authority == "清溪县水利局" || found.authority == "清溪縣水利局"));
    CHECK(found.year == 2023);
  }
}

TEST_CASE("the publisher is kept beside the body that the title names") {
  const std::pair<const char*, const char*> lines[] = {
      {"来源：清溪县人民政府", "清溪县人民政府"},
      {"发布机构：清溪县人民政府办公室", "清溪县人民政府办公室"},
      {"信息来源：清溪县政务公开办", "清溪县政务公开办"},
      {"索引号：12 发布机构：清溪县政府 发文日期：2024-01-05", "清溪县政府"},
      {"发布时间: 2024-01-20 08:30 来源: 县融媒体中心 浏览次数：12 【打印】", "县融媒体中心"},
      {"发布单位：清溪网", "清溪网"},
      {"发布部门：清溪县大数据局", "清溪县大数据局"},
      {"來源：清溪縣人民政府", "清溪縣人民政府"},
      {"来源：本站", ""},
      {"来源：", ""},
      {"来源：清溪镇 【打印】 【关闭】", "清溪镇"},
      {"作者：办公室 来源：水利局", "水利局"},
  };
  for (const auto& pair : lines) {
    const char *line = pair.first, *publisher = pair.second;
    CAPTURE(line);
    for (const std::string& head : {title + "\n" + line, std::string(line) + "\n" + title}) {
      CHECK(about(head).authority == "清溪县水利局");
      CHECK(about(head).publisher == publisher);
    }
    CHECK(about("清溪高新区2023年政府信息公开工作年度报告\n" + std::string(line)).authority == "清溪高新区");
    CHECK(about("国网清溪供电2023年政府信息公开工作年度报告\n" + std::string(line)).authority == "国网清溪供电");
  }
  // Where the title names no body, it is the publisher's.
  CHECK(about("2023年政府信息公开工作年度报告\n发布机构：清溪县水利局").authority == "清溪县水利局");
  CHECK(about("我局2023年政府信息公开工作年度报告\n发布机构：清溪县水利局").authority == "清溪县水利局");
  // A fuller name than the title's is the body's own, unless it is that of an office which puts pages up.
  const std::string short_title = "清溪高新区2023年政府信息公开工作年度报告\n发布机构：";
  CHECK(about(short_title + "清溪高新区管委会").authority == "清溪高新区管委会");
  for (const std::string office : {"办公室", "党政办", "政务服务中心", "大数据局", "融媒体中心", "新闻网"}) {
    CAPTURE(office);
    CHECK(about(short_title + "清溪高新区" + office).authority == "清溪高新区");
  }
}

TEST_CASE("the publisher comes through every format that is written") {
  Report report = reading_of(title + "\n来源：清溪县政务公开办").report;
  REQUIRE(report.about.publisher == "清溪县政务公开办");
  const Result<Report> from_json = report_from_json(to_json(report));
  REQUIRE(from_json);
  CHECK(from_json->about == report.about);
  *text(report, "about.publisher") = "县融媒体中心";
  for (const std::string& bytes : {to_markdown(report), to_html(report), to_docx(report), to_xlsx(report)}) {
    const Result<Reading> back = read(bytes);
    REQUIRE(back);
    CHECK(back->report.about.publisher == "县融媒体中心");
    CHECK(back->report.about.authority == "清溪县水利局");
  }
  report.about.publisher.clear();
  CHECK(to_json(report).find("publisher") == std::string::npos);
  CHECK(read(to_html(report))->report.about.publisher.empty());
}

TEST_CASE(
    "without a year in the title, that of the period or of the announced work counts; else it is said to be missing") {
  const std::string none = "清溪县水利局政府信息公开工作年度报告\n";
  for (const std::string line :
       {"本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
        "本报告数据统计时间为2023年1月1日至2023年12月31日。", "本年度报告中所列数据统计截止到2023年12月31日。",
        "統計期限自2023年1月1日起至2023年12月31日止。", "现将2023年度政府信息公开工作情况报告如下：", "（2023年）"}) {
    CAPTURE(line);
    CHECK(about(none + line).year == 2023);
  }
  for (const std::string line : {"", "根据《条例》（2019年修订）编制。", "2024年1月20日"}) {
    CAPTURE(line);
    const Reading reading = reading_of(none + line);
    CHECK(reading.report.about.year == 0);
    std::size_t said = 0;
    for (const Finding& finding : check(reading).findings) {
      said += finding.rule == "document.year_missing";
    }
    CHECK(said == 1);
  }
}

TEST_CASE(
    "a rank is that of the place in a name, also where 人民政府 is left out, in traditional writing and in radicals") {
  const std::pair<const char*, Level> names[] = {
      {"清溪镇", Level::township},
      {"清溪乡", Level::township},
      {"白马回族乡", Level::township},
      {"青林县清溪镇", Level::township},
      {"清溪镇政府", Level::township},
      {"清溪乡政府", Level::township},
      {"巴彦苏木", Level::township},
      {"清溪街道办", Level::township},
      {"清溪鎮", Level::township},
      {"⻘石镇人⺠政府", Level::township},
      {"清溪镇人民政府办公室", Level::township},
      {"⽩⻢镇", Level::township},
      {"清溪县政府", Level::county},
      {"清溪区卫生健康局", Level::county},
      {"国家税务总局清溪县税务局", Level::county},
      {"武汉市江岸区教育局", Level::county},
      {"湖北省清溪县教育局", Level::county},
      {"武漢市水務局", Level::prefecture},
      {"武漢市人民政府", Level::prefecture},
      {"景德镇市人民政府", Level::prefecture},
      {"镇江市水利局", Level::prefecture},
      {"上海市人民政府", Level::province},
      {"湖北省教育厅", Level::province},
      {"国家统计局", Level::national},
      {"清溪经济开发区管委会", Level::unknown},
      {"清溪高新技术产业开发区财政局", Level::unknown},
      {"乡宁县", Level::unknown},
      {"镇平县", Level::unknown},
  };
  for (const auto& pair : names) {
    const char* name = pair.first;
    const Level level = pair.second;
    CAPTURE(name);
    CHECK(about(std::string(name) + "2023年政府信息公开工作年度报告").level == level);
  }
  CHECK(about("⻘石镇人⺠政府2023年政府信息公开⼯作年度报告").authority == "青石镇人民政府");
  CHECK(about("⻘石镇人⺠政府2023年政府信息公开⼯作年度报告").title == "青石镇人民政府2023年政府信息公开工作年度报告");
}

TEST_CASE("a title alone is named where nothing of a report stands below it") {
  for (const std::string& text :
       {title + "\n请见附件。\n", "附件：" + title + "\n", title + "\n详见附件PDF\n发布时间：2024-01-05\n"}) {
    CAPTURE(text);
    const Result<Reading> reading = read(text);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().message_zh.find("清溪县水利局2023年") != std::string::npos);
  }
}
