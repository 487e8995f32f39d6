// Writing reports, findings and the catalogue as JSON. Implemented in the library gongkai::gongkai.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "gongkai/check.hpp"
#include "gongkai/localize.hpp"
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

/// An assessment as JSON, schema "gongkai.assessment/1": a summary, the findings with messages in both languages and
/// fingerprints, suspects where they were attached, and the coverage of every rule. `extra_rules` are those that the check was given.
std::string to_json(const Assessment& assessment, const About& about, std::span<const Rule> extra_rules = {});

/// A localisation as JSON, schema "gongkai.localization/1": for each fault the smallest number of wrong cells, all answers
/// of that size (each a list of suspects), shifted rows, and the story in both languages.
std::string to_json(const Localization& localization, const About& about);

/// The catalogue of cells, schema "gongkai.cells/1", and of rules, schema "gongkai.rules/1".
std::string cells_to_json();
std::string rules_to_json(std::span<const Rule> extra_rules = {});

/// The report in a JSON text of schema "gongkai.report/1". Strict: an unknown key is an error that names near matches.
Result<Report> report_from_json(std::string_view json);

}  // namespace gongkai
