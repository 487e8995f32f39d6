#include "soffice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "output_file.hpp"
#include "platform/files.hpp"
#include "platform/process.hpp"
#include "text/uri.hpp"

namespace gongkai::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, removed with all in it.
class WorkFolder {
 public:
  WorkFolder() {
    std::random_device random;
    std::error_code error;
    path_ = fs::temp_directory_path(error) / fmt::format("gongkai-{:08x}{:08x}", random(), random());
    is_made_ = !error && fs::create_directory(path_, error);
    fs::permissions(path_, fs::perms::owner_all, error);
  }
  ~WorkFolder() {
    std::error_code ignored;
    if (is_made_) {
      fs::remove_all(path_, ignored);
    }
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  bool is_made() const { return is_made_; }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
  bool is_made_ = false;
};

bool is_sheet(const std::string& path) {
  constexpr std::string_view endings[] = {".xls", ".et", ".ods"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return ends_in(path, ending); });
}

}  // namespace

bool is_for_soffice(std::string_view bytes) {
  constexpr std::string_view compound_file = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", rtf = "{\\rtf";
  constexpr std::string_view open_document = "mimetypeapplication/vnd.oasis.opendocument.";
  constexpr std::size_t name_in_zip = 30;
  return bytes.starts_with(compound_file) || bytes.starts_with(rtf) ||
         (bytes.size() > name_in_zip && bytes.substr(name_in_zip, open_document.size()) == open_document);
}

bool convert_by_soffice(std::string_view bytes, const std::string& path, std::string& converted) {
  const WorkFolder folder;
  if (!folder.is_made()) {
    return false;
  }
  const std::string ending = is_sheet(path) ? "xlsx" : "docx";
  const std::string source = platform::name_of(folder.path() / "source");
  const std::string profile = percent_encoded(platform::name_of(folder.path() / "profile"));  // so that two may run
  std::ofstream(folder.path() / "source", std::ios::binary) << bytes;
  constexpr std::size_t most_words = 1U << 20U, most_memory = std::size_t{8} << 30U;
  std::string said;
  const platform::ProcessEnd end =
      platform::run_filter({"soffice", "--headless", "-env:UserInstallation=file://" + profile, "--convert-to", ending,
                            "--outdir", platform::name_of(folder.path() / "out"), source},
                           {}, said, {std::chrono::seconds(60), most_words, most_memory});
  std::ifstream result(folder.path() / "out" / ("source." + ending), std::ios::binary);
  if (end != platform::ProcessEnd::succeeded || !result) {
    return false;
  }
  converted.assign(std::istreambuf_iterator<char>(result), {});
  return !converted.empty();
}

}  // namespace gongkai::cli
