// Takes CSV text (RFC 4180) apart, field by field, as spreadsheets write it: quotes, line breaks inside them, any line
// ending, a byte order mark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::csv {

/// A field with its quotes taken off.
struct Field {
  std::string text;
  std::uint32_t line = 0, column = 0;  ///< where it begins, from 1; column in bytes
  bool ends_record = false;
};

/// Reads a text from its start. Anything is read: a quote inside an unquoted field is a character like others, and text
/// behind a closing quote belongs to the field.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text, char delimiter = ',');

  /// The next field, or false at the end of the text. An empty line is a record of one empty field. Reuse one Field: it
  /// keeps its memory.
  bool next(Field& field);
  /// Whether the text ended inside a quoted field.
  bool is_unterminated() const { return is_unterminated_; }

 private:
  void take_quoted(Field& field);
  bool take_line_end();

  std::string_view rest_;
  char delimiter_;
  std::uint32_t line_ = 1, column_ = 1;
  bool expects_field_ = false;  ///< a delimiter stood last: one more field follows, though it may be empty
  bool is_unterminated_ = false;
};

/// Puts the next record in `fields`; false at the end of the text. Fields beyond `most` are dropped: for tables whose
/// columns are known.
bool next_record(Tokenizer& tokens, std::vector<Field>& fields, std::size_t most);

}  // namespace gongkai::csv
