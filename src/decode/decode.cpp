// bytes -> Document: tells formats apart by their content, then by the hint, and hands the bytes on.
#include <algorithm>
#include <array>
#include <new>
#include <optional>

#include "decode/markup.hpp"
#include "decode/valid_text.hpp"
#include "gongkai/model/contains.hpp"
#include "gongkai/read.hpp"
#include "office/archive.hpp"
#include "text/cut.hpp"
#include "text/encoding.hpp"
#include "text/out_of_memory.hpp"
#include "text/pdf_header.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// ---- What the bytes show ----

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

bool is_ole(std::string_view bytes) {
  return bytes.starts_with("\xd0\xcf\x11\xe0");
}
/// The names of an OLE file's streams stand in its directory in UTF-16.
template <const auto& stream>
bool is_ole_with(std::string_view bytes) {
  constexpr std::size_t size = sizeof(stream) - 1;
  std::array<char, 2 * size> name{};
  for (std::size_t i = 0; i < size; ++i) {
    name[2 * i] = stream[i];
  }
  return is_ole(bytes) && contains(bytes, {name.data(), name.size()});
}
constexpr char word_stream[] = "WordDocument";
constexpr char excel_stream[] = "Workbook";
constexpr char encrypted_stream[] = "EncryptedPackage";

bool is_picture(std::string_view bytes) {
  return bytes.starts_with("\x89PNG") || bytes.starts_with("\xff\xd8\xff") || bytes.starts_with("GIF8") ||
         bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)) ||
         (bytes.starts_with("BM") && bytes.size() >= 10 && bytes.substr(6, 4) == std::string_view("\0\0\0\0", 4)) ||
         (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP");
}
bool is_archive(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b") || bytes.starts_with("Rar!") || bytes.starts_with("7z\xbc\xaf\x27\x1c") ||
         bytes.starts_with(std::string_view("\xfd"
                                            "7zXZ\0",
                                            6)) ||
         (bytes.starts_with("BZh") && bytes.size() >= 10 && bytes.substr(4, 6) == "1AY&SY");
}
bool is_rtf(std::string_view bytes) {
  return bytes.starts_with("{\\rtf");
}

// ---- What the text shows ----

constexpr std::size_t head_size = 4096;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool begins_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char wanted, char c) { return lower(c) == wanted; });
}

/// The beginning of a text, without the character that the cut would go through.
std::string_view head_of(std::string_view text) {
  return unicode::cut(text, head_size);
}

bool is_mhtml(std::string_view text) {
  const std::string_view head = head_of(text);
  return head.find("MIME-Version:") != npos && head.find("multipart/related") != npos;
}
bool is_word_xml(std::string_view text) {
  const std::string_view head = head_of(text);
  return unicode::trim(head).starts_with("<?xml") &&
         (contains(head, "progid=\"Word.Document\"") || contains(head, "<w:wordDocument") ||
          contains(head, "<pkg:package"));
}
bool is_excel_xml(std::string_view text) {
  const std::string_view head = head_of(text);
  return unicode::trim(head).starts_with("<?xml") &&
         (contains(head, "progid=\"Excel.Sheet\"") || contains(head, "urn:schemas-microsoft-com:office:spreadsheet"));
}
/// Looks like a page of XHTML but for its <doc>.
bool is_pdf_layout(std::string_view text) {
  const std::string_view head = text.substr(0, std::size_t{1} << 16U);  // a PDF may say much of itself first
  return head.find("<doc>") != npos && head.find("<page width=") != npos;
}
bool is_json(std::string_view text) {
  text = unicode::trim(head_of(text));
  return text.starts_with("{") && unicode::trim(text.substr(1)).starts_with("\"");
}
/// Whether some line of the text is one.
template <class IsIt>
bool any_line(std::string_view text, IsIt is_it) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = unicode::find_ascii(text, '\n', begin);
    if (is_it(text.substr(begin, end - begin))) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}
/// The rule below the head of a table in Markdown.
bool is_table_rule(std::string_view line) {
  return line.starts_with("|") && line.find("---") != npos && line.find_first_not_of("|-: \r") == npos;
}
bool is_markdown_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks > 0 && marks < line.size() && line[marks] == ' ';
}

bool is_markdown(std::string_view text) {
  return any_line(text, [](std::string_view line) { return is_table_rule(line) || is_markdown_heading(line); });
}

/// A page or a part of one: begins with a tag, or holds a table written in tags. Markdown may hold one in lines of its own.
bool is_html(std::string_view text) {
  if (begins_with_tag(text)) {
    return !any_line(text, is_table_rule);
  }
  std::optional<bool> markdown;  // looked at once, and only where there is such a tag
  for (std::size_t i = text.find('<'); i != npos; i = text.find('<', i + 1)) {
    const std::string_view tag = text.substr(i + 1, 16);
    if (begins_with_word(tag, "table") || begins_with_word(tag, "td") || begins_with_word(tag, "html")) {
      const std::size_t line = text.find_last_of('\n', i) + 1;
      markdown = markdown ? markdown : is_markdown(text);
      if (text[line] != '<' || begins_with_word(tag, "td") || !*markdown) {
        return true;
      }
      i = std::min(text.find("</table>", i), text.size() - 1);
    }
  }
  return false;
}

