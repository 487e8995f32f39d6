// A register of the bodies that file reports: who reports to whom, and who has not filed. Implemented in gongkai::gongkai.
//
// Behind this door: model/result.hpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/model/result.hpp"
#include "gongkai/rule.hpp"

namespace gongkai {

/// A body of the register.
struct Body {
  std::string name;
  Level level = Level::unknown;
  std::string parent;         ///< the name of the body above it; empty at the top
  Date valid_from, valid_to;  ///< first and last day; not known: always

  constexpr bool exists_on(const Date& day) const {
    return (!valid_from.is_known() || valid_from <= day) && (!valid_to.is_known() || day <= valid_to);
  }
};

/// Reads a register from CSV (UTF-8, with or without BOM) with a head of name, level, parent, valid_from, valid_to or
/// 名称、层级、上级、设立日期、撤销日期, in any order; only the name is required, and its column may be called 机关、单位、
/// 机关名称 or 单位名称 too. Dates are YYYY-MM-DD. Errors where a column
/// or value is not known, a parent is not in the register, two bodies of one name exist at the same time, or bodies stand
/// above one another in a ring.
Result<std::vector<Body>> bodies_from_csv(std::string_view bytes);

/// What the register makes of the reports at hand.
struct Gathered {
  std::vector<Child> children;         ///< in the order of the register; their names are the register's
  std::vector<std::size_t> elsewhere;  ///< of the reports at hand, those of no body below this one, as indexes
};

/// The bodies whose figures the report of `authority` on the year includes, with their reports, any depth down. A body that
/// has filed stands for all below it unless its report covers its own figures only; for one that has not, those below it
/// stand. Who exists on 31 December of the year is expected to file.
///
/// `filed` are the reports at hand, each under the name of its body; names are compared without regard to width and spaces.
/// The result points into `register_` and `filed`.
Gathered gather(std::span<const Body> register_, std::string_view authority, int year, std::span<const Child> filed);

}  // namespace gongkai
