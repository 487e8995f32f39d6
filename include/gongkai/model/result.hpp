// The outcome of something that may not be possible: a value, or an error that says what, where and what to do.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "gongkai/model/reading.hpp"

namespace gongkai {

enum class ErrorCode : std::uint8_t {
  empty = 1,       ///< there is nothing in the input
  not_text,        ///< the bytes are not text in a known encoding
  unsupported,     ///< a known format that cannot be read here
  limit_exceeded,  ///< larger than the limits allow
  not_a_report,    ///< readable, but not an annual report on government information disclosure
  malformed,       ///< claims a format and breaks it
};

/// The word for it in JSON and in the program's output.
constexpr std::string_view code_name(ErrorCode code) {
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

/// Why something could not be done, in both languages.
struct Error {
  ErrorCode code{};
  std::string message_zh, message_en;
  Place where;
};

/// A T or an Error. Test it before use: value() of an error, and error() of a value, are std::bad_variant_access.
template <class T>
class Result {
 public:
  Result() = default;                                                        ///< holds a default T
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return state_.index() == 0; }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace gongkai
