// Finds the files that the command line names, and reads reports from them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "gongkai/message.hpp"
#include "gongkai/read.hpp"
#include "zip_folder.hpp"

namespace gongkai::cli {

/// Why a file could not be read.
struct Problem {
  std::string code;  ///< name of the ErrorCode, or "io"
  std::string zh, en;
  Place where;
  bool is_report = true;  ///< it is meant as one, as far as can be told; not: passed by in a folder

  const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
};

/// Why a file cannot be read or written, in words, without a full stop.
std::string reason(std::error_code error, Language language);

/// A file to check.
struct File {
  std::string path;
  std::optional<std::size_t> folder;  ///< the named folder it was found in, as an index of Files::folders
  std::optional<Problem> problem;     ///< known already while looking for it
};
struct Files {
  std::vector<File> files;
  std::vector<std::string> folders;
};

/// The files named, with folders, and ZIP files, replaced by the regular files in them, sorted; hidden ones and links to folders left
/// out.
Files find_files(const std::vector<std::string>& paths);

/// A report as read.
struct Loaded {
  Reading reading;
  std::optional<Problem> problem;  ///< where there is one, the rest is empty
  bool is_converted = false;       ///< LibreOffice did it, before it was read

  /// The reading where it is of a document, else nullptr.
  const Reading* document() const { return document_of(reading); }
};

/// Reads files one after the other into the same memory.
class Loader {
 public:
  explicit Loader(const Hints& hints) : hints_(hints) {}
  /// Reads a report; "-" is the standard input.
  Loaded load(const std::string& path);
  /// Reads every report in a file; at least one Loaded, which has the problem where there is one.
  std::vector<Loaded> load_all(const std::string& path);
  /// The names of the files in a ZIP file.
  std::optional<Problem> names_in_zip(const std::string& path, std::vector<std::string>& names);
  /// The names on the standard input, each of which ends in `end`; the last one may do without, and empty ones are none.
  std::optional<Problem> load_names(char end, std::vector<std::string>& names);
  /// Whether the file is there and was written by `gongkai check`.
  bool is_own_result(const std::string& path);
  /// Reads a file that is no report and hands its bytes to `take`, which gives a Result<T>.
  template <class Take, class T>
  std::optional<Problem> load_other(const std::string& path, Take take, T& value) {
    if (std::optional<Problem> problem = read_bytes(path)) {
      return problem;
    }
    Result<T> result = take(std::string_view(bytes_).substr(0, size_));
    if (!result) {
      return problem_of(result.error(), {});
    }
    value = std::move(result).value();
    return std::nullopt;
  }

 private:
  /// Reads a file, or one in a ZIP file.
  std::optional<Problem> read_bytes(const std::string& path);
  std::optional<Problem> read_file(const std::string& path, std::size_t limit);
  std::optional<Problem> open_zip(const std::string& path);
  /// Reads what decode() can take: of a PDF its words. `bytes` lasts until the next file is read.
  std::optional<Problem> read_document(const std::string& path, std::string_view& bytes);
  static Problem problem_of(const Error& error, std::string_view bytes);

  Hints hints_;
  std::string bytes_;
  std::string words_;  ///< of a PDF; or a document as LibreOffice converted it
  bool is_converted_ = false;
  std::optional<ZipFolder> zip_;  ///< the one last read from
  std::string zip_path_;
  std::size_t size_ = 0;
};

}  // namespace gongkai::cli
