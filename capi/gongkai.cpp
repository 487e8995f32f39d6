// The C functions that belong to no object: versions, the last error, buffers; and what all others share.
#include <fmt/format.h>
#include <pthread.h>

#include <algorithm>
#include <cstdlib>

#include "border.hpp"
#include "text/cut.hpp"
#include "text/utf8.hpp"

namespace gongkai::capi {
namespace {

// The last error is a record behind a pthread key, not a thread_local: a library that was loaded at run time gets its
// thread_local storage at first use, and the C runtime ends the process when there is no memory for it.

constexpr std::size_t longest_message = 1000;

struct Record {
  std::int32_t code, cell;
  std::int64_t row;
  gk_place place;
  std::size_t size_zh, size_en;
  char zh[longest_message + 1], en[longest_message + 1];
};

/// Stands in for a record that there was no memory for. Never written to.
Record out_of_memory{GK_E_MEMORY, -1, -1, {}, 15, 14, "内存不足。", "Out of memory."};
static_assert(sizeof "内存不足。" == 16 && sizeof "Out of memory." == 15);

void free_record(void* record) {
  if (record != &out_of_memory) {
    std::free(record);
  }
}

class Key {
 public:
  Key() : is_made_(pthread_key_create(&key_, free_record) == 0) {}
  ~Key() {  // the library is being unloaded: no thread may call free_record any more
    if (is_made_) {
      free_record(get());
      pthread_key_delete(key_);
    }
  }
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;

  Record* get() const { return is_made_ ? static_cast<Record*>(pthread_getspecific(key_)) : nullptr; }
  bool set(Record* record) const { return is_made_ && pthread_setspecific(key_, record) == 0; }

 private:
  pthread_key_t key_{};
  bool is_made_;
};
const Key last_error;

/// Copies as much as fits, cut between characters.
std::size_t copy_text(std::string_view text, char* to) {
  const std::string_view part = unicode::cut(text, longest_message);
  std::memcpy(to, part.data(), part.size());
  to[part.size()] = '\0';
  return part.size();
}

void record_error(std::int32_t code, std::string_view zh, std::string_view en, const Place& place, std::int64_t row,
                  std::int32_t cell) noexcept {
  Record* record = last_error.get();
  if (record == nullptr || record == &out_of_memory) {
    auto* const made = static_cast<Record*>(std::malloc(sizeof(Record)));
    if (made == nullptr || !last_error.set(made)) {
      std::free(made);
      last_error.set(&out_of_memory);
      return;
    }
    record = made;
  }
  record->code = code;
  record->cell = cell;
  record->row = row;
  record->place = place_of(place);
  record->size_zh = copy_text(zh, record->zh);
  record->size_en = copy_text(en, record->en);
}

}  // namespace

void clear_last_error() noexcept {
  Record* const record = last_error.get();
  if (record == &out_of_memory) {
    last_error.set(nullptr);
  } else if (record != nullptr) {
    record->code = GK_OK;
  }
}

void set_last_error(const Failure& failure) noexcept {
  record_error(failure.status, failure.message_zh, failure.message_en, failure.place, failure.row, failure.cell);
}

void set_last_error(gk_status status, const char* message_zh, const char* message_en) noexcept {
  record_error(status, message_zh, message_en, {}, -1, -1);
}

void fail(gk_status status, std::string message_zh, std::string message_en) {
  throw Thrown{{status, std::move(message_zh), std::move(message_en), {}, -1, -1}};
}

void fail_argument(const char* name, const char* what_zh, const char* what_en) {
  fail(GK_E_ARGUMENT, fmt::format("参数{}{}。", name, what_zh), fmt::format("The argument {} {}.", name, what_en));
}

void fail_index(const char* what_zh, const char* what_en, std::size_t index, std::size_t count) {
  fail(GK_E_NOT_FOUND, fmt::format("没有序号为{}的{}，共{}个。", index, what_zh, count),
       fmt::format("There is no {} {}: there are {}.", what_en, index, count));
}

void fail_range(std::size_t cell, std::int64_t number, std::int64_t row) {
  const std::string_view key = cells[cell].key;
  const std::string value = number_text(number, cells[cell].is_money);
  throw Thrown{
      {GK_E_RANGE,
       fmt::format("{}{}的数{}超出格式所能容纳的范围。", row < 0 ? "" : fmt::format("第{}行", row), key, value),
       fmt::format("{}{}: {} lies beyond what the form can hold.", row < 0 ? "" : fmt::format("Row {}, ", row), key,
                   value),
       {},
       row,
       static_cast<std::int32_t>(cell)}};
}

Failure failure_of(const Error& error) {
  const gk_status status = [&] {
    switch (error.code) {
      case ErrorCode::empty:
        return GK_E_EMPTY;
      case ErrorCode::not_text:
        return GK_E_NOT_TEXT;
      case ErrorCode::unsupported:
        return GK_E_UNSUPPORTED;
      case ErrorCode::limit_exceeded:
        return GK_E_LIMIT;
      case ErrorCode::not_a_report:
        return GK_E_NOT_A_REPORT;
      case ErrorCode::malformed:
        return GK_E_MALFORMED;
    }
    return GK_E_INTERNAL;
  }();
  return {status, error.message_zh, error.message_en, error.where, -1, -1};
}

gk_error error_of(const Failure& failure) {
  return {sizeof(gk_error),         failure.status,           failure.cell,           failure.row,
          lend(failure.message_zh), lend(failure.message_en), place_of(failure.place)};
}

std::string_view text_argument(const char* text, std::size_t size, const char* name) {
  if (size == 0) {
    return {};
  }
  const std::string_view bytes(&need(text, name), size);
  if (const std::size_t bad = unicode::find_invalid(bytes); bad != std::string_view::npos) {
    fail(GK_E_NOT_TEXT, fmt::format("参数{}的第{}字节起不是UTF-8文字。", name, bad + 1),
         fmt::format("The argument {} is not UTF-8 from byte {} on.", name, bad + 1));
  }
  return bytes;
}

Date date_argument(std::int32_t year, std::int32_t month, std::int32_t day) {
  if (year == 0 && month == 0 && day == 0) {
    return {};
  }
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (year < 1 || year > last_year || month < 1 || month > 12 || day < 1 ||
      day > days[month - 1] + (leap && month == 2 ? 1 : 0)) {
    fail_argument("publication_year, _month, _day", "不是一个日期", "make no date");
  }
  return {year, month, day};
}

Edition edition_argument(std::int32_t edition) {
  return enum_argument(edition, Edition::form_2021, "edition");
}

static_assert(static_cast<int>(Edition::form_2019) == GK_EDITION_2019);
static_assert(static_cast<int>(Edition::form_2021) == GK_EDITION_2021);

}  // namespace gongkai::capi

