// The findings of a report on its page: listed before the form, and marked in its cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gongkai/write.hpp"

namespace gongkai {

class MarkedFindings {
 public:
  /// Report, assessment and reading of the options must outlive this; the assessment must be there.
  MarkedFindings(const Report& report, const HtmlOptions& options);

  /// What the style sheet of the form needs besides.
  static std::string_view style();
  /// How many findings there are, and the list of them, the gravest first.
  void write_list(std::string& out) const;
  /// What the marks that occur in the form mean.
  void write_legend(std::string& out) const;
  /// The classes of a cell, for its tag.
  void write_classes(std::size_t cell, std::string& out) const;
  /// What stands beside the number of a cell. None of it is text of the page, so that whoever copies or reads the table takes
  /// the number alone.
  void write_beside(std::size_t cell, std::string& out) const;

 private:
  enum class Rank : std::uint8_t {
    none,
    part,      ///< of what does not agree, such as the sum
    possible,  ///< one of several that may be wrong
    faulty,    ///< most likely wrong, or the only one that the finding speaks of
  };
  struct Mark {
    Rank rank = Rank::none;
    Severity severity = Severity::info;
    std::vector<std::size_t> findings;    ///< their numbers in the list, where the cell leads to them
    const Suspect* suggestion = nullptr;  ///< what it should hold instead
  };

  static std::string rank_classes(Rank rank, Severity severity);
  void mark(const Finding& finding, std::size_t number);
  void mark_cells(const Finding& finding, Severity severity);
  void raise(std::size_t cell, Rank rank, Severity severity);
  void write_finding(const Finding& finding, std::size_t number, std::string& out) const;
  void write_suspects(const Finding& finding, std::string& out) const;
  CellState state_of(std::size_t cell) const;
  bool is_unread(std::size_t cell) const;
  std::string_view say(std::string_view zh, std::string_view en) const;

  const Report& report_;
  const HtmlOptions& options_;
  std::vector<const Finding*> listed_;
  std::vector<Mark> marks_;
};

}  // namespace gongkai
