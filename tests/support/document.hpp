// Takes what a decoder gave, and shows a decoded document as plain lists, for tests of the decoders.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "gongkai/document/document.hpp"
#include "gongkai/model/result.hpp"

namespace gongkai::testing {

using Rows = std::vector<std::vector<std::string>>;

/// The document, where there must be one, of the format that it says it is.
inline Document decoded(Result<Document> document, Format format) {
  REQUIRE(document);
  CHECK(document->decoding.format == format);
  return std::move(document).value();
}
/// Why it was refused, where it must be; said in both languages.
inline Error refused(const Result<Document>& document) {
  REQUIRE_FALSE(document);
  CHECK_FALSE(document.error().message_zh.empty());
  CHECK_FALSE(document.error().message_en.empty());
  return document.error();
}

/// The cells of the document's table of that number, from 0, row by row.
inline Rows table(const Document& document, std::size_t wanted = 0) {
  Rows result;
  for (const Document::Block& block : document.blocks) {
    if (block.kind == Document::BlockKind::table && wanted-- == 0) {
      for (const Document::Row& row : document.rows_of(block)) {
        result.emplace_back();
        for (const Document::Cell& cell : document.cells_of(row)) {
          result.back().emplace_back(document.view(cell.text));
        }
      }
    }
  }
  return result;
}
inline std::vector<std::string> paragraphs(const Document& document) {
  std::vector<std::string> result;
  for (const Document::Block& block : document.blocks) {
    if (block.kind == Document::BlockKind::paragraph) {
      result.emplace_back(document.view(block.text));
    }
  }
  return result;
}

}  // namespace gongkai::testing
