// Finds the parts of ZIP archives with minizip, which is given the bytes in memory instead of a file, and inflates them.
#include "office/archive.hpp"

#include <minizip/unzip.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

#include "text/input_errors.hpp"
#include "text/utf8.hpp"

namespace gongkai {
namespace {

Error malformed(std::string_view part) {
  const std::string name = unicode::repaired(part);
  return {ErrorCode::malformed,
          "文件不完整或已损坏" + (name.empty() ? std::string() : "（其中的“" + name + "”读不出来）") +
              "。请重新下载，或用原来的程序打开后另存一次再读。",
          "The file is incomplete or damaged" + (name.empty() ? std::string() : " (its part " + name + ")") +
              ". Download it again, or open it in the program that made it and save it once more.",
          {}};
}
Error too_large(std::string_view part, const Limits& limits) {
  const std::string name = unicode::repaired(part);
  return {ErrorCode::limit_exceeded,
          "文件里的“" + name + "”解压后太大，超出了读取上限（" + size_text(limits.unpacked_bytes) + "，压缩" +
              std::to_string(limits.unpacked_ratio) + "倍）。",
          "The part " + name + " of the file is larger, unpacked, than the limit of " +
              size_text(limits.unpacked_bytes) + " or than any real one is.",
          {}};
}

/// False where the bytes are not, deflated, those of the part from beginning to end.
bool inflate_into(Part& part, std::string_view packed) {
  z_stream stream{};
  constexpr int raw = -MAX_WBITS;  // no header of zlib's own
  if (inflateInit2(&stream, raw) != Z_OK) {
    throw std::bad_alloc();
  }
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, &inflateEnd);
  constexpr std::size_t largest_piece = std::size_t{1} << 30U;  // zlib counts in int
  std::size_t taken = 0, filled = 0;
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())) + taken;  // zlib only reads it
    stream.avail_in = static_cast<uInt>(std::min(packed.size() - taken, largest_piece));
    stream.next_out = reinterpret_cast<Bytef*>(part.bytes.get()) + filled;
    stream.avail_out = static_cast<uInt>(std::min(part.size - filled, largest_piece));
    state = inflate(&stream, Z_NO_FLUSH);
    taken = static_cast<std::size_t>(stream.next_in - reinterpret_cast<const Bytef*>(packed.data()));
    filled = static_cast<std::size_t>(stream.next_out - reinterpret_cast<const Bytef*>(part.bytes.get()));
  }
  if (state == Z_MEM_ERROR) {
    throw std::bad_alloc();
  }
  return state == Z_STREAM_END && filled == part.size;
}

/// The same for a part that is stored as it is.
bool copy_into(Part& part, std::string_view packed) {
  if (packed.size() != part.size) {
    return false;
  }
  packed.copy(part.bytes.get(), part.size);
  return true;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool equal_without_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string lowered(std::string_view name) {
  std::string result(name);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

}  // namespace

void Archive::Close::operator()(void* handle) const {
  unzClose(handle);
}

zlib_filefunc64_def_s Archive::memory_functions(Memory& memory) {
  zlib_filefunc64_def functions{};
  functions.opaque = &memory;
  functions.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; };
  functions.zread_file = [](voidpf, voidpf stream, void* out, uLong wanted) -> uLong {
    Memory& source = *static_cast<Memory*>(stream);
    const std::string_view piece = source.bytes.substr(source.position, wanted);
    std::memcpy(out, piece.data(), piece.size());
    source.position += piece.size();
    return static_cast<uLong>(piece.size());
  };
  functions.ztell64_file = [](voidpf, voidpf stream) -> ZPOS64_T { return static_cast<Memory*>(stream)->position; };
  functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) -> long {
    Memory& source = *static_cast<Memory*>(stream);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? source.position
                             : origin == ZLIB_FILEFUNC_SEEK_END ? source.bytes.size()
                                                                : 0;
    if (offset > source.bytes.size() - base) {
      return -1;
    }
    source.position = base + static_cast<std::size_t>(offset);
    return 0;
  };
  functions.zclose_file = [](voidpf, voidpf) { return 0; };
  functions.zerror_file = [](voidpf, voidpf) { return 0; };
  return functions;
}

Result<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.bytes) {
    return input_too_large(limits.bytes);
  }
  Archive archive;
  archive.limits_ = &limits;
  archive.memory_ = std::make_unique<Memory>(Memory{bytes, 0});
  zlib_filefunc64_def functions = memory_functions(*archive.memory_);
  archive.handle_.reset(unzOpen2_64("", &functions));
  unz_global_info64 about{};
  if (archive.handle_ == nullptr || unzGetGlobalInfo64(archive.handle_.get(), &about) != UNZ_OK) {
    return malformed({});
  }
  if (about.number_entry > limits.archive_entries) {
    return Error{ErrorCode::limit_exceeded,
                 "文件里打包的内容太多（" + std::to_string(about.number_entry) + "项），超出了读取上限" +
                     std::to_string(limits.archive_entries) + "项。",
                 "The file packs more entries (" + std::to_string(about.number_entry) + ") than the limit of " +
                     std::to_string(limits.archive_entries) + ".",
                 {}};
  }
  for (int state = about.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(archive.handle_.get());
       state != UNZ_END_OF_LIST_OF_FILE; state = unzGoToNextFile(archive.handle_.get())) {
    std::array<char, 512> name{};
    unz_file_info64 info{};
    unz64_file_pos place{};
    if (state != UNZ_OK ||
        unzGetCurrentFileInfo64(archive.handle_.get(), &info, name.data(), name.size(), nullptr, 0, nullptr, 0) !=
            UNZ_OK ||
        unzGetFilePos64(archive.handle_.get(), &place) != UNZ_OK) {
      return malformed({});
    }
    Entry& entry = archive.entries_.emplace_back();
    entry.name.assign(name.data(), std::min<std::size_t>(info.size_filename, name.size()));
    std::replace(entry.name.begin(), entry.name.end(), '\\', '/');  // as some packing programs write them
    entry.directory_offset = place.pos_in_zip_directory;
    entry.number = place.num_of_file;
    Named& named = archive.by_name_[lowered(entry.name)];
    named.first = named.count++ == 0 ? archive.entries_.size() - 1 : named.first;
  }
  return archive;
}

