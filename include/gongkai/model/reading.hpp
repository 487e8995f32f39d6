// What a reader knows of a document besides the numbers: where each value stood, and what could not be read.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/catalog.hpp"
#include "gongkai/model/about_fields.hpp"
#include "gongkai/report.hpp"

namespace gongkai {

/// A place in a source document. Numbers count from 1; 0 means unknown or not applicable.
struct Place {
  std::uint32_t line = 0, column = 0;  ///< in the source text, column in bytes; the row and column of a sheet; of a
                                       ///< Word file, the paragraph
  std::uint32_t table = 0, row = 0, cell = 0;
  std::uint32_t page = 0;  ///< of a PDF; the sheet of a workbook
  constexpr bool is_known() const { return line != 0 || table != 0 || page != 0; }
  friend constexpr bool operator==(const Place&, const Place&) = default;
};

/// What the reader made of a cell of the form.
enum class CellState : std::uint8_t {
  not_in_form,  ///< the document's form has no such cell
  absent,       ///< the form has it, but its row was not found in the document
  blank,        ///< found, and nothing (or a mark for nothing such as "/") is written there
  read,
  unreadable,  ///< found, but what is written there cannot be taken as one number
  inferred,    ///< found among others; only the form's equations, or the report's text, say that this is its number
};

/// Where a cell of the form stood and what was written there.
struct Source {
  CellState state = CellState::not_in_form;
  Place place;
  std::string text;  ///< as written, trimmed
};

/// What the reader noticed.
enum class NoteKind : std::uint8_t {
  unparsable,        ///< the cell's text is not a number
  fused,             ///< digits of several cells run together
  not_integer,       ///< a count with decimals
  out_of_range,      ///< more digits than any count of the form can have
  row_length,        ///< a row has fewer or more cells than its table has columns
  row_missing,       ///< a row of the form was not found
  doubtful,          ///< a blank cell beside a loose number that may belong into it
  loose_number,      ///< a number that stands in no cell
  unlabelled_row,    ///< a row of numbers without a label
  duplicate_row,     ///< a second row for cells that were already read; the first counts
  unknown_row,       ///< a row that is not on the official form; kept as an extension
  label_variant,     ///< a label that differs from the official text but was recognised
  unit_missing,      ///< an amount without a unit in head, cell or note; taken as yuan
  unit_conflict,     ///< the cell names another unit than the head of its column
  charset_conflict,  ///< the file declares another encoding than it is written in
  hidden_row,        ///< a row that the document hides; read all the same
  tracked_change,    ///< unaccepted changes: insertions are read, deletions and struck-out text are not
  picture,           ///< a picture where a table of the form is expected
  skipped_table,     ///< a table that is not of the form
  further_report,    ///< the document holds another report behind this one
  damaged_text,      ///< bytes that mean nothing in the file's encoding; U+FFFD stands in their place
  torn_row,          ///< a row's label stands apart from numbers of which it cannot be said whether they are the row's
  inferred,          ///< numbers of a table that only the form's equations settle; the text is the table's title
  uncalculated,      ///< a formula without its result
  covered,           ///< what stands in a cell below a merged one, which programs do not show; not read
  unit_implied,      ///< an amount without a unit that is finer than 分 in yuan; taken as 万元
  unit_other,        ///< the head names 元 where the form prints 万元; read in the head's unit
  unit_unprinted,    ///< the head lacks the unit that the form prints there; taken as the form's
  inferred_alone,    ///< digits of a table that can be parted in one way only; the text is the table's title
  inferred_stated,  ///< digits of a row that are the numbers the report's text states; the text is the row and the words
};

/// What a kind of note means, in words.
constexpr Label describe(NoteKind kind) {
  constexpr Label labels[] = {
      {"不是数字", "not a number"},
      {"几格的数字连在一起", "digits of several cells run together"},
      {"不是整数", "not a whole number"},
      {"数字过长", "too many digits"},
      {"这一行的格数与表头不符", "the row has another number of cells than its head"},
      {"没有找到这一行", "row not found"},
      {"空白格旁有一个没有归属的数", "a blank beside a loose number"},
      {"没有归属的数", "a number outside any cell"},
      {"一行数字没有行名", "a row of numbers without a label"},
      {"同一行出现了两次，以前一行为准", "the row appears twice; the first counts"},
      {"格式以外的行，原样保留", "not a row of the form; kept as written"},
      {"文字与统一格式不同，已识别", "differs from the form's wording; recognised"},
      {"没有写明单位，按元读取", "no unit stated; taken as yuan"},
      {"单位与表头不一致，按格内单位读取", "another unit than the head's; the cell's is used"},
      {"文件声明的编码与实际不符，按实际编码读取", "declares another encoding than it is written in"},
      {"文件里隐藏的行，照样读取", "a hidden row; read all the same"},
      {"文件里有未接受的修订：插入的已读，删除的未读", "unaccepted changes: insertions read, deletions not"},
      {"这里是图片，图片里的数无法读取", "a picture; numbers in it cannot be read"},
      {"不是年报格式的表，没有读取", "not a table of the form; not read"},
      {"文件里还有另一份报告", "the document holds another report"},
      {"文件里有无法识别的字节，以“�”代替", "bytes that mean nothing in the file's encoding"},
      {"行名与数字错开，不知哪些数是这一行的",
       "the label stands apart from the numbers; which are the row's is not known"},
      {"这个表有数连在一起或与行名错开，按表内勾稽关系唯一成立的一种读法推定",
       "numbers of the table ran together or stand apart from their labels; inferred as the only ones that its "
       "equations allow"},
      {"公式没有存下结果", "a formula without its result"},
      {"被合并的单元格盖住的内容，没有读取", "covered by a merged cell; not read"},
      {"没有写明单位，小数多于两位，只可能是万元，按万元读取", "no unit stated; so many decimals can only be of 万元"},
      {"表头的单位是元，统一格式是万元，按元读取", "the head says 元 where the form says 万元; read as yuan"},
      {"表头没有写明单位，按统一格式的万元读取", "the head lacks its unit; taken as the form's 万元"},
      {"这个表有数连在一起，每格都要有数时只有一种拆法，按此推定",
       "numbers of the table ran together; inferred where their digits can be parted in one way only"},
      {"几格的数连在一起，按正文写明的各数推定",
       "digits of several cells run together; inferred as the numbers that the text states"},
  };
  return labels[static_cast<std::size_t>(kind)];
}

/// One thing that the reader noticed, with its place and the text in question.
struct Note {
  NoteKind kind{};
  Place place;
  std::int16_t row = -1;   ///< index into `rows`, or -1
  std::int16_t cell = -1;  ///< index into `cells`, or -1
  std::string text;        ///< as written
};

/// How sure a conclusion from a name is.
enum class Confidence : std::uint8_t {
  none,
  likely,   ///< most bodies with such a name are; shown, but no rule relies on it
  certain,  ///< the name says it
  given,    ///< the caller said it
};

/// The rank and kind of body that its name suggests.
struct Standing {
  Level level = Level::unknown;
  Kind kind = Kind::unknown;
  Confidence confidence = Confidence::none;
};

/// A section heading as it was found.
struct Heading {
  int section = 0;
  Place place;
  std::string text;
  bool is_by_number = false;  ///< only its order number and its place say which section it opens
};

/// A text of the report that runs on in sentences.
enum class Prose : std::uint8_t {
  overview,       ///< Narrative::overview
  problems,       ///< Narrative::problems_and_improvements
  other_matters,  ///< Narrative::other_matters
  beside_tables,  ///< Reading::table_text
};

/// Where a paragraph of a text stood.
struct Passage {
  Prose prose{};
  std::uint32_t begin = 0;  ///< its first byte in that text
  Place place;
};

/// The formats that can be read.
enum class Format : std::uint8_t { unknown, text, html, docx, xlsx, csv, json, pdf_layout };

/// Why bytes were taken to be in an encoding.
enum class EncodingReason : std::uint8_t {
  given,            ///< the format says it (Word and Excel files)
  byte_order_mark,  ///< the file begins with one
  valid_utf8,       ///< the bytes are valid UTF-8, whatever the file declares
  declared,         ///< the file declares it, and the bytes are valid in it
  detected,         ///< nothing valid is declared; the bytes are valid in it and read as Chinese
};

/// How bytes became text.
struct Decoding {
  Format format = Format::unknown;
  std::string_view encoding = "UTF-8";  ///< name of the encoding that the bytes were in; a literal
  EncodingReason reason = EncodingReason::given;
};

/// A report as read from a document. No value is guessed: a cell without a number has a state that says why.
struct Reading {
  Report report;
  Decoding decoding;
  Standing standing;         ///< About::level and kind have it only where it is certain or given
  bool has_document = true;  ///< false: read from data (JSON, cells in CSV): no places, no text around the tables
  About said;                ///< as Report::about, but of the document alone: what it says where a hint says otherwise
  std::vector<AboutField>
      contradicted;  ///< where a hint says otherwise, in the order of Hints; report.about has the hint
  /// By index. An array would be 14 KiB of the stack.
  std::vector<Source> sources = std::vector<Source>(cell_count);
  std::vector<Note> notes;          ///< in document order, then by row of the form
  std::vector<Heading> headings;    ///< in document order
  std::string table_text;           ///< text in sections two to four outside the tables
  std::vector<Passage> passages;    ///< in document order
  std::vector<std::string> sheets;  ///< of a workbook, their names; Place::page counts them
  Date written_date;  ///< the date that the report itself bears, where the page gives another of publication
  bool ends_with_tables = false;  ///< nothing stands behind the last row of section four, not even a closing word

  /// The heading of a section, or nullptr where it was not found.
  const Heading* find_heading(int section) const {
    for (const Heading& heading : headings) {
      if (heading.section == section) {
        return &heading;
      }
    }
    return nullptr;
  }

  /// Where the byte of a text stood in the document.
  Place find_place(Prose prose, std::uint32_t offset) const {
    Place place;
    for (const Passage& passage : passages) {
      if (passage.prose == prose && passage.begin <= offset) {
        place = passage.place;
        place.column += place.column == 0 ? 0 : offset - passage.begin;
      }
    }
    return place;
  }
};

/// The document of a reading; nullptr where it was read from data and there is none to look at.
inline const Reading* document_of(const Reading& reading) {
  return reading.has_document ? &reading : nullptr;
}

}  // namespace gongkai
