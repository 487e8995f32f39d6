// What a page or a file says of itself as names and values: 发布机构：县教育局.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// What a field of metadata is about. Portals name the same thing in several ways.
enum class FieldKind : std::uint8_t {
  title,
  body,       ///< the reporting body itself
  publisher,  ///< who put the page up, mostly the same
  published,
  written,
  year,
  edition,
  level,
  kind,
  coverage,
  other,
};

/// A field: where its name begins, and its value, which points into the text that was searched.
struct FieldFound {
  FieldKind kind{};
  std::size_t begin = 0;
  std::string_view value;
};

/// The fields of a line without spaces: "发布时间：2021-03-05来源：县教育局浏览次数：12".
std::vector<FieldFound> fields_in(std::string_view squeezed);

/// The kind of field that a name stands for, with or without a colon; nothing where it is none.
std::optional<FieldKind> field_kind(std::string_view name);

/// Whether a line begins with a field of metadata and its value: 发布时间：2021-03-05　来源：县教育局.
bool is_field_line(std::string_view line);

/// Whether it is the name of a metadata field, such as 发布机构, with or without a colon.
bool is_field_name(std::string_view text);

}  // namespace gongkai
