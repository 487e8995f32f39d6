// The parts of a ZIP archive in memory: what Word, Excel and other office programs pack their documents in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gongkai/read.hpp"

struct zlib_filefunc64_def_s;  // of minizip

namespace gongkai {

/// A part of an archive, unpacked. The bytes may be worked on in place.
struct Part {
  std::unique_ptr<char[]> bytes;
  std::size_t size = 0;
  std::string_view view() const { return {bytes.get(), size}; }
};

/// An archive opened for reading. The bytes and the limits must outlive it.
class Archive {
 public:
  /// Errors: malformed, or limit_exceeded for too many entries.
  static Result<Archive> open(std::string_view bytes, const Limits& limits);

  /// The names of the parts, in the order of the archive's directory.
  std::vector<std::string> names() const;
  /// Whether there is a part of that name. Names of parts are compared without case, as office programs do.
  bool holds(std::string_view name) const;
  /// Whether the name of a part begins so.
  bool holds_under(std::string_view folder) const;

  /// Unpacks a part. Errors: malformed where it is absent, damaged or there twice; unsupported where it is encrypted;
  /// limit_exceeded by Limits::unpacked_bytes, which counts all parts together, or Limits::unpacked_ratio.
  Result<Part> unpack(std::string_view name);

 private:
  struct Memory {
    std::string_view bytes;
    std::size_t position = 0;
  };
  struct Close {
    void operator()(void* handle) const;
  };
  struct Entry {
    std::string name;
    std::uint64_t directory_offset = 0, number = 0;
  };
  /// The parts of one name.
  struct Named {
    std::size_t first = 0, count = 0;  ///< an index into entries_
  };
  static zlib_filefunc64_def_s memory_functions(Memory& memory);

  std::unique_ptr<Memory> memory_;  // the handle points to it
  std::unique_ptr<void, Close> handle_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, Named> by_name_;  // in small letters
  const Limits* limits_ = nullptr;
  std::size_t unpacked_ = 0;
};

/// What kind of document an archive is, as its parts show.
enum class ArchiveKind : std::uint8_t { docx, xlsx, xlsb, pptx, odt, ods, ofd, uof, other };

/// Tells the kind of an archive in memory; an error where it cannot be opened.
Result<ArchiveKind> archive_kind(std::string_view bytes, const Limits& limits);

}  // namespace gongkai
