// The rules about what sections one, five and six must tell and must not still hold.
#pragma once

#include <initializer_list>
#include <string>

#include "gongkai/rule.hpp"
#include "gongkai/rules/prose.hpp"
#include "gongkai/rules/residue.hpp"

namespace gongkai::rules {

inline void template_residue(const Subject& subject, Verdicts& verdicts) {
  if (!has_narrative(subject)) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  bool any = false;
  for (const std::string_view residue : {"该部分以表格形式报告", "此处填写", "请填写", "填表说明"}) {
    if (any_text_contains(subject, residue)) {
      any = true;
      verdicts.violated().detail = std::string(residue);
    }
  }
  for_each_text(subject, [&](std::string_view text) {
    if (const std::string_view blank = unfilled_blank(text); !blank.empty()) {
      any = true;
      verdicts.violated().detail = std::string(blank);
    }
    if (const std::string_view words = missing_number(text); !words.empty()) {
      any = true;
      Finding& finding = verdicts.violated();
      finding.detail = std::string(words);
    }
  });
  if (!any) {
    verdicts.held();
  }
}

/// Whether the text names the body that reports: by its name or the end of it, its place, or as 我局, 本单位, 全县.
inline bool names_body(std::string_view text, std::string_view authority) {
  constexpr std::string_view kinds = "局厅委办镇乡街县市区州旗盟省站队会社院所处中";
  for (const std::string_view own : {"我", "本", "全"}) {
    for (std::size_t at = text.find(own); at != std::string_view::npos; at = text.find(own, at + 1)) {
      const std::string_view next = text.substr(at + 3, 3);
      if (next.size() == 3 && (kinds.find(next) != std::string_view::npos ||
                               contains_any(text.substr(at + 3, 6), {"单位", "机关", "部门", "系统"}))) {
        return true;
      }
    }
  }
  for (std::size_t at = 0; at < text.size() && !authority.empty(); ++at) {
    bool found = false;
    if ((static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) {
      continue;  // inside a character
    }
    claims_detail::for_each_own_name(text.substr(at), authority, [&](std::size_t) { found = true; });
    if (found) {
      return true;
    }
  }
  return false;
}

inline void generic_text(const Subject& subject, Verdicts& verdicts) {
  const std::string_view text = subject.report().narrative.overview;
  const About& about = subject.report().about;
  if (text.empty() || about.year == 0 || may_be_cut(subject)) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  bool number = false;
  for (std::size_t i = 0; i < text.size() && !number;) {
    if (text[i] >= '0' && text[i] <= '9') {
      std::size_t end = i;
      while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
        ++end;
      }
      TextCursor after{text, end};
      number = !after.take("年") && !after.take("月") && !after.take("日");
      i = end;
    } else {
      ++i;
    }
  }
  const bool names_own = names_body(text, about.authority);
  const bool own = names_own || about.authority.empty();  // a body that is not known may well be named
  const bool names_year =
      contains(text, std::to_string(about.year)) || contains_any(text, {"本年", "今年", "全年", "一年来"});
  if (own && number && names_year) {
    names_own ? verdicts.held() : verdicts.open(OpenReason::missing_input);
  } else {
    verdicts.violated().reason = !own      ? Label{"没有写明本机关", "it does not name the body"}
                                 : !number ? Label{"没有具体数字", "it has no numbers"}
                                           : Label{"没有写明报告年度", "it does not name the year"};
  }
}

/// One finding for all that is missing.
inline void government_extra(const Subject& subject, Verdicts& verdicts) {
  const About& about = subject.report().about;
  if (about.kind == Kind::unknown || !has_narrative(subject) || may_be_cut(subject)) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  if (about.kind != Kind::government) {
    return;
  }
  struct Required {
    std::string_view name;
    std::initializer_list<std::string_view> words;
  };
  std::string missing;
  for (const Required& required :
       {Required{"工作考核", {"考核", "考评", "评估"}}, Required{"社会评议", {"评议", "评价", "满意度", "测评"}},
        Required{"责任追究", {"追究", "问责", "追责"}}}) {
    bool found = false;
    for_each_text(subject, [&](std::string_view text) { found = found || contains_any(text, required.words); });
    missing += found ? "" : missing.empty() ? "" : "、";
    missing += found ? "" : required.name;
  }
  if (missing.empty()) {
    verdicts.held();
  } else {
    verdicts.violated().detail = missing;
  }
}

/// Any word on charging in section six is on this fee, except the name of the fees of section two.
inline void processing_fee(const Subject& subject, Verdicts& verdicts) {
  std::string text = subject.report().narrative.other_matters;
  if (text.empty()) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  constexpr std::string_view other_fees = "行政事业性收费";
  for (std::size_t at = text.find(other_fees); at != std::string::npos; at = text.find(other_fees, at)) {
    text.erase(at, other_fees.size());
  }
  if (any_text_contains(subject, "处理费") || contains_any(text, {"收费", "收取", "费用", "缴费", "免费", "收钱"})) {
    verdicts.held();
  } else {
    verdicts.violated();
  }
}

/// The body that signs the report: the line before the date that ends section six. Empty where there is none.
inline std::string_view signature_of(std::string_view text) {
  const auto take_last_line = [&text] {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) {
      text.remove_suffix(1);
    }
    const std::size_t begin = text.rfind('\n') + 1;  // npos + 1 is 0
    const std::string_view line = text.substr(begin);
    text = text.substr(0, begin);
    return line;
  };
  const std::string_view date = take_last_line();
  TextCursor cursor{date, 0};
  Date day;
  if (!cursor.take_date(day) || cursor.at != date.size()) {
    return {};
  }
  std::string_view name = take_last_line();
  while (!name.empty() && (name.front() == ' ' || name.starts_with("\u3000"))) {
    name.remove_prefix(name.front() == ' ' ? 1 : 3);
  }
  constexpr std::size_t shortest = 12, longest = 90;  // bytes
  const bool is_sentence = contains_any(name, {"。", "，", "：", "；", "、", " ", "（", "("});
  return name.size() < shortest || name.size() > longest || is_sentence ? std::string_view() : name;
}