// ---- The formats ----

Error unsupported(const Label& name, const Label& advice) {
  return {ErrorCode::unsupported,
          "这是" + std::string(name.zh) + "，不能直接读取。" + std::string(advice.zh) + "后再读。",
          "This is " + std::string(name.en) + ", which cannot be read as it is. To read it, " + std::string(advice.en) +
              ".",
          {}};
}

/// A format that comes as an archive and that nothing here reads.
struct ForeignArchive {
  ArchiveKind kind;
  Label name, advice;
};
constexpr std::array foreign_archives{
    ForeignArchive{ArchiveKind::odt,
                   {"OpenDocument文字文件（.odt）", "an OpenDocument text (.odt)"},
                   {"请用LibreOffice或Word打开，另存为.docx", "open it in LibreOffice or Word and save it as .docx"}},
    ForeignArchive{ArchiveKind::ods,
                   {"OpenDocument表格文件（.ods）", "an OpenDocument spreadsheet (.ods)"},
                   {"请用LibreOffice或Excel打开，另存为.xlsx", "open it in LibreOffice or Excel and save it as .xlsx"}},
    ForeignArchive{
        ArchiveKind::ofd,
        {"版式文件（.ofd）", "an OFD layout file (.ofd)"},
        {"请改用排版前的Word或WPS原件（.docx）；没有原件的，用WPS打开，另存为.docx或带文字的PDF",
         "use the Word or WPS original (.docx), or open it in WPS and save it as .docx or as a PDF with text"}},
    ForeignArchive{ArchiveKind::uof,
                   {"标文通文件（.uof、.uot、.uos）", "a UOF file (.uof, .uot, .uos)"},
                   {"请用WPS打开，另存为.docx或.xlsx", "open it in WPS and save it as .docx or .xlsx"}},
    ForeignArchive{ArchiveKind::xlsb,
                   {"二进制Excel工作簿（.xlsb）", "a binary workbook (.xlsb)"},
                   {"请用Excel打开，另存为.xlsx", "open it in Excel and save it as .xlsx"}},
    ForeignArchive{ArchiveKind::pptx,
                   {"演示文稿（.pptx）", "a presentation (.pptx)"},
                   {"请使用报告的Word文件或网页", "use the report's Word file or web page"}},
    ForeignArchive{ArchiveKind::other,
                   {"压缩文件", "a ZIP archive"},
                   {"请先解压，再读里面的报告文件", "unpack it and read the report inside"}},
};

Result<Document> decode_archive(std::string_view bytes, const Limits& limits) {
  const Result<ArchiveKind> kind = archive_kind(bytes, limits);
  if (!kind) {
    return kind.error();
  }
  for (const ForeignArchive& archive : foreign_archives) {
    if (archive.kind == kind.value()) {
      return unsupported(archive.name, archive.advice);
    }
  }
  return kind.value() == ArchiveKind::xlsx ? decode_xlsx(bytes, limits) : decode_docx(bytes, limits);
}

/// A format that is known by its content: how it is read, or, where it is not, which program saves it as something
/// that is.
struct Known {
  Format format;
  bool (*shows)(std::string_view);
  Result<Document> (*decode)(std::string_view, const Limits&);
  Label name, advice;
};

/// Known by their bytes; the more particular first.
constexpr Known by_bytes[] = {
    {Format::unknown, is_zip, decode_archive, {"Word、Excel或压缩文件", "a Word, Excel or ZIP file"}, {}},
    {Format::unknown,
     is_ole_with<encrypted_stream>,
     nullptr,
     {"加了密码的Word或Excel文件", "a Word or Excel file with a password"},
     {"请用Word、Excel或WPS打开，去掉密码后另存", "open it in Word, Excel or WPS, take the password off and save it"}},
    {Format::unknown,
     is_ole_with<word_stream>,
     nullptr,
     {"旧版Word或WPS文字文件（.doc、.wps）", "an old Word or WPS file (.doc, .wps)"},
     {"请用Word或WPS打开，另存为.docx", "open it in Word or WPS and save it as .docx"}},
    {Format::unknown,
     is_ole_with<excel_stream>,
     nullptr,
     {"旧版Excel或WPS表格文件（.xls、.et）", "an old Excel or WPS file (.xls, .et)"},
     {"请用Excel或WPS打开，另存为.xlsx", "open it in Excel or WPS and save it as .xlsx"}},
    {Format::unknown,
     is_ole,
     nullptr,
     {"旧版Office文件", "an old Office file"},
     {"请用Word、Excel或WPS打开，另存为.docx或.xlsx", "open it in Word, Excel or WPS and save it as .docx or .xlsx"}},
    {Format::unknown,
     is_pdf,
     nullptr,
     {"PDF文件", "a PDF"},
     {"请先用 pdftotext -bbox-layout 转换（软件包 poppler-utils），读取转换的结果",
      "pass the output of pdftotext -bbox-layout (package poppler-utils) instead"}},
    {Format::unknown,
     is_picture,
     nullptr,
     {"图片", "a picture"},
     {"图片里的数字无法读取，请使用带文字的原文件（Word、网页或PDF）",
      "use the original with text (Word, web page or PDF)"}},
    {Format::unknown,
     is_archive,
     nullptr,
     {"压缩文件", "a compressed archive"},
     {"请先解压，再选择里面的报告", "unpack it and choose the report inside"}},
    {Format::unknown,
     is_rtf,
     nullptr,
     {"RTF文件", "an RTF file"},
     {"请用Word、WPS或写字板打开，另存为.docx", "open it in Word or WPS and save it as .docx"}},
};

