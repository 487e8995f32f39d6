// A table that is written row after row, in whichever format.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace gongkai {

struct TableField {
  std::string text;
  bool is_number = false;
};
using TableRow = std::vector<TableField>;

class TableSink {
 public:
  virtual ~TableSink() = default;
  /// Appends to the output what can be written already. The first row is the heads.
  virtual void add(const TableRow& row, std::string& out) = 0;
  virtual void end(std::string& out) = 0;
};

std::unique_ptr<TableSink> csv_table();
/// `frozen` columns stay in sight.
std::unique_ptr<TableSink> xlsx_table(std::size_t frozen);

}  // namespace gongkai
