// Writes JSON into a string: RapidJSON's writer with what our values need.
#pragma once

#include <rapidjson/writer.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/message.hpp"
#include "json/names.hpp"
#include "text/utf8.hpp"

namespace gongkai::json {

/// The stream that RapidJSON writes to.
struct Sink {
  using Ch = char;
  std::string text;
  void Put(char c) { text.push_back(c); }
  void Flush() {}
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

  std::string& out() { return os_->text; }

  void text(std::string_view value) {
    Prefix(rapidjson::kStringType);
    out().push_back('"');
    if (unicode::find_invalid(value) == std::string_view::npos) {
      append_escaped(value);
    } else {
      append_escaped(unicode::repaired(value));
    }
    out().push_back('"');
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
        out().append(run, at);
        append_escape(c);
        run = at + 1;
      }
    }
    out().append(run, end);
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