/// Another body's name under the report. A body may be called shorter, and an office may sign for it.
inline void signature(const Subject& subject, Verdicts& verdicts) {
  const std::string_view name = subject.report().about.authority;
  const std::string_view signer = signature_of(subject.report().narrative.other_matters);
  if (name.size() < 3 || signer.empty()) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  const std::string_view last = name.substr(name.size() - 3);
  const bool is_of_one_kind = signer.substr(signer.size() - 3) == last && contains_any("局厅府处会委", {last});
  const bool is_same = claims_detail::is_abbreviation(signer, name) || claims_detail::is_abbreviation(name, signer);
  if (is_same || !is_of_one_kind) {
    verdicts.held();
  } else {
    verdicts.violated().detail = std::string(signer);
  }
}

inline void section5_empty(const Subject& subject, Verdicts& verdicts) {
  const std::string_view text = subject.report().narrative.problems_and_improvements;
  const bool heading_found = subject.reading() != nullptr && subject.reading()->find_heading(5) != nullptr;
  if (!heading_found && (subject.reading() != nullptr || !has_narrative(subject))) {
    verdicts.open(OpenReason::missing_input);
  } else if (text.empty() && may_be_cut(subject)) {
    verdicts.open(OpenReason::missing_input);
  } else if (contains_any(text, {"...", "…"}) && text.size() < 10 * std::string_view("无").size()) {
    verdicts.open(OpenReason::missing_input);  // an extract: what stood there is not known
  } else if (text.size() >= 10 * std::string_view("无").size()) {
    verdicts.held();
  } else {
    Finding& finding = verdicts.violated();
    finding.detail = std::string(text);
    finding.reason = text.empty() ? Label{"没有内容", "is empty"} : Label{"只写了“{detail}”", "says only “{detail}”"};
  }
}

