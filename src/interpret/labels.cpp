// The index of labels.
#include "interpret/labels.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>

namespace gongkai {
namespace {

/// Wordings that published reports use for an official label.
struct Variant {
  std::string_view canonical, seen;
};
constexpr Variant variants[] = {
    {"现行有效件数", "现行有效件"},
    {"现行有效件数", "现行有效数"},
    {"本年制发件数", "本年制发数"},
    {"本年制发件数", "制发件数"},
    {"本年废止件数", "废止件数"},
    {"本年废止件数", "本年废止数"},
    {"本年新制作数量", "新制作数量"},
    {"本年新公开数量", "新公开数量"},
    {"对外公开总数量", "对外公开总数"},
    {"上一年项目数量", "上年项目数量"},
    {"本年增/减", "本年增减"},
    {"本年处理决定数量", "本年处理决定数"},
    {"总计", "合计"},
    {"总计", "小计总计"},
    {"（七）总计", "（七）总计（件）"},
    {"一、本年新收政府信息公开申请数量", "本年新收申请数量"},
    {"二、上年结转政府信息公开申请数量", "上年结转申请数量"},
    {"四、结转下年度继续办理", "结转下年度继续办理数量"},
    {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"},
    {"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "申请人无正当理由逾期不补正"},
    {"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "申请人逾期未按收费通知要求缴纳费用"},
    {"未经复议直接起诉", "行政诉讼（未经复议直接起诉）"},
    {"复议后起诉", "行政诉讼（复议后起诉）"},
};

bool has(std::u16string_view text, std::u16string_view word) {
  return text.find(word) != std::u16string_view::npos;
}

/// The heads of the groups that a row stands in, the outermost first.
std::vector<std::string_view> groups_of(const RowInfo& row) {
  std::vector<std::string_view> result;
  for (std::string_view rest = row.group; !rest.empty();) {
    const std::string_view head = rest.substr(0, rest.find('/'));
    result.push_back(head);
    rest.remove_prefix(std::min(head.size() + 1, rest.size()));
  }
  return result;
}

/// The heads of a section's tables, groups and columns, folded.
std::vector<std::u16string> heads_of(int section) {
  std::vector<std::u16string> result;
  unicode::Folded folded;
  const auto add = [&](std::string_view text) {
    unicode::fold(text, folded);
    result.push_back(folded.text);
  };
  add(section == 2 ? information_head.zh : applicants_head.zh);
  for (const TableInfo& table : tables) {
    if (table.section == section) {
      add(table.title.zh);
    }
  }
  for (const RowInfo& row : rows) {
    if (tables[row.table].section == section) {
      const std::vector<std::string_view> heads = groups_of(row);
      std::for_each(heads.begin(), heads.end(), add);
    }
  }
  for (const ColumnInfo& column : columns) {
    const bool is_in_section = std::any_of(rows.begin(), rows.end(), [&](const RowInfo& row) {
      return row.type == column.type && tables[row.table].section == section;
    });
    if (is_in_section) {
      add(column.label.zh_2019);
      add(column.label.zh_2021);
      add(column.group);
    }
  }
  return result;
}

}  // namespace

std::size_t edit_distance(std::u16string_view a, std::u16string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

std::size_t Labels::Hash::operator()(std::u16string_view text) const {
  std::uint64_t hash = text.size();
  for (const char16_t c : text) {
    hash = (hash ^ c) * 0x9e3779b97f4a7c15ULL;
    hash ^= hash >> 32U;
  }
  return static_cast<std::size_t>(hash);
}

Meaning& Labels::meaning_of(std::string_view label) {
  unicode::Folded folded;
  unicode::fold(label, folded);
  Meaning& meaning = meanings_[folded.text];
  verbatim_[label] = &meaning;  // nodes of the map stay where they are
  return meaning;
}

Labels::Labels() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::string_view label : {rows[i].label.zh_2019, rows[i].label.zh_2021}) {
      meaning_of(label).row = static_cast<std::int16_t>(i);
      unicode::Folded folded;
      unicode::fold(label, folded);
      if (row_labels_.empty() || row_labels_.back().text != folded.text) {
        row_labels_.push_back({folded.text, static_cast<std::int16_t>(i)});
      }
    }
  }
  add_columns();
  add_english();
  add_variants();
  add_captions();
}

void Labels::add_columns() {
  for (const ColumnInfo& column : columns) {
    const EditionLabel& label = column.label;
    const bool differs = label.zh_2019 != label.zh_2021;
    for (const Edition edition : {Edition::form_2019, Edition::form_2021}) {
      if (!gongkai::has(column.editions, edition)) {
        continue;
      }
      Meaning& meaning = meaning_of(label.zh(edition));
      meaning.column = column.name;
      meaning.column_editions = !differs                        ? column.editions
                                : edition == Edition::form_2019 ? Editions::form_2019
                                                                : Editions::form_2021;
    }
  }
}

void Labels::add_variants() {
  meaning_of("本年收费金额") = meaning_of("本年收费金额（单位：万元）");
  for (const Variant& variant : variants) {
    Meaning meaning = meaning_of(variant.canonical);
    meaning.is_official = false;
    meanings_.try_emplace(
        [&] {
          unicode::Folded folded;
          unicode::fold(variant.seen, folded);
          return folded.text;
        }(),
        meaning);
  }
}

/// Heads of groups and tables carry no number, so a row that has only them is not a row of the form.
void Labels::add_captions() {
  const auto add_caption = [this](std::string_view caption) {
    if (!caption.empty()) {
      meaning_of(caption).is_caption = true;
    }
  };
  for (const Label& caption : {information_head, applicants_head}) {
    add_caption(caption.zh);
    add_caption(caption.en);
  }
  for (const TableInfo& table : tables) {
    add_caption(table.section == 2 ? table.title.zh : std::string_view());
    add_caption(table.section == 2 ? table.title.en : std::string_view());
  }
  for (const Label& group : groups) {
    add_caption(group.en);
  }
  for (const ColumnInfo& column : columns) {
    add_caption(column.group);
  }
  for (const RowInfo& row : rows) {
    const std::vector<std::string_view> heads = groups_of(row);
    std::for_each(heads.begin(), heads.end(), add_caption);
  }
}

/// The labels of the web pages that are written in English.
void Labels::add_english() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    meaning_of(rows[i].label.en).row = static_cast<std::int16_t>(i);
  }
  for (const ColumnInfo& column : columns) {
    Meaning& meaning = meaning_of(column.label.en);
    const bool is_known = meaning.is_column();
    meaning.column = column.name;
    meaning.column_editions = is_known && meaning.column_editions != column.editions ? Editions::both : column.editions;
  }
}

