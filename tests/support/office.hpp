// Writes small Word and Excel files for tests: a ZIP of parts, each stored as it is unless it is to be packed.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::testing {

/// A part of an archive; the numbers in its headers may be told wrongly to see what the reader makes of it.
struct ZipPart {
  std::string name, bytes;
  bool packed = false;
  std::uint16_t flags = 0;
  std::uint32_t claimed_size = 0;  ///< unpacked, where it is not the true one
};

inline std::string zip(const std::vector<ZipPart>& parts) {
  std::string file, directory;
  const auto put = [](std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
      out.push_back(static_cast<char>(value >> (8 * i)));
    }
  };
  const auto size = [](const std::string& text) { return static_cast<std::uint32_t>(text.size()); };
  for (const ZipPart& part : parts) {
    std::string content = part.bytes;
    if (part.packed) {
      content.assign(compressBound(part.bytes.size()) + 16, '\0');
      z_stream stream{};
      deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.bytes.data()));
      stream.avail_in = size(part.bytes);
      stream.next_out = reinterpret_cast<Bytef*>(content.data());
      stream.avail_out = size(content);
      deflate(&stream, Z_FINISH);
      content.resize(stream.total_out);
      deflateEnd(&stream);
    }
    const auto crc =
        static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(part.bytes.data()), size(part.bytes)));
    std::string common;  // of the header before the part and the one in the directory
    put(common, 20, 2);
    put(common, part.flags, 2);
    put(common, part.packed ? Z_DEFLATED : 0, 2);
    put(common, 0, 4);
    put(common, crc, 4);
    put(common, size(content), 4);
    put(common, part.claimed_size == 0 ? size(part.bytes) : part.claimed_size, 4);
    put(common, size(part.name), 2);
    put(common, 0, 2);
    directory += "PK\x01\x02" + std::string("\x14\0", 2) + common + std::string(10, '\0');
    put(directory, size(file), 4);
    directory += part.name;
    file += "PK\x03\x04" + common + part.name + content;
  }
  const std::uint32_t directory_begin = size(file);
  const auto count = static_cast<std::uint32_t>(parts.size());
  file += directory + "PK\x05\x06" + std::string(4, '\0');
  put(file, count, 2);
  put(file, count, 2);
  put(file, size(directory), 4);
  put(file, directory_begin, 4);
  put(file, 0, 2);
  return file;
}

inline std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  return "<Relationship Id=\"" + std::string(id) +
         "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + std::string(type) +
         "\" Target=\"" + std::string(target) + "\"/>";
}
inline ZipPart relationships(const std::string& path, const std::string& content) {
  return {path, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content +
                    "</Relationships>"};
}
inline const ZipPart content_types{"[Content_Types].xml",
                                   "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"};

/// The parts of a Word file with that body; `more` replaces or adds parts.
struct Docx {
  std::string body;
  std::string styles, numbering;  ///< the contents of their root elements
  std::vector<ZipPart> more;

  std::vector<ZipPart> parts() const {
    const auto root = [](const std::string& name, const std::string& content) {
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + name +
             " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content + "</w:" + name +
             ">";
    };
    std::vector<ZipPart> result{
        content_types,
        relationships("_rels/.rels", relationship("r1", "officeDocument", "word/document.xml")),
        relationships("word/_rels/document.xml.rels",
                      relationship("r1", "styles", "styles.xml") + relationship("r2", "numbering", "numbering.xml")),
        {"word/document.xml", root("document", "<w:body>" + body + "</w:body>")},
        {"word/styles.xml", root("styles", styles)},
        {"word/numbering.xml", root("numbering", numbering)}};
    result.insert(result.end(), more.begin(), more.end());
    return result;
  }
  std::string file() const { return zip(parts()); }
};

/// A sheet of a workbook: the content of its sheetData, what stands behind that, and its state.
struct Sheet {
  std::string rows, behind, before, state = "visible";
};

struct Xlsx {
  std::vector<Sheet> sheets;
  std::string shared_strings, styles, workbook_properties;  ///< the contents of their root elements
  std::vector<ZipPart> more;

  std::vector<ZipPart> parts() const {
    std::string list, links;
    std::vector<ZipPart> result{content_types,
                                relationships("_rels/.rels", relationship("r1", "officeDocument", "xl/workbook.xml"))};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      list += "<sheet name=\"表" + number + "\" sheetId=\"" + number + "\" state=\"" + sheets[i].state + "\" r:id=\"s" +
              number + "\"/>";
      links += relationship("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
      result.push_back({"xl/worksheets/sheet" + number + ".xml", "<worksheet>" + sheets[i].before + "<sheetData>" +
                                                                     sheets[i].rows + "</sheetData>" +
                                                                     sheets[i].behind + "</worksheet>"});
    }
    links += relationship("t1", "sharedStrings", "sharedStrings.xml") + relationship("t2", "styles", "/xl/styles.xml");
    result.push_back(relationships("xl/_rels/workbook.xml.rels", links));
    result.push_back({"xl/workbook.xml",
                      "<workbook xmlns:r=\"r\">" + workbook_properties + "<sheets>" + list + "</sheets></workbook>"});
    result.push_back({"xl/sharedStrings.xml", "<sst>" + shared_strings + "</sst>"});
    result.push_back({"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"});
    result.insert(result.end(), more.begin(), more.end());
    return result;
  }
  std::string file() const { return zip(parts()); }
};

}  // namespace gongkai::testing
