// bytes -> Document: tells formats apart by their content, then by the hint, and hands the bytes on.
#include <array>

#include "decode/archive.hpp"
#include "gongkai/read.hpp"

namespace gongkai {
namespace {

bool begins_with(std::string_view bytes, std::string_view head) {
  return bytes.substr(0, head.size()) == head;
}

/// A format that is known by its first bytes and that nothing here reads.
struct Foreign {
  std::string_view magic;
  Label name, advice;
};
constexpr std::array foreign{
    Foreign{"%PDF-",
            {"PDF文件", "a PDF"},
            {"请先用 pdftotext -layout 转成文本，或使用网页上的文字", "convert it with pdftotext -layout"}},
    Foreign{
        "\xd0\xcf\x11\xe0",
        {"旧版Word、Excel或WPS文件（.doc、.xls、.wps、.et），或加了密码的文件",
         "an old Word, Excel or WPS file (.doc, .xls, .wps, .et), or one with a password"},
        {"请用Word或WPS打开（有密码的先去掉密码），另存为.docx或.xlsx",
         "open it in Word, WPS or LibreOffice, take off the password if it has one, and save it as .docx or .xlsx"}},
    Foreign{"\x89PNG", {"图片", "a picture"}, {"请使用带文字的原文件", "use the original with text"}},
    Foreign{"\xff\xd8\xff", {"图片", "a picture"}, {"请使用带文字的原文件", "use the original with text"}},
};

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

Error unsupported(const Label& name, const Label& advice) {
  return {ErrorCode::unsupported,
          "这是" + std::string(name.zh) + "，不能直接读取。" + std::string(advice.zh) + "后再读。",
          "This is " + std::string(name.en) + ", which cannot be read as it is. To read it, " + std::string(advice.en) +
              ".",
          {}};
}

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

bool is_html(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  const std::string_view head = begin == std::string_view::npos ? std::string_view() : bytes.substr(begin, 15);
  for (const std::string_view tag : {"<!DOCTYPE html", "<!doctype html", "<html", "<HTML", "<table", "<div"}) {
    if (begins_with(head, tag)) {
      return true;
    }
  }
  return false;
}

}  // namespace

Result<Document> decode(std::string_view bytes, const Hints&, const Limits& limits) {
  for (const Foreign& format : foreign) {
    if (begins_with(bytes, format.magic)) {
      return unsupported(format.name, format.advice);
    }
  }
  if (begins_with(bytes, "PK\x03\x04")) {
    return decode_archive(bytes, limits);
  }
  if (is_html(bytes)) {
    return unsupported({"网页（HTML）", "an HTML page"},
                       {"请把网页正文复制到文本文件", "copy the article into a text file"});
  }
  return decode_text(bytes, limits);
}

}  // namespace gongkai
