// The words that stand for enumerators in JSON: the enumerators' own names. Writer and reader share them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "gongkai/model/finding.hpp"
#include "gongkai/model/reading.hpp"
#include "gongkai/report.hpp"
#include "gongkai/rule.hpp"

namespace gongkai::json {

using Name = std::string_view;

// An empty name is written as null.
inline constexpr std::array<Name, 6> level_names{"", "national", "province", "prefecture", "county", "township"};
inline constexpr std::array<Name, 5> kind_names{"", "government", "department", "agency", "institution"};
inline constexpr std::array<Name, 3> extent_names{"", "own", "territory"};
inline constexpr std::array<Name, 3> edition_names{"", "2019", "2021"};

inline constexpr std::array<Name, 3> severity_names{"info", "warning", "error"};
inline constexpr std::array<Name, 6> scope_names{"report", "document", "years", "rollup", "narrative", "peers"};
inline constexpr std::array<Name, 6> ground_names{"form", "arithmetic", "definition", "law", "practice", "layout"};
inline constexpr std::array<Name, open_reason_count> open_reason_names{
    "blank_total",    "all_blank",    "unknown_blank",  "unreadable",      "missing_input", "no_document",
    "not_assessable", "unclassified", "not_comparable", "reports_missing", "inferred"};
inline constexpr std::array<Name, 6> state_names{"not_in_form", "absent", "blank", "read", "unreadable", "inferred"};
inline constexpr std::array<Name, 30> note_names{
    "unparsable",    "fused",          "not_integer",      "out_of_range",   "row_length",     "row_missing",
    "doubtful",      "loose_number",   "unlabelled_row",   "duplicate_row",  "unknown_row",    "label_variant",
    "unit_missing",  "unit_conflict",  "charset_conflict", "hidden_row",     "tracked_change", "picture",
    "skipped_table", "further_report", "damaged_text",     "torn_row",       "inferred",       "uncalculated",
    "covered",       "unit_implied",   "unit_other",       "unit_unprinted", "inferred_alone", "inferred_stated"};
inline constexpr std::array<Name, 4> confidence_names{"none", "likely", "certain", "given"};
inline constexpr std::array<Name, 8> format_names{"", "text", "html", "docx", "xlsx", "csv", "json", "pdf_layout"};
inline constexpr std::array<Name, 5> encoding_reason_names{"given", "byte_order_mark", "valid_utf8", "declared",
                                                           "detected"};
inline constexpr std::array<Name, 16> slip_names{"row_shifted",
                                                 "exchanged",
                                                 "carried",
                                                 "digits_transposed",
                                                 "digit_doubled",
                                                 "digit_dropped",
                                                 "digit_changed",
                                                 "sign",
                                                 "digit_added",
                                                 "displaced",
                                                 "copied",
                                                 "split",
                                                 "unit",
                                                 "omitted",
                                                 "total_not_updated",
                                                 ""};
inline constexpr std::array<Name, 3> witness_names{"text", "previous", "children"};

inline constexpr std::array<Name, 9> gap_names{"none",        "missing",       "unreadable",
                                               "other_year",  "duplicate",     "other_edition",
                                               "unread_cell", "unknown_blank", "too_large"};

// The last enumerator of each has the last name: a new one must be named here too.
static_assert(level_names[static_cast<std::size_t>(Level::township)] == level_names.back());
static_assert(kind_names[static_cast<std::size_t>(Kind::institution)] == kind_names.back());
static_assert(extent_names[static_cast<std::size_t>(Extent::territory)] == extent_names.back());
static_assert(ground_names[static_cast<std::size_t>(Ground::layout)] == ground_names.back());
static_assert(scope_names[static_cast<std::size_t>(Scope::peers)] == scope_names.back());
static_assert(open_reason_names[static_cast<std::size_t>(OpenReason::inferred)] == open_reason_names.back());
static_assert(gap_names[static_cast<std::size_t>(Gap::too_large)] == gap_names.back());
static_assert(state_names[static_cast<std::size_t>(CellState::inferred)] == state_names.back());
static_assert(note_names[static_cast<std::size_t>(NoteKind::inferred_stated)] == note_names.back());
static_assert(confidence_names[static_cast<std::size_t>(Confidence::given)] == confidence_names.back());
static_assert(format_names[static_cast<std::size_t>(Format::pdf_layout)] == format_names.back());
static_assert(encoding_reason_names[static_cast<std::size_t>(EncodingReason::detected)] ==
              encoding_reason_names.back());
static_assert(static_cast<std::size_t>(Slip::unexplained) + 1 == slip_names.size());
static_assert(witness_names[static_cast<std::size_t>(WitnessKind::children)] == witness_names.back());

/// The name of an enumerator; empty for one that has none.
template <std::size_t n, class Enum>
constexpr std::string_view name_of(const std::array<Name, n>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < n ? names[index] : std::string_view();
}

// The keys of the parts of a report, in the order in which they are written.
inline constexpr std::array<Name, 5> report_keys{"schema", "about", "cells", "narrative", "extensions"};
inline constexpr std::array<Name, 9> about_keys{"title",   "authority",        "level",    "kind", "coverage", "year",
                                                "edition", "publication_date", "publisher"};
inline constexpr std::array<Name, 4> narrative_keys{"preamble", "overview", "problems_and_improvements",
                                                    "other_matters"};
inline constexpr std::array<Name, 4> extension_keys{"table", "label", "columns", "values"};

inline constexpr std::array<Name, 2> waivers_keys{"schema", "waivers"};
inline constexpr std::array<Name, 5> waiver_keys{"fingerprint", "reason", "author", "date", "expiry"};

inline constexpr std::string_view checked_schema = "gongkai.checked/1";
inline constexpr std::string_view report_schema = "gongkai.report/1";
inline constexpr std::string_view waivers_schema = "gongkai.waivers/1";

}  // namespace gongkai::json
