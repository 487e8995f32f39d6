// Rows for sheets of a workbook that hold nothing but rows: heads that stay in sight, a filter, links.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "encode/table_sink.hpp"
#include "office/workbook.hpp"

namespace gongkai {

/// Texts that stand in many cells are written once.
class SharedTexts {
 public:
  std::size_t index_of(const std::string& text);
  std::string part() const;  ///< an <sst>

 private:
  std::map<std::string, std::size_t> known_;
  std::string items_;
};

struct SheetLook {
  std::size_t frozen = 0;   ///< columns that stay in sight
  std::vector<int> widths;  ///< of the first columns, in characters; the others are as wide as is usual
};

/// Rows under heads, the first row, on as many sheets as they need.
class PlainSheets {
 public:
  /// The texts must outlive it.
  PlainSheets(std::string name, SheetLook look, SharedTexts& words)
      : name_(std::move(name)), look_(std::move(look)), texts_(words) {}
  void add(const TableRow& row);
  /// Appends its sheets.
  void finish(std::vector<office::Worksheet>& sheets);

 private:
  void end_sheet();
  void add_cell(const TableField& field, std::size_t column);

  std::string name_;
  SheetLook look_;
  SharedTexts& texts_;
  TableRow heads_;
  std::vector<office::Worksheet> done_;
  std::string rows_xml_, links_xml_;
  std::vector<std::string> links_;
  std::size_t rows_ = 0, columns_ = 1;
};

/// A workbook of them, in that order.
std::string packed_sheets(std::initializer_list<PlainSheets*> all, const SharedTexts& words);

}  // namespace gongkai
