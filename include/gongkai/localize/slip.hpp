// What kind of slip may have made one number of another.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gongkai/catalog.hpp"
#include "gongkai/model/equation.hpp"
#include "gongkai/model/suspect.hpp"

namespace gongkai::localize_detail {

/// The digits of a number.
class Digits {
 public:
  explicit Digits(std::int64_t number)
      : size_(static_cast<std::size_t>(std::to_chars(text_.begin(), text_.end(), number).ptr - text_.begin())) {}
  std::string_view view() const { return {text_.data(), size_}; }

 private:
  std::array<char, 24> text_{};
  std::size_t size_;
};

/// How many letters both texts begin with.
inline std::size_t common_start(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) {
    ++n;
  }
  return n;
}

/// Where one letter must be left out of `longer` to give `shorter`.
inline std::optional<std::size_t> left_out(std::string_view longer, std::string_view shorter) {
  const std::size_t at = common_start(longer, shorter);
  return longer.size() == shorter.size() + 1 && longer.substr(at + 1) == shorter.substr(at) ? std::optional(at)
                                                                                            : std::nullopt;
}

/// The slip of the fingers that made `written` of `meant`, two different numbers; unexplained where none did.
inline Slip typing_slip(std::int64_t written, std::int64_t meant) {
  if (written == -meant) {
    return Slip::sign;
  }
  const Digits written_digits(written), meant_digits(meant);
  const std::string_view w = written_digits.view(), m = meant_digits.view();
  if (w.size() == m.size()) {
    const std::size_t at = common_start(w, m);
    if (w.substr(at + 1) == m.substr(at + 1)) {
      return Slip::digit_changed;
    }
    const bool is_transposed = w[at] == m[at + 1] && w[at + 1] == m[at] && w.substr(at + 2) == m.substr(at + 2);
    return is_transposed ? Slip::digits_transposed : Slip::unexplained;
  }
  if (left_out(m, w)) {
    return Slip::digit_dropped;
  }
  if (const auto at = left_out(w, m)) {
    return *at > 0 && w[*at] == w[*at - 1] ? Slip::digit_doubled : Slip::digit_added;
  }
  return Slip::unexplained;
}

/// The number that the digits of both make, one behind the other; nothing where either is negative or it would not fit.
inline std::optional<std::int64_t> joined(std::int64_t first, std::int64_t second) {
  std::int64_t shift = 10;
  while (shift <= second) {
    shift *= 10;
  }
  const auto shifted = checked_multiply(first, shift);
  return first < 0 || second < 0 || !shifted ? std::nullopt : checked_add(*shifted, second);
}

/// The cell that many rows below and columns to the right of a cell of the same table, or nothing.
inline std::optional<std::size_t> cell_beside(std::size_t cell, int down, int right, Edition edition) {
  const CellInfo& from = cells[cell];
  const Position place = from.position(edition);
  if (place.row < 0) {
    return std::nullopt;
  }
  const auto is_beside = [&](const CellInfo& to) {
    return to.position(edition).row == place.row + down && to.position(edition).column == place.column + right;
  };
  const int step = down > 0 || right > 0 ? 1 : -1;
  for (auto at = static_cast<int>(cell) + step; at >= 0 && at < static_cast<int>(cell_count); at += step) {
    if (cells[static_cast<std::size_t>(at)].row_info().table != from.row_info().table) {
      break;
    }
    if (is_beside(cells[static_cast<std::size_t>(at)])) {
      return static_cast<std::size_t>(at);
    }
  }
  return std::nullopt;
}