std::vector<std::string> Archive::names() const {
  std::vector<std::string> result;
  for (const Entry& entry : entries_) {
    result.push_back(entry.name);
  }
  return result;
}

bool Archive::holds(std::string_view name) const {
  return by_name_.count(lowered(name)) != 0;
}

bool Archive::holds_under(std::string_view folder) const {
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return equal_without_case(std::string_view(entry.name).substr(0, folder.size()), folder);
  });
}

Result<Part> Archive::unpack(std::string_view name) {
  const auto named = by_name_.find(lowered(name));
  if (named == by_name_.end()) {
    return malformed(name);
  }
  const Entry* const found = &entries_[named->second.first];
  if (named->second.count > 1) {
    const std::string shown = unicode::repaired(found->name);
    return Error{
        ErrorCode::malformed,
        "文件里有两份“" + shown + "”，无法判断以哪一份为准。请用原来的程序打开后另存一次再读。",
        "The file holds the part " + shown +
            " twice, and nothing says which counts. Open it in the program that made it and save it once more.",
        {}};
  }
  const unz64_file_pos place{found->directory_offset, found->number};
  unz_file_info64 info{};
  if (unzGoToFilePos64(handle_.get(), &place) != UNZ_OK ||
      unzGetCurrentFileInfo64(handle_.get(), &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    return malformed(name);
  }
  if ((info.flag & 1U) != 0) {
    return Error{ErrorCode::unsupported,
                 "文件加了密码，无法读取。请去掉密码后再读。",
                 "The file is protected by a password. Remove the password and read it again.",
                 {}};
  }
  constexpr std::size_t free_of_ratio = std::size_t{1} << 20U;
  const bool is_bomb =
      info.uncompressed_size > free_of_ratio &&
      info.uncompressed_size / std::max<std::size_t>(limits_->unpacked_ratio, 1) > info.compressed_size;
  if (is_bomb || info.uncompressed_size > limits_->unpacked_bytes - unpacked_) {
    return too_large(name, *limits_);
  }
  int method = 0, level = 0;
  constexpr int as_packed = 1;  // minizip itself would lose a block where there is no memory to inflate
  if (info.compressed_size > memory_->bytes.size() ||
      unzOpenCurrentFile2(handle_.get(), &method, &level, as_packed) != UNZ_OK) {
    return malformed(name);
  }
  const auto begin = std::min<ZPOS64_T>(unzGetCurrentFileZStreamPos64(handle_.get()), memory_->bytes.size());
  const std::string_view packed =
      memory_->bytes.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(info.compressed_size));
  unzCloseCurrentFile(handle_.get());
  Part part;
  part.size = static_cast<std::size_t>(info.uncompressed_size);
  part.bytes.reset(new char[part.size]);  // to be written over
  unpacked_ += part.size;
  const bool is_whole = method == Z_DEFLATED ? inflate_into(part, packed) : copy_into(part, packed);
  if (!is_whole || crc32_z(0, reinterpret_cast<const Bytef*>(part.bytes.get()), part.size) != info.crc) {
    return malformed(name);
  }
  return part;
}

Result<ArchiveKind> archive_kind(std::string_view bytes, const Limits& limits) {
  Result<Archive> opened = Archive::open(bytes, limits);
  if (!opened) {
    return opened.error();
  }
  Archive& archive = opened.value();
  if (archive.holds("[Content_Types].xml")) {
    return archive.holds_under("word/")       ? ArchiveKind::docx
           : archive.holds_under("ppt/")      ? ArchiveKind::pptx
           : archive.holds("xl/workbook.bin") ? ArchiveKind::xlsb
           : archive.holds_under("xl/")       ? ArchiveKind::xlsx
                                              : ArchiveKind::other;
  }
  if (archive.holds("OFD.xml")) {
    return ArchiveKind::ofd;
  }
  if (archive.holds("mimetype") && archive.holds("content.xml")) {
    const Result<Part> type = archive.unpack("mimetype");
    return type && type.value().view().find("spreadsheet") != std::string_view::npos ? ArchiveKind::ods
                                                                                     : ArchiveKind::odt;
  }
  return archive.holds("uof.xml") ? ArchiveKind::uof : ArchiveKind::other;
}

}  // namespace gongkai
