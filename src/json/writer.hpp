// Writes JSON into a string: RapidJSON's writer with what our values need.
#pragma once

#include <rapidjson/writer.h>

#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/message.hpp"
#include "json/names.hpp"
#include "text/utf8.hpp"

namespace gongkai::json {

/// The stream that RapidJSON writes to. Inlined everywhere its functions would be 12 KiB.
class Sink {
 public:
  using Ch = char;

  [[gnu::noinline]] void Put(char c) {
    if (size_ == pending_.size()) {
      Flush();
    }
    pending_[size_++] = c;
  }
  [[gnu::noinline]] void append(const char* bytes, std::size_t size) {
    if (size > pending_.size() - size_) {
      Flush();
    }
    if (size > pending_.size()) {
      text_.append(bytes, size);
    } else {
      std::memcpy(pending_.data() + size_, bytes, size);
      size_ += size;
    }
  }
  [[gnu::noinline]] void Flush() {
    text_.append(pending_.data(), size_);
    size_ = 0;
  }
  /// All that was written, to be added to.
  std::string& text() {
    Flush();
    return text_;
  }

 private:
  std::string text_;
  std::array<char, 512> pending_;  // a string grows by a call for each letter, which in libc++ takes most of the time
  std::size_t size_ = 0;
};

inline constexpr auto needs_escape = [] {
  std::array<bool, 256> result{};
  for (std::size_t c = 0; c < 0x20; ++c) {
    result[c] = true;
  }
  result['"'] = result['\\'] = true;
  return result;
}();

/// RapidJSON's writer keeps the structure; strings are copied in runs, which it does letter by letter.
class Writer : public rapidjson::Writer<Sink> {
  using Base = rapidjson::Writer<Sink>;

 public:
  explicit Writer(Sink& sink) : Base(sink) {}

  std::string& out() { return os_->text(); }

  void text(std::string_view value) {
    Prefix(rapidjson::kStringType);
    os_->Put('"');
    if (unicode::find_invalid(value) == std::string_view::npos) {
      append_escaped(value);
    } else {
      append_escaped(unicode::repaired(value));
    }
    os_->Put('"');
  }
  Writer& key(std::string_view name) {
    text(name);
    return *this;
  }
  void text_or_null(std::string_view value) {
    if (value.empty()) {
      Null();
    } else {
      text(value);
    }
  }
  void texts(const std::vector<std::string>& values) {
    StartArray();
    for (const std::string& value : values) {
      text(value);
    }
    EndArray();
  }
  void label(std::string_view zh, std::string_view en) {
    StartObject();
    key("zh").text(zh);
    key("en").text(en);
    EndObject();
  }
  void label(const Label& label) { this->label(label.zh, label.en); }
  void editions(Editions editions) {
    StartArray();
    for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
      if (has(editions, edition)) {
        text(name_of(edition_names, edition));
      }
    }
    EndArray();
  }
  void number(std::optional<std::int64_t> value, bool is_money) {
    if (!value) {
      Null();
    } else if (is_money) {
      text(yuan_text(*value));
    } else {
      Int64(*value);
    }
  }
  void date(const Date& date) { text_or_null(date.is_known() ? iso_date(date) : std::string()); }
  void place_members(const Place& place) {
    key("page").Uint(place.page);
    key("line").Uint(place.line);
    key("column").Uint(place.column);
    key("table").Uint(place.table);
    key("row").Uint(place.row);
    key("cell").Uint(place.cell);
  }
  void place(const Place& place) {
    StartObject();
    place_members(place);
    EndObject();
  }

 private:
  void append_escaped(std::string_view value) {
    const char* run = value.data();
    const char* const end = run + value.size();
    for (const char* at = run; at != end; ++at) {
      if (const auto c = static_cast<unsigned char>(*at); needs_escape[c]) {
        os_->append(run, static_cast<std::size_t>(at - run));
        append_escape(c);
        run = at + 1;
      }
    }
    os_->append(run, static_cast<std::size_t>(end - run));
  }
  void append_escape(unsigned char c) {
    constexpr std::string_view from = "\"\\\b\f\n\r\t", to = "\"\\bfnrt", digits = "0123456789abcdef";
    out().push_back('\\');
    if (const std::size_t i = from.find(static_cast<char>(c)); i != std::string_view::npos) {
      out().push_back(to[i]);
    } else {
      out().append("u00").push_back(digits[c >> 4U]);
      out().push_back(digits[c & 0xfU]);
    }
  }
};

}  // namespace gongkai::json
