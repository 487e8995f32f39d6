// The words that say what a number in a report's prose counts, or that it counts something else.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gongkai::claims_detail {

/// What a word does to the numbers around it.
enum class Word : std::uint8_t {
  ignored,  ///< only keeps a shorter word inside it from being seen
  // what requests are called, and what happened to them
  request_topic,  ///< names requests for government information
  request,        ///< 申请 alone: of whatever kind the sentence is about
  disclosure,     ///< the sentence is about disclosure; enough for review and litigation
  received,
  newly_received,
  added,    ///< 新增: newly received, unless the clause compares with another year
  handled,  ///< 办理, 收办: new, or with those carried in, or completed
  processed,
  granted,
  partially_granted,
  denied,
  unavailable,
  not_processed,
  other_handling,
  sub_row,  ///< one reason inside a group of results
  on_time,  ///< 按期: at most all of them
  carried,
  carried_on,  ///< 转下年度
  unfinished,
  share,  ///< 占: what follows is a percentage of the whole
  // cases
  review,
  litigation,
  direct_litigation,
  litigation_after_review,
  upheld,
  corrected,
  pending,
  other_result,
  adverse,  ///< something else that happens to a case
  // section two
  government_rules,
  normative_documents,
  issued,
  published_as_issued,  ///< 发布: issuing or posting
  repealed,
  lapsed,  ///< 失效: what is repealed beside it may be counted otherwise
  in_force,
  licensing,
  penalty,
  compulsion,
  decision,
  administrative_fees,
  // the processing fee
  processing_fee,
  charged,
  // time
  this_year,
  last_year,
  next_year,
  part_of_year,
  change,       ///< compared with another year: what follows in the clause is a difference
  cumulative,   ///< over several years
  accumulated,  ///< 累计: over several years unless the sentence has named this one
  // how the number is meant
  among,      ///< 其中
  in_which,   ///< 中: what stood before it only says of what
  and_so_on,  ///< 等
  each,
  per,
  planned,
  approximate,  ///< directly before a number
  ordinal,      ///< directly before a number
  is,           ///< directly before a 0 without unit
  all_are,      ///< the same, of several things
  zero,         ///< 为零
  all,
  except,
  rest,
  others,  ///< 其他 alone
  // whose number, and of what
  own,
  territory,
  elsewhere,  ///< another body, unless the report's own name ends with it
  person,     ///< a natural person
  organization,
  organization_kind,  ///< one of the form's five
  channel,
  all_channels,
  other_topic,     ///< complaints, hotline, services: not requests for information
  published,       ///< put on display, not made
  other_document,  ///< what was done to documents, or documents, that the form does not count
  attribute,       ///< how documents may be published: 公文, 公开属性
  flaw,            ///< what is denied is a fault, not the request
  none,
  not_by,  ///< 未因, 未被: what follows is a reason or a doer
  no_review,
  no_litigation,
  no_request,
  no_document,  ///< 未制定
};
inline constexpr std::size_t word_kinds = static_cast<std::size_t>(Word::no_document) + 1;

struct WordEntry {
  std::string_view text;
  Word word = Word::ignored;
};

