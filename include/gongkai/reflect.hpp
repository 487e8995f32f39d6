// What the structs of report.hpp say about themselves: how many cells, their keys, and where each stands in memory.
#pragma once

#include <array>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "gongkai/report.hpp"

namespace gongkai {
namespace reflect {

template <class T>
inline constexpr bool is_cell = std::is_base_of_v<Reported, T>;

/// Calls f(descriptor, type_identity<member type>) for each described member of T, in order.
template <class T, class F>
constexpr void for_each_member(F&& f) {
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
    f(member, std::type_identity<std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>>{});
  });
}

/// The number of cells in T.
template <class T>
constexpr std::size_t count_cells() {
  if constexpr (is_cell<T>) {
    return 1;
  } else {
    std::size_t n = 0;
    for_each_member<T>([&]<class M>(auto, std::type_identity<M>) { n += count_cells<M>(); });
    return n;
  }
}

/// A dotted key, built at compile time. What stands behind `size` is not part of it.
struct Key {
  char text[96]{};
  std::size_t size = 0;
  constexpr std::string_view view() const { return {text, size}; }
  constexpr void push(const char* name) {
    if (size != 0) {
      text[size++] = '.';
    }
    while (*name != '\0') {
      text[size++] = *name++;
    }
  }
};

/// Whether T is a row: a struct of cells.
template <class T>
inline constexpr bool is_row = [] {
  bool all = true;
  for_each_member<T>([&]<class M>(auto, std::type_identity<M>) { all = all && is_cell<M>; });
  return all;
}();

/// Calls f(type_identity<S>, index of its first cell, key) for T and for each struct inside it, in order.
template <class T, class F>
constexpr void walk(F& f, std::size_t first, Key& key) {
  f(std::type_identity<T>{}, first, key.view());
  if constexpr (!is_row<T>) {
    for_each_member<T>([&]<class M>(auto member, std::type_identity<M>) {
      const std::size_t size = key.size;
      key.push(member.name);
      walk<M>(f, first, key);
      key.size = size;
      first += count_cells<M>();
    });
  }
}
template <class T, class F>
constexpr void walk(F&& f) {
  Key key;
  walk<T>(f, 0, key);
}

}  // namespace reflect

/// The number of number cells in the superset of both editions.
inline constexpr std::size_t cell_count = reflect::count_cells<Figures>();
static_assert(sizeof(Figures) == cell_count * sizeof(std::int64_t), "a cell is 8 bytes and there is no padding");
static_assert(std::is_trivially_copyable_v<Figures>);

/// The stored value of a cell: its number, or Reported::blank_raw.
inline std::int64_t raw_cell(const Figures& figures, std::size_t index) {
  std::int64_t raw = 0;
  std::memcpy(&raw, reinterpret_cast<const std::byte*>(&figures) + index * sizeof raw, sizeof raw);
  return raw;
}

}  // namespace gongkai
