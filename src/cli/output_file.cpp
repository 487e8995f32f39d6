// Files of results, written under another name until they are whole.
#include "output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

namespace gongkai::cli {

bool OutputFile::open(const std::string& path) {
  path_ = path;
  std::error_code ignored;
  // A pipe or a device cannot be replaced, and is written to as it is.
  const bool is_plain = !std::filesystem::exists(path, ignored) || std::filesystem::is_regular_file(path, ignored);
  partial_ = is_plain ? path + ".partial" : path;
  constexpr mode_t mode = 0666;
  descriptor_ = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (descriptor_ < 0) {
    return false;
  }
  output_.emplace(descriptor_);
  return true;
}

bool OutputFile::finish() {
  output_->flush();
  const bool is_whole = !output_->has_failed() && ::close(descriptor_) == 0;
  descriptor_ = -1;
  if (!is_whole || (partial_ != path_ && std::rename(partial_.c_str(), path_.c_str()) != 0)) {
    return false;
  }
  partial_ = path_;
  return true;
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
  if (partial_ != path_) {
    std::remove(partial_.c_str());
  }
}

std::string numbered(const std::string& path, std::size_t index) {
  if (index == 0) {
    return path;
  }
  std::filesystem::path file(path);
  const std::string ending = file.extension().string();
  file.replace_extension();
  return fmt::format("{}-{}{}", file.string(), index + 1, ending);
}

bool write_file(const std::string& path, std::string_view bytes) {
  OutputFile file;
  if (!file.open(path)) {
    return false;
  }
  file.output().print(bytes);
  return file.finish();
}

}  // namespace gongkai::cli