// clang-format off
inline constexpr WordEntry word_list[] = {
  {"信息公开申请", Word::request_topic}, {"公开申请", Word::request_topic}, {"公开的申请", Word::request_topic}, {"依申请", Word::request_topic},
  {"信息依申请公开", Word::request_topic}, {"依申请公开", Word::request_topic}, {"申请公开", Word::request_topic}, {"申请信息公开", Word::request_topic},
  {"申请政府信息", Word::request_topic}, {"公开政府信息的申请", Word::request_topic}, {"公开政府信息申请", Word::request_topic}, {"公开信息的申请", Word::request_topic}, {"政府信息申请", Word::request_topic}, {"申请人", Word::ignored}, {"申请", Word::request},
  {"信息公开", Word::disclosure}, {"政务公开", Word::disclosure}, {"申请行政复议", Word::review}, {"复议申请", Word::review},
  {"收到", Word::received}, {"受理", Word::received}, {"接收", Word::received}, {"接到", Word::received}, {"共收", Word::received},
  {"新收", Word::newly_received}, {"新收到", Word::newly_received}, {"新接收", Word::newly_received}, {"新受理", Word::newly_received},
  {"办理", Word::handled}, {"收办", Word::handled}, {"处理", Word::handled}, {"接办", Word::handled}, {"办理答复", Word::processed},
  {"办结", Word::processed}, {"办理结果", Word::processed}, {"答复", Word::processed}, {"办复", Word::processed}, {"回复", Word::processed}, {"办理完毕", Word::processed},
  {"办理完成", Word::processed}, {"答复率", Word::ignored}, {"办结率", Word::ignored}, {"受理率", Word::ignored}, {"办理率", Word::ignored},
  {"回复率", Word::ignored},
  {"予以公开", Word::granted}, {"同意公开", Word::granted}, {"部分公开", Word::partially_granted}, {"部分予以公开", Word::partially_granted},
  {"予以部分公开", Word::partially_granted}, {"部分同意公开", Word::partially_granted}, {"同意部分公开", Word::partially_granted},
  {"不予公开", Word::denied}, {"不予以公开", Word::denied}, {"不同意公开", Word::denied}, {"主动予以公开", Word::published},
  {"无法提供", Word::unavailable}, {"不能提供", Word::unavailable}, {"不予处理", Word::not_processed}, {"不予以处理", Word::not_processed},
  {"其他处理", Word::other_handling}, {"其它处理", Word::other_handling},
  {"国家秘密", Word::sub_row}, {"不掌握", Word::sub_row}, {"没有现成", Word::sub_row}, {"无现成", Word::sub_row}, {"需要另行制作", Word::sub_row},
  {"补正", Word::sub_row}, {"重复申请", Word::sub_row}, {"信访举报", Word::sub_row}, {"信访举报投诉", Word::sub_row}, {"信访投诉举报", Word::sub_row}, {"信访、举报、投诉", Word::sub_row}, {"缴纳费用", Word::sub_row},
  {"申请人撤回", Word::sub_row}, {"主动撤回", Word::sub_row}, {"自愿撤回", Word::sub_row}, {"自主撤回", Word::sub_row}, {"撤回的申请", Word::sub_row}, {"行政查询", Word::sub_row},
  {"按期", Word::on_time}, {"按时", Word::on_time}, {"如期", Word::on_time}, {"期限内", Word::on_time}, {"时限内", Word::on_time}, {"按时限", Word::on_time}, {"限期内", Word::on_time},
  {"出版物", Word::sub_row}, {"三安全", Word::sub_row},
  {"第三方", Word::sub_row}, {"内部事务", Word::sub_row}, {"过程性", Word::sub_row}, {"执法案卷", Word::sub_row}, {"查询事项", Word::sub_row},
  {"不存在", Word::sub_row}, {"非本机关", Word::sub_row}, {"不属于本机关", Word::sub_row}, {"反复申请", Word::sub_row}, {"已主动公开", Word::sub_row},
  {"重新出具", Word::sub_row}, {"法律行政法规禁止", Word::sub_row}, {"不再处理", Word::sub_row}, {"补充", Word::sub_row}, {"撤回申请", Word::sub_row},
  {"结转", Word::carried}, {"转结", Word::carried}, {"顺延", Word::carried}, {"转入", Word::carried}, {"转至", Word::carried},
  {"转到", Word::carried}, {"转下", Word::carried_on}, {"延至", Word::carried}, {"遗留", Word::carried}, {"留存", Word::carried},
  {"未办结", Word::unfinished}, {"尚未办结", Word::unfinished}, {"未办理完毕", Word::unfinished}, {"正在办理", Word::unfinished}, {"尚在办理", Word::unfinished},
  {"未答复", Word::unfinished},
  {"占比", Word::share}, {"占", Word::share},
  {"行政复议", Word::review}, {"复议", Word::review}, {"复议机关", Word::ignored}, {"复议机构", Word::ignored}, {"复议决定", Word::adverse},
  {"行政诉讼", Word::litigation}, {"诉讼", Word::litigation}, {"直接起诉", Word::direct_litigation}, {"未经复议直接起诉", Word::direct_litigation},
  {"复议后起诉", Word::litigation_after_review}, {"复议后提起行政诉讼", Word::litigation_after_review}, {"起诉", Word::litigation},
  {"提起行政诉讼", Word::litigation}, {"复议后", Word::adverse},
  {"维持", Word::upheld}, {"结果维持", Word::upheld}, {"纠正", Word::corrected}, {"结果纠正", Word::corrected}, {"尚未审结", Word::pending},
  {"未审结", Word::pending}, {"正在审理", Word::pending}, {"败诉", Word::adverse}, {"零败诉", Word::ignored}, {"零纠错", Word::ignored}, {"胜诉", Word::adverse}, {"纠错", Word::adverse},
  {"撤销", Word::adverse}, {"责令", Word::adverse}, {"违法", Word::adverse}, {"变更", Word::adverse}, {"不利", Word::adverse}, {"驳回", Word::adverse},
  {"撤回", Word::adverse}, {"调解", Word::adverse}, {"和解", Word::adverse}, {"审结", Word::adverse}, {"结案", Word::adverse}, {"其他结果", Word::other_result}, {"其它结果", Word::other_result}, {"其他", Word::others}, {"其它", Word::others}, {"其他组织", Word::organization}, {"其它组织", Word::organization},
  {"出庭", Word::adverse}, {"追责", Word::adverse}, {"问责", Word::adverse}, {"责任追究", Word::adverse}, {"改判", Word::adverse}, {"终止", Word::adverse},
  {"二审", Word::adverse}, {"再审", Word::adverse}, {"上诉", Word::adverse}, {"一审", Word::adverse}, {"失分", Word::adverse},
  {"规章", Word::government_rules}, {"规章制度", Word::other_document}, {"党内规范性文件", Word::other_document},
  {"规范性文件", Word::normative_documents}, {"行政规范性文件", Word::normative_documents},
  {"制定", Word::issued}, {"制发", Word::issued}, {"制订", Word::issued}, {"出台", Word::issued}, {"印发", Word::issued}, {"发布", Word::published_as_issued},
  {"废止", Word::repealed}, {"现行有效", Word::in_force}, {"失效", Word::lapsed}, {"继续有效", Word::other_document}, {"修改", Word::other_document}, {"修订", Word::other_document},
  {"备案", Word::other_document}, {"报备", Word::other_document}, {"审查", Word::other_document}, {"审核", Word::other_document}, {"清理", Word::other_document},
  {"梳理", Word::other_document}, {"起草", Word::other_document}, {"评估", Word::other_document}, {"解读", Word::other_document}, {"名义", Word::other_document},
  {"重大行政决策", Word::other_document}, {"政策文件", Word::other_document}, {"征求意见", Word::other_document},
  {"行政许可", Word::licensing}, {"行政处罚", Word::penalty}, {"行政强制", Word::compulsion}, {"处理决定", Word::decision}, {"决定", Word::decision},
  {"处罚决定", Word::decision}, {"许可决定", Word::decision}, {"作出", Word::decision}, {"做出", Word::decision}, {"强制决定", Word::decision}, {"行政事业性收费", Word::administrative_fees},
  {"信息处理费", Word::processing_fee}, {"处理费", Word::processing_fee}, {"收取", Word::charged}, {"收费", Word::charged}, {"费用", Word::charged},
  {"今年", Word::this_year}, {"今年以来", Word::this_year}, {"本年以来", Word::this_year}, {"本年", Word::this_year}, {"当年", Word::this_year},
  {"全年", Word::this_year}, {"年内", Word::this_year},
  {"上年", Word::last_year}, {"上一年", Word::last_year}, {"去年", Word::last_year}, {"往年", Word::last_year}, {"前年", Word::last_year},
  {"下年", Word::next_year}, {"下一年", Word::next_year}, {"次年", Word::next_year}, {"明年", Word::next_year}, {"来年", Word::next_year},
  {"上半年", Word::part_of_year}, {"下半年", Word::part_of_year}, {"季度", Word::part_of_year}, {"当月", Word::part_of_year}, {"期间", Word::part_of_year},
  {"上季", Word::part_of_year}, {"年初", Word::part_of_year},
  {"较", Word::change}, {"比", Word::change}, {"同比", Word::change}, {"环比", Word::change}, {"相比", Word::change}, {"增加", Word::change},
  {"减少", Word::change}, {"增长", Word::change}, {"下降", Word::change}, {"上升", Word::change}, {"回落", Word::change}, {"降低", Word::change},
  {"提高", Word::change}, {"上涨", Word::change}, {"增幅", Word::change}, {"降幅", Word::change}, {"减幅", Word::change}, {"同期", Word::change},
  {"新增", Word::added}, {"新发生", Word::added}, {"多于", Word::change}, {"少于", Word::change}, {"涨幅", Word::change}, {"翻", Word::change},
  {"比例", Word::ignored}, {"比重", Word::ignored}, {"评比", Word::ignored}, {"百分比", Word::ignored}, {"对比", Word::ignored}, {"比较", Word::ignored},
  {"较大", Word::ignored}, {"较好", Word::ignored}, {"较多", Word::ignored}, {"较为", Word::ignored}, {"较高", Word::ignored}, {"翻译", Word::ignored},
  {"截至", Word::cumulative}, {"截止", Word::cumulative}, {"以来", Word::cumulative}, {"历年", Word::cumulative}, {"近年", Word::cumulative},
  {"一年来", Word::this_year}, {"年来", Word::cumulative}, {"迄今", Word::cumulative}, {"至今", Word::cumulative}, {"历史", Word::cumulative}, {"近两年", Word::cumulative},
  {"近三年", Word::cumulative}, {"近五年", Word::cumulative}, {"两年", Word::cumulative}, {"三年", Word::cumulative}, {"五年", Word::cumulative},
  {"十四五", Word::cumulative}, {"累计", Word::accumulated},
  {"其中", Word::among}, {"当中", Word::in_which}, {"中", Word::in_which}, {"等", Word::and_so_on},
  {"中心", Word::elsewhere}, {"集中", Word::ignored}, {"中共", Word::ignored}, {"中央", Word::ignored}, {"中华", Word::ignored}, {"中国", Word::ignored},
  {"等级", Word::ignored}, {"平等", Word::ignored}, {"工作中", Word::ignored}, {"过程中", Word::ignored}, {"中介", Word::ignored}, {"中小", Word::ignored},
  {"分别", Word::each}, {"各", Word::each}, {"各类", Word::ignored}, {"各种", Word::ignored}, {"各项", Word::ignored}, {"各部门", Word::territory}, {"各单位", Word::territory},
  {"各级", Word::territory}, {"各地", Word::territory}, {"各渠道", Word::all_channels}, {"各区", Word::territory}, {"各县", Word::territory},
  {"各乡镇", Word::territory}, {"各镇", Word::territory}, {"各街道", Word::territory}, {"各科室", Word::own}, {"各委办局", Word::territory}, {"各栏目", Word::ignored},
  {"每", Word::per}, {"平均", Word::per}, {"月均", Word::per}, {"日均", Word::per}, {"人均", Word::per}, {"年均", Word::per}, {"某", Word::per}, {"这", Word::per},
  {"任何", Word::ignored}, {"该", Word::ignored},
  {"计划", Word::planned}, {"力争", Word::planned}, {"预计", Word::planned}, {"争取", Word::planned}, {"目标", Word::planned}, {"拟", Word::planned},
  {"近", Word::approximate}, {"约", Word::approximate}, {"超", Word::approximate}, {"逾", Word::approximate}, {"超过", Word::approximate},
  {"不足", Word::approximate}, {"不到", Word::approximate}, {"至少", Word::approximate}, {"不止", Word::approximate}, {"不只", Word::approximate}, {"不下", Word::approximate}, {"最多", Word::approximate}, {"大约", Word::approximate},
  {"将近", Word::approximate}, {"突破", Word::approximate}, {"数", Word::approximate}, {"几", Word::approximate}, {"上", Word::approximate}, {"数量", Word::ignored},
  {"总数", Word::ignored}, {"件数", Word::ignored}, {"第", Word::ordinal},
  {"均为", Word::all_are}, {"都为", Word::all_are}, {"全为", Word::all_are}, {"为", Word::is}, {"是", Word::is}, {"为零", Word::zero}, {"均为零", Word::zero}, {"都为零", Word::zero},
  {"全为零", Word::zero}, {"零发生", Word::zero}, {"均为无", Word::zero},
  {"均", Word::all}, {"全部", Word::all}, {"都", Word::all}, {"除", Word::except}, {"其余", Word::rest}, {"解除", Word::ignored}, {"删除", Word::ignored},
  {"平均每", Word::per}, {"均衡", Word::ignored}, {"人均每", Word::per},
  {"我局", Word::own}, {"本局", Word::own}, {"我厅", Word::own}, {"本厅", Word::own}, {"全局", Word::own}, {"我委", Word::own}, {"本委", Word::own}, {"我办", Word::own},
  {"本办", Word::own}, {"我镇", Word::own}, {"本镇", Word::own}, {"全镇", Word::own}, {"我街道", Word::own}, {"本街道", Word::own}, {"本机关", Word::own},
  {"我单位", Word::own}, {"本单位", Word::own}, {"本部门", Word::own}, {"我部门", Word::own}, {"我中心", Word::own}, {"本中心", Word::own}, {"我乡", Word::own},
  {"我院", Word::own}, {"全系统", Word::territory}, {"全市", Word::territory}, {"全县", Word::territory}, {"全区", Word::territory}, {"全省", Word::territory},
  {"全州", Word::territory}, {"全盟", Word::territory}, {"全旗", Word::territory}, {"全国", Word::elsewhere},
  {"局", Word::elsewhere}, {"厅", Word::elsewhere}, {"镇", Word::elsewhere}, {"街道", Word::elsewhere}, {"办公室", Word::elsewhere}, {"办公厅", Word::elsewhere},
  {"政府办", Word::elsewhere}, {"府办", Word::elsewhere}, {"委员会", Word::elsewhere}, {"管委会", Word::elsewhere}, {"改委", Word::elsewhere}, {"健委", Word::elsewhere},
  {"建委", Word::elsewhere}, {"科委", Word::elsewhere}, {"农委", Word::elsewhere}, {"信委", Word::elsewhere}, {"资委", Word::elsewhere}, {"教委", Word::elsewhere},
  {"分局", Word::elsewhere}, {"大队", Word::elsewhere}, {"支队", Word::elsewhere}, {"管理处", Word::elsewhere}, {"派出所", Word::elsewhere}, {"本级", Word::elsewhere},
  {"市直", Word::elsewhere}, {"县直", Word::elsewhere}, {"区直", Word::elsewhere}, {"乡镇", Word::elsewhere}, {"镇街", Word::elsewhere}, {"县区", Word::elsewhere},
  {"区县", Word::elsewhere}, {"级部门", Word::elsewhere}, {"下属", Word::elsewhere}, {"学校", Word::elsewhere}, {"医院", Word::elsewhere}, {"法院", Word::elsewhere},
  {"布局", Word::ignored}, {"格局", Word::ignored}, {"大局", Word::ignored}, {"开局", Word::ignored}, {"结局", Word::ignored}, {"局面", Word::ignored},
  {"局部", Word::ignored}, {"局限", Word::ignored}, {"局长", Word::ignored}, {"厅长", Word::ignored}, {"城镇", Word::ignored}, {"法院判决", Word::adverse},
  {"自然人", Word::person}, {"公民", Word::person}, {"个人", Word::person}, {"法人", Word::organization}, {"组织", Word::organization}, {"企业", Word::organization}, {"商业企业", Word::organization_kind}, {"科研机构", Word::organization_kind}, {"社会公益组织", Word::organization_kind},
  {"公益组织", Word::organization_kind}, {"法律服务机构", Word::organization_kind},
  {"网络", Word::channel}, {"网上", Word::channel}, {"在线", Word::channel}, {"线上", Word::channel}, {"线下", Word::channel}, {"信函", Word::channel},
  {"邮寄", Word::channel}, {"邮件", Word::channel}, {"邮箱", Word::channel}, {"当面", Word::channel}, {"现场", Word::channel}, {"传真", Word::channel},
  {"窗口", Word::channel}, {"网站", Word::channel}, {"平台", Word::channel}, {"书面", Word::channel}, {"当场", Word::channel}, {"口头", Word::channel},
  {"网页", Word::channel}, {"来函", Word::channel}, {"信件", Word::channel}, {"渠道", Word::all_channels}, {"途径", Word::all_channels},
  {"多种方式", Word::all_channels}, {"等方式", Word::all_channels}, {"等形式", Word::all_channels},
  {"信访", Word::other_topic}, {"热线", Word::other_topic}, {"政务服务", Word::other_topic}, {"留言", Word::other_topic}, {"信箱", Word::other_topic},
  {"咨询", Word::other_topic}, {"来信", Word::other_topic}, {"来访", Word::other_topic}, {"来电", Word::other_topic}, {"投诉", Word::other_topic},
  {"举报", Word::other_topic}, {"建议", Word::other_topic}, {"提案", Word::other_topic}, {"议案", Word::other_topic}, {"网民", Word::other_topic},
  {"诉求", Word::other_topic}, {"工单", Word::other_topic}, {"问政", Word::other_topic}, {"舆情", Word::other_topic}, {"办件", Word::other_topic},
  {"意见", Word::other_topic}, {"企业登记", Word::other_topic}, {"业务申请", Word::other_topic}, {"许可申请", Word::other_topic}, {"补贴申请", Word::other_topic},
  {"公开", Word::published}, {"主动公开", Word::published}, {"公示", Word::published}, {"公布", Word::published}, {"归集", Word::published}, {"上传", Word::published},
  {"推送", Word::published}, {"报送", Word::published}, {"双公示", Word::published}, {"公开条例", Word::ignored},
  {"公文", Word::attribute}, {"公开属性", Word::attribute}, {"公开类别", Word::attribute},
  {"逾期", Word::flaw}, {"超期", Word::flaw}, {"超时", Word::flaw}, {"延期", Word::flaw}, {"反馈", Word::flaw}, {"材料", Word::flaw}, {"缴费", Word::flaw},
  {"告知书", Word::flaw}, {"引发", Word::ignored}, {"差错", Word::flaw}, {"泄密", Word::flaw}, {"不当", Word::flaw}, {"问题", Word::flaw}, {"转办", Word::flaw},
  {"涉密", Word::flaw},
  {"未发生", Word::none}, {"没有发生", Word::none}, {"未出现", Word::none}, {"未产生", Word::none}, {"未引发", Word::none}, {"未涉及", Word::not_by}, {"未被", Word::not_by},
  {"未因", Word::not_by}, {"未收到", Word::none}, {"没有收到", Word::none}, {"未接到", Word::none}, {"未接收到", Word::none}, {"未受理", Word::none}, {"未有", Word::none},
  {"没有", Word::none}, {"无", Word::none}, {"未收取", Word::none}, {"没有收取", Word::none}, {"不收取", Word::none}, {"未新收", Word::none},
  {"暂无", Word::none}, {"尚无", Word::none}, {"未提起", Word::none}, {"未接收", Word::none}, {"未向", Word::not_by},
  {"无法", Word::ignored}, {"无正当理由", Word::ignored}, {"无障碍", Word::ignored}, {"无偿", Word::ignored}, {"无线", Word::ignored}, {"无效", Word::ignored},
  {"无关", Word::ignored}, {"无论", Word::ignored}, {"无需", Word::ignored}, {"无锡", Word::ignored}, {"无缝", Word::ignored}, {"无为", Word::ignored},
  {"无人", Word::ignored}, {"无不", Word::ignored}, {"有无", Word::ignored}, {"无棣", Word::ignored}, {"无极", Word::ignored},
  {"未制定", Word::no_document}, {"未制发", Word::no_document}, {"未制订", Word::no_document}, {"未出台", Word::no_document}, {"未印发", Word::no_document}, {"没有制定", Word::no_document},
  {"没有制发", Word::no_document}, {"没有出台", Word::no_document}, {"未新制定", Word::no_document}, {"未新制发", Word::no_document}, {"无新制定", Word::no_document},
  {"零复议", Word::no_review}, {"零诉讼", Word::no_litigation}, {"零申请", Word::no_request},
};
// clang-format on

