// Every rule of every part in one array, in the order in which findings are given.
#pragma once

#include <array>
#include <cstddef>

#include "gongkai/rule.hpp"
#include "gongkai/rules/cases.hpp"
#include "gongkai/rules/disclosure.hpp"
#include "gongkai/rules/document.hpp"
#include "gongkai/rules/document_dates.hpp"
#include "gongkai/rules/document_text.hpp"
#include "gongkai/rules/equations.hpp"
#include "gongkai/rules/form.hpp"
#include "gongkai/rules/narrative.hpp"
#include "gongkai/rules/peers.hpp"
#include "gongkai/rules/rollup.hpp"
#include "gongkai/rules/value.hpp"
#include "gongkai/rules/years.hpp"

namespace gongkai::rules {

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

inline constexpr auto all =
    join(equation_rules, value_rules, disclosure_rules, case_rules, narrative_rules, document_rules,
         document_date_rules, document_text_rules, form_rules, years_rules, rollup_rules, peers_rules);

}  // namespace gongkai::rules
