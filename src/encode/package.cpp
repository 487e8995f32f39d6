// Writes ZIP archives with minizip, which is given memory instead of a file.
#include "encode/package.hpp"

#include <minizip/zip.h>

#include <cstring>
#include <new>

namespace gongkai {

struct Package::Memory {
  std::string bytes;
  std::size_t position = 0;
};

namespace {

template <class Memory>
zlib_filefunc64_def memory_functions(Memory& memory) {
  zlib_filefunc64_def functions{};
  functions.opaque = &memory;
  functions.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; };
  functions.zwrite_file = [](voidpf, voidpf stream, const void* from, uLong size) -> uLong {
    Memory& sink = *static_cast<Memory*>(stream);
    try {
      if (sink.bytes.size() < sink.position + size) {
        sink.bytes.resize(sink.position + size);
      }
    } catch (const std::bad_alloc&) {  // C code stands between here and the caller
      return 0;
    }
    std::memcpy(sink.bytes.data() + sink.position, from, size);
    sink.position += size;
    return size;
  };
  functions.zread_file = [](voidpf, voidpf, void*, uLong) -> uLong { return 0; };
  functions.ztell64_file = [](voidpf, voidpf stream) -> ZPOS64_T { return static_cast<Memory*>(stream)->position; };
  functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) -> long {
    Memory& sink = *static_cast<Memory*>(stream);
    sink.position = offset + (origin == ZLIB_FILEFUNC_SEEK_CUR   ? sink.position
                              : origin == ZLIB_FILEFUNC_SEEK_END ? sink.bytes.size()
                                                                 : 0);
    return 0;
  };
  functions.zclose_file = [](voidpf, voidpf) { return 0; };
  functions.zerror_file = [](voidpf, voidpf) { return 0; };
  return functions;
}

}  // namespace

Package::Package() : memory_(std::make_unique<Memory>()) {
  zlib_filefunc64_def functions = memory_functions(*memory_);
  handle_ = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (handle_ == nullptr) {
    throw std::bad_alloc();
  }
}

Package::~Package() {
  if (handle_ != nullptr) {
    zipClose(handle_, nullptr);
  }
}

void Package::add(const std::string& name, std::string_view content) {
  zip_fileinfo about{};
  about.tmz_date.tm_mday = 1;
  about.tmz_date.tm_year = 1980;  // the first that the format has
  const bool is_added = zipOpenNewFileInZip(handle_, name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                            Z_DEFAULT_COMPRESSION) == ZIP_OK &&
                        zipWriteInFileInZip(handle_, content.data(), static_cast<unsigned>(content.size())) == ZIP_OK &&
                        zipCloseFileInZip(handle_) == ZIP_OK;
  if (!is_added) {
    throw std::bad_alloc();
  }
}

void Package::add_xml(const std::string& name, std::string_view content) {
  add(name, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + std::string(content));
}

std::string Package::finish() {
  const bool is_whole = zipClose(handle_, nullptr) == ZIP_OK;
  handle_ = nullptr;
  if (!is_whole) {
    throw std::bad_alloc();
  }
  return std::move(memory_->bytes);
}

}  // namespace gongkai
