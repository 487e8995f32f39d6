// Files by their names in UTF-8, through descriptors. Where something fails, errno says why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace gongkai::platform {

/// The name as the system has it, and back.
std::filesystem::path path_of(std::string_view name);
std::string name_of(const std::filesystem::path& path);

/// Whether the character parts a folder from what is in it.
bool separates_folders(char c);

inline constexpr int standard_input = 0, standard_output = 1, standard_error = 2;

/// What is known of a file that is there.
struct FileInfo {
  bool is_regular = false;   ///< neither a folder nor a pipe or a device
  bool is_writable = false;  ///< by this program
  /// Equal for two names of one file.
  std::tuple<std::uint64_t, std::uint64_t> identity;
  std::uint32_t mode = 0, owner = 0, group = 0;  ///< 0 where the system has no such thing
};
std::optional<FileInfo> info_of(const std::string& name);
std::optional<FileInfo> info_of(int descriptor);

/// Each gives a descriptor, or -1.
int open_to_read(const std::string& name);
int open_to_write(const std::string& name);  ///< what is there, such as a pipe or a device
/// Makes a file where there must be none, not through a link; for this user alone, or as is usual.
int make_file(const std::string& name, bool is_private);

std::ptrdiff_t read(int descriptor, char* to, std::size_t size);
std::ptrdiff_t write(int descriptor, const char* from, std::size_t size);
bool close(int descriptor);

/// Gives a file the mode of another, and its owner where that is allowed.
void take_over(int descriptor, const FileInfo& from);
/// Puts the file in the place of another, or of none, at once.
bool replace(const std::string& target, const std::string& by);
void remove_file(const std::string& name);

/// While these live, no signal ends the program between the making of a file and the remembering of its name.
class SignalsWait {
 public:
  SignalsWait();
  ~SignalsWait();
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;

 private:
  struct State;
  State* state_;
};
/// A signal that ends the program also removes the files whose names are remembered.
void remove_remembered_on_signals();
void remember(const std::string& name);
void forget(const std::string& name);

}  // namespace gongkai::platform
