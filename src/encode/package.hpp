// Packs the parts of an office document into a ZIP archive in memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace gongkai {

/// Equal parts give equal bytes: no time stands in the archive. Throws std::bad_alloc where memory is short.
class Package {
 public:
  Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;
  ~Package();

  void add(const std::string& name, std::string_view content);
  /// Adds an XML part with its declaration before the content.
  void add_xml(const std::string& name, std::string_view content);
  /// The whole archive. Nothing can be added any more.
  std::string finish();

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
  void* handle_ = nullptr;  ///< of minizip
};

}  // namespace gongkai
