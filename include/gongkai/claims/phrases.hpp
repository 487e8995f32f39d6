// The phrases that may stand around a number without changing what is counted: any other may narrow it.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gongkai::claims_detail {

/// Where a phrase is plain. Values are flags.
enum Plain : std::uint8_t {
  anywhere = 1,
  of_requests = 2,
  of_cases = 4,
  of_documents = 8,  ///< and of decisions and fees
  of_reasons = 16,   ///< of a result
  counted = 32,      ///< around a number, but not in a denial: 未收到新的申请 denies a part
};

struct PlainPhrase {
  std::string_view text;
  std::uint8_t where = 0;
};

/// Sorted, so that the phrases with one first character stand together.
inline constexpr auto plain_phrases = [] {
  constexpr std::uint8_t any = anywhere, requests = of_requests, cases = of_cases, documents = of_documents,
                         reasons = of_reasons, numbers = counted, matters = of_requests | of_cases;
  // clang-format off
  auto list = std::to_array<PlainPhrase>({
    // how many
    {"共", any}, {"共计", any}, {"总共", any}, {"合计", any}, {"总计", any}, {"一共", any}, {"总数", any}, {"总量", any}, {"总数量", any}, {"总件数", any}, {"数量", any},
    {"件数", any}, {"数", any}, {"量", any}, {"总", any}, {"是", any}, {"为", any}, {"有", any}, {"达", any}, {"达到", any}, {"计", any}, {"均", any}, {"全部", any}, {"都", any},
    {"经统计", any}, {"据统计", any}, {"统计", any}, {"实际", any}, {"分别", any}, {"累计", any}, {"总体", any}, {"之和", any},
    // when, beside what is a token of its own
    {"年", any}, {"年度", any}, {"度", any}, {"本", any}, {"至", any}, {"底", any}, {"末", any}, {"止", any}, {"截至", any}, {"截止", any}, {"目前", any},
    // joining, and how
    {"的", any}, {"了", any}, {"过", any}, {"之", any}, {"所", any}, {"在", any}, {"由", any}, {"对", any}, {"于", any}, {"以", any}, {"将", any}, {"把", any}, {"并", any},
    {"且", any}, {"和", any}, {"与", any}, {"或", any}, {"或者", any}, {"以及", any}, {"及", any}, {"及其", any}, {"也", any}, {"亦", any}, {"又", any}, {"还", any}, {"同时", any},
    {"已", any}, {"已经", any}, {"另", any}, {"另外", any}, {"其中", any}, {"均已", any}, {"“", any}, {"”", any}, {"‘", any}, {"’", any}, {"\"", any}, {"/", any}, {"、", any}, {"（", any}, {"）", any}, {"。", any}, {"；", any}, {".", any}, {"！", any}, {"(", any}, {")", any}, {"：", any},
    {"依法", any}, {"依规", any}, {"依法依规", any}, {"依程序", any}, {"按程序", any}, {"按规定", any}, {"按照规定", any}, {"规范", any}, {"认真", any}, {"严格", any},
    {"积极", any}, {"妥善", any}, {"稳妥", any}, {"高效", any}, {"及时", any}, {"圆满", any}, {"顺利", any}, {"登记", any}, {"进行", any}, {"完成", any}, {"方面", any},
    {"情况", any}, {"情况如下", any}, {"情形", any}, {"工作", any}, {"事项", any}, {"相关", any}, {"有关", any}, {"关于", any}, {"各类", any}, {"各种", any}, {"各项", any},
    {"类", any}, {"类型", any}, {"各", any}, {"等", any}, {"如下", any}, {"具体", any}, {"任何", any}, {"任何形式", any}, {"一起", any}, {"一件", any}, {"一例", any}, {"现象", any},
    {"一是", any}, {"二是", any}, {"三是", any}, {"四是", any}, {"五是", any}, {"六是", any}, {"首先", any}, {"其次", any}, {"方式", any}, {"两种", requests}, {"三种", requests}, {"四种", requests}, {"多种", any}, {"渠道", any}, {"途径", any},
    // requests
    {"政府信息", matters}, {"政务信息", matters}, {"信息", matters}, {"政府", matters}, {"公开", matters}, {"申请", matters}, {"申请件", requests}, {"申请书", requests},
    {"申请表", requests}, {"件", any}, {"要求", requests}, {"请求", requests}, {"公民", matters}, {"法人", matters}, {"其他组织", matters}, {"其它组织", matters},
    {"组织", matters}, {"社会公众", requests}, {"公众", requests}, {"群众", requests}, {"人民群众", requests}, {"社会各界", requests}, {"申请人", matters}, {"提出", matters},
    {"提交", matters}, {"递交", matters}, {"提起", cases}, {"获取", requests}, {"门户", requests}, {"系统", requests}, {"专栏", requests}, {"窗口", requests}, {"向", matters}, {"通过", matters}, {"予以", requests}, {"作出", any}, {"做出", any},
    {"未到期", requests}, {"未到", requests}, {"期限", requests}, {"法定", requests}, {"办理", requests}, {"接收", requests}, {"新接收", requests}, {"剩余", numbers}, {"余", numbers}, {"尚", numbers}, {"仍", numbers}, {"继续", numbers}, {"期内", requests}, {"因", any}, {"受理时间", numbers},
    {"一年", numbers}, {"一", numbers}, {"下", numbers}, {"上", numbers}, {"到", numbers}, {"至下一年度", numbers}, {"前", numbers}, {"件办理", numbers}, {"率", numbers},
    // whose
    {"我", any}, {"我局", any}, {"我县", any}, {"我市", any}, {"我区", any}, {"我省", any}, {"我州", any}, {"我旗", any}, {"我盟", any}, {"我处", any}, {"我所", any}, {"我站", any},
    {"我会", any}, {"我社", any}, {"我管委会", any}, {"我部门", any}, {"本机关", any}, {"本级", any}, {"本局", any}, {"本厅", any}, {"行政机关", any}, {"单位", any}, {"部门", any}, {"机关", any},
    {"全乡", any}, {"全街道", any}, {"全办", any}, {"办事处", any},
    // review and litigation
    {"因", cases}, {"引发", cases}, {"引起", cases}, {"产生", cases}, {"导致", cases}, {"发生", cases}, {"涉及", cases}, {"涉", cases}, {"被", cases}, {"案件", cases}, {"案", cases}, {"件次", cases},
    {"行政", cases}, {"信息类", cases}, {"公开类", cases}, {"起", cases}, {"而", cases}, {"应诉", 0}, {"不服", cases}, {"提请", cases}, {"处理", cases}, {"结果", cases | of_reasons},
    {"存在", cases}, {"出现", cases},
    // documents, decisions and fees
    {"现行", documents}, {"本机关制定", documents}, {"新", documents}, {"处理", documents}, {"办理", documents}, {"清理", documents}, {"梳理", documents}, {"集中", documents}, {"统一", documents},
    {"动态更新", documents}, {"更新", documents}, {"对外", documents}, {"金额", documents}, {"收取", documents}, {"收入", documents}, {"征收", documents}, {"收费", documents}, {"保留", documents},
    {"公布", documents}, {"发布", documents}, {"公开", documents}, {"案件", documents}, {"后", documents}, {"继续", documents}, {"文件", documents},
    // reasons of a result
    {"属于", reasons}, {"属", reasons}, {"保护", reasons}, {"合法权益", reasons}, {"三类", reasons}, {"四类", reasons}, {"危及", reasons}, {"一稳定", reasons}, {"本机关", reasons}, {"信息", reasons},
    {"政府信息", reasons}, {"申请", reasons}, {"申请内容", reasons}, {"仍不明确", reasons}, {"不明确", reasons}, {"内容", reasons}, {"需要", reasons}, {"需", reasons}, {"另行制作", reasons}, {"逾期", reasons},
    {"未按", reasons}, {"不", reasons}, {"收费通知", reasons}, {"要求", reasons}, {"缴纳", reasons}, {"费用", reasons}, {"正当理由", reasons}, {"无正当理由", reasons}, {"大量", reasons}, {"系", reasons}, {"涉及", reasons},
    {"原因", reasons}, {"主要", reasons}, {"行政机关", reasons}, {"提供", reasons}, {"公开", reasons}, {"其他", reasons}, {"行政", reasons}, {"案卷", reasons}, {"举报", reasons}, {"后", reasons}, {"未", reasons},
    {"申请人", reasons}, {"处理", reasons}, {"确认或", reasons}, {"已获取", reasons}, {"撤回", reasons}, {"主动", reasons},
  });
  // clang-format on
  std::sort(list.begin(), list.end(), [](const PlainPhrase& a, const PlainPhrase& b) { return a.text < b.text; });
  return list;
}();

