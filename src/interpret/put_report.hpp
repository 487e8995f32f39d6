// Writes what was decided and proven into the Reading, each value with its place, and names the rest once.
#pragma once

#include "interpret/decide.hpp"
#include "interpret/prove.hpp"

namespace gongkai {

void put_report(const Evidence& evidence, const Decision& decision, const Proof& proof, Reading& reading);

}  // namespace gongkai
