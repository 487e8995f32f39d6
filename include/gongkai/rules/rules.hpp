// The catalogue of rules: every rule the library has, in the order in which findings are given.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "gongkai/rule.hpp"
#include "gongkai/rules/cases.hpp"
#include "gongkai/rules/disclosure.hpp"
#include "gongkai/rules/document.hpp"
#include "gongkai/rules/equations.hpp"
#include "gongkai/rules/form.hpp"
#include "gongkai/rules/narrative.hpp"
#include "gongkai/rules/rollup.hpp"
#include "gongkai/rules/value.hpp"
#include "gongkai/rules/years.hpp"

namespace gongkai {

namespace rules {
template <std::size_t... sizes>
constexpr auto join(const Rule (&... parts)[sizes]) {
  std::array<Rule, (sizes + ...)> all{};
  std::size_t n = 0;
  const auto append = [&](const auto& part) {
    for (const Rule& rule : part) {
      all[n++] = rule;
    }
  };
  (append(parts), ...);
  return all;
}
}  // namespace rules

/// Every rule. Ids are never renamed or reused.
inline constexpr auto rule_catalog = rules::join(rules::equation_rules, rules::value_rules, rules::disclosure_rules,
                                                 rules::case_rules, rules::narrative_rules, rules::document_rules,
                                                 rules::form_rules, rules::years_rules, rules::rollup_rules);

/// The rule with this id among those of the caller and of the catalogue, or nullptr.
constexpr const Rule* find_rule(std::string_view id, std::span<const Rule> extra_rules = {}) {
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
