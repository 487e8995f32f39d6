// Simplified and traditional writing: mirrors of portals, and files in Big5, have reports in the latter.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace gongkai {

/// The letters of the form, of what reports say, of cities and bodies in traditional writing, in order, and the same letters as
/// the form prints them.
inline constexpr std::u16string_view traditional_letters =
    u"並亞佈佔併來侷係俱個們倫備傢傳僅價億儘償優儲兒內兩別刪則剋創劃動務勝匯區協卻叄吳呂員問單噹嚮嚴國圍園圓圖團埰執報"
    u"場夠婁學實寧審寫寶尅將專對導層屬岡島峽崑崗嶺巖帶幣幾廈廢廣廳廻張強彆彙彥彿後徑從復徵悳態慶憑懃應懷戶捨捲掃掛採揚"
    u"換搆撫擊據擬敗敘數斷於昇時晉暫曆曏書會東條棗業極構樂樑標樣機檔檢檯檻欄權欵欽歷歸殘氣氾汎決沒況洩涼減測準溝溫滄滯"
    u"滿漢漲澤濟濰濱瀋瀏瀘為烏無煙熱營爭爲爾牽獲現瑪環產産畢當療發盡監盤眞眾睏硏確碼礙礦祕稅種稱積穩穫筆箇節範糧糰糾紀"
    u"約納級紹終組結絡給統綏經綫維網綿線編緻縣縫總織繫繳繼續纍纔罣罰羣義聞聯聲聽臨臺與興舉舊荊莊菓華菸萬蓋蕪薩蘆蘇蘭處"
    u"號衆衛裏補裡製複覈見規覽訂計討訓記訟訪設許訴註証評詞詢試話該詳認誤說説調請論證識譯議護讀變豐貝負財貢責貳貴費貼賀"
    u"資賓質賬賸購贛跤跼踐踰軍較輯輿轄轉轝辦農迴這連進遊運過達違遞遠適遷選遺遼還邊郵鄉鄭鄰鄲醫釋釦銀銅銷錄錦錫錯録錶鍵"
    u"鎮鏈鐵長門閉開間関閱閲闆關陝陞陸陽隊際隨隱隴隻雙雞難雲電頁頂項順須預領頭題額願顛類颱餘館餽饋饒馬駁駐驗體髮鬆鬚魯"
    u"鴨鶴鷄鷹鹹鹽麗麯麵黃點黨齊齣龍";
inline constexpr std::u16string_view simplified_letters =
    u"并亚布占并来局系具个们伦备家传仅价亿尽偿优储儿内两别删则克创划动务胜汇区协却叁吴吕员问单当向严国围园圆图团采执报"
    u"场够娄学实宁审写宝克将专对导层属冈岛峡昆岗岭岩带币几厦废广厅回张强别汇彦佛后径从复征德态庆凭勤应怀户舍卷扫挂采扬"
    u"换构抚击据拟败叙数断于升时晋暂历向书会东条枣业极构乐梁标样机档检台槛栏权款钦历归残气泛泛决没况泄凉减测准沟温沧滞"
    u"满汉涨泽济潍滨沈浏泸为乌无烟热营争为尔牵获现玛环产产毕当疗发尽监盘真众困研确码碍矿秘税种称积稳获笔个节范粮团纠纪"
    u"约纳级绍终组结络给统绥经线维网绵线编致县缝总织系缴继续累才挂罚群义闻联声听临台与兴举旧荆庄果华烟万盖芜萨芦苏兰处"
    u"号众卫里补里制复核见规览订计讨训记讼访设许诉注证评词询试话该详认误说说调请论证识译议护读变丰贝负财贡责贰贵费贴贺"
    u"资宾质账剩购赣交局践逾军较辑舆辖转舆办农回这连进游运过达违递远适迁选遗辽还边邮乡郑邻郸医释扣银铜销录锦锡错录表键"
    u"镇链铁长门闭开间关阅阅板关陕升陆阳队际随隐陇只双鸡难云电页顶项顺须预领头题额愿颠类台余馆馈馈饶马驳驻验体发松须鲁"
    u"鸭鹤鸡鹰咸盐丽曲面黄点党齐出龙";
static_assert(traditional_letters.size() == simplified_letters.size());
static_assert(std::is_sorted(traditional_letters.begin(), traditional_letters.end()));

/// The text with those letters in simplified writing; as long in bytes.
inline std::string in_simplified_writing(std::string_view valid_utf8) {
  std::string text(valid_utf8);
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[i + at]); };
    if ((byte(0) & 0xf0U) != 0xe0U) {
      continue;
    }
    const auto letter =
        static_cast<char16_t>(((byte(0) & 0x0fU) << 12U) | ((byte(1) & 0x3fU) << 6U) | (byte(2) & 0x3fU));
    const auto found = std::lower_bound(traditional_letters.begin(), traditional_letters.end(), letter);
    if (found != traditional_letters.end() && *found == letter) {
      const auto simple =
          static_cast<unsigned>(simplified_letters[static_cast<std::size_t>(found - traditional_letters.begin())]);
      text[i] = static_cast<char>(0xe0U | (simple >> 12U));
      text[i + 1] = static_cast<char>(0x80U | ((simple >> 6U) & 0x3fU));
      text[i + 2] = static_cast<char>(0x80U | (simple & 0x3fU));
    }
    i += 2;
  }
  return text;
}

/// Whether a text is in traditional writing. 公開 or 報告 stand in every report.
inline bool is_traditional(std::string_view text) {
  return text.find("開") != std::string_view::npos || text.find("報") != std::string_view::npos;
}

}  // namespace gongkai
