// Files of results, written under another name until they are whole.
#include "output_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <random>

#include "platform/files.hpp"
#include "text/uri.hpp"

namespace gongkai::cli {
namespace {

std::error_code last_error() {
  return {errno, std::generic_category()};
}

/// Where links lead to, whether or not there is something.
std::string followed(const std::string& path) {
  constexpr int most_links = 40;  // as Linux has it
  std::filesystem::path file = platform::path_of(path);
  std::error_code ignored;
  for (int i = 0; i < most_links && std::filesystem::is_symlink(file, ignored); ++i) {
    file = file.parent_path() / std::filesystem::read_symlink(file, ignored);
  }
  return platform::name_of(file);
}

/// A hidden name of its own beside the file; the file's name is not in it, because it may be as long as names can be.
std::string new_name_beside(const std::string& target) {
  std::random_device random;
  return platform::name_of(platform::path_of(target).parent_path() /
                           fmt::format(".gongkai-{:08x}{:08x}.partial", random(), random()));
}

}  // namespace

bool OutputFile::open(const std::string& path) {
  const std::optional<platform::FileInfo> there = platform::info_of(path);
  if (!there && errno != ENOENT) {
    error_ = last_error();
    return false;
  }
  if (there && !there->is_regular) {  // a pipe or a device cannot be replaced
    descriptor_ = platform::open_to_write(path);
  } else if (there && !there->is_writable) {
    error_ = {EACCES, std::generic_category()};  // a file that may not be written is not replaced either
    return false;
  } else if (open_partial(followed(path), there.has_value()) && there) {
    platform::take_over(descriptor_, *there);
  }
  if (descriptor_ < 0) {
    error_ = error_ ? error_ : last_error();
    return false;
  }
  output_.emplace(descriptor_);
  return true;
}

bool OutputFile::open_partial(const std::string& target, bool is_private) {
  constexpr int tries = 16;
  target_ = target;
  const platform::SignalsWait wait;
  for (int i = 0; i < tries && descriptor_ < 0; ++i) {
    partial_ = new_name_beside(target);
    descriptor_ = platform::make_file(partial_, is_private);
    if (descriptor_ < 0 && errno != EEXIST) {
      break;
    }
  }
  if (descriptor_ < 0) {
    error_ = last_error();
    partial_.clear();
    return false;
  }
  platform::remember(partial_);
  return true;
}

bool OutputFile::finish() {
  output_->flush();
  if (output_->has_failed()) {
    error_ = output_->error();
    return false;
  }
  const bool is_closed = platform::close(descriptor_);
  descriptor_ = -1;
  if (!is_closed || (!partial_.empty() && !platform::replace(target_, partial_))) {
    error_ = last_error();
    return false;
  }
  platform::forget(partial_);
  partial_.clear();
  return true;
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) {
    platform::close(descriptor_);
  }
  if (!partial_.empty()) {
    platform::remove_file(partial_);
    platform::forget(partial_);
  }
}

std::error_code write_file(const std::string& path, std::string_view bytes) {
  OutputFile file;
  if (!file.open(path)) {
    return file.error();
  }
  file.output().print(bytes);
  return file.finish() ? std::error_code() : file.error();
}

bool ends_in(std::string_view path, std::string_view ending) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
  return path.size() >= ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), path.rbegin(), [&](char b, char a) { return same(a, b); });
}

bool would_overwrite(const std::string& output, const std::string& input) {
  const auto out = platform::info_of(output);
  const auto in = input == "-" ? platform::info_of(platform::standard_input) : platform::info_of(input);
  return out && out->is_regular && in && out->identity == in->identity;
}

std::string link_to(const std::string& path, const std::string& from) {
  if (path == "-" || from.empty()) {
    return path == "-" ? std::string() : uri_of(path);
  }
  std::error_code error;
  const std::filesystem::path there = std::filesystem::absolute(platform::path_of(path), error);
  const std::filesystem::path folder = std::filesystem::absolute(platform::path_of(from), error).parent_path();
  const std::filesystem::path relative = there.lexically_relative(folder);
  const std::u8string name = (relative.empty() ? there : relative).generic_u8string();
  return percent_encoded({reinterpret_cast<const char*>(name.data()), name.size()});
}

}  // namespace gongkai::cli
