// The heads of the tables of section two where lines or cells break their words: 本年新 / 制作数量, or only 本年新.
#pragma once

#include <string_view>
#include <vector>

namespace gongkai {

/// The columns (as in ColumnInfo::name) that texts right of 信息内容 announce, where they are the heads of one of the form's
/// tables: put together, or one by one where at least one is whole and the others begin as they should. Empty where not.
std::vector<std::string_view> columns_of_heads(const std::vector<std::string_view>& heads);

/// Whether the columns are all that one of the form's tables has.
bool are_all_columns(const std::vector<std::string_view>& names);

/// Whether the texts may be the beginning of such heads, broken into several.
bool may_begin_heads(const std::vector<std::string_view>& heads);

}  // namespace gongkai