/// One finding for all aspects of section one that a text of some length does not touch with any of their words.
inline void five_aspects(const Subject& subject, Verdicts& verdicts) {
  constexpr std::size_t shortest = 1500;  // bytes: a shorter text may be an extract, and tells little of anything
  const std::string_view text = subject.report().narrative.overview;
  if (text.size() < shortest) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  struct Aspect {
    std::string_view name;
    std::initializer_list<std::string_view> words;
  };
  std::string missing;
  for (const Aspect& aspect :
       {Aspect{"主动公开", {"主动公开", "公开信息", "公开政府信息", "公开各类", "发布"}},
        Aspect{"依申请公开", {"申请"}},
        Aspect{"政府信息管理", {"管理", "审查", "审核", "目录", "清理", "机制", "制度"}},
        Aspect{"政府信息公开平台建设", {"平台", "网站", "公众号", "新媒体", "专栏", "专区", "窗口"}},
        Aspect{"监督保障", {"监督", "保障", "考核", "培训", "评议", "领导", "追究", "检查"}}}) {
    if (!contains_any(text, aspect.words)) {
      missing += (missing.empty() ? "" : "、") + std::string(aspect.name);
    }
  }
  if (missing.empty()) {
    verdicts.held();
  } else {
    verdicts.violated().detail = missing;
  }
}

/// The text without what it says is to be desired: 有待进一步提高 is a problem.
inline std::string without_wishes(std::string_view text) {
  constexpr std::string_view wish = "有待";
  constexpr std::size_t its_words = 24;  // bytes, with the wish
  std::string rest;
  for (std::size_t at = text.find(wish); at != std::string_view::npos; at = text.find(wish)) {
    rest += text.substr(0, at);
    text.remove_prefix(std::min(text.size(), at + its_words));
  }
  return rest.append(text);
}

/// Section five with problems and no improvement, or the other way round. The words are many, so that only a text with
/// none of them is named.
inline void section5_halves(const Subject& subject, Verdicts& verdicts) {
  constexpr std::size_t shortest = 450;  // bytes; what is shorter may be an extract, or is for section5_empty
  const std::string_view text = subject.report().narrative.problems_and_improvements;
  if (text.size() < shortest) {
    verdicts.open(OpenReason::missing_input);
    return;
  }
  const bool has_problem =
      contains_any(text, {"问题", "不足", "短板", "不够", "有待", "薄弱",   "欠缺",   "困难", "不及时", "不强",
                          "不高", "不深", "单一", "不全", "差距", "不到位", "不规范", "较少", "滞后",   "不平衡",
                          "不均", "缺乏", "缺少", "偏",   "不多", "不明确", "不完善", "少"});
  const bool has_improvement =
      contains_any(without_wishes(text),
                   {"改进", "下一步", "将",   "加强", "措施", "整改", "提升", "完善", "今后", "明年", "来年", "下一年",
                    "打算", "进一步", "优化", "推进", "推动", "强化", "提高", "加大", "努力", "计划", "继续", "已"});
  if (has_problem && has_improvement) {
    verdicts.held();
  } else {
    verdicts.violated().reason = has_problem
                                     ? Label{"只写了存在的问题，没有写改进情况", "tells problems and no improvement"}
                                     : Label{"没有写存在的问题", "tells no problem"};
  }
}

