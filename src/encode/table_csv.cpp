// A table of many reports as CSV.
#include "encode/table_sink.hpp"
#include "text/csv_record.hpp"

namespace gongkai {
namespace {

class CsvTable : public TableSink {
 public:
  void add(const TableRow& row, std::string& out) override {
    if (is_first_) {
      out += csv::byte_order_mark;
      is_first_ = false;
    }
    fields_.clear();
    for (const TableField& field : row) {
      fields_.push_back(field.text);
    }
    csv::add_record(out, fields_);
  }
  void end(std::string&) override {}

 private:
  bool is_first_ = true;
  std::vector<std::string_view> fields_;
};

}  // namespace

std::unique_ptr<TableSink> csv_table() {
  return std::make_unique<CsvTable>();
}

}  // namespace gongkai
