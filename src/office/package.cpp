// ZIP archives as APPNOTE.TXT (PKWARE) has them: each part deflated behind its header, the directory of all at the end.
#include "office/package.hpp"

#include <zlib.h>

#include <new>

namespace gongkai {
namespace {

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xffU);
  out += static_cast<char>(value >> 8U & 0xffU);
}
void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xffffU);
  put16(out, value >> 16U);
}

std::string deflated(std::string_view content) {
  z_stream stream{};
  constexpr int raw = -MAX_WBITS, memory_level = 8;  // no header of zlib's own
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, raw, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  struct End {
    z_stream* stream;
    ~End() { deflateEnd(stream); }
  } const end{&stream};
  std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) {
    throw std::bad_alloc();
  }
  out.resize(stream.total_out);
  return out;
}

}  // namespace

void Package::add(std::string_view name, std::string_view content) {
  constexpr std::uint32_t local_signature = 0x04034b50, directory_signature = 0x02014b50;
  const std::string packed = deflated(content);
  const auto crc = static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
  const auto offset = static_cast<std::uint32_t>(bytes_.size());
  std::string header;  // what both entries say
  constexpr std::uint32_t version = 20, utf8_names = 0x0800, deflate_method = 8, no_time = 0, first_day = 0x0021;
  put16(header, version);
  put16(header, utf8_names);
  put16(header, deflate_method);
  put16(header, no_time);
  put16(header, first_day);  // 1980-01-01, the first that the format has
  put32(header, crc);
  put32(header, static_cast<std::uint32_t>(packed.size()));
  put32(header, static_cast<std::uint32_t>(content.size()));
  put16(header, static_cast<std::uint32_t>(name.size()));
  put16(header, 0);  // extra field

  put32(bytes_, local_signature);
  bytes_.append(header).append(name).append(packed);
  put32(directory_, directory_signature);
  put16(directory_, version);
  directory_ += header;
  put16(directory_, 0);  // comment
  put16(directory_, 0);  // disk
  put16(directory_, 0);  // attributes
  put32(directory_, 0);
  put32(directory_, offset);
  directory_ += name;
  ++count_;
}

void Package::add_xml(std::string_view name, std::string_view content) {
  add(name, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + std::string(content));
}

std::string Package::finish() {
  constexpr std::uint32_t end_signature = 0x06054b50;
  const auto offset = static_cast<std::uint32_t>(bytes_.size()), size = static_cast<std::uint32_t>(directory_.size());
  bytes_ += directory_;
  put32(bytes_, end_signature);
  put16(bytes_, 0);  // disk
  put16(bytes_, 0);  // disk of the directory
  put16(bytes_, count_);
  put16(bytes_, count_);
  put32(bytes_, size);
  put32(bytes_, offset);
  put16(bytes_, 0);  // comment
  return std::move(bytes_);
}

}  // namespace gongkai
