// Findings, notes and coverage in words, in Chinese (for the clerk) and in English.
//
// Behind this door: model/ holds the findings and notes that are put into words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gongkai/catalog.hpp"
#include "gongkai/model/about_fields.hpp"
#include "gongkai/model/finding.hpp"
#include "gongkai/model/reading.hpp"
#include "gongkai/rule.hpp"

namespace gongkai {

enum class Language : std::uint8_t { zh, en };

constexpr std::string_view in(const Label& label, Language language) {
  return language == Language::zh ? label.zh : label.en;
}

std::string_view name(Severity severity, Language language);
std::string_view name(Ground ground, Language language);
std::string_view name(OpenReason reason, Language language);
std::string_view name(CellState state, Language language);
std::string_view name(NoteKind kind, Language language);

/// The row's label as the form prints it, without the counting rule in brackets that one label carries.
std::string row_name(const CellInfo& cell, Edition edition, Language language);
/// The column's label as the form prints it, with the head above it where there is one.
std::string column_name(const CellInfo& cell, Edition edition, Language language);
/// The cell as a clerk finds it on the form: 表三“（一）予以公开”行“自然人”列.
std::string cell_name(const CellInfo& cell, Edition edition, Language language);

/// A number of a finding as the form would show it: money in yuan.
std::string number_text(std::int64_t number, bool is_money);
/// A number of a finding in a sentence: money with its unit in Chinese, in 万元 where the 2021 form counts in it.
std::string number_text(std::int64_t number, bool is_money, Edition edition, Language language);

/// The cells of other reports with their numbers; of many bodies, the first.
std::string compared_text(const Finding& finding, Edition edition, Language language);

/// By whom a finding is accepted, why and for how long.
std::string waiver_text(const Waiver& waiver, Language language);

/// Where to look in the document, in words; empty where it is not known.
std::string place_text(const Place& place, Language language);
/// The same in the words of the kind of file that the reading is of: 依申请公开!J6 in a workbook, 第12段 in a Word file.
/// `reading` may be null.
std::string place_text(const Place& place, const Reading* reading, Language language);
/// A cell where the form has it: 表三“（七）总计”行“自然人”列.
std::string form_place(const CellInfo& cell, Edition edition, Language language);

/// The finding in one line, with both sides and the difference, and the cell where it most likely lies.
std::string message(const Finding& finding, const Rule& rule, const About& about, Language language);

/// The finding in one paragraph: what must hold and why, the numbers involved, what was assumed, where to look.
std::string explanation(const Finding& finding, const Rule& rule, const About& about, Language language);

/// A note of the reader in one line.
std::string message(const Note& note, Edition edition, Language language);

}  // namespace gongkai

#ifndef GONGKAI_COMPILED
#include "gongkai/inline/message.hpp"
#endif
