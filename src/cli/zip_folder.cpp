#include "zip_folder.hpp"

#include <algorithm>

#include "output_file.hpp"
#include "platform/files.hpp"
#include "text/convert.hpp"
#include "text/utf8.hpp"

namespace gongkai::cli {
namespace {

/// Of an archive of reports; what is in each of them has the usual ones.
const Limits& zip_limits() {
  static const Limits limits = [] {
    Limits result;
    result.bytes = most_zip_bytes;
    result.archive_entries = 100'000;
    return result;
  }();
  return limits;
}

/// Windows in Chinese packs names in GBK and does not say so.
std::string shown_name(const std::string& stored) {
  return unicode::find_invalid(stored) == std::string_view::npos ? stored : unicode::convert_gb18030(stored).text;
}

bool is_hidden(std::string_view name) {
  return name.back() == '/' || name.starts_with("__MACOSX/") || name.front() == '.' ||
         name.find("/.") != std::string_view::npos;
}

}  // namespace

Result<ZipFolder> ZipFolder::open(std::string bytes) {
  ZipFolder folder;
  folder.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  if (std::optional<Error> error = folder.open_again()) {
    return *std::move(error);
  }
  for (const std::string& name : folder.archive_->names()) {
    if (!name.empty() && !is_hidden(name)) {
      folder.files_.push_back({shown_name(name), name});
    }
  }
  std::sort(folder.files_.begin(), folder.files_.end(),
            [](const Named& a, const Named& b) { return a.shown < b.shown; });
  return folder;
}

std::vector<std::string> ZipFolder::names() const {
  std::vector<std::string> names;
  for (const Named& file : files_) {
    names.push_back(file.shown);
  }
  return names;
}

std::optional<Error> ZipFolder::open_again() {
  Result<Archive> archive = Archive::open(*bytes_, zip_limits());
  if (!archive) {
    return archive.error();
  }
  archive_.emplace(std::move(archive).value());
  return std::nullopt;
}

Result<Part> ZipFolder::unpack(std::string_view name) {
  const auto found = std::lower_bound(files_.begin(), files_.end(), name,
                                      [](const Named& file, std::string_view wanted) { return file.shown < wanted; });
  const bool is_known = found != files_.end() && found->shown == name;
  const std::string stored = is_known ? found->stored : std::string(name);
  Result<Part> part = archive_->unpack(stored);
  if (part || part.error().code != ErrorCode::limit_exceeded) {
    return part;
  }
  if (std::optional<Error> error = open_again()) {  // for what was unpacked before counts there, and not here
    return *std::move(error);
  }
  return archive_->unpack(stored);
}

bool is_zip_name(std::string_view path) {
  return ends_in(path, ".zip");
}

std::optional<PathInZip> path_in_zip(const std::string& path) {
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (!platform::separates_folders(path[at]) || !is_zip_name(std::string_view(path).substr(0, at))) {
      continue;
    }
    const std::string archive = path.substr(0, at);
    const std::optional<platform::FileInfo> info = platform::info_of(archive);
    if (info && info->is_regular) {
      return PathInZip{archive, path.substr(at + 1)};
    }
  }
  return std::nullopt;
}

}  // namespace gongkai::cli
