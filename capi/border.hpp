// What stands at the C border: the guard around every call, the last error, the handles, and the copying of structs.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gongkai.h"
#include "gongkai/check.hpp"
#include "gongkai/message.hpp"
#include "gongkai/model/reading.hpp"
#include "gongkai/model/result.hpp"
#include "gongkai/read.hpp"
#include "gongkai/report.hpp"

// ---- The objects behind the handles --------------------------------------------------------------------------------

struct gk_buffer {
  std::string bytes;
};

/// A report that is lent points into its owner; one of the caller's own is an OwnedReport.
struct gk_report {
  gongkai::Report* data;
  gongkai::Reading* reading = nullptr;  // whose report it is, where it is one's
};

struct gk_reading {
  explicit gk_reading(gongkai::Reading&& from) : reading(std::move(from)) {}
  gk_reading(const gk_reading&) = delete;
  gk_reading& operator=(const gk_reading&) = delete;

  gongkai::Reading reading;
  gk_report report{&reading.report, &reading};
};

struct gk_readings {
  std::deque<gk_reading> readings;  // a deque, for they must not move
};

struct gk_assessment {
  gongkai::Assessment assessment;
  gongkai::About about;
  gongkai::Language language = gongkai::Language::zh;
};

namespace gongkai::capi {

struct OwnedReport : gk_report {
  OwnedReport() : gk_report{&storage} {}
  explicit OwnedReport(Report from) : gk_report{&storage}, storage(std::move(from)) {}
  OwnedReport(const OwnedReport&) = delete;
  OwnedReport& operator=(const OwnedReport&) = delete;