/// A character of three bytes as a number; 0 where the text ends before it.
constexpr std::uint32_t character_at(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) {
    return 0;
  }
  return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at])) << 16U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + 1])) << 8U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + 2]));
}

/// The words sorted into buckets by their first character, the longer before the shorter.
struct WordIndex {
  static constexpr std::size_t buckets = 1024;
  static constexpr std::size_t count = std::size(word_list);
  std::array<std::uint16_t, buckets + 1> begin{};
  std::array<std::uint16_t, count> order{};
  std::array<std::uint32_t, count> first{}, second{};  ///< characters of the words, in that order; 0: there is none
  std::array<std::uint64_t, buckets> seconds{};        ///< of each bucket: the low six bits that second characters have

  /// The low ten bits of a character's code point.
  static constexpr std::size_t bucket(std::uint32_t character) {
    return ((character >> 2U) & 0x3c0U) | (character & 0x3fU);
  }
  /// Whether a word may begin with these two characters; the answer is no for nearly all text.
  constexpr bool may_begin(std::size_t bucket, std::uint32_t next_byte) const {
    return ((seconds[bucket] >> (next_byte & 0x3fU)) & 1U) != 0;
  }
};
inline constexpr WordIndex word_index = [] {
  WordIndex index;
  for (const WordEntry& entry : word_list) {
    ++index.begin[WordIndex::bucket(character_at(entry.text, 0)) + 1];
  }
  for (std::size_t i = 0; i < WordIndex::buckets; ++i) {
    index.begin[i + 1] = static_cast<std::uint16_t>(index.begin[i + 1] + index.begin[i]);
  }
  auto free = index.begin;
  for (std::size_t i = 0; i < WordIndex::count; ++i) {
    const std::string_view text = word_list[i].text;
    const std::size_t bucket = WordIndex::bucket(character_at(text, 0));
    std::size_t at = free[bucket]++;
    for (; at > index.begin[bucket] && word_list[index.order[at - 1]].text.size() < text.size(); --at) {
      index.order[at] = index.order[at - 1];
    }
    index.order[at] = static_cast<std::uint16_t>(i);
    index.seconds[bucket] |= text.size() == 3 ? ~std::uint64_t{0} : std::uint64_t{1} << (character_at(text, 3) & 0x3fU);
  }
  for (std::size_t i = 0; i < WordIndex::count; ++i) {
    index.first[i] = character_at(word_list[index.order[i]].text, 0);
    index.second[i] = character_at(word_list[index.order[i]].text, 3);
  }
  return index;
}();

}  // namespace gongkai::claims_detail
