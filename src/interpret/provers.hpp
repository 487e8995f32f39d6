// The tables, each proven by itself.
#pragma once

#include <string_view>
#include <vector>

#include "interpret/partings.hpp"
#include "interpret/prove.hpp"

namespace gongkai {

/// Adds to the proof what the digits themselves, or the report's text, settle of section two.
void prove_disclosure(const Evidence& evidence, const Decision& decision, const Reading& reading, SearchBudget& budget,
                      Proof& proof);
/// Adds to the proof what the equations settle of the table of requests.
void prove_requests(const Evidence& evidence, const Decision& decision, SearchBudget& budget, Proof& proof);
/// The same of section four.
void prove_cases(const Evidence& evidence, const Decision& decision, const std::vector<std::string_view>& stated,
                 SearchBudget& budget, Proof& proof);

/// Says that numbers of the section's table were inferred.
void note_inferred(int section, const Place& place, Proof& proof);

}  // namespace gongkai