/// Whether the characters of `text` stand in the name in this order: 发改局 of 发展和改革局.
constexpr bool is_abbreviation(std::string_view text, std::string_view name) {
  std::size_t at = 0;
  for (std::size_t i = 0; i + 3 <= text.size(); i += 3) {
    const std::size_t found = name.find(text.substr(i, 3), at);
    if (found == std::string_view::npos) {
      return false;
    }
    at = found + 3;
  }
  return true;
}

/// Calls take(size) for each way in which the text begins with the body's name or the end of it: 桐江市水利局 is 市水利局
/// too, 丰县人民政府办公室 is 县政府办, and a government is its place.
template <class Take>
void for_each_own_name(std::string_view text, std::string_view name, Take take) {
  constexpr std::string_view people = "人民", office = "公室";
  const std::size_t middle = name.find("人民政府");
  constexpr std::size_t longest = 30;  // bytes
  const std::string_view last = name.size() < 3 ? name : name.substr(name.size() - 3);
  for (std::size_t size = 3, at = 0; size <= std::min(text.size(), longest); size += 3) {
    const std::string_view character = text.substr(size - 3, 3);
    const std::size_t found = name.find(character, at);
    if (found == std::string_view::npos) {
      break;
    }
    at = found + 3;
    if (size >= 9 && (character == last || (character == "委" && last == "会"))) {
      take(size);
    }
  }
  for (std::size_t from = 0; from + 6 <= name.size(); from += 3) {
    const std::string_view end = name.substr(from);
    if (text.starts_with(end)) {
      take(end.size());
    }
    if (middle == std::string_view::npos || from > middle) {
      continue;
    }
    const std::string_view place = name.substr(from, middle - from);
    std::string_view rest = name.substr(middle + people.size());
    if (text.substr(0, place.size()) != place) {
      continue;
    }
    const bool is_government = rest == "政府";
    if (is_government && place.size() >= 6) {
      take(place.size());
    }
    if (text.substr(place.size(), rest.size()) == rest) {
      take(place.size() + rest.size());
    }
    rest = rest.substr(0, rest.find(office));
    if (text.substr(place.size(), rest.size()) == rest) {
      take(place.size() + rest.size());
    }
  }
}

