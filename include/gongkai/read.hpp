// Reading published reports: bytes -> Document -> Reading. Implemented in the library gongkai::gongkai.
//
// Behind this door: document/ (what a format can say) and model/ (what a reading holds).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "gongkai/document/document.hpp"
#include "gongkai/model/reading.hpp"
#include "gongkai/model/result.hpp"

namespace gongkai {

/// How much of untrusted input is worked on before it is refused with ErrorCode::limit_exceeded.
struct Limits {
  std::size_t bytes = std::size_t{64} << 20U;  ///< of input; a report is rarely over 1 MiB
  std::size_t cells = 200'000;                 ///< of all tables together
  std::size_t blocks = 1'000'000;              ///< paragraphs, tables and pictures
  std::size_t depth = 256;                     ///< of elements in one another, in HTML and XML; in Word 64 at most
  std::size_t span = 1'000;                    ///< of rows or columns by one cell; a larger span is cut to it
  std::size_t archive_entries = 2'000;         ///< in a Word or Excel file
  std::size_t unpacked_bytes = std::size_t{256} << 20U;  ///< of the parts of an archive that are read, together
  std::size_t unpacked_ratio = 200;                      ///< unpacked to packed size of one part, above the first MiB
};

/// What the caller knows and the document may not say. A hint wins over what the document seems to say.
struct Hints {
  Format format = Format::unknown;  ///< tried where the content does not show the format
  std::optional<int> year;
  std::optional<Level> level;
  std::optional<Kind> kind;
  std::optional<Extent> coverage;
  std::optional<Date> publication_date;
  std::string_view authority;
  bool infer = true;  ///< whether numbers that only the form's equations settle are given, as CellState::inferred
};

/// Decodes plain text: one paragraph a line, and tables written with a tab before each cell (an empty line ends a row),
/// with tabs or wide gaps between cells, or as Markdown pipes. The bytes must be UTF-8, with or without BOM.
Result<Document> decode_text(std::string_view bytes, const Limits& limits = {});

/// Decodes a web page, or a part of one, in UTF-8: paragraphs, tables with their spans, pictures; <title> and <meta> as
/// properties. A table that holds another is layout: of its rows, those that look like data stay rows and the others
/// become paragraphs. Of a page with a known article container (#UCAP-CONTENT, .TRS_Editor, #zoom ...) the navigation,
/// lists of links and footers around it are left out; descriptions, headings and tables are kept.
/// What a browser would not show is left out (display:none, <template>, <script> ...), except hidden rows and filled
/// hidden cells of a table, which are read with NoteKind::hidden_row, and a page all of whose tables are hidden, which
/// is read whole. <del> and text that is struck out are left out with NoteKind::tracked_change.
Result<Document> decode_html(std::string_view utf8, const Limits& limits = {});

/// Decodes a Word document (.docx) as Word shows it: insertions that are not yet accepted are read and deletions are not,
/// hidden text, headers, footers, notes and tables of contents are left out, numbers that Word sets before paragraphs by
/// itself are written out. A table of one cell is a frame around paragraphs, and so are the cells of a row that holds
/// further tables.
Result<Document> decode_docx(std::string_view bytes, const Limits& limits = {});

/// Decodes a workbook (.xlsx): the sheets in their order, hidden ones last; Block::page, Cell::line and Cell::column are
/// the sheet, row and column. Empty rows end a table; a row with one text alone, set over the whole width or before any
/// table row, is a paragraph. A number reads as its cell shows it, to 15 digits, unrounded by its format.
Result<Document> decode_xlsx(std::string_view bytes, const Limits& limits = {});

/// Decodes what `pdftotext -bbox-layout` (Debian package poppler-utils) prints for a PDF: words with their boxes, from
/// which rows and columns are found again. A PDF that holds only pictures of its pages is ErrorCode::unsupported.
Result<Document> decode_pdf_layout(std::string_view utf8, const Limits& limits = {});

/// Decodes CSV: fields set apart by commas, semicolons or tabs, whichever the text seems to use or its first line says
/// ("sep=;"), with quotes as in RFC 4180. A row with one filled field is a paragraph, or within a table a label whose
/// numbers are blank; a blank row ends a table. The bytes must be UTF-8, with or without BOM.
Result<Document> decode_csv(std::string_view utf8, const Limits& limits = {});

/// Whether valid UTF-8 has the shape of CSV that decode_csv() reads better than decode_text().
bool looks_like_csv(std::string_view utf8);

/// Decodes bytes in any format that can be read: the content says which, and where it does not, Hints::format.
Result<Document> decode(std::string_view bytes, const Hints& hints = {}, const Limits& limits = {});

/// Finds the report in a document. Errors only where it holds no annual report at all (ErrorCode::not_a_report);
/// whatever could not be read inside one is in Reading::notes and Reading::sources.
Result<Reading> interpret(const Document& document, const Hints& hints = {});

/// Finds every report in a document that holds those of several bodies, one after the other. interpret() gives the first
/// and notes the others.
Result<std::vector<Reading>> interpret_all(const Document& document, const Hints& hints = {});

/// Reads a report from bytes: a document in any format that can be read, or JSON of schema "gongkai.report/1", which
/// gives a reading without a document.
Result<Reading> read(std::string_view bytes, const Hints& hints = {}, const Limits& limits = {});

/// Reads every report in the bytes.
Result<std::vector<Reading>> read_all(std::string_view bytes, const Hints& hints = {}, const Limits& limits = {});

}  // namespace gongkai
