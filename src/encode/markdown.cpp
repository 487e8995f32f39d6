// The report in Markdown: headings, text, and tables of pipes.
#include "encode/plain_tables.hpp"
#include "gongkai/write.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// A row of cells. Pipes would end a cell, line breaks the row.
void add_row(std::string& out, const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) {
    out += "| ";
    for (const char c : unicode::without_controls(cell)) {
      if (c == '|') {
        out += '\\';
      }
      out += c == '\n' ? ' ' : c;
    }
    out += ' ';
  }
  out += "|\n";
}

}  // namespace

std::string to_markdown(const Report& report) {
  std::string out;
  const auto line = [&out](std::string_view before, std::string_view text) {
    out.append(before).append(unicode::without_controls(text)).append("\n");
  };
  write_plain(report, {
                          [&](std::string_view title) { line("# ", title); },
                          [&](const std::vector<std::string>& head) {
                            out += '\n';
                            add_row(out, head);
                            for (std::size_t i = 0; i < head.size(); ++i) {
                              out += "|---";
                            }
                            out += "|\n";
                          },
                          [&](const std::vector<std::string>& row) { add_row(out, row); },
                          [&](std::string_view heading) { line("\n## ", heading); },
                          [&](std::string_view caption) { line("\n### ", caption); },
                          [&](std::string_view paragraph) { line("\n", paragraph); },
                      });
  return out;
}

}  // namespace gongkai
