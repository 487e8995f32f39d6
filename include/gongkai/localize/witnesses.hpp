// What a dossier says of single cells from outside the tables: the report's text, last year's report, the children.
#pragma once

#include <optional>
#include <vector>

#include "gongkai/model/suspect.hpp"
#include "gongkai/rules/narrative.hpp"
#include "gongkai/rules/rollup.hpp"
#include "gongkai/rules/years.hpp"

namespace gongkai {

namespace witnesses_detail {

/// Claims of an exact number that, in one of the senses they may have, is the number of a single cell.
inline void add_text(const Subject& subject, std::vector<Witness>& witnesses) {
  if (subject.claims() == nullptr) {
    return;
  }
  for (const Claim& claim : *subject.claims()) {
    if (claim.step != 1 || claim.is_part) {
      continue;
    }
    const rules::Readings readings = rules::readings_of(subject, claim);
    for (std::size_t i = 0; i < readings.size; ++i) {
      if (const rules::Quantity& quantity = readings.quantity[i]; quantity.size == 1) {
        witnesses.push_back(
            {static_cast<std::uint16_t>(quantity.cell[0]), WitnessKind::text, claim.value,
             subject.reading() == nullptr ? Place{} : subject.reading()->find_place(claim.prose, claim.begin)});
      }
    }
  }
}

/// What last year's report carried forward is what this one carries in.
inline void add_previous(const Subject& subject, std::vector<Witness>& witnesses) {
  if (!subject.others()->is_year_before(subject.report().about) ||
      subject.others()->is_of_other_body(subject.report().about)) {
    return;
  }
  const Subject& last = rules::last_year(subject);
  const Applicants &in = subject.report().requests.carried_in, &out = last.report().requests.carried_out;
  reflect::for_each_member<Applicants>([&](auto member, auto) {
    if (const auto value = last.value(last.index_of(out.*member.pointer))) {
      witnesses.push_back(
          {static_cast<std::uint16_t>(subject.index_of(in.*member.pointer)), WitnessKind::previous, *value, {}});
    }
  });
}

/// The sums over the children, where every child is known to have reported the cell.
inline void add_children(const Subject& subject, std::vector<Witness>& witnesses) {
  const std::vector<Others::ChildSubject>& children = subject.others()->children;
  if (children.empty() || std::any_of(children.begin(), children.end(), rules::is_unknown)) {
    return;
  }
  subject.in_edition().for_each([&](std::size_t cell) {
    const rules::ChildrenSum sum = rules::add_children(children, cell);
    if (sum.low && sum.gap == Gap::none && sum.any_stated) {
      witnesses.push_back({static_cast<std::uint16_t>(cell), WitnessKind::children, *sum.low, {}});
    }
  });
}

}  // namespace witnesses_detail

/// The values that single cells should have according to the text, last year's report and the children of a dossier.
/// Several may speak of one cell, and they need not agree.
inline std::vector<Witness> witnesses_of(const Dossier& dossier, BlankPolicy blanks) {
  std::vector<Witness> witnesses;
  std::optional<Others> others;
  if (dossier.previous != nullptr || !dossier.children.empty()) {
    others = others_of(dossier, blanks);
  }
  const Subject subject(dossier, blanks, others ? &*others : nullptr);
  witnesses_detail::add_text(subject, witnesses);
  if (others) {
    witnesses_detail::add_previous(subject, witnesses);
    witnesses_detail::add_children(subject, witnesses);
  }
  return witnesses;
}

}  // namespace gongkai