// clang-format off
inline constexpr Rule document_text_rules[] = {
  {"document.template_residue", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"模板中的填写说明不属于报告内容", "Instructions of the template are not part of a report"},
   {"报告中没有留下模板的填写说明。", "No instruction of the template is left."},
   {"报告里还留有没有填写的模板文字“{detail}”，请填写或删去。", "The template's words “{detail}” are still there; fill them in or delete them."},
   {"“该部分以表格形式报告。表格如下”。", "“该部分以表格形式报告。表格如下”"}, template_residue},
  {"document.generic_text", Severity::info, Scope::document, Editions::both, Ground::practice,
   {"总体情况应反映本机关当年的工作", "Section one tells this body's work of the year"},
   {"总体情况写明本机关、报告年度，并有具体数字。", "Section one names the body and the year and has numbers."},
   {"“总体情况”{reason}，读来较为空泛。", "Section one is generic: {reason}."},
   {"通篇没有一个数字。", "Not one number in the text."}, generic_text},
  {"document.government_extra", Severity::warning, Scope::document, Editions::both, Ground::law,
   {"《条例》第五十条第一款第（四）项", "Regulations art. 50(1)(4)"},
   {"各级人民政府的报告应写明工作考核、社会评议和责任追究结果情况。", "A government's report, a township's too, states the results of assessment, public evaluation and accountability."},
   {"政府的年度报告应写明{detail}的结果，文中没有找到。", "A government's report states the results of assessment, public evaluation and accountability; the text does not mention {detail}."},
   {"县政府报告没有提到社会评议。", "A county government's report does not mention public evaluation."}, government_extra},
  {"document.processing_fee", Severity::warning, Scope::document, Editions::form_2021, Ground::practice,
   {"2021年版格式模板第六部分（模板可见，格式文件正文未能核对）", "Template of the 2021 form, section six (the template was seen, the notice's text not)"},
   {"第六部分写明收取信息处理费的情况，没有收取也要写明。", "Section six states the information-processing fee, also when none was charged."},
   {"第六部分没有写明信息处理费的收取情况。没有收取的，也请写明。", "Section six does not mention the processing fee. State it even if none was charged."},
   {"第六部分只写“无”。", "Section six says only “none”."}, processing_fee},
  {"document.signature", Severity::warning, Scope::document, Editions::both, Ground::practice,
   {"报告由编制机关署名", "A report is signed by the body that made it"},
   {"文末署名的机关就是标题中的机关。", "The body that signs the report is the one in its title."},
   {"文末署名是“{detail}”，与报告的机关不是同一个，请核实是否套用了其他单位的报告。", "The report is signed by “{detail}”, not by the body it is of. Perhaps another body's report was used."},
   {"标题是某县水利局，文末署名某县农业农村局。", "The title names a water bureau and an agriculture bureau signs."}, signature},
  {"document.section5_empty", Severity::warning, Scope::document, Editions::both, Ground::law,
   {"《条例》第五十条第一款第（四）项", "Regulations art. 50(1)(4)"},
   {"第五部分写明存在的主要问题及改进情况，不能空着或只写“无”。", "Section five tells the problems and improvements; it is not empty."},
   {"“存在的主要问题及改进情况”部分{reason}，请补充。", "Section five {reason}. Please complete it."},
   {"第五部分只写“无”。", "Section five says only “none”."}, section5_empty},
  {"document.five_aspects", Severity::info, Scope::document, Editions::form_2021, Ground::layout,
   {"国办公开办函〔2021〕30号一（一）", "国办公开办函〔2021〕30号 1(1)"},
   {"总体情况写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。", "Section one tells of disclosure, requests, management of information, platforms, and supervision."},
   {"“总体情况”没有写到：{detail}。", "Section one does not mention: {detail}."},
   {"总体情况写了三段，没有一处提到依申请公开。", "Three paragraphs without a word on requests."}, five_aspects},
  {"document.section5_halves", Severity::info, Scope::document, Editions::both, Ground::law,
   {"《条例》第五十条第一款第（四）项：存在的主要问题及改进情况", "Regulations art. 50(1)(4): problems and improvements"},
   {"第五部分既写问题，也写改进情况。", "Section five tells both problems and improvements."},
   {"“存在的主要问题及改进情况”部分{reason}。", "Section five {reason}."},
   {"第五部分列了三个问题，没有一句改进。", "Three problems and not a word on what is done about them."}, section5_halves},
};
// clang-format on

}  // namespace gongkai::rules
