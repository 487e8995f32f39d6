// Folding by one table over the BMP, built once from utf8proc's NFKC.
#include "text/fold.hpp"

#include <utf8proc.h>

#include <array>

#include "text/utf8.hpp"

namespace gongkai::unicode {
namespace {

// U+2E80..2EF3, CJK Radicals Supplement, as unified ideographs (Unicode's EquivalentUnifiedIdeograph). NFKC leaves them
// alone, but text copied from a PDF is full of them. A space stands for "no equivalent in the BMP".
constexpr std::u16string_view radicals =
    u" 厂乛乚乙亻冂 刀刂卜㔾小小兀尣尢 巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王 目示礻 糹纟罓罒㓁冗 羊  "
    u"耂肀聿肉 艹艹艹虎衤覀西见角 讠贝 "
    u"车辶辶辶邑钅長镸长门 阝雨青韦页风飞食 飠饣 马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
static_assert(radicals.size() == 0x2ef3 - 0x2e80 + 1);

// The letters of the form's labels, of headings and titles, of cities and bodies in traditional writing, as mirrors of portals and Big5 have
// them, and the same letters as the form prints them.
constexpr std::u16string_view traditional_letters =
    u"萬業個為爲舉於會體關內決況減製辦務動區單發隻國處復複審對屬廢開強當錄總執"
    u"護報據數無機權條構標沒濟現確祕穩類係糾納組織經結繼續維繳罰範獲補規計認議"
    u"記許論訟訪訴詢請購費轉過進踰採問項題額時間來縣鎮鄉廳醫學團圖館員東廣慶隊"
    u"將頁兩後準徵與從應該並臺種佈態點擊閱讀瀏覽"
    u"漢瀋鄭長蘇錫寧溫紹興華麗蕪馬銅龍巖廈贛賓綿陽瀘樂達資貴畢臨滄蘭銀隴張涼吳衛烏魯齊爾瑪遼倫貝連撫錦營盤鐵蘆島"
    u"濱雞鶴崗雙綏雲鹽揚遷濰煙棗莊澤頂峽駐黃荊門隨懷婁欽賀亞貢順薩寶鄲晉運呂陝軍財稅監場農環劃設統遊糧儲氣檔殘聯療";
constexpr std::u16string_view simplified_letters =
    u"万业个为为举于会体关内决况减制办务动区单发只国处复复审对属废开强当录总执"
    u"护报据数无机权条构标没济现确秘稳类系纠纳组织经结继续维缴罚范获补规计认议"
    u"记许论讼访诉询请购费转过进逾采问项题额时间来县镇乡厅医学团图馆员东广庆队"
    u"将页两后准征与从应该并台种布态点击阅读浏览"
    u"汉沈郑长苏锡宁温绍兴华丽芜马铜龙岩厦赣宾绵阳泸乐达资贵毕临沧兰银陇张凉吴卫乌鲁齐尔玛辽伦贝连抚锦营盘铁芦岛"
    u"滨鸡鹤岗双绥云盐扬迁潍烟枣庄泽顶峡驻黄荆门随怀娄钦贺亚贡顺萨宝郸晋运吕陕军财税监场农环划设统游粮储气档残联疗";
static_assert(traditional_letters.size() == simplified_letters.size());

bool is_structural(char32_t c) {
  return c == '(' || c == ')' || c == '.' || c == ',' || c == u'、';
}

char16_t fold_by_unicode(char32_t c) {
  if (c >= 0x2e80 && c <= 0x2ef3 && radicals[c - 0x2e80] != u' ') {
    return radicals[c - 0x2e80];
  }
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = 0;
  const auto n = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD), &boundary);
  const auto plain = n == 1 ? static_cast<char32_t>(parts[0]) : c;
  if (is_space(plain) || plain > 0xffff) {
    return 0;
  }
  if (is_structural(plain)) {
    return static_cast<char16_t>(plain);
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(plain))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
      return static_cast<char16_t>(plain);
    default:
      return 0;
  }
}

constexpr bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7ff);
}

class FoldTable {
 public:
  FoldTable() {
    for (char32_t c = 0; c < table_.size(); ++c) {
      table_[c] = is_ideograph(c) ? static_cast<char16_t>(c) : fold_by_unicode(c);
    }
    for (std::size_t i = 0; i < traditional_letters.size(); ++i) {
      table_[traditional_letters[i]] = simplified_letters[i];
    }
  }
  char16_t operator[](char32_t c) const { return c < table_.size() ? table_[c] : u'\ufffd'; }

 private:
  std::array<char16_t, 0x10000> table_{};
};

const FoldTable& table() {
  static const FoldTable instance;
  return instance;
}

constexpr std::u16string_view chinese_digits = u"〇一二三四五六七八九十";

bool is_digit(char16_t c) {
  return (c >= u'0' && c <= u'9') || chinese_digits.find(c) != std::u16string_view::npos;
}

/// Whether it is a radical that stands for a letter, as PDFs of browsers have them.
bool is_radical(char32_t c) {
  return c >= 0x2e80 && c <= 0x2fdf && table()[c] != 0 && table()[c] != c;
}

}  // namespace

char16_t fold_char(char32_t c) {
  return table()[c];
}

std::string simplified(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next(text, i);
    if (is_ideograph(c) || is_radical(c)) {
      append(result, table()[c]);
    } else {
      result.append(text.substr(begin, i - begin));
    }
  }
  return result;
}

std::string without_radicals(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next(text, i);
    if (is_radical(c)) {
      append(result, table()[c]);
    } else {
      result.append(text.substr(begin, i - begin));
    }
  }
  return result;
}

int number_of(std::u16string_view digits) {
  int value = 0, unit = 0;
  for (const char16_t c : digits) {
    if (c >= u'0' && c <= u'9') {
      unit = unit * 10 + (c - u'0');
    } else if (c == u'十') {
      value = (unit == 0 ? 1 : unit) * 10;
      unit = 0;
    } else {
      const std::size_t digit = chinese_digits.find(c);
      if (digit == std::u16string_view::npos) {
        return 0;
      }
      unit = unit * 10 + static_cast<int>(digit);
    }
    if (unit > 99 || value > 99) {
      return 0;
    }
  }
  return value + unit;
}

void fold(std::string_view label, Folded& out) {
  const FoldTable& folded = table();
  out.text.clear();
  out.numbering = Numbering::none;
  out.number = 0;
  std::size_t head = std::u16string::npos;
  bool only_digits = true;    // so far; then a mark may turn them into a numbering
  bool open_bracket = false;  // stood before those digits
  for (std::size_t i = 0; i < label.size();) {
    const char16_t c = folded[next(label, i)];
    if (c == 0) {
      continue;
    }
    if (is_structural(c)) {
      if (out.text.empty()) {
        open_bracket = open_bracket || c == u'(';
      } else if (only_digits && c != u'(' && out.number == 0 && number_of(out.text) != 0) {
        out.number = number_of(out.text);
        out.numbering = open_bracket && c == u')' ? Numbering::bracketed : Numbering::plain;
        out.text.clear();
        head = std::u16string::npos;
      } else if (c == u'(' && head == std::u16string::npos) {
        head = out.text.size();
      }
      continue;
    }
    only_digits = only_digits && out.number == 0 && is_digit(c);
    out.text.push_back(c);
  }
  out.head_size = head == std::u16string::npos ? out.text.size() : head;
}

}  // namespace gongkai::unicode
