// A table -> the lines that programs make of it which take the text out of a PDF: numbers with single spaces between them,
// empty cells lost, long labels over several lines with the numbers beside, above, below or between them, heads of groups in
// pieces, page numbers and heads again on a new page.
#pragma once

#include "generate/page.hpp"
#include "generate/spec.hpp"

namespace gongkai::testing {

class ExtractedTable {
 public:
  ExtractedTable(const PageBlock& block, const Spec& spec)
      : block_(block),
        dice_(spec.seed, 2000 + static_cast<std::uint32_t>(block.rows.size())),
        style_(static_cast<Style>(Dice(spec.seed, 2001).below(6))),
        page_rows_(Dice(spec.seed, 2002).one_in(3) ? 12 : 1000) {}

  std::string write() && {
    std::size_t row_number = 0;
    for (const PageRow& row : block_.rows) {
      if (++row_number % page_rows_ == 0) {
        new_page();
      }
      std::string numbers;
      std::vector<std::string> labels;
      for (const PageCell& cell : row) {
        if (cell.text.empty()) {
          continue;
        }
        if (cell.is_value) {
          numbers += (numbers.empty() ? "" : " ") + cell.text;
        } else {
          labels.push_back(cell.text);
        }
      }
      const bool is_head = std::none_of(row.begin(), row.end(), [](const PageCell& cell) { return cell.is_value; });
      if (is_head || labels.empty()) {
        head(labels);
        line(numbers);
        continue;
      }
      for (std::size_t i = 0; i + 1 < labels.size(); ++i) {  // heads of groups
        for (const std::string& piece : pieces(labels[i], dice_.one_in(2) ? 3 : 20)) {
          line(piece);
        }
      }
      data_row(pieces(labels.back(), 10 + dice_.below(10)), numbers);
    }
    return std::move(text_);
  }

 private:
  enum class Style : std::uint8_t { behind_last, behind_first, above, below, between, any };

  void line(const std::string& text) { text_ += text.empty() ? "" : text + "\n"; }

  void head(const std::vector<std::string>& labels) {
    std::string all;
    for (const std::string& label : labels) {
      for (const char c : label) {
        all += c == '\n' ? ' ' : c;
      }
      all += " ";
    }
    if (!labels.empty()) {
      all.pop_back();
      heads_.push_back(all);
      line(all);
    }
  }

  void new_page() {
    line("- " + std::to_string(++page_) + " -");
    if (dice_.one_in(2)) {
      for (const std::string& head : heads_) {
        line(head);
      }
    }
  }

  void data_row(const std::vector<std::string>& label, const std::string& numbers) {
    const Style style = style_ == Style::any ? static_cast<Style>(dice_.below(5)) : style_;
    const std::size_t middle = style == Style::above                                  ? 0
                               : style == Style::below || style == Style::behind_last ? label.size()
                               : style == Style::behind_first                         ? 1
                                                                                      : (label.size() + 1) / 2;
    const bool in_line = style == Style::behind_first || style == Style::behind_last;
    for (std::size_t i = 0; i <= label.size(); ++i) {
      if (i == middle && !in_line) {
        line(numbers);
      }
      if (i < label.size()) {
        line(label[i] + (in_line && i + 1 == middle && !numbers.empty() ? " " + numbers : ""));
      }
    }
  }

  /// The text in lines of so many letters.
  static std::vector<std::string> pieces(const std::string& text, std::size_t length) {
    std::vector<std::string> result(1);
    std::size_t letters = 0;
    for (const char c : text) {
      const bool begins_letter = (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
      if (c == '\n') {
        continue;
      }
      if (begins_letter && letters++ == length) {
        result.emplace_back();
        letters = 1;
      }
      result.back() += c;
    }
    return result;
  }

  const PageBlock& block_;
  Dice dice_;
  Style style_;
  std::size_t page_rows_;
  int page_ = 0;
  std::vector<std::string> heads_;
  std::string text_;
};

}  // namespace gongkai::testing