using namespace gongkai::capi;

const char* gk_version(void) {
  return GONGKAI_VERSION;
}

int32_t gk_abi_version(void) {
  return GK_ABI_VERSION;
}

gk_status gk_last_error(gk_error* out) {
  // Not guarded: the guard would clear what is asked for.
  if (out == nullptr || out->struct_size < first_size<gk_error> || out->struct_size > longest_struct) {
    return GK_E_ARGUMENT;
  }
  gk_error error{sizeof(gk_error), GK_OK, -1, -1, {"", 0}, {"", 0}, {}};
  if (const Record* const record = last_error.get(); record != nullptr && record->code != GK_OK) {
    error.code = record->code;
    error.cell = record->cell;
    error.row = record->row;
    error.message_zh = {record->zh, record->size_zh};
    error.message_en = {record->en, record->size_en};
    error.place = record->place;
  }
  put(error, out);
  return GK_OK;
}

const char* gk_status_name(gk_status status) {
  switch (status) {
#define GK_NAME(code) \
  case code:          \
    return #code
    GK_NAME(GK_OK);
    GK_NAME(GK_E_ARGUMENT);
    GK_NAME(GK_E_RANGE);
    GK_NAME(GK_E_NOT_FOUND);
    GK_NAME(GK_E_MEMORY);
    GK_NAME(GK_E_INTERNAL);
    GK_NAME(GK_E_EMPTY);
    GK_NAME(GK_E_NOT_TEXT);
    GK_NAME(GK_E_UNSUPPORTED);
    GK_NAME(GK_E_LIMIT);
    GK_NAME(GK_E_NOT_A_REPORT);
    GK_NAME(GK_E_MALFORMED);
#undef GK_NAME
    default:
      return "GK_E_?";
  }
}

gk_status gk_buffer_view(const gk_buffer* buffer, gk_text* out) {
  return guard([&] { need(out, "out") = lend(need(buffer, "buffer").bytes); });
}

void gk_buffer_free(gk_buffer* buffer) {
  delete buffer;
}
