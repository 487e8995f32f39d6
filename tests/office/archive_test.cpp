// Archives: what is in them is told apart by their parts, and damage, tricks and bombs are refused.
#include "office/archive.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "gongkai/read.hpp"
#include "support/office.hpp"
#include "text/utf8.hpp"

using namespace gongkai;
using testing::Docx;
using testing::zip;
using testing::ZipPart;

namespace {

Error error_of(const std::string& bytes, const Limits& limits = {}) {
  const auto document = decode(bytes, {}, limits);
  REQUIRE_FALSE(document);
  CHECK_FALSE(document.error().message_zh.empty());
  CHECK_FALSE(document.error().message_en.empty());
  CHECK(unicode::find_invalid(document.error().message_zh) == std::string_view::npos);
  CHECK(unicode::find_invalid(document.error().message_en) == std::string_view::npos);
  return document.error();
}
ArchiveKind kind_of(const std::vector<ZipPart>& parts) {
  const auto kind = archive_kind(zip(parts), {});
  REQUIRE(kind);
  return kind.value();
}
Docx small_document() {
  return {"<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>", "", "", {}};
}

}  // namespace

TEST_CASE("the parts of an archive say what it is") {
  const ZipPart types{"[Content_Types].xml", "<Types/>"};
  CHECK(kind_of({types, {"word/document.xml", ""}}) == ArchiveKind::docx);
  CHECK(kind_of({types, {"xl/workbook.xml", ""}}) == ArchiveKind::xlsx);
  CHECK(kind_of({types, {"xl/workbook.bin", ""}}) == ArchiveKind::xlsb);
  CHECK(kind_of({types, {"ppt/presentation.xml", ""}}) == ArchiveKind::pptx);
  CHECK(kind_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", ""}}) == ArchiveKind::odt);
  CHECK(kind_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", ""}}) ==
        ArchiveKind::ods);
  CHECK(kind_of({{"OFD.xml", ""}}) == ArchiveKind::ofd);
  CHECK(kind_of({{"uof.xml", ""}}) == ArchiveKind::uof);
  CHECK(kind_of({{"年报.docx", ""}}) == ArchiveKind::other);
}

TEST_CASE("an archive that cannot be read is refused with what to do instead") {
  const Error ofd = error_of(zip({{"OFD.xml", ""}}));
  CHECK(ofd.code == ErrorCode::unsupported);
  CHECK(ofd.message_zh.find("WPS") != std::string::npos);
  CHECK(ofd.message_zh.find(".docx") != std::string::npos);
  const Error odt = error_of(zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", ""}}));
  CHECK(odt.message_en.find("save it as .docx") != std::string::npos);
  CHECK(error_of(zip({{"年报.docx", "x"}})).message_zh.find("解压") != std::string::npos);
}

TEST_CASE("names of parts are found without regard to case, and with the slashes of other systems") {
  auto pieces = small_document().parts();
  for (ZipPart& part : pieces) {
    if (part.name == "word/document.xml") {
      part.name = "Word\\Document.xml";
    }
  }
  CHECK(decode(zip(pieces)));
}

TEST_CASE("a part that is there twice is refused where it is needed") {
  auto pieces = small_document().parts();
  pieces.push_back({"word/document.xml", "<other/>"});
  CHECK(error_of(zip(pieces)).code == ErrorCode::malformed);
}

TEST_CASE("a message names a part in UTF-8, whatever bytes its name has") {
  const std::string names[] = {"xl/wor\xc7kbook.xml", "xl/workbook.xml"};
  const auto relationships = [](const std::string& target) {
    return R"(<Relationships><Relationship Id="a" Type="t/officeDocument" Target=")" + target +
           R"("/></Relationships>)";
  };
  const ZipPart types{"[Content_Types].xml", "<Types/>"};
  CHECK(error_of(zip({types, {"_rels/.rels", relationships(names[0])}, {names[1], "<workbook/>"}})).code ==
        ErrorCode::malformed);
  for (const char* const content : {"<workbook", "<workbook/>"}) {  // there, once damaged and once twice
    error_of(zip({types, {"_rels/.rels", relationships(names[0])}, {names[0], content}, {names[1], content}}));
  }
  error_of(zip({types,
                {"_rels/.rels", relationships(names[0])},
                {names[0], "<workbook/>"},
                {names[0], "<workbook/>"},
                {names[1], ""}}));
}

TEST_CASE("an encrypted part is refused by name of the reason") {
  auto pieces = small_document().parts();
  for (ZipPart& part : pieces) {
    part.flags = part.name == "word/document.xml" ? 1 : 0;
  }
  const Error error = error_of(zip(pieces));
  CHECK(error.code == ErrorCode::unsupported);
  CHECK(error.message_zh.find("密码") != std::string::npos);
}

TEST_CASE("a part that unpacks to far more than it was packed in is a bomb") {
  auto pieces = small_document().parts();
  pieces[3].bytes = "<w:document>" + std::string(std::size_t{8} << 20U, ' ') + "</w:document>";
  pieces[3].packed = true;
  CHECK(error_of(zip(pieces)).code == ErrorCode::limit_exceeded);
  Limits limits;
  limits.unpacked_ratio = 2'000;
  CHECK(error_of(zip(pieces), limits).code == ErrorCode::empty);
}

TEST_CASE("a part that claims another size than it has is damaged, however much it claims") {
  for (const std::uint32_t claimed : {1U, 100U, 900'000U, 0xfffffff0U}) {
    auto pieces = small_document().parts();
    pieces[3].claimed_size = claimed;
    for (const bool packed : {false, true}) {
      pieces[3].packed = packed;
      const ErrorCode code = error_of(zip(pieces)).code;
      CHECK((code == ErrorCode::malformed || code == ErrorCode::limit_exceeded));
    }
  }
}

TEST_CASE("every limit of archives is kept") {
  const std::string file = small_document().file();
  Limits limits;
  limits.bytes = file.size() - 1;
  CHECK(error_of(file, limits).code == ErrorCode::limit_exceeded);
  limits = {};
  limits.archive_entries = 5;
  CHECK(error_of(file, limits).code == ErrorCode::limit_exceeded);
  limits.archive_entries = 6;
  CHECK(decode(file, {}, limits));
  limits.unpacked_bytes = 500;
  CHECK(error_of(file, limits).code == ErrorCode::limit_exceeded);
}

TEST_CASE("a file cut off anywhere, or with any byte changed, gives a document or an error") {
  const std::string file = small_document().file();
  constexpr std::size_t without_loss = 3;  // what ends the file are zeros
  for (std::size_t size = 4; size < file.size() - without_loss; ++size) {
    CHECK_FALSE(decode(std::string_view(file).substr(0, size)));
  }
  std::size_t refused = 0;
  std::mt19937 random(4);
  for (std::size_t i = 4; i < file.size(); ++i) {
    std::string damaged = file;
    damaged[i] = static_cast<char>(random());
    refused += !decode(damaged);
  }
  CHECK(refused > file.size() / 2);
}

TEST_CASE("random bytes behind the mark of an archive are refused") {
  std::mt19937 random(5);
  for (int i = 0; i < 500; ++i) {
    std::string bytes = "PK\x03\x04";
    for (std::size_t size = random() % 300; size > 0; --size) {
      bytes.push_back(static_cast<char>(random()));
    }
    CHECK(error_of(bytes).code == ErrorCode::malformed);
  }
}
