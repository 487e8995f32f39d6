// Writing reports, findings and the catalogue as JSON. Implemented in the library gongkai::gongkai.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/aggregate.hpp"
#include "gongkai/check.hpp"
#include "gongkai/diff.hpp"
#include "gongkai/reading.hpp"
#include "gongkai/result.hpp"

namespace gongkai {

/// A report as JSON, schema "gongkai.report/1": `about`, `cells` (one flat object, key -> null for blank, an integer,
/// or an exact decimal string in yuan for money; the cells of the report's edition and any other that is filled),
/// `narrative`, `extensions`. Keys stand in the order of the form; equal reports give equal bytes.
std::string to_json(const Report& report);

/// A reading as JSON, schema "gongkai.reading/1": the report, and for each cell its state, text and place, then the
/// notes.
std::string to_json(const Reading& reading);

/// An assessment as JSON, schema "gongkai.assessment/1": a summary, the findings with messages in both languages,
/// fingerprints, the cells of other reports that they take in, and waivers, and the coverage of every rule. `extra_rules` are those that the check was given.
std::string to_json(const Assessment& assessment, const About& about, std::span<const Rule> extra_rules = {});

/// What differs between two reports, schema "gongkai.diff/1": both reports' `about`, the cells that moved with both values
/// and the change, the texts that differ, and the findings opened, closed and remaining.
std::string to_json(const Diff& diff);

/// A total, schema "gongkai.rollup/1": the report, how many reports are in it, and what could not be added and why.
std::string to_json(const Aggregate& aggregate);

/// Waivers, schema "gongkai.waivers/1", and back. Strict: an unknown key is an error that names near matches, and all but
/// `expiry` must be there.
std::string to_json(std::span<const Waiver> waivers);
Result<std::vector<Waiver>> waivers_from_json(std::string_view json);

/// The catalogue of cells, schema "gongkai.cells/1", and of rules, schema "gongkai.rules/1".
std::string cells_to_json();
std::string rules_to_json(std::span<const Rule> extra_rules = {});

/// The report in a JSON text of schema "gongkai.report/1". Strict: an unknown key is an error that names near matches.
Result<Report> report_from_json(std::string_view json);

}  // namespace gongkai
