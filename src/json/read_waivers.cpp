// JSON of schema "gongkai.waivers/1" -> waivers, strictly: a waiver that is not understood must not seem to be in force.
#include <fmt/format.h>

#include <algorithm>
#include <bitset>

#include "gongkai/write.hpp"
#include "json/names.hpp"
#include "json/strict_reader.hpp"
#include "text/date.hpp"

namespace gongkai {
namespace {

using namespace json;

enum FileKey : std::size_t { key_schema, key_waivers };
enum WaiverKey : std::size_t { key_fingerprint, key_reason, key_author, key_date, key_expiry };
static_assert(waivers_keys[key_waivers] == "waivers" && waiver_keys[key_expiry] == "expiry");

class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder>, public Faults {
 public:
  Builder(std::string_view json, Stream& stream) : Faults(json, stream, {"豁免文件", "a file of waivers"}) {}

  bool Null() { return value(Type::null, {}); }
  bool Bool(bool) { return value(Type::boolean, {}); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return value(Type::number, {text, size}); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return is_text({text, size}) && value(Type::string, {text, size});
  }

  bool StartObject() {
    if (part_ == Part::document) {
      part_ = Part::file;
      return true;
    }
    if (part_ == Part::list) {
      part_ = Part::waiver;
      seen_waiver_.reset();
      waivers_.emplace_back();
      return true;
    }
    return value(Type::object, {});
  }
  bool StartArray() {
    if (part_ == Part::file && field_ == key_waivers) {
      part_ = Part::list;
      return true;
    }
    return value(Type::array, {});
  }
  bool EndObject(rapidjson::SizeType) {
    if (part_ == Part::file) {
      part_ = Part::document;
      return require(seen_file_, waivers_keys, {}, waivers_keys.size());
    }
    const bool is_whole = require(seen_waiver_, waiver_keys, inside(), key_expiry);
    part_ = Part::list;
    return is_whole;
  }
  bool EndArray(rapidjson::SizeType) {
    part_ = Part::file;
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view key(text, size);
    return part_ == Part::file ? take_key(key, waivers_keys, seen_file_) : take_key(key, waiver_keys, seen_waiver_);
  }

  std::vector<Waiver>& waivers() { return waivers_; }

 private:
  enum class Part : std::uint8_t { document, file, list, waiver };

  std::string inside() const {
    return part_ == Part::waiver ? fmt::format("waivers[{}]", waivers_.size() - 1) : std::string();
  }
  template <std::size_t n>
  bool take_key(std::string_view key, const std::array<Name, n>& names, std::bitset<n>& seen) {
    field_ = static_cast<std::size_t>(std::find(names.begin(), names.end(), key) - names.begin());
    if (field_ == n) {
      return unknown_key(key, inside(), near_names(key, names, [](Name name) { return name; }));
    }
    if (seen[field_]) {
      return twice(key);
    }
    seen.set(field_);
    return true;
  }
  /// The first `count` keys must be there.
  template <std::size_t n>
  bool require(const std::bitset<n>& seen, const std::array<Name, n>& names, const std::string& where,
               std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!seen[i]) {
        return fail(fmt::format("{}缺少“{}”。", where.empty() ? "豁免文件" : where, names[i]),
                    fmt::format("{} lacks “{}”.", where.empty() ? "The file of waivers" : where, names[i]));
      }
    }
    return true;
  }

  /// What must stand at the place reached.
  Label expected() const {
    if (part_ == Part::document || part_ == Part::list) {
      return {"对象", "an object"};
    }
    if (part_ == Part::file) {
      return field_ == key_schema ? Label{"\"gongkai.waivers/1\"", "\"gongkai.waivers/1\""} : Label{"数组", "an array"};
    }
    switch (field_) {
      case key_fingerprint:
        return {"16位十六进制的指纹（见check --json）", "a fingerprint of 16 hexadecimal digits (see check --json)"};
      case key_date:
        return {"\"YYYY-MM-DD\"形式的日期", "a date \"YYYY-MM-DD\""};
      case key_expiry:
        return {"\"YYYY-MM-DD\"形式的日期或null", "a date \"YYYY-MM-DD\" or null"};
      default:
        return {"不为空的字符串", "a string that is not empty"};
    }
  }
  std::string path() const {
    return part_ == Part::document ? "JSON"
           : part_ == Part::file   ? std::string(waivers_keys[field_])
           : part_ == Part::list   ? fmt::format("waivers[{}]", waivers_.size())
                                   : fmt::format("{}.{}", inside(), waiver_keys[field_]);
  }

  bool value(Type type, std::string_view text) {
    const bool is_expiry = part_ == Part::waiver && field_ == key_expiry;
    if (is_expiry && type == Type::null) {
      return true;
    }
    const bool may_be_text = part_ == Part::waiver || (part_ == Part::file && field_ == key_schema);
    if (!may_be_text || type != Type::string) {
      return wrong_type(path(), expected(), type);
    }
    return take(text) || wrong_value(path(), expected(), text);
  }
  bool take(std::string_view text) {
    if (part_ == Part::file) {
      return text == waivers_schema;
    }
    Waiver& waiver = waivers_.back();
    switch (field_) {
      case key_fingerprint:
        waiver.fingerprint = text;
        return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
      case key_reason:
        waiver.reason = text;
        return !text.empty();
      case key_author:
        waiver.author = text;
        return !text.empty();
      default:
        break;
    }
    const std::optional<Date> date = date_of(text);
    (field_ == key_date ? waiver.date : waiver.expiry) = date.value_or(Date{});
    return date.has_value();
  }

  std::vector<Waiver> waivers_;
  Part part_ = Part::document;
  std::size_t field_ = 0;  ///< index of the key last seen, in the keys of its part
  std::bitset<waivers_keys.size()> seen_file_;
  std::bitset<waiver_keys.size()> seen_waiver_;
};

}  // namespace

Result<std::vector<Waiver>> waivers_from_json(std::string_view json) {
  std::optional<Builder> builder;
  if (std::optional<Error> error = parse_strictly(json, builder)) {
    return std::move(*error);
  }
  return std::move(builder->waivers());
}

}  // namespace gongkai
