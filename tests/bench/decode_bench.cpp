// How fast pages and encodings are read, beside the bare parser and the bare converter on the same bytes.
#include <benchmark/benchmark.h>
#include <iconv.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "gongkai/gongkai.hpp"
#include "gongkai/read.hpp"
#include "text/encoding.hpp"

using namespace gongkai;

namespace {

std::string cell(const std::string& text, const std::string& attributes = "") {
  return "<td" + attributes +
         " style=\"border:1px solid #000000;padding:0 7px;\" width=\"86\" valign=\"center\"><p "
         "style=\"text-align:center;"
         "line-height:2;font-family:宋体;\" align=\"center\"><span style=\"font-family:宋体;font-size:14px;\">" +
         text + "</span><span style=\"font-family:宋体;\"><o:p></o:p></span></p></td>\n";
}

/// A page as portals publish it, of about 170 KB: the form's own labels pasted from Word, in the chrome of a site.
const std::string& page() {
  static const std::string html = [] {
    std::string menu;
    std::vector<std::string> rows;
    for (int i = 0; i < 120; ++i) {
      menu += "<li class=\"item\"><a href=\"/col/col" + std::to_string(i) + "/index.html\" target=\"_blank\">栏目" +
              std::to_string(i) + "</a></li>\n";
    }
    for (const RowInfo& row : gongkai::rows) {
      if (!has(row.editions, Edition::form_2021)) {
        continue;
      }
      const std::string key(row.key);
      if (key.rfind("requests", 0) == 0) {
        std::string& html_row = rows.emplace_back("<tr>" + cell(std::string(row.label.zh_2021), " colspan=\"3\""));
        for (int column = 0; column < 7; ++column) {
          html_row += cell(column == 2 ? "&nbsp;" : std::to_string(column));
        }
        html_row += "</tr>\n";
      }
    }
    std::string article = "<p style=\"text-indent:2em\">一、总体情况</p>\n";
    for (int i = 0; i < 60; ++i) {
      article +=
          "<p style=\"text-indent:2em;line-height:2\"><span style=\"font-family:仿宋\">本年度主动公开政府信息若干条，"
          "依法办理公开申请，按时答复，</span><span>加强平台建设和监督保障。</span></p>\n";
    }
    article += "<p>三、收到和处理政府信息公开申请情况</p><table border=\"1\" cellspacing=\"0\"><tbody>";
    for (std::size_t row = 0; article.size() + 2 * menu.size() < 170'000; ++row) {
      article += rows[row % rows.size()];
    }
    article += "</tbody></table>";
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>某局2024年政府信息公开工作年度报告</title>"
           "<script>var a = 1 < 2;</script></head><body><ul>" +
           menu + "</ul><div class=\"TRS_Editor\">" + article + "</div><ul>" + menu + "</ul></body></html>";
  }();
  return html;
}

void set_bytes(benchmark::State& state, std::size_t size) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

void bare_sax_parse(benchmark::State& state) {
  const std::string& html = page();
  if (const char* file = std::getenv("GONGKAI_BENCH_PAGE")) {  // for the comparison with other programs
    std::ofstream(file, std::ios::binary) << html;
  }
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElement = [](void*, const xmlChar*, const xmlChar**) {};
  sax.endElement = [](void*, const xmlChar*) {};
  sax.characters = sax.ignorableWhitespace = sax.cdataBlock = [](void*, const xmlChar*, int) {};
  for (auto _ : state) {
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size()));
    *parser->sax = sax;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    benchmark::DoNotOptimize(htmlParseDocument(parser));
    htmlFreeParserCtxt(parser);
  }
  set_bytes(state, html.size());
}
void html_to_document(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(decode_html(page()).value().table_cells.size());
  }
  set_bytes(state, page().size());
}
void page_to_findings(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(check(read(page()).value()).findings.size());
  }
  set_bytes(state, page().size());
}

const std::string& page_in_gb18030() {
  static const std::string bytes = [] {
    std::string in = page(), out(in.size() * 2, '\0');
    const iconv_t converter = iconv_open("GB18030", "UTF-8");
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size(), room = out.size();
    iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    out.resize(out.size() - room);
    return out;
  }();
  return bytes;
}
void iconv_from_gb18030(benchmark::State& state) {
  std::string in = page_in_gb18030(), out(in.size() * 2, '\0');
  for (auto _ : state) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size(), room = out.size();
    benchmark::DoNotOptimize(iconv(converter, &from, &left, &to, &room));
    iconv_close(converter);
  }
  set_bytes(state, in.size());
}
void gb18030_to_utf8(benchmark::State& state) {
  const std::string& bytes = page_in_gb18030();
  for (auto _ : state) {
    benchmark::DoNotOptimize(unicode::to_utf8(bytes, "").value().text().size());
  }
  set_bytes(state, bytes.size());
}
void utf8_to_utf8(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(unicode::to_utf8(page(), "").value().text().size());
  }
  set_bytes(state, page().size());
}

BENCHMARK(bare_sax_parse);
BENCHMARK(html_to_document);
BENCHMARK(page_to_findings);
BENCHMARK(iconv_from_gb18030);
BENCHMARK(gb18030_to_utf8);
BENCHMARK(utf8_to_utf8);

}  // namespace
