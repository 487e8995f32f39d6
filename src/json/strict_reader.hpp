// What the strict readers of JSON share: how they parse, and how they say what is wrong and where.
#pragma once

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gongkai/message.hpp"
#include "gongkai/model/result.hpp"
#include "text/near_names.hpp"
#include "text/quoted.hpp"
#include "text/utf8.hpp"

namespace gongkai::json {

using Stream = rapidjson::InsituStringStream;  // texts are unescaped in place, many bytes at a time

enum class Type : std::uint8_t { null, boolean, number, string, object, array };

inline Error malformed_at(std::string_view json, std::size_t offset, std::string zh, std::string en) {
  offset = std::min(offset, json.size());
  const std::string_view before = json.substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  Place where;
  where.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  where.column = static_cast<std::uint32_t>(offset - line_begin + 1);
  return {ErrorCode::malformed, fmt::format("{}（JSON第{}行第{}字节）", zh, where.line, where.column),
          fmt::format("{} (JSON line {}, byte {})", en, where.line, where.column), where};
}

inline std::optional<std::int64_t> whole_number(std::string_view digits) {
  std::int64_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && at == end ? std::optional(number) : std::nullopt;
}

/// The faults of one text. Each function records what is wrong at the place reached and is false, which ends the parse.
class Faults {
 public:
  /// `root` is what the text as a whole is: a report. The stream is a copy of the text.
  Faults(std::string_view json, Stream& stream, const Label& root) : json_(json), stream_(stream), root_(root) {}

  std::optional<Error>& error() { return error_; }

  bool fail(std::string zh, std::string en) {
    error_ = malformed_at(json_, stream_.Tell(), std::move(zh), std::move(en));
    return false;
  }
  /// `inside` is the part that the key stands in; empty for the root.
  bool unknown_key(std::string_view key, const std::string& inside, const std::vector<std::string_view>& near) {
    std::string zh = fmt::format("{}中没有“{}”这一项。", inside.empty() ? root_.zh : inside, quoted(key));
    std::string en = fmt::format("There is no key “{}” in {}.", quoted(key), inside.empty() ? root_.en : inside);
    if (!near.empty()) {
      zh += fmt::format("是不是：{}？", joined(near, "、"));
      en += fmt::format(" Did you mean {}?", joined(near, ", "));
    }
    return fail(std::move(zh), std::move(en));
  }
  /// Whether what \u wrote is text: half a surrogate pair is none.
  bool is_text(std::string_view text) {
    return unicode::find_invalid(text) == std::string_view::npos ||
           fail("\\u写的不是一个字符（半个代理对）。", "What \\u writes is no character (half a surrogate pair).");
  }
  bool twice(std::string_view key) {
    return fail(fmt::format("“{}”出现了两次，请只保留一个。", quoted(key)),
                fmt::format("The key “{}” appears twice. Keep one.", quoted(key)));
  }
  bool wrong_type(const std::string& where, const Label& wanted, Type type) {
    constexpr Label names[] = {{"null", "null"},       {"真假值", "a boolean"}, {"数", "a number"},
                               {"字符串", "a string"}, {"对象", "an object"},   {"数组", "an array"}};
    const Label& found = names[static_cast<std::size_t>(type)];
    return fail(fmt::format("“{}”应当是{}，这里是{}。", where, wanted.zh, found.zh),
                fmt::format("“{}” must be {}, not {}.", where, wanted.en, found.en));
  }
  bool wrong_value(const std::string& where, const Label& wanted, std::string_view text) {
    return fail(fmt::format("“{}”应当是{}，这里是“{}”。", where, wanted.zh, quoted(text)),
                fmt::format("“{}” must be {}, not “{}”.", where, wanted.en, quoted(text)));
  }

 private:
  std::string_view json_;
  Stream& stream_;
  Label root_;
  std::optional<Error> error_;
};

/// Hands the events of the text to a Builder{json, stream}, and gives its error, or the parser's own.
template <class Builder>
std::optional<Error> parse_strictly(std::string_view json, std::optional<Builder>& builder) {
  if (json.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return Error{ErrorCode::empty, "文件是空的，没有可读的内容。", "The input is empty.", {}};
  }
  if (const std::size_t nul = json.find('\0'); nul != std::string_view::npos) {  // the parser would take it for the end
    return malformed_at(json, nul, "不是合法的JSON：含有空字节。", "Not valid JSON: it holds a zero byte.");
  }
  if (const std::size_t bad = unicode::find_invalid(json); bad != std::string_view::npos) {
    return malformed_at(json, bad, "不是合法的JSON：不是UTF-8编码。", "Not valid JSON: it is not UTF-8.");
  }
  constexpr std::size_t read_at_once = 16;  // beyond the end, which is the zero byte
  std::string copy;
  copy.reserve(json.size() + read_at_once);
  copy.append(json);
  Stream stream(copy.data());
  for (std::size_t i = json.starts_with("\ufeff") ? 3 : 0; i > 0; --i) {
    stream.Take();
  }
  builder.emplace(json, stream);
  rapidjson::Reader reader;
  constexpr unsigned flags =
      rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  if (const auto result = reader.Parse<flags>(stream, *builder); !result) {
    if (builder->error()) {
      return std::move(builder->error());
    }
    return malformed_at(json, result.Offset(), "不是合法的JSON，请检查引号、逗号和括号。",
                        fmt::format("Not valid JSON: {}", rapidjson::GetParseError_En(result.Code())));
  }
  return std::nullopt;
}

}  // namespace gongkai::json
