// Bytes -> Report, so that a fuzzer can make reports of any figures.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "gongkai/catalog.hpp"
#include "gongkai/model/equation.hpp"
#include "gongkai/report.hpp"

namespace gongkai::fuzz {

/// Bytes taken from the front; 0 where there are none left.
struct Bytes {
  std::string_view rest;

  std::uint8_t byte() {
    if (rest.empty()) {
      return 0;
    }
    const auto first = static_cast<std::uint8_t>(rest.front());
    rest.remove_prefix(1);
    return first;
  }
  std::int64_t number() {
    std::int64_t value = 0;
    const std::size_t size = std::min(rest.size(), sizeof value);
    if (size != 0) {
      std::memcpy(&value, rest.data(), size);
      rest.remove_prefix(size);
    }
    return value;
  }
  std::string_view text() {
    const std::size_t size = std::min<std::size_t>(byte(), rest.size());
    const std::string_view front = rest.substr(0, size);
    rest.remove_prefix(size);
    return front;
  }
};

/// A number that the form can hold, most often a small one; nothing for a blank.
inline std::optional<std::int64_t> value_of(Bytes& bytes) {
  constexpr std::uint8_t small = 200, blank = 225;
  constexpr std::int64_t most = 1'000'000'000'000'000;
  const std::uint8_t kind = bytes.byte();
  if (kind < small) {
    return kind;
  }
  if (kind < blank) {
    return std::nullopt;
  }
  return std::clamp(bytes.number(), -most, most);
}

/// Makes every total the sum of its parts, and each column balance.
inline void add_up(Report& report, Edition edition) {
  const CellSet mine = cells_of(edition);
  for (const Equation::Kind kind : {Equation::Kind::row, Equation::Kind::column, Equation::Kind::row}) {
    for (const Equation& equation : equations) {
      if (equation.kind != kind || !mine.has(equation.total())) {
        continue;
      }
      std::int64_t sum = 0;
      for (const std::uint8_t part : equation.left()) {
        sum += cell(report, part).value_or(0);
      }
      if (sum >= 0 && sum <= 1'000'000'000'000'000) {
        set_cell(report, equation.total(), sum);
      }
    }
  }
}

inline Report report_of(Bytes& bytes) {
  constexpr std::uint8_t is_old = 1, has_zeros = 2, adds_up = 4;
  const std::uint8_t kind = bytes.byte();
  Report report;
  const Edition edition = (kind & is_old) != 0 ? Edition::form_2019 : Edition::form_2021;
  report.about.edition = edition;
  report.about.year = edition == Edition::form_2019 ? 2020 : 2023;
  for (const CellInfo& info : cells) {
    if ((kind & has_zeros) != 0 && has(info.editions, edition)) {
      set_cell(report, info.index, 0);
    }
  }
  for (std::uint8_t left = bytes.byte(); left != 0 && !bytes.rest.empty(); --left) {
    const CellInfo& info = cells[bytes.byte() % cells.size()];
    const std::optional<std::int64_t> value = value_of(bytes);
    if (has(info.editions, edition)) {
      set_cell(report, info.index, value);
    }
  }
  if ((kind & adds_up) != 0) {
    add_up(report, edition);
  }
  return report;
}

}  // namespace gongkai::fuzz
