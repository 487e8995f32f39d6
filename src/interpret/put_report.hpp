// Writes what was decided and proven into the Reading, each value with its place, and names the rest once.
#pragma once

#include <functional>

#include "interpret/decide.hpp"
#include "interpret/prove.hpp"
#include "interpret/rows_named.hpp"

namespace gongkai {

/// `named` says which rows the document names, and is asked only where some were not found.
void put_report(const Evidence& evidence, const Decision& decision, const Proof& proof, Reading& reading,
                const std::function<RowsNamed()>& named);

}  // namespace gongkai
