// The catalogue of rules: every rule the library has, in the order in which findings are given.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "gongkai/rule.hpp"

namespace gongkai {

/// How many rules there are; the catalogue is held to it when it is compiled.
inline constexpr std::size_t rule_count = 81;

#ifdef GONGKAI_COMPILED
/// Every rule. Ids are never renamed or reused.
extern const std::array<Rule, rule_count> rule_catalog;
#endif

/// The rule with this id among those of the caller and of the catalogue, or nullptr.
const Rule* find_rule(std::string_view id, std::span<const Rule> extra_rules = {});

}  // namespace gongkai

#ifndef GONGKAI_COMPILED
#include "gongkai/inline/rules.hpp"
#endif
