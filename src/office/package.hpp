// Packs the parts of an office document into a ZIP archive in memory.
//
// With zlib alone: minizip, which reads archives here, writes through a null pointer when memory is short.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gongkai {

/// Equal parts give equal bytes: no time stands in the archive. Throws std::bad_alloc where memory is short.
class Package {
 public:
  /// Adds a part; its size must be below 4 GiB.
  void add(std::string_view name, std::string_view content);
  /// Adds an XML part with its declaration before the content.
  void add_xml(std::string_view name, std::string_view content);
  /// The whole archive. Nothing can be added any more.
  std::string finish();

 private:
  std::string bytes_, directory_;
  std::uint16_t count_ = 0;
};

}  // namespace gongkai
