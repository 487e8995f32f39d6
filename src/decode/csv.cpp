// CSV and TSV -> Document, as spreadsheets write them: rows padded with empty fields, text in the first column of its
// row, a blank row between tables.
#include "text/csv.hpp"

#include <algorithm>
#include <utility>

#include "decode/check_text.hpp"
#include "gongkai/read.hpp"
#include "text/csv_formula.hpp"
#include "text/input_errors.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

/// A full-width comma is none: it stands in the form's own labels, and no program separates fields by it.
constexpr std::string_view delimiters = ",\t;";

/// The delimiter that Excel's first line "sep=;" names, or '\0'.
char declared_delimiter(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf", sep = "sep=";
  text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  text = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    text = text.substr(1, text.size() - 2);
  }
  const bool names_one = text.size() == sep.size() + 1 && text.starts_with(sep);
  return names_one && delimiters.find(text.back()) != std::string_view::npos ? text.back() : '\0';
}

/// What the records of a text look like when it is taken apart at one delimiter.
struct Shape {
  std::size_t filled_records = 0;
  std::size_t wide_records = 0;  ///< of three fields and more
  std::size_t numbers = 0;       ///< fields behind the first of those that are empty or begin like a number
  std::size_t others = 0;        ///< the rest of them
  std::size_t narrowest = 0, widest = 0;
  bool has_quoted_break = false;  ///< a line break inside quotes, which no other layout of text can hold
};

bool is_number_or_empty(std::string_view field) {
  field = unicode::trim(field);
  const std::size_t digit = std::min(field.find_first_of("0123456789"), field.find("\xef\xbc"));  // full width too
  return field.empty() || (field.size() <= 32 && digit < 4);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether a comma between two fields groups the digits of a number in plain text: 4,557,634.
bool groups_digits(std::string_view field, std::string_view next) {
  constexpr std::size_t group = 3;
  return !field.empty() && is_digit(field.back()) && next.size() >= group &&
         std::all_of(next.begin(), next.begin() + group, is_digit) && (next.size() == group || !is_digit(next[group]));
}

Shape shape_of(std::string_view text, char delimiter) {
  constexpr std::size_t enough = 4'000;  // records; what comes behind them does not change the picture
  csv::Tokenizer tokens(text, delimiter);
  Shape shape;
  csv::Field field;
  std::string previous;
  for (std::size_t record = 0; record < enough; ++record) {
    std::size_t width = 0, numbers = 0;
    bool any = false, is_filled = false, is_text = delimiter == ',';
    while (tokens.next(field)) {
      any = true;
      is_text = is_text && (width == 0 || groups_digits(previous, field.text));
      previous.assign(is_text ? field.text : std::string_view());
      is_filled = is_filled || !unicode::trim(field.text).empty();
      numbers += width != 0 && is_number_or_empty(field.text);
      shape.has_quoted_break = shape.has_quoted_break || field.text.find('\n') != std::string::npos;
      ++width;
      if (field.ends_record) {
        break;
      }
    }
    if (!any) {
      break;
    }
    if (!is_filled) {
      continue;
    }
    if (is_text) {  // each of its commas, if it has any, stands in a number
      width = 1;
    }
    shape.narrowest = shape.filled_records == 0 ? width : std::min(shape.narrowest, width);
    shape.widest = std::max(shape.widest, width);
    ++shape.filled_records;
    if (width >= 3) {
      ++shape.wide_records;
      shape.numbers += numbers;
      shape.others += width - 1 - numbers;
    }
  }
  if (tokens.is_unterminated()) {  // then it was no quote that opened the field
    shape.has_quoted_break = false;
  }
  return shape;
}

/// Lines that plain text shows a table with: cells behind tabs, pipes, or wide gaps.
std::size_t table_lines_of_text(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = unicode::find_ascii(text, '\n', begin);
    const std::string_view line = unicode::trim(text.substr(begin, end - begin));
    lines += text[begin] == '\t' || line.starts_with("|") || line.find('\t') != std::string_view::npos ||
             line.find("   ") != std::string_view::npos;
    begin = end + 1;
  }
  return lines;
}

/// Whether it is worth while to take the text apart at the delimiter: a glance, because all plain text is looked at.
bool may_separate(std::string_view text, char delimiter) {
  constexpr std::size_t fewest = 6;  // three rows of three fields
  std::size_t found = 0;
  for (std::size_t at = text.find(delimiter); at != std::string_view::npos && found < fewest;
       at = text.find(delimiter, at + 1)) {
    const bool is_cell_of_text = delimiter == '\t' && (at == 0 || text[at - 1] == '\n') &&
                                 text.find_first_of("\t\n", at + 1) == text.find('\n', at + 1);
    if (is_cell_of_text) {  // a line with a tab before it and no other is a cell in tab-flattened text
      return false;
    }
    ++found;
  }
  return found >= fewest;
}

char most_likely_delimiter(std::string_view text) {
  char best = '\0';
  std::size_t most = 0;
  for (const char delimiter : delimiters) {
    if (!may_separate(text, delimiter)) {
      continue;
    }
    const Shape shape = shape_of(text, delimiter);
    if (shape.wide_records > most) {
      most = shape.wide_records;
      best = delimiter;
    }
  }
  return best;
}

