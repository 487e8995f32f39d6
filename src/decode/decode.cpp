// bytes -> Document: tells formats apart by their content, then by the hint, and hands the bytes on.
#include <array>

#include "gongkai/read.hpp"
#include "unicode/utf8.hpp"

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
    Foreign{"PK\x03\x04",
            {"Word、Excel或压缩文件", "a Word, Excel or ZIP file"},
            {"请在Word或Excel里另存为纯文本（UTF-8）", "save it as plain text (UTF-8)"}},
    Foreign{"\xd0\xcf\x11\xe0",
            {"旧版Word或Excel文件（.doc、.xls、.wps）", "an old Word or Excel file (.doc, .xls, .wps)"},
            {"请用Word或WPS另存为纯文本（UTF-8）", "save it as plain text (UTF-8)"}},
    Foreign{"\x89PNG", {"图片", "a picture"}, {"请使用带文字的原文件", "use the original with text"}},
    Foreign{"\xff\xd8\xff", {"图片", "a picture"}, {"请使用带文字的原文件", "use the original with text"}},
};

Error unsupported(const Label& name, const Label& advice) {
  return {ErrorCode::unsupported,
          "这是" + std::string(name.zh) + "，不能直接读取。" + std::string(advice.zh) + "后再读。",
          "This is " + std::string(name.en) + ", which cannot be read as it is. To read it, " + std::string(advice.en) +
              ".",
          {}};
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

Result<Document> decode(std::string_view bytes, const Hints& hints, const Limits& limits) {
  for (const Foreign& format : foreign) {
    if (begins_with(bytes, format.magic)) {
      return unsupported(format.name, format.advice);
    }
  }
  if (is_html(bytes)) {
    return unsupported({"网页（HTML）", "an HTML page"},
                       {"请把网页正文复制到文本文件", "copy the article into a text file"});
  }
  const bool may_be_csv = hints.format != Format::text && unicode::find_invalid(bytes) == std::string_view::npos;
  return may_be_csv && (hints.format == Format::csv || looks_like_csv(bytes)) ? decode_csv(bytes, limits)
                                                                              : decode_text(bytes, limits);
}

}  // namespace gongkai
