// A table that is written row after row, in whichever format.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

struct TableField {
  std::string text;
  bool is_number = false;
  std::string link = {};  ///< percent-encoded address that the text leads to, where the format has such; or empty
};
using TableRow = std::vector<TableField>;

inline TableRow row_of_texts(std::initializer_list<std::string_view> fields) {
  TableRow row;
  for (const std::string_view text : fields) {
    row.push_back({std::string(text)});
  }
  return row;
}

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
