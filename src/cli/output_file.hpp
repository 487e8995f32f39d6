// A file that results are written to piece by piece.
#pragma once

#include <optional>
#include <string>

#include "terminal.hpp"

namespace gongkai::cli {

/// Writes beside the file and puts the result in its place at the end: what stood there is lost only to a whole new one.
class OutputFile {
 public:
  OutputFile() = default;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  /// False where there can be no such file.
  bool open(const std::string& path);
  bool is_open() const { return output_.has_value(); }
  Output& output() { return *output_; }
  /// False where something could not be written.
  bool finish();

 private:
  std::string path_, partial_;
  int descriptor_ = -1;
  std::optional<Output> output_;
};

/// Where the report with this number goes, from 0: 年报.json, 年报-2.json ...
std::string numbered(const std::string& path, std::size_t index);

/// Writes a file whole; false where that fails.
bool write_file(const std::string& path, std::string_view bytes);

}  // namespace gongkai::cli
