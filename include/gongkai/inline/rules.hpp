// The bodies of rules/rules.hpp.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "gongkai/inline/linkage.hpp"
#include "gongkai/rules/all.hpp"
#include "gongkai/rules/rules.hpp"

namespace gongkai {

static_assert(rules::all.size() == rule_count, "rule_count in rules/rules.hpp is not the number of rules");

GONGKAI_INLINE constexpr std::array<Rule, rule_count> rule_catalog = rules::all;

GONGKAI_INLINE const Rule* find_rule(std::string_view id, std::span<const Rule> extra_rules) {
  for (const Rule& rule : extra_rules) {
    if (rule.id == id) {
      return &rule;
    }
  }
  for (const Rule& rule : rule_catalog) {
    if (rule.id == id) {
      return &rule;
    }
  }
  return nullptr;
}

}  // namespace gongkai
