// The smallest sets of cells whose change makes every equation of a component hold: an exact search within a budget.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "gongkai/localize/tableau.hpp"

namespace gongkai::localize_detail {

/// The method of Fellegi and Holt (1976): cells must be freed until the equations have a solution. As long as they have
/// none, the tableau shows implied equations that no free cell can mend, and each of them must have another of its cells
/// freed. Branching over the cells of one of them, with those tried before kept fast, meets every set once.
class Search {
 public:
  /// `forced` cells are wrong in any case.
  Search(const Tableau& start, const CellSet& forced, std::uint32_t max_nodes) : left_(max_nodes) {
    path_.reserve(4);
    path_.push_back({start, forced, {}});
  }

  /// Calls found(tableau, cells) for every smallest set, the tableau solved for it. Gives its size; where the budget
  /// was spent before any was found, the size that no set can be smaller than.
  template <class Found>
  std::size_t run(Found found) {
    const std::size_t forced = path_.front().chosen.size();
    for (std::size_t more = bound(conflicts(path_.front()));; ++more) {
      path_.resize(more + 1);
      bool any = false;
      descend(0, more, [&](const Tableau& tableau, const CellSet& cells) {
        any = true;
        found(tableau, cells);
      });
      if (any || is_spent()) {
        return forced + more;
      }
    }
  }

  /// Whether some sets may not have been looked at.
  bool is_spent() const { return is_spent_; }

 private:
  struct Node {
    Tableau tableau;
    CellSet chosen;  ///< the cells that the set has so far
    CellSet fast;    ///< cells that it must not have
  };
  /// The cells of each equation that cannot be mended, one of which must be freed.
  struct Conflicts {
    std::array<CellSet, equations.size()> set;
    std::size_t size = 0;
  };

  static Conflicts conflicts(Node& node) {
    Tableau& tableau = node.tableau;
    const int stuck = tableau.settle();
    Conflicts found;
    for (std::size_t i = 0; i < tableau.rows().size(); ++i) {
      const Tableau::Row& row = tableau.rows()[i];
      const int need = tableau.need(row);
      if (need != 0 && (static_cast<int>(i) == stuck || !tableau.has_loose(row))) {
        found.set[found.size++] = tableau.movers(row, need) - tableau.free_cells() - node.fast;
      }
    }
    return found;
  }

  /// How many cells are needed at least: conflicts without a common cell need one each.
  static std::size_t bound(const Conflicts& conflicts) {
    std::size_t forwards = 0, backwards = 0;
    CellSet covered_forwards, covered_backwards;
    for (std::size_t i = 0; i < conflicts.size; ++i) {
      forwards += take(conflicts.set[i], covered_forwards);
      backwards += take(conflicts.set[conflicts.size - 1 - i], covered_backwards);
    }
    return std::max(forwards, backwards);
  }
  static std::size_t take(const CellSet& set, CellSet& covered) {
    if (!(set & covered).empty()) {
      return 0;
    }
    covered = covered | set;
    return 1;
  }

  /// The cells to branch over.
  static CellSet candidates(const Conflicts& conflicts, std::size_t more) {
    CellSet best = conflicts.set[0];
    for (std::size_t i = 1; i < conflicts.size; ++i) {
      if (more == 1) {
        best = best & conflicts.set[i];
      } else if (conflicts.set[i].size() < best.size()) {
        best = conflicts.set[i];
      }
    }
    return best;
  }

  template <class Found>
  void descend(std::size_t depth, std::size_t more, const Found& found) {
    if (left_ == 0) {
      is_spent_ = true;
      return;
    }
    --left_;
    Node& node = path_[depth];
    const Conflicts open = conflicts(node);
    if (open.size == 0) {
      found(node.tableau, node.chosen);
      return;
    }
    if (bound(open) > more) {
      return;
    }
    const CellSet fast = node.fast;
    candidates(open, more).for_each([&](std::size_t cell) {
      Node& next = path_[depth + 1];
      next = node;
      next.tableau.set_free(cell);
      next.chosen.add(cell);
      descend(depth + 1, more - 1, found);
      node.fast.add(cell);
    });
    node.fast = fast;
  }

  std::vector<Node> path_;
  std::uint32_t left_;
  bool is_spent_ = false;
};

}  // namespace gongkai::localize_detail