/// Whether the text is made of plain phrases alone; spaces do not count. `own_name` is that of the body that reports.
inline bool is_plain(std::string_view text, unsigned where, std::string_view own_name) {
  constexpr std::size_t longest = 300;  // bytes
  if (text.size() > longest) {
    return false;
  }
  std::bitset<longest + 1> reached;
  reached.set(0);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!reached[at]) {
      continue;
    }
    const std::string_view rest = text.substr(at);
    if (rest[0] == ' ' || rest[0] == '\n' || rest.starts_with("\u3000") || rest.starts_with("\u00a0")) {
      reached.set(at + (rest[0] == ' ' || rest[0] == '\n' ? 1 : rest[0] == '\xe3' ? 3 : 2));
      continue;
    }
    const std::string_view first = rest.substr(0, 3);
    for (auto phrase = std::lower_bound(plain_phrases.begin(), plain_phrases.end(), first,
                                        [](const PlainPhrase&a, std::string_view b) { return a.text < b; });
         phrase != plain_phrases.end() && phrase->text.substr(0, 3) == first; ++phrase) {
      if ((phrase->where & where) != 0 && rest.substr(0, phrase->text.size()) == phrase->text) {
        reached.set(at + phrase->text.size());
      }
    }
    for_each_own_name(rest, own_name, [&](std::size_t size) { reached.set(at + size); });
  }
  return reached[text.size()];
}

}  // namespace gongkai::claims_detail
