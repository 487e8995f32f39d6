// Depth first, each branch cut where the rows that are left cannot make a sum come out.
#include "interpret/column_search.hpp"

#include <algorithm>

namespace gongkai {

int ColumnSearch::count(const WantedEquations& wanted) {
  wanted_ = wanted;
  open_.clear();
  start_ = {};
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].ways.size() == 1) {
      add(start_, all_[i], all_[i].ways[0]);
    } else if (!all_[i].ways.empty()) {
      open_.push_back(i);
    }
  }
  std::sort(open_.begin(), open_.end(),
            [this](std::size_t a, std::size_t b) { return all_[a].ways.size() > all_[b].ways.size(); });
  bound();
  choice_.assign(all_.size(), 0);
  found_ = 0;
  run(0, start_);
  return budget_.is_used_up() ? 2 : found_;
}

void ColumnSearch::add(Sums& sums, const RowOptions& options, const RequestRow& way) {
  for (std::size_t i = 0; i < request_width; ++i) {
    sums[i] += options.role.sum * way[i];
    sums[request_width + i] += options.role.balance * way[i];
  }
}

/// The least and the most that the rows from one on can still add.
void ColumnSearch::bound() {
  least_.assign(open_.size() + 1, {});
  most_ = least_;
  for (std::size_t i = open_.size(); i-- > 0;) {
    Sums low{}, high{};
    bool is_first = true;
    for (const RequestRow& way : all_[open_[i]].ways) {
      Sums sums{};
      add(sums, all_[open_[i]], way);
      for (std::size_t e = 0; e < request_equations; ++e) {
        low[e] = is_first ? sums[e] : std::min(low[e], sums[e]);
        high[e] = is_first ? sums[e] : std::max(high[e], sums[e]);
      }
      is_first = false;
    }
    for (std::size_t e = 0; e < request_equations; ++e) {
      least_[i][e] = least_[i + 1][e] + low[e];
      most_[i][e] = most_[i + 1][e] + high[e];
    }
  }
}

void ColumnSearch::run(std::size_t at, const Sums& sums) {
  if (found_ > 1 || !budget_.take()) {
    return;
  }
  for (std::size_t e = 0; e < request_equations; ++e) {
    if (wanted_[e] && (sums[e] + least_[at][e] > 0 || sums[e] + most_[at][e] < 0)) {
      return;
    }
  }
  if (at == open_.size()) {
    ++found_;
    best_ = choice_;
    return;
  }
  const RowOptions& options = all_[open_[at]];
  for (std::size_t way = 0; way < options.ways.size(); ++way) {
    Sums next = sums;
    add(next, options, options.ways[way]);
    choice_[open_[at]] = way;
    run(at + 1, next);
  }
}

}  // namespace gongkai
