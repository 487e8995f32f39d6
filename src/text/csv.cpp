#include "text/csv.hpp"

#include <algorithm>

namespace gongkai::csv {

Tokenizer::Tokenizer(std::string_view text, char delimiter) : rest_(text), delimiter_(delimiter) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (rest_.starts_with(byte_order_mark)) {
    rest_.remove_prefix(byte_order_mark.size());
  }
}

bool Tokenizer::next(Field& field) {
  if (rest_.empty() && !expects_field_) {
    return false;
  }
  field.text.clear();
  field.line = line_;
  field.column = column_;
  field.ends_record = false;
  if (!rest_.empty() && rest_.front() == '"') {
    take_quoted(field);
  }
  const auto ends_field = [this](char c) { return c == delimiter_ || c == '\r' || c == '\n'; };
  const auto size = static_cast<std::size_t>(std::find_if(rest_.begin(), rest_.end(), ends_field) - rest_.begin());
  field.text.append(rest_.substr(0, size));
  rest_.remove_prefix(size);
  column_ += static_cast<std::uint32_t>(size);
  expects_field_ = !rest_.empty() && rest_.front() == delimiter_;
  if (expects_field_) {
    rest_.remove_prefix(1);
    ++column_;
  } else {
    take_line_end();
    field.ends_record = true;
  }
  return true;
}

void Tokenizer::take_quoted(Field& field) {
  rest_.remove_prefix(1);
  ++column_;
  while (!rest_.empty()) {
    const std::size_t size = std::min(rest_.find_first_of("\"\r\n"), rest_.size());
    field.text.append(rest_.substr(0, size));
    rest_.remove_prefix(size);
    column_ += static_cast<std::uint32_t>(size);
    if (take_line_end()) {
      field.text += '\n';
    } else if (!rest_.empty()) {
      const bool is_doubled = rest_.starts_with("\"\"");
      rest_.remove_prefix(is_doubled ? 2 : 1);
      column_ += is_doubled ? 2 : 1;
      if (!is_doubled) {
        return;
      }
      field.text += '"';
    }
  }
  is_unterminated_ = true;
}

bool Tokenizer::take_line_end() {
  if (rest_.empty() || (rest_.front() != '\r' && rest_.front() != '\n')) {
    return false;
  }
  rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
  ++line_;
  column_ = 1;
  return true;
}

bool next_record(Tokenizer& tokens, std::vector<Field>& fields, std::size_t most) {
  fields.clear();
  Field field;
  while (tokens.next(field)) {
    const bool is_last = field.ends_record;
    if (fields.size() < most) {
      fields.push_back(field);
    }
    if (is_last) {
      return true;
    }
  }
  return !fields.empty();
}

}  // namespace gongkai::csv
