// A page -> plain text in its ways of showing a table, Markdown, CSV and TSV.
#pragma once

#include "generate/drawn_grid.hpp"
#include "generate/extracted_table.hpp"
#include "generate/page.hpp"
#include "generate/spec.hpp"

namespace gongkai::testing {

/// Lines that a portal puts before and behind the article.
inline std::vector<std::string> lines_before(const Page& page) {
  const std::string year = std::to_string(page.year + 1);
  return {"首页 > 政务公开 > 政府信息公开年报",
          "索 引 号：11330400/" + year + "-00317",
          "发布机构：" + page.authority,
          "发布日期：" + year + "-01-20",
          "文 号：无",
          "字体：大 中 小　浏览次数：1284",
          "分享到："};
}
inline std::vector<std::string> lines_behind(const Page&) {
  return {"扫一扫在手机打开当前页",
          "相关文档",
          "主办：某人民政府办公室　承办：某信息中心",
          "网站标识码：3304000012",
          "浙ICP备05000001号-1",
          "【打印本页】【关闭窗口】"};
}

class TextWriter {
 public:
  TextWriter(const Page& page, const Spec& spec) : page_(page), spec_(spec) {}

  std::string write() && {
    const bool chrome = spec_.has(Oddity::chrome);
    if (spec_.layout == Layout::markdown) {
      text_ += "# ";
    }
    if (chrome && spec_.layout != Layout::markdown) {
      for (const std::string& line : lines_before(page_)) {
        paragraph(line);
      }
    }
    paragraph(page_.title);
    for (const PageBlock& block : page_.blocks) {
      if (block.kind == PageBlock::Kind::table) {
        table(block);
      } else {
        if (block.kind == PageBlock::Kind::heading && spec_.layout == Layout::markdown) {
          text_ += "\n## ";
        }
        paragraph(block.text);
      }
    }
    if (chrome) {
      for (const std::string& line : lines_behind(page_)) {
        paragraph(line);
      }
    }
    return std::move(text_);
  }

 private:
  char delimiter() const { return spec_.layout == Layout::tsv ? '\t' : spec_.seed % 3 == 0 ? ';' : ','; }
  bool is_csv() const { return spec_.layout == Layout::csv || spec_.layout == Layout::tsv; }
  /// Spreadsheets pad every row to the width of the sheet; scripts do not.
  bool is_padded() const { return spec_.layout == Layout::tsv || (spec_.layout == Layout::csv && spec_.seed % 2 == 0); }

  void paragraph(const std::string& text) {
    if (is_csv()) {
      field(text);
      pad(1);
    } else {
      text_ += text;
    }
    text_ += spec_.layout == Layout::markdown ? "\n\n" : "\n";
  }

  void table(const PageBlock& block) {
    switch (spec_.layout) {
      case Layout::flattened:
        for (const PageRow& row : block.rows) {
          text_ += "\n";
          for (const PageCell& cell : row) {
            text_ += "\t" + cell.text + "\n";
          }
        }
        text_ += "\n\n";
        return;
      case Layout::aligned:
        for (const PageRow& row : block.rows) {
          aligned_row(row);
        }
        text_ += "\n";
        return;
      case Layout::running:
        for (const PageRow& row : block.rows) {
          for (const PageCell& cell : row) {
            text_ += on_one_line(cell.text);
          }
        }
        text_ += "\n";
        return;
      case Layout::extracted:
        text_ += ExtractedTable(block, spec_).write();
        return;
      case Layout::piped:
        piped_rows(block);
        return;
      case Layout::drawn:
        text_ += DrawnGrid(block, spec_).write();
        return;
      default:
        grid(block);
        return;
    }
  }

  /// A pipe behind each cell and more to fill up the row, as programs write that make text of web pages: a row a line, or a
  /// cell a line with its pipe in the same line or below.
  void piped_rows(const PageBlock& block) {
    std::size_t width = 0;
    for (const PageRow& row : block.rows) {
      std::size_t columns = 0;
      for (const PageCell& cell : row) {
        columns += cell.columns;
      }
      width = std::max(width, columns);
    }
    enum class Style : std::uint8_t { row_a_line, framed_row, cell_a_line, pipe_below };
    const auto style = static_cast<Style>(Dice(spec_.seed, 2003).below(4));
    const bool is_row_a_line = style == Style::row_a_line || style == Style::framed_row;
    for (const PageRow& row : block.rows) {
      text_ += style == Style::framed_row ? "| " : "";
      for (const PageCell& cell : row) {
        const std::string line = on_one_line(cell.text);
        const bool is_blank = line.find_first_not_of(" \u00a0\u3000") == std::string::npos;
        const std::string text = is_blank ? "" : line;
        const bool is_below = style == Style::pipe_below && !text.empty();
        text_ += text + (is_below ? "\n" : text.empty() ? "" : " ") + "|" + (is_row_a_line ? " " : "\n");
      }
      if (width > row.size()) {
        text_ += std::string(width - row.size(), '|') + (is_row_a_line ? "" : "\n");
      }
      text_ += is_row_a_line ? "\n" : "";
    }
  }

  void aligned_row(const PageRow& row) {
    const char* gap = "";
    for (const PageCell& cell : row) {
      const std::string text = on_one_line(cell.text);
      if (!text.empty()) {
        text_ += gap + text;
        gap = "    ";
      }
    }
    text_ += "\n";
  }

  void grid(const PageBlock& block) {
    const auto rows = grid_of(block.rows);
    if (is_csv()) {
      pad(0);
      text_ += "\n";
    }
    bool is_first = true;
    for (const auto& row : rows) {
      if (spec_.layout == Layout::markdown) {
        markdown_row(row);
        if (is_first) {
          text_ += "|";
          for (std::size_t i = 0; i < row.size(); ++i) {
            text_ += "---|";
          }
          text_ += "\n";
        }
      } else {
        for (std::size_t i = 0; i < row.size(); ++i) {
          if (i != 0) {
            text_ += is_csv() ? delimiter() : '\t';
          }
          if (row[i] != nullptr) {
            is_csv() ? field(row[i]->text) : static_cast<void>(text_ += on_one_line(row[i]->text));
          }
        }
        if (is_csv()) {
          pad(row.size());
        }
        text_ += "\n";
      }
      is_first = false;
    }
    if (is_csv()) {
      pad(0);
    }
    text_ += "\n";
  }

  void markdown_row(const std::vector<const PageCell*>& row) {
    text_ += "|";
    for (const PageCell* cell : row) {
      text_ += " " + (cell == nullptr ? std::string() : on_one_line(cell->text)) + " |";
    }
    text_ += "\n";
  }

  void field(const std::string& text) {
    const bool quote = text.find_first_of(std::string("\"\n\r") + delimiter()) != std::string::npos;
    if (!quote) {
      text_ += text;
      return;
    }
    text_ += '"';
    for (const char c : text) {
      text_ += c == '"' ? "\"\"" : std::string(1, c);
    }
    text_ += '"';
  }
  void pad(std::size_t fields) {
    constexpr std::size_t sheet_width = 18;
    for (; is_padded() && fields < sheet_width; ++fields) {
      if (fields != 0) {
        text_ += delimiter();
      }
    }
  }

  static std::string on_one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
      line += c == '\n' ? "" : std::string(1, c);
    }
    return line;
  }

  const Page& page_;
  const Spec& spec_;
  std::string text_;
};

}  // namespace gongkai::testing
