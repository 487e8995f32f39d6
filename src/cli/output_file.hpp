// A file that results are written to piece by piece.
#pragma once

#include <optional>
#include <string>
#include <system_error>

#include "terminal.hpp"

namespace gongkai::cli {

/// Writes beside the file and puts the result in its place at the end: what stood there is lost only to a whole new one,
/// which has its mode. A link stays one, and what it leads to is written.
class OutputFile {
 public:
  OutputFile() = default;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  /// False where there can be no such file; error() says why.
  bool open(const std::string& path);
  bool is_open() const { return output_.has_value(); }
  Output& output() { return *output_; }
  /// False where something could not be written; error() says why.
  bool finish();
  std::error_code error() const { return error_; }

 private:
  bool open_partial(const std::string& target, bool is_private);

  std::string target_, partial_;  ///< empty: written to as it is
  int descriptor_ = -1;
  std::error_code error_;
  std::optional<Output> output_;
};

/// Writes a file whole; an error where that fails.
std::error_code write_file(const std::string& path, std::string_view bytes);

/// Whether the name has this ending, in small letters or capitals.
bool ends_in(std::string_view path, std::string_view ending);

/// Whether the output is the same file as the input ("-": the standard input), by whatever name or link.
bool would_overwrite(const std::string& output, const std::string& input);

/// The percent-encoded address of a file as seen from another, which is to be written ("": the standard output, which most
/// likely goes to a file of the working folder); empty for the standard input.
std::string link_to(const std::string& path, const std::string& from);

}  // namespace gongkai::cli
