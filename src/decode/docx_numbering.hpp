// The numbers that Word puts before paragraphs by itself: "一、" before a heading, "2." before a label.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "office/ooxml.hpp"

namespace gongkai {

/// What a Word file's styles and lists say of its paragraphs. Counts as it goes: ask in document order.
class DocxNumbering {
 public:
  /// Take styles.xml, before a style is asked for, and numbering.xml, before a paragraph in a list; both must outlive it.
  void load_styles(pugi::xml_node styles);
  void load_lists(pugi::xml_node numbering);

  /// Whether a paragraph is in a list, of its own or by its style.
  bool is_in_list(pugi::xml_node paragraph_properties) const;

  /// Counts a paragraph and returns the number that is printed before it; empty where there is none.
  std::string next(pugi::xml_node paragraph_properties);

  /// Whether the style, or one it is based on, hides text.
  bool is_hidden(std::string_view style) const;
  /// Whether the style is one for the lines of a table of contents.
  bool is_contents(std::string_view style) const;

 private:
  static constexpr std::size_t level_count = 9;
  static constexpr int no_list = -1;

  struct Style {
    std::string_view based_on;
    int list = no_list, level = no_list;
    bool is_hidden = false, is_contents = false;
  };
  struct Level {
    std::uint32_t start = 1;
    std::uint32_t restart = level_count;  ///< a level above this one starts it anew, if it is numbered this or lower
    std::string_view format = "decimal", text, suffix = "tab", style;
    bool is_legal = false;  ///< shows the levels above in decimal
  };
  struct Scheme {
    std::array<Level, level_count> levels;
    std::array<std::uint32_t, level_count> counts{};
    std::array<bool, level_count> is_begun{};
  };
  struct List {
    std::size_t scheme = 0;
    std::array<std::uint32_t, level_count> start{};  ///< one more than the number to start at; 0: as the scheme says
    bool is_begun = false;
  };

  template <class F>
  void for_style_and_bases(std::string_view style, F f) const;
  void load_level(pugi::xml_node node, Level& level);

  struct Standing {
    List* list = nullptr;
    std::size_t level = 0;
  };
  Standing standing_of(pugi::xml_node paragraph_properties);
  static void begin(List& list, Scheme& scheme);
  static void count(Scheme& scheme, std::size_t level);
  static std::string shown(const Scheme& scheme, const Level& level);

  std::unordered_map<std::string_view, Style> styles_;
  std::vector<Scheme> schemes_;
  std::unordered_map<int, List> lists_;
};

}  // namespace gongkai
