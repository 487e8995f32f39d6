// Reads files and hands their bytes to the library.
#include "input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "own_result.hpp"
#include "pdf.hpp"
#include "platform/files.hpp"
#include "platform/interrupt.hpp"
#include "soffice.hpp"
#include "text/pdf_header.hpp"

namespace gongkai::cli {
namespace {

Problem io_problem(int error) {
  const std::error_code code(error, std::generic_category());
  const auto words = [&](Language language) {
    return fmt::format(fmt::runtime(language == Language::zh ? "无法读取：{}。" : "Cannot read it: {}."),
                       reason(code, language));
  };
  return {"io", words(Language::zh), words(Language::en), {}};
}

/// Whether the bytes are data for programs, and not a report of ours.
bool is_other_json(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  return begin != std::string_view::npos && (bytes[begin] == '{' || bytes[begin] == '[') &&
         bytes.find("\"gongkai.report/") == std::string_view::npos;
}

/// A file that programs leave in folders; what it is, or nothing.
const Label* left_behind(const std::string& name) {
  struct Known {
    std::string_view begin;
    Label what;
  };
  static constexpr Known known[] = {
      {"~$", {"这是Office打开文件时留下的临时文件，不是报告。", "A file that Office leaves while another is open."}},
      {"Thumbs.db", {"这是Windows的缩略图，不是报告。", "Thumbnails of Windows, no report."}},
      {"desktop.ini", {"这是Windows的文件夹设置，不是报告。", "Settings of Windows, no report."}},
  };
  for (const Known& one : known) {
    if (name.starts_with(one.begin)) {
      return &one.what;
    }
  }
  return nullptr;
}

File found_file(const std::string& path, std::size_t folder) {
  File file{path, folder, std::nullopt};
  if (const Label* what = left_behind(path.substr(path.find_last_of('/') + 1))) {
    file.problem = Problem{"not_a_report", std::string(what->zh), std::string(what->en), {}, false};
  }
  return file;
}

/// Appends the files in the ZIP file; one that cannot be opened is a problem.
void add_zip(const std::string& path, std::size_t folder, std::vector<File>& files) {
  std::vector<std::string> names;
  if (std::optional<Problem> problem = Loader({}).names_in_zip(path, names)) {
    files.push_back({path, folder, std::move(problem)});
  }
  if (std::find(names.begin(), names.end(), "[Content_Types].xml") != names.end()) {
    files.push_back({path, folder, std::nullopt});  // an office document under another name
    return;
  }
  for (const std::string& name : names) {
    files.push_back(found_file(path + "/" + name, folder));
  }
}

/// Appends the regular files below the folder. An unreadable folder is a problem of its own, not the end.
void add_folder(const std::filesystem::path& folder, std::size_t index, std::vector<File>& files) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    files.push_back({platform::name_of(folder), index, io_problem(error.value())});
    return;
  }
  for (const fs::directory_iterator end; entries != end; entries.increment(error)) {
    const fs::path& path = entries->path();
    std::error_code ignored;  // an entry that cannot be looked at is no regular file
    if (path.filename().native().front() == '.') {
      continue;
    }
    if (entries->is_directory(ignored)) {
      if (!entries->is_symlink(ignored)) {
        add_folder(path, index, files);
      }
    } else if (entries->is_regular_file(ignored) && is_zip_name(platform::name_of(path))) {
      add_zip(platform::name_of(path), index, files);
    } else if (entries->is_regular_file(ignored)) {
      files.push_back(found_file(platform::name_of(path), index));
    }
  }
  if (error) {
    files.push_back({platform::name_of(folder), index, io_problem(error.value())});
  }
}

}  // namespace

std::string reason(std::error_code error, Language language) {
  struct Known {
    std::errc code;
    Label words;
  };
  constexpr Known known[] = {
      {std::errc::no_such_file_or_directory, {"找不到，请检查路径和文件名", "there is no such file or folder"}},
      {std::errc::permission_denied, {"没有权限", "permission denied"}},
      {std::errc::operation_not_permitted, {"没有权限", "permission denied"}},
      {std::errc::is_a_directory, {"这是文件夹，这里需要一个文件", "this is a folder; a file is needed here"}},
      {std::errc::not_a_directory, {"路径中有一段不是文件夹", "a part of the path is no folder"}},
      {std::errc::no_space_on_device, {"磁盘已满", "the disk is full"}},
      {std::errc::read_only_file_system, {"磁盘是只读的", "the disk is read-only"}},
      {std::errc::filename_too_long, {"文件名太长", "the name is too long"}},
      {std::errc::too_many_symbolic_link_levels, {"链接指向自己", "the link leads to itself"}},
      {std::errc::io_error, {"磁盘读写出错", "input or output error of the disk"}},
  };
  for (const Known& one : known) {
    if (error == one.code) {
      return std::string(in(one.words, language));
    }
  }
  return error.message();
}

Problem Loader::problem_of(const Error& error, std::string_view bytes) {
  const bool is_report = error.code != ErrorCode::not_a_report && !is_other_json(bytes);
  return {std::string(code_name(error.code)), error.message_zh, error.message_en, error.where, is_report};
}

Files find_files(const std::vector<std::string>& paths) {
  Files result;
  for (const std::string& path : paths) {
    std::error_code error;
    std::vector<File> found;
    if (path != "-" && std::filesystem::is_directory(platform::path_of(path), error)) {
      add_folder(platform::path_of(path), result.folders.size(), found);
    } else if (path == "-" || !is_zip_name(path) || !platform::info_of(path)) {
      result.files.push_back({path, std::nullopt, std::nullopt});
      continue;
    } else {
      add_zip(path, result.folders.size(), found);
    }
    if (found.size() == 1 && found[0].path == path && found[0].problem) {  // it could not be opened: that is all to say
      result.files.push_back({path, std::nullopt, std::move(found[0].problem)});
      continue;
    }
    std::sort(found.begin(), found.end(), [](const File& a, const File& b) { return a.path < b.path; });
    result.folders.push_back(path);
    std::move(found.begin(), found.end(), std::back_inserter(result.files));
  }
  return result;
}