/// The slip of which the next cell tells: it has the right number, or the same one, or the other half of it.
inline Slip slip_beside(const Figures& figures, Edition edition, Suspect& suspect) {
  const std::int64_t written = suspect.value.value_or(0), meant = suspect.low;
  constexpr std::array<std::array<int, 2>, 4> directions{{{0, -1}, {0, 1}, {-1, 0}, {1, 0}}};
  std::array<std::optional<std::int64_t>, 4> value;
  std::array<std::size_t, 4> beside{};
  for (std::size_t i = 0; i < directions.size(); ++i) {
    if (const auto at = cell_beside(suspect.cell, directions[i][0], directions[i][1], edition)) {
      beside[i] = *at;
      value[i] = cell(figures, *at);
    }
  }
  const auto look = [&](Slip slip, auto fits) {
    for (std::size_t i = 0; i < directions.size(); ++i) {
      if (value[i] && fits(*value[i], i)) {
        suspect.other = static_cast<std::int16_t>(beside[i]);
        return slip;
      }
    }
    return Slip::unexplained;
  };
  Slip slip = look(Slip::displaced, [&](std::int64_t v, std::size_t) { return v == meant && v != 0; });
  if (slip == Slip::unexplained) {
    slip = look(Slip::copied, [&](std::int64_t v, std::size_t) { return v == written && v != 0; });
  }
  if (slip == Slip::unexplained && suspect.value) {
    slip = look(Slip::split, [&](std::int64_t v, std::size_t i) {
      return meant != 0 && ((i == 0 && joined(v, written) == meant) || (i == 1 && joined(written, v) == meant));
    });
  }
  return slip;
}

/// The slip that one cell shows by itself.
inline Slip slip_of(const Figures& figures, Edition edition, Suspect& suspect) {
  if (!suspect.is_exact()) {
    return Slip::unexplained;
  }
  if (!suspect.value) {
    return Slip::omitted;
  }
  if (const Slip slip = typing_slip(*suspect.value, suspect.low); slip != Slip::unexplained) {
    return slip;
  }
  if (const Slip slip = slip_beside(figures, edition, suspect); slip != Slip::unexplained) {
    return slip;
  }
  constexpr std::int64_t yuan_per_unit = 10'000;
  if (*suspect.value == suspect.low * yuan_per_unit || checked_multiply(*suspect.value, yuan_per_unit) == suspect.low) {
    return Slip::unit;
  }
  for (const Equation& equation : equations) {
    if (equation.kind != Equation::Kind::balance && equation.total() == suspect.cell) {
      std::int64_t sum = 0;
      for (const std::uint8_t part : equation.left()) {
        sum += cell(figures, part).value_or(0);
      }
      if (sum == suspect.low) {
        return Slip::total_not_updated;
      }
    }
  }
  return Slip::unexplained;
}

/// Names the slip of each suspect of an answer, first those that explain two cells at once.
inline void name_slips(const Figures& figures, Edition edition, std::span<const std::int64_t> off,
                       std::vector<Suspect>& suspects) {
  for (Suspect& suspect : suspects) {
    suspect.slip = slip_of(figures, edition, suspect);
    for (const Suspect& other : suspects) {
      if (other.cell != suspect.cell && suspect.is_exact() && other.is_exact() && suspect.value == other.low &&
          other.value == suspect.low) {
        suspect.slip = Slip::exchanged;
        suspect.other = static_cast<std::int16_t>(other.cell);
      }
    }
    for (std::size_t i = 0; i < equations.size() && suspect.slip != Slip::exchanged; ++i) {
      if (equations[i].kind == Equation::Kind::balance || equations[i].total() != suspect.cell || off[i] != 0) {
        continue;
      }
      for (const Suspect& other : suspects) {
        if (other.cell != suspect.cell && equation_sets[i].has(other.cell)) {
          suspect.slip = Slip::carried;
          suspect.other = static_cast<std::int16_t>(other.cell);
        }
      }
    }
  }
}

/// How far-fetched the slips of an answer are together; a slip that explains several cells counts once. A slip that could
/// have made few numbers tells more than one that could have made many.
inline int strangeness(const std::vector<Suspect>& suspects) {
  constexpr std::array cost{1, 2, 0, 2, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 9};  // in the order of Slip
  static_assert(cost.size() == static_cast<std::size_t>(Slip::unexplained) + 1);
  int sum = 0;
  for (const Suspect& suspect : suspects) {
    const bool is_said = (suspect.slip == Slip::exchanged && suspect.other < suspect.cell) ||
                         (suspect.slip == Slip::row_shifted && &suspect != &suspects.front());
    sum += is_said ? 0 : cost[static_cast<std::size_t>(suspect.slip)];
  }
  return sum;
}

}  // namespace gongkai::localize_detail
