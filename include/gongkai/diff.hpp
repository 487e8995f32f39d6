// What differs between two reports, or two versions of one: the cells that moved, the texts that changed, and the findings
// that opened and closed.
//
// Behind this door: model/ and rules/, through check.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gongkai/check.hpp"

namespace gongkai {

/// A cell with another value in the second report.
struct CellChange {
  std::uint16_t cell = 0;
  std::optional<std::int64_t> before, after;  ///< nothing: blank, or not on that report's form

  /// after - before, where both are known.
  std::optional<std::int64_t> change() const {
    return before && after ? checked_subtract(*after, *before) : std::nullopt;
  }
};

struct Diff {
  About before, after;
  std::vector<CellChange> cells;    ///< in the order of the form
  std::vector<std::uint8_t> texts;  ///< those that differ, as indexes into `texts` of catalog.hpp
  std::vector<Finding> closed;      ///< of the first report, no longer found in the second
  std::vector<Finding> opened;      ///< of the second, not found in the first
  std::vector<Finding> remaining;   ///< of the second, found in both, whatever their values
};

/// Compares cells and texts of two reports, and what a check finds in each. A cell that is blank in both does not differ.
Diff diff(const Dossier& before, const Dossier& after, const CheckOptions& options = {});

}  // namespace gongkai

#ifndef GONGKAI_COMPILED
#include "gongkai/inline/diff.hpp"
#endif