/// Known by their text, in whatever encoding; the more particular first. What none of them is, is plain text.
constexpr Known by_text[] = {
    {Format::unknown,
     is_mhtml,
     nullptr,
     {"单个文件网页（.mht、.mhtml）", "a single-file web page (.mht, .mhtml)"},
     {"请用浏览器打开，另存为“网页，仅HTML”（.html）", "open it in a browser and save it as HTML only"}},
    {Format::unknown,
     is_word_xml,
     nullptr,
     {"Word 2003的XML文件", "a Word 2003 XML file"},
     {"请用Word或WPS打开，另存为.docx", "open it in Word or WPS and save it as .docx"}},
    {Format::unknown,
     is_excel_xml,
     nullptr,
     {"Excel 2003的XML文件", "an Excel 2003 XML file"},
     {"请用Excel或WPS打开，另存为.xlsx", "open it in Excel or WPS and save it as .xlsx"}},
    {Format::pdf_layout,
     is_pdf_layout,
     decode_pdf_layout,
     {"pdftotext -bbox-layout 的输出", "the output of pdftotext -bbox-layout"},
     {}},
    {Format::json,
     is_json,
     nullptr,
     {"JSON数据", "JSON data"},
     {"请改用读取JSON的命令或函数（report_from_json）", "use the command or function for JSON (report_from_json)"}},
    {Format::html, is_html, decode_html, {"网页", "a web page"}, {}},
    {Format::csv, looks_like_csv, decode_csv, {"CSV表格", "CSV"}, {}},
};

Result<Document> decode_as(const Known& known, std::string_view bytes, const Limits& limits) {
  if (known.decode != nullptr) {
    return known.decode(bytes, limits);
  }
  return unsupported(known.name, known.advice);
}

Result<Document> decode_known_text(std::string_view text, const Hints& hints, const Limits& limits) {
  for (const Known& known : by_text) {
    // Commas alone show CSV less clearly than a word of the caller.
    if (known.shows(text) && !(known.format == Format::csv && hints.format == Format::text)) {
      return decode_as(known, text, limits);
    }
  }
  for (const Known& known : by_text) {
    if (hints.format != Format::unknown && known.format == hints.format && known.decode != nullptr) {
      return known.decode(text, limits);
    }
  }
  return decode_valid_text(text, limits);
}

/// Says how the bytes became text, and where that was not plain.
void note_encoding(const unicode::Utf8& utf8, std::string_view declared, std::string_view bytes, Document& document) {
  document.decoding.encoding = utf8.encoding;
  document.decoding.reason = utf8.reason;
  const auto note = [&](NoteKind kind, std::string_view text, std::string_view before) {
    Note& added = document.notes.emplace_back();
    added.kind = kind;
    added.place.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    added.text = text;
  };
  if (utf8.is_declared_wrongly) {
    note(NoteKind::charset_conflict, declared,
         bytes.substr(0, static_cast<std::size_t>(declared.data() - bytes.data())));
  }
  if (utf8.damaged != 0) {
    note(NoteKind::damaged_text, std::to_string(utf8.damaged), utf8.text().substr(0, utf8.first_damage));
  }
}

Result<Document> decode_bytes(std::string_view bytes, const Hints& hints, const Limits& limits) {
  if (bytes.empty()) {
    return Error{ErrorCode::empty, "文件是空的，没有可读的内容。", "The input is empty.", {}};
  }
  for (const Known& known : by_bytes) {
    if (known.shows(bytes)) {
      return decode_as(known, bytes, limits);
    }
  }
  const std::string_view declared = unicode::declared_encoding(bytes);
  const Result<unicode::Utf8> utf8 = unicode::to_utf8(bytes, declared, limits);
  if (!utf8) {
    return utf8.error();
  }
  Result<Document> document = decode_known_text(utf8.value().text(), hints, limits);
  if (document) {
    note_encoding(utf8.value(), declared, bytes, document.value());
  }
  return document;
}

}  // namespace

Result<Document> decode(std::string_view bytes, const Hints& hints, const Limits& limits) {
  return with_memory_watched([&] { return decode_bytes(bytes, hints, limits); });
}

}  // namespace gongkai
