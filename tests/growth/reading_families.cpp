// Text, CSV, JSON, web pages and the words of a PDF, and the interpretation of what stands in them.
#include "gongkai/check.hpp"
#include "gongkai/read.hpp"
#include "gongkai/write.hpp"
#include "growth/families.hpp"

namespace gongkai::growth {

Work reads(std::string bytes) {
  return [bytes = std::move(bytes)] {
    if (const auto reading = read(bytes)) {
      check(reading.value());
    }
  };
}

namespace {

constexpr std::string_view title = "临江县教育局2022年政府信息公开工作年度报告\n\n";

std::string text_of(int section, std::string_view content) {
  constexpr std::string_view headings[] = {"一、总体情况",
                                           "二、主动公开政府信息情况",
                                           "三、收到和处理政府信息公开申请情况",
                                           "四、政府信息公开行政复议、行政诉讼情况",
                                           "五、存在的主要问题及改进情况",
                                           "六、其他需要报告的事项"};
  std::string text(title);
  for (int i = 1; i <= 6; ++i) {
    text.append(headings[i - 1]).append("\n").append(i == section ? content : "正文。").append("\n");
  }
  return text;
}
/// Lines of text in a section.
template <int section>
Work text(std::string_view line, std::size_t n) {
  return reads(text_of(section, counted(line, n)));
}
Work page(const std::string& body) {
  return reads("<html><head><title>临江县教育局2022年政府信息公开工作年度报告</title></head><body>\n" + body +
               "</body></html>");
}
std::string pdf_words(const std::string& words) {
  return "<!DOCTYPE html><html><head></head>\n<body>\n<doc>\n<page width=\"600\" height=\"840\">\n" + words +
         "</page>\n</doc>\n</body>\n</html>\n";
}
std::string pdf_word(std::size_t left, std::size_t top, std::size_t width, std::string_view word) {
  return "<flow><block><line><word xMin=\"" + std::to_string(left) + "\" yMin=\"" + std::to_string(top) + "\" xMax=\"" +
         std::to_string(left + width) + "\" yMax=\"" + std::to_string(top + 10) + "\">" + std::string(word) +
         "</word></line></block></flow>\n";
}
Work json(const std::string& members) {
  return reads(R"({"schema":"gongkai.report/1","about":{"year":2022},)" + members + "}");
}

}  // namespace

std::vector<Family> reading_families() {
  return {
      // Text
      {"text lines", 2000, [](std::size_t n) { return text<1>("本年公开信息#条。\n", n); }},
      {"text lines before the report", 500,
       [](std::size_t n) { return reads(counted("发布机构：临江县第#局\n", n) + text_of(1, "")); }},
      {"text one line", 5000, [](std::size_t n) { return text<1>("公开信息", n); }},
      {"text numbers alone", 2000, [](std::size_t n) { return text<3>("#\n", n); }},
      {"text labels alone", 2000, [](std::size_t n) { return text<3>("（一）予以公开\n", n); }},
      {"text unknown rows", 300, [](std::size_t n) { return text<3>("某某情形之#\t1\t2\t3\t4\t5\t6\t21\n\n", n); }},
      {"text the same row", 1000, [](std::size_t n) { return text<3>("（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n\n", n); }},
      {"text heads of columns", 500,
       [](std::size_t n) { return text<2>("信息内容\t本年制发件数\t本年废止件数\n\n", n); }},
      {"text wide gaps", 1000, [](std::size_t n) { return text<3>("予以公开   1   2   3   4   5\n", n); }},
      {"text one line of gaps", 2000, [](std::size_t n) { return text<3>("1   ", n); }},
      {"text one line of tabs", 2000, [](std::size_t n) { return text<3>("1\t", n); }},
      {"text pipes", 500, [](std::size_t n) { return text<3>("| 予以公开 | # | 2 | 3 |\n", n); }},
      {"text one row of pipes", 2000, [](std::size_t n) { return text<3>("| # ", n); }},
      {"text empty lines", 5000, [](std::size_t n) { return text<3>("\n", n); }},
      {"text spaces", 20'000, [](std::size_t n) { return text<3>(" ", n); }},
      {"text running table", 500,
       [](std::size_t n) { return text<3>("（一）予以公开1234567（二）部分公开1234567", n); }},
      {"text headings", 1000, [](std::size_t n) { return text<5>("六、其他需要报告的事项\n五、存在的主要问题\n", n); }},
      {"text torn rows", 300, [](std::size_t n) { return text<3>("3.危及“三安全一稳\n定”\n1 0 0 0 0 0 1\n", n); }},
      {"text rows astray", 100,
       [](std::size_t n) {
         const std::string row = "（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n\n第#行\t1\t2\t3\t4\t5\t6\t21\n\n";
         return text<5>(row + "三、收到和处理政府信息公开申请情况\n" + row + "五、存在的主要问题及改进情况\n", n);
       }},
      {"text many reports", 60,
       [](std::size_t n) { return reads(repeated(text_of(3, "（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n\n"), n)); }},
      {"text in GB18030", 20'000, [](std::size_t n) { return reads(repeated("\xb9\xab\xbf\xaa", n)); }},
      {"text in Big5, damaged", 20'000, [](std::size_t n) { return reads(repeated("\xa4\xbd\xff\n", n)); }},
      {"markdown emphasis", 2000, [](std::size_t n) { return text<1>("**公开** _x_ `1` ", n); }},
      {"markdown stars", 5000, [](std::size_t n) { return text<1>("*_", n); }},
      {"markdown tags", 1000, [](std::size_t n) { return text<3>("| a<br>b | <b># |\n|---|---|\n", n); }},
      {"markdown headings", 1000, [](std::size_t n) { return text<1>("# 标题\n", n); }},
      // CSV
      {"csv rows", 1000, [](std::size_t n) { return reads("标题,,\n" + counted("予以公开,#,2,3,4\n", n)); }},
      {"csv one row", 5000, [](std::size_t n) { return reads("a,b\n" + repeated("1,", n) + "\nc,d\n"); }},
      {"csv quotes", 5000, [](std::size_t n) { return reads("a,b\n\"" + repeated("\"\"", n) + "\",1\nc,d\n"); }},
      {"csv open quote", 5000, [](std::size_t n) { return reads("a,b\nc,d\n\"" + repeated("1,2\n", n)); }},
      {"csv quotes that open", 2000, [](std::size_t n) { return reads("a,b\nc,d\n" + repeated("\"x\"y,\"\n", n)); }},
      {"csv widths", 300,
       [](std::size_t n) { return reads("a,b\n" + counted("予以公开,#\n,,\n标题\na,b,c,d,e,f,g\n", n)); }},
      // JSON
      {"json extensions", 1000,
       [](std::size_t n) {
         return json(R"("extensions":[)" +
                     counted(R"({"table":"disclosure.fees","label":"第#行","columns":["a"],"values":["#"]},)", n) +
                     R"({"table":"disclosure.fees","label":"x","columns":[],"values":[]}])");
       }},
      {"json long text", 5000,
       [](std::size_t n) { return json(R"("narrative":{"overview":")" + repeated("公开\\n", n) + "\"}"); }},
      {"json unknown keys", 1000, [](std::size_t n) { return json(counted(R"("k#":1,)", n) + R"("cells":{})"); }},
      {"json one long key", 5000, [](std::size_t n) { return json("\"" + repeated("requests.", n) + "\":1"); }},
      {"json the same cell", 1000,
       [](std::size_t n) {
         return json(R"("cells":{)" + repeated(R"("requests.received.total":1,)", n) + R"("review.total":1})");
       }},
      {"json nested", 5000, [](std::size_t n) { return reads("{\"a\":" + repeated("[", n)); }},
      // Web pages
      {"html paragraphs", 1000, [](std::size_t n) { return page(repeated("<p>一、总体情况，正文。</p>\n", n)); }},
      {"html nested blocks", 10,
       [](std::size_t n) { return page(repeated(repeated("<div>x", 200) + repeated("</div>", 200), n)); }},
      {"html open blocks", 2000, [](std::size_t n) { return page(repeated("<div><p>x", n)); }},
      {"html inline elements", 1000, [](std::size_t n) { return page(repeated("<b>公</b><i>开</i>", n)); }},
      {"html open links", 2000, [](std::size_t n) { return page(repeated("<a href=x>公开", n)); }},
      {"html rows", 500,
       [](std::size_t n) {
         return page("<table>" + counted("<tr><td>（一）予以公开</td><td>#</td><td>2</td></tr>", n) + "</table>");
       }},
      {"html spans", 200,
       [](std::size_t n) {
         return page("<table>" + repeated("<tr>" + repeated("<td rowspan=1000 colspan=1000>1", 5) + "</tr>", n) +
                     "</table>");
       }},
      {"html spans of one row", 500,
       [](std::size_t n) {
         return page("<table><tr>" + repeated("<td rowspan=1000>1<td rowspan=999>1", n) + "</tr>" +
                     repeated("<tr><td>1</td></tr>", n) + "</table>");
       }},
      {"html open cells", 2000, [](std::size_t n) { return page("<table>" + repeated("<tr><td>1", n)); }},
      {"html cells without a table", 2000, [](std::size_t n) { return page(repeated("<tr><td>1</td></tr></tr>", n)); }},
      {"html tiny tables", 1000,
       [](std::size_t n) { return page(repeated("<table><tr><td>1</td><td>2</td></tr></table>", n)); }},
      {"html nested tables", 10,
       [](std::size_t n) {
         return page(repeated(repeated("<table><tr><td>a</td><td>1", 60) + repeated("</td></tr></table>", 60), n));
       }},
      {"html tables in a cell", 1000,
       [](std::size_t n) {
         return page("<table><tr><td>x" + repeated("<table><tr><td>1</td><td>2</td></tr></table>", n) +
                     "</td></tr></table>");
       }},
      {"html pictures in a cell", 1000,
       [](std::size_t n) {
         return page("<table><tr><td>" + repeated("<p>x<img alt=a></p>", n) +
                     "<table><tr><td>1</td><td>2</td></tr></table></td></tr></table>");
       }},
      {"html pictures in rows", 1000,
       [](std::size_t n) {
         return page("<table>" + repeated("<tr><td>1</td><td>2<img alt=a></td></tr>", n) + "<tr><td>" +
                     repeated("x", 700) + "<table><tr><td>1</td><td>2</td></tr></table></td></tr></table>");
       }},
      {"html lines in cells", 1000,
       [](std::size_t n) { return page("<table><tr><td>" + repeated("x<br>", n) + "</td></tr></table>"); }},
      {"html hidden rows", 500,
       [](std::size_t n) {
         return page("<table>" + counted("<tr hidden><td>第#行</td><td>1</td></tr>", n, 100'000) + "</table>");
       }},
      {"html conditions", 3000, [](std::size_t n) { return page(repeated("<![if !x]>x<![endif]>", n)); }},
      {"html conditions begun", 5000, [](std::size_t n) { return page(repeated("<![", n)); }},
      {"html references", 2000, [](std::size_t n) { return page(repeated("&#147;&nbsp &amp;nbsp;&", n)); }},
      {"html brackets", 5000, [](std::size_t n) { return page(repeated("<", n)); }},
      {"html comments begun", 2000, [](std::size_t n) { return page(repeated("<!-- ", n)); }},
      {"html fields", 1000, [](std::size_t n) { return page(counted("<meta name=a# content=\"索引#\">", n)); }},
      {"html descriptions", 1000, [](std::size_t n) { return page("<dl>" + repeated("<dt>a<dd>1", n)); }},
      {"html articles", 1000, [](std::size_t n) { return page(repeated("<div id=zoom>x</div><p>y</p>", n)); }},
      {"html invalid characters", 3000, [](std::size_t n) { return page(repeated("1\x01", n)); }},
      {"html struck out", 2000, [](std::size_t n) { return page(repeated("<del>1</del><s>2</s>", n)); }},
      // Words of a PDF
      {"pdf lines", 300,
       [](std::size_t n) {
         std::string words;
         for (std::size_t i = 0; i < n; ++i) {
           words += pdf_word(50, 20 * i, 100, "公开信息");
         }
         return reads(pdf_words(words));
       }},
      {"pdf words of one line", 300,
       [](std::size_t n) {
         std::string words;
         for (std::size_t i = 0; i < n; ++i) {
           words += pdf_word(20 * i, 50, 10, "1");
         }
         return reads(pdf_words(words));
       }},
      {"pdf words in one place", 300,
       [](std::size_t n) { return reads(pdf_words(repeated(pdf_word(50, 50, 50, "1"), n))); }},
      {"pdf rows and columns", 60,
       [](std::size_t n) {
         std::string words;
         for (std::size_t i = 0; i < n; ++i) {
           for (std::size_t k = 0; k < 8; ++k) {
             words += pdf_word(20 + 70 * k, 20 * i, 20, k == 0 ? "予以公开" : "12");
           }
         }
         return reads(pdf_words(words));
       }},
      {"pdf stairs", 600,
       [](std::size_t n) {
         std::string words;
         for (std::size_t i = 0; i < n; ++i) {
           words += pdf_word(3 * i, 4 * i, 30, "12");
         }
         return reads(pdf_words(words));
       }},
      {"pdf pages", 30,
       [](std::size_t n) {
         return reads(pdf_words(repeated(pdf_word(50, 50, 50, "公开") + pdf_word(150, 50, 50, "1") +
                                             "</page>\n<page width=\"600\" height=\"840\">\n",
                                         n)));
       }},
  };
}

}  // namespace gongkai::growth
