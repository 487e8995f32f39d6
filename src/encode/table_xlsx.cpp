// A table of many reports as a workbook: its rows, on a further sheet where one is full, and what the keys mean.
#include "encode/plain_sheets.hpp"
#include "gongkai/message.hpp"

namespace gongkai {
namespace {

class XlsxTable : public TableSink {
 public:
  explicit XlsxTable(std::size_t frozen)
      : reports_("报告", {frozen, std::vector<int>(frozen, 24)}, texts_), keys_("栏目", {1, {24}}, texts_) {}

  void add(const TableRow& row, std::string&) override { reports_.add(row); }

  void end(std::string& out) override {
    add_keys();
    out += packed_sheets({&reports_, &keys_}, texts_);
  }

 private:
  /// Each key in the words of the form.
  void add_keys() {
    keys_.add(row_of_texts({"键", "表", "行", "列", "单位", "格式"}));
    for (const CellInfo& cell : cells) {
      const bool in_both = cell.editions == Editions::both;
      const Edition edition = has(cell.editions, Edition::form_2021) ? Edition::form_2021 : Edition::form_2019;
      keys_.add(row_of_texts({cell.key, cell.table_info().title.zh, row_name(cell, edition, Language::zh),
                              column_name(cell, edition, Language::zh), cell.is_money ? "元" : cell.unit().zh,
                              in_both                         ? "两版"
                              : edition == Edition::form_2021 ? "2021年版"
                                                              : "2019年版"}));
    }
  }

  SharedTexts texts_;
  PlainSheets reports_, keys_;
};

}  // namespace

std::unique_ptr<TableSink> xlsx_table(std::size_t frozen) {
  return std::make_unique<XlsxTable>(frozen);
}

}  // namespace gongkai
