// What the structs of report.hpp say about themselves, as one table: every part of the form, its name and its cells.
//
// The table is made once by reflection; keys, the catalogue and the equations are plain loops over it.
#pragma once

#include <array>
#include <boost/describe/members.hpp>
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

template <class T, class F, template <class...> class List, class... Member>
constexpr void for_each_in(List<Member...>, F& f) {
  (f(Member{}, std::type_identity<std::remove_cvref_t<decltype(std::declval<T&>().*Member::pointer)>>{}), ...);
}
/// Calls f(descriptor, type_identity<member type>) for each described member of T, in order.
template <class T, class F>
constexpr void for_each_member(F&& f) {
  for_each_in<T>(boost::describe::describe_members<T, boost::describe::mod_public>{}, f);
}

/// The number of cells in T, which is nothing but cells of 8 bytes.
template <class T>
inline constexpr std::size_t cells_in = sizeof(T) / sizeof(std::int64_t);

/// A member of a struct of the form: a cell, or a struct of further parts.
struct Part {
  const char* name = nullptr;
  std::uint16_t first = 0, count = 0;  ///< its cells, as indexes
  std::uint16_t inside = 0;            ///< how many of the parts behind it are inside it
  std::uint8_t depth = 0;              ///< of nesting; members of Figures have 0
  bool is_cell = false, is_money = false;
};

/// Appends the parts of T, each followed by the parts inside it.
template <class T, class Out>
constexpr void list_parts(Out& out, std::size_t first, std::uint8_t depth) {
  for_each_member<T>([&]<class M>(auto member, std::type_identity<M>) {
    const std::size_t at = out.size++;
    out.part[at] = {member.name, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(cells_in<M>), 0, depth,
                    is_cell<M>,  std::is_same_v<M, Money>};
    if constexpr (!is_cell<M>) {
      list_parts<M>(out, first, static_cast<std::uint8_t>(depth + 1));
      out.part[at].inside = static_cast<std::uint16_t>(out.size - at - 1);
    }
    first += cells_in<M>;
  });
}

struct Parts {
  std::array<Part, 320> part{};
  std::size_t size = 0;
  constexpr const Part& operator[](std::size_t i) const { return part[i]; }
};

}  // namespace reflect

/// Every part of the form: structs and cells in their order, each struct before what is inside it.
inline constexpr reflect::Parts parts = [] {
  reflect::Parts all;
  reflect::list_parts<Figures>(all, 0, 0);
  return all;
}();

/// The number of number cells in the superset of both editions.
inline constexpr std::size_t cell_count = [] {
  std::size_t n = 0;
  for (std::size_t i = 0; i < parts.size; ++i) {
    n += parts[i].is_cell;
  }
  return n;
}();
static_assert(sizeof(Figures) == cell_count * sizeof(std::int64_t),
              "a member of a struct of the form is not described");
static_assert(std::is_trivially_copyable_v<Figures>);

namespace reflect {

// Parts are named by their place in `parts`, not by pointers: with -fsanitize=undefined g++ takes no comparison of
// pointers for a constant.

/// A row of the form is a struct of cells.
constexpr bool is_row(std::size_t part) {
  return !parts[part].is_cell && parts[part + 1].is_cell;
}

/// The part behind all that is inside this one.
constexpr std::size_t after(std::size_t part) {
  return part + 1 + parts[part].inside;
}

/// A dotted key, built at compile time. What stands behind `size` is not part of it.
struct Key {
  char text[96]{};
  std::size_t size = 0;
  constexpr std::string_view view() const { return {text, size}; }
  constexpr void append(std::string_view name) {
    if (size != 0) {
      text[size++] = '.';
    }
    for (const char c : name) {
      text[size++] = c;
    }
  }
};

/// The key of a part: the names of the parts around it and its own.
constexpr Key key_of(std::size_t part) {
  std::array<std::size_t, 8> path{};
  path[parts[part].depth] = part;
  for (std::size_t depth = parts[part].depth; depth > 0; --depth) {
    std::size_t outer = path[depth];
    while (parts[outer].depth >= depth) {
      --outer;
    }
    path[depth - 1] = outer;
  }
  Key key;
  for (std::size_t depth = 0; depth <= parts[part].depth; ++depth) {
    key.append(parts[path[depth]].name);
  }
  return key;
}

}  // namespace reflect

/// The stored value of a cell: its number, or Reported::blank_raw.
inline std::int64_t raw_cell(const Figures& figures, std::size_t index) {
  std::int64_t raw = 0;
  std::memcpy(&raw, reinterpret_cast<const std::byte*>(&figures) + index * sizeof raw, sizeof raw);
  return raw;
}

}  // namespace gongkai
