// bytes -> Document -> Reading: tells formats apart by their content and hands the bytes on.
#include "gongkai/read.hpp"

#include <array>

namespace gongkai {
namespace {

/// A format that is known by its first bytes and cannot be read as text.
struct Foreign {
  std::string_view magic;
  std::string_view name_zh, name_en, advice_zh, advice_en;
};
constexpr std::array foreign{
    Foreign{"%PDF-", "PDF文件", "a PDF", "请先用 pdftotext -layout 转成文本，或使用网页上的文字",
            "convert it with pdftotext -layout"},
    Foreign{"PK\x03\x04", "Word、Excel或压缩文件", "a Word, Excel or ZIP file",
            "请在Word或Excel里另存为纯文本（UTF-8）", "save it as plain text (UTF-8)"},
    Foreign{"\xd0\xcf\x11\xe0", "旧版Word或Excel文件（.doc、.xls、.wps）",
            "an old Word or Excel file (.doc, .xls, .wps)", "请用Word或WPS另存为纯文本（UTF-8）",
            "save it as plain text (UTF-8)"},
    Foreign{"\x89PNG", "图片", "a picture", "请使用带文字的原文件", "use the original with text"},
    Foreign{"\xff\xd8\xff", "图片", "a picture", "请使用带文字的原文件", "use the original with text"},
};

bool is_html(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  const std::string_view head = begin == std::string_view::npos ? std::string_view() : bytes.substr(begin, 15);
  for (const std::string_view tag : {"<!DOCTYPE html", "<!doctype html", "<html", "<HTML", "<table", "<div"}) {
    if (head.substr(0, tag.size()) == tag) {
      return true;
    }
  }
  return false;
}

Error unsupported(std::string_view name_zh, std::string_view name_en, std::string_view advice_zh,
                  std::string_view advice_en) {
  return {ErrorCode::unsupported,
          "这是" + std::string(name_zh) + "，目前只能读取纯文本和Markdown。" + std::string(advice_zh) + "后再读。",
          "This is " + std::string(name_en) + "; only plain text and Markdown can be read so far. To read it, " +
              std::string(advice_en) + ".",
          {}};
}

}  // namespace

Result<Reading> read(std::string_view bytes, const Hints& hints, const Limits& limits) {
  for (const Foreign& format : foreign) {
    if (bytes.substr(0, format.magic.size()) == format.magic) {
      return unsupported(format.name_zh, format.name_en, format.advice_zh, format.advice_en);
    }
  }
  if (is_html(bytes)) {
    return unsupported("网页（HTML）", "an HTML page", "请把网页正文复制到文本文件",
                       "copy the article into a text file");
  }
  const Result<Document> document = decode_text(bytes, limits);
  if (!document) {
    return document.error();
  }
  return interpret(document.value(), hints);
}

}  // namespace gongkai
