// Reads files with read(2) and hands their bytes to the library.
#include "input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "pdf.hpp"
#include "text/pdf_header.hpp"

namespace gongkai::cli {
namespace {

Problem io_problem(int error) {
  std::string zh;
  switch (error) {
    case ENOENT:
      zh = "找不到这个文件，请检查路径和文件名。";
      break;
    case EACCES:
      zh = "没有读取权限，请检查文件的权限。";
      break;
    case EISDIR:
      zh = "这是文件夹，这里需要一个文件。";
      break;
    default:
      zh = fmt::format("无法读取（{}）。", std::generic_category().message(error));
      break;
  }
  const std::string en = error == ENOENT   ? "There is no such file. Check the path."
                         : error == EACCES ? "No permission to read it. Check the permissions."
                         : error == EISDIR
                             ? "This is a folder; a file is needed here."
                             : fmt::format("Cannot read it ({}).", std::generic_category().message(error));
  return {"io", zh, en, {}, true};
}

std::string_view name(ErrorCode code) {
  switch (code) {
    case ErrorCode::empty:
      return "empty";
    case ErrorCode::not_text:
      return "not_text";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::limit_exceeded:
      return "limit_exceeded";
    case ErrorCode::not_a_report:
      return "not_a_report";
    case ErrorCode::malformed:
      return "malformed";
  }
  return "unknown";
}

/// Whether the bytes are plainly meant as a report of ours.
bool is_report_json(std::string_view bytes) {
  return bytes.find("\"gongkai.report/") != std::string_view::npos;
}

/// Appends the regular files below the folder. An unreadable folder is a problem of its own, not the end.
void add_folder(const std::filesystem::path& folder, std::size_t index, std::vector<File>& files) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    files.push_back({folder.string(), index, io_problem(error.value())});
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
    } else if (entries->is_regular_file(ignored)) {
      files.push_back({path.string(), index, std::nullopt});
    }
  }
  if (error) {
    files.push_back({folder.string(), index, io_problem(error.value())});
  }
}

}  // namespace

Problem Loader::problem_of(const Error& error, bool is_report) {
  return {std::string(name(error.code)), error.message_zh, error.message_en, error.where, is_report};
}

bool is_no_report(const Problem& problem) {
  return problem.code == name(ErrorCode::not_a_report);
}

Files find_files(const std::vector<std::string>& paths) {
  Files result;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !std::filesystem::is_directory(path, error)) {
      result.files.push_back({path, std::nullopt, std::nullopt});
      continue;
    }
    std::vector<File> found;
    add_folder(path, result.folders.size(), found);
    std::sort(found.begin(), found.end(), [](const File& a, const File& b) { return a.path < b.path; });
    result.folders.push_back(path);
    std::move(found.begin(), found.end(), std::back_inserter(result.files));
  }
  return result;
}

std::optional<Problem> Loader::read_bytes(const std::string& path) {
  constexpr std::size_t first_size = std::size_t{1} << 16U;
  const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return io_problem(errno);
  }
  const std::size_t most = Limits{}.bytes + 1;  // one more than the limit is enough for the library to refuse it
  std::optional<Problem> problem;
  size_ = 0;
  for (;;) {
    if (size_ == bytes_.size()) {
      bytes_.resize(std::clamp(2 * size_, first_size, most));
    }
    const ssize_t got = ::read(file, bytes_.data() + size_, bytes_.size() - size_);
    if (got > 0) {
      size_ += static_cast<std::size_t>(got);
      if (size_ < most) {
        continue;
      }
    } else if (got < 0 && errno == EINTR) {
      continue;
    } else if (got < 0) {
      problem = io_problem(errno);
    }
    break;
  }
  if (file != STDIN_FILENO) {
    ::close(file);
  }
  return problem;
}

std::optional<Problem> Loader::read_document(const std::string& path, std::string_view& bytes) {
  if (std::optional<Problem> problem = read_bytes(path)) {
    return problem;
  }
  bytes = std::string_view(bytes_).substr(0, size_);
  if (is_pdf(bytes)) {
    if (std::optional<Problem> problem = words_of_pdf(bytes, words_)) {
      return problem;
    }
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
  } else {
    loaded.problem = problem_of(reading.error(), is_report_json(bytes));
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
    all[0].problem = problem_of(readings.error(), is_report_json(bytes));
    return all;
  }
  all.resize(readings.value().size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].reading = std::move(readings.value()[i]);
  }
  return all;
}

}  // namespace gongkai::cli
