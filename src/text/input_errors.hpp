// What is said where an input passes a limit: which one, and how large it is; and where it is no text.
#pragma once

#include <string>

#include "gongkai/read.hpp"

namespace gongkai {

/// Of bytes, in MiB where they are that many.
inline std::string size_text(std::size_t bytes) {
  constexpr std::size_t mebi = std::size_t{1} << 20U;
  return bytes >= mebi ? std::to_string(bytes / mebi) + " MiB" : std::to_string(bytes) + " B";
}

inline Error input_too_large(std::size_t limit) {
  return {ErrorCode::limit_exceeded,
          "文件太大，超出了读取上限" + size_text(limit) + "。请只保留年度报告正文。",
          "The input is larger than the limit of " + size_text(limit) + ". Keep only the report itself.",
          {}};
}

inline Error document_too_large(const Limits& limits, const Place& place) {
  const std::string most_cells = std::to_string(limits.cells), most_blocks = std::to_string(limits.blocks);
  return {
      ErrorCode::limit_exceeded,
      "文件里的表格或段落太多，超出了读取上限（" + most_cells + "格，" + most_blocks + "段）。请只保留年度报告正文。",
      "The document has more cells or paragraphs than the limits allow (" + most_cells + ", " + most_blocks +
          "). Keep only the report itself.",
      place};
}

inline Error not_unicode() {
  return {
      ErrorCode::malformed,
      "文件里有无法识别的字符。请用原来的程序打开后另存一次再读。",
      "The file holds characters that are no Unicode text. Open it in the program that made it and save it once more.",
      {}};
}

}  // namespace gongkai
