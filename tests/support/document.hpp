// Shows a decoded document as plain lists, for tests of the decoders.
#pragma once

#include <string>
#include <vector>

#include "gongkai/document/document.hpp"

namespace gongkai::testing {

using Rows = std::vector<std::vector<std::string>>;

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