const Labels& Labels::instance() {
  static const Labels labels;
  return labels;
}

const Meaning* Labels::find_whole(const unicode::Folded& label) const {
  const auto found = meanings_.find(label.view());
  return found == meanings_.end() ? nullptr : &found->second;
}

const Meaning* Labels::find(const unicode::Folded& label) const {
  if (label.text.empty()) {
    return nullptr;
  }
  auto found = meanings_.find(label.view());
  if (found == meanings_.end() && label.head_size < label.text.size()) {
    found = meanings_.find(label.head());
  }
  if (found == meanings_.end() && label.text[0] >= u'0' && label.text[0] <= u'9') {  // "1属于国家秘密"
    found = meanings_.find(label.view().substr(1));
  }
  return found == meanings_.end() ? nullptr : &found->second;
}

std::int16_t Labels::closest_row(const unicode::Folded& label, std::size_t one_in) const {
  constexpr std::size_t shortest = 6;  // shorter labels are too alike (行政处罚, 行政强制)
  std::int16_t best = -1;
  std::size_t best_distance = 0;
  bool tie = false;
  for (const RowLabel& candidate : row_labels_) {
    const std::u16string_view official = candidate.text;
    if (official.size() < shortest || label.text.size() < shortest) {
      continue;
    }
    const std::size_t longer = std::max(official.size(), label.text.size());
    if ((longer - std::min(official.size(), label.text.size())) * one_in > longer) {
      continue;  // too far apart by their lengths alone: a cell may hold any amount of text
    }
    const std::size_t distance = edit_distance(official, label.text);
    if (distance * one_in > longer || (best >= 0 && distance > best_distance)) {
      continue;
    }
    tie = best >= 0 && distance == best_distance && candidate.row != best;
    best = candidate.row;
    best_distance = distance;
  }
  return tie ? std::int16_t{-1} : best;
}

bool is_part_of_head(const unicode::Folded& text, int section) {
  static const std::array<std::vector<std::u16string>, 2> heads = {heads_of(2), heads_of(3)};
  const auto& all = heads[section == 2 ? 0 : 1];
  return text.text.size() <= 1 ||
         std::any_of(all.begin(), all.end(), [&](const std::u16string& head) { return has(head, text.text); });
}

}  // namespace gongkai