std::optional<Problem> Loader::read_file(const std::string& path, std::size_t limit) {
  constexpr std::size_t first_size = std::size_t{1} << 16U;
  const int file = path == "-" ? platform::standard_input : platform::open_to_read(path);
  if (file < 0) {
    return io_problem(errno);
  }
  const std::size_t most = limit + 1;  // one more than the limit is enough for the library to refuse it
  std::optional<Problem> problem;
  size_ = 0;
  for (;;) {
    if (size_ == bytes_.size()) {
      bytes_.resize(std::clamp(2 * size_, first_size, most));
    }
    const std::ptrdiff_t got = platform::read(file, bytes_.data() + size_, bytes_.size() - size_);
    if (got > 0) {
      size_ += static_cast<std::size_t>(got);
      if (size_ < most) {
        continue;
      }
    } else if (got < 0 && errno == EINTR && !platform::InterruptNoted::came()) {
      continue;
    } else if (got < 0) {
      problem = io_problem(errno);
    }
    break;
  }
  if (file != platform::standard_input) {
    platform::close(file);
  }
  return problem;
}

std::optional<Problem> Loader::open_zip(const std::string& path) {
  if (zip_ && zip_path_ == path) {
    return std::nullopt;
  }
  if (std::optional<Problem> problem = read_file(path, most_zip_bytes)) {
    return problem;
  }
  bytes_.resize(size_);
  Result<ZipFolder> zip = ZipFolder::open(std::move(bytes_));
  bytes_.clear();
  size_ = 0;
  if (!zip) {
    return problem_of(zip.error(), {});
  }
  zip_.emplace(std::move(zip).value());
  zip_path_ = path;
  return std::nullopt;
}

std::optional<Problem> Loader::names_in_zip(const std::string& path, std::vector<std::string>& names) {
  if (std::optional<Problem> problem = open_zip(path)) {
    return problem;
  }
  names = zip_->names();
  return std::nullopt;
}

std::optional<Problem> Loader::read_bytes(const std::string& path) {
  const std::optional<PathInZip> packed = path_in_zip(path);
  if (!packed) {
    return read_file(path, Limits{}.bytes);
  }
  if (std::optional<Problem> problem = open_zip(packed->archive)) {
    return problem;
  }
  const Result<Part> part = zip_->unpack(packed->file);
  if (!part) {
    return problem_of(part.error(), {});
  }
  bytes_ = part.value().view();
  size_ = bytes_.size();
  return std::nullopt;
}

std::optional<Problem> Loader::load_names(char end, std::vector<std::string>& names) {
  if (std::optional<Problem> problem = read_file("-", bytes_.max_size() / 2)) {
    return problem;
  }
  std::string_view rest(bytes_.data(), size_);
  while (!rest.empty()) {
    const std::size_t size = std::min(rest.find(end), rest.size());
    std::string_view name = rest.substr(0, size);
    rest.remove_prefix(std::min(size + 1, rest.size()));
    if (end == '\n' && !name.empty() && name.back() == '\r') {
      name.remove_suffix(1);
    }
    if (!name.empty()) {
      names.emplace_back(name);
    }
  }
  return std::nullopt;
}

bool Loader::is_own_result(const std::string& path) {
  return !read_bytes(path) && cli::is_own_result(std::string_view(bytes_).substr(0, size_));
}

std::optional<Problem> Loader::read_document(const std::string& path, std::string_view& bytes) {
  if (std::optional<Problem> problem = read_bytes(path)) {
    return problem;
  }
  is_converted_ = false;
  bytes = std::string_view(bytes_).substr(0, size_);
  if (cli::is_own_result(bytes)) {
    return Problem{
        "not_a_report", "这是gongkai写出的核对结果，不是报告。", "These are results of gongkai, no report.", {}, false};
  }
  if (is_pdf(bytes)) {
    if (std::optional<Problem> problem = words_of_pdf(bytes, words_)) {
      return problem;
    }
    bytes = words_;
  } else if (is_for_soffice(bytes) && convert_by_soffice(bytes, path, words_)) {
    is_converted_ = true;
    bytes = words_;
  }
  return std::nullopt;
}

Loaded Loader::load(const std::string& path) {
  Loaded loaded;
  std::string_view bytes;
  if ((loaded.problem = read_document(path, bytes))) {
    return loaded;
  }
  Result<Reading> reading = read(bytes, hints_);
  if (reading) {
    loaded.reading = std::move(reading).value();
    loaded.is_converted = is_converted_;
  } else {
    loaded.problem = problem_of(reading.error(), bytes);
  }
  return loaded;
}

std::vector<Loaded> Loader::load_all(const std::string& path) {
  std::vector<Loaded> all(1);
  std::string_view bytes;
  if ((all[0].problem = read_document(path, bytes))) {
    return all;
  }
  Result<std::vector<Reading>> readings = read_all(bytes, hints_);
  if (!readings) {
    all[0].problem = problem_of(readings.error(), bytes);
    return all;
  }
  all.resize(readings.value().size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].reading = std::move(readings.value()[i]);
    all[i].is_converted = is_converted_;
  }
  return all;
}

}  // namespace gongkai::cli