  Report storage;
};

// ---- Failure
// ---------------------------------------------------------------------------------------------------------

/// What gk_last_error() tells, with texts of its own.
struct Failure {
  gk_status status = GK_E_INTERNAL;
  std::string message_zh, message_en;
  Place place;
  std::int64_t row = -1;
  std::int32_t cell = -1;
};

/// Ends a call from any depth; guard() turns it into the status.
struct Thrown {
  Failure failure;
};

[[noreturn]] void fail(gk_status status, std::string message_zh, std::string message_en);
[[noreturn]] void fail_argument(const char* name, const char* what_zh, const char* what_en);
[[noreturn]] void fail_index(const char* what_zh, const char* what_en, std::size_t index, std::size_t count);
[[noreturn]] void fail_range(std::size_t cell, std::int64_t number, std::int64_t row = -1);
Failure failure_of(const Error& error);

// The last error of the thread. Neither allocates beyond one record for each thread that ever failed; without memory
// for that, what is told is "out of memory".
void clear_last_error() noexcept;
void set_last_error(const Failure& failure) noexcept;
void set_last_error(gk_status status, const char* message_zh, const char* message_en) noexcept;

/// Runs the body of a call: clears the last error, and turns whatever is thrown into a status and the last error.
template <class Body>
gk_status guard(Body&& body) noexcept {
  try {
    clear_last_error();
    body();
    return GK_OK;
  } catch (const Thrown& fault) {
    set_last_error(fault.failure);
    return fault.failure.status;
  } catch (const std::bad_alloc&) {
    set_last_error(GK_E_MEMORY, "内存不足。", "Out of memory.");
    return GK_E_MEMORY;
  } catch (const std::exception& exception) {
    set_last_error(GK_E_INTERNAL, "程序库内部出错。", exception.what());
    return GK_E_INTERNAL;
  } catch (...) {
    set_last_error(GK_E_INTERNAL, "程序库内部出错。", "An unknown exception.");
    return GK_E_INTERNAL;
  }
}

// ---- Arguments and results
// ---------------------------------------------------------------------------------------------

/// The object behind a pointer that must not be NULL.
template <class T>
T& need(T* pointer, const char* name) {
  if (pointer == nullptr) {
    fail_argument(name, "不能是NULL", "must not be NULL");
  }
  return *pointer;
}

/// Structs are at least as long as in the first version with this ABI. Those that grew since have their first size here.
template <class Struct>
inline constexpr std::size_t first_size = sizeof(Struct);
template <>
inline constexpr std::size_t first_size<gk_read_options> = offsetof(gk_read_options, max_depth);
template <>
inline constexpr std::size_t first_size<gk_counts> = offsetof(gk_counts, waived);
template <>
inline constexpr std::size_t first_size<gk_finding> = offsetof(gk_finding, waiver_reason);

inline constexpr std::size_t longest_struct = 65536;  ///< more is a struct_size that nobody has set

template <class Struct>
void check_size(const Struct* structure, const char* name) {
  std::size_t size = 0;
  std::memcpy(&size, &need(structure, name), sizeof size);
  if (size < first_size<Struct> || size > longest_struct) {
    fail_argument(name, "没有用_INIT宏设定struct_size", "lacks its struct_size: initialise it with its _INIT macro");
  }
}

/// Copies a struct to the caller, who may have a shorter or a longer one.
template <class Struct>
void put(const Struct& value, Struct* out) {
  check_size(out, "out");
  const std::size_t theirs = out->struct_size;
  auto* const bytes = reinterpret_cast<unsigned char*>(out);
  std::memcpy(bytes, &value, theirs < sizeof value ? theirs : sizeof value);
  if (theirs > sizeof value) {
    std::memset(bytes + sizeof value, 0, theirs - sizeof value);
  }
  out->struct_size = theirs;
}

/// Copies a struct from the caller. What a longer one says beyond ours must be 0: we could not do it.
template <class Struct>
Struct take(const Struct* in, const char* name) {
  check_size(in, name);
  const std::size_t theirs = in->struct_size;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(in);
  for (std::size_t i = sizeof(Struct); i < theirs; ++i) {
    if (bytes[i] != 0) {
      fail_argument(name, "用到了本版本没有的成员", "sets a member that this version does not have");
    }
  }
  Struct value{};
  std::memcpy(&value, bytes, theirs < sizeof value ? theirs : sizeof value);
  value.struct_size = sizeof value;
  return value;
}

/// The texts we lend end in NUL: strings do, and the catalogue's are held to it in catalog.cpp.
inline gk_text lend(std::string_view text) {
  return text.empty() ? gk_text{"", 0} : gk_text{text.data(), text.size()};
}

inline gk_place place_of(const Place& place) {
  return {place.line, place.column, place.table, place.row, place.cell, place.page, {0, 0}};
}

inline gk_value value_of(std::optional<std::int64_t> number) {
  return {number.value_or(0), number ? 0 : 1, 0};
}

/// A text that the caller gave, which must be UTF-8.
std::string_view text_argument(const char* text, std::size_t size, const char* name);

/// A member of an enumeration by its number, the last of which is given.
template <class Enum>
Enum enum_argument(std::int32_t number, Enum last, const char* name) {
  if (number < 0 || number > static_cast<std::int32_t>(last)) {
    fail_argument(name, "不是已知的常数", "is not a known constant");
  }
  return static_cast<Enum>(number);
}

inline constexpr int last_year = 9999;
inline bool is_year_or_0(std::int32_t year) {
  return year >= 0 && year <= last_year;
}
Date date_argument(std::int32_t year, std::int32_t month, std::int32_t day);

/// The value of what the core did; where it could not, the call fails as the core says.
template <class T>
T value_or_fail(Result<T> result) {
  if (!result) {
    throw Thrown{failure_of(result.error())};
  }
  return std::move(result).value();
}

/// Gives the bytes to the caller. `make` makes them.
template <class Make>
void put_buffer(gk_buffer** out, Make make) {
  need(out, "out");
  *out = new gk_buffer{make()};
}

// ---- What the calls on one object share with the batch calls
// ---------------------------------------------------------

/// What gk_read_options says, for the core. The authority points into the caller's memory.
struct ReadOptions {
  Hints hints;
  Limits limits;
};
ReadOptions read_options(const gk_read_options* options);

struct Checking {
  CheckOptions options;
  Language language = Language::zh;
};
Checking check_options(const gk_check_options* options);

/// Checks a dossier for the caller.
void put_assessment(const Dossier& dossier, const gk_check_options* options, gk_assessment** out);
BlankPolicy blanks_argument(std::int32_t blanks, const char* name);

/// The language of a GK_LANGUAGE_ constant.
Language language_argument(std::int32_t language, Language fallback);

/// The edition of a GK_EDITION_ constant.
Edition edition_argument(std::int32_t edition);

/// A cell of the catalogue by its key or its index, which must exist.
std::size_t cell_argument(const char* key);
const CellInfo& cell_argument(std::size_t index);
std::size_t rule_argument(std::size_t index);
/// The beginning of at least one rule's id.
void rule_prefix_argument(std::string_view prefix);
[[noreturn]] void fail_field(std::string_view key);
std::string_view bytes_argument(const void* bytes, std::size_t size, const char* name);

inline bool fits(const CellInfo& cell, std::int64_t number) {
  const std::int64_t limit = cell.is_money ? Money::limit : Count::limit;
  return number <= limit && number >= -limit;
}
/// Sets all cells from a row of numbers, which has a blank where `blanks` is not 0. `row` is for the failure, which
/// leaves the figures half set.
void set_row(Figures& figures, const std::int64_t* numbers, const std::uint8_t* blanks, std::int64_t row);

gk_error error_of(const Failure& failure);

}  // namespace gongkai::capi