class CsvDecoder {
 public:
  explicit CsvDecoder(const Limits& limits) : limits_(limits) {
    document_.decoding = {Format::csv, "UTF-8", EncodingReason::valid_utf8};
  }

  Result<Document> run(std::string_view text) {
    const char declared = declared_delimiter(text);
    const char likely = declared != '\0' ? declared : most_likely_delimiter(text);
    csv::Tokenizer tokens(text, likely != '\0' ? likely : ',');
    document_.text.reserve(text.size());
    bool skip = declared != '\0';
    while (take_record(tokens)) {
      if (std::exchange(skip, false)) {
        record_.clear();
        continue;
      }
      place_record();
      if (document_.table_cells.size() > limits_.cells || document_.blocks.size() > limits_.blocks) {
        return document_too_large(limits_, {line_, 1, 0, 0, 0});
      }
    }
    if (document_.blocks.empty()) {
      return Error{
          ErrorCode::empty, "文件里只有空格，没有可读的内容。", "There are only empty fields in the input.", {}};
    }
    return std::move(document_);
  }

 private:
  /// Puts the fields of the next record in `record_`; false at the end. Fields beyond the limit of cells are counted
  /// only.
  bool take_record(csv::Tokenizer& tokens) {
    record_.clear();
    filled_ = 0;
    width_ = 0;
    while (tokens.next(field_)) {
      line_ = field_.line;
      ++width_;
      if (document_.table_cells.size() + record_.size() <= limits_.cells) {
        Document::Cell& cell = record_.emplace_back();
        cell.line = field_.line;
        cell.column = field_.column;
        const std::string_view text = csv::plain(field_.text);
        cell.text = {static_cast<std::uint32_t>(document_.text.size()), static_cast<std::uint32_t>(text.size())};
        document_.text += text;
        filled_ += !unicode::trim(field_.text).empty();
      }
      if (field_.ends_record) {
        return true;
      }
    }
    return width_ != 0;
  }

  void place_record() {
    if (filled_ == 0) {
      in_table_ = false;
    } else if (filled_ == 1 && (width_ == 1 || !in_table_ || is_prose())) {
      in_table_ = false;
      add_paragraph();
    } else {  // among rows, a field alone is a label whose numbers are blank
      add_row();
    }
  }

  const Document::Cell& only_field() const {
    return *std::find_if(record_.begin(), record_.end(),
                         [&](const Document::Cell& cell) { return !unicode::trim(document_.view(cell.text)).empty(); });
  }
  bool is_prose() const { return document_.view(only_field().text).find("。") != std::string_view::npos; }

  /// A paragraph, or one for each line of the field.
  void add_paragraph() {
    const Document::Cell& field = only_field();
    const std::string_view all = document_.view(field.text);
    std::uint32_t line = field.line;
    for (std::size_t begin = 0; begin < all.size(); ++line) {
      const std::size_t end = unicode::find_ascii(all, '\n', begin);
      const std::string_view text = unicode::trim(all.substr(begin, end - begin));
      if (!text.empty()) {
        Document::Block& block = document_.blocks.emplace_back();
        block.text = {static_cast<std::uint32_t>(text.data() - document_.text.data()),
                      static_cast<std::uint32_t>(text.size())};
        block.line = line;
        block.column = begin == 0 ? field.column : 1;
      }
      begin = end + 1;
    }
  }

  void add_row() {
    if (!in_table_) {
      in_table_ = true;
      Document::Block& block = document_.blocks.emplace_back();
      block.kind = Document::BlockKind::table;
      block.line = record_.front().line;
      block.column = record_.front().column;
      block.first_row = static_cast<std::uint32_t>(document_.table_rows.size());
    }
    document_.table_rows.push_back(
        {static_cast<std::uint32_t>(document_.table_cells.size()), static_cast<std::uint32_t>(record_.size())});
    ++document_.blocks.back().row_count;
    document_.table_cells.insert(document_.table_cells.end(), record_.begin(), record_.end());
  }

  const Limits& limits_;
  Document document_;
  bool in_table_ = false;
  // Of the record under way.
  std::vector<Document::Cell> record_;
  std::size_t filled_ = 0, width_ = 0;
  std::uint32_t line_ = 0;
  csv::Field field_;
};

}  // namespace

bool looks_like_csv(std::string_view utf8) {
  if (declared_delimiter(utf8) != '\0') {
    return true;
  }
  const char delimiter = most_likely_delimiter(utf8);
  if (delimiter == '\0') {
    return false;
  }
  const Shape shape = shape_of(utf8, delimiter);
  constexpr std::size_t fewest = 3;  // rows; a sentence with two commas is not a table
  if (shape.wide_records < fewest || shape.numbers < shape.others) {
    return false;
  }
  if (delimiter == '\t') {  // most text with tabs is better read as text
    return shape.has_quoted_break || shape.narrowest == shape.widest;
  }
  return table_lines_of_text(utf8) * 4 < shape.wide_records;
}

Result<Document> decode_csv(std::string_view utf8, const Limits& limits) {
  if (auto error = check_text(utf8, limits)) {
    return *std::move(error);
  }
  return CsvDecoder(limits).run(utf8);
}

}  // namespace gongkai
