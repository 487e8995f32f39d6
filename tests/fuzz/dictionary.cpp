// Writes the words that a report is made of into files, as dictionaries for libFuzzer: every label of the catalogue with
// the marks that separate cells and with rows of values; and the keys of the cells, which only JSON has.
#include <cstdio>
#include <set>
#include <string>

#include "gongkai/catalog.hpp"

namespace {

bool write(const char* path, const std::set<std::string>& words) {
  std::FILE* const file = std::fopen(path, "w");
  if (file == nullptr) {
    return false;
  }
  for (const std::string& word : words) {
    std::fputs("\"", file);
    for (const char c : word) {
      std::fprintf(file, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    std::fputs("\"\n", file);
  }
  return std::fclose(file) == 0;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (; times != 0; --times) {
    result += text;
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace gongkai;
  if (argc != 3) {
    std::fputs("usage: fuzz_dictionary LABELS KEYS\n", stderr);
    return 2;
  }
  std::set<std::string> words{"\x1c",
                              "\x1d",
                              "\x1e",
                              "\x1f",
                              "\x1f"
                              "0",
                              "\x1f"
                              "12",
                              "\n\t",
                              "\t0",
                              "\n\n",
                              "|",
                              "| 0 |",
                              "\n,",
                              ",,",
                              "2020年",
                              "2023年",
                              "政府信息公开工作年度报告",
                              "信息内容",
                              "申请人情况",
                              "万元",
                              "无",
                              "件"};
  constexpr std::string_view numbers[] = {"一、", "二、", "三、", "四、", "五、", "六、"};
  for (const SectionInfo& section : sections) {
    words.insert(std::string(numbers[section.number - 1]) + std::string(section.heading.zh));
  }
  for (const TableInfo& table : tables) {
    words.emplace(table.title.zh);
  }
  for (const RowInfo& row : rows) {
    words.emplace(row.label.zh_2019);
    words.emplace(row.label.zh_2021);
    words.insert("\x1f" + std::string(row.label.zh_2021.empty() ? row.label.zh_2019 : row.label.zh_2021));  // as a cell
    words.emplace(row.group.substr(row.group.find('/') + 1));  // npos + 1 is 0
  }
  for (const ColumnInfo& column : columns) {
    words.emplace(column.label.zh_2019);
    words.emplace(column.label.zh_2021);
    words.emplace(column.group);
  }
  for (const std::size_t values : {std::size_t{3}, std::size_t{7}, std::size_t{15}}) {  // of a row of each section
    words.insert(
        repeated("\x1f"
                 "4",
                 values));
    words.insert(repeated("\t4", values));
    words.insert(repeated(" 4", values));
  }
  words.erase("");
  std::set<std::string> keys;
  for (const CellInfo& cell : cells) {
    keys.insert("\"" + std::string(cell.key) + "\":");
  }
  return write(argv[1], words) && write(argv[2], keys) ? 0 : 1;
}
