// Writing many reports as one table, for spreadsheets and statistics. Implemented in the library gongkai::gongkai.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "gongkai/check.hpp"

namespace gongkai {

enum class TableFormat : std::uint8_t {
  csv,   ///< RFC 4180, UTF-8 with a byte order mark
  xlsx,  ///< a workbook with frozen heads and filters; a second sheet says in Chinese what each key is
};
enum class TableShape : std::uint8_t {
  wide,  ///< one report a row; a column for each cell of both editions, named by its key, and one for its state
  tidy,  ///< one cell of one report a row, those that its edition has or that are filled
};

/// A report of the table. All is needed during the call only.
struct TableReport {
  std::string_view file;  ///< path as given
  const Report* report = nullptr;
  const Reading* reading = nullptr;        ///< null, or read from data: a cell is read, blank or not_in_form
  const Assessment* assessment = nullptr;  ///< null: the counts of findings are empty
};

/// Writes reports one after the other. Money is in yuan, exact; a blank cell is empty, and so is one that could not be
/// read: its state says which. What XLSX makes is given as a whole by end().
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  /// Each appends to the output what comes next; begin() first, end() last.
  virtual void begin(std::string& out) = 0;
  virtual void add(const TableReport& report, std::string& out) = 0;
  virtual void end(std::string& out) = 0;
};

/// A total and its parts side by side: one cell of the form a row, the total and each body in a column of its own, named
/// by the body. A body without a report has an empty column.
std::string parts_table(TableFormat format, const Report& total, std::span<const Child> children);

std::unique_ptr<TableWriter> table_writer(TableFormat format, TableShape shape);

}  // namespace gongkai
