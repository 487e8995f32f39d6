// The report in Markdown: headings, text, and tables of pipes.
#include "encode/plain_tables.hpp"
#include "gongkai/write.hpp"

namespace gongkai {
namespace {

/// A row of cells. Pipes would end a cell, line breaks the row.
void add_row(std::string& out, const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) {
    out += "| ";
    for (const char c : cell) {
      if (c == '|') {
        out += '\\';
      }
      out += c == '\n' || c == '\r' ? ' ' : c;
    }
    out += ' ';
  }
  out += "|\n";
}

}  // namespace

std::string to_markdown(const Report& report) {
  std::string out;
  write_plain(report, {
                          [&](std::string_view title) { out.append("# ").append(title).append("\n"); },
                          [&](const std::vector<std::string>& head) {
                            out += '\n';
                            add_row(out, head);
                            for (std::size_t i = 0; i < head.size(); ++i) {
                              out += "|---";
                            }
                            out += "|\n";
                          },
                          [&](const std::vector<std::string>& row) { add_row(out, row); },
                          [&](std::string_view heading) { out.append("\n## ").append(heading).append("\n"); },
                          [&](std::string_view caption) { out.append("\n### ").append(caption).append("\n"); },
                          [&](std::string_view paragraph) { out.append("\n").append(paragraph).append("\n"); },
                      });
  return out;
}

}  // namespace gongkai
