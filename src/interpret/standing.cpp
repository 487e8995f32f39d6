// The end of a body's name says its kind, and the places in it say its rank.
#include "interpret/standing.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "interpret/prefecture_cities.hpp"
#include "interpret/written.hpp"
#include "text/fold.hpp"

namespace gongkai {
namespace {

using Words = std::initializer_list<std::string_view>;

bool ends_with_any(std::string_view text, Words tails) {
  return std::any_of(tails.begin(), tails.end(), [text](std::string_view tail) { return text.ends_with(tail); });
}

/// The rank of the city that a name begins with: "江苏省淮安市…"; unknown where there is none.
Level rank_of_city(std::string_view name) {
  for (const std::string_view region : {"省", "自治区"}) {
    if (const std::size_t at = name.find(region); at != std::string_view::npos) {
      name.remove_prefix(at + region.size());
    }
  }
  const std::size_t end = name.find("市");
  if (end == std::string_view::npos || end == 0) {
    return Level::unknown;
  }
  name = name.substr(0, end);
  return name == "北京" || name == "上海" || name == "天津" || name == "重庆" ? Level::province
         : is_prefecture_city(name)                                           ? Level::prefecture
                                                                              : Level::county;
}

bool is_township(std::string_view place) {
  return ends_with_any(place, {"镇", "乡", "苏木"});
}

/// The rank of a place with a government, by what kind of place its name says it is.
Level rank_of_place(std::string_view place) {
  if (ends_with_any(place, {"省", "自治区"})) {
    return Level::province;
  }
  if (ends_with_any(place, {"自治州", "盟", "地区"})) {
    return Level::prefecture;
  }
  if (ends_with_any(place, {"县", "区", "旗"})) {
    return Level::county;
  }
  return is_township(place) ? Level::township : place.ends_with("市") ? rank_of_city(place) : Level::unknown;
}

/// A government; of a city whose rank its name does not say, only likely to be one of a certain rank.
Standing government_of(std::string_view place) {
  const Level rank = rank_of_place(place);
  return {rank, Kind::government, rank == Level::unknown ? Confidence::likely : Confidence::certain};
}

/// Whether 区 in the name is a district of a city, rather than a zone or a region.
bool names_district(std::string_view name) {
  constexpr std::string_view district = "区";
  const std::size_t at = name.rfind(district);
  return at != std::string_view::npos && at != 0 &&
         !ends_with_any(name.substr(0, at),
                        {"自治", "地",   "开发", "高新", "新",   "园",   "港",   "景", "林", "矿",
                         "示范", "实验", "试验", "合作", "保税", "保护", "管理", "灌", "社", "产业"});
}

/// The rank of a department: that of the lowest place in its name.
Level rank_of_department(std::string_view name) {
  for (const std::string_view government : {"镇人民政府", "乡人民政府", "镇党政", "乡党政"}) {
    if (contains(name, government)) {
      return Level::township;
    }
  }
  const bool is_in_region = contains(name, "自治区") || contains(name, "省");
  if (contains(name, "县") || contains(name, "旗") || (!is_in_region && names_district(name)) ||
      (contains(name, "市") && contains(name, "区") && !contains(name, "自治区"))) {
    return Level::county;
  }
  if (!is_in_region && (name.starts_with("国家") || name.starts_with("国务院") || name.starts_with("中华人民共和国")) &&
      !contains(name, "市")) {
    return Level::national;
  }
  if (contains(name, "市")) {
    return rank_of_city(name);
  }
  return contains(name, "省") || name.ends_with("厅") ? Level::province : Level::unknown;
}

}  // namespace

Standing standing_of(std::string_view written) {
  const std::string simplified = unicode::simplified(written);
  const std::string_view name = simplified;
  constexpr std::string_view government = "人民政府", short_government = "政府";
  if (name.ends_with(government)) {
    return government_of(name.substr(0, name.size() - government.size()));
  }
  if (name.ends_with(short_government) && name.size() > short_government.size()) {
    const Standing found = government_of(name.substr(0, name.size() - short_government.size()));
    return found.level == Level::unknown ? Standing{} : found;
  }
  if (ends_with_any(name, {"街道办事处", "街道办", "街道"})) {
    return {Level::township, Kind::agency, Confidence::certain};
  }
  if (ends_with_any(name, {"管理委员会", "管委会"})) {
    return {Level::unknown, Kind::agency, Confidence::certain};
  }
  if (ends_with_any(name, {"医院", "学校", "中学", "小学", "大学", "学院", "集团", "公司", "中心", "图书馆", "博物馆",
                           "幼儿园"})) {
    return {Level::unknown, Kind::institution, Confidence::likely};
  }
  if (ends_with_any(name, {"局", "委员会", "厅", "办公厅", "办公室", "委", "署", "总队", "支队", "大队", "队"})) {
    return {rank_of_department(name), Kind::department, Confidence::certain};
  }
  if (is_township(name)) {
    return {Level::township, Kind::government, Confidence::certain};
  }
  if (ends_with_any(name, {"县", "市", "区", "州", "旗", "盟"})) {
    return {ends_with_any(name, {"县", "旗"}) ? Level::county : rank_of_city(name), Kind::government,
            Confidence::likely};
  }
  return {};
}

}  // namespace gongkai
