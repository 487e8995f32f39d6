// A ZIP file of reports, read as a folder: a report in it is named 年报.zip/甲镇.docx.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/read.hpp"
#include "office/archive.hpp"

namespace gongkai::cli {

/// In bytes.
inline constexpr std::size_t most_zip_bytes = std::size_t{1} << 30U;

/// The files of an archive in memory.
class ZipFolder {
 public:
  /// `bytes` are the whole archive.
  static Result<ZipFolder> open(std::string bytes);

  /// Their names, in UTF-8, sorted, without folders and what Mac OS adds.
  std::vector<std::string> names() const;
  /// A file by such a name. Each may be as large as an input of its own.
  Result<Part> unpack(std::string_view name);

 private:
  struct Named {
    std::string shown, stored;
  };
  std::optional<Error> open_again();

  std::unique_ptr<const std::string> bytes_;
  std::optional<Archive> archive_;
  std::vector<Named> files_;
};

/// Where a path leads into a ZIP file that is there.
struct PathInZip {
  std::string archive, file;
};
std::optional<PathInZip> path_in_zip(const std::string& path);

/// Whether the name ends as that of a ZIP file does.
bool is_zip_name(std::string_view path);

}  // namespace gongkai::cli
