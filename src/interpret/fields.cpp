// The names of fields as portals have them.
#include "interpret/fields.hpp"

#include <algorithm>

#include "interpret/written.hpp"
#include "text/fold.hpp"

namespace gongkai {
namespace {

struct FieldName {
  std::string_view name;
  FieldKind kind;
};
constexpr FieldName field_names[] = {
    {"标题", FieldKind::title},         {"名称", FieldKind::title},
    {"信息名称", FieldKind::title},     {"ArticleTitle", FieldKind::title},
    {"title", FieldKind::title},        {"发布机构", FieldKind::publisher},
    {"发布单位", FieldKind::publisher}, {"公开主体", FieldKind::publisher},
    {"发文机关", FieldKind::publisher}, {"制发机关", FieldKind::publisher},
    {"发文单位", FieldKind::publisher}, {"信息来源", FieldKind::publisher},
    {"来源", FieldKind::publisher},     {"ContentSource", FieldKind::publisher},
    {"发布部门", FieldKind::publisher}, {"公开部门", FieldKind::publisher},
    {"公开单位", FieldKind::publisher}, {"信息提供", FieldKind::publisher},
    {"来自", FieldKind::publisher},     {"文章来源", FieldKind::publisher},
    {"稿件来源", FieldKind::publisher}, {"发布者", FieldKind::publisher},
    {"发布时间", FieldKind::published}, {"发布日期", FieldKind::published},
    {"公开日期", FieldKind::published}, {"公开时间", FieldKind::published},
    {"发文日期", FieldKind::published}, {"PubDate", FieldKind::published},
    {"成文日期", FieldKind::written},   {"生成日期", FieldKind::written},
    {"更新时间", FieldKind::other},     {"更新日期", FieldKind::other},
    {"报告机关", FieldKind::body},      {"报告年度", FieldKind::year},
    {"报告格式", FieldKind::edition},   {"机关层级", FieldKind::level},
    {"机关性质", FieldKind::kind},      {"统计范围", FieldKind::coverage},
    {"索引号", FieldKind::other},       {"文号", FieldKind::other},
    {"发文字号", FieldKind::other},     {"发布文号", FieldKind::other},
    {"主题分类", FieldKind::other},     {"组配分类", FieldKind::other},
    {"主题词", FieldKind::other},       {"关键词", FieldKind::other},
    {"体裁", FieldKind::other},         {"有效性", FieldKind::other},
    {"浏览次数", FieldKind::other},     {"点击数", FieldKind::other},
    {"阅读次数", FieldKind::other},     {"访问量", FieldKind::other},
    {"浏览", FieldKind::other},         {"点击", FieldKind::other},
    {"字体", FieldKind::other},         {"字号", FieldKind::other},
    {"信息索引号", FieldKind::other},   {"内容概述", FieldKind::other},
    {"主题导航", FieldKind::other},     {"分类", FieldKind::other},
    {"作者", FieldKind::other},         {"责任编辑", FieldKind::other},
    {"信息类别", FieldKind::other},     {"公开方式", FieldKind::other},
    {"公开范围", FieldKind::other},     {"公开形式", FieldKind::other},
    {"公开类型", FieldKind::other},     {"统一登记号", FieldKind::other},
    {"时间", FieldKind::other},
};

/// Where a colon and the bracket that may stand before it begin and end; nothing where no further one is there.
struct ColonAt {
  std::size_t begin, end;
};
std::optional<ColonAt> next_colon(std::string_view text, std::size_t from) {
  constexpr std::string_view wide = "：", brackets[] = {"】", "]", "］"};
  const std::size_t at = std::min(text.find(':', from), text.find(wide, from));
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  ColonAt colon{at, at + (text[at] == ':' ? 1 : wide.size())};
  for (const std::string_view bracket : brackets) {
    if (text.substr(from, at - from).ends_with(bracket)) {
      colon.begin -= bracket.size();
      break;
    }
  }
  return colon;
}

/// The longest name that the text ends with; nullptr where it ends with none.
const FieldName* name_behind(std::string_view text) {
  const FieldName* longest = nullptr;
  for (const FieldName& field : field_names) {
    if (text.ends_with(field.name) && (longest == nullptr || field.name.size() > longest->name.size())) {
      longest = &field;
    }
  }
  return longest;
}

}  // namespace

std::vector<FieldFound> fields_in(std::string_view squeezed) {
  std::vector<FieldFound> found;
  const std::string plain = unicode::simplified(squeezed);
  std::size_t value = 0;  // where the last one's begins
  for (std::optional<ColonAt> colon = next_colon(plain, 0); colon; colon = next_colon(plain, colon->end)) {
    const FieldName* name = name_behind(std::string_view(plain).substr(value, colon->begin - value));
    if (name == nullptr) {
      continue;
    }
    const std::size_t begin = colon->begin - name->name.size();
    if (!found.empty()) {
      found.back().value = squeezed.substr(value, begin - value);
    }
    value = colon->end;
    found.push_back({name->kind, begin, squeezed.substr(value)});
  }
  return found;
}

std::optional<FieldKind> field_kind(std::string_view text) {
  constexpr std::size_t longest = 24;  // bytes, with a colon and brackets
  std::string name = squeeze(text);
  if (name.size() > longest) {
    return std::nullopt;
  }
  name = unicode::simplified(name);
  for (const std::string_view mark : {"：", ":", "】", "【"}) {
    for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark)) {
      name.erase(at, mark.size());
    }
  }
  const auto* known = std::find_if(std::begin(field_names), std::end(field_names),
                                   [&](const FieldName& field) { return field.name == name; });
  return known == std::end(field_names) ? std::nullopt : std::optional(known->kind);
}

bool is_field_line(std::string_view line) {
  const std::string squeezed = squeeze(line);
  const std::vector<FieldFound> found = fields_in(squeezed);
  return !found.empty() && is_field_name(std::string_view(squeezed).substr(
                               0, static_cast<std::size_t>(found.front().value.data() - squeezed.data())));
}

bool is_field_name(std::string_view text) {
  return field_kind(text).has_value();
}

}  // namespace gongkai
